//! Onboardings, against a provider that keeps what it is sent.

mod companies;
mod doubt;
mod failures;
mod halts;
mod lists;
mod persons;
mod provider;

use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::creations::natural_person;
use super::*;
use crate::tradevest::onboarding::{
    Company, Halt, Identification, Onboarding, OnboardingState, Paper, Person, Step, Subject,
};
use crate::tradevest::types;
use provider::Provider;

fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn report() -> Identification {
    Identification::own(read(json!({
        "externalVerifier": "ID_NOW", "identificationType": "VIDEO_IDENT", "identificationDate": "2026-01-05",
        "identificationDocumentType": "ID", "documentNumber": "L01X00T47", "documentCountry": "DE",
        "documentIssuer": "Bonn", "documentIssueDate": "2020-01-01", "documentExpiryDate": "2030-01-01"
    })))
}

fn paper(kind: types::DocumentTypeEnum) -> Paper {
    Paper::new(kind, "scan of a passport", "%PDF-1.7")
}

/// Somebody with all that it takes.
fn jane() -> Person {
    Person::new(natural_person(Some("jane-1")), report())
        .document(paper(types::DocumentTypeEnum::IdentificationCertificate))
        .reference_account(read(
            json!({"iban": "DE02120300000000202051", "ownerName": "Jane Roe"}),
        ))
        .label("gold")
        .accepted("terms-1", "privacy-1")
}

fn company() -> Company {
    company_of(jane())
}

/// A company for which this person signs.
fn company_of(signatory: Person) -> Company {
    let data = read(json!({
        "legalName": "Roe GmbH", "legalForm": "LIMITED_LIABILITY_COMPANY", "naceSectors": [{"section": "J", "code": "62.01"}],
        "registerCountry": "DE", "registerNumber": "HRB 1", "registerCourt": "Bonn", "foundedOn": "2001-01-01",
        "mainAddress": {"street": "Weg", "streetNumber": "1", "city": "Bonn", "zip": "53111", "country": "DE"},
        "taxNumber": "1", "fatcaCrsDeclaration": {"isForeignTaxResidency": false, "isSanctionedCountries": false}
    }));
    let somebody = |name: &str| {
        json!({
            "firstName": name, "lastName": "Roe", "birthDay": "1990-04-01", "birthPlace": "Bonn", "birthCountry": "DE",
            "isUsNationality": false, "nationalities": ["DE"], "function": "MANAGING_DIRECTOR",
            "soleSignatureAuthorized": true, "fatcaControllingPerson": false,
            "uboRelationship": "DIRECTLY_HOLDING_25", "share": 50, "votingRights": 50
        })
    };
    Company::new(data)
        .representative(read(somebody("Jane")))
        .representative(read(somebody("Ana")))
        .owner(read(somebody("Jane")))
        .document(paper(types::DocumentTypeEnum::CurrentRegistryExtract))
        .document(paper(types::DocumentTypeEnum::ShareholderList))
        .signatory(signatory)
}

/// Where a process keeps its state.
#[derive(Clone, Default)]
struct Disk(Arc<Mutex<Vec<String>>>);

impl Disk {
    async fn save(&self, state: OnboardingState) -> Result<(), Infallible> {
        let state = serde_json::to_string(&state).unwrap();
        self.0.lock().unwrap().push(state);
        Ok(())
    }

    /// Every state that was ever stored.
    fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    fn last(&self) -> OnboardingState {
        serde_json::from_str(self.0.lock().unwrap().last().unwrap()).unwrap()
    }
}

async fn run(onboarding: &mut Onboarding, disk: &Disk) -> Halt {
    onboarding.run(|state| disk.save(state)).await.unwrap()
}

/// A client of a process of its own, with chance of its own, that nobody's name was given to.
fn nobodys(provider: &Provider) -> Client {
    process(provider).build().unwrap()
}

fn process(provider: &Provider) -> ClientBuilder {
    static PROCESSES: AtomicU32 = AtomicU32::new(1);
    let seed = PROCESSES.fetch_add(1, Ordering::Relaxed);
    builder(&provider.network).seam(Seam::simulated(now(), seed.into()))
}

/// Kills a process at each storing of its state, before it is stored and after, and lets another process go on. In the end there
/// have to be as many things of each kind as said.
async fn killed_everywhere<S: Into<Subject>>(
    start: impl Fn(&Provider) -> Onboarding,
    subject: impl Fn() -> S,
    kinds: &[(&str, usize)],
) {
    for (nth, is_stored) in (1..).flat_map(|nth| [(nth, false), (nth, true)]) {
        let (provider, disk) = (Provider::new(), Disk::default());
        let onboarding = start(&provider);
        let client = onboarding.client.clone();
        if lives(onboarding, &disk, nth, is_stored).await {
            assert!(nth > 10, "it was killed at each point");
            return;
        }
        let mut onboarding = match disk.all().is_empty() {
            true => start(&provider),
            false => client.resume_onboarding(subject(), disk.last()).unwrap(),
        };
        loop {
            match run(&mut onboarding, &disk).await {
                Halt::Onboarded { .. } => break,
                // Somebody finds it out.
                Halt::InDoubt { step, .. } if has_been_done(&provider, &step) => {
                    onboarding.done().unwrap();
                    provider.bring("customer", "ACTIVE");
                }
                Halt::InDoubt { .. } => onboarding.repeat().unwrap(),
                other => panic!("{other:?}"),
            }
        }
        for (kind, wanted) in kinds {
            let found = provider.count(kind);
            assert_eq!(
                found, *wanted,
                "{kind}, killed at {nth}, stored: {is_stored}"
            );
        }
        let reports = provider.writes().into_iter();
        let reports = reports.filter(|operation| operation == "create_entity_identification");
        assert_eq!(reports.count(), 1, "killed at {nth}, stored: {is_stored}");
    }
}

/// Runs a process that dies at the nth storing of its state. Whether it came to its end.
async fn lives(mut onboarding: Onboarding, disk: &Disk, nth: usize, is_stored: bool) -> bool {
    let mut stored = 0;
    let run = onboarding.run(|state| {
        stored += 1;
        let dies = stored == nth;
        async move {
            if !dies || is_stored {
                disk.save(state).await.unwrap();
            }
            if dies { Err("died") } else { Ok(()) }
        }
    });
    run.await.is_ok()
}

fn has_been_done(provider: &Provider, step: &Step) -> bool {
    let wanted = match step {
        Step::ReportIdentification { .. } => {
            let operation = "create_entity_identification".to_owned();
            return provider.writes().contains(&operation);
        }
        Step::SignTerms { .. } => ("signature", 1),
        Step::SignPrivacyPolicy { .. } => ("signature", 2),
        _ => ("onboarding", 1),
    };
    provider.count(wanted.0) >= wanted.1
}

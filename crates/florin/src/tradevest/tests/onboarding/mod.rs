//! Onboardings, against a provider that keeps what it is sent.

mod companies;
mod doubt;
mod failures;
mod halts;
mod persons;
mod provider;

use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::creations::natural_person;
use super::*;
use crate::tradevest::onboarding::{
    Company, Halt, Identification, Onboarding, OnboardingState, Paper, Person,
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
    Paper::new(kind, "Jane Roe's paper", "%PDF-1.7")
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
        .signatory(jane())
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

/// A client that nobody's name was given to.
fn nobodys(provider: &Provider) -> Client {
    builder(&provider.network).build().unwrap()
}

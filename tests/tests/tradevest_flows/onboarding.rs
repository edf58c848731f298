//! Onboarding people: step by step, with an identification of one's own or by Tradevest.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use florin::tradevest::onboarding::{
    Halt, Identification, NextStep, Onboarding, OnboardingState, Paper, Person, Step,
};
use florin::tradevest::{Client, EventType, types};
use florin_sandbox::tradevest::{Kind, Options};
use serde_json::json;

use super::desk::receiver::Receiver;
use super::desk::{Desk, data, read, settings};

/// A sandbox where nothing takes any time.
pub(crate) fn at_once() -> Options {
    Options {
        accept_after: Duration::ZERO,
        step_after: Duration::ZERO,
        ..Options::default()
    }
}

/// Sets the sandbox's clock to the time that clients have: what was made before a step began isn't taken for its.
pub(crate) fn set_clock(desk: &Desk) {
    let behind = chrono::Utc::now() - desk.clock.now();
    desk.clock.advance(behind.to_std().unwrap_or_default());
}

/// A client that acts for nobody: people act for themselves.
pub(crate) fn nobodys(desk: &Desk) -> Client {
    settings(&desk.sandbox).build().unwrap()
}

pub(crate) fn paper(kind: types::DocumentTypeEnum) -> Paper {
    Paper::new(kind, "scan", data::PDF)
}

/// The partner documents that are valid now.
pub(crate) async fn to_accept(desk: &Desk) -> (String, String) {
    let list = desk.client.partner_documents().query("isValid", true);
    let documents = list.all().await.unwrap();
    let of = |kind: &str| {
        let is_it = |document: &&types::PartnerDocument| {
            document
                .type_
                .as_ref()
                .is_some_and(|known| known.as_str() == kind)
        };
        documents.iter().find(is_it).unwrap().document_id.clone()
    };
    (of("TERMS_AND_CONDITIONS"), of("DATA_PRIVACY_POLICY"))
}

/// Somebody with all that it takes.
pub(crate) async fn jane(desk: &Desk) -> Person {
    let (terms, privacy) = to_accept(desk).await;
    unaccepting().accepted(terms, privacy)
}

pub(crate) fn unaccepting() -> Person {
    let identification = Identification::own(data::identification());
    Person::new(data::person_under("jane-1"), identification)
        .document(paper(types::DocumentTypeEnum::IdentificationCertificate))
        .reference_account(read(
            &json!({"iban": "DE02120300000000202051", "ownerName": "Jane Roe"}),
        ))
        .label("gold")
}

/// Where a process keeps its state.
#[derive(Clone, Default)]
pub(crate) struct Disk(Arc<Mutex<Vec<String>>>);

impl Disk {
    pub(crate) async fn save(&self, state: OnboardingState) -> Result<(), Infallible> {
        let state = serde_json::to_string(&state).unwrap();
        self.0.lock().unwrap().push(state);
        Ok(())
    }

    /// Every state that was ever stored.
    pub(crate) fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    pub(crate) fn last(&self) -> OnboardingState {
        serde_json::from_str(self.0.lock().unwrap().last().unwrap()).unwrap()
    }
}

pub(crate) async fn run(onboarding: &mut Onboarding, disk: &Disk) -> Halt {
    super::desk::soon(onboarding.run(|state| disk.save(state)))
        .await
        .unwrap()
}

/// The operations that change something, in the order in which they came.
pub(crate) fn writes(desk: &Desk) -> Vec<String> {
    let received = desk.tradevest().received().into_iter();
    received
        .filter(|sent| sent.method != "GET" && sent.host == "api")
        .filter_map(|sent| sent.operation)
        .filter(|operation| operation != "create_or_update_webhook")
        .collect()
}

#[tokio::test]
async fn a_person_is_onboarded_in_the_order_of_the_guides_and_in_her_own_name() {
    let desk = Desk::open_with(at_once()).await;
    let disk = Disk::default();
    let mut onboarding = nobodys(&desk).onboard_person(jane(&desk).await);
    assert_eq!(onboarding.missing_documents(), []);
    let halt = run(&mut onboarding, &disk).await;
    let Halt::Onboarded { customer_id, .. } = halt else {
        panic!("{halt:?}")
    };
    assert_eq!(
        writes(&desk),
        [
            "create_entity_natural_person",
            "create_entity_identification",
            "upload_document_v2",
            "create_role_customer",
            "sign_document_v2",
            "sign_document_v2",
            "start_role_onboarding",
        ]
    );
    assert_eq!(desk.tradevest().status(&customer_id).unwrap(), "ACTIVE");
    let person = onboarding.state().person_id(0).unwrap().to_owned();
    assert_eq!(desk.tradevest().status(&person).unwrap(), "ACTIVE");
    let document = &desk.tradevest().objects(Kind::Document)[0];
    assert_eq!(document.status, "APPROVED");
    assert_eq!(onboarding.next_step(), NextStep::Nothing);

    for operation in &writes(&desk)[1..] {
        for sent in desk.received(operation) {
            assert_eq!(sent.header("requestor-id"), Some(&*person), "{operation}");
        }
    }
    let signatures = desk.received("sign_document_v2");
    let signed: Vec<_> = signatures.iter().map(|sent| sent.json().unwrap()).collect();
    assert_eq!(
        signed[0]["customerId"], *customer_id,
        "the terms are for the customer"
    );
    assert!(
        signed[1].get("customerId").is_none(),
        "and the privacy policy isn't"
    );
    let customer = desk.tradevest().object(&customer_id).unwrap();
    assert_eq!(customer.request["refAccounts"][0]["ownerName"], "Jane Roe");
    assert_eq!(customer.request["labels"], json!(["gold"]));

    let stored = disk.all().concat();
    for secret in ["Jane", "Roe", "DE0212", "1990", "%PDF", "Bonn", "gold"] {
        assert!(
            !stored.contains(secret),
            "{secret} is in the state: {stored}"
        );
    }
    assert!(!format!("{onboarding:?}").contains("Jane"));
}

#[tokio::test]
async fn a_person_whom_tradevest_identifies_is_sent_to_an_address_and_goes_on_after_it() {
    let desk = Desk::open_with(at_once()).await;
    let disk = Disk::default();
    let (terms, privacy) = to_accept(&desk).await;
    let person = || {
        let by_tradevest = Identification::ByTradevest {
            redirect_url: Some("https://partner.example/back".to_owned()),
        };
        Person::new(data::person_under("jane-1"), by_tradevest).accepted(&*terms, &*privacy)
    };
    let mut onboarding = nobodys(&desk).onboard_person(person());
    let halt = run(&mut onboarding, &disk).await;
    let shown = format!("{halt:?}");
    let Halt::WaitingForUser { person: 0, url, .. } = halt else {
        panic!("{shown}")
    };
    let verification = desk
        .tradevest()
        .objects(Kind::IdentificationVerification)
        .remove(0);
    assert!(url.expose().contains(&verification.id) && !shown.contains(url.expose()));
    assert!(
        !disk.all().concat().contains(url.expose()),
        "it grants access, and isn't stored"
    );
    assert_eq!(
        verification.request["redirectUrl"],
        "https://partner.example/back"
    );
    // Looking again before the user was there changes nothing.
    assert!(matches!(
        run(&mut onboarding, &disk).await,
        Halt::WaitingForUser { .. }
    ));

    desk.tradevest()
        .complete_identification(&verification.id)
        .unwrap();
    let resumed = nobodys(&desk).resume_onboarding(person(), disk.last());
    let halt = run(&mut resumed.unwrap(), &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(
        writes(&desk),
        [
            "create_entity_natural_person",
            "create_identification_verification",
            "create_role_customer",
            "sign_document_v2",
            "sign_document_v2",
            "start_role_onboarding",
        ]
    );
}

#[tokio::test]
async fn one_step_at_a_time_says_which_comes_next_and_leaves_room_for_others_between() {
    let desk = Desk::open_with(at_once()).await;
    let disk = Disk::default();
    let mut onboarding = nobodys(&desk).onboard_person(jane(&desk).await);
    let mut seen = Vec::new();
    loop {
        let next = onboarding.next_step();
        if let NextStep::Send(step) = &next {
            assert_eq!(
                writes(&desk).len(),
                seen.len(),
                "nothing was sent for {step} yet"
            );
            seen.push(step.clone());
        }
        if let Some(halt) = onboarding.advance(|state| disk.save(state)).await.unwrap() {
            assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
            break;
        }
    }
    assert_eq!(seen, onboarding.steps());
    assert_eq!(seen.len(), 7);
    assert_eq!(onboarding.state().done().count(), 7);
}

#[tokio::test]
async fn who_hasnt_accepted_is_shown_what_to_accept_and_nothing_is_signed() {
    let desk = Desk::open_with(at_once()).await;
    let disk = Disk::default();
    let halt = run(&mut nobodys(&desk).onboard_person(unaccepting()), &disk).await;
    let Halt::NeedsAcceptance {
        person: 0,
        documents,
        ..
    } = halt
    else {
        panic!("{halt:?}")
    };
    let kinds: Vec<_> = documents
        .iter()
        .map(|document| document.type_.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(
        kinds,
        ["TERMS_AND_CONDITIONS", "DATA_PRIVACY_POLICY"],
        "and none that has run out"
    );
    assert_eq!(desk.count("sign_document_v2"), 0);
    let accepting = jane(&desk).await;
    let resumed = nobodys(&desk).resume_onboarding(accepting, disk.last());
    let halt = run(&mut resumed.unwrap(), &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(desk.tradevest().objects(Kind::NaturalPerson).len(), 2);
}

#[tokio::test]
async fn by_ear_it_is_onboarded_without_asking_again_and_again() {
    let desk = Desk::open_with(at_once()).await;
    let ear = Receiver::of(&desk).await;
    let disk = Disk::default();
    let onboarding = desk.client.onboard_person(jane(&desk).await);
    let mut onboarding = onboarding.hear(&ear.webhooks);
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    desk.tradevest().webhooks().deliver_pending().await;
    assert!(
        ear.statuses(&EventType::Onboarding)
            .contains(&"APPROVED".to_owned())
    );
}

#[tokio::test]
async fn missing_documents_are_told_before_anything_is_sent() {
    let desk = Desk::open_with(at_once()).await;
    let disk = Disk::default();
    let identification = Identification::own(data::identification());
    let paperless = Person::new(data::person(), identification);
    let mut onboarding = nobodys(&desk).onboard_person(paperless.clone());
    let halt = run(&mut onboarding, &disk).await;
    let Halt::NeedsDocuments(missing) = halt else {
        panic!("{halt:?}")
    };
    assert_eq!(missing.len(), 1);
    assert!(
        missing[0]
            .to_string()
            .contains("IDENTIFICATION_CERTIFICATE")
    );
    assert!(writes(&desk).is_empty() && disk.all().is_empty());
    // Whoever knows better goes on.
    let unchecked = nobodys(&desk).onboard_person(paperless);
    let halt = run(&mut unchecked.without_document_check(), &disk).await;
    assert!(matches!(halt, Halt::NeedsAcceptance { .. }), "{halt:?}");
}

#[tokio::test]
async fn what_is_reviewed_or_takes_long_stops_it_and_goes_on_later() {
    let desk = Desk::open_with(at_once()).await;
    let disk = Disk::default();
    let verdict = florin_sandbox::tradevest::Verdict::through(&["REVIEW"]);
    desk.tradevest()
        .decide_next("create_entity_natural_person", verdict)
        .unwrap();
    let mut onboarding = nobodys(&desk).onboard_person(jane(&desk).await);
    let halt = run(&mut onboarding, &disk).await;
    let Halt::Review { step, .. } = halt else {
        panic!("{halt:?}")
    };
    assert_eq!(step, Step::CreatePerson { person: 0 });
    let person = onboarding.state().person_id(0).unwrap().to_owned();
    desk.tradevest().set_status(&person, "CREATED").unwrap();
    let verdict = florin_sandbox::tradevest::Verdict::through(&["CREATED", "PENDING"]);
    desk.tradevest()
        .decide_next("start_role_onboarding", verdict)
        .unwrap();
    let mut onboarding = onboarding.patience(Duration::from_millis(50));
    let halt = run(&mut onboarding, &disk).await;
    assert!(
        matches!(
            halt,
            Halt::TakesLonger {
                step: Step::StartOnboarding,
                ..
            }
        ),
        "{halt:?}"
    );
    let id = onboarding.state().onboarding_id().unwrap().to_owned();
    desk.tradevest().set_status(&id, "APPROVED").unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(desk.count("start_role_onboarding"), 1);
}

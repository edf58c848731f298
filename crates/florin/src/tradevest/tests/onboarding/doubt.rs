//! Attempts whose end nobody knows.

use super::provider::id;
use super::*;
use crate::tradevest::onboarding::{NextStep, OnboardingError};

/// Runs until the answer of an operation is lost, and resumes from what was stored.
async fn lost(provider: &Provider, operation: &str) -> Onboarding {
    let disk = Disk::default();
    provider.lose(operation);
    let mut onboarding = nobodys(provider).onboard_person(jane());
    let error = onboarding.run(|state| disk.save(state)).await.unwrap_err();
    let OnboardingError::Call(error) = error else {
        panic!("{error}")
    };
    assert_eq!(error.operation(), operation);
    assert_eq!(error.effect(), florin_core::Effect::MaybeApplied);
    nobodys(provider)
        .resume_onboarding(jane(), disk.last())
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_customer_that_was_made_is_found_in_the_list() {
    let provider = Provider::new();
    let mut onboarding = lost(&provider, "create_role_customer").await;
    let customer = Step::CreateCustomer;
    assert_eq!(onboarding.next_step(), NextStep::FindOut(customer));
    let halt = run(&mut onboarding, &Disk::default()).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(provider.count("customer"), 1);
    let sent = provider.last("get_role_customers");
    assert!(
        sent.url.contains(&format!("entityId={}", id("person", 1))),
        "{}",
        sent.url
    );
}

#[tokio::test(start_paused = true)]
async fn an_identification_in_doubt_stops_and_somebody_decides() {
    for is_repeated in [true, false] {
        let provider = Provider::new();
        let mut onboarding = lost(&provider, "create_entity_identification").await;
        let halt = run(&mut onboarding, &Disk::default()).await;
        let Halt::InDoubt { step, .. } = halt else {
            panic!("{halt:?}")
        };
        assert_eq!(step, Step::ReportIdentification { person: 0 });
        assert!(onboarding.done_with("x").is_err(), "it has no identifier");
        if is_repeated {
            onboarding.repeat().unwrap();
        } else {
            onboarding.done().unwrap();
        }
        let halt = run(&mut onboarding, &Disk::default()).await;
        assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
        let mut sent = provider.writes();
        sent.retain(|operation| operation == "create_entity_identification");
        assert_eq!(sent.len(), if is_repeated { 2 } else { 1 });
    }
}

#[tokio::test(start_paused = true)]
async fn a_signature_under_the_terms_shows_at_the_customer() {
    let provider = Provider::new();
    let mut onboarding = lost(&provider, "sign_document_v2").await;
    let _ = run(&mut onboarding, &Disk::default()).await;
    assert_eq!(provider.count("signature"), 2);
}

#[tokio::test(start_paused = true)]
async fn an_onboarding_in_doubt_is_in_doubt_until_the_customer_moves() {
    let provider = Provider::new();
    let mut onboarding = lost(&provider, "start_role_onboarding").await;
    let halt = run(&mut onboarding, &Disk::default()).await;
    assert!(matches!(halt, Halt::InDoubt { .. }), "{halt:?}");
    provider.bring("customer", "ACTIVE");
    let halt = run(&mut onboarding, &Disk::default()).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(provider.count("onboarding"), 1);
    assert_eq!(onboarding.state().onboarding_id(), None);
}

#[tokio::test(start_paused = true)]
async fn an_onboarding_of_which_somebody_knows_is_followed_by_its_identifier() {
    let provider = Provider::new();
    let mut onboarding = lost(&provider, "start_role_onboarding").await;
    onboarding.done_with(id("onboarding", 1)).unwrap();
    let halt = run(&mut onboarding, &Disk::default()).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(provider.count("onboarding"), 1);
}

#[tokio::test(start_paused = true)]
async fn what_isnt_in_doubt_cant_be_decided() {
    let provider = Provider::new();
    let mut onboarding = nobodys(&provider).onboard_person(jane());
    assert!(onboarding.repeat().is_err());
    assert!(onboarding.start_again().is_err());
    assert!(onboarding.done().is_err(), "a person has an identifier");
    assert!(onboarding.done_with(" ").is_err());
}

#[tokio::test(start_paused = true)]
async fn a_plain_refusal_leaves_no_doubt() {
    let network = in_turn(&[(400, r#"{"message": "Jane", "requestId": "r"}"#)]);
    let disk = Disk::default();
    let mut onboarding = builder(&network).build().unwrap().onboard_person(jane());
    let error = onboarding.run(|state| disk.save(state)).await.unwrap_err();
    assert!(!format!("{error} {error:?}").contains("Jane"), "{error:?}");
    let onboarding = builder(&network)
        .build()
        .unwrap()
        .resume_onboarding(jane(), disk.last())
        .unwrap();
    let person = Step::CreatePerson { person: 0 };
    assert_eq!(onboarding.next_step(), NextStep::Send(person));
}

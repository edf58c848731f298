//! Attempts whose end nobody knows.

use super::provider::id;
use super::*;
use crate::tradevest::onboarding::{NextStep, OnboardingError, Party};

/// Runs until the answer of an operation is lost, and resumes from what was stored.
async fn lost(provider: &Provider, operation: &str) -> Onboarding {
    let disk = Disk::default();
    provider.lose(operation);
    let client = process(provider).retry(florin_core::RetryPolicy::never());
    let mut onboarding = client.build().unwrap().onboard_person(jane());
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

/// What has an external id: the operation, what it makes, and its step.
fn keyed() -> [(&'static str, &'static str, Step); 2] {
    let paper = Step::UploadDocument {
        of: Party::Person(0),
        kind: types::DocumentTypeEnum::IdentificationCertificate.to_string(),
        number: 0,
    };
    [
        (
            "create_entity_natural_person",
            "person",
            Step::CreatePerson { person: 0 },
        ),
        ("upload_document_v2", "document", paper),
    ]
}

#[tokio::test(start_paused = true)]
async fn what_was_removed_before_it_was_seen_is_in_doubt_and_made_anew_under_another_external_id() {
    for (operation, kind, wanted) in keyed() {
        let provider = Provider::new();
        let mut onboarding = lost(&provider, operation).await;
        provider.purge(kind);
        let first = onboarding.state().external_id_of(&wanted).cloned();
        let disk = Disk::default();
        for _ in 0..2 {
            let halt = run(&mut onboarding, &disk).await;
            let Halt::InDoubt { step, about, .. } = halt else {
                panic!("{halt:?}")
            };
            assert_eq!(step, wanted);
            assert!(
                about.contains("nothing is found under its external id"),
                "{about}"
            );
            assert_eq!(provider.count(kind), 0);
            assert_eq!(onboarding.state().external_id_of(&wanted), first.as_ref());
        }
        // What is known is stored.
        let mut onboarding = nobodys(&provider)
            .resume_onboarding(jane(), disk.last())
            .unwrap();
        onboarding.repeat().unwrap();
        let halt = run(&mut onboarding, &disk).await;
        assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
        assert_eq!(provider.count(kind), 1);
        assert_ne!(onboarding.state().external_id_of(&wanted), first.as_ref());
    }
}

#[tokio::test(start_paused = true)]
async fn what_differs_under_its_external_id_is_in_doubt_and_can_be_taken() {
    let (operation, kind, wanted) = keyed()[0].clone();
    let provider = Provider::new();
    let mut onboarding = lost(&provider, operation).await;
    provider.retell(kind, |list| list["data"][0]["lastName"] = json!("Doe"));
    let halt = run(&mut onboarding, &Disk::default()).await;
    let Halt::InDoubt { step, about, .. } = halt else {
        panic!("{halt:?}")
    };
    assert_eq!(step, wanted);
    assert!(about.contains("differs in lastName"), "{about}");
    assert!(!about.contains("Doe"), "{about}");
    onboarding.done_with(id(kind, 1)).unwrap();
    let halt = run(&mut onboarding, &Disk::default()).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(provider.count(kind), 1);
}

#[tokio::test(start_paused = true)]
async fn a_repetition_keeps_an_external_id_that_is_still_good() {
    for (operation, kind, wanted) in keyed() {
        let provider = Provider::new();
        let mut onboarding = lost(&provider, operation).await;
        let first = onboarding.state().external_id_of(&wanted).cloned();
        onboarding.repeat().unwrap();
        let halt = run(&mut onboarding, &Disk::default()).await;
        assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
        assert_eq!(onboarding.state().external_id_of(&wanted), first.as_ref());
        assert_eq!(provider.count(kind), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn a_repetition_that_was_refused_is_still_to_be_repeated() {
    for (status, is_kept) in [(400, true), (409, false), (503, false)] {
        let provider = Provider::new();
        let mut onboarding = lost(&provider, "create_role_customer").await;
        provider.forget("customer");
        let disk = Disk::default();
        let _ = run(&mut onboarding, &disk).await;
        onboarding.repeat().unwrap();
        provider.refuse("create_role_customer", status);
        let error = onboarding.run(|state| disk.save(state)).await;
        assert!(error.is_err(), "{error:?}");
        let mut onboarding = nobodys(&provider)
            .resume_onboarding(jane(), disk.last())
            .unwrap();
        let next = match is_kept {
            true => NextStep::Send(Step::CreateCustomer),
            false => NextStep::FindOut(Step::CreateCustomer),
        };
        assert_eq!(onboarding.next_step(), next, "{status}");
        let halt = run(&mut onboarding, &disk).await;
        let is_through = matches!(halt, Halt::Onboarded { .. });
        assert_eq!(is_through, is_kept, "{status} {halt:?}");
    }
}

//! What is refused, and what can be mended.

use florin_core::http::HeaderMap;

use super::provider::id;
use super::*;
use crate::tradevest::onboarding::Failure;
use crate::tradevest::{EventType, Webhooks};
use crate::webhook::Sender;

fn webhooks() -> Webhooks {
    let builder = Webhooks::builder().sender(Sender::anyone());
    builder.seam(Seam::simulated(now(), 1)).build().unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_rejection_that_can_be_mended_takes_a_new_onboarding() {
    let (provider, disk) = (Provider::new(), Disk::default());
    provider.bring("onboarding", "REJECTED");
    let mut onboarding = nobodys(&provider).onboard_person(jane());
    for _ in 0..2 {
        let halt = run(&mut onboarding, &disk).await;
        let Halt::Failed { step, failure, .. } = halt else {
            panic!("{halt:?}")
        };
        assert_eq!((step, failure), (Step::StartOnboarding, Failure::Rejected));
    }
    assert_eq!(provider.count("onboarding"), 1, "none is started unasked");

    let mended = jane().document(paper(types::DocumentTypeEnum::ProofOfResidence));
    let mut onboarding = nobodys(&provider)
        .resume_onboarding(mended, disk.last())
        .unwrap();
    provider.bring("onboarding", "APPROVED");
    onboarding.start_again().unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(provider.count("document"), 2);
    assert_eq!(provider.count("onboarding"), 2);
    assert_eq!(provider.count("person"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_rejection_for_good_stays_one() {
    let (provider, disk) = (Provider::new(), Disk::default());
    let mut onboarding = nobodys(&provider).onboard_person(jane());
    while onboarding.state().onboarding_id().is_none() {
        onboarding.advance(|state| disk.save(state)).await.unwrap();
    }
    provider.bring("onboarding", "REJECTED");
    provider.bring("customer", "REJECTED");
    let halt = run(&mut onboarding, &disk).await;
    let Halt::Failed { failure, .. } = halt else {
        panic!("{halt:?}")
    };
    assert_eq!(failure, Failure::RejectedForGood);
    assert!(onboarding.start_again().is_err());
}

#[tokio::test(start_paused = true)]
async fn what_turned_invalid_is_made_anew_under_another_external_id() {
    let (provider, disk) = (Provider::new(), Disk::default());
    provider.bring("person", "INVALID");
    let mut onboarding = nobodys(&provider).onboard_person(jane());
    let halt = run(&mut onboarding, &disk).await;
    let Halt::Failed { step, failure, .. } = halt else {
        panic!("{halt:?}")
    };
    assert_eq!(
        (step, failure),
        (Step::CreatePerson { person: 0 }, Failure::Invalid)
    );
    provider.bring("person", "CREATED");
    let mut onboarding = nobodys(&provider)
        .resume_onboarding(jane(), disk.last())
        .unwrap();
    onboarding.start_again().unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    let sent: Value =
        serde_json::from_str(&provider.last("create_entity_natural_person").body).unwrap();
    assert_ne!(
        sent["externalId"], "jane-1",
        "used up, though it is handed in again"
    );
    assert_eq!(onboarding.state().person_id(0), Some(&*id("person", 2)));
}

#[tokio::test(start_paused = true)]
async fn who_hears_learns_why_and_that_an_identification_was_refused() {
    let (provider, disk, webhooks) = (Provider::new(), Disk::default(), webhooks());
    let onboarding = nobodys(&provider).onboard_person(jane());
    let mut onboarding = onboarding.hear(&webhooks);
    let ears = webhooks.clone();
    let telling = tokio::spawn(async move {
        tokio::time::sleep(std::time::Duration::from_secs(10)).await;
        let refusal = json!({
            "naturalPersonId": id("person", 1), "notificationType": "VALIDATION_ERROR",
            "validationError": {"errorType": "IDENT_TOO_OLD", "description": "Jane's is old"}
        });
        let event = EventType::NaturalPerson;
        let body = refusal.to_string();
        ears.receive(event, &HeaderMap::new(), body.as_bytes())
            .unwrap();
    });
    let halt = run(&mut onboarding, &disk).await;
    telling.await.unwrap();
    assert!(!format!("{halt:?}").contains("Jane"), "{halt:?}");
    let Halt::Failed {
        step,
        failure,
        reason,
        ..
    } = halt
    else {
        panic!("{halt:?}")
    };
    assert_eq!(step, Step::ReportIdentification { person: 0 });
    assert_eq!(failure, Failure::ChangeRefused);
    assert_eq!(reason.unwrap().error_type(), Some("IDENT_TOO_OLD"));
    assert!(!disk.all().concat().contains("Jane"));
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    onboarding.start_again().unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
}

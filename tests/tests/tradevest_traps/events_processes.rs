//! Processes that run for days, and contradict the rules that they are described by.

use std::time::Duration;

use florin::tradevest::onboarding::{
    Failure, Halt, Identification, Onboarding, OnboardingError, Paper, Person,
};
use florin::tradevest::{Goal, HasProblems as _, types};
use florin_sandbox::tradevest::{Kind, Options, RequestorCheck, Verdict};
use serde_json::json;

use super::desk::{Desk, data, settings};
use super::specs;

async fn jane(desk: &Desk) -> Person {
    let documents = desk
        .client
        .partner_documents()
        .query("isValid", true)
        .all()
        .await
        .unwrap();
    let of = |kind: &str| {
        let mut documents = documents.iter();
        let found = documents.find(|document| document.type_.as_ref().unwrap().as_str() == kind);
        found.unwrap().document_id.clone()
    };
    let certificate = types::DocumentTypeEnum::IdentificationCertificate;
    Person::new(data::person(), Identification::own(data::identification()))
        .document(Paper::new(certificate, "scan", data::PDF))
        .accepted(of("TERMS_AND_CONDITIONS"), of("DATA_PRIVACY_POLICY"))
}

async fn start(options: Options) -> (Desk, Onboarding) {
    let desk = Desk::open_with(Options {
        accept_after: Duration::ZERO,
        step_after: Duration::ZERO,
        ..options
    })
    .await;
    let nobodys = settings(&desk.sandbox).build().unwrap();
    let onboarding = nobodys.onboard_person(jane(&desk).await);
    (desk, onboarding)
}

async fn run(onboarding: &mut Onboarding) -> Result<Halt, OnboardingError> {
    let keep = |_| async { Ok::<(), std::io::Error>(()) };
    super::desk::soon(onboarding.run(keep)).await
}

#[tokio::test]
async fn events_trap_28_a_persons_own_name_is_used_before_she_is_active_and_a_refusal_is_told_with_its_request()
 {
    let (desk, mut onboarding) = start(Options::default()).await;
    let halt = run(&mut onboarding).await.unwrap();
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    let person = onboarding.state().person_id(0).unwrap();
    let sent = desk.last("create_entity_identification");
    assert_eq!(
        sent.header("requestor-id"),
        Some(person),
        "who wasn't active then"
    );

    let strict = Options {
        requestor: RequestorCheck::Refused,
        ..Options::default()
    };
    let (desk, mut onboarding) = start(strict).await;
    let error = run(&mut onboarding).await.unwrap_err();
    let OnboardingError::Call(error) = error else {
        panic!("{error}")
    };
    assert_eq!(error.status().unwrap(), 403);
    assert!(
        error.problems().unwrap().request_id().is_some(),
        "to be quoted to Tradevest"
    );
    assert_eq!(desk.tradevest().objects(Kind::Customer).len(), 0);
    // Somebody else who may is named instead.
    let person = desk.tradevest().partner_person().parse().unwrap();
    let mut onboarding = onboarding.requestor(person);
    let halt = run(&mut onboarding).await.unwrap();
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
}

#[tokio::test]
async fn events_trap_31_whether_a_rejection_can_be_mended_the_customer_says() {
    for (customer_falls_to, expected) in [
        ("CREATED", Failure::Rejected),
        ("REJECTED", Failure::RejectedForGood),
    ] {
        for end in ["REJECTED", "INVALID"] {
            let (desk, onboarding) = start(Options::default()).await;
            let mut onboarding = onboarding.patience(Duration::from_millis(50));
            let verdict = Verdict::through(&["CREATED", "PENDING"]);
            desk.tradevest()
                .decide_next("start_role_onboarding", verdict)
                .unwrap();
            let halt = run(&mut onboarding).await.unwrap();
            assert!(matches!(halt, Halt::TakesLonger { .. }), "{halt:?}");
            let id = onboarding.state().onboarding_id().unwrap().to_owned();
            let customer = onboarding.state().customer_id().unwrap().to_owned();
            desk.tradevest().set_status(&id, end).unwrap();
            desk.tradevest()
                .set_status(&customer, customer_falls_to)
                .unwrap();
            let Halt::Failed { failure, .. } = run(&mut onboarding).await.unwrap() else {
                panic!("{end}")
            };
            assert_eq!(failure, expected, "{end}, {customer_falls_to}");
        }
    }
}

#[tokio::test]
async fn events_trap_32_an_ordinary_offboarding_that_stays_pending_is_waited_for_only_so_long_and_warned_of()
 {
    let desk = Desk::open().await;
    let customer = desk.tradevest().plant_customer();
    let data = json!({"roleType": "CUSTOMER", "roleId": customer, "reason": "CANCELLATION_BY_PARTNER_ORDINARY"});
    let id = desk.tradevest().plant(Kind::Offboarding, "PENDING", &data);
    desk.clock.advance(365 * 24 * super::desk::HOUR);
    let offboarding = desk
        .client
        .role_offboarding(id, &types::RoleTypeEnum::Customer, &*customer);
    let waiting = offboarding
        .poller(Goal::Approved)
        .deadline(Duration::from_millis(50));
    let error = waiting.await.unwrap_err();
    assert!(
        error.is_timeout() && error.to_string().contains("PENDING"),
        "{error}"
    );
    for id in ["start_role_offboarding", "start_offboarding"] {
        let said = specs::operation(id).operation["description"].to_string();
        assert!(
            said.contains("PENDING") && said.contains("CLOSED"),
            "{id}: {said}"
        );
    }
}

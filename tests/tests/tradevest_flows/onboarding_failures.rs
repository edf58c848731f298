//! Onboardings that fail: for good, for now, in silence, and in doubt.

use florin::tradevest::Client;
use florin::tradevest::onboarding::{
    Failure, Halt, Identification, NextStep, Onboarding, OnboardingError, Person, Step,
};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::{Kind, Reason, Verdict};
use serde_json::json;

use super::desk::receiver::Receiver;
use super::desk::{Desk, data};
use super::onboarding::{Disk, at_once, jane, nobodys, run, set_clock, to_accept, writes};

fn start(desk: &Desk, person: Person) -> Onboarding {
    nobodys(desk).onboard_person(person)
}

/// Without the document that proves her identification.
async fn paperless(desk: &Desk) -> Person {
    let (terms, privacy) = to_accept(desk).await;
    let identification = Identification::own(data::identification());
    Person::new(data::person_under("jane-1"), identification).accepted(terms, privacy)
}

#[tokio::test]
async fn a_rejection_that_can_be_mended_takes_a_new_onboarding_of_the_same_customer() {
    let desk = Desk::open_with(at_once()).await;
    let ear = Receiver::of(&desk).await;
    let disk = Disk::default();
    let onboarding = start(&desk, paperless(&desk).await);
    let mut onboarding = onboarding.without_document_check().hear(&ear.webhooks);
    let halt = run(&mut onboarding, &disk).await;
    let Halt::Failed {
        step,
        failure,
        reason,
        ..
    } = halt
    else {
        panic!("{halt:?}")
    };
    assert_eq!((step, failure), (Step::StartOnboarding, Failure::Rejected));
    assert!(
        failure.can_start_again(),
        "its customer has fallen back to CREATED"
    );
    assert_eq!(reason.unwrap().error_type(), Some("MISSING_DOCUMENT"));

    let resumed = nobodys(&desk).resume_onboarding(jane(&desk).await, disk.last());
    let mut onboarding = resumed.unwrap();
    assert!(matches!(
        onboarding.next_step(),
        NextStep::Send(Step::UploadDocument { .. })
    ));
    assert!(
        matches!(run(&mut onboarding, &disk).await, Halt::Failed { .. }),
        "it isn't started again by itself"
    );
    assert!(matches!(onboarding.next_step(), NextStep::Failed(_)));
    assert_eq!(desk.count("start_role_onboarding"), 1);
    onboarding.start_again().unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    let tradevest = desk.tradevest();
    assert_eq!(tradevest.objects(Kind::Customer).len(), 1);
    assert_eq!(tradevest.objects(Kind::Onboarding).len(), 2);
    assert_eq!(
        tradevest.objects(Kind::Document).len(),
        1,
        "what was missing was handed in"
    );
}

#[tokio::test]
async fn a_rejection_whose_customer_is_rejected_too_is_for_good() {
    let desk = Desk::open_with(at_once()).await;
    let disk = Disk::default();
    let verdict = Verdict::through(&["CREATED", "PENDING"]);
    desk.tradevest()
        .decide_next("start_role_onboarding", verdict)
        .unwrap();
    let onboarding = start(&desk, jane(&desk).await);
    let mut onboarding = onboarding.patience(std::time::Duration::from_millis(50));
    assert!(matches!(
        run(&mut onboarding, &disk).await,
        Halt::TakesLonger { .. }
    ));
    let id = onboarding.state().onboarding_id().unwrap().to_owned();
    let customer = onboarding.state().customer_id().unwrap().to_owned();
    desk.tradevest().set_status(&id, "REJECTED").unwrap();
    desk.tradevest().set_status(&customer, "REJECTED").unwrap();
    let halt = run(&mut onboarding, &disk).await;
    let Halt::Failed { failure, .. } = halt else {
        panic!("{halt:?}")
    };
    assert_eq!(failure, Failure::RejectedForGood);
    assert!(onboarding.start_again().is_err());
}

#[tokio::test]
async fn what_turned_invalid_is_made_anew_under_another_external_id() {
    let desk = Desk::open_with(at_once()).await;
    let disk = Disk::default();
    let verdict = Verdict::Invalid(Reason::new("ALREADY_EXISTS_ERROR", "known"));
    desk.tradevest()
        .decide_next("create_entity_natural_person", verdict)
        .unwrap();
    let mut onboarding = start(&desk, jane(&desk).await);
    let halt = run(&mut onboarding, &disk).await;
    let Halt::Failed {
        step,
        failure,
        reason,
        ..
    } = halt
    else {
        panic!("{halt:?}")
    };
    assert_eq!(
        (step, failure),
        (Step::CreatePerson { person: 0 }, Failure::Invalid)
    );
    assert_eq!(reason, None, "who hears nothing isn't told why");
    onboarding.start_again().unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    let ids = desk.external_ids("create_entity_natural_person");
    assert_eq!((ids.len(), ids[0].as_str()), (2, "jane-1"));
    assert_ne!(ids[0], ids[1], "the first one is burnt");
}

#[tokio::test]
async fn a_refused_report_is_known_to_who_hears_and_to_nobody_else() {
    for hears in [true, false] {
        let desk = Desk::open_with(at_once()).await;
        let ear = Receiver::of(&desk).await;
        let disk = Disk::default();
        let verdict = Verdict::Invalid(Reason::new("TOO_OLD_ERROR", "too old"));
        desk.tradevest()
            .decide_next("create_entity_identification", verdict)
            .unwrap();
        let mut onboarding = start(&desk, jane(&desk).await);
        if hears {
            onboarding = onboarding.hear(&ear.webhooks);
        }
        let halt = run(&mut onboarding, &disk).await;
        let Halt::Failed { step, failure, .. } = halt else {
            panic!("{halt:?}")
        };
        if !hears {
            // It shows in the end, where the identification is missed.
            assert_eq!((step, failure), (Step::StartOnboarding, Failure::Rejected));
            continue;
        }
        assert_eq!(step, Step::ReportIdentification { person: 0 });
        assert_eq!(failure, Failure::ChangeRefused);
        onboarding.start_again().unwrap();
        let halt = run(&mut onboarding, &disk).await;
        assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
        assert_eq!(desk.count("create_entity_identification"), 2);
    }
}

/// Runs until the answer of an operation is lost, and resumes from what was stored.
async fn lost(desk: &Desk, client: &Client, operation: &str) -> (Onboarding, Disk) {
    let disk = Disk::default();
    desk.misbehave(Fault::reset().after_effect().on(operation));
    let mut onboarding = client.onboard_person(jane(desk).await);
    let error = onboarding.run(|state| disk.save(state)).await.unwrap_err();
    let OnboardingError::Call(error) = error else {
        panic!("{error}")
    };
    assert_eq!(error.operation(), operation);
    let resumed = client.resume_onboarding(jane(desk).await, disk.last());
    (resumed.unwrap(), disk)
}

#[tokio::test]
async fn a_report_in_doubt_waits_for_somebody_who_finds_out() {
    let desk = Desk::open_with(at_once()).await;
    let operation = "create_entity_identification";
    let (mut onboarding, disk) = lost(&desk, &nobodys(&desk), operation).await;
    let halt = run(&mut onboarding, &disk).await;
    let Halt::InDoubt { step, about, .. } = halt else {
        panic!("{halt:?}")
    };
    assert_eq!(step, Step::ReportIdentification { person: 0 });
    assert!(about.contains("identification"), "{about}");
    assert_eq!(desk.count(operation), 1);
    onboarding.done().unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(desk.count(operation), 1);
}

#[tokio::test]
async fn a_customer_who_comes_back_isnt_taken_for_the_former_one_and_isnt_stuck() {
    for was_made in [true, false] {
        let desk = Desk::open_with(at_once()).await;
        set_clock(&desk);
        let (client, disk, tradevest) = (nobodys(&desk), Disk::default(), desk.tradevest());
        let person = tradevest.plant_person();
        let of_them = json!({"entityId": person, "entityType": "NATURAL_PERSON"});
        let former = tradevest.plant(Kind::Customer, "INACTIVE", &of_them);
        let fault = Fault::reset().on("create_role_customer");
        desk.misbehave(if was_made {
            fault.after_effect()
        } else {
            fault
        });
        let mut onboarding = client.onboard_person(jane(&desk).await);
        onboarding.done_with(person).unwrap();
        onboarding.run(|state| disk.save(state)).await.unwrap_err();
        if !was_made {
            let halt = run(&mut onboarding, &disk).await;
            let Halt::InDoubt { step, about, .. } = halt else {
                panic!("{halt:?}")
            };
            assert_eq!(step, Step::CreateCustomer);
            assert!(about.contains("1 that may be it"), "{about}");
            onboarding.repeat().unwrap();
        }
        let halt = run(&mut onboarding, &disk).await;
        let Halt::Onboarded { customer_id, .. } = halt else {
            panic!("{halt:?}")
        };
        assert_ne!(customer_id, former);
        assert_eq!(tradevest.objects(Kind::Customer).len(), 2);
    }
}

#[tokio::test]
async fn a_signature_in_doubt_shows_at_the_customer_and_isnt_given_twice() {
    let desk = Desk::open_with(at_once()).await;
    let (mut onboarding, disk) = lost(&desk, &nobodys(&desk), "sign_document_v2").await;
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(
        desk.count("sign_document_v2"),
        2,
        "one under the terms, one under the policy"
    );
}

#[tokio::test]
async fn an_onboarding_in_doubt_that_has_begun_is_followed_by_its_customer() {
    let desk = Desk::open_with(at_once()).await;
    let (mut onboarding, disk) = lost(&desk, &nobodys(&desk), "start_role_onboarding").await;
    let halt = run(&mut onboarding, &disk).await;
    let Halt::Onboarded { customer_id, .. } = halt else {
        panic!("{halt:?}")
    };
    assert_eq!(desk.tradevest().status(&customer_id).unwrap(), "ACTIVE");
    assert_eq!(desk.count("start_role_onboarding"), 1);
    assert_eq!(onboarding.state().onboarding_id(), None, "nothing tells it");
}

#[tokio::test]
async fn a_refusal_leaves_no_doubt_and_the_step_is_taken_again_with_mended_data() {
    let desk = Desk::open_with(at_once()).await;
    let disk = Disk::default();
    desk.misbehave(Fault::status(400).on("create_role_customer"));
    let mut onboarding = start(&desk, jane(&desk).await);
    let error = onboarding.run(|state| disk.save(state)).await.unwrap_err();
    assert!(error.to_string().contains("400"), "{error}");
    let resumed = nobodys(&desk).resume_onboarding(jane(&desk).await, disk.last());
    let mut onboarding = resumed.unwrap();
    assert_eq!(onboarding.next_step(), NextStep::Send(Step::CreateCustomer));
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
}

#[tokio::test]
async fn nothing_is_sent_that_couldnt_be_written_down() {
    let desk = Desk::open_with(at_once()).await;
    let mut onboarding = start(&desk, jane(&desk).await);
    let full = |_| async { Err::<(), _>("the disk is full") };
    let error = onboarding.run(full).await.unwrap_err();
    assert!(matches!(error, OnboardingError::NotSaved(_)), "{error}");
    assert!(writes(&desk).is_empty());
    let halt = run(&mut onboarding, &Disk::default()).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
}

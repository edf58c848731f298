//! Onboardings that are stopped at every step and taken up again from JSON.

use florin::tradevest::Client;
use florin::tradevest::onboarding::{Halt, Onboarding, OnboardingState, Subject};
use florin_sandbox::tradevest::Kind;

use super::desk::Desk;
use super::onboarding::{Disk, at_once, jane, nobodys, run};
use super::onboarding_company::company;

/// Everything of these kinds is there once.
fn check(desk: &Desk, kinds: &[(Kind, usize)], told: &str) {
    for (kind, count) in kinds {
        assert_eq!(
            desk.tradevest().objects(*kind).len(),
            *count,
            "{kind:?}, {told}"
        );
    }
}

const OF_A_PERSON: [(Kind, usize); 4] = [
    // With the one that is there from the start.
    (Kind::NaturalPerson, 2),
    (Kind::Document, 1),
    (Kind::Customer, 1),
    (Kind::Onboarding, 1),
];

const OF_A_COMPANY: [(Kind, usize); 8] = [
    (Kind::NaturalPerson, 2),
    (Kind::LegalEntity, 1),
    (Kind::LegalRepresentative, 1),
    (Kind::BeneficialOwner, 1),
    (Kind::Proxy, 1),
    (Kind::Document, 3),
    (Kind::Customer, 1),
    (Kind::Onboarding, 1),
];

fn resume(client: &Client, subject: Subject, disk: &Disk) -> Onboarding {
    let stored = serde_json::to_string(&disk.last()).unwrap();
    let state: OnboardingState = serde_json::from_str(&stored).unwrap();
    client.resume_onboarding(subject, state).unwrap()
}

/// Takes one step in each process, each from what the one before it has stored.
async fn in_many_processes(desk: &Desk, client: &Client, subject: Subject, first: Onboarding) {
    let disk = Disk::default();
    let mut onboarding = first;
    loop {
        let halt = onboarding.advance(|state| disk.save(state)).await.unwrap();
        if let Some(halt) = halt {
            assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
            break;
        }
        onboarding = resume(client, subject.clone(), &disk);
    }
    assert!(
        desk.tradevest()
            .objects(Kind::Customer)
            .iter()
            .all(|customer| customer.status == "ACTIVE")
    );
}

#[tokio::test]
async fn a_person_is_onboarded_by_as_many_processes_as_there_are_steps() {
    let desk = Desk::open_with(at_once()).await;
    let (client, jane) = (nobodys(&desk), jane(&desk).await);
    let first = client.onboard_person(jane.clone());
    in_many_processes(&desk, &client, jane.into(), first).await;
    check(&desk, &OF_A_PERSON, "one step each");
}

#[tokio::test]
async fn a_company_is_onboarded_by_as_many_processes_as_there_are_steps() {
    let desk = Desk::open_with(at_once()).await;
    let company = company(&desk).await;
    let first = desk.client.onboard_company(company.clone());
    in_many_processes(&desk, &desk.client, company.into(), first).await;
    check(&desk, &OF_A_COMPANY, "one step each");
}

/// Stops at the nth storing of the state, after it was stored. Whether it came to its end instead.
async fn stops_at(nth: usize, onboarding: &mut Onboarding, disk: &Disk) -> bool {
    let mut stored = 0;
    let run = onboarding.run(|state| {
        stored += 1;
        let stops = stored == nth;
        async move {
            disk.save(state).await.unwrap();
            if stops { Err("stopped") } else { Ok(()) }
        }
    });
    run.await.is_ok()
}

/// What nothing tells is found out by somebody: here, that nothing was sent, since it was stopped before.
async fn finish(onboarding: &mut Onboarding, disk: &Disk) {
    for _ in 0..3 {
        match run(onboarding, disk).await {
            Halt::Onboarded { .. } => return,
            Halt::InDoubt { .. } => onboarding.repeat().unwrap(),
            halt => panic!("{halt:?}"),
        }
    }
    panic!("it is in doubt for ever");
}

#[tokio::test]
async fn wherever_a_persons_onboarding_is_stopped_there_is_one_of_each_in_the_end() {
    for nth in 1.. {
        let desk = Desk::open_with(at_once()).await;
        let disk = Disk::default();
        let (client, jane) = (nobodys(&desk), jane(&desk).await);
        let mut onboarding = client.onboard_person(jane.clone());
        if stops_at(nth, &mut onboarding, &disk).await {
            assert!(nth > 10, "{nth}");
            break;
        }
        drop(onboarding);
        let mut onboarding = resume(&client, jane.into(), &disk);
        finish(&mut onboarding, &disk).await;
        check(&desk, &OF_A_PERSON, &format!("stopped at {nth}"));
        assert_eq!(desk.count("sign_document_v2"), 2, "stopped at {nth}");
        assert_eq!(
            desk.count("create_entity_identification"),
            1,
            "stopped at {nth}"
        );
    }
}

#[tokio::test]
async fn a_state_of_another_sort_or_of_a_later_version_isnt_taken_up() {
    let desk = Desk::open_with(at_once()).await;
    let (client, jane) = (nobodys(&desk), jane(&desk).await);
    let state = client.onboard_person(jane.clone()).state().clone();
    let error = client
        .resume_onboarding(company(&desk).await, state.clone())
        .unwrap_err();
    assert!(error.to_string().contains("company"), "{error}");
    let mut later = serde_json::to_value(&state).unwrap();
    later["version"] = 1000.into();
    let later: OnboardingState = serde_json::from_value(later).unwrap();
    let error = client.resume_onboarding(jane, later).unwrap_err();
    assert!(error.to_string().contains("later version"), "{error}");
}

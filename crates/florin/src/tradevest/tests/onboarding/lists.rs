//! What may have been sent, and a list that has to tell.

use super::provider::id;
use super::*;
use crate::tradevest::onboarding::Failure;

/// A company whose process dies while the answer to an operation is out: taken up again.
async fn lost(provider: &Provider, operation: &str) -> Onboarding {
    let disk = Disk::default();
    provider.lose(operation);
    let client = process(provider).requestor(person(PERSON)).build().unwrap();
    let mut onboarding = client.onboard_company(identified());
    onboarding.run(|state| disk.save(state)).await.unwrap_err();
    client.resume_onboarding(identified(), disk.last()).unwrap()
}

/// A company whose signatory is identified by Tradevest.
fn identified() -> Company {
    let url = Some("https://partner.example/back".to_owned());
    let signatory = Person::new(
        natural_person(Some("jane-1")),
        Identification::ByTradevest { redirect_url: url },
    );
    company_of(signatory.accepted("terms-1", "privacy-1"))
}

/// Runs until it is in doubt. What is told.
async fn doubt(onboarding: &mut Onboarding) -> String {
    match run(onboarding, &Disk::default()).await {
        Halt::InDoubt { about, .. } => about,
        halt => panic!("{halt:?}"),
    }
}

const LISTED: [(&str, &str, &str); 5] = [
    (
        "create_legal_representative",
        "representative",
        "legalRepresentativeStatus",
    ),
    ("create_beneficial_owner", "owner", "status"),
    ("create_role_customer", "customer", "customerStatus"),
    ("create_proxy", "proxy", "proxyStatus"),
    (
        "create_identification_verification",
        "verification",
        "status",
    ),
];

#[tokio::test(start_paused = true)]
async fn what_shows_late_is_in_doubt_until_it_shows_and_is_never_sent_again() {
    for (operation, kind, _) in LISTED {
        let provider = Provider::new();
        provider.retell(kind, |list| list["data"] = json!([]));
        let mut onboarding = lost(&provider, operation).await;
        let about = doubt(&mut onboarding).await;
        assert!(about.contains("shows 0 that are just like it"), "{about}");
        assert_eq!(provider.count(kind), 1, "{operation}");
        provider.retell(kind, |_| {});
        let halt = run(&mut onboarding, &Disk::default()).await;
        assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
        let wanted = if kind == "representative" { 2 } else { 1 };
        assert_eq!(provider.count(kind), wanted, "{operation}");
    }
}

#[tokio::test(start_paused = true)]
async fn who_has_found_out_that_nothing_came_has_it_sent_again() {
    for (operation, kind, _) in LISTED {
        let provider = Provider::new();
        let mut onboarding = lost(&provider, operation).await;
        provider.forget(kind);
        let _ = doubt(&mut onboarding).await;
        assert_eq!(provider.count(kind), 0, "{operation}");
        onboarding.repeat().unwrap();
        let halt = run(&mut onboarding, &Disk::default()).await;
        assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn somebody_who_is_written_otherwise_isnt_made_a_second_time() {
    fn rename(entry: &mut Value, from: &str, to: &str) {
        let member = entry.as_object_mut().unwrap().remove(from).unwrap();
        entry[to] = member;
    }
    let otherwise: [fn(&mut Value); 7] = [
        |entry| entry["birthPlace"] = json!("Bonn (DE)"),
        |entry| rename(entry, "birthDay", "birthDate"),
        |entry| rename(entry, "legalRepresentativeId", "id"),
        |entry| rename(entry, "legalRepresentativeStatus", "state"),
        |entry| entry["nationalities"] = json!([{"countryCode": "DE"}]),
        |entry| entry["firstName"] = json!("Jane M."),
        |entry| entry["legalRepresentativeStatus"] = json!("INVALID"),
    ];
    for how in otherwise {
        let provider = Provider::new();
        provider.retell("representative", move |list| how(&mut list["data"][0]));
        let mut onboarding = lost(&provider, "create_legal_representative").await;
        let about = doubt(&mut onboarding).await;
        assert!(about.contains("1 that may be it"), "{about}");
        assert!(!about.contains("Jane"), "{about}");
        assert_eq!(provider.count("representative"), 1);
        onboarding.done_with(id("representative", 1)).unwrap();
        let halt = run(&mut onboarding, &Disk::default()).await;
        assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
        assert_eq!(provider.count("representative"), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn a_list_that_cant_be_read_tells_nothing() {
    for (operation, kind, _) in LISTED {
        let provider = Provider::new();
        provider.retell(kind, |list| *list = json!("later"));
        let mut onboarding = lost(&provider, operation).await;
        let about = doubt(&mut onboarding).await;
        assert!(about.contains("can't be read"), "{about}");
        assert_eq!(provider.count(kind), 1, "{operation}");
    }
}

#[tokio::test(start_paused = true)]
async fn of_two_that_are_just_like_it_none_is_taken() {
    for (operation, kind, _) in LISTED {
        let provider = Provider::new();
        provider.retell(kind, |list| {
            let mut second = list["data"][0].clone();
            for (_, member) in second.as_object_mut().unwrap() {
                if member
                    .as_str()
                    .is_some_and(|id| id.ends_with("-000000000001"))
                {
                    *member = json!("another");
                }
            }
            // Whom it is about stays.
            for member in ["entityId", "naturalPersonId"] {
                second[member] = list["data"][0][member].clone();
            }
            list["data"].as_array_mut().unwrap().push(second);
        });
        let mut onboarding = lost(&provider, operation).await;
        let about = doubt(&mut onboarding).await;
        assert!(about.contains("2 that are just like it"), "{about}");
        assert_eq!(provider.count(kind), 1, "{operation}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_former_one_isnt_taken_for_the_new_one() {
    for (operation, kind, status) in LISTED {
        for word in [
            "INACTIVE",
            "ARCHIVED",
            "DECEASED",
            "ESTATE",
            "INVALID",
            "REJECTED",
            "SUSPENDED",
        ] {
            let provider = Provider::new();
            provider.retell(kind, move |list| list["data"][0][status] = json!(word));
            let mut onboarding = lost(&provider, operation).await;
            let about = doubt(&mut onboarding).await;
            assert!(
                about.contains("0 that are just like it, 1 that may"),
                "{about}"
            );
            assert_eq!(provider.count(kind), 1, "{operation} {word}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn one_that_was_made_before_the_step_began_isnt_taken_for_the_new_one() {
    // The step begins at noon.
    for (created, is_taken) in [
        (json!("2026-03-09T12:00:00Z"), false),
        (json!("2026-03-10T11:45:00.123456789Z"), false),
        (json!("2026-03-10T11:55:00.123456789Z"), true),
        (json!("2026-03-10T12:00:01Z"), true),
        (json!("2026-03-10T13:00:01+01:00"), true),
        (json!("yesterday"), false),
        (json!(7), false),
    ] {
        for (operation, kind, _) in LISTED {
            let provider = Provider::new();
            let shown = created.clone();
            provider.retell(kind, move |list| {
                list["data"][0]["createdOn"] = shown.clone()
            });
            let mut onboarding = lost(&provider, operation).await;
            let halt = run(&mut onboarding, &Disk::default()).await;
            assert_eq!(
                matches!(halt, Halt::Onboarded { .. }),
                is_taken,
                "{operation} {created}: {halt:?}"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn one_that_shows_no_time_is_in_doubt_where_its_status_cant_tell() {
    for (operation, kind, _) in LISTED {
        for is_null in [true, false] {
            let provider = Provider::new();
            provider.retell(kind, move |list| {
                let entry = list["data"][0].as_object_mut().unwrap();
                entry.remove("createdOn");
                if is_null {
                    entry.insert("createdOn".to_owned(), Value::Null);
                }
            });
            let mut onboarding = lost(&provider, operation).await;
            if matches!(kind, "customer" | "verification") {
                let about = doubt(&mut onboarding).await;
                assert!(about.contains("1 that may be it"), "{about}");
                onboarding.done_with(id(kind, 1)).unwrap();
            }
            let halt = run(&mut onboarding, &Disk::default()).await;
            assert!(
                matches!(halt, Halt::Onboarded { .. }),
                "{operation} {halt:?}"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_has_ended_can_be_replaced_by_one_that_is_named_or_made() {
    for is_made in [true, false] {
        for ending in ["INACTIVE", "ESTATE"] {
            let (provider, disk) = (Provider::new(), Disk::default());
            let mut onboarding = nobodys(&provider).onboard_person(jane());
            while onboarding.state().customer_id().is_none() {
                onboarding.advance(|state| disk.save(state)).await.unwrap();
            }
            provider.bring("customer", ending);
            let halt = run(&mut onboarding, &disk).await;
            let Halt::Failed { step, failure, .. } = halt else {
                panic!("{halt:?}")
            };
            assert_eq!((step, failure), (Step::CreateCustomer, Failure::Ended));
            assert!(onboarding.start_again().is_err());
            provider.bring("customer", "CREATED");
            let mut onboarding = nobodys(&provider)
                .resume_onboarding(jane(), disk.last())
                .unwrap();
            if is_made {
                onboarding.repeat().unwrap();
            } else {
                onboarding.done_with(id("customer", 1)).unwrap();
            }
            let halt = run(&mut onboarding, &disk).await;
            assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
            assert_eq!(provider.count("customer"), if is_made { 2 } else { 1 });
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_person_who_is_gone_is_made_anew_under_another_external_id() {
    let (provider, disk) = (Provider::new(), Disk::default());
    provider.bring("person", "ARCHIVED");
    let mut onboarding = nobodys(&provider).onboard_person(jane());
    let _ = run(&mut onboarding, &disk).await;
    provider.bring("person", "CREATED");
    onboarding.repeat().unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(provider.count("person"), 2);
}

#[tokio::test(start_paused = true)]
async fn what_was_refused_for_good_isnt_repeated() {
    let (provider, disk) = (Provider::new(), Disk::default());
    provider.bring("person", "REJECTED");
    let mut onboarding = nobodys(&provider).onboard_person(jane());
    let _ = run(&mut onboarding, &disk).await;
    assert!(onboarding.repeat().is_err());
    assert!(onboarding.done_with(" ").is_err());
    provider.bring("person", "CREATED");
    onboarding.done_with(id("person", 1)).unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
}

#[tokio::test(start_paused = true)]
async fn a_state_that_knows_no_beginning_is_taken_up() {
    let provider = Provider::new();
    let onboarding = lost(&provider, "create_role_customer").await;
    let mut state = serde_json::to_value(onboarding.state()).unwrap();
    for record in state["records"].as_array_mut().unwrap() {
        assert!(record.as_object_mut().unwrap().remove("began").is_some());
    }
    let client = onboarding.client.clone();
    let mut onboarding = client
        .resume_onboarding(identified(), read::<OnboardingState>(state))
        .unwrap();
    let halt = run(&mut onboarding, &Disk::default()).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
}

//! A natural person, all the way.

use super::provider::id;
use super::*;

#[tokio::test(start_paused = true)]
async fn everything_is_sent_in_the_order_of_the_guides_and_in_the_persons_own_name() {
    let (provider, disk) = (Provider::new(), Disk::default());
    let mut onboarding = nobodys(&provider).onboard_person(jane());
    let Halt::Onboarded { customer_id, .. } = run(&mut onboarding, &disk).await else {
        panic!("it is through")
    };
    assert_eq!(customer_id, id("customer", 1));
    let told: Vec<_> = calls(&provider.network)
        .into_iter()
        .map(|sent| sent.operation)
        .collect();
    assert_eq!(
        told,
        [
            "create_entity_natural_person",
            "get_entity_natural_person",
            "create_entity_identification",
            "upload_document_v2",
            "get_document_v2",
            "create_role_customer",
            "get_role_customer",
            "sign_document_v2",
            "sign_document_v2",
            "start_role_onboarding",
            "get_role_onboarding",
        ]
    );
    let person = id("person", 1);
    for sent in &calls(&provider.network)[1..] {
        assert_eq!(
            sent.requestor.as_deref(),
            Some(&*person),
            "{}",
            sent.operation
        );
    }
    let body = |operation| serde_json::from_str::<Value>(&provider.last(operation).body).unwrap();
    assert_eq!(
        body("create_role_customer"),
        json!({
            "entityId": person, "entityType": "NATURAL_PERSON", "labels": ["gold"],
            "refAccounts": [{"iban": "DE02120300000000202051", "ownerName": "Jane Roe"}]
        })
    );
    assert_eq!(
        body("sign_document_v2"),
        json!({"partnerDocumentId": "privacy-1", "naturalPersonId": person})
    );
    assert_eq!(
        body("start_role_onboarding"),
        json!({"roleType": "CUSTOMER", "roleId": customer_id})
    );
    assert_eq!(onboarding.state().done().count(), onboarding.steps().len());
}

#[tokio::test(start_paused = true)]
async fn a_step_is_one_thing_that_is_sent_or_one_that_is_waited_for() {
    let (provider, disk) = (Provider::new(), Disk::default());
    let mut onboarding = nobodys(&provider).onboard_person(jane());
    let mut steps = 0;
    loop {
        let before = provider.writes().len();
        let halt = onboarding.advance(|state| disk.save(state)).await.unwrap();
        assert!(provider.writes().len() - before <= 1);
        if halt.is_some() {
            break;
        }
        steps += 1;
    }
    assert_eq!(steps, 11);
}

#[tokio::test(start_paused = true)]
async fn killed_at_any_point_it_goes_on_and_makes_nothing_twice() {
    let kinds = [
        ("person", 1),
        ("document", 1),
        ("customer", 1),
        ("signature", 2),
        ("onboarding", 1),
    ];
    killed_everywhere(
        |provider| nobodys(provider).onboard_person(jane()),
        jane,
        &kinds,
    )
    .await;
}

#[tokio::test(start_paused = true)]
async fn killed_before_it_was_sent_it_is_sent_under_the_external_id_that_was_stored() {
    let (provider, disk) = (Provider::new(), Disk::default());
    let unnamed = Person::new(natural_person(None), report())
        .document(paper(types::DocumentTypeEnum::IdentificationCertificate))
        .accepted("terms-1", "privacy-1");
    let mut onboarding = nobodys(&provider).onboard_person(unnamed.clone());
    // The process dies while it stores.
    let died = onboarding
        .run(|state| {
            let disk = disk.clone();
            async move {
                disk.save(state).await.unwrap();
                Err("died")
            }
        })
        .await
        .unwrap_err();
    assert_eq!(
        died.to_string(),
        "the state of the onboarding couldn't be stored"
    );
    assert!(calls(&provider.network).is_empty());

    let mut onboarding = nobodys(&provider)
        .resume_onboarding(unnamed, disk.last())
        .unwrap();
    let _ = run(&mut onboarding, &disk).await;
    let stored: Value = serde_json::from_str(&disk.all()[0]).unwrap();
    let first = &calls(&provider.network)[0];
    assert_eq!(first.operation, "create_entity_natural_person");
    let body: Value = serde_json::from_str(&first.body).unwrap();
    assert_eq!(body["externalId"], stored["records"][0]["external_id"]);
    assert_eq!(body["externalId"].as_str().unwrap().len(), 36);
}

#[tokio::test(start_paused = true)]
async fn nothing_about_a_person_is_in_a_state_or_shown() {
    let (provider, disk) = (Provider::new(), Disk::default());
    let mut onboarding = nobodys(&provider).onboard_person(jane());
    let mut shown = format!("{:?} {onboarding:?} {:?}", jane(), company());
    let halt = run(&mut onboarding, &disk).await;
    shown += &format!("{onboarding:?} {halt:?} {}", disk.all().concat());
    for word in [
        "Jane",
        "Roe",
        "Bonn",
        "1990-04",
        "L01X00T47",
        "DE02",
        "passport",
        "PDF",
    ] {
        assert!(!shown.contains(word), "{word}: {shown}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_state_that_isnt_theirs_or_is_of_a_later_version_is_refused() {
    let (provider, disk) = (Provider::new(), Disk::default());
    let client = nobodys(&provider);
    let _ = run(&mut client.onboard_person(jane()), &disk).await;
    let state = disk.last();
    let refused = client.resume_onboarding(company(), state.clone());
    assert!(refused.unwrap_err().to_string().contains("company"));
    let mut later = serde_json::to_value(&state).unwrap();
    later["version"] = json!(99);
    let refused = client.resume_onboarding(jane(), read(later));
    assert!(refused.unwrap_err().to_string().contains("later version"));
}

#[tokio::test(start_paused = true)]
async fn another_requestor_is_named_where_that_is_said() {
    let (provider, disk) = (Provider::new(), Disk::default());
    let onboarding = nobodys(&provider).onboard_person(jane());
    let _ = run(&mut onboarding.requestor(person(OTHER)), &disk).await;
    let sent = provider.last("start_role_onboarding");
    assert_eq!(sent.requestor.as_deref(), Some(OTHER));
}

#[test]
fn it_can_run_on_any_thread() {
    fn is_send<T: Send>(_: T) {}
    let client = builder(&Scripted::default()).build().unwrap();
    let mut onboarding = client.onboard_person(jane());
    is_send(onboarding.run(|_| async { Ok::<(), Infallible>(()) }));
}

//! A company, all the way.

use super::provider::id;
use super::*;

fn acting(provider: &Provider) -> Client {
    process(provider).requestor(person(PERSON)).build().unwrap()
}

#[tokio::test(start_paused = true)]
async fn everything_is_sent_in_the_order_of_the_guides() {
    let (provider, disk) = (Provider::new(), Disk::default());
    let mut onboarding = acting(&provider).onboard_company(company());
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(
        provider.writes(),
        [
            "create_entity_legal_entity",
            "create_legal_representative",
            "create_legal_representative",
            "create_beneficial_owner",
            "create_role_customer",
            "upload_document_v2",
            "upload_document_v2",
            "create_entity_natural_person",
            "create_entity_identification",
            "upload_document_v2",
            "create_proxy",
            "sign_document_v2",
            "sign_document_v2",
            "start_role_onboarding",
        ]
    );
    let (person, company) = (id("person", 1), id("company", 1));
    assert_eq!(
        serde_json::from_str::<Value>(&provider.last("create_proxy").body).unwrap(),
        json!({
            "proxyType": "SIGNATORY", "naturalPersonId": person, "entityId": company, "entityType": "LEGAL_ENTITY",
            "validityType": "UNLIMITED", "scopeType": "INDIVIDUAL"
        })
    );
    for (operation, name) in [
        ("create_legal_representative", PERSON),
        ("create_proxy", PERSON),
        ("start_role_onboarding", PERSON),
        ("create_entity_identification", &*person),
        ("sign_document_v2", &*person),
    ] {
        assert_eq!(
            provider.last(operation).requestor.as_deref(),
            Some(name),
            "{operation}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn killed_at_any_point_it_goes_on_and_makes_nothing_twice() {
    let kinds = [
        ("company", 1),
        ("representative", 2),
        ("owner", 1),
        ("customer", 1),
        ("document", 3),
        ("person", 1),
        ("proxy", 1),
        ("signature", 2),
        ("onboarding", 1),
    ];
    killed_everywhere(
        |provider| acting(provider).onboard_company(company()),
        company,
        &kinds,
    )
    .await;
}

#[tokio::test(start_paused = true)]
async fn what_cant_work_is_refused_before_anything_is_sent() {
    let (provider, disk) = (Provider::new(), Disk::default());
    let client = acting(&provider);
    let bare = Company::new(read(serde_json::to_value(company_data()).unwrap()));
    for (onboarding, word) in [
        (client.onboard_company(bare.clone()), "representative"),
        (
            nobodys(&provider).onboard_company(company()),
            "in whose name",
        ),
    ] {
        let mut onboarding = onboarding;
        let error = onboarding.run(|state| disk.save(state)).await.unwrap_err();
        assert!(error.to_string().contains(word), "{error}");
    }
    assert!(disk.all().is_empty());
    assert!(provider.network.sent().is_empty());
}

fn company_data() -> Value {
    json!({
        "legalName": "Roe GmbH", "legalForm": "A_NEW_FORM", "naceSectors": [{"section": "J"}], "registerCountry": "DE",
        "registerNumber": "HRB 1", "registerCourt": "Bonn", "foundedOn": "2001-01-01", "taxNumber": "1",
        "mainAddress": {"street": "Weg", "streetNumber": "1", "city": "Bonn", "zip": "53111", "country": "DE"},
        "fatcaCrsDeclaration": {}
    })
}

#[test]
fn a_legal_form_that_isnt_known_is_asked_for_nothing() {
    let client = builder(&Scripted::default()).build().unwrap();
    let missing = |form: &str| {
        let mut data = company_data();
        data["legalForm"] = json!(form);
        let onboarding = client.onboard_company(Company::new(read(data)));
        onboarding.missing_documents().len()
    };
    assert_eq!(missing("A_NEW_FORM"), 0);
    for (form, documents) in [
        ("LIMITED_LIABILITY_COMPANY", 2),
        ("PUBLIC_LIMITED_COMPANY", 2),
        ("FOUNDATION", 2),
        ("ASSOCIATION", 1),
        ("GENERAL_PARTNERSHIP", 3),
        ("PARTNERSHIP", 1),
    ] {
        assert_eq!(missing(form), documents, "{form}");
    }
}

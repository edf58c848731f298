//! Legal entities, their people, and the older generation's customers.

use florin_sandbox::tradevest::{Kind, Options};
use serde_json::{Value, json};

use crate::partner::{Partner, address};

fn company(external_id: &str) -> Value {
    json!({
        "legalName": "Muster GmbH",
        "legalForm": "LIMITED_LIABILITY_COMPANY",
        "naceSectors": [{ "section": "C", "code": "26.40", "description": "Electronics" }],
        "registerCountry": "DE",
        "registerNumber": "HRB 1",
        "registerCourt": "Berlin",
        "foundedOn": "2001-01-01",
        "mainAddress": address(),
        "taxNumber": "1",
        "fatcaCrsDeclaration": {
            "isForeignTaxResidency": false,
            "isSanctionedCountries": false,
            "fatcaClassification": "ACTIVE_NFE",
            "activeNfeType": "LE_BY_INCOME_ASSETS",
        },
        "externalId": external_id,
    })
}

fn somebody() -> Value {
    json!({
        "firstName": "Max",
        "lastName": "Mustermann",
        "birthDay": "1970-01-01",
        "birthPlace": "Bonn",
        "birthCountry": "DE",
        "isUsNationality": false,
        "nationalities": ["DE"],
        "fatcaControllingPerson": false,
    })
}

fn representative() -> Value {
    let mut representative = somebody();
    representative["function"] = "MANAGING_DIRECTOR".into();
    representative["soleSignatureAuthorized"] = true.into();
    representative
}

#[tokio::test]
async fn a_company_has_representatives_and_owners() {
    let partner = Partner::open(Options::default()).await;
    let id = partner
        .create("/entities/legal-entities", &company("c-1"))
        .await;
    partner.wait();
    let read = partner
        .read(&format!("/entities/legal-entities/{id}"))
        .await;
    assert_eq!(read["legalEntityStatus"], "CREATED");
    assert_eq!(
        partner
            .post("/entities/legal-entities", &company("c-1"))
            .await
            .0,
        409
    );

    let representatives = format!("/entities/{id}/legal-representatives");
    let one = partner.create(&representatives, &representative()).await;
    let mut owner = somebody();
    owner["uboRelationship"] = "DIRECTLY_HOLDING_25".into();
    owner["share"] = json!(10.5);
    owner["votingRights"] = json!(10);
    let owners = format!("/entities/{id}/beneficial-owners");
    assert_eq!(partner.post(&owners, &owner).await.0, 400);
    owner["share"] = json!(25.01);
    let owner = partner.create(&owners, &owner).await;
    partner.wait();
    assert_eq!(partner.status(&one), "CREATED");
    let list = partner.read(&format!("{representatives}?limit=20")).await;
    assert_eq!(list["data"][0]["legalRepresentativeId"], one);
    let read = partner
        .read(&format!("/entities/beneficial-owners/{owner}"))
        .await;
    assert_eq!(read["type"], "REAL_UBO_25");
    let gone = format!("/entities/legal-representatives/{one}");
    assert_eq!(partner.delete(&gone).await.0, 202);
    assert_eq!(partner.get(&gone).await.0, 404);
}

#[tokio::test]
async fn a_company_without_owners_gets_fictive_ones_when_it_is_onboarded() {
    let options = Options {
        onboarding_needs_papers: false,
        ..Options::default()
    };
    let partner = Partner::open(options).await;
    let id = partner
        .create("/entities/legal-entities", &company("c-1"))
        .await;
    partner.wait();
    let path = format!("/entities/{id}/legal-representatives");
    partner.create(&path, &representative()).await;
    let customer = json!({ "entityId": id, "entityType": "LEGAL_ENTITY" });
    let customer = partner.create("/roles/customers", &customer).await;
    let person = partner.tradevest.plant_person();
    let mut proxy = json!({
        "proxyType": "SIGNATORY",
        "naturalPersonId": person,
        "entityId": id,
        "entityType": "LEGAL_ENTITY",
        "validityType": "UNTIL_LEGAL_AGE",
        "scopeType": "INDIVIDUAL",
    });
    assert_eq!(partner.post("/roles/proxies", &proxy).await.0, 400);
    proxy["validityType"] = "UNLIMITED".into();
    let proxy = partner.create("/roles/proxies", &proxy).await;
    partner.wait();
    let role = json!({ "roleType": "CUSTOMER", "roleId": customer });
    partner.create("/roles/onboardings", &role).await;
    partner.wait();
    for id in [&id, &customer, &proxy] {
        assert_eq!(partner.status(id), "ACTIVE");
    }
    let owners = partner.tradevest.objects(Kind::BeneficialOwner);
    assert_eq!(owners[0].shown["type"], "FICTIVE_UBO");
    assert_eq!(owners[0].status, "ACTIVE");
}

#[tokio::test]
async fn a_vendor_delivers_company_data_in_steps() {
    let partner = Partner::open(Options::default()).await;
    let order = json!({ "country": "DE", "companyName": "Muster GmbH" });
    let id = partner
        .create("/entities/vendor/legal-entities", &order)
        .await;
    let path = format!("/entities/vendor/legal-entities/{id}");
    let read = partner.read(&path).await;
    assert_eq!(read["search"]["status"], "PREPARING");
    assert!(read.get("legalEntity").is_none());
    partner.wait();
    let old = format!("/customers/vendor/prepare/legal-entities/{id}");
    let read = partner.read(&old).await;
    assert_eq!(read["search"]["status"], "COMPLETED");
    assert!(read["legalEntity"].is_object());
    assert_eq!(
        partner
            .get("/entities/vendor/legal-entities?country=DE&companyName=Muster")
            .await
            .0,
        200
    );
}

#[tokio::test]
async fn the_older_generation_makes_customers_in_one_go() {
    let partner = Partner::open(Options::default()).await;
    let mut data = company("c-1");
    data["labels"] = json!(["vip"]);
    let id = partner.create("/customers/legal-entities", &data).await;
    partner.wait();
    let path = format!("/customers/legal-entities/{id}");
    let read = partner.read(&path).await;
    assert_eq!(read["customerStatus"], "CREATED");
    assert_eq!(read["legalName"], "Muster GmbH");
    assert_eq!(read["labels"], json!(["vip"]));
    assert_eq!(
        partner
            .patch(&path, &json!({ "labels": ["other"] }))
            .await
            .0,
        202
    );

    let person = partner.tradevest.plant_person();
    let data = json!({ "naturalPersonId": person });
    let id = partner.create("/customers/natural-persons", &data).await;
    assert_eq!(
        partner.post("/customers/natural-persons", &data).await.0,
        409
    );
    partner.wait();
    let read = partner.read(&format!("/customers/{id}")).await;
    assert_eq!(read["entityId"], person);
    let shown = partner.read(&format!("/natural-persons/{person}")).await;
    assert_eq!(shown["roles"][0]["roleId"], id);
    let joint = json!({ "np1Id": person, "np2Id": partner.tradevest.plant_person() });
    let id = partner.create("/customers/joint-persons", &joint).await;
    let read = partner
        .read(&format!("/customers/joint-persons/{id}"))
        .await;
    assert_eq!(read["np1Id"], person);
}

//! Onboardings and offboardings, from nothing to an active customer.

use std::time::Duration;

use florin_sandbox::tradevest::{Kind, Options, Verdict};
use serde_json::{Value, json};

use crate::documents;
use crate::partner::{Partner, person};

/// A created person and customer.
async fn applicant(partner: &Partner) -> (String, String) {
    let person = partner
        .create("/entities/natural-persons", &person("p-1"))
        .await;
    partner.wait();
    let customer = json!({
        "entityId": person,
        "entityType": "NATURAL_PERSON",
        "refAccounts": [{ "iban": "DE89370400440532013000", "ownerName": "Erika Mustermann" }],
    });
    let customer = partner.create("/roles/customers", &customer).await;
    partner.wait();
    (person, customer)
}

fn identification() -> Value {
    json!({
        "externalVerifier": "WEB_ID",
        "identificationType": "VIDEO_IDENT",
        "identificationDate": "2026-10-01",
        "identificationDocumentType": "ID",
        "documentNumber": "X1",
        "documentCountry": "DE",
        "documentIssuer": "Berlin",
        "documentIssueDate": "2020-01-01",
        "documentExpiryDate": "2030-01-01",
    })
}

async fn papers(partner: &Partner, person: &str, customer: &str) {
    let path = format!("/entities/natural-persons/{person}/identification");
    assert_eq!(partner.post(&path, &identification()).await.0, 202);
    let certificate = json!({
        "name": "passport.pdf",
        "resourceType": "NATURAL_PERSON",
        "resourceId": person,
        "type": "IDENTIFICATION_CERTIFICATE",
    });
    let uploaded = documents::post(partner, &certificate, "application/pdf", b"%PDF").await;
    assert_eq!(uploaded.0, 200, "{}", uploaded.1);
    for document in partner.tradevest.objects(Kind::PartnerDocument) {
        let signature = json!({
            "partnerDocumentId": document.id,
            "naturalPersonId": person,
            "customerId": customer,
        });
        assert_eq!(partner.post("/v2/documents/sign", &signature).await.0, 202);
    }
    partner.wait();
}

async fn onboard(partner: &Partner, customer: &str) -> String {
    let role = json!({ "roleType": "CUSTOMER", "roleId": customer });
    partner.create("/roles/onboardings", &role).await
}

#[tokio::test]
async fn a_person_with_all_papers_becomes_an_active_customer() {
    let options = Options {
        step_after: Duration::from_secs(1),
        ..Options::default()
    };
    let partner = Partner::open(options).await;
    let (person, customer) = applicant(&partner).await;
    papers(&partner, &person, &customer).await;
    let id = onboard(&partner, &customer).await;
    let second = json!({ "roleType": "CUSTOMER", "roleId": customer });
    assert_eq!(partner.post("/roles/onboardings", &second).await.0, 409);
    partner.clock.advance(Duration::from_millis(1100));
    assert_eq!(partner.status(&id), "PENDING");
    assert_eq!(partner.status(&customer), "PENDING");
    partner.wait();
    let read = partner.read(&format!("/roles/onboardings/{id}")).await;
    assert_eq!(read["status"], "APPROVED");
    assert_eq!(read["roleId"], customer);
    assert_eq!(partner.status(&customer), "ACTIVE");
    assert_eq!(partner.status(&person), "ACTIVE");
    let document = &partner.tradevest.objects(Kind::Document)[0];
    assert_eq!(document.status, "APPROVED");
}

#[tokio::test]
async fn what_is_missing_rejects_the_onboarding_and_can_be_mended() {
    let partner = Partner::open(Options::default()).await;
    let (person, customer) = applicant(&partner).await;
    let id = onboard(&partner, &customer).await;
    partner.wait();
    let state = partner.tradevest.object(&id).unwrap();
    assert_eq!(state.status, "REJECTED");
    assert!(
        state
            .reason
            .unwrap()
            .description
            .contains("TERMS_AND_CONDITIONS")
    );
    assert_eq!(partner.status(&customer), "CREATED");
    assert_eq!(partner.status(&person), "CREATED");
    papers(&partner, &person, &customer).await;
    let id = onboard(&partner, &customer).await;
    partner.wait();
    assert_eq!(partner.status(&id), "APPROVED");
    // And not a third time.
    let id = onboard(&partner, &customer).await;
    partner.wait();
    assert_eq!(partner.status(&id), "REJECTED");
    assert_eq!(partner.status(&customer), "ACTIVE");
}

#[tokio::test]
async fn an_onboarding_can_be_reviewed_and_papers_can_be_let_be() {
    let options = Options {
        onboarding_needs_papers: false,
        ..Options::default()
    };
    let partner = Partner::open(options).await;
    let (_, customer) = applicant(&partner).await;
    let verdict = Verdict::through(&["CREATED", "PENDING", "REVIEW"]);
    partner
        .tradevest
        .decide_next("start_onboarding", verdict)
        .unwrap();
    let subject = json!({ "entityType": "CUSTOMER", "entityId": customer });
    let id = partner.create("/onboardings", &subject).await;
    partner.wait();
    assert_eq!(partner.status(&customer), "REVIEW");
    partner.tradevest.set_status(&id, "APPROVED").unwrap();
    assert_eq!(partner.status(&customer), "ACTIVE");
    let list = format!("/onboardings?entityType=CUSTOMER&entityId={customer}");
    assert_eq!(partner.read(&list).await[0]["onboardingId"], id);
}

#[tokio::test]
async fn nobody_unknown_is_onboarded() {
    let partner = Partner::open(Options::default()).await;
    let nobody = "5f2c1f6e-0000-4000-8000-000000000000";
    for (path, subject) in [
        (
            "/roles/onboardings",
            json!({ "roleType": "CUSTOMER", "roleId": nobody }),
        ),
        (
            "/onboardings",
            json!({ "entityType": "CUSTOMER", "entityId": nobody }),
        ),
    ] {
        assert_eq!(partner.post(path, &subject).await.0, 404);
    }
    let list = format!("/offboardings?entityType=CUSTOMER&entityId={nobody}");
    assert_eq!(partner.get(&list).await.0, 404);
}

#[tokio::test]
async fn a_customer_leaves_when_the_products_are_closed() {
    let partner = Partner::open(Options::default()).await;
    let [customer, cash, wallet] = partner.trader();
    let leave =
        |reason: &str| json!({ "roleType": "CUSTOMER", "roleId": customer, "reason": reason });
    let path = "/roles/offboardings";
    let id = partner
        .create(path, &leave("CUSTOMER_REQUEST_IMMEDIATE"))
        .await;
    partner.wait();
    assert_eq!(partner.status(&id), "INVALID", "products are open");
    for product in [&cash, &wallet] {
        partner.tradevest.set_status(product, "CLOSED").unwrap();
    }
    let id = partner.create(path, &leave("DISSOLUTION_IMMEDIATE")).await;
    partner.wait();
    assert_eq!(partner.status(&id), "INVALID", "people don't dissolve");
    let id = partner
        .create(path, &leave("CUSTOMER_REQUEST_IMMEDIATE"))
        .await;
    partner.wait();
    assert_eq!(partner.status(&id), "APPROVED");
    assert_eq!(partner.status(&customer), "INACTIVE");
    let list = format!("{path}?offboardingRoleType=CUSTOMER&roleId={customer}");
    assert_eq!(partner.read(&list).await.as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn an_ordinary_offboarding_waits_two_months_and_can_be_cancelled() {
    let partner = Partner::open(Options::default()).await;
    let customer = partner.tradevest.plant_customer();
    let leave = json!({
        "roleType": "CUSTOMER",
        "roleId": customer,
        "reason": "CANCELLATION_BY_PARTNER_ORDINARY",
    });
    let id = partner.create("/roles/offboardings", &leave).await;
    partner.wait();
    assert_eq!(partner.status(&id), "PENDING");
    assert_eq!(
        partner.delete(&format!("/roles/offboardings/{id}")).await.0,
        202
    );
    assert_eq!(partner.status(&id), "CANCELED");
    let id = partner.create("/roles/offboardings", &leave).await;
    partner.clock.advance(Duration::from_secs(62 * 24 * 3600));
    assert_eq!(partner.status(&id), "APPROVED");
    assert_eq!(partner.status(&customer), "INACTIVE");
}

//! Natural persons, their identification, and everybody together.

use std::time::Duration;

use florin_sandbox::tradevest::{Kind, Options, Reason, Verdict};
use reqwest::Method;
use serde_json::json;

use crate::partner::{Partner, person};

#[tokio::test]
async fn a_person_is_received_and_then_created_in_both_generations() {
    let partner = Partner::open(Options::default()).await;
    for path in ["/natural-persons", "/entities/natural-persons"] {
        let id = partner.create(path, &person(path)).await;
        let read = partner.read(&format!("{path}/{id}")).await;
        assert_eq!(read["naturalPersonStatus"], "RECEIVED");
        partner.wait();
        for path in ["/natural-persons", "/entities/natural-persons"] {
            let read = partner.read(&format!("{path}/{id}")).await;
            assert_eq!(read["naturalPersonStatus"], "CREATED");
            assert_eq!(read["globalId"].as_str().unwrap().len(), 12);
            assert!(read["modifiedOn"].as_str().unwrap() > read["createdOn"].as_str().unwrap());
        }
    }
}

/// A token that outlives the purge.
fn patient() -> Options {
    Options {
        token_lifetime: Duration::from_secs(365 * 24 * 3600),
        ..Options::default()
    }
}

#[tokio::test]
async fn an_external_id_is_burnt_whatever_became_of_its_object() {
    let partner = Partner::open(patient()).await;
    let reason = Reason::new("ALREADY_EXISTS_ERROR", "known");
    let verdict = Verdict::Invalid(reason.clone());
    let operation = "create_entity_natural_person";
    partner.tradevest.decide_next(operation, verdict).unwrap();
    let path = "/entities/natural-persons";
    let id = partner.create(path, &person("p-1")).await;
    partner.wait();
    let read = partner.read(&format!("{path}/{id}")).await;
    assert_eq!(read["naturalPersonStatus"], "INVALID");
    assert!(
        !read.to_string().contains("ALREADY_EXISTS"),
        "reasons are told, not shown"
    );
    assert_eq!(partner.tradevest.object(&id).unwrap().reason, Some(reason));

    assert_eq!(partner.post(path, &person("p-1")).await.0, 409);
    partner.clock.advance(Duration::from_secs(48 * 3600));
    assert_eq!(partner.get(&format!("{path}/{id}")).await.0, 404);
    let (status, refused) = partner.post(path, &person("p-1")).await;
    assert_eq!(
        (status, refused["responseType"].as_str()),
        (409, Some("CONFLICT"))
    );
    assert_eq!(partner.tradevest.created_under("p-1"), 1);
    assert!(partner.tradevest.object(&id).unwrap().removed);
}

#[tokio::test]
async fn what_nobody_processes_stays_received_and_is_purged() {
    let partner = Partner::open(Options {
        purge_after: Duration::from_secs(60),
        ..Options::default()
    })
    .await;
    let operation = "create_natural_person";
    partner
        .tradevest
        .decide_next(operation, Verdict::through(&[]))
        .unwrap();
    let id = partner.create("/natural-persons", &person("p-1")).await;
    partner.clock.advance(Duration::from_secs(59));
    let path = format!("/natural-persons/{id}");
    assert_eq!(partner.read(&path).await["naturalPersonStatus"], "RECEIVED");
    partner.clock.advance(Duration::from_secs(1));
    assert_eq!(partner.get(&path).await.0, 404);
}

#[tokio::test]
async fn an_update_comes_into_force_later_or_is_refused_without_a_trace() {
    let partner = Partner::open(Options::default()).await;
    let id = partner.tradevest.plant_person();
    let path = format!("/entities/natural-persons/{id}");
    let before = partner.read(&path).await;
    let changes = json!({ "naturalPersonUpdateData": { "lastName": "Muster" } });
    assert_eq!(partner.patch(&path, &changes).await.0, 202);
    assert_eq!(partner.read(&path).await, before);
    partner.wait();
    let after = partner.read(&path).await;
    assert_eq!(after["lastName"], "Muster");
    assert_ne!(after["modifiedOn"], before["modifiedOn"]);

    let verdict = Verdict::Invalid(Reason::new("UNKNOWN_ERROR", "no"));
    partner
        .tradevest
        .decide_next("update_natural_person", verdict)
        .unwrap();
    let path = format!("/natural-persons/{id}");
    let before = partner.read(&path).await;
    assert_eq!(
        partner
            .patch(&path, &json!({ "lastName": "Other" }))
            .await
            .0,
        202
    );
    partner.wait();
    assert_eq!(partner.read(&path).await, before);
}

#[tokio::test]
async fn an_external_identification_waits_for_its_user() {
    let partner = Partner::open(Options::default()).await;
    let person = partner
        .create("/entities/natural-persons", &person("p-1"))
        .await;
    partner.wait();
    let verification = json!({
        "naturalPersonId": person,
        "externalVerifier": "WEB_ID",
        "identificationType": "VIDEO_IDENT",
    });
    let path = "/entities/identification-verifications";
    let id = partner.create(path, &verification).await;
    let one = format!("{path}/{id}");
    assert!(partner.read(&one).await.get("identificationUrl").is_none());
    partner.wait();
    let pending = partner.read(&one).await;
    assert_eq!(pending["status"], "PENDING");
    assert!(pending["identificationUrl"].is_string());
    partner.tradevest.complete_identification(&id).unwrap();
    let approved = partner.read(&one).await;
    assert_eq!(approved["status"], "APPROVED");
    let document = approved["documentId"].as_str().unwrap();
    let document = partner.read(&format!("/v2/documents/{document}")).await;
    assert_eq!(document["type"], "IDENTIFICATION_CERTIFICATE");
    assert_eq!(document["resourceId"], person);
    assert_eq!(
        partner.read(&format!("{path}?limit=20")).await["data"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn profiles_and_identifications_are_taken_and_told_later() {
    let partner = Partner::open(Options::default()).await;
    let id = partner.tradevest.plant_person();
    let base = format!("/entities/natural-persons/{id}/trading-profile");
    let profile = json!({ "hasKnowledge": true, "hasExperience": false });
    let asset = format!("{base}/asset-types/ETF");
    assert_eq!(partner.post(&asset, &profile).await.0, 202);
    assert_eq!(partner.send(Method::PATCH, &asset, &profile).await.0, 202);
    let acknowledged = json!({ "acknowledged": true });
    let path = format!("{base}/basic-profile-acknowledgement");
    assert_eq!(partner.post(&path, &acknowledged).await.0, 202);
}

#[tokio::test]
async fn a_joint_person_is_two_and_the_search_finds_everybody() {
    let partner = Partner::open(Options::default()).await;
    let (one, other) = (
        partner.tradevest.plant_person(),
        partner.tradevest.plant_person(),
    );
    let same = json!({ "np1Id": one, "np2Id": one });
    assert_eq!(partner.post("/entities/joint-persons", &same).await.0, 400);
    let both = json!({ "np1Id": one, "np2Id": other });
    let joint = partner.create("/entities/joint-persons", &both).await;
    partner.wait();
    let read = partner
        .read(&format!("/entities/joint-persons/{joint}"))
        .await;
    assert_eq!(read["status"], "CREATED");
    let found = partner
        .read(&format!("/entities?entityId={joint}&limit=20"))
        .await;
    assert_eq!(found["data"][0]["entityType"], "JOINT_PERSON");
    let found = partner.read("/entities?searchText=muster&limit=20").await;
    // The two, and the one who is there from the start.
    assert_eq!(found["data"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_reference_that_leads_nowhere_makes_an_object_invalid() {
    let partner = Partner::open(Options::default()).await;
    let nobody = "5f2c1f6e-0000-4000-8000-000000000000";
    let customer = json!({ "entityId": nobody, "entityType": "NATURAL_PERSON" });
    let id = partner.create("/roles/customers", &customer).await;
    partner.wait();
    assert_eq!(partner.status(&id), "INVALID");
    let state = partner.tradevest.object(&id).unwrap();
    assert_eq!(
        (state.kind, state.reason.unwrap().error_type),
        (Kind::Customer, "DATA_NOT_FOUND_ERROR".to_owned())
    );
}

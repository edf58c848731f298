//! Inviting a customer: what is sent, what is refused, and an identifier that is taken.

use florin::core::{Decimal, Effect};
use florin::nemuru::types::{AssetType, LoanStatus};
use florin::nemuru::{Client, ErrorDetails, Exception, check, new_loan_id};
use florin_sandbox::nemuru::Agent;
use florin_tests::nemuru::invitation::{self, LOAN};
use serde_json::{Value, json};

use super::{asked, first, sandbox, second};

#[tokio::test]
async fn a_loan_is_sent_as_it_was_asked_for_and_its_customer_is_invited() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let loan = first(&sandbox).create_loan(&asked(nemuru)).await.unwrap();
    assert_eq!((loan.id(), loan.was_there()), (LOAN, false));
    let [sent] = &nemuru.received_by("create_loan")[..] else {
        panic!("not one request")
    };
    assert_eq!(
        sent.json().unwrap(),
        invitation::json(&nemuru.credentials().agent_id, LOAN)
    );
    assert_eq!(sent.header("content-type"), Some("application/json"));
    assert_eq!(nemuru.invitations(LOAN), 1);
    let read = loan.read().await.unwrap();
    assert_eq!(read.status, LoanStatus::StatusInitial);
    assert_eq!(
        read.asset.unwrap().description.as_deref(),
        Some("Máster en Data Science")
    );
}

#[tokio::test]
async fn a_made_up_identifier_is_taken_and_no_two_are_the_same() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let client = first(&sandbox);
    for _ in 0..20 {
        let id = new_loan_id().unwrap();
        let request = invitation::invitation(&nemuru.credentials().agent_id, &id).unwrap();
        assert!(!client.create_loan(&request).await.unwrap().was_there());
        assert_eq!(nemuru.invitations(&id), 1);
    }
    assert_eq!(nemuru.loans().len(), 20);
}

#[tokio::test]
async fn every_kind_of_asset_goes_out_by_its_name_and_with_its_details() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let client = first(&sandbox);
    let kinds = [
        AssetType::Auto,
        AssetType::HomeImprovement,
        AssetType::Education,
        AssetType::Health,
        AssetType::Travel,
        AssetType::UtilitiesSupply,
        AssetType::Other,
        AssetType::from("boat"),
    ];
    for kind in kinds {
        let id = new_loan_id().unwrap();
        let mut request = invitation::invitation(&nemuru.credentials().agent_id, &id).unwrap();
        request.asset_type = kind.clone();
        request.asset.details = json!({"first_registration": "2019-03", "doors": 5})
            .as_object()
            .cloned()
            .unwrap();
        let loan = client.create_loan(&request).await.unwrap();
        let sent = nemuru.loan(&id).unwrap().request;
        assert_eq!(sent["asset_type"], kind.as_str());
        assert_eq!(sent["asset"]["details"]["doors"], 5);
        let read = loan.read().await.unwrap();
        assert_eq!(read.asset.unwrap().details.unwrap()["doors"], 5);
    }
}

#[tokio::test]
async fn a_second_creation_of_the_same_loan_invites_nobody() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let request = asked(nemuru);
    first(&sandbox).create_loan(&request).await.unwrap();
    // Another process, and meanwhile the customer has been at it.
    nemuru.advance(LOAN, "status_opened").unwrap();
    let again = first(&sandbox).create_loan(&request).await.unwrap();
    assert!(again.was_there());
    assert_eq!(nemuru.invitations(LOAN), 1);
}

#[tokio::test]
async fn of_many_who_create_the_same_loan_at_once_one_does() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let (client, request) = (first(&sandbox), asked(nemuru));
            tokio::spawn(async move { client.create_loan(&request).await })
        })
        .collect();
    let mut created = 0;
    for task in tasks {
        created += usize::from(!task.await.unwrap().unwrap().was_there());
    }
    assert_eq!((created, nemuru.invitations(LOAN)), (1, 1));
    assert_eq!(nemuru.loans().len(), 1);
}

/// Creates a loan, and then another one under the same identifier.
async fn taken(pointer: &str, value: Value) -> (florin::nemuru::Error, usize) {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let client = first(&sandbox);
    client.create_loan(&asked(nemuru)).await.unwrap();
    let mut other = invitation::json(&nemuru.credentials().agent_id, LOAN);
    *other.pointer_mut(pointer).unwrap() = value;
    let error = client
        .create_loan(&serde_json::from_value(other).unwrap())
        .await
        .unwrap_err();
    (error, nemuru.invitations(LOAN))
}

#[tokio::test]
async fn another_loan_under_the_same_identifier_is_a_conflict_that_names_the_field() {
    for (pointer, value, field) in [
        ("/principal", json!(5000.01), "principal"),
        ("/term", json!(24), "term"),
        ("/program", json!("zero_program"), "program"),
        ("/annual_interest", json!(0.0911), "annual_interest"),
        ("/currency", json!("USD"), "currency"),
        (
            "/borrower/email",
            json!("eva@example.com"),
            "borrower.email",
        ),
        ("/borrower/first_name", json!("Eva"), "borrower.first_name"),
        ("/borrower/last_name", json!("Gil"), "borrower.last_name"),
        (
            "/borrower/phone_number",
            json!("+34600000002"),
            "borrower.phone_number",
        ),
        ("/asset/description", json!("Coche"), "asset.description"),
        ("/asset/value", json!(9000.5), "asset.value"),
    ] {
        let (error, invitations) = taken(pointer, value.clone()).await;
        assert!(error.is_conflict(), "{pointer}: {error}");
        assert_eq!(error.effect(), Effect::Answered, "{pointer}");
        assert!(error.to_string().contains(field), "{error}");
        if let Some(text) = value.as_str() {
            assert!(!format!("{error:#} {error:?}").contains(text), "{error:?}");
        }
        assert_eq!(invitations, 1, "only the first one's customer");
    }
}

#[tokio::test]
async fn the_same_loan_written_otherwise_is_the_same_loan() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let client = first(&sandbox);
    client.create_loan(&asked(nemuru)).await.unwrap();
    let mut again = asked(nemuru);
    again.principal = "5000.00".parse::<Decimal>().unwrap();
    again.borrower.email = "Lucia.Ejemplo@example.com".into();
    again.borrower.first_name = " Lucía ".into();
    assert!(client.create_loan(&again).await.unwrap().was_there());
}

#[tokio::test]
async fn an_agent_is_not_invited_for_in_anothers_name() {
    let sandbox = sandbox().await;
    let error = second(&sandbox)
        .create_loan(&asked(sandbox.nemuru()))
        .await
        .unwrap_err();
    assert!(
        error.is_auth() && error.effect() == Effect::Answered,
        "{error}"
    );
    assert!(sandbox.nemuru().loans().is_empty());
    assert_eq!(sandbox.nemuru().received_by("create_loan").len(), 1);
    assert_eq!(
        sandbox.nemuru().agent(Agent::First).agent_id,
        asked(sandbox.nemuru()).agent_id
    );
}

async fn refused(client: &Client, request: Value) -> florin::nemuru::Error {
    let request = serde_json::from_value(request).unwrap();
    client.create_loan(&request).await.unwrap_err()
}

#[tokio::test]
async fn what_breaks_a_rule_is_told_by_its_field_and_not_sent() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let client = first(&sandbox);
    for (pointer, value, field) in [
        ("/id", json!("loan-1"), "id "),
        ("/agent_id", json!("me"), "agent_id "),
        ("/currency", json!("EURO"), "currency "),
        ("/term", json!(0), "term "),
        ("/principal", json!(0), "principal "),
        ("/principal", json!(9000.01), "principal "),
        ("/annual_interest", json!(9.1), "annual_interest "),
        ("/borrower/email", json!("hunter2"), "borrower.email "),
        (
            "/borrower/phone_number",
            json!("hunter"),
            "borrower.phone_number ",
        ),
    ] {
        let mut request = invitation::json(&nemuru.credentials().agent_id, LOAN);
        *request.pointer_mut(pointer).unwrap() = value;
        let parsed = serde_json::from_value(request.clone()).unwrap();
        let problem = check::loan(&parsed).unwrap();
        let error = refused(&client, request).await;
        assert!(error.is_invalid_request(), "{error}");
        assert_eq!(error.effect(), Effect::NotSent);
        let told = error.to_string();
        assert!(
            told.contains(field) && told.contains(problem.rule()),
            "{told}"
        );
        assert!(!told.contains("hunter"), "{told}");
    }
    assert!(
        nemuru.received().is_empty(),
        "not even a token was asked for"
    );
}

#[tokio::test]
async fn what_only_nemuru_can_refuse_is_told_by_pointer_and_not_repeated() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let mut request = invitation::json(&nemuru.credentials().agent_id, LOAN);
    request["term"] = json!(121);
    let error = refused(&first(&sandbox), request).await;
    assert_eq!(error.exception(), Some(Exception::SchemaValidator));
    assert!(error.schema_errors().at("/term").is_some());
    assert_eq!((error.effect(), error.attempts()), (Effect::Answered, 1));
    assert_eq!(nemuru.received_by("create_loan").len(), 1);
    assert_eq!(nemuru.invitations(LOAN), 0);
}

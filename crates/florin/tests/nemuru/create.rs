//! A loan is created once: nobody is invited twice, and no loan is lost.

use florin::core::Effect;
use florin::nemuru::{Error, Loan, types};
use serde_json::{Value, json};

use crate::scripted::{LOAN, Scripted, Step, answer};

fn request() -> types::CreateLoanRequest {
    serde_json::from_value(json!({
        "id": LOAN,
        "agent_id": "23f4dd4f-79aa-4ed2-ad7d-5c657eb4c7f7",
        "currency": "EUR", "term": 30, "principal": 5000, "program": "free_program",
        "borrower": {
            "email": "ana@example.com", "first_name": "Ana", "last_name": "Ruiz", "phone_number": "+34601000001"
        },
        "asset_type": "education",
        "asset": {"description": "Máster", "value": 9000}
    }))
    .unwrap()
}

fn there(principal: f64) -> Step {
    answer(
        200,
        json!({"status": "ok", "payload": {
            "id": LOAN, "status": "status_opened",
            "loan_conditions": {"currency": "EUR", "program": "free_program", "principal": principal, "term": 30.0}
        }}),
    )
}

fn not_found() -> Step {
    answer(
        404,
        json!({"exception": "Nemuru\\LoanNotFoundByIdException"}),
    )
}

async fn create(script: &Scripted) -> Result<Loan, Error> {
    let client = script.client();
    let request = request();
    let creating = tokio::spawn(async move { client.create_loan(&request).await });
    creating.await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_new_loan_is_sent_once_and_wasnt_there() {
    for step in [answer(201, "{}"), answer(201, ""), answer(204, "")] {
        let script = Scripted::new();
        script.on("create_loan", [step]);
        let loan = create(&script).await.unwrap();
        assert_eq!(loan.id(), LOAN);
        assert!(!loan.was_there());
        let [sent] = &script.sent("create_loan")[..] else {
            panic!("sent once")
        };
        assert_eq!(sent.json(), serde_json::to_value(request()).unwrap());
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_was_lost_is_made_up_for_under_the_same_id() {
    for doubt in [
        Step::Lost,
        answer(500, "{}"),
        answer(502, "<html>"),
        answer(504, ""),
    ] {
        let script = Scripted::new();
        script.on("create_loan", [doubt, answer(409, "{}")]);
        script.on("get_loan", [there(5000.0)]);
        let loan = create(&script).await.unwrap();
        assert!(loan.was_there());
        let ids = script.sent("create_loan");
        let ids: Vec<Value> = ids.iter().map(|sent| sent.json()["id"].clone()).collect();
        assert_eq!(ids, [LOAN, LOAN]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_process_that_died_finds_its_loan_again() {
    let script = Scripted::new();
    script.on("create_loan", [answer(409, "{}")]);
    script.on("get_loan", [there(5000.0)]);
    assert!(create(&script).await.unwrap().was_there());
    assert_eq!(script.count("create_loan"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_loan_that_does_not_show_at_once_is_looked_for_a_few_times() {
    let script = Scripted::new();
    script.on("create_loan", [answer(409, "{}")]);
    script.on("get_loan", [not_found(), not_found(), there(5000.0)]);
    assert!(create(&script).await.unwrap().was_there());
    assert_eq!(script.count("get_loan"), 3);
}

#[tokio::test(start_paused = true)]
async fn another_loan_under_the_id_is_a_conflict_that_names_the_fields_and_no_values() {
    let script = Scripted::new();
    script.on(
        "create_loan",
        [answer(409, json!({"exception": "A\\B\\SomeException"}))],
    );
    script.on("get_loan", [there(6000.0)]);
    let error = create(&script).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.effect(), Effect::Answered);
    assert!(error.body().is_some());
    let shown = error.to_string();
    assert!(shown.contains("differs in principal"), "{shown}");
    assert!(
        !shown.contains("6000") && !shown.contains("5000"),
        "{shown}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_loan_that_cannot_be_read_leaves_doubt() {
    for step in [
        not_found(),
        answer(403, "{}"),
        answer(200, "{}"),
        Step::Lost,
    ] {
        let script = Scripted::new();
        script.on("create_loan", [answer(409, "{}")]);
        script.on("get_loan", [step.clone()]);
        let error = create(&script).await.unwrap_err();
        assert!(error.is_conflict(), "{step:?}");
        assert_eq!(error.effect(), Effect::MaybeApplied, "{step:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn when_every_try_ends_in_doubt_the_error_says_so() {
    let script = Scripted::new();
    script.on("create_loan", [answer(500, "{}")]);
    let error = create(&script).await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.attempts() > 1);
    assert_eq!(script.count("get_loan"), 0);
}

#[tokio::test(start_paused = true)]
async fn what_breaks_a_rule_is_not_sent() {
    let script = Scripted::new();
    let mut request = request();
    request.principal = 9001.into();
    let error = script.client().create_loan(&request).await.unwrap_err();
    assert!(error.is_invalid_request() && error.to_string().contains("principal"));
    assert!(script.order().is_empty());
}

//! What the provider says went wrong, in each of the languages of its host: status and text are never lost.

use florin::core::Effect;
use florin::monoova::{Error, HasProblems as _, Language};
use florin_tests::in_memory::{InMemory, Says};

use super::{client, order};

async fn refused(status: u16, body: &'static str) -> Error {
    let provider = InMemory::new(move |_| Says::Text(status, body));
    let error = client(&provider).deal(7).confirm().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), status);
    assert_eq!(error.raw_body().unwrap().as_ref(), body.as_bytes());
    let told = format!("{error} {error:#} {error:?} {:?}", error.problems());
    assert!(!told.contains("c4nary"), "{told}");
    error
}

const RECORDS: &str = r#"{"errors":{
    "transaction":["transaction c4nary had some error","and another"],
    "transaction.base_currency_amount":["is invalid"],
    "transaction.payments[0].sub_customers[0].company_name":["can't be blank"],
    "transactions":["are others"],
    "user":[]
}}"#;

#[tokio::test(start_paused = true)]
async fn records_and_fields_are_read_by_key_and_by_how_the_key_begins() {
    let error = refused(422, RECORDS).await;
    let problems = error.problems().unwrap();
    assert_eq!(problems.language(), Language::Records);
    let of = |key| problems.for_key(key).collect::<Vec<_>>();
    assert_eq!(
        of("transaction"),
        ["transaction c4nary had some error", "and another"]
    );
    assert_eq!(of("transaction.base_currency_amount"), ["is invalid"]);
    assert_eq!(of("user"), Vec::<&str>::new());
    assert_eq!(of("base_currency_amount"), Vec::<&str>::new());
    assert_eq!(problems.starting_with("transaction.").count(), 2);
    assert_eq!(problems.starting_with("transaction").count(), 5);
    assert_eq!(problems.texts().count(), 5);
    assert!(
        problems
            .iter()
            .all(|problem| problem.key().is_some() && problem.code().is_none())
    );
    assert!(error.body().is_some());
}

#[tokio::test(start_paused = true)]
async fn whatever_separates_a_record_from_its_field_the_key_is_kept() {
    for (body, key) in [
        (
            r#"{"errors":{"transaction.amount":["is odd"]}}"#,
            "transaction.amount",
        ),
        (
            r#"{"errors":{"transaction_amount":["is odd"]}}"#,
            "transaction_amount",
        ),
        (
            r#"{"errors":{"transaction[amount]":["is odd"]}}"#,
            "transaction[amount]",
        ),
        (
            r#"{"errors":{"transaction/amount":"is odd"}}"#,
            "transaction/amount",
        ),
        (
            r#"{"errors":{"transaction":{"amount":["is odd"]}}}"#,
            "transaction.amount",
        ),
        (r#"{"errors":{"":["is odd"]}}"#, ""),
    ] {
        let problems = refused(400, body).await.problems().unwrap();
        assert_eq!(
            problems.for_key(key).collect::<Vec<_>>(),
            ["is odd"],
            "{body}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_list_of_codes_is_read_with_its_trace() {
    let body = r#"{"traceId":"00-5ad","errors":[
        {"errorCode":"FX4001","errorMessage":"c4nary is blocked"},{"errorCode":12,"errorMessage":null},"odd"]}"#;
    let error = refused(400, body).await;
    assert!(error.body().is_none(), "it isn't the documented form");
    let problems = error.problems().unwrap();
    assert_eq!(problems.language(), Language::Codes);
    assert_eq!(problems.trace_id(), Some("00-5ad"));
    let read: Vec<_> = problems
        .iter()
        .map(|one| (one.code(), one.text()))
        .collect();
    assert_eq!(read[0], (Some("FX4001"), "c4nary is blocked"));
    assert_eq!(read[1].0, Some("12"));
    assert_eq!(read[2], (None, "odd"));
}

#[tokio::test(start_paused = true)]
async fn oauths_words_are_read_and_a_page_is_kept_whole() {
    let body = r#"{"error":"insufficient_scope","error_description":"c4nary needs more"}"#;
    let problems = refused(403, body).await.problems().unwrap();
    assert_eq!(problems.language(), Language::OAuth);
    let problem = problems.iter().next().unwrap();
    assert_eq!(
        (problem.code(), problem.text()),
        (Some("insufficient_scope"), "c4nary needs more")
    );
    for body in [
        "<html><body><h1>c4nary 403</h1></body></html>",
        "c4nary",
        r#"["c4nary"]"#,
        r#"{"message":"c4nary"}"#,
        r#"{"errors":{}}"#,
    ] {
        let problems = refused(403, body).await.problems().unwrap();
        assert_eq!(problems.language(), Language::Text, "{body}");
        assert_eq!(problems.texts().collect::<Vec<_>>(), [body]);
    }
    assert!(refused(403, "").await.problems().is_none());
}

#[tokio::test(start_paused = true)]
async fn the_status_counts_whatever_the_language_is() {
    for body in [
        RECORDS,
        r#"{"traceId":"t","errors":[]}"#,
        r#"{"error":"x"}"#,
        "<html>",
        "",
    ] {
        assert!(refused(404, body).await.is_not_found(), "{body}");
        assert!(refused(403, body).await.is_auth(), "{body}");
        let error = refused(422, body).await;
        assert!(!error.is_transient() && !error.is_decode(), "{body}");
        assert_eq!(error.effect(), Effect::Answered, "{body}");
        assert_eq!(
            refused(500, body).await.effect(),
            Effect::MaybeApplied,
            "{body}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_success_that_names_errors_is_one_and_what_it_says_is_there() {
    for (body, language) in [
        (
            r#"{"errors":{"transaction":["is c4nary"]}}"#,
            Some(Language::Records),
        ),
        (
            r#"{"traceId":"t","errors":[{"errorCode":"x"}]}"#,
            Some(Language::Codes),
        ),
        ("{}", None),
        ("<html>c4nary</html>", None),
        ("", None),
        ("null", None),
        ("[]", None),
    ] {
        let provider = InMemory::new(move |_| Says::Text(200, body));
        let error = client(&provider).create_transaction(&order("1.00")).await;
        let error = error.map(drop).unwrap_err();
        assert!(error.is_decode(), "{body} {error}");
        assert_eq!(
            error.effect(),
            Effect::MaybeApplied,
            "it may have been made: {body}"
        );
        assert_eq!(
            error.problems().map(|all| all.language()),
            language,
            "{body}"
        );
        assert!(error.idempotency_key().is_some(), "{body}");
        assert_eq!(error.raw_body().unwrap().as_ref(), body.as_bytes());
        let told = format!("{error:#} {error:?}");
        assert!(!told.contains("c4nary"), "{told}");
        assert_eq!(provider.asked("create_transaction").len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn why_there_is_no_token_is_said_by_the_error_itself() {
    for (status, body) in [
        (
            401,
            r#"{"error":"invalid_client","error_description":"c4nary"}"#,
        ),
        (400, r#"{"error":"invalid_scope"}"#),
        (404, "<html>c4nary</html>"),
        (200, r#"{"access_token":null}"#),
    ] {
        let provider = InMemory::with_tokens(move |_| Says::Text(status, body));
        let error = client(&provider).deal(7).confirm().await.unwrap_err();
        assert_eq!(error.effect(), Effect::NotSent);
        let told = format!("{error:#} {error:?}");
        assert!(!told.contains("c4nary"), "{told}");
        let said = match status {
            200 => "access_token".to_owned(),
            _ => status.to_string(),
        };
        assert!(
            told.contains(&said) || told.contains("invalid_"),
            "{told} lacks {said}"
        );
        assert!(provider.asked("confirm_transaction").is_empty());
    }
}

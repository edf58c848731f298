//! Errors of the provider in each of their forms, and what a program does with them.

use florin::core::Effect;
use florin::financeit::{ErrorTexts, LoansQuery};
use florin_sandbox::Fault;
use florin_sandbox::financeit::{ErrorShape, Options};
use florin_tests::financeit::in_memory::{Says, provider};
use serde_json::json;

use super::{count, merchant, misbehave, sandbox, sandbox_with};

#[tokio::test]
async fn texts_are_read_as_list_text_or_object() {
    for (error_shape, prefix) in [
        (ErrorShape::List, ""),
        (ErrorShape::Text, ""),
        (ErrorShape::Object, "base "),
    ] {
        let sandbox = sandbox_with(Options {
            error_shape,
            ..Options::default()
        })
        .await;
        let error = merchant(&sandbox).loan(77).read().await.unwrap_err();
        assert!(error.is_not_found());
        assert_eq!(error.effect(), Effect::Answered);
        assert_eq!(
            error.error_texts(),
            [format!("{prefix}You have no loan 77")]
        );
        assert!(
            !format!("{error:#} {error:?}").contains("You have"),
            "{error:#}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_in_whatever_form_still_gives_the_status() {
    for (body, texts) in [
        (r#"{"errors": ["a", "b"]}"#, vec!["a", "b"]),
        (r#"{"errors": "a"}"#, vec!["a"]),
        (
            r#"{"errors": {"email": ["is taken", "is odd"], "base": "x"}}"#,
            vec!["base x", "email is taken", "email is odd"],
        ),
        (
            r#"{"errors": [1, null, {"a": 2}]}"#,
            vec!["1", "null", r#"{"a":2}"#],
        ),
        (r#"{"errors": []}"#, vec![]),
        (r#"{"errors": null, "message": "x"}"#, vec![]),
        (r#"{"errors": 12}"#, vec![]),
        (r#"{"error": "x"}"#, vec![]),
        (r#"["x"]"#, vec![]),
        ("<html><body>We're sorry</body></html>", vec![]),
        ("", vec![]),
    ] {
        for status in [400, 404, 409, 422, 500] {
            let provider = provider(move |_| Says::Text(status, body));
            let client = provider.merchant().build().unwrap();
            let error = client.loan(7).read().await.unwrap_err();
            assert_eq!(error.status().unwrap(), status, "{body}");
            let mut found = error.error_texts();
            let mut expected = texts.clone();
            // Of an object, the order is that of the fields' names or that in which they came.
            found.sort();
            expected.sort_unstable();
            assert_eq!(found, expected, "{status} {body}");
            assert!(!format!("{error:#} {error:?}").contains("taken"));
        }
    }
}

#[tokio::test]
async fn what_a_program_branches_on_is_the_status() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    for (status, is) in [
        (401, [true, false, false, false]),
        (403, [true, false, false, false]),
        (404, [false, true, false, false]),
        (409, [false, false, true, false]),
        (422, [false, false, false, false]),
    ] {
        misbehave(&sandbox, Fault::status(status).on("get_loan").times(2));
        let error = client.loan(7).read().await.unwrap_err();
        let found = [
            error.is_auth(),
            error.is_not_found(),
            error.is_conflict(),
            error.is_transient(),
        ];
        assert_eq!(found, is, "{status}");
        assert_eq!(error.operation(), "get_loan");
        sandbox.financeit().behave();
    }
}

#[tokio::test]
async fn reads_are_repeated_and_give_up_in_the_end() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    for fault in [
        Fault::status(503),
        Fault::status(500),
        Fault::reset(),
        Fault::close(),
        Fault::truncated(),
    ] {
        let told = format!("{fault:?}");
        sandbox.financeit().behave();
        sandbox.financeit().clear_received();
        misbehave(&sandbox, fault.on("list_loans").times(2));
        assert!(
            client.loans(LoansQuery::default()).next().await.is_none(),
            "{told}"
        );
        assert_eq!(count(&sandbox, "list_loans"), 3, "{told}");
    }
    misbehave(&sandbox, Fault::status(503).on("get_loan").always());
    let error = client.loan(7).read().await.unwrap_err();
    assert!(error.is_transient() && error.attempts() > 1, "{error:#}");
    assert_eq!(count(&sandbox, "get_loan"), error.attempts() as usize);
}

#[tokio::test(start_paused = true)]
async fn a_success_that_names_errors_is_an_error_for_every_object_that_is_read() {
    let provider = provider(|_| Says::Yes(json!({"errors": ["hunter2 is unknown"], "id": 7})));
    let client = provider.authorized().build().unwrap();
    let errors = [
        client.loan(7).read().await.err(),
        client.partner(7).await.err(),
        client.commission_totals(7, None, None).await.err(),
        client
            .calculate(&florin::financeit::Calculation::new(1))
            .await
            .err(),
        client.promo_programs(&Default::default()).await.err(),
        client.subverticals(&Default::default()).await.err(),
        client.partners().await.err(),
    ];
    for error in errors {
        let error = error.unwrap();
        assert!(error.is_decode(), "{error}");
        assert!(!format!("{error:#} {error:?}").contains("hunter2"));
    }
}

#[tokio::test(start_paused = true)]
async fn an_empty_list_of_errors_is_none() {
    for errors in [json!([]), json!(null), json!(""), json!({}), json!(false)] {
        let provider = provider(move |_| Says::Yes(json!({"id": 7, "errors": errors})));
        let client = provider.merchant().build().unwrap();
        client.loan(7).read().await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_loan_that_was_not_asked_for_is_not_taken() {
    let provider = provider(|_| Says::Yes(json!({"id": "8"})));
    let client = provider.merchant().build().unwrap();
    let error = client.loan(7).read().await.unwrap_err();
    assert!(
        error.is_decode() && error.to_string().contains("another loan"),
        "{error}"
    );
}

#[tokio::test]
async fn an_answer_without_end_is_not_read_to_its_end() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    let _ = client.loan_for_lead(1, None).await.unwrap();
    misbehave(&sandbox, Fault::huge_body(64 << 20).on("get_loan").always());
    let error = client.loan(7).read().await.unwrap_err();
    assert!(!error.is_transient(), "{error:#}");
}

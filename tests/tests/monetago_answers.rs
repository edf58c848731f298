//! Answers that say success and don't say enough, and tokens that several clients share.
#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use florin::Effect;
use florin::core::MemoryStore;
use florin::monetago::types::RegistrationRequest;
use florin::monetago::{RegistrationHandle, Selection};
use florin::testing::Recorder;

/// The registration of the quickstart.
fn request() -> RegistrationRequest {
    serde_json::from_str(include_str!("../examples/quickstart/registration.json")).unwrap()
}

#[tokio::test]
async fn a_registration_that_was_taken_in_without_a_usable_identifier_is_no_refusal() {
    for answer in [
        r#"{"request_identification": ""}"#,
        r#"{"request_identification": 17}"#,
        "{}",
        "",
        "<html>",
    ] {
        let recorder = Recorder::new();
        recorder.answer("register_transactions", 200, answer);
        let monetago = recorder.monetago().build().unwrap();
        let error = monetago.register(&request()).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied, "{answer}");
        assert!(error.is_decode() && !error.is_retryable(), "{answer}");
        assert_eq!(recorder.requests_of("register_transactions").len(), 1);
    }
}

#[tokio::test]
async fn a_change_that_was_taken_in_without_an_identifier_is_told_as_doubt() {
    for answer in [
        "{}",
        "",
        "null",
        r#"{"message": "hunter2"}"#,
        r#"{"errors": [{"detail": "hunter2"}]}"#,
        r#"{"request_identification": " ", "cancellation_id": "", "cancellation_identification": " "}"#,
    ] {
        let recorder = Recorder::new();
        let fvr = r#"[{"submitter_data_set_identification": "fvr-1", "financing_request_status": "REGU"}]"#;
        recorder.answer("get_status", 200, fvr);
        recorder.answer("mark_as_financed", 200, answer);
        recorder.answer("cancel_transactions", 200, answer);
        let monetago = recorder.monetago().institution("LENDER").build().unwrap();
        let registration = monetago.resume(RegistrationHandle::new("r-1"));
        let fvrs = registration.read().await.unwrap();
        for error in [
            monetago.finance(&fvrs[0]).await.unwrap_err(),
            monetago.cancel(&fvrs[0]).await.unwrap_err(),
            monetago
                .finance_all(Selection::fvr("fvr-1"))
                .await
                .unwrap_err(),
        ] {
            assert_eq!(error.effect(), Effect::MaybeApplied, "{answer} {error}");
            assert!(error.is_decode() && !error.is_retryable(), "{answer}");
            assert!(error.to_string().contains("read the FVR"), "{error}");
            assert_eq!(error.raw_body().unwrap(), answer);
            assert!(!format!("{error:#}{error:?}").contains("hunter2"));
        }
        assert_eq!(recorder.requests_of("mark_as_financed").len(), 2);
        assert_eq!(recorder.requests_of("cancel_transactions").len(), 1);
    }
    // Either name of it is taken, beside an empty one too.
    let recorder = Recorder::new();
    let fvr =
        r#"[{"submitter_data_set_identification": "fvr-1", "financing_request_status": "REGU"}]"#;
    recorder.answer("get_status", 200, fvr);
    let answer = r#"{"cancellation_id": "", "cancellation_identification": "c-1"}"#;
    recorder.answer("cancel_transactions", 200, answer);
    let monetago = recorder.monetago().institution("LENDER").build().unwrap();
    let fvrs = monetago
        .resume(RegistrationHandle::new("r-1"))
        .read()
        .await
        .unwrap();
    let change = monetago.cancel(&fvrs[0]).await.unwrap();
    assert_eq!(change.id(), Some("c-1"));
}

#[tokio::test]
async fn a_read_that_cannot_be_understood_leaves_nothing_in_doubt() {
    let recorder = Recorder::new();
    recorder.answer("search_document_matches", 200, "<html>");
    let monetago = recorder.monetago().build().unwrap();
    let error = monetago.document_matches().await.unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.effect(), Effect::Answered);
}

#[tokio::test]
async fn a_search_that_is_not_understood_does_not_say_that_there_is_nothing() {
    let find = async |answer: &str| {
        let recorder = Recorder::new();
        recorder.answer(
            "search_financing_validation_requests",
            200,
            answer.to_owned(),
        );
        let monetago = recorder.monetago().build().unwrap();
        monetago.find("fvr-1").await.map(|found| found.len())
    };
    let named =
        r#"[{"financing_request_status": "UNQE", "submitter_data_set_identification": "fvr-2"}]"#;
    for answer in ["[]", "{}", r#"{"requests": [], "total": 0}"#, named] {
        assert_eq!(find(answer).await.unwrap(), 0, "{answer}");
    }
    for answer in [
        r#"[[{"unexpected": true}]]"#,
        r#"{"message": "down for maintenance"}"#,
        r#"[{"financing_request_status": "UNQE"}]"#,
    ] {
        let error = find(answer).await.unwrap_err();
        assert!(error.is_decode(), "{answer}: {error}");
    }
}

#[tokio::test]
async fn a_token_that_is_no_bearer_token_is_not_sent_as_one() {
    let token = |kind: &str| {
        format!(r#"{{"access_token": "t", "expires_in": 60, "token_type": "{kind}"}}"#)
    };
    for (kind, is_sent) in [
        ("mac", false),
        ("Bearer", true),
        ("bearer", true),
        ("BEARER", true),
    ] {
        let recorder = Recorder::new();
        recorder.answer("create_access_token", 200, token(kind));
        recorder.answer("search_document_matches", 200, "[]");
        let monetago = recorder.monetago().build().unwrap();
        let answer = monetago.document_matches().await;
        assert_eq!(answer.is_ok(), is_sent, "{kind}");
        if let Err(error) = answer {
            assert_eq!(error.effect(), Effect::NotSent);
            assert!(error.to_string().contains("bearer"), "{error}");
        }
    }
}

#[tokio::test]
async fn clients_that_share_a_store_share_a_token() {
    let recorder = Recorder::new();
    recorder.answer("search_document_matches", 200, "[]");
    let store = MemoryStore::default();
    for _ in 0..2 {
        let monetago = recorder
            .monetago()
            .token_store(store.clone())
            .build()
            .unwrap();
        monetago.document_matches().await.unwrap();
    }
    assert_eq!(recorder.requests_of("create_access_token").len(), 1);
    // And the test can tell: without the store, a client asks for itself.
    recorder
        .monetago()
        .build()
        .unwrap()
        .document_matches()
        .await
        .unwrap();
    assert_eq!(recorder.requests_of("create_access_token").len(), 2);
}

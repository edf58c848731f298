//! Invites whose answer is lost: the customer got one message, and the caller is told that it may be so.

use std::time::Duration;

use florin::Limits;
use florin::core::Effect;
use florin::financeit::{Client, Error};
use florin_sandbox::{Fault, Sandbox};
use florin_tests::financeit::in_memory::{InMemory, Says, provider};
use florin_tests::financeit::invite::{by_email, for_lead};
use serde_json::json;

use super::{count, merchant, misbehave, sandbox};

/// A client that has its token, and a sandbox that has forgotten about that.
async fn ready(sandbox: &Sandbox) -> Client {
    let client = merchant(sandbox);
    let _ = client.loan_for_lead(1, None).await.unwrap();
    sandbox.financeit().clear_received();
    client
}

#[tokio::test]
async fn an_invite_whose_answer_is_lost_is_sent_once_and_counted_once() {
    for fault in [
        Fault::reset(),
        Fault::close(),
        Fault::truncated(),
        Fault::status(500),
        Fault::status(502),
        Fault::status(504),
        Fault::garbage(),
    ] {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let client = ready(&sandbox).await;
        misbehave(
            &sandbox,
            fault.after_effect().on("send_direct_invite").always(),
        );
        let error = client.invite(&for_lead(7)).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied, "{told} {error:#}");
        assert_eq!(error.attempts(), 1, "{told}");
        assert!(!error.is_retryable(), "{told}");
        let said = error.to_string();
        assert!(said.contains("loan_for_lead"), "{said}");
        assert_eq!(count(&sandbox, "send_direct_invite"), 1, "{told}");
        assert_eq!(sandbox.financeit().invites().len(), 1, "{told}");
    }
}

#[tokio::test]
async fn the_loan_of_an_invite_in_doubt_is_found_by_its_lead() {
    let sandbox = sandbox().await;
    let client = ready(&sandbox).await;
    misbehave(
        &sandbox,
        Fault::reset().after_effect().on("send_direct_invite"),
    );
    client.invite(&for_lead(-7)).await.unwrap_err();
    let id = sandbox.financeit().customer_applies(-7).unwrap();
    let loan = client.loan_for_lead(-7, None).await.unwrap().unwrap();
    assert_eq!(loan.id(), id);
}

#[tokio::test]
async fn an_invite_that_never_left_says_so() {
    let sandbox = sandbox().await;
    let client = ready(&sandbox).await;
    sandbox.shutdown().await;
    let error = client.invite(&by_email()).await.unwrap_err();
    assert_eq!(error.effect(), Effect::NotSent, "{error:#}");
    assert!(error.is_connect() && error.is_retryable());
}

#[tokio::test]
async fn an_invite_that_is_turned_away_for_load_is_left_to_the_caller() {
    let sandbox = sandbox().await;
    let client = ready(&sandbox).await;
    misbehave(
        &sandbox,
        Fault::status(429)
            .header("retry-after", "7")
            .on("send_direct_invite"),
    );
    let error = client.invite(&by_email()).await.unwrap_err();
    assert!(error.is_rate_limited() && error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(count(&sandbox, "send_direct_invite"), 1);
    assert!(sandbox.financeit().invites().is_empty());
}

#[tokio::test]
async fn an_invite_that_is_refused_was_not_made() {
    let sandbox = sandbox().await;
    let client = ready(&sandbox).await;
    let mut invite = by_email();
    invite.promo_program_id = 999;
    let error = client.invite(&invite).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 422);
    assert_eq!(error.effect(), Effect::Answered);
    assert!(sandbox.financeit().invites().is_empty());
}

async fn invited(provider: &InMemory) -> Error {
    let client = provider
        .merchant()
        .limits(Limits::default().total(Duration::from_secs(20)))
        .build()
        .unwrap();
    client.invite(&by_email()).await.unwrap_err()
}

#[tokio::test(start_paused = true)]
async fn an_invite_that_is_not_answered_in_time_is_not_sent_again() {
    let provider = provider(|_| Says::Hangs);
    let error = invited(&provider).await;
    assert!(error.is_timeout(), "{error:#}");
    assert_eq!(
        (error.effect(), error.attempts()),
        (Effect::MaybeApplied, 1)
    );
    assert_eq!(provider.asked("send_direct_invite").len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_success_that_names_errors_leaves_the_invite_in_doubt() {
    let provider = provider(|_| Says::Yes(json!({"errors": ["The mailbox of hunter2 is full"]})));
    let error = invited(&provider).await;
    assert!(error.is_decode(), "{error:#}");
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(!format!("{error:#} {error:?}").contains("hunter2"));
    assert_eq!(provider.asked("send_direct_invite").len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_success_that_speaks_of_something_else_leaves_the_invite_in_doubt() {
    for said in [
        json!({"message": "hunter2 is down for maintenance"}),
        json!({"error": "hunter2"}),
        json!({"error": {"code": 7, "message": "hunter2"}, "application_link": "https://x.example"}),
        json!([[]]),
        json!("hunter2"),
    ] {
        let provider = provider(move |_| Says::Yes(said.clone()));
        let error = invited(&provider).await;
        assert!(error.is_decode(), "{error:#}");
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert!(error.to_string().contains("may have the message"));
        assert!(!format!("{error:#} {error:?}").contains("hunter2"));
        assert_eq!(provider.asked("send_direct_invite").len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn an_invite_is_sent_whatever_else_its_answer_holds() {
    for said in [
        json!({}),
        json!({"error": null, "message": "", "errors": []}),
        json!({"application_link": "https://x.example/a", "message": "Sent"}),
        json!({"id": 4, "status": "sent"}),
    ] {
        let provider = provider(move |_| Says::Yes(said.clone()));
        let client = provider.merchant().build().unwrap();
        client.invite(&by_email()).await.unwrap();
    }
}

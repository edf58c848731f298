//! Cancelling, and what it does to others.

use florin::monetago::types::FinancingRequestStatus;
use florin::monetago::{ChangeKind, Outcome};
use florin_sandbox::monetago::{CancellationKey, Lender, Options};
use serde_json::json;

use super::{checked, financed, first, sandbox, sandbox_with, second, unique};

#[tokio::test]
async fn a_cancelled_fvr_can_still_be_read() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let fvr = unique(&client, "fvr-1", "inv-1").await;
    let change = client.cancel(&fvr).await.unwrap();
    assert_eq!(change.kind(), ChangeKind::Cancellation);
    assert!(matches!(
        change.poller().await.unwrap(),
        Outcome::Cancelled(_)
    ));
    assert_eq!(
        *client.read(&fvr).await.unwrap().status(),
        FinancingRequestStatus::Canc
    );
    assert_eq!(sandbox.monetago().cancellations(), 1);
}

#[tokio::test]
async fn cancelling_a_financed_one_frees_the_other_lenders_copy() {
    let sandbox = sandbox().await;
    let (one, other) = (first(&sandbox), second(&sandbox));
    let mine = financed(&one, "fvr-1", "inv-1").await;
    let Outcome::DuplicateFinanced(theirs) = checked(&other, "fvr-2", "inv-1").await else {
        panic!("not DFIN")
    };
    assert!(matches!(
        one.cancel(&mine).await.unwrap().poller().await.unwrap(),
        Outcome::Cancelled(_)
    ));
    let theirs = other.read(&theirs).await.unwrap();
    assert_eq!(*theirs.status(), FinancingRequestStatus::Regu, "rated anew");
    assert!(theirs.matches().is_empty());
    let outcome = other
        .finance(&theirs)
        .await
        .unwrap()
        .poller()
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Financed(_)), "{outcome:?}");
}

#[tokio::test]
async fn the_cancellation_itself_can_be_read_under_either_name_of_its_identifier() {
    for cancellation_key in [CancellationKey::Id, CancellationKey::Identification] {
        let sandbox = sandbox_with(Options {
            cancellation_key,
            ..Options::default()
        })
        .await;
        let client = first(&sandbox);
        let fvr = unique(&client, "fvr-1", "inv-1").await;
        let change = client.cancel(&fvr).await.unwrap();
        let status = client
            .cancellation_status(change.id().unwrap())
            .await
            .unwrap();
        assert_eq!(status["cancellation_identification"], change.id().unwrap());
    }
}

#[tokio::test]
async fn fields_that_no_documentation_names_are_sent_along() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let fvr = unique(&client, "fvr-1", "inv-1").await;
    let fields = json!({"cancellation_reason": "WITH"})
        .as_object()
        .unwrap()
        .clone();
    let _ = client
        .cancel_with(&fvr, fields)
        .await
        .unwrap()
        .poller()
        .await
        .unwrap();
    let sent = sandbox.monetago().received_by("cancel_transactions")[0]
        .json()
        .unwrap();
    let expected = json!({
        "submitting_financial_institution_identification": "FRSTSGSGXXX",
        "submitter_data_set_identification": "fvr-1",
        "cancellation_reason": "WITH",
    });
    assert_eq!(sent, expected);
    assert_eq!(
        sandbox.monetago().fvr_status(Lender::First, "fvr-1"),
        Some("CANC")
    );
}

#[tokio::test]
async fn cancelling_twice_ends_as_cancelled() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let fvr = unique(&client, "fvr-1", "inv-1").await;
    for _ in 0..2 {
        assert!(matches!(
            client.cancel(&fvr).await.unwrap().poller().await.unwrap(),
            Outcome::Cancelled(_)
        ));
    }
}

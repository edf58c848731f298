//! Where the documentation is silent, the sandbox can be turned to another reading.

use florin_sandbox::monetago::{CancellationKey, FvrContainer, Lender, Options};

use crate::desk::{Desk, Fvr, sandbox};

#[tokio::test]
async fn a_status_may_be_an_array() {
    let (sandbox, _clock) = sandbox(Options {
        fvr_container: FvrContainer::Array,
        ..Options::default()
    })
    .await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let id = desk.register(&Fvr::new("f1", "i1")).await;
    let (_, body) = desk.get(&format!("/status/{id}")).await;
    assert_eq!(body[0]["financing_request_status"], "REGU");
    assert_eq!(body, desk.get("/financing-validation-requests").await.1);
}

#[tokio::test]
async fn a_status_may_be_an_object_around_an_array() {
    let (sandbox, _clock) = sandbox(Options {
        fvr_container: FvrContainer::Wrapped,
        ..Options::default()
    })
    .await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let id = desk.register(&Fvr::new("f1", "i1")).await;
    let (_, body) = desk.get(&format!("/status/{id}")).await;
    assert_eq!(
        body["financing_validation_requests"][0]["financing_request_status"],
        "REGU"
    );
}

#[tokio::test]
async fn a_cancellation_may_return_its_identifier_under_the_other_name() {
    let options = Options {
        cancellation_key: CancellationKey::Identification,
        ..Options::default()
    };
    let (sandbox, _clock) = sandbox(options).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    desk.register(&Fvr::new("f1", "i1")).await;
    let (_, body) = desk.cancel("submitter_data_set_identification", "f1").await;
    let id = body["cancellation_identification"].as_str().unwrap();
    assert_eq!(body.get("cancellation_id"), None);
    assert_eq!(desk.get(&format!("/cancellation/{id}/status")).await.0, 200);
}

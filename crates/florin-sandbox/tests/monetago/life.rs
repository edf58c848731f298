//! The life of one FVR: registered, settled, financed, cancelled.

use std::time::Duration;

use florin_sandbox::monetago::{Lender, Options, Refusals};
use serde_json::json;

use crate::desk::{Desk, Fvr, sandbox};

const SETTLE: Duration = Duration::from_secs(3);

fn slowly() -> Options {
    Options {
        settle_after: SETTLE,
        ..Options::default()
    }
}

#[tokio::test]
async fn a_registration_is_pending_until_its_time_has_come() {
    let (sandbox, clock) = sandbox(slowly()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let id = desk.register(&Fvr::new("f1", "i1")).await;
    assert_eq!(desk.status(&id).await, "PNDG");
    clock.advance(SETTLE - Duration::from_millis(1));
    assert_eq!(desk.status(&id).await, "PNDG");
    clock.advance(Duration::from_millis(1));
    assert_eq!(desk.status(&id).await, "REGU");
    assert_eq!(
        sandbox.monetago().fvr_status(Lender::First, "f1"),
        Some("REGU")
    );
}

#[tokio::test]
async fn an_fvr_goes_through_its_whole_life() {
    let (sandbox, clock) = sandbox(slowly()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let id = desk.register(&Fvr::new("f1", "i1")).await;
    clock.advance(SETTLE);

    let (status, body) = desk
        .finance("submitter_data_set_identification", "f1")
        .await;
    assert_eq!(status, 200);
    let financing = body["request_identification"].as_str().unwrap().to_owned();
    assert_ne!(financing, id);
    assert_eq!(desk.status(&id).await, "REGU");
    clock.advance(SETTLE);
    assert_eq!(desk.status(&id).await, "FNCD");

    let (status, body) = desk.cancel("submitter_data_set_identification", "f1").await;
    assert_eq!(status, 200);
    let path = format!(
        "/cancellation/{}/status",
        body["cancellation_id"].as_str().unwrap()
    );
    assert_eq!(desk.get(&path).await.1["cancellation_status"], "PNDG");
    clock.advance(SETTLE);
    assert_eq!(desk.get(&path).await.1["cancellation_status"], "DONE");
    assert_eq!(desk.status(&id).await, "CANC");
    assert_eq!(desk.fvr(&id).await["errors"], json!([]));
}

#[tokio::test]
async fn the_identifier_of_a_financing_leads_to_no_fvr() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    desk.register(&Fvr::new("f1", "i1")).await;
    let (_, body) = desk
        .finance("submitter_data_set_identification", "f1")
        .await;
    let path = format!(
        "/status/{}",
        body["request_identification"].as_str().unwrap()
    );
    assert_eq!(desk.get(&path).await, (200, json!([])));
}

#[tokio::test]
async fn what_was_submitted_comes_back_with_plain_amounts() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let id = desk.register(&Fvr::new("f1", "i1")).await;
    let fvr = desk.fvr(&id).await;
    assert_eq!(
        fvr["financing_request_amount"],
        json!({ "currency": "SGD", "amount": "1120000.00" })
    );
    let summary = &fvr["referred_documents"][0]["document_summary"];
    assert_eq!(summary["total_invoice_amount"]["amount"], "145000.00");
    assert_eq!(summary["invoice_number"], "i1");
    assert_eq!(fvr["request_identification"], id.as_str());
}

#[tokio::test]
async fn refi_finances_what_is_unique_and_leaves_a_duplicate() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let refi = |data_set| Fvr {
        service: "REFI",
        ..Fvr::new(data_set, "i1")
    };
    let unique = desk
        .register(&Fvr {
            invoice: "i2",
            ..refi("f1")
        })
        .await;
    assert_eq!(desk.status(&unique).await, "FNCD");
    desk.register(&Fvr::new("f2", "i1")).await;
    let duplicate = desk.register(&refi("f3")).await;
    assert_eq!(desk.status(&duplicate).await, "REDU");
}

#[tokio::test]
async fn each_kind_of_identifier_finances_and_cancels() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let fields = [
        "request_identification",
        "pool_identification",
        "batch_identification",
        "submitter_data_set_identification",
    ];
    for (number, field) in fields.into_iter().enumerate() {
        let (data_set, invoice) = (format!("f{number}"), format!("i{number}"));
        let id = desk.register(&Fvr::new(&data_set, &invoice)).await;
        let value = match number {
            0 => id.clone(),
            1 => format!("pool-of-{data_set}"),
            2 => format!("batch-of-{data_set}"),
            _ => data_set.clone(),
        };
        assert_eq!(desk.finance(field, &value).await.0, 200);
        assert_eq!(desk.status(&id).await, "FNCD", "{field}");
        assert_eq!(desk.cancel(field, &value).await.0, 200);
        assert_eq!(desk.status(&id).await, "CANC", "{field}");
    }
}

#[tokio::test]
async fn a_batch_may_be_named_by_the_identifier_that_the_service_made() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let id = desk.register(&Fvr::new("f1", "i1")).await;
    let batch = desk.fvr(&id).await["batch_identification"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.finance("batch_identification", &batch).await;
    assert_eq!(desk.status(&id).await, "FNCD");
}

#[tokio::test]
async fn a_refused_financing_succeeds_over_http_and_shows_in_the_fvr() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let id = desk.register(&Fvr::new("f1", "i1")).await;
    desk.finance("submitter_data_set_identification", "f1")
        .await;
    clock.advance(Duration::from_millis(1500));
    assert_eq!(
        desk.finance("submitter_data_set_identification", "f1")
            .await
            .0,
        200
    );
    let fvr = desk.fvr(&id).await;
    assert_eq!(fvr["financing_request_status"], "FNCD");
    let error = &fvr["errors"][0];
    assert_eq!(error["path"], "/financings");
    assert_eq!(error["status"], "409 CONFLICT");
    assert_eq!(error["timestamp"], "2026-11-02T08:00:01.500Z");
    assert_eq!(
        error["type"],
        "https://docs.securefinancing.com/v1/errors/financings"
    );
    assert_eq!(sandbox.monetago().fvrs()[0].errors, 1);
}

#[tokio::test]
async fn a_refused_financing_may_be_an_http_error_that_changes_nothing() {
    let (sandbox, _clock) = sandbox(Options {
        refusals: Refusals::AsHttpError,
        ..Options::default()
    })
    .await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let id = desk.register(&Fvr::new("f1", "i1")).await;
    desk.cancel("submitter_data_set_identification", "f1").await;
    let (status, body) = desk
        .finance("submitter_data_set_identification", "f1")
        .await;
    assert_eq!((status, &body["status"]), (409, &json!("409 CONFLICT")));
    assert_eq!(desk.fvr(&id).await["errors"], json!([]));
    assert_eq!(sandbox.monetago().financings(), 0);
}

#[tokio::test]
async fn what_is_still_pending_can_be_neither_financed_nor_cancelled() {
    let (sandbox, clock) = sandbox(slowly()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let id = desk.register(&Fvr::new("f1", "i1")).await;
    desk.finance("request_identification", &id).await;
    let (_, body) = desk.cancel("request_identification", &id).await;
    clock.advance(SETTLE);
    let fvr = desk.fvr(&id).await;
    assert_eq!(fvr["financing_request_status"], "REGU");
    assert_eq!(fvr["errors"].as_array().unwrap().len(), 2);
    assert_eq!(fvr["errors"][1]["path"], "/cancellations");
    let path = format!(
        "/cancellation/{}/status",
        body["cancellation_id"].as_str().unwrap()
    );
    assert_eq!(desk.get(&path).await.1["cancellation_status"], "RJCT");
}

#[tokio::test]
async fn a_set_holds_the_fvrs_that_it_was_defined_with() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    desk.register(&Fvr::new("f1", "i1")).await;
    desk.register(&Fvr::new("f2", "i2")).await;
    desk.register(&Fvr::new("f3", "i3")).await;
    let (_, body) = desk
        .post(
            "/status-requests",
            &json!({ "submitter_data_set_identification": ["f3", "f1"] }),
        )
        .await;
    let (_, set) = desk
        .get(&format!(
            "/status/{}",
            body["request_identification"].as_str().unwrap()
        ))
        .await;
    let names: Vec<_> = set
        .as_array()
        .unwrap()
        .iter()
        .map(|fvr| &fvr["submitter_data_set_identification"])
        .collect();
    assert_eq!(names, ["f3", "f1"]);
}

#[tokio::test]
async fn a_lender_sees_its_own_registrations_only() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (first, second) = (
        Desk::open(&sandbox, Lender::First).await,
        Desk::open(&sandbox, Lender::Second).await,
    );
    let id = first.register(&Fvr::new("f1", "i1")).await;
    assert_eq!(second.get(&format!("/status/{id}")).await.0, 404);
    assert_eq!(second.finance("request_identification", &id).await.0, 404);
    assert_eq!(
        second.get("/financing-validation-requests").await,
        (200, json!([]))
    );
    let (_, own) = first.get("/financing-validation-requests").await;
    assert_eq!(own, json!([first.fvr(&id).await]));
}

//! Two lenders, or one lender twice, with the same document.

use std::time::Duration;

use florin_sandbox::monetago::{Lender, Options};
use serde_json::json;

use crate::desk::{Desk, Fvr, sandbox};

#[tokio::test]
async fn the_same_invoice_from_another_lender_makes_duplicates_of_both() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let (first, second) = (
        Desk::open(&sandbox, Lender::First).await,
        Desk::open(&sandbox, Lender::Second).await,
    );
    let earlier = first.register(&Fvr::new("f1", "i1")).await;
    assert_eq!(first.status(&earlier).await, "REGU");
    clock.advance(Duration::from_secs(1));
    let later = second
        .register(&Fvr {
            total: "145000",
            ..Fvr::new("s1", "i1")
        })
        .await;
    assert_eq!(second.status(&later).await, "REDU");
    assert_eq!(first.status(&earlier).await, "REDU");

    let report = first.fvr(&earlier).await["financing_request_duplicate_report"].clone();
    let mirrored = second.fvr(&later).await["financing_request_duplicate_report"].clone();
    assert_eq!(
        report[0]["match_identification"],
        mirrored[0]["match_identification"]
    );
    assert_eq!(report[0]["match_type"], "EXCT");
    assert_eq!(report[0]["matched_financing_request_status"], "REDU");
    assert_eq!(
        report[0]["matched_financing_request_amount"],
        json!({ "currency": "SGD", "amount": "1120000.00" })
    );
    assert_eq!(report[0]["matched_date_time"], "2026-11-02T08:00:01.000Z");
    assert_eq!(
        report[0]["proprietary_matching_details"]["proprietary_description"],
        "CRITICAL_RISK"
    );
}

#[tokio::test]
async fn a_duplicate_of_a_financed_fvr_cannot_be_financed() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (first, second) = (
        Desk::open(&sandbox, Lender::First).await,
        Desk::open(&sandbox, Lender::Second).await,
    );
    let earlier = first.register(&Fvr::new("f1", "i1")).await;
    let later = second.register(&Fvr::new("s1", "i1")).await;
    first.finance("request_identification", &earlier).await;
    assert_eq!(first.status(&earlier).await, "FNCD");
    assert_eq!(second.status(&later).await, "DFIN");
    let report = second.fvr(&later).await["financing_request_duplicate_report"].clone();
    assert_eq!(report[0]["matched_financing_request_status"], "FNCD");

    assert_eq!(
        second.finance("request_identification", &later).await.0,
        200
    );
    let fvr = second.fvr(&later).await;
    assert_eq!(fvr["financing_request_status"], "DFIN");
    assert_eq!(fvr["errors"][0]["path"], "/financings");

    let newest = second.register(&Fvr::new("s2", "i1")).await;
    assert_eq!(second.status(&newest).await, "DFIN");
}

#[tokio::test]
async fn a_duplicate_may_be_financed_while_nobody_else_has() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (first, second) = (
        Desk::open(&sandbox, Lender::First).await,
        Desk::open(&sandbox, Lender::Second).await,
    );
    let earlier = first.register(&Fvr::new("f1", "i1")).await;
    let later = second.register(&Fvr::new("s1", "i1")).await;
    second.finance("request_identification", &later).await;
    assert_eq!(second.status(&later).await, "FNCD");
    assert_eq!(first.status(&earlier).await, "DFIN");
}

#[tokio::test]
async fn a_cancellation_sets_the_others_free_step_by_step() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (first, second) = (
        Desk::open(&sandbox, Lender::First).await,
        Desk::open(&sandbox, Lender::Second).await,
    );
    let financed = first.register(&Fvr::new("f1", "i1")).await;
    let idle = first.register(&Fvr::new("f2", "i1")).await;
    let third = second.register(&Fvr::new("s1", "i1")).await;
    first.finance("request_identification", &financed).await;
    assert_eq!(second.status(&third).await, "DFIN");
    first.cancel("request_identification", &financed).await;
    assert_eq!(second.status(&third).await, "REDU");
    first.cancel("request_identification", &idle).await;
    assert_eq!(second.status(&third).await, "REGU");
    assert_eq!(
        second.fvr(&third).await["financing_request_duplicate_report"],
        json!([])
    );

    let again = second.register(&Fvr::new("s2", "i1")).await;
    let report = second.fvr(&again).await["financing_request_duplicate_report"].clone();
    assert_eq!(
        report.as_array().unwrap().len(),
        1,
        "the cancelled ones no longer match: {report}"
    );
}

#[tokio::test]
async fn the_same_lender_submitting_twice_makes_its_own_duplicate() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let once = desk.register(&Fvr::new("f1", "i1")).await;
    let twice = desk.register(&Fvr::new("f1", "i1")).await;
    assert_eq!(
        (
            desk.status(&once).await.as_str(),
            desk.status(&twice).await.as_str()
        ),
        ("REDU", "REDU")
    );
    assert_eq!(sandbox.monetago().registrations(), 2);
}

#[tokio::test]
async fn a_match_under_another_applicant_is_reported_and_leaves_both_unique() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (first, second) = (
        Desk::open(&sandbox, Lender::First).await,
        Desk::open(&sandbox, Lender::Second).await,
    );
    let one = first.register(&Fvr::new("f1", "i1")).await;
    let other = second
        .register(&Fvr {
            applicant: "Confiserie du Lac",
            ..Fvr::new("s1", "i1")
        })
        .await;
    for (desk, id) in [(&first, &one), (&second, &other)] {
        let fvr = desk.fvr(id).await;
        assert_eq!(fvr["financing_request_status"], "REGU");
        assert_eq!(
            fvr["financing_request_duplicate_report"][0]["match_type"],
            "EXCT"
        );
        assert_eq!(
            fvr["financing_request_duplicate_report"][0].get("proprietary_matching_details"),
            None
        );
    }
    assert_eq!(
        second.finance("request_identification", &other).await.0,
        200
    );
    assert_eq!(second.status(&other).await, "FNCD");
    assert_eq!(first.status(&one).await, "REGU");
}

#[tokio::test]
async fn documents_that_differ_in_one_field_do_not_collide() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let id = desk.register(&Fvr::new("f1", "i1")).await;
    desk.register(&Fvr::new("f2", "i2")).await;
    desk.register(&Fvr {
        total: "145,000.01",
        ..Fvr::new("f3", "i1")
    })
    .await;
    assert_eq!(desk.status(&id).await, "REGU");
}

#[tokio::test]
async fn documents_of_an_undocumented_kind_collide_when_all_their_fields_are_equal() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let waybill = |data_set, number: &str| {
        let mut body = Fvr::new(data_set, "none").registration(&desk.institution);
        body["batch_collection"][0]["financing_validation_request_details"][0]["referred_documents"]
            [0]["document_summary"] = json!({ "document_type": "WAYB", "number": number, "value": { "currency": "SGD", "amount": "1,000.00" } });
        body
    };
    for (data_set, number) in [("f1", "w1"), ("f2", "w2"), ("f3", "w1")] {
        assert_eq!(
            desk.post("/registrations", &waybill(data_set, number))
                .await
                .0,
            200
        );
    }
    let statuses: Vec<_> = sandbox
        .monetago()
        .fvrs()
        .iter()
        .map(|fvr| fvr.status)
        .collect();
    assert_eq!(statuses, ["REDU", "REGU", "REDU"]);
}

#[tokio::test]
async fn nothing_collides_before_it_has_settled() {
    let settle = Duration::from_secs(3);
    let (sandbox, clock) = sandbox(Options {
        settle_after: settle,
        ..Options::default()
    })
    .await;
    let (first, second) = (
        Desk::open(&sandbox, Lender::First).await,
        Desk::open(&sandbox, Lender::Second).await,
    );
    let earlier = first.register(&Fvr::new("f1", "i1")).await;
    clock.advance(settle);
    second.register(&Fvr::new("s1", "i1")).await;
    assert_eq!(first.status(&earlier).await, "REGU");
    assert_eq!(
        first.fvr(&earlier).await["financing_request_duplicate_report"],
        json!([])
    );
    clock.advance(settle);
    assert_eq!(first.status(&earlier).await, "REDU");
}

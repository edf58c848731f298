//! Document matches, by either kind of identifier.

use florin_sandbox::monetago::{Lender, Options};
use serde_json::json;

use crate::desk::{Desk, Fvr, sandbox};

#[tokio::test]
async fn a_match_is_found_by_its_own_identifier_and_by_that_of_its_documents() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (first, second) = (
        Desk::open(&sandbox, Lender::First).await,
        Desk::open(&sandbox, Lender::Second).await,
    );
    first.register(&Fvr::new("f1", "i1")).await;
    let id = second.register(&Fvr::new("s1", "i1")).await;
    let entry = second.fvr(&id).await["financing_request_duplicate_report"][0].clone();
    let whole = entry["match_identification"].as_str().unwrap();
    let single = entry["related_document_match_identifications"][0]
        .as_str()
        .unwrap();
    assert_ne!(whole, single);

    let (_, list) = second.get("/document-matches").await;
    let (status, by_whole) = second.get(&format!("/document-matches/{whole}")).await;
    assert_eq!((status, &list), (200, &json!([by_whole])));
    let (status, by_single) = second.get(&format!("/document-matches/{single}")).await;
    assert_eq!(status, 200);
    assert_eq!(
        by_single["documents"][0]["document_match_identification"],
        single
    );
    let lines = by_single["documents"][0]["lines"].as_array().unwrap();
    assert!(
        lines.contains(&json!({ "field": "invoice_number", "match_type": "EXCT" })),
        "{lines:?}"
    );
    assert_eq!(
        first.get(&format!("/document-matches/{whole}")).await.0,
        200,
        "the other party sees it as well"
    );
}

#[tokio::test]
async fn a_match_ends_with_the_cancellation_of_either_side() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    desk.register(&Fvr::new("f1", "i1")).await;
    let id = desk.register(&Fvr::new("f2", "i1")).await;
    desk.cancel("request_identification", &id).await;
    assert_eq!(desk.get("/document-matches").await, (200, json!([])));
}

#[tokio::test]
async fn an_unknown_match_is_not_found() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let (status, body) = desk.get("/document-matches/nothing").await;
    assert_eq!((status, &body["status"]), (404, &json!("404 NOT_FOUND")));
}

#[tokio::test]
async fn the_identifier_of_one_pair_of_documents_leads_to_that_pair_alone() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    for data_set in ["f1", "f2"] {
        let mut body = Fvr::new(data_set, "i1").registration(&desk.institution);
        let documents =
            "/batch_collection/0/financing_validation_request_details/0/referred_documents";
        let waybill = json!({
            "submitter_document_reference": "w",
            "document_summary": { "document_type": "WAYB", "number": "w1" },
        });
        body.pointer_mut(documents)
            .unwrap()
            .as_array_mut()
            .unwrap()
            .push(waybill);
        assert_eq!(desk.post("/registrations", &body).await.0, 200);
    }
    let (_, list) = desk.get("/document-matches").await;
    assert_eq!(list[0]["documents"].as_array().unwrap().len(), 2);
    let second = list[0]["related_document_match_identifications"][1]
        .as_str()
        .unwrap();
    let (_, single) = desk.get(&format!("/document-matches/{second}")).await;
    let kinds: Vec<_> = single["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| &pair["document_type"])
        .collect();
    assert_eq!(kinds, ["WAYB"]);
}

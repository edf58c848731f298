//! MonetaGo's documented samples, in values of our own.

use florin::core::Decimal;
use florin::monetago::types::{
    CancellationResponse, FinancingRequest, FinancingRequestStatus, FvrResult, RegistrationRequest,
    RequestIdentificationResponse, TokenResponse,
};
use florin::monetago::{Error, Fvr, Outcome, Registration, amount};
use florin::testing::Recorder;
use serde_json::{Value, json};

use super::{full, parse};

const TOKEN: &str = include_str!("../../fixtures/monetago/token.json");
const REGISTRATION: &str = include_str!("../../fixtures/monetago/registration.json");
const QUICKSTART: &str = include_str!("../../examples/quickstart/registration.json");
const FINANCING: &str = include_str!("../../fixtures/monetago/financing.json");
const UNIQUE: &str = include_str!("../../fixtures/monetago/fvr_unique.json");
const DUPLICATE_FINANCED: &str =
    include_str!("../../fixtures/monetago/fvr_duplicate_financed.json");
const FAILED_CANCELLATION: &str =
    include_str!("../../fixtures/monetago/fvr_failed_cancellation.json");
const OF_TOMORROW: &str = include_str!("../../fixtures/monetago/fvr_of_tomorrow.json");

/// A registration of which the registry says `answer`.
fn registration(answer: &Value) -> Registration {
    let recorder = Recorder::new();
    recorder.answer("get_status", 200, answer.to_string());
    let handle = json!({"registration_id": "r-1", "institution": null, "data_set_ids": ["fvr"], "finances": false});
    recorder
        .monetago()
        .build()
        .unwrap()
        .resume(serde_json::from_value(handle).unwrap())
}

async fn read(answer: &Value) -> Result<Vec<Fvr>, Error> {
    registration(answer).read().await
}

async fn read_one(sample: &str) -> Fvr {
    let mut fvrs = read(&parse(sample)).await.unwrap();
    assert_eq!(fvrs.len(), 1);
    fvrs.remove(0)
}

#[tokio::test]
async fn a_token_is_read_with_fields_that_nobody_documents() {
    let token: TokenResponse = serde_json::from_str(TOKEN).unwrap();
    assert_eq!(
        (token.expires_in, token.token_type.as_str()),
        (43_200, "Bearer")
    );
    assert_eq!(token.access_token.expose(), parse(TOKEN)["access_token"]);
    assert!(!format!("{token:?}").contains("eyJ"), "a token is a secret");

    let recorder = Recorder::new();
    recorder.answer(
        "create_access_token",
        200,
        TOKEN.replace("Bearer", "bearer"),
    );
    recorder.answer("search_document_matches", 200, "[]");
    recorder
        .monetago()
        .build()
        .unwrap()
        .document_matches()
        .await
        .unwrap();
    assert_eq!(
        recorder.last().unwrap().header("authorization"),
        Some("Bearer [secret]"),
        "spelled as the samples do"
    );
}

#[test]
fn requests_are_written_back_as_they_were_read() {
    for sample in [REGISTRATION, QUICKSTART] {
        let request: RegistrationRequest = serde_json::from_str(sample).unwrap();
        assert_eq!(serde_json::to_value(&request).unwrap(), parse(sample));
    }
    let request: FinancingRequest = serde_json::from_str(FINANCING).unwrap();
    assert_eq!(serde_json::to_value(&request).unwrap(), parse(FINANCING));
}

#[test]
fn results_are_written_back_as_they_were_read_but_for_null_and_empty() {
    for sample in [UNIQUE, DUPLICATE_FINANCED, FAILED_CANCELLATION, OF_TOMORROW] {
        let result: FvrResult = serde_json::from_str(sample).unwrap();
        assert_eq!(
            full(serde_json::to_value(&result).unwrap()),
            full(parse(sample))
        );
    }
}

#[tokio::test]
async fn an_amount_is_the_same_with_and_without_separators() {
    let sent: RegistrationRequest = serde_json::from_str(REGISTRATION).unwrap();
    let sent =
        &sent.batch_collection[0].financing_validation_request_details[0].financing_request_amount;
    let fvr = read_one(DUPLICATE_FINANCED).await;
    let received = fvr.matches()[0]
        .matched_financing_request_amount
        .as_ref()
        .unwrap();
    assert_eq!(
        (sent.amount.as_str(), received.amount.as_str()),
        ("1,480,000.00", "1480000.00")
    );
    assert_eq!(amount(sent).unwrap(), amount(received).unwrap());
    assert_eq!(amount(sent).unwrap(), "1480000".parse::<Decimal>().unwrap());
}

#[tokio::test]
async fn a_duplicate_report_is_read_to_its_last_field() {
    let fvr = read_one(DUPLICATE_FINANCED).await;
    let entry = &fvr.matches()[0];
    assert_eq!(entry.match_type, "EXCT");
    assert_eq!(
        entry.matched_financing_request_status,
        Some(FinancingRequestStatus::Fncd)
    );
    assert_eq!(
        entry.matched_date_time.as_deref(),
        Some("2026-11-17T08:31:07.442Z")
    );
    let risk = entry
        .proprietary_matching_details
        .as_ref()
        .unwrap()
        .proprietary_description
        .as_deref();
    assert_eq!(risk, Some("CRITICAL_RISK"));
    assert_eq!(entry.related_document_match_identifications.len(), 2);
    assert!(
        entry.extra.is_empty(),
        "every documented field has a place of its own"
    );
}

#[tokio::test]
async fn trap_4_the_status_of_an_error_is_a_text_and_cut_json_in_it_does_no_harm() {
    let fvr = read_one(FAILED_CANCELLATION).await;
    let error = &fvr.errors()[0];
    assert_eq!(error.status.as_deref(), Some("404 NOT_FOUND"));
    assert_eq!(error.path.as_deref(), Some("/cancellations"));
    assert!(error.detail.as_deref().unwrap().contains("FVR_NOT_FOUND"));
    assert!(error.sub_errors.is_empty() && error.extra.is_empty());
    assert!(
        !format!("{error:?}").contains("validator.internal"),
        "details may quote the request"
    );
}

#[tokio::test(start_paused = true)]
async fn what_the_provider_adds_is_kept_and_what_it_leaves_out_is_empty() {
    let fvr = read_one(OF_TOMORROW).await;
    assert_eq!(
        fvr.status(),
        &FinancingRequestStatus::Unknown("HELD".to_owned())
    );
    assert!(fvr.errors().is_empty());
    assert_eq!(fvr.result().extra["held_until"], "2026-11-30");
    let entry = &fvr.matches()[0];
    assert_eq!(
        (
            entry.match_type.as_str(),
            entry.related_document_match_identifications.len()
        ),
        ("PART", 0)
    );
    assert_eq!(entry.extra["matched_by"]["field"], "invoice_number");
    let unreadable = entry.matched_financing_request_amount.as_ref().unwrap();
    assert!(amount(unreadable).is_err());
    assert_eq!(
        unreadable.amount, "n/a",
        "what is no amount can still be shown"
    );

    let outcome = registration(&parse(OF_TOMORROW)).poller().await.unwrap();
    assert!(
        matches!(&outcome, Outcome::Unknown { status, .. } if status == "HELD"),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn an_fvr_is_found_in_whatever_stands_around_it() {
    let (fvr, id) = (parse(DUPLICATE_FINANCED), "fvr-0147-02");
    let mut result = fvr.clone();
    result
        .as_object_mut()
        .unwrap()
        .remove("submitter_data_set_identification");
    for answer in [
        fvr.clone(),
        json!([fvr]),
        json!({"financing_validation_requests": [fvr], "total": 1, "next": null}),
        json!({"data": {"batch_collection": [{"financing_validation_request_details": [fvr]}]}}),
        json!([{"submitter_data_set_identification": id, "result": result}]),
        json!([{"details": {"submitter_data_set_identification": id}, "result": result}]),
    ] {
        let fvrs = read(&answer).await.unwrap();
        assert_eq!(fvrs.len(), 1, "{answer}");
        assert_eq!(
            (fvrs[0].data_set_id(), fvrs[0].matches().len()),
            (Some(id), 1),
            "{answer}"
        );
    }
    for nothing in [
        json!([]),
        json!({}),
        json!(null),
        json!({"batch_collection": []}),
        json!("none"),
    ] {
        assert!(read(&nothing).await.unwrap().is_empty(), "{nothing}");
    }
}

#[tokio::test]
async fn an_fvr_whose_result_cannot_be_read_is_an_error_and_does_not_vanish() {
    let error = read(&json!([{"financing_request_status": ["REGU"]}]))
        .await
        .unwrap_err();
    assert_eq!(error.operation(), "get_status");
}

#[test]
fn trap_6_a_cancellation_names_its_identifier_in_either_way() {
    let id = |answer: Value| {
        let answer: CancellationResponse = serde_json::from_value(answer).unwrap();
        answer
            .cancellation_id
            .or(answer.cancellation_identification)
    };
    assert_eq!(
        id(json!({"cancellation_id": "c-1"})).as_deref(),
        Some("c-1")
    );
    assert_eq!(
        id(json!({"cancellation_identification": "c-1", "state": "new"})).as_deref(),
        Some("c-1")
    );
    assert_eq!(id(json!({})), None);
}

#[test]
fn an_identifier_need_not_be_a_uuid_and_may_have_company() {
    let answer = json!({"request_identification": "REQ 7", "links": ["/status/REQ 7"]});
    let read: RequestIdentificationResponse = serde_json::from_value(answer.clone()).unwrap();
    assert_eq!(read.request_identification, "REQ 7");
    assert_eq!(serde_json::to_value(&read).unwrap(), answer);
}

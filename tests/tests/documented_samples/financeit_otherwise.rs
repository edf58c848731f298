//! What Financeit may answer beside its samples: other types, odd dates, fields that are null or missing, no body at all.

use florin::core::chrono::{NaiveDate, TimeZone as _, Utc};
use florin::core::{Effect, Percent};
use florin::financeit::types::{LoanAccessLinkRequest, OauthTokenResponse};
use florin::financeit::{
    Calculation, ErrorTexts, LoansQuery, PromoProgramsQuery, SubverticalsQuery,
};
use florin::testing::Recorder;
use serde_json::{Value, json};

use super::financeit::{INVITE, LOAN, PARTNER, allowed_everything, answering, decimal};
use super::{assert_hushed, full, parse};

const OTHERWISE: &str = include_str!("../../fixtures/financeit/loan_otherwise.json");

#[tokio::test]
async fn numbers_come_as_text_text_as_numbers_and_dates_in_any_spelling() {
    let financeit = answering("get_loan", 200, OTHERWISE);
    let loan = financeit.loan(48_291).read().await.unwrap();
    assert_hushed(&loan, OTHERWISE);
    assert_eq!(loan.partner_id.as_ref().unwrap().value(), Some(&5_120));
    assert_eq!(loan.amortization.as_ref().unwrap().value(), Some(&120));
    assert_eq!(loan.term.as_ref().unwrap().value(), Some(&60));
    assert_eq!(loan.lead_id.as_ref().unwrap().value(), Some(&-90_017));
    assert_eq!(loan.description.as_ref().unwrap().text(), "7");
    let rate = loan.rate.as_ref().unwrap();
    assert_eq!(rate.value(), Some(&Percent::new(decimal("9.99"))));
    assert_eq!(rate.text(), "9.990", "digit by digit");
    let amount = |sent: &Option<florin::core::AsSent<florin::core::Decimal>>| {
        sent.as_ref().unwrap().value().copied()
    };
    assert_eq!(amount(&loan.requested_amount), Some(decimal("18500")));
    assert_eq!(amount(&loan.fee), Some(decimal("1149")));
    assert_eq!(amount(&loan.max_amount), Some(decimal("25000")));
    assert_eq!(loan.funded.as_ref().unwrap().value(), Some(&false));
    let created = loan.created_at.as_ref().unwrap().value().unwrap();
    let second = Utc.with_ymd_and_hms(2026, 5, 9, 3, 7, 1).unwrap();
    assert_eq!(
        (created.timestamp(), created.timestamp_subsec_millis()),
        (second.timestamp(), 250)
    );
    let first = loan.first_payment_date.as_ref().unwrap();
    assert_eq!(first.value(), NaiveDate::from_ymd_opt(2026, 6, 1).as_ref());
    assert_eq!(first.text(), "2026-6-1");
}

#[tokio::test]
async fn what_cannot_be_read_fails_nothing_else_and_stays_readable() {
    let financeit = answering("get_loan", 200, OTHERWISE);
    let loan = financeit.loan(48_291).read().await.unwrap();
    let principal = loan.principal_amount.as_ref().unwrap();
    assert_eq!((principal.value(), principal.text()), (None, "on request"));
    let payment = loan.total_payment_amount.as_ref().unwrap();
    assert_eq!(
        (payment.value(), payment.json()),
        (None, json!({"amount": 112.8}))
    );
    assert_eq!(loan.downpayment_amount.as_ref().unwrap().value(), None);
    let state = loan.state.as_ref().unwrap();
    assert_eq!((state.value(), state.json()), (None, json!(["Car", 3])));
    assert_eq!(
        loan.max_amort.as_ref().unwrap().value(),
        None,
        "half a month"
    );
    assert_eq!(loan.max_amort.as_ref().unwrap().text(), "10.5");
    let expiry = loan.expiry_date.as_ref().unwrap();
    assert_eq!((expiry.value(), expiry.text()), (None, "2026-13-40"));
    assert!(loan.vertical.is_none() && loan.vehicle.is_none() && loan.api_notices.is_none());
    assert_eq!(loan.promo_program, Some(json!("none")));
    assert_eq!(loan.vehicles.as_ref().unwrap()[1]["hull"], 1);
    assert_eq!(loan.extra["borrower"]["name"], "Canary");
}

#[test]
fn what_was_read_is_written_back_digit_by_digit() {
    let loan: florin::financeit::types::Loan = serde_json::from_str(OTHERWISE).unwrap();
    let written = serde_json::to_string(&loan).unwrap();
    for piece in [
        r#""rate":9.990"#,
        r#""requested_amount":18500.00"#,
        r#""term":60.0"#,
        r#""fee":"1,149.00""#,
        r#""id":"48291""#,
        r#""expiry_date":"2026-13-40""#,
        r#""funded":"false""#,
    ] {
        assert!(written.contains(piece), "{piece} in {written}");
    }
    assert_eq!(full(parse(&written)), full(parse(OTHERWISE)));
}

#[tokio::test]
async fn every_field_of_an_answer_may_be_null_or_missing() {
    let nulls = |sample: &str| {
        let Value::Object(fields) = parse(sample) else {
            panic!("{sample}")
        };
        let nulls = fields.into_iter().map(|(name, _)| (name, Value::Null));
        Value::Object(nulls.collect()).to_string()
    };
    for (loan, partner) in [
        ("{}".to_owned(), "{}".to_owned()),
        (nulls(LOAN), nulls(PARTNER)),
    ] {
        let financeit = answering("get_loan", 200, &loan);
        let loan = financeit.loan(1).read().await.unwrap();
        assert!(loan.id.is_none() && loan.funded.is_none() && loan.vehicles.is_none());
        let financeit = answering("get_partner", 200, &partner);
        let partner = financeit.partner(1).await.unwrap();
        assert!(partner.id.is_none() && partner.verticals.is_none());
    }
    for answer in [
        "{}",
        r#"{"results": null, "application_link": null, "promo_programs": null, "subverticals": null, "earned": null}"#,
        r#"{"results": [], "promo_programs": [], "subverticals": [], "errors": []}"#,
    ] {
        let recorder = Recorder::new();
        for operation in [
            "calculate_loan_options",
            "list_promo_programs",
            "list_subverticals",
            "get_partner_commission_totals",
        ] {
            recorder.answer(operation, 200, answer);
        }
        let financeit = allowed_everything(&recorder);
        let calculated = financeit.calculate(&Calculation::new(1)).await.unwrap();
        assert!(calculated.results.is_empty() && calculated.application_link.is_none());
        let programs = PromoProgramsQuery::default();
        let programs = financeit.promo_programs(&programs).await.unwrap();
        assert!(programs.promo_programs.is_empty());
        let subverticals = SubverticalsQuery::default();
        let subverticals = financeit.subverticals(&subverticals).await.unwrap();
        assert!(subverticals.subverticals.is_empty());
        let totals = financeit.commission_totals(1, None, None).await.unwrap();
        assert!(totals.earned.is_none());
    }
}

#[tokio::test]
async fn a_token_needs_nothing_but_itself() {
    for token in [
        json!({"access_token": "t"}),
        json!({"access_token": "t", "user_id": null, "user_type": null}),
        json!({"access_token": "t", "user_id": "7", "user_type": 3}),
        json!({"access_token": "t", "token_type": "bearer", "expires_in": 7200, "refresh_token": "r"}),
    ] {
        serde_json::from_value::<OauthTokenResponse>(token.clone()).unwrap();
        for status in [200, 201] {
            let recorder = Recorder::new();
            recorder.answer("create_user_oauth_token", status, token.to_string());
            recorder.answer("list_subverticals", 200, "{}");
            let financeit = recorder.financeit().build().unwrap();
            let all = SubverticalsQuery::default();
            financeit.subverticals(&all).await.unwrap();
            let sent = recorder.last().unwrap();
            assert_eq!(sent.header("authorization"), Some("Bearer [secret]"));
        }
    }
}

#[tokio::test]
async fn trap_21_an_invite_may_be_answered_with_anything_that_is_a_success() {
    let invite = serde_json::from_str(INVITE).unwrap();
    let link = "https://www.financeit.example/s/x";
    for (status, answer, expected) in [
        (200, "{}".to_owned(), None),
        (201, "{ }".to_owned(), None),
        (200, String::new(), None),
        (204, String::new(), None),
        (200, json!({"application_link": null}).to_string(), None),
        (
            200,
            json!({"application_link": link, "id": 7}).to_string(),
            Some(link),
        ),
        (200, json!({"errors": []}).to_string(), None),
    ] {
        let financeit = answering("send_direct_invite", status, &answer);
        let sent = financeit.invite(&invite).await.unwrap();
        let found = sent.application_link.as_ref().map(|link| link.text());
        assert_eq!(found, expected, "{status} {answer}");
    }
}

#[tokio::test]
async fn a_success_that_names_errors_is_none() {
    let invite = serde_json::from_str(INVITE).unwrap();
    let answer = r#"{"errors": ["canary is unknown"]}"#;
    let financeit = answering("send_direct_invite", 200, answer);
    let error = financeit.invite(&invite).await.unwrap_err();
    assert!(error.is_decode(), "{error}");
    assert_hushed(&(&error, format!("{error:#}")), answer);
    let financeit = answering("get_loan", 200, answer);
    financeit.loan(1).read().await.unwrap_err();
}

#[tokio::test]
async fn trap_22_an_access_link_is_found_in_any_answer() {
    let request: LoanAccessLinkRequest =
        serde_json::from_value(json!({"loan_id": 48_291})).unwrap();
    let link = "https://www.financeit.example/in/canary";
    for (status, answer, expected) in [
        (200, String::new(), None),
        (204, String::new(), None),
        (201, "{}".to_owned(), None),
        (200, "null".to_owned(), None),
        (200, json!(link).to_string(), Some(link)),
        (201, json!({"url": link}).to_string(), Some(link)),
        (
            200,
            json!({"link": {"id": 7, "href": link}}).to_string(),
            Some(link),
        ),
        (200, json!([link]).to_string(), Some(link)),
    ] {
        let financeit = answering("create_loan_access_link", status, &answer);
        let made = financeit.loan_access_link(&request).await.unwrap();
        assert_eq!(made.url(), expected, "{status} {answer}");
        assert!(!format!("{made:?}").contains("canary"));
    }
}

#[tokio::test]
async fn a_lead_without_a_loan_has_none_in_every_way_of_saying_so() {
    for (status, answer) in [
        (404, r#"{"errors": ["no loan for this lead"]}"#),
        (404, r#"{"errors": "no loan for this lead"}"#),
        (410, r#"{"errors": []}"#),
        (200, "{}"),
        (200, r#"{"id": null}"#),
        (200, r#"{"errors": ["no loan for this lead"]}"#),
    ] {
        let financeit = answering("get_loan_id_by_lead_id", status, answer);
        let loan = financeit.loan_for_lead(-7, None).await.unwrap();
        assert!(loan.is_none(), "{status} {answer}");
    }
    for (status, answer) in [
        (404, "<html>no such page</html>"),
        (404, "{}"),
        (403, r#"{"errors": ["no"]}"#),
        (200, r#"{"id": "soon"}"#),
    ] {
        let financeit = answering("get_loan_id_by_lead_id", status, answer);
        let loan = financeit.loan_for_lead(-7, None).await;
        assert!(loan.is_err(), "{status} {answer}");
    }
}

#[tokio::test]
async fn lists_are_arrays_and_anything_else_is_an_error() {
    for answer in ["[]", "[ ]"] {
        let financeit = answering("list_loans", 200, answer);
        let none = financeit.loans(LoansQuery::default()).next().await;
        assert!(none.is_none());
        let financeit = answering("list_partners", 200, answer);
        assert!(financeit.partners().await.unwrap().is_empty());
    }
    for answer in [r#"{"loans": []}"#, r#"{"errors": ["canary"]}"#, "", "null"] {
        let financeit = answering("list_loans", 200, answer);
        let error = financeit.loans(LoansQuery::default()).next().await;
        let error = error.unwrap().unwrap_err();
        assert!(error.is_decode(), "{answer}: {error}");
        assert!(!format!("{error:#} {error:?}").contains("canary"));
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_is_a_list_a_text_an_object_or_a_page_for_people() {
    let texts = |answer: &'static str| async move {
        let financeit = answering("get_partner", 403, answer);
        let error = financeit.partner(1).await.unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(403));
        assert_eq!(error.effect(), Effect::Answered);
        assert!(
            !format!("{error:#} {error:?}").contains("canary"),
            "{error:?}"
        );
        error.error_texts()
    };
    assert_eq!(
        texts(r#"{"errors": ["a canary", 5]}"#).await,
        ["a canary", "5"]
    );
    assert_eq!(texts(r#"{"errors": "a canary"}"#).await, ["a canary"]);
    let by_field = texts(r#"{"errors": {"email": ["is canary", "is taken"], "base": "no"}}"#).await;
    let mut by_field = by_field;
    by_field.sort();
    assert_eq!(by_field, ["base no", "email is canary", "email is taken"]);
    for none in [
        "",
        "<html>canary</html>",
        "null",
        "[]",
        r#"{"error": "canary"}"#,
        r#"{"errors": null}"#,
    ] {
        assert!(texts(none).await.is_empty(), "{none}");
    }
}

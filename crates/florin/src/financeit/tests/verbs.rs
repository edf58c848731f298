//! What each verb sends, and what it takes an answer for.

use chrono::NaiveDate;
use florin_core::Effect;
use serde_json::json;

use super::super::types::{RegionCode, VerticalName};
use super::super::*;
use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[tokio::test(start_paused = true)]
async fn an_invite_that_may_have_arrived_is_not_sent_again() {
    let network = answering(502, "<html>");
    let error = login(&network, Account::Merchant)
        .invite(&invite())
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert_eq!(count(&network, "send_direct_invite"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_calculation_spells_flags_out_and_escapes_spaces() {
    let network = answering(200, r#"{"results":[{"x":1}],"application_link":null}"#);
    let calculation = Calculation::new("10000.50".parse::<florin_core::Decimal>().unwrap())
        .vertical(VerticalName::RecreationalVehicle)
        .region(RegionCode::Qc)
        .insurance(true)
        .work_site_quebec(false)
        .promo_program(0)
        .amortization(36);
    let options = anonymous(&network).calculate(&calculation).await.unwrap();
    assert_eq!(options.results.len(), 1);
    let url = last(&network).url;
    let (path, query) = url.split_once('?').unwrap();
    assert!(path.ends_with("/en/api/v3/calculator/calculate"), "{path}");
    assert_eq!(
        query,
        "amortization=36&insurance=yes&promo_program_id=0&region_code=QC&requested_amount=10000.5\
         &vertical_name=Recreational%20Vehicle&work_site_quebec=no"
    );
}

#[tokio::test(start_paused = true)]
async fn a_promo_program_of_zero_and_a_negative_lead_are_sent() {
    let network = answering(200, "{}");
    let mut invite = invite();
    invite.custom_params = Some(types::DirectInviteCustomParams {
        lead_id: Some(-90_017),
        ..Default::default()
    });
    login(&network, Account::Broker)
        .invite(&invite)
        .await
        .unwrap();
    let body: serde_json::Value = serde_json::from_str(&last(&network).body).unwrap();
    assert_eq!(
        body,
        json!({
            "promo_program_id": 0, "send_via": "email", "email": "jane@example.com",
            "partner_id": 632, "custom_params": {"lead_id": -90_017}
        })
    );
}

#[tokio::test(start_paused = true)]
async fn a_loan_is_found_by_its_lead_or_there_is_none_yet() {
    let find = async |status: u16, body: &'static str| {
        let network = answering(status, body);
        let client = login(&network, Account::Merchant);
        let found = client.loan_for_lead(-17, None).await;
        assert!(last(&network).url.ends_with("?lead_id=-17"));
        found.map(|loan| loan.map(|loan| loan.id()))
    };
    assert_eq!(find(200, r#"{"id":67890}"#).await.unwrap(), Some(67890));
    assert_eq!(find(200, r#"{"id":"67890"}"#).await.unwrap(), Some(67890));
    assert_eq!(find(404, r#"{"errors":["none"]}"#).await.unwrap(), None);
    assert_eq!(find(404, r#"{"errors":"none"}"#).await.unwrap(), None);
    assert_eq!(find(200, r#"{"id":null}"#).await.unwrap(), None);
    for nothing in ["{}", "null", "", r#"{"id":""}"#, r#"{"id":" "}"#] {
        assert_eq!(find(200, nothing).await.unwrap(), None, "{nothing}");
    }
    assert!(find(200, "[]").await.unwrap_err().is_decode());
    // A page for people says that the path is wrong, not that there is no loan.
    assert!(find(404, "<html>").await.unwrap_err().is_not_found());
    assert!(find(404, "").await.unwrap_err().is_not_found());
    assert!(find(404, "{}").await.unwrap_err().is_not_found());
    assert!(
        find(401, r#"{"errors":["none"]}"#)
            .await
            .unwrap_err()
            .is_auth()
    );
    assert!(
        find(403, r#"{"errors":["none"]}"#)
            .await
            .unwrap_err()
            .is_auth()
    );
    assert!(
        find(422, r#"{"errors":["partner_id is required"]}"#)
            .await
            .is_err()
    );
    assert_eq!(find(200, r#"{"errors":["none"]}"#).await.unwrap(), None);
    assert!(find(200, r#"{"id":"x"}"#).await.unwrap_err().is_decode());
}

#[tokio::test(start_paused = true)]
async fn a_success_that_names_errors_is_no_success() {
    let network = answering(200, r#"{"errors":["Invalid promo program"]}"#);
    let client = login(&network, Account::Merchant);
    let error = client.invite(&invite()).await.unwrap_err();
    assert!(
        error.is_decode() && error.effect() == Effect::MaybeApplied,
        "{error}"
    );
    assert!(client.loan(7).read().await.unwrap_err().is_decode());
    let network = answering(200, r#"{"errors":[],"application_link":"x"}"#);
    login(&network, Account::Merchant)
        .invite(&invite())
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn another_loan_than_was_asked_for_is_not_taken() {
    let network = answering(200, r#"{"id":"8"}"#);
    let client = login(&network, Account::Merchant);
    assert!(client.loan(7).read().await.unwrap_err().is_decode());
    assert!(client.loan(8).read().await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn access_links_come_in_any_form_or_not_at_all() {
    let network = Scripted::default();
    let client = authorized(&network);
    let request = types::PartnerAccessLinkRequest::builder()
        .lead_id(-5)
        .partner_id(768)
        .try_into()
        .unwrap();
    for (body, url) in [
        (
            r#"{"link":"https://a.example/s/x"}"#,
            Some("https://a.example/s/x"),
        ),
        (r#""https://a.example/s/x""#, Some("https://a.example/s/x")),
        ("", None),
        ("{}", None),
    ] {
        network.answer(201, body);
        let link = client.partner_access_link(&request).await.unwrap();
        assert_eq!(link.url(), url, "{body}");
        assert!(!format!("{link:?}").contains("a.example"));
    }
    assert!(last(&network).url.ends_with("/single_access_links/partner"));
    network.answer(200, r#"{"errors":["no"]}"#);
    let error = client.partner_access_link(&request).await.unwrap_err();
    assert!(error.is_decode());
}

#[tokio::test(start_paused = true)]
async fn days_go_out_as_documented_and_in_order() {
    let network = Scripted::default();
    let client = authorized(&network);
    network.answer(200, r#"{"earned":"2000.50","outstanding":1500}"#);
    let (from, until) = (day("2013-01-01"), day("2013-02-01"));
    let totals = client
        .commission_totals(7, Some(from), Some(until))
        .await
        .unwrap();
    assert_eq!(
        totals.earned.unwrap().value(),
        Some(&"2000.5".parse().unwrap())
    );
    let url = last(&network).url;
    assert!(
        url.ends_with(
            "/partners/7/commission_totals?earned_end_date=2013-02-01&earned_start_date=2013-01-01"
        ),
        "{url}"
    );
    let swapped = client.commission_totals(7, Some(until), Some(from)).await;
    assert!(swapped.unwrap_err().is_invalid_request());
    let query = LoansQuery::default().start(until).end(from);
    let error = client.loans(query).next().await.unwrap().unwrap_err();
    assert!(error.is_invalid_request());
    let error = client
        .loans(LoansQuery::default().page_size(0))
        .next()
        .await;
    assert!(error.unwrap().unwrap_err().is_invalid_request());
    assert_eq!(network.sent().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_provider_s_texts_are_read_in_each_of_their_forms() {
    for (body, expected) in [
        (r#"{"errors":["a","b"]}"#, vec!["a", "b"]),
        (r#"{"errors":"a"}"#, vec!["a"]),
        (
            r#"{"errors":{"email":["is taken"],"x":"y"}}"#,
            vec!["email is taken", "x y"],
        ),
        (r#"{"error":"a"}"#, vec![]),
        ("<html>", vec![]),
    ] {
        let network = answering(422, body);
        let error = login(&network, Account::Merchant)
            .loan(7)
            .read()
            .await
            .unwrap_err();
        assert_eq!(error.error_texts(), expected, "{body}");
        assert!(
            !format!("{error:#} {error:?}").contains("taken"),
            "{error:#}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_success_that_names_errors_keeps_them_and_its_status() {
    let body = r#"{"errors":["promo program 7 is closed"]}"#;
    for status in [200, 201] {
        let network = answering(status, body);
        let client = authorized(&network);
        let link = types::LoanAccessLinkRequest {
            loan_id: 1,
            extra: Default::default(),
        };
        let errors = [
            client.invite(&invite()).await.err(),
            client.loan(7).read().await.err(),
            client
                .calculate(&Calculation::new(1).partner(2))
                .await
                .err(),
            client.loan_access_link(&link).await.err(),
            client.partners().await.err(),
            client
                .loans(LoansQuery::default())
                .next()
                .await
                .and_then(Result::err),
        ];
        for error in errors {
            let error = error.unwrap();
            assert_eq!(
                error.error_texts(),
                ["promo program 7 is closed"],
                "{error}"
            );
            assert_eq!(error.status().unwrap(), status, "{error}");
            assert_eq!(error.raw_body().unwrap(), body, "{error}");
            assert!(error.is_decode() && !error.is_transient(), "{error}");
            assert!(
                !format!("{error:#} {error:?}").contains("promo"),
                "{error:?}"
            );
        }
    }
}

//! What the generated types promise: the documented samples are read with all their oddities, requests are strict, and
//! `Debug` shows nothing sensitive.

#![allow(
    clippy::unwrap_used,
    reason = "a test that can't go on says so by a panic"
)]

use florin_core::chrono::{NaiveDate, TimeZone as _, Utc};
use florin_core::{Decimal, Percent, Place, Sensitivity};
use florin_financeit::{operations, types};
use serde_json::{Value, json};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// The documentation's sample of a loan, with its mix of numbers, text and dates, in values of our own.
fn documented_loan() -> Value {
    json!({
        "id": 24680, "partner_id": 135, "description": "A heat pump",
        "created_at": "2019-03-08 21:04:59 UTC", "rate": "11.49", "requested_amount": "9750.0",
        "fee": "75.0", "principal_amount": "9912.34", "amortization": 48, "term": 24,
        "payment_frequency": "f", "vertical": "Vehicle", "total_payment_amount": "118.07",
        "first_payment_date": "2019-04-01", "downpayment_amount": "250", "downpayment_source": "cash",
        "intended_use": "Vehicle", "vehicle_type": "Car", "state": "Car",
        "coborrower_relation": "sibling", "coborrower_relation_other": "",
        "max_amount": 35000, "min_amount": 1500, "credit_limit": "28000", "max_amort": 96,
        "api_notices": [], "lead_id": 4321, "expiry_date": "2019-6-7",
        "commission_insurance_amount": "80.0", "promo_program": {}, "insurance_premium": {},
        "vehicle": {}, "vehicles": [], "file_attachments": [], "approval_conditions": [],
        "funded": false, "next_step_in_application": "Sign",
    })
}

fn loan(sent: Value) -> types::Loan {
    serde_json::from_value(sent).unwrap()
}

#[test]
fn the_sampled_loan_is_read_whole_and_written_back_as_it_came() {
    let sent = documented_loan();
    // From text, as an answer is: a `Value` has lost the digits of its numbers.
    let read: types::Loan = serde_json::from_str(&sent.to_string()).unwrap();
    let created = Utc.with_ymd_and_hms(2019, 3, 8, 21, 4, 59).unwrap();
    assert_eq!(read.created_at.as_ref().unwrap().value(), Some(&created));
    let rate = read.rate.as_ref().unwrap().value();
    assert_eq!(rate, Some(&Percent::new(decimal("11.49"))));
    let principal = read.principal_amount.as_ref().unwrap();
    assert_eq!(principal.value(), Some(&decimal("9912.34")));
    assert_eq!(principal.text(), "9912.34");
    assert_eq!(
        read.max_amount.as_ref().unwrap().value(),
        Some(&decimal("35000"))
    );
    let expiry = read.expiry_date.as_ref().unwrap();
    assert_eq!(expiry.value(), NaiveDate::from_ymd_opt(2019, 6, 7).as_ref());
    assert_eq!(expiry.text(), "2019-6-7", "what was sent stays readable");
    assert_eq!(read.state.as_ref().unwrap().text(), "Car");
    assert_eq!(read.funded.as_ref().unwrap().value(), Some(&false));
    assert!(
        read.extra.is_empty(),
        "every field of the sample has its own: {:?}",
        read.extra.keys()
    );
    assert_eq!(serde_json::to_value(&read).unwrap(), sent);
}

#[test]
fn numbers_come_as_text_and_text_as_numbers() {
    let read = loan(json!({
        "id": "24680", "amortization": "48", "max_amount": "35000", "rate": 11.49, "fee": "1,075.50",
        "lead_id": "-7", "funded": "true", "description": 12, "first_payment_date": "2019-4-1",
    }));
    assert_eq!(read.id.unwrap().value(), Some(&24_680));
    assert_eq!(read.amortization.unwrap().value(), Some(&48));
    assert_eq!(read.max_amount.unwrap().value(), Some(&decimal("35000")));
    assert_eq!(
        read.rate.unwrap().value(),
        Some(&Percent::new(decimal("11.49")))
    );
    assert_eq!(read.fee.unwrap().value(), Some(&decimal("1075.50")));
    assert_eq!(read.lead_id.unwrap().value(), Some(&-7));
    assert_eq!(read.description.unwrap().text(), "12");
    assert_eq!(
        read.first_payment_date.unwrap().value(),
        NaiveDate::from_ymd_opt(2019, 4, 1).as_ref()
    );
}

#[test]
fn what_cannot_be_read_fails_neither_the_loan_nor_itself() {
    let read = loan(json!({
        "id": { "deep": 1 }, "rate": "on request", "state": ["a"], "created_at": "yesterday",
        "expiry_date": "2019-13-40", "funded": "perhaps", "amortization": 4.5,
        "promo_program": "none", "vehicle": 7,
    }));
    assert_eq!(read.id.as_ref().unwrap().value(), None);
    assert_eq!(read.id.unwrap().json(), json!({ "deep": 1 }));
    assert_eq!(read.rate.as_ref().unwrap().value(), None);
    assert_eq!(read.rate.unwrap().text(), "on request");
    assert_eq!(read.created_at.unwrap().value(), None);
    assert_eq!(read.expiry_date.unwrap().text(), "2019-13-40");
    assert_eq!(read.funded.unwrap().value(), None);
    assert_eq!(read.amortization.unwrap().text(), "4.5");
    assert_eq!(read.promo_program, Some(json!("none")));
}

#[test]
fn an_empty_loan_a_null_and_an_unknown_field_are_all_right() {
    let empty = loan(json!({}));
    assert!(empty.id.is_none() && empty.vehicles.is_none());
    let nulls: Value = documented_loan()
        .as_object()
        .unwrap()
        .keys()
        .map(|name| (name.clone(), Value::Null))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let read = loan(nulls);
    assert!(read.rate.is_none() && read.api_notices.is_none());
    let read = loan(json!({ "borrower": { "name": "Jane" } }));
    assert_eq!(read.extra["borrower"]["name"], "Jane");
    let written = serde_json::to_value(&read).unwrap();
    assert_eq!(written["borrower"]["name"], "Jane");
}

#[test]
fn the_sampled_partner_is_read_whole() {
    let phone = |place: &str, i: usize| format!("{place}_phone_{i}i");
    let mut sent = json!({
        "id": "98765", "login": "maple.roofs", "email": "owner@example.com",
        "firm_name": "Maple Roofs", "state": "approved", "verticals": ["Home Improvement", { "id": 1 }],
        "organization_type": "corporation", "firm_address": "1 First St.", "firm_address_2": "",
        "firm_city": "Guelph", "firm_postal_code": "N1N1N1", "firm_number_years_in_business": "14",
        "firm_annual_sales_volume": "1M_to_5M", "address": "2 Second St.", "address_2": "",
        "unit_number": "12", "city": "Guelph", "province": "ON", "contact_first_name": "Robin",
        "contact_last_name": "Roy", "contact_position": "owner", "contact_date_of_birth_year": "1971",
        "contact_date_of_birth_month": "2", "contact_date_of_birth_day": "9", "contact_region_id": "4",
        "contact_postal_code": "N2N2N2", "referral_uuid": "9Z8Y7X",
        "firm_current_percent_financed": "0",
    });
    for place in ["work", "home"] {
        for i in 1..=4 {
            sent[phone(place, i)] = format!("55{i}").into();
        }
    }
    let read: types::Partner = serde_json::from_value(sent.clone()).unwrap();
    assert_eq!(read.id.as_ref().unwrap().value(), Some(&98_765));
    assert_eq!(
        read.contact_date_of_birth_month.as_ref().unwrap().value(),
        Some(&2)
    );
    let financed = read.firm_current_percent_financed.as_ref().unwrap().value();
    assert_eq!(financed, Some(&Percent::new(decimal("0"))));
    assert_eq!(read.verticals.as_ref().unwrap()[1]["id"], 1);
    assert!(read.extra.is_empty(), "{:?}", read.extra.keys());
    assert_eq!(serde_json::to_value(&read).unwrap(), sent);

    // Only what says nothing of a person or a company is shown.
    let shown = format!("{read:?}");
    for hidden in [
        "maple", "owner@", "Maple", "First", "Second", "N1N1N1", "N2N2N2", "Robin", "Roy", "1971",
        "551", "554", "Guelph",
    ] {
        assert!(!shown.contains(hidden), "{hidden} in {shown}");
    }
    assert!(
        shown.contains("98765") && shown.contains("approved"),
        "{shown}"
    );
}

#[test]
fn the_other_samples_are_read() {
    let token: types::OauthTokenResponse = serde_json::from_value(json!({
        "access_token": "0a1b", "user_id": 24, "user_type": "Partner",
    }))
    .unwrap();
    assert_eq!(token.user_id.as_ref().unwrap().value(), Some(&24));
    assert!(!format!("{token:?}").contains("0a1b"));
    let anonymous = json!({ "access_token": "0a1b", "user_id": null });
    assert!(
        serde_json::from_value::<types::OauthTokenResponse>(anonymous)
            .unwrap()
            .user_type
            .is_none()
    );
    let refused = serde_json::from_value::<types::OauthTokenResponse>(json!({ "user_id": 24 }));
    assert!(
        refused.is_err(),
        "a token is the one thing that has to be there"
    );

    let totals: types::CommissionTotals =
        serde_json::from_value(json!({ "earned": "1800.25", "outstanding": 900 })).unwrap();
    assert_eq!(totals.earned.unwrap().value(), Some(&decimal("1800.25")));
    assert_eq!(totals.outstanding.unwrap().value(), Some(&decimal("900")));

    let quote: types::CalculatorResponse = serde_json::from_value(json!({
        "results": [{ "any": "thing" }, 5, "text"], "application_link": "https://example.com/s/aBcDeF",
    }))
    .unwrap();
    assert_eq!(quote.results[0]["any"], "thing");
    assert!(
        !format!("{quote:?}").contains("aBcDeF"),
        "a link to apply is not shown"
    );
    let found: types::LoanIdResponse = serde_json::from_value(json!({ "id": "97531" })).unwrap();
    assert_eq!(found.id.unwrap().value(), Some(&97_531));
    for sent in [json!({}), json!({ "promo_programs": null })] {
        let programs: types::PromoProgramsResponse = serde_json::from_value(sent).unwrap();
        assert!(programs.promo_programs.is_empty());
    }
    let sub: types::SubverticalsResponse =
        serde_json::from_value(json!({ "subverticals": ["Roofing", { "id": 1 }] })).unwrap();
    assert_eq!(sub.subverticals[0].as_str(), Some("Roofing"));
    let invite: types::DirectInviteResponse = serde_json::from_value(json!({})).unwrap();
    assert!(invite.application_link.is_none());
}

#[test]
fn errors_are_a_list_a_text_or_an_object() {
    let errors = |sent: Value| -> Option<types::ErrorMessages> {
        let body: types::ErrorResponse = serde_json::from_value(json!({ "errors": sent })).unwrap();
        assert!(!format!("{body:?}").contains("Jane"), "{body:?}");
        body.errors
    };
    let Some(types::ErrorMessages::Array(list)) = errors(json!(["Jane is unknown", 5])) else {
        panic!("a list")
    };
    assert_eq!((list[0].text(), list[1].text()), ("Jane is unknown", "5"));
    assert!(matches!(
        errors(json!("Jane")),
        Some(types::ErrorMessages::String(_))
    ));
    let by_field = errors(json!({ "email": ["Jane"] }));
    assert!(matches!(by_field, Some(types::ErrorMessages::Object(_))));
    assert!(errors(Value::Null).is_none());
    let other: types::ErrorResponse = serde_json::from_value(json!({ "error": "Jane" })).unwrap();
    assert_eq!(other.extra["error"], "Jane");
    assert!(!format!("{other:?}").contains("Jane"));
}

#[test]
fn a_code_that_is_only_sent_is_refused_before_it_is() {
    let vertical = types::VerticalName::try_from("Recreational Vehicle").unwrap();
    assert_eq!(
        serde_json::to_value(vertical).unwrap(),
        "Recreational Vehicle"
    );
    assert!(types::VerticalName::try_from("Vehicle").is_err());
    assert!(types::RegionCode::try_from("ON").is_ok());
    assert!(types::SendVia::try_from("fax").is_err());
    assert_eq!(types::YesNo::Yes.to_string(), "yes");
    assert_eq!(types::YesNo::No.to_string(), "no");
}

#[test]
fn lengths_are_checked_where_they_are_sent() {
    let message = |length: usize| {
        let request: Result<types::DirectInviteRequest, _> = types::DirectInviteRequest::builder()
            .promo_program_id(0)
            .send_via(types::SendVia::None)
            .message("m".repeat(length))
            .try_into();
        request.map(drop)
    };
    assert!(message(255).is_ok());
    assert!(message(256).is_err());
    let redirect = |length: usize| {
        let params: Result<types::DirectInviteCustomParams, _> =
            types::DirectInviteCustomParams::builder()
                .redirect_url("r".repeat(length))
                .try_into();
        params.map(drop)
    };
    assert!(redirect(254).is_ok());
    assert!(redirect(255).is_err(), "fewer than 255 characters");
}

#[test]
fn an_invite_goes_out_as_documented() {
    let request: types::DirectInviteRequest = types::DirectInviteRequest::builder()
        .promo_program_id(0)
        .send_via(types::SendVia::Email)
        .email("jane@example.com")
        .requested_amount(decimal("8400.50"))
        .amortization(decimal("60"))
        .custom_params(types::DirectInviteCustomParams {
            lead_id: Some(-7),
            ..Default::default()
        })
        .try_into()
        .unwrap();
    let written = serde_json::to_string(&request).unwrap();
    for part in [
        r#""promo_program_id":0"#,
        r#""requested_amount":8400.5"#,
        r#""amortization":60"#,
        r#""custom_params":{"lead_id":-7}"#,
    ] {
        assert!(written.contains(part), "{part} in {written}");
    }
    assert!(
        !written.contains("null"),
        "what is not said is not sent: {written}"
    );
    assert!(!format!("{request:?}").contains("jane"));
}

#[test]
fn debug_shows_no_secret_and_nothing_of_a_customer() {
    let login: types::CreateUserOauthTokenRequest = serde_json::from_value(json!({
        "app_id": "the-app", "app_secret": "hush", "login": "jane", "password": "hush too",
    }))
    .unwrap();
    let shown = format!("{login:?}");
    assert!(shown.contains("the-app"), "{shown}");
    assert!(
        !shown.contains("hush") && !shown.contains("jane"),
        "{shown}"
    );
    assert_eq!(
        serde_json::to_value(&login).unwrap()["password"],
        "hush too"
    );

    let link = types::SingleAccessLinkResponse(json!({ "url": "https://example.com/in" }));
    assert_eq!(format!("{link:?}"), "SingleAccessLinkResponse([redacted])");
    let request: types::PartnerAccessLinkRequest = serde_json::from_value(json!({
        "lead_id": 5, "email": "jane@example.com", "borrower": { "name": "Jane" },
        "contacts": [{ "email": "jane@example.com" }], "custom_params": { "note": "Jane" },
    }))
    .unwrap();
    let shown = format!("{request:?}").to_lowercase();
    assert!(
        shown.contains("lead_id: 5") && !shown.contains("jane"),
        "{shown}"
    );

    let mut sent = documented_loan();
    sent["vehicle"] = json!({ "vin": "1HGCM" });
    sent["description"] = "For Jane".into();
    sent["borrower"] = "Jane".into();
    sent["promo_program"] = json!({ "for": "Jane" });
    sent["insurance_premium"] = json!("Jane");
    sent["next_step_in_application"] = "Call Jane".into();
    let shown = format!("{:?}", loan(sent));
    assert!(!shown.contains("Jane") && !shown.contains("1HGCM") && !shown.contains("sibling"));
    assert!(
        shown.contains("24680") && shown.contains("11.49"),
        "{shown}"
    );
}

#[test]
fn debug_shows_nothing_of_what_is_undocumented() {
    fn shown<T: serde::de::DeserializeOwned + std::fmt::Debug>(sent: Value) -> String {
        format!("{:?}", serde_json::from_value::<T>(sent).unwrap())
    }
    let jane = || json!([{ "for": "Jane" }, "Jane"]);
    let all = [
        shown::<types::CalculatorResponse>(json!({ "results": jane() })),
        shown::<types::PromoProgramsResponse>(json!({ "promo_programs": jane() })),
        shown::<types::SubverticalsResponse>(json!({ "subverticals": jane() })),
        shown::<types::Partner>(json!({ "verticals": jane(), "referral_uuid": "Jane" })),
        shown::<types::OauthTokenResponse>(json!({ "access_token": "t", "user_id": "Jane" })),
    ];
    for shown in all {
        assert!(!shown.contains("Jane"), "{shown}");
    }
}

#[test]
fn the_operations_say_what_the_spec_says() {
    assert_eq!(operations::ALL.len(), 13);
    let token = &operations::CREATE_USER_OAUTH_TOKEN;
    assert!(token.is_public());
    let hidden = |path: &str| {
        let values = token.sensitive_values().iter();
        let found = values.filter(|v| v.path == path && v.place == Place::Body);
        found.map(|v| v.kind).collect::<Vec<_>>()
    };
    assert_eq!(hidden("/app_secret"), [Sensitivity::Secret]);
    assert_eq!(hidden("/password"), [Sensitivity::Secret]);
    assert_eq!(hidden("/login"), [Sensitivity::Personal]);
    let public = operations::ALL.iter().filter(|o| o.is_public()).count();
    assert_eq!(public, 1, "everything else needs a token");
}

//! The payloads of callbacks, which no operation answers with: they are types all the same, and read leniently.
#![cfg(feature = "webhooks")]
#![allow(
    clippy::unwrap_used,
    reason = "a test that can't go on says so by a panic"
)]

use florin_core::Decimal;
use florin_tradevest::types;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Reads the sample and writes it back: nothing is lost or changed.
fn whole<T: DeserializeOwned + Serialize>(sent: &Value) -> T {
    let read: T = serde_json::from_str(&sent.to_string()).unwrap();
    assert_eq!(&serde_json::to_value(&read).unwrap(), sent);
    read
}

#[test]
fn a_refused_update_has_neither_status_nor_time() {
    let notice: types::CustomerNotification = whole(&json!({
        "customerId": "c-1", "notificationType": "UPDATED",
        "validationError": { "errorType": "SOMETHING_NEW_ERROR", "description": "Erika Beispiel ist bekannt" },
    }));
    assert!(notice.status.is_none() && notice.modified_on.is_none());
    let reason = notice.validation_error.as_ref().unwrap();
    assert_eq!(reason.error_type.as_deref(), Some("SOMETHING_NEW_ERROR"));
    assert!(!format!("{notice:?}").contains("Erika"));
}

#[test]
fn every_documented_payload_keeps_what_it_does_not_name() {
    let extra = json!({ "since": 3 });
    let with = |mut sent: Value| {
        sent["news"] = extra.clone();
        sent
    };
    let customer: types::CustomerNotification =
        whole(&with(json!({ "customerId": "c-1", "status": "ESTATE" })));
    let person: types::NaturalPersonNotification = whole(&with(
        json!({ "naturalPersonId": "n-1", "status": "MISSING" }),
    ));
    let verification: types::IdentificationVerificationNotification = whole(&with(json!({
        "identificationVerificationId": "v-1", "naturalPersonId": "n-1", "status": "EXPIRED",
    })));
    let labels: types::LabelsUpdateNotification =
        whole(&with(json!({ "updatedCustomers": ["c-1", "c-2"] })));
    let plan: types::SavingsPlansNotification =
        whole(&with(json!({ "savingsPlanId": "s-1", "status": "PAUSED" })));
    let action: types::CorporateActionNotification = whole(&with(json!({ "eventId": "a-1" })));
    let other: types::UndocumentedNotification =
        whole(&with(json!({ "transferId": "t-1", "status": "PROCESSED" })));
    for kept in [
        &customer.extra,
        &person.extra,
        &verification.extra,
        &labels.extra,
        &plan.extra,
        &action.extra,
        &other.extra,
    ] {
        assert_eq!(kept["news"], extra);
    }
    assert_eq!(person.status.unwrap().as_str(), "MISSING");
    assert_eq!(verification.status.unwrap().as_str(), "EXPIRED");
    assert_eq!(plan.status.unwrap().as_str(), "PAUSED");
    assert_eq!(labels.updated_customers.len(), 2);
}

#[test]
fn a_corporate_action_has_quantities_as_text_and_amounts_as_numbers() {
    let notice: types::CorporateActionNotification = whole(&json!({
        "type": "UPDATED", "eventId": "a-1", "caev": "TEND", "isin": "DE000A0ZZZZ9", "status": "PENDING",
        "dates": { "payDate": "2026-04-01", "deadline": "2026-03-20" },
        "details": { "grossAmountPerShare": 1.25, "offerPrice": 12 },
        "accounts": [{
            "customerProductId": "p-1", "oldQuantity": "12.000", "newQuantity": "13.5",
            "grossAmount": 15, "netAmount": 11.04, "currency": "EUR",
        }],
    }));
    let account = &notice.accounts[0];
    let old = account.old_quantity.as_ref().unwrap();
    assert_eq!(old.text(), "12.000", "as it was sent");
    assert_eq!(
        account.net_amount,
        Some("11.04".parse::<Decimal>().unwrap())
    );
    assert_eq!(notice.type_.unwrap().as_str(), "UPDATED");
    assert_eq!(notice.dates.unwrap().extra["deadline"], "2026-03-20");
    assert_eq!(notice.details.unwrap().extra["offerPrice"], 12);

    let numbers: types::CorporateActionAccount = whole(&json!({ "oldQuantity": 12 }));
    assert_eq!(
        numbers.old_quantity.unwrap().text(),
        "12",
        "a number is taken as well"
    );
}

#[test]
fn what_was_not_delivered_is_any_json_and_is_not_shown() {
    for sent in [
        json!({ "data": [{ "payload": { "name": "Erika" } }], "pagination": {} }),
        json!([{ "name": "Erika" }]),
    ] {
        let page: types::UndeliveredWebhooks = whole(&sent);
        assert!(!format!("{page:?}").contains("Erika"));
    }
}

#[test]
fn a_registration_shows_neither_its_url_nor_its_headers() {
    let sent = json!({
        "eventType": "RE_TOKEN_PRICES", "url": "https://callbacks.example.com/4f0c1d",
        "headers": [{ "name": "api-key", "value": "not-a-real-secret" }],
        "createdOn": "2026-01-02T03:04:05.678Z", "modifiedOn": "2026-01-02T03:04:05.678Z",
    });
    let webhook: types::Webhook = serde_json::from_value(sent).unwrap();
    assert_eq!(webhook.event_type, types::EventTypeEnum::ReTokenPrices);
    let shown = format!("{webhook:?}");
    assert!(
        !shown.contains("4f0c1d") && !shown.contains("not-a-real"),
        "{shown}"
    );
    let value = webhook.headers[0].value.as_ref().unwrap();
    assert_eq!(value.expose(), "not-a-real-secret");
}

//! What the generated types promise: the documented samples are read with all their oddities, requests are strict, and
//! `Debug` shows nothing sensitive.

#![allow(
    clippy::unwrap_used,
    reason = "a test that can't go on says so by a panic"
)]

use std::fmt::Debug;

use florin_core::chrono::{NaiveDate, TimeZone as _, Utc};
use florin_core::decimal_string::DecimalString;
use florin_core::{Certainty, Decimal, Place, Retry, Sensitivity};
use florin_monoova::{operations, types};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// From text, as an answer is: a `Value` has lost the digits of its numbers.
fn read<T: DeserializeOwned>(sent: &Value) -> T {
    serde_json::from_str(&sent.to_string()).unwrap()
}

/// Reads the sample and writes it back: nothing is lost or changed.
fn whole<T: DeserializeOwned + Serialize>(sent: &Value) -> T {
    let read: T = read(sent);
    assert_eq!(&serde_json::to_value(&read).unwrap(), sent);
    read
}

fn currency(id: i64, name: &str, code: &str) -> Value {
    json!({ "id": id, "name": name, "currency_code": code })
}

/// The object that the page of the update shows, in values of our own, with what the introduction adds.
fn documented_transaction() -> Value {
    json!({
        "id": 51842, "status": "pending_payment", "status_label": "Pending payment",
        "base_currency": currency(10004, "Australian Dollar", "AUD"),
        "counter_currency": currency(10001, "US Dollar", "USD"),
        "base_currency_amount": "3,785.01", "counter_currency_amount": "2,500.00",
        "exchange_rate": "0.6605", "value_date": "2026-03-09", "fees": "15.00", "receipt_amount": "3,800.01",
        "receipt_account": {
            "id": 10177, "name": "AUD receipts", "receipt_text": "FX51842",
            "bank_account": {
                "bank_name": "First Example Bank", "bank_code": "999", "branch_code": "123",
                "branch_name": "Harbour", "account_name": "Example Trust", "account_number": "000111222",
            },
        },
        "payments": [{ "id": 9, "amount": "2,500.00", "beneficiary": { "id": 20481 } }],
        "created_date": "2026-03-05T10:15:30+11:00", "updated_date": "2026-03-05T10:16:00+11:00",
    })
}

#[test]
fn a_rate_is_read_as_sampled_and_with_an_identifier() {
    let sent = json!({ "rate": {
        "base_currency": currency(10004, "Australian Dollar", "AUD"),
        "counter_currency": currency(10221, "Chinese Yuan Offshore", "CNH"),
        "exchange_rate": "4.7203", "updated_date": "2026-06-30T09:00:00+10:00",
    }});
    let rate = whole::<types::RateResponse>(&sent).rate;
    assert_eq!(rate.exchange_rate.value(), Some(&decimal("4.7203")));
    let taken = Utc.with_ymd_and_hms(2026, 6, 29, 23, 0, 0).unwrap();
    assert_eq!(rate.updated_date.unwrap().value(), Some(&taken));
    let code = rate.counter_currency.unwrap().currency_code.unwrap();
    assert_eq!(code.text(), "CNH");
    assert!(rate.id.is_none() && rate.extra.is_empty());

    for id in [json!(77), json!("77")] {
        let sent = json!({ "rate": { "id": id, "exchange_rate": 4.7203 } });
        let rate = whole::<types::RateResponse>(&sent).rate;
        assert_eq!(rate.id.unwrap().value(), Some(&77));
        assert_eq!(rate.exchange_rate.value(), Some(&decimal("4.7203")));
    }
    let none = serde_json::from_value::<types::RateResponse>(json!({ "rate": {} }));
    assert!(none.is_err(), "a rate without a rate");
}

#[test]
fn what_a_country_can_is_an_object_and_what_a_currency_can_is_a_list() {
    let sent = json!({
        "countries": [{
            "id": 10013, "name": "Australia", "country_code": "AUS",
            "can": { "create_beneficiaries": true, "create_customers": false },
            "default_currency": currency(10004, "Australian Dollar", "AUD"),
            "available_currencies": [currency(10004, "Australian Dollar", "AUD"), currency(10002, "Euro", "EUR")],
        }],
        "pagination": { "item_count": 123, "page": 1, "page_size": 20 },
    });
    let list: types::CountryList = whole(&sent);
    let can = list.countries[0].can.as_ref().unwrap();
    assert_eq!(
        can.create_beneficiaries.as_ref().unwrap().value(),
        Some(&true)
    );
    assert_eq!(list.countries[0].available_currencies.len(), 2);
    let page = list.pagination.unwrap();
    assert_eq!(page.item_count.unwrap().value(), Some(&123));

    let sent = json!({ "currencies": [{
        "id": 10221, "name": "Chinese Yuan Offshore", "currency_code": "CNH", "can": ["sell", "buy", "hold"],
    }]});
    let list: types::CurrencyList = whole(&sent);
    assert_eq!(list.currencies[0].can[2].text(), "hold");
    assert!(list.pagination.is_none(), "a list may come without it");
}

#[test]
fn a_list_that_is_not_there_is_no_empty_list() {
    let missing = serde_json::from_value::<types::TransactionList>(json!({ "deals": [] }));
    assert!(missing.is_err());
    let empty: types::TransactionList = read(&json!({ "transactions": null }));
    assert!(empty.transactions.is_empty());
}

#[test]
fn a_sub_customer_is_read_whole_though_a_person_has_a_company() {
    let sent = json!({ "sub_customer": {
        "id": 30055, "status": "active", "gender": null, "birth_date": null, "company_name": "Banksia Imports",
        "registration_number": "0011223344", "account_type": { "id": 10001, "name": "individual" },
        "name": { "first_name": "Robin", "middle_name": "", "last_name": "Roy" },
        "country": { "id": 10013, "name": "Australia", "country_code": "AUS" },
        "address": {
            "address_line_1": "4 Example Street", "address_line_2": null, "suburb": "Carlton", "city": null,
            "province": "VIC", "postcode": "3053", "country_code": "AUS",
        },
        "created_date": "2026-02-03T08:01:02+11:00", "updated_date": "2026-02-03T08:01:02+11:00",
    }});
    let answer: types::SubCustomerResponse = read(&sent);
    let customer = answer.sub_customer;
    assert_eq!(customer.id.as_ref().unwrap().value(), Some(&30_055));
    assert!(customer.gender.is_none() && customer.birth_date.is_none());
    let address = customer.address.as_ref().unwrap();
    assert!(address.city.is_none());
    assert_eq!(address.postcode.as_ref().unwrap().text(), "3053");
    assert!(customer.extra.is_empty() && address.extra.is_empty());
    let shown = format!("{customer:?}");
    for hidden in [
        "Banksia", "0011", "Robin", "Roy", "Example", "Carlton", "3053",
    ] {
        assert!(!shown.contains(hidden), "{hidden} in {shown}");
    }
    assert!(shown.contains("30055") && shown.contains("active"));

    let list = json!({ "sub_customers": [sent["sub_customer"], { "id": "30056" }], "pagination": {
        "item_count": "2", "page": "1", "page_size": "20",
    }});
    let list: types::SubCustomerList = read(&list);
    let second = list.sub_customers[1].id.as_ref().unwrap();
    assert_eq!(second.value(), Some(&30_056));
    let page = list.pagination.unwrap();
    assert_eq!(page.page_size.unwrap().value(), Some(&20));
}

#[test]
fn a_transaction_is_read_bare_and_in_its_envelope() {
    let bare: types::TransactionResponse = whole(&documented_transaction());
    assert!(bare.transaction.is_none() && bare.extra.is_empty());
    assert_eq!(bare.id.unwrap().value(), Some(&51_842));
    let amount = bare.base_currency_amount.unwrap();
    assert_eq!(amount.value(), Some(&decimal("3785.01")));
    assert_eq!(amount.text(), "3,785.01", "what was sent stays readable");
    assert_eq!(
        bare.value_date.unwrap().value(),
        NaiveDate::from_ymd_opt(2026, 3, 9).as_ref()
    );
    let account = bare.receipt_account.unwrap();
    let bank = account.bank_account.unwrap();
    assert_eq!(bank.account_number.unwrap().text(), "000111222");

    let enveloped = json!({ "transaction": documented_transaction() });
    let enveloped: types::TransactionResponse = whole(&enveloped);
    assert!(enveloped.id.is_none());
    let transaction = enveloped.transaction.unwrap();
    assert_eq!(
        transaction.status.as_ref().unwrap().text(),
        "pending_payment"
    );
    assert!(transaction.extra.is_empty());
    let [payment] = &transaction.payments[..] else {
        panic!("one payment")
    };
    assert_eq!(
        payment.amount.as_ref().unwrap().value(),
        Some(&decimal("2500"))
    );
}

#[test]
fn amounts_come_as_numbers_too_and_exactly() {
    let text = r#"{
        "id": "51842", "base_currency_amount": 1234.56, "counter_currency_amount": "1,234.56",
        "receipt_amount": 12345678901234567.89, "exchange_rate": 0.660500, "fees": 0,
        "base_currency": "AUD", "counter_currency": { "currency_code": "USD" }, "value_date": "9 March"
    }"#;
    let read: types::TransactionResponse = serde_json::from_str(text).unwrap();
    assert_eq!(read.id.unwrap().value(), Some(&51_842));
    assert_eq!(
        read.base_currency_amount.unwrap().value(),
        Some(&decimal("1234.56"))
    );
    assert_eq!(
        read.counter_currency_amount.unwrap().value(),
        Some(&decimal("1234.56"))
    );
    assert_eq!(
        read.receipt_amount.unwrap().value(),
        Some(&decimal("12345678901234567.89"))
    );
    assert_eq!(read.exchange_rate.unwrap().text(), "0.660500");
    assert!(matches!(
        read.base_currency,
        Some(types::CurrencyOfTransaction::String(code)) if code == "AUD"
    ));
    assert!(matches!(
        read.counter_currency,
        Some(types::CurrencyOfTransaction::CurrencyRef(_))
    ));
    assert_eq!(read.value_date.unwrap().value(), None);
}

#[test]
fn fees_that_are_a_list_are_kept_as_they_came() {
    let sent = json!({ "transaction": { "id": 1, "fees": [{ "amount": "15.00" }] } });
    let read: types::TransactionResponse = whole(&sent);
    let fees = read.transaction.unwrap().fees.unwrap();
    assert_eq!(fees.value(), None);
    assert_eq!(fees.json()[0]["amount"], "15.00");
}

#[test]
fn null_reads_like_absent_and_the_unknown_is_kept() {
    let nulls: Value = documented_transaction()
        .as_object()
        .unwrap()
        .keys()
        .map(|name| (name.clone(), Value::Null))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let transaction: types::TransactionResponse = read(&nulls);
    assert!(transaction.receipt_account.is_none() && transaction.payments.is_empty());
    let nothing: types::TransactionResponse = read(&json!({ "transaction": null }));
    assert!(nothing.transaction.is_none() && nothing.id.is_none());

    let mut sent = documented_transaction();
    sent["cancelled_by"] = "Robin".into();
    sent["receipt_account"]["bank_account"]["swift_code"] = "EXMPAU2S".into();
    sent["payments"][0]["screening"] = json!({ "by": "Robin" });
    let transaction: types::TransactionResponse = whole(&sent);
    assert_eq!(transaction.extra["cancelled_by"], "Robin");
    assert_eq!(transaction.payments[0].extra["screening"]["by"], "Robin");
    let bank = transaction.receipt_account.as_ref().unwrap();
    let bank = bank.bank_account.as_ref().unwrap();
    assert_eq!(bank.extra["swift_code"], "EXMPAU2S");
    let shown = format!("{transaction:?}");
    for hidden in ["Robin", "EXMPAU2S", "000111222", "Harbour", "FX51842"] {
        assert!(!shown.contains(hidden), "{hidden} in {shown}");
    }
    assert!(shown.contains("51842") && shown.contains("3,785.01"));
}

#[test]
fn a_beneficiary_may_be_called_by_text_or_by_an_object() {
    let sent = json!({ "beneficiaries": [
        { "id": 20001, "name": "Hold Funds on Account", "currency": currency(10001, "US Dollar", "USD") },
        { "id": 20481, "name": { "first_name": "Robin" }, "bank_account": { "iban": "XX00" } },
    ]});
    let list: types::BeneficiaryList = whole(&sent);
    assert_eq!(
        list.beneficiaries[0].name,
        Some("Hold Funds on Account".into())
    );
    let shown = format!("{list:?}");
    assert!(!shown.contains("Robin") && !shown.contains("XX00") && shown.contains("20481"));
    let bare: types::BeneficiaryResponse = whole(&sent["beneficiaries"][1]);
    assert_eq!(bare.id.unwrap().value(), Some(&20_481));
    let enveloped = json!({ "beneficiary": sent["beneficiaries"][1] });
    let enveloped: types::BeneficiaryResponse = whole(&enveloped);
    assert!(enveloped.id.is_none() && enveloped.beneficiary.unwrap().id.is_some());
}

#[test]
fn an_error_is_read_as_documented_and_with_odd_values() {
    let sent = json!({ "errors": {
        "transaction": ["record had some error"], "transaction.base_currency_amount": ["was invalid", "Robin"],
    }});
    let error: types::ErrorResponse = whole(&sent);
    assert_eq!(error.errors["transaction"][0], "record had some error");
    assert_eq!(error.errors.len(), 2);
    assert!(!format!("{error:?}").contains("Robin"));

    let odd =
        json!({ "errors": { "a": "text", "b": { "c": ["d"] }, "e": 5, "f": null }, "status": 422 });
    let error: types::ErrorResponse = whole(&odd);
    assert_eq!(error.errors["b"]["c"][0], "d");
    assert_eq!(error.extra["status"], 422);
}

#[test]
fn an_error_in_another_language_is_no_error_of_the_api() {
    for other in [
        json!({ "error": "invalid_client", "error_description": "no such client" }),
        json!({ "traceId": "t", "errors": [{ "errorCode": "E1", "errorMessage": "m" }] }),
        json!("<html>"),
    ] {
        assert!(serde_json::from_value::<types::ErrorResponse>(other).is_err());
    }
}

#[test]
fn a_token_is_read_with_and_without_what_is_optional() {
    let token: types::TokenResponse = read(&json!({
        "access_token": "hush", "token_type": "Bearer", "expires_in": 86400, "scope": "back_office",
        "created_at": 1772668800, "refresh_token": "hush too", "id_token": "hush as well",
    }));
    assert_eq!(token.expires_in.as_ref().unwrap().value(), Some(&86_400));
    assert!(!format!("{token:?}").contains("hush"));
    read::<types::TokenResponse>(&json!({ "access_token": "hush", "token_type": "bearer" }));
    let none = serde_json::from_value::<types::TokenResponse>(json!({ "token_type": "Bearer" }));
    assert!(none.is_err(), "a token answer without a token");
}

#[test]
fn an_order_goes_out_as_plain_decimal_text_and_without_nulls() {
    let sent = json!({ "transaction": {
        "base_currency_code": "AUD", "counter_currency_code": "USD", "counter_currency_amount": "2500.00",
        "value_date": "2026-03-09", "rate_id": "r-1",
        "payments": [{
            "beneficiary_id": 20481, "amount": "2500.00", "payment_reference": "Invoice 4711",
            "transaction_reason_id": 10451, "transaction_reason_other": "Robin's birthday",
            "sub_customer_ids": [30055], "sub_customers": [{ "company_name": "Banksia", "abn": "1" }],
        }],
    }});
    let order: types::CreateTransactionRequest = read(&sent);
    let written = serde_json::to_value(&order).unwrap();
    assert_eq!(written, sent);
    let amount: DecimalString = "2500.00".parse().unwrap();
    assert_eq!(order.transaction.counter_currency_amount, Some(amount));
    assert!(matches!(
        order.transaction.rate_id,
        Some(types::RateId::String(_))
    ));
    let shown = format!("{order:?}");
    for hidden in ["4711", "Robin", "Banksia"] {
        assert!(!shown.contains(hidden), "{hidden} in {shown}");
    }
    assert!(shown.contains("20481"));
}

#[test]
fn fields_that_the_spec_does_not_name_go_along_where_it_says_so() {
    let sent = json!({ "beneficiary": {
        "country_code": "USA", "currency_code": "USD", "swift_code": "EXMPUS33",
        "bank_account": { "account_number": "000111222", "iban": "XX00" },
    }});
    let request: types::CreateBeneficiaryRequest = whole(&sent);
    let shown = format!("{request:?}");
    assert!(shown.contains("USA"));
    assert!(!shown.contains("EXMPUS33") && !shown.contains("000111") && !shown.contains("XX00"));
    let flat =
        json!({ "sub_customer": { "account_type_name": "individual", "first_name": "Robin" } });
    whole::<types::CreateSubCustomerRequest>(&flat);
}

#[test]
fn debug_shows_no_secret_of_a_token_request() {
    fn shown<T: DeserializeOwned + Debug>(sent: &Value) -> String {
        format!("{:?}", read::<T>(sent))
    }
    let shown = shown::<types::TokenRequest>(&json!({
        "grant_type": "password", "client_id": "the-client", "client_secret": "hush", "username": "robin",
        "password": "hush too", "refresh_token": "hush as well",
    }));
    assert!(shown.contains("the-client") && shown.contains("password"));
    assert!(
        !shown.contains("hush") && !shown.contains("robin"),
        "{shown}"
    );
}

#[test]
fn what_writes_takes_a_key_and_is_answered_again_under_it() {
    let keyed: Vec<_> = operations::ALL
        .iter()
        .filter(|operation| operation.idempotency_header() == Some("Idempotency-Key"))
        .collect();
    assert_eq!(keyed.len(), 6);
    for operation in keyed {
        assert_eq!(operation.retry_class(), Retry::Keyed, "{}", operation.id());
        assert!(operation.replays_answers(), "{}", operation.id());
        let status = operation.in_progress_status();
        assert_eq!(status.map(|s| s.as_u16()), Some(409), "{}", operation.id());
    }
    assert_eq!(operations::CREATE_ACCESS_TOKEN.retry_class(), Retry::Safe);
}

#[test]
fn the_operations_say_what_the_spec_says() {
    assert_eq!(operations::ALL.len(), 18);
    let token = &operations::CREATE_ACCESS_TOKEN;
    assert!(token.is_public());
    let hidden = |path: &str| {
        let values = token.sensitive_values().iter();
        let found = values.filter(|v| v.path == path && v.place == Place::Body);
        found.map(|v| v.kind).collect::<Vec<_>>()
    };
    assert_eq!(hidden("/client_secret"), [Sensitivity::Secret]);
    assert_eq!(hidden("/password"), [Sensitivity::Secret]);
    assert_eq!(hidden("/username"), [Sensitivity::Personal]);
    let public = operations::ALL.iter().filter(|o| o.is_public()).count();
    assert_eq!(public, 1, "everything else needs a token");
    let of = |certainty| {
        let all = operations::ALL.iter();
        all.filter(|o| o.certainty().unwrap().path == certainty)
            .count()
    };
    assert_eq!(
        [
            Certainty::Documented,
            Certainty::Inferred,
            Certainty::Undocumented
        ]
        .map(of),
        [1, 10, 7]
    );
}

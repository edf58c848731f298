//! What the generated types promise: what is documented is read with all its oddities, what isn't is kept, requests are
//! exact, and `Debug` shows nothing personal.
#![cfg(feature = "all")]
#![allow(
    clippy::unwrap_used,
    reason = "a test that can't go on says so by a panic"
)]

use florin_core::Decimal;
use florin_tradevest::types;
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

#[test]
fn a_product_is_read_with_what_the_documentation_does_not_name() {
    let sent = json!({
        "customerProductId": "p-1", "productCode": "CURRENCY_WALLET", "productType": "WALLET", "status": "FROZEN",
        "currency": "CHF",
        "cryptoAssets": [{ "cryptoSymbol": "BTC", "quantity": 0.5, "availableQuantity": 0.25, "stakedQuantity": 0.125 }],
        "tokenizedAssets": [{ "tokenId": 7 }], "closedOn": "2026-03-01T00:00:00Z",
    });
    let product: types::CustomerProduct = whole(&sent);
    let status = product.status.unwrap();
    assert_eq!(status.as_str(), "FROZEN", "a status that nobody listed");
    assert!(matches!(status, types::CustomerProductStatus::Unknown(_)));
    assert_eq!(product.currency.unwrap().as_str(), "CHF");
    assert_eq!(product.extra["closedOn"], "2026-03-01T00:00:00Z");
    assert_eq!(product.crypto_assets[0].extra["stakedQuantity"], 0.125);
    assert_eq!(product.tokenized_assets[0].extra["tokenId"], 7);
}

#[test]
fn a_product_is_read_with_nulls_and_with_little() {
    let product: types::CustomerProduct = read(&json!({
        "customerProductId": "p-1", "status": null, "accountData": null, "cryptoAssets": null, "openedOn": null,
    }));
    assert!(product.status.is_none() && product.account_data.is_none());
    assert!(product.crypto_assets.is_empty() && product.opened_on.is_none());
    let bare: types::CustomerProduct = read(&json!({ "customerProductId": "p-1" }));
    assert_eq!(bare.customer_product_id, product.customer_product_id);
    assert!(bare.status.is_none() && bare.proxy_ids.is_empty());
    let nothing = serde_json::from_value::<types::CustomerProduct>(json!({}));
    assert!(nothing.is_err(), "a product that isn't named");
}

#[test]
fn quantities_are_read_digit_by_digit_beside_unknown_fields() {
    let text = r#"{ "cryptoSymbol": "ETH", "quantity": 0.123456789012345678, "weight": 1 }"#;
    let position: types::CryptoAssetPosition = serde_json::from_str(text).unwrap();
    assert_eq!(position.quantity, Some(decimal("0.123456789012345678")));
    assert_eq!(position.extra["weight"], 1);
}

#[test]
fn an_order_is_sent_with_plain_numbers_and_whole() {
    let order = types::OrderData::builder()
        .crypto_symbol("BTC")
        .trade_side(types::TradeSideEnum::Buy)
        .quantity_type(types::QuantityType::Amount)
        .quantity(decimal("250.5"))
        .external_id("order-1")
        .cash_customer_product_id("c-1");
    let missing = types::OrderData::try_from(order.clone()).unwrap_err();
    assert!(
        missing.to_string().contains("wallet_customer_product_id"),
        "a sample leaves it out, and it is required: {missing}"
    );
    let order = types::OrderData::try_from(order.wallet_customer_product_id("w-1")).unwrap();
    let text = serde_json::to_string(&order).unwrap();
    assert!(text.contains(r#""quantity":250.5,"#), "{text}");
    assert!(text.contains(r#""tradeSide":"BUY""#), "{text}");
}

#[test]
fn tokenized_assets_have_sides_of_their_own() {
    let order: types::WawexOrder = read(&json!({
        "orderId": "o-1", "createdOn": "2026-01-02T03:04:05.678Z", "modifiedOn": "2026-01-02T03:04:05.678Z",
        "status": "FILLED", "side": "buy", "walletCustomerProductId": "w-1", "externalId": "e-1",
    }));
    assert_eq!(order.side, types::WawexTradeSideEnum::Buy);
    assert_eq!(order.side.as_str(), "buy");
    assert_eq!(types::TradeSideEnum::Buy.as_str(), "BUY");
}

#[test]
fn costs_are_read_with_an_id_that_is_no_uuid_and_a_currency_in_lower_case() {
    let costs: types::ExAnteCostResult = read(&json!({
        "exAnteId": "EA-2026-17", "order": { "quantity": 12, "currency": "eur", "pricePerUnit": 101.255 },
        "costs": [{ "category": "HOLDING", "type": "PRODUCT", "value": 2.4, "percent": 0.2, "currency": "EUR" }],
        "total": { "grants": { "grantsAmount": 0, "percent": 0 } }, "timeline": { "yearOfSale": { "feeAmount": 1 } },
        "pdf": "https://example.com/ex-ante",
    }));
    assert_eq!(costs.ex_ante_id.as_deref(), Some("EA-2026-17"));
    let order = costs.order.unwrap();
    assert_eq!(order.currency, Some(types::CurrencyEnum::Eur));
    assert_eq!(order.price_per_unit, Some(decimal("101.255")));
    assert_eq!(costs.costs[0].value, Some(decimal("2.4")));
    assert!(costs.asset.is_none() && costs.meta_info.is_none());
    assert!(costs.extra.contains_key("pdf"));
}

#[test]
fn a_value_in_another_spelling_of_the_documentation_is_that_value() {
    let order: types::TradingOrder = read(&json!({
        "orderId": "o-1", "orderType": "Market", "status": "CANCELLED",
    }));
    assert_eq!(
        order.order_type,
        Some(types::TraditionalAssetOrderTypeEnum::Market)
    );
    let written = serde_json::to_value(&order).unwrap();
    assert_eq!(written["orderType"], "MARKET", "as the list has it");
    assert_eq!(
        types::OrderStatusEnum::from("CANCELLED"),
        types::OrderStatusEnum::Canceled
    );
    assert_eq!(
        types::TraditionalAssetOrderStatusEnum::from("CANCELLED"),
        types::TraditionalAssetOrderStatusEnum::Canceled
    );
    assert_eq!(
        types::OffboardingStatusEnum::from("CANCELLED"),
        types::OffboardingStatusEnum::Canceled
    );
    let other = types::OrderStatusEnum::from("Cancelled");
    assert_eq!(other.as_str(), "Cancelled", "nobody said what it means");
}

#[test]
fn what_is_only_sent_may_be_a_value_that_nobody_listed() {
    let sent = types::CustomerProductUpdate::builder().status("FROZEN");
    let sent = types::CustomerProductUpdate::try_from(sent).unwrap();
    assert_eq!(
        serde_json::to_value(sent).unwrap(),
        json!({ "status": "FROZEN" })
    );
    assert_eq!(types::OrderDirectionEnum::from("ASC").as_str(), "ASC");
    assert_eq!(types::OrderDirectionEnum::from("NONE").as_str(), "NONE");
    assert!(
        "password".parse::<types::GrantType>().is_err(),
        "of OAuth 2.0, and no list of the provider's"
    );
}

#[test]
fn half_filled_parts_of_a_person_leave_the_rest_of_the_list_readable() {
    let list: types::NaturalPersons = whole(&json!({ "data": [
        { "naturalPersonId": "n-1", "mainAddress": { "city": "Musterstadt" }, "nationalities": [{ "more": "Grün" }],
          "taxDetails": [{ "taxId": "12 345" }], "correspondenceAddress": { "zip": "1" } },
        { "naturalPersonId": "n-2" },
    ]}));
    let address = list.data[0].main_address.as_ref().unwrap();
    assert_eq!(address.city.as_deref(), Some("Musterstadt"));
    assert!(address.street.is_none() && address.country.is_none());
    let nulls: types::Address = read(&json!({ "street": null, "country": null, "state": "Grün" }));
    assert!(nulls.country.is_none());
    let customers: types::Customers = whole(&json!({ "data": [
        { "customerId": "c-1", "refAccounts": [{ "iban": "DE00" }, { "ownerName": "Erika", "more": "Grün" }] },
    ]}));
    assert!(customers.data[0].ref_accounts[0].owner_name.is_none());
    let wizards: types::NaturalPersonWizards = whole(&json!({ "data": [
        { "wizardInstanceId": "w-1", "addressData": { "mainAddress": {} }, "taxData": { "taxDetails": [{}] } },
    ]}));
    for shown in [
        format!("{list:?}"),
        format!("{nulls:?}"),
        format!("{customers:?}"),
        format!("{wizards:?}"),
    ] {
        for personal in ["Musterstadt", "Grün", "12 345", "DE00", "Erika"] {
            assert!(!shown.contains(personal), "{shown}");
        }
    }
}

#[test]
fn what_is_sent_has_to_be_filled_in() {
    let address = types::AddressData::builder()
        .street("Musterweg")
        .city("Musterstadt");
    let missing = types::AddressData::try_from(address).unwrap_err();
    assert!(missing.to_string().contains("country"), "{missing}");
    let account = types::RefAccountData::builder().iban("DE02120300000000202051");
    let missing = types::RefAccountData::try_from(account).unwrap_err();
    assert!(missing.to_string().contains("owner_name"), "{missing}");
    assert!(types::NationalityData::try_from(types::NationalityData::builder()).is_err());
    assert!(types::TaxDetailData::try_from(types::TaxDetailData::builder()).is_err());
}

#[test]
fn what_somebody_holds_and_what_was_booked_is_not_shown() {
    let product: types::CustomerProduct = read(&json!({
        "customerProductId": "p-1", "cryptoAssets": [{ "cryptoSymbol": "BTC", "quantity": 77123, "stakedQuantity": 77124 }],
        "traditionalAssets": [{ "isin": "DE000A0ZZZZ9", "availableQuantity": 77125 }],
        "tokenizedAssets": [{ "symbol": "T", "quantity": 77126 }],
    }));
    let transaction: types::Transaction = read(&json!({
        "transactionId": "t-1", "cashTransaction": { "amount": 77127 },
        "digitalTradingTransaction": { "quantity": 77128, "amount": 77129, "price": 11 },
        "traditionalTradingTransaction": {
            "quantity": 77130, "executionData": { "quantity": 77131, "executionAmount": 77132, "feeAmount": 77133 },
            "partialExecutions": [{ "executionQuantity": 77134, "amount": 77135 }],
        },
    }));
    let action: types::CorporateActionNotification = read(&json!({ "eventId": "e-1", "accounts": [
        { "oldQuantity": "77136", "newQuantity": "77137", "grossAmount": 77138, "netAmount": 77139 },
    ]}));
    let customer: types::Customer = read(&json!({ "customerId": "c-1", "labels": ["77140"] }));
    let transfer = types::TransferData::builder().amount(decimal("77141"));
    let transfer = types::TransferData::try_from(transfer).unwrap();
    for shown in [
        format!("{product:?}"),
        format!("{transaction:?}"),
        format!("{action:?}"),
        format!("{customer:?}"),
        format!("{transfer:?}"),
    ] {
        assert!(!shown.contains("771"), "{shown}");
    }
    assert!(format!("{product:?}").contains("p-1"));
}

#[test]
fn an_execution_in_part_may_be_negative() {
    let transaction: types::Transaction = whole(&json!({
        "transactionId": "t-1", "transactionType": "TRADE", "transactionStatus": "MODIFIED",
        "traditionalTradingTransaction": {
            "isin": "DE000A0ZZZZ9", "assetType": "WARRANT", "orderStatus": "PARTIALLY_FILLED",
            "executionData": { "externalId": "order-1", "quantity": 3, "churchTax": 0.12 },
            "partialExecutions": [{ "executionId": "x-1", "amount": -12.345, "venue": "T" }],
        },
    }));
    let trade = transaction.traditional_trading_transaction.unwrap();
    let part = &trade.partial_executions[0];
    assert_eq!(part.amount, Some(decimal("-12.345")));
    assert_eq!(trade.asset_type.unwrap().as_str(), "WARRANT");
    let execution = trade.execution_data.unwrap();
    assert_eq!(
        execution.extra["externalId"], "order-1",
        "where the older edition has it"
    );
    assert!(!format!("{execution:?}").contains("0.12"));
}

#[test]
fn an_older_document_may_have_no_status() {
    let document: types::Document =
        read(&json!({ "documentId": "d-1", "size": 12, "status": null }));
    assert!(document.status.is_none());
}

#[test]
fn nationalities_are_texts_here_and_objects_there() {
    let user: types::User = read(&json!({ "userId": "u-1", "nationalities": ["DE", "XK"] }));
    assert_eq!(user.nationalities[1].as_str(), "XK");
    let person: types::NaturalPerson = read(&json!({
        "naturalPersonId": "n-1", "nationalities": [{ "countryCode": "DE", "nationalIdentifier": "X12" }],
    }));
    let nationality = &person.nationalities[0];
    assert_eq!(nationality.national_identifier.as_deref(), Some("X12"));
    assert!(!format!("{person:?}").contains("X12"));
}

#[test]
fn changes_spell_their_objects_as_they_like() {
    let log: types::Changelog = whole(&json!({
        "data": [
            { "entryId": "1", "itemType": "NATURAL_PERSON", "itemId": "n-1", "changes": [
                { "type": "REPLACE", "path": "/lastName", "oldValue": "Vorher", "value": "Nachher" }] },
            { "entryId": "2", "itemType": "Order", "itemId": "o-1", "changes": [
                { "type": "ADD", "path": "/limits", "value": [1, 2] }], "source": "PARTNER_SYSTEM" },
        ],
        "pagination": { "cursor": "", "limit": 20 },
    }));
    let kinds: Vec<_> = log
        .data
        .iter()
        .map(|e| e.item_type.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(kinds, ["NATURAL_PERSON", "Order"]);
    assert_eq!(log.pagination.as_ref().unwrap().cursor.as_deref(), Some(""));
    let shown = format!("{log:?}");
    assert!(
        !shown.contains("Vorher") && !shown.contains("Nachher"),
        "{shown}"
    );
}

#[test]
fn an_iban_is_judged_in_names_of_its_own() {
    let result: types::IbanValidateResult = whole(&json!({
        "iban": "DE02120300000000202051", "valid": true, "bank_data": { "bic": "EXAMDEFF", "country_iso": "DE" },
        "sepa_data": { "SCT": "YES", "SDD": "NO" },
        "validations": { "chars": { "code": "006", "message": "no bad characters" } },
    }));
    assert_eq!(
        result.sepa_data.as_ref().unwrap().sct.as_deref(),
        Some("YES")
    );
    assert_eq!(result.validations["chars"].code.as_deref(), Some("006"));
    assert!(!format!("{result:?}").contains("DE0212"));
}

#[test]
fn a_transfer_keeps_what_could_not_be_read_and_hides_it() {
    let details: types::TransferDetails = whole(&json!({ "transfer": {
        "transferId": "t-1", "transferStatus": "REJECTED", "rejectReason": "Konto aufgelöst",
        "amount": 12.5, "counterpartyName": "Erika Beispiel",
    }}));
    assert_eq!(details.transfer.extra["counterpartyName"], "Erika Beispiel");
    let shown = format!("{details:?}");
    assert!(shown.contains("t-1"), "{shown}");
    assert!(
        !shown.contains("Erika") && !shown.contains("Konto"),
        "{shown}"
    );
}

#[test]
fn a_body_that_is_known_in_part_takes_more() {
    let mut transfer: types::TransferData =
        read(&json!({ "amount": 12.50, "externalId": "payout-1" }));
    transfer.extra.insert("purpose".into(), json!("SALA"));
    let text = serde_json::to_string(&transfer).unwrap();
    assert!(
        text.contains(r#""purpose":"SALA""#) && text.contains("payout-1"),
        "{text}"
    );
}

#[test]
fn an_error_is_read_with_nothing_in_it() {
    let empty: types::ErrorMessage = read(&json!({}));
    assert!(empty.error_details.is_empty() && empty.request_id.is_none());
}

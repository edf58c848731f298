//! Values that are read: absent, negative, more than listed, and in two spellings.

use florin::tradevest::types;
use florin_sandbox::tradevest::Kind;
use serde_json::json;

use super::desk::{Desk, read};
use super::specs;

#[test]
fn rest_trap_17_a_document_may_have_no_status() {
    let document: types::Document = read(&json!({"documentId": "d", "status": null, "name": null}));
    assert!(document.status.is_none() && document.name.is_none());
}

#[test]
fn rest_trap_18_what_came_and_went_with_the_editions_is_optional_and_what_is_new_is_kept() {
    let older: types::NaturalPerson = read(&json!({
        "naturalPersonId": "n", "middleName": "Q", "taxDetails": [{"taxResidency": "DE"}],
    }));
    assert!(older.tax_details[0].no_tin_confirmation.is_none());
    let newer: types::NaturalPerson = read(&json!({
        "naturalPersonId": "n", "taxDetails": [{"taxResidency": "US", "noTinConfirmation": true}],
        "mainAddress": {"street": "1", "streetNumber": "1", "city": "T", "zip": "123", "country": "CA", "state": "ON"},
        "shoeSize": 38,
    }));
    assert_eq!(newer.tax_details[0].no_tin_confirmation, Some(true));
    assert_eq!(newer.main_address.unwrap().state.as_deref(), Some("ON"));
    assert_eq!(newer.extra["shoeSize"], 38);
    let older: types::CustomerProduct = read(&json!({"customerProductId": "p"}));
    assert!(older.opened_on.is_none() && older.tokenized_assets.is_empty());
    for (schema, names) in [
        ("NaturalPerson", &["middleName"][..]),
        ("CustomerProduct", &["openedOn", "tokenizedAssets"][..]),
    ] {
        let schema = specs::schema(schema);
        let required = schema["required"].to_string();
        for name in names {
            assert!(schema["properties"].get(name).is_some(), "{name}");
            assert!(!required.contains(name), "{name}");
        }
    }
}

#[test]
fn rest_trap_20_filters_are_described_as_what_they_are() {
    let said = |id: &str, name: &str| {
        let parameters = specs::operation(id).operation["parameters"].clone();
        let parameters = parameters.as_array().unwrap().clone();
        let found = parameters
            .into_iter()
            .find(|parameter| parameter["name"] == name);
        found.unwrap()["description"]
            .as_str()
            .unwrap()
            .to_lowercase()
    };
    assert!(!said("get_customer_products", "status").contains("account"));
    assert!(!said("get_users", "userStatus").contains("customer"));
}

#[tokio::test]
async fn rest_trap_22_the_size_of_a_partner_document_is_a_number_without_a_promise() {
    let desk = Desk::open().await;
    let documents = desk.client.partner_documents().all().await.unwrap();
    assert_eq!(documents[0].size, Some(136_948), "as it came");
    let size = &specs::schema("PartnerDocument")["properties"]["size"];
    let said = size["description"].as_str().unwrap();
    assert_eq!(size["type"], "integer");
    assert!(
        said.to_lowercase().contains("unit") || said.contains("bytes"),
        "{said}"
    );
}

#[tokio::test]
async fn rest_trap_23_bare_lists_pages_and_a_list_without_a_cursor_are_three_things() {
    for id in [
        "get_customer_products",
        "get_onboardings",
        "get_offboardings",
        "get_customer_labels",
        "get_role_customer_labels",
        "get_webhooks",
        "get_missing_webhooks",
        "get_product_fees",
        "get_user_onboardings",
        "get_entity_offboardings",
        "get_role_offboardings",
    ] {
        assert_eq!(specs::success(id)["type"], "array", "{id}");
    }
    for id in [
        "get_customers",
        "get_role_customers",
        "get_users",
        "get_strategies",
        "get_digital_orders",
    ] {
        let properties = &specs::success(id)["properties"];
        assert!(
            properties.get("data").is_some() && properties.get("pagination").is_some(),
            "{id}"
        );
    }
    let properties = &specs::success("get_product_definitions")["properties"];
    assert!(properties.get("data").is_some() && properties.get("pagination").is_none());

    let desk = Desk::open().await;
    let customer = desk.tradevest().plant_customer();
    let api = desk.client.api();
    let kind: types::OnboardingEntityTypeEnum = "CUSTOMER".parse().unwrap();
    let onboardings = api
        .get_onboardings()
        .entity_type(kind)
        .entity_id(&*customer)
        .send()
        .await;
    let onboardings: Vec<types::Onboarding> = onboardings.unwrap().into_inner();
    assert!(onboardings.is_empty());
    let missing: Vec<types::MissingWebhook> = api
        .get_missing_webhooks()
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(missing.len(), 26);
    assert_eq!(desk.client.customers().all().await.unwrap().len(), 1);
}

#[tokio::test]
async fn rest_trap_26_an_execution_in_part_may_be_negative_to_the_last_digit() {
    let desk = Desk::open().await;
    let id = desk.tradevest().plant(
        Kind::Transaction,
        "MODIFIED",
        &json!({
            "transactionType": "TRADE", "customerId": super::desk::PERSON,
            "traditionalTradingTransaction": {
                "isin": "DE0007164600", "partialExecutions": [{"executionId": "x", "amount": -12.345}],
            },
        }),
    );
    let request = desk.client.api().get_transaction().transaction_id(&*id);
    let transaction = request.send().await.unwrap().into_inner();
    let trade = transaction.traditional_trading_transaction.unwrap();
    assert_eq!(
        trade.partial_executions[0].amount.unwrap().to_string(),
        "-12.345"
    );
}

#[test]
fn rest_trap_31_an_iban_is_judged_in_the_names_that_the_provider_uses() {
    let sent = json!({
        "iban": "DE02120300000000202051", "valid": true, "bank_data": {"bank_code": "12030000", "country_iso": "DE"},
        "sepa_data": {"SCT": "YES", "COR1": "NO", "B2B": "NO"}, "errors": [{"code": "001", "message": "no"}],
    });
    let result: types::IbanValidateResult = read(&sent);
    assert_eq!(
        result.sepa_data.as_ref().unwrap().sct.as_deref(),
        Some("YES")
    );
    assert_eq!(
        result.bank_data.as_ref().unwrap().country_iso.as_deref(),
        Some("DE")
    );
    assert_eq!(serde_json::to_value(&result).unwrap(), sent);
}

#[test]
fn rest_trap_33_kinds_of_items_in_change_logs_are_told_apart_by_their_case() {
    let kinds = ["CUSTOMER", "Customer", "Order", "ORDER", "brand-new"];
    let read: Vec<types::ChangelogItemTypeEnum> = kinds.map(|kind| kind.parse().unwrap()).into();
    let spelled: Vec<_> = read.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(spelled, kinds);
    assert_ne!(read[2], read[3]);
    assert_ne!(read[0], read[1]);
}

//! What is sent: lists, requestors, people, orders.

use florin::tradevest::types;
use florin_tests::in_memory::Says;
use serde_json::json;

use super::desk::{Desk, acting_of, data, provider, read};
use super::specs;

#[tokio::test(start_paused = true)]
async fn rest_trap_04_a_limit_is_sent_with_every_list_and_may_be_left_out_of_a_plain_call() {
    let provider = provider(|_| Says::Yes(json!({"data": []})));
    let client = acting_of(&provider);
    client.customers().all().await.unwrap();
    client
        .entities_changelog(florin::tradevest::LogPosition::start())
        .next()
        .await;
    client
        .undelivered_webhooks("2026-11-01T00:00:00Z".parse().unwrap())
        .next_page()
        .await
        .unwrap();
    for operation in [
        "get_role_customers",
        "get_entities_changelog",
        "get_undelivered_webhooks",
    ] {
        assert_eq!(
            provider.asked(operation)[0].parameter("limit"),
            Some("20"),
            "{operation}"
        );
    }
    client.api().get_role_customers().send().await.unwrap();
    assert_eq!(
        provider.asked("get_role_customers")[1].parameter("limit"),
        None
    );
    let limit = specs::component("parameters", "Limit");
    assert_eq!(limit["schema"]["default"], 20);
    assert_ne!(limit["required"], json!(true));
}

#[tokio::test(start_paused = true)]
async fn rest_trap_05_the_parameter_with_a_capital_is_sent_with_it() {
    let provider = provider(|_| Says::Yes(json!({"data": []})));
    let client = acting_of(&provider);
    let request = client.api().get_customers_changelog();
    request
        .changelog_item_type("CUSTOMER".parse::<types::ChangelogItemTypeEnum>().unwrap())
        .limit(20_u64)
        .send()
        .await
        .unwrap();
    let asked = &provider.asked("get_customers_changelog")[0];
    assert_eq!(asked.parameter("ChangelogItemType"), Some("CUSTOMER"));
    let name = &specs::component("parameters", "ChangelogItemType")["name"];
    assert_eq!(name, "ChangelogItemType");
    for id in [
        "get_customers_changelog",
        "get_entities_changelog",
        "get_digital_changelog",
    ] {
        let parameters = specs::operation(id).operation["parameters"].to_string();
        assert!(parameters.contains("parameters/ChangelogItemType"), "{id}");
    }
}

#[tokio::test]
async fn rest_trap_06_a_requestor_is_named_wherever_one_is_known_and_may_be_named() {
    let desk = Desk::open().await;
    let person = desk.tradevest().partner_person();
    let api = desk.client.api();
    api.get_webhooks().send().await.unwrap();
    api.get_role_customers().send().await.unwrap();
    api.get_onboardings()
        .entity_type(
            "CUSTOMER"
                .parse::<types::OnboardingEntityTypeEnum>()
                .unwrap(),
        )
        .entity_id(&*person)
        .send()
        .await
        .unwrap();
    // Nobody has to be named for these; whoever is known is named all the same.
    api.create_natural_person_wizard().send().await.unwrap();
    api.create_entity_natural_person()
        .body(data::person())
        .send()
        .await
        .unwrap();
    for operation in [
        "get_webhooks",
        "get_role_customers",
        "get_onboardings",
        "create_natural_person_wizard",
        "create_entity_natural_person",
    ] {
        // The name of a header has no case: both spellings of the documentation are this one.
        assert_eq!(
            desk.last(operation).header("Requestor-Id"),
            Some(&*person),
            "{operation}"
        );
    }
    let parameters =
        ["RequestorId", "RequestorIdOptional"].map(|name| specs::component("parameters", name));
    for parameter in &parameters {
        assert_eq!(
            (&parameter["name"], &parameter["in"]),
            (&json!("Requestor-ID"), &json!("header"))
        );
    }
}

#[test]
fn rest_trap_07_nationalities_are_texts_of_some_and_objects_of_others() {
    let items = |name: &str| specs::referred(&specs::schema(name)["properties"]["nationalities"]);
    for (name, of) in [
        ("UserData", "CountryEnum"),
        ("LegalRepresentativeData", "CountryEnum"),
        ("BeneficialOwnerData", "CountryEnum"),
        ("NaturalPersonData", "NationalityData"),
    ] {
        assert_eq!(items(name), of, "{name}");
    }
    let sent = serde_json::to_value(data::representative()).unwrap();
    assert_eq!(sent["nationalities"], json!(["DE"]));
    let sent = serde_json::to_value(data::person()).unwrap();
    assert_eq!(sent["nationalities"], json!([{"countryCode": "DE"}]));
    let read: types::NaturalPerson = read(&json!({
        "naturalPersonId": "n", "nationalities": [{"countryCode": "XK", "nationalIdentifier": "1", "more": 1}],
    }));
    let country = read.nationalities[0].country_code.as_ref().unwrap();
    assert_eq!(country.as_str(), "XK");
}

fn tokens(wallet: &str, cash: &str) -> types::WawexMarketOrderData {
    read(&json!({
        "symbol": "T", "quantity": 1, "quantityType": "UNIT", "side": "buy", "externalId": "",
        "walletCustomerProductId": wallet, "cashCustomerProductId": cash,
    }))
}

#[tokio::test]
async fn rest_trap_08_tokenized_assets_are_bought_in_lower_case_and_all_else_in_capitals() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let mut order = tokens(&trader.wallet, &trader.cash);
    order.side = types::WawexTradeSideEnum::Buy;
    let order = desk.client.create_tokenized_order(order).await.unwrap();
    assert_eq!(
        desk.last("create_wawex_market_order").json().unwrap()["side"],
        "buy"
    );
    assert_eq!(
        order.read().await.unwrap().side,
        types::WawexTradeSideEnum::Buy
    );
    desk.client
        .create_digital_order(trader.order("10", ""))
        .await
        .unwrap();
    assert_eq!(
        desk.last("create_digital_market_order").json().unwrap()["tradeSide"],
        "BUY"
    );
}

#[tokio::test]
async fn events_trap_33_a_side_in_the_other_case_is_another_one() {
    let sides = ["buy", "BUY"].map(|side| side.parse::<types::WawexTradeSideEnum>().unwrap());
    assert_ne!(sides[0], sides[1]);
    assert!(matches!(&sides[1], types::WawexTradeSideEnum::Unknown(side) if side == "BUY"));
    let desk = Desk::open().await;
    let trader = desk.trader();
    let mut order = tokens(&trader.wallet, &trader.cash);
    order.side = sides[1].clone();
    let error = desk.client.create_tokenized_order(order).await.unwrap_err();
    assert_eq!(
        error.status().unwrap(),
        400,
        "the provider has the last word"
    );
}

fn intended() -> types::ExAnteCostData {
    read(&json!({
        "tradeSide": "BUY", "quantityType": "UNIT", "exchangeCode": "TGAT", "orderType": "MARKET",
        "isin": "DE0007164600", "quantity": 3,
    }))
}

#[tokio::test]
async fn rest_trap_09_the_type_of_an_order_is_sent_as_listed_and_any_spelling_is_read() {
    let desk = Desk::open().await;
    let ex_ante = desk.client.ex_ante(intended()).await.unwrap();
    let sent = desk.last("get_ex_ante_cost").json().unwrap();
    assert_eq!(sent["orderType"], "MARKET");
    let currencies: Vec<_> = ex_ante
        .costs()
        .costs
        .iter()
        .map(|cost| cost.currency.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(currencies, ["EUR"; 3], "one of them came as `eur`");
    let order: types::TradingOrder = read(&json!({"orderId": "o", "orderType": "Market"}));
    let market = types::TraditionalAssetOrderTypeEnum::Market;
    assert_eq!(order.order_type, Some(market));
}

#[tokio::test]
async fn rest_trap_10_the_identifier_of_costs_is_any_text() {
    let desk = Desk::open().await;
    let ex_ante = desk.client.ex_ante(intended()).await.unwrap();
    let id = ex_ante.costs().ex_ante_id.as_deref().unwrap();
    assert!(id.starts_with("exante-"), "{id}");
    for (schema, property) in [
        ("ExAnteCostResult", "exAnteId"),
        ("TradingMarketOrderData", "exAnteId"),
        ("TradingOrder", "exAnteId"),
    ] {
        let property = &specs::schema(schema)["properties"][property];
        assert_eq!(
            (&property["type"], property.get("format")),
            (&json!("string"), None),
            "{schema}"
        );
    }
}

#[tokio::test]
async fn rest_trap_19_the_wallet_that_the_sample_leaves_out_is_required() {
    let order = types::OrderData::builder()
        .crypto_symbol("BTC")
        .trade_side(types::TradeSideEnum::Buy)
        .quantity_type(types::QuantityType::Unit)
        .quantity("1".parse::<florin::core::Decimal>().unwrap())
        .external_id("o-1")
        .cash_customer_product_id("c-1");
    let desk = Desk::open().await;
    let error = desk
        .client
        .api()
        .create_digital_market_order()
        .body(order)
        .send()
        .await
        .unwrap_err();
    assert!(error.is_invalid_request());
    assert!(
        format!("{error:#}").contains("wallet_customer_product_id"),
        "{error:#}"
    );
    assert!(desk.tradevest().received().is_empty());
}

#[tokio::test]
async fn rest_trap_29_a_legal_entity_identifier_with_letters_in_front_is_sent() {
    let desk = Desk::open().await;
    let mut company = data::company_json();
    company["legalEntityIdentifier"] = "HWUPKR0MPOU8FGXBT394".into();
    desk.client
        .create_legal_entity(read(&company))
        .await
        .unwrap();
    let sent = desk.last("create_entity_legal_entity").json().unwrap();
    assert_eq!(sent["legalEntityIdentifier"], "HWUPKR0MPOU8FGXBT394");
    let written = &specs::schema("CreateLegalEntityData")["properties"]["legalEntityIdentifier"];
    assert!(written.get("pattern").is_none(), "{written}");
}

#[tokio::test]
async fn rest_trap_30_change_logs_are_asked_for_with_the_token_too() {
    let desk = Desk::open().await;
    let api = desk.client.api();
    api.get_customers_changelog()
        .limit(20_u64)
        .send()
        .await
        .unwrap();
    api.get_entities_changelog()
        .limit(20_u64)
        .send()
        .await
        .unwrap();
    api.get_digital_changelog()
        .limit(20_u64)
        .send()
        .await
        .unwrap();
    for operation in [
        "get_customers_changelog",
        "get_entities_changelog",
        "get_digital_changelog",
    ] {
        let authorization = desk
            .last(operation)
            .header("authorization")
            .map(str::to_owned);
        assert!(authorization.unwrap().starts_with("Bearer "), "{operation}");
    }
}

#[tokio::test]
async fn rest_trap_32_reading_an_identification_names_a_requestor_too() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    let video = read(&json!({
        "naturalPersonId": person, "externalVerifier": "WEB_ID", "identificationType": "VIDEO_IDENT",
    }));
    let verification = desk.client.verify_identification(video).await.unwrap();
    let named: florin::tradevest::RequestorId = person.parse().unwrap();
    let request = desk.client.api().get_identification_verification();
    let request = request
        .identification_verification_id(verification.id())
        .requestor_id(named);
    request.send().await.unwrap();
    let sent = desk.last("get_identification_verification");
    assert_eq!(sent.header("requestor-id"), Some(&*person));
    verification.read().await.unwrap();
    desk.client
        .identification_verifications()
        .page(None)
        .await
        .unwrap();
    for operation in [
        "get_identification_verification",
        "get_identification_verifications",
    ] {
        assert!(
            desk.last(operation).header("requestor-id").is_some(),
            "{operation}"
        );
    }
}

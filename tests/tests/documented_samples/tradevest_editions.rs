//! What differs between the editions of Tradevest's documentation, and what of its samples needs a closer look.

use florin::core::Decimal;
use florin::testing::Recorder;
use florin::tradevest::{Client, HasProblems as _, LogPosition, types};
use florin_tests::tradevest::id;
use florin_tests::tradevest::in_memory::requestor;
use serde_json::json;

use super::{assert_hushed, full, parse, read, written};

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../../fixtures/tradevest/", $name, ".json"))
    };
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A client that finds `answer` for `operation`.
fn answering(operation: &str, status: u16, answer: &str) -> Client {
    let recorder = Recorder::new();
    recorder.answer(operation, status, answer.to_owned());
    recorder.tradevest().requestor(requestor()).build().unwrap()
}

#[test]
fn trap_17_a_document_of_the_older_generation_may_have_no_status() {
    let document: types::Document = read(fixture!("document_older"));
    assert!(document.status.is_none() && document.created_on.is_none());
    let document: types::Document = read(fixture!("document"));
    assert_eq!(document.status.unwrap().as_str(), "APPROVED");
}

#[test]
fn trap_18_what_went_and_what_came_with_an_edition_is_read_alike() {
    let user: types::User = read(fixture!("user_newer"));
    assert!(user.middle_name.is_none());
    assert!(read::<types::User>(fixture!("user")).middle_name.is_some());
    let person: types::NaturalPerson = read(fixture!("natural_person_newer"));
    assert!(person.roles.is_empty() && person.middle_name.is_none());
    let [role] = read::<types::NaturalPerson>(fixture!("natural_person"))
        .roles
        .try_into()
        .unwrap();
    assert_eq!(role.role_name.unwrap().as_str(), "CUSTOMER");
    let wallet: types::CustomerProduct = read(fixture!("customer_product_wallet"));
    assert!(wallet.account_data.is_none() && wallet.opened_on.is_none());
    assert_eq!(
        wallet.crypto_assets[0].available_quantity,
        Some(decimal("2.75"))
    );
}

/// Texts for users, representatives and owners; objects for natural persons.
#[test]
fn trap_7_nationalities_have_two_forms() {
    let user: types::User = read(fixture!("user"));
    assert_eq!(user.nationalities[0].as_str(), "DE");
    let owner: types::BeneficialOwner = read(fixture!("beneficial_owner"));
    assert_eq!(owner.nationalities[0].as_str(), "DE");
    let person: types::NaturalPerson = read(fixture!("natural_person"));
    let country = person.nationalities[0].country_code.as_ref().unwrap();
    assert_eq!(country.as_str(), "DE");
    assert!(person.nationalities[0].national_identifier.is_some());
}

#[test]
fn trap_8_the_sides_of_a_tokenized_order_are_in_lower_case() {
    let order: types::WawexOrder = read(fixture!("wawex_order"));
    assert_eq!(order.side, types::WawexTradeSideEnum::Buy);
    assert_eq!(written(&order)["side"], "buy");
    assert_eq!(
        types::TradeSideEnum::from("buy"),
        types::TradeSideEnum::Unknown("buy".to_owned())
    );
}

#[tokio::test]
async fn traps_9_and_10_costs_have_odd_spellings_and_an_identifier_that_is_no_uuid() {
    let client = answering("get_ex_ante_cost", 200, fixture!("ex_ante_cost_result"));
    let wanted: types::ExAnteCostData =
        serde_json::from_str(fixture!("requests/get_ex_ante_cost")).unwrap();
    let costs = client
        .api()
        .get_ex_ante_cost()
        .body(wanted)
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(costs.ex_ante_id.as_deref(), Some("ex-ante-77"));
    let order = costs.order.unwrap();
    assert_eq!(order.currency, Some(types::CurrencyEnum::Eur));
    assert_eq!(costs.costs[0].currency, Some(types::CurrencyEnum::Eur));
    let odd = types::TraditionalAssetOrderTypeEnum::from("Market");
    assert_eq!(odd, types::TraditionalAssetOrderTypeEnum::Market);
}

#[tokio::test]
async fn trap_16_a_cancellation_is_answered_with_nothing_or_with_an_identifier() {
    for (status, answer, expected) in [
        (202, "", None),
        (200, fixture!("modification_result"), Some(true)),
        (202, "{}", None),
    ] {
        let client = answering("cancel_trading_order", status, answer);
        let cancel = client.api().cancel_trading_order().order_id(id::ORDER);
        let answered = cancel.send().await.unwrap().into_inner();
        assert_eq!(
            answered.modification_id.map(|id| !id.is_empty()),
            expected,
            "{status}"
        );
    }
}

#[tokio::test]
async fn trap_15_files_come_as_they_are() {
    for file in ["%PDF-1.7 \u{0}", "JVBERi0xLjc=", "\"JVBERi0xLjc=\""] {
        let client = answering("get_document_file_v2", 200, file);
        let asked = client
            .api()
            .get_document_file_v2()
            .document_id(id::DOCUMENT);
        assert_eq!(
            &asked.send().await.unwrap().into_inner()[..],
            file.as_bytes()
        );
    }
}

#[test]
fn trap_26_amounts_of_executions_may_be_negative() {
    let transaction: types::Transaction = read(fixture!("transaction_traditional"));
    assert_hushed(&transaction, r#"{"taxes": "canary"}"#);
    let trade = transaction.traditional_trading_transaction.unwrap();
    let amounts: Vec<_> = trade
        .partial_executions
        .iter()
        .map(|part| part.amount.unwrap())
        .collect();
    assert_eq!(amounts, [decimal("-2528"), decimal("-1516.875")]);
    assert_eq!(trade.external_id.as_deref(), Some("own 4711"));
    let older: types::Transaction = read(fixture!("transaction_traditional_older"));
    let older = older.traditional_trading_transaction.unwrap();
    let execution = older.execution_data.unwrap();
    assert!(older.external_id.is_none() && execution.german_cit.is_none());
    assert_eq!(
        execution.extra["externalId"], "own 4711",
        "where it used to stand"
    );
    let cash: types::Transaction = read(fixture!("transaction_cash"));
    assert_eq!(
        cash.cash_transaction.unwrap().amount,
        Some(decimal("-250.5"))
    );
    let digital: types::Transaction = read(fixture!("transaction_digital_older"));
    assert!(
        digital
            .digital_trading_transaction
            .unwrap()
            .quote_id
            .is_some()
    );
}

/// More than a float holds, at the top and in the depth.
#[test]
fn no_digit_of_a_number_is_lost() {
    let order: types::DigitalAssetsOrder = serde_json::from_str(
        r#"{"orderId": "o", "status": "FILLED", "side": "BUY", "walletCustomerProductId": "w", "createdOn": "", "modifiedOn": "",
            "externalId": "e", "orderType": "MARKET",
            "executionData": {"quantity": 0.123456789012345678, "executionPrice": 12345678901234567.89, "executionAmount": 1e-8}}"#,
    )
    .unwrap();
    let executed = order.execution_data.unwrap();
    assert_eq!(executed.quantity, Some(decimal("0.123456789012345678")));
    assert_eq!(
        executed.execution_price,
        Some(decimal("12345678901234567.89"))
    );
    assert_eq!(executed.execution_amount, Some(decimal("0.00000001")));
    let transaction: types::Transaction = serde_json::from_str(
        r#"{"transactionId": "t", "traditionalTradingTransaction": {
            "limitPrice": 101.0000000000000000001, "partialExecutions": [{"amount": -12345678901234567.891}]}}"#,
    )
    .unwrap();
    let trade = transaction.traditional_trading_transaction.unwrap();
    assert_eq!(trade.limit_price, Some(decimal("101.0000000000000000001")));
    assert_eq!(
        trade.partial_executions[0].amount,
        Some(decimal("-12345678901234567.891"))
    );
    let product: types::CustomerProduct = serde_json::from_str(
        r#"{"customerProductId": "p", "accountData": {"iban": "i", "bic": "b", "availableBalance": 98765432109876543.21},
            "cryptoAssets": [{"quantity": 0.000000000000000001}]}"#,
    )
    .unwrap();
    let balance = product.account_data.unwrap().available_balance;
    assert_eq!(balance, Some(decimal("98765432109876543.21")));
    assert_eq!(
        product.crypto_assets[0].quantity,
        Some(decimal("0.000000000000000001"))
    );
    let action: types::CorporateActionNotification = serde_json::from_str(
        r#"{"accounts": [{"oldQuantity": "12.0000000000000000001", "grossAmount": 0.1234567890123456789}]}"#,
    )
    .unwrap();
    let old = action.accounts[0].old_quantity.as_ref().unwrap();
    assert_eq!(old.text(), "12.0000000000000000001");
    assert_eq!(
        action.accounts[0].gross_amount,
        Some(decimal("0.1234567890123456789"))
    );
}

#[test]
fn trap_31_the_names_of_a_checked_iban_are_its_own() {
    let checked: types::IbanValidateResult = read(fixture!("iban_validate_result"));
    assert!(!checked.valid);
    assert_eq!(
        checked.bank_data.unwrap().country_iso.as_deref(),
        Some("DE")
    );
    assert_eq!(checked.sepa_data.unwrap().sct.as_deref(), Some("YES"));
    assert_eq!(checked.validations["chars"].code.as_deref(), Some("006"));
    assert_eq!(checked.errors[0].code.as_deref(), Some("201"));
}

#[tokio::test]
async fn trap_33_a_changelog_has_any_values_and_kinds_of_any_spelling() {
    let page = format!(
        r#"{{"data": [{}, {}], "pagination": {{"cursor": ""}}}}"#,
        fixture!("changelog_entry"),
        fixture!("changelog_entry_order")
    );
    let mut log =
        answering("get_digital_changelog", 200, &page).digital_changelog(LogPosition::start());
    let found = log.next().await.unwrap().unwrap();
    assert_eq!(
        full(written(&found.entries)),
        full(parse(&page)["data"].clone())
    );
    let [person, order] = &found.entries[..] else {
        panic!("two entries were sent");
    };
    assert_eq!(person.item_type.as_ref().unwrap().as_str(), "CUSTOMER");
    assert_eq!(order.item_type.as_ref().unwrap().as_str(), "Order");
    assert_eq!(order.changes[1].value, Some(json!(0.5)));
    assert!(log.next().await.is_none());
}

#[tokio::test]
async fn the_last_page_has_an_empty_cursor_or_none() {
    for pagination in [
        r#"{"cursor": "", "limit": 20}"#,
        r#"{"cursor": null}"#,
        "{}",
        "null",
    ] {
        let recorder = Recorder::new();
        let page = |pagination: &str| {
            format!(
                r#"{{"data": [{}], "pagination": {pagination}}}"#,
                fixture!("natural_person")
            )
        };
        recorder.answer(
            "get_entity_natural_persons",
            200,
            page(r#"{"cursor": "c-2", "limit": 20}"#),
        );
        recorder.answer("get_entity_natural_persons", 200, page(pagination));
        let client = recorder.tradevest().build().unwrap();
        assert_eq!(
            client.natural_persons().all().await.unwrap().len(),
            2,
            "{pagination}"
        );
        let sent = recorder.requests_of("get_entity_natural_persons");
        let cursors: Vec<_> = sent.iter().map(|sent| sent.query.len()).collect();
        assert_eq!(
            cursors,
            [1, 2],
            "the limit goes along always, and the cursor with the second page"
        );
    }
}

#[tokio::test]
async fn trap_23_what_has_no_pages_is_a_list() {
    let list = format!("[{}, {}]", fixture!("onboarding"), fixture!("onboarding"));
    let client = answering("get_onboardings", 200, &list);
    let asked = client
        .api()
        .get_onboardings()
        .entity_type("CUSTOMER")
        .entity_id(id::CUSTOMER);
    assert_eq!(asked.send().await.unwrap().into_inner().len(), 2);
    let client = answering(
        "get_product_definitions",
        200,
        fixture!("product_definitions"),
    );
    let found = client
        .api()
        .get_product_definitions()
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(found.data.len(), 1);
}

#[tokio::test]
async fn an_error_tells_codes_and_places_and_its_words_on_request() {
    for (status, body) in [
        (400, fixture!("error_message")),
        (404, fixture!("error_message")),
        (409, fixture!("error_message_short")),
        (501, fixture!("error_message_short")),
    ] {
        let client = answering("get_role_customer", status, body);
        let error = client
            .api()
            .get_role_customer()
            .customer_id(id::CUSTOMER)
            .send()
            .await;
        let error = error.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(written(error.body().unwrap()), parse(body));
        let told = error.problems().unwrap();
        let sent = parse(body);
        assert_eq!(told.request_id(), sent["requestId"].as_str());
        assert_eq!(told.message(), sent["message"].as_str());
        assert_eq!(told.fields().len(), usize::from(status < 409));
        assert_eq!(
            (error.is_not_implemented(), error.is_conflict()),
            (status == 501, status == 409)
        );
        assert_hushed(&(&error, &told, format!("{error} {error:#} {told}")), body);
    }
}

#[tokio::test]
async fn a_token_is_read_whole_and_a_refusal_names_its_code_alone() {
    let token: types::TokenResponse = read(fixture!("token_response"));
    assert_eq!(
        (token.expires_in, token.token_type.as_str()),
        (3600, "Bearer")
    );
    for (status, body) in [
        (200, fixture!("token_response")),
        (
            200,
            r#"{"access_token": "canary", "expires_in": 3600, "token_type": "bearer", "scope": "tradevest.api"}"#,
        ),
        (400, fixture!("auth_error")),
        (400, fixture!("auth_error_short")),
        (
            401,
            r#"{"error": "something_new", "error_description": null}"#,
        ),
    ] {
        let recorder = Recorder::new();
        recorder.answer("get_token", status, body.to_owned());
        recorder.answer("get_webhooks", 200, "[]");
        let client = recorder.tradevest().build().unwrap();
        let answer = client.api().get_webhooks().send().await;
        assert_eq!(answer.is_ok(), status == 200, "{body}");
        if let Err(error) = answer {
            assert!(error.is_auth(), "{error}");
            let shown = format!("{error} {error:#} {error:?}");
            assert!(!shown.to_lowercase().contains("canary"), "{shown}");
        }
    }
}

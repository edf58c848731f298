//! The traps of Monoova's documentation, one by one, each by its number in our notes on the provider.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

use std::time::Duration;

use florin::core::{Certainty, Effect};
use florin::monoova::{
    Amount, Client, Country, Currency, HasProblems as _, Language, Order, Payment, RateQuery,
    Status, TransactionReason, Until, operations, types,
};
use florin_sandbox::Sandbox;
use florin_sandbox::monoova::{Options, User};
use florin_tests::in_memory::{Asked, InMemory, Says};
use florin_tests::monoova::in_memory::provider;
use florin_tests::monoova::{answer, order};
use serde_json::{Value, json};

const SPEC: &str = include_str!("../../specs/monoova/openapi.yaml");

fn spec() -> Value {
    serde_saphyr::from_str(SPEC).unwrap()
}

/// The operations of the spec, each with its path and method.
fn operations_of(spec: &Value) -> Vec<(String, String, Value)> {
    let mut all = Vec::new();
    for (path, item) in spec["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if operation.get("operationId").is_some() {
                all.push((path.clone(), method.clone(), operation.clone()));
            }
        }
    }
    all
}

fn schema<'a>(spec: &'a Value, name: &str) -> &'a Value {
    let schema = &spec["components"]["schemas"][name];
    assert!(schema.is_object(), "{name}");
    schema
}

fn required(schema: &Value) -> Vec<&str> {
    let Some(names) = schema["required"].as_array() else {
        return Vec::new();
    };
    names.iter().map(|name| name.as_str().unwrap()).collect()
}

fn saying(body: Value) -> InMemory {
    provider(move |_| Says::Yes(body.clone()))
}

fn client(provider: &InMemory) -> Client {
    provider.office().build().unwrap()
}

fn last(provider: &InMemory, operation: &str) -> Asked {
    provider.asked(operation).pop().unwrap()
}

/// A client of the sandbox's back office for its first user.
fn office(sandbox: &Sandbox) -> Client {
    let known = sandbox.monoova().back_office();
    let api = sandbox.monoova().api_url();
    Client::builder()
        .environment(florin::monoova::Environment::Custom { api })
        .token_url(sandbox.monoova().token_url())
        .credentials(florin::monoova::Credentials::back_office(
            known.client_id,
            known.client_secret,
        ))
        .user_id(User::First.id())
        .build()
        .unwrap()
}

fn order_at(sandbox: &Sandbox) -> Order {
    let paid = sandbox.monoova().beneficiary(User::First, "USD").unwrap();
    let amount = "100.00".parse().unwrap();
    let (sell, buy) = (Currency::code("AUD"), Currency::code("USD"));
    Order::new(sell, buy, Amount::Buy(amount)).payment(Payment::new(paid, amount))
}

#[tokio::test(start_paused = true)]
async fn trap_01_a_token_lasts_as_long_as_it_says_else_a_day_and_is_renewed_before() {
    let hour = Duration::from_secs(3600);
    for (expires_in, wait, tokens) in [
        (json!(null), 20 * hour, 1),
        (json!(null), 24 * hour - Duration::from_secs(1), 2),
        (json!(null), 30 * hour, 2),
        (json!(3600), hour, 2),
        (json!(172_800), 40 * hour, 1),
    ] {
        let told = expires_in.clone();
        let provider = InMemory::with_tokens(move |asked| match asked.operation.as_str() {
            "create_access_token" => Says::Yes(json!({
                "access_token": "t", "token_type": "Bearer", "expires_in": expires_in
            })),
            _ => Says::Yes(json!({"countries": []})),
        });
        let client = client(&provider);
        client.countries().page(1).await.unwrap();
        tokio::time::advance(wait).await;
        client.countries().page(1).await.unwrap();
        let asked = provider.asked("create_access_token").len();
        assert_eq!(asked, tokens, "{told} after {wait:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn trap_02_a_transaction_is_one_in_its_envelope_or_bare() {
    for body in [
        answer::transaction(7, "open"),
        answer::bare_transaction(7, "open"),
    ] {
        let client = client(&saying(body.clone()));
        let deal = client.create_transaction(&order::order()).await.unwrap();
        let updated = deal.update([order::payment("660.50")]).await.unwrap();
        for transaction in [
            deal.transaction().unwrap().clone(),
            updated.transaction().unwrap().clone(),
            deal.read().await.unwrap(),
        ] {
            assert_eq!(transaction.id.unwrap().into_value(), Some(7), "{body}");
            let amount = transaction.counter_currency_amount.unwrap();
            assert_eq!(amount.text(), "660.50", "{body}");
        }
    }
    for neither in [json!({}), json!({"transaction": {}}), json!([])] {
        let error = client(&saying(neither.clone())).deal(7).read().await;
        assert!(error.unwrap_err().is_decode(), "{neither}");
    }
}

#[tokio::test(start_paused = true)]
async fn trap_03_amounts_are_sent_as_plain_text_and_read_in_all_three_forms() {
    let provider = saying(json!({"transaction": {"id": 7, "status": "created"}}));
    let amount = "1,234,567.50".parse().unwrap();
    let order = Order::new(
        Currency::code("AUD"),
        Currency::code("USD"),
        Amount::Buy(amount),
    )
    .payment(Payment::new(20_481, amount));
    let _ = client(&provider).create_transaction(&order).await.unwrap();
    let sent = last(&provider, "create_transaction").text;
    assert!(
        sent.contains(r#""counter_currency_amount":"1234567.50""#),
        "{sent}"
    );
    assert!(sent.contains(r#""amount":"1234567.50""#), "{sent}");
    for (written, read) in [
        (json!("1234.56"), "1234.56"),
        (json!("1,234.56"), "1234.56"),
        (json!(1234.56), "1234.56"),
    ] {
        let mut body = answer::transaction(7, "created");
        body["transaction"]["base_currency_amount"] = written.clone();
        let transaction = client(&saying(body)).deal(7).read().await.unwrap();
        let amount = transaction.base_currency_amount.unwrap();
        assert_eq!(amount.value().unwrap().to_string(), read, "{written}");
    }
    let spec = spec();
    for (name, field) in [
        ("TransactionInput", "base_currency_amount"),
        ("TransactionInput", "counter_currency_amount"),
        ("PaymentInput", "amount"),
    ] {
        let field = &schema(&spec, name)["properties"][field];
        assert_eq!(
            (&field["type"], &field["format"]),
            (&json!("string"), &json!("decimal"))
        );
    }
}

#[tokio::test(start_paused = true)]
async fn trap_04_what_a_country_can_is_an_object_and_what_a_currency_can_is_a_list() {
    let provider = provider(|asked| match asked.operation.as_str() {
        "list_countries" => Says::Yes(json!({"countries": [{
            "id": 1, "name": "Australia", "country_code": "AUS",
            "can": {"create_beneficiaries": true, "create_customers": false},
            "default_currency": null, "available_currencies": []
        }]})),
        _ => Says::Yes(json!({"currencies": [{
            "id": 2, "name": "Yuan", "currency_code": "CNH", "can": ["sell", "hold"]
        }]})),
    });
    let client = client(&provider);
    let country = client.countries().page(1).await.unwrap().items.remove(0);
    let can = serde_json::to_value(&country.can).unwrap();
    assert_eq!(can["create_beneficiaries"], true);
    assert_eq!(can["create_customers"], false);
    let currency = client.currencies().page(1).await.unwrap().items.remove(0);
    let can = serde_json::to_value(&currency.can).unwrap();
    assert_eq!(can, json!(["sell", "hold"]), "and it is an open set");
}

#[tokio::test(start_paused = true)]
async fn trap_05_a_currency_needs_no_standard() {
    let provider = saying(json!({"transaction": {"id": 7, "status": "created"}}));
    let amount = "1".parse().unwrap();
    for code in ["CNH", "cnh", "XYZ1"] {
        let order = Order::new(
            Currency::code("AUD"),
            Currency::code(code),
            Amount::Buy(amount),
        );
        let order = order.payment(Payment::new(1, amount));
        let _ = client(&provider).create_transaction(&order).await.unwrap();
        let body = last(&provider, "create_transaction").body.unwrap();
        assert_eq!(body["transaction"]["counter_currency_code"], code);
    }
    let code = &spec()["components"]["schemas"]["CurrencyRef"]["properties"]["currency_code"];
    assert_eq!(code["type"], "string");
    assert!(code.get("enum").is_none());
}

#[tokio::test(start_paused = true)]
async fn trap_06_country_codes_are_passed_on_and_never_converted() {
    let provider = saying(answer::sub_customer(1));
    for code in ["AUS", "AU", "aus"] {
        let new = florin::monoova::NewSubCustomer::company("A", "1 St", Country::code(code));
        client(&provider).create_sub_customer(&new).await.unwrap();
        let body = last(&provider, "create_sub_customer").body.unwrap();
        assert_eq!(body["sub_customer"]["country_code"], code);
    }
    // The provider has three letters and no others.
    let sandbox = Sandbox::builder().start().await.unwrap();
    let mut countries = office(&sandbox).countries().items();
    while let Some(country) = countries.next().await {
        assert_eq!(country.unwrap().country_code.unwrap().text().len(), 3);
    }
}

#[tokio::test(start_paused = true)]
async fn trap_07_of_identifier_and_code_one_is_sent() {
    let provider = saying(json!({"transaction": {"id": 7, "status": "created"}}));
    let amount = "1".parse().unwrap();
    let by_id = || Currency::id(10_001);
    for (sell, buy) in [
        (Currency::code("AUD"), by_id()),
        (by_id(), Currency::code("AUD")),
    ] {
        for reason in [TransactionReason::id(1), TransactionReason::name("Other")] {
            let paid = Payment::new(1, amount).reason(reason);
            let order = Order::new(sell.clone(), buy.clone(), Amount::Sell(amount)).payment(paid);
            let _ = client(&provider).create_transaction(&order).await.unwrap();
            let body = last(&provider, "create_transaction").body.unwrap();
            let sent = &body["transaction"];
            let both = |of: &Value, id: &str, text: &str| {
                let is_there = |name: &str| usize::from(of.get(name).is_some());
                is_there(id) + is_there(text)
            };
            assert_eq!(both(sent, "base_currency_id", "base_currency_code"), 1);
            assert_eq!(
                both(sent, "counter_currency_id", "counter_currency_code"),
                1
            );
            let paid = &sent["payments"][0];
            assert_eq!(
                both(paid, "transaction_reason_id", "transaction_reason_name"),
                1
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn trap_08_payments_are_written_and_read() {
    let provider = saying(json!({"transaction": {
        "id": 7, "payments": [{"id": 1, "amount": "660.50", "status": "pending"}]
    }}));
    let client = client(&provider);
    let deal = client.create_transaction(&order::order()).await.unwrap();
    let deal = deal.update([order::payment("660.50")]).await.unwrap();
    for operation in ["create_transaction", "update_transaction"] {
        let body = last(&provider, operation).body.unwrap();
        let paid = &body["transaction"]["payments"][0];
        assert_eq!(paid["beneficiary_id"], order::BENEFICIARY, "{operation}");
    }
    assert_eq!(deal.transaction().unwrap().payments.len(), 1);
    let spec = spec();
    for name in ["TransactionInput", "TransactionUpdate"] {
        assert!(
            required(schema(&spec, name)).contains(&"payments"),
            "{name}"
        );
    }
    assert!(!required(schema(&spec, "Transaction")).contains(&"payments"));
}

#[test]
fn trap_09_the_dates_of_a_transaction_are_its_own() {
    let spec = spec();
    for field in ["created_date", "updated_date"] {
        let described = &schema(&spec, "Transaction")["properties"][field]["description"];
        let described = described.as_str().unwrap().to_lowercase();
        assert!(
            !described.contains("of the payment"),
            "{field}: {described}"
        );
    }
    let transaction: types::Transaction =
        serde_json::from_value(answer::bare_transaction(7, "open")).unwrap();
    let date = transaction.created_date.unwrap();
    let read = date.value().unwrap();
    assert_eq!(read.to_rfc3339(), "2026-11-02T08:00:00+00:00");
}

#[tokio::test(start_paused = true)]
async fn trap_10_a_rate_needs_no_identifier_and_an_order_no_rate() {
    let provider = provider(|asked| match asked.operation.as_str() {
        "get_rate" => Says::Yes(answer::rate()),
        _ => Says::Yes(answer::transaction(7, "created")),
    });
    let client = client(&provider);
    let pair = RateQuery::new(Currency::code("AUD"), Currency::code("USD"));
    let rate = client.rate(&pair).await.unwrap();
    assert!(rate.id.is_none());
    let _ = client.create_transaction(&order::order()).await.unwrap();
    let body = last(&provider, "create_transaction").body.unwrap();
    assert!(body["transaction"].get("rate_id").is_none());
    for (id, sent) in [
        (types::RateId::Int64(5), json!(5)),
        (types::RateId::String("r5".to_owned()), json!("r5")),
    ] {
        let order = order::order().rate_id(id);
        let _ = client.create_transaction(&order).await.unwrap();
        let body = last(&provider, "create_transaction").body.unwrap();
        assert_eq!(body["transaction"]["rate_id"], sent);
    }
}

#[tokio::test(start_paused = true)]
async fn trap_11_no_rate_of_ones_own_is_sent_unless_it_is_said() {
    let provider = saying(answer::transaction(7, "created"));
    let client = client(&provider);
    let _ = client.create_transaction(&order::order()).await.unwrap();
    let body = last(&provider, "create_transaction").body.unwrap();
    assert!(body["transaction"].get("exchange_rate").is_none());
    let own = order::order().exchange_rate("0.66".parse().unwrap());
    let _ = client.create_transaction(&own).await.unwrap();
    let body = last(&provider, "create_transaction").body.unwrap();
    assert_eq!(body["transaction"]["exchange_rate"], "0.66");
}

#[tokio::test(start_paused = true)]
async fn trap_12_any_status_of_success_is_one() {
    for status in [200, 201, 202] {
        let provider = provider(move |_| Says::No(status, answer::transaction(7, "created")));
        let deal = client(&provider).create_transaction(&order::order()).await;
        assert_eq!(deal.unwrap().id(), 7, "{status}");
    }
    for (path, _, operation) in operations_of(&spec()) {
        let statuses: Vec<&String> = operation["responses"].as_object().unwrap().keys().collect();
        assert_eq!(statuses, ["2XX", "4XX", "5XX"], "{path}");
    }
}

#[tokio::test(start_paused = true)]
async fn trap_13_409_waits_and_500_is_an_answer_and_no_key_goes_with_two_requests() {
    let busy = std::sync::atomic::AtomicUsize::new(0);
    let provider = provider(move |asked| match asked.operation.as_str() {
        "confirm_transaction" => Says::No(500, json!({})),
        _ if busy.fetch_add(1, std::sync::atomic::Ordering::SeqCst) < 6 => Says::No(409, json!({})),
        _ => Says::Yes(answer::transaction(7, "created")),
    });
    let client = client(&provider);
    let key = || "mine".parse().unwrap();
    let deal = client
        .create_transaction(&order::order())
        .key(key())
        .await
        .unwrap();
    let asked = provider.asked("create_transaction");
    assert_eq!(asked.len(), 7);
    assert!(
        asked
            .iter()
            .all(|asked| asked.headers["idempotency-key"] == "mine")
    );
    let error = deal.confirm().await.unwrap_err();
    assert_eq!(provider.asked("confirm_transaction").len(), 1);
    assert!(error.to_string().contains("a new key"), "{error}");
    let other = order::order().payment(order::payment("0.01"));
    let error = client.create_transaction(&other).key(key()).await;
    assert!(error.unwrap_err().is_invalid_request());
    let error = deal.allocate().key(key()).await.unwrap_err();
    assert_eq!(error.effect(), Effect::NotSent);
    assert_eq!(provider.asked("create_transaction").len(), 7);
}

#[tokio::test]
async fn trap_14_confirming_is_said_aloud_and_never_goes_without_a_key() {
    let sandbox = Sandbox::builder()
        .monoova(Options::default())
        .start()
        .await
        .unwrap();
    let client = office(&sandbox);
    let monoova = sandbox.monoova();
    let deal = client
        .create_transaction(&order_at(&sandbox))
        .await
        .unwrap();
    let paid = monoova.beneficiary(User::First, "USD").unwrap();
    let payment = Payment::new(paid, "100.00".parse().unwrap());
    let deal = deal.update([payment]).await.unwrap();
    deal.read().await.unwrap();
    let _ = deal.allocate().await;
    let limit = Duration::from_millis(20);
    let poller = deal.poller(Until::reached(Status::Open)).deadline(limit);
    poller.await.unwrap_err();
    assert!(monoova.received_by("confirm_transaction").is_empty());
    assert_eq!(monoova.transactions()[0].confirmations, 0);
    let _ = deal.confirm().await.unwrap();
    client
        .api()
        .confirm_transaction()
        .id(deal.id())
        .send()
        .await
        .unwrap_err();
    for asked in monoova.received_by("confirm_transaction") {
        assert!(asked.header("idempotency-key").is_some());
    }
    assert_eq!(monoova.transactions()[0].confirmations, 1);
}

#[tokio::test(start_paused = true)]
async fn trap_15_whichever_language_an_error_is_in_status_and_text_are_kept() {
    for (body, language) in [
        (
            r#"{"errors":{"transaction":["is closed"]}}"#,
            Language::Records,
        ),
        (
            r#"{"traceId":"t","errors":[{"errorCode":"1","errorMessage":"is closed"}]}"#,
            Language::Codes,
        ),
        (
            r#"{"error":"invalid","error_description":"is closed"}"#,
            Language::OAuth,
        ),
        ("is closed", Language::Text),
    ] {
        let provider = provider(move |_| Says::Text(422, body));
        let error = client(&provider).deal(7).confirm().await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 422);
        let problems = error.problems().unwrap();
        assert_eq!(problems.language(), language);
        assert_eq!(problems.texts().collect::<Vec<_>>(), ["is closed"]);
        assert_eq!(error.raw_body().unwrap().as_ref(), body.as_bytes());
    }
}

#[tokio::test(start_paused = true)]
async fn trap_16_pages_go_by_this_api_s_own_words() {
    let provider = saying(json!({"transactions": []}));
    client(&provider).transactions().page(3).await.unwrap();
    let asked = last(&provider, "list_transactions");
    let mut names: Vec<&str> = asked.query.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["page", "page_size", "user_id"]);
    assert!(!SPEC.contains("pageNumber") && !SPEC.contains("pageSize"));
}

#[tokio::test(start_paused = true)]
async fn trap_17_keys_of_errors_are_taken_as_they_are() {
    for separator in [".", "_", "/", " "] {
        let key = format!("transaction{separator}base_currency_amount");
        let body = json!({"errors": {key.as_str(): ["is odd"], "rate": ["is old"]}});
        let provider = provider(move |_| Says::No(422, body.clone()));
        let error = client(&provider).deal(7).confirm().await.unwrap_err();
        let problems = error.problems().unwrap();
        assert_eq!(problems.for_key(&key).collect::<Vec<_>>(), ["is odd"]);
        assert_eq!(problems.starting_with("transaction").count(), 1);
    }
}

#[test]
fn trap_18_the_slips_of_the_text_are_not_copied() {
    let spec = SPEC.to_lowercase();
    for slip in ["reponse", "both both", "including and markup"] {
        assert!(!spec.contains(slip), "{slip}");
    }
}

#[tokio::test(start_paused = true)]
async fn trap_19_what_a_sub_customer_has_is_not_checked_against_what_it_is() {
    let mut sampled = answer::sub_customer(1);
    sampled["sub_customer"]["account_type"] = json!({"id": 10_001, "name": "individual"});
    sampled["sub_customer"]["registration_number"] = json!("0123456");
    sampled["sub_customer"]["address"]["city"] = json!(null);
    sampled["sub_customer"]["address"]["suburb"] = json!("Ultimo");
    let provider = saying(sampled);
    let country = || Country::code("AUS");
    let person = florin::monoova::NewSubCustomer::individual("Jane", "Doe", "1 St", country())
        .registration_number("0123456")
        .field("company_name_of_old", "Acme");
    let read = client(&provider)
        .create_sub_customer(&person)
        .await
        .unwrap();
    assert_eq!(read.registration_number.unwrap().text(), "0123456");
    assert_eq!(read.company_name.unwrap().text(), "Wattle Imports Pty Ltd");
    let address = read.address.unwrap();
    assert!(address.city.is_none());
    assert_eq!(address.suburb.unwrap().text(), "Ultimo");
    let body = last(&provider, "create_sub_customer").body.unwrap();
    assert_eq!(body["sub_customer"]["registration_number"], "0123456");
    assert!(required(schema(&spec(), "SubCustomerInput")).is_empty());
}

#[tokio::test(start_paused = true)]
async fn trap_20_each_path_says_how_sure_it_is_and_can_be_corrected() {
    let guesses = [
        "create_access_token",
        "list_transaction_reasons",
        "list_remuneration_types",
        "get_beneficiary",
        "get_sub_customer",
        "list_transactions",
        "get_transaction",
    ];
    let provider = saying(json!({}));
    for operation in operations::ALL {
        let id = operation.id();
        let expected = match id {
            "update_transaction" => Certainty::Documented,
            id if guesses.contains(&id) => Certainty::Undocumented,
            _ => Certainty::Inferred,
        };
        assert_eq!(operation.certainty().unwrap().path, expected, "{id}");
        if id == "create_access_token" {
            continue;
        }
        let has_id = operation.template().contains("{id}");
        let corrected = if has_id {
            "PUT /elsewhere/{id}"
        } else {
            "PUT /elsewhere"
        };
        provider.office().path(id, corrected).build().unwrap();
    }
    assert_eq!(operations::ALL.len(), 18);
    // Where tokens come from has no default.
    let credentials = florin::monoova::Credentials::back_office("app", "secret");
    let lacking = Client::builder()
        .environment(florin::monoova::Environment::Sandbox)
        .credentials(credentials);
    assert_eq!(lacking.build().unwrap_err().setting(), "token_url");
    for (path, _, operation) in operations_of(&spec()) {
        let note = operation["x-provenance"]["note"]
            .as_str()
            .unwrap_or_default();
        let is_guess = guesses.contains(&operation["operationId"].as_str().unwrap());
        assert!(!is_guess || !note.is_empty(), "{path}");
    }
}

//! Paths that the spec infers or guesses, corrected by whoever knows better.

use florin::core::Certainty;
use florin::monoova::{ClientBuilder, RateQuery, operations};
use florin_tests::in_memory::{InMemory, Says};
use serde_json::json;

use super::{answering, beneficiary, client, office, order, payment, sub_customer, transaction};

/// What the provider's own documentation might say.
const ROUTES: [(&str, &str); 17] = [
    ("list_countries", "/lookups/countries"),
    ("list_currencies", "/lookups/currencies"),
    ("list_transaction_reasons", "/lookups/reasons"),
    ("list_remuneration_types", "/lookups/remunerations"),
    ("get_rate", "POST /rate"),
    ("list_beneficiaries", "/payees"),
    ("create_beneficiary", "PUT /payees"),
    ("get_beneficiary", "/payees/{id}/details"),
    ("list_sub_customers", "/parties"),
    ("create_sub_customer", "/parties"),
    ("get_sub_customer", "/parties/{id}"),
    ("create_transaction", "/deals"),
    ("list_transactions", "/deals"),
    ("get_transaction", "/deals/{id}"),
    ("update_transaction", "PUT /deals/{id}"),
    ("confirm_transaction", "POST /deals/{id}/confirm"),
    (
        "confirm_transaction_payments",
        "POST /deals/{id}/payments/confirm",
    ),
];

fn with_routes(builder: ClientBuilder) -> ClientBuilder {
    let add = |builder: ClientBuilder, (operation, route)| builder.path(operation, route);
    ROUTES.into_iter().fold(builder, add)
}

#[tokio::test(start_paused = true)]
async fn every_path_and_method_can_be_corrected() {
    let provider = answering(json!({
        "beneficiaries": [], "beneficiary": {"id": 7}, "countries": [], "currencies": [],
        "rate": {"exchange_rate": "0.66"}, "remuneration_types": [], "sub_customer": {"id": 7},
        "sub_customers": [], "transaction": {"id": 7}, "transaction_reasons": [], "transactions": [],
    }));
    let client = with_routes(office(&provider).user_id(42)).build().unwrap();
    client.countries().page(1).await.unwrap();
    client.currencies().page(1).await.unwrap();
    client.transaction_reasons().page(1).await.unwrap();
    client.remuneration_types().page(1).await.unwrap();
    let pair = (
        florin::monoova::Currency::code("AUD"),
        florin::monoova::Currency::code("USD"),
    );
    client.rate(&RateQuery::new(pair.0, pair.1)).await.unwrap();
    client.beneficiaries().page(1).await.unwrap();
    client.create_beneficiary(&beneficiary()).await.unwrap();
    client.beneficiary(7).await.unwrap();
    client.sub_customers().page(1).await.unwrap();
    client.create_sub_customer(&sub_customer()).await.unwrap();
    client.sub_customer(7).await.unwrap();
    client.transactions().page(1).await.unwrap();
    let deal = client.create_transaction(&order("1.00")).await.unwrap();
    deal.read().await.unwrap();
    let _ = deal.update([payment("1.00")]).await.unwrap();
    let _ = deal.confirm().await.unwrap();
    let _ = deal.allocate().await.unwrap();
    for (operation, route) in ROUTES {
        let (method, path) = route.split_once(' ').unwrap_or(("", route));
        let asked = provider.asked(operation);
        assert_eq!(asked.len(), 1, "{operation}");
        let expected = format!("/global/v1{}", path.replace("{id}", "7"));
        assert_eq!(asked[0].path, expected);
        assert!(
            method.is_empty() || asked[0].method == method,
            "{operation}"
        );
        let writes = operation.starts_with("create") || operation.starts_with("confirm");
        if writes || operation == "update_transaction" {
            super::key(&asked[0]);
        }
    }
}

#[test]
fn there_is_a_correction_for_every_operation_but_that_of_the_tokens() {
    let mut known: Vec<&str> = operations::ALL
        .iter()
        .map(|operation| operation.id())
        .collect();
    let mut corrected: Vec<&str> = ROUTES.iter().map(|(operation, _)| *operation).collect();
    corrected.push(super::TOKEN_CALL);
    known.sort_unstable();
    corrected.sort_unstable();
    assert_eq!(known, corrected);
    let documented: Vec<&str> = operations::ALL
        .iter()
        .filter(|operation| operation.certainty().unwrap().path == Certainty::Documented)
        .map(|operation| operation.id())
        .collect();
    assert_eq!(documented, ["update_transaction"]);
}

#[tokio::test(start_paused = true)]
async fn a_corrected_path_holds_for_every_user_of_the_client() {
    let provider = answering(transaction(7, "open"));
    let client = office(&provider).path("get_transaction", "/deals/{id}");
    let client = client.build().unwrap().for_user(43).unwrap();
    client.deal(7).read().await.unwrap();
    client.api().get_transaction().id(7).send().await.unwrap();
    for asked in provider.asked("get_transaction") {
        assert_eq!(asked.path, "/global/v1/deals/7");
    }
}

#[tokio::test(start_paused = true)]
async fn the_token_call_goes_where_the_token_url_says_and_a_path_is_refused_with_that() {
    let provider = answering(json!({"countries": []}));
    for (url, path) in [
        (
            "https://auth.example/au/security/Token",
            "/au/security/Token",
        ),
        ("https://auth.example", "/"),
        ("http://127.0.0.1:9/t/", "/t/"),
    ] {
        let client = office(&provider).token_url(url).build().unwrap();
        client.countries().page(1).await.unwrap();
        assert_eq!(provider.asked(super::TOKEN_CALL).pop().unwrap().path, path);
        let body = florin::monoova::types::TokenRequest::builder().grant_type("password");
        let call = client.api().create_access_token().body(body);
        call.send().await.unwrap();
        assert_eq!(provider.asked(super::TOKEN_CALL).pop().unwrap().path, path);
    }
    let error = office(&provider).path(super::TOKEN_CALL, "/token").build();
    let told = error.unwrap_err().to_string();
    assert!(told.contains("token_url"), "{told}");
}

#[test]
fn a_path_that_can_not_work_is_refused_when_the_client_is_built() {
    let provider = InMemory::new(|asked| panic!("{asked:?}"));
    let told = |operation: &str, route: &str| {
        let error = office(&provider)
            .path(operation, route)
            .build()
            .unwrap_err();
        let told = error.to_string();
        assert!(told.starts_with(&format!("path {operation} ")), "{told}");
        told
    };
    assert!(told("get_transaction", "/deals").contains("{id}"));
    assert!(told("confirm_transaction", "/deals/{deal_id}").contains("{deal_id}"));
    assert!(told("get_transaction", "/deals/{id}/{id}").contains("{id}"));
    assert!(told("list_transactions", "/deals/{id}").contains("{id}"));
    for route in [
        "deals/{id}",
        "",
        "/deals/{id",
        "/deals/{id}#x",
        "https://a.example/{id}",
    ] {
        told("get_transaction", route);
    }
    let unknown = told("confirm", "/x");
    for operation in operations::ALL {
        assert!(unknown.contains(operation.id()), "{unknown}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_path_that_is_a_guess_says_so_where_it_is_not_found() {
    let provider = InMemory::new(|_| Says::Text(404, "<html>"));
    let guess = client(&provider).deal(7).read().await.unwrap_err();
    assert!(guess.is_not_found());
    assert!(guess.to_string().contains("is a guess"), "{guess}");
    let corrected = office(&provider).path("get_transaction", "/deals/{id}");
    let error = corrected.build().unwrap().deal(7).read().await.unwrap_err();
    assert!(!error.to_string().contains("is a guess"), "{error}");
}

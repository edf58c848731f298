//! For whom calls are: a back office names a user, or nothing is sent; a user's website names nobody.

use florin::core::{Effect, StaticToken};
use florin::monoova::{Access, Client, Currency, DealHandle, Error, RateQuery};
use florin_tests::in_memory::InMemory;
use serde_json::json;

use super::{
    answering, beneficiary, client, office, order, settings, sub_customer, transaction, website,
};

/// An answer that does for any operation.
fn obliging() -> InMemory {
    answering(json!({
        "beneficiaries": [], "beneficiary": {"id": 1}, "countries": [], "currencies": [],
        "rate": {"exchange_rate": "0.66"}, "remuneration_types": [], "sub_customer": {"id": 1},
        "sub_customers": [], "transaction": {"id": 1, "status": "created"},
        "transaction_reasons": [], "transactions": [],
    }))
}

/// Every operation that is for a user, through the facade and through the generated client.
async fn for_a_user(client: &Client) -> Vec<(&'static str, Result<(), Error>)> {
    let api = client.api();
    let pair = RateQuery::new(Currency::code("AUD"), Currency::code("USD"));
    let transaction = json!({"transaction": {"payments": []}});
    let transaction =
        serde_json::from_value::<florin::monoova::types::CreateTransactionRequest>(transaction);
    let beneficiary_body = serde_json::from_value(json!({"beneficiary": {}}));
    let sub_customer_body = serde_json::from_value(json!({"sub_customer": {}}));
    let beneficiary_body: florin::monoova::types::CreateBeneficiaryRequest =
        beneficiary_body.unwrap();
    let sub_customer_body: florin::monoova::types::CreateSubCustomerRequest =
        sub_customer_body.unwrap();
    vec![
        ("get_rate", client.rate(&pair).await.map(drop)),
        ("get_rate", api.get_rate().send().await.map(drop)),
        (
            "list_beneficiaries",
            client.beneficiaries().page(1).await.map(drop),
        ),
        (
            "list_beneficiaries",
            api.list_beneficiaries().send().await.map(drop),
        ),
        (
            "create_beneficiary",
            client.create_beneficiary(&beneficiary()).await.map(drop),
        ),
        (
            "create_beneficiary",
            api.create_beneficiary()
                .body(beneficiary_body)
                .send()
                .await
                .map(drop),
        ),
        (
            "list_sub_customers",
            client.sub_customers().page(1).await.map(drop),
        ),
        (
            "list_sub_customers",
            api.list_sub_customers().send().await.map(drop),
        ),
        (
            "create_sub_customer",
            client.create_sub_customer(&sub_customer()).await.map(drop),
        ),
        (
            "create_sub_customer",
            api.create_sub_customer()
                .body(sub_customer_body)
                .send()
                .await
                .map(drop),
        ),
        (
            "create_transaction",
            client.create_transaction(&order("1.00")).await.map(drop),
        ),
        (
            "create_transaction",
            api.create_transaction()
                .body(transaction.unwrap())
                .send()
                .await
                .map(drop),
        ),
        (
            "list_transactions",
            client.transactions().page(1).await.map(drop),
        ),
        (
            "list_transactions",
            api.list_transactions().send().await.map(drop),
        ),
    ]
}

#[tokio::test(start_paused = true)]
async fn a_back_office_that_names_nobody_sends_nothing_and_says_what_to_do() {
    let provider = obliging();
    for (operation, outcome) in for_a_user(&office(&provider).build().unwrap()).await {
        let error = outcome.unwrap_err();
        assert!(error.is_invalid_request(), "{operation} {error}");
        assert_eq!(error.effect(), Effect::NotSent, "{operation}");
        let told = error.to_string();
        assert!(
            told.contains("user_id") && told.contains("for_user"),
            "{told}"
        );
        assert!(provider.asked(operation).is_empty(), "{operation}");
    }
    assert!(
        provider.asked(super::TOKEN_CALL).is_empty(),
        "not even a token"
    );
}

#[tokio::test(start_paused = true)]
async fn a_user_who_is_named_goes_along_on_every_call_that_needs_one() {
    let provider = obliging();
    let client = office(&provider).build().unwrap().for_user(42).unwrap();
    for (operation, outcome) in for_a_user(&client).await {
        outcome.unwrap_or_else(|error| panic!("{operation} {error:#}"));
        for asked in provider.asked(operation) {
            assert_eq!(asked.parameter("user_id"), Some("42"), "{operation}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_website_names_nobody_and_can_not_act_for_another() {
    let provider = obliging();
    let client = website(&provider).build().unwrap();
    for (operation, outcome) in for_a_user(&client).await {
        outcome.unwrap_or_else(|error| panic!("{operation} {error:#}"));
        for asked in provider.asked(operation) {
            assert_eq!(asked.parameter("user_id"), None, "{operation}");
        }
    }
    let error = client.for_user(42).unwrap_err();
    assert_eq!(error.setting(), "user_id");
    let error = website(&provider).user_id(42).build().unwrap_err();
    assert!(error.to_string().contains("client_website"), "{error}");
    let token = settings(&provider).authorized(Access::ClientWebsite, StaticToken::new("t"));
    assert!(token.build().unwrap().for_user(42).is_err());
}

#[tokio::test(start_paused = true)]
async fn what_names_an_object_needs_nobody() {
    let provider = obliging();
    let client = office(&provider).build().unwrap();
    let deal = client.deal(1);
    deal.read().await.unwrap();
    let _ = deal.update([super::payment("1.00")]).await.unwrap();
    let _ = deal.confirm().await.unwrap();
    let _ = deal.allocate().await.unwrap();
    client.beneficiary(1).await.unwrap();
    client.sub_customer(1).await.unwrap();
    client.countries().page(1).await.unwrap();
    client.currencies().page(1).await.unwrap();
    client.transaction_reasons().page(1).await.unwrap();
    client.remuneration_types().page(1).await.unwrap();
    // And with somebody, they aren't named there.
    let client = client.for_user(42).unwrap();
    let _ = client.deal(1).confirm().await.unwrap();
    for asked in provider.asked("confirm_transaction") {
        assert!(asked.query.is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn users_of_one_back_office_are_kept_apart_and_share_the_token() {
    let provider = answering(transaction(7, "created"));
    let one = client(&provider);
    let other = one.for_user(43).unwrap();
    assert_eq!((one.user_id(), other.user_id()), (Some(42), Some(43)));
    let deals = [
        one.create_transaction(&order("1.00")).await.unwrap(),
        other.create_transaction(&order("1.00")).await.unwrap(),
        one.create_transaction(&order("1.00")).await.unwrap(),
    ];
    let users: Vec<_> = deals.iter().map(|deal| deal.handle().user_id).collect();
    assert_eq!(users, [Some(42), Some(43), Some(42)]);
    let asked = provider.asked("create_transaction");
    let users: Vec<_> = asked
        .iter()
        .map(|asked| asked.parameter("user_id"))
        .collect();
    assert_eq!(users, [Some("42"), Some("43"), Some("42")]);
    assert_eq!(provider.asked(super::TOKEN_CALL).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_handle_leads_back_to_the_user_that_it_was_made_for() {
    let provider = answering(transaction(7, "created"));
    let deal = client(&provider).create_transaction(&order("1.00")).await;
    let stored = serde_json::to_string(&deal.unwrap().handle()).unwrap();
    let handle: DealHandle = serde_json::from_str(&stored).unwrap();
    for restarted in [
        office(&provider).build().unwrap(),
        office(&provider).user_id(1).build().unwrap(),
    ] {
        let deal = restarted.resume(handle.clone());
        assert_eq!(deal.handle(), handle);
    }
    // A website's token has the last word.
    let deal = website(&provider).build().unwrap().resume(handle);
    assert_eq!((deal.id(), deal.handle().user_id), (7, None));
}

#[test]
fn a_number_that_can_be_nobody_s_is_refused() {
    let provider = obliging();
    for user in [0, -1, i64::MIN] {
        let error = office(&provider).user_id(user).build().unwrap_err();
        assert_eq!(error.setting(), "user_id");
        assert!(client(&provider).for_user(user).is_err());
    }
}

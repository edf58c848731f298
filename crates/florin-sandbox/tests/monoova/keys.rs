//! Idempotency keys: the first answer again, for 24 hours.

use std::time::Duration;

use florin_sandbox::Fault;
use florin_sandbox::monoova::User;
use reqwest::Method;
use serde_json::json;

use crate::desk::{Desk, answer, desk, order};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[tokio::test]
async fn a_repetition_gets_the_first_answer_and_has_no_effect() {
    let (sandbox, clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let first = answer(desk.keyed("k-1", &order(monoova))).await;
    assert_eq!(first.0, 200);
    monoova.set_status(first.1["transaction"]["id"].as_i64().unwrap(), "open");
    clock.advance(Duration::from_secs(5));
    let again = answer(desk.keyed("k-1", &order(monoova))).await;
    assert_eq!(again, first, "as it was then");
    assert_eq!(monoova.transactions().len(), 1);
    let [key] = &monoova.keys()[..] else {
        panic!("one key")
    };
    assert_eq!(
        (key.key.as_str(), key.operation.as_str()),
        ("k-1", "create_transaction")
    );
    assert_eq!((key.replays, key.strangers, key.in_progress), (1, 0, 0));
    assert_eq!(key.status.unwrap(), 200);
}

#[tokio::test]
async fn without_a_key_a_repetition_is_another_transaction() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    desk.create(&order(monoova)).await;
    desk.create(&order(monoova)).await;
    answer(desk.keyed("", &order(monoova))).await;
    assert!(monoova.transactions().len() >= 2);
    assert!(monoova.keys().is_empty());
}

#[tokio::test]
async fn a_key_is_new_again_after_24_hours() {
    let (sandbox, clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    answer(desk.keyed("k-1", &order(monoova))).await;
    clock.advance(DAY - Duration::from_secs(1));
    let desk = Desk::website(&sandbox, User::First).await;
    answer(desk.keyed("k-1", &order(monoova))).await;
    assert_eq!(monoova.transactions().len(), 1);
    clock.advance(Duration::from_secs(1));
    answer(desk.keyed("k-1", &order(monoova))).await;
    assert_eq!(monoova.transactions().len(), 2, "done a second time");
    assert_eq!(monoova.taken_as_new("k-1"), 2);
    assert_eq!(monoova.replays(), 1);
}

#[tokio::test]
async fn another_request_under_a_key_gets_the_first_answer_and_is_counted() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let first = answer(desk.keyed("k-1", &order(monoova))).await;
    let mut other = order(monoova);
    other["transaction"]["counter_currency_amount"] = "1.00".into();
    assert_eq!(answer(desk.keyed("k-1", &other)).await, first);
    let id = first.1["transaction"]["id"].as_i64().unwrap();
    let confirm = desk.request(Method::PUT, &format!("/transactions/{id}/confirm"));
    let confirmed = answer(confirm.header("idempotency-key", "k-1")).await;
    assert_eq!(confirmed, first, "another operation, too");
    assert_eq!(monoova.transaction(id).unwrap().status, "created");
    assert_eq!((monoova.replays(), monoova.strangers()), (2, 2));
}

#[tokio::test]
async fn keys_belong_to_a_user() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let mut order = order(monoova);
    answer(desk.keyed("k-1", &order)).await;
    let payee = monoova.beneficiary(User::Second, "USD").unwrap();
    order["transaction"]["payments"][0]["beneficiary_id"] = payee.into();
    let other = Desk::website(&sandbox, User::Second).await;
    let (status, _) = answer(other.keyed("k-1", &order)).await;
    assert_eq!(status, 200);
    let users: Vec<_> = monoova.transactions().iter().map(|t| t.user).collect();
    assert_eq!(users, [User::First, User::Second]);
    // A new token of the same user is the same user.
    let desk = Desk::website(&sandbox, User::First).await;
    answer(desk.keyed("k-1", &order)).await;
    assert_eq!(monoova.transactions().len(), 2);
}

#[tokio::test]
async fn a_refusal_is_kept_as_well() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let mut wrong = order(monoova);
    wrong["transaction"]["value_date"] = "2020-01-01".into();
    let refused = answer(desk.keyed("k-1", &wrong)).await;
    assert_eq!(refused.0, 422);
    assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await, refused);
    let broken = json!({ "transaction": {} });
    let refused = answer(desk.keyed("k-2", &broken)).await;
    assert_eq!(refused.0, 400);
    assert_eq!(answer(desk.keyed("k-2", &order(monoova))).await, refused);
    assert!(monoova.transactions().is_empty());
}

#[tokio::test]
async fn a_500_of_the_application_comes_again_whether_or_not_it_had_an_effect() {
    for applied in [false, true] {
        let (sandbox, _clock, desk) = desk().await;
        let monoova = sandbox.monoova();
        monoova.fail_next_write_with_500(applied);
        let failed = answer(desk.keyed("k-1", &order(monoova))).await;
        assert_eq!(failed.0, 500);
        assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await, failed);
        assert_eq!(monoova.transactions().len(), usize::from(applied));
        assert_eq!(monoova.keys()[0].status.unwrap(), 500);
        let (status, _) = answer(desk.keyed("k-2", &order(monoova))).await;
        assert_eq!(status, 200, "a new key is a new request");
    }
}

#[tokio::test]
async fn what_a_gateway_answers_is_not_kept() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    monoova.misbehave(Fault::status(500)).unwrap();
    assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await.0, 500);
    assert!(monoova.keys().is_empty(), "it never came through");
    monoova
        .misbehave(Fault::status(502).after_effect())
        .unwrap();
    assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await.0, 502);
    assert_eq!(
        answer(desk.keyed("k-1", &order(monoova))).await.0,
        200,
        "the true answer"
    );
    assert_eq!(monoova.transactions().len(), 1);
}

#[tokio::test]
async fn a_401_is_not_kept() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    monoova.misbehave(Fault::expired_token()).unwrap();
    assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await.0, 401);
    let desk = Desk::website(&sandbox, User::First).await;
    assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await.0, 200);
}

#[tokio::test]
async fn every_write_takes_a_key_and_no_read_does() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let id = desk.create(&order(monoova)).await;
    let payments =
        json!({ "transaction": { "payments": order(monoova)["transaction"]["payments"] } });
    let beneficiary = json!({ "beneficiary": {
        "country_code": "USA", "currency_code": "USD", "company_name": "Prairie Tools",
    }});
    let customer = json!({ "sub_customer": {
        "account_type_name": "company", "company_name": "Banksia", "country_code": "AUS",
        "address": { "address_line_1": "4 Example Street" },
    }});
    let path = format!("/transactions/{id}");
    let writes = [
        (Method::POST, "/beneficiaries".to_owned(), Some(beneficiary)),
        (Method::POST, "/sub_customers".to_owned(), Some(customer)),
        (Method::PATCH, path.clone(), Some(payments)),
        (Method::PUT, format!("{path}/confirm"), None),
        (Method::PUT, format!("{path}/confirm_payments"), None),
    ];
    for (index, (method, path, body)) in writes.into_iter().enumerate() {
        let send = || {
            let request = desk.request(method.clone(), &path);
            let request = request.header("idempotency-key", format!("k-{index}"));
            body.as_ref()
                .map_or(request.try_clone().unwrap(), |body| request.json(body))
        };
        let first = answer(send()).await;
        assert_eq!(first.0, 200, "{path}: {}", first.1);
        assert_eq!(answer(send()).await, first, "{path}");
    }
    assert_eq!((monoova.replays(), monoova.strangers()), (5, 0));
    assert_eq!(monoova.beneficiary_ids(User::First).len(), 11);
    assert_eq!(monoova.sub_customer_ids(User::First).len(), 1);
    assert_eq!(monoova.transaction(id).unwrap().confirmations, 1);
    let read = desk
        .request(Method::GET, &path)
        .header("idempotency-key", "k-1");
    assert_eq!(answer(read).await.1["transaction"]["status"], "open");
    assert_eq!(monoova.replays(), 5);
}

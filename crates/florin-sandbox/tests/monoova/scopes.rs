//! Who may see and do what.

use florin_sandbox::monoova::{Options, User};
use reqwest::Method;
use serde_json::json;

use crate::desk::{Desk, answer, desk, fields, order, sandbox};

/// The operations that are about a user whom no object names.
const ABOUT_A_USER: [(&str, &str); 7] = [
    (
        "GET",
        "/rates?base_currency_code=AUD&counter_currency_code=USD",
    ),
    ("GET", "/beneficiaries?page=1"),
    ("POST", "/beneficiaries?page"),
    ("GET", "/sub_customers?page=1"),
    ("POST", "/sub_customers?page"),
    ("GET", "/transactions?page=1"),
    ("POST", "/transactions?page"),
];

#[tokio::test]
async fn the_back_office_has_to_say_whom_it_is_about() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let office = Desk::office(&sandbox).await;
    let beneficiary = json!({ "beneficiary": {
        "country_code": "USA", "currency_code": "USD", "company_name": "Prairie Tools",
    }});
    let customer = json!({ "sub_customer": {
        "account_type_name": "company", "company_name": "Banksia", "country_code": "AUS",
        "address": { "address_line_1": "4 Example Street" },
    }});
    for (method, path) in ABOUT_A_USER {
        let (path, more) = path
            .split_once("?page")
            .map_or((path, ""), |(path, _)| (path, "?"));
        let body = match path {
            "/beneficiaries" => &beneficiary,
            "/sub_customers" => &customer,
            _ => &order(sandbox.monoova()),
        };
        let send = |path: &str| {
            let request = office.request(method.parse::<Method>().unwrap(), path);
            if method == "POST" {
                request.json(body)
            } else {
                request
            }
        };
        let (status, refused) = answer(send(path)).await;
        assert_eq!(status, 400, "{method} {path}");
        assert_eq!(fields(&refused), ["user_id"]);
        let between = if more.is_empty() { "&" } else { "?" };
        let about = format!("{path}{between}user_id={}", User::First.id());
        assert_eq!(answer(send(&about)).await.0, 200, "{method} {about}");
        let nobody = format!("{path}{between}user_id=7");
        assert_eq!(answer(send(&nobody)).await.0, 404, "{method} {nobody}");
    }
    assert_eq!(office.get("/currencies").await.0, 200, "is about nobody");
}

#[tokio::test]
async fn the_back_office_sees_an_object_without_saying_whose_it_is() {
    let (sandbox, _clock, desk) = desk().await;
    let id = desk.create(&order(sandbox.monoova())).await;
    let office = Desk::office(&sandbox).await;
    assert_eq!(office.get(&format!("/transactions/{id}")).await.0, 200);
    let (status, body) = office.put(&format!("/transactions/{id}/confirm")).await;
    assert_eq!(
        (status, &body["transaction"]["status"]),
        (200, &json!("pending_payment"))
    );
    let made = &sandbox.monoova().transactions()[0];
    assert_eq!(made.user, User::First);
}

#[tokio::test]
async fn a_user_sees_nothing_of_another_ones() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let id = desk.create(&order(monoova)).await;
    let other = Desk::website(&sandbox, User::Second).await;
    for path in [
        format!("/transactions/{id}"),
        format!("/beneficiaries/{}", monoova.beneficiary_ids(User::First)[0]),
    ] {
        assert_eq!(other.get(&path).await.0, 404, "{path}");
        assert_eq!(desk.get(&path).await.0, 200, "{path}");
    }
    assert_eq!(
        other.put(&format!("/transactions/{id}/confirm")).await.0,
        404
    );
    let payments = json!({ "transaction": order(monoova)["transaction"]["payments"] });
    let payments = json!({ "transaction": { "payments": payments["transaction"] } });
    assert_eq!(
        other
            .patch(&format!("/transactions/{id}"), &payments)
            .await
            .0,
        404
    );
    let (_, list) = other.get("/transactions").await;
    assert_eq!(list["transactions"], json!([]));
    let (status, body) = other.post("/transactions", &order(monoova)).await;
    assert_eq!(status, 422, "pays another user's beneficiary");
    assert_eq!(fields(&body), ["transaction.payments[0].beneficiary_id"]);
}

#[tokio::test]
async fn a_user_may_name_only_itself() {
    let (_sandbox, _clock, desk) = desk().await;
    let path = |user: User| format!("/transactions?user_id={}", user.id());
    assert_eq!(desk.get(&path(User::First)).await.0, 200);
    let (status, body) = desk.get(&path(User::Second)).await;
    assert_eq!(status, 403);
    assert_eq!(fields(&body), ["user_id"]);
}

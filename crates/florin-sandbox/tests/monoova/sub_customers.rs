//! Sub customers, added by themselves or with a payment.

use florin_sandbox::monoova::User;
use serde_json::{Value, json};

use crate::desk::{desk, fields, order};

fn company() -> Value {
    json!({
        "account_type_name": "company", "company_name": "Banksia Imports", "registration_number": "0011",
        "country_code": "AUS", "address": { "address_line_1": "4 Example Street", "postcode": "3000" },
    })
}

#[tokio::test]
async fn a_company_is_added_and_answered_with_the_documented_fields() {
    let (sandbox, _clock, desk) = desk().await;
    let (status, body) = desk
        .post("/sub_customers", &json!({ "sub_customer": company() }))
        .await;
    assert_eq!(status, 200);
    let added = &body["sub_customer"];
    assert_eq!(added["status"], "active");
    assert_eq!(
        added["account_type"],
        json!({ "id": 10000, "name": "company" })
    );
    assert_eq!(added["gender"], Value::Null);
    assert_eq!(added["address"]["postcode"], "3000");
    assert_eq!(added["address"]["city"], Value::Null);
    assert_eq!(added["created_date"], "2026-11-02T19:00:00+11:00");
    let id = added["id"].as_i64().unwrap();
    assert_eq!(desk.get(&format!("/sub_customers/{id}")).await.1, body);
    let (_, list) = desk.get("/sub_customers").await;
    assert_eq!(list["sub_customers"], json!([added]));
    assert_eq!(sandbox.monoova().sub_customer_ids(User::First), [id]);
    assert_eq!(desk.get("/sub_customers/1").await.0, 404);
}

#[tokio::test]
async fn what_a_person_and_a_company_need_differs() {
    let (sandbox, _clock, desk) = desk().await;
    let refused = async |sent: Value| {
        let sent = json!({ "sub_customer": sent });
        let (status, body) = desk.post("/sub_customers", &sent).await;
        assert_eq!(status, 422, "{body}");
        fields(&body)
    };
    assert_eq!(
        refused(json!({ "account_type_name": "individual", "company_name": "Banksia" })).await,
        [
            "sub_customer.address.address_line_1",
            "sub_customer.country_id",
            "sub_customer.name.first_name",
            "sub_customer.name.last_name",
        ]
    );
    let mut nameless = company();
    nameless["company_name"] = "".into();
    assert_eq!(refused(nameless).await, ["sub_customer.company_name"]);
    let mut strange = company();
    strange["account_type_name"] = "club".into();
    assert_eq!(refused(strange).await, ["sub_customer.account_type_name"]);
    assert!(sandbox.monoova().sub_customer_ids(User::First).is_empty());
}

#[tokio::test]
async fn a_payment_names_some_and_brings_others_along() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let (_, body) = desk
        .post("/sub_customers", &json!({ "sub_customer": company() }))
        .await;
    let known = body["sub_customer"]["id"].as_i64().unwrap();
    let mut order = order(monoova);
    order["transaction"]["payments"][0]["sub_customer_ids"] = json!([known]);
    order["transaction"]["payments"][0]["sub_customers"] = json!([company()]);
    let id = desk.create(&order).await;
    let all = monoova.sub_customer_ids(User::First);
    assert_eq!(all.len(), 2);
    let payment = &monoova.transaction(id).unwrap().payments[0];
    assert_eq!(payment.sub_customer_ids, all);
}

#[tokio::test]
async fn a_refused_quote_leaves_no_sub_customer_behind() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let mut order = order(monoova);
    let payment = &mut order["transaction"]["payments"][0];
    payment["sub_customer_ids"] = json!([7]);
    payment["sub_customers"] = json!([company(), { "account_type_name": "company" }]);
    let (status, body) = desk.post("/transactions", &order).await;
    assert_eq!(status, 422);
    let fields = fields(&body);
    assert!(fields.contains(&"transaction.payments[0].sub_customer_ids[0]".to_owned()));
    let name = "transaction.payments[0].sub_customers[1].company_name";
    assert!(fields.contains(&name.to_owned()), "{fields:?}");
    assert!(monoova.sub_customer_ids(User::First).is_empty());
    assert!(monoova.transactions().is_empty());
}

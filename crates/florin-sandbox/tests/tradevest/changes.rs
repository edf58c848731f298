//! Change logs, labels, taxes, strategies and the wizard.

use florin_sandbox::tradevest::{Kind, Options};
use reqwest::Method;
use serde_json::json;

use crate::partner::{Partner, person};

#[tokio::test]
async fn a_change_log_grows_at_its_end_and_its_cursor_goes_on() {
    let partner = Partner::open(Options::default()).await;
    let id = partner
        .create("/entities/natural-persons", &person("p-1"))
        .await;
    let query = format!("/entities-changelog?itemId={id}&limit=1");
    let first = partner.read(&query).await;
    assert_eq!(first["data"].as_array().unwrap().len(), 1);
    assert_eq!(first["pagination"]["cursor"], "");
    partner.wait();
    let first_again = partner.read(&query).await;
    assert_eq!(first_again["data"], first["data"]);
    let cursor = first_again["pagination"]["cursor"].as_str().unwrap();
    let second = partner.read(&format!("{query}&cursor={cursor}")).await;
    let change = &second["data"][0]["changes"][0];
    assert_eq!(change["path"], "/naturalPersonStatus");
    assert_eq!(
        (change["oldValue"].as_str(), change["value"].as_str()),
        (Some("RECEIVED"), Some("CREATED"))
    );
    let backwards = partner.read(&format!("{query}&orderDirection=DESC")).await;
    assert_eq!(backwards["data"], second["data"]);
    let same = partner
        .read(&format!("/customers-changelog?itemId={id}&limit=20"))
        .await;
    assert_eq!(
        same["data"].as_array().unwrap().len(),
        2,
        "the older log has people, too"
    );
}

#[tokio::test]
async fn orders_stand_in_their_own_log() {
    let partner = Partner::open(Options::default()).await;
    let [_, cash, wallet] = partner.trader();
    partner
        .create(
            "/digital/orders/market",
            &partner.order(&wallet, &cash, "o-1"),
        )
        .await;
    let log = partner.read("/digital-changelog?limit=20").await;
    assert_eq!(log["data"][0]["itemType"], "Order");
    let later = "/digital-changelog?limit=20&startDate=2030-01-01T00:00:00Z";
    assert_eq!(partner.read(later).await["data"], json!([]));
}

#[tokio::test]
async fn labels_are_counted_renamed_and_removed() {
    let partner = Partner::open(Options::default()).await;
    let customers = json!([
        partner.tradevest.plant_customer(),
        partner.tradevest.plant_customer()
    ]);
    assert_eq!(
        partner
            .patch("/roles/customer-labels/vip/customers", &customers)
            .await
            .0,
        202
    );
    assert_eq!(partner.read("/roles/customer-labels").await, json!([]));
    partner.wait();
    let counted = json!([{ "label": "vip", "customersCount": 2 }]);
    assert_eq!(partner.read("/customer-labels").await, counted);
    let found = partner.read("/roles/customers?labels=vip&limit=20").await;
    assert_eq!(found["data"].as_array().unwrap().len(), 2);
    assert_eq!(
        partner
            .patch("/customer-labels/vip", &json!({ "name": "gold" }))
            .await
            .0,
        202
    );
    partner.wait();
    assert_eq!(
        partner.read("/roles/customer-labels").await[0]["label"],
        "gold"
    );
    assert_eq!(partner.delete("/roles/customer-labels/gold").await.0, 202);
    partner.wait();
    assert_eq!(partner.read("/roles/customer-labels").await, json!([]));
}

#[tokio::test]
async fn a_label_goes_to_all_customers_or_to_none() {
    let partner = Partner::open(Options::default()).await;
    let known = partner.tradevest.plant_customer();
    let nobody = "5f2c1f6e-0000-4000-8000-000000000000";
    let path = "/customer-labels/vip/customers";
    assert_eq!(partner.patch(path, &json!([known, nobody])).await.0, 202);
    partner.wait();
    assert_eq!(partner.read("/customer-labels").await, json!([]));
    let told = partner
        .tradevest
        .webhooks()
        .notifications_of("LABELS_UPDATE_NOTIFICATION");
    let error = &told[0].body["validationError"];
    assert_eq!(error["errorType"], "CUSTOMERS_NOT_FOUND_ERROR");
    assert!(error["description"].as_str().unwrap().contains(nobody));
}

#[tokio::test]
async fn exemptions_strategies_and_wizards_are_kept() {
    let partner = Partner::open(Options::default()).await;
    let person = partner.tradevest.plant_person();
    let mut order = json!({
        "entityId": person,
        "entityType": "NATURAL_PERSON",
        "fsaType": "INDIVIDUAL",
        "fsaAmount": 500.5,
        "fsaValidUntil": "2027-06-30",
    });
    let path = "/taxes/tax-exemption-orders";
    assert_eq!(partner.post(path, &order).await.0, 400);
    order["fsaValidUntil"] = "2027-12-31".into();
    let id = partner.create(path, &order).await;
    partner.wait();
    let one = format!("{path}/{id}");
    assert_eq!(
        partner
            .send(Method::PATCH, &one, &json!({ "fsaAmount": 800 }))
            .await
            .0,
        202
    );
    partner.wait();
    let found = partner
        .read(&format!("{path}?entityId={person}&limit=20"))
        .await;
    assert_eq!(found["data"][0]["fsaAmount"], 800);

    let strategy = json!({ "name": "World", "code": "WRLD", "type": "TOKENIZED" });
    let id = partner.create("/strategies", &strategy).await;
    partner.wait();
    assert_eq!(
        partner.read("/strategies?limit=20").await["data"][0]["strategyId"],
        id
    );
    let data = json!({ "subscribers": [{ "depositAccount": { "customerProductId": "p-1" } }] });
    let planted = partner.tradevest.plant(Kind::Strategy, "ACTIVE", &data);
    let wanted = "5f2c1f6e-0000-4000-8000-000000000000";
    assert_eq!(
        partner
            .get(&format!("/products/{wanted}/strategies"))
            .await
            .0,
        404
    );
    assert!(partner.tradevest.object(&planted).is_some());

    let (status, wizard) =
        crate::partner::answer(partner.request(Method::POST, "/natural-persons-wizard")).await;
    assert_eq!(status, 200);
    let list = partner.read("/natural-persons-wizard?limit=20").await;
    assert_eq!(list["openWizardCount"], 1);
    assert_eq!(
        list["data"][0]["wizardInstanceId"],
        wizard["wizardInstanceId"]
    );
}

//! What every request is held to: the spec, the requestor, and the words of a refusal.

use florin_sandbox::tradevest::{Options, RequestorCheck};
use reqwest::Method;
use serde_json::json;

use crate::partner::{Partner, answer, person};

#[tokio::test]
async fn a_requestor_has_to_be_named_where_the_spec_says_so() {
    let partner = Partner::open(Options::default()).await;
    let customer = partner.tradevest.plant_customer();
    let url = format!(
        "{}/customers/{customer}/products",
        partner.tradevest.api_url()
    );
    let body = json!({ "productCode": "WALLET" });
    let request = partner
        .http
        .post(url)
        .bearer_auth(&partner.token)
        .json(&body);
    let (status, refused) = answer(request).await;
    assert_eq!(status, 400);
    assert_eq!(refused["errorDetails"][0]["field"], "Requestor-ID");
    let url = format!("{}/natural-persons", partner.tradevest.api_url());
    let request = partner.http.post(url).bearer_auth(&partner.token);
    assert_eq!(
        answer(request.json(&person("p-1"))).await.0,
        200,
        "the first one needs none"
    );
}

#[tokio::test]
async fn a_requestor_who_is_not_active_is_refused_or_fails_afterwards() {
    for (requestor, status) in [
        (RequestorCheck::None, 200),
        (RequestorCheck::Refused, 403),
        (RequestorCheck::Invalid, 200),
    ] {
        let partner = Partner::open(Options {
            requestor,
            ..Options::default()
        })
        .await;
        let [_, cash, wallet] = partner.trader();
        partner.tradevest.deposit(&cash, "1000");
        let person = partner.tradevest.plant_person();
        partner.tradevest.set_status(&person, "SUSPENDED").unwrap();
        let url = format!("{}/digital/orders/market", partner.tradevest.api_url());
        let request = partner.http.post(url).bearer_auth(&partner.token);
        let request = request.header("requestor-id", &person);
        let (given, body) = answer(request.json(&partner.order(&wallet, &cash, "o-1"))).await;
        assert_eq!(given, status, "{body}");
        partner.wait();
        let ends = partner
            .tradevest
            .orders()
            .first()
            .map(|order| order.status.clone());
        let expected = match requestor {
            RequestorCheck::None => Some("SETTLED"),
            RequestorCheck::Refused => None,
            RequestorCheck::Invalid => Some("INVALID"),
        };
        assert_eq!(ends.as_deref(), expected);
        // The one who is there from the start may.
        let own = partner
            .post(
                "/digital/orders/market",
                &partner.order(&wallet, &cash, "o-2"),
            )
            .await;
        assert_eq!(own.0, 200);
        partner.wait();
        assert_eq!(partner.tradevest.orders().last().unwrap().status, "SETTLED");
    }
}

#[tokio::test]
async fn a_refusal_says_what_is_wrong_in_the_documented_form() {
    let partner = Partner::open(Options::default()).await;
    let mut wrong = person("p-1");
    wrong["firstName"] = " Erika".into();
    wrong["birthDay"] = "1984-13-12".into();
    let (status, refused) = partner.post("/natural-persons", &wrong).await;
    assert_eq!(status, 400);
    assert!(refused["message"].is_string() && refused["requestId"].is_string());
    assert_eq!(refused["responseType"], "BAD_REQUEST");
    let fields: Vec<_> = refused["errorDetails"]
        .as_array()
        .unwrap()
        .iter()
        .map(|detail| detail["field"].as_str().unwrap())
        .collect();
    assert!(
        fields.contains(&"firstName") && fields.contains(&"birthDay"),
        "{fields:?}"
    );
    assert_eq!(partner.get("/nowhere").await.0, 404);
    assert_eq!(partner.delete("/natural-persons").await.0, 405);
}

#[tokio::test]
async fn values_of_a_list_that_is_not_known_to_be_complete_are_taken() {
    let partner = Partner::open(Options::default()).await;
    let mut open = person("p-1");
    open["gender"] = "DIVERSE".into();
    open["maritalStatus"] = "SINGLE".into();
    assert_eq!(partner.post("/natural-persons", &open).await.0, 200);
    let [_, cash, wallet] = partner.trader();
    let mut complete = partner.order(&wallet, &cash, "o-1");
    complete["tradeSide"] = "Buy".into();
    assert_eq!(
        partner.post("/digital/orders/market", &complete).await.0,
        400
    );
}

#[tokio::test]
async fn an_operation_can_be_played_elsewhere() {
    let options = Options {
        routes: vec![(
            "update_proxy".to_owned(),
            "PATCH /roles/proxies/{proxyId}".to_owned(),
        )],
        ..Options::default()
    };
    let partner = Partner::open(options).await;
    let path = "/roles/proxies/5f2c1f6e-0000-4000-8000-000000000000";
    assert_eq!(partner.patch(path, &json!({})).await.0, 404);
    assert_eq!(partner.tradevest.received_by("update_proxy").len(), 1);
    assert_eq!(partner.send(Method::PUT, path, &json!({})).await.0, 405);
}

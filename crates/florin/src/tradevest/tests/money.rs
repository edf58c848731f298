//! Money, against a scripted network.

use serde_json::Value;

use super::*;
use crate::tradevest::{Goal, Outcome, types};

#[tokio::test(start_paused = true)]
async fn a_pay_out_goes_out_once_under_its_external_id_and_is_followed_to_its_end() {
    let network = in_turn(&[
        (200, r#"{"transferId": "t1"}"#),
        (
            200,
            r#"{"transfer": {"transferId": "t1", "transferStatus": "PENDING"}}"#,
        ),
        (
            200,
            r#"{"transfer": {"transferId": "t1", "transferStatus": "REJECTED", "rejectReason": "Ana has no money"}}"#,
        ),
    ]);
    let create = client(&network).pay_out("c1", "125.50".parse().unwrap(), "March");
    let external_id = create.external_id().unwrap().to_string();
    let transfer = create.await.unwrap();
    let outcome = transfer.poller(Goal::Processed).await.unwrap();
    assert!(!format!("{outcome:?}").contains("Ana"), "{outcome:?}");
    let Outcome::Rejected { reason, .. } = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(reason.unwrap().description(), Some("Ana has no money"));
    let body: Value = serde_json::from_str(&calls(&network)[0].body).unwrap();
    let wanted = json!({
        "customerProductId": "c1", "amount": 125.5, "reference": "March", "externalId": external_id
    });
    assert_eq!(body, wanted);
}

#[tokio::test(start_paused = true)]
async fn amounts_and_references_that_cant_be_are_refused_before_anything_is_sent() {
    let network = in_turn(&[(200, r#"{"transferId": "t1"}"#)]);
    let client = client(&network);
    for (amount, reference) in [
        ("0", "March"),
        ("-1", "March"),
        ("1.005", "March"),
        ("1", &*"x".repeat(141)),
        ("1", ""),
        ("1", " "),
    ] {
        let error = client
            .pay_out("c1", amount.parse().unwrap(), reference)
            .await
            .unwrap_err();
        assert!(error.is_invalid_request(), "{amount}: {error}");
    }
    assert!(network.sent().is_empty());
    let exact = client.pay_out("c1", "1.500".parse().unwrap(), "March");
    exact.await.unwrap();
}

fn incoming() -> types::TestIncomingTransferData {
    serde_json::from_value(json!({"customerProductId": "c1", "amount": 1000, "reference": "first"}))
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn money_is_made_up_in_test_and_never_in_production() {
    let network = with_tokens(|_| (202, String::new()));
    client(&network)
        .pretend_incoming_transfer(incoming())
        .await
        .unwrap();
    assert_eq!(calls(&network).len(), 1);
    let custom = Environment::Custom {
        api: "https://TVDA-api.platform-prod.tradevest.ai:443/".to_owned(),
        auth: Environment::Test.auth_url().to_owned(),
        prices: None,
    };
    for environment in [Environment::Production, custom] {
        let production = builder(&network).environment(environment).build().unwrap();
        let refused = production.pretend_incoming_transfer(incoming()).await;
        assert!(refused.unwrap_err().is_invalid_request());
    }
    assert_eq!(calls(&network).len(), 1);
}

//! Taking things up again, and those that are read out of lists.

use super::*;
use crate::tradevest::RequestorId;

const PERSON: &str = "0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10";

fn requestor() -> RequestorId {
    PERSON.parse().unwrap()
}

#[tokio::test]
async fn a_handle_takes_a_thing_to_another_process() {
    let network = orders(&["FILLED"]);
    let handle = created_order(&network).handle();
    let stored = serde_json::to_string(&handle).unwrap();
    assert_eq!(
        stored,
        r#"{"kind":"digital-order","id":"o1","external_id":"e1"}"#
    );
    let read: Handle = serde_json::from_str(&stored).unwrap();
    let order = client(&network).resume::<Order>(read).unwrap();
    assert_eq!((order.id(), order.handle()), ("o1", handle));
    assert_eq!(order.read().await.unwrap().order_id, "o1");
}

#[tokio::test]
async fn a_handle_of_something_else_is_refused() {
    let handle = created_order(&orders(&["FILLED"])).handle();
    let wrong = client(&orders(&["FILLED"])).resume::<types::Customer>(handle);
    let wrong = wrong.unwrap_err().to_string();
    assert!(
        wrong.contains("digital-order") && wrong.contains("customer"),
        "{wrong}"
    );
}

#[tokio::test]
async fn in_whose_name_it_is_read_goes_with_the_handle() {
    let network = in_turn([(200, json!({"identificationVerificationId": "v1"}))]);
    let tradevest = client(&network).for_requestor(requestor());
    let identification = tradevest.known::<types::IdentificationVerification>("v1");
    let handle = identification.handle();
    assert_eq!(handle.requestor, Some(requestor()));
    let resumed = client(&network).resume::<types::IdentificationVerification>(handle);
    // Without a requestor it is refused before it is sent.
    assert!(resumed.unwrap().read().await.is_ok());
    let nobody = client(&network).known::<types::IdentificationVerification>("v1");
    assert!(nobody.read().await.unwrap_err().is_invalid_request());
}

#[tokio::test(start_paused = true)]
async fn a_proxy_is_found_in_the_list_and_where_it_is_not_that_is_said() {
    let page = |ids: [&str; 2], cursor: &str| {
        let data = ids.map(|id| json!({"proxyId": id, "proxyStatus": "CREATED"}));
        (
            200,
            json!({"data": data, "pagination": {"cursor": cursor, "limit": 2}}),
        )
    };
    let network = in_turn([page(["p1", "p2"], "more"), page(["p3", "p4"], "")]);
    let proxy = client(&network).known::<types::Proxy>("p3");
    let ready = proxy.poller(Goal::Ready).await.unwrap().reached().unwrap();
    assert_eq!(ready.proxy_id.as_deref(), Some("p3"));

    let network = in_turn([page(["p1", "p2"], "")]);
    let proxy = client(&network).known::<types::Proxy>("p3");
    let error = proxy.read().await.unwrap_err();
    assert!(error.to_string().contains("isn't in it"), "{error}");
    let error = proxy.poller(Goal::Ready).await.unwrap_err();
    assert!(error.is_decode(), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_tax_exemption_order_is_found_by_its_filter_and_accepted_in_any_word() {
    let orders = |status: &str| {
        let order = json!({"taxExemptionOrderId": "x1", "status": status});
        (200, json!({"data": [order], "pagination": {"cursor": ""}}))
    };
    let network = in_turn([orders("RECEIVED"), orders("SOLAR_ECLIPSE")]);
    let order = client(&network).known::<types::TaxExemptionOrder>("x1");
    let outcome = order.poller(Goal::Accepted).await.unwrap();
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");
    let sent = calls(&network);
    assert!(
        sent[0].url.contains("taxExemptionOrderId=x1"),
        "{}",
        sent[0].url
    );
}

#[tokio::test(start_paused = true)]
async fn an_offboarding_of_a_role_is_read_out_of_the_role_s_and_the_handle_knows_whose() {
    let list = json!([
        {"offboardingId": "f1", "status": "REJECTED"},
        {"offboardingId": "f2", "status": "APPROVED"}
    ]);
    let network = in_turn([(200, list)]);
    let role = types::RoleTypeEnum::from("CUSTOMER");
    let offboarding = client(&network).role_offboarding("f2", &role, "c1");
    let stored = serde_json::to_string(&offboarding.handle()).unwrap();
    let handle: Handle = serde_json::from_str(&stored).unwrap();
    let offboarding = client(&network)
        .resume::<types::RoleOffboarding>(handle)
        .unwrap();
    let outcome = offboarding.poller(Goal::Approved).await.unwrap();
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");
    let url = &calls(&network)[0].url;
    assert!(
        url.contains("offboardingRoleType=CUSTOMER") && url.contains("roleId=c1"),
        "{url}"
    );

    let bare = client(&network).known::<types::RoleOffboarding>("f2");
    let error = bare.read().await.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
}

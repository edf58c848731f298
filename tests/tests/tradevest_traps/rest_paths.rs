//! Paths and methods that are documented in two ways, and how they are corrected.

use florin::core::{Certainty, Retry};
use florin::tradevest::{Goal, Outcome, operations, types};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::{FileBody, Modification, Options};
use serde_json::json;

use super::desk::{Desk, acting, data, read};
use super::specs;

#[tokio::test]
async fn rest_trap_11_an_identification_is_reported_in_the_singular() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    let request = desk.client.api().create_entity_identification();
    let request = request
        .natural_person_id(&*person)
        .body(data::identification());
    request.send().await.unwrap();
    let path = format!("/entities/natural-persons/{person}/identification");
    assert_eq!(desk.last("create_entity_identification").path, path);
    assert!(
        specs::operations()
            .values()
            .all(|written| !written.path.ends_with("/identifications"))
    );
}

#[tokio::test]
async fn rest_trap_12_a_company_is_patched_and_a_proxy_put_until_somebody_knows_better() {
    let company = specs::operation("update_entity_legal_entity");
    let proxy = specs::operation("update_proxy");
    assert_eq!(
        (company.method.as_str(), proxy.method.as_str()),
        ("PATCH", "PUT")
    );
    assert!(specs::note(&company).contains("PUT") && specs::note(&proxy).contains("PATCH"));
    let route = "PATCH /roles/proxies/{proxyId}";
    let routes = vec![("update_proxy".to_owned(), route.to_owned())];
    let desk = Desk::open_with(Options {
        routes,
        ..Options::default()
    })
    .await;
    let corrected = acting(&desk.sandbox)
        .path("update_proxy", route)
        .build()
        .unwrap();
    let update: types::ProxyUpdate = read(&json!({"validityType": "UNLIMITED"}));
    let request = corrected
        .api()
        .update_proxy()
        .proxy_id(super::desk::PERSON)
        .body(update);
    let error = request.send().await.unwrap_err();
    assert!(
        error.is_not_found(),
        "there is no such proxy, and there is such a route: {error:#}"
    );
    assert_eq!(desk.last("update_proxy").method, "PATCH");
}

#[test]
fn rest_trap_13_owners_of_the_older_generation_stay_where_they_are_documented_with_a_doubt() {
    for id in [
        "get_customer_beneficial_owners",
        "create_customer_beneficial_owner",
    ] {
        let written = specs::operation(id);
        assert_eq!(
            written.path,
            "/customers/natural-persons/{customerId}/beneficial-owners"
        );
        assert!(
            specs::note(&written).contains("slip"),
            "{}",
            specs::note(&written)
        );
    }
}

#[tokio::test]
async fn rest_trap_14_the_file_of_a_partner_document_is_posted_for_and_said_to_be_unsure() {
    let operation = &operations::GET_PARTNER_DOCUMENT_FILE;
    assert_eq!(operation.method(), "POST");
    assert_eq!(operation.certainty().unwrap().path, Certainty::Inferred);
    let route = "GET /partner-documents/{documentId}/file";
    let routes = vec![("get_partner_document_file".to_owned(), route.to_owned())];
    let desk = Desk::open_with(Options {
        routes,
        ..Options::default()
    })
    .await;
    let corrected = acting(&desk.sandbox)
        .path("get_partner_document_file", route)
        .build()
        .unwrap();
    let documents = corrected.partner_documents().all().await.unwrap();
    let request = corrected.api().get_partner_document_file();
    let file = request
        .document_id(&*documents[0].document_id)
        .send()
        .await
        .unwrap();
    assert!(!file.into_inner().is_empty());
    assert_eq!(desk.last("get_partner_document_file").method, "GET");
}

#[tokio::test]
async fn rest_trap_15_files_and_receipts_are_bytes_whatever_their_form() {
    for files in [FileBody::Binary, FileBody::Base64] {
        let desk = Desk::open_with(Options {
            files,
            ..Options::default()
        })
        .await;
        let person = desk.tradevest().plant_person();
        let upload = desk
            .client
            .upload_document(data::certificate_of(&person), data::PDF);
        let document = upload.await.unwrap();
        let request = desk
            .client
            .api()
            .get_document_file_v2()
            .document_id(document.id());
        let file = request.send().await.unwrap().into_inner();
        assert_eq!(file[..] == *data::PDF, files == FileBody::Binary);
        let trader = desk.trader();
        let order = desk
            .client
            .create_digital_order(trader.order("10", ""))
            .await
            .unwrap();
        desk.steps(3);
        let receipt = order.receipt().await.unwrap();
        assert!(
            receipt.starts_with(b"%PDF") || receipt.starts_with(b"JVBER"),
            "{receipt:?}"
        );
    }
}

async fn cancellation(modification: Modification) -> Option<String> {
    let desk = Desk::open_with(Options {
        modification,
        ..Options::default()
    })
    .await;
    let kind = florin_sandbox::tradevest::Kind::TradingOrder;
    let id = desk
        .tradevest()
        .plant(kind, "PENDING", &json!({"quantity": 1}));
    let request = desk.client.api().cancel_trading_order().order_id(&*id);
    let answer = request.send().await.unwrap();
    desk.steps(1);
    assert_eq!(desk.tradevest().status(&id).unwrap(), "CANCELED");
    answer.into_inner().modification_id
}

#[tokio::test]
async fn rest_trap_16_a_cancellation_is_answered_with_nothing_or_with_an_identifier() {
    assert_eq!(cancellation(Modification::Accepted).await, None);
    assert!(cancellation(Modification::Identified).await.is_some());
}

#[tokio::test]
async fn events_trap_34_a_change_of_an_order_is_answered_in_either_way_too() {
    for modification in [Modification::Accepted, Modification::Identified] {
        let desk = Desk::open_with(Options {
            modification,
            ..Options::default()
        })
        .await;
        let kind = florin_sandbox::tradevest::Kind::TradingOrder;
        let id = desk
            .tradevest()
            .plant(kind, "PENDING", &json!({"quantity": 1}));
        let order = desk
            .client
            .known::<florin::tradevest::SecuritiesOrder>(&*id);
        order.change(read(&json!({"quantity": 2}))).await.unwrap();
        desk.steps(1);
        assert_eq!(desk.tradevest().object(&id).unwrap().shown["quantity"], 2);
    }
}

#[tokio::test]
async fn rest_trap_21_products_are_closed_before_a_customer_leaves() {
    let sent = serde_json::to_value(types::CustomerProductStatusUpdate::Closed).unwrap();
    assert_eq!(sent, "CLOSED");
    let desk = Desk::open().await;
    let trader = desk.trader();
    desk.tradevest().deposit(&trader.cash, "-1000");
    let leave = async || {
        let body: types::RoleOffboardingData = read(&json!({
            "roleType": "CUSTOMER", "roleId": trader.customer, "reason": "CUSTOMER_REQUEST_IMMEDIATE",
        }));
        let started = desk
            .client
            .api()
            .start_role_offboarding()
            .body(body)
            .send()
            .await
            .unwrap();
        let id = started.into_inner().offboarding_id;
        desk.steps(3);
        let role = types::RoleTypeEnum::Customer;
        let offboarding = desk.client.role_offboarding(id, &role, &*trader.customer);
        offboarding.poller(Goal::Approved).await.unwrap()
    };
    let outcome = leave().await;
    assert!(matches!(outcome, Outcome::Invalid { .. }), "{outcome:?}");
    for product in [&trader.cash, &trader.wallet] {
        let body: types::CustomerProductUpdate = read(&json!({"status": "CLOSED"}));
        let request = desk.client.api().update_customer_product();
        request
            .customer_product_id(&**product)
            .body(body)
            .send()
            .await
            .unwrap();
    }
    desk.steps(1);
    let outcome = leave().await;
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");
}

#[tokio::test]
async fn rest_trap_24_a_password_mail_is_sent_once_though_it_is_a_get() {
    assert_eq!(operations::RESET_USER_PASSWORD.method(), "GET");
    assert_eq!(operations::RESET_USER_PASSWORD.retry_class(), Retry::Never);
    let desk = Desk::open().await;
    desk.misbehave(Fault::status(503).after_effect().on("reset_user_password"));
    let request = desk
        .client
        .api()
        .reset_user_password()
        .user_id(super::desk::PERSON);
    let error = request.send().await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    assert_eq!(desk.count("reset_user_password"), 1);
}

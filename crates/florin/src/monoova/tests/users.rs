//! For whom a call is: refused before it is sent where nobody says.

use florin_core::Effect;

use super::super::{DealHandle, Status, Until};
use super::*;

const LIST: &str =
    r#"{"beneficiaries":[],"countries":[],"beneficiary":{"id":1},"transaction":{"id":1}}"#;

#[tokio::test(start_paused = true)]
async fn a_back_office_without_a_user_sends_nothing_that_needs_one() {
    let network = answering(200, LIST);
    let client = office(&network).build().unwrap();
    let errors = [
        client.create_transaction(&order("1.00")).await.unwrap_err(),
        client.create_beneficiary(&beneficiary()).await.unwrap_err(),
        client.api().list_beneficiaries().send().await.unwrap_err(),
        client.api().list_transactions().send().await.unwrap_err(),
    ];
    for error in errors {
        assert!(
            error.is_invalid_request() && error.effect() == Effect::NotSent,
            "{error}"
        );
        let told = error.to_string();
        assert!(
            told.contains("user_id") && told.contains("for_user"),
            "{told}"
        );
    }
    assert!(network.sent().is_empty(), "no token was asked for either");
    client.api().list_countries().send().await.unwrap();
    client.beneficiary(1).await.unwrap();
    let named = client.api().list_beneficiaries().user_id(7).send().await;
    named.unwrap();
    assert_eq!(
        parameter(&calls(&network)[2], "user_id").as_deref(),
        Some("7")
    );
}

#[tokio::test(start_paused = true)]
async fn the_user_goes_along_where_it_is_needed_and_nowhere_else() {
    let network = answering(200, LIST);
    let client = client(&network);
    client.create_beneficiary(&beneficiary()).await.unwrap();
    client.api().list_beneficiaries().send().await.unwrap();
    client
        .api()
        .list_beneficiaries()
        .user_id(7)
        .send()
        .await
        .unwrap();
    client.beneficiary(1).await.unwrap();
    let _ = client.deal(1).confirm().await.unwrap();
    let users: Vec<_> = calls(&network)
        .iter()
        .map(|sent| parameter(sent, "user_id"))
        .collect();
    let text = |user: &str| Some(user.to_owned());
    assert_eq!(users, [text("42"), text("42"), text("7"), None, None]);
}

#[tokio::test(start_paused = true)]
async fn a_client_for_another_user_shares_the_token_and_knows_the_same_keys() {
    let network = answering(200, LIST);
    let first = client(&network);
    let second = first.for_user(43).unwrap();
    assert_eq!((first.user_id(), second.user_id()), (Some(42), Some(43)));
    let key: florin_core::IdempotencyKey = "k-1".parse().unwrap();
    let write = first.create_beneficiary(&beneficiary());
    write.key(key.clone()).await.unwrap();
    second.api().list_beneficiaries().send().await.unwrap();
    assert_eq!(network.sent().len(), 3, "one token");
    assert_eq!(
        parameter(&calls(&network)[1], "user_id").as_deref(),
        Some("43")
    );
    let write = second.create_beneficiary(&beneficiary());
    let error = write.key(key).await.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    assert_eq!(network.sent().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_users_own_token_names_no_user_and_takes_none() {
    let network = answering(200, LIST);
    let user = Credentials::client_website("app", "s3cret", "jane", "p4ss");
    let website = || builder(&network).credentials(user.clone());
    let client = website().build().unwrap();
    client.create_beneficiary(&beneficiary()).await.unwrap();
    assert_eq!(parameter(&calls(&network)[0], "user_id"), None);
    for error in [
        client.for_user(42).unwrap_err(),
        website().user_id(42).build().unwrap_err(),
    ] {
        assert_eq!(error.setting(), "user_id");
        assert!(error.to_string().contains("client_website"), "{error}");
    }
    let error = office(&network).user_id(0).build().unwrap_err();
    assert_eq!(error.setting(), "user_id");
}

#[tokio::test(start_paused = true)]
async fn a_deal_is_taken_up_for_the_user_that_it_was_made_for() {
    let network = answering(200, LIST);
    let office = client(&network);
    let handle = office.for_user(43).unwrap().deal(1).handle();
    assert_eq!((handle.id, handle.user_id), (1, Some(43)));
    assert_eq!(office.resume(handle.clone()).handle(), handle);
    let user = Credentials::client_website("app", "s3cret", "jane", "p4ss");
    let website = builder(&network).credentials(user).build().unwrap();
    let own = website.resume(handle).handle();
    assert_eq!((own.id, own.user_id), (1, None));
}

#[tokio::test(start_paused = true)]
async fn a_deal_of_a_user_that_can_be_none_is_refused_and_not_done_for_another() {
    let network = answering(200, CREATED);
    let handle = DealHandle::new(7001).user(-1);
    let deal = client(&network).resume(handle.clone());
    assert_eq!(deal.handle(), handle);
    let payment = Payment::new(1, "1.00".parse().unwrap());
    for error in [
        deal.read().await.unwrap_err(),
        deal.confirm().await.unwrap_err(),
        deal.allocate().await.unwrap_err(),
        deal.update([payment]).await.unwrap_err(),
        deal.poller(Until::reached(Status::Open)).await.unwrap_err(),
    ] {
        assert!(error.is_invalid_request(), "{error}");
        assert!(error.to_string().contains("user_id"), "{error}");
    }
    assert!(network.sent().is_empty());
}

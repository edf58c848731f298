//! What is refused before anything is sent, in settings and in calls.

use florin_core::{Effect, MemoryStore, StaticToken};

use super::super::*;
use super::*;

#[tokio::test(start_paused = true)]
async fn a_call_that_the_table_forbids_is_told_so_without_a_request() {
    let network = Scripted::default();
    let broker = login(&network, Account::Broker);
    let merchant = login(&network, Account::Merchant);
    let nobody = anonymous(&network);
    let link = types::LoanAccessLinkRequest {
        loan_id: 1,
        extra: Default::default(),
    };
    let refused = [
        broker.loan(7).read().await.err(),
        broker.loan(7).poller().await.err(),
        broker
            .loans(LoansQuery::default())
            .next()
            .await
            .and_then(Result::err),
        broker.loan_for_lead(-1, Some(2)).await.err(),
        broker.partners().await.err(),
        merchant.partner(7).await.err(),
        merchant.commission_totals(7, None, None).await.err(),
        merchant.loan_access_link(&link).await.err(),
        nobody.invite(&invite()).await.err(),
        nobody.loan(7).read().await.err(),
    ];
    for error in refused {
        let error = error.unwrap();
        assert!(
            error.is_invalid_request() && error.effect() == Effect::NotSent,
            "{error}"
        );
        assert!(
            error.to_string().contains("authorization code flow"),
            "{error}"
        );
    }
    assert!(network.sent().is_empty());
    let mut loans = broker.loans(LoansQuery::default());
    assert!(loans.next().await.unwrap().is_err() && loans.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_broker_names_the_partner_before_anything_is_sent() {
    let network = Scripted::default();
    let broker = authorized(&network);
    let link = types::PartnerAccessLinkRequest::builder()
        .lead_id(1)
        .try_into()
        .unwrap();
    let without = types::DirectInviteRequest {
        partner_id: None,
        ..invite()
    };
    let refused = [
        broker.invite(&without).await.err(),
        broker
            .promo_programs(&PromoProgramsQuery::default())
            .await
            .err(),
        broker
            .subverticals(&SubverticalsQuery::default())
            .await
            .err(),
        broker.loan_for_lead(1, None).await.err(),
        broker.partner_access_link(&link).await.err(),
    ];
    for error in refused {
        assert!(error.unwrap().to_string().contains("partner_id is missing"));
    }
    assert!(network.sent().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_path_can_be_corrected_also_the_one_of_the_token_call() {
    let network = answering(200, r#"{"id":7}"#);
    let client = builder(&network)
        .credentials(Credentials::login("app", "s3cret", "jane", "p4ss"))
        .account(Account::Merchant)
        .path("get_loan", "/first/{id}")
        .path("get_loan", "/applications/{id}/details")
        .path("create_user_oauth_token", "/token")
        .build()
        .unwrap();
    client.loan(7).read().await.unwrap();
    let sent = network.sent();
    assert!(sent[0].url.ends_with("/en/api/v3/token"), "{}", sent[0].url);
    assert!(
        sent[1].url.ends_with("/applications/7/details"),
        "{}",
        sent[1].url
    );
}

#[tokio::test(start_paused = true)]
async fn settings_that_cannot_work_are_named() {
    let network = Scripted::default();
    let setting = |builder: ClientBuilder| {
        let error = builder.build().unwrap_err();
        assert!(!error.to_string().contains("s3cret"), "{error}");
        error.setting().to_owned()
    };
    let login = || Credentials::login("app", "s3cret", "jane", "p4ss");
    assert_eq!(
        setting(Client::builder().credentials(login())),
        "environment"
    );
    assert_eq!(setting(builder(&network)), "credentials");
    assert_eq!(setting(builder(&network).credentials(login())), "account");
    let both = builder(&network)
        .credentials(login())
        .authorized(StaticToken::new("t"));
    assert_eq!(setting(both), "credentials");
    let blank = Credentials::anonymous("app", " ");
    assert_eq!(
        setting(builder(&network).credentials(blank)),
        "credentials.app_secret"
    );
    let shared = builder(&network)
        .authorized(StaticToken::new("t"))
        .token_store(MemoryStore::default());
    assert_eq!(setting(shared), "token_store");
    let plain = Environment::Custom {
        api: "http://financeit.example".to_owned(),
    };
    let plain = builder(&network)
        .environment(plain)
        .credentials(Credentials::anonymous("a", "s"));
    assert_eq!(setting(plain), "environment.api");
    let anonymous = || builder(&network).credentials(Credentials::anonymous("app", "s3cret"));
    assert!(setting(anonymous().path("get_loan", "/loans")).contains("get_loan"));
    assert!(setting(anonymous().path("get_lone", "/loans/{id}")).contains("get_lone"));
    assert!(anonymous().build().is_ok());
}

#[tokio::test(start_paused = true)]
async fn debug_of_client_and_builder_shows_no_credentials() {
    let network = Scripted::default();
    let builder =
        builder(&network).credentials(Credentials::login("app", "s3cret", "jane", "p4ss"));
    let shown = format!("{builder:?} {:?}", login(&network, Account::Merchant));
    for hidden in ["s3cret", "jane", "p4ss"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
}

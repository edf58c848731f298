//! The client against a scripted network: what is sent, what isn't, and what an answer is taken for.

use chrono::{DateTime, NaiveDate, Utc};
use florin_core::{Effect, MemoryStore, Seam, StaticToken};
use florin_financeit::types::{self, RegionCode, SendVia, VerticalName};
use serde_json::json;

use super::*;
use crate::oauth::scripted::{Scripted, Sent};
use crate::oauth::{AuthorizationCodeFlow, Redirect};

fn now() -> DateTime<Utc> {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn builder(network: &Scripted) -> ClientBuilder {
    Client::builder()
        .environment(Environment::Training)
        .seam(Seam::simulated(now(), 1))
        .transport(network.transport())
}

fn login(network: &Scripted, account: Account) -> Client {
    builder(network)
        .credentials(Credentials::login("app", "s3cret", "jane", "p4ss"))
        .account(account)
        .build()
        .unwrap()
}

fn anonymous(network: &Scripted) -> Client {
    builder(network)
        .credentials(Credentials::anonymous("app", "s3cret"))
        .build()
        .unwrap()
}

fn authorized(network: &Scripted) -> Client {
    builder(network)
        .authorized(StaticToken::new("t0ken"))
        .account(Account::Broker)
        .build()
        .unwrap()
}

/// Hands out tokens t1, t2, …; a call is answered by `answer`.
fn with_tokens(answer: impl Fn(&Sent) -> (u16, String) + Send + Sync + 'static) -> Scripted {
    let issued = std::sync::atomic::AtomicU32::new(0);
    Scripted::answering(move |sent| {
        if sent.operation != "create_user_oauth_token" {
            return answer(sent);
        }
        let number = 1 + issued.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        (
            200,
            json!({"access_token": format!("t{number}"), "user_id": null}).to_string(),
        )
    })
}

fn answering(status: u16, body: &'static str) -> Scripted {
    with_tokens(move |_| (status, body.to_owned()))
}

/// Takes the token `t2` and no other.
fn taking_only_the_second_token() -> Scripted {
    with_tokens(|sent| match sent.authorization.as_deref() {
        Some("Bearer t2") => (200, r#"{"id":7}"#.to_owned()),
        _ => (401, r#"{"errors":["Unauthorized"]}"#.to_owned()),
    })
}

fn count(network: &Scripted, operation: &str) -> usize {
    let sent = network.sent();
    sent.iter()
        .filter(|sent| sent.operation == operation)
        .count()
}

fn last(network: &Scripted) -> Sent {
    network.sent().pop().unwrap()
}

fn invite() -> types::DirectInviteRequest {
    types::DirectInviteRequest::builder()
        .promo_program_id(0)
        .send_via(SendVia::Email)
        .email("jane@example.com".to_owned())
        .partner_id(632)
        .try_into()
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_token_is_used_until_a_401_and_then_once_again() {
    let network = taking_only_the_second_token();
    let client = login(&network, Account::Merchant);
    client.loan(7).read().await.unwrap();
    client.loan(7).read().await.unwrap();
    assert_eq!(count(&network, "create_user_oauth_token"), 2);
    assert_eq!(count(&network, "get_loan"), 3);
    let asked = network.sent().remove(0);
    assert_eq!(
        asked.url,
        "https://training.financeit.ca/en/api/v3/accounts/create_user_oauth_token"
    );
    assert_eq!(asked.authorization, None);
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&asked.body).unwrap(),
        json!({"app_id": "app", "app_secret": "s3cret", "login": "jane", "password": "p4ss"})
    );
}

#[tokio::test(start_paused = true)]
async fn many_calls_that_find_one_token_refused_ask_for_one_more() {
    let network = taking_only_the_second_token();
    let client = login(&network, Account::Merchant);
    let tasks: Vec<_> = (0..25)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.loan(7).read().await.is_ok() })
        })
        .collect();
    for task in tasks {
        assert!(task.await.unwrap());
    }
    assert_eq!(count(&network, "create_user_oauth_token"), 2);
}

#[tokio::test(start_paused = true)]
async fn an_invite_whose_token_is_refused_is_sent_once_more_with_another() {
    let network = taking_only_the_second_token();
    let client = login(&network, Account::Merchant);
    client.invite(&invite()).await.unwrap();
    assert_eq!(count(&network, "send_direct_invite"), 2);
    assert_eq!(last(&network).authorization.as_deref(), Some("Bearer t2"));
    let network = answering(401, r#"{"errors":["Unauthorized"]}"#);
    let error = login(&network, Account::Merchant)
        .invite(&invite())
        .await
        .unwrap_err();
    assert!(error.is_auth() && error.effect() == Effect::Answered);
    assert_eq!(count(&network, "send_direct_invite"), 2);
}

#[tokio::test(start_paused = true)]
async fn an_invite_that_may_have_arrived_is_not_sent_again() {
    let network = answering(502, "<html>");
    let error = login(&network, Account::Merchant)
        .invite(&invite())
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert_eq!(count(&network, "send_direct_invite"), 1);
}

#[tokio::test(start_paused = true)]
async fn refused_credentials_are_told_from_failures_of_the_moment_and_nothing_is_quoted() {
    for (status, body) in [
        (401, "{}"),
        (403, ""),
        (400, r#"{"errors":["no user jane"]}"#),
        (422, r#"{"errors":"no user jane"}"#),
        (200, r#"{"errors":["no user jane"]}"#),
    ] {
        let network = Scripted::answering(move |_| (status, body.to_owned()));
        let error = login(&network, Account::Merchant)
            .loan(7)
            .read()
            .await
            .unwrap_err();
        assert!(
            error.is_auth() && error.effect() == Effect::NotSent,
            "{status} {error:#}"
        );
        assert!(
            !format!("{error:#} {error:?}").contains("jane"),
            "{error:#}"
        );
        assert_eq!(network.sent().len(), 1, "{status}");
    }
    for (status, body) in [(503, ""), (429, "{}"), (0, "")] {
        let network = Scripted::answering(move |_| (status, body.to_owned()));
        let error = login(&network, Account::Merchant)
            .loan(7)
            .read()
            .await
            .unwrap_err();
        assert!(
            error.is_transient() && !error.is_auth(),
            "{status} {error:#}"
        );
    }
    for body in [
        "",
        "<html>",
        "{}",
        r#"{"access_token":""}"#,
        r#"{"access_token":7}"#,
    ] {
        let network = Scripted::answering(move |_| (200, body.to_owned()));
        let error = login(&network, Account::Merchant)
            .loan(7)
            .read()
            .await
            .unwrap_err();
        assert!(
            !error.is_auth() && !error.is_transient(),
            "{body} {error:#}"
        );
        assert!(
            format!("{error:#}").contains("access_token"),
            "{body} {error:#}"
        );
    }
}

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
async fn a_token_got_elsewhere_is_used_until_it_is_refused_and_then_asked_for_anew() {
    let network = Scripted::default();
    network.answer(200, "[]").answer(401, "{}");
    let client = authorized(&network);
    client.partners().await.unwrap();
    assert_eq!(
        last(&network).authorization.as_deref(),
        Some("Bearer t0ken")
    );
    let error = client.partners().await.unwrap_err();
    assert!(error.is_auth(), "{error:#}");
    assert!(
        format!("{error:#}").contains("give it a new one"),
        "{error:#}"
    );
    assert_eq!(network.sent().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_grant_that_can_be_renewed_is_and_one_that_cannot_sends_the_user_through_again() {
    for (refresh, renewed) in [(r#","refresh_token":"r1""#, true), ("", false)] {
        let endpoint = Scripted::default();
        let flow = AuthorizationCodeFlow::builder()
            .client("app", "s3cret")
            .authorize_url("https://a.example/authorize")
            .token_url("https://a.example/token")
            .redirect_url("https://you.example/granted")
            .seam(Seam::simulated(now(), 1))
            .transport(endpoint.transport())
            .build()
            .unwrap();
        let pending = flow.authorize_url();
        let (_, state) = pending.url().split_once("&state=").unwrap();
        let state = state.split('&').next().unwrap();
        let redirect = Redirect::parse(&format!("code=c&state={state}")).unwrap();
        endpoint.answer(200, format!(r#"{{"access_token":"u1"{refresh}}}"#));
        endpoint.answer(200, r#"{"access_token":"u2"}"#);
        let grant = pending.finish(redirect).await.unwrap();
        let network = Scripted::default();
        network.answer(401, "{}").answer(200, "[]");
        let client = builder(&network).authorized(grant).build().unwrap();
        let outcome = client.partners().await;
        assert_eq!(outcome.is_ok(), renewed);
        match outcome {
            Ok(_) => assert_eq!(last(&network).authorization.as_deref(), Some("Bearer u2")),
            Err(error) => {
                let told = format!("{error:#}");
                assert!(told.contains("through the authorisation again"), "{told}");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_calculation_spells_flags_out_and_escapes_spaces() {
    let network = answering(200, r#"{"results":[{"x":1}],"application_link":null}"#);
    let calculation = Calculation::new("10000.50".parse::<florin_core::Decimal>().unwrap())
        .vertical(VerticalName::RecreationalVehicle)
        .region(RegionCode::Qc)
        .insurance(true)
        .work_site_quebec(false)
        .promo_program(0)
        .amortization(36);
    let options = anonymous(&network).calculate(&calculation).await.unwrap();
    assert_eq!(options.results.len(), 1);
    let url = last(&network).url;
    let (path, query) = url.split_once('?').unwrap();
    assert!(path.ends_with("/en/api/v3/calculator/calculate"), "{path}");
    assert_eq!(
        query,
        "amortization=36&insurance=yes&promo_program_id=0&region_code=QC&requested_amount=10000.5\
         &vertical_name=Recreational%20Vehicle&work_site_quebec=no"
    );
}

#[tokio::test(start_paused = true)]
async fn a_promo_program_of_zero_and_a_negative_lead_are_sent() {
    let network = answering(200, "{}");
    let mut invite = invite();
    invite.custom_params = Some(types::DirectInviteCustomParams {
        lead_id: Some(-90_017),
        ..Default::default()
    });
    login(&network, Account::Broker)
        .invite(&invite)
        .await
        .unwrap();
    let body: serde_json::Value = serde_json::from_str(&last(&network).body).unwrap();
    assert_eq!(
        body,
        json!({
            "promo_program_id": 0, "send_via": "email", "email": "jane@example.com",
            "partner_id": 632, "custom_params": {"lead_id": -90_017}
        })
    );
}

#[tokio::test(start_paused = true)]
async fn a_loan_is_found_by_its_lead_or_there_is_none_yet() {
    let find = async |status: u16, body: &'static str| {
        let network = answering(status, body);
        let client = login(&network, Account::Merchant);
        let found = client.loan_for_lead(-17, None).await;
        assert!(last(&network).url.ends_with("?lead_id=-17"));
        found.map(|loan| loan.map(|loan| loan.id()))
    };
    assert_eq!(find(200, r#"{"id":67890}"#).await.unwrap(), Some(67890));
    assert_eq!(find(200, r#"{"id":"67890"}"#).await.unwrap(), Some(67890));
    assert_eq!(find(404, r#"{"errors":["none"]}"#).await.unwrap(), None);
    assert_eq!(find(404, r#"{"errors":"none"}"#).await.unwrap(), None);
    assert_eq!(find(200, r#"{"id":null}"#).await.unwrap(), None);
    assert_eq!(find(200, "{}").await.unwrap(), None);
    // A page for people says that the path is wrong, not that there is no loan.
    assert!(find(404, "<html>").await.unwrap_err().is_not_found());
    assert!(find(404, "").await.unwrap_err().is_not_found());
    assert!(find(404, "{}").await.unwrap_err().is_not_found());
    assert!(
        find(401, r#"{"errors":["none"]}"#)
            .await
            .unwrap_err()
            .is_auth()
    );
    assert!(
        find(403, r#"{"errors":["none"]}"#)
            .await
            .unwrap_err()
            .is_auth()
    );
    assert!(
        find(422, r#"{"errors":["partner_id is required"]}"#)
            .await
            .is_err()
    );
    assert!(
        find(200, r#"{"errors":["none"]}"#)
            .await
            .unwrap_err()
            .is_decode()
    );
    assert!(find(200, r#"{"id":"x"}"#).await.unwrap_err().is_decode());
}

#[tokio::test(start_paused = true)]
async fn a_success_that_names_errors_is_no_success() {
    let network = answering(200, r#"{"errors":["Invalid promo program"]}"#);
    let client = login(&network, Account::Merchant);
    let error = client.invite(&invite()).await.unwrap_err();
    assert!(
        error.is_decode() && error.effect() == Effect::MaybeApplied,
        "{error}"
    );
    assert!(client.loan(7).read().await.unwrap_err().is_decode());
    let network = answering(200, r#"{"errors":[],"application_link":"x"}"#);
    login(&network, Account::Merchant)
        .invite(&invite())
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn another_loan_than_was_asked_for_is_not_taken() {
    let network = answering(200, r#"{"id":"8"}"#);
    let client = login(&network, Account::Merchant);
    assert!(client.loan(7).read().await.unwrap_err().is_decode());
    assert!(client.loan(8).read().await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn access_links_come_in_any_form_or_not_at_all() {
    let network = Scripted::default();
    let client = authorized(&network);
    let request = types::PartnerAccessLinkRequest::builder()
        .lead_id(-5)
        .partner_id(768)
        .try_into()
        .unwrap();
    for (body, url) in [
        (
            r#"{"link":"https://a.example/s/x"}"#,
            Some("https://a.example/s/x"),
        ),
        (r#""https://a.example/s/x""#, Some("https://a.example/s/x")),
        ("", None),
        ("{}", None),
    ] {
        network.answer(201, body);
        let link = client.partner_access_link(&request).await.unwrap();
        assert_eq!(link.url(), url, "{body}");
        assert!(!format!("{link:?}").contains("a.example"));
    }
    assert!(last(&network).url.ends_with("/single_access_links/partner"));
    network.answer(200, r#"{"errors":["no"]}"#);
    let error = client.partner_access_link(&request).await.unwrap_err();
    assert!(error.is_decode());
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
async fn days_go_out_as_documented_and_in_order() {
    let network = Scripted::default();
    let client = authorized(&network);
    network.answer(200, r#"{"earned":"2000.50","outstanding":1500}"#);
    let (from, until) = (day("2013-01-01"), day("2013-02-01"));
    let totals = client
        .commission_totals(7, Some(from), Some(until))
        .await
        .unwrap();
    assert_eq!(
        totals.earned.unwrap().value(),
        Some(&"2000.5".parse().unwrap())
    );
    let url = last(&network).url;
    assert!(
        url.ends_with(
            "/partners/7/commission_totals?earned_end_date=2013-02-01&earned_start_date=2013-01-01"
        ),
        "{url}"
    );
    let swapped = client.commission_totals(7, Some(until), Some(from)).await;
    assert!(swapped.unwrap_err().is_invalid_request());
    let query = LoansQuery::default().start(until).end(from);
    let error = client.loans(query).next().await.unwrap().unwrap_err();
    assert!(error.is_invalid_request());
    let error = client
        .loans(LoansQuery::default().page_size(0))
        .next()
        .await;
    assert!(error.unwrap().unwrap_err().is_invalid_request());
    assert_eq!(network.sent().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_provider_s_texts_are_read_in_each_of_their_forms() {
    for (body, expected) in [
        (r#"{"errors":["a","b"]}"#, vec!["a", "b"]),
        (r#"{"errors":"a"}"#, vec!["a"]),
        (
            r#"{"errors":{"email":["is taken"],"x":"y"}}"#,
            vec!["email is taken", "x y"],
        ),
        (r#"{"error":"a"}"#, vec![]),
        ("<html>", vec![]),
    ] {
        let network = answering(422, body);
        let error = login(&network, Account::Merchant)
            .loan(7)
            .read()
            .await
            .unwrap_err();
        assert_eq!(error.error_texts(), expected, "{body}");
        assert!(
            !format!("{error:#} {error:?}").contains("taken"),
            "{error:#}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_path_can_be_corrected_also_the_one_of_the_token_call() {
    let network = answering(200, r#"{"id":7}"#);
    let client = builder(&network)
        .credentials(Credentials::login("app", "s3cret", "jane", "p4ss"))
        .account(Account::Merchant)
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
async fn tokens_of_two_logins_are_kept_apart_in_a_shared_store() {
    let network = answering(200, r#"{"id":7}"#);
    let store = MemoryStore::default();
    let client = |login: &str| {
        builder(&network)
            .credentials(Credentials::login("app", "s3cret", login, "p4ss"))
            .account(Account::Merchant)
            .token_store(store.clone())
            .build()
            .unwrap()
    };
    client("jane").loan(7).read().await.unwrap();
    client("jane").loan(7).read().await.unwrap();
    client("john").loan(7).read().await.unwrap();
    assert_eq!(count(&network, "create_user_oauth_token"), 2);
    assert_eq!(last(&network).authorization.as_deref(), Some("Bearer t2"));
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

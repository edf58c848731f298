//! The authorization code flow of a program without a web server of its own: a listener on loopback.

use std::time::Duration;

use florin::oauth::{ExchangeError, Loopback, LoopbackError};
use florin_sandbox::Sandbox;
use florin_sandbox::financeit::{Consent, Options};
use florin_tests::financeit::browser::{self, Page};
use florin_tests::financeit::office;

use super::{count, sandbox, sandbox_with};

/// A browser that opens the provider's page, and then the page where that sends it.
fn browse(url: &str) -> tokio::task::JoinHandle<Page> {
    let url = url.to_owned();
    tokio::spawn(async move {
        let back = browser::authorise(&url).await.unwrap();
        browser::open(&back).await.unwrap()
    })
}

async fn listener() -> Loopback {
    Loopback::bind(0, "/granted").await.unwrap()
}

fn pending(sandbox: &Sandbox, loopback: &Loopback) -> florin::oauth::PendingAuthorization {
    office::flow(sandbox)
        .redirect_url(loopback.redirect_url())
        .build()
        .unwrap()
        .authorize_url()
}

#[tokio::test]
async fn the_user_is_sent_there_and_a_client_comes_of_it() {
    let sandbox = sandbox().await;
    let loopback = listener().await;
    let address = loopback.redirect_url().to_owned();
    let pending = pending(&sandbox, &loopback);
    let user = browse(pending.url());
    let grant = loopback.grant(pending).await.unwrap();
    let page = user.await.unwrap();
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Access is granted"), "{}", page.text);
    let settings = office::settings(&sandbox).unwrap();
    let client = settings.authorized(grant).build().unwrap();
    assert_eq!(client.partners().await.unwrap().len(), 3);
    assert!(browser::open(&address).await.is_err(), "the port is closed");
}

#[tokio::test]
async fn forged_and_stray_requests_change_nothing() {
    let sandbox = sandbox().await;
    let loopback = listener().await;
    let address = loopback.redirect_url().to_owned();
    let pending = pending(&sandbox, &loopback);
    let url = pending.url().to_owned();
    let user = tokio::spawn(async move {
        let host = address.strip_suffix("/granted").unwrap();
        let mut statuses = Vec::new();
        for stray in [
            format!("{host}/favicon.ico"),
            address.clone(),
            format!("{address}?code=forged&state=forged"),
            format!("{address}?error=access_denied&state=forged"),
        ] {
            statuses.push(browser::open(&stray).await.unwrap().status);
        }
        let back = browser::authorise(&url).await.unwrap();
        statuses.push(browser::open(&back).await.unwrap().status);
        statuses
    });
    let _ = loopback.grant(pending).await.unwrap();
    assert_eq!(user.await.unwrap(), [404, 400, 400, 400, 200]);
    assert_eq!(count(&sandbox, "exchange_code"), 1);
}

#[tokio::test]
async fn a_user_who_says_no_ends_the_wait() {
    let sandbox = sandbox_with(Options {
        consent: Consent::Denied,
        ..Options::default()
    })
    .await;
    let loopback = listener().await;
    let pending = pending(&sandbox, &loopback);
    let user = browse(pending.url());
    let error = loopback.grant(pending).await.unwrap_err();
    assert!(
        matches!(error, LoopbackError::Exchange(ExchangeError::Denied)),
        "{error}"
    );
    assert!(user.await.unwrap().text.contains("not granted"));
    assert_eq!(count(&sandbox, "exchange_code"), 0);
}

#[tokio::test]
async fn the_redirect_alone_may_be_had_and_is_good_once() {
    let sandbox = sandbox().await;
    let loopback = listener().await;
    let pending = pending(&sandbox, &loopback);
    let user = browse(pending.url());
    let redirect = loopback.redirect(&pending).await.unwrap();
    user.await.unwrap();
    assert!(pending.is_answered_by(&redirect));
    let _ = pending.finish(redirect).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_user_who_does_not_come_back_is_waited_for_no_longer_than_said() {
    let loopback = Loopback::bind(0, "/granted").await.unwrap();
    let address = loopback.redirect_url().to_owned();
    let pending = florin::oauth::AuthorizationCodeFlow::builder()
        .client("app", "secret")
        .authorize_url("https://provider.example/authorize")
        .token_url("https://provider.example/token")
        .redirect_url(loopback.redirect_url())
        .build()
        .unwrap()
        .authorize_url();
    let began = tokio::time::Instant::now();
    let limit = Duration::from_secs(90);
    let error = loopback.limit(limit).grant(pending).await.unwrap_err();
    assert!(matches!(error, LoopbackError::TimedOut(known) if known == limit));
    assert_eq!(began.elapsed().as_secs(), 90);
    assert!(browser::open(&address).await.is_err(), "the port is closed");
}

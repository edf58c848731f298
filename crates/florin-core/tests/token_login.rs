//! Logins of the kind that lenders have: tokens that nobody gives a date to, and a refresh that falls back to the login.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;
mod scripted_source;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use florin_core::{RetryPolicy, Seam, Token, TokenCache, TokenError, TokenSource};
use scripted::{NEVER, SAFE, Scripted, Step, call, settings, status};
use scripted_source::Step as Fetch;
use scripted_source::{Answer, Source, busy, cache, pass, seam, start, text};

#[tokio::test(start_paused = true)]
async fn a_token_without_an_expiry_serves_until_a_401_and_then_one_more_is_asked_for() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 10).then([
        Fetch::Give(Token::new("first")),
        Fetch::Give(Token::new("second")),
    ]);
    let withdrawn = || Step::Slow(Duration::from_secs(1), 401);
    let transport = Scripted::new(
        std::iter::repeat_with(|| status(200))
            .take(5)
            .chain(std::iter::repeat_with(withdrawn).take(100))
            .chain(std::iter::repeat_with(|| status(200)).take(105)),
    );
    let tokens = cache(&source, &seam);
    let session = settings(&transport).tokens(tokens).build().unwrap();
    for _ in 0..5 {
        call(&session, &SAFE).await.unwrap();
        pass(400 * 24 * 3600).await;
    }
    assert_eq!(source.fetches(), 1);

    // It is withdrawn. A hundred calls that were on their way notice at once.
    let calls: Vec<_> = (0..100)
        .map(|_| {
            let session = session.clone();
            tokio::spawn(async move { call(&session, &SAFE).await.map(drop) })
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(source.fetches(), 2);
    for _ in 0..5 {
        pass(400 * 24 * 3600).await;
        call(&session, &NEVER).await.unwrap();
    }
    assert_eq!(source.fetches(), 2);
}

/// Refreshes, and logs in where the provider no longer takes the refresh token: in one fetch, as a source may.
#[derive(Clone, Debug, Default)]
struct Lender(Arc<Mutex<Desk>>);

#[derive(Debug, Default)]
struct Desk {
    refuses_refresh: bool,
    refuses_login: bool,
    seconds: u64,
    asked: Vec<&'static str>,
}

impl Lender {
    fn asked(&self) -> Vec<&'static str> {
        std::mem::take(&mut self.0.lock().unwrap().asked)
    }

    fn set(&self, change: impl FnOnce(&mut Desk)) {
        change(&mut self.0.lock().unwrap());
    }

    /// One request to the provider.
    async fn ask(&self, what: &'static str) -> Result<Token, TokenError> {
        let (refused, seconds) = {
            let mut desk = self.0.lock().unwrap();
            desk.asked.push(what);
            let refused = match what {
                "refresh" => desk.refuses_refresh,
                _ => desk.refuses_login,
            };
            (refused, desk.seconds)
        };
        pass(seconds).await;
        if refused {
            return Err(TokenError::refused(what));
        }
        let token = Token::new(what).with_refresh("r");
        Ok(token.with_lifetime(start(), Duration::from_secs(3600)))
    }
}

impl TokenSource for Lender {
    fn fetch(&self, previous: Option<Token>) -> Answer<'_, Result<Token, TokenError>> {
        Box::pin(async move {
            let can_refresh = previous.is_some_and(|token| token.refresh().is_some());
            if can_refresh {
                match self.ask("refresh").await {
                    Err(error) if error.is_refused() => {}
                    other => return other,
                }
            }
            self.ask("login").await
        })
    }
}

fn lending(lender: &Lender, seam: &Seam) -> TokenCache {
    TokenCache::new(lender.clone(), seam.clone())
}

/// Gives up the token as after a 401.
async fn refuse(cache: &TokenCache) {
    let token = cache.token().await.unwrap();
    assert!(cache.invalidate(&token));
}

#[tokio::test(start_paused = true)]
async fn a_refused_refresh_that_falls_back_to_the_login_is_one_fetch_and_no_refusal() {
    let (lender, seam) = (Lender::default(), seam());
    let cache = lending(&lender, &seam);
    assert_eq!(text(&cache).await, "login");
    refuse(&cache).await;
    assert_eq!(text(&cache).await, "refresh");
    assert_eq!(lender.asked(), ["login", "refresh"]);

    lender.set(|desk| desk.refuses_refresh = true);
    refuse(&cache).await;
    let tasks: Vec<_> = (0..100)
        .map(|_| {
            let cache = cache.clone();
            tokio::spawn(async move { text(&cache).await })
        })
        .collect();
    for task in tasks {
        assert_eq!(task.await.unwrap(), "login");
    }
    assert_eq!(lender.asked(), ["refresh", "login"]);
}

#[tokio::test(start_paused = true)]
async fn a_login_that_is_refused_behind_a_refused_refresh_is_remembered() {
    let (lender, seam) = (Lender::default(), seam());
    let cache = lending(&lender, &seam);
    refuse(&cache).await;
    lender.set(|desk| (desk.refuses_refresh, desk.refuses_login) = (true, true));
    for _ in 0..10 {
        assert!(cache.token().await.unwrap_err().is_refused());
    }
    assert_eq!(lender.asked(), ["login", "refresh", "login"]);
}

#[tokio::test(start_paused = true)]
async fn refresh_and_login_share_the_time_of_one_try() {
    let (lender, seam) = (Lender::default(), seam());
    let cache = TokenCache::builder(lender.clone())
        .seam(seam.clone())
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    refuse(&cache).await;
    lender.set(|desk| (desk.refuses_refresh, desk.seconds) = (true, 6));
    assert!(cache.token().await.unwrap_err().is_timeout());
    lender.set(|desk| desk.seconds = 4);
    pass(1).await;
    assert_eq!(text(&cache).await, "login");
}

#[tokio::test(start_paused = true)]
async fn after_a_failure_the_source_is_still_told_which_token_it_replaces() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 0).then([
        Fetch::Give(Token::new("first")),
        busy(),
        busy(),
        busy(),
    ]);
    let cache = cache(&source, &seam);
    refuse(&cache).await;
    assert!(cache.token().await.unwrap_err().is_transient());
    pass(1).await;
    assert_eq!(text(&cache).await, "token-5");
    assert_eq!(
        source.asked()[4]
            .as_ref()
            .map(|previous| previous.access.as_str()),
        Some("first")
    );
}

//! The token cache under everything that goes wrong: on paused time, with a source that does as the test says.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use florin_core::{
    ConfigError, MemoryStore, RetryPolicy, Seam, Secret, StaticToken, Token, TokenCache,
    TokenError, TokenSource, TokenStore, TokenStoreError,
};
use tokio::time::Instant;

type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What the source does when asked. When the script is over, it gives tokens.
enum Step {
    Fail(TokenError),
    Hang,
    Panic,
    Give(Token),
}

/// Gives `token-1`, `token-2` and so on, each living for `life`, after `delay`.
#[derive(Clone)]
struct Source(Arc<Inner>);

struct Inner {
    seam: Seam,
    life: Duration,
    delay: Duration,
    script: Mutex<VecDeque<Step>>,
    /// The `previous` of each fetch: access and refresh token.
    asked: Mutex<Vec<Option<(String, Option<String>)>>>,
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Source")
    }
}

impl Source {
    fn new(seam: &Seam, life: u64, delay_ms: u64) -> Self {
        Self(Arc::new(Inner {
            seam: seam.clone(),
            life: Duration::from_secs(life),
            delay: Duration::from_millis(delay_ms),
            script: Mutex::default(),
            asked: Mutex::default(),
        }))
    }

    fn then(self, steps: impl IntoIterator<Item = Step>) -> Self {
        self.0.script.lock().unwrap().extend(steps);
        self
    }

    fn fetches(&self) -> usize {
        self.0.asked.lock().unwrap().len()
    }

    fn asked(&self) -> Vec<Option<(String, Option<String>)>> {
        self.0.asked.lock().unwrap().clone()
    }
}

impl TokenSource for Source {
    fn fetch(&self, previous: Option<Token>) -> Answer<'_, Result<Token, TokenError>> {
        Box::pin(async move {
            let inner = &self.0;
            let number = {
                let mut asked = inner.asked.lock().unwrap();
                let text = |secret: &Secret| secret.expose().to_owned();
                asked.push(previous.map(|token| (text(token.access()), token.refresh().map(text))));
                asked.len()
            };
            let issued = inner.seam.now();
            tokio::time::sleep(inner.delay).await;
            let step = inner.script.lock().unwrap().pop_front();
            match step {
                None => Ok(Token::new(format!("token-{number}")).with_lifetime(issued, inner.life)),
                Some(Step::Give(token)) => Ok(token),
                Some(Step::Fail(error)) => Err(error),
                Some(Step::Hang) => std::future::pending().await,
                Some(Step::Panic) => panic!("as the test wants"),
            }
        })
    }
}

/// Fails every time, or never answers.
#[derive(Debug)]
struct BrokenStore {
    hangs: bool,
}

impl TokenStore for BrokenStore {
    fn load<'a>(&'a self, _: &'a str) -> Answer<'a, Result<Option<Token>, TokenStoreError>> {
        Box::pin(async {
            if self.hangs {
                std::future::pending().await
            } else {
                Err(TokenStoreError::new("down"))
            }
        })
    }

    fn save<'a>(&'a self, _: &'a str, _: &'a Token) -> Answer<'a, Result<(), TokenStoreError>> {
        Box::pin(async {
            if self.hangs {
                std::future::pending().await
            } else {
                Err(TokenStoreError::new("down"))
            }
        })
    }
}

fn start() -> DateTime<Utc> {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

/// Draws zero each time: renewal comes as early as it may, and retries don't pause.
fn seam() -> Seam {
    Seam::without_chance(start(), 0.0)
}

fn cache(source: &Source, seam: &Seam) -> TokenCache {
    TokenCache::new(source.clone(), seam.clone())
}

async fn text(cache: &TokenCache) -> String {
    cache.token().await.unwrap().access().expose().to_owned()
}

async fn pass(seconds: u64) {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
}

fn busy() -> Step {
    Step::Fail(TokenError::transient("busy"))
}

fn refused() -> Step {
    Step::Fail(TokenError::refused("invalid_client"))
}

#[tokio::test(start_paused = true)]
async fn a_thousand_tasks_cause_one_fetch() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 100);
    let cache = cache(&source, &seam);
    for round in 1..=2 {
        let tasks: Vec<_> = (0..1000)
            .map(|_| {
                let cache = cache.clone();
                tokio::spawn(async move { text(&cache).await })
            })
            .collect();
        for task in tasks {
            assert_eq!(task.await.unwrap(), format!("token-{round}"));
        }
        assert_eq!(source.fetches(), round);
        pass(3600).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn tasks_on_several_threads_cause_one_fetch() {
    let seam = Seam::real();
    let source = Source::new(&seam, 3600, 5);
    let cache = cache(&source, &seam);
    let tasks: Vec<_> = (0..200)
        .map(|_| {
            let cache = cache.clone();
            tokio::spawn(async move { text(&cache).await })
        })
        .collect();
    for task in tasks {
        assert_eq!(task.await.unwrap(), "token-1");
    }
    assert_eq!(source.fetches(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_fetch_survives_the_task_that_started_it() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 100);
    let cache = cache(&source, &seam);
    let starter = tokio::spawn({
        let cache = cache.clone();
        async move { text(&cache).await }
    });
    tokio::time::sleep(Duration::from_millis(10)).await;
    let waiter = tokio::spawn({
        let cache = cache.clone();
        async move { text(&cache).await }
    });
    tokio::time::sleep(Duration::from_millis(10)).await;
    starter.abort();
    assert!(starter.await.unwrap_err().is_cancelled());
    assert_eq!(waiter.await.unwrap(), "token-1");
    assert_eq!(source.fetches(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_valid_token_costs_no_wait() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 100);
    let cache = cache(&source, &seam);
    text(&cache).await;
    let before = Instant::now();
    let mut ready = std::pin::pin!(cache.token());
    let polled =
        std::future::poll_fn(|context| std::task::Poll::Ready(ready.as_mut().poll(context))).await;
    assert!(polled.is_ready());
    assert_eq!(before.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn renewal_comes_early_and_nobody_waits_for_it() {
    let seam = seam();
    let source = Source::new(&seam, 1000, 100);
    let cache = cache(&source, &seam);
    text(&cache).await;
    pass(895).await;
    assert_eq!(text(&cache).await, "token-1");
    pass(1).await;
    assert_eq!(source.fetches(), 1, "it was too early");
    pass(5).await;
    for _ in 0..100 {
        assert_eq!(text(&cache).await, "token-1");
    }
    pass(1).await;
    assert_eq!(text(&cache).await, "token-2");
    assert_eq!(source.fetches(), 2);
    assert_eq!(
        source.asked()[1]
            .as_ref()
            .map(|(access, _)| access.as_str()),
        Some("token-1")
    );
}

#[tokio::test(start_paused = true)]
async fn the_moment_of_renewal_differs_between_caches() {
    let mut moments = Vec::new();
    for seed in 0..5 {
        let seam = Seam::simulated(start(), seed);
        let source = Source::new(&seam, 1000, 0);
        let cache = cache(&source, &seam);
        let begun = Instant::now();
        while source.fetches() < 2 {
            text(&cache).await;
            pass(1).await;
        }
        moments.push(begun.elapsed().as_secs());
    }
    assert!(
        moments.iter().all(|moment| (900..=952).contains(moment)),
        "{moments:?}"
    );
    moments.dedup();
    assert!(moments.len() > 2, "{moments:?}");
}

#[tokio::test(start_paused = true)]
async fn a_valid_token_survives_a_failed_renewal_until_its_end() {
    let seam = seam();
    let outage = (0..1000).map(|_| busy());
    let source = Source::new(&seam, 1000, 0);
    let cache = cache(&source, &seam);
    text(&cache).await;
    source.clone().then(outage);
    pass(900).await;
    let mut seconds = 0;
    while seconds < 94 {
        assert_eq!(text(&cache).await, "token-1");
        pass(1).await;
        seconds += 1;
    }
    // Three tries each, and ten seconds in between.
    assert_eq!(source.fetches() - 1, 10 * 3);
    pass(2).await;
    assert!(cache.token().await.unwrap_err().is_transient());
}

#[tokio::test(start_paused = true)]
async fn a_valid_token_survives_refused_credentials_too() {
    let seam = seam();
    let source = Source::new(&seam, 1000, 0);
    let cache = cache(&source, &seam);
    text(&cache).await;
    source.clone().then((0..100).map(|_| refused()));
    pass(900).await;
    for _ in 0..90 {
        assert_eq!(text(&cache).await, "token-1");
        pass(1).await;
    }
    assert_eq!(source.fetches() - 1, 3, "once in thirty seconds");
}

#[tokio::test(start_paused = true)]
async fn refused_credentials_are_remembered_then_tried_again() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 0).then([refused()]);
    let cache = cache(&source, &seam);
    let first = cache.token().await.unwrap_err();
    assert!(first.is_refused() && !first.is_remembered());
    pass(10).await;
    for _ in 0..100 {
        let again = cache.token().await.unwrap_err();
        assert!(again.is_refused() && again.is_remembered());
        assert_eq!(
            again.to_string(),
            "the credentials were refused: invalid_client (asked 10.0 s ago; not asked again for 20.0 s)"
        );
    }
    assert_eq!(source.fetches(), 1);
    pass(20).await;
    assert_eq!(text(&cache).await, "token-2");
}

#[tokio::test(start_paused = true)]
async fn a_failure_that_may_pass_is_tried_three_times() {
    let seam = Seam::without_chance(start(), 0.5);
    let source = Source::new(&seam, 3600, 0).then([busy(), busy()]);
    let cache = cache(&source, &seam);
    let begun = Instant::now();
    assert_eq!(text(&cache).await, "token-3");
    assert_eq!(begun.elapsed(), Duration::from_millis(100 + 200));
}

#[tokio::test(start_paused = true)]
async fn a_lasting_outage_is_an_error_that_callers_share_for_a_second() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 0).then([busy(), busy(), busy()]);
    let cache = cache(&source, &seam);
    assert!(!cache.token().await.unwrap_err().is_remembered());
    for _ in 0..100 {
        let error = cache.token().await.unwrap_err();
        assert!(error.is_transient() && error.is_remembered(), "{error}");
    }
    assert_eq!(source.fetches(), 3);
    pass(1).await;
    assert_eq!(text(&cache).await, "token-4");
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_that_asks_for_time_gets_it() {
    let seam = seam();
    let wait = |seconds| {
        Step::Fail(TokenError::transient("busy").with_retry_after(Duration::from_secs(seconds)))
    };
    let source = Source::new(&seam, 3600, 0).then([wait(7), wait(40)]);
    let cache = cache(&source, &seam);
    let begun = Instant::now();
    assert_eq!(
        cache.token().await.unwrap_err().retry_after(),
        Some(Duration::from_secs(40))
    );
    assert_eq!(begun.elapsed(), Duration::from_secs(7));
    pass(39).await;
    assert!(cache.token().await.is_err());
    assert_eq!(source.fetches(), 2);
    pass(1).await;
    assert_eq!(text(&cache).await, "token-3");
}

#[tokio::test(start_paused = true)]
async fn a_fetch_that_hangs_is_given_up_and_repeated() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 0).then([Step::Hang]);
    let cache = cache(&source, &seam);
    let begun = Instant::now();
    assert_eq!(text(&cache).await, "token-2");
    assert_eq!(begun.elapsed(), Duration::from_secs(10));
}

#[tokio::test(start_paused = true)]
async fn a_source_that_never_answers_is_a_timeout() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 0).then([Step::Hang, Step::Hang]);
    let cache = TokenCache::builder(source.clone())
        .seam(seam)
        .fetch_timeout(Duration::from_secs(3))
        .retry(RetryPolicy::default().with_max_attempts(2).unwrap())
        .build()
        .unwrap();
    let error = cache.token().await.unwrap_err();
    assert!(error.is_timeout() && error.is_transient());
    assert_eq!(
        error.to_string(),
        "no token could be had: the token source gave no answer within 3s"
    );
}

#[tokio::test(start_paused = true)]
async fn a_source_that_panics_leaves_nobody_waiting() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 0).then([Step::Panic, Step::Panic]);
    let cache = cache(&source, &seam);
    assert!(
        cache
            .token()
            .await
            .unwrap_err()
            .to_string()
            .contains("panicked")
    );
    assert_eq!(text(&cache).await, "token-3");
}

#[test]
fn a_runtime_that_is_shut_down_leaves_a_cache_that_works_on_the_next() {
    let runtime = || {
        tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap()
    };
    let seam = Seam::real();
    let source = Source::new(&seam, 3600, 1000);
    let cache = cache(&source, &seam);
    let first = runtime();
    first.block_on(async {
        let started = tokio::time::timeout(Duration::from_millis(10), cache.token()).await;
        assert!(started.is_err());
    });
    drop(first);
    assert_eq!(runtime().block_on(text(&cache)), "token-2");
}

#[test]
fn outside_of_a_runtime_there_is_an_error_and_no_panic() {
    let cache = TokenCache::new(StaticToken::new("mine"), Seam::real());
    let mut token = std::pin::pin!(cache.token());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = token.as_mut().poll(&mut context) else {
        panic!("it should have failed")
    };
    assert!(error.to_string().contains("no tokio runtime"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn only_the_token_that_was_refused_is_invalidated() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 0);
    let cache = cache(&source, &seam);
    let old = cache.token().await.unwrap();
    assert!(cache.invalidate(&old));
    assert_eq!(text(&cache).await, "token-2");
    // A call that was sent with the old token comes back late.
    assert!(cache.invalidate(&old), "there is a newer token to try");
    assert_eq!(text(&cache).await, "token-2");
    assert_eq!(source.fetches(), 2);
    assert_eq!(
        source.asked()[1]
            .as_ref()
            .map(|(access, _)| access.as_str()),
        Some("token-1")
    );
}

#[tokio::test(start_paused = true)]
async fn a_thousand_refusals_of_one_token_cause_one_fetch() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 10);
    let cache = cache(&source, &seam);
    let old = cache.token().await.unwrap();
    let tasks: Vec<_> = (0..1000)
        .map(|_| {
            let (cache, old) = (cache.clone(), Arc::clone(&old));
            tokio::spawn(async move {
                cache.invalidate(&old);
                text(&cache).await
            })
        })
        .collect();
    for task in tasks {
        assert_eq!(task.await.unwrap(), "token-2");
    }
    assert_eq!(source.fetches(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_refuses_every_token_does_not_cost_one_per_call() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 0);
    let cache = cache(&source, &seam);
    let refuse = async |times: usize| {
        let mut given_up = 0;
        for _ in 0..times {
            let token = cache.token().await.unwrap();
            given_up += usize::from(cache.invalidate(&token));
        }
        given_up
    };
    assert_eq!(refuse(50).await, 10);
    assert_eq!(source.fetches(), 11);
    pass(10).await;
    assert_eq!(refuse(50).await, 1);
    pass(3000).await;
    assert_eq!(refuse(50).await, 10);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_is_expired_on_arrival_is_not_fetched_for_every_call() {
    let seam = seam();
    let source = Source::new(&seam, 0, 0);
    let cache = cache(&source, &seam);
    for _ in 0..100 {
        assert_eq!(text(&cache).await, "token-1");
    }
    pass(1).await;
    assert_eq!(text(&cache).await, "token-2");
}

#[tokio::test(start_paused = true)]
async fn a_static_token_is_refused_for_good() {
    let cache = TokenCache::new(StaticToken::new("mine"), seam());
    let token = cache.token().await.unwrap();
    assert!(cache.invalidate(&token));
    assert!(cache.token().await.unwrap_err().is_refused());
    pass(60).await;
    let later = cache.token().await.unwrap_err();
    assert!(later.is_refused() && !later.is_remembered());
}

fn shared(source: &Source, seam: &Seam, store: impl TokenStore) -> TokenCache {
    TokenCache::builder(source.clone())
        .seam(seam.clone())
        .store("key", store)
        .build()
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn two_caches_share_a_token_through_the_store() {
    let seam = seam();
    let store = MemoryStore::default();
    let source = Source::new(&seam, 1000, 0);
    let (one, two) = (
        shared(&source, &seam, store.clone()),
        shared(&source, &seam, store.clone()),
    );
    assert_eq!(text(&one).await, "token-1");
    assert_eq!(text(&two).await, "token-1");
    // One renews early; the other finds its token.
    pass(901).await;
    text(&one).await;
    pass(1).await;
    text(&two).await;
    pass(1).await;
    assert_eq!(
        (text(&one).await, text(&two).await),
        ("token-2".to_owned(), "token-2".to_owned())
    );
    // One meets a refusal and gets a new token; the other meets it too, and finds that.
    let (old, same) = (one.token().await.unwrap(), two.token().await.unwrap());
    one.invalidate(&old);
    assert_eq!(text(&one).await, "token-3");
    two.invalidate(&same);
    assert_eq!(text(&two).await, "token-3");
    assert_eq!(source.fetches(), 3);
}

#[tokio::test(start_paused = true)]
async fn keys_keep_tokens_apart() {
    let seam = seam();
    let store = MemoryStore::default();
    let source = Source::new(&seam, 1000, 0);
    let build = |key: &str| {
        TokenCache::builder(source.clone())
            .seam(seam.clone())
            .store(key, store.clone())
            .build()
    };
    let (one, two) = (build("one").unwrap(), build("two").unwrap());
    assert_eq!(
        (text(&one).await, text(&two).await),
        ("token-1".to_owned(), "token-2".to_owned())
    );
}

#[tokio::test(start_paused = true)]
async fn an_expired_token_in_the_store_lends_its_refresh_token() {
    let seam = seam();
    let store = MemoryStore::default();
    let expired = Token::new("old")
        .with_refresh("r-1")
        .with_lifetime(start() - Duration::from_secs(60), Duration::from_secs(30));
    store.save("key", &expired).await.unwrap();
    let source = Source::new(&seam, 1000, 0);
    assert_eq!(text(&shared(&source, &seam, store)).await, "token-1");
    assert_eq!(
        source.asked(),
        [Some(("old".to_owned(), Some("r-1".to_owned())))]
    );
}

#[tokio::test(start_paused = true)]
async fn a_rotated_refresh_token_is_in_the_store_before_the_token_is_used() {
    /// Takes a second to save.
    #[derive(Debug)]
    struct SlowStore(MemoryStore);

    impl TokenStore for SlowStore {
        fn load<'a>(&'a self, key: &'a str) -> Answer<'a, Result<Option<Token>, TokenStoreError>> {
            self.0.load(key)
        }

        fn save<'a>(
            &'a self,
            key: &'a str,
            token: &'a Token,
        ) -> Answer<'a, Result<(), TokenStoreError>> {
            Box::pin(async move {
                pass(1).await;
                self.0.save(key, token).await
            })
        }
    }

    let seam = seam();
    let kept = MemoryStore::default();
    let source =
        Source::new(&seam, 1000, 0).then([Step::Give(Token::new("new").with_refresh("r-2"))]);
    let cache = shared(&source, &seam, SlowStore(kept.clone()));
    assert_eq!(text(&cache).await, "new");
    let saved = kept.load("key").await.unwrap().unwrap();
    assert_eq!(saved.refresh().map(Secret::expose), Some("r-2"));
}

#[tokio::test(start_paused = true)]
async fn who_loses_the_race_for_a_rotating_refresh_token_takes_the_winners() {
    let seam = seam();
    let store = MemoryStore::default();
    let source = Source::new(&seam, 1000, 1000).then([refused()]);
    let cache = shared(&source, &seam, store.clone());
    let loser = tokio::spawn(async move { text(&cache).await });
    tokio::time::sleep(Duration::from_millis(500)).await;
    let winner = Token::new("winner").with_lifetime(seam.now(), Duration::from_secs(1000));
    store.save("key", &winner).await.unwrap();
    assert_eq!(loser.await.unwrap(), "winner");
}

#[tokio::test(start_paused = true)]
async fn our_refresh_token_is_used_where_saving_it_had_failed() {
    /// Holds on to what it had.
    #[derive(Debug)]
    struct StaleStore(Token);

    impl TokenStore for StaleStore {
        fn load<'a>(&'a self, _: &'a str) -> Answer<'a, Result<Option<Token>, TokenStoreError>> {
            Box::pin(async { Ok(Some(self.0.clone())) })
        }

        fn save<'a>(&'a self, _: &'a str, _: &'a Token) -> Answer<'a, Result<(), TokenStoreError>> {
            Box::pin(async { Err(TokenStoreError::new("read-only")) })
        }
    }

    let seam = seam();
    let life = Duration::from_secs(100);
    let stale = Token::new("stale")
        .with_refresh("r-1")
        .with_lifetime(start() - life, life);
    let rotated = Token::new("rotated")
        .with_refresh("r-2")
        .with_lifetime(start(), life);
    let source = Source::new(&seam, 1000, 0).then([Step::Give(rotated)]);
    let cache = shared(&source, &seam, StaleStore(stale));
    assert_eq!(text(&cache).await, "rotated");
    pass(100).await;
    assert_eq!(text(&cache).await, "token-2");
    let refreshed: Vec<_> = source
        .asked()
        .into_iter()
        .map(|previous| previous.and_then(|(_, refresh)| refresh))
        .collect();
    assert_eq!(refreshed, [Some("r-1".to_owned()), Some("r-2".to_owned())]);
}

#[tokio::test(start_paused = true)]
async fn a_store_that_fails_or_hangs_costs_sharing_and_nothing_else() {
    for hangs in [false, true] {
        let seam = seam();
        let source = Source::new(&seam, 3600, 0);
        let cache = shared(&source, &seam, BrokenStore { hangs });
        let begun = Instant::now();
        assert_eq!(text(&cache).await, "token-1");
        assert!(
            begun.elapsed() <= Duration::from_secs(4),
            "{:?}",
            begun.elapsed()
        );
        assert_eq!(text(&cache).await, "token-1");
        assert_eq!(source.fetches(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn debug_and_errors_show_no_token() {
    let cache = TokenCache::new(StaticToken::new("s3cr3t"), seam());
    let token = cache.token().await.unwrap();
    cache.invalidate(&token);
    let error = cache.token().await.unwrap_err();
    let shown = format!("{cache:?} {token:?} {error} {error:?}");
    assert!(!shown.contains("s3cr3t"), "{shown}");
}

#[test]
fn settings_that_cannot_work_are_refused() {
    let builder = || TokenCache::builder(StaticToken::new("mine"));
    let refusal = |built: Result<TokenCache, ConfigError>| built.unwrap_err().setting().to_owned();
    assert_eq!(
        refusal(builder().fetch_timeout(Duration::ZERO).build()),
        "fetch_timeout"
    );
    assert_eq!(
        refusal(builder().store("", MemoryStore::default()).build()),
        "token store key"
    );
}

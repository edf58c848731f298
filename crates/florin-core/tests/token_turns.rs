//! Caches that share a store with turns, and whose tokens a cache takes out of a store.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod scripted_source;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use florin_core::{
    MemoryStore, Seam, StaticToken, Token, TokenCache, TokenError, TokenSource, TokenStore,
    TokenStoreError,
};
use scripted_source::{Answer, Source, Step, pass, refused, seam, text};
use tokio::time::Instant;

/// A store with turns, as Redis has them.
#[derive(Clone, Debug, Default)]
struct Turns {
    tokens: MemoryStore,
    ends: Arc<Mutex<Option<Instant>>>,
}

impl TokenStore for Turns {
    fn load<'a>(&'a self, key: &'a str) -> Answer<'a, Result<Option<Token>, TokenStoreError>> {
        self.tokens.load(key)
    }

    fn save<'a>(
        &'a self,
        key: &'a str,
        token: &'a Token,
    ) -> Answer<'a, Result<(), TokenStoreError>> {
        self.tokens.save(key, token)
    }

    fn take_turn<'a>(
        &'a self,
        _: &'a str,
        at_most: Duration,
    ) -> Answer<'a, Result<bool, TokenStoreError>> {
        let mut ends = self.ends.lock().unwrap();
        let is_free = ends.is_none_or(|ends| ends <= Instant::now());
        if is_free {
            *ends = Some(Instant::now() + at_most);
        }
        Box::pin(std::future::ready(Ok(is_free)))
    }

    fn extend_turn<'a>(
        &'a self,
        _: &'a str,
        at_most: Duration,
    ) -> Answer<'a, Result<bool, TokenStoreError>> {
        *self.ends.lock().unwrap() = Some(Instant::now() + at_most);
        Box::pin(std::future::ready(Ok(true)))
    }

    fn end_turn<'a>(&'a self, _: &'a str) -> Answer<'a, Result<(), TokenStoreError>> {
        *self.ends.lock().unwrap() = None;
        Box::pin(std::future::ready(Ok(())))
    }
}

fn shared(source: impl TokenSource, seam: &Seam, store: impl TokenStore) -> TokenCache {
    TokenCache::builder(source)
        .seam(seam.clone())
        .store("key", store)
        .build()
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn caches_that_ask_in_the_same_moment_send_one_request() {
    let seam = seam();
    let store = Turns::default();
    let source = Source::new(&seam, 1000, 500);
    let waiting: Vec<_> = (0..5)
        .map(|_| {
            let cache = shared(source.clone(), &seam, store.clone());
            tokio::spawn(async move { text(&cache).await })
        })
        .collect();
    for one in waiting {
        assert_eq!(one.await.unwrap(), "token-1");
    }
    assert_eq!(source.fetches(), 1);
    assert!(store.ends.lock().unwrap().is_none(), "the turn was ended");
}

#[tokio::test(start_paused = true)]
async fn who_is_refused_ends_its_turn_and_the_next_one_asks_at_once() {
    let seam = seam();
    let store = Turns::default();
    let source = Source::new(&seam, 1000, 0).then([refused()]);
    let cache = shared(source.clone(), &seam, store.clone());
    assert!(cache.token().await.unwrap_err().is_refused());
    let begun = Instant::now();
    assert_eq!(text(&shared(source, &seam, store)).await, "token-2");
    assert_eq!(begun.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn nobody_waits_long_for_one_that_died() {
    let seam = seam();
    let store = Turns::default();
    assert!(
        store
            .take_turn("key", Duration::from_secs(3))
            .await
            .unwrap()
    );
    let source = Source::new(&seam, 1000, 0);
    let begun = Instant::now();
    assert_eq!(text(&shared(source, &seam, store)).await, "token-1");
    let waited = begun.elapsed();
    assert!(waited <= Duration::from_millis(3100), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn nobody_waits_for_one_that_hangs_longer_than_a_request_may_take() {
    let seam = seam();
    let store = Turns::default();
    let stuck = Source::new(&seam, 1000, 0).then([Step::Hang, Step::Hang, Step::Hang]);
    let stuck = shared(stuck, &seam, store.clone());
    let hanging = tokio::spawn(async move { stuck.token().await.map(drop) });
    pass(1).await;
    let source = Source::new(&seam, 1000, 0);
    let begun = Instant::now();
    assert_eq!(text(&shared(source, &seam, store)).await, "token-1");
    let waited = begun.elapsed();
    assert!(waited <= Duration::from_secs(13), "{waited:?}");
    hanging.abort();
}

#[tokio::test(start_paused = true)]
async fn a_turn_lasts_as_long_as_a_slow_request() {
    let seam = seam();
    for seconds in [4, 9] {
        let store = Turns::default();
        let source = Source::new(&seam, 1000, seconds * 1000);
        let waiting: Vec<_> = (0..20)
            .map(|_| {
                let cache = shared(source.clone(), &seam, store.clone());
                tokio::spawn(async move { text(&cache).await })
            })
            .collect();
        for one in waiting {
            assert_eq!(one.await.unwrap(), "token-1");
        }
        assert_eq!(source.fetches(), 1, "{seconds} s");
    }
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token_that_is_good_once_is_spent_once_though_the_endpoint_is_slow() {
    let seam = seam();
    let store = Turns::default();
    let first = Token::new("first")
        .with_refresh("good once")
        .with_lifetime(seam.now(), Duration::from_secs(8));
    let source = Source::new(&seam, 1000, 4000).then([Step::Give(first)]);
    let caches = [(); 2].map(|()| shared(source.clone(), &seam, store.clone()));
    for cache in &caches {
        assert_eq!(text(cache).await, "first");
    }
    pass(5).await;
    let waiting = caches.map(|cache| tokio::spawn(async move { text(&cache).await }));
    for one in waiting {
        assert_eq!(one.await.unwrap(), "token-2");
    }
    assert_eq!(source.fetches(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_another_process_gets_ends_the_pause_after_a_failure() {
    let seam = seam();
    let store = Turns::default();
    let source = Source::new(&seam, 1000, 0).then([refused()]);
    let paused = shared(source.clone(), &seam, store.clone());
    assert!(paused.token().await.unwrap_err().is_refused());
    pass(2).await;
    let still = paused.token().await.unwrap_err();
    assert!(still.is_remembered(), "{still}");
    assert_eq!(still.retry_after(), Some(Duration::from_secs(28)));
    assert_eq!(source.fetches(), 1, "the provider isn't asked");
    let other = Source::new(&seam, 1000, 0);
    assert_eq!(text(&shared(other, &seam, store)).await, "token-1");
    pass(1).await;
    assert_eq!(text(&paused).await, "token-1");
    assert_eq!(source.fetches(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_no_runtime_drives_keeps_nobody_waiting() {
    let seam = seam();
    let source = Source::new(&seam, 1000, 200);
    let cache = TokenCache::new(source.clone(), seam.clone());
    let idle = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    {
        let _on_it = idle.enter();
        let mut asking = std::pin::pin!(cache.token());
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(asking.as_mut().poll(&mut context).is_pending());
    }
    let begun = Instant::now();
    let waiting = [(); 20].map(|()| {
        let cache = cache.clone();
        tokio::spawn(async move { text(&cache).await })
    });
    for one in waiting {
        assert_eq!(one.await.unwrap(), "token-1");
    }
    let waited = begun.elapsed();
    assert!(waited <= Duration::from_secs(11), "{waited:?}");
    assert_eq!(source.fetches(), 1);
    idle.shutdown_background();
}

/// Says who issues its tokens.
#[derive(Debug)]
struct Issued(Source, &'static str);

impl TokenSource for Issued {
    fn fetch(&self, previous: Option<Token>) -> Answer<'_, Result<Token, TokenError>> {
        self.0.fetch(previous)
    }

    fn issuer(&self) -> Option<String> {
        Some(self.1.to_owned())
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_of_another_issuer_is_not_taken_though_the_key_is_the_same() {
    let seam = seam();
    let store = MemoryStore::default();
    let of = |issuer| {
        let source = Source::new(&seam, 1000, 0).then([Step::Give(
            Token::new(issuer).with_refresh(format!("refresh {issuer}")),
        )]);
        (
            source.clone(),
            shared(Issued(source, issuer), &seam, store.clone()),
        )
    };
    let (_, one) = of("https://one.example");
    assert_eq!(text(&one).await, "https://one.example");
    let (source, two) = of("https://two.example");
    assert_eq!(text(&two).await, "https://two.example");
    assert_eq!(
        source.asked(),
        [None],
        "nor is its refresh token sent there"
    );
    // The same issuer's is taken, by whichever cache.
    let (source, again) = of("https://two.example");
    assert_eq!(text(&again).await, "https://two.example");
    assert_eq!(source.fetches(), 0);
}

#[tokio::test(start_paused = true)]
async fn what_no_header_can_carry_is_neither_taken_from_a_store_nor_kept() {
    for odd in ["a\r\nx-evil: 1", "a\0", "", "  "] {
        let seam = seam();
        let store = MemoryStore::default();
        let fine = Source::new(&seam, 1000, 0);
        text(&shared(fine, &seam, store.clone())).await;
        let own = store.load("key").await.unwrap().unwrap();
        let odd_one = Token::new(odd).with_binding(own.binding().unwrap());
        store.save("key", &odd_one).await.unwrap();
        let source = Source::new(&seam, 1000, 0);
        assert_eq!(
            text(&shared(source, &seam, store)).await,
            "token-1",
            "{odd:?}"
        );

        let source = Source::new(&seam, 1000, 0).then([Step::Give(Token::new(odd))]);
        let cache = shared(source, &seam, MemoryStore::default());
        let error = cache.token().await.unwrap_err();
        assert!(error.to_string().contains("no header may hold"), "{error}");
        // What is mended at the provider is noticed here before a token's life is over.
        pass(31).await;
        assert_eq!(text(&cache).await, "token-2", "{odd:?}");
    }
    let cache = TokenCache::new(StaticToken::new("fine"), seam());
    assert_eq!(text(&cache).await, "fine");
}

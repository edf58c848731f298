//! Token caches that share a store, and stores that fail.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod scripted_source;

use std::time::Duration;

use florin_core::{MemoryStore, Seam, Secret, Token, TokenCache, TokenStore, TokenStoreError};
use scripted_source::{Answer, Previous, Source, Step, pass, refused, seam, start, text};
use tokio::time::Instant;

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

fn shared(source: &Source, seam: &Seam, store: impl TokenStore) -> TokenCache {
    TokenCache::builder(source.clone())
        .seam(seam.clone())
        .store("key", store)
        .build()
        .unwrap()
}

/// As a cache puts it into a store.
async fn bound(token: Token, seam: &Seam) -> Token {
    let store = MemoryStore::default();
    let source = Source::new(seam, 1000, 0).then([Step::Give(token)]);
    let _ = shared(&source, seam, store.clone()).token().await;
    store.load("key").await.unwrap().unwrap()
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
    let expired = bound(expired, &seam).await;
    store.save("key", &expired).await.unwrap();
    let source = Source::new(&seam, 1000, 0);
    assert_eq!(text(&shared(&source, &seam, store)).await, "token-1");
    assert_eq!(
        source.asked(),
        [Some(Previous {
            access: "old".to_owned(),
            refresh: Some("r-1".to_owned())
        })]
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
    let winner = Token::new("winner").with_lifetime(seam.now(), Duration::from_secs(1000));
    let winner = bound(winner, &seam).await;
    let loser = tokio::spawn(async move { text(&cache).await });
    tokio::time::sleep(Duration::from_millis(500)).await;
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
    let cache = shared(&source, &seam, StaleStore(bound(stale, &seam).await));
    assert_eq!(text(&cache).await, "rotated");
    pass(100).await;
    assert_eq!(text(&cache).await, "token-2");
    let refreshed: Vec<_> = source
        .asked()
        .into_iter()
        .map(|previous| previous.and_then(|previous| previous.refresh))
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

/// A table with a column for each thing that a token has, but maybe for whose it is.
#[derive(Clone, Debug)]
struct Columns {
    kept: MemoryStore,
    has_binding: bool,
}

impl TokenStore for Columns {
    fn load<'a>(&'a self, _: &'a str) -> Answer<'a, Result<Option<Token>, TokenStoreError>> {
        Box::pin(async {
            let row = self.kept.load("").await?;
            Ok(row.map(|row| {
                let mut token = Token::new(row.access().clone());
                if let Some(refresh) = row.refresh() {
                    token = token.with_refresh(refresh.clone());
                }
                match row.binding().filter(|_| self.has_binding) {
                    Some(binding) => token.with_binding(binding),
                    None => token,
                }
            }))
        })
    }

    fn save<'a>(&'a self, _: &'a str, token: &'a Token) -> Answer<'a, Result<(), TokenStoreError>> {
        self.kept.save("", token)
    }
}

#[tokio::test(start_paused = true)]
async fn a_store_that_does_not_keep_whose_a_token_is_gives_it_to_nobody() {
    for has_binding in [false, true] {
        let seam = seam();
        let store = Columns {
            kept: MemoryStore::default(),
            has_binding,
        };
        let give = |name: &str| {
            let token = Token::new(name).with_refresh(format!("refresh {name}"));
            Source::new(&seam, 1000, 0).then([Step::Give(token)])
        };
        let first = give("one's");
        assert_eq!(text(&shared(&first, &seam, store.clone())).await, "one's");
        // Another client, which happens to find the same row.
        let other = give("other's");
        let cache = TokenCache::builder(other.clone())
            .seam(seam.clone())
            .store("another key", store.clone());
        assert_eq!(text(&cache.build().unwrap()).await, "other's");
        assert_eq!(other.asked(), [None], "nor is a refresh token sent there");
        // The same client after a restart.
        let again = give("again");
        let cache = TokenCache::builder(again.clone())
            .seam(seam.clone())
            .store("another key", store);
        let expected = if has_binding { "other's" } else { "again" };
        assert_eq!(text(&cache.build().unwrap()).await, expected);
    }
}

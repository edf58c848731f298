//! What happens to a token that the provider refuses.

mod scripted_source;

use std::sync::Arc;

use florin_core::{StaticToken, TokenCache};
use scripted_source::{Source, cache, pass, seam, text};

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
            .map(|previous| previous.access.as_str()),
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
async fn a_static_token_is_refused_for_good() {
    let cache = TokenCache::new(StaticToken::new("mine"), seam());
    let token = cache.token().await.unwrap();
    assert!(cache.invalidate(&token));
    assert!(cache.token().await.unwrap_err().is_refused());
    pass(60).await;
    let later = cache.token().await.unwrap_err();
    assert!(later.is_refused() && !later.is_remembered());
}

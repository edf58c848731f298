//! The token cache under everything that goes wrong with tasks, providers and runtimes.

mod scripted_source;

use std::future::Future;
use std::time::Duration;

use florin_core::{
    ConfigError, MemoryStore, RetryPolicy, Seam, StaticToken, TokenCache, TokenError,
};
use scripted_source::{Source, Step, busy, cache, pass, refused, seam, start, text};
use tokio::time::Instant;

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
            .map(|previous| previous.access.as_str()),
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
    for _ in 0..92 {
        assert_eq!(text(&cache).await, "token-1");
        pass(1).await;
    }
    assert_eq!(source.fetches() - 1, 3, "at once, after 30 s, after 60 s");
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

/// Asks for a token every second for an hour, and brings the seconds at which the source was asked.
async fn asked_within_an_hour(cache: &TokenCache, source: &Source) -> Vec<u64> {
    let mut moments = Vec::new();
    for second in 0..3600 {
        let before = source.fetches();
        assert!(cache.token().await.is_err());
        if source.fetches() > before {
            moments.push(second);
        }
        pass(1).await;
    }
    moments
}

#[tokio::test(start_paused = true)]
async fn what_does_not_pass_by_itself_is_asked_less_and_less_often() {
    let no_token = || Step::Fail(TokenError::failed("status 404"));
    for step in [refused, no_token] {
        let seam = seam();
        let source = Source::new(&seam, 3600, 0).then((0..1000).map(|_| step()));
        let cache = cache(&source, &seam);
        assert_eq!(
            asked_within_an_hour(&cache, &source).await,
            [0, 30, 90, 210, 450, 930, 1830, 2730]
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_first_pause_and_the_longest_can_be_set() {
    let seam = seam();
    let asked = async |first: u64, longest: u64| {
        let source = Source::new(&seam, 3600, 0).then((0..1000).map(|_| refused()));
        let cache = TokenCache::builder(source.clone())
            .seam(seam.clone())
            .refused_pause(Duration::from_secs(first))
            .longest_refused_pause(Duration::from_secs(longest))
            .build()
            .unwrap();
        asked_within_an_hour(&cache, &source).await
    };
    assert_eq!(asked(1000, 1500).await, [0, 1000, 2500]);
    assert_eq!(asked(1500, 1000).await, [0, 1500, 3000]);
}

#[tokio::test(start_paused = true)]
async fn a_token_ends_the_growth_and_what_may_pass_does_not_add_to_it() {
    let seam = seam();
    let short = florin_core::Token::new("short").with_lifetime(start(), Duration::ZERO);
    let source = Source::new(&seam, 3600, 0).then([
        refused(),
        busy(),
        busy(),
        busy(),
        refused(),
        Step::Give(short),
        refused(),
        refused(),
    ]);
    let cache = cache(&source, &seam);
    let pause = async || {
        let error = cache.token().await.unwrap_err();
        let pause = error.retry_after().unwrap().as_secs();
        pass(pause).await;
        pause
    };
    assert_eq!([pause().await, pause().await, pause().await], [30, 1, 60]);
    assert_eq!(text(&cache).await, "short");
    pass(1).await;
    assert_eq!([pause().await, pause().await], [30, 60]);
    assert_eq!(text(&cache).await, "token-9");
}

#[tokio::test(start_paused = true)]
async fn the_first_failure_says_when_to_ask_again_as_every_other_one_does() {
    let seam = seam();
    let source = Source::new(&seam, 3600, 0).then([refused()]);
    let cache = cache(&source, &seam);
    let first = cache.token().await.unwrap_err();
    assert_eq!(first.retry_after(), Some(Duration::from_secs(30)));
    assert!(!first.is_remembered() && !first.to_string().contains("not asked again"));
    pass(12).await;
    let second = cache.token().await.unwrap_err();
    assert_eq!(second.retry_after(), Some(Duration::from_secs(18)));
    pass(18).await;
    text(&cache).await;
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

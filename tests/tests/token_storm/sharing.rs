//! Two processes and one Redis: one token between them, also when both ask in the same moment, and when the one that asks
//! dies over it, or the provider takes longer than a turn lasts.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use florin::core::{Token, TokenCache, TokenError, TokenSource};
use florin_sandbox::Fault;

use super::house::{House, Source};
use super::process::Process;
use super::redis_server::Redis;
use super::soon;

/// A turn that nobody ends is over by then, and the next token is there, on a machine that has other things to do.
const BOUND: Duration = Duration::from_secs(15);

#[tokio::test]
async fn two_processes_of_each_token_source_use_one_token_and_renew_it_once() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    for source in Source::ALL {
        let house = House::open(source).await;
        let (mut one, mut two) = (
            Process::start(&house, &redis).await,
            Process::start(&house, &redis).await,
        );
        one.call().await;
        two.call().await;
        assert_eq!((house.given(), house.asked().len()), (1, 1), "{source:?}");
        house.expire_tokens();
        two.call().await;
        one.call().await;
        assert_eq!((house.given(), house.asked().len()), (2, 2), "{source:?}");
    }
}

#[tokio::test]
async fn two_processes_that_ask_in_the_same_moment_send_one_token_request() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    for source in [Source::MonetaGo, Source::Nemuru] {
        let house = House::open(source).await;
        let (mut one, mut two) = (
            Process::start(&house, &redis).await,
            Process::start(&house, &redis).await,
        );
        let call = *source.token_calls().last().unwrap();
        house.misbehave(Fault::delay(Duration::from_secs(1)).on(call));
        let before = redis.sets();
        one.tell().await;
        two.tell().await;
        house.wait_for_asked(1).await;
        // Both have asked for the turn, and one has it.
        soon(async {
            while redis.sets() < before + 2 {
                tokio::task::yield_now().await;
            }
        })
        .await;
        house.clock.advance(Duration::from_secs(1));
        assert_eq!(
            (one.hear().await, two.hear().await),
            ("done".to_owned(), "done".to_owned())
        );
        assert_eq!((house.given(), house.asked().len()), (1, 1), "{source:?}");
    }
}

#[tokio::test]
async fn a_process_that_is_killed_while_it_asks_for_the_token_keeps_nobody_waiting_for_long() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let house = House::open(Source::MonetaGo).await;
    let (mut one, mut two) = (
        Process::start(&house, &redis).await,
        Process::start(&house, &redis).await,
    );
    house.misbehave(Fault::delay(Duration::from_secs(3600)).on("create_access_token"));
    one.tell().await;
    house.wait_for_asked(1).await;
    one.kill().await;
    let waited = two.call().await;
    assert!(waited < BOUND, "{waited:?}");
    assert_eq!((house.given(), house.asked().len()), (1, 2));
    let mut three = Process::start(&house, &redis).await;
    three.call().await;
    assert_eq!(house.given(), 1, "and the token is shared");
}

/// Takes its time.
#[derive(Clone, Debug)]
struct Slow(Arc<AtomicUsize>, Duration);

impl TokenSource for Slow {
    fn fetch(
        &self,
        _: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        Box::pin(async {
            let number = self.0.fetch_add(1, SeqCst);
            tokio::time::sleep(self.1).await;
            Ok(Token::new(format!("token {number}")))
        })
    }
}

/// Asks in twenty places at once, as twenty processes would. One request does.
async fn ask_at_once(redis: &Redis, key: &str, takes: Duration) {
    let source = Slow(Arc::default(), takes);
    let waiting: Vec<_> = (0..20)
        .map(|_| {
            let cache = TokenCache::builder(source.clone()).store(key, redis.store());
            let cache = cache.build().unwrap();
            tokio::spawn(async move { cache.token().await.map(|token| token.access().clone()) })
        })
        .collect();
    for one in waiting {
        assert_eq!(one.await.unwrap().unwrap().expose(), "token 0", "{key}");
    }
    assert_eq!(source.0.load(SeqCst), 1, "{key}");
}

/// A little longer than a turn lasts that nobody extends.
const SLOW: Duration = Duration::from_millis(3500);

#[tokio::test]
async fn an_endpoint_that_is_slower_than_a_turn_is_asked_once_also_where_scripts_are_not_allowed() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    ask_at_once(&redis, "slow", SLOW).await;
    redis.say(&[b"ACL", b"SETUSER", b"default", b"-eval"]);
    ask_at_once(&redis, "without scripts", SLOW).await;
    assert!(
        redis
            .say(&[b"GET", b"florin-test:without scripts turn"])
            .is_empty(),
        "the turn was ended"
    );
}

#[tokio::test]
async fn what_stands_in_the_place_of_a_turn_and_never_ends_is_taken_over() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    redis.say(&[b"SET", b"florin-test:text turn", b"somebody"]);
    redis.say(&[b"LPUSH", b"florin-test:list turn", b"somebody"]);
    for key in ["text", "list"] {
        ask_at_once(&redis, key, Duration::from_millis(300)).await;
        let place = format!("florin-test:{key} turn");
        assert!(redis.say(&[b"GET", place.as_bytes()]).is_empty(), "{key}");
    }
}

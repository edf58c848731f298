//! Redis dies, hangs and comes back: each process goes on with a token of its own, no call fails, and none waits for long.

use std::time::Duration;

use florin::core::TokenStore as _;

use super::house::{House, Source};
use super::process::Process;
use super::redis_server::Redis;
use super::strangers::OneSlot;

/// A few seconds that Redis is waited for, on a machine that has other things to do.
const BOUND: Duration = Duration::from_secs(15);

async fn two(house: &House, redis: &Redis) -> (Process, Process) {
    (
        Process::start(house, redis).await,
        Process::start(house, redis).await,
    )
}

#[tokio::test]
async fn a_redis_that_dies_costs_a_token_per_process_and_no_call() {
    let Some(mut redis) = Redis::start().await else {
        return;
    };
    let house = House::open(Source::MonetaGo).await;
    let (mut one, mut two) = two(&house, &redis).await;
    one.call().await;
    two.call().await;
    assert_eq!(house.given(), 1);
    redis.kill();
    one.call().await;
    two.call().await;
    assert_eq!(house.given(), 1, "a token that is there goes on being used");
    house.expire_tokens();
    for process in [&mut one, &mut two] {
        let waited = process.call().await;
        assert!(waited < BOUND, "{waited:?}");
        process.call().await;
    }
    assert_eq!((house.given(), house.asked().len()), (3, 3));
    // Who comes new while there is no Redis gets one too.
    let mut three = Process::start(&house, &redis).await;
    assert!(three.call().await < BOUND);
    assert_eq!(house.given(), 4);

    redis.come_back().await;
    // The connection is made again in the background. From some round on, one token does for all.
    let mut rounds = 0;
    loop {
        let before = house.given();
        house.expire_tokens();
        one.call().await;
        two.call().await;
        three.call().await;
        if house.given() == before + 1 {
            break;
        }
        rounds += 1;
        assert!(rounds < 10, "Redis is back, and nobody notices");
    }
}

#[tokio::test]
async fn a_redis_that_hangs_costs_a_few_seconds_and_no_call() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let house = House::open(Source::MonetaGo).await;
    let (mut one, mut two) = two(&house, &redis).await;
    one.call().await;
    two.call().await;
    redis.hang();
    house.expire_tokens();
    one.tell().await;
    two.tell().await;
    for process in [&mut one, &mut two] {
        assert_eq!(process.hear().await, "done");
    }
    assert_eq!(house.given(), 3);
    // With a token at hand, nobody looks at Redis.
    let waited = one.call().await;
    assert!(waited < Duration::from_secs(2), "{waited:?}");
    house.expire_tokens();
    assert!(one.call().await < BOUND);
    redis.go_on();
}

/// After Redis was away, each process has another token. When the provider then gives up all of them, the one that lies in
/// the store is worth no more than the one that was just refused.
#[tokio::test]
async fn a_refused_token_whose_place_is_taken_by_a_refused_one_from_the_store_costs_no_call() {
    for source in Source::ALL {
        let house = House::open(source).await;
        let (own, others) = (OneSlot::default(), OneSlot::default());
        let caller = house.facts().caller(source, own.clone(), None);
        caller.call().await.unwrap();
        let other = house.facts().caller(source, others.clone(), None);
        other.call().await.unwrap();
        let left = others.load("").await.unwrap().unwrap();
        own.save("", &left).await.unwrap();
        house.expire_tokens();
        caller.call().await.unwrap();
        assert_eq!(house.given(), 3, "{source:?}");
    }
}

//! Redis holds something else than a token under our key: it counts as nothing, and the next token takes its place.

use super::house::{House, Source};
use super::redis_server::Redis;

#[tokio::test]
async fn what_is_no_token_counts_as_none_and_is_replaced() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let house = House::open(Source::MonetaGo).await;
    let caller = || house.facts().caller(house.source, redis.store(), None);
    caller().call().await.unwrap();
    let keys = redis.token_keys();
    let [key] = &keys[..] else { panic!("{keys:?}") };
    let key = key.as_bytes();
    let token = redis.say(&[b"GET", key]).concat();
    let bound = token
        .split("\"bound_to\":")
        .nth(1)
        .unwrap()
        .trim_end_matches('}')
        .to_owned();
    let deep = "[".repeat(100_000);
    let huge = format!("{{\"access\":\"{}\"", "a".repeat(1 << 20));
    let garbage: Vec<Vec<u8>> = vec![
        b"".to_vec(),
        b"null".to_vec(),
        b"{}".to_vec(),
        b"\xff\xfe\x00".to_vec(),
        b"{\"access\":7}".to_vec(),
        deep.into_bytes(),
        huge.into_bytes(),
        // Whole tokens of ours, but for what is in them.
        format!("{{\"access\":\"a\\r\\nx-evil: 1\",\"bound_to\":{bound}}}").into_bytes(),
        format!("{{\"access\":\"a\",\"token_type\":\"Bearer\\r\\nx-evil: 1\\r\\n\",\"bound_to\":{bound}}}").into_bytes(),
        format!("{{\"access\":\"\",\"bound_to\":{bound}}}").into_bytes(),
        format!("{{\"access\":\"a\",\"expires_at\":\"-262143-01-01T00:00:00Z\",\"bound_to\":{bound}}}").into_bytes(),
        // Another client's.
        b"{\"access\":\"a\",\"bound_to\":\"00000000000000000000000000000000\"}".to_vec(),
    ];
    for (at, garbage) in garbage.iter().enumerate() {
        redis.say(&[b"SET", key, garbage]);
        let before = house.given();
        caller()
            .call()
            .await
            .unwrap_or_else(|error| panic!("garbage {at}: {error}"));
        caller().call().await.unwrap();
        assert_eq!(house.given(), before + 1, "garbage {at}");
    }
    redis.say(&[b"DEL", key]);
    redis.say(&[b"LPUSH", key, b"a list"]);
    let before = house.given();
    caller().call().await.unwrap();
    caller().call().await.unwrap();
    assert_eq!(house.given(), before + 1, "a list");
    let refused = |one: &florin_sandbox::Received| one.answered.is_some_and(|status| status == 401);
    assert!(
        !house.received().iter().any(refused),
        "none of it was ever sent"
    );
}

use std::time::Duration;

use florin_core::{Backoff, TokenError};

use super::super::{Market, Prices, Reason, Refusal};
use super::{HEARTBEAT, Server, Tokens, ask, error, gap, price, prices, seam, source};

/// The refusal that is documented.
const FORBIDDEN: &str = r#"{"message":"Jane has no access","responseType":"ERROR","requestId":"r-1","errorCode":"NO_ACCESS"}"#;

fn seconds(pauses: &[Duration]) -> Vec<u64> {
    pauses.iter().map(Duration::as_secs).collect()
}

#[tokio::test(start_paused = true)]
async fn pauses_double_up_to_half_a_minute_and_each_failure_is_told() {
    let server = Server::default();
    let mut prices = prices(&server);
    for failed in 1..=7 {
        let gap = gap(prices.next().await);
        assert_eq!((gap.failed_attempts, gap.losses), (failed, 0));
        assert!(matches!(gap.reason, Reason::Unreachable(_)));
    }
    assert_eq!(seconds(&server.pauses()), [1, 2, 4, 8, 16, 30]);
}

#[tokio::test(start_paused = true)]
async fn chance_shortens_a_pause_by_up_to_a_half() {
    let server = Server::default();
    let backoff = Backoff::new(Duration::from_secs(8), Duration::from_secs(30)).unwrap();
    let mut source = source(Tokens::default());
    source.seam = florin_core::Seam::without_chance(super::start(), 0.0);
    let mut prices = Prices::new(Market::eur("BTC").into(), source)
        .link(server.clone())
        .backoff(backoff);
    gap(prices.next().await);
    gap(prices.next().await);
    assert_eq!(seconds(&server.pauses()), [4]);
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_outlived_the_pause_before_it_begins_the_pauses_anew() {
    let server = Server::default();
    server.is_unreachable(3);
    let line = server.opens();
    let mut prices = prices(&server);
    line.say(HEARTBEAT);
    while !prices.handle().is_live() {
        gap(prices.next().await);
    }
    let dropping = tokio::spawn(async move {
        seam().sleep(Duration::from_millis(4500)).await;
        drop(line);
    });
    while server.attempts().len() < 5 {
        gap(prices.next().await);
    }
    dropping.await.unwrap();
    let pauses = server.pauses();
    assert_eq!(seconds(&pauses[..3]), [1, 2, 4]);
    assert_eq!(pauses[3].as_millis(), 4500 + 1000);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_takes_connections_and_drops_them_is_asked_more_and_more_seldom() {
    let server = Server::default();
    for _ in 0..4 {
        server.opens().say(HEARTBEAT);
    }
    let mut prices = prices(&server);
    while server.attempts().len() < 5 {
        gap(prices.next().await);
    }
    assert_eq!(seconds(&server.pauses()), [1, 2, 4, 8]);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_without_an_answer_is_given_up() {
    let server = Server::default();
    server.hangs();
    let mut prices = prices(&server).handshake_timeout(Duration::from_secs(7));
    let asked = tokio::time::Instant::now();
    let reason = gap(prices.next().await).reason;
    assert_eq!(asked.elapsed().as_secs(), 7);
    assert!(matches!(reason, Reason::NoAnswer(limit) if limit == Duration::from_secs(7)));
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_renewed_once_and_then_the_stream_ends() {
    for status in [401, 403] {
        let server = Server::default();
        server.refuses(status, FORBIDDEN);
        server.refuses(status, FORBIDDEN);
        let mut prices = prices(&server);
        let error = error(prices.next().await);
        assert!(error.is_auth());
        let said = error.to_string();
        for part in [
            "https://prices.example/websocket/prices",
            &status.to_string(),
            "NO_ACCESS",
            "request r-1",
            "check the credentials",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert!(!format!("{error} {error:?}").contains("Jane"));
        assert!(
            format!("{error:?}").contains(r#"Some("NO_ACCESS")"#),
            "{error:?}"
        );
        let refusal = error.reason().refusal().map(Refusal::message);
        assert_eq!(refusal, Some(Some("Jane has no access")));
        assert!(prices.next().await.is_none());
        let tokens: Vec<_> = server.attempts().into_iter().map(|a| a.token).collect();
        assert_eq!(
            tokens,
            [Some("token 1".to_owned()), Some("token 2".to_owned())]
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_that_ran_out_is_renewed_on_the_way_back_each_time() {
    let server = Server::default();
    let mut line = server.opens();
    let mut prices = prices(&server);
    line.say(ask("BTC", "1"));
    price(prices.next().await);
    for _ in 0..2 {
        server.refuses(401, "");
        let next = server.opens();
        next.say(ask("BTC", "2"));
        drop(std::mem::replace(&mut line, next));
        assert!(!gap(prices.next().await).is_over());
        let back = gap(prices.next().await);
        assert!(back.is_over());
        assert_eq!(back.failed_attempts, 0, "renewing is part of an attempt");
        price(prices.next().await);
    }
    let last = server.attempts().pop().unwrap();
    assert_eq!(last.token.as_deref(), Some("token 3"));
}

#[tokio::test(start_paused = true)]
async fn once_prices_have_come_no_refusal_ends_the_stream() {
    let server = Server::default();
    let line = server.opens();
    for _ in 0..4 {
        server.refuses(403, FORBIDDEN);
    }
    let back = server.opens();
    let mut prices = prices(&server);
    line.say(ask("BTC", "1"));
    price(prices.next().await);
    drop(line);
    back.say(HEARTBEAT);
    let mut last = gap(prices.next().await);
    while !last.is_over() {
        last = gap(prices.next().await);
    }
    assert_eq!(last.failed_attempts, 3);
    let tokens: Vec<_> = server
        .attempts()
        .into_iter()
        .filter_map(|attempt| attempt.token)
        .collect();
    assert_eq!(
        tokens.last().map(String::as_str),
        Some("token 2"),
        "one renewal"
    );
}

#[tokio::test(start_paused = true)]
async fn where_nothing_is_at_one_documented_path_the_other_is_tried_and_kept() {
    let server = Server::default();
    server.refuses(404, "");
    let first = server.opens();
    let second = server.opens();
    let mut prices = prices(&server);
    first.say(ask("BTC", "1"));
    price(prices.next().await);
    drop(first);
    second.say(HEARTBEAT);
    gap(prices.next().await);
    assert!(gap(prices.next().await).is_over());
    let paths: Vec<_> = server.attempts().into_iter().map(|a| a.path).collect();
    assert_eq!(
        paths,
        [
            "/websocket/prices",
            "/websockets/prices",
            "/websockets/prices"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn nothing_at_either_path_ends_the_stream_and_a_path_of_ones_own_has_no_other() {
    let server = Server::default();
    server.refuses(404, "");
    server.refuses(404, "");
    let mut both = prices(&server).path("/websockets/prices");
    let said = error(both.next().await).to_string();
    assert!(said.contains("404") && said.contains("`path`"), "{said}");
    assert_eq!(server.attempts()[1].path, "/websocket/prices");

    server.refuses(404, "");
    let mut own = prices(&server).path("/live");
    assert!(error(own.next().await).to_string().contains("/live"));
    assert_eq!(server.attempts().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_busy_server_is_asked_again_and_one_that_is_no_price_socket_is_not() {
    for status in [429, 500, 503] {
        let server = Server::default();
        server.refuses(status, "<html>");
        let line = server.opens();
        line.say(ask("BTC", "1"));
        let mut prices = prices(&server);
        let gap = gap(prices.next().await);
        assert_eq!(gap.reason.refusal().map(Refusal::status), Some(status));
        price_after_gap(&mut prices).await;
    }
    for status in [200, 302, 400, 410] {
        let server = Server::default();
        server.refuses(status, "");
        error(prices(&server).next().await);
    }
}

async fn price_after_gap(prices: &mut Prices) {
    assert!(gap(prices.next().await).is_over());
    price(prices.next().await);
}

#[tokio::test(start_paused = true)]
async fn without_a_token_nothing_is_asked_for_one() {
    let server = Server::default();
    let line = server.opens();
    line.say(ask("BTC", "1"));
    let tokens = Tokens {
        fails_with: Some(TokenError::refused("never asked")),
        ..Tokens::default()
    };
    let mut prices = Prices::new(Market::eur("BTC").into(), source(tokens))
        .link(server.clone())
        .send_token(false);
    price(prices.next().await);
    assert_eq!(server.attempts()[0].token, None);
}

#[tokio::test(start_paused = true)]
async fn credentials_that_are_refused_end_the_stream_and_a_token_host_that_is_away_does_not() {
    let server = Server::default();
    let with = |fails_with| {
        let tokens = Tokens {
            fails_with: Some(fails_with),
            ..Tokens::default()
        };
        Prices::new(Market::eur("BTC").into(), source(tokens)).link(server.clone())
    };
    let refused = error(with(TokenError::refused("invalid_client")).next().await);
    assert!(refused.is_auth());
    assert!(refused.to_string().contains("invalid_client"));
    let mut waiting = with(TokenError::transient("down"));
    let reason = gap(waiting.next().await).reason;
    assert!(matches!(reason, Reason::Token(_)));
    assert!(server.attempts().is_empty());
}

//! Live prices: the token that they are asked with, and what the server says when it is through.

use std::time::Duration;

use florin::core::StaticToken;
use florin::tradevest::prices::{Market, Update};
use florin::tradevest::{Client, Credentials, Environment};
use florin_sandbox::{Clock, Sandbox};
use florin_tests::tradevest::MARK;

use super::captured::Captured;
use super::said::Said;

#[tokio::test]
async fn no_token_and_no_error_of_the_price_socket_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let sandbox = Sandbox::builder()
        .clock(&Clock::manual())
        .start()
        .await
        .unwrap();
    let tradevest = sandbox.tradevest();
    let client = |prices: String| {
        Client::builder()
            .environment(Environment::Custom {
                api: tradevest.api_url(),
                auth: tradevest.auth_url(),
                prices: Some(prices),
            })
            .credentials(Credentials::new("a-client", MARK))
            .build()
    };
    // It is no client of the sandbox's, and goes without a token.
    let known = client(tradevest.prices_url()).unwrap();
    let mut prices = known.prices([Market::eur("BTC")]).send_token(false);
    said.debug(&prices);
    let socket = tradevest.prices();
    let say = async {
        socket.wait_for_subscriptions(1).await;
        socket.say(&format!(
            r#"{{"type": "ERROR", "error": "the {MARK} is unknown", "connectionId": "c-4711", "somethingNew": "{MARK}"}}"#
        ));
    };
    let (update, ()) = tokio::join!(prices.next(), say);
    let Some(Ok(Update::Gap(gap))) = update else {
        panic!("a gap was due: {update:?}");
    };
    let told = gap.provider_error.clone().unwrap();
    assert!(told.error().unwrap().contains(MARK), "it is there");
    said.debug(&gap);
    said.debug(&gap.reason.to_string());
    said.debug(&told.to_string());
    said.debug(&prices.handle());
    drop(prices);

    // The token host refuses the secret.
    let mut prices = known.prices([Market::eur("BTC")]);
    for _ in 0..2 {
        match tokio::time::timeout(Duration::from_secs(5), prices.next()).await {
            Ok(Some(Ok(update))) => said.debug(&update),
            Ok(Some(Err(error))) => said.other(&error),
            Ok(None) | Err(_) => break,
        }
    }
    for odd in [
        format!("http://{MARK}:{MARK}@127.0.0.1/"),
        format!("{MARK} prices"),
    ] {
        match client(odd) {
            Ok(client) => {
                let mut prices = client.prices([Market::eur("BTC")]).send_token(false);
                if let Ok(Some(Err(error))) =
                    tokio::time::timeout(Duration::from_secs(5), prices.next()).await
                {
                    said.other(&error);
                }
            }
            Err(error) => said.other(&error),
        }
    }
    said.debug(&StaticToken::new(MARK));
    said.is_clean(&captured);
}

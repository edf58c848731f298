//! The price socket: frames, ends and handshakes with canaries in them.

use std::time::Duration;

use florin::core::Backoff;
use florin::tradevest::prices::{Market, Prices};
use florin::tradevest::{Client, Credentials, Environment};
use florin_sandbox::{Clock, Sandbox};

use super::broken::broken;
use super::canary::MARKED;
use super::replies::refused;
use super::server::Server;
use super::{said, sieve};

/// Most come at once; some never do.
const PATIENCE: Duration = Duration::from_millis(500);

fn client(url: String, auth: String, prices: String) -> Client {
    let environment = Environment::Custom {
        api: url,
        auth,
        prices: Some(prices),
    };
    let credentials = Credentials::new("a-client", MARKED.text);
    let builder = Client::builder()
        .environment(environment)
        .credentials(credentials);
    said::handle("Debug of clients", &builder);
    builder.build().unwrap()
}

fn quick(prices: Prices) -> Prices {
    let quick = Backoff::new(Duration::from_millis(1), Duration::from_millis(2)).unwrap();
    prices.backoff(quick)
}

/// What comes next, whatever it is.
async fn next(prices: &mut Prices) {
    match tokio::time::timeout(PATIENCE, prices.next()).await {
        Ok(Some(Ok(update))) => {
            said::value("updates of prices", &update);
            if let florin::tradevest::prices::Update::Gap(gap) = update {
                sieve::never("errors", &gap.reason.to_string());
                if let Some(told) = gap.provider_error {
                    sieve::never("errors", &format!("{told} {told:?} {told:#?}"));
                }
            }
        }
        Ok(Some(Err(error))) => {
            said::error(&error);
            said::panicking(|| Err::<(), _>(error).unwrap());
        }
        Ok(None) | Err(_) => {}
    }
    said::handle("handles", prices);
    said::handle("handles", &prices.handle());
}

/// All of it.
pub(crate) async fn everything() {
    let text = MARKED.text;
    let sandbox = Sandbox::builder()
        .clock(&Clock::manual())
        .start()
        .await
        .unwrap();
    let tradevest = sandbox.tradevest();
    let client_of_sandbox = client(
        tradevest.api_url(),
        tradevest.auth_url(),
        tradevest.prices_url(),
    );
    let socket = tradevest.prices();
    let frames = [
        format!(
            r#"{{"type": "ERROR", "error": "the {text} is unknown", "connectionId": "the one of {text}", "{text}": "{text}"}}"#
        ),
        format!(r#"{{"type": "{text}", "data": "{text}"}}"#),
        format!(
            r#"{{"type": "PRICE", "asks": [["{text}", {{"{text}": 1}}]], "symbol": "{text}"}}"#
        ),
        format!(r#"[{{"symbol": "{text}", "currency": "{text}", "asks": "{text}"}}]"#),
        format!(r#"{{"{text}": "#),
        text.to_owned(),
        format!("\"{text}\""),
    ];
    for frame in &frames {
        sieve::doing("a frame");
        let before = socket.subscriptions().len();
        let mut prices = quick(
            client_of_sandbox
                .prices([Market::eur("BTC")])
                .send_token(false),
        );
        let say = async {
            socket.wait_for_subscriptions(before + 1).await;
            socket.say(frame);
            socket.say_bytes(frame.clone().into_bytes());
            socket.fail(text);
        };
        tokio::join!(next(&mut prices), say);
        next(&mut prices).await;
    }
    // Whoever answers the handshake with something else.
    let server = Server::start().await;
    let other = client(server.url(), server.url(), server.url());
    for reply in refused(None)
        .into_iter()
        .step_by(7)
        .chain(broken().into_iter().step_by(2))
    {
        sieve::doing(&format!("a handshake, {}", reply.name));
        let reply = reply.reply;
        server.says(move |_| reply.clone());
        for with_token in [false, true] {
            let mut prices = quick(other.prices([Market::eur("BTC")]).send_token(with_token));
            next(&mut prices).await;
        }
    }
}

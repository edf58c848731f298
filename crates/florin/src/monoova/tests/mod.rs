//! The client against a scripted network: what is sent, what isn't, and what an answer is taken for.

mod deals;
mod held_funds;
mod inputs;
mod leniency;
mod listing;
mod orders;
mod problems;
mod references;
mod settings;
mod tokens;
mod users;
mod walk;
mod writes;

use chrono::{DateTime, Utc};
use florin_core::{RetryPolicy, Seam};
use oauth2::url::Url;
use serde_json::json;

use super::{
    Amount, Client, ClientBuilder, Country, Credentials, Currency, Environment, NewBeneficiary,
    Order, Payment,
};
use crate::oauth::scripted::{Scripted, Sent};

const TOKEN_URL: &str = "https://auth.example/global/oauth/token";

fn now() -> DateTime<Utc> {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

fn builder(network: &Scripted) -> ClientBuilder {
    Client::builder()
        .environment(Environment::Sandbox)
        .token_url(TOKEN_URL)
        .seam(Seam::simulated(now(), 1))
        .transport(network.transport())
}

fn office(network: &Scripted) -> ClientBuilder {
    builder(network).credentials(Credentials::back_office("app", "s3cret"))
}

/// A back office that acts for user 42 and repeats nothing by itself.
fn client(network: &Scripted) -> Client {
    office(network)
        .user_id(42)
        .retry(RetryPolicy::never())
        .build()
        .unwrap()
}

/// Hands out tokens t1, t2, …; a call is answered by `answer`.
fn with_tokens(answer: impl Fn(&Sent) -> (u16, String) + Send + Sync + 'static) -> Scripted {
    let issued = std::sync::atomic::AtomicU32::new(0);
    Scripted::answering(move |sent| {
        if sent.operation != "create_access_token" {
            return answer(sent);
        }
        let number = 1 + issued.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        let token = json!({"access_token": format!("t{number}"), "token_type": "Bearer"});
        (200, token.to_string())
    })
}

fn answering(status: u16, body: &'static str) -> Scripted {
    with_tokens(move |_| (status, body.to_owned()))
}

/// Answers one after the other; the last one stays.
fn in_turn(answers: &'static [(u16, &'static str)]) -> Scripted {
    let next = std::sync::atomic::AtomicUsize::new(0);
    with_tokens(move |_| {
        let at = next.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        let (status, body) = answers[at.min(answers.len() - 1)];
        (status, body.to_owned())
    })
}

/// The requests but for those for a token.
fn calls(network: &Scripted) -> Vec<Sent> {
    let mut sent = network.sent();
    sent.retain(|sent| sent.operation != "create_access_token");
    sent
}

fn parameter(sent: &Sent, name: &str) -> Option<String> {
    let url = Url::parse(&sent.url).unwrap();
    url.query_pairs()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.into_owned())
}

const CREATED: &str = r#"{"transaction":{"id":7001,"status":"created"}}"#;
const REFUSED: &str = r#"{"errors":{"transaction.payments":["are wrong"]}}"#;

fn order(amount: &str) -> Order {
    let amount = amount.parse().unwrap();
    Order::new(
        Currency::code("AUD"),
        Currency::code("USD"),
        Amount::Buy(amount),
    )
    .payment(Payment::new(20_481, amount).reference("c4nary"))
}

fn beneficiary() -> NewBeneficiary {
    NewBeneficiary::individual("Jane", "Doe", Country::code("USA"), Currency::code("USD"))
}

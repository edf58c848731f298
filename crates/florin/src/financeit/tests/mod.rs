//! The client against a scripted network: what is sent, what isn't, and what an answer is taken for.

mod loan_poll;
mod loans;
mod refusals;
mod tokens;
mod verbs;
mod walk;

use chrono::{DateTime, Utc};
use florin_core::{Seam, StaticToken};
use oauth2::url::Url;
use serde_json::json;

use super::types::{self, SendVia};
use super::{Account, Client, ClientBuilder, Credentials, Environment};
use crate::oauth::scripted::{Scripted, Sent};

fn now() -> DateTime<Utc> {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

fn builder(network: &Scripted) -> ClientBuilder {
    Client::builder()
        .environment(Environment::Training)
        .seam(Seam::simulated(now(), 1))
        .transport(network.transport())
}

fn login(network: &Scripted, account: Account) -> Client {
    builder(network)
        .credentials(Credentials::login("app", "s3cret", "jane", "p4ss"))
        .account(account)
        .build()
        .unwrap()
}

fn anonymous(network: &Scripted) -> Client {
    builder(network)
        .credentials(Credentials::anonymous("app", "s3cret"))
        .build()
        .unwrap()
}

fn authorized(network: &Scripted) -> Client {
    builder(network)
        .authorized(StaticToken::new("t0ken"))
        .account(Account::Broker)
        .build()
        .unwrap()
}

/// Hands out tokens t1, t2, …; a call is answered by `answer`.
fn with_tokens(answer: impl Fn(&Sent) -> (u16, String) + Send + Sync + 'static) -> Scripted {
    let issued = std::sync::atomic::AtomicU32::new(0);
    Scripted::answering(move |sent| {
        if sent.operation != "create_user_oauth_token" {
            return answer(sent);
        }
        let number = 1 + issued.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        (
            200,
            json!({"access_token": format!("t{number}"), "user_id": null}).to_string(),
        )
    })
}

fn answering(status: u16, body: &'static str) -> Scripted {
    with_tokens(move |_| (status, body.to_owned()))
}

fn count(network: &Scripted, operation: &str) -> usize {
    let sent = network.sent();
    sent.iter()
        .filter(|sent| sent.operation == operation)
        .count()
}

fn last(network: &Scripted) -> Sent {
    network.sent().pop().unwrap()
}

fn invite() -> types::DirectInviteRequest {
    types::DirectInviteRequest::builder()
        .promo_program_id(0)
        .send_via(SendVia::Email)
        .email("jane@example.com".to_owned())
        .partner_id(632)
        .try_into()
        .unwrap()
}

fn parameter(sent: &Sent, name: &str) -> Option<String> {
    let url = Url::parse(&sent.url).unwrap();
    url.query_pairs()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.into_owned())
}

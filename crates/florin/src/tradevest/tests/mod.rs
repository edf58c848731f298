//! The client against a scripted network: what is sent, what isn't, and what an answer is taken for.

#[cfg(feature = "tradevest-onboarding")]
mod changelogs;
#[cfg(feature = "tradevest")]
mod creations;
#[cfg(feature = "tradevest-onboarding")]
mod documents;
#[cfg(feature = "tradevest-onboarding")]
mod lists;
#[cfg(feature = "tradevest")]
mod lookups;
#[cfg(feature = "tradevest-trading")]
mod money;
#[cfg(feature = "tradevest")]
mod onboarding;
#[cfg(feature = "tradevest-trading")]
mod requestors;
#[cfg(feature = "tradevest-trading")]
mod securities;
mod settings;
mod tokens;

use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

use chrono::{DateTime, Utc};
use florin_core::Seam;
use serde_json::json;

use super::{Client, ClientBuilder, Credentials, Environment, RequestorId};
use crate::oauth::scripted::{Scripted, Sent};

pub(super) const PERSON: &str = "0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10";

#[cfg(feature = "tradevest-trading")]
const OTHER: &str = "7b7f0a52-2a2e-4c1c-9d56-3f4f3d1c0a11";

pub(super) fn now() -> DateTime<Utc> {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

pub(super) fn builder(network: &Scripted) -> ClientBuilder {
    Client::builder()
        .environment(Environment::Test)
        .credentials(Credentials::new("app", "s3cret"))
        .seam(Seam::simulated(now(), 1))
        .transport(network.transport())
}

pub(super) fn person(id: &str) -> RequestorId {
    id.parse().unwrap()
}

/// A client that acts for a person.
pub(super) fn client(network: &Scripted) -> Client {
    builder(network).requestor(person(PERSON)).build().unwrap()
}

/// Hands out tokens t1, t2, …; a call is answered by `answer`.
pub(super) fn with_tokens(
    answer: impl Fn(&Sent) -> (u16, String) + Send + Sync + 'static,
) -> Scripted {
    let issued = AtomicU32::new(0);
    Scripted::answering(move |sent| {
        if sent.operation != "get_token" {
            return answer(sent);
        }
        let number = 1 + issued.fetch_add(1, Ordering::SeqCst);
        let token = json!({"access_token": format!("t{number}"), "token_type": "Bearer"});
        (200, token.to_string())
    })
}

/// Answers one after the other; the last one stays.
pub(super) fn in_turn(answers: &'static [(u16, &'static str)]) -> Scripted {
    let next = AtomicUsize::new(0);
    with_tokens(move |_| {
        let at = next.fetch_add(1, Ordering::SeqCst);
        let (status, body) = answers[at.min(answers.len() - 1)];
        (status, body.to_owned())
    })
}

/// The requests but for those for a token.
pub(super) fn calls(network: &Scripted) -> Vec<Sent> {
    let mut sent = network.sent();
    sent.retain(|sent| sent.operation != "get_token");
    sent
}

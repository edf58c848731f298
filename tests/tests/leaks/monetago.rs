//! Every verb of MonetaGo's facade, with canaries wherever a caller can put one.

use std::fmt::Debug;
use std::time::Duration;

use florin::monetago::{Client, Error, Fvr, Selection, types};
use florin_sandbox::samples::Way;
use serde_json::json;

use super::canary::PLAIN;
use super::planted::planted;
use super::said;
use super::spec::Spec;

const SOON: Duration = Duration::from_secs(1);

/// Of what is any JSON, the errors: it shows itself, as JSON does.
fn open(outcome: Result<serde_json::Value, Error>) {
    if let Err(error) = outcome {
        said::failed(error, false);
    }
}

fn outcome<T: Debug>(outcome: Result<T, Error>) -> Option<T> {
    match outcome {
        Ok(value) => {
            said::value("facades", &value);
            Some(value)
        }
        Err(error) => {
            said::failed(error, false);
            None
        }
    }
}

/// A registration that is all canaries, but for what has to fit together.
fn registration() -> types::RegistrationRequest {
    let spec = Spec::of("monetago");
    let register = spec
        .operations
        .iter()
        .find(|known| known.id == "register_transactions");
    let schema = register.unwrap().body.clone().unwrap();
    let value = planted(&spec.document, &schema, Way::Sent).value;
    serde_json::from_value(value).unwrap()
}

/// All of it.
pub(crate) async fn everything(client: &Client) {
    said::handle("Debug of clients", client);
    let request = registration();
    said::value("Debug of bodies", &request);
    outcome(client.register(&request).await);
    let sample = include_str!("../../examples/quickstart/registration.json");
    let request: types::RegistrationRequest = serde_json::from_str(sample).unwrap();
    if let Some(registration) = outcome(client.register(&request).await) {
        said::value("handles", &registration);
        outcome(registration.poller().deadline(SOON).await);
        outcome(registration.poll_all().deadline(SOON).await);
        let watch = client.watch().start();
        said::value("handles", &watch);
        outcome(registration.watched_by(&watch).deadline(SOON).await);
        said::value("handles", &watch.last_error());
        for fvr in outcome(registration.read().await).unwrap_or_default() {
            changes(client, &fvr).await;
        }
    }
    for fvr in outcome(client.find(PLAIN.text).await).unwrap_or_default() {
        changes(client, &fvr).await;
    }
    outcome(client.finance_all(Selection::fvr(PLAIN.text)).await);
    open(client.cancellation_status(PLAIN.text).await);
    open(client.document_matches().await);
    let mut feed = client.activity(florin::monetago::Checkpoint::default());
    for _ in 0..2 {
        let event = tokio::time::timeout(SOON, feed.next()).await;
        if let Ok(event) = event {
            outcome(event);
        }
        said::value("handles", &feed);
    }
}

async fn changes(client: &Client, fvr: &Fvr) {
    said::value("handles", fvr);
    let fields = json!({"reason": PLAIN.text, PLAIN.text: PLAIN.text});
    let fields = fields.as_object().unwrap().clone();
    let changes = [
        outcome(client.finance(fvr).await),
        outcome(client.cancel(fvr).await),
        outcome(client.cancel_with(fvr, fields).await),
    ];
    for change in changes.into_iter().flatten() {
        said::value("handles", &change);
        outcome(change.poller().deadline(SOON).await);
    }
    for entry in fvr.matches() {
        outcome(client.document_match(entry).await);
    }
    outcome(client.read(fvr).await);
}

//! What `florin::testing` records of every operation, and shows in snapshots.

use std::fmt::Write as _;
use std::sync::Arc;

use florin::core::Session;
use florin::testing::Recorder;

use super::call::Call;
use super::canary::MARKED;
use super::generated::{Tally, prepare};
use super::spec::Spec;
use super::{calls, sieve};

async fn provider<C: Clone>(name: &str, client: impl Fn(Session) -> C, calls: Vec<Call<C>>) {
    let spec = Spec::of(name);
    for call in calls {
        sieve::doing(&format!("{name}, {}, recorded", call.operation));
        let operation = spec
            .operations
            .iter()
            .find(|known| known.id == call.operation);
        let prepared = prepare(&spec, operation.unwrap(), &mut Tally::default());
        let recorder = Recorder::new();
        let body = prepared
            .good
            .map(|body| body.to_string())
            .unwrap_or_default();
        recorder.answer(call.operation, 200, body);
        let mut builder = Session::builder("https://api.example.com")
            .bearer(MARKED.text)
            .header("X-Api-Key", MARKED.text)
            .transport(Arc::new(recorder.clone()));
        for host in &spec.hosts {
            builder = builder.server(host.clone(), "https://other.example.com");
        }
        let mut given = prepared.given;
        let key = given.parameters.get_mut("idempotencykey");
        key.into_iter().for_each(|key| *key = "a-key".into());
        (call.send)(client(builder.build().unwrap()), given).await;
        let sent = recorder.requests_of(call.operation);
        assert_eq!(sent.len(), 1, "{name}: {} is recorded", call.operation);
        let mut shown = format!("{recorder} {recorder:?} {recorder:#?}");
        for sent in sent {
            let _ = write!(shown, "{sent} {sent:?} {sent:#?}");
        }
        sieve::unmarked("recordings", &shown);
    }
}

/// Every operation of every provider, recorded.
pub(crate) async fn everything() {
    macro_rules! provider {
        ($($name:ident, $client:path;)+) => {$(
            provider(stringify!($name), $client, calls::$name::all()).await;
        )+};
    }
    provider! {
        financeit, florin_financeit::Client::new;
        monetago, florin_monetago::Client::new;
        monoova, florin_monoova::Client::new;
        nemuru, florin_nemuru::Client::new;
        tradevest, florin_tradevest::Client::new;
    }
}

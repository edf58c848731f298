//! Every generated operation of every provider, over a socket, and every way in which it can go.

use std::collections::BTreeSet;

use florin::RetryPolicy;
use florin::core::Session;
use florin_sandbox::samples::Way;
use serde_json::Value;

use super::broken::broken;
use super::call::{Call, Given, bare};
use super::canary::{MARKED, Whose, find};
use super::planted::{Planted, planted};
use super::replies::{Named, malformed, of_wrong_types, refused};
use super::server::{Reply, Server};
use super::spec::{Operation, Spec};
use super::{calls, said, sieve};

/// How far a run goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Each operation meets each answer that depends on it, and the others in turn.
    InTurn,
    /// Each operation meets each answer.
    Whole,
}

/// What a run has come to.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) operations: usize,
    pub(crate) calls: usize,
    pub(crate) canaries_sent: usize,
    pub(crate) canaries_answered: usize,
    /// Marked places that could hold none.
    pub(crate) left: BTreeSet<String>,
}

/// What one operation is called with, and what it answers.
pub(crate) struct Prepared {
    pub(crate) given: Given,
    pub(crate) success: Reply,
    pub(crate) good: Option<Value>,
    unlisted: Option<Value>,
    error: Option<Value>,
}

/// Makes the values of an operation.
pub(crate) fn prepare(spec: &Spec, operation: &Operation, tally: &mut Tally) -> Prepared {
    let mut plant = |schema: &Value, way| {
        let Planted {
            value,
            unlisted,
            canaries,
            left,
        } = planted(&spec.document, schema, way);
        match way {
            Way::Sent => tally.canaries_sent += canaries,
            Way::Answered => tally.canaries_answered += canaries,
        }
        let left = left.iter().map(|place| format!("{} {place}", operation.id));
        tally.left.extend(left);
        (value, unlisted)
    };
    let parameters = operation.parameters.iter().map(|parameter| {
        let (value, _) = plant(&parameter.schema, Way::Sent);
        (bare(&parameter.name), value)
    });
    let parameters = parameters.collect();
    let body = operation.body.as_ref().map(|body| plant(body, Way::Sent).0);
    let error = operation.error.as_ref();
    let error = error.map(|error| plant(error, Way::Answered).0);
    let (status, content) = &operation.success;
    let (mut good, mut unlisted) = (None, None);
    let success = match content {
        None => Reply::new(&format!("{status} {}", MARKED.text), &[], ""),
        Some((media, schema)) => {
            let (value, odd) = plant(schema, Way::Answered);
            let is_json = media.contains("json");
            let text = match &value {
                Value::String(text) if !is_json => format!("%PDF {text}"),
                value => value.to_string(),
            };
            good = is_json.then_some(value);
            unlisted = is_json.then_some(odd);
            let headers = [
                ("content-type", media.as_str()),
                ("set-cookie", MARKED.text),
                ("x-request-id", MARKED.text),
            ];
            Reply::new(&format!("{status} {}", MARKED.text), &headers, text)
        }
    };
    Prepared {
        given: Given {
            parameters,
            body,
            panics: false,
        },
        success,
        good,
        unlisted,
        error,
    }
}

/// A session on the server, of somebody whose token is a canary.
pub(crate) fn session(spec: &Spec, url: &str) -> Session {
    let mut builder = Session::builder(format!("{url}/base"))
        .bearer(MARKED.text)
        .header("X-Api-Key", MARKED.text)
        .header("X-Customer", MARKED.text)
        .retry(RetryPolicy::never());
    for host in &spec.hosts {
        builder = builder.server(host.clone(), format!("{url}/{host}"));
    }
    said::handle("Debug of clients", &builder);
    builder.build().unwrap()
}

/// Every operation of one provider.
async fn provider<C: Clone + std::fmt::Debug>(
    server: &Server,
    name: &str,
    client: impl Fn(Session) -> C,
    calls: Vec<Call<C>>,
    extent: Extent,
    tally: &mut Tally,
) {
    let spec = Spec::of(name);
    let known: BTreeSet<_> = spec
        .operations
        .iter()
        .map(|known| known.id.as_str())
        .collect();
    let called: BTreeSet<_> = calls.iter().map(|call| call.operation).collect();
    assert_eq!(
        known, called,
        "calls/{name}.rs has a row for each operation"
    );
    let session = session(&spec, &server.url());
    let client = client(session.clone());
    said::handle("Debug of clients", &(&session, &client));
    let broken = broken();
    let mut turn = 0;
    for call in &calls {
        let operation = spec
            .operations
            .iter()
            .find(|known| known.id == call.operation);
        let prepared = prepare(&spec, operation.unwrap(), tally);
        tally.operations += 1;
        let mut given = prepared.given.clone();
        let mut keys = 0;
        let mut send = async |reply: &Reply, what: &str, panics: bool| {
            sieve::doing(&format!("{name}, {}, {what}", call.operation));
            let reply = reply.clone();
            server.says(move |_| reply.clone());
            keys += 1;
            let key = format!("{}-{}-{keys}", MARKED.text, call.operation);
            given.parameters.insert("idempotencykey".into(), key.into());
            given.panics = panics;
            (call.send)(client.clone(), given.clone()).await
        };
        server.heard();
        let succeeded = send(&prepared.success, "success", true).await;
        let heard = find(&server.heard());
        let marked = heard.iter().any(|hit| hit.whose == Whose::Marked);
        assert!(marked, "{}: the token went out", call.operation);
        assert!(
            succeeded,
            "{name}: {} is answered as its spec says",
            call.operation
        );
        tally.calls += 1;
        if let Some(unlisted) = &prepared.unlisted {
            let reply = Reply::json(200, unlisted.to_string());
            send(&reply, "values of no list", false).await;
            tally.calls += 1;
        }

        let mut own: Vec<Named> = refused(prepared.error.as_ref());
        if let Some(good) = &prepared.good {
            own.extend(malformed(&good.to_string()));
        }
        own.extend(broken.iter().map(|reply| Named {
            name: reply.name.clone(),
            reply: reply.reply.clone(),
        }));
        let wrong = prepared.good.as_ref().map(of_wrong_types);
        for reply in wrong.unwrap_or_default() {
            tally.calls += 1;
            send(&reply.reply, &reply.name, false).await;
        }
        for reply in own {
            turn += 1;
            let few = match extent {
                Extent::InTurn => 11,
                Extent::Whole => 1,
            };
            if turn % few == 0 {
                tally.calls += 1;
                send(&reply.reply, &reply.name, turn % (few * 7) == 0).await;
            }
        }
    }
}

/// Every operation of every provider.
pub(crate) async fn everything(extent: Extent) -> Tally {
    let server = Server::start().await;
    let mut tally = Tally::default();
    let mut covered = BTreeSet::new();
    macro_rules! provider {
        ($($name:ident, $client:path;)+) => {$(
            covered.insert(stringify!($name).to_owned());
            let all = calls::$name::all();
            assert_eq!(all.len(), florin::$name::operations::ALL.len());
            provider(&server, stringify!($name), $client, all, extent, &mut tally).await;
        )+};
    }
    provider! {
        financeit, florin_financeit::Client::new;
        monetago, florin_monetago::Client::new;
        monoova, florin_monoova::Client::new;
        nemuru, florin_nemuru::Client::new;
        tradevest, florin_tradevest::Client::new;
    }
    assert_eq!(
        covered,
        super::spec::providers(),
        "every provider is covered"
    );
    tally
}

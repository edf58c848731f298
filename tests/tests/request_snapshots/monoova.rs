//! Monoova: each operation sent by real client code, to a recorder and to the sandbox.

use std::collections::BTreeSet;
use std::sync::Arc;

use florin::core::Seam;
use florin::monoova::types::{
    CreateSubCustomerRequest, CreateTransactionRequest, UpdateTransactionRequest,
};
use florin::monoova::{
    Amount, Client, ClientBuilder, Credentials, Currency, Environment, Error, RateQuery, operations,
};
use florin::testing::{Recorded, Recorder};
use florin_sandbox::monoova::User;
use florin_sandbox::{Clock, Received, Sandbox};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::monoova_bodies::{Ids, SAMPLED, beneficiary, only_payment, order, sub_customer};
use super::script::{Answer, faults, first, lay_in};
use super::spec::providers;
use super::wire::{as_recorded, operation_of};
use super::{CANARY, assert_snapshot};

/// The operations that go out under an idempotency key.
const KEYED: [&str; 6] = [
    "create_beneficiary",
    "create_sub_customer",
    "create_transaction",
    "update_transaction",
    "confirm_transaction",
    "confirm_transaction_payments",
];

/// Answers for each operation, enough for the client code above it to go on.
fn answers(ids: Ids) -> Vec<Answer> {
    let deal = json!({"transaction": {"id": ids.deal}});
    vec![
        ("list_countries", 200, json!({"countries": []})),
        ("list_currencies", 200, json!({"currencies": []})),
        (
            "list_transaction_reasons",
            200,
            json!({"transaction_reasons": []}),
        ),
        (
            "list_remuneration_types",
            200,
            json!({"remuneration_types": []}),
        ),
        (
            "get_rate",
            200,
            json!({"rate": {"exchange_rate": "4.7120"}}),
        ),
        ("list_beneficiaries", 200, json!({"beneficiaries": []})),
        (
            "create_beneficiary",
            200,
            json!({"beneficiary": {"id": ids.beneficiary}}),
        ),
        ("get_beneficiary", 200, json!({"id": ids.beneficiary})),
        ("list_sub_customers", 200, json!({"sub_customers": []})),
        (
            "create_sub_customer",
            200,
            json!({"sub_customer": {"id": ids.sub_customers[0]}}),
        ),
        (
            "get_sub_customer",
            200,
            json!({"sub_customer": {"id": ids.sub_customers[0]}}),
        ),
        ("list_transactions", 200, json!({"transactions": []})),
        ("create_transaction", 201, deal.clone()),
        ("get_transaction", 200, deal.clone()),
        ("update_transaction", 200, json!({"id": ids.deal})),
        ("confirm_transaction", 200, deal.clone()),
        ("confirm_transaction_payments", 200, deal),
    ]
}

/// Sends an operation as a user would: with the facade's verb.
async fn send(operation: &str, monoova: &Client, ids: Ids) -> Result<(), Error> {
    let deal = monoova.deal(ids.deal);
    match operation {
        // The client asks for a token by itself, with its first call.
        "create_access_token" | "list_countries" => monoova.countries().page(1).await.map(drop),
        "list_currencies" => {
            let second = monoova.currencies().page_size(50).page(2).await;
            second.map(drop)
        }
        "list_transaction_reasons" => monoova.transaction_reasons().page(1).await.map(drop),
        "list_remuneration_types" => monoova.remuneration_types().page(1).await.map(drop),
        "get_rate" => {
            let amount = Amount::Buy("2500.10".parse().unwrap());
            let pair = RateQuery::new(Currency::code("AUD"), Currency::id(ids.currency));
            monoova.rate(&pair.amount(amount)).await.map(drop)
        }
        "list_beneficiaries" => {
            let paid_in = monoova.beneficiaries().currency(Currency::code("CNH"));
            paid_in.page(1).await.map(drop)
        }
        "create_beneficiary" => {
            let made = monoova.create_beneficiary(&beneficiary(ids)).await;
            made.map(drop)
        }
        "get_beneficiary" => monoova.beneficiary(ids.beneficiary).await.map(drop),
        "list_sub_customers" => monoova.sub_customers().page(1).await.map(drop),
        "create_sub_customer" => {
            let made = monoova.create_sub_customer(&sub_customer()).await;
            made.map(drop)
        }
        "get_sub_customer" => monoova.sub_customer(ids.sub_customers[0]).await.map(drop),
        "list_transactions" => monoova.transactions().page(1).await.map(drop),
        "create_transaction" => monoova.create_transaction(&order(ids)).await.map(drop),
        "get_transaction" => deal.read().await.map(drop),
        "update_transaction" => deal.update(only_payment(ids)).await.map(drop),
        "confirm_transaction" => deal.confirm().await.map(drop),
        "confirm_transaction_payments" => deal.allocate().await.map(drop),
        other => panic!("send {other} here, through the facade if it has a verb for it"),
    }
}

fn recorder() -> Recorder {
    let recorder = Recorder::new();
    lay_in(&recorder, &answers(SAMPLED));
    let token = json!({"access_token": "canary-token", "token_type": "Bearer"});
    lay_in(&recorder, &[("create_access_token", 200, token)]);
    recorder
}

/// A back office that acts for a user; for the token itself a user's website, which says most.
fn client(operation: &str, recorder: &Recorder) -> Client {
    let builder = Client::builder()
        .environment(Environment::Sandbox)
        .token_url("https://sand-api.monoova.com/global/oauth/token")
        .seam(seam(operation))
        .transport(Arc::new(recorder.clone()));
    let builder = match operation {
        "create_access_token" => builder.credentials(Credentials::client_website(
            "florin-tests",
            "canary-secret",
            "canary@example.com",
            "canary-password",
        )),
        _ => builder
            .credentials(Credentials::back_office("florin-tests", "canary-secret"))
            .user_id(SAMPLED.user),
    };
    builder.build().unwrap()
}

/// Keys that are the same in each run, and other ones for each operation.
fn seam(operation: &str) -> Seam {
    let at = operations::ALL
        .iter()
        .position(|known| known.id() == operation);
    let seed = u64::try_from(at.unwrap()).unwrap();
    Seam::simulated("2026-06-30T00:00:00Z".parse().unwrap(), seed)
}

#[tokio::test]
async fn requests_are_as_in_their_snapshots() {
    for operation in operations::ALL {
        let recorder = recorder();
        let monoova = client(operation.id(), &recorder);
        send(operation.id(), &monoova, SAMPLED).await.unwrap();
        let request = first(&recorder, operation.id());
        assert_snapshot("monoova", &request);
    }
}

#[test]
fn the_client_has_the_operations_of_its_spec() {
    let ids = operations::ALL.iter().map(|operation| operation.id());
    let mut client: Vec<_> = ids.map(str::to_owned).collect();
    client.sort();
    let spec: Vec<_> = providers()["monoova"].keys().cloned().collect();
    assert_eq!(client, spec);
}

/// How many canaries an operation shows where personal data are shown; what is secret never is.
#[tokio::test]
async fn the_canaries_are_really_sent() {
    for (operation, canaries) in [
        ("create_access_token", 1),
        ("create_beneficiary", 18),
        ("create_sub_customer", 9),
        ("create_transaction", 4),
    ] {
        let recorder = recorder().with_personal_data();
        let monoova = client(operation, &recorder);
        send(operation, &monoova, SAMPLED).await.unwrap();
        let shown = first(&recorder, operation).to_string().to_ascii_lowercase();
        assert_eq!(shown.matches(CANARY).count(), canaries, "{shown}");
    }
}

/// What an operation's first request says, personal data and all.
async fn body(operation: &str) -> Value {
    let recorder = recorder().with_personal_data();
    let monoova = client(operation, &recorder);
    send(operation, &monoova, SAMPLED).await.unwrap();
    first(&recorder, operation).body.unwrap()
}

fn as_sampled<T: DeserializeOwned + Serialize>(sample: &str) -> Value {
    let read: T = serde_json::from_str(sample).unwrap();
    serde_json::to_value(read).unwrap()
}

#[tokio::test]
async fn the_facade_says_what_the_samples_say() {
    let sample = include_str!("../../fixtures/monoova/create_transaction.json");
    let sampled = as_sampled::<CreateTransactionRequest>(sample);
    assert_eq!(body("create_transaction").await, sampled);
    let sample = include_str!("../../fixtures/monoova/update_transaction.json");
    let sampled = as_sampled::<UpdateTransactionRequest>(sample);
    assert_eq!(body("update_transaction").await, sampled);
    let sample = include_str!("../../fixtures/monoova/create_sub_customer.json");
    let sampled = as_sampled::<CreateSubCustomerRequest>(sample);
    assert_eq!(body("create_sub_customer").await, sampled);
}

fn key(request: &Recorded) -> String {
    let key = request.header("idempotency-key");
    let key = key.unwrap_or_else(|| panic!("no key in {request}"));
    let shape: String = key
        .chars()
        .map(|c| if c.is_ascii_hexdigit() { 'x' } else { c })
        .collect();
    assert_eq!(
        shape, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
        "a UUID, as advised"
    );
    assert_eq!(key.as_bytes()[14], b'4', "of version 4");
    key.to_owned()
}

#[tokio::test(start_paused = true)]
async fn a_call_keeps_its_key_over_all_attempts_and_two_calls_have_two() {
    for operation in KEYED {
        let recorder = Recorder::new();
        let busy = json!({"errors": {"base": ["is being processed"]}});
        // Still at work, a gateway's failure, and done; and the second call is done at once.
        lay_in(
            &recorder,
            &[(operation, 409, busy), (operation, 503, json!(null))],
        );
        lay_in(&recorder, &answers(SAMPLED));
        let monoova = recorder.monoova().build().unwrap();
        for _ in 0..2 {
            send(operation, &monoova, SAMPLED).await.unwrap();
        }
        let keys: Vec<_> = recorder.requests_of(operation).iter().map(key).collect();
        assert_eq!(keys.len(), 4, "{operation}: {keys:?}");
        assert!(
            keys[0] == keys[1] && keys[1] == keys[2],
            "{operation}: {keys:?}"
        );
        assert_ne!(keys[2], keys[3], "{operation}");
    }
}

#[tokio::test]
async fn what_changes_nothing_has_no_key() {
    let keyed: BTreeSet<_> = KEYED.into_iter().collect();
    for operation in operations::ALL.iter().map(|operation| operation.id()) {
        let recorder = recorder();
        let monoova = client(operation, &recorder);
        send(operation, &monoova, SAMPLED).await.unwrap();
        let has_key = first(&recorder, operation)
            .header("idempotency-key")
            .is_some();
        assert_eq!(has_key, keyed.contains(operation), "{operation}");
    }
}

fn credentials(known: florin_sandbox::monoova::Credentials) -> Credentials {
    match known.username.zip(known.password) {
        Some((username, password)) => {
            Credentials::client_website(known.client_id, known.client_secret, username, password)
        }
        None => Credentials::back_office(known.client_id, known.client_secret),
    }
}

/// A client of the sandbox, in the making.
fn at(sandbox: &Sandbox, operation: &str) -> ClientBuilder {
    let monoova = sandbox.monoova();
    let builder = Client::builder()
        .environment(Environment::Custom {
            api: monoova.api_url(),
        })
        .token_url(monoova.token_url());
    match operation {
        "create_access_token" => builder.credentials(credentials(monoova.client_website())),
        _ => builder
            .credentials(credentials(monoova.back_office()))
            .user_id(User::First.id()),
    }
}

#[tokio::test]
async fn the_recorder_shows_what_goes_over_the_wire() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let monoova = sandbox.monoova();
    for fault in faults(&answers(SAMPLED)) {
        monoova.misbehave(fault).unwrap();
    }
    for operation in operations::ALL {
        let recorder = recorder().with_personal_data();
        let id = operation.id();
        let recorded = at(&sandbox, id)
            .seam(seam(id))
            .transport(Arc::new(recorder.clone()));
        send(id, &recorded.build().unwrap(), SAMPLED).await.unwrap();
        monoova.clear_received();
        let sent = at(&sandbox, id).seam(seam(id)).build().unwrap();
        send(id, &sent, SAMPLED).await.unwrap();
        let mut arrived = Vec::new();
        for request in monoova.received() {
            let operation = operation_of(&request, operations::ALL);
            arrived.push(as_recorded(&request, operation, &monoova.api_url()).await);
        }
        assert_eq!(recorder.requests(), arrived, "{id}");
    }
}

/// The sandbox holds every request against the spec, and does what it says. It stands on the second of November 2026.
#[tokio::test]
async fn the_sandbox_finds_every_request_in_order() {
    let sandbox = Sandbox::builder()
        .clock(&Clock::manual())
        .start()
        .await
        .unwrap();
    let known = sandbox.monoova();
    let monoova = at(&sandbox, "").build().unwrap();
    let made = monoova.create_sub_customer(&sub_customer()).await.unwrap();
    let made = *made.id.unwrap().value().unwrap();
    let mut ids = Ids {
        user: User::First.id(),
        beneficiary: known.beneficiary(User::First, "CNH").unwrap(),
        keeper: known.hold_funds(User::First, "CNH").unwrap(),
        sub_customers: [made, made],
        deal: 0,
        country: 10_013,
        currency: 10_221,
        reason: 10_451,
        value_date: "2026-11-04",
    };
    let deal = monoova.create_transaction(&order(ids)).await.unwrap();
    ids.deal = deal.id();
    let steps = ["confirm_transaction", "confirm_transaction_payments"];
    let all = operations::ALL.iter().map(|operation| operation.id());
    let (last, others): (Vec<_>, Vec<_>) = all.partition(|id| steps.contains(id));
    for operation in others.into_iter().chain(last) {
        let monoova = at(&sandbox, operation).build().unwrap();
        let sent = send(operation, &monoova, ids).await;
        assert!(
            sent.is_ok(),
            "{operation}: {sent:?} {:?}",
            known.received().pop()
        );
        assert!(!known.received_by(operation).is_empty(), "{operation}");
    }
    let odd = |request: &Received| {
        let status = request.answered.map(|status| status.is_success());
        request.operation.is_none() || status != Some(true)
    };
    let odd: Vec<_> = known.received().into_iter().filter(odd).collect();
    assert!(odd.is_empty(), "{odd:#?}");
    let deal = known.transaction(ids.deal).unwrap();
    assert_eq!((deal.status.as_str(), deal.confirmations), ("open", 1));
    assert_eq!((known.both_given(), known.strangers()), (0, 0));
}

//! A mark in every secret and every personal field, out and back: nothing that is said shows it.
//!
//! In a program of its own: what is traced is captured reliably only where every call of a process is.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod callbacks;
#[path = "../captured/mod.rs"]
mod captured;
mod everything;
mod flows;
mod marked;
mod prices;
mod said;

use florin::testing::Recorder;
use florin::tradevest::{
    Credentials, Environment, Error, ExternalId, TokenEndpoint, operations, types,
};
use florin_tests::tradevest::in_memory::{InMemory, Says};
use florin_tests::tradevest::{MARK, MARKED_DAY, MARKED_NUMBER, calls, id};
use serde_json::json;

use captured::Captured;
use marked::{client, good, refusals, request, saying, secret};
use said::Said;

#[tokio::test(start_paused = true)]
async fn no_personal_field_of_a_good_answer_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let provider = saying(|asked| good(&asked.operation));
    let client = client(&provider);
    everything::operations(&mut said, &client).await;
    everything::people(&mut said, &client).await;
    everything::business(&mut said, &client).await;
    said.is_clean(&captured);
    for operation in operations::ALL
        .iter()
        .filter(|operation| operation.id() != "get_token")
    {
        assert!(
            !provider.asked(operation.id()).is_empty(),
            "{}",
            operation.id()
        );
    }
}

fn is_marked(value: &serde_json::Value) -> bool {
    let text = value.to_string().to_lowercase();
    [MARK, MARKED_DAY, MARKED_NUMBER]
        .iter()
        .any(|mark| text.contains(mark))
}

/// A personal field of another type than is known, where it is in the way and where it isn't.
#[tokio::test(start_paused = true)]
async fn no_answer_of_another_shape_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for odd in [json!({MARK: MARK}), json!([MARK]), json!(MARK)] {
        let provider = saying(move |asked| {
            let call = calls()
                .into_iter()
                .find(|call| call.operation == asked.operation);
            let answer = call.map_or("", |call| call.answer);
            let Ok(mut answer) = serde_json::from_str::<serde_json::Value>(answer) else {
                return Says::Yes(odd.clone());
            };
            if let Some(members) = answer.as_object_mut() {
                let marked = members.values_mut().filter(|value| is_marked(value));
                for value in marked {
                    *value = odd.clone();
                }
            }
            Says::Yes(answer)
        });
        let client = client(&provider);
        everything::operations(&mut said, &client).await;
        everything::people(&mut said, &client).await;
        everything::business(&mut said, &client).await;
    }
    for text in [
        "<html>canary7f3a</html>",
        "\"canary7f3a",
        "{\"canary7f3a\"",
        "canary7f3a",
    ] {
        let provider = saying(move |_| Says::Text(200, text));
        everything::people(&mut said, &client(&provider)).await;
        everything::business(&mut said, &client(&provider)).await;
    }
    said.is_clean(&captured);
}

#[tokio::test(start_paused = true)]
async fn no_refusal_of_the_provider_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for (number, body) in refusals().into_iter().enumerate() {
        let statuses = match number {
            0 => vec![302, 400, 401, 403, 404, 409, 422, 429, 500, 501, 503],
            _ => vec![400, 409, 500],
        };
        for status in statuses {
            let body = body.clone();
            let provider = saying(move |_| Says::No(status, body.clone()));
            let client = client(&provider);
            everything::operations(&mut said, &client).await;
            everything::people(&mut said, &client).await;
            everything::business(&mut said, &client).await;
        }
    }
    for status in [400, 500] {
        let provider = saying(move |_| Says::Text(status, "<html>canary7f3a</html>"));
        everything::operations(&mut said, &client(&provider)).await;
    }
    said.is_clean(&captured);
}

/// An answer that is lost, and then a conflict: what is looked for may differ, or not be there.
#[tokio::test(start_paused = true)]
async fn no_creation_in_doubt_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for found in [true, false] {
        let provider = saying(move |asked| match asked.method.as_str() {
            "POST" => Says::No(
                409,
                json!({"message": MARK, "responseType": "CONFLICT", "requestId": "r"}),
            ),
            _ if found => good(&asked.operation),
            _ => Says::Yes(json!({"data": [], "pagination": {"cursor": MARK}})),
        });
        let client = client(&provider);
        let person = client.create_natural_person(request!("create_entity_natural_person"));
        said.outcome(person.may_have_been_sent().await);
        let order = client.create_digital_order(request!("create_digital_market_order"));
        said.outcome(order.may_have_been_sent().await);
        let document = client.upload_document(request!("upload_document_v2"), "%PDF");
        said.outcome(document.may_have_been_sent().await);
    }
    said.is_clean(&captured);
}

#[tokio::test(start_paused = true)]
async fn no_lost_request_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let silent = saying(|_| Says::Silence);
    let client = client(&silent);
    everything::operations(&mut said, &client).await;
    everything::people(&mut said, &client).await;
    everything::business(&mut said, &client).await;
    said.is_clean(&captured);
    let mut marked = 0;
    for call in calls() {
        for asked in silent.asked(call.operation) {
            let token = asked.headers.get("authorization");
            assert!(token.is_none_or(|token| token.to_str().unwrap().contains(MARK)));
            let sent = asked.text.to_lowercase();
            marked += usize::from(
                [MARK, MARKED_DAY, MARKED_NUMBER]
                    .iter()
                    .any(|mark| sent.contains(mark)),
            );
        }
    }
    assert!(marked > 35, "the mark went out: {marked}");
}

#[tokio::test(start_paused = true)]
async fn no_token_that_is_refused_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let mut answers = vec![
        (
            200,
            json!({"access_token": {MARK: MARK}, "token_type": "Bearer", "expires_in": 3600}),
        ),
        (
            200,
            json!({"access_token": format!("{MARK}\n"), "token_type": "Bearer", "expires_in": 3600}),
        ),
        (
            200,
            json!({"access_token": MARK, "token_type": MARK, "expires_in": 3600}),
        ),
        (
            200,
            json!({"access_token": MARK, "token_type": "Bearer", "expires_in": MARK}),
        ),
        (302, json!(MARK)),
    ];
    for body in refusals() {
        answers.extend([400, 401, 403, 500].map(|status| (status, body.clone())));
    }
    for (status, body) in answers {
        let provider = InMemory::with_tokens(move |_| Says::No(status, body.clone()));
        let client = client(&provider);
        said.outcome(client.api().get_webhooks().send().await);
        said.outcome(client.create_transfer(request!("create_transfer")).await);
    }
    said.is_clean(&captured);
}

#[tokio::test(start_paused = true)]
async fn no_setting_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let provider = saying(|_| Says::Silence);
    let builder = secret(provider.tradevest());
    said.debug(&builder);
    let client = builder.build().unwrap();
    said.debug(&client);
    said.outcome(client.api().get_webhooks().send().await);
    said.debug(&Credentials::new("a-client", MARK));
    for url in [
        format!("https://{MARK}:{MARK}@auth.example"),
        format!("https://auth.example/?key={MARK}"),
        format!("https://auth.example/#{MARK}"),
        format!("{MARK} auth"),
    ] {
        let environment = Environment::Custom {
            api: url.clone(),
            auth: url.clone(),
            prices: Some(url),
        };
        let builder = secret(provider.tradevest()).environment(environment);
        said.other(&builder.build().unwrap_err());
    }
    for path in [
        format!("{MARK}/token"),
        format!("/t?key={MARK}"),
        format!("/{{{MARK}}}"),
    ] {
        let builder =
            secret(provider.tradevest()).token_endpoint(TokenEndpoint::custom(path, None));
        said.other(&builder.build().unwrap_err());
    }
    let blank = provider
        .partner()
        .credentials(Credentials::new("a-client", format!("{MARK} ")));
    said.other(&blank.build().unwrap_err());
    said.other(&ExternalId::new(format!("{MARK}\n")).unwrap_err());
    said.other(&florin::tradevest::RequestorId::new(MARK).unwrap_err());
    let handle = serde_json::from_value(json!({"kind": "transfer", "id": "t-1"})).unwrap();
    said.other(&client.resume::<types::NaturalPerson>(handle).unwrap_err());
    said.is_clean(&captured);
}

/// An external id is no secret, and `Debug` of what was created under it may show it; but it may be made of the caller's words.
#[tokio::test(start_paused = true)]
async fn no_error_and_no_trace_shows_an_external_id_of_the_caller() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for status in [400, 409, 500, 503] {
        let provider = saying(move |_| Says::No(status, json!({"message": MARK})));
        let client = client(&provider);
        let mut order: types::OrderData = request!("create_digital_market_order");
        order.external_id = format!("{MARK} 4711");
        let create = client.create_digital_order(order);
        said.debug(&create);
        said.error(&create.send().await.unwrap_err());
        said.error(&create.may_have_been_sent().await.unwrap_err());
        let sent = provider.asked("create_digital_market_order");
        assert!(sent[0].text.contains(MARK), "it went out");
    }
    said.is_clean(&captured);
}

#[tokio::test(start_paused = true)]
async fn no_recording_shows_it() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let recorder = Recorder::new();
    for call in calls() {
        recorder.answer(call.operation, 200, call.answer);
    }
    let client = secret(recorder.tradevest()).build().unwrap();
    everything::operations(&mut said, &client).await;
    everything::people(&mut said, &client).await;
    everything::business(&mut said, &client).await;
    let sent = recorder.requests();
    assert!(sent.len() > 200, "{}", sent.len());
    said.debug(&sent);
    said.debug(&recorder);
    said.debug(&recorder.to_string());
    said.is_clean(&captured);
}

/// The other way round: were something to show a mark, the tests above would see it.
#[test]
fn the_search_finds_a_mark_wherever_it_shows() {
    let (captured, _guard) = Captured::start();
    tracing::info!(target: "florin_core::call", "nothing to see");
    let clean = || Said("nothing to see ".repeat(50));
    clean().is_clean(&captured);
    let shows = |said: &Said| {
        let said = std::panic::AssertUnwindSafe(said);
        let captured = std::panic::AssertUnwindSafe(&captured);
        std::panic::catch_unwind(move || said.is_clean(&captured)).is_err()
    };
    let operation = operations::ALL[0];
    for mark in [MARK, MARKED_DAY, MARKED_NUMBER] {
        let mut said = clean();
        said.error(&Error::unusable_answer(operation, mark));
        assert!(shows(&said));
        let mut said = clean();
        said.debug(&Some(mark.to_uppercase()));
        assert!(shows(&said));
    }
    // Every fixture that a call sends or is answered with would show, were it not for its types.
    let marked = calls().into_iter().filter(|call| {
        let mut said = clean();
        said.0.push_str(call.body);
        said.0.push_str(call.answer);
        shows(&said)
    });
    assert!(marked.count() > 75);
    let asked = format!("of customer {}", id::CUSTOMER);
    assert!(
        !shows(&Said(asked.repeat(50))),
        "an identifier is nothing personal"
    );
    tracing::trace!(field = MARK);
    assert!(shows(&clean()));
}

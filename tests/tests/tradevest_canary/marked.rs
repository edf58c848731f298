//! The mark in every secret, in every answer and every refusal.

use florin::RetryPolicy;
use florin::tradevest::{Client, ClientBuilder, Credentials, Environment, TokenEndpoint};
use florin_tests::tradevest::call::Call;
use florin_tests::tradevest::in_memory::{Asked, InMemory, Says, requestor};
use florin_tests::tradevest::{MARK, calls};
use serde_json::{Value, json};

/// A body of `fixtures/tradevest/requests`, with the mark in everything personal.
macro_rules! request {
    ($name:literal) => {
        serde_json::from_str(include_str!(concat!(
            "../../fixtures/tradevest/requests/",
            $name,
            ".json"
        )))
        .unwrap()
    };
}
pub(crate) use request;

/// Credentials with the mark in what is secret, and a token endpoint of one's own.
pub(crate) fn secret(builder: ClientBuilder) -> ClientBuilder {
    builder
        .credentials(Credentials::new("a-client", MARK))
        .token_endpoint(TokenEndpoint::custom("/t", None))
        .environment(Environment::Test)
        .requestor(requestor())
}

/// A client that repeats nothing.
pub(crate) fn client(provider: &InMemory) -> Client {
    let builder = secret(provider.tradevest()).retry(RetryPolicy::never());
    builder.build().unwrap()
}

/// A provider that gives a marked token and else says this.
pub(crate) fn saying(says: impl Fn(&Asked) -> Says + Send + Sync + 'static) -> InMemory {
    InMemory::with_tokens(move |asked| match asked.operation.as_str() {
        "get_token" => Says::Yes(json!({
            "access_token": MARK, "token_type": "Bearer", "expires_in": 3600, "refresh_token": MARK, "more": MARK,
        })),
        _ => says(asked),
    })
}

/// The good answer to an operation, marked, as the provider gives it.
pub(crate) fn good(operation: &str) -> Says {
    let mut calls = calls().into_iter();
    let answer = calls
        .find(|call| call.operation == operation)
        .map_or("", |call: Call| call.answer);
    match answer {
        "" => Says::Text(202, ""),
        text => Says::Text(200, text),
    }
}

/// What may come instead of an answer: the documented form of an error with the mark in its words, and other ones.
pub(crate) fn refusals() -> [Value; 6] {
    let sentence = format!("the {MARK} is unknown");
    [
        json!({
            "message": sentence, "responseType": sentence, "validationString": sentence, "requestId": sentence,
            "errorCode": sentence, "somethingNew": MARK,
            "errorDetails": [{
                "field": sentence,
                "errors": [{"code": sentence, "parameter": MARK, "message": MARK, "somethingNew": MARK}],
            }],
        }),
        json!({"message": MARK, "responseType": 7, "requestId": null, "errorDetails": {MARK: MARK}}),
        json!({"error": sentence, "error_description": MARK}),
        json!({MARK: MARK}),
        json!([MARK]),
        json!(MARK),
    ]
}

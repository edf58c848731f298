//! Answers to token requests, through each provider's client: a token is used or an error says why not, and neither shows it.
//!
//! A line with the provider, the status and the media type, and then the body.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use florin::core::http::StatusCode;
use florin::core::http::header::AUTHORIZATION;
use florin::core::{Effect, Error, Incoming, Outgoing, Transport, TransportError};
use florin::testing::Recorder;
use serde_json::value::RawValue;

use crate::call::{Answer, on_paused_time};
use crate::canary;
use crate::parts::{chosen, line, words};
use crate::time_limit::in_time;

const PROVIDERS: [&str; 5] = ["financeit", "monetago", "monoova", "nemuru", "tradevest"];

/// The operations that bring tokens.
const TOKENS: [&str; 5] = [
    "create_user_oauth_token",
    "create_access_token",
    "login",
    "refresh_token",
    "get_token",
];

/// Asks for a token, and for something else with it.
pub fn token_answer(input: &[u8]) {
    let (head, body) = line(input);
    let mut words = words(head);
    let provider = *chosen(&PROVIDERS, words.next().unwrap_or_default(), |name| name);
    let status = words
        .next()
        .and_then(|word| StatusCode::from_bytes(word).ok());
    let media_type = words.next().unwrap_or(b"application/json");
    let answer = Answer::new(status.unwrap_or_default(), media_type, body.to_vec());
    let endpoint = Endpoint {
        answer,
        used: Arc::default(),
    };
    let error = in_time(|| on_paused_time(ask(provider, &endpoint)));
    let used = endpoint.used.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(error) = error {
        let mut texts = vec![format!("{error} {error:#} {error:?}")];
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            texts.push(format!("{cause} {cause:?}"));
            source = cause.source();
        }
        texts.iter().for_each(|text| canary::assert_hidden(text));
        if error.token_error().is_some() && used.is_empty() {
            assert_eq!(error.effect(), Effect::NotSent, "{error}");
        }
    }
    for token in used.iter() {
        // What goes out as a token came as one.
        let bare = token.split_once(' ').map_or("", |(_, token)| token);
        assert!(!bare.trim().is_empty(), "an empty token is sent");
        let came = String::from_utf8_lossy(body);
        assert!(holds(&came, bare), "a token that never came: {bare}");
    }
}

/// Whether a text stands in an object as the value of something: read as text, since numbers there may be past any number.
/// What follows the object is passed over, as the `oauth2` crate does.
fn holds(json: &str, text: &str) -> bool {
    type Members<'a> = BTreeMap<String, &'a RawValue>;
    let first = serde_json::Deserializer::from_str(json).into_iter().next();
    let members: Members<'_> = first.and_then(Result::ok).unwrap_or_default();
    members.values().any(|member| {
        let held = serde_json::from_str::<String>(member.get());
        held.is_ok_and(|held| held.trim() == text.trim()) || holds(member.get(), text)
    })
}

async fn ask(provider: &str, endpoint: &Endpoint) -> Option<Error<()>> {
    let recorder = Recorder::new();
    let through = || Arc::new(endpoint.clone());
    macro_rules! first {
        ($client:expr, $($call:tt)+) => {
            match $client.transport(through()).build() {
                Ok(client) => client.api().$($call)+.send().await.err().map(Error::without_body),
                Err(error) => panic!("{error}"),
            }
        };
    }
    match provider {
        "financeit" => first!(recorder.financeit(), list_promo_programs()),
        "monetago" => first!(recorder.monetago(), search_document_matches()),
        "monoova" => first!(recorder.monoova(), list_countries()),
        "nemuru" => first!(recorder.nemuru(), list_webhooks()),
        _ => first!(recorder.tradevest(), get_webhooks()),
    }
}

/// A token endpoint that answers so, and an API that takes whatever token it gets.
#[derive(Clone, Debug)]
struct Endpoint {
    answer: Answer,
    used: Arc<Mutex<Vec<String>>>,
}

impl Transport for Endpoint {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        let is_token = TOKENS.contains(&request.operation.id());
        let answer = if is_token {
            self.answer.clone()
        } else {
            let token = request.headers.get(AUTHORIZATION);
            assert!(
                token.is_none_or(|token| token.is_sensitive()),
                "anybody may log the token"
            );
            let token = token.map(|token| String::from_utf8_lossy(token.as_bytes()).into_owned());
            let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
            used.push(token.unwrap_or_default());
            Answer::new(StatusCode::OK, b"application/json", "[]")
        };
        let Answer {
            status,
            headers,
            body,
        } = answer;
        Box::pin(async move {
            Ok(Incoming {
                status,
                headers,
                body,
            })
        })
    }
}

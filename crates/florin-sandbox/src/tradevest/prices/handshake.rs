//! The part of the socket that is HTTP (RFC 6455, section 4).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{
    CONNECTION, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE,
};
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode};
use ring::digest;

use super::super::stand_in::StandIn;
use super::{PATHS, PriceHandshake, book};
use crate::provider::{Answer, Provider as _, Refusal};

const GUID: &[u8] = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// The answer to a request for a connection, kept for the test. 101 is a connection.
pub(super) fn answer<B>(stand_in: &StandIn, request: &Request<B>) -> Answer {
    let answer = decide(stand_in, request);
    stand_in.prices.change(|state| {
        state.handshakes.push(PriceHandshake {
            path: request.uri().path().to_owned(),
            headers: request.headers().clone(),
            answered: answer.status.as_u16(),
        });
    });
    answer
}

fn decide<B>(stand_in: &StandIn, request: &Request<B>) -> Answer {
    let rules = stand_in.prices.state().rules.clone();
    let path = request.uri().path();
    let is_there = match &rules.only_at {
        Some(only) => path == only,
        None => PATHS.contains(&path),
    };
    let refuse = |status, why: String| stand_in.refuse("prices", path, &Refusal::new(status, why));
    if !is_there {
        let why = format!("there is nothing at {path}");
        return refuse(StatusCode::NOT_FOUND, why);
    }
    let planned = stand_in
        .prices
        .change(|state| state.rules.refusals.pop_front());
    if let Some(status) = planned {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::FORBIDDEN);
        if status == StatusCode::BAD_REQUEST {
            return bad("refused as planned");
        }
        return refuse(status, "refused as planned".to_owned());
    }
    let Some(key) = key(request) else {
        return bad("this is no request for a websocket");
    };
    if rules.needs_token
        && let Err(refusal) = stand_in.admit(request.headers())
    {
        return refuse(StatusCode::FORBIDDEN, refusal.detail);
    }
    let mut headers = HeaderMap::new();
    headers.insert(CONNECTION, HeaderValue::from_static("Upgrade"));
    headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(SEC_WEBSOCKET_ACCEPT, accept(key));
    Answer {
        status: StatusCode::SWITCHING_PROTOCOLS,
        headers,
        body: bytes::Bytes::new(),
    }
}

/// The documented 400: a message of the socket in the body of an answer.
fn bad(why: &str) -> Answer {
    let body = book::error(why, "00000000-0000-4000-8000-000000000000");
    let mut answer = Answer::json(StatusCode::BAD_REQUEST, &serde_json::Value::Null);
    answer.body = body.into();
    answer
}

/// The key of a request that is one for a websocket.
fn key<B>(request: &Request<B>) -> Option<&HeaderValue> {
    let headers = request.headers();
    let says = |name, word: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.is_some_and(|value| {
            value
                .split(',')
                .any(|part| part.trim().eq_ignore_ascii_case(word))
        })
    };
    let key = headers.get(SEC_WEBSOCKET_KEY)?;
    let has_key = STANDARD.decode(key).is_ok_and(|bytes| bytes.len() == 16);
    let is_one = request.method() == Method::GET
        && has_key
        && says(CONNECTION, "upgrade")
        && says(UPGRADE, "websocket")
        && says(SEC_WEBSOCKET_VERSION, "13");
    is_one.then_some(key)
}

fn accept(key: &HeaderValue) -> HeaderValue {
    // What the protocol wants; nothing is protected by it.
    let mut digest = digest::Context::new(&digest::SHA1_FOR_LEGACY_USE_ONLY);
    digest.update(key.as_bytes());
    digest.update(GUID);
    // Base64 can always stand in a header.
    HeaderValue::from_str(&STANDARD.encode(digest.finish()))
        .unwrap_or_else(|_| HeaderValue::from_static(""))
}

//! Posts a callback to its receiver, with a token where its webhook says so.

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue};
use serde_json::Value;

use super::callbacks::{Delivery, Letter};
use super::webhooks::Authentication;
use crate::post;

const JSON: &str = "application/json";

/// Delivers a callback, after fetching a token for it where the webhook says so.
pub(super) async fn deliver(letter: &Letter) -> Delivery {
    if letter.client == "email" {
        return Delivery::Mailed;
    }
    let (authorization, content_type) = match &letter.authentication {
        Authentication::None => (None, JSON),
        Authentication::Header {
            authorization,
            content_type,
        } => (Some(authorization.clone()), content_type.as_str()),
        Authentication::OAuth2 { .. } => match token(&letter.authentication).await {
            Ok(token) => (Some(format!("Bearer {token}")), JSON),
            Err(why) => return Delivery::Failed(format!("no token for the callback: {why}")),
        },
    };
    send(
        &letter.target,
        letter.body.to_string(),
        content_type,
        authorization.as_deref(),
    )
    .await
}

/// Posts anything to a target.
pub(super) async fn send(
    target: &str,
    body: String,
    content_type: &str,
    authorization: Option<&str>,
) -> Delivery {
    match post(target, body, content_type, authorization).await {
        Ok((status, _)) => Delivery::Answered(status),
        Err(why) => Delivery::Failed(why),
    }
}

/// A token from the receiver's own token URL, by the password grant.
async fn token(authentication: &Authentication) -> Result<String, String> {
    let Authentication::OAuth2 {
        url,
        client_id,
        client_secret,
        username,
        password,
    } = authentication
    else {
        return Err("the webhook does not ask for one".to_owned());
    };
    let form = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("grant_type", "password"),
            ("client_id", client_id),
            ("client_secret", client_secret),
            ("username", username),
            ("password", password),
        ])
        .finish();
    let (status, body) = post(url, form, "application/x-www-form-urlencoded", None).await?;
    if !(200..300).contains(&status) {
        return Err(format!("the token URL answered {status}"));
    }
    let answer: Value =
        serde_json::from_slice(&body).map_err(|error| format!("its answer is no JSON: {error}"))?;
    answer["access_token"]
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| "its answer has no access_token".to_owned())
}

async fn post(
    target: &str,
    body: String,
    content_type: &str,
    authorization: Option<&str>,
) -> Result<(u16, Bytes), String> {
    let header = |value: &str| {
        HeaderValue::from_str(value).map_err(|error| format!("that is no request: {error}"))
    };
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, header(content_type)?);
    if let Some(authorization) = authorization {
        headers.insert(AUTHORIZATION, header(authorization)?);
    }
    post::post(target, headers, body).await
}

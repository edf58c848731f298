//! Posts a callback to its receiver: one connection for each, plain HTTP, loopback only.

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{Method, Request};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;
use url::{Host, Url};

use super::callbacks::{Delivery, Letter};
use super::webhooks::Authentication;

/// More than any answer that is looked at.
const LARGEST_ANSWER: usize = 64 * 1024;

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
    let url = Url::parse(target).map_err(|error| format!("the target is no URL: {error}"))?;
    let address = loopback(&url)?;
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(&url[url::Position::BeforePath..url::Position::AfterQuery])
        .header(
            HOST,
            &url[url::Position::BeforeHost..url::Position::AfterPort],
        )
        .header(CONTENT_TYPE, content_type);
    if let Some(authorization) = authorization {
        request = request.header(AUTHORIZATION, authorization);
    }
    let request = request
        .body(Full::new(Bytes::from(body)))
        .map_err(|error| format!("that is no request: {error}"))?;

    let stream = TcpStream::connect(address)
        .await
        .map_err(|error| format!("nobody listens there: {error}"))?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|error| error.to_string())?;
    let driver = tokio::spawn(connection);
    let exchange = async {
        let answer = sender
            .send_request(request)
            .await
            .map_err(|error| format!("no answer: {error}"))?;
        let status = answer.status().as_u16();
        let body = Limited::new(answer.into_body(), LARGEST_ANSWER)
            .collect()
            .await
            .map_err(|error| format!("half an answer: {error}"))?;
        Ok((status, body.to_bytes()))
    };
    let answered = exchange.await;
    driver.abort();
    answered
}

/// The address of a target. The sandbox talks to nobody outside, whatever a test or a demonstration subscribes.
fn loopback(url: &Url) -> Result<(String, u16), String> {
    if url.scheme() != "http" {
        return Err(format!(
            "the sandbox delivers over http alone, and not over {}",
            url.scheme()
        ));
    }
    let host = match url.host() {
        Some(Host::Ipv4(address)) if address.is_loopback() => address.to_string(),
        Some(Host::Ipv6(address)) if address.is_loopback() => address.to_string(),
        Some(Host::Domain("localhost")) => "localhost".to_owned(),
        _ => return Err("the sandbox delivers to loopback alone".to_owned()),
    };
    Ok((host, url.port().unwrap_or(80)))
}

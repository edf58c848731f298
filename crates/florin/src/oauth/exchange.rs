//! Carries a token request of the `oauth2` crate over a session, and the answer back.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use florin_core::{Bytes, Error, Operation, Session};
use oauth2::url::form_urlencoded;
use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse};
use serde_json::{Map, Value};

/// How a token endpoint wants its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyStyle {
    /// As a JSON object.
    Json,
}

/// The HTTP client that the `oauth2` crate speaks through: a session, and the operation that token requests are.
pub(crate) struct Carrier {
    pub(crate) session: Session,
    pub(crate) operation: &'static Operation,
    pub(crate) style: BodyStyle,
}

impl<'c> AsyncHttpClient<'c> for Carrier {
    type Error = Exchange;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Exchange>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(exchange(&self.session, self.operation, self.style, request))
    }
}

/// Sends `request` as `operation` and hands the answer to the `oauth2` crate in the form that it insists on.
///
/// That crate takes no status but 200 for success and no media type but JSON, which providers don't always keep to.
async fn exchange(
    session: &Session,
    operation: &'static Operation,
    style: BodyStyle,
    request: HttpRequest,
) -> Result<HttpResponse, Exchange> {
    let mut sent = session.request(operation);
    match style {
        BodyStyle::Json => sent.json(&fields(request.body())),
    };
    sent.header("accept", "application/json");
    let answer: Result<_, Error> = sent.send_bytes().await;
    let (status, body) = match answer {
        Ok(answer) => (florin_core::http::StatusCode::OK, answer.into_inner()),
        Err(error) => match (error.status(), error.raw_body().cloned()) {
            // Too many requests and the like are of the moment, whatever code comes along.
            (Some(status), Some(body)) if !error.is_transient() && is_oauth_error(&body) => {
                (status, body)
            }
            _ => return Err(Exchange(error.without_body())),
        },
    };
    let mut response = HttpResponse::new(lifetime_as_number(&body));
    *response.status_mut() = status;
    Ok(response)
}

/// A token request that got no answer in OAuth's terms.
#[derive(Debug)]
pub(crate) struct Exchange(pub(crate) Error<()>);

impl fmt::Display for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::error::Error for Exchange {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// The parameters of a form as a JSON object.
fn fields(form: &[u8]) -> Map<String, Value> {
    form_urlencoded::parse(form)
        .map(|(name, value)| (name.into_owned(), Value::String(value.into_owned())))
        .collect()
}

/// Whether `error` is a code. Some providers put free text there, which may quote the request.
fn is_oauth_error(body: &Bytes) -> bool {
    let is_code = |text: &str| {
        text.len() <= 64
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    serde_json::from_slice::<Value>(body).is_ok_and(|body| {
        body.get("error")
            .and_then(Value::as_str)
            .is_some_and(is_code)
    })
}

/// Some providers write the lifetime as text; the `oauth2` crate wants a number.
fn lifetime_as_number(body: &Bytes) -> Vec<u8> {
    let Ok(Value::Object(mut fields)) = serde_json::from_slice(body) else {
        return body.to_vec();
    };
    let seconds = fields
        .get("expires_in")
        .and_then(Value::as_str)
        .and_then(|text| text.trim().parse::<u64>().ok());
    match seconds {
        Some(seconds) => {
            fields.insert("expires_in".to_owned(), seconds.into());
            serde_json::to_vec(&fields).unwrap_or_else(|_| body.to_vec())
        }
        None => body.to_vec(),
    }
}

//! Carries a token request of the `oauth2` crate over a session, and the answer back.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use florin_core::http::header::AUTHORIZATION;
use florin_core::{Bytes, Error, Operation, Session};
#[cfg(feature = "monetago")]
use oauth2::url::form_urlencoded;
use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse};
#[cfg(feature = "monetago")]
use serde_json::Map;
use serde_json::Value;

/// How a token endpoint wants its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyStyle {
    /// As a JSON object.
    #[cfg(feature = "monetago")]
    Json,
    /// As a form, as OAuth 2.0 says.
    #[cfg(any(feature = "financeit", feature = "monoova"))]
    Form,
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
        #[cfg(feature = "monetago")]
        BodyStyle::Json => sent.json(&fields(request.body())),
        #[cfg(any(feature = "financeit", feature = "monoova"))]
        BodyStyle::Form => sent.text(
            "application/x-www-form-urlencoded",
            String::from_utf8_lossy(request.body()),
        ),
    };
    // Only there where the client's credentials go into a header instead of the body.
    if let Some(credentials) = request.headers().get(AUTHORIZATION)
        && let Ok(credentials) = credentials.to_str()
    {
        sent.header(AUTHORIZATION.as_str(), credentials);
    }
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
    let mut response = HttpResponse::new(as_documented(&body, style));
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
#[cfg(feature = "monetago")]
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

/// The answer as the `oauth2` crate wants it. Some providers write the lifetime as text; and where the flow itself is
/// documented by hearsay, an answer that doesn't name the type of its token is taken as the usual one, and a lifetime that
/// is none counts as not given.
fn as_documented(body: &Bytes, style: BodyStyle) -> Vec<u8> {
    let Ok(Value::Object(mut fields)) = serde_json::from_slice(body) else {
        return body.to_vec();
    };
    let seconds = fields.get("expires_in").and_then(seconds);
    if let Some(seconds) = seconds {
        fields.insert("expires_in".to_owned(), seconds.into());
    }
    match style {
        #[cfg(feature = "monetago")]
        BodyStyle::Json => {}
        #[cfg(any(feature = "financeit", feature = "monoova"))]
        BodyStyle::Form => {
            if fields.get("token_type").is_none_or(Value::is_null) {
                fields.insert("token_type".to_owned(), "bearer".into());
            }
            if seconds.is_none() {
                fields.remove("expires_in");
            }
            // It isn't always the text that it should be.
            if !fields.get("scope").is_some_and(Value::is_string) {
                fields.remove("scope");
            }
        }
    }
    serde_json::to_vec(&fields).unwrap_or_else(|_| body.to_vec())
}

/// A lifetime: `86400`, `86400.0`, `"86400"`.
fn seconds(value: &Value) -> Option<u64> {
    let seconds = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    // Whole seconds do. A number that is too large becomes the largest one, which is no lifetime either.
    (seconds >= 0.0).then_some(seconds as u64)
}

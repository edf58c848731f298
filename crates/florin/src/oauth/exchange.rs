//! Carries a token request of the `oauth2` crate over a session, and the answer back.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::OnceLock;

use florin_core::http::StatusCode;
use florin_core::http::header::AUTHORIZATION;
use florin_core::{Bytes, Error, Operation, Session, TokenError, is_oauth_code};
#[cfg(feature = "monetago")]
use oauth2::url::form_urlencoded;
use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse};
#[cfg(feature = "monetago")]
use serde_json::Map;
use serde_json::{Value, json};

/// How a token endpoint wants its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyStyle {
    /// As a JSON object.
    #[cfg(feature = "monetago")]
    Json,
    /// As a form, as OAuth 2.0 says.
    #[cfg(feature = "_form")]
    Form,
}

/// The HTTP client that the `oauth2` crate speaks through: a session, and the operation that token requests are. For one
/// request.
pub(crate) struct Carrier {
    session: Session,
    operation: &'static Operation,
    style: BodyStyle,
    /// What came back. The `oauth2` crate keeps neither the status nor the text.
    answer: OnceLock<(StatusCode, Bytes)>,
}

impl Carrier {
    pub(super) fn new(session: &Session, operation: &'static Operation, style: BodyStyle) -> Self {
        Self {
            session: session.clone(),
            operation,
            style,
            answer: OnceLock::new(),
        }
    }

    /// Adds what the endpoint answered.
    pub(super) fn explain(&self, error: TokenError) -> TokenError {
        match self.answer.get() {
            Some((status, body)) => error.with_answer(*status, body.clone()),
            None => error,
        }
    }

    /// Sends `request` and hands the answer to the `oauth2` crate in the form that it insists on.
    ///
    /// That crate takes no status but 200 for success and no media type but JSON, and reads a refusal from no answer with
    /// 200. Providers don't always keep to that.
    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, Exchange> {
        let mut sent = self.session.request(self.operation);
        match self.style {
            #[cfg(feature = "monetago")]
            BodyStyle::Json => sent.json(&fields(request.body())),
            #[cfg(feature = "_form")]
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
        let (answered, lost) = match answer {
            Ok(answer) => ((answer.status(), answer.into_inner()), None),
            Err(error) => match (error.status(), error.raw_body().cloned()) {
                (Some(status), Some(body)) => ((status, body), Some(error)),
                _ => return Err(Exchange(error.without_body())),
            },
        };
        let (_, body) = self.answer.get_or_init(|| answered);
        // Too many requests and the like are of the moment, whatever code comes along.
        let is_transient = lost.as_ref().is_some_and(Error::is_transient);
        match (oauth_refusal(body), lost) {
            (Some(refusal), _) if !is_transient => Ok(response(StatusCode::BAD_REQUEST, refusal)),
            (_, Some(error)) => Err(Exchange(error.without_body())),
            (_, None) => Ok(response(StatusCode::OK, as_documented(body, self.style))),
        }
    }
}

impl<'c> AsyncHttpClient<'c> for Carrier {
    type Error = Exchange;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Exchange>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.exchange(request))
    }
}

fn response(status: StatusCode, body: Vec<u8>) -> HttpResponse {
    let mut response = HttpResponse::new(body);
    *response.status_mut() = status;
    response
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

/// In place of a code that no standard knows: it may be anything, also what was sent.
pub(super) const UNKNOWN: &str = "unknown";

/// A refusal in OAuth's terms, reduced to its code; none where there is a token, or where `error` doesn't look like a code. Some
/// providers put free text there, which may quote the request.
fn oauth_refusal(body: &Bytes) -> Option<Vec<u8>> {
    let is_code = |text: &str| {
        text.len() <= 64
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    let body: Value = serde_json::from_slice(body).ok()?;
    let has_token = body.get("access_token").is_some_and(Value::is_string);
    let code = body.get("error")?.as_str().filter(|code| is_code(code))?;
    let code = if is_oauth_code(code) { code } else { UNKNOWN };
    (!has_token).then(|| json!({ "error": code }).to_string().into_bytes())
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
        #[cfg(feature = "_form")]
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

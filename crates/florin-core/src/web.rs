//! The transport of real life: HTTP over reqwest.

use std::error::Error as StdError;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_LENGTH, HeaderValue};
use http::{Method, StatusCode};

use crate::endpoint::{Endpoint, is_loopback};
use crate::transport::{Incoming, Phase, Transport, TransportError};
use crate::{ConfigError, Limits, Outgoing, tls};

/// How long an unused connection is kept. Servers and what stands before them usually close one after a minute; to send
/// on it in that moment would leave a call in doubt.
const IDLE: Duration = Duration::from_secs(45);

/// Bytes that are kept of a refusal that is larger than the limit: more than any error has to say.
const PART: usize = 64 << 10;

/// Sends over HTTP/1.1 with keep-alive. Follows no redirect, so that a token never reaches another host.
#[derive(Debug)]
pub(crate) struct Web {
    /// For hosts elsewhere, over the system's proxies. `None` where there are none.
    remote: Option<reqwest::Client>,
    /// For this machine. What stays on it must not go to a proxy, in plain text and with a secret.
    local: Option<reqwest::Client>,
}

impl Web {
    /// For these places and no others.
    pub(crate) fn new<'e>(
        limits: &Limits,
        endpoints: impl IntoIterator<Item = &'e Endpoint>,
    ) -> Result<Self, ConfigError> {
        let mut web = Self {
            remote: None,
            local: None,
        };
        for endpoint in endpoints {
            let client = if endpoint.is_loopback() {
                &mut web.local
            } else {
                &mut web.remote
            };
            if client.is_none() {
                *client = Some(client_for(limits, endpoint.is_loopback())?);
            }
        }
        Ok(web)
    }

    /// Sends a request as it is.
    pub(crate) async fn execute(
        &self,
        request: reqwest::Request,
    ) -> Result<reqwest::Response, TransportError> {
        let is_local = request.url().host().is_some_and(|host| is_loopback(&host));
        let client = if is_local { &self.local } else { &self.remote };
        let Some(client) = client else {
            return Err(TransportError::new(
                Phase::NotSent,
                "it would go to a host that isn't the session's",
            )
            .permanent());
        };
        client.execute(request).await.map_err(failed_to_send)
    }

    async fn exchange(&self, outgoing: Outgoing<'_>) -> Result<Incoming, TransportError> {
        let mut request = reqwest::Request::new(outgoing.operation.method().clone(), outgoing.url);
        *request.headers_mut() = outgoing.headers;
        if outgoing.body.is_none()
            && matches!(
                *outgoing.operation.method(),
                Method::POST | Method::PUT | Method::PATCH
            )
        {
            // RFC 9110, section 8.6. Some gateways refuse such a request without it (411).
            request
                .headers_mut()
                .insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        *request.body_mut() = outgoing.body.map(reqwest::Body::from);
        let mut response = self.execute(request).await?;
        let status = response.status();
        let limit = outgoing.response_bytes;
        let announced = response.content_length();
        let is_too_large = announced.is_some_and(|bytes| bytes > limit as u64);
        if is_too_large && status.is_success() {
            return Err(too_large(status));
        }
        let limit = if is_too_large { limit.min(PART) } else { limit };
        let headers = std::mem::take(response.headers_mut());
        match read(&mut response, status, limit).await {
            Ok(body) => Ok(Incoming {
                status,
                headers,
                body,
            }),
            Err((error, body)) => Err(error.with_part(Incoming {
                status,
                headers,
                body,
            })),
        }
    }
}

fn client_for(limits: &Limits, is_local: bool) -> Result<reqwest::Client, ConfigError> {
    let builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls::config()?)
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .connect_timeout(limits.connect)
        .pool_idle_timeout(IDLE);
    let builder = if is_local {
        builder.no_proxy()
    } else {
        builder
    };
    builder.build().map_err(|error| {
        ConfigError::new(
            "http client",
            format!("can't be set up: {}", error.without_url()),
        )
    })
}

impl Transport for Web {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        Box::pin(self.exchange(request))
    }
}

/// Reads the body up to `limit` bytes; the usual body of one chunk is handed on as it is. A failure brings what was read, and
/// no more than a part of what is too large.
pub(crate) async fn read(
    response: &mut reqwest::Response,
    status: StatusCode,
    limit: usize,
) -> Result<Bytes, (TransportError, Bytes)> {
    let mut first = Bytes::new();
    let mut body = BytesMut::new();
    loop {
        let ended = match response.chunk().await {
            Ok(Some(chunk)) if first.is_empty() && body.is_empty() => {
                first = chunk;
                None
            }
            Ok(Some(chunk)) => {
                if body.is_empty() {
                    body = BytesMut::from(std::mem::take(&mut first));
                }
                body.extend_from_slice(&chunk);
                None
            }
            Ok(None) => Some(Ok(())),
            Err(error) => Some(Err(broke_off(error, status))),
        };
        if first.len().max(body.len()) > limit {
            let read = if body.is_empty() { &first } else { &body[..] };
            let part = Bytes::copy_from_slice(&read[..limit.min(PART)]);
            return Err((too_large(status), part));
        }
        if let Some(ended) = ended {
            let read = if body.is_empty() {
                first
            } else {
                body.freeze()
            };
            return match ended {
                Ok(()) => Ok(read),
                Err(error) => Err((error, read)),
            };
        }
    }
}

pub(crate) fn failed_to_send(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    let timeout = error.is_timeout();
    let transport = if error.is_connect() || error.is_builder() {
        TransportError::new(
            Phase::NotSent,
            if timeout {
                "connecting took too long"
            } else {
                "could not connect"
            },
        )
    } else {
        TransportError::new(Phase::Sent, "the connection broke before an answer came")
    };
    let transport = if timeout {
        transport.timed_out()
    } else {
        transport
    };
    transport.caused_by(Box::<dyn StdError + Send + Sync>::from(error))
}

fn broke_off(error: reqwest::Error, status: StatusCode) -> TransportError {
    TransportError::new(Phase::Answering(status), "the answer broke off").caused_by(Box::<
        dyn StdError + Send + Sync,
    >::from(
        error.without_url(),
    ))
}

fn too_large(status: StatusCode) -> TransportError {
    TransportError::new(
        Phase::Answering(status),
        "the answer is larger than the limit on response bytes",
    )
    .permanent()
}

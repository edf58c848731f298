//! Fetches over HTTP what others wrote, and trusts none of it: neither its size, nor its time, nor where it sends us.
//!
//! Redirects are followed here and not by the client, since each has to stay with the host that was named.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{self, HeaderMap, HeaderValue};
use reqwest::{Client, Response, StatusCode};
use rustls_platform_verifier::BuilderVerifierExt as _;
use url::Url;

use super::address::{Address, Named, shown};
use super::reach::{Guard, Lookup, system};
use super::redirect::redirected;
use crate::answer::Problem;

/// How long it may take and how much it may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Until there is a connection.
    pub connect: Duration,
    /// For a document with all that it refers to.
    pub total: Duration,
    /// Of a document with all that it refers to.
    pub bytes: usize,
    /// How many files a document may refer to.
    pub files: usize,
    /// How many redirects may follow upon each other.
    pub redirects: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            total: Duration::from_secs(120),
            bytes: 64 << 20,
            files: 500,
            redirects: 5,
        }
    }
}

/// What is fetched with. The default is for everybody; the rest is for tests.
#[derive(Clone)]
pub struct Web {
    /// How long and how much.
    pub limits: Limits,
    /// How names are looked up.
    pub lookup: Lookup,
}

impl Default for Web {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            lookup: system(),
        }
    }
}

/// The server's marks of what it sent last, to ask for what is newer alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
}

/// What came.
pub(super) struct Body {
    pub(super) bytes: Vec<u8>,
    pub(super) marks: Marks,
    /// Where it came from in the end.
    pub(super) url: Url,
}

/// What the server says.
pub(super) enum Reply {
    Came(Body),
    /// What the marks stand for is the newest.
    Unchanged,
    /// There is nothing at this address.
    Missing,
}

impl Web {
    /// The client for an address: no proxy, no redirects, and nothing inside of the network unless it was asked for.
    pub(super) fn client(&self, named: Named) -> Result<Client, Problem> {
        let unable = |e: &dyn std::fmt::Display| {
            Problem::new("fetching", e, "look at the system's certificates")
        };
        let ring = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(ring)
            .with_safe_default_protocol_versions()
            .and_then(|builder| builder.with_platform_verifier())
            .map_err(|e| unable(&e))?
            .with_no_client_auth();
        let guard = Guard {
            lookup: Arc::clone(&self.lookup),
            may_be_inside: named == Named::OnTheCommandLine,
        };
        Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .dns_resolver(Arc::new(guard))
            .connect_timeout(self.limits.connect)
            .user_agent("florin-xtask")
            .build()
            .map_err(|e| unable(&e))
    }

    /// Asks for an address, at most for `left` bytes.
    pub(super) async fn ask(
        &self,
        client: &Client,
        at: &Url,
        marks: &Marks,
        left: usize,
    ) -> Result<Reply, Problem> {
        let mut url = at.clone();
        let headers = headers(marks);
        for _ in 0..=self.limits.redirects {
            let request = client.get(url.clone()).headers(headers.clone());
            let response = request.send().await.map_err(|e| failed(&url, e))?;
            let status = response.status();
            match status {
                StatusCode::OK => return body(response, url, left).await.map(Reply::Came),
                StatusCode::NOT_MODIFIED if marks != &Marks::default() => {
                    return Ok(Reply::Unchanged);
                }
                StatusCode::NOT_FOUND | StatusCode::GONE => return Ok(Reply::Missing),
                StatusCode::MOVED_PERMANENTLY
                | StatusCode::FOUND
                | StatusCode::SEE_OTHER
                | StatusCode::TEMPORARY_REDIRECT
                | StatusCode::PERMANENT_REDIRECT => url = redirected(&url, response.headers())?,
                _ => {
                    let wrong = format!("the server answers {}", status.as_u16());
                    let remedy = match status.as_u16() {
                        401 | 403 | 407 => {
                            "it may need a login: download it and give the file with --from"
                        }
                        429 | 500.. => "try again later",
                        _ => "look whether the address is right",
                    };
                    return Err(Problem::new(shown(&url), wrong, remedy));
                }
            }
        }
        let wrong = format!(
            "more than {} redirects follow upon each other",
            self.limits.redirects
        );
        Err(Problem::new(
            shown(at),
            wrong,
            "look where the address leads in the end",
        ))
    }
}

fn headers(marks: &Marks) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let accept = "application/yaml, application/json, text/yaml, */*;q=0.5";
    headers.insert(header::ACCEPT, HeaderValue::from_static(accept));
    headers.insert(
        header::ACCEPT_ENCODING,
        HeaderValue::from_static("identity"),
    );
    let conditions = [
        (header::IF_NONE_MATCH, &marks.etag),
        (header::IF_MODIFIED_SINCE, &marks.last_modified),
    ];
    for (name, mark) in conditions {
        if let Some(value) = mark
            .as_ref()
            .and_then(|mark| HeaderValue::from_str(mark).ok())
        {
            headers.insert(name, value);
        }
    }
    headers
}

/// Reads what comes, up to a limit.
async fn body(mut response: Response, url: Url, left: usize) -> Result<Body, Problem> {
    let refuse = |wrong: String, remedy: &str| Err(Problem::new(shown(&url), wrong, remedy));
    let text = |name: header::HeaderName| {
        response
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    if let Some(coding) = text(header::CONTENT_ENCODING)
        && !coding.eq_ignore_ascii_case("identity")
    {
        let wrong = format!("the server sends it compressed ({coding}), which it wasn't asked for");
        return refuse(wrong, "download it and give the file with --from");
    }
    let has_end =
        text(header::TRANSFER_ENCODING).is_some() || text(header::CONTENT_LENGTH).is_some();
    // TLS says by itself where the connection was meant to end.
    if !has_end && url.scheme() == "http" {
        let wrong = "the server doesn't say how long it is, so that nobody could tell if the end is missing";
        return refuse(
            wrong.to_owned(),
            "download it and give the file with --from",
        );
    }
    let marks = Marks {
        etag: text(header::ETAG).map(str::to_owned),
        last_modified: text(header::LAST_MODIFIED).map(str::to_owned),
    };
    let too_long = || format!("it has more than {left} bytes");
    let remedy = "look whether this is the spec; no provider's is as large";
    if response
        .content_length()
        .is_some_and(|length| length > left as u64)
    {
        return refuse(too_long(), remedy);
    }
    let mut bytes = Vec::new();
    while let Some(part) = response.chunk().await.map_err(|e| failed(&url, e))? {
        if bytes.len() + part.len() > left {
            return refuse(too_long(), remedy);
        }
        bytes.extend_from_slice(&part);
    }
    Ok(Body { bytes, marks, url })
}

/// What kept an answer from coming: the innermost reason, without the address that the client would print.
fn failed(url: &Url, error: reqwest::Error) -> Problem {
    let is_cut = error.is_body() || error.is_decode();
    let is_late = error.is_timeout();
    let error = error.without_url();
    let mut reason: &dyn std::error::Error = &error;
    while let Some(source) = reason.source() {
        reason = source;
    }
    let (wrong, remedy) = if is_late {
        ("it took too long".to_owned(), "try again later")
    } else if is_cut {
        (
            format!("what comes ends before it is whole ({reason})"),
            "try again",
        )
    } else {
        let remedy = "look whether the address is right and can be reached from here";
        (format!("it can't be fetched: {reason}"), remedy)
    };
    Problem::new(shown(url), wrong, remedy)
}

/// Waits for what is fetched, in a runtime of its own, up to a limit. What still runs then is left behind.
pub(super) fn wait<T>(
    web: &Web,
    address: &Address,
    work: impl Future<Output = Result<T, Problem>>,
) -> Result<T, Problem> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|e| Problem::new("fetching", e, "try again"))?;
    let done = runtime.block_on(async { tokio::time::timeout(web.limits.total, work).await });
    runtime.shutdown_background();
    done.unwrap_or_else(|_| {
        let wrong = format!("it took more than {:?}", web.limits.total);
        Err(Problem::new(
            address,
            wrong,
            "try again later, or download it and give the file with --from",
        ))
    })
}

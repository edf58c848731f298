//! Posts a callback to its receiver: one connection for each, plain HTTP, loopback only.

use bytes::Bytes;
use http::header::HOST;
use http::{HeaderMap, HeaderValue, Method, Request};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use url::{Host, Url};

/// More than any answer that is looked at.
const LARGEST_ANSWER: usize = 64 * 1024;

/// Posts a body, and gives the status and the body of the answer, or why there was none.
pub(crate) async fn post(
    target: &str,
    headers: HeaderMap<HeaderValue>,
    body: String,
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
        .body(Full::new(Bytes::from(body)))
        .map_err(|error| format!("that is no request: {error}"))?;
    request.headers_mut().extend(headers);

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
pub(crate) fn loopback(url: &Url) -> Result<(String, u16), String> {
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

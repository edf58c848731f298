//! Connections that begin with one HTTP request and go on in another protocol.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{HeaderMap, Method, StatusCode};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use url::Url;

use crate::endpoint::Endpoint;
use crate::web::{Web, failed_to_send, read};
use crate::{ConfigError, Incoming, Limits, Phase, TransportError};

/// Opens connections that switch protocols (RFC 9110, section 7.8), such as to WebSocket, over the stack of a
/// [`Session`](crate::Session): the same TLS and trust store, proxies, and rules of what a URL may be. No redirect is followed.
///
/// It knows nothing of the protocol that is switched to: what stands in the headers, and what an answer has to say, is the
/// caller's part. So is the time that it all may take, but for that of the connection.
pub struct Upgrader {
    web: Web,
    endpoint: Endpoint,
}

/// What came of asking for another protocol.
#[derive(Debug)]
pub enum Upgrade {
    /// The server switched (101). What it says about it must be checked before the stream is used.
    Switched {
        /// The headers of its answer.
        headers: HeaderMap,
        /// What is spoken from here on.
        stream: Upgraded,
    },
    /// It answered in HTTP, whatever the status.
    Answered(Incoming),
}

/// A connection in another protocol than HTTP. Dropping it closes it.
pub struct Upgraded(reqwest::Upgraded);

impl Upgrader {
    /// `setting` is the name that an error gives the URL. `https`, or `http` on loopback.
    ///
    /// # Errors
    /// Where the URL or the limits can't work, or TLS can't be set up.
    pub fn new(setting: &str, base_url: &str, limits: &Limits) -> Result<Self, ConfigError> {
        let endpoint = Endpoint::parse(setting, base_url)?;
        limits.check()?;
        Ok(Self {
            web: Web::new(limits, [&endpoint])?,
            endpoint,
        })
    }

    /// The URL of `path`, which begins with a slash.
    ///
    /// # Errors
    /// Where the path isn't one, or would lead to another host.
    pub fn url(&self, path: &str) -> Result<String, ConfigError> {
        self.join(path).map(String::from)
    }

    fn join(&self, path: &str) -> Result<Url, ConfigError> {
        let refuse = |problem| Err(ConfigError::new("path", problem));
        if !path.starts_with('/') {
            return refuse("doesn't begin with a slash; it should look like /v1/stream");
        }
        if path.contains(['?', '#']) {
            return refuse("has a query or a fragment; give the part before it");
        }
        match Url::parse(&format!("{}{path}", self.endpoint.as_str())) {
            Ok(url) => Ok(url),
            Err(_) => refuse("can't stand in a URL; it should look like /v1/stream"),
        }
    }

    /// Asks with a GET request of these headers, once. Of an answer that doesn't switch, up to `answer_bytes` are read.
    ///
    /// # Errors
    /// Where no answer came, or it broke off or is larger.
    pub async fn get(
        &self,
        path: &str,
        headers: HeaderMap,
        answer_bytes: usize,
    ) -> Result<Upgrade, TransportError> {
        let url = self.join(path).map_err(|error| {
            TransportError::new(Phase::NotSent, "the path can't stand in a URL")
                .permanent()
                .caused_by(error)
        })?;
        let mut request = reqwest::Request::new(Method::GET, url);
        *request.headers_mut() = headers;
        let mut answer = self.web.execute(request).await?;
        let status = answer.status();
        let headers = std::mem::take(answer.headers_mut());
        if status == StatusCode::SWITCHING_PROTOCOLS {
            let stream = answer.upgrade().await.map_err(failed_to_send)?;
            let stream = Upgraded(stream);
            return Ok(Upgrade::Switched { headers, stream });
        }
        match read(&mut answer, status, answer_bytes).await {
            Ok(body) => Ok(Upgrade::Answered(Incoming {
                status,
                headers,
                body,
            })),
            // A refusal is one also when its text is cut off.
            Err((_, body)) if !status.is_success() => Ok(Upgrade::Answered(Incoming {
                status,
                headers,
                body,
            })),
            Err((error, _)) => Err(error),
        }
    }
}

/// Shows where it asks.
impl fmt::Debug for Upgrader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upgrader")
            .field("endpoint", &self.endpoint.as_str())
            .finish_non_exhaustive()
    }
}

impl AsyncRead for Upgraded {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Upgraded {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

impl fmt::Debug for Upgraded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upgraded").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    use super::*;

    /// Answers one request with these bytes, and then says back what it hears.
    async fn server(answer: &'static str) -> Upgrader {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}/base/", listener.local_addr().unwrap());
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                request.push(stream.read_u8().await.unwrap());
            }
            assert!(request.starts_with(b"GET /base/way HTTP/1.1\r\n"));
            stream.write_all(answer.as_bytes()).await.unwrap();
            let (mut reader, mut writer) = stream.split();
            let _ = tokio::io::copy(&mut reader, &mut writer).await;
        });
        Upgrader::new("prices", &base, &Limits::default()).unwrap()
    }

    fn wished() -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("connection", "upgrade".parse().unwrap());
        headers.insert("upgrade", "echo".parse().unwrap());
        headers
    }

    #[tokio::test]
    async fn after_the_switch_both_sides_speak_the_other_protocol() {
        let upgrader = server(
            "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: echo\r\n\r\nfirst",
        )
        .await;
        let upgrade = upgrader.get("/way", wished(), 100).await.unwrap();
        let Upgrade::Switched {
            headers,
            mut stream,
        } = upgrade
        else {
            panic!("it switched");
        };
        assert_eq!(headers["upgrade"], "echo");
        stream.write_all(b" and after").await.unwrap();
        stream.flush().await.unwrap();
        let mut heard = [0; 15];
        stream.read_exact(&mut heard).await.unwrap();
        assert_eq!(
            &heard, b"first and after",
            "what came with the answer isn't lost"
        );
    }

    #[tokio::test]
    async fn a_refusal_is_an_answer_and_is_read_up_to_the_limit() {
        let refused = "HTTP/1.1 403 Forbidden\r\ncontent-length: 5\r\n\r\nno no";
        for (limit, text) in [(100, &b"no no"[..]), (2, b"no")] {
            let upgrader = server(refused).await;
            let upgrade = upgrader.get("/way", wished(), limit).await.unwrap();
            let Upgrade::Answered(answer) = upgrade else {
                panic!("it refused");
            };
            assert_eq!(
                (answer.status, &answer.body[..]),
                (StatusCode::FORBIDDEN, text)
            );
        }
    }

    #[tokio::test]
    async fn what_can_not_work_is_refused_by_name() {
        let plain = Upgrader::new("prices", "http://prices.example", &Limits::default());
        assert!(
            plain
                .unwrap_err()
                .to_string()
                .starts_with("prices is plain http")
        );
        let upgrader =
            Upgrader::new("prices", "https://prices.example/", &Limits::default()).unwrap();
        assert_eq!(upgrader.url("/way").unwrap(), "https://prices.example/way");
        for path in ["way", "/way?token=x", "/way#x", "@evil.example/"] {
            assert_eq!(upgrader.url(path).unwrap_err().setting(), "path", "{path}");
        }
    }
}

//! A server of somebody else's: it answers as it likes, and keeps what it is sent, byte for byte.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

type Script = dyn Fn(&str) -> String + Send + Sync;

/// It ends when this is dropped.
pub(crate) struct Stranger {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
    server: JoinHandle<()>,
}

/// An answer in HTTP.
pub(crate) fn answer(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n{headers}\r\n{body}"
    )
}

/// A token for whoever asks for one, and nothing else.
pub(crate) fn tokens(request: &str) -> String {
    let target = target(request);
    if request.starts_with("POST") && (target.contains("token") || target.contains("login")) {
        let token = r#"{"access_token":"a-token","expires_in":3600,"token_type":"Bearer"}"#;
        answer("200 OK", "content-type: application/json\r\n", token)
    } else {
        answer("404 Not Found", "", "")
    }
}

/// What a request asks for, as it stands in its first line.
pub(crate) fn target(request: &str) -> &str {
    request.split(' ').nth(1).unwrap_or_default()
}

impl Stranger {
    /// Has nothing for anybody.
    pub(crate) async fn quiet() -> Self {
        Self::saying(|_| answer("404 Not Found", "", "")).await
    }

    pub(crate) async fn saying(script: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard: Arc<Mutex<Vec<String>>> = Arc::default();
        let script: Arc<Script> = Arc::new(script);
        let ears = Arc::clone(&heard);
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&ears), Arc::clone(&script)));
            }
        });
        Self {
            port,
            heard,
            server,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What it was sent since the last time, head and body.
    pub(crate) fn heard(&self) -> Vec<String> {
        std::mem::take(&mut *self.heard.lock().unwrap())
    }

    /// Nobody has so much as connected.
    pub(crate) fn is_untouched(&self) -> bool {
        self.heard.lock().unwrap().is_empty()
    }
}

impl Drop for Stranger {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn serve(mut stream: TcpStream, ears: Arc<Mutex<Vec<String>>>, script: Arc<Script>) {
    let at = {
        let mut heard = ears.lock().unwrap();
        heard.push(String::new());
        heard.len() - 1
    };
    let mut bytes = Vec::new();
    while !is_whole(&bytes) {
        if !matches!(stream.read_buf(&mut bytes).await, Ok(read) if read > 0) {
            break;
        }
    }
    let request = String::from_utf8_lossy(&bytes).into_owned();
    if let Some(place) = ears.lock().unwrap().get_mut(at) {
        place.clone_from(&request);
    }
    let _ = stream.write_all(script(&request).as_bytes()).await;
    let _ = stream.shutdown().await;
}

fn is_whole(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let head = head.to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
    body.len() >= length.unwrap_or(0)
}

/// A text with its `%41` read.
pub(crate) fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        bytes.push(u8::from_str_radix(&after[..2], 16).unwrap());
        rest = &after[2..];
    }
    bytes.extend(rest.bytes());
    bytes
}

/// The pairs of a query or a form, in their order.
pub(crate) fn pairs(text: &str) -> Vec<(String, String)> {
    let read = |text: &str| String::from_utf8(decoded(&text.replace('+', " "))).unwrap();
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (read(name), read(value))
    };
    text.split('&')
        .filter(|text| !text.is_empty())
        .map(pair)
        .collect()
}

//! A server on loopback that says what a test has it say, well or badly.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What it does with a request.
pub(crate) enum Reply {
    /// Sends this, and closes.
    Bytes(Vec<u8>),
    /// Sends this, and then nothing, until the client goes away.
    Silence(Vec<u8>),
    /// Sends this, and then a byte every few milliseconds, until the client goes away.
    Drip(Vec<u8>),
}

pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    /// The heads of the requests that came.
    pub(crate) requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers each request by its path and its whole head.
    pub(crate) fn new(answer: impl Fn(&str, &str) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (answer, heard) = (Arc::new(answer), Arc::clone(&requests));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answer, heard) = (Arc::clone(&answer), Arc::clone(&heard));
                thread::spawn(move || {
                    let Some(head) = head(&stream) else { return };
                    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
                    heard.lock().unwrap().push(head.clone());
                    serve(&stream, answer(&path, &head));
                });
            }
        });
        Self { address, requests }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn paths(&self) -> Vec<String> {
        let requests = self.requests.lock().unwrap();
        let path = |head: &String| head.split(' ').nth(1).unwrap_or_default().to_owned();
        requests.iter().map(path).collect()
    }
}

fn head(mut stream: &TcpStream) -> Option<String> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        head.push(byte[0]);
    }
    String::from_utf8(head).ok()
}

fn serve(mut stream: &TcpStream, reply: Reply) {
    let (first, drips) = match reply {
        Reply::Bytes(bytes) => {
            let _ = stream.write_all(&bytes);
            return;
        }
        Reply::Silence(bytes) => (bytes, false),
        Reply::Drip(bytes) => (bytes, true),
    };
    let _ = stream.write_all(&first);
    let pace = drips.then_some(Duration::from_millis(3));
    let _ = stream.set_read_timeout(pace);
    // Ends when the client closes.
    while !matches!(stream.read(&mut [0]), Ok(0)) {
        if !drips || stream.write_all(b" ").is_err() {
            return;
        }
    }
}

/// A whole answer with a length.
pub(crate) fn ok(body: &str) -> Reply {
    with(200, "", body)
}

/// A whole answer with further headers, each ended by CR LF.
pub(crate) fn with(status: u16, headers: &str, body: &str) -> Reply {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-length: {length}\r\nconnection: close\r\n{headers}\r\n"
    );
    Reply::Bytes([head.as_bytes(), body.as_bytes()].concat())
}

/// Just these bytes.
pub(crate) fn raw(text: &str) -> Reply {
    Reply::Bytes(text.replace('\n', "\r\n").into_bytes())
}

//! A server on loopback that answers as it is told, to the byte, and keeps what it was sent.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What is sent back.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) bytes: Vec<u8>,
    /// The connection stays.
    pub(crate) keep: bool,
}

impl Reply {
    /// An answer as HTTP has it.
    pub(crate) fn new(head: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let mut bytes = format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n", body.len());
        for (name, value) in headers {
            bytes.push_str(&format!("{name}: {value}\r\n"));
        }
        bytes.push_str("\r\n");
        Self {
            bytes: [bytes.as_bytes(), body].concat(),
            keep: true,
        }
    }

    /// An answer of JSON.
    pub(crate) fn json(status: u16, body: impl AsRef<[u8]>) -> Self {
        let head = format!("{status} Well");
        Self::new(&head, &[("content-type", "application/json")], body)
    }

    /// Just these bytes, and the end of the connection.
    pub(crate) fn raw(bytes: impl AsRef<[u8]>) -> Self {
        Self {
            bytes: bytes.as_ref().to_vec(),
            keep: false,
        }
    }
}

/// What it answers to a request, by its head.
type Script = dyn Fn(&str) -> Reply + Send + Sync;

/// The server. Clones are the same one.
#[derive(Clone)]
pub(crate) struct Server {
    port: u16,
    script: Arc<Mutex<Arc<Script>>>,
    heard: Arc<Mutex<Vec<u8>>>,
}

impl Server {
    /// Starts it on a free port, for as long as the runtime lives.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let script: Arc<Script> = Arc::new(|_: &str| Reply::json(200, "{}"));
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            script: Arc::new(Mutex::new(script)),
            heard: Arc::default(),
        };
        let accepting = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = accepting.clone();
                tokio::spawn(async move { server.serve(stream).await });
            }
        });
        server
    }

    /// What is answered from here on.
    pub(crate) fn says(&self, script: impl Fn(&str) -> Reply + Send + Sync + 'static) {
        *lock(&self.script) = Arc::new(script);
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// All that was sent since the last time that somebody asked.
    pub(crate) fn heard(&self) -> Vec<u8> {
        std::mem::take(&mut lock(&self.heard))
    }

    async fn serve(&self, mut stream: TcpStream) -> Option<()> {
        loop {
            let request = request(&mut stream).await?;
            lock(&self.heard).extend_from_slice(&request);
            let head = String::from_utf8_lossy(&request);
            let script = Arc::clone(&lock(&self.script));
            let reply = script(head.split("\r\n\r\n").next().unwrap_or_default());
            stream.write_all(&reply.bytes).await.ok()?;
            if !reply.keep {
                stream.shutdown().await.ok()?;
                return None;
            }
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A whole request.
async fn request(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut request = Vec::new();
    loop {
        if let Some(end) = request.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&request[..end]).to_ascii_lowercase();
            let length = head.lines().find_map(|line| {
                let length = line.strip_prefix("content-length:")?;
                length.trim().parse::<usize>().ok()
            });
            if request.len() >= end + 4 + length.unwrap_or(0) {
                return Some(request);
            }
        }
        if stream.read_buf(&mut request).await.ok()? == 0 {
            return None;
        }
    }
}

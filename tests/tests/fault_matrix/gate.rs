//! Stands before the price socket, and lets connections through to it, or plays something else.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

const CHUNK: usize = 64 << 10;

/// What becomes of a request for a connection.
#[derive(Clone)]
pub(crate) enum Play {
    /// Reset before the request is read.
    Turned,
    Reset,
    Close,
    /// These bytes, and then the end.
    Answer(Vec<u8>),
    /// These bytes, and then nothing.
    Hang(Vec<u8>),
    /// These bytes, and then so many more of no meaning.
    Endless(Vec<u8>, usize),
}

/// What is done to a connection that was let through, towards the client.
#[derive(Clone)]
pub(crate) enum Push {
    Bytes(Vec<u8>),
    /// A byte at a time.
    Slowly(Vec<u8>),
    /// These bytes, and then so many more of no meaning.
    Endless(Vec<u8>, usize),
    /// These bytes, and then the end.
    Close(Vec<u8>),
    Reset,
    Nothing,
}

pub(crate) struct Gate {
    address: SocketAddr,
    inner: Arc<Inner>,
    listening: Mutex<Option<JoinHandle<()>>>,
}

struct Inner {
    beyond: String,
    /// What is played, and how often yet.
    play: Mutex<Option<(Play, usize)>>,
    asked: Mutex<usize>,
    through: tokio::sync::Mutex<Option<OwnedWriteHalf>>,
    /// The connection is to be dropped.
    cut: Notify,
}

impl Gate {
    /// Before the server at this URL.
    pub(crate) async fn before(url: &str) -> Self {
        let inner = Arc::new(Inner {
            beyond: url
                .strip_prefix("http://")
                .unwrap()
                .trim_end_matches('/')
                .to_owned(),
            play: Mutex::default(),
            asked: Mutex::default(),
            through: tokio::sync::Mutex::default(),
            cut: Notify::new(),
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let listening = Mutex::new(Some(listen(listener, Arc::clone(&inner))));
        Self {
            address,
            inner,
            listening,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many requests for a connection have come.
    pub(crate) fn asked(&self) -> usize {
        *self.inner.asked.lock().unwrap()
    }

    pub(crate) fn play(&self, play: Play, times: usize) {
        *self.inner.play.lock().unwrap() = Some((play, times));
    }

    /// Nobody listens from here on.
    pub(crate) async fn shut(&self) {
        let listening = self.listening.lock().unwrap().take();
        if let Some(listening) = listening {
            listening.abort();
            let _ = listening.await;
        }
    }

    /// Somebody does again.
    pub(crate) async fn open(&self) {
        let listener = TcpListener::bind(self.address).await.unwrap();
        let listening = listen(listener, Arc::clone(&self.inner));
        *self.listening.lock().unwrap() = Some(listening);
    }

    /// Does this to the connection that is open.
    pub(crate) async fn push(&self, push: Push) {
        let mut through = self.inner.through.lock().await;
        let client = through.as_mut().unwrap();
        // Whoever has gone needs no more of it.
        let _ = match push {
            Push::Bytes(bytes) => client.write_all(&bytes).await,
            Push::Slowly(bytes) => slowly(client, &bytes).await,
            Push::Endless(bytes, more) => endless(client, &bytes, more).await,
            Push::Close(bytes) => {
                let _ = client.write_all(&bytes).await;
                client.shutdown().await
            }
            Push::Reset => {
                let _ = client.as_ref().set_zero_linger();
                // Without the goodbye that it would say when it is dropped.
                if let Some(half) = through.take() {
                    half.forget();
                }
                self.inner.cut.notify_waiters();
                return;
            }
            Push::Nothing => return,
        };
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        if let Some(listening) = self.listening.lock().unwrap().take() {
            listening.abort();
        }
    }
}

fn listen(listener: TcpListener, inner: Arc<Inner>) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut connections = tokio::task::JoinSet::new();
        while let Ok((stream, _)) = listener.accept().await {
            let _ = stream.set_nodelay(true);
            connections.spawn(meet(stream, Arc::clone(&inner)));
        }
    })
}

impl Inner {
    fn next(&self) -> Option<Play> {
        *self.asked.lock().unwrap() += 1;
        let mut plan = self.play.lock().unwrap();
        let (play, left) = plan.as_mut()?;
        let play = play.clone();
        *left -= 1;
        if *left == 0 {
            *plan = None;
        }
        Some(play)
    }
}

async fn meet(mut stream: TcpStream, inner: Arc<Inner>) {
    let play = inner.next();
    if matches!(play, Some(Play::Turned)) {
        let _ = stream.set_zero_linger();
        return;
    }
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    let _ = match play {
        None => return through(stream, &head, &inner).await,
        Some(Play::Turned | Play::Reset) => stream.set_zero_linger(),
        Some(Play::Close) => Ok(()),
        Some(Play::Answer(bytes)) => {
            let _ = stream.write_all(&bytes).await;
            // Until the other side has read it all.
            let _ = stream.shutdown().await;
            read_out(&mut stream).await
        }
        Some(Play::Hang(bytes)) => {
            let _ = stream.write_all(&bytes).await;
            read_out(&mut stream).await
        }
        Some(Play::Endless(bytes, more)) => endless(&mut stream, &bytes, more).await,
    };
}

async fn read_out(stream: &mut (impl tokio::io::AsyncRead + Unpin)) -> std::io::Result<()> {
    let mut rest = [0; 1024];
    while stream.read(&mut rest).await? > 0 {}
    Ok(())
}

/// Lets a connection through to the server, until either side ends it.
async fn through(stream: TcpStream, head: &[u8], inner: &Inner) {
    let Ok(mut beyond) = TcpStream::connect(&inner.beyond).await else {
        return;
    };
    let _ = beyond.write_all(head).await;
    let (mut from_client, to_client) = stream.into_split();
    *inner.through.lock().await = Some(to_client);
    let (mut from_server, mut to_server) = beyond.into_split();
    tokio::select! {
        () = inner.cut.notified() => {}
        _ = tokio::io::copy(&mut from_client, &mut to_server) => {}
        () = forward(&mut from_server, inner) => {
            // The server has said goodbye; the client may still have to.
            let _ = read_out(&mut from_client).await;
        }
    }
}

/// From the server to the client.
async fn forward(from_server: &mut OwnedReadHalf, inner: &Inner) {
    let mut piece = [0; 4096];
    loop {
        let count = from_server.read(&mut piece).await.unwrap_or(0);
        let mut through = inner.through.lock().await;
        let Some(client) = through.as_mut() else {
            return;
        };
        if count == 0 {
            let _ = client.shutdown().await;
            return;
        }
        if client.write_all(&piece[..count]).await.is_err() {
            return;
        }
    }
}

async fn endless(
    stream: &mut (impl tokio::io::AsyncWrite + Unpin),
    bytes: &[u8],
    more: usize,
) -> std::io::Result<()> {
    stream.write_all(bytes).await?;
    let piece = vec![b' '; CHUNK];
    for _ in 0..more / CHUNK {
        stream.write_all(&piece).await?;
    }
    Ok(())
}

async fn slowly(client: &mut OwnedWriteHalf, bytes: &[u8]) -> std::io::Result<()> {
    for byte in bytes {
        client.write_all(&[*byte]).await?;
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    Ok(())
}

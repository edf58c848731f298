//! What a sender of webhooks does over a plain socket, of good will or not.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Longer than any server takes.
const LIMIT: Duration = Duration::from_secs(60);

/// A piece of a large body.
const CHUNK: usize = 64 << 10;

const GIGABYTE: usize = 1 << 30;

/// What is posted where it is posted well.
pub(crate) struct Letter {
    pub(crate) url: String,
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    pub(crate) body: String,
    /// The same, of something else.
    pub(crate) other: String,
}

impl Way {
    pub(crate) const fn times(self) -> usize {
        match self {
            Self::Twice => 2,
            _ => 1,
        }
    }
}

/// What is done to it.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    Whole,
    Twice,
    OfAnother,
    Unsigned,
    WronglySigned,
    SignedTwice,
    Get,
    Called(Option<&'static str>),
    ByteByByte,
    Cut { reset: bool },
    Stalled,
    Body(fn(&str) -> Vec<u8>),
    Huge { announced: bool },
    GzipBomb,
    CountlessHeaders,
    LongHeader,
}

/// What came of it.
pub(crate) struct Posted {
    /// The status of the answer; none where none came.
    pub(crate) answer: Option<u16>,
    /// A connection that is still in use.
    _open: Option<TcpStream>,
}

impl From<Option<u16>> for Posted {
    fn from(answer: Option<u16>) -> Self {
        Self {
            answer,
            _open: None,
        }
    }
}

/// A request as it goes out.
struct Draft {
    method: &'static str,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Draft {
    fn of(letter: &Letter) -> Self {
        let headers = letter.headers.iter();
        let headers = headers.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let mut draft = Self {
            method: "POST",
            headers: headers.collect(),
            body: letter.body.clone().into_bytes(),
        };
        draft.add("content-type", "application/json");
        draft
    }

    fn add(&mut self, name: &str, value: &str) {
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// The head, and how long the body is said to be.
    fn head(&self, url: &str, length: Option<usize>) -> Vec<u8> {
        let (host, path) = place(url);
        let mut head = format!("{} {path} HTTP/1.1\r\nhost: {host}\r\n", self.method);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        match length {
            Some(length) => head.push_str(&format!("content-length: {length}\r\n\r\n")),
            None => head.push_str("transfer-encoding: chunked\r\n\r\n"),
        }
        head.into_bytes()
    }
}

fn place(url: &str) -> (&str, &str) {
    let rest = url.strip_prefix("http://").unwrap();
    rest.split_at(rest.find('/').unwrap())
}

/// Posts it in that way.
pub(crate) async fn post(letter: &Letter, way: Way) -> Posted {
    let mut draft = Draft::of(letter);
    match way {
        Way::Whole | Way::Twice => {}
        Way::OfAnother => draft.body = letter.other.clone().into_bytes(),
        Way::Unsigned => drop(draft.headers.remove(0)),
        Way::WronglySigned => draft.headers[0].1.push('x'),
        Way::SignedTwice => {
            let first = draft.headers[0].clone();
            draft.headers.push(first);
        }
        Way::Get => draft.method = "GET",
        Way::Called(name) => {
            draft.headers.pop();
            if let Some(name) = name {
                draft.add("content-type", name);
            }
        }
        Way::Body(made) => draft.body = made(&letter.body),
        Way::GzipBomb => {
            draft.body = florin_sandbox::gzip_bomb(GIGABYTE);
            draft.add("content-encoding", "gzip");
        }
        Way::CountlessHeaders => {
            for number in 0..20_000 {
                draft.add(&format!("x-{number}"), &"x".repeat(100));
            }
        }
        Way::LongHeader => draft.add("x-long", &"x".repeat(8 << 20)),
        Way::ByteByByte => return byte_by_byte(letter, &draft).await.into(),
        Way::Cut { reset } => return cut(letter, &draft, reset).await.into(),
        Way::Stalled => return stalled(letter, &draft).await,
        Way::Huge { announced } => return huge(letter, &draft, announced).await.into(),
    }
    send(letter, &draft).await.into()
}

async fn connect(letter: &Letter) -> TcpStream {
    let stream = TcpStream::connect(place(&letter.url).0).await.unwrap();
    stream.set_nodelay(true).unwrap();
    stream
}

async fn send(letter: &Letter, draft: &Draft) -> Option<u16> {
    let head = draft.head(&letter.url, Some(draft.body.len()));
    let bytes = [&head[..], &draft.body].concat();
    exchange(connect(letter).await, async |writer| {
        writer.write_all(&bytes).await
    })
    .await
}

async fn byte_by_byte(letter: &Letter, draft: &Draft) -> Option<u16> {
    let head = draft.head(&letter.url, Some(draft.body.len()));
    let bytes = [&head[..], &draft.body].concat();
    exchange(connect(letter).await, async |writer| {
        for byte in &bytes {
            writer.write_all(&[*byte]).await?;
            // The server gets to see it before the next one comes.
            tokio::task::yield_now().await;
        }
        Ok(())
    })
    .await
}

/// Half of the body, and then no more of it.
async fn half(letter: &Letter, draft: &Draft) -> TcpStream {
    let head = draft.head(&letter.url, Some(draft.body.len()));
    let mut stream = connect(letter).await;
    let half = &draft.body[..draft.body.len() / 2];
    stream.write_all(&[&head[..], half].concat()).await.unwrap();
    stream
}

async fn cut(letter: &Letter, draft: &Draft, reset: bool) -> Option<u16> {
    let mut stream = half(letter, draft).await;
    if reset {
        stream.set_zero_linger().unwrap();
        drop(stream);
        // The server has noticed once it has answered somebody who came later.
        let other = Draft {
            method: "GET",
            headers: Vec::new(),
            body: Vec::new(),
        };
        let later = send(letter, &other).await;
        assert!(later.is_some(), "the server is still there");
        return None;
    }
    stream.shutdown().await.unwrap();
    status(&mut stream).await
}

async fn stalled(letter: &Letter, draft: &Draft) -> Posted {
    let mut stream = half(letter, draft).await;
    let answer = tokio::time::timeout(Duration::from_millis(200), status(&mut stream)).await;
    Posted {
        answer: answer.unwrap_or(None),
        _open: Some(stream),
    }
}

async fn huge(letter: &Letter, draft: &Draft, announced: bool) -> Option<u16> {
    let head = draft.head(&letter.url, announced.then_some(GIGABYTE));
    let chunk = vec![b' '; CHUNK];
    exchange(connect(letter).await, async |writer| {
        writer.write_all(&head).await?;
        for _ in 0..GIGABYTE / CHUNK {
            if !announced {
                writer
                    .write_all(format!("{CHUNK:x}\r\n").as_bytes())
                    .await?;
            }
            writer.write_all(&chunk).await?;
            if !announced {
                writer.write_all(b"\r\n").await?;
            }
        }
        Ok(())
    })
    .await
}

/// Writes until all is written, or the server wants no more, and reads the answer meanwhile.
async fn exchange(
    stream: TcpStream,
    write: impl AsyncFnOnce(&mut tokio::net::tcp::OwnedWriteHalf) -> std::io::Result<()>,
) -> Option<u16> {
    let (mut reader, mut writer) = stream.into_split();
    let mut answer = std::pin::pin!(status(&mut reader));
    let first = tokio::select! {
        biased;
        answer = &mut answer => Some(answer),
        // Who doesn't listen any more may have answered.
        _ = write(&mut writer) => None,
    };
    match first {
        Some(answer) => answer,
        None => answer.await,
    }
}

/// The status of an answer, if one comes.
async fn status(reader: &mut (impl tokio::io::AsyncRead + Unpin)) -> Option<u16> {
    let mut line = Vec::new();
    let read = async {
        while !line.ends_with(b"\n") {
            line.push(reader.read_u8().await.ok()?);
        }
        let line = String::from_utf8(line).ok()?;
        line.split(' ').nth(1)?.parse().ok()
    };
    tokio::time::timeout(LIMIT, read).await.unwrap_or(None)
}

//! What goes wrong at a socket, byte by byte.

use Shows::{Nothing, Silence, Something};

use super::gate::{Play, Push};
use super::prices::price;

const GIGABYTE: usize = 1 << 30;

/// A fault of the handshake.
pub(crate) struct Handshake {
    pub(crate) name: &'static str,
    /// `None` where nobody listens.
    pub(crate) play: Option<fn() -> Play>,
    pub(crate) hangs: bool,
    /// The token that is held has expired.
    pub(crate) expires: bool,
}

const fn played(name: &'static str, play: fn() -> Play) -> Handshake {
    Handshake {
        name,
        play: Some(play),
        hangs: false,
        expires: false,
    }
}

const fn hanging(name: &'static str, play: fn() -> Play) -> Handshake {
    Handshake {
        hangs: true,
        ..played(name, play)
    }
}

#[rustfmt::skip]
pub(crate) const HANDSHAKES: &[Handshake] = &[
    Handshake { name: "connection refused", play: None, hangs: false, expires: false },
    played("reset before the request is read", || Play::Turned),
    played("reset", || Play::Reset),
    played("closed", || Play::Close),
    played("reply cut in the middle", || Play::Answer(b"HTTP/1.1 101 Switching Pro".to_vec())),
    hanging("no reply", || Play::Hang(Vec::new())),
    hanging("one byte, and then nothing", || Play::Hang(b"H".to_vec())),
    played("429, `Retry-After: 1`", || answer("429 Too Many Requests", "retry-after: 1\r\n", b"")),
    played("500", || answer("500 Internal Server Error", "", b"")),
    played("502 with HTML", || answer("502 Bad Gateway", "content-type: text/html\r\n", b"<html>")),
    played("503", || answer("503 Service Unavailable", "", b"")),
    played("504", || answer("504 Gateway Timeout", "", b"")),
    Handshake { expires: true, ..played("401, token expired", || answer("401 Unauthorized", "", b"")) },
    played("403", || answer("403 Forbidden", "", br#"{"errorCode": "FORBIDDEN"}"#)),
    played("404", || answer("404 Not Found", "", b"")),
    played("400 with an `ERROR`", || answer("400 Bad Request", "", br#"{"type": "ERROR", "error": "no such market"}"#)),
    played("307 to another host", || answer("307 Temporary Redirect", "location: http://127.0.0.1:9/\r\n", b"")),
    played("200 with a page of HTML", || answer("200 OK", "content-type: text/html\r\n", b"<html>")),
    played("101 with a wrong key", || switched("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")),
    played("101 with compression that nobody asked for", || {
        switched("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nsec-websocket-extensions: permessage-deflate\r\n")
    }),
    played("503, not UTF-8", || answer("503 Service Unavailable", "", b"{\"message\": \"\xff\"}")),
    played("503, nesting 10,000 deep", || answer("503 Service Unavailable", "", &deep())),
    played("503, a gigabyte of body", || endless("503 Service Unavailable")),
    played("200, a gigabyte of body", || endless("200 OK")),
    played("503, gzip bomb of a gigabyte", || {
        let bomb = florin_sandbox::gzip_bomb(GIGABYTE);
        answer("503 Service Unavailable", "content-encoding: gzip\r\n", &bomb)
    }),
    played("headers without end", || Play::Endless(headers(), 0)),
    played("a header without end", || Play::Endless(b"HTTP/1.1 101 Switching Protocols\r\nx-long: ".to_vec(), GIGABYTE)),
];

/// What a reader gets to see of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shows {
    Something,
    /// That nothing comes any more.
    Silence,
    Nothing,
}

/// A fault of what is said: its name, what comes, and what shows it.
pub(crate) type Said = (&'static str, fn() -> Push, Shows);

#[rustfmt::skip]
pub(crate) const FRAMES: &[Said] = &[
    ("reset", || Push::Reset, Something),
    ("closed without a goodbye", || Push::Close(Vec::new()), Something),
    ("cut in the middle of a frame", || Push::Close(price("9")[..40].to_vec()), Something),
    ("closed with 1000", || goodbye(1000), Something),
    ("closed with 1001", || goodbye(1001), Something),
    ("closed with 1008", || goodbye(1008), Something),
    ("closed with 1011", || goodbye(1011), Something),
    ("closed with no code", || Push::Bytes(frame(0x88, b"")), Something),
    ("closed with 1005, which may not be sent", || goodbye(1005), Something),
    ("nothing any more", || Push::Nothing, Silence),
    ("pings, and nothing else", || Push::Bytes(frame(0x89, b"alive?").repeat(10)), Silence),
    ("an `ERROR`", || text(br#"{"type": "ERROR", "error": "no", "connectionId": "c"}"#), Something),
    ("a type that nobody knows, and nothing else", || text(br#"{"type": "NEWS"}"#), Silence),
    ("a byte at a time", || Push::Slowly(price("2")), Something),
    ("not UTF-8", || text(b"{\"type\": \"\xff\"}"), Something),
    ("not JSON", || text(b"<html>"), Something),
    ("JSON of the wrong shape", || text(br#"[[{"unexpected": true}]]"#), Something),
    ("a price of 400 digits", || Push::Bytes(price(&"9".repeat(400))), Something),
    ("nesting 10,000 deep, in a field that nobody reads", || text(&deep()), Nothing),
    ("a frame of a gigabyte", || Push::Endless(long(GIGABYTE as u64), GIGABYTE), Something),
    ("a frame of 2⁶³ − 1 bytes", || Push::Endless(long(u64::MAX >> 1), 1 << 20), Something),
    ("a message in frames without end", || Push::Bytes(fragments()), Something),
    ("a compressed frame that nobody asked for", || Push::Bytes(frame(0xc1, b"\xaa\x56\x2a")), Something),
    ("a frame that is masked", || Push::Bytes(vec![0x81, 0x82, 0, 0, 0, 0, b'{', b'}']), Something),
    ("an opcode that nobody knows", || Push::Bytes(frame(0x83, b"{}")), Something),
];

/// A frame of a server's: its first byte, and what is in it.
pub(crate) fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![first];
    match u16::try_from(payload.len()) {
        Ok(length @ 0..126) => frame.push(length as u8),
        Ok(length) => {
            frame.push(126);
            frame.extend(length.to_be_bytes());
        }
        Err(_) => {
            frame.push(127);
            frame.extend((payload.len() as u64).to_be_bytes());
        }
    }
    frame.extend(payload);
    frame
}

fn text(said: &[u8]) -> Push {
    Push::Bytes(frame(0x81, said))
}

fn goodbye(code: u16) -> Push {
    Push::Bytes(frame(0x88, &code.to_be_bytes()))
}

/// The head of a frame that is said to be so long.
fn long(length: u64) -> Vec<u8> {
    let mut head = vec![0x81, 127];
    head.extend(length.to_be_bytes());
    head
}

/// 8 MiB of one message, none of which is the last.
fn fragments() -> Vec<u8> {
    let piece = vec![b' '; 60_000];
    let mut all = frame(0x01, &piece);
    for _ in 0..140 {
        all.extend(frame(0x00, &piece));
    }
    all
}

fn deep() -> Vec<u8> {
    let nested = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    format!(r#"{{"type":"PRICES","nested":{nested},"prices":[]}}"#).into_bytes()
}

fn answer(status: &str, headers: &str, body: &[u8]) -> Play {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n"
    );
    Play::Answer([head.as_bytes(), body].concat())
}

fn switched(headers: &str) -> Play {
    let head = "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n";
    Play::Hang(format!("{head}{headers}\r\n").into_bytes())
}

fn endless(status: &str) -> Play {
    let head = format!("HTTP/1.1 {status}\r\ncontent-length: {GIGABYTE}\r\n\r\n");
    Play::Endless(head.into_bytes(), GIGABYTE)
}

fn headers() -> Vec<u8> {
    let mut head = "HTTP/1.1 101 Switching Protocols\r\n".to_owned();
    for number in 0..20_000 {
        head.push_str(&format!("x-{number}: {}\r\n", "x".repeat(100)));
    }
    head.into_bytes()
}

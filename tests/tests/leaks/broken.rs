//! What a server says that doesn't quite speak HTTP, or isn't the one that was meant, with canaries near each fault: parsers like to
//! quote what they stumble over.

use super::canary::MARKED;
use super::replies::{Named, named};
use super::server::Reply;

/// What is no HTTP, or not quite.
pub(crate) fn broken() -> Vec<Named> {
    let text = MARKED.text;
    let chunked =
        "HTTP/1.1 200 Well\r\ntransfer-encoding: chunked\r\ncontent-type: application/json\r\n";
    let size = text.len();
    let texts = [
        ("no HTTP", format!("{text} is no HTTP\r\n\r\n")),
        ("a broken status", format!("HTTP/1.1 {text}\r\n\r\n")),
        (
            "a broken version",
            format!("HTTP/{text} 200 {text}\r\n\r\n"),
        ),
        ("HTTP/2", format!("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n{text}")),
        (
            "a line that is no header",
            format!("HTTP/1.1 200 {text}\r\n{text}\r\n\r\n"),
        ),
        (
            "a header with spaces",
            format!("HTTP/1.1 200 Well\r\n{text} {text}: {text}\r\n\r\n"),
        ),
        (
            "a header with a zero",
            format!("HTTP/1.1 200 Well\r\nx: {text}\0{text}\r\n\r\n"),
        ),
        (
            "a folded header",
            format!("HTTP/1.1 200 Well\r\nx: {text}\r\n {text}\r\n\r\n{text}"),
        ),
        (
            "a length that is none",
            format!("HTTP/1.1 200 Well\r\ncontent-length: {text}\r\n\r\n{text}"),
        ),
        (
            "a negative length",
            format!(
                "HTTP/1.1 200 Well\r\ncontent-length: -{}\r\n\r\n{text}",
                MARKED.digits
            ),
        ),
        (
            "a length of the canary",
            format!(
                "HTTP/1.1 200 Well\r\ncontent-length: {}\r\n\r\n{text}",
                MARKED.digits
            ),
        ),
        (
            "two lengths",
            format!(
                "HTTP/1.1 200 Well\r\ncontent-length: 3\r\ncontent-length: {size}\r\n\r\n{text}"
            ),
        ),
        (
            "an encoding that is none",
            format!("HTTP/1.1 200 Well\r\ntransfer-encoding: {text}\r\n\r\n{text}"),
        ),
        (
            "a chunk's size that is none",
            format!("{chunked}\r\n{text}\r\n{text}\r\n"),
        ),
        (
            "a chunk's size that is too large",
            format!("{chunked}\r\nffffffffffffffffff\r\n{text}"),
        ),
        (
            "a chunk with more than said",
            format!("{chunked}\r\n4\r\n{text}\r\n0\r\n\r\n"),
        ),
        (
            "a chunk that is cut",
            format!("{chunked}\r\n{:x}\r\n{text}", size + 9),
        ),
        (
            "a chunk's extension",
            format!("{chunked}\r\n{size:x};{text}={text}\r\n{text}\r\n0\r\n\r\n"),
        ),
        (
            "an extension that is too long",
            format!("{chunked}\r\n{size:x};{}\r\n", text.repeat(1_000)),
        ),
        (
            "a broken end of a chunk",
            format!("{chunked}\r\n{size:x}\r\n{text}{text}\r\n"),
        ),
        (
            "a trailer",
            format!("{chunked}trailer: {text}\r\n\r\n2\r\n{{}}\r\n0\r\n{text}: {text}\r\n\r\n"),
        ),
        (
            "a broken trailer",
            format!("{chunked}\r\n2\r\n{{}}\r\n0\r\n{text}\r\n\r\n"),
        ),
        (
            "no end",
            format!("HTTP/1.1 200 Well\r\ncontent-length: 999\r\nx: {text}\r\n\r\n{text}"),
        ),
        (
            "a refusal without an end",
            format!("HTTP/1.1 409 {text}\r\ncontent-length: 999\r\nx: {text}\r\n\r\n{text}"),
        ),
        (
            "a head without an end",
            format!("HTTP/1.1 200 {text}\r\nx: {text}\r\n"),
        ),
        (
            "headers without end",
            format!(
                "HTTP/1.1 200 Well\r\n{}\r\n",
                format!("x: {text}\r\n").repeat(300)
            ),
        ),
        (
            "a very long header",
            format!("HTTP/1.1 200 Well\r\nx: {}\r\n\r\n", text.repeat(30_000)),
        ),
        (
            "a switch of protocols",
            format!("HTTP/1.1 101 {text}\r\nupgrade: {text}\r\nconnection: upgrade\r\n\r\n{text}"),
        ),
        (
            "an early word",
            format!(
                "HTTP/1.1 103 {text}\r\nlink: {text}\r\n\r\nHTTP/1.1 500 {text}\r\ncontent-length: 0\r\n\r\n"
            ),
        ),
        ("nothing", String::new()),
    ];
    let mut replies: Vec<_> = texts
        .into_iter()
        .map(|(name, bytes)| named(name, Reply::raw(bytes)))
        .collect();
    let tls = [b"\x16\x03\x01\xff\xff", text.as_bytes()].concat();
    replies.push(named("TLS", Reply::raw(tls)));
    let bytes = [b"HTTP/1.1 200 \xff\xfe", text.as_bytes(), b"\r\n\r\n"].concat();
    replies.push(named("a reason in bytes", Reply::raw(bytes)));
    let mut surplus = Reply::json(200, "{}");
    surplus
        .bytes
        .extend_from_slice(format!("HTTP/1.1 200 {text}\r\n\r\n{text}").as_bytes());
    replies.push(named("more than was asked for", surplus));
    replies
}

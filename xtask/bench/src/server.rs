//! A server with fixed answers: HTTP/1.1 with keep-alive, as little of it as the clients here need.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;

use crate::{Failure, TOKEN};

const STATUS: &str = include_str!("status.json");
const TAKEN_IN: &str = r#"{"request_identification":"6d2f0c9e-4d1b-4f57-9d0a-1f0e5f2b7c11"}"#;

/// Serves until the process ends.
pub(crate) fn serve() -> Result<(), Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    #[allow(clippy::print_stdout, reason = "the caller has to learn the port")]
    {
        println!("{}", listener.local_addr()?);
    }
    let answers = Arc::new(Answers {
        token: answer(&format!(
            r#"{{"access_token":"{TOKEN}","token_type":"Bearer","expires_in":43200}}"#
        )),
        status: answer(STATUS),
        taken_in: answer(TAKEN_IN),
    });
    for connection in listener.incoming() {
        let (connection, answers) = (connection?, Arc::clone(&answers));
        // The facade asks for its token over a connection of its own. A client that goes away ends its connection and
        // nothing else.
        std::thread::spawn(move || converse(connection, &answers));
    }
    Ok(())
}

struct Answers {
    token: Vec<u8>,
    status: Vec<u8>,
    taken_in: Vec<u8>,
}

fn answer(body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 200 OK\r\ndate: Sat, 21 Nov 2026 08:00:00 GMT\r\ncontent-type: application/json\r\n\
         content-length: {}\r\nx-request-id: 0b6c1f4e\r\nstrict-transport-security: max-age=31536000\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn converse(mut connection: TcpStream, answers: &Answers) -> std::io::Result<()> {
    connection.set_nodelay(true)?;
    let mut received = Vec::new();
    let mut chunk = [0; 16 * 1024];
    loop {
        let Some(length) = whole_request(&received) else {
            match connection.read(&mut chunk)? {
                0 => return Ok(()),
                read => received.extend_from_slice(&chunk[..read]),
            }
            continue;
        };
        let answer = match &received[..] {
            [b'P', b'O', b'S', b'T', b' ', b'/', b'o', ..] => &answers.token,
            [b'P', b'O', b'S', b'T', ..] => &answers.taken_in,
            _ => &answers.status,
        };
        connection.write_all(answer)?;
        received.drain(..length);
    }
}

/// The length of the first request in the buffer, once all of it is there.
fn whole_request(received: &[u8]) -> Option<usize> {
    let head = received.windows(4).position(|bytes| bytes == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(&received[..head]).ok()?;
    let lengths = text.lines().filter_map(|line| line.split_once(": "));
    let mut lengths = lengths.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let body: usize = lengths
        .next()
        .and_then(|(_, value)| value.parse().ok())
        .unwrap_or(0);
    (received.len() >= head + body).then_some(head + body)
}

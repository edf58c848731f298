//! Webhooks: who has all but one byte of the secret is a stranger, at whichever place that byte stands.

use florin::nemuru::Callbacks;
use florin::tradevest::{EventType, Webhooks};
use florin::webhook::Sender;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::desk::receiver as tradevest;
use super::receiver::Receiver;

const SECRET: &str = "Bearer 7d1f6f10a-long-and-random-value";

/// Posts `body` with these headers, to the letter, and says which status it got.
async fn post(url: &str, headers: &[(&str, &[u8])], body: &str) -> u16 {
    let rest = url.strip_prefix("http://").unwrap();
    let (host, path) = rest.split_once('/').unwrap();
    let mut request = format!(
        "POST /{path} HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n",
        body.len()
    )
    .into_bytes();
    for (name, value) in headers {
        request.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
    }
    request.extend(b"\r\n");
    request.extend(body.bytes());
    let mut stream = TcpStream::connect(host).await.unwrap();
    stream.write_all(&request).await.unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    let answer = String::from_utf8_lossy(&answer);
    answer
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .unwrap_or(0)
}

/// Everything that is nearly the secret: each byte changed, each byte missing, each length, and more.
fn nearly(secret: &str) -> Vec<Vec<u8>> {
    let secret = secret.as_bytes();
    let mut nearly = Vec::new();
    for at in 0..secret.len() {
        for flip in [1, 0x20] {
            let mut other = secret.to_vec();
            other[at] ^= flip;
            nearly.push(other);
        }
        let mut shorter = secret.to_vec();
        shorter.remove(at);
        nearly.push(shorter);
        nearly.push(secret[..at].to_vec());
    }
    for more in [&b"x"[..], b",x", b"\xff", secret] {
        nearly.push([secret, more].concat());
        nearly.push([more, secret].concat());
    }
    // White space at the end is no part of a header, so that is no other value.
    let same = |value: &Vec<u8>| value.trim_ascii() == secret;
    nearly.retain(|value| !same(value) && !value.iter().any(|byte| byte.is_ascii_control()));
    nearly
}

#[tokio::test]
async fn a_header_that_is_wrong_in_any_one_byte_lets_nobody_in_at_nemurus_address() {
    let receiver =
        Receiver::start(Callbacks::builder(Sender::header(SECRET).unwrap()).build()).await;
    let body = r#"{"id":"loan","event":"loan_steps","step":"loan_created","triggered_at":"2026-11-02T08:00:00+00:00"}"#;
    for value in nearly(SECRET) {
        let status = post(&receiver.url, &[("authorization", &value)], body).await;
        assert_eq!(status, 401, "{}", String::from_utf8_lossy(&value));
    }
    let right = SECRET.as_bytes();
    for headers in [
        vec![],
        vec![("authorization", right), ("authorization", right)],
        vec![("authorization", right), ("Authorization", b"x")],
        vec![("proxy-authorization", right)],
        vec![("x-authorization", right)],
        vec![("cookie", right)],
    ] {
        assert_eq!(
            post(&receiver.url, &headers, body).await,
            401,
            "{headers:?}"
        );
    }
    assert!(receiver.taken().is_empty());
    let status = post(&receiver.url, &[("AUTHORIZATION", right)], body).await;
    assert!((200..300).contains(&status), "{status}");
    assert_eq!(receiver.taken().len(), 1);
}

#[tokio::test]
async fn nor_at_tradevests_where_each_of_several_headers_has_to_be_right() {
    let receiver = tradevest::Receiver::start(tradevest::webhooks()).await;
    let url = receiver.url(&EventType::ALL[0]);
    let [one, two] = tradevest::HEADERS;
    let body = "{}";
    let mut tried = 0;
    for (changed, kept) in [(one, two), (two, one)] {
        for value in nearly(changed.1) {
            let headers = [(changed.0, value.as_slice()), (kept.0, kept.1.as_bytes())];
            let status = post(&url, &headers, body).await;
            assert_eq!(
                status,
                401,
                "{}: {}",
                changed.0,
                String::from_utf8_lossy(&value)
            );
            tried += 1;
        }
        let right = changed.1.as_bytes();
        let twice = [
            (changed.0, right),
            (changed.0, right),
            (kept.0, kept.1.as_bytes()),
        ];
        assert_eq!(post(&url, &twice, body).await, 401);
    }
    assert!(tried > 100);
    let swapped = [(one.0, two.1.as_bytes()), (two.0, one.1.as_bytes())];
    assert_eq!(post(&url, &swapped, body).await, 401);
    assert!(receiver.taken().is_empty());
    let right = [(one.0, one.1.as_bytes()), (two.0, two.1.as_bytes())];
    assert_ne!(
        post(&url, &right, body).await,
        401,
        "who has both is let in, whatever is thought of the body"
    );
}

#[test]
fn no_secret_is_empty_and_no_door_is_open_unless_that_is_said() {
    for value in ["", " ", "\t", "a\nb", " a", "a "] {
        assert!(Sender::header(value).is_err(), "{value:?}");
        assert!(Sender::headers([("api-key", value)]).is_err(), "{value:?}");
        assert!(Sender::any_header_of(["fine", value]).is_err(), "{value:?}");
        assert!(
            Webhooks::builder()
                .headers([("api-key", value)])
                .build()
                .is_err(),
            "{value:?}"
        );
    }
    assert!(Sender::any_header_of([""; 0]).is_err());
    assert!(Webhooks::builder().build().is_err());
}

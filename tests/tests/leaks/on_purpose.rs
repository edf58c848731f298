//! The other way round: each channel leaks on purpose, and each leak is found.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use florin::core::http::Method;
use florin::core::{
    Error, Incoming, Operation, Outgoing, Phase, RetryPolicy, Session, Transport, TransportError,
};

use super::canary::{MARKED, PLAIN, base64, find};
use super::{listen, said, sieve};

static PAY: Operation = Operation::new("pay", Method::POST, "/pay");

/// A transport that somebody wrote in a hurry.
#[derive(Debug)]
struct Careless;

impl Transport for Careless {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        tracing::trace!(url = %request.url, "about to send");
        log::trace!("sending {:?}", request.body);
        let cause = format!("the proxy wants {}", MARKED.text);
        let error = TransportError::new(Phase::Sent, "lost")
            .caused_by(Box::<dyn std::error::Error + Send + Sync>::from(cause));
        Box::pin(async move { Err(error) })
    }
}

/// Something with a derived `Debug`.
#[derive(Debug)]
struct Customer {
    #[allow(dead_code, reason = "for its Debug")]
    name: &'static str,
}

struct Bytes(Vec<u8>);

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Leaks in one channel after the other, and says for each what was found.
pub(crate) async fn everywhere() {
    listen::start();
    let leaked = |channel: &str, how: &str| {
        let found = sieve::found();
        let hit = found.keys().find(|finding| finding.starts_with(channel));
        assert!(hit.is_some(), "{how} is not found: {found:#?}");
        println!("found: {how}");
    };
    assert!(sieve::found().is_empty());

    let session = Session::builder("https://api.example.com")
        .anonymous()
        .retry(RetryPolicy::never())
        .transport(Arc::new(Careless));
    let session = session.build().unwrap();
    let mut request = session.request(&PAY);
    request.query("name", PLAIN.text).json(&[MARKED.text]);
    let error: Error<()> = request.send_empty::<()>().await.unwrap_err();
    // One call, three leaks: in an event, in the log, and behind the error.
    let found = sieve::found();
    for channel in ["trace of leaks", "log of leaks"] {
        let hit = found.keys().any(|finding| finding.starts_with(channel));
        assert!(hit, "{channel}: {found:#?}");
        println!("found: {channel}");
    }
    said::failed(error, false);
    leaked("errors", "the cause of an error");

    let spoken = Error::<()>::unusable_answer(&PAY, PLAIN.text);
    sieve::never("errors", &spoken.to_string());
    leaked("errors", "the words of an error");

    let span = tracing::info_span!("span", later = tracing::field::Empty);
    span.record("later", MARKED.text);
    leaked("trace, recorded later", "a field that is recorded later");
    tracing::error!(
        error = &std::io::Error::other(MARKED.text) as &(dyn std::error::Error + 'static)
    );
    leaked("trace of leaks", "an error in an event");

    said::handle("Debug of clients", &Customer { name: PLAIN.text });
    leaked("Debug of clients", "Debug of what holds no value");
    said::value("Debug of answers", &Customer { name: MARKED.text });
    leaked("Debug of answers", "a marked value in a Debug");
    said::value("Debug of answers", &Customer { name: PLAIN.text });
    assert!(sieve::found().is_empty(), "another one may show there");
    said::handle("Debug of bytes", &Bytes(MARKED.text.into()));
    leaked("Debug of bytes", "bytes as numbers");
    said::shown_in_a_panic(&Customer { name: MARKED.text });
    leaked(
        "payloads of panics about answers",
        "a value in the text of a panic",
    );

    said::panicking(|| Err::<(), _>(MARKED.text).unwrap());
    leaked("panics", "a panic");
    said::panicking(|| std::panic::panic_any(MARKED.text));
    leaked("payloads of panics", "the payload of a panic");
    let task = tokio::spawn(async { panic!("{}", MARKED.text) });
    assert!(task.await.is_err());
    leaked("panics", "a panic in another task");

    sieve::never("errors", &base64(MARKED.text.as_bytes()));
    leaked("errors", "base64");
    println!("printed: {}", MARKED.text);
    eprintln!("printed: {}", MARKED.text);
}

/// Each way of writing it that the search knows.
pub(crate) fn spellings() -> Vec<(&'static str, String)> {
    let mut spellings = vec![("another case", PLAIN.text.to_uppercase())];
    for kind in [&PLAIN, &MARKED] {
        let text = kind.text;
        let each = |spell: &dyn Fn(u8) -> String| text.bytes().map(spell).collect::<String>();
        for start in 0..=text.len() - 8 {
            spellings.push(("eight characters of it", text[start..start + 8].to_owned()));
        }
        for before in ["", "a", "ab"] {
            let coded = base64(format!("{before}{text}tail").as_bytes());
            spellings.push((
                "base64, url-safe",
                coded.replace('+', "-").replace('/', "_"),
            ));
            spellings.push(("base64", coded));
        }
        spellings.extend([
            ("turned round", text.chars().rev().collect()),
            ("hex", each(&|byte| format!("{byte:02X}"))),
            ("percent", each(&|byte| format!("%{byte:02x}"))),
            ("escaped", each(&|byte| format!("\\u{byte:04x}"))),
            ("bytes", format!("{:?}", text.as_bytes())),
            ("bytes over lines", format!("{:#?}", text.as_bytes())),
            (
                "bytes as text",
                format!("{:?}", florin::core::Bytes::from(text)),
            ),
            (
                "JSON in JSON",
                serde_json::json!(serde_json::json!([text]).to_string()).to_string(),
            ),
            ("a number", kind.digits.to_owned()),
            ("a day", kind.day.to_owned()),
            ("an identifier", kind.uuid.to_uppercase()),
            ("letters", kind.letters.to_owned()),
            ("cut at both ends", text[3..15].to_owned()),
        ]);
    }
    spellings
}

/// What looks like nothing in particular.
pub(crate) fn harmless() -> bool {
    let numbers: String = (0..20_000)
        .map(|number| format!("{number} {number:x} "))
        .collect();
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789".repeat(200);
    find(numbers.as_bytes()).is_empty() && find(letters.as_bytes()).is_empty()
}

//! What holds of every answer to every operation.
//!
//! An input is a line with the operation, the status and the media type, and then the body:
//!
//! ```text
//! get_loan 200 application/json
//! {"id": "…"}
//! ```

use florin::core::http::StatusCode;
use florin::core::{Effect, Retry};

use crate::call::{Answer, Entry, Seen, seen};
use crate::canary;
use crate::numbers;
use crate::parts::{chosen, line, number, words};
use crate::time_limit::in_time;

/// Answers with one of the provider's operations with the input, and holds what comes of it to all promises.
///
/// # Panics
/// Where one is broken.
pub fn check(operations: &[Entry], input: &[u8]) {
    let (head, body) = line(input);
    let mut words = words(head);
    let name = words.next().unwrap_or_default();
    let entry = chosen(operations, name, |entry| entry.operation.id());
    let status = status(words.next().unwrap_or_default());
    let media_type = words.next().unwrap_or(b"application/json");
    let answer = Answer::new(status, media_type, body.to_vec());
    in_time(|| {
        let what = seen(entry, &answer);
        assert_eq!(
            what,
            seen(entry, &answer),
            "the same answer is read in two ways"
        );
        judge(entry, &answer, &what);
    });
}

/// A status that there is: 200 where the word is none, and one that is made of it where it is too odd.
fn status(word: &[u8]) -> StatusCode {
    let said = str::from_utf8(word).ok().and_then(|word| word.parse().ok());
    let status = match said {
        Some(said) => said,
        None if word.is_empty() => 200,
        None => 100 + u16::try_from(number(word) % 500).unwrap_or_default(),
    };
    StatusCode::from_u16(status).unwrap_or_default()
}

fn judge(entry: &Entry, answer: &Answer, what: &Seen) {
    let is_success = entry.operation.succeeds_with(answer.status);
    match what {
        Seen::Read { written, .. } => {
            assert!(is_success, "{} is taken for a success", answer.status);
            if let Some(Ok(written)) = written {
                again(entry, answer, written);
            }
        }
        Seen::Failed {
            texts,
            is_decode,
            field,
            effect,
            body,
        } => {
            texts.iter().for_each(|text| canary::assert_hidden(text));
            assert_eq!(*is_decode, is_success, "{texts:?}");
            assert!(
                texts[0].starts_with(entry.operation.id()),
                "no operation is named: {texts:?}"
            );
            if *is_decode {
                let field = field.as_deref().unwrap_or_default();
                assert!(!field.is_empty(), "no place is named: {texts:?}");
                // Where it isn't JSON, its names are nobody's: only line and column are told.
                let otherwise = ["body is empty", "isn't JSON"];
                let is_told = texts[1].contains(field)
                    || otherwise.iter().any(|text| texts[1].contains(text));
                assert!(is_told, "{field}: {texts:?}");
                // Nobody may take a success that can't be read for something that wasn't done.
                let doubt = match entry.operation.retry_class() {
                    Retry::Safe => Effect::Answered,
                    _ => Effect::MaybeApplied,
                };
                assert_eq!(*effect, doubt, "{texts:?}");
            }
            if let Some(Ok(body)) = body {
                again(entry, answer, body);
            }
        }
    }
}

/// serde_json's own name for a text that it passes on. A `serde_json::Value` takes an object that begins with it for what the
/// text in it says, so that what is written need not be read as the same again; nothing that wasn't sent is in it.
const RAW: &str = "$serde_json::private::RawValue";

/// What was read and written is read and written the same, and holds the numbers that came.
fn again(entry: &Entry, answer: &Answer, text: &str) {
    if text.contains(RAW) {
        return;
    }
    if let Ok(came) = str::from_utf8(&answer.body) {
        numbers::assert_kept(came, text);
    }
    let answer = Answer {
        body: text.to_owned().into(),
        ..answer.clone()
    };
    let (Seen::Read { written, .. } | Seen::Failed { body: written, .. }) = seen(entry, &answer);
    match written {
        Some(Ok(now)) => assert_eq!(text, now, "it is written otherwise the second time"),
        other => panic!("what was written can't be read: {text}: {other:?}"),
    }
}

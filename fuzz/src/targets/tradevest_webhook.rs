//! Notifications of Tradevest: who hasn't all of the headers is turned away, and what is let in is kept and known again.
//!
//! Lines of headers, `name: value`, up to an empty line; then the event type in a line; then the body.

use florin::core::http::header::{HeaderMap, HeaderName, HeaderValue};
use florin::tradevest::{EventType, Notification, Webhooks};
use florin::webhook::Rejection;

use crate::canary;
use crate::parts::{chosen, line};
use crate::time_limit::in_time;

/// What the provider was told to send.
const HEADERS: [(&str, &str); 2] = [("api-key", "s3cret-and-long"), ("x-partner", "41c7")];

/// Takes a notification in.
pub fn tradevest_webhook(input: &[u8]) {
    let (headers, rest) = headers(input);
    let (event, body) = line(rest);
    let event = chosen(&EventType::ALL, event, EventType::as_str);
    let webhooks = Webhooks::builder().headers(HEADERS).remembered(4).build();
    let webhooks = webhooks.unwrap_or_else(|error| panic!("{error}"));
    let is_authentic = HEADERS.iter().all(|(name, value)| {
        let mut there = headers.get_all(*name).iter();
        there
            .next()
            .is_some_and(|found| found.as_bytes() == value.as_bytes())
            && there.next().is_none()
    });
    match in_time(|| webhooks.receive(event.clone(), &headers, body)) {
        Ok(notification) => {
            assert!(is_authentic, "a stranger is let in");
            assert_eq!(
                notification.raw().as_bytes(),
                body,
                "it isn't kept as it came"
            );
            assert!(!notification.is_repeat());
            known_again(event, &notification);
            let again = webhooks.receive(event.clone(), &headers, body);
            assert!(
                again.is_ok_and(|again| again.is_repeat()),
                "a repetition isn't known"
            );
            let stranger = webhooks.receive(event.clone(), &HeaderMap::new(), body);
            assert_eq!(stranger.err(), Some(Rejection::Unauthorized));
        }
        Err(rejection) => {
            canary::assert_hidden(&format!("{rejection} {rejection:?}"));
            assert_eq!(
                rejection == Rejection::Unauthorized,
                !is_authentic,
                "{rejection}"
            );
        }
    }
}

/// The same said with other spaces is the same notification.
fn known_again(event: &EventType, notification: &Notification) {
    let text = spaced(notification.raw());
    match Notification::parse(event.clone(), text.as_bytes()) {
        Ok(again) => {
            assert_eq!(again.dedup_key(), notification.dedup_key());
            assert_eq!(again.object_id(), notification.object_id());
            assert_eq!(again.meaning(), notification.meaning());
            assert_eq!(again.modified_on(), notification.modified_on());
        }
        Err(rejection) => panic!("{text}: {rejection}"),
    }
    let _ = (
        notification.refusal(),
        format!("{notification:?} {:?}", notification.payload()),
    );
}

/// With other spaces outside of texts.
fn spaced(json: &str) -> String {
    let mut spaced = " ".to_owned();
    let (mut is_text, mut is_escaped) = (false, false);
    for c in json.chars() {
        let is_space = matches!(c, ' ' | '\t' | '\n' | '\r');
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_text = !is_text,
            _ if is_text => {}
            _ if is_space => continue,
            '{' | '[' | ',' | ':' => {
                spaced.push(c);
                spaced.push('\n');
                continue;
            }
            '}' | ']' => spaced.push('\t'),
            _ => {}
        }
        spaced.push(c);
    }
    spaced
}

fn headers(input: &[u8]) -> (HeaderMap, &[u8]) {
    let mut headers = HeaderMap::new();
    let mut rest = input;
    loop {
        let (header, after) = line(rest);
        rest = after;
        if header.is_empty() {
            return (headers, rest);
        }
        let Some(colon) = header.windows(2).position(|two| two == b": ") else {
            continue;
        };
        if let (Ok(name), Ok(value)) = (
            HeaderName::from_bytes(&header[..colon]),
            HeaderValue::from_bytes(&header[colon + 2..]),
        ) {
            headers.append(name, value);
        }
    }
}

//! Tells an identifier of the exchange from one that repeats what was sent.
//!
//! A server that is wrong, or hostile, may send a token or a name back where its identifier belongs, and that one is logged.
//! So it is one only if it has no run of characters in common with the request that is too long to be chance. A rolling
//! window finds that in one pass over the request, and only where an identifier came at all.

use http::header::{AUTHORIZATION, HeaderMap, HeaderName, PROXY_AUTHORIZATION};
use url::Url;

use crate::response::{REQUEST_IDS, shows};

/// Characters in a row that aren't there by chance.
const RUN: usize = 8;

/// Of secrets that are shorter than that, those of this length at least are looked for as a whole.
const SHORT: usize = 4;

/// As much of a body is searched. What is secret in one is a login, which is small.
const SEARCHED: usize = 64 << 10;

/// A request as it went out.
pub(crate) struct Sent<'a> {
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: &'a [u8],
    /// The idempotency key, which errors show anyway.
    pub(crate) key: Option<&'a str>,
}

/// Marks an identifier of the exchange that repeats a part of the request, in whichever case and with whatever around it.
/// `sent` is asked for only where there is an identifier that would be shown.
pub(crate) fn hush<'a>(answered: &mut HeaderMap, sent: impl FnOnce() -> Sent<'a>) {
    let is_shown = |name: &str| answered.get(name).is_some_and(shows);
    if !REQUEST_IDS.iter().any(|name| is_shown(name)) {
        return;
    }
    let sent = sent();
    for name in REQUEST_IDS {
        if let Some(id) = answered.get_mut(name)
            && shows(id)
            && sent.is_repeated_in(id.as_bytes())
        {
            id.set_sensitive(true);
        }
    }
}

impl Sent<'_> {
    fn is_repeated_in(&self, id: &[u8]) -> bool {
        let runs = Runs::of(id);
        let shows = |text: &[u8]| runs.any_in(text);
        let url = [self.url.path(), self.url.query().unwrap_or_default()];
        let body = &self.body[..self.body.len().min(SEARCHED)];
        let texts = [url[0].as_bytes(), url[1].as_bytes(), body];
        if texts
            .into_iter()
            .any(|text| shows(text) || (text.contains(&b'%') && shows(&percent_decoded(text))))
        {
            return true;
        }
        self.headers.iter().any(|(name, value)| {
            let is_secret =
                value.is_sensitive() || [AUTHORIZATION, PROXY_AUTHORIZATION].contains(name);
            let value = value.as_bytes();
            if is_meant_to_return(name) && !is_secret {
                return false;
            }
            if self.key.is_some_and(|key| key.as_bytes() == value) {
                return false;
            }
            shows(value)
                || (is_secret && pieces(value).any(|piece| shows(&piece) || holds(id, &piece)))
        })
    }
}

/// What the caller has named the exchange with, for the server to repeat.
fn is_meant_to_return(name: &HeaderName) -> bool {
    REQUEST_IDS.contains(&name.as_str()) || name == "traceparent" || name == "idempotency-key"
}

/// The parts of a secret header: a scheme and what follows it, cookies by name and value, and what Basic has encoded.
fn pieces(value: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let mut pieces = Vec::new();
    for part in value.split(|byte| b" ;,".contains(byte)) {
        pieces.push(part.to_vec());
        if let Some(equals) = part.iter().position(|byte| *byte == b'=') {
            pieces.push(part[equals + 1..].to_vec());
        }
        if let Some(pair) = base64_decoded(part) {
            let (user, password) = match pair.iter().position(|byte| *byte == b':') {
                Some(colon) => (pair[..colon].to_vec(), pair[colon + 1..].to_vec()),
                None => (pair, Vec::new()),
            };
            // RFC 6749, section 2.3.1: both are written as in a form.
            pieces.extend([percent_decoded(&user), percent_decoded(&password)]);
            pieces.extend([user, password]);
        }
    }
    let schemes = [&b"Basic"[..], b"Bearer"];
    pieces.into_iter().filter(move |piece| {
        !schemes
            .iter()
            .any(|scheme| piece.eq_ignore_ascii_case(scheme))
    })
}

/// Whether a short secret stands in the identifier as a whole.
fn holds(id: &[u8], secret: &[u8]) -> bool {
    (SHORT..RUN).contains(&secret.len())
        && id
            .windows(secret.len())
            .any(|some| some.eq_ignore_ascii_case(secret))
}

/// All runs of [`RUN`] characters of an identifier, each as one number.
struct Runs {
    sorted: Vec<u64>,
    /// Which sums occur at all: most runs of a request are told by it.
    sieve: [u64; 16],
}

impl Runs {
    fn of(id: &[u8]) -> Self {
        let mut sorted: Vec<_> = runs(id).collect();
        sorted.sort_unstable();
        let mut sieve = [0; 16];
        for run in &sorted {
            let (word, bit) = place(*run);
            sieve[word] |= bit;
        }
        Self { sorted, sieve }
    }

    fn any_in(&self, text: &[u8]) -> bool {
        runs(text).any(|run| {
            let (word, bit) = place(run);
            self.sieve[word] & bit != 0 && self.sorted.binary_search(&run).is_ok()
        })
    }
}

fn runs(text: &[u8]) -> impl Iterator<Item = u64> {
    let mut run = 0;
    text.iter().enumerate().filter_map(move |(at, byte)| {
        run = run << 8 | u64::from(byte.to_ascii_lowercase());
        (at + 1 >= RUN).then_some(run)
    })
}

fn place(run: u64) -> (usize, u64) {
    let sum = run.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54;
    ((sum >> 6) as usize, 1 << (sum & 63))
}

fn percent_decoded(text: &[u8]) -> Vec<u8> {
    let digit = |at: usize| text.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut plain = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        match (text[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                plain.push((high << 4 | low) as u8);
                at += 3;
            }
            (byte, ..) => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    plain
}

/// What a text in base64 holds, where it is one.
fn base64_decoded(text: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::with_capacity(text.len());
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => continue,
            _ => return None,
        };
        bits = bits << 6 | u32::from(digit);
        count += 6;
        if count >= 8 {
            count -= 8;
            plain.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    const TOKEN: &str = "Zk3vQ9tLmN2xR7wB5yH8";

    fn header(text: &str, is_secret: bool) -> HeaderValue {
        let mut value = HeaderValue::from_str(text).unwrap();
        value.set_sensitive(is_secret);
        value
    }

    /// Whether an answer with this identifier would show it.
    fn is_shown(id: &str, url: &str, sent: &[(&'static str, &str, bool)], body: &str) -> bool {
        let mut answered = HeaderMap::new();
        answered.insert("x-request-id", header(id, false));
        let sent = || Sent {
            url: Url::parse(url).unwrap(),
            headers: sent
                .iter()
                .map(|(name, value, is_secret)| {
                    (HeaderName::from_static(name), header(value, *is_secret))
                })
                .collect(),
            body: body.as_bytes(),
            key: Some("the-key-of-this-call"),
        };
        hush(&mut answered, sent);
        crate::response::request_id(&answered).is_some()
    }

    #[test]
    fn a_token_with_something_around_it_is_no_identifier() {
        let url = "https://api.example/things";
        let bearer = format!("Bearer {TOKEN}");
        let sent = [("authorization", bearer.as_str(), true)];
        let (first, rest) = TOKEN.split_at(10);
        for id in [
            TOKEN.to_owned(),
            format!("req-{TOKEN}"),
            format!("{TOKEN}.1"),
            format!("a_{TOKEN}"),
            format!("token={TOKEN}"),
            format!("Bearer-{TOKEN}"),
            format!("x+{TOKEN}"),
            format!("x~{TOKEN}"),
            format!("{first}-{rest}"),
            TOKEN.to_lowercase(),
        ] {
            assert!(!is_shown(&id, url, &sent, ""), "{id}");
        }
        assert!(is_shown(
            "5e1b4a0c-6d1f-4000-8000-1c2d3e4f5a6b",
            url,
            &sent,
            ""
        ));
    }

    #[test]
    fn nor_is_a_value_of_a_path_a_query_a_header_or_a_body_however_it_was_written() {
        let plain = [("x-end-user", "jane-doe-of-here", false)];
        let none: [(&'static str, &str, bool); 0] = [];
        let at = "https://api.example/accounts";
        for (id, url, sent, body) in [
            (
                "abcd+efgh+ijkl=",
                "https://api.example/a?iban=abcd%2Befgh%2Bijkl%3D",
                &none[..],
                "",
            ),
            (
                "req-34600111222",
                "https://api.example/a?phone=%2B34600111222",
                &none,
                "",
            ),
            (
                "a/jane:doe+of",
                "https://api.example/x%2Fa%2Fjane%3Adoe%2Bof/y",
                &none,
                "",
            ),
            ("u.jane-doe-of-here", at, &plain, ""),
            ("1.correct-horse", at, &none, "password=correct%2Dhorse"),
            (
                "1.correct-horse",
                at,
                &none,
                r#"{"password":"correct-horse"}"#,
            ),
            (
                TOKEN,
                "https://api.example/a?key=Zk3vQ9tLmN2xR7wB5yH8",
                &none,
                "",
            ),
        ] {
            assert!(!is_shown(id, url, sent, body), "{id}");
        }
    }

    #[test]
    fn nor_are_the_two_halves_of_basic_and_a_short_secret() {
        let at = "https://api.example/a";
        // jane:hunter2hunter2, and jane-of-here:hunter2
        for (id, sent) in [
            ("x-hunter2hunter2", "Basic amFuZTpodW50ZXIyaHVudGVyMg=="),
            ("jane.1", "Basic amFuZTpodW50ZXIyaHVudGVyMg=="),
            ("jane-of-here", "Basic amFuZS1vZi1oZXJlOmh1bnRlcjI="),
            ("r-hunter2", "Basic amFuZS1vZi1oZXJlOmh1bnRlcjI="),
            ("r-hunter2", "Bearer hunter2"),
        ] {
            assert!(
                !is_shown(id, at, &[("authorization", sent, true)], ""),
                "{id}"
            );
        }
        let cookie = [("cookie", "a=b; session=hunter2", true)];
        assert!(!is_shown("r-hunter2", at, &cookie, ""));
    }

    #[test]
    fn what_the_caller_named_the_exchange_with_may_come_back() {
        let at = "https://api.example/a";
        let sent = [
            ("x-correlation-id", "order-4711-of-today", false),
            ("x-my-key", "the-key-of-this-call", false),
        ];
        assert!(is_shown("order-4711-of-today", at, &sent, ""));
        assert!(is_shown("the-key-of-this-call", at, &sent, ""));
        let secret = [("x-correlation-id", "order-4711-of-today", true)];
        assert!(!is_shown("order-4711-of-today", at, &secret, ""));
    }

    #[test]
    fn without_an_identifier_nothing_is_searched() {
        let mut answered = HeaderMap::new();
        answered.insert("x-request-id", header("Jane Doe, as it were", false));
        answered.insert("server", header(TOKEN, false));
        hush(&mut answered, || panic!("nothing would be shown"));
    }
}

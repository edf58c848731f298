//! The faults, each with its name in the document: the one place where a row is added.

use std::time::Duration;

use florin::core::chrono::{TimeDelta, Utc};
use florin_sandbox::Fault;
use serde_json::json;

use super::stand_in::Provider;

/// An hour on a clock that stands still: never.
const NEVER: Duration = Duration::from_secs(3600);

const GIGABYTE: usize = 1 << 30;

const PAGE: &str = "<html><body><h1>Bad gateway</h1></body></html>";

/// Whether what was asked for has been done when the fault strikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Often {
    /// At the first request, and at no other.
    Once,
    /// At every request.
    Always,
}

/// What is needed to make a fault of it.
pub(crate) struct Occasion<'a> {
    pub(crate) provider: Provider,
    /// The address of somebody who has no business with any of it.
    pub(crate) elsewhere: &'a str,
}

#[derive(Clone, Copy)]
pub(crate) enum How {
    /// Nobody listens.
    Refused,
    Strikes(fn(&Occasion<'_>) -> Fault),
    /// The subject knows by the name.
    Own,
}

/// A row of every table.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) side: Side,
    pub(crate) often: Often,
    pub(crate) how: How,
    /// A client notices by its own time alone.
    pub(crate) hangs: bool,
    /// The time of the whole call, where it is asked until that is over.
    pub(crate) total: Option<Duration>,
}

impl Row {
    /// As it stands in the document.
    pub(crate) fn label(&self) -> String {
        if matches!(self.how, How::Own) {
            return self.name.to_owned();
        }
        let side = match self.side {
            Side::Before => "before",
            Side::After => "after",
        };
        let often = match self.often {
            Often::Once => "once",
            Often::Always => "always",
        };
        format!("{} | {side} | {often}", self.name)
    }

    /// It is mostly about time that passes.
    pub(crate) fn waits(&self) -> bool {
        self.hangs || matches!(self.name.get(..3), Some("429" | "409"))
    }

    /// A row of a table of its own.
    pub(crate) const fn own(name: &'static str) -> Self {
        Self::new(name, Side::Before, Often::Once, How::Own)
    }

    const fn new(name: &'static str, side: Side, often: Often, how: How) -> Self {
        Self {
            name,
            side,
            often,
            how,
            hangs: false,
            total: None,
        }
    }
}

/// A fault that strikes on one side of the effect, and how often.
struct Rows(Vec<Row>);

impl Rows {
    fn add(&mut self, name: &'static str, side: Side, often: &[Often], how: How) -> &mut [Row] {
        let first = self.0.len();
        let rows = often.iter().map(|often| Row::new(name, side, *often, how));
        self.0.extend(rows);
        &mut self.0[first..]
    }
}

/// All of them, in the order of the document.
#[rustfmt::skip]
pub(crate) fn rows() -> Vec<Row> {
    use How::{Refused, Strikes};
    use Often::{Always, Once};
    use Side::{After, Before};

    const BOTH: &[Often] = &[Once, Always];
    let mut rows = Rows(Vec::new());
    let mut add = |name, side, often: &[Often], how| { rows.add(name, side, often, how); };

    add("connection refused", Before, &[Always], Refused);
    add("reset before the request is read", Before, BOTH, Strikes(|_| Fault::reset().unread()));
    add("closed before the request is read", Before, &[Once], Strikes(|_| Fault::close().unread()));
    add("reset", After, BOTH, Strikes(|_| Fault::reset().after_effect()));
    add("reply cut in the middle", After, BOTH, Strikes(|_| Fault::truncated()));
    add("no reply", Before, BOTH, Strikes(|_| Fault::delay(NEVER)));
    add("no reply", After, BOTH, Strikes(|_| Fault::delay(NEVER).after_effect()));
    add("one byte per second", After, &[Always], Strikes(|_| Fault::byte_by_byte(Duration::from_secs(1))));

    add("429, `Retry-After: 1`", Before, BOTH, Strikes(|_| Fault::status(429).header("retry-after", "1")));
    add("429, `Retry-After` a date", Before, &[Once], Strikes(|_| Fault::status(429).header("retry-after", &soon())));
    add("429, `Retry-After` of ages", Before, &[Once], Strikes(|_| Fault::status(429).header("retry-after", "99999999999999999999")));
    add("429, `Retry-After: soon`", Before, &[Once], Strikes(|_| Fault::status(429).header("retry-after", "soon")));

    add("500", Before, BOTH, Strikes(|_| Fault::status(500)));
    add("500", After, BOTH, Strikes(|_| Fault::status(500).after_effect()));
    add("502 with HTML", Before, BOTH, Strikes(|_| html(502)));
    add("502 with HTML", After, BOTH, Strikes(|_| html(502).after_effect()));
    add("503", Before, BOTH, Strikes(|_| Fault::status(503)));
    add("503", After, BOTH, Strikes(|_| Fault::status(503).after_effect()));
    add("504", Before, BOTH, Strikes(|_| Fault::status(504)));
    add("504", After, BOTH, Strikes(|_| Fault::status(504).after_effect()));

    add("401, token expired", Before, BOTH, Strikes(|_| Fault::expired_token()));
    add("403", Before, &[Always], Strikes(|_| Fault::status(403).json(&json!({}))));
    add("409, in progress", Before, &[Once], Strikes(|occasion| in_progress(occasion.provider, "1")));
    add("409, in progress", Before, &[Always], Strikes(|occasion| in_progress(occasion.provider, "4")));
    add("307 to another host", Before, &[Once], Strikes(|occasion| Fault::redirect(occasion.elsewhere)));
    add("307 to another host", After, &[Once], Strikes(|occasion| Fault::redirect(occasion.elsewhere).after_effect()));
    add("303 to another host", After, &[Once], Strikes(|occasion| {
        Fault::status(303).header("location", occasion.elsewhere).after_effect()
    }));

    add("200 with a page of HTML", Before, &[Once], Strikes(|_| html(200)));
    add("200 with a page of HTML", After, &[Once], Strikes(|_| {
        Fault::altered(|_| PAGE.into()).header("content-type", "text/html")
    }));
    add("true reply called `text/html`", After, &[Once], Strikes(|_| {
        Fault::altered(<[u8]>::to_vec).header("content-type", "text/html")
    }));
    add("not UTF-8", After, &[Once], Strikes(|_| Fault::altered(not_utf_8).header("content-type", "application/json")));
    add("JSON of the wrong shape", After, &[Once], Strikes(|_| {
        Fault::altered(|_| br#"[[{"unexpected": true}]]"#.to_vec()).header("content-type", "application/json")
    }));
    add("a number of 400 digits", After, &[Once], Strikes(|_| Fault::altered(large_number).header("content-type", "application/json")));
    add("nesting 10,000 deep", After, &[Once], Strikes(|_| Fault::altered(deep).header("content-type", "application/json")));
    add("a gigabyte of body", After, &[Once], Strikes(|_| Fault::huge_body(GIGABYTE)));
    add("a gigabyte of body, unannounced", After, &[Once], Strikes(|_| Fault::huge_body(GIGABYTE).unannounced()));
    add("gzip bomb of a gigabyte", After, &[Once], Strikes(|_| Fault::gzip_bomb(GIGABYTE)));
    add("headers without end", After, &[Once], Strikes(|_| Fault::countless_headers().after_effect()));
    add("a header without end", After, &[Once], Strikes(|_| Fault::long_header(8 << 20).after_effect()));

    let mut rows = rows.0;
    for row in &mut rows {
        row.hangs = matches!(row.name, "no reply" | "one byte per second");
        // Time to be asked twice and no third time, however slow the machine is.
        let is_asked_for_long = row.name == "409, in progress" && row.often == Always;
        row.total = is_asked_for_long.then_some(Duration::from_secs(7));
    }
    rows
}

fn html(status: u16) -> Fault {
    Fault::status(status).body("text/html", PAGE)
}

/// A second or two from now, as HTTP writes it.
fn soon() -> String {
    let date = Utc::now() + TimeDelta::seconds(2);
    date.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// The conflict of each provider in its own words.
fn in_progress(provider: Provider, again_after: &str) -> Fault {
    let said = match provider {
        Provider::MonetaGo => json!({"status": 409, "title": "Conflict"}),
        Provider::Nemuru => json!({
            "status": "ko", "exception": "Nemuru\\Loan\\SomeException", "error": "it is being worked on",
        }),
        Provider::Financeit => json!({"errors": ["it is being worked on"]}),
        Provider::Monoova => {
            json!({"errors": {"base": ["the first request under this key is still being worked on"]}})
        }
        Provider::Tradevest => {
            json!({"errorType": "CONFLICT", "errorDetails": "it is being worked on"})
        }
    };
    Fault::status(409)
        .header("retry-after", again_after)
        .json(&said)
}

/// The answer with a byte in its first text that is no UTF-8.
fn not_utf_8(answer: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(answer);
    match text.rfind('"') {
        Some(at) => [text[..at].as_bytes(), b"\xff", text[at..].as_bytes()].concat(),
        None => b"{\"id\": \"\xff\"}".to_vec(),
    }
}

/// The answer with 400 digits in the place of its first value that is a number, or of its last text where none is.
fn large_number(answer: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(answer);
    let digits = "9".repeat(400);
    let value = |at: usize| {
        text[at + 1..]
            .find([',', '}', ']'])
            .map(|end| (at + 1, at + 1 + end))
    };
    let number = text
        .match_indices(':')
        .filter(|(at, _)| {
            text[..*at].ends_with('"')
                && text[at + 1..]
                    .trim_start()
                    .starts_with(|c: char| c.is_ascii_digit())
        })
        .find_map(|(at, _)| value(at));
    match number.or_else(|| text.rfind("\":").and_then(|at| value(at + 1))) {
        Some((from, to)) => format!("{}{digits}{}", &text[..from], &text[to..]).into_bytes(),
        None => digits.into_bytes(),
    }
}

/// The answer with a field more, which is nested ten thousand deep.
fn deep(answer: &[u8]) -> Vec<u8> {
    let nested = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let text = String::from_utf8_lossy(answer);
    match text.find('{') {
        Some(at) => {
            let comma = if text[at + 1..].trim_start().starts_with('}') {
                ""
            } else {
                ","
            };
            format!(
                "{}\"nested\":{nested}{comma}{}",
                &text[..=at],
                &text[at + 1..]
            )
            .into_bytes()
        }
        None => nested.into_bytes(),
    }
}

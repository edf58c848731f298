//! Lists, a page at a time, with an opaque cursor.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::options::LastCursor;
use super::problem;
use super::world::{Reply, World, ok};
use crate::contract::{Checked, Violation};

/// What is shown where nobody says how much. Documented.
const PAGE: usize = 20;

/// The page that is asked for, of a list that stands in `data`.
pub(super) fn page(world: &World, request: &Checked, all: Vec<Value>) -> Reply {
    paged(world, request, all).map(|page| ok(&page))
}

/// The same, before it is sent.
pub(super) fn paged(
    world: &World,
    request: &Checked,
    all: Vec<Value>,
) -> Result<Value, crate::provider::Refusal> {
    let limit = request
        .query("limit")
        .and_then(|text| text.parse().ok())
        .unwrap_or(PAGE);
    let from = match request.query("cursor").filter(|cursor| !cursor.is_empty()) {
        None => 0,
        Some(cursor) => position(cursor).ok_or_else(|| {
            let why = "is no cursor of this list";
            problem::invalid(vec![Violation::new("query cursor", "", why)])
        })?,
    };
    let count = all.len();
    let shown: Vec<_> = all.into_iter().skip(from).take(limit).collect();
    let next = from.saturating_add(shown.len());
    let mut page = json!({ "data": shown, "pagination": { "limit": limit } });
    if next < count {
        page["pagination"]["cursor"] = cursor(next).into();
    } else {
        match world.options.last_cursor {
            LastCursor::Empty => page["pagination"]["cursor"] = "".into(),
            LastCursor::Absent => {}
        }
    }
    Ok(page)
}

fn cursor(position: usize) -> String {
    URL_SAFE_NO_PAD.encode(format!("from:{position}"))
}

fn position(cursor: &str) -> Option<usize> {
    let decoded = URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let text = String::from_utf8(decoded).ok()?;
    text.strip_prefix("from:")?.parse().ok()
}

/// From when until when, both included.
pub(super) struct Span {
    from: Option<DateTime<Utc>>,
    until: Option<DateTime<Utc>>,
}

impl Span {
    pub(super) fn holds(&self, time: DateTime<Utc>) -> bool {
        self.from.is_none_or(|from| from <= time) && self.until.is_none_or(|until| time <= until)
    }
}

/// Reads the two ends of a span of time.
pub(super) fn span(request: &Checked, from: &str, until: &str) -> Result<Span, Vec<Violation>> {
    let end = |name: &str| match request.query(name) {
        None => Ok(None),
        Some(text) => match DateTime::parse_from_rfc3339(text) {
            Ok(time) => Ok(Some(time.to_utc())),
            Err(_) => {
                let why = "is no date and time";
                Err(vec![Violation::new(format!("query {name}"), "", why)])
            }
        },
    };
    Ok(Span {
        from: end(from)?,
        until: end(until)?,
    })
}

//! What a provider answers: of wrong types, malformed, refused; each with canaries in all of it.

use serde_json::{Value, json};

use super::canary::{self, MARKED, PLAIN, Whose, base64};
use super::server::Reply;

/// An answer, and what it is called in a finding.
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) reply: Reply,
}

pub(crate) fn named(name: impl Into<String>, reply: Reply) -> Named {
    Named {
        name: name.into(),
        reply,
    }
}

/// A success in which one value after the other is of another kind than the spec says, one reply for each kind of value.
pub(crate) fn of_wrong_types(good: &Value) -> Vec<Named> {
    let mut seen = Vec::new();
    let mut places = Vec::new();
    walk(good, "", &mut |pointer, value| {
        let kind = match value {
            Value::Null => "null",
            Value::Bool(_) => "flag",
            Value::Number(_) => "number",
            Value::String(text) if is_day(text) => "day",
            Value::String(_) => "text",
            Value::Array(_) => "list",
            Value::Object(_) => "object",
        };
        // The first one and the deepest, since what is outside is read by other code than what is in a list.
        let depth = pointer.matches('/').count();
        if !seen.contains(&(kind, depth)) {
            seen.push((kind, depth));
            places.push((kind, pointer.to_owned()));
        }
    });
    let wrong = [
        json!(MARKED.text),
        json!({MARKED.text: MARKED.text}),
        json!([MARKED.text, [MARKED.digits]]),
        json!(MARKED.digits.parse::<i64>().unwrap()),
        json!(-1.5),
        json!(format!("{}x{}", MARKED.day, MARKED.text)),
    ];
    let mut replies = Vec::new();
    for (number, (kind, pointer)) in places.into_iter().enumerate() {
        for (other, wrong) in wrong.iter().enumerate() {
            // Each kind meets each wrong one somewhere; not every place has to.
            if (number + other) % 2 == 0 || pointer.matches('/').count() < 2 {
                let mut value = good.clone();
                let place = value.pointer_mut(&pointer).unwrap();
                *place = of_same_kind(place, wrong);
                let name = format!("a wrong {kind} at {pointer:?}");
                replies.push(named(name, Reply::json(200, value.to_string())));
            }
        }
    }
    replies
}

/// A wrong value, of the marked kind where all that it takes the place of is.
fn of_same_kind(right: &Value, wrong: &Value) -> Value {
    let hits = canary::find(right.to_string().as_bytes());
    let is_marked = hits.iter().all(|hit| hit.whose == Whose::Marked) && !hits.is_empty();
    if is_marked && !right.is_object() && !right.is_array() {
        return wrong.clone();
    }
    let plain = [
        (MARKED.text, PLAIN.text),
        (MARKED.digits, PLAIN.digits),
        (MARKED.day, PLAIN.day),
    ];
    let text = plain
        .iter()
        .fold(wrong.to_string(), |text, (marked, plain)| {
            text.replace(marked, plain)
        });
    serde_json::from_str(&text).unwrap()
}

fn is_day(text: &str) -> bool {
    text.starts_with(PLAIN.day) || text.starts_with(MARKED.day)
}

fn walk(value: &Value, pointer: &str, visit: &mut impl FnMut(&str, &Value)) {
    visit(pointer, value);
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                walk(member, &format!("{pointer}/{name}"), visit);
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                walk(item, &format!("{pointer}/{number}"), visit);
            }
        }
        _ => {}
    }
}

/// A success that is no JSON, or not all of it, or more than it.
pub(crate) fn malformed(good: &str) -> Vec<Named> {
    // Where it can be read after all, it stands in places that nobody has marked.
    let text = PLAIN.text;
    let middle = (good.len() / 2..good.len()).find(|at| good.is_char_boundary(*at));
    let half = &good[..middle.unwrap_or(0)];
    let mut replies: Vec<_> = [
        ("cut", half.to_owned()),
        ("more behind it", format!("{good} {text}")),
        ("twice", format!("{good}{good}")),
        ("a canary alone", text.to_owned()),
        ("an open text", format!("\"{text}")),
        ("an open object", format!("{{\"{text}\"")),
        ("no colon", format!("{{\"{text}\" \"{text}\"}}")),
        ("no value", format!("{{\"{text}\": {text}}}")),
        (
            "a control character",
            format!("{{\"{text}\": \"{text}\n{text}\"}}"),
        ),
        (
            "half a surrogate",
            format!("{{\"id\": \"{text}\\ud800{text}\"}}"),
        ),
        ("no escape", format!("{{\"id\": \"{text}\\q{text}\"}}")),
        (
            "a long number",
            format!("{{\"id\": {}{}}}", PLAIN.digits, "7".repeat(400)),
        ),
        (
            "twice the same field",
            format!("{{\"id\": \"{text}\", \"id\": \"{text}\"}}"),
        ),
        ("nested", format!("{}\"{text}\"", "[".repeat(2_000))),
        (
            "a page",
            format!("<html><title>{text}</title><p>{text}</html>"),
        ),
        ("base64", format!("\"{}\"", base64(text.as_bytes()))),
        ("an object", format!("{{\"{text}\": \"{text}\"}}")),
        ("a list", format!("[\"{text}\"]")),
        ("a text", format!("\"{text}\"")),
        ("null", "null".to_owned()),
        ("nothing", String::new()),
    ]
    .into_iter()
    .map(|(name, body)| named(name, Reply::json(200, body)))
    .collect();
    let bad = [text.as_bytes(), b"\xff\xfe", text.as_bytes()].concat();
    let bad_text = [b"{\"id\": \"", &bad[..], b"\"}"].concat();
    replies.push(named("invalid UTF-8", Reply::json(200, bad)));
    replies.push(named("invalid UTF-8 in a text", Reply::json(200, bad_text)));
    let odd = format!("application/{text}; charset={text}");
    for media in [odd.as_str(), "text/html", text, "application/json; x"] {
        let reply = Reply::new("200 Well", &[("content-type", media)], text);
        replies.push(named(format!("content type {media:?}"), reply));
    }
    for coding in [text, "gzip", "br"] {
        let headers = [
            ("content-type", "application/json"),
            ("content-encoding", coding),
        ];
        let reply = Reply::new("200 Well", &headers, text);
        replies.push(named(format!("content encoding {coding:?}"), reply));
    }
    replies
}

/// Refusals and failures of all statuses, with canaries in the reason, all headers and the body.
pub(crate) fn refused(error: Option<&Value>) -> Vec<Named> {
    let (text, plain) = (MARKED.text, PLAIN.text);
    let location = format!("https://{text}:{text}@{text}.example/{text}?token={text}#{text}");
    let challenge =
        format!("Bearer realm=\"{text}\", error=\"{text}\", error_description=\"{text}\"");
    let cookie = format!("session={text}; Domain={text}.example; Path=/{text}");
    let sentence = format!("Jane {text} <{text}@example.com>");
    let headers = |id| {
        [
            ("location", location.as_str()),
            ("www-authenticate", &challenge),
            ("proxy-authenticate", &challenge),
            ("set-cookie", &cookie),
            ("retry-after", text),
            ("x-request-id", id),
            ("idempotency-key", text),
            ("etag", text),
            ("link", &location),
            ("content-type", "application/json"),
            (text, text),
        ]
    };
    let bodies = [
        error.map_or_else(|| json!({"errors": [plain]}), Clone::clone),
        json!({
            "error": plain, "error_description": format!("{plain} is unknown"), "error_uri": plain,
            "message": plain, "errors": {plain: [plain]}, "traceId": plain, plain: plain,
        }),
        json!(plain),
    ];
    let mut replies = Vec::new();
    for (number, status) in [
        300, 301, 302, 307, 308, 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 412, 413, 415,
        418, 421, 422, 423, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 507, 511,
        520, 599, 999,
    ]
    .into_iter()
    .enumerate()
    {
        let body = &bodies[number % bodies.len()];
        let head = format!("{status} {text}");
        // The token, sent back; and what is no identifier.
        let id = if number % 2 == 0 { text } else { &sentence };
        let reply = Reply::new(&head, &headers(id), body.to_string());
        replies.push(named(format!("status {status}"), reply));
    }
    for status in [400, 401, 422, 500] {
        for (number, body) in bodies.iter().enumerate() {
            let reply = Reply::json(status, body.to_string());
            replies.push(named(format!("status {status} with body {number}"), reply));
        }
        let html = format!("<html>{text}</html>");
        replies.push(named(
            format!("status {status}, html"),
            Reply::json(status, html),
        ));
        let bad = [text.as_bytes(), b"\xff", text.as_bytes()].concat();
        replies.push(named(
            format!("status {status}, bytes"),
            Reply::json(status, bad),
        ));
    }
    let invalid = "Bearer error=\"invalid_token\", error_description=\"wy3gpd6kzb8tqf4xnh9vjc2m\"";
    let reply = Reply::new("401 Well", &[("www-authenticate", invalid)], text);
    replies.push(named("a refused token", reply));
    let wait = "Wed, 21 Oct 2099 07:28:00 GMT";
    let reply = Reply::new("429 Well", &[("retry-after", wait)], text);
    replies.push(named("a date to wait for", reply));
    replies
}

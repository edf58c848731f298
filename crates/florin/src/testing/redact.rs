//! Replaces what must not be shown, by what the spec says of the operation.

use florin_core::http::{HeaderValue, header};
use florin_core::{Operation, Outgoing, Place, ReadPart, Sensitive, Sensitivity, read_multipart};
use serde_json::Value;

use super::Recorded;

const SECRET: &str = "[secret]";
const PERSONAL: &str = "[personal]";

/// Headers that authorise, whether or not a spec says so.
const CREDENTIALS: [&str; 6] = [
    "authorization",
    "proxy-authorization",
    "cookie",
    "x-api-key",
    "api-key",
    "x-auth-token",
];

/// What a recording shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Show {
    /// Neither secrets nor personal data.
    #[default]
    Neither,
    /// Personal data, but no secrets.
    PersonalData,
}

/// `outgoing` as it may be shown.
pub(super) fn recorded(outgoing: &Outgoing<'_>, show: Show) -> Recorded {
    let hidden = Hidden {
        operation: outgoing.operation,
        show,
    };
    // A route may put values of the path into the query, before the parameters that are there anyway.
    let mut routed = hidden
        .template()
        .1
        .split('&')
        .filter(|pair| !pair.is_empty());
    let query = outgoing.url.query_pairs().map(|(name, value)| {
        let is_key = outgoing.key_parameter == Some(name.as_ref());
        let value = routed
            .next()
            .and_then(|pattern| hidden.filled(pattern))
            .or_else(|| is_key.then_some(SECRET))
            .or_else(|| hidden.placeholder(Place::Query, &name))
            .map_or(value.into_owned(), str::to_owned);
        (name.into_owned(), value)
    });
    let headers = outgoing.headers.iter().map(|(name, value)| {
        let shown = match hidden.placeholder(Place::Header, name.as_str()) {
            Some(placeholder) => placeholder.to_owned(),
            None => shown_header(name.as_str(), value),
        };
        (name.as_str().to_owned(), shown)
    });
    let mut headers: Vec<_> = headers.collect();
    headers.sort();
    Recorded {
        operation: outgoing.operation.id().to_owned(),
        method: outgoing.operation.method().to_string(),
        origin: outgoing.url.origin().ascii_serialization(),
        path: hidden.path(outgoing.url.path()),
        query: query.collect(),
        headers,
        body: outgoing
            .body
            .as_ref()
            .map(|body| hidden.body(outgoing, body)),
    }
}

fn shown_header(name: &str, value: &HeaderValue) -> String {
    let text = String::from_utf8_lossy(value.as_bytes());
    if CREDENTIALS.contains(&name) {
        // The scheme tells how the caller authorises; without one, all of it is the credential.
        return match text.split_once(' ') {
            Some((scheme, _)) if name.ends_with("authorization") => format!("{scheme} {SECRET}"),
            _ => SECRET.to_owned(),
        };
    }
    if value.is_sensitive() {
        return SECRET.to_owned();
    }
    // With the version in it, every release of this crate would change every snapshot.
    if name == header::USER_AGENT.as_str() && text.starts_with("florin/") {
        return "florin/[version]".to_owned();
    }
    text.into_owned()
}

/// What of an operation is hidden.
struct Hidden<'a> {
    operation: &'a Operation,
    show: Show,
}

impl Hidden<'_> {
    fn values(&self, place: Place) -> impl Iterator<Item = (&'static Sensitive, &'static str)> {
        let show = self.show;
        let values = self
            .operation
            .sensitive_values()
            .iter()
            .filter(move |value| value.place == place);
        values.filter_map(move |value| match (value.kind, show) {
            (Sensitivity::Secret, _) => Some((value, SECRET)),
            (Sensitivity::Personal, Show::Neither) => Some((value, PERSONAL)),
            (Sensitivity::Personal, Show::PersonalData) => None,
        })
    }

    /// What stands instead of a parameter's value, if it is hidden.
    fn placeholder(&self, place: Place, name: &str) -> Option<&'static str> {
        self.values(place)
            .find(|(value, _)| value.path.eq_ignore_ascii_case(name))
            .map(|(_, placeholder)| placeholder)
    }

    /// The path and the query of the template.
    fn template(&self) -> (&str, &str) {
        let template = self.operation.template();
        template.split_once('?').unwrap_or((template, ""))
    }

    /// What stands instead of a text that was made of `pattern`, if a hidden value of the path is in it.
    fn filled(&self, pattern: &str) -> Option<&'static str> {
        let mut values = self.values(Place::Path);
        values
            .find(|(value, _)| pattern.contains(&format!("{{{}}}", value.path)))
            .map(|(_, placeholder)| placeholder)
    }

    /// The path; the template tells which segment is which.
    fn path(&self, path: &str) -> String {
        let template: Vec<&str> = self.template().0.split('/').skip(1).collect();
        let mut segments: Vec<&str> = path.split('/').collect();
        // The base URL may have a path of its own, so the template is laid against the end.
        let skipped = segments.len().saturating_sub(template.len());
        for (segment, pattern) in segments[skipped..].iter_mut().zip(template) {
            if let Some(placeholder) = self.filled(pattern) {
                *segment = placeholder;
            }
        }
        segments.join("/")
    }

    fn body(&self, outgoing: &Outgoing<'_>, body: &[u8]) -> Value {
        let media_type = outgoing
            .headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        if media_type
            .is_some_and(|media_type| media_type.starts_with("application/x-www-form-urlencoded"))
        {
            return self.form(outgoing, body).into();
        }
        let parts = media_type.and_then(|media_type| read_multipart(media_type, body));
        let json = match parts {
            Some(parts) => Ok(parts.iter().map(shown_part).collect()),
            None => serde_json::from_slice::<Value>(body),
        };
        let Ok(mut json) = json else {
            return match std::str::from_utf8(body) {
                // Text can't be taken apart, so it is hidden whole where anything in it must not be shown.
                Ok(text) if self.values(Place::Body).next().is_none() => text.into(),
                _ => format!("[{} bytes]", body.len()).into(),
            };
        };
        for (value, placeholder) in self.values(Place::Body) {
            let steps: Vec<&str> = value.path.split('/').skip(1).collect();
            replace(&mut json, &steps, placeholder);
        }
        // Where a build keeps the order of fields, that of a map is as the map pleases.
        json.sort_all_objects();
        json
    }

    /// One line per field. A form has the syntax of a query, which a URL takes apart.
    fn form(&self, outgoing: &Outgoing<'_>, body: &[u8]) -> String {
        let mut form = outgoing.url.clone();
        form.set_query(Some(&String::from_utf8_lossy(body)));
        let lines = form.query_pairs().map(|(name, value)| {
            let mut hidden = self.values(Place::Body).filter(|(sensitive, _)| {
                let step = sensitive.path.strip_prefix('/');
                step.is_none_or(|step| leads_to(step, &name))
            });
            let value = hidden
                .next()
                .map_or(value.as_ref(), |(_, placeholder)| placeholder);
            format!("{name} = {value}")
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// A part of a form, as if the form were an object of JSON; of a file, its size.
fn shown_part(part: &ReadPart<'_>) -> (String, Value) {
    let json = (!part.is_file).then(|| serde_json::from_slice(part.content).ok());
    let shown = json
        .flatten()
        .unwrap_or_else(|| format!("[{} bytes]", part.content.len()).into());
    (part.name.to_owned(), shown)
}

/// Replaces what the pointer leads to.
fn replace(value: &mut Value, steps: &[&str], placeholder: &str) {
    let Some((step, rest)) = steps.split_first() else {
        if !value.is_null() {
            *value = placeholder.into();
        }
        return;
    };
    match value {
        Value::Array(items) if *step == "*" => {
            for item in items {
                replace(item, rest, placeholder);
            }
        }
        Value::Object(fields) => {
            for (_, field) in fields.iter_mut().filter(|(key, _)| leads_to(step, key)) {
                replace(field, rest, placeholder);
            }
        }
        _ => {}
    }
}

/// Whether a step of a pointer leads to `key`: `*` to every key, `!a!b` to every one but `a` and `b`.
fn leads_to(step: &str, key: &str) -> bool {
    let is_key = |name: &str| name.replace("~1", "/").replace("~0", "~") == key;
    match step.strip_prefix('!') {
        Some(others) => !others.split('!').any(is_key),
        None => step == "*" || is_key(step),
    }
}

//! What an operation is answered with: its first success, as the client asks for it.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, LOCATION};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::Value;

use crate::contract::any::{bare, is_json};
use crate::provider::Answer;
use crate::samples::pointed::resolved;
use crate::samples::{Way, examples_of, sample};

/// Headers that belong to the connection, or speak of the bytes of a body.
const OF_THE_CONNECTION: [&str; 6] = [
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "transfer-encoding",
    "upgrade",
];

/// The answer to a request of an operation.
pub(super) fn answer(document: &Value, operation: &Value, request: &HeaderMap) -> Answer {
    let Some((status, response)) = success(document, operation) else {
        return Answer {
            status: StatusCode::NO_CONTENT,
            headers: HeaderMap::new(),
            body: Bytes::new(),
        };
    };
    let mut headers = headers(document, response);
    if status.is_redirection() && !headers.contains_key(LOCATION) {
        headers.insert(LOCATION, HeaderValue::from_static("https://example.com/1"));
    }
    let mut body = Bytes::new();
    if let Some((media_type, content)) = chosen(response, request) {
        body = written(document, media_type, content);
        let stated = match bare(media_type).as_str() {
            range if range.contains('*') => "application/octet-stream".to_owned(),
            _ => media_type.to_owned(),
        };
        if let Ok(stated) = HeaderValue::from_str(&stated) {
            headers.insert(CONTENT_TYPE, stated);
        }
    }
    Answer {
        status,
        headers,
        body,
    }
}

/// The first success, or what comes nearest to one.
fn success<'a>(document: &'a Value, operation: &'a Value) -> Option<(StatusCode, &'a Value)> {
    let responses = operation["responses"].as_object()?;
    let statuses = responses.iter().filter_map(|(status, response)| {
        let status = match status.to_ascii_lowercase().as_str() {
            "2xx" | "default" => 200,
            status => status.parse().ok()?,
        };
        let status = StatusCode::from_u16(status).ok()?;
        Some((status, resolved(document, response)))
    });
    let rank = |status: StatusCode| (!status.is_success(), !status.is_redirection(), status);
    // A stated success goes before `default`, which may speak of errors alone.
    let stated = responses.keys().any(|status| status.starts_with('2'));
    let default = responses
        .get("default")
        .map(|response| resolved(document, response));
    statuses
        .filter(|(_, response)| {
            !stated || default.is_none_or(|default| !std::ptr::eq(*response, default))
        })
        .min_by_key(|(status, _)| rank(*status))
}

/// The media type that the client asks for, JSON if it leaves the choice.
fn chosen<'a>(response: &'a Value, request: &HeaderMap) -> Option<(&'a String, &'a Value)> {
    let content = response["content"].as_object()?;
    let accepted = request.get(ACCEPT).and_then(|value| value.to_str().ok());
    let accepted: Vec<_> = accepted.unwrap_or("*/*").split(',').map(bare).collect();
    let is_accepted = |media_type: &str| {
        let family = format!("{}/*", media_type.split('/').next().unwrap_or_default());
        let takes = |wanted: &String| wanted == media_type || *wanted == family || wanted == "*/*";
        accepted.iter().any(takes)
    };
    content.iter().min_by_key(|(media_type, _)| {
        let bare = bare(media_type);
        (!is_accepted(&bare), !is_json(&bare))
    })
}

fn written(document: &Value, media_type: &str, content: &Value) -> Bytes {
    let examples = examples_of(document, content);
    let bare = bare(media_type);
    if is_json(&bare) {
        let value = match content.get("schema") {
            Some(schema) => sample(document, schema, &examples, Way::Answered).value,
            None => examples
                .into_iter()
                .next()
                .unwrap_or_else(|| serde_json::json!({})),
        };
        return value.to_string().into();
    }
    let stated = examples.iter().find_map(Value::as_str);
    if let Some(stated) = stated {
        return stated.to_owned().into();
    }
    if !bare.starts_with("text/") && !bare.ends_with("xml") {
        return Bytes::from_static(b"bytes");
    }
    let made = content.get("schema").map(|schema| {
        let sample = sample(document, schema, &examples, Way::Answered);
        match sample.value {
            Value::String(text) => text,
            value => value.to_string(),
        }
    });
    match bare.as_str() {
        xml if xml.ends_with("xml") => Bytes::from_static(b"<answer/>"),
        "text/event-stream" => format!("data: {}\n\n", made.unwrap_or_default()).into(),
        _ => made.unwrap_or_else(|| "text".to_owned()).into(),
    }
}

fn headers(document: &Value, response: &Value) -> HeaderMap {
    let stated = response["headers"].as_object().into_iter().flatten();
    let headers = stated.filter_map(|(name, header)| {
        let header = resolved(document, header);
        let is_ours = OF_THE_CONNECTION.contains(&name.to_ascii_lowercase().as_str());
        let name: HeaderName = name.parse().ok().filter(|_| !is_ours)?;
        let schema = header.get("schema")?;
        let value = sample(
            document,
            schema,
            &examples_of(document, header),
            Way::Answered,
        )
        .value;
        let text = match value {
            Value::String(text) => text,
            Value::Array(_) | Value::Object(_) | Value::Null => return None,
            value => value.to_string(),
        };
        Some((name, HeaderValue::from_str(&text).ok()?))
    });
    headers.collect()
}

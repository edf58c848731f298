//! What the document says of an operation of the client.

use florin_sandbox::samples::pointed::resolved;
use florin_sandbox::samples::{Way, examples_of, sample};
use serde_json::Value;

use crate::surface::Operation;

/// An operation as the document has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    document: &'a Value,
    item: &'a Value,
    operation: &'a Value,
}

impl<'a> Said<'a> {
    /// By method and path: an id of the client may be another one than the document's.
    pub(super) fn of(document: &'a Value, wanted: &Operation) -> Self {
        let paths = document["paths"].as_object();
        let found = paths.into_iter().flatten().find_map(|(path, item)| {
            let item = resolved(document, item);
            let operation = item.get(wanted.http.to_ascii_lowercase())?;
            (shape(path) == shape(&wanted.path)).then_some((item, operation))
        });
        let (item, operation) = found.unwrap_or((&Value::Null, &Value::Null));
        Self {
            document,
            item,
            operation,
        }
    }

    /// A value for a parameter; `None` where the document doesn't have it, or accepts nothing.
    pub(super) fn parameter(&self, place: &str, name: &str) -> Option<Value> {
        let holder = self.holder(place, name)?;
        let sample = sample(
            self.document,
            &holder["schema"],
            &examples_of(self.document, holder),
            Way::Sent,
        );
        sample.fits.then_some(sample.value)
    }

    /// Whether a parameter takes any text, or any UUID.
    pub(super) fn takes_uuids(&self, place: &str, name: &str) -> bool {
        let Some(holder) = self.holder(place, name) else {
            return true;
        };
        let schema = resolved(self.document, &holder["schema"]);
        let is_free = ["enum", "const", "pattern", "allOf", "anyOf", "oneOf", "not"]
            .iter()
            .all(|word| schema.get(word).is_none());
        let is_format = matches!(schema["format"].as_str(), None | Some("uuid"));
        let is_long = schema["maxLength"].as_u64().is_none_or(|most| most >= 36);
        let is_short = schema["minLength"].as_u64().is_none_or(|least| least <= 36);
        is_free && is_format && is_long && is_short
    }

    /// What has the schema of a parameter.
    fn holder(&self, place: &str, name: &str) -> Option<&'a Value> {
        let holders = [self.operation, self.item].into_iter();
        let mut all =
            holders.flat_map(|holder| holder["parameters"].as_array().into_iter().flatten());
        let is_it = |parameter: &&Value| {
            let same = match place {
                "header" => parameter["name"]
                    .as_str()
                    .is_some_and(|known| known.eq_ignore_ascii_case(name)),
                _ => parameter["name"] == name,
            };
            same && parameter["in"] == place
        };
        let parameter = all
            .by_ref()
            .map(|parameter| resolved(self.document, parameter))
            .find(is_it)?;
        let content = parameter["content"].as_object();
        let holder = content.and_then(|content| content.values().next());
        Some(holder.unwrap_or(parameter))
    }

    /// A value for the body that goes out in this way, `json` or `text text/csv`, and its media type.
    pub(super) fn body(&self, way: &str) -> Option<(&'a str, Value)> {
        let body = resolved(self.document, &self.operation["requestBody"]);
        let content = body["content"].as_object()?;
        let (kind, media_type) = way.split_once(' ').unwrap_or((way, ""));
        let is_stated = |known: &str| known.eq_ignore_ascii_case(media_type);
        let (media_type, content) = content
            .iter()
            .find(|(known, _)| is_stated(known))
            .or_else(|| content.iter().find(|(known, _)| is_of(kind, known)))
            .or_else(|| content.iter().next())?;
        let examples = examples_of(self.document, content);
        let schema = content.get("schema").unwrap_or(&Value::Null);
        Some((
            media_type,
            sample(self.document, schema, &examples, Way::Sent).value,
        ))
    }

    /// The alternatives of what says who sends, each the names of schemes that are wanted together.
    pub(super) fn security(&self) -> Vec<Vec<String>> {
        let security = self
            .operation
            .get("security")
            .or_else(|| self.document.get("security"));
        let all = security.and_then(Value::as_array).into_iter().flatten();
        let names = |alternative: &Value| {
            let names = alternative.as_object().into_iter().flatten();
            names.map(|(name, _)| name.clone()).collect()
        };
        all.map(names).collect()
    }
}

/// A path without the names of its placeholders, in which the client's may differ.
fn shape(path: &str) -> String {
    let mut shape = String::new();
    for (at, piece) in path.split('{').enumerate() {
        let text = match piece.split_once('}') {
            Some((_, after)) if at > 0 => {
                shape.push_str("{}");
                after
            }
            _ => piece,
        };
        shape.push_str(text);
    }
    shape
}

/// Whether a media type is sent in this way.
fn is_of(kind: &str, media_type: &str) -> bool {
    let bare = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let is_json = bare == "application/json" || bare.ends_with("+json");
    let is_form = bare == "application/x-www-form-urlencoded";
    let is_multipart = bare == "multipart/form-data";
    match kind {
        "json" => is_json,
        "form" => is_form,
        "multipart" => is_multipart,
        "text" => bare.starts_with("text/") || bare.ends_with("xml"),
        _ => !(is_json || is_form || is_multipart || bare.starts_with("text/")),
    }
}

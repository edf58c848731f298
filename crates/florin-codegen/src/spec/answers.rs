//! What an operation may answer, status by status.
//!
//! - `2XX` are its successes; where it has none, `3XX` are, and where it has none of those either, `default` is.
//! - `4XX`, `5XX` and `default` are its failures.
//! - What is JSON is read, unless its schema says that it is a file. Anything else is handed on as bytes. XML and the like
//!   beside JSON is the same answer in other words, which nobody asks for.

use serde_json::{Value, json};

use super::statuses::Status;
use super::{Object, text, walk};
use crate::mark;

/// The answers of one operation.
pub(crate) struct Answers {
    pub(crate) successes: Vec<Answer>,
    pub(crate) failures: Vec<Answer>,
    /// Its successes are redirects.
    pub(crate) redirects: bool,
}

/// One way to answer. A status may have several, which differ in their media types; the one that is read where the
/// provider doesn't say which it is comes first.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) status: Status,
    pub(crate) description: String,
    pub(crate) body: Body,
    /// Its media types, without parameters.
    pub(crate) media: Vec<String>,
}

#[derive(Clone, PartialEq)]
pub(crate) enum Body {
    Empty,
    /// JSON of a schema, or of none.
    Json(Option<Value>),
    /// Anything but JSON.
    File,
}

impl Answers {
    /// The answers in `responses`, whose keys are those that [`statuses`](super::statuses) leaves.
    pub(crate) fn of(responses: &Object) -> Self {
        let all: Vec<(Status, &Value)> = responses
            .iter()
            .filter_map(|(key, response)| Some((Status::of(key)?, response)))
            .collect();
        let those = |wanted: &dyn Fn(Status) -> bool| -> Vec<(Status, &Value)> {
            let known = all.iter().filter(|(status, _)| wanted(*status));
            known.copied().collect()
        };
        let class = |class: u16| those(&|status| status.class() == Some(class));
        let default = || those(&|status| status == Status::Default);
        let mut successes = class(2);
        let redirects = successes.is_empty() && !class(3).is_empty();
        if redirects {
            successes = class(3);
        }
        if successes.is_empty() {
            successes.extend(default());
        }
        let failures = [class(4), class(5), default()].concat();
        let of = |(status, response): &(Status, &Value)| of_response(*status, response);
        Self {
            successes: successes.iter().flat_map(of).collect(),
            failures: failures.iter().flat_map(of).collect(),
            redirects,
        }
    }

    /// The header that asks for the successes, where they aren't JSON or a file alone.
    pub(crate) fn accept(&self) -> Option<String> {
        let media = |wanted: fn(&Body) -> bool| {
            let mut media: Vec<&str> = Vec::new();
            for answer in self.successes.iter().filter(|a| wanted(&a.body)) {
                for one in &answer.media {
                    let one = match (&answer.body, one.as_str()) {
                        (Body::Json(_), any) if any.contains('*') => "application/json",
                        (_, one) => one,
                    };
                    if !media.contains(&one) && can_be_sent(one) {
                        media.push(one);
                    }
                }
            }
            media
        };
        let json = media(|body| matches!(body, Body::Json(_)));
        let files = media(|body| *body == Body::File);
        if json.is_empty() || files.is_empty() {
            return None;
        }
        // Wherever the provider has both, JSON is what has a type.
        let files = files.into_iter().map(|media| format!("{media};q=0.9"));
        let mut all: Vec<_> = json.into_iter().map(str::to_owned).collect();
        all.extend(files);
        Some(all.join(", "))
    }
}

fn can_be_sent(media: &str) -> bool {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$&^_.+-*".contains(c);
    matches!(media.split_once('/'), Some((kind, rest)) if !kind.is_empty() && !rest.is_empty()
        && kind.chars().chain(rest.chars()).all(is_token))
}

fn of_response(status: Status, response: &Value) -> Vec<Answer> {
    let description = response.get("description").and_then(Value::as_str);
    let answer = |body, media| Answer {
        status,
        description: description.unwrap_or_default().trim().to_owned(),
        body,
        media,
    };
    let content = response.get("content").and_then(Value::as_object);
    let offered: Vec<(String, Option<&Value>)> = content
        .into_iter()
        .flatten()
        .flat_map(|(key, media)| {
            // Some list several in one.
            key.split(',')
                .map(move |one| (essence(one), media.get("schema")))
        })
        .collect();
    let mut answers: Vec<Answer> = Vec::new();
    let mut files = Vec::new();
    let mut others = Vec::new();
    // The plainest first: what comes without a media type is taken for it.
    let mut json: Vec<_> = offered.iter().filter(|(m, s)| is_json(m, *s)).collect();
    json.sort_by_key(|(media, schema)| (schema.is_none(), media != "application/json"));
    for (media, schema) in json {
        let same = answers.iter_mut().find(|a| match (&a.body, schema) {
            (Body::Json(Some(known)), Some(schema)) => is_same(known, schema),
            // Where one has a schema, another one without says nothing new.
            _ => true,
        });
        match same {
            Some(same) => same.media.push(media.clone()),
            None => answers.push(answer(Body::Json(schema.cloned()), vec![media.clone()])),
        }
    }
    for (media, schema) in offered.iter().filter(|(m, s)| !is_json(m, *s)) {
        let is_json_too = answers.iter().any(|a| match (&a.body, schema) {
            (Body::Json(Some(known)), Some(schema)) => is_same(known, schema),
            _ => false,
        });
        if is_json_too || is_other_words(media) {
            others.push(media.clone());
        } else {
            files.push(media.clone());
        }
    }
    if answers.is_empty() {
        files.append(&mut others);
    }
    if !files.is_empty() {
        answers.push(answer(Body::File, files));
    }
    if answers.is_empty() {
        answers.push(answer(Body::Empty, Vec::new()));
    }
    answers
}

/// A media type without its parameters, in small letters.
fn essence(media: &str) -> String {
    let essence = media.split(';').next().unwrap_or_default().trim();
    essence.replace('`', "'").to_ascii_lowercase()
}

fn is_json(media: &str, schema: Option<&Value>) -> bool {
    let says = |key| schema.and_then(|s| text(s.as_object()?, key));
    let is_text = says("type") == Some("string");
    if is_text && says("format") == Some("binary") {
        return false;
    }
    match media {
        // A bare text that may be of any kind needs no quotes about it.
        "*/*" | "application/*" => {
            let is_bare = is_text && says("format").is_none();
            !(is_bare && schema.and_then(|s| s.get("enum")).is_none())
        }
        "application/json" | "text/json" | "application/x-json" | "json" => true,
        other => other.ends_with("+json"),
    }
}

/// Whether it says what JSON says, in another language.
fn is_other_words(media: &str) -> bool {
    media.ends_with("/xml")
        || media.ends_with("+xml") && !media.starts_with("image/")
        || media.contains("yaml")
        || media.ends_with("/x-www-form-urlencoded")
        || media.ends_with("msgpack")
        || media.ends_with("/cbor")
}

/// Whether two schemas make the same type, whatever they say of it.
pub(crate) fn is_same(one: &Value, other: &Value) -> bool {
    one == other || bare(one) == bare(other)
}

fn bare(schema: &Value) -> Value {
    let mut schema = schema.clone();
    walk(&mut schema, &mut |schema| {
        for key in ["title", "example", "examples", "externalDocs"] {
            schema.remove(key);
        }
        let notes = text(schema, "description").map(mark::notes);
        schema.remove("description");
        // What it must not show is part of a type.
        if let Some(notes) = notes.filter(|notes| !notes.is_empty()) {
            schema.insert("description".into(), json!(notes));
        }
    });
    let alone = schema.get("allOf").and_then(Value::as_array);
    match alone.map(Vec::as_slice) {
        Some([inner]) if schema.as_object().is_some_and(|all| all.len() == 1) => bare(inner),
        _ => schema,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(content: &Value) -> Vec<(String, &'static str)> {
        let responses = json!({ "200": { "description": "", "content": content } });
        let answers = Answers::of(responses.as_object().unwrap());
        let kind = |answer: Answer| match answer.body {
            Body::Empty => "empty",
            Body::Json(Some(_)) => "json",
            Body::Json(None) => "any",
            Body::File => "file",
        };
        let of = |answer: Answer| (answer.media.join(" "), kind(answer));
        answers.successes.into_iter().map(of).collect()
    }

    #[test]
    fn json_is_known_by_its_media_type_and_a_file_by_its_schema() {
        let thing = json!({ "schema": { "$ref": "#/components/schemas/Thing" } });
        for media in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "application/hal+json",
            "text/json",
            "*/*",
            "application/*",
        ] {
            assert_eq!(answers(&json!({ media: thing }))[0].1, "json", "{media}");
            let file = json!({ "schema": { "type": "string", "format": "binary" } });
            assert_eq!(answers(&json!({ media: file }))[0].1, "file", "{media}");
        }
        for media in [
            "text/csv",
            "application/jwt",
            "application/xml",
            "application/x-ndjson",
            "text/event-stream",
        ] {
            assert_eq!(answers(&json!({ media: thing }))[0].1, "file", "{media}");
        }
        assert_eq!(
            answers(&json!({ "*/*": { "schema": { "type": "string" } } }))[0].1,
            "file"
        );
        assert_eq!(answers(&json!({ "application/json": {} }))[0].1, "any");
        assert_eq!(answers(&json!({}))[0].1, "empty");
    }

    #[test]
    fn the_same_in_other_words_is_one_answer_and_a_file_beside_json_another() {
        let thing = json!({ "schema": { "$ref": "#/components/schemas/Thing" } });
        let content = json!({
            "application/json": thing, "text/plain": thing, "application/xml": {}, "text/json": {},
            "application/pdf, text/csv": { "schema": { "type": "string" } },
        });
        let expected = [
            ("application/json text/json".to_owned(), "json"),
            ("application/pdf text/csv".to_owned(), "file"),
        ];
        assert_eq!(answers(&content), expected);
    }

    #[test]
    fn an_operation_without_a_success_has_its_redirects_or_its_default() {
        let of = |responses: Value| {
            let answers = Answers::of(responses.as_object().unwrap());
            let keys = |answers: &[Answer]| -> Vec<String> {
                answers.iter().map(|a| a.status.to_string()).collect()
            };
            (
                keys(&answers.successes),
                keys(&answers.failures),
                answers.redirects,
            )
        };
        let some = |keys: &[&str]| keys.iter().map(|k| (*k).to_owned()).collect::<Vec<_>>();
        let all = json!({ "100": {}, "200": {}, "302": {}, "404": {}, "default": {} });
        assert_eq!(of(all), (some(&["200"]), some(&["404", "default"]), false));
        let redirect = json!({ "302": {}, "default": {} });
        assert_eq!(of(redirect), (some(&["302"]), some(&["default"]), true));
        let default = json!({ "400": {}, "default": {} });
        assert_eq!(
            of(default),
            (some(&["default"]), some(&["400", "default"]), false)
        );
        assert_eq!(of(json!({ "500": {} })), (some(&[]), some(&["500"]), false));
    }
}

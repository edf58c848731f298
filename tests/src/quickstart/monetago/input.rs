//! Reads a registration from JSON and says which field is wrong.

use std::fmt;
use std::path::Path;

use florin::monetago::check;
use florin::monetago::types::RegistrationRequest;
use serde_json::Value;

/// The documented registration of an invoice, in values of our own.
const SAMPLE: &str = include_str!("../../../examples/quickstart/registration.json");
/// Where a reader finds it.
const SAMPLE_FILE: &str = "tests/examples/quickstart/registration.json";

/// What is wrong with an input, where, and what to do.
#[derive(Debug)]
pub(in crate::quickstart) struct Problem {
    file: String,
    what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.what)
    }
}

/// The sample that comes with the quickstart.
pub(in crate::quickstart) fn sample() -> Result<RegistrationRequest, Problem> {
    registration(SAMPLE_FILE, SAMPLE.as_bytes())
}

/// A registration of the caller's.
pub(in crate::quickstart) fn file(path: &Path) -> Result<RegistrationRequest, Problem> {
    let name = path.display().to_string();
    match std::fs::read(path) {
        Ok(content) => registration(&name, &content),
        Err(error) => {
            let what = format!(
                "the file can't be read: {error}. Give the path of a JSON file, as in {SAMPLE_FILE}."
            );
            Err(Problem { file: name, what })
        }
    }
}

fn registration(file: &str, content: &[u8]) -> Result<RegistrationRequest, Problem> {
    let problem = |what: String| Problem {
        file: file.to_owned(),
        what,
    };
    // Some editors put a mark in front that is no part of the JSON.
    let content = content.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(content);
    let mut json = serde_json::Deserializer::from_slice(content);
    let request: RegistrationRequest =
        serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let path = error.path().to_string();
            problem(explain(&path, error.inner()))
        })?;
    json.end().map_err(|error| problem(explain(".", &error)))?;
    if let Some(path) = serde_json::from_slice(content)
        .ok()
        .and_then(|json| unprintable(&json, String::new()))
    {
        return Err(problem(format!(
            "{path} holds control characters, which have no place in a name or number. Take them out."
        )));
    }
    match check::registration(&request) {
        Some(broken) => Err(problem(format!(
            "{broken}. {SAMPLE_FILE} shows a whole registration."
        ))),
        None => Ok(request),
    }
}

/// A reading error in words, with the way to the field.
fn explain(path: &str, error: &serde_json::Error) -> String {
    let message = error.to_string();
    let said = message.split(" at line ").next().unwrap_or(&message);
    let place = format!("line {}, column {}", error.line(), error.column());
    if error.is_syntax() || error.is_eof() {
        return format!(
            "this is not JSON ({place}: {said}). Mend it there; {SAMPLE_FILE} shows a whole registration."
        );
    }
    let within = |field: &str| {
        if path == "." {
            field.to_owned()
        } else {
            format!("{path}.{field}")
        }
    };
    if let Some(field) = said
        .strip_prefix("missing field `")
        .and_then(|rest| rest.strip_suffix('`'))
    {
        return format!(
            "{} is missing. Add it; {SAMPLE_FILE} shows a whole registration.",
            within(field)
        );
    }
    let place_in_file = if path == "." { "the top level" } else { path };
    format!("{place_in_file} can't be read ({place}: {said}). Write it as in {SAMPLE_FILE}.")
}

/// The way to a text that would do things to a terminal instead of standing there.
fn unprintable(json: &Value, path: String) -> Option<String> {
    match json {
        Value::String(text) => text.contains(char::is_control).then_some(path),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(at, item)| unprintable(item, format!("{path}[{at}]"))),
        Value::Object(fields) => fields.iter().find_map(|(name, value)| {
            let dot = if path.is_empty() { "" } else { "." };
            unprintable(value, format!("{path}{dot}{name}"))
        }),
        _ => None,
    }
}

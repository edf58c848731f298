//! `error-schema`: every operation says what its failures look like.
//!
//! Without a schema, an error is a text that nobody can branch on, and what a provider refused, and why, is lost. Both classes are
//! asked for: 4XX, since what is refused can be mended, and 5XX, since what failed may have had its effect. `default` is both.

use serde_json::Value;

use crate::check::finding::Found;
use crate::check::subject::{Operation, Subject, target};

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let operations = subject.operations();
    operations.iter().flat_map(problems).collect()
}

fn problems(operation: &Operation<'_>) -> Vec<Found> {
    let answers = operation.body["responses"].as_object();
    let errors: Vec<(&str, &Value)> = answers
        .into_iter()
        .flatten()
        .map(|(status, answer)| (status.as_str(), target(operation.document, answer)))
        .filter(|(status, _)| status.starts_with(['4', '5']) || *status == "default")
        .collect();
    let mut found = Vec::new();
    for (class, sign) in [("4XX", '4'), ("5XX", '5')] {
        let says = |status: &str| status.starts_with(sign) || status == "default";
        if !errors.iter().any(|(status, _)| says(status)) {
            found.push(Found::at(
                operation.place(),
                format!("it has no answer {class}"),
                format!("say what a failure looks like in `{class}` or `default`"),
            ));
        }
    }
    for (status, answer) in errors {
        let content = answer["content"].as_object();
        let has_schema = content
            .into_iter()
            .flatten()
            .any(|(_, media)| media["schema"].is_object());
        if !has_schema {
            found.push(Found::at(
                operation.place(),
                format!("its answer {status} has no schema"),
                "say what it holds, as an empty schema where nothing is known",
            ));
        }
    }
    found
}

//! Whether what came is an OpenAPI document at all. What it is instead is said, since that is mostly a page for readers, a
//! login, or the document of another format.

use serde_json::Value;

use crate::answer::Problem;

/// Looks at what came before anything is read from it.
pub(super) fn look(place: &str, bytes: &[u8]) -> Result<(), Problem> {
    let Ok(text) = str::from_utf8(bytes) else {
        return Err(Problem::new(
            place,
            "this is not UTF-8 text",
            "save it as UTF-8",
        ));
    };
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(Problem::new(
            place,
            "it is empty",
            "look whether this is the spec",
        ));
    }
    if text.starts_with('<') {
        return Err(Problem::new(
            place,
            "this is a page (HTML or XML), and no OpenAPI document",
            "give the document itself; where it needs a login, download it and give the file",
        ));
    }
    Ok(())
}

/// Looks at what was read.
pub(crate) fn check(place: &str, document: &Value) -> Result<(), Problem> {
    let refuse = |wrong: String, remedy: &str| Err(Problem::new(place, wrong, remedy));
    if let Some(version) = document.get("swagger") {
        let wrong = format!("this is a document of Swagger {}", plain(version));
        return refuse(wrong, "convert it to OpenAPI 3 and give the file");
    }
    let Some(version) = document.get("openapi") else {
        let wrong =
            "this is no OpenAPI document: it has no `openapi` that says of which version it is";
        return refuse(
            wrong.to_owned(),
            "look whether this is the spec, and all of it",
        );
    };
    let number = plain(version);
    if !(number.starts_with("3.0") || number.starts_with("3.1")) {
        let wrong = format!("this is a document of OpenAPI {number}");
        return refuse(wrong, "give one of OpenAPI 3.0 or 3.1");
    }
    let has = |word: &str| document.get(word).is_some_and(Value::is_object);
    let is_3_0 = number.starts_with("3.0");
    if !has("paths") && (is_3_0 || !(has("webhooks") || has("components"))) {
        let wrong = "it has no `paths`".to_owned();
        return refuse(
            wrong,
            "look whether it is all there; it may have been cut off",
        );
    }
    Ok(())
}

/// What a version is, also where it was written as a number.
fn plain(version: &Value) -> String {
    let text = version
        .as_str()
        .map_or_else(|| version.to_string(), str::to_owned);
    text.chars().filter(|c| !c.is_control()).take(20).collect()
}

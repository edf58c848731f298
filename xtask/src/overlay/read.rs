//! From the JSON of an overlay to its actions; every word that the format doesn't have is a mistake.

use serde_json::{Map, Value};

use super::target::Target;
use super::{Action, Change};

/// What is wrong with an overlay.
pub(super) struct Mistake {
    /// Where in the file; empty for the file as a whole.
    pub(super) place: String,
    pub(super) wrong: String,
    pub(super) remedy: &'static str,
}

fn mistake(place: &str, wrong: impl Into<String>, remedy: &'static str) -> Mistake {
    Mistake {
        place: place.to_owned(),
        wrong: wrong.into(),
        remedy,
    }
}

/// The actions of an overlay of version 1.0.
pub(super) fn actions(document: &Value) -> Result<Vec<Action>, Mistake> {
    let Some(overlay) = document.as_object() else {
        let wrong = "this is no overlay: it is not an object";
        return Err(mistake("", wrong, "start it with `overlay: 1.0.0`"));
    };
    version(overlay)?;
    let words = ["overlay", "info", "extends", "actions"];
    only(overlay, &words, "the overlay")?;
    let Some(info) = overlay.get("info").and_then(Value::as_object) else {
        let wrong = "`info` is missing or no object";
        return Err(mistake(
            "",
            wrong,
            "write `info` with `title` and `version`",
        ));
    };
    only(info, &["title", "version"], "`info`")?;
    for word in ["title", "version"] {
        if !info.get(word).is_some_and(Value::is_string) {
            let wrong = format!("`{word}` is missing or no text");
            return Err(mistake(
                "info",
                wrong,
                "write it, in quotes if it is a number",
            ));
        }
    }
    if overlay.contains_key("extends") {
        let wrong = "`extends` isn't followed: what is corrected is the document that is kept in `upstream`";
        return Err(mistake("", wrong, "remove it"));
    }
    let actions = overlay.get("actions").and_then(Value::as_array);
    let Some(actions) = actions.filter(|actions| !actions.is_empty()) else {
        let wrong = "`actions` is missing, no list, or empty";
        return Err(mistake(
            "",
            wrong,
            "list what is to be corrected, or remove the file",
        ));
    };
    let numbered = actions.iter().enumerate();
    numbered
        .map(|(index, action)| one(index + 1, action))
        .collect()
}

fn version(overlay: &Map<String, Value>) -> Result<(), Mistake> {
    let remedy = "write `overlay: 1.0.0`";
    let Some(version) = overlay.get("overlay") else {
        return Err(mistake(
            "",
            "this is no overlay: it has no `overlay`",
            remedy,
        ));
    };
    // The patch version makes no difference.
    let patch = version.as_str().and_then(|text| text.strip_prefix("1.0."));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if patch.is_some_and(is_number) {
        return Ok(());
    }
    let wrong = format!("this is an overlay of version {version}; only 1.0 is applied");
    Err(mistake("overlay", wrong, remedy))
}

fn one(number: usize, action: &Value) -> Result<Action, Mistake> {
    let place = format!("action {number}");
    let Some(map) = action.as_object() else {
        return Err(mistake(
            &place,
            "it is not an object",
            "write `target` and `update` or `remove`",
        ));
    };
    if map.contains_key("copy") {
        let wrong = "`copy` is a word of Overlay 1.1";
        return Err(mistake(
            &place,
            wrong,
            "write what is to be there into `update`",
        ));
    }
    let words = ["target", "description", "update", "remove"];
    only(map, &words, &place)?;
    let Some(Value::String(target)) = map.get("target") else {
        let wrong = "`target` is missing or no text";
        return Err(mistake(&place, wrong, "write a JSONPath, as in `$.info`"));
    };
    let target = Target::parse(target).map_err(|wrong| {
        let wrong = format!("`{target}` is no JSONPath: {wrong}");
        mistake(
            &place,
            wrong,
            "write it by RFC 9535, as in `$.paths['/loans'].get`",
        )
    })?;
    let description = match map.get("description") {
        None => None,
        Some(Value::String(text)) => Some(text.clone()),
        Some(_) => {
            return Err(mistake(
                &place,
                "`description` is no text",
                "write it in quotes",
            ));
        }
    };
    let is_removed = match map.get("remove") {
        None => false,
        Some(Value::Bool(is_removed)) => *is_removed,
        Some(_) => {
            let wrong = "`remove` is neither true nor false";
            return Err(mistake(&place, wrong, "write `remove: true`"));
        }
    };
    // `update` has no impact then.
    let change = match map.get("update") {
        _ if is_removed => Change::Remove,
        Some(update) => Change::Update(update.clone()),
        None => {
            let wrong = "it has neither `update` nor `remove: true`";
            return Err(mistake(
                &place,
                wrong,
                "say what is to be done, or remove the action",
            ));
        }
    };
    if is_removed && target.is_root() {
        let wrong = "it removes the whole document";
        return Err(mistake(&place, wrong, "name the part that is to go"));
    }
    Ok(Action {
        number,
        description,
        target,
        change,
    })
}

/// Refuses words that the format doesn't have.
fn only(map: &Map<String, Value>, words: &[&str], of: &str) -> Result<(), Mistake> {
    let unknown = |key: &&String| !words.contains(&key.as_str()) && !key.starts_with("x-");
    match map.keys().find(unknown) {
        None => Ok(()),
        Some(key) => Err(mistake(
            of,
            format!(
                "`{key}` is no word of Overlay 1.0 here; there are `{}`",
                words.join("`, `")
            ),
            "correct it, or start it with `x-`",
        )),
    }
}

//! A value that its provider spells in two ways is one value.
//!
//! A sample has `Market` where the list says `MARKET`; both mean the same, and as a value that the spec doesn't list the
//! first one would be passed over wherever the second is acted on. `x-also-read: {Market: MARKET}` on an enum names such a
//! spelling; this pass notes it for [`open_enums`](crate::rust::open_enums). What we send is spelt as the list has it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Object, Spec, description, text};
use crate::error::Error;
use crate::mark;

/// The word that names other spellings.
pub(crate) const WORD: &str = "x-also-read";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_schema(&mut |schema| {
        if let Some(Value::Object(spellings)) = schema.remove(WORD) {
            mark::put_spellings(&spellings, description(schema));
        }
    });
    Ok(())
}

/// Refuses spellings that say nothing. `read` is whether the provider sends the enum.
pub(crate) fn check(schema: &Object, pointer: &str, read: bool) -> Result<(), Error> {
    let error = |wrong: String, remedy: &str| Err(Error::pointer(pointer, wrong, remedy));
    let Some(listed) = texts(schema) else {
        let wrong = format!("`{WORD}` stands on what is no list of texts");
        return error(wrong, "put it beside `type: string` and `enum`");
    };
    if !read {
        let wrong = format!("`{WORD}` stands on what is only sent");
        return error(wrong, "remove it; what we send is written in one way");
    }
    let spellings = match &schema[WORD] {
        Value::Object(spellings) if !spellings.is_empty() => spellings,
        said => {
            let wrong = format!("`{WORD}: {said}` names no spelling");
            return error(wrong, "write `{spelling: value}`, or leave it out");
        }
    };
    for (spelling, value) in spellings {
        if listed.contains(spelling.as_str()) {
            let wrong = format!("`{WORD}` has `{spelling}`, which is a value of the list itself");
            return error(wrong, "take it out of one of the two");
        }
        if !value.as_str().is_some_and(|value| listed.contains(value)) {
            let wrong =
                format!("`{WORD}` reads `{spelling}` as {value}, which the list hasn't got");
            return error(wrong, "name a value of `enum`");
        }
    }
    Ok(())
}

/// The values of a list of texts.
pub(crate) fn texts(schema: &Object) -> Option<BTreeSet<&str>> {
    let values = schema.get("enum").and_then(Value::as_array)?;
    (text(schema, "type") == Some("string"))
        .then(|| values.iter().filter_map(Value::as_str).collect())
}

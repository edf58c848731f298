//! What a spec says of an operation's idempotency key.

use serde_json::Value;

use crate::error::Error;
use crate::operation::Retry;
use crate::spec::idempotency_key::WORD;
use crate::spec::{Object, Operation, is_true, text};

/// The header that carries the key.
pub(crate) fn header(operation: &Operation<'_>, retry: Retry) -> Result<Option<String>, Error> {
    let parameters = operation.body.get("parameters").and_then(Value::as_array);
    let mut marked = parameters
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .filter(|parameter| is_true(parameter, WORD));
    let Some(parameter) = marked.next() else {
        return Ok(None);
    };
    let name = text(parameter, "name").unwrap_or_default();
    if retry != Retry::Keyed {
        return Err(operation.error(
            format!(
                "the header `{name}` has `{WORD}`, and the operation isn't repeated under a key"
            ),
            "say `x-retry: keyed` beside it, or leave the word out",
        ));
    }
    if let Some(other) = marked.next() {
        let other = text(other, "name").unwrap_or_default();
        return Err(operation.error(
            format!("the headers `{name}` and `{other}` both have `{WORD}`"),
            "leave it at the one that the provider goes by",
        ));
    }
    well_formed(operation, parameter, name)?;
    Ok(Some(name.to_owned()))
}

fn well_formed(operation: &Operation<'_>, parameter: &Object, name: &str) -> Result<(), Error> {
    let refuse = |wrong: &str, remedy: &str| Err(operation.error(wrong, remedy));
    if !is_header_name(name) {
        return refuse(
            &format!("`{name}`, which has `{WORD}`, can't be the name of a header"),
            "write the name as the provider documents it",
        );
    }
    if is_true(parameter, "required") {
        return refuse(
            &format!("the header `{name}` has `{WORD}` and is required of the caller"),
            "leave `required` out: each request gets a key, the caller's or one that is made for it",
        );
    }
    Ok(())
}

/// Whether HTTP takes it for the name of a header.
pub(crate) fn is_header_name(name: &str) -> bool {
    let token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !name.is_empty() && name.chars().all(token)
}

/// The status by which the provider says that the first request under the same key is in work.
pub(crate) fn in_progress(operation: &Operation<'_>, retry: Retry) -> Result<Option<u16>, Error> {
    let Some(said) = operation.body.get("x-in-progress") else {
        return Ok(None);
    };
    // Those that mean something else to a client in any case: a token refused, time run out, too early, too many.
    let status = said
        .as_u64()
        .and_then(|status| u16::try_from(status).ok())
        .filter(|status| (400..500).contains(status) && ![401, 408, 425, 429].contains(status));
    match status {
        None => Err(operation.error(
            format!("`x-in-progress: {said}` is no status that could mean it"),
            "write the status, such as `409`; 401, 408, 425 and 429 mean something else",
        )),
        Some(_) if retry != Retry::Keyed => Err(operation.error(
            "it has `x-in-progress`, and no key under which a request could be in progress",
            "say `x-retry: keyed` beside it, or leave it out",
        )),
        status => Ok(status),
    }
}

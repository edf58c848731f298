//! Query parameters that a session insists on, or fills in.
//!
//! Where a provider takes a parameter of some callers and not of others, the spec can only call it optional. Who builds the
//! session knows which caller it is for.

use url::Url;

use crate::Operation;
use crate::query::escape;

/// What a session does about a query parameter of an operation.
#[derive(Debug)]
pub(crate) struct QueryRule {
    pub(crate) operation: &'static Operation,
    pub(crate) name: String,
    pub(crate) absent: Absent,
}

/// What becomes of a request that hasn't got it.
#[derive(Debug)]
pub(crate) enum Absent {
    /// It gets this value.
    Filled(String),
    /// It is refused, with these words.
    Refused(String),
}

/// Fills in what is missing, and then says what still is.
pub(crate) fn apply<'r>(
    rules: impl Iterator<Item = &'r QueryRule> + Clone,
    url: &mut Url,
) -> Result<(), String> {
    for rule in rules.clone() {
        if let Absent::Filled(value) = &rule.absent
            && !has(url, &rule.name, false)
        {
            let pair = format!("{}={}", escape(&rule.name), escape(value));
            let query = match url.query() {
                Some(query) if !query.is_empty() => format!("{query}&{pair}"),
                _ => pair,
            };
            url.set_query(Some(&query));
        }
    }
    for rule in rules {
        if let Absent::Refused(why) = &rule.absent
            && !has(url, &rule.name, true)
        {
            return Err(format!("query parameter {} is missing: {why}", rule.name));
        }
    }
    Ok(())
}

/// An empty value stands for none where one is needed, and for itself where one would be filled in.
fn has(url: &Url, name: &str, with_a_value: bool) -> bool {
    url.query_pairs()
        .any(|(known, value)| known == name && !(with_a_value && value.is_empty()))
}

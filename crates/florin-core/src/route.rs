//! Another method and path for an operation, checked before anything is sent.
//!
//! Some specs are written from documentation that leaves paths out. Who knows better corrects one in the builder of a
//! session, and all that reads the operation, from the URL to the trace, then reads the corrected one.

use http::Method;
use url::form_urlencoded;

use crate::query_rule::QueryRule;
use crate::{ConfigError, Operation, Retry};

const METHODS: [Method; 7] = [
    Method::GET,
    Method::PUT,
    Method::POST,
    Method::PATCH,
    Method::DELETE,
    Method::HEAD,
    Method::OPTIONS,
];

/// `operation` on `route`, which is a path such as `/loans/{id}`, with a method before it where that is another one too.
/// `rules` are those of the session.
pub(crate) fn rerouted(
    operation: &Operation,
    route: &str,
    rules: &[QueryRule],
) -> Result<Operation, ConfigError> {
    let checked = parse(operation, route.trim()).and_then(|(method, template)| {
        fitting(operation, &method)?;
        unruled(operation, template, rules)?;
        Ok(operation.clone().rerouted(method, template.to_owned()))
    });
    checked.map_err(|problem| ConfigError::new(format!("path {}", operation.id()), problem))
}

/// The names of the query parameters that a template has of its own, and whether each has its value there too.
pub(crate) fn query_names(template: &str) -> Vec<(String, bool)> {
    let (_, query) = template.split_once('?').unwrap_or((template, ""));
    form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| (name.into_owned(), !value.contains('{')))
        .collect()
}

fn parse<'r>(operation: &Operation, route: &'r str) -> Result<(Method, &'r str), String> {
    let (method, template) = match route.split_once(char::is_whitespace) {
        // A path with white space in it has no method before it.
        Some((name, rest)) if !name.starts_with('/') => (method(name)?, rest.trim_start()),
        _ => (operation.method().clone(), route),
    };
    if !template.starts_with('/') {
        return Err(format!(
            "doesn't start with a slash; write a path like {example}, or a method and a path like {} {example}",
            operation.method(),
            example = example(operation),
        ));
    }
    if template.starts_with("//") {
        return Err(
            "starts with two slashes, as a host does; give the path alone, with one slash before it".into(),
        );
    }
    if template.contains('#') {
        return Err("has a fragment; leave out the # and what follows".into());
    }
    if template.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
        return Err(
            "holds white space, a control character or a backslash, which no path has".into(),
        );
    }
    let (path, query) = template.split_once('?').unwrap_or((template, ""));
    // A URL takes the escaped point for the point.
    let is_relative = |segment: &str| {
        let plain = segment.to_ascii_lowercase().replace("%2e", ".");
        matches!(plain.as_str(), "." | "..")
    };
    if path.split('/').any(is_relative) {
        return Err("has a relative segment; write the path out".into());
    }
    let named = |pair: &str| {
        pair.split('=')
            .next()
            .is_some_and(|name| name.contains('{'))
    };
    if query.split('&').any(named) {
        return Err(
            "has a placeholder for the name of a query parameter; write name={placeholder}".into(),
        );
    }
    same_placeholders(operation.template(), template)?;
    Ok((method, template))
}

/// A path that the operation could have: its own, where the spec has one.
fn example(operation: &Operation) -> &str {
    match operation.template() {
        "" => "/its/path",
        template => template,
    }
}

fn method(name: &str) -> Result<Method, String> {
    let known = METHODS.into_iter().find(|method| method.as_str() == name);
    known.ok_or_else(|| {
        let names = METHODS.each_ref().map(Method::as_str).join(", ");
        format!("has a method that isn't one of {names}")
    })
}

/// What may be repeated stays as the spec says, so another method must not promise something else to all that stands in
/// between: caches, gateways and proxies go by the method alone.
fn fitting(operation: &Operation, method: &Method) -> Result<(), String> {
    if method == operation.method() {
        return Ok(());
    }
    match operation.retry_class() {
        Retry::Keyed | Retry::Never if method.is_safe() && !operation.method().is_safe() => {
            Err(format!(
                "has the method {method}, which says that nothing is changed, so that anything on the way may repeat it or \
                 answer it from a cache; this operation changes something: give it POST, PUT, PATCH or DELETE"
            ))
        }
        Retry::Safe if method == Method::DELETE => Err(format!(
            "has the method DELETE, which takes something away; this operation is repeated after failures, as the {} that \
             it is in the spec may be",
            operation.method()
        )),
        _ => Ok(()),
    }
}

/// A literal would beat what the session fills in, or satisfy what it insists on: another user's number, for all calls.
fn unruled(operation: &Operation, template: &str, rules: &[QueryRule]) -> Result<(), String> {
    let literals = query_names(template);
    let mut literals = literals.iter().filter(|(_, is_literal)| *is_literal);
    let is_ruled = |name: &str| {
        rules
            .iter()
            .any(|rule| rule.operation.is_same(operation) && rule.name.eq_ignore_ascii_case(name))
    };
    match literals.find(|(name, _)| is_ruled(name)) {
        Some((name, _)) => Err(format!(
            "has the query parameter {name}, which the client sends itself; leave it out of the path"
        )),
        None => Ok(()),
    }
}

/// What the caller fills in is what the spec names, so each of those must have its one place.
fn same_placeholders(original: &str, template: &str) -> Result<(), String> {
    let wanted = placeholders(original)?;
    let mut missing = wanted.clone();
    for name in placeholders(template)? {
        match missing.iter().position(|known| *known == name) {
            Some(at) => drop(missing.remove(at)),
            None if wanted.contains(&name) => {
                return Err(format!("has {{{name}}} twice; give each value one place"));
            }
            None => {
                let known = wanted.iter().map(|name| format!("{{{name}}}"));
                let known = known.collect::<Vec<_>>().join(" and ");
                return Err(match known.as_str() {
                    "" => format!("has {{{name}}}, and the operation has no value to put there"),
                    _ => {
                        format!("has {{{name}}}, which the operation doesn't know; it has {known}")
                    }
                });
            }
        }
    }
    match missing.first() {
        Some(name) => Err(format!("lacks {{{name}}}, without which its value is lost")),
        None => Ok(()),
    }
}

fn placeholders(template: &str) -> Result<Vec<&str>, String> {
    const OPEN: &str = "has a brace that isn't closed, or isn't opened";
    let mut names = Vec::new();
    let mut pieces = template.split('{');
    let before = pieces.next().unwrap_or_default();
    if before.contains('}') {
        return Err(OPEN.into());
    }
    for piece in pieces {
        match piece.split_once('}') {
            Some((name, after)) if !after.contains('}') => names.push(name),
            _ => return Err(OPEN.into()),
        }
    }
    Ok(names)
}

//! The URL of a request: where the operation lives, its path filled, and the query.

use url::{Url, form_urlencoded};

use crate::Operation;
use crate::endpoint::Endpoint;
use crate::route::query_names;

/// The whole URL, with the values in the place of the template's placeholders.
pub(crate) fn url(
    endpoint: &Endpoint,
    operation: &Operation,
    values: &[(&str, String)],
    query: &str,
) -> Result<Url, String> {
    let template = operation.template();
    let is_path = template.starts_with('/') && !template.contains(['?', '#']);
    if !is_path && !operation.is_rerouted() {
        return Err(format!(
            "the path {template} must start with a slash and hold no query; add that parameter by parameter"
        ));
    }
    let mut url =
        String::with_capacity(endpoint.as_str().len() + template.len() + query.len() + 48);
    url.push_str(endpoint.as_str());
    let mut rest = template;
    let mut filled = 0;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return Err(format!("the path {template} has a brace that isn't closed"));
        };
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            return Err(format!("path parameter {name} is missing"));
        };
        url.push_str(before);
        url.push_str(value);
        rest = after;
        filled += 1;
    }
    if filled < values.len() {
        return Err(format!(
            "more path parameters are given than the path {template} has places for"
        ));
    }
    url.push_str(rest);
    let path = url.split('?').next().unwrap_or_default();
    if path.contains("/.")
        && path
            .split('/')
            .any(|segment| segment == "." || segment == "..")
    {
        return Err(format!(
            "the path {template} has a relative segment once it is filled"
        ));
    }
    match query.strip_prefix('?') {
        Some(query) if url.contains('?') => {
            once_each(template, query)?;
            url.extend(["&", query]);
        }
        _ => url.push_str(query),
    }
    Url::parse(&url).map_err(|error| format!("the path makes no URL ({error})"))
}

/// Which of two values counts, the one of the path or the one of the request, only the provider knows.
fn once_each(template: &str, query: &str) -> Result<(), String> {
    for (name, _) in query_names(template) {
        let mut own = form_urlencoded::parse(query.as_bytes());
        if own.any(|(known, _)| known.eq_ignore_ascii_case(&name)) {
            return Err(format!(
                "query parameter {name} stands in the path that the client was given for this operation, and the request has \
                 one too; leave it out of either"
            ));
        }
    }
    Ok(())
}

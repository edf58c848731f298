//! Routes that a spec doesn't have, and operations that are played elsewhere than it says.

use std::borrow::Cow;

use http::Method;
use serde_json::{Map, Value};

/// A request that a stand-in answers although its provider's spec doesn't know it.
pub(super) struct Route {
    /// What faults and the log call it.
    pub(super) id: &'static str,
    pub(super) host: &'static str,
    pub(super) method: Method,
    /// From the root of the host, whatever the base path of its operations.
    pub(super) path: Cow<'static, str>,
}

/// Moves operations to other routes, each given as `/path/{id}` or with a method, as `PUT /path/{id}`.
pub(super) fn move_operations(
    document: &mut Value,
    routes: &[(String, String)],
) -> Result<(), String> {
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else {
        return Ok(());
    };
    // All of them leave before the first one arrives: two may change places.
    let mut moving = Vec::new();
    for (id, route) in routes {
        let (verb, operation, servers) =
            take(paths, id).ok_or_else(|| format!("no operation is called {id:?}"))?;
        let (method, path) = route.split_once(' ').unwrap_or((&verb, route));
        if !path.starts_with('/') || path.contains(['?', '#']) {
            return Err(format!(
                "{route:?} is no route for {id}: it starts with a slash and has no query"
            ));
        }
        let method = method.to_ascii_lowercase();
        moving.push((path.to_owned(), method, operation, servers));
    }
    paths.retain(|_, item| item.as_object().is_some_and(has_operation));
    for (path, method, operation, servers) in moving {
        let id = operation["operationId"].clone();
        let item = paths.entry(path).or_insert_with(|| Map::new().into());
        let Some(item) = item.as_object_mut() else {
            continue;
        };
        if item.insert(method, operation).is_some() {
            return Err(format!("there is another operation where {id} is to be"));
        }
        if let Some(servers) = servers {
            item.insert("servers".into(), servers);
        }
    }
    Ok(())
}

fn has_operation(item: &Map<String, Value>) -> bool {
    item.values()
        .any(|value| value.get("operationId").is_some())
}

/// Takes an operation out, with its method and the servers of its path.
fn take(paths: &mut Map<String, Value>, id: &str) -> Option<(String, Value, Option<Value>)> {
    paths.values_mut().find_map(|item| {
        let item = item.as_object_mut()?;
        let named = |(verb, value): (&String, &Value)| {
            (value.get("operationId")?.as_str()? == id).then(|| verb.clone())
        };
        let verb = item.iter().find_map(named)?;
        let operation = item.remove(&verb)?;
        Some((verb, operation, item.get("servers").cloned()))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn spec() -> Value {
        json!({ "paths": {
            "/a": { "get": { "operationId": "one" }, "post": { "operationId": "two" } },
            "/b": { "servers": ["s"], "get": { "operationId": "three" } },
        }})
    }

    fn moved(routes: &[(&str, &str)]) -> Result<Value, String> {
        let routes: Vec<_> = routes
            .iter()
            .map(|(id, route)| ((*id).to_owned(), (*route).to_owned()))
            .collect();
        let mut document = spec();
        move_operations(&mut document, &routes).map(|()| document)
    }

    #[test]
    fn an_operation_moves_alone_and_takes_its_servers_along() {
        let document = moved(&[("one", "PUT /x/{id}"), ("three", "/x/{id}")]).unwrap();
        assert_eq!(document["paths"]["/x/{id}"]["put"]["operationId"], "one");
        assert_eq!(document["paths"]["/x/{id}"]["get"]["operationId"], "three");
        assert_eq!(document["paths"]["/x/{id}"]["servers"], json!(["s"]));
        assert_eq!(
            document["paths"]["/a"],
            json!({ "post": { "operationId": "two" } })
        );
    }

    #[test]
    fn two_operations_may_change_places() {
        let document = moved(&[("one", "/b"), ("three", "/a")]).unwrap();
        assert_eq!(document["paths"]["/b"]["get"]["operationId"], "one");
        assert_eq!(document["paths"]["/a"]["get"]["operationId"], "three");
    }

    #[test]
    fn what_is_unknown_or_no_route_is_refused() {
        assert!(moved(&[("four", "/x")]).unwrap_err().contains("four"));
        assert!(moved(&[("one", "x")]).is_err());
        assert!(moved(&[("one", "/x?y={id}")]).is_err());
        assert!(moved(&[("one", "/b")]).unwrap_err().contains("one"));
    }

    #[test]
    fn a_path_that_all_have_left_is_gone() {
        let document = moved(&[("three", "/x")]).unwrap();
        assert!(document["paths"].get("/b").is_none());
    }
}

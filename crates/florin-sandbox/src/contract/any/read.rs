//! Reads a spec that nobody has prepared.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use http::Method;
use matchit::Router;
use serde_json::Value;

use super::Rules;
use super::body::Body;
use super::parameter::Parameter;
use super::template::Templates;
use crate::contract::{API, Contract, Host, Operation};
use crate::samples::pointed::resolved;

/// What of a path item is an operation.
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "patch", "head", "options", "trace",
];

/// An operation where the document has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) path: &'a str,
    pub(crate) method: &'a str,
    pub(crate) item: &'a Value,
    pub(crate) operation: &'a Value,
}

/// All operations of a document, by path and method, each with what it is called here: the `operationId`, and where there is
/// none or another operation has it already, method and path as in `GET /loans/{id}`.
pub(crate) fn operations(document: &Value) -> Vec<(String, Place<'_>)> {
    let mut taken = BTreeSet::new();
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        let item = resolved(document, item);
        for method in METHODS {
            let Some(operation) = item.get(method).filter(|operation| operation.is_object()) else {
                continue;
            };
            let given = operation["operationId"]
                .as_str()
                .filter(|id| taken.insert(*id));
            let id = given.map_or_else(
                || format!("{} {path}", method.to_ascii_uppercase()),
                str::to_owned,
            );
            let place = Place {
                path,
                method,
                item,
                operation,
            };
            found.push((id, place));
        }
    }
    found
}

impl Contract {
    /// Reads any spec.
    pub(crate) fn any(document: &Arc<Value>) -> Self {
        let mut contract = Self {
            operations: Vec::new(),
            hosts: Vec::new(),
            routes: Vec::new(),
            beside: Vec::new(),
        };
        let mut bases = vec![base_path(&document["servers"])];
        let mut served: Vec<(&str, HashMap<Method, usize>)> = Vec::new();
        let all = operations(document);
        for (id, place) in &all {
            for holder in [place.item, place.operation] {
                bases.push(base_path(&holder["servers"]));
            }
            let Ok(method) = place.method.to_ascii_uppercase().parse::<Method>() else {
                continue;
            };
            contract.operations.push(Operation {
                id: id.clone(),
                public: false,
                parameters: Vec::new(),
                request_is_documented: true,
                body: None,
                success: None,
                may_be_empty: true,
                error: None,
                any: Some(Rules::read(document, place)),
            });
            let index = contract.operations.len() - 1;
            match served.last_mut() {
                Some((path, methods)) if *path == place.path => {
                    methods.insert(method, index);
                }
                _ => served.push((place.path, HashMap::from([(method, index)]))),
            }
        }
        let base_path = bases[0].clone();
        let mut templates = Templates::new(bases);
        for (path, methods) in served {
            templates.serve(path, methods);
        }
        contract.hosts.push(Host {
            name: API.to_owned(),
            base_path,
            templates: Vec::new(),
            paths: Router::new(),
            any: Some(templates),
        });
        contract
    }
}

impl Rules {
    fn read(document: &Arc<Value>, place: &Place<'_>) -> Self {
        let mut parameters: Vec<Parameter> = Vec::new();
        for holder in [place.item, place.operation] {
            for parameter in holder["parameters"].as_array().into_iter().flatten() {
                let parameter = resolved(document, parameter);
                // The body says what it is, and the scheme who sends it; what a spec says of these headers is to be ignored.
                let name = parameter["name"].as_str().unwrap_or_default();
                let is_settled = ["accept", "authorization", "content-type"]
                    .contains(&name.to_ascii_lowercase().as_str());
                if parameter["in"] == "header" && is_settled {
                    continue;
                }
                if let Some(parameter) = Parameter::read(document, parameter) {
                    parameters.retain(|known| {
                        (known.place, &known.name) != (parameter.place, &parameter.name)
                    });
                    parameters.push(parameter);
                }
            }
        }
        let schemes = document["components"]["securitySchemes"].as_object();
        let schemes = schemes.into_iter().flatten();
        let in_query = schemes.filter(|(_, scheme)| scheme["in"] == "query");
        let body = place.operation.get("requestBody");
        Self {
            document: Arc::clone(document),
            parameters,
            body: body.map(|body| Body::read(document, resolved(document, body))),
            keys: in_query
                .filter_map(|(_, scheme)| scheme["name"].as_str().map(str::to_owned))
                .collect(),
        }
    }
}

/// The path of the first server: variables have their defaults, and what is no URL has no path.
pub(crate) fn base_path(servers: &Value) -> String {
    let url = servers[0]["url"].as_str().unwrap_or_default();
    let mut url = url.to_owned();
    for (name, variable) in servers[0]["variables"].as_object().into_iter().flatten() {
        let value = variable["default"].as_str().unwrap_or_default();
        url = url.replace(&format!("{{{name}}}"), value);
    }
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => url.trim_start_matches('/'),
    };
    let path = path.trim_matches('/');
    if path.is_empty() || path.contains(['{', '?', '#']) {
        String::new()
    } else {
        format!("/{path}")
    }
}

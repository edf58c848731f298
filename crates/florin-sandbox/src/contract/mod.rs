//! A spec, read for checking: which requests it knows, and what it asks of them.

pub(crate) mod any;
mod check;
mod documents;
mod parts;
mod read;
mod route;
mod schema;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use http::Method;
use matchit::Router;
use serde_json::Value;

pub(crate) use check::Checked;
use route::Route;
use schema::Schema;

/// The host that a spec's own `servers` name; others have the name in their `x-name`.
pub(crate) const API: &str = "api";

/// The media type of several parts.
const PARTS: &str = "multipart/form-data";

/// A spec cannot be used: the one that is built in, which is a bug of this crate, or one whose operations were given routes
/// that don't fit.
#[derive(Clone, Debug)]
pub struct ContractError {
    spec: Cow<'static, str>,
    message: String,
}

impl ContractError {
    pub(crate) fn new(spec: impl Into<Cow<'static, str>>, message: String) -> Self {
        Self {
            spec: spec.into(),
            message,
        }
    }
}

impl fmt::Display for ContractError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the spec of {} cannot be used: {}",
            self.spec, self.message
        )
    }
}

impl std::error::Error for ContractError {}

/// One thing in a request that the spec, or a documented rule beyond it, forbids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// `body`, `query name`, `path name` or `header name`.
    pub(crate) place: String,
    /// JSON pointer to the value inside `place`; empty for the whole of it.
    pub(crate) pointer: String,
    /// What is wrong.
    pub(crate) message: String,
}

impl Violation {
    pub(crate) fn new(
        place: impl Into<String>,
        pointer: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            place: place.into(),
            pointer: pointer.into(),
            message: message.into(),
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            place,
            pointer,
            message,
        } = self;
        if pointer.is_empty() {
            write!(f, "{place}: {message}")
        } else {
            write!(f, "{place} {pointer}: {message}")
        }
    }
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Path,
    Query,
    Header,
}

struct Parameter {
    name: String,
    place: Place,
    required: bool,
    kind: Option<String>,
    schema: Schema,
}

struct RequestBody {
    required: bool,
    content: Vec<(String, Schema)>,
}

/// One operation of a spec.
pub(crate) struct Operation {
    pub(crate) id: String,
    /// Needs no token.
    pub(crate) public: bool,
    parameters: Vec<Parameter>,
    /// The documentation names everything that may be asked, so anything else is a mistake.
    request_is_documented: bool,
    body: Option<RequestBody>,
    success: Option<Schema>,
    /// A success may come without a body (`x-may-be-empty`).
    may_be_empty: bool,
    error: Option<Schema>,
    /// What it asks of a request where nobody has prepared the spec, in place of all else.
    any: Option<any::Rules>,
}

struct Host {
    name: String,
    base_path: String,
    templates: Vec<(String, HashMap<Method, usize>)>,
    paths: Router<HashMap<Method, usize>>,
    /// The paths of a spec that nobody has prepared, in place of the others.
    any: Option<any::Templates>,
}

impl Host {
    fn serve(&mut self, template: &str, methods: HashMap<Method, usize>) -> Result<(), String> {
        self.paths
            .insert(template, methods.clone())
            .map_err(|error| format!("path {template}: {error}"))?;
        self.templates.push((template.to_owned(), methods));
        Ok(())
    }
}

/// All operations of a spec.
pub(crate) struct Contract {
    operations: Vec<Operation>,
    hosts: Vec<Host>,
    routes: Vec<Route>,
    /// Hosts of the spec that are served at the address of another one, each with that one's name.
    beside: Vec<(&'static str, &'static str)>,
}

/// What a method and path on a host stand for.
pub(crate) enum Lookup<'a> {
    Operation(&'a Operation, Vec<(String, String)>),
    /// Nothing of the spec's, by the name that it was given.
    Outside(&'static str),
    MethodNotAllowed,
    NotFound,
}

impl Contract {
    /// Reads a spec.
    pub(crate) fn read(spec: &'static str, yaml: &str) -> Result<Self, ContractError> {
        Self::read_at(spec, yaml, &[])
    }

    /// Reads a spec and moves some of its operations to other routes, by their id.
    pub(crate) fn read_at(
        spec: &'static str,
        yaml: &str,
        routes: &[(String, String)],
    ) -> Result<Self, ContractError> {
        let failed = |message: String| ContractError::new(spec, message);
        let mut document: Value =
            serde_saphyr::from_str(yaml).map_err(|error| failed(error.to_string()))?;
        route::move_operations(&mut document, routes).map_err(failed)?;
        Self::of_document(&document).map_err(failed)
    }

    /// Reads a spec that is kept in several documents, one of which the others may refer to. Each has its name. Its lists of
    /// values are incomplete, but for the components that are named.
    pub(crate) fn read_several(
        spec: &'static str,
        documents: &[(&str, &str)],
        complete: &[&str],
        routes: &[(String, String)],
    ) -> Result<Self, ContractError> {
        let failed = |message: String| ContractError::new(spec, message);
        let mut document = documents::one(documents).map_err(failed)?;
        documents::open_enums(&mut document, complete);
        route::move_operations(&mut document, routes).map_err(failed)?;
        Self::of_document(&document).map_err(failed)
    }

    /// Adds a route that the spec does not have. `path` counts from the root of the host.
    pub(crate) fn with_route(
        mut self,
        id: &'static str,
        host: &'static str,
        method: Method,
        path: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.routes.push(Route {
            id,
            host,
            method,
            path: path.into(),
        });
        self
    }

    /// Serves an operation at a second path of its host. Nothing happens where that path has operations of its own.
    pub(crate) fn with_alias(
        mut self,
        spec: &'static str,
        operation: &str,
        path: &str,
    ) -> Result<Self, ContractError> {
        let index = self
            .operations
            .iter()
            .position(|known| known.id == operation);
        for host in &mut self.hosts {
            if host.templates.iter().any(|(template, _)| template == path) {
                continue;
            }
            let served = host.templates.iter().flat_map(|(_, methods)| methods);
            let method = served
                .filter(|(_, served)| Some(**served) == index)
                .map(|(method, _)| method.clone())
                .next();
            if let (Some(method), Some(index)) = (method, index) {
                host.serve(path, HashMap::from([(method, index)]))
                    .map_err(|message| ContractError::new(spec, message))?;
            }
        }
        Ok(self)
    }

    fn of_document(document: &Value) -> Result<Self, String> {
        let components = schema::components(document);
        let mut contract = Self {
            operations: Vec::new(),
            hosts: Vec::new(),
            routes: Vec::new(),
            beside: Vec::new(),
        };
        for (template, item) in document["paths"].as_object().into_iter().flatten() {
            let host = contract.host(item.get("servers").unwrap_or(&document["servers"]))?;
            let mut methods = HashMap::new();
            for (verb, operation) in item.as_object().into_iter().flatten() {
                let Ok(method) = verb.to_ascii_uppercase().parse::<Method>() else {
                    continue;
                };
                if !["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS"]
                    .contains(&method.as_str())
                {
                    continue;
                }
                let shared = item["parameters"].as_array().into_iter().flatten();
                let read = Operation::read(document, operation, shared, &components);
                contract
                    .operations
                    .push(read.map_err(|error| format!("{verb} {template}: {error}"))?);
                methods.insert(method, contract.operations.len() - 1);
            }
            contract.hosts[host].serve(template, methods)?;
        }
        Ok(contract)
    }

    /// The index of the host that a `servers` array names.
    fn host(&mut self, servers: &Value) -> Result<usize, String> {
        let server = &servers[0];
        let name = server["x-name"].as_str().unwrap_or(API);
        if let Some(index) = self.hosts.iter().position(|host| host.name == name) {
            return Ok(index);
        }
        let url = server["url"].as_str().ok_or("a server without a url")?;
        let url = url::Url::parse(url).map_err(|error| format!("server {url}: {error}"))?;
        let base_path = url.path().trim_end_matches('/').to_owned();
        self.hosts.push(Host {
            name: name.to_owned(),
            base_path,
            templates: Vec::new(),
            paths: Router::new(),
            any: None,
        });
        Ok(self.hosts.len() - 1)
    }

    /// Serves the operations of one host on another one as well: a server of its own that a spec names may be the same.
    pub(crate) fn also(
        mut self,
        spec: &'static str,
        host: &str,
        on: &str,
    ) -> Result<Self, ContractError> {
        let served: Vec<_> = self
            .hosts
            .iter()
            .filter(|known| known.name == host)
            .flat_map(|known| known.templates.clone())
            .collect();
        for other in self.hosts.iter_mut().filter(|known| known.name == on) {
            for (template, methods) in &served {
                other
                    .serve(template, methods.clone())
                    .map_err(|message| ContractError::new(spec, message))?;
            }
        }
        Ok(self)
    }

    /// Serves a host at the address of another one too, under its own base path.
    pub(crate) fn beside(mut self, host: &'static str, other: &'static str) -> Self {
        self.beside.push((host, other));
        self
    }

    /// The path under which all operations of a host live, as in `/v1`; empty for the root.
    pub(crate) fn base_path(&self, host: &str) -> &str {
        self.hosts
            .iter()
            .find(|known| known.name == host)
            .map_or("", |host| &host.base_path)
    }

    pub(crate) fn has(&self, operation: &str) -> bool {
        self.ids().any(|known| known == operation)
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        let operations = self.operations.iter().map(|known| known.id.as_str());
        operations.chain(self.routes.iter().map(|route| route.id))
    }

    /// Finds the operation, and the decoded parameters in its path.
    pub(crate) fn lookup(&self, host: &str, method: &Method, path: &str) -> Lookup<'_> {
        let mut outside = self.routes.iter();
        if let Some(route) = outside.find(|route| route.host == host && route.path == path) {
            return if route.method == method {
                Lookup::Outside(route.id)
            } else {
                Lookup::MethodNotAllowed
            };
        }
        let serves = |name: &str| {
            let beside = |(known, at): &(&str, &str)| *known == name && *at == host;
            name == host || self.beside.iter().any(beside)
        };
        let mut hosts = self.hosts.iter().filter(|known| serves(&known.name));
        if let Some(any) = hosts.clone().find_map(|known| known.any.as_ref()) {
            return match any.find(method, path) {
                any::Found::Operation(at, values) => {
                    Lookup::Operation(&self.operations[at], values)
                }
                any::Found::MethodNotAllowed => Lookup::MethodNotAllowed,
                any::Found::Nothing => Lookup::NotFound,
            };
        }
        let found = hosts.find_map(|known| {
            let path = path.strip_prefix(&known.base_path)?;
            known.paths.at(path).ok()
        });
        let Some(found) = found else {
            return Lookup::NotFound;
        };
        let Some(&operation) = found.value.get(method) else {
            return Lookup::MethodNotAllowed;
        };
        let decode = |text: &str| {
            percent_encoding::percent_decode_str(text)
                .decode_utf8_lossy()
                .into_owned()
        };
        let parameters = found
            .params
            .iter()
            .map(|(name, value)| (name.to_owned(), decode(value)))
            .collect();
        Lookup::Operation(&self.operations[operation], parameters)
    }
}

//! What the documents say of all requests: where they go, and who authorises them.
//!
//! The generated client knows neither: its session is told by whoever makes one. So this is read from the documents, and so is
//! what each operation wants where that isn't what most do, and which cargo feature it needs, where a provider has a document
//! for each domain.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::{Operation, Surface};
use crate::provider::ONLY;

/// The documents of domains that need no feature.
const ALWAYS: [&str; 2] = ["authorization", "shared"];

/// What holds for all of a client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The base URLs, in their order: the first one is the usual one.
    pub servers: Vec<String>,
    /// The URLs of hosts that some operations live on, by the host's name.
    pub hosts: BTreeMap<String, Vec<String>>,
    /// The security schemes that are wanted somewhere, by name.
    pub schemes: BTreeMap<String, Scheme>,
    /// What operations want, but for those that say something else.
    pub wants: Wants,
}

/// A security scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scheme {
    /// Kind, place, name and URLs: `http bearer`, `key in header X-Key`.
    pub how: String,
    /// The scopes that there are.
    pub scopes: BTreeSet<String>,
}

/// The ways in which a request may be authorised: each names schemes, with the scopes that it wants of them. An empty way is
/// that of nobody in particular; without any way, nothing is said.
pub type Wants = BTreeSet<BTreeMap<String, BTreeSet<String>>>;

/// In a few words: `bearer, or key and oauth (read, write)`.
#[must_use]
pub(crate) fn said(wants: &Wants) -> String {
    let scheme = |(name, scopes): (&String, &BTreeSet<String>)| match scopes.len() {
        0 => name.clone(),
        _ => format!("{name} ({})", joined(scopes, ", ")),
    };
    let way = |way: &BTreeMap<String, BTreeSet<String>>| match way.len() {
        0 => "nothing".to_owned(),
        _ => way.iter().map(scheme).collect::<Vec<_>>().join(" and "),
    };
    match wants.len() {
        0 => "nothing that is said".to_owned(),
        _ => wants.iter().map(way).collect::<Vec<_>>().join(", or "),
    }
}

fn joined(texts: &BTreeSet<String>, by: &str) -> String {
    texts
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(by)
}

impl Surface {
    /// The surface, with what the documents say of all requests; each with its name, as in the provider's folder.
    #[must_use]
    pub fn with(mut self, documents: &[(&str, &Value)]) -> Self {
        let mut head = Head::default();
        let mut common: BTreeMap<Wants, usize> = BTreeMap::new();
        let mut asked = BTreeMap::new();
        // Beside the one document there may be parts of it, and nothing else.
        let is_one = documents.iter().any(|(name, _)| *name == ONLY);
        let documents: Vec<_> = documents
            .iter()
            .filter(|(name, _)| !is_one || *name == ONLY)
            .collect();
        for (name, document) in &documents {
            let whole = document.get("security").map(wants).unwrap_or_default();
            let mut has_any = *name == ONLY;
            for (method, path, operation, item) in operations(document) {
                has_any = true;
                let own = operation.get("security").map(wants);
                let wants = own.unwrap_or_else(|| whole.clone());
                hosts(operation, item, &mut head.hosts);
                let id = operation.get("operationId").and_then(Value::as_str);
                let place = (method.to_uppercase(), path.to_owned());
                asked.insert(place, (id.map(str::to_owned), wants, (*name).to_owned()));
            }
            if has_any {
                *common.entry(whole).or_default() += 1;
                let all = document.get("servers").and_then(Value::as_array);
                for url in all.into_iter().flatten().filter_map(url) {
                    if !head.servers.contains(&url) {
                        head.servers.push(url);
                    }
                }
            }
        }
        // What most documents say; of one, that is what it says.
        let most = common.into_iter().max_by_key(|(_, count)| *count);
        head.wants = most.map(|(wants, _)| wants).unwrap_or_default();
        for operation in &mut self.operations {
            let is_it = |id: &Option<String>| id.as_deref() == Some(&operation.id);
            let by_id = asked.values().find(|(id, ..)| is_it(id));
            // One that takes several kinds of bodies has a method for each, and one may have no id.
            let place = (operation.http.clone(), operation.path.clone());
            let found = by_id.or_else(|| asked.get(&place));
            let Some((_, wants, document)) = found else {
                continue;
            };
            put(operation, wants, document, &head.wants);
        }
        let named = asked
            .values()
            .map(|(_, wants, _)| wants)
            .chain([&head.wants]);
        let named: BTreeSet<_> = named.flatten().flat_map(|way| way.keys()).collect();
        for (_, document) in &documents {
            for name in &named {
                if let Some(scheme) = scheme(document, name) {
                    head.schemes
                        .entry((*name).clone())
                        .and_modify(|known| known.and(&scheme))
                        .or_insert(scheme);
                }
            }
        }
        self.head = head;
        self
    }
}

fn put(operation: &mut Operation, wants: &Wants, document: &str, usual: &Wants) {
    let is_nobody = wants.iter().all(BTreeMap::is_empty);
    // One that is sent without a token says so itself.
    if wants != usual && !(operation.public && is_nobody) {
        operation.wants = Some(wants.clone());
    }
    if document != ONLY && !ALWAYS.contains(&document) {
        operation.feature = Some(document.to_owned());
    }
}

/// All operations of a document: method, path, what it says of them, and the path item.
fn operations(document: &Value) -> impl Iterator<Item = (&str, &str, &Value, &Value)> {
    let paths = document.get("paths").and_then(Value::as_object);
    paths.into_iter().flatten().flat_map(|(path, item)| {
        let methods = item.as_object().into_iter().flatten();
        let methods = methods.filter(|(_, one)| one.get("responses").is_some());
        methods.map(move |(method, one)| (method.as_str(), path.as_str(), one, item))
    })
}

/// The named servers that an operation lives on.
fn hosts(operation: &Value, item: &Value, hosts: &mut BTreeMap<String, Vec<String>>) {
    let servers = operation.get("servers").or_else(|| item.get("servers"));
    for server in servers.and_then(Value::as_array).into_iter().flatten() {
        let name = server.get("x-name").and_then(Value::as_str);
        if let (Some(name), Some(url)) = (name, url(server)) {
            let known = hosts.entry(name.to_owned()).or_default();
            if !known.contains(&url) {
                known.push(url);
            }
        }
    }
}

/// A server's URL, with what its variables are.
fn url(server: &Value) -> Option<String> {
    let mut url = server.get("url")?.as_str()?.to_owned();
    let variables = server.get("variables").and_then(Value::as_object);
    for (name, variable) in variables.into_iter().flatten() {
        let default = variable.get("default").and_then(Value::as_str);
        url.push_str(&format!(", {name} = {}", default.unwrap_or_default()));
        let values = variable.get("enum").and_then(Value::as_array);
        let values: BTreeSet<_> = values
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        if !values.is_empty() {
            let values: Vec<_> = values.into_iter().collect();
            url.push_str(&format!(" of {}", values.join(" | ")));
        }
    }
    Some(url)
}

/// What stands under `security`.
fn wants(security: &Value) -> Wants {
    let ways = security.as_array().into_iter().flatten();
    let mut wants: Wants = ways
        .filter_map(Value::as_object)
        .map(|way| {
            way.iter()
                .map(|(name, scopes)| (name.clone(), texts(scopes)))
                .collect()
        })
        .collect();
    // An empty list says that nothing is wanted.
    if wants.is_empty() {
        wants.insert(BTreeMap::new());
    }
    wants
}

fn texts(list: &Value) -> BTreeSet<String> {
    let all = list
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    all.map(str::to_owned).collect()
}

impl Scheme {
    /// Another document has one of this name as well.
    fn and(&mut self, other: &Self) {
        if !self.how.split(" | ").any(|how| how == other.how) {
            self.how.push_str(" | ");
            self.how.push_str(&other.how);
        }
        self.scopes.extend(other.scopes.iter().cloned());
    }
}

/// The scheme of a name in a document.
fn scheme(document: &Value, name: &str) -> Option<Scheme> {
    let mut at = document.pointer("/components/securitySchemes")?.get(name)?;
    // A reference to a reference to one: what leads around leads nowhere.
    for _ in 0..8 {
        let reference = at.get("$ref").and_then(Value::as_str);
        let Some(pointer) = reference.and_then(|reference| reference.strip_prefix('#')) else {
            break;
        };
        at = document.pointer(pointer)?;
    }
    let word = |key: &str| at.get(key).and_then(Value::as_str).unwrap_or_default();
    let mut scopes = BTreeSet::new();
    let how = match word("type") {
        "http" => format!("http {}", word("scheme").to_ascii_lowercase()),
        "apiKey" => format!("key in {} {}", word("in"), word("name")),
        "openIdConnect" => format!("openIdConnect by {}", word("openIdConnectUrl")),
        "oauth2" => {
            let flows = at.get("flows").and_then(Value::as_object);
            let flows = flows.into_iter().flatten().map(|(flow, said)| {
                let offered = said.get("scopes").and_then(Value::as_object);
                scopes.extend(offered.into_iter().flat_map(|all| all.keys().cloned()));
                let urls = ["authorizationUrl", "tokenUrl", "refreshUrl"];
                let urls = urls
                    .iter()
                    .filter_map(|key| Some(format!(", {key} {}", said.get(key)?.as_str()?)));
                format!("{flow}{}", urls.collect::<String>())
            });
            format!("oauth2 {}", flows.collect::<Vec<_>>().join("; "))
        }
        other => other.to_owned(),
    };
    Some(Scheme { how, scopes })
}

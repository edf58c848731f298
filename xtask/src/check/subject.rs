//! What the rules look at: a provider's documents, each whole, their operations, and the client that is made of them.

use std::path::Path;

use florin_codegen::Generated;
use serde_json::Value;

use super::finding::Found;
use super::references;
use crate::answer::Problem;
use crate::provider::Provider;
use crate::spec;
use crate::surface::{Operation as SurfaceOperation, Surface};

/// The words of a path item that are operations.
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// A document, and whose it is.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its name, as [`Provider::documents`] has it.
    pub name: String,
    /// Whether it was written by us. Otherwise what is in it is the provider's to choose, and ours to correct.
    pub by_hand: bool,
    /// With what it refers to in other files.
    pub value: Value,
}

/// An operation of a document.
#[derive(Clone, Copy, Debug)]
pub struct Operation<'a> {
    /// Whether its document was written by us.
    pub by_hand: bool,
    /// The document.
    pub document: &'a Value,
    /// In small letters.
    pub method: &'a str,
    /// With its placeholders.
    pub path: &'a str,
    /// The path item that it is in.
    pub item: &'a Value,
    /// What the document says of it.
    pub body: &'a Value,
}

impl<'a> Operation<'a> {
    /// Its `operationId`, if it has one.
    #[must_use]
    pub fn id(&self) -> Option<&'a str> {
        self.body["operationId"].as_str()
    }

    /// What it is called in findings: its `operationId`, or method and path.
    #[must_use]
    pub fn place(&self) -> String {
        self.id().map_or_else(|| self.signature(), str::to_owned)
    }

    /// Its method and path.
    #[must_use]
    pub fn signature(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }

    /// Whether it takes no token: `security: []`, or nothing but an empty requirement.
    #[must_use]
    pub fn is_public(&self) -> bool {
        let security = self.body["security"].as_array();
        security.is_some_and(|all| {
            all.iter()
                .all(|one| one.as_object().is_some_and(serde_json::Map::is_empty))
        })
    }

    /// What a reference in it leads to.
    #[must_use]
    pub fn target(&self, value: &'a Value) -> &'a Value {
        target(self.document, value)
    }

    /// Whether HTTP says of its method that it only reads.
    #[must_use]
    pub fn only_reads(&self) -> bool {
        matches!(self.method, "get" | "head" | "options" | "trace")
    }
}

impl Document {
    /// Its operations, in the order of their paths.
    #[must_use]
    pub fn operations(&self) -> Vec<Operation<'_>> {
        let paths = self.value["paths"].as_object();
        let items = paths.into_iter().flatten();
        let operations = items.flat_map(|(path, item)| {
            let item = target(&self.value, item);
            METHODS.iter().filter_map(move |method| {
                let body = item.get(*method).filter(|body| body.is_object())?;
                Some(Operation {
                    by_hand: self.by_hand,
                    document: &self.value,
                    method,
                    path,
                    item,
                    body,
                })
            })
        });
        operations.collect()
    }
}

/// What a reference leads to inside its document; anything else is itself.
#[must_use]
pub(super) fn target<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let mut value = value;
    // A ring of references leads nowhere.
    for _ in 0..32 {
        let Some(pointer) = value["$ref"].as_str().and_then(|r| r.strip_prefix('#')) else {
            return value;
        };
        match document.pointer(pointer) {
            Some(next) => value = next,
            None => return value,
        }
    }
    value
}

/// A provider, as the rules see it.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The workspace's folder.
    pub root: &'a Path,
    /// Its folder and settings.
    pub provider: &'a Provider,
    /// What could be read.
    pub documents: Vec<Document>,
    /// What couldn't.
    pub unread: Vec<Found>,
    /// The references that lead out of a document to nothing.
    pub astray: Vec<Found>,
    /// The client and its surface, or why there is none.
    pub client: Result<(Generated, Surface), Problem>,
}

impl<'a> Subject<'a> {
    /// Reads a provider, and makes its client.
    #[must_use]
    pub fn read(root: &'a Path, provider: &'a Provider) -> Self {
        let Read {
            documents,
            unread,
            astray,
        } = documents(provider);
        let client = if unread.is_empty() {
            made(provider, &documents)
        } else {
            Err("a document can't be read".to_owned().into())
        };
        Self {
            root,
            provider,
            documents,
            unread,
            astray,
            client,
        }
    }

    /// All operations, document by document.
    #[must_use]
    pub fn operations(&self) -> Vec<Operation<'_>> {
        let documents = self.documents.iter();
        documents.flat_map(Document::operations).collect()
    }

    /// What the client has of an operation; several where it takes bodies of several kinds, nothing where it is left out.
    pub fn made_of(&self, operation: &Operation<'_>) -> impl Iterator<Item = &SurfaceOperation> {
        let surface = self.client.as_ref().ok().map(|(_, surface)| surface);
        let method = operation.method.to_owned();
        let path = operation.path.split('?').next().unwrap_or_default();
        let path = path.to_owned();
        let all = surface.into_iter().flat_map(|surface| &surface.operations);
        all.filter(move |made| made.http.eq_ignore_ascii_case(&method) && made.path == path)
    }

    /// Whether `provider.toml` excuses a place from a rule.
    #[must_use]
    pub fn excuses(&self, rule: &str, place: &str) -> bool {
        let places = self.provider.settings.excused.get(rule);
        places.is_some_and(|places| places.contains_key(place))
    }
}

fn made(provider: &Provider, documents: &[Document]) -> Result<(Generated, Surface), Problem> {
    let client = spec::client(provider)?;
    let documents: Vec<_> = documents
        .iter()
        .map(|d| (d.name.as_str(), &d.value))
        .collect();
    let surface = Surface::of(&client)?.with(&documents);
    Ok((client, surface))
}

/// What was read of a provider's documents.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// Those that could be read.
    pub documents: Vec<Document>,
    /// Which of them are none, and why.
    pub unread: Vec<Found>,
    /// The references that lead out of a document to nothing.
    pub astray: Vec<Found>,
}

/// The documents of a provider, and which of them are none.
#[must_use]
pub fn documents(provider: &Provider) -> Read {
    let mut read = Read::default();
    for name in &provider.documents {
        let file = format!("{name}.yaml");
        match spec::read(&provider.document(name)) {
            Ok(bundled) => {
                for finding in &bundled.findings {
                    match references::astray(finding) {
                        Some(found) => read.astray.push(found),
                        None => {
                            read.unread
                                .push(Found::at(&file, finding.to_string(), "correct it"))
                        }
                    }
                }
                if bundled.value["openapi"].is_string() {
                    read.documents.push(Document {
                        name: name.clone(),
                        by_hand: !provider.upstream(name).is_file(),
                        value: bundled.value,
                    });
                } else {
                    read.unread.push(Found::at(
                        &file,
                        "it has no text `openapi`",
                        "see that it is a document of OpenAPI 3 in YAML",
                    ));
                }
            }
            Err(problem) => {
                let (wrong, remedy) = problem.parts();
                read.unread.push(Found::at(&file, wrong, remedy));
            }
        }
    }
    if provider.documents.is_empty() {
        read.unread.push(Found::at(
            "openapi.yaml",
            "there is no document",
            "write one, or refresh the provider with --from",
        ));
    }
    read
}

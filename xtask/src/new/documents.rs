//! The folder of a provider in `specs`: what upstream published, our corrections, and what is built from both.

use std::fs;
use std::path::{Path, PathBuf};

use florin_codegen::Source;
use serde_json::Value;
use toml_edit::{DocumentMut, value};
use url::Url;

use super::auth;
use super::names;
use super::plan::{Change, NewProvider};
use super::servers;
use crate::answer::Problem;
use crate::overlay::Overlay;
use crate::provider::{ONLY, PerDocument, Provider};
use crate::refresh::corrected;
use crate::spec;
use crate::surface::Surface;

/// What `provider.toml` says of where a document comes from.
#[derive(Clone, Debug, Default)]
pub(super) struct Origin {
    /// The address, if it can be asked again.
    pub(super) address: String,
    pub(super) read_on: String,
    pub(super) sha256: String,
    pub(super) etag: String,
    pub(super) last_modified: String,
}

/// A provider with the files of its folder in `specs`.
///
/// Made of texts alone, in normal form: the same ones make the same files, which is how `--remove` knows what has been edited.
///
/// # Errors
/// The document is none that a client can be made of.
pub(super) fn planned(
    name: &str,
    title: Option<&str>,
    upstream: &str,
    origin: &Origin,
) -> Result<(NewProvider, Vec<Change>), Problem> {
    let upstream_value = read(upstream)?;
    let info = |key: &str| {
        let text = upstream_value
            .pointer("/info")
            .and_then(|info| info.get(key));
        names::prose(text.and_then(Value::as_str).unwrap_or_default())
    };
    let type_name = names::type_name(name);
    let called = |text: String| {
        if text.is_empty() {
            type_name.clone()
        } else {
            text
        }
    };
    let contract = called(info("title"));
    let title = title.map_or_else(|| contract.clone(), |title| called(names::prose(title)));

    if !has_operations(&upstream_value) {
        return Err(Problem::new(
            "the document",
            "it has no operations",
            "look whether this is the spec, and all of it",
        ));
    }
    let overlay = overlay(&title);
    let applied = Overlay::parse("overlay.yaml", &overlay)?;
    let text = corrected(ONLY, &upstream_value, Some(&applied))?;
    let document = read(&text)?;
    let made = florin_codegen::generate(&Source {
        name: "openapi.yaml",
        text: &text,
        httpmock: false,
    })?;
    let surface = Surface::of(&made)?.with(&[(ONLY, &document)]);
    let base = Url::parse(&origin.address).ok();
    let servers = servers::of(&document, base.as_ref());
    let first = servers.first().map(|server| server.url.as_str());
    let auth = auth::of(&document, first);

    let folder = PathBuf::from("specs").join(name);
    let create = |file: &str, text: String| Change::Create {
        path: folder.join(file),
        text,
    };
    let changes = vec![
        create("upstream/openapi.yaml", upstream.to_owned()),
        create("overlay.yaml", overlay),
        create("openapi.yaml", text),
        create(
            "provider.toml",
            settings(&title, &contract, &info("version"), origin),
        ),
        create("surface.txt", surface.to_string()),
    ];
    let provider = NewProvider {
        name: name.to_owned(),
        env: name.to_ascii_uppercase(),
        type_name,
        title,
        document,
        made,
        surface,
        auth,
        servers,
    };
    Ok((provider, changes))
}

/// A document as whoever builds from it reads it.
fn read(text: &str) -> Result<Value, Problem> {
    let unwritable = |e: std::io::Error| Problem::new("a temporary folder", e, "make room for it");
    let folder = tempfile::tempdir().map_err(unwritable)?;
    let path = folder.path().join("openapi.yaml");
    fs::write(&path, text).map_err(unwritable)?;
    Ok(spec::read(&path)?.value)
}

/// Whether there is anything that could be called.
fn has_operations(document: &Value) -> bool {
    let paths = document.get("paths").and_then(Value::as_object);
    let mut items = paths.into_iter().flat_map(|paths| paths.values());
    items.any(|item| {
        let methods = item.as_object();
        methods.is_some_and(|methods| methods.values().any(|one| one.get("responses").is_some()))
    })
}

/// The corrections to begin with: none, but that upstream's own word is what each operation rests on.
fn overlay(title: &str) -> String {
    filled_overlay(
        title,
        "actions:
  - description: Each operation rests on the provider's own document.
    target: $.paths.*[?@.responses]
    update:
      x-provenance:
        path: documented
        request: documented
        response: documented
",
    )
}

fn filled_overlay(title: &str, actions: &str) -> String {
    format!(
        "# Our corrections to upstream/openapi.yaml, by the OpenAPI Overlay Specification 1.0: each an action with its reason.
# `cargo xtask refresh` applies them, in their order; one that matches nothing is an error.
#
# Corrections look like this: what may be repeated, by which header a repeat is known, what tells of a person.
#
#   - description: A payment is known by its key, says the guide in section 4.
#     target: $.paths['/payments'].post
#     update:
#       x-retry: keyed
#   - description: The header that carries it. A session makes a key where none is given, so that nobody has to.
#     target: $.paths['/payments'].post.parameters[?@.name=='Idempotency-Key']
#     update:
#       required: false
#       x-idempotency-key: true
#   - description: A bank account is somebody's.
#     target: $.components.schemas.Payee.properties.iban
#     update:
#       x-sensitive: pii

overlay: 1.0.0
info:
  title: Corrections to {title}
  version: 1.0.0
{actions}"
    )
}

fn settings(title: &str, contract: &str, version: &str, origin: &Origin) -> String {
    const FRAME: &str = r#"# Where the provider publishes its contract, when it was last read there, and what it hashed to.

name = ""
# What it is for, in a few words, as README says it.
purpose = ""
contract = ""
version = ""

[upstream]
# A page for readers, if there is one.
documentation = ""
# Where the document can be fetched. While that is empty, a refresh needs a file that the user brings.
openapi = ""
"#;
    let mut text = FRAME.parse::<DocumentMut>().unwrap_or_default();
    text["name"] = value(title);
    text["contract"] = value(contract);
    text["version"] = value(version);
    let upstream = &mut text["upstream"];
    upstream["openapi"] = value(&origin.address);
    upstream["read_on"] = value(&origin.read_on);
    upstream["sha256"] = value(&origin.sha256);
    for (key, mark) in [
        ("etag", &origin.etag),
        ("last_modified", &origin.last_modified),
    ] {
        if !mark.is_empty() {
            upstream[key] = value(mark);
        }
    }
    text.to_string()
}

/// What `provider.toml` says now, to plan the same again.
///
/// # Errors
/// There is no such provider, or it was not made by `new`.
pub(super) fn written(root: &Path, name: &str) -> Result<(String, String, Origin), Problem> {
    let folder = root.join("specs").join(name);
    let provider = Provider::read(&folder)?;
    let upstream = provider.upstream(ONLY);
    let text = fs::read_to_string(&upstream).map_err(|e| {
        let wrong = format!("it can't be read, so this is no provider that `new` has made ({e})");
        Problem::new(upstream.display(), wrong, "remove the provider by hand")
    })?;
    let said = provider.settings.upstream;
    let of = |text: &PerDocument| text.of(ONLY).unwrap_or_default().to_owned();
    let origin = Origin {
        address: of(&said.openapi),
        read_on: of(&said.read_on),
        sha256: of(&said.sha256),
        etag: of(&said.etag),
        last_modified: of(&said.last_modified),
    };
    Ok((provider.settings.name, text, origin))
}

//! Where each document of a provider is to be had: what the command line says, or else what `provider.toml` says.

use std::collections::BTreeMap;
use std::path::Path;

use crate::answer::Problem;
use crate::provider::{ONLY, Provider};
use crate::source::{Address, Marks, Named, Origin, in_folder};

/// Where a document is, and the marks of what was last read there.
pub(super) struct Place {
    pub(super) origin: Origin,
    pub(super) marks: Marks,
    /// Whether it is the address that `provider.toml` names.
    pub(super) is_recorded: bool,
}

/// By document. One that isn't in it is nowhere to be had now.
pub(super) type Places = BTreeMap<String, Place>;

/// The places by `provider.toml`.
pub(super) fn recorded(provider: &Provider) -> Result<Places, Problem> {
    let upstream = &provider.settings.upstream;
    let known = provider
        .documents
        .iter()
        .filter_map(|d| Some((d, upstream.openapi.of(d)?)));
    let mut places = Places::new();
    for (document, url) in known {
        let place = provider.folder.join("provider.toml").display().to_string();
        let address = Address::read(url, Named::InSettings, &place)?;
        places.insert(
            document.clone(),
            at(provider, document, Origin::Web(address)),
        );
    }
    Ok(places)
}

/// The places by `--from`: a file or an address of one document, or a folder with files of the documents' names.
pub(super) fn given(provider: &Provider, from: &str) -> Result<Places, Problem> {
    let origin = Origin::given(from)?;
    if let Origin::File(folder) = &origin
        && folder.is_dir()
    {
        return in_one(provider, folder);
    }
    let document = if provider.has_domains() {
        let name = origin.file_name();
        let stem = name
            .rsplit_once('.')
            .map_or(name.as_str(), |(stem, _)| stem);
        let found = provider.documents.iter().find(|document| *document == stem);
        found.map(String::as_str).ok_or_else(|| {
            let wrong = format!("`{stem}` is none of the documents of {}", provider.name);
            Problem::new("--from", wrong, &known(provider))
        })?
    } else {
        ONLY
    };
    Ok([(document.to_owned(), at(provider, document, origin))].into())
}

fn in_one(provider: &Provider, folder: &Path) -> Result<Places, Problem> {
    let mut places = Places::new();
    for document in &provider.documents {
        if let Some(file) = in_folder(folder, document)? {
            places.insert(document.clone(), at(provider, document, Origin::File(file)));
        }
    }
    if places.is_empty() {
        let wrong = format!("the folder has none of the documents of {}", provider.name);
        return Err(Problem::new(folder.display(), wrong, &known(provider)));
    }
    Ok(places)
}

fn known(provider: &Provider) -> String {
    format!(
        "they are called {}, with .yaml, .yml or .json",
        provider.documents.join(", ")
    )
}

fn at(provider: &Provider, document: &str, origin: Origin) -> Place {
    let upstream = &provider.settings.upstream;
    let url = upstream.openapi.of(document);
    let is_recorded = url.is_some_and(|url| origin.is(url));
    // Nothing is asked for what is newer than something that isn't here any more.
    let marks = if is_recorded && provider.upstream(document).is_file() {
        Marks {
            etag: upstream.etag.of(document).map(str::to_owned),
            last_modified: upstream.last_modified.of(document).map(str::to_owned),
        }
    } else {
        Marks::default()
    };
    Place {
        origin,
        marks,
        is_recorded,
    }
}

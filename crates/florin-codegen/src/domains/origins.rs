//! What of the one document came from which file, for messages and for what to keep.

use std::collections::BTreeMap;

use crate::error::{Error, Place};
use crate::spec::several_bodies::route;
use crate::spec::unescape;

/// The files, and what each has.
pub(crate) struct Origins {
    /// What all of them are called together.
    name: String,
    files: Vec<File>,
    /// By path and method, or another key of a path item.
    operations: BTreeMap<(String, String), usize>,
    /// By section and name.
    components: BTreeMap<(String, String), usize>,
}

struct File {
    name: String,
    is_shared: bool,
    enabled: bool,
}

impl Origins {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            files: Vec::new(),
            operations: BTreeMap::new(),
            components: BTreeMap::new(),
        }
    }

    pub(super) fn file(&mut self, name: &str, is_shared: bool, enabled: bool) -> usize {
        self.files.push(File {
            name: name.to_owned(),
            is_shared,
            enabled,
        });
        self.files.len() - 1
    }

    pub(super) fn operation(&mut self, file: usize, path: &str, method: &str) {
        let key = (path.to_owned(), method.to_owned());
        self.operations.insert(key, file);
    }

    pub(super) fn component(&mut self, file: usize, section: &str, name: &str) {
        let key = (section.to_owned(), name.to_owned());
        self.components.insert(key, file);
    }

    /// Whether the client has this operation.
    pub(crate) fn has_operation(&self, path: &str, method: &str) -> bool {
        let file = self.operations.get(&(route(path), method.to_owned()));
        file.and_then(|at| self.files.get(*at))
            .is_some_and(|file| file.enabled || file.is_shared)
    }

    /// The schemas that the client has whether or not it needs them: those of the domains that are enabled.
    pub(super) fn own_schemas(&self) -> Vec<String> {
        let schemas = self.components.iter().filter_map(|((section, name), at)| {
            let file = self.files.get(*at)?;
            (section == "schemas" && file.enabled && !file.is_shared).then(|| name.clone())
        });
        schemas.collect()
    }

    /// Gives an error the file that its place is in, unless it has one.
    pub(super) fn in_its_file(&self, error: Error) -> Error {
        let file = self.file_of(error.place()).to_owned();
        error.in_file(&file)
    }

    /// The file that a place is in.
    pub(super) fn file_of(&self, place: &Place) -> &str {
        let of_operation = |path: &str, method: Option<&str>| {
            let path = route(path);
            let mut matching = self
                .operations
                .iter()
                .filter(|((p, m), _)| *p == path && method.is_none_or(|method| m == method));
            matching.next().map(|(_, at)| *at)
        };
        let at = match place {
            Place::Operation(method, path, _) => of_operation(path, Some(method)),
            Place::Pointer(pointer) => {
                let pieces: Vec<_> = pointer.split('/').map(unescape).collect();
                let pieces: Vec<_> = pieces.iter().map(String::as_str).collect();
                match pieces[..] {
                    ["#", "paths", path] => of_operation(path, None),
                    ["#", "paths", path, method, ..] => of_operation(path, Some(method)),
                    ["#", "components", section, name, ..] => {
                        let key = (section.to_owned(), name.to_owned());
                        self.components.get(&key).copied()
                    }
                    // `shared.yaml`, whose `info` it is.
                    ["#", "info", ..] => Some(0),
                    _ => None,
                }
            }
            Place::File | Place::Line(_) => None,
        };
        let file = at.and_then(|at| self.files.get(at));
        file.map_or(&self.name, |file| &file.name)
    }
}

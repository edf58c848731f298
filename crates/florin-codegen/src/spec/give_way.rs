//! What a pass can't take gives way, so that the rest of the spec becomes a client.
//!
//! An error that stands in an operation leaves that operation out; one that stands in a named schema makes it any JSON,
//! which keeps every operation with it usable. Both are told.

use serde_json::json;

use super::{METHODS, SCHEMAS, Spec, text, unescape};
use crate::error::{Error, Place};
use crate::finding::Finding;

impl Spec {
    /// Tells of something that is taken in another way than it is written.
    pub(crate) fn taken(
        &mut self,
        pointer: impl Into<String>,
        wrong: impl Into<String>,
        how: impl Into<String>,
    ) {
        let finding = Finding::taken(Place::Pointer(pointer.into()), wrong, how);
        self.find(finding);
    }

    /// Tells it, once.
    pub(crate) fn find(&mut self, finding: Finding) {
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// Leaves an operation out and tells why. `false` where there is none.
    pub(crate) fn leave_out(&mut self, method: &str, path: &str, wrong: &str) -> bool {
        let item = self
            .root
            .get_mut("paths")
            .and_then(|paths| paths.get_mut(path)?.as_object_mut());
        let method = method.to_lowercase();
        let Some(operation) = item.and_then(|item| item.remove(&method)) else {
            return false;
        };
        let id = operation.as_object().and_then(|o| text(o, "operationId"));
        let place = Place::Operation(method, path.to_owned(), id.map(Into::into));
        self.find(Finding::left_out(place, wrong));
        true
    }

    /// Removes what the error is about. `false` where it has no such place: then nothing can be made of the spec.
    pub(crate) fn give_way(&mut self, error: &Error) -> bool {
        if error.is_strict() {
            return false;
        }
        match error.place() {
            Place::Operation(method, path, _) => self.leave_out(method, path, error.wrong()),
            Place::Pointer(pointer) => {
                let pieces: Vec<_> = pointer.split('/').map(unescape).collect();
                let pieces: Vec<_> = pieces.iter().map(String::as_str).collect();
                match pieces[..] {
                    ["#", "paths", path, method, ..] if METHODS.contains(&method) => {
                        self.leave_out(method, path, error.wrong())
                    }
                    ["#", "components", "schemas", name, ..] => self.loosen(name, error),
                    _ => false,
                }
            }
            Place::File | Place::Line(_) => false,
        }
    }

    fn loosen(&mut self, name: &str, error: &Error) -> bool {
        let any = json!({});
        let slot = self
            .root
            .pointer_mut("/components/schemas")
            .and_then(|schemas| schemas.get_mut(name));
        match slot {
            Some(schema) if *schema != any => {
                *schema = any;
                let pointer = format!("{SCHEMAS}{}", super::escape(name));
                self.taken(pointer, error.wrong(), "it is any JSON");
                true
            }
            _ => false,
        }
    }
}

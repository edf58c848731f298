//! What has been put right, grouped: a mistake that a document makes in a thousand places is one finding.

use std::collections::BTreeMap;

use super::{Spec, escape};

/// What is to be told, and where the walk is.
#[derive(Debug, Default)]
pub(crate) struct Told {
    place: Vec<String>,
    /// What is wrong and what came of it, to the first place and how many there are.
    found: BTreeMap<(String, String), (String, usize)>,
}

impl Told {
    /// Goes on inside.
    pub(crate) fn within<R>(&mut self, key: &str, f: impl FnOnce(&mut Self) -> R) -> R {
        self.place.push(escape(key));
        let result = f(self);
        self.place.pop();
        result
    }

    /// Notes what is wrong at this place.
    pub(crate) fn add(&mut self, wrong: impl Into<String>, how: impl Into<String>) {
        let pointer = format!("#/{}", self.place.join("/"));
        self.at(&pointer, wrong, how);
    }

    /// Notes what is wrong at another place.
    pub(crate) fn at(&mut self, pointer: &str, wrong: impl Into<String>, how: impl Into<String>) {
        let known = self.found.entry((wrong.into(), how.into()));
        known.or_insert_with(|| (pointer.to_owned(), 0)).1 += 1;
    }

    /// Tells it.
    pub(crate) fn tell(self, spec: &mut Spec) {
        for ((wrong, how), (pointer, count)) in self.found {
            let wrong = match count {
                0 | 1 => wrong,
                2 => format!("{wrong}, here and in another place"),
                _ => format!("{wrong}, here and in {} other places", count - 1),
            };
            spec.taken(pointer, wrong, how);
        }
    }
}

//! One finding for a construct, however often it stands in a document.

use std::collections::BTreeMap;

use crate::spec::Spec;

/// How many places are named; the rest is counted.
const NAMED: usize = 4;

/// What is to be told, by what is wrong and what came of it.
#[derive(Default)]
pub(super) struct Told(BTreeMap<(String, &'static str), Vec<String>>);

impl Told {
    pub(super) fn add(&mut self, wrong: impl Into<String>, how: &'static str, pointer: &str) {
        let places = self.0.entry((wrong.into(), how)).or_default();
        places.push(pointer.to_owned());
    }

    /// Tells all of it, each in its first place.
    pub(super) fn tell(self, spec: &mut Spec) {
        for ((wrong, how), places) in self.0 {
            let Some((first, others)) = places.split_first() else {
                continue;
            };
            let mut wrong = wrong;
            if !others.is_empty() {
                let named = others.len().min(NAMED);
                wrong.push_str(&format!(" (as in {}", others[..named].join(", ")));
                if others.len() > named {
                    wrong.push_str(&format!(" and {} more places", others.len() - named));
                }
                wrong.push(')');
            }
            spec.taken(first, wrong, how);
        }
    }
}

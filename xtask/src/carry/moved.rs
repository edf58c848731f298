//! Where that which an overlay is for is by now: upstream has renamed its types or moved its operations, and the places of
//! what is the same thing are those that carrying would bring our words to.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::document::{Document, component_name};
use super::{Carrying, operations, schemas, told};
use crate::overlay::target::{Location, Target};

/// More places than one action is for by meaning.
const PLACES: usize = 20;

/// What stands where in another version of a document.
pub struct Moved {
    beside: BTreeMap<Location, BTreeSet<Location>>,
}

impl Moved {
    /// Finds what of a document is where in the one that takes its place.
    #[must_use]
    pub fn between(before: &Value, after: &Value) -> Self {
        let mut carrying = Carrying::of(before, after);
        operations::carry(&mut carrying);
        schemas::carry(&mut carrying);
        Self {
            beside: carrying.beside,
        }
    }

    /// The targets in `after` of what a target matches in `before`; none where any of it isn't found.
    pub(crate) fn targets(&self, target: &Target, before: &Value, after: &Value) -> Vec<String> {
        let located = target.locate(before);
        if located.len() > PLACES {
            return Vec::new();
        }
        let mut targets = BTreeSet::new();
        for location in &located {
            let Some(now) = self.find(location, Document(after)) else {
                return Vec::new();
            };
            targets.insert(told::target(Document(after), &now));
        }
        targets.into_iter().collect()
    }

    /// Where a place is now: where the nearest thing around it is that is known, by the same steps from there.
    fn find(&self, location: &Location, after: Document<'_>) -> Option<Location> {
        (1..=location.len()).rev().find_map(|end| {
            let (known, steps) = location.split_at_checked(end)?;
            let mut there: Vec<_> = self.beside.get(known)?.iter().collect();
            // What has a name of its own is where the other has one.
            let is_named = component_name(known).is_some();
            there.sort_by_key(|place| component_name(place).is_some() != is_named);
            there.into_iter().find_map(|place| {
                let place = [place.as_slice(), steps].concat();
                after.get(&place).map(|_| place)
            })
        })
    }
}

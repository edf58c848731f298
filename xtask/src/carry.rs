//! Our own words, brought from a spec that was written by hand to the upstream document that takes its place.
//!
//! The day somebody holds a provider's real spec, it says more than ours in every respect but these: what may be repeated
//! and under which key, what must not be shown, which number is a rate, what a value is also spelt as. Losing one of them in
//! silence would show a secret in a log, or send a payment twice. So each finds its place in the upstream document, as an
//! action of a first `overlay.yaml`, or is told as lost.
//!
//! Places are the same where the same thing is sent: an operation by its method and path, whatever its path parameters are
//! called (`operations.rs`), a parameter by where it is and its name (`parts.rs`), a field by the names that lead to it from
//! there, or from a schema of the same name (`schemas.rs`). What a place can't have (`fits.rs`) would be refused by the
//! generator, and is told. Each place has an action of its own, so that one which upstream takes away later is an error then.

mod document;
mod facts;
mod fits;
mod moved;
mod operations;
mod parts;
mod renamed;
mod schemas;
#[cfg(test)]
mod tests;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::overlay::target::{Location, Step, written};
use document::Document;

pub use moved::Moved;

/// What became of the words of a spec that was written by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// The text of an `overlay.yaml`; `None` where there is nothing to say.
    pub overlay: Option<String>,
    /// How many words found a place, or are there already.
    pub kept: usize,
    /// What found none: a line for each place, with what stood there and why it is lost.
    pub lost: Vec<String>,
}

/// Brings the words of `by_hand` to `upstream`, which is left as it is.
#[must_use]
pub fn carried(by_hand: &Value, upstream: &Value) -> Carried {
    let mut carrying = Carrying::of(by_hand, upstream);
    operations::carry(&mut carrying);
    schemas::carry(&mut carrying);
    told::told(&carrying)
}

/// Whether a reference within a document leads to something in it.
pub(crate) fn leads(document: &Value, reference: &str) -> bool {
    Document(document).referred(reference).is_some()
}

/// A word in a place of the spec that was written by hand.
type Fact = (Location, String);

struct Carrying<'a> {
    ours: Document<'a>,
    theirs: Document<'a>,
    fits: fits::Fits,
    /// Schemas that are for the same thing and are still to be looked at: ours, and theirs.
    pairs: Vec<(Location, Location)>,
    seen: BTreeSet<(Location, Location)>,
    /// What our types are called upstream.
    named: BTreeMap<String, BTreeSet<String>>,
    /// What is known to be inside of something (`x-holds`): of ours, for theirs.
    held: Vec<(Location, Location, Value)>,
    /// What is to be said in the upstream document, by place.
    said: BTreeMap<Location, Map<String, Value>>,
    kept: BTreeSet<Fact>,
    /// Why a word could not be said where it belongs.
    refused: BTreeMap<Fact, String>,
    /// What is the same thing: the places of theirs, by ours.
    beside: BTreeMap<Location, BTreeSet<Location>>,
}

impl<'a> Carrying<'a> {
    /// With the types of one name beside each other.
    fn of(ours: &'a Value, theirs: &'a Value) -> Self {
        let (ours, theirs) = (Document(ours), Document(theirs));
        let location = |name| document::component("schemas", name);
        let pairs = schemas::of_one_name(ours, theirs).into_iter();
        Self {
            ours,
            theirs,
            fits: fits::Fits::of(theirs),
            pairs: pairs
                .map(|(one, other)| (location(one), location(other)))
                .collect(),
            seen: BTreeSet::new(),
            named: BTreeMap::new(),
            held: Vec::new(),
            said: BTreeMap::new(),
            kept: BTreeSet::new(),
            refused: BTreeMap::new(),
            beside: BTreeMap::new(),
        }
    }

    /// Notes that two places are for the same thing.
    fn meet(&mut self, one: &[Step], other: &[Step]) {
        let others = self.beside.entry(one.to_vec()).or_default();
        others.insert(other.to_vec());
    }

    /// Says a word of ours at a place of theirs, if it fits there.
    fn say(&mut self, from: &[Step], word: &str, value: &Value, to: &Location) {
        let fact = (from.to_vec(), word.to_owned());
        let there = self.theirs.get(to).and_then(|place| place.get(word));
        let said = self.said.get(to).and_then(|words| words.get(word));
        match said.or(there) {
            Some(same) if same == value => {
                self.kept.insert(fact);
                return;
            }
            // A secret is one, whatever else says that it is only personal.
            Some(other) if word == "x-sensitive" && value != "secret" && other == "secret" => {
                self.kept.insert(fact);
                return;
            }
            Some(_) if word == "x-sensitive" || (word == "operationId" && said.is_none()) => {}
            Some(other) => {
                let why = format!("upstream's place has `{other}`");
                self.refused.entry(fact).or_insert(why);
                return;
            }
            None => {}
        }
        match self
            .fits
            .why_not(self.theirs, to, word, value, self.said.get(to))
        {
            Some(why) => {
                let why = format!("{why} (`{}`)", written(to));
                self.refused.entry(fact).or_insert(why);
            }
            None => {
                let words = self.said.entry(to.clone()).or_default();
                words.insert(word.to_owned(), value.clone());
                if words
                    .get("x-sensitive")
                    .is_some_and(|kind| kind == "secret")
                {
                    // A secret is kept as such, and nothing else.
                    words.remove("x-as-sent");
                }
                self.kept.insert(fact);
            }
        }
    }
}

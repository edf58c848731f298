//! What changed between two surfaces, and what that means for who uses the client.
//!
//! **Breaking** is what makes a build fail that worked, and what builds as before and does something else than it did: a
//! request that goes elsewhere, a failure that is repeated now, a value that is shown now. The second kind is told apart,
//! since no compiler finds it. **Additive** is what no user has to do anything about. **Documentation** is the rest: what
//! the spec tells, and how sure it is.
//!
//! What is taken for granted of a user:
//!
//! - A value is made by its builder, or by a literal that ends in `..Default::default()`; a pattern on a struct ends in
//!   `..`. So a field that need not be set is additive. A type loses `Default` with its first field that has to be set, and
//!   that is breaking for itself.
//! - A `match` on what is `#[non_exhaustive]` has an arm for the rest. So a value of a list, an alternative of a union
//!   and a status of an answer are additive, although they came as `Unknown` or `Other` so far.
//!
//! A field is public, so another Rust type of it is breaking, whether its struct is sent, read or both: a request may be
//! looked into before it is sent. That is so where it becomes optional or may be `null`, too (`T`, then `Option<T>`), and the
//! other way round. A list that has to be set now has the type that it had: it builds, and a builder without it makes no
//! value. A field that is new in an answer and always there is additive, and told with what comes of it: an answer without it,
//! or one that was stored before, isn't read.
//!
//! An `operationId` that is spelt otherwise may make the same method. It builds, and does something else: a ledger keeps it
//! from one process to the next.
//!
//! Where requests go and who authorises them is known from the documents alone, and builds anyway: another server, scheme or
//! scope is breaking, a further server or a further way to be authorised is additive. An operation that moves to another
//! domain needs another cargo feature, and builds no more without it.
//!
//! Whether an operation may be repeated is about money, so any change of it is breaking, towards more repeats and towards
//! fewer. A key or a status while in progress that comes new is additive.
//!
//! Types and arguments that only got another name are told as that, once, and not again wherever they are used.

mod bump;
mod choices;
mod fields;
mod head;
mod operand;
mod operations;
mod page;
mod parameters;
mod renamed;
mod revision;
mod sides;
mod types;
pub mod verb;
mod words;

use serde::Serialize;

pub use bump::Bump;

use crate::surface::Surface;

/// What changed between two surfaces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// What makes a build fail, or does something else than it did.
    pub breaking: Vec<Change>,
    /// What is new, and what is wider.
    pub additive: Vec<Change>,
    /// What is told.
    pub documentation: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Change {
    /// Of what: `Client::create_loan`, `types::Loan.amount`; empty where it is about all of it.
    pub place: String,
    /// Which kind of change, as in `operation-gone`.
    pub rule: &'static str,
    /// What changed, and what comes of it.
    pub what: String,
    /// Whether users' code builds as before.
    pub builds: bool,
    /// What was told before, where words changed; `what` has it shortened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// What is told now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
}

/// What changed from `old` to `new`.
#[must_use]
pub fn between(old: &Surface, new: &Surface) -> Changes {
    let mut changes = Changes::default();
    let old = renamed::types(old, new, &mut changes);
    head::compare(&old, new, &mut changes);
    operations::compare(&old, new, &mut changes);
    types::compare(&old, new, &mut changes);
    for finding in new
        .findings
        .iter()
        .filter(|finding| !old.findings.contains(finding))
    {
        changes.tell(
            "",
            "not-taken",
            format!("not as the spec has it: {finding}"),
        );
    }
    for finding in old
        .findings
        .iter()
        .filter(|finding| !new.findings.contains(finding))
    {
        changes.tell("", "taken", format!("as the spec has it now: {finding}"));
    }
    changes.sort();
    changes
}

impl Change {
    fn new(
        place: impl Into<String>,
        rule: &'static str,
        what: impl Into<String>,
        builds: bool,
    ) -> Self {
        Self {
            place: place.into(),
            rule,
            what: what.into(),
            builds,
            ..Self::default()
        }
    }
}

impl Changes {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.breaking.is_empty() && self.additive.is_empty() && self.documentation.is_empty()
    }

    /// Adds what else changed, as of another provider.
    pub fn extend(&mut self, other: Self) {
        self.breaking.extend(other.breaking);
        self.additive.extend(other.additive);
        self.documentation.extend(other.documentation);
    }

    /// What doesn't build any more.
    pub(crate) fn breaks(
        &mut self,
        place: impl Into<String>,
        rule: &'static str,
        what: impl Into<String>,
    ) {
        let change = Change::new(place, rule, what, false);
        self.breaking.push(change);
    }

    /// What builds and does something else.
    pub(crate) fn turns(
        &mut self,
        place: impl Into<String>,
        rule: &'static str,
        what: impl Into<String>,
    ) {
        let change = Change::new(place, rule, what, true);
        self.breaking.push(change);
    }

    /// What nobody has to do anything about.
    pub(crate) fn adds(
        &mut self,
        place: impl Into<String>,
        rule: &'static str,
        what: impl Into<String>,
    ) {
        let change = Change::new(place, rule, what, true);
        self.additive.push(change);
    }

    /// What the spec tells otherwise.
    pub(crate) fn tell(
        &mut self,
        place: impl Into<String>,
        rule: &'static str,
        what: impl Into<String>,
    ) {
        let change = Change::new(place, rule, what, true);
        self.documentation.push(change);
    }

    fn sort(&mut self) {
        self.breaking
            .sort_by(|a, b| (a.builds, a).cmp(&(b.builds, b)));
        self.additive.sort();
        self.documentation.sort();
    }
}

/// A name in a message.
fn quoted(name: &str) -> String {
    format!("`{}`", name.replace('`', "'").replace(['\n', '\r'], " "))
}

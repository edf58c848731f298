//! The rules, each in a file of its name with the reason why it is one.

mod codegen;
mod error_schema;
mod operation_id;
mod overlay;
mod provenance;
mod readable;
mod retry;
mod sandbox;
mod sensitive;
mod snapshot;
mod summary;
mod surface;

use super::finding::Found;
use super::subject::Subject;

/// A rule that a provider's spec keeps to.
#[derive(Clone, Copy)]
pub struct Rule {
    /// As findings and `[excused.<rule>]` call it.
    pub name: &'static str,
    /// What it finds.
    pub look: fn(&Subject<'_>) -> Vec<Found>,
}

/// All of them, in the order in which they are asked.
pub const RULES: [Rule; 12] = [
    rule("readable", readable::look),
    rule("operation-id", operation_id::look),
    rule("summary", summary::look),
    rule("provenance", provenance::look),
    rule("retry", retry::look),
    rule("sensitive", sensitive::look),
    rule("error-schema", error_schema::look),
    rule("codegen", codegen::look),
    rule("overlay", overlay::look),
    rule("surface", surface::look),
    rule("snapshot", snapshot::look),
    rule("sandbox", sandbox::look),
];

const fn rule(name: &'static str, look: fn(&Subject<'_>) -> Vec<Found>) -> Rule {
    Rule { name, look }
}

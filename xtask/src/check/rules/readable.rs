//! `readable`: every document is one of OpenAPI 3, in YAML that says each thing once.
//!
//! What can't be read, every other rule is silent of.

use crate::check::finding::Found;
use crate::check::subject::Subject;

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    subject.unread.clone()
}

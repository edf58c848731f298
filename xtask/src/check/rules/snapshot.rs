//! `snapshot`: the request of every operation is kept as it goes over the wire.
//!
//! A change of the generator, or of a spec, that sends something else shows in a file that a person reads. A snapshot without an
//! operation is of something that is never sent again.

use crate::check::finding::Found;
use crate::check::subject::{Operation, Subject};
use crate::coverage::snapshots::Snapshots;

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let operations = subject.operations();
    let operations: Vec<_> = operations.iter().map(Operation::place).collect();
    let snapshots = Snapshots::of(subject.root, &subject.provider.name);
    let mut found = Vec::new();
    for operation in &operations {
        if !snapshots.has(operation) {
            found.push(Found::at(
                operation,
                "no snapshot of its request is kept",
                "send it in tests/tests/request_snapshots, and read what the test writes",
            ));
        }
    }
    let is_known = |name: &str| operations.iter().any(|known| known == name);
    for name in snapshots.names().filter(|name| !is_known(name)) {
        found.push(Found::at(
            name,
            "its snapshot is of no operation",
            "delete the snapshot, or call it as the operation is called now",
        ));
    }
    found
}

//! `snapshot`: the request of every operation is kept as it goes over the wire.
//!
//! A change of the generator, or of a spec, that sends something else shows in a file that a person reads. A snapshot without an
//! operation is of something that is never sent again.

use crate::check::finding::Found;
use crate::check::subject::Subject;
use crate::coverage::snapshots::Snapshots;

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let Ok((_, surface)) = &subject.client else {
        return Vec::new();
    };
    let snapshots = Snapshots::of(subject.root, &subject.provider.name);
    let operations = || surface.operations.iter().map(|known| known.id.as_str());
    let mut found = Vec::new();
    for operation in operations().filter(|operation| !snapshots.has(operation)) {
        found.push(Found::at(
            operation,
            "no snapshot of its request is kept",
            "send it in tests/tests/request_snapshots, and read what the test writes",
        ));
    }
    for name in snapshots.names() {
        if !operations().any(|known| Snapshots::name(known) == name) {
            found.push(Found::at(
                name,
                "its snapshot is of no operation",
                "delete the snapshot, or call it as the operation is called now",
            ));
        }
    }
    found
}

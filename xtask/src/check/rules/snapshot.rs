//! `snapshot`: the request of every operation is kept as it goes over the wire.
//!
//! A change of the generator, or of a spec, that sends something else shows in a file that a person reads. A snapshot without an
//! operation is of something that is never sent again, and one that is empty or another operation's keeps nothing.

use crate::check::finding::Found;
use crate::check::made_up::made_up;
use crate::check::subject::Subject;
use crate::coverage::snapshots::Snapshots;

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let Ok((_, surface)) = &subject.client else {
        return Vec::new();
    };
    let snapshots = Snapshots::of(subject.root, &subject.provider.name);
    let operations = || surface.operations.iter().map(|known| known.id.as_str());
    let mut found = Vec::new();
    let made_up = made_up(subject);
    let real = surface.operations.iter();
    for operation in real.filter(|operation| !made_up.contains(&operation.id)) {
        let (id, http, path) = (&operation.id, &operation.http, &operation.path);
        if !snapshots.has(id) {
            found.push(Found::at(
                id,
                "no snapshot of its request is kept",
                "send it in tests/tests/request_snapshots, and read what the test writes",
            ));
        } else if let Some(wrong) = snapshots.wrong(id, http, path) {
            found.push(Found::at(
                id,
                format!("its snapshot {wrong}"),
                "run the test that sends it with `INSTA_UPDATE=always`, and read what it writes",
            ));
        }
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

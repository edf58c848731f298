//! Which documents collide, and what that makes of the FVRs that hold them.

use chrono::{DateTime, Utc};

use super::fvr::Status;
use super::registry::{Match, Registry};

impl Registry {
    /// Compares a new FVR with all that stand, and rates it.
    pub(super) fn settle(&mut self, new: usize, at: DateTime<Utc>) {
        self.fvrs[new].settled = true;
        let mut collisions: Vec<(usize, Vec<[usize; 2]>)> = Vec::new();
        for mine in 0..self.fvrs[new].documents.len() {
            let fingerprint = self.fvrs[new].documents[mine].fingerprint();
            let same = self.by_fingerprint.entry(fingerprint).or_default();
            for &(other, theirs) in &*same {
                match collisions.iter_mut().find(|(known, _)| *known == other) {
                    Some((_, pairs)) => pairs.push([theirs, mine]),
                    None => collisions.push((other, vec![[theirs, mine]])),
                }
            }
            same.push((new, mine));
        }
        for (other, pairs) in collisions {
            let id = self.identifiers.next();
            let documents = pairs
                .into_iter()
                .map(|pair| (self.identifiers.next(), pair))
                .collect::<Vec<_>>();
            let index = self.matches.len();
            self.by_match.insert(id.clone(), index);
            self.by_match
                .extend(documents.iter().map(|(id, _)| (id.clone(), index)));
            self.matches.push(Match {
                id,
                fvrs: [other, new],
                found_at: at,
                documents,
            });
            self.fvrs[other].matches.push(index);
            self.fvrs[new].matches.push(index);
            if !self.rate(other, at) {
                // Its status stays, but its report has grown.
                self.note(other, at);
            }
        }
        if self.fvrs[new].finance_if_unique && self.rating(new) == Status::Unique {
            self.fvrs[new].financed = true;
        }
        self.rate_with_neighbours(new, at);
    }

    /// A cancelled FVR's documents no longer collide with anything.
    pub(super) fn forget(&mut self, fvr: usize) {
        for document in &self.fvrs[fvr].documents {
            if let Some(same) = self.by_fingerprint.get_mut(&document.fingerprint()) {
                same.retain(|(known, _)| *known != fvr);
            }
        }
    }

    pub(super) fn rate_with_neighbours(&mut self, fvr: usize, at: DateTime<Utc>) {
        self.rate(fvr, at);
        let matches = self.fvrs[fvr].matches.clone();
        for index in matches {
            self.rate(self.matches[index].other(fvr), at);
        }
    }

    /// Gives an FVR the status that is due to it. True if that is another one than before.
    fn rate(&mut self, fvr: usize, at: DateTime<Utc>) -> bool {
        let status = self.rating(fvr);
        let changed = self.fvrs[fvr].status != status;
        if changed {
            self.fvrs[fvr].status = status;
            self.note(fvr, at);
        }
        changed
    }

    fn rating(&self, index: usize) -> Status {
        let fvr = &self.fvrs[index];
        if fvr.cancelled {
            return Status::Cancelled;
        }
        if !fvr.settled {
            return Status::Pending;
        }
        if fvr.financed {
            return Status::Financed;
        }
        // Only a match under the same applicant makes a duplicate; one under another is reported, and no more.
        let mut duplicates = fvr
            .matches
            .iter()
            .map(|found| &self.fvrs[self.matches[*found].other(index)])
            .filter(|other| other.stands() && other.applicant == fvr.applicant)
            .peekable();
        if duplicates.peek().is_none() {
            Status::Unique
        } else if duplicates.any(|other| other.financed) {
            Status::DuplicateFinanced
        } else {
            Status::Duplicate
        }
    }
}

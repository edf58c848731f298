//! The way through a list that changes while it is read, one page at a time.
//!
//! The service numbers its pages: page `p` of `limit` loans begins after `(p - 1) * limit` of them. While somebody pages,
//! loans that come in push the others back, so that some are seen twice, and loans that leave the list let the others move
//! up, so that some would be passed over. To notice the second, each page after the first is asked for so that it *overlaps*
//! what has been read: with a slightly smaller limit, its page number makes it begin a little earlier. A page that holds a
//! known loan has everything that stands behind that loan, so nothing was passed over. A page that holds none may have a gap
//! before it; then the walk steps back until a page overlaps again, at the latest at the very first one.
//!
//! [`Walk`] knows nothing of the network: it says which page to ask for, is told what came, and says what of it is new.

use std::collections::HashSet;

/// What the documentation says a page holds where nothing is asked for.
pub(super) const PAGE_SIZE: u32 = 20;

/// So many answers in a row may have nothing new in them and begin with the same loan. One may be chance: as many loans came
/// in as the page lies further back.
const SAME: u32 = 5;

/// So many answers in a row may have nothing new in them at all: what was read before is pushed back by what comes in.
const IDLE: u32 = 50;

/// A page to ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// From 1.
    pub(super) page: u64,
    pub(super) limit: u64,
}

impl Window {
    /// How many stand before it.
    const fn offset(self) -> u64 {
        (self.page - 1) * self.limit
    }
}

/// The same page comes again and again.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stuck;

/// How far the list has been read.
#[derive(Debug)]
pub(super) struct Walk {
    /// The largest page to ask for.
    size: u64,
    /// The largest page that came.
    granted: u64,
    /// The first page was so small that it is taken for all there is, should nothing new ever follow it.
    may_be_all: bool,
    /// Everything that has been read.
    known: HashSet<String>,
    /// Everything that stood before this position when it was read is known.
    read_to: u64,
    /// By how much the next page is to overlap; 1 unless one page after another had a gap before it.
    back: u64,
    /// What the last answer that was taken began with.
    first: Option<String>,
    /// Answers in a row without anything new, and those among them that began as the one before.
    idle: u32,
    same: u32,
    /// How one page joins the other.
    style: Style,
    ended: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// Each page overlaps what has been read.
    Overlapping,
    /// Each page begins where the last one ended, on trust: for a service that doesn't keep to the limits asked for.
    Adjoining,
}

impl Walk {
    pub(super) fn new(size: u32) -> Self {
        Self {
            size: size.max(1).into(),
            granted: 0,
            may_be_all: false,
            known: HashSet::new(),
            read_to: 0,
            back: 1,
            first: None,
            idle: 0,
            same: 0,
            style: Style::Overlapping,
            ended: false,
        }
    }

    /// The page to ask for next; `None` once all is read. Asking again asks for the same.
    pub(super) fn next(&self) -> Option<Window> {
        if self.ended {
            return None;
        }
        let overlapping = match self.style {
            Style::Overlapping => overlapping(self.read_to, self.back, self.size),
            Style::Adjoining => None,
        };
        Some(overlapping.unwrap_or(Window {
            page: self.read_to / self.size + 1,
            limit: self.size,
        }))
    }

    /// Takes in what came for `window`, each loan by its key, and says which of them are new: their positions in `keys`.
    pub(super) fn take(&mut self, window: Window, keys: &[String]) -> Result<Vec<usize>, Stuck> {
        let count = keys.len() as u64;
        if count > window.limit {
            // Its pages have a size of their own.
            self.style = Style::Adjoining;
            self.size = count;
        }
        let limit = window.limit.max(count);
        let offset = (window.page - 1) * limit;
        let is_joined = offset == 0
            || (self.style == Style::Adjoining && offset <= self.read_to)
            || (offset == self.read_to
                && overlapping(self.read_to, self.back, self.size).is_none())
            || keys.iter().any(|key| self.known.contains(key));
        if !is_joined {
            // Whatever is left of what has been read stands before this page.
            self.read_to = offset.min(self.read_to);
            self.back = self.back.saturating_mul(2);
            return Ok(Vec::new());
        }
        let new: Vec<usize> = (0..keys.len())
            .filter(|&at| self.known.insert(keys[at].clone()))
            .collect();
        self.back = 1;
        self.read_to = offset + count;
        self.ended = count < limit && self.is_last(limit, count);
        self.granted = self.granted.max(count);
        let begins_alike = self.first.as_ref() == keys.first();
        self.first = keys.first().cloned();
        if self.ended || !new.is_empty() {
            (self.idle, self.same) = (0, 0);
            return Ok(new);
        }
        self.idle += 1;
        self.same = if begins_alike { self.same + 1 } else { 0 };
        if self.same >= SAME && self.may_be_all {
            // It passes over the page number, and has nothing more to give.
            self.ended = true;
        } else if self.same >= SAME && self.style == Style::Overlapping {
            // Maybe it is the odd limits that it can't do with.
            self.style = Style::Adjoining;
            self.same = 0;
        } else if self.same >= SAME || self.idle >= IDLE {
            self.ended = true;
            return Err(Stuck);
        }
        Ok(new)
    }

    /// Whether a page with fewer loans than asked for is the last one, rather than as large as the service gives them. One
    /// that is larger than all before it may be either, and then the next one tells: as a rule that is the first.
    fn is_last(&mut self, limit: u64, count: u64) -> bool {
        if count == 0 || limit <= self.granted {
            return true;
        }
        self.may_be_all = self.granted == 0 && count < u64::from(PAGE_SIZE);
        self.size = count;
        false
    }
}

/// The page that begins at least `back` before `read_to` and reaches farthest beyond it; `None` where a page can't do both,
/// which takes a `size` below two or a position that every number up to `size` divides.
fn overlapping(read_to: u64, back: u64, size: u64) -> Option<Window> {
    if read_to == 0 || (back > 1 && back >= read_to) {
        return Some(Window {
            page: 1,
            limit: size,
        });
    }
    let latest = read_to - back;
    let windows = (2..=size).map(|limit| Window {
        page: latest / limit + 1,
        limit,
    });
    let reach = |window: &Window| window.offset() + window.limit;
    windows
        .max_by_key(reach)
        .filter(|window| back > 1 || reach(window) > read_to)
}

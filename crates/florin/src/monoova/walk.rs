//! Page after page, by the numbers of the server: which is next, which is the last, and what is new on it.

use std::collections::HashSet;

/// So many pages in a row without anything new, and the server isn't going on.
const STALE: u32 = 3;

/// What the server says of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    pub(super) item_count: Option<u64>,
    pub(super) page: Option<u64>,
    pub(super) page_size: Option<u64>,
}

/// Why there is no going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Another page came than was asked for.
    OtherPage { asked: u64, came: u64 },
    /// Page after page holds what was there before.
    NothingNew,
}

/// Where a walk over pages is.
#[derive(Debug)]
pub(super) struct Walk {
    next: Option<u64>,
    /// How many items a page was asked to have.
    asked_size: u64,
    /// The server has said something of where it stands.
    is_counted: bool,
    seen: HashSet<String>,
    /// What was last said, for pages that say nothing.
    item_count: Option<u64>,
    page_size: Option<u64>,
    stale: u32,
}

impl Walk {
    /// From the first page on, with so many items on each.
    pub(super) fn new(asked_size: u64) -> Self {
        Self {
            next: Some(1),
            asked_size,
            is_counted: false,
            seen: HashSet::new(),
            item_count: None,
            page_size: None,
            stale: 0,
        }
    }

    /// The page to ask for; `None` at the end.
    pub(super) const fn next(&self) -> Option<u64> {
        self.next
    }

    /// Takes a page in: what tells its items from others, and what the server says of it. Gives the places of those that are
    /// new.
    pub(super) fn take(
        &mut self,
        asked: u64,
        numbers: Option<Numbers>,
        keys: &[String],
    ) -> Result<Vec<usize>, Trouble> {
        self.next = None;
        let numbers = numbers.unwrap_or_default();
        self.is_counted |= numbers != Numbers::default();
        // Where nothing is said, a page of just the size that was asked for may be one of several.
        let is_whole = !self.is_counted && keys.len() as u64 != self.asked_size;
        self.item_count = numbers.item_count.or(self.item_count);
        self.page_size = numbers
            .page_size
            .filter(|size| *size > 0)
            .or(self.page_size);
        let came = numbers.page.unwrap_or(asked);
        let is_last = is_whole || keys.is_empty() || self.ends_with(came);
        // A list that has become shorter may give its last page instead of one that is gone.
        if came != asked && !(came < asked && is_last) {
            return Err(Trouble::OtherPage { asked, came });
        }
        let new: Vec<usize> = (0..keys.len())
            .filter(|at| self.seen.insert(keys[*at].clone()))
            .collect();
        self.stale = if new.is_empty() { self.stale + 1 } else { 0 };
        // A server that has no pages gives all there is each time.
        let is_all_again = !self.is_counted && new.is_empty();
        if is_last || is_all_again || self.has_all() {
            return Ok(new);
        }
        if self.stale == STALE {
            return Err(Trouble::NothingNew);
        }
        self.next = asked.checked_add(1);
        Ok(new)
    }

    fn ends_with(&self, page: u64) -> bool {
        match (self.item_count, self.page_size) {
            (Some(count), Some(size)) => page.saturating_mul(size) >= count,
            _ => false,
        }
    }

    /// Where the server says how many there are and not how many are on a page.
    fn has_all(&self) -> bool {
        self.page_size.is_none()
            && self
                .item_count
                .is_some_and(|count| self.seen.len() as u64 >= count)
    }
}

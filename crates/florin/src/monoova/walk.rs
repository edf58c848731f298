//! Page after page, by the numbers of the server: which is next, which is the last, and what is new on it.

use std::collections::HashSet;

/// So many pages in a row without anything new, and the server isn't going on.
const STALE: u64 = 3;

/// A list that grows is read so many times at most.
const READINGS: u32 = 3;

/// What the server says of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    pub(super) item_count: Option<u64>,
    pub(super) page: Option<u64>,
    pub(super) page_size: Option<u64>,
}

impl Numbers {
    /// A count below what the page itself holds is no count of the list, and says nothing of its end.
    fn plausible(self, on_the_page: usize) -> Self {
        match self.item_count {
            Some(count) if count < on_the_page as u64 => Self {
                item_count: None,
                page_size: None,
                ..self
            },
            _ => self,
        }
    }
}

/// Why there is no going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Another page came than was asked for.
    OtherPage { asked: u64, came: u64 },
    /// Page after page holds what was there before.
    NothingNew,
    /// The list is over, and fewer items came than the server counts.
    TooFew { came: u64, count: u64 },
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
    stale: u64,
    /// Items that stood on a page twice; the server may count them twice.
    doubled: u64,
    /// How many times the list was begun.
    readings: u32,
    /// How many there were when it was last begun.
    count_at_first: Option<u64>,
    /// How many there were when it was begun for the first time.
    count_at_start: Option<u64>,
    /// How many pages the readings before had, all of which may hold nothing new this time.
    pages_before: u64,
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
            doubled: 0,
            readings: 1,
            count_at_first: None,
            count_at_start: None,
            pages_before: 0,
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
        let numbers = numbers.unwrap_or_default().plausible(keys.len());
        self.is_counted |= numbers != Numbers::default();
        // Where nothing is said, a page of just the size that was asked for may be one of several.
        let is_whole = !self.is_counted && keys.len() as u64 != self.asked_size;
        self.item_count = numbers.item_count.or(self.item_count);
        self.count_at_first = self.count_at_first.or(self.item_count);
        self.count_at_start = self.count_at_start.or(self.item_count);
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
        let new = self.new_of(keys);
        self.stale = if new.is_empty() { self.stale + 1 } else { 0 };
        // A server that has no pages gives all there is each time.
        let is_all_again = !self.is_counted && new.is_empty();
        let is_over = is_last || is_all_again || self.has_all();
        // Numbers that don't fit what comes are no end while something new does come.
        let goes_on = !new.is_empty() && self.missing().is_some();
        if is_over && !goes_on {
            return self.end(asked, new);
        }
        if self.stale == STALE + self.pages_before {
            return Err(Trouble::NothingNew);
        }
        self.next = asked.checked_add(1);
        Ok(new)
    }

    /// The places of those items that no page had before.
    fn new_of(&mut self, keys: &[String]) -> Vec<usize> {
        let new: Vec<usize> = (0..keys.len())
            .filter(|at| self.seen.insert(keys[*at].clone()))
            .collect();
        if !new.is_empty() {
            let distinct: HashSet<&String> = keys.iter().collect();
            self.doubled += (keys.len() - distinct.len()) as u64;
        }
        new
    }

    /// After the last page: well, unless the server counts more than came.
    fn end(&mut self, last: u64, new: Vec<usize>) -> Result<Vec<usize>, Trouble> {
        let Some((came, count)) = self.missing() else {
            return Ok(new);
        };
        // What was added in front meanwhile is found by another reading.
        if self.item_count > self.count_at_first && self.readings < READINGS {
            self.readings += 1;
            self.pages_before = self.pages_before.max(last);
            self.count_at_first = None;
            self.stale = 0;
            self.next = Some(1);
            return Ok(new);
        }
        // A list that grows faster than it can be read is never read whole. As many as it had at the start will do.
        if self.count_at_start.is_some_and(|start| came >= start) {
            return Ok(new);
        }
        Err(Trouble::TooFew { came, count })
    }

    /// How many came and how many there are by the latest count, where those are more.
    fn missing(&self) -> Option<(u64, u64)> {
        let came = self.seen.len() as u64 + self.doubled;
        let count = self.item_count?;
        (came < count).then_some((came, count))
    }

    fn ends_with(&self, page: u64) -> bool {
        match (self.item_count, self.page_size) {
            (Some(count), Some(size)) => page.saturating_mul(size) >= count,
            _ => false,
        }
    }

    /// Where the server says how many there are and not how many are on a page, and where a list is read another time.
    fn has_all(&self) -> bool {
        (self.page_size.is_none() || self.readings > 1)
            && self.item_count.is_some()
            && self.missing().is_none()
    }
}

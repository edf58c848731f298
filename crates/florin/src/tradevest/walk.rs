//! The way through the pages of a list, by the cursor that each page has for the next.

use std::collections::HashSet;

/// Which page is next. Knows no network.
#[derive(Debug, Default)]
pub(super) struct Walk {
    next: Next,
    /// Cursors that have led somewhere.
    used: HashSet<String>,
}

#[derive(Debug, Default)]
enum Next {
    #[default]
    First,
    At(String),
    Nothing,
}

/// A page says to go on at a cursor that has been used: the list would never end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct GoesRound;

impl Walk {
    /// The cursor of the next page: `Some(None)` for the first one. `None` where the last one has been read.
    pub(super) fn next(&self) -> Option<Option<&str>> {
        match &self.next {
            Next::First => Some(None),
            Next::At(cursor) => Some(Some(cursor)),
            Next::Nothing => None,
        }
    }

    /// The next page was read and says where to go on. An empty cursor, or none, is the end (inferred from a sample).
    pub(super) fn step(&mut self, cursor: Option<String>) -> Result<(), GoesRound> {
        let cursor = cursor.filter(|cursor| !cursor.is_empty());
        self.next = match cursor {
            None => Next::Nothing,
            Some(cursor) => {
                if !self.used.insert(cursor.clone()) {
                    self.next = Next::Nothing;
                    return Err(GoesRound);
                }
                Next::At(cursor)
            }
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cursor(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn a_list_is_walked_to_the_page_without_a_cursor() {
        for end in [None, cursor("")] {
            let mut walk = Walk::default();
            assert_eq!(walk.next(), Some(None));
            walk.step(cursor("a")).unwrap();
            assert_eq!(walk.next(), Some(Some("a")));
            walk.step(cursor("b")).unwrap();
            assert_eq!(walk.next(), Some(Some("b")));
            walk.step(end).unwrap();
            assert_eq!(walk.next(), None);
        }
    }

    #[test]
    fn a_cursor_that_leads_back_is_trouble_and_the_end() {
        for back in ["b", "a"] {
            let mut walk = Walk::default();
            walk.step(cursor("a")).unwrap();
            walk.step(cursor("b")).unwrap();
            assert_eq!(walk.step(cursor(back)), Err(GoesRound));
            assert_eq!(walk.next(), None);
        }
    }
}

//! What the spec tells, before and now, on one line.
//!
//! Formats, limits, patterns and defaults are told in words, so whoever reads both knows what they have to do about it. Long
//! ones are shortened around their first difference.

use similar::{ChangeTag, TextDiff};

use super::{Change, Changes, quoted};

impl Changes {
    /// What is told of a place, if that changed.
    pub(super) fn words(&mut self, place: impl Into<String>, was: &str, is: &str) {
        self.words_of(place, "told", was, is);
    }

    /// The same under another rule.
    pub(super) fn words_of(
        &mut self,
        place: impl Into<String>,
        rule: &'static str,
        was: &str,
        is: &str,
    ) {
        if was == is {
            return;
        }
        let (old, new) = shortened(&one_line(was), &one_line(is));
        let what = match (was.trim().is_empty(), is.trim().is_empty()) {
            (true, _) => format!("is told now: {new}"),
            (_, true) => format!("isn't told any more: {old}"),
            _ => format!("{old} → {new}"),
        };
        self.documentation.push(Change {
            place: place.into(),
            rule,
            what,
            builds: true,
            was: Some(was.to_owned()),
            is: Some(is.to_owned()),
        });
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many characters are shown before the first difference, and from there.
const BEFORE: usize = 24;
const FROM: usize = 72;

/// Both, from a little before where they first differ.
fn shortened(was: &str, is: &str) -> (String, String) {
    let diff = TextDiff::from_words(was, is);
    let same: usize = diff
        .iter_all_changes()
        .take_while(|change| change.tag() == ChangeTag::Equal)
        .map(|change| change.value().chars().count())
        .sum();
    (around(was, same), around(is, same))
}

/// What stands around a place, by characters.
fn around(text: &str, at: usize) -> String {
    let start = at.saturating_sub(BEFORE);
    // A word is shown whole, if it begins close by.
    let start = match start {
        0 => 0,
        start => text
            .chars()
            .enumerate()
            .skip(start)
            .take_while(|(place, _)| *place < at)
            .find(|(_, c)| *c == ' ')
            .map_or(start, |(place, _)| place + 1),
    };
    let mut shown: String = text.chars().skip(start).take(at - start + FROM).collect();
    if start + shown.chars().count() < text.chars().count() {
        shown.push('…');
    }
    if start > 0 {
        shown.insert(0, '…');
    }
    quoted(&shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(was: &str, is: &str) -> String {
        let mut changes = Changes::default();
        changes.words("types::Loan.amount", was, is);
        changes.documentation.remove(0).what
    }

    #[test]
    fn old_and_new_words_are_told_on_one_line() {
        assert_eq!(
            told("Maximum 100", "Maximum 50"),
            "`Maximum 100` → `Maximum 50`"
        );
        assert_eq!(told("", "At most 50."), "is told now: `At most 50.`");
        assert_eq!(told("A `b`.\n\nC.", ""), "isn't told any more: `A 'b'. C.`");
    }

    #[test]
    fn long_words_are_shortened_around_their_first_difference() {
        let long = "What the lender pays out, before fees. ".repeat(4);
        let (was, is) = (
            format!("{long}At most 100. {long}"),
            format!("{long}At most 50. {long}"),
        );
        let said = told(&was, &is);
        assert!(
            said.starts_with("`…before fees. At most 100. What"),
            "{said}"
        );
        assert!(
            said.contains("…` → `…before fees. At most 50. What"),
            "{said}"
        );
        assert!(said.chars().count() < 230, "{said}");
        let mut changes = Changes::default();
        changes.words("", &was, &is);
        assert_eq!(changes.json()["documentation"][0]["was"], was);
        assert_eq!(changes.json()["documentation"][0]["is"], is);
    }
}

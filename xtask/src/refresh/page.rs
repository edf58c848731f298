//! The page that a person reads before the crates change: what a user feels of it, what is left out, what was lost.

use std::fmt::Write as _;

use crate::diff::Changes;

/// What stands on it beside the changes.
#[derive(Default)]
pub(super) struct Remarks {
    /// What the source had that is taken in another way than it is written.
    pub(super) read: Vec<String>,
    /// How many words of ours were brought over.
    pub(super) carried: usize,
    /// Those that found no place, with their document.
    pub(super) lost: Vec<String>,
    /// What our corrections leave in a state that upstream doesn't have it in.
    pub(super) spoiled: Vec<String>,
    /// Actions of an overlay that have another target now.
    pub(super) moved: Vec<String>,
    /// Those that an overlay doesn't have yet.
    pub(super) unsaid: Vec<String>,
    /// Documents of which nothing came.
    pub(super) untouched: Vec<String>,
}

impl Remarks {
    /// Whether something would be gone, of ours or by our doing, without anybody having said so.
    pub(super) fn loses(&self) -> bool {
        !self.lost.is_empty() || !self.unsaid.is_empty() || !self.spoiled.is_empty()
    }
}

/// The page of a provider.
pub(super) fn page(name: &str, changes: &Changes, remarks: &Remarks) -> String {
    let mut page = changes.markdown(name);
    if !page.ends_with('\n') {
        page.push('\n');
    }
    section(&mut page, "Noticed in reading", &remarks.read);
    if remarks.carried > 0 {
        let words = remarks.carried;
        let _ = write!(
            page,
            "\n## Our own words\n\n{words} were brought over from the document written by hand.\n"
        );
    }
    section(&mut page, "Spoiled by our corrections", &remarks.spoiled);
    section(&mut page, "Corrections that were moved", &remarks.moved);
    section(
        &mut page,
        "Our own words that found no place",
        &remarks.lost,
    );
    section(
        &mut page,
        "Our own words that the overlay doesn't have",
        &remarks.unsaid,
    );
    if !remarks.untouched.is_empty() {
        let _ = write!(
            page,
            "\nNothing came of: {}.\n",
            remarks.untouched.join(", ")
        );
    }
    // What a spec says must not move the cursor of who reads the page.
    let shown = |c: char| {
        if c.is_control() && c != '\n' {
            '\u{fffd}'
        } else {
            c
        }
    };
    page.chars().map(shown).collect()
}

fn section<'a>(page: &mut String, title: &str, lines: impl IntoIterator<Item = &'a String>) {
    let lines: Vec<_> = lines
        .into_iter()
        .map(|line| format!("- {line}\n"))
        .collect();
    if !lines.is_empty() {
        let _ = write!(page, "\n## {title}\n\n{}", lines.concat());
    }
}

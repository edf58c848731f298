//! The changes as a page for readers, and as JSON for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Bump, Change, Changes};

impl Changes {
    /// A Markdown page under this title: the bump that follows, then what changed, by class, one change per line.
    #[must_use]
    pub fn markdown(&self, title: &str) -> String {
        let mut page = format!("# {}\n\n{}\n", escaped(title), self.said());
        let (turned, broken): (Vec<&Change>, Vec<&Change>) =
            self.breaking.iter().partition(|change| change.builds);
        section(&mut page, "Breaking: builds no more", &broken);
        section(
            &mut page,
            "Breaking: builds, and does something else",
            &turned,
        );
        section(
            &mut page,
            "Additive",
            &self.additive.iter().collect::<Vec<_>>(),
        );
        section(
            &mut page,
            "Documentation",
            &self.documentation.iter().collect::<Vec<_>>(),
        );
        page
    }

    /// In one line: how much changed, and which version follows.
    fn said(&self) -> String {
        if self.is_empty() {
            return "Nothing changed that a user sees.".to_owned();
        }
        let bump = self.bump();
        let example = |version: &str| {
            let after = bump.after(version).unwrap_or_default();
            format!("{version} → {after}")
        };
        format!(
            "{} breaking, {} additive, {} documentation. Bump: **{}** ({}, {}).",
            self.breaking.len(),
            self.additive.len(),
            self.documentation.len(),
            bump.name(),
            example("0.1.0"),
            example("1.0.0"),
        )
    }

    /// The same for programs: `bump`, and each class as a list of `{place, rule, what, builds}`,
    /// and `was` and `is` where what changed is words.
    #[must_use]
    pub fn json(&self) -> Value {
        let Self {
            breaking,
            additive,
            documentation,
        } = self;
        let bump: Bump = self.bump();
        json!({
            "bump": bump,
            "breaking": breaking,
            "additive": additive,
            "documentation": documentation,
        })
    }
}

fn section(page: &mut String, title: &str, changes: &[&Change]) {
    if changes.is_empty() {
        return;
    }
    // Writing into a text does not fail.
    let _ = writeln!(page, "\n## {title}\n");
    for change in changes {
        let _ = match change.place.as_str() {
            "" => writeln!(page, "- {}", escaped(&change.what)),
            place => writeln!(page, "- `{place}`: {}", escaped(&change.what)),
        };
    }
}

/// Text that Markdown would take for something else: outside of `code`, `<` would start HTML; a line is one line.
fn escaped(text: &str) -> String {
    let mut is_code = false;
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '`' => {
                is_code = !is_code;
                escaped.push(c);
            }
            '\n' | '\r' => escaped.push(' '),
            '<' | '*' | '_' | '[' | '#' | '|' | '\\' if !is_code => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_classes_that_there_are_and_one_line_for_each_change() {
        let mut changes = Changes::default();
        assert_eq!(
            changes.markdown("Lender"),
            "# Lender\n\nNothing changed that a user sees.\n"
        );
        changes.breaks(
            "Client::get_loan",
            "operation-gone",
            "is gone (GET /loans/{loan_id})",
        );
        changes.turns(
            "types::Loan.id",
            "field-wire",
            "is `a_b` on the wire\ninstead of `c`",
        );
        let page = changes.markdown("Lender");
        assert_eq!(
            page,
            "# Lender\n\n2 breaking, 0 additive, 0 documentation. Bump: **major** (0.1.0 → 0.2.0, 1.0.0 → 2.0.0).\n\n\
             ## Breaking: builds no more\n\n- `Client::get_loan`: is gone (GET /loans/{loan\\_id})\n\n\
             ## Breaking: builds, and does something else\n\n- `types::Loan.id`: is `a_b` on the wire instead of `c`\n"
        );
        assert_eq!(changes.json()["bump"], "major");
        assert_eq!(changes.json()["breaking"][0]["rule"], "operation-gone");
    }
}

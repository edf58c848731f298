//! A Markdown table.

use std::fmt::Write as _;

/// Rows under a heading; the first column is text, the others are numbers.
pub(crate) struct Table {
    heading: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(heading: &[&'static str]) -> Self {
        Self {
            heading: heading.to_vec(),
            rows: Vec::new(),
        }
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    pub(crate) fn to_markdown(&self) -> String {
        let mut text = line(self.heading.iter().copied());
        text += &line(
            self.heading
                .iter()
                .enumerate()
                .map(|(column, _)| if column == 0 { "---" } else { "---:" }),
        );
        for row in &self.rows {
            text += &line(row.iter().map(String::as_str));
        }
        text
    }
}

fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let mut text = "|".to_owned();
    for cell in cells {
        let _ = write!(text, " {cell} |");
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_on_the_right() {
        let mut table = Table::new(&["what", "how much"]);
        table.row(["a".to_owned(), "1".to_owned()]);
        assert_eq!(
            table.to_markdown(),
            "| what | how much |\n| --- | ---: |\n| a | 1 |\n"
        );
    }
}

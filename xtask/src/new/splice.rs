//! Texts put into files that others share, and taken out again, without touching a character beside them.

use std::path::Path;

use super::entry::Entry;
use crate::answer::Problem;

/// The message for a change that doesn't fit its file.
pub(super) fn unfit(path: &Path, text: &str, why: &str) -> Problem {
    let wrong = format!("`{}` {why}", text.trim_end());
    Problem::new(path.display(), wrong, "see what became of the file")
}

/// Where the one line starts that begins so.
pub(super) fn line_that_begins(path: &Path, file: &str, with: &str) -> Result<usize, Problem> {
    let mut places = starts(file, with);
    match (places.next(), places.next()) {
        (Some(at), None) => Ok(at),
        (None, _) => Err(unfit(path, with, "begins no line of it")),
        (Some(_), Some(_)) => Err(unfit(path, with, "begins several lines of it")),
    }
}

/// Where lines start that begin so.
pub(super) fn starts<'f>(file: &'f str, with: &'f str) -> impl Iterator<Item = usize> + 'f {
    let found = file.match_indices(with).map(|(at, _)| at);
    found.filter(|at| *at == 0 || file.as_bytes().get(at - 1) == Some(&b'\n'))
}

/// The file with another list on the first line that begins so.
pub(super) fn in_list(
    path: &Path,
    file: &str,
    list: &str,
    change: impl FnOnce(&mut Vec<String>) -> Result<(), Problem>,
) -> Result<Entry, Problem> {
    let at = starts(file, list).next();
    let at = at.ok_or_else(|| unfit(path, list, "begins no line of it"))? + list.len();
    let (head, rest) = file.split_at(at);
    let mut items = Vec::new();
    let mut item = String::new();
    let mut depth = 0_usize;
    let mut in_text = false;
    let mut end = None;
    for (at, c) in rest.char_indices() {
        match c {
            '"' => in_text = !in_text,
            _ if in_text => {}
            '[' | '{' | '(' => depth += 1,
            ']' | '}' | ')' if depth == 0 => {
                end = Some(at);
                break;
            }
            ']' | '}' | ')' => depth -= 1,
            ',' if depth == 0 => {
                items.push(std::mem::take(&mut item));
                continue;
            }
            '\n' => break,
            _ => {}
        }
        item.push(c);
    }
    let end = end.ok_or_else(|| unfit(path, list, "begins no list that ends on its line"))?;
    items.push(item);
    let mut items: Vec<String> = items.iter().map(|item| item.trim().to_owned()).collect();
    items.retain(|item| !item.is_empty());
    change(&mut items)?;
    Ok(Entry::File(format!(
        "{head}{}{}",
        items.join(", "),
        &rest[end..]
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_joins_its_list_and_nothing_else_moves() {
        let file = "a = [\"x\"]\nb = { features = [\"p, q\", \"s\"] } # why\n";
        let path = Path::new("f");
        let with = in_list(path, file, "b = { features = [", |items| {
            assert_eq!(items, &["\"p, q\"", "\"s\""]);
            items.insert(1, "\"r\"".to_owned());
            Ok(())
        });
        let expected = "a = [\"x\"]\nb = { features = [\"p, q\", \"r\", \"s\"] } # why\n";
        assert_eq!(with, Ok(Entry::File(expected.to_owned())));
    }

    #[test]
    fn a_line_is_found_by_its_beginning_and_refused_where_two_begin_so() {
        let path = Path::new("f");
        assert_eq!(line_that_begins(path, "b a\na b\n", "a"), Ok(4));
        let error = |file: &str| line_that_begins(path, file, "a").unwrap_err().to_string();
        assert!(error("b a\n").contains("begins no line"));
        assert!(error("a\na\n").contains("begins several lines"));
    }
}

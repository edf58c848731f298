//! Writes into `provider.toml` what was read, and leaves all else of it as it is, comments too.

use toml_edit::{DocumentMut, Item, Table, TableLike, value};

use crate::answer::Problem;
use crate::provider::ONLY;
use crate::source::Stamp;

/// The text of `provider.toml` with the stamps of these documents. `place` is what to call it.
pub(super) fn stamped(
    place: &str,
    text: &str,
    stamps: &[(&str, &Stamp)],
) -> Result<String, Problem> {
    let broken = |wrong: String| Problem::new(place, wrong, "write it as the other providers do");
    let mut file: DocumentMut = text
        .parse()
        .map_err(|e: toml_edit::TomlError| broken(e.to_string()))?;
    let upstream = file.get_mut("upstream").and_then(Item::as_table_like_mut);
    let upstream = upstream.ok_or_else(|| broken("it has no `[upstream]`".to_owned()))?;
    for (document, stamp) in stamps {
        let words = [
            ("read_on", Some(stamp.read_on.as_str())),
            ("sha256", Some(stamp.sha256.as_str())),
            ("etag", stamp.marks.etag.as_deref()),
            ("last_modified", stamp.marks.last_modified.as_deref()),
        ];
        for (word, text) in words {
            set(upstream, document, word, text);
        }
    }
    Ok(file.to_string())
}

fn set(upstream: &mut dyn TableLike, document: &str, word: &str, text: Option<&str>) {
    if document == ONLY {
        put(upstream, word, text);
        return;
    }
    let is_table = upstream.get(word).is_some_and(Item::is_table_like);
    if !is_table {
        if text.is_none() {
            return;
        }
        // An empty text that stood for all documents. What is said above it stays there.
        let said = upstream
            .key(word)
            .and_then(|key| key.leaf_decor().prefix()?.as_str());
        let said = said.unwrap_or_default().trim_end().to_owned();
        let mut table = Table::new();
        if !said.is_empty() {
            table
                .decor_mut()
                .set_prefix(format!("\n{}\n", said.trim_start()));
        }
        upstream.remove(word);
        upstream.insert(word, Item::Table(table));
    }
    if let Some(table) = upstream.get_mut(word).and_then(Item::as_table_like_mut) {
        put(table, document, text);
    }
}

/// Puts a text into a table, with what is said beside the one that was there.
fn put(table: &mut dyn TableLike, word: &str, text: Option<&str>) {
    let Some(text) = text else {
        table.remove(word);
        return;
    };
    let mut new = value(text);
    if let Some(was) = table.get_mut(word) {
        if let (Some(was), Some(new)) = (was.as_value(), new.as_value_mut()) {
            *new.decor_mut() = was.decor().clone();
        }
        *was = new;
    } else {
        table.insert(word, new);
    }
}

#[cfg(test)]
mod tests {
    use super::stamped;
    use crate::provider::Settings;
    use crate::source::{Marks, Stamp};

    fn stamp(sha256: &str, etag: Option<&str>) -> Stamp {
        Stamp {
            read_on: "2026-11-22".to_owned(),
            sha256: sha256.to_owned(),
            marks: Marks {
                etag: etag.map(str::to_owned),
                last_modified: None,
            },
        }
    }

    const ONE: &str = "# Where it is from.\n\nname = \"Tiny\"\ncontract = \"API\"\nversion = \"1\"\n\n[upstream]\n\
                       # No address is known.\ndocumentation = \"https://example.com\"\nopenapi = \"\"\n\
                       # The day.\nread_on = \"\" # so far\nsha256 = ''\n\n[excused.summary]\n\"GET /a\" = \"It says so.\"\n";

    #[test]
    fn of_one_document_a_few_lines_change_and_no_comment_does() {
        let text = stamped("x", ONE, &[("openapi", &stamp("abc", Some("W/\"q\"")))]).unwrap();
        let expected = ONE
            .replace("read_on = \"\" #", "read_on = \"2026-11-22\" #")
            .replace("sha256 = ''", "sha256 = \"abc\"\netag = 'W/\"q\"'");
        assert_eq!(text, expected);
        let without = stamped("x", &text, &[("openapi", &stamp("abc", None))]).unwrap();
        assert_eq!(without, expected.replace("etag = 'W/\"q\"'\n", ""));
    }

    #[test]
    fn of_several_documents_each_has_a_line_in_a_table() {
        let stamps = [
            ("loans", stamp("abc", Some("\"l\""))),
            ("shared", stamp("def", None)),
        ];
        let stamps: Vec<_> = stamps.iter().map(|(name, stamp)| (*name, stamp)).collect();
        let text = stamped("x", ONE, &stamps).unwrap();
        assert!(
            text.contains("# The day.\n[upstream.read_on]\nloans = \"2026-11-22\"\nshared = "),
            "{text}"
        );
        let read: Settings = toml_edit::de::from_str(&text).unwrap();
        assert_eq!(read.upstream.sha256.of("shared"), Some("def"));
        assert_eq!(read.upstream.etag.of("loans"), Some("\"l\""));
        assert_eq!(read.excused["summary"]["GET /a"], "It says so.");
        let again = stamped("x", &text, &stamps).unwrap();
        assert_eq!(again, text);
        let newer = stamped("x", &text, &[("loans", &stamp("abd", None))]).unwrap();
        let read: Settings = toml_edit::de::from_str(&newer).unwrap();
        assert_eq!(read.upstream.sha256.of("loans"), Some("abd"));
        assert_eq!(read.upstream.sha256.of("shared"), Some("def"));
        assert_eq!(read.upstream.etag.of("loans"), None);
    }
}

//! The files of a document, wherever they lie: the document, and what it refers to in its folder and below.
//!
//! It knows which file is wanted next, and neither how it is got (from a disk or over HTTP) nor what is in it beyond its
//! references. So a spec has the same files, and the same hash, wherever it comes from.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::address::decoded;

/// Files by their path from the folder of the first on, with slashes.
pub(super) struct Gather {
    pub(super) root: String,
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// Documents beside it, without their extension: what leads there stays a reference.
    beside: Vec<String>,
    wanted: VecDeque<String>,
    seen: BTreeSet<String>,
}

impl Gather {
    pub(super) fn new(root: String, bytes: Vec<u8>, beside: &[String]) -> Self {
        let mut gather = Self {
            root: root.clone(),
            files: BTreeMap::new(),
            beside: beside.to_vec(),
            wanted: VecDeque::new(),
            seen: BTreeSet::from([root.clone()]),
        };
        gather.put(root, bytes);
        gather
    }

    /// The next file that is referred to.
    pub(super) fn next(&mut self) -> Option<String> {
        self.wanted.pop_front()
    }

    /// Keeps a file, and sees what it refers to. What can't be read refers to nothing; it is told when all become one.
    pub(super) fn put(&mut self, path: String, bytes: Vec<u8>) {
        let text = str::from_utf8(&bytes).unwrap_or_default();
        let mut found = Vec::new();
        if let Ok(read) = florin_codegen::read_text(&path, text) {
            references(&read.value, &mut found);
        }
        for reference in found {
            let Some(target) = target(&path, &reference) else {
                continue;
            };
            let is_beside = super::beside::document(&target, &self.beside).is_some();
            if !is_beside && self.seen.insert(target.clone()) {
                self.wanted.push_back(target);
            }
        }
        self.files.insert(path, bytes);
    }

    pub(super) fn bytes(&self) -> usize {
        self.files.values().map(Vec::len).sum()
    }

    /// Of one file, what every tool says; of several, over their paths and lengths as well.
    pub(super) fn sha256(&self) -> String {
        let mut sha = Sha256::new();
        for (path, bytes) in &self.files {
            if self.files.len() > 1 {
                sha.update(format!("{path}\0{}\0", bytes.len()));
            }
            sha.update(bytes);
        }
        let digits = sha.finalize();
        digits.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Whatever could lead into another file.
fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(reference)) = object.get("$ref") {
                found.push(reference.clone());
            }
            let mapping = value
                .pointer("/discriminator/mapping")
                .and_then(Value::as_object);
            for reference in mapping.into_iter().flat_map(|mapping| mapping.values()) {
                // Else it is the bare name of a schema.
                if let Some(reference) = reference
                    .as_str()
                    .filter(|text| text.contains(['/', '#', '.']))
                {
                    found.push(reference.to_owned());
                }
            }
            object.values().for_each(|inner| references(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| references(inner, found)),
        _ => {}
    }
}

/// The file that a reference leads to from another file; `None` for the same file, and for what is out of the folder.
pub(super) fn target(from: &str, reference: &str) -> Option<String> {
    let path = reference.split(['#', '?']).next()?;
    let path = decoded(path).replace('\\', "/");
    if path.is_empty() || path.starts_with('/') || path.contains([':', '\0']) {
        return None;
    }
    let mut parts: Vec<_> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/")).filter(|path| !path.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Gather, target};

    #[test]
    fn a_file_is_found_from_the_one_that_refers_to_it_and_never_out_of_the_folder() {
        let found = |from, reference| target(from, reference);
        assert_eq!(
            found("a.yaml", "./b/c%20d.yaml#/X").as_deref(),
            Some("b/c d.yaml")
        );
        assert_eq!(found("b/c.yaml", "../a.yaml").as_deref(), Some("a.yaml"));
        assert_eq!(
            found("b/c.yaml", "d\\e.yaml?v=1#/X").as_deref(),
            Some("b/d/e.yaml")
        );
        for out in [
            "../a",
            "%2e%2e/a",
            "b/../../a",
            "/etc/passwd",
            "//host/a",
            "https://host/a",
            "C:/a",
            "#/x",
            "..",
            "%2Fa",
        ] {
            assert_eq!(found("a.yaml", out), None, "{out}");
        }
    }

    #[test]
    fn each_file_is_wanted_once_and_a_document_beside_it_never() {
        let text = "a: {$ref: 'b.yaml#/X'}\nb: [{$ref: 'b.yaml#/Y'}, {$ref: 'shared.yaml#/X'}]\n\
                    discriminator: {mapping: {x: Bare, y: 'c.json'}}\n";
        let mut gather = Gather::new("a.yaml".into(), text.into(), &["shared".to_owned()]);
        let mut wanted = vec![gather.next(), gather.next()];
        gather.put("b.yaml".into(), "$ref: a.yaml\n".into());
        wanted.sort();
        assert_eq!(
            wanted,
            [Some("b.yaml".to_owned()), Some("c.json".to_owned())]
        );
        assert_eq!(gather.next(), None);
    }

    #[test]
    fn the_hash_of_one_file_is_the_one_that_every_tool_says() {
        let gather = Gather::new("a".into(), b"abc".to_vec(), &[]);
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(gather.sha256(), known);
    }
}

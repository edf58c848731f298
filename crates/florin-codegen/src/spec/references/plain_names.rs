//! A component whose name has a character that a reference spells otherwise (`/`, `~`, `%`) gets one without.
//!
//! The passes and progenitor take what stands behind the last slash of a reference for the name.

use std::collections::BTreeMap;

use serde_json::Value;

use super::visit;
use crate::spec::place::{Fate, Kind};
use crate::spec::{percent_decoded, unescape};

fn is_plain(name: &str) -> bool {
    !name.contains(['/', '~', '%'])
}

/// Renames them, and what leads to them.
pub(super) fn run(root: &mut Value) {
    let mut renamed: BTreeMap<(String, String), String> = BTreeMap::new();
    let components = root.get_mut("components").and_then(Value::as_object_mut);
    for (section, named) in components.into_iter().flatten() {
        let Some(named) = named.as_object_mut() else {
            continue;
        };
        let odd = named.keys().filter(|name| !is_plain(name)).cloned();
        for name in odd.collect::<Vec<_>>() {
            let mut plain = name.replace(['/', '~', '%'], "_");
            while named.contains_key(&plain) {
                plain.push('_');
            }
            if let Some(value) = named.remove(&name) {
                named.insert(plain.clone(), value);
                renamed.insert((section.clone(), name), plain);
            }
        }
    }
    if renamed.is_empty() {
        return;
    }
    visit(root, &mut |reference, _: Kind, _| {
        if let Some(text) = reference.as_str()
            && let Some(rest) = text.strip_prefix("#/components/")
        {
            let decoded = percent_decoded(rest);
            let mut pieces = decoded.splitn(3, '/');
            if let (Some(section), Some(name)) = (pieces.next(), pieces.next())
                && let Some(plain) = renamed.get(&(section.to_owned(), unescape(name)))
            {
                let rest = pieces.next().map(|rest| format!("/{rest}"));
                let rest = rest.unwrap_or_default();
                *reference = format!("#/components/{section}/{plain}{rest}").into();
            }
        }
        Fate::Stays
    });
}

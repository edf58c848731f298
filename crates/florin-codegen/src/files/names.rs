//! What the components are called that other files have.
//!
//! As the root document calls them, where it has them under a name; else by their own name, or that of their file. Of
//! several with one name, the first in the order of paths has it, and the others have their path behind it: which file is
//! read first makes no difference.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::bundle::Target;
use super::folder::Folder;

/// The section and name of each.
pub(super) fn names(root: &Value, targets: &[Target], folder: &Folder) -> Vec<(String, String)> {
    let mut taken: BTreeSet<(String, String)> = BTreeSet::new();
    let sections = root.get("components").and_then(Value::as_object);
    for (section, named) in sections.into_iter().flatten() {
        let names = named.as_object().into_iter().flat_map(|named| named.keys());
        taken.extend(names.map(|name| (section.clone(), name.clone())));
    }
    let mut order: BTreeMap<_, usize> = BTreeMap::new();
    for (at, target) in targets.iter().enumerate() {
        let path = folder.files.get(target.spot.file);
        let path = path.map_or("", |file| file.path.as_str());
        let own = own(path, &target.spot.pieces);
        order.insert((own, path, &target.spot.pieces, target.kind), at);
    }
    let mut names = vec![(String::new(), String::new()); targets.len()];
    for ((own, path, ..), at) in order {
        let Some((target, slot)) = targets.get(at).zip(names.get_mut(at)) else {
            continue;
        };
        let section = target.kind.section().unwrap_or_default().to_owned();
        let given = target.aliases.get(&own).or_else(|| target.aliases.first());
        let name = match given {
            Some(given) => given.clone(),
            None => {
                let (stem, extension) = path.rsplit_once('.').unwrap_or((path, ""));
                let place = stem.rsplit_once('/').map_or("", |(place, _)| place);
                let behind = [
                    place.to_owned(),
                    stem.to_owned(),
                    format!("{stem}_{extension}"),
                ];
                let behind = behind.iter().filter(|part| !part.is_empty());
                let longer = behind.map(|part| plain(&format!("{own}_{part}")));
                let numbered = (2_usize..).map(|number| plain(&format!("{own}_{stem}_{number}")));
                let mut all = std::iter::once(own.clone()).chain(longer).chain(numbered);
                all.find(|name| taken.insert((section.clone(), name.clone())))
                    .unwrap_or(own)
            }
        };
        *slot = (section, name);
    }
    names
}

/// The name that it has by itself.
fn own(path: &str, pieces: &[String]) -> String {
    let pieces: Vec<_> = pieces.iter().map(String::as_str).collect();
    let own = match pieces[..] {
        [] => {
            let file = path.rsplit('/').next().unwrap_or(path);
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            stem.to_owned()
        }
        [name] | ["components", _, name] | ["definitions" | "$defs", name] => name.to_owned(),
        ["components", _, ref rest @ ..] | ref rest => {
            let says = |piece: &&&str| !matches!(**piece, "properties" | "schema" | "content");
            rest.iter()
                .filter(says)
                .map(|piece| capital(piece))
                .collect()
        }
    };
    plain(&own)
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}

/// The characters that OpenAPI allows in the name of a component.
fn plain(name: &str) -> String {
    let plain = |c: char| match c {
        _ if c.is_alphanumeric() => c,
        '.' | '-' => c,
        _ => '_',
    };
    name.chars().map(plain).collect()
}

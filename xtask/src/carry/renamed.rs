//! What upstream calls a type that no use leads to: as it calls the others. Where `Loan` became `ApiLoan` and `Offer` became
//! `ApiOffer`, `Event` is `ApiEvent`, if there is one that nothing else of ours is.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Document, bare};

/// How many types have to be renamed alike. One alone may be chance.
const WITNESSES: usize = 2;

/// What is put around a name, or (`false`) taken off it.
type Renaming = (bool, String, String);

/// The name of a type of ours upstream, by what others are called there.
pub(super) fn as_others<'a>(
    named: &BTreeMap<String, BTreeSet<String>>,
    theirs: Document<'a>,
    name: &str,
) -> Option<&'a str> {
    if named.contains_key(name) {
        return None;
    }
    let mut renamings: BTreeMap<Renaming, usize> = BTreeMap::new();
    for (our, their) in named {
        if let (1, Some(their)) = (their.len(), their.first())
            && let Some(renaming) = renaming(&bare(our), &bare(their))
        {
            *renamings.entry(renaming).or_default() += 1;
        }
    }
    let (renaming, witnesses) = renamings.into_iter().max_by_key(|(_, count)| *count)?;
    let sought = renamed(&bare(name), &renaming).filter(|_| witnesses >= WITNESSES)?;
    let taken: BTreeSet<&str> = named.values().flatten().map(String::as_str).collect();
    let is_it = |there: &&str| bare(there) == sought && !taken.contains(there);
    let mut found = theirs.schema_names().filter(is_it);
    found.next().filter(|_| found.next().is_none())
}

fn renaming(our: &str, their: &str) -> Option<Renaming> {
    let around = |inner: &str, outer: &str| {
        let (before, after) = outer.split_once(inner).filter(|_| !inner.is_empty())?;
        Some((before.to_owned(), after.to_owned()))
    };
    if our == their {
        return None;
    }
    let put = around(our, their).map(|(before, after)| (true, before, after));
    put.or_else(|| around(their, our).map(|(before, after)| (false, before, after)))
}

fn renamed(name: &str, (is_put, before, after): &Renaming) -> Option<String> {
    if *is_put {
        return Some(format!("{before}{name}{after}"));
    }
    let rest = name.strip_prefix(before.as_str())?;
    Some(rest.strip_suffix(after.as_str())?.to_owned())
}

//! Names of a spec that would become one name in Rust become several, by a rule that asks neither for the order in the
//! file nor for anything but the names that collide.
//!
//! Of those that want one name, the one that is spelled exactly like it has it; if there is none, one that has nothing but
//! letters, digits and `_`; among such, the first in byte order.
//! Each of the others gets a word behind it that comes from its own spelling: the characters that the Rust name has lost
//! (`foo-bar`: `foo_bar_dash`), how it is written (`OK`: `OkUpper`), what it is (`DefaultSchema`), and at the last, where
//! all that is taken, a number made of its spelling. So a name that comes new changes no other one that it doesn't collide
//! with.

use std::collections::{BTreeMap, BTreeSet};

use crate::signs;

/// What wants a name.
#[derive(Clone, Debug)]
pub(crate) struct Claim<'a> {
    /// The name that it wants.
    pub(crate) rust: String,
    /// How the spec spells it.
    pub(crate) spelled: &'a str,
    /// What comes before what, among those that want one name.
    pub(crate) place: &'a str,
    /// What it is, as a word.
    pub(crate) what: &'a str,
}

/// A name for each claim, in their order. None of them is in `taken`, and then all of them are. `recase` makes a Rust name
/// of any text, and leaves a Rust name as it is.
pub(crate) fn settle(
    claims: &[Claim<'_>],
    taken: &mut BTreeSet<String>,
    recase: fn(&str) -> String,
) -> Vec<String> {
    let mut wanting: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, claim) in claims.iter().enumerate() {
        wanting.entry(&claim.rust).or_default().push(i);
    }
    let mut given = vec![String::new(); claims.len()];
    let mut left = Vec::new();
    for (rust, mut all) in wanting {
        all.sort_by_key(|i| {
            let Claim { spelled, place, .. } = claims[*i];
            (spelled != rust, !signs::lost(spelled).is_empty(), place)
        });
        let is_free = taken.insert(rust.to_owned());
        for (at, i) in all.into_iter().enumerate() {
            if is_free && at == 0 {
                rust.clone_into(&mut given[i]);
            } else {
                left.push((claims[i].place, i, is_free));
            }
        }
    }
    left.sort_unstable();
    for (_, i, is_free) in left {
        let name = other(&claims[i], is_free, recase, |name| !taken.contains(name));
        taken.insert(name.clone());
        given[i] = name;
    }
    given
}

/// A name for a claim whose own is another's: `among_equals` if by a claim of the same kind.
fn other(
    claim: &Claim<'_>,
    among_equals: bool,
    recase: fn(&str) -> String,
    is_free: impl Fn(&str) -> bool,
) -> String {
    let lost = signs::lost(claim.spelled);
    let case = case(claim.spelled);
    let mut words = vec![lost.clone(), case.to_owned(), format!("{lost}_{case}")];
    let at = if among_equals { words.len() } else { 0 };
    words.insert(at, claim.what.to_owned());
    let numbers = (0..).map(|round| format!("n{}", number(claim.place, round)));
    let mut names = words
        .into_iter()
        .filter(|word| !word.is_empty() && recase(word) != claim.rust)
        .chain(numbers)
        .map(|word| stable(&format!("{}_{word}", claim.rust), recase));
    names.find(|name| is_free(name)).unwrap_or_default()
}

/// Recased until that changes nothing more: progenitor will do it once more.
pub(crate) fn stable(name: &str, recase: fn(&str) -> String) -> String {
    let mut name = recase(name);
    for _ in 0..4 {
        let again = recase(&name);
        if again == name {
            break;
        }
        name = again;
    }
    name
}

/// How a name is written.
fn case(name: &str) -> &'static str {
    let upper = name.chars().any(char::is_uppercase);
    let lower = name.chars().any(char::is_lowercase);
    match (upper, lower) {
        (false, true) => "lower",
        (true, false) => "upper",
        (true, true) if name.starts_with(char::is_lowercase) => "camel",
        (true, true) => "mixed",
        (false, false) => "",
    }
}

/// A number that is the same wherever and whenever it is made of this text (FNV-1a).
fn number(text: &str, round: u8) -> u32 {
    let bytes = text.bytes().chain(std::iter::once(round));
    bytes.fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rust_name;

    fn named(names: &[&str], recase: fn(&str) -> String) -> BTreeMap<String, String> {
        let claims: Vec<_> = names
            .iter()
            .map(|name| Claim {
                rust: recase(name),
                spelled: name,
                place: name,
                what: "Value",
            })
            .collect();
        let given = settle(&claims, &mut BTreeSet::new(), recase);
        names
            .iter()
            .map(|name| (*name).to_owned())
            .zip(given)
            .collect()
    }

    #[test]
    fn what_would_be_one_name_is_told_apart_by_its_spelling() {
        let fields = named(
            &[
                "foo_bar", "fooBar", "foo-bar", "FOO_BAR", "FooBar", "id", "@id", "type", "foo bar",
            ],
            rust_name::of_field,
        );
        for (name, rust) in [
            ("foo_bar", "foo_bar"),
            ("fooBar", "foo_bar_camel"),
            ("foo-bar", "foo_bar_dash"),
            ("foo bar", "foo_bar_space"),
            ("FOO_BAR", "foo_bar_upper"),
            ("FooBar", "foo_bar_mixed"),
            ("id", "id"),
            ("@id", "id_at"),
            ("type", "type_"),
        ] {
            assert_eq!(fields[name], rust);
        }
        let values = named(
            &[
                "OK", "ok", "<=", ">=", "<", "", "1", "1 ", "+", "Plus", "-", "-2", "2", "%", "é",
                "Self", "_",
            ],
            rust_name::of_variant,
        );
        for (name, rust) in [
            ("OK", "Ok"),
            ("ok", "OkLower"),
            ("<=", "LessOrEqual"),
            (">=", "GreaterOrEqual"),
            ("<", "Less"),
            ("", "Empty"),
            ("1", "X1"),
            ("1 ", "X1Space"),
            ("Plus", "Plus"),
            ("+", "PlusValue"),
            ("-", "Minus"),
            ("-2", "X2Minus"),
            ("2", "X2"),
            ("%", "Percent"),
            ("Self", "Self_"),
            ("_", "Underscore"),
        ] {
            assert_eq!(values[name], rust, "{name}");
        }
    }

    #[test]
    fn a_newcomer_changes_none_that_it_does_not_collide_with_and_the_order_is_nothing() {
        let all = ["a-b", "a_b", "aB", "A_B", "c", "C", "@c", "d", "D-", "d "];
        let before = named(&all, rust_name::of_field);
        let mut turned = all;
        turned.reverse();
        assert_eq!(before, named(&turned, rust_name::of_field));
        let mut more = all.to_vec();
        more.extend(["e", "E", "a-b-c", "dd"]);
        let after = named(&more, rust_name::of_field);
        for name in all {
            assert_eq!(before[name], after[name], "{name}");
        }
        let unique: BTreeSet<_> = after.values().collect();
        assert_eq!(unique.len(), more.len());
    }
}

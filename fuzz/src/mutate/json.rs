//! Mutations of JSON: what a provider might answer one day, and what only somebody who means harm would.

use serde_json::Value;

use super::Chance;
use super::tree::Tree;
use crate::canary::CANARY;

/// Numbers that are hard to read: past a float, past 64 bits, past a decimal, in other spellings, and nearly numbers.
const NUMBERS: [&str; 30] = [
    "0",
    "-0",
    "-0.0",
    "1",
    "-1",
    "1.10",
    "0.1",
    "100.00",
    "1e3",
    "1E+3",
    "1e-7",
    "1.5e0",
    "123456789012345.67",
    "12345678901234567.89",
    "0.30000000000000004",
    "720575940380.2209",
    "9007199254740993",
    "9223372036854775808",
    "-9223372036854775809",
    "18446744073709551616",
    "79228162514264337593543950336",
    "0.00000000000000000000000000001",
    "1e400",
    "-1e-400",
    "1e999999999999",
    "2147483648",
    "4.9406564584124654e-324",
    "1.",
    ".5",
    "01",
];

/// Texts that stand where others were expected.
const TEXTS: [&str; 30] = [
    "",
    " ",
    "null",
    "true",
    "0",
    "1,850,600.00",
    "18,50,600.00",
    "1,85",
    "-0.00",
    "1E+3",
    "NaN",
    "12.50 %",
    "2026-02-30",
    "2026-01-31T23:59:60Z",
    "2026-01-31 10:00:00 UTC",
    "2026-01-31T10:00:00.123456789+05:30",
    "0000-01-01T00:00:00Z",
    "+262142-12-31T23:59:59Z",
    "2026-1-5",
    "BRAND_NEW_VALUE",
    "brandNewValue",
    "\u{0}",
    "\u{feff}",
    "é\u{301}😀",
    "\u{202e}",
    "$serde_json::private::RawValue",
    "00000000-0000-0000-0000-000000000000",
    "https://example.com/../a?b#c",
    "a b\r\nc: d",
    CANARY,
];

/// Changes one value of the JSON that the input ends in, or that its first line is; `None` where there is none.
pub(super) fn mutated(input: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
    let is_head = chance.below(3) == 0;
    let first = || of_first_line(input).filter(|_| is_head);
    let (before, body, after) = first().or_else(|| of_rest(input))?;
    let mut tree = Tree::from(body);
    let number = chance.below(tree.size());
    change(tree.at(number), chance);
    let mut text = String::new();
    tree.write(&mut text);
    Some([before, text.as_bytes(), after].concat())
}

/// What comes before the JSON, the JSON, and what comes behind it.
type Parts<'a> = (&'a [u8], Value, &'a [u8]);

fn of_first_line(input: &[u8]) -> Option<Parts<'_>> {
    let end = input.iter().position(|byte| *byte == b'\n')?;
    let value = serde_json::from_slice(&input[..end]).ok()?;
    Some((&[], value, &input[end..]))
}

/// The whole input, or what follows some lines.
fn of_rest(input: &[u8]) -> Option<Parts<'_>> {
    let mut start = 0;
    for _ in 0..12 {
        let rest = &input[start..];
        if let Ok(value) = serde_json::from_slice(rest) {
            return Some((&input[..start], value, &[]));
        }
        start += rest.iter().position(|byte| *byte == b'\n')? + 1;
    }
    None
}

fn change(value: &mut Tree, chance: &mut Chance) {
    match (&mut *value, chance.below(8)) {
        (Tree::Object(fields), 0..=4) => object(fields, chance),
        (Tree::List(list), 0..=4) => self::list(list, chance),
        (Tree::Text(text), 0..=2) => self::text(text, chance),
        (Tree::Bare(bare), 0..=2) => bare_number(bare, chance),
        _ => *value = other(value, chance),
    }
}

/// Something else in its place.
fn other(value: &Tree, chance: &mut Chance) -> Tree {
    match chance.below(13) {
        0 => Tree::Bare("null".to_owned()),
        1 => Tree::Bare(chance.one(&["true", "false"]).to_owned()),
        2..=4 => Tree::Bare(chance.one(&NUMBERS).to_owned()),
        5 | 6 => Tree::Text(chance.one(&TEXTS).to_owned()),
        7 => Tree::Text(CANARY.to_owned()),
        8 => Tree::List(Vec::new()),
        9 => Tree::Object(Vec::new()),
        10 => Tree::List(vec![value.clone()]),
        11 => Tree::Object(vec![("value".to_owned(), value.clone())]),
        _ => deep(chance),
    }
}

/// Nested far, or a number that is long.
fn deep(chance: &mut Chance) -> Tree {
    let depth = *chance.one(&[&20_usize, &120, &127, &128, &129, &1_000, &10_000]);
    Tree::Bare(match chance.below(5) {
        0 => format!("{}{}", "[".repeat(depth), "]".repeat(depth)),
        1 => format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)),
        2 => "[".repeat(depth),
        3 => "9".repeat(400),
        _ => format!("0.{}1", "0".repeat(400)),
    })
}

fn object(fields: &mut Vec<(String, Tree)>, chance: &mut Chance) {
    let at = chance.below(fields.len());
    match chance.below(6) {
        0 if !fields.is_empty() => drop(fields.remove(at)),
        1 if !fields.is_empty() => {
            let (name, value) = fields[at].clone();
            let value = if chance.is_heads() {
                value
            } else {
                other(&value, chance)
            };
            fields.push((name, value));
        }
        2 if !fields.is_empty() => {
            let name = &mut fields[at].0;
            *name = match chance.below(4) {
                0 => name.to_ascii_uppercase(),
                1 => format!("{name}2"),
                2 => CANARY.to_owned(),
                _ => chance.one(&TEXTS).to_owned(),
            };
        }
        3 if fields.len() > 1 => {
            let to = chance.below(fields.len());
            fields.swap(at, to);
        }
        4 if fields.len() > 1 => {
            let value = fields[chance.below(fields.len())].1.clone();
            fields[at].1 = value;
        }
        _ => {
            let name = chance.one(&[
                "brandNew",
                "id",
                "data",
                "errors",
                "$serde_json::private::RawValue",
                "",
                CANARY,
            ]);
            let value = other(&Tree::Bare("1".to_owned()), chance);
            fields.push((name.to_owned(), value));
        }
    }
}

fn list(list: &mut Vec<Tree>, chance: &mut Chance) {
    let at = chance.below(list.len());
    match chance.below(4) {
        0 if !list.is_empty() => drop(list.remove(at)),
        1 if !list.is_empty() => {
            let copies = vec![list[at].clone(); 1 + chance.below(40)];
            list.extend(copies);
        }
        2 => list.clear(),
        _ => {
            let value = other(&Tree::Bare("1".to_owned()), chance);
            list.insert(at, value);
        }
    }
}

fn text(text: &mut String, chance: &mut Chance) {
    match chance.below(6) {
        0 => text.push_str(chance.one(&TEXTS)),
        1 => *text = format!(" {text} "),
        2 => *text = text.to_ascii_lowercase(),
        3 => *text = text.to_ascii_uppercase(),
        4 => {
            *text = text
                .repeat(1 + chance.below(300))
                .chars()
                .take(8_192)
                .collect()
        }
        _ => drop(text.pop()),
    }
}

/// A digit more, less or other.
fn bare_number(bare: &mut String, chance: &mut Chance) {
    match chance.below(5) {
        0 => bare.push_str(chance.one(&["0", ".0", ".50", "e2", "E-2", "9", "."])),
        1 => bare.insert(0, if chance.is_heads() { '-' } else { '1' }),
        2 => *bare = format!("\"{bare}\""),
        3 => drop(bare.pop()),
        _ => *bare = chance.one(&NUMBERS).to_owned(),
    }
}

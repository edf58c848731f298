//! Words for the characters that no Rust name may have.

use unicode_ident::is_xid_continue;

const PAIRS: [(&str, &str); 7] = [
    ("<=", "less_or_equal"),
    (">=", "greater_or_equal"),
    ("!=", "not_equal"),
    ("<>", "not_equal"),
    ("==", "equal"),
    ("&&", "and"),
    ("||", "or"),
];

/// As many as make a name that can be read.
const MOST: usize = 6;

/// A name of nothing but such characters in words: `<=` is `less_or_equal`, and no character at all is `empty`. `None`
/// where it has a letter or a digit.
pub(crate) fn spelled_out(name: &str) -> Option<String> {
    let has_more = name
        .chars()
        .any(|c| c.is_alphanumeric() && is_xid_continue(c));
    match name {
        _ if has_more => None,
        "" => Some("empty".to_owned()),
        _ => Some(words(name, |_| true)),
    }
}

/// The characters that a Rust name of it has lost, in words.
pub(crate) fn lost(name: &str) -> String {
    words(name, |c| !is_xid_continue(c))
}

fn words(name: &str, wanted: fn(char) -> bool) -> String {
    let mut words = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next().filter(|_| words.len() < MOST) {
        if let Some((pair, word)) = PAIRS.iter().find(|(pair, _)| rest.starts_with(pair)) {
            words.push((*word).to_owned());
            rest = &rest[pair.len()..];
            continue;
        }
        if wanted(first) {
            words.push(word(first, rest.len() == name.len()));
        }
        rest = &rest[first.len_utf8()..];
    }
    words.join("_")
}

fn word(c: char, is_first: bool) -> String {
    let word = match c {
        '-' if is_first => "minus",
        '-' => "dash",
        '+' => "plus",
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '%' => "percent",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '!' => "not",
        '?' => "question",
        '#' => "hash",
        '@' => "at",
        '$' => "dollar",
        '€' => "euro",
        '£' => "pound",
        '&' => "and",
        '|' => "or",
        '^' => "caret",
        '~' => "tilde",
        '\'' => "apostrophe",
        '"' => "quote",
        '`' => "backtick",
        '(' | '[' | '{' => "open",
        ')' | ']' | '}' => "close",
        '_' => "underscore",
        c if c.is_whitespace() => "space",
        c => return format!("u{:x}", u32::from(c)),
    };
    word.to_owned()
}

//! How an input is taken apart: lines of text first, so that a kept input can be read, then the body as it is.
//!
//! What a line names is found by its name where there is such a thing, and by a number that is made of the line where there
//! is none: any mutation of a line leads somewhere, and a kept input leads where it led before when something new is added.

/// The first line, and what follows it.
#[must_use]
pub fn line(input: &[u8]) -> (&[u8], &[u8]) {
    match input.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&input[..end], &input[end + 1..]),
        None => (input, &[]),
    }
}

/// The words of a line, split at single spaces.
pub fn words(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    line.split(|byte| *byte == b' ')
}

/// The one that `word` names, or any.
///
/// # Panics
/// Where there is none to choose from.
pub fn chosen<'a, T>(all: &'a [T], word: &[u8], name: impl Fn(&T) -> &str) -> &'a T {
    assert!(!all.is_empty(), "nothing to choose from");
    let named = all.iter().find(|one| name(one).as_bytes() == word);
    named.unwrap_or_else(|| &all[usize::try_from(number(word)).unwrap_or(0) % all.len()])
}

/// A number that is made of a text (FNV-1a): the same on every machine.
#[must_use]
pub fn number(text: &[u8]) -> u32 {
    let hash = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(16_777_619);
    text.iter().fold(2_166_136_261, hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_and_any_other_line_leads_somewhere() {
        let all = ["a", "b", "c"];
        assert_eq!(*chosen(&all, b"b", |name| name), "b");
        let other = *chosen(&all, b"\xff\x00", |name| name);
        assert_eq!(*chosen(&all, b"\xff\x00", |name| name), other);
        assert_eq!(line(b"one two\nrest\n"), (&b"one two"[..], &b"rest\n"[..]));
        assert_eq!(line(b"one"), (&b"one"[..], &b""[..]));
    }
}

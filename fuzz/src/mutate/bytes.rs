//! Mutations that know nothing of what they change.

use super::Chance;

/// What breaks things.
const PIECES: [&[u8]; 34] = [
    b"\0",
    b"\xff",
    b"\xc3\x28",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\"",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"null",
    b"-",
    b"0",
    b"1e400",
    b".5",
    b"9007199254740993",
    b"\r\n",
    b"\n",
    b"\t",
    b" ",
    b"- ",
    b"&a ",
    b"*a",
    b"<<: ",
    b"$ref",
    b"%2f",
    b"../",
    b"$..*",
    crate::canary::CANARY.as_bytes(),
];

/// Changes a byte, a bit, or a piece.
pub(super) fn mutated(input: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut made = input.to_vec();
    let at = chance.below(made.len() + 1);
    let end = (at + 1 + chance.below(16)).min(made.len());
    match chance.below(8) {
        0 if at < made.len() => made[at] ^= 1 << chance.below(8),
        1 if at < made.len() => made[at] = u8::try_from(chance.below(256)).unwrap_or_default(),
        2 if at < end => drop(made.drain(at..end)),
        3 => {
            let piece = made[at..end].repeat(1 + chance.below(64));
            made.splice(at..at, piece);
        }
        4 => {
            let from = chance.below(other.len() + 1);
            let to = (from + chance.below(64)).min(other.len());
            made.splice(at..end.max(at), other[from..to].iter().copied());
        }
        5 => made.truncate(at),
        _ => {
            made.splice(at..at, chance.one(&PIECES).iter().copied());
        }
    }
    made
}

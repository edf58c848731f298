//! Inputs out of inputs: a documented sample with one thing wrong finds more than noise does.
//!
//! Half of the mutations know JSON and change what a provider might: a type, a null, a number of 400 digits, an enum value
//! of tomorrow, a key given twice, nesting without end. The other half know bytes only.
//!
//! Why not a library: on stable, bolero and proptest make inputs from scratch. Neither takes a kept one apart and changes
//! it, which only libFuzzer does, and that needs nightly; there, this serves as the mutator as well.

mod bytes;
mod chance;
mod json;
mod tree;

pub use chance::Chance;

/// The longest input that is made.
pub const LONGEST: usize = 64 << 10;

/// An input that is made of one, and of another to take pieces from. The same chance makes the same.
#[must_use]
pub fn mutated(input: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut made = input.to_vec();
    for _ in 0..=chance.below(3) {
        made = match chance.below(10) {
            0..=5 => {
                json::mutated(&made, chance).unwrap_or_else(|| bytes::mutated(&made, other, chance))
            }
            6 => lines(&made, other, chance),
            _ => bytes::mutated(&made, other, chance),
        };
    }
    made.truncate(LONGEST);
    made
}

/// The first line of one with the rest of the other: another operation's answer, another status.
fn lines(input: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let (one, other) = if chance.is_heads() {
        (input, other)
    } else {
        (other, input)
    };
    let (head, _) = crate::parts::line(one);
    let (_, body) = crate::parts::line(other);
    [head, b"\n", body].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_chance_makes_the_same_and_another_makes_another() {
        let input = b"get_loan 200\n{\"a\": [1, \"x\", {\"b\": null}]}";
        let of = |seed| mutated(input, b"{}", &mut Chance::of(seed));
        assert_eq!(of(1), of(1));
        let all: std::collections::BTreeSet<_> = (0..200).map(of).collect();
        assert!(all.len() > 150, "{}", all.len());
    }

    #[test]
    fn bodies_often_stay_json() {
        let input = b"get_loan 200\n{\"a\": [1, \"x\", {\"b\": null}], \"c\": {\"d\": 1.50}}";
        let is_json = |seed| {
            let made = mutated(input, b"{}", &mut Chance::of(seed));
            let (_, body) = crate::parts::line(&made);
            serde_json::from_slice::<serde::de::IgnoredAny>(body).is_ok()
        };
        assert!((0..400).filter(|seed| is_json(*seed)).count() > 100);
    }
}

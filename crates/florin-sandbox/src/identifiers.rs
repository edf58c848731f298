//! Identifiers as providers make them: UUIDs of version 4. The same run makes the same ones, so transcripts can be
//! compared.

#[derive(Debug, Default)]
pub(crate) struct Identifiers(u64);

impl Identifiers {
    pub(crate) fn next(&mut self) -> String {
        self.0 += 1;
        let bits = (u128::from(scramble(2 * self.0)) << 64) | u128::from(scramble(2 * self.0 + 1));
        uuid::Builder::from_random_bytes(bits.to_be_bytes())
            .into_uuid()
            .to_string()
    }
}

/// SplitMix64: spreads a counter over all bits, without repeating itself.
const fn scramble(counter: u64) -> u64 {
    let mut bits = counter.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_version_4_and_do_not_repeat() {
        let mut identifiers = Identifiers::default();
        let made: std::collections::HashSet<_> = (0..1000).map(|_| identifiers.next()).collect();
        assert_eq!(made.len(), 1000);
        assert!(
            made.iter()
                .all(|id| id.len() == 36 && id.as_bytes()[14] == b'4')
        );
    }
}

//! Chance that is the same for the same seed, on every machine (SplitMix64).

/// A stream of it.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The stream of a seed.
    #[must_use]
    pub const fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below this one; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        let bits = usize::try_from(self.bits() >> 33).unwrap_or_default();
        bits.checked_rem(end).unwrap_or_default()
    }

    /// One of two.
    pub fn is_heads(&mut self) -> bool {
        self.bits() >> 63 == 1
    }

    /// One of these.
    ///
    /// # Panics
    /// Where there is none.
    pub fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        assert!(!of.is_empty(), "nothing to choose from");
        of[self.below(of.len())]
    }
}

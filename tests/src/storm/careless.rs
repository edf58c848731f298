//! Callers and clients that are wrong, so that the judge can be seen to notice.

use super::subject::Said;

/// How a doubt is treated by whoever has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manners {
    /// As the documentation says: left alone until it is looked into.
    #[default]
    Sound,
    /// Made again at once, as something new: a key per attempt.
    NewKeyPerAttempt,
    /// Told as a failure.
    DoubtIsFailure,
    /// Told as a success.
    DoubtIsSuccess,
    /// Told as a doubt, and the key is forgotten.
    KeyForgotten,
}

impl Manners {
    /// What is told instead.
    #[must_use]
    pub fn spoil(self, said: Said) -> Said {
        let Said::Doubt(mut doubt) = said else {
            return said;
        };
        match self {
            Self::Sound => Said::Doubt(doubt),
            Self::NewKeyPerAttempt | Self::DoubtIsFailure => Said::Not {
                why: doubt.why,
                without_token: false,
            },
            Self::DoubtIsSuccess => Said::Applied("as good as done".to_owned()),
            Self::KeyForgotten => {
                doubt.key = None;
                Said::Doubt(doubt)
            }
        }
    }

    /// How many rounds a write has before it is told as not done.
    #[must_use]
    pub const fn rounds(self) -> u32 {
        match self {
            Self::DoubtIsFailure => 1,
            // With each of them the chance that nothing but refusals come is a thirtieth or less.
            _ => 12,
        }
    }
}

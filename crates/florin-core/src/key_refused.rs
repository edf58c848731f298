//! Why a request can't go under its key, and what to do about it.

/// Why a request can't go under its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The key belongs to another request.
    Taken,
    /// The provider may have forgotten it.
    TooOld { in_doubt: bool },
    /// It is said to come from the future.
    Ahead { in_doubt: bool },
}

impl Refused {
    /// Whether what went under the key before may have been carried out.
    pub(crate) const fn is_in_doubt(self) -> bool {
        match self {
            Self::Taken => false,
            Self::TooOld { in_doubt } | Self::Ahead { in_doubt } => in_doubt,
        }
    }

    pub(crate) const fn message(self) -> &'static str {
        match self {
            Self::Taken => {
                "another request went under its idempotency key, and the provider would take this one for a repeat of \
                 that; give it a new key, or repeat the request that the key belongs to"
            }
            Self::TooOld { in_doubt: true } => {
                "its idempotency key was first sent 23 hours ago or more, and the provider, which may have forgotten it, \
                 would take this for a new request; look whether it was carried out, and if it wasn't, send it with a new key"
            }
            Self::TooOld { in_doubt: false } => {
                "its idempotency key is 23 hours old or more, and the provider may have forgotten it before it is asked for \
                 again; nothing was carried out under it as far as is known, so send the request with a new key"
            }
            Self::Ahead { in_doubt: true } => {
                "its idempotency key is said to have been first sent in the future, so that nobody knows how old it is; \
                 look whether the request was carried out, and if it wasn't, send it with a new key"
            }
            Self::Ahead { in_doubt: false } => {
                "its idempotency key is said to have been made in the future, so that nobody knows how old it is; \
                 set the clock right, or send it with a new key"
            }
        }
    }
}

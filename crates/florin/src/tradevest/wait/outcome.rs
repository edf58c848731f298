//! What a thing comes to.

use super::{Reason, Status};
use crate::tradevest::ExternalId;

/// What has become of something that was waited for. `T` is the thing as it was read last.
#[derive(Clone, Debug)]
#[non_exhaustive]
#[must_use = "what was waited for may have failed"]
pub enum Outcome<T> {
    /// It has come as far as was asked for.
    Reached(T),
    /// It didn't stand up to the checks. It never came into being, it will be removed, and its external id is used up: send what
    /// you have mended under a new one.
    #[non_exhaustive]
    Invalid {
        /// The thing as it was read; `None` where it was removed by then.
        object: Option<T>,
        /// Why. Only a notification tells that, except for orders, which may have words of their own; so it is `None` for who
        /// [hears](crate::poll::Poller::hear) none, or not in time.
        reason: Option<Reason>,
        /// The external id that is used up, where it has one and that is known.
        external_id: Option<ExternalId>,
    },
    /// It was refused at a later stage.
    #[non_exhaustive]
    Rejected {
        /// The thing as it was read.
        object: T,
        /// Why, as for [`Invalid`](Self::Invalid); transfers have words of their own, too.
        reason: Option<Reason>,
    },
    /// It can't come as far as was asked for any more, or it is in a status that isn't documented and you have asked to be told
    /// of that.
    #[non_exhaustive]
    Ended {
        /// The thing as it was read.
        object: T,
        /// Where it stands.
        status: Status,
    },
    /// It was there and past `RECEIVED`, and isn't any more. Nothing documented does that.
    #[non_exhaustive]
    Gone {
        /// Where it stood when it was read last; `None` where it never said.
        status: Option<Status>,
    },
}

impl<T> Outcome<T> {
    /// The thing, where it has come as far as was asked for.
    pub fn reached(self) -> Option<T> {
        match self {
            Self::Reached(thing) => Some(thing),
            _ => None,
        }
    }

    /// Why it failed, where that is known.
    #[must_use]
    pub const fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Invalid { reason, .. } | Self::Rejected { reason, .. } => reason.as_ref(),
            _ => None,
        }
    }

    /// The same outcome, with a reason where it is a failure that can have one.
    pub(super) fn because(mut self, why: Option<Reason>) -> Self {
        if let Self::Invalid { reason, .. } | Self::Rejected { reason, .. } = &mut self {
            *reason = why.or_else(|| reason.take());
        }
        self
    }
}

//! What is known of a failed call's side effect.

use std::fmt;

/// What a failed call may have done at the provider.
///
/// Branch on this before you repeat a call that moves money or registers something:
///
/// ```
/// use florin_core::{Effect, Error};
///
/// fn next_step<E>(error: &Error<E>) -> &'static str {
///     match error.effect() {
///         Effect::NotSent => "repeat it",
///         Effect::Answered => "it was refused, or it was a read: look at the answer",
///         Effect::MaybeApplied => "look at the provider whether it happened, before anything else",
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// No byte of the request reached the provider: nothing happened.
    NotSent,
    /// The request may have been processed: the answer was lost or cut, or says success in a way that can't be understood,
    /// or came from a server that failed or from something in between, or sends elsewhere (a redirect often means that a
    /// write is done). Every status from 500 on leaves this doubt but for 501.
    MaybeApplied,
    /// The provider answered: it refused, with a status from 400 to 498 other than 408 (which gives up waiting), or with 501,
    /// by which a server says that it has no such function (RFC 9110, section 15.6.2). Or the operation changes nothing, so
    /// that there is nothing to be in doubt about, answered or not.
    Answered,
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotSent => "not sent",
            Self::MaybeApplied => "maybe applied",
            Self::Answered => "answered",
        })
    }
}

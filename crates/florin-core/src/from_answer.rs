//! Types that an answer is read into.

use std::fmt;

use serde::de::DeserializeOwned;

use crate::Answered;
use crate::decode::DecodeError;

/// A type that an answer is read into: whatever is read from JSON, and what looks at the status first.
///
/// An operation that answers in several types has an enum of its own, with a variant for each and one for what the spec
/// doesn't list; generated code implements this for it.
///
/// ```
/// use florin_core::http::StatusCode;
/// use florin_core::{Answered, FromAnswer, Raw, Unreadable};
///
/// #[derive(Debug)]
/// enum Outcome {
///     Accepted,
///     Conflict(Vec<String>),
///     Other(StatusCode, Raw),
/// }
///
/// impl FromAnswer for Outcome {
///     fn from_answer(answer: &Answered<'_>) -> Result<Self, Unreadable> {
///         let listed = match answer.status().as_u16() {
///             202 => Some(Self::Accepted),
///             409 => answer.json().map(Self::Conflict),
///             _ => None,
///         };
///         Ok(listed.unwrap_or_else(|| Self::Other(answer.status(), answer.raw())))
///     }
/// }
/// ```
pub trait FromAnswer: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// [`Unreadable`] where it isn't what the type wants.
    fn from_answer(answer: &Answered<'_>) -> Result<Self, Unreadable>;
}

impl<T: DeserializeOwned> FromAnswer for T {
    fn from_answer(answer: &Answered<'_>) -> Result<Self, Unreadable> {
        answer.decoded().map_err(Unreadable)
    }
}

/// An answer that isn't what its type wants. Names the field and the reason, never a value.
#[derive(Debug)]
pub struct Unreadable(pub(crate) DecodeError);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::error::Error for Unreadable {}

//! What can be waited for.

use std::fmt;

use florin_core::{Error as CoreError, Operation};
use serde::de::DeserializeOwned;

use super::course::Course;
use super::{Created, Goal, Status};
use crate::tradevest::create::Sending;
use crate::tradevest::{Error, EventType};

/// Something at the provider that can be waited for: the generated types of what is created, and [`SecuritiesOrder`] and
/// [`EntityOnboarding`], which no documented operation reads. It can't be implemented elsewhere.
///
/// [`SecuritiesOrder`]: super::SecuritiesOrder
/// [`EntityOnboarding`]: super::EntityOnboarding
pub trait Thing: Described {}

impl<T: Described> Thing for T {}

/// A [`Thing`] that can be read.
pub trait Readable: Thing + Read {}

impl<T: Thing + Read> Readable for T {}

/// What is known of a kind of thing.
pub trait Described: Clone + fmt::Debug + Send + Sync + 'static {
    /// Its name in stored handles.
    const KIND: &'static str;
    /// The types of the notifications that may be about it.
    const EVENTS: &'static [EventType];

    /// Its statuses.
    fn course() -> &'static Course;

    /// Where it stands; `None` where it doesn't say.
    fn status(&self) -> Option<Status>;

    /// What it says itself about why it failed.
    fn own_words(&self) -> Option<&str> {
        None
    }

    /// Whether it has what a goal is waited for besides the status.
    fn has_what_is_wanted(&self, _: &Goal) -> bool {
        true
    }
}

/// How a kind of thing is read.
pub trait Read: Described {
    /// The operation that reads it.
    fn operation() -> &'static Operation;

    /// Reads it.
    fn look(created: &Created<Self>) -> Sending<Look<Self>>;
}

/// What a reading brings.
#[derive(Debug)]
pub enum Look<T> {
    /// The thing.
    There(T),
    /// There is no such thing, as far as the provider says; with the error that this is to who wants it.
    Absent(Error),
}

/// Reads a thing that has an operation of its own, by the name of its identifier in the path.
pub(super) fn by_id<T: DeserializeOwned + Send + 'static>(
    created: &Created<T>,
    operation: &'static Operation,
    name: &'static str,
) -> Sending<Look<T>> {
    let created = created.clone();
    Box::pin(async move {
        check_id(created.id(), operation)?;
        let mut request = created.client().api().session().request(operation);
        request.path(name, created.id());
        match request.send_json::<T, _>().await {
            Ok(answer) => Ok(Look::There(answer.into_inner())),
            Err(error) => absent_or_err(error),
        }
    })
}

/// A refusal because there is no such thing, or any other.
pub(super) fn absent_or_err<T>(error: Error) -> Result<Look<T>, Error> {
    if error.is_not_found() {
        Ok(Look::Absent(error))
    } else {
        Err(error)
    }
}

/// A blank one would ask for something else than the thing.
pub(super) fn check_id(id: &str, operation: &Operation) -> Result<(), Error> {
    if !id.trim().is_empty() {
        return Ok(());
    }
    Err(CoreError::invalid_request(
        operation,
        "the identifier is empty; give the one that the creation was answered with",
    ))
}

/// The generated types that have an operation to be read with.
macro_rules! things {
    ($(
        $thing:ident = $kind:literal,
        told by [$($event:ident),+],
        on $course:ident,
        read by $operation:ident of $id:literal,
        status $status:expr
        $(, words $words:expr)?
        $(, wants $wants:expr)?
    ;)+) => {$(
        impl $crate::tradevest::wait::thing::Described for types::$thing {
            const KIND: &'static str = $kind;
            const EVENTS: &'static [EventType] = &[$(EventType::$event),+];

            fn course() -> &'static $crate::tradevest::wait::course::Course {
                &$crate::tradevest::wait::course::$course
            }

            fn status(&self) -> Option<Status> {
                let status: fn(&Self) -> Option<&str> = $status;
                Status::said(status(self)?)
            }

            $(fn own_words(&self) -> Option<&str> {
                let words: fn(&Self) -> Option<&str> = $words;
                words(self)
            })?

            $(fn has_what_is_wanted(&self, goal: &$crate::tradevest::Goal) -> bool {
                let wants: fn(&Self, &$crate::tradevest::Goal) -> bool = $wants;
                wants(self, goal)
            })?
        }

        impl $crate::tradevest::wait::thing::Read for types::$thing {
            fn operation() -> &'static florin_core::Operation {
                &operations::$operation
            }

            fn look(created: &Created<Self>) -> Sending<Look<Self>> {
                by_id(created, &operations::$operation, $id)
            }
        }
    )+};
}

pub(super) use things;

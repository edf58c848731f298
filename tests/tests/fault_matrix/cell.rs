//! What stands in a cell: what the caller was told, what the provider saw, and what was done there.

use std::collections::BTreeMap;
use std::fmt;

use florin::{Effect, Error};

/// What became of one call under one fault.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub(crate) told: Told,
    /// Requests of the operation that the fault strikes.
    pub(crate) asked: Option<usize>,
    /// Requests of other operations, by name.
    pub(crate) others: BTreeMap<String, usize>,
    /// Effects, where it has any.
    pub(crate) done: Option<usize>,
    /// What else there is to say of it.
    pub(crate) notes: Vec<String>,
    /// What must not be, found by whoever made the cell.
    pub(crate) wrong: Vec<String>,
}

/// What the caller was told.
#[derive(Clone, Debug)]
pub(crate) enum Told {
    /// Success; and what else it says of itself.
    Success(&'static str),
    Failure(Failure),
    /// Nothing, for longer than anybody should wait.
    Nothing,
    /// Something that isn't a call's result. No rule of calls is for it.
    Other(String),
}

#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) effect: Effect,
    pub(crate) attempts: u32,
    pub(crate) is_retryable: bool,
    pub(crate) cause: String,
    /// The whole sentence, for whoever looks into a broken rule.
    pub(crate) said: String,
}

impl Told {
    /// `success` says what is special about it.
    pub(crate) fn of<T, E>(
        result: &Result<T, Error<E>>,
        success: impl FnOnce(&T) -> &'static str,
    ) -> Self {
        match result {
            Ok(value) => Self::Success(success(value)),
            Err(error) => Self::Failure(Failure {
                effect: error.effect(),
                attempts: error.attempts(),
                is_retryable: error.is_retryable(),
                cause: cause(error),
                said: format!("{error:#}"),
            }),
        }
    }
}

fn cause<E>(error: &Error<E>) -> String {
    let status = error.status().map(|status| status.as_u16());
    match status {
        _ if error.is_connect() => "no connection".to_owned(),
        _ if error.is_invalid_request() => "refused here".to_owned(),
        _ if error.is_decode() => "unreadable".to_owned(),
        Some(401) if error.token_error().is_some() => "401, no other token".to_owned(),
        _ if error.token_error().is_some() && status.is_none() => "no token".to_owned(),
        Some(status) if error.is_in_progress() => format!("{status}, in progress"),
        Some(status) if status < 300 && error.is_transient() => "cut off".to_owned(),
        Some(status) if status < 300 => "too large".to_owned(),
        Some(status) => status.to_string(),
        None if error.is_timeout() => "time-out".to_owned(),
        None => "lost".to_owned(),
    }
}

impl Cell {
    pub(crate) const fn new(told: Told) -> Self {
        Self {
            told,
            asked: None,
            others: BTreeMap::new(),
            done: None,
            notes: Vec::new(),
            wrong: Vec::new(),
        }
    }

    pub(crate) fn note(&mut self, what: impl Into<String>) {
        self.notes.push(what.into());
    }

    pub(crate) fn wrong(&mut self, what: impl Into<String>) {
        self.wrong.push(what.into());
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.told {
            Told::Success("") => f.write_str("**ok**")?,
            Told::Success(special) => write!(f, "**ok**, {special}")?,
            Told::Nothing => f.write_str("HUNG")?,
            Told::Other(what) => f.write_str(what)?,
            Told::Failure(failure) => {
                // A read is neither done nor not done.
                match (self.done, failure.effect) {
                    (None, Effect::Answered) => f.write_str("failed")?,
                    (_, effect) => write!(f, "{effect}")?,
                }
                write!(f, ", {}", failure.cause)?;
                if failure.is_retryable {
                    f.write_str(" ↻")?;
                }
            }
        }
        if let Some(asked) = self.asked {
            write!(f, "; {asked} sent")?;
        }
        if let Some(done) = self.done {
            write!(f, ", {done} done")?;
        }
        for (name, count) in &self.others {
            match count {
                1 => write!(f, "; {name}")?,
                count => write!(f, "; {count} × {name}")?,
            }
        }
        for note in &self.notes {
            write!(f, "; {note}")?;
        }
        Ok(())
    }
}

//! What of a spec could not be taken as it is written: told, and worked around, instead of failing the whole of it.

use std::fmt;

use crate::error::{Place, one_line};

/// Something in a spec that could not be taken as it is written.
///
/// `Display` is the whole message, on one line: `file: place: what is wrong; what came of it`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    file: String,
    place: Place,
    wrong: String,
    outcome: Outcome,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    LeftOut,
    Taken(String),
}

impl Finding {
    /// The operation at this place is left out.
    pub(crate) fn left_out(place: Place, wrong: impl Into<String>) -> Self {
        Self {
            file: String::new(),
            place,
            wrong: one_line(&wrong.into()),
            outcome: Outcome::LeftOut,
        }
    }

    /// It is taken in another way than it is written; `how` says in which, as in `it is read as any JSON`.
    pub(crate) fn taken(place: Place, wrong: impl Into<String>, how: impl Into<String>) -> Self {
        Self {
            file: String::new(),
            place,
            wrong: one_line(&wrong.into()),
            outcome: Outcome::Taken(one_line(&how.into())),
        }
    }

    /// Says which file it is about, unless that is known.
    pub(crate) fn in_file(mut self, file: &str) -> Self {
        if self.file.is_empty() {
            file.clone_into(&mut self.file);
        }
        self
    }

    pub(crate) const fn place(&self) -> &Place {
        &self.place
    }

    /// Whether it is that one operation is left out: the client has no method for it. Any other finding is about something
    /// that is taken in another way than it is written, and says in which: mostly, a type is looser than the spec means it.
    /// Where the document holds no operation that could be named (a path that is a list, a path item that isn't there, the
    /// first of two keys of one name), it is one of those as well.
    #[must_use]
    pub const fn is_left_out(&self) -> bool {
        matches!(self.outcome, Outcome::LeftOut)
    }

    /// Where in the spec it is: an operation (`GET /loans (listLoans)`), a JSON pointer, a line, or empty for all of it.
    #[must_use]
    pub fn location(&self) -> String {
        let place = self.place.to_string();
        place.trim_matches([':', ' ']).to_owned()
    }

    /// What is wrong, and what came of it, without the file and the place.
    #[must_use]
    pub fn reason(&self) -> String {
        match &self.outcome {
            Outcome::LeftOut => self.wrong.clone(),
            Outcome::Taken(how) => format!("{}; {how}", self.wrong),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.file, self.place, self.reason())?;
        match self.outcome {
            Outcome::LeftOut => write!(f, "; the operation is left out"),
            Outcome::Taken(_) => Ok(()),
        }
    }
}

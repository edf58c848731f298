//! What a verb ends with: an answer for standard output, with or without findings, or a problem that kept it from answering.

use std::fmt;

/// What a verb says, and whether it found something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Goes to standard output as it is.
    pub text: String,
    /// Whether something has to be looked at: exit code 1 instead of 0.
    pub has_findings: bool,
}

impl Answer {
    /// Nothing to look at.
    pub fn fine(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            has_findings: false,
        }
    }

    /// Something to look at.
    pub fn findings(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            has_findings: true,
        }
    }
}

/// Why a verb could not answer: it was called wrongly, or what it was given can't be used. Exit code 2.
///
/// `Display` is the whole message, `where: what is wrong; what to do`, and goes to standard error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(String);

impl Problem {
    /// `place` is a file, an option or a thing; `wrong` says what is wrong with it, `remedy` what to do.
    pub fn new(place: impl fmt::Display, wrong: impl fmt::Display, remedy: &str) -> Self {
        Self(format!("{place}: {wrong}; {remedy}"))
    }
}

impl Problem {
    /// The message in two: where and what is wrong, and what to do.
    #[must_use]
    pub fn parts(&self) -> (String, String) {
        let (wrong, remedy) = self.0.rsplit_once("; ").unwrap_or((&self.0, "correct it"));
        (wrong.to_owned(), remedy.to_owned())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

/// A message that is whole already.
impl From<String> for Problem {
    fn from(message: String) -> Self {
        Self(message)
    }
}

/// What is wrong with a spec is said by the generator.
impl From<florin_codegen::Error> for Problem {
    fn from(error: florin_codegen::Error) -> Self {
        Self(error.to_string())
    }
}

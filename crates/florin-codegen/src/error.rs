//! The one message that a broken spec gets: which file, where in it, what is wrong, what to do.

use std::fmt;

use crate::mark;

/// Why no code could be made of a spec.
///
/// `Display` is the whole message, on one line: `file: place: what is wrong; what to do`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Message>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Message {
    file: String,
    place: Place,
    wrong: String,
    remedy: String,
    is_strict: bool,
}

/// Where in the file it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The file as a whole.
    File,
    /// A line of it, counted from 1.
    Line(usize),
    /// A JSON pointer with its `#`.
    Pointer(String),
    /// An operation: method, path, and its id where it has one.
    Operation(String, String, Option<String>),
}

impl Error {
    pub(crate) fn new(place: Place, wrong: impl Into<String>, remedy: impl Into<String>) -> Self {
        let (wrong, remedy) = (one_line(&wrong.into()), one_line(&remedy.into()));
        Self(Box::new(Message {
            file: String::new(),
            place,
            wrong,
            remedy,
            is_strict: false,
        }))
    }

    /// It is about a word of ours, whose author is there to correct it: nothing gives way.
    pub(crate) fn strict(mut self) -> Self {
        self.0.is_strict = true;
        self
    }

    pub(crate) const fn is_strict(&self) -> bool {
        self.0.is_strict
    }

    pub(crate) fn wrong(&self) -> &str {
        &self.0.wrong
    }

    pub(crate) fn file(wrong: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(Place::File, wrong, remedy)
    }

    pub(crate) fn pointer(
        pointer: impl Into<String>,
        wrong: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self::new(Place::Pointer(pointer.into()), wrong, remedy)
    }

    pub(crate) const fn place(&self) -> &Place {
        &self.0.place
    }

    pub(crate) fn in_file(mut self, file: &str) -> Self {
        file.clone_into(&mut self.0.file);
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Message {
            file,
            place,
            wrong,
            remedy,
            ..
        } = &*self.0;
        write!(f, "{file}{place}{wrong}; {remedy}")
    }
}

/// Between the file and what is wrong there.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A path may have a note on it.
        let plain = |text: &str| mark::strip(text);
        match self {
            Self::File => write!(f, ": "),
            Self::Line(line) => write!(f, ":{line}: "),
            Self::Pointer(pointer) => write!(f, ": {}: ", plain(pointer)),
            Self::Operation(method, path, None) => {
                write!(f, ": {} {}: ", method.to_uppercase(), plain(path))
            }
            Self::Operation(method, path, Some(id)) => {
                write!(f, ": {} {} ({id}): ", method.to_uppercase(), plain(path))
            }
        }
    }
}

impl std::error::Error for Error {}

/// Cargo takes a message up to the end of its line.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = line.char_indices().nth(600) {
        line.truncate(cut);
        line.push('…');
    }
    line
}

//! The one message that a broken spec gets: which file, where in it, what is wrong, what to do.

use std::fmt;

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
        }))
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
        } = &*self.0;
        write!(f, "{file}")?;
        match place {
            Place::File => write!(f, ": ")?,
            Place::Line(line) => write!(f, ":{line}: ")?,
            Place::Pointer(pointer) => write!(f, ": {pointer}: ")?,
            Place::Operation(method, path, None) => {
                write!(f, ": {} {path}: ", method.to_uppercase())?
            }
            Place::Operation(method, path, Some(id)) => {
                write!(f, ": {} {path} ({id}): ", method.to_uppercase())?
            }
        }
        write!(f, "{wrong}; {remedy}")
    }
}

impl std::error::Error for Error {}

/// Cargo takes a message up to the end of its line.
fn one_line(text: &str) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = line.char_indices().nth(600) {
        line.truncate(cut);
        line.push('…');
    }
    line
}

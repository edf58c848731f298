//! A file in a form of several parts.

use std::cell::RefCell;
use std::fmt;

use bytes::Bytes;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A file in a [`Multipart`](crate::Multipart) form: its content, its name and what it is.
///
/// All of it is in memory, so that an attempt that is repeated sends the same bytes. `Debug` shows its size and nothing
/// else: name and content may be a customer's.
///
/// ```
/// use florin_core::FilePart;
///
/// let file = FilePart::new("passport.pdf", b"%PDF-1.7".as_slice()).media_type("application/pdf");
/// assert_eq!(file.content().len(), 8);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct FilePart {
    name: String,
    media_type: String,
    content: Bytes,
}

impl FilePart {
    /// A file of this name, without its folder. It is `application/octet-stream` unless
    /// [`media_type`](Self::media_type) says otherwise.
    pub fn new(name: impl Into<String>, content: impl Into<Bytes>) -> Self {
        Self {
            name: name.into(),
            media_type: "application/octet-stream".to_owned(),
            content: content.into(),
        }
    }

    /// Says what it is, as in `application/pdf`.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = media_type.into();
        self
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is.
    #[must_use]
    pub fn content_type(&self) -> &str {
        &self.media_type
    }

    /// What is in it.
    #[must_use]
    pub const fn content(&self) -> &Bytes {
        &self.content
    }
}

impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FilePart({} bytes)", self.content.len())
    }
}

/// The name under which a file that is collected stands for itself, by its place in the collection.
pub(crate) const COLLECTED: &str = "$florin_core::FilePart";

thread_local! {
    /// While a form is taken apart: the files that were met. serde hands on no type of ours, and no file should be copied.
    static FILES: RefCell<Option<Vec<FilePart>>> = const { RefCell::new(None) };
}

/// Calls `f` and returns the files that were met by what it serialized.
pub(crate) fn collect<T>(f: impl FnOnce() -> T) -> (T, Vec<FilePart>) {
    /// Stops collecting, also where `f` panics.
    struct Until(Option<Vec<FilePart>>);

    impl Drop for Until {
        fn drop(&mut self) {
            FILES.set(self.0.take());
        }
    }

    let until = Until(FILES.replace(Some(Vec::new())));
    let result = f();
    let files = FILES.take().unwrap_or_default();
    drop(until);
    (result, files)
}

/// The place of the file in what is collected.
fn collected(file: &FilePart) -> Option<usize> {
    FILES.with_borrow_mut(|files| {
        let files = files.as_mut()?;
        files.push(file.clone());
        Some(files.len() - 1)
    })
}

/// Writes how large it is. A file goes out as a part of a form and has no form as JSON; the types that hold one can be
/// written all the same.
impl Serialize for FilePart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match collected(self) {
            Some(place) => serializer.serialize_newtype_struct(COLLECTED, &place),
            None => serializer.collect_str(&format_args!("{} bytes", self.content.len())),
        }
    }
}

/// Refuses everything: a file can't be read out of JSON.
impl<'de> Deserialize<'de> for FilePart {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom(
            "a file can't be read out of JSON; make it of its content",
        ))
    }
}

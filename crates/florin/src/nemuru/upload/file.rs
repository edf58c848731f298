//! A file to be uploaded, wherever it lies.

use std::fmt;
use std::path::PathBuf;
use std::pin::Pin;

use florin_core::{Bytes, Redacted};
use florin_nemuru::types::FileType;
use tokio::io::AsyncRead;

/// A file to be uploaded: what it shows, its name, and where its content comes from.
///
/// ```
/// use florin::nemuru::{UploadFile, types::FileType};
///
/// let front = UploadFile::path("scans/front.jpeg", FileType::DocumentIdFront);
/// let back = UploadFile::bytes("back.jpeg", FileType::DocumentIdBack, vec![0xff, 0xd8]);
/// // A type that the documentation doesn't list goes out as it is.
/// let other = UploadFile::reader("payslip.pdf", "payslip", b"%PDF-1.7".as_slice());
/// # let _ = (front, back, other);
/// ```
#[must_use = "a file is uploaded by Loan::upload"]
pub struct UploadFile {
    pub(super) name: String,
    pub(super) file_type: FileType,
    pub(super) source: Source,
}

/// Where the content comes from.
pub(super) enum Source {
    Bytes(Bytes),
    Path(PathBuf),
    Reader(Pin<Box<dyn AsyncRead + Send>>),
}

impl UploadFile {
    /// A file in memory. The bytes are shared and not copied; beside them the request holds them once in Base64.
    pub fn bytes(
        name: impl Into<String>,
        file_type: impl Into<FileType>,
        content: impl Into<Bytes>,
    ) -> Self {
        Self {
            name: name.into(),
            file_type: file_type.into(),
            source: Source::Bytes(content.into()),
        }
    }

    /// A file on disk, under its own name. It is read piece by piece when its request is made, and must not change
    /// meanwhile.
    pub fn path(path: impl Into<PathBuf>, file_type: impl Into<FileType>) -> Self {
        let path = path.into();
        let name = path.file_name().unwrap_or_default();
        Self {
            name: name.to_string_lossy().into_owned(),
            file_type: file_type.into(),
            source: Source::Path(path),
        }
    }

    /// A file from a reader. It is read to its end before anything is sent, because only then its size is known, and
    /// held in memory until its request is made. One that never ends is waited for: see [`Loan::upload`](super::super::Loan::upload).
    pub fn reader(
        name: impl Into<String>,
        file_type: impl Into<FileType>,
        content: impl AsyncRead + Send + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            file_type: file_type.into(),
            source: Source::Reader(Box::pin(content)),
        }
    }

    /// Goes by another name. Give the ending too.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }
}

/// Shows what it is; its name and where it lies may tell whose it is.
impl fmt::Debug for UploadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let source = match &self.source {
            Source::Bytes(_) => "bytes",
            Source::Path(_) => "path",
            Source::Reader(_) => "reader",
        };
        f.debug_struct("UploadFile")
            .field("type", &self.file_type)
            .field("name", &Redacted)
            .field("source", &source)
            .finish()
    }
}

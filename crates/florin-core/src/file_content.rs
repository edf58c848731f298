//! What a file holds.

use std::fmt;
use std::ops::Deref;

use bytes::Bytes;

/// The content of a file that was downloaded, byte by byte as it came. Reads like a slice of bytes.
///
/// `Debug` shows how long it is and nothing else: a document is somebody's.
///
/// ```
/// # use florin_core::FileContent;
/// # fn keep(file: FileContent) -> std::io::Result<()> {
/// assert!(file.starts_with(b"%PDF"));
/// std::fs::write("receipt.pdf", &file[..])
/// # }
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct FileContent(Bytes);

impl FileContent {
    /// The bytes alone. They show themselves in `Debug`.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.0
    }
}

impl From<Bytes> for FileContent {
    fn from(content: Bytes) -> Self {
        Self(content)
    }
}

impl From<FileContent> for Bytes {
    fn from(content: FileContent) -> Self {
        content.0
    }
}

impl Deref for FileContent {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for FileContent {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for FileContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{} bytes]", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_like_bytes_and_shows_none() {
        let file = FileContent::from(Bytes::from_static(b"%PDF Ana"));
        assert!(file.starts_with(b"%PDF"));
        assert_eq!(format!("{file:?}"), "[8 bytes]");
        assert_eq!(file.into_bytes(), "%PDF Ana");
    }
}

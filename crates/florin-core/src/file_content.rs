//! What a file holds.

use std::fmt;
use std::ops::Deref;

use bytes::Bytes;

use crate::media_type::MediaType;

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
///
/// Two are equal that hold the same bytes, whatever they are said to be.
#[derive(Clone, Default)]
pub struct FileContent {
    bytes: Bytes,
    media_type: MediaType,
}

impl FileContent {
    pub(crate) const fn new(bytes: Bytes, media_type: MediaType) -> Self {
        Self { bytes, media_type }
    }

    /// What the provider says that it is (`Content-Type`), in its own words.
    #[must_use]
    pub fn media_type(&self) -> Option<&str> {
        self.media_type.said()
    }

    /// The bytes as a text, where they are UTF-8.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// The bytes alone. They show themselves in `Debug`.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }
}

impl PartialEq for FileContent {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for FileContent {}

impl From<Bytes> for FileContent {
    fn from(content: Bytes) -> Self {
        Self::new(content, MediaType::none())
    }
}

impl From<FileContent> for Bytes {
    fn from(content: FileContent) -> Self {
        content.bytes
    }
}

impl Deref for FileContent {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl AsRef<[u8]> for FileContent {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Debug for FileContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{} bytes]", self.bytes.len())
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
        assert_eq!((file.text(), file.media_type()), (Some("%PDF Ana"), None));
        assert_eq!(file.into_bytes(), "%PDF Ana");
    }
}

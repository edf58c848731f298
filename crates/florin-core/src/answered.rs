//! An answer that is about to be read.

use bytes::Bytes;
use http::StatusCode;
use serde::de::DeserializeOwned;

use crate::decode::{self, DecodeError};
use crate::media_type::MediaType;
use crate::{FileContent, Raw};

/// An answer that is about to be read; what a [`FromAnswer`](crate::FromAnswer) is given.
pub struct Answered<'a> {
    status: StatusCode,
    media_type: MediaType,
    body: &'a Bytes,
    empty: Empty,
}

/// What an empty body is read as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Empty {
    /// Nothing.
    Nothing,
    /// `null`.
    Null,
    /// `{}`, and failing that `null`.
    Object,
}

impl<'a> Answered<'a> {
    pub(crate) const fn new(
        status: StatusCode,
        media_type: MediaType,
        body: &'a Bytes,
        empty: Empty,
    ) -> Self {
        Self {
            status,
            media_type,
            body,
            empty,
        }
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Whether it came as one of these media types, which are written in small letters and without parameters; `text/*`
    /// stands for all of a kind. An answer that doesn't say is `application/octet-stream`.
    #[must_use]
    pub fn is(&self, media_types: &[&str]) -> bool {
        self.media_type.is_of(media_types)
    }

    /// The body as JSON, where it is and is of this type.
    #[must_use]
    pub fn json<T: DeserializeOwned>(&self) -> Option<T> {
        self.decoded().ok()
    }

    /// The body as a file.
    #[must_use]
    pub fn file(&self) -> FileContent {
        FileContent::new(self.body.clone(), self.media_type.clone())
    }

    /// The body as it came.
    #[must_use]
    pub fn raw(&self) -> Raw {
        Raw::new(self.body.clone(), self.media_type.clone())
    }

    pub(crate) fn decoded<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        let is_blank = self.body.trim_ascii().is_empty();
        match self.empty {
            Empty::Object if is_blank => decode::json(b"{}").or_else(|_| decode::json(b"")),
            Empty::Nothing if is_blank => Err(DecodeError::empty()),
            _ => decode::json(self.body),
        }
    }
}

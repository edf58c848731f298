//! A form of several parts (`multipart/form-data`, RFC 7578).

use std::fmt;

use bytes::Bytes;
use http::HeaderValue;
use ring::digest::{Context, SHA256};
use serde::Serialize;

use crate::{FilePart, encode, key_field};

/// A form of several parts, each JSON or a file. Generated clients put it together; by hand:
///
/// ```no_run
/// # async fn f(session: florin_core::Session) -> Result<(), florin_core::Error> {
/// use florin_core::{FilePart, Multipart, Operation, http::Method};
///
/// let operation = Operation::custom(Method::POST, "/documents");
/// let mut form = Multipart::new();
/// form.json("document", &serde_json::json!({ "type": "PASSPORT" }));
/// form.file("file", FilePart::new("passport.pdf", b"%PDF-1.7".as_slice()).media_type("application/pdf"));
/// let mut request = session.request(&operation);
/// request.multipart(form);
/// request.send_empty().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
pub struct Multipart {
    parts: Vec<Part>,
    problem: Option<String>,
}

#[derive(Clone)]
struct Part {
    name: String,
    /// What stands before the content, with the empty line.
    head: String,
    content: Bytes,
    is_json: bool,
}

impl Multipart {
    /// One without parts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a part of JSON (`application/json`). An absent value adds nothing.
    pub fn json<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        match encode::json(value) {
            Ok(json) if json == b"null" => {}
            Ok(json) => self.parts.push(Part {
                name: name.to_owned(),
                head: head(name, None, "application/json"),
                content: json.into(),
                is_json: true,
            }),
            Err(error) => self.refuse(format!("the part {name} can't be written as JSON: {error}")),
        }
        self
    }

    /// Adds a file. `None` adds nothing.
    pub fn file(&mut self, name: &str, file: impl Into<Option<FilePart>>) -> &mut Self {
        let Some(file) = file.into() else {
            return self;
        };
        let media_type = file.content_type();
        if !media_type.contains('/') || HeaderValue::from_str(media_type).is_err() {
            self.refuse(format!(
                "the part {name} is a file of {media_type:?}, which can't be a media type; give one such as application/pdf"
            ));
            return self;
        }
        self.parts.push(Part {
            name: name.to_owned(),
            head: head(name, Some(file.name()), media_type),
            content: file.content().clone(),
            is_json: false,
        });
        self
    }

    /// Whether it has the field by which the provider knows a repeat: `part.field`.
    pub(crate) fn has_field(&self, path: &str) -> bool {
        path.split_once('.').is_some_and(|(name, field)| {
            self.parts.iter().any(|part| {
                part.is_json && part.name == name && key_field::is_in(&part.content, field)
            })
        })
    }

    /// Its media type, with the boundary, and all of its bytes.
    pub(crate) fn body(self) -> Result<(HeaderValue, Bytes), String> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        let boundary = self.boundary();
        let parts = self.parts.iter();
        // Two dashes and two line breaks go with each boundary.
        let size = parts.map(|part| part.head.len() + part.content.len() + boundary.len() + 6);
        let mut body = Vec::with_capacity(size.sum::<usize>() + boundary.len() + 6);
        for part in &self.parts {
            body.extend_from_slice(format!("--{boundary}\r\n{}", part.head).as_bytes());
            body.extend_from_slice(&part.content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        let media_type = format!("multipart/form-data; boundary={boundary}");
        let media_type = HeaderValue::from_str(&media_type).map_err(|error| error.to_string())?;
        Ok((media_type, body.into()))
    }

    /// A digest of the parts: the same form is the same bytes each time, also where it is told from others by its
    /// [fingerprint](crate::Fingerprint), and none can be made that has its own digest in it.
    fn boundary(&self) -> String {
        let mut digest = Context::new(&SHA256);
        for part in &self.parts {
            for piece in [part.head.as_bytes(), &part.content] {
                digest.update(&(piece.len() as u64).to_be_bytes());
                digest.update(piece);
            }
        }
        let mut boundary = String::from("florin-");
        for byte in &digest.finish().as_ref()[..16] {
            boundary.push_str(&format!("{byte:02x}"));
        }
        boundary
    }

    /// Keeps the first problem.
    fn refuse(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }
}

/// The lines before a part's content.
fn head(name: &str, file_name: Option<&str>, media_type: &str) -> String {
    let file_name = file_name
        .map(|file_name| format!("; filename=\"{}\"", quoted(file_name)))
        .unwrap_or_default();
    format!(
        "Content-Disposition: form-data; name=\"{}\"{file_name}\r\nContent-Type: {media_type}\r\n\r\n",
        quoted(name)
    )
}

/// As browsers write it: what would end the text or the line is escaped, all else is as it is.
fn quoted(text: &str) -> String {
    text.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Shows how many parts there are: what is in them may be a customer's.
impl fmt::Debug for Multipart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Multipart({} parts)", self.parts.len())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn text(form: &Multipart) -> (String, String) {
        let (media_type, body) = form.clone().body().unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        (media_type.to_str().unwrap().to_owned(), body)
    }

    fn form(name: &str) -> Multipart {
        let mut form = Multipart::new();
        form.json("document", &json!({ "id": "a" }))
            .json("none", &None::<u8>)
            .file("none", None)
            .file(
                "file",
                FilePart::new(name, "%PDF\r\n--").media_type("application/pdf"),
            );
        form
    }

    #[test]
    fn each_part_says_what_it_is_and_the_body_is_as_large_as_foretold() {
        let (media_type, body) = text(&form("a \"ñ\"\r\n.pdf"));
        let boundary = media_type
            .strip_prefix("multipart/form-data; boundary=")
            .unwrap();
        assert_eq!(
            body,
            format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"document\"\r\nContent-Type: application/json\r\n\r\n\
                 {{\"id\":\"a\"}}\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; \
                 filename=\"a %22ñ%22%0D%0A.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--\r\n--{boundary}--\r\n"
            )
        );
        let (_, bytes) = form("a.pdf").body().unwrap();
        let length = bytes.len();
        assert_eq!(Vec::from(bytes).capacity(), length);
    }

    #[test]
    fn the_same_form_is_the_same_bytes_and_another_has_another_boundary() {
        assert_eq!(text(&form("a")), text(&form("a")));
        assert_ne!(text(&form("a")).0, text(&form("b")).0);
        assert!(text(&Multipart::new()).1.starts_with("--florin-"));
    }

    #[test]
    fn a_field_is_looked_for_in_the_part_of_json_that_it_is_said_to_be_in() {
        let mut form = form("a");
        assert!(form.has_field("document.id"));
        for path in ["id", "document", "document.other", "other.id", "file.id"] {
            assert!(!form.has_field(path), "{path}");
        }
        form.file("more", FilePart::new("a", r#"{"id":"a"}"#));
        assert!(!form.has_field("more.id"), "a file is no JSON");
    }

    #[test]
    fn what_cannot_be_written_is_told_without_repeating_it() {
        let mut form = form("a");
        form.file("other", FilePart::new("secret", "secret").media_type("pdf"));
        form.file(
            "third",
            FilePart::new("secret", "").media_type("a/b\r\nX: y"),
        );
        assert_eq!(
            form.body().unwrap_err(),
            "the part other is a file of \"pdf\", which can't be a media type; give one such as application/pdf"
        );
    }

    #[test]
    fn debug_shows_nothing_of_what_is_in_it() {
        let file = FilePart::new("secret", "secret");
        assert_eq!(
            format!("{file:?} {:?}", form("secret")),
            "FilePart(6 bytes) Multipart(2 parts)"
        );
        assert_eq!(serde_json::to_string(&file).unwrap(), "\"6 bytes\"");
        assert!(serde_json::from_str::<FilePart>("\"6 bytes\"").is_err());
    }
}

//! A form of several parts (`multipart/form-data`, RFC 7578).

use std::fmt;

use bytes::Bytes;
use http::HeaderValue;
use ring::digest::{Context, SHA256};
use serde::Serialize;

use crate::each_field::{TakesField, each_field};
use crate::file_part::collect;
use crate::written::{Unwritable, Written};
use crate::{FilePart, encode, key_field};

const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";
const OCTETS: &str = "application/octet-stream";

/// A form of several parts, each JSON, a text or a file. Generated clients put it together; by hand:
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
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Json,
    Text,
    File,
}

impl Multipart {
    /// One without parts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a part of JSON (`application/json`). An absent value adds nothing.
    pub fn json<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        self.json_as(name, JSON, value)
    }

    fn json_as<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        media_type: &str,
        value: &T,
    ) -> &mut Self {
        match encode::json(value) {
            Ok(json) if json == b"null" => {}
            Ok(json) => self.push(name, (None, media_type), json.into(), Kind::Json),
            Err(error) => self.refuse(format!("the part {name} can't be written as JSON: {error}")),
        }
        self
    }

    /// Adds a text (`text/plain`).
    pub fn text(&mut self, name: &str, text: &str) -> &mut Self {
        self.push(name, (None, TEXT), text.to_owned().into(), Kind::Text);
        self
    }

    fn push(&mut self, name: &str, head_of: (Option<&str>, &str), content: Bytes, kind: Kind) {
        let (file_name, media_type) = head_of;
        self.parts.push(Part {
            name: name.to_owned(),
            head: head(name, file_name, media_type),
            content,
            kind,
        });
    }

    /// The fields of an object, part by part, as OpenAPI has it: a single value is a text, an object JSON, a
    /// [`FilePart`] a file, and a list one part for each of its elements. A field of one of the names in `media_types` is of that
    /// media type: where it is one of JSON, the whole value is written as JSON; a file keeps the one that it has of its own.
    #[must_use]
    pub fn of<T: Serialize + ?Sized>(media_types: &[(&str, &str)], body: &T) -> Self {
        let mut parts = Parts {
            form: Self::new(),
            media_types,
        };
        if let Err(Unwritable(why)) = each_field(body, &mut parts) {
            parts.form.refuse(format!("the form {why}"));
        }
        parts.form
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
        let head = (Some(file.name()), media_type);
        self.push(name, head, file.content().clone(), Kind::File);
        self
    }

    /// Whether it has the field by which the provider knows a repeat: `part.field`, or a part that is a text.
    pub(crate) fn has_field(&self, path: &str) -> bool {
        self.parts.iter().any(|part| match part.kind {
            Kind::Json => path
                .strip_prefix(&part.name)
                .and_then(|rest| rest.strip_prefix('.'))
                .is_some_and(|field| key_field::is_in(&part.content, field)),
            Kind::Text => part.name == path && !part.content.is_empty(),
            Kind::File => false,
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

/// Makes a part of each field.
struct Parts<'a> {
    form: Multipart,
    media_types: &'a [(&'a str, &'a str)],
}

impl TakesField for Parts<'_> {
    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Unwritable> {
        let media_types = self.media_types.iter();
        let media_type = media_types.copied().find(|(known, _)| *known == name);
        let media_type = media_type.map(|(_, media_type)| media_type);
        if let Some(media_type) = media_type
            && is_json(media_type)
        {
            self.form.json_as(name, media_type, value);
            return Ok(());
        }
        let (written, files) = collect(|| Written::of(value));
        match written.map_err(|Unwritable(why)| Unwritable(format!("part {name} {why}")))? {
            Written::List(items) if items.iter().any(needs_json) => {
                if items.iter().any(Written::has_file) {
                    return Err(misplaced(name));
                }
                let values = serde_json::to_value(value).unwrap_or_default();
                for value in values.as_array().into_iter().flatten() {
                    match value {
                        serde_json::Value::String(text) => self.form.text(name, text),
                        value => self.form.json(name, value),
                    };
                }
            }
            Written::List(items) => {
                for item in &items {
                    self.one(name, media_type, item, &files);
                }
            }
            written if needs_json(&written) && written.has_file() => return Err(misplaced(name)),
            written if needs_json(&written) => drop(self.form.json(name, value)),
            written => self.one(name, media_type, &written, &files),
        }
        Ok(())
    }
}

impl Parts<'_> {
    fn one(&mut self, name: &str, media_type: Option<&str>, value: &Written, files: &[FilePart]) {
        match value {
            Written::Text(text) => {
                let head = (None, media_type.unwrap_or(TEXT));
                self.form.push(name, head, text.clone().into(), Kind::Text);
            }
            Written::File(place) => {
                let file = files.get(*place).cloned();
                let file = file.map(|file| match media_type {
                    Some(media_type) if file.content_type() == OCTETS => {
                        file.media_type(media_type)
                    }
                    _ => file,
                });
                self.form.file(name, file);
            }
            Written::Absent | Written::List(_) | Written::Object(_) => {}
        }
    }
}

fn needs_json(value: &Written) -> bool {
    matches!(value, Written::List(_) | Written::Object(_))
}

fn misplaced(name: &str) -> Unwritable {
    Unwritable(format!(
        "part {name} holds a file inside of an object, where none can go"
    ))
}

fn is_json(media_type: &str) -> bool {
    let bare = media_type.split(';').next().unwrap_or_default().trim();
    bare.eq_ignore_ascii_case(JSON) || bare.to_ascii_lowercase().ends_with("+json")
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
    fn a_text_is_a_field_by_itself() {
        let mut form = Multipart::new();
        form.text("id", "a").text("empty", "");
        assert!(form.has_field("id"));
        assert!(!form.has_field("empty"));
        assert!(!form.has_field("id.id"));
    }

    #[test]
    fn each_field_of_an_object_is_a_part_and_a_file_is_not_copied() {
        #[derive(serde::Serialize)]
        struct Upload {
            file: FilePart,
            files: Vec<FilePart>,
            mixed: serde_json::Value,
            none: Option<FilePart>,
            nested: Vec<Vec<u8>>,
        }
        let file = FilePart::new("f", Bytes::from_static(b"content"));
        let upload = Upload {
            file: file.clone(),
            files: vec![file.clone(), file.clone().media_type("a/b")],
            mixed: json!([1, "a", { "b": null }]),
            none: None,
            nested: vec![vec![1], vec![]],
        };
        let form = Multipart::of(&[("files", "image/png"), ("none", "a/b")], &upload);
        let heads: Vec<_> = form
            .parts
            .iter()
            .map(|part| part.head.split("name=").nth(1).unwrap().trim_end())
            .collect();
        assert_eq!(
            heads,
            [
                "\"file\"; file",
                "\"files\"; file",
                "\"files\"; file",
                "\"mixed\"\r\nContent-Type: application/json",
                "\"mixed\"\r\nContent-Type: text/plain; charset=utf-8",
                "\"mixed\"\r\nContent-Type: application/json",
                "\"nested\"\r\nContent-Type: application/json",
                "\"nested\"\r\nContent-Type: application/json",
            ]
        );
        assert!(form.parts[1].head.contains("image/png"));
        assert!(form.parts[2].head.contains("a/b"));
        assert_eq!(form.parts[0].content.as_ptr(), file.content().as_ptr());
        assert_eq!(serde_json::to_string(&file).unwrap(), "\"7 bytes\"");
    }

    #[test]
    fn a_file_inside_of_an_object_has_no_part_to_go_in() {
        let inside = std::collections::BTreeMap::from([("a", [FilePart::new("f", "secret")])]);
        let form = std::collections::BTreeMap::from([("part", inside)]);
        let problem = Multipart::of(&[], &form).body().unwrap_err();
        assert!(problem.contains("part part holds a file"), "{problem}");
        assert!(Multipart::of(&[], &7).body().is_err());
        assert!(Multipart::of(&[], &json!({})).body().is_ok());
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

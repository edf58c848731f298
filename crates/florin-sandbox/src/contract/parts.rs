//! Bodies of several parts (`multipart/form-data`, RFC 7578), read strictly: a client that writes them carelessly should
//! notice.

use bytes::Bytes;
use serde_json::{Map, Value};

use super::Violation;

/// A part that is a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The field that it was sent for.
    pub(crate) name: String,
    /// What its sender calls it.
    pub(crate) file_name: Option<String>,
    pub(crate) media_type: String,
    pub(crate) content: Bytes,
}

/// The parts of a body: what the JSON ones hold, with the name of each file beside, and the files.
pub(super) fn read(
    content_type: &str,
    body: &[u8],
    violations: &mut Vec<Violation>,
) -> (Value, Vec<Part>) {
    let mut fields = Map::new();
    let mut files = Vec::new();
    for part in all(content_type, body, violations) {
        let value = if part.file_name.is_none() && part.media_type == "application/json" {
            match serde_json::from_slice(&part.content) {
                Ok(value) => value,
                Err(error) => {
                    let why = format!("is not JSON: {error}");
                    violations.push(Violation::new("body", format!("/{}", part.name), why));
                    Value::Null
                }
            }
        } else {
            Value::from(part.file_name.as_deref().unwrap_or_default())
        };
        if fields.insert(part.name.clone(), value).is_some() {
            let pointer = format!("/{}", part.name);
            violations.push(Violation::new("body", pointer, "sent more than once"));
        }
        if part.media_type != "application/json" || part.file_name.is_some() {
            files.push(part);
        }
    }
    (Value::Object(fields), files)
}

/// Every part of a body, whatever it holds.
pub(super) fn all(content_type: &str, body: &[u8], violations: &mut Vec<Violation>) -> Vec<Part> {
    let read = boundary(content_type)
        .ok_or("the content type names no boundary")
        .and_then(|boundary| split(body, &boundary));
    let parts = match read {
        Ok(parts) => parts,
        Err(why) => {
            violations.push(Violation::new("body", "", why));
            return Vec::new();
        }
    };
    let parts = parts.into_iter().filter_map(|(head, content)| {
        let part = part(head, content);
        if part.is_none() {
            violations.push(Violation::new("body", "", "a part has no name"));
        }
        part
    });
    parts.collect()
}

fn boundary(content_type: &str) -> Option<String> {
    parameter(content_type, "boundary").filter(|boundary| !boundary.is_empty())
}

/// A parameter of a header's value, quoted or not.
fn parameter(header: &str, name: &str) -> Option<String> {
    header.split(';').skip(1).find_map(|piece| {
        let (known, value) = piece.trim().split_once('=')?;
        let value = value.trim().trim_matches('"');
        known
            .trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.to_owned())
    })
}

/// Head and content of each part.
fn split<'a>(body: &'a [u8], boundary: &str) -> Result<Vec<(&'a str, &'a [u8])>, &'static str> {
    let opening = format!("--{boundary}");
    let between = format!("\r\n--{boundary}");
    let mut rest = body
        .strip_prefix(opening.as_bytes())
        .ok_or("it does not begin with the boundary")?;
    let mut parts = Vec::new();
    while !rest.starts_with(b"--") {
        rest = rest
            .strip_prefix(b"\r\n")
            .ok_or("a boundary does not end its line")?;
        let end = find(rest, between.as_bytes()).ok_or("the last boundary is missing")?;
        let part = &rest[..end];
        let head_end = find(part, b"\r\n\r\n").ok_or("a part has no empty line after its head")?;
        let head =
            std::str::from_utf8(&part[..head_end]).map_err(|_| "the head of a part is no text")?;
        parts.push((head, &part[head_end + 4..]));
        rest = &rest[end + between.len()..];
    }
    Ok(parts)
}

fn find(within: &[u8], what: &[u8]) -> Option<usize> {
    within.windows(what.len()).position(|window| window == what)
}

fn part(head: &str, content: &[u8]) -> Option<Part> {
    let header = |name: &str| {
        head.split("\r\n").find_map(|line| {
            let (known, value) = line.split_once(':')?;
            known.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    };
    let disposition = header("content-disposition")?;
    Some(Part {
        name: parameter(disposition, "name")?,
        file_name: parameter(disposition, "filename"),
        media_type: header("content-type")
            .unwrap_or("text/plain")
            .to_ascii_lowercase(),
        content: Bytes::copy_from_slice(content),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const BODY: &[u8] = b"--b\r\nContent-Disposition: form-data; name=\"document\"\r\n\
        Content-Type: application/json\r\n\r\n{\"a\":1}\r\n--b\r\n\
        content-disposition: form-data; name=\"file\"; filename=\"x.pdf\"\r\n\
        content-type: application/pdf\r\n\r\n%PDF\r\n\r\n--\r\n--b--\r\n";

    #[test]
    fn json_parts_are_read_and_files_kept_to_the_byte() {
        let mut violations = Vec::new();
        let (value, files) = read("multipart/form-data; boundary=\"b\"", BODY, &mut violations);
        assert_eq!(violations, []);
        assert_eq!(value, json!({ "document": { "a": 1 }, "file": "x.pdf" }));
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].content, &b"%PDF\r\n\r\n--"[..]);
        assert_eq!(files[0].media_type, "application/pdf");
    }

    #[test]
    fn a_body_that_breaks_off_or_has_another_boundary_is_refused() {
        for (content_type, body) in [
            ("multipart/form-data", BODY),
            ("multipart/form-data; boundary=c", BODY),
            ("multipart/form-data; boundary=b", &BODY[..60]),
        ] {
            let mut violations = Vec::new();
            read(content_type, body, &mut violations);
            assert_eq!(violations.len(), 1, "{content_type}");
        }
    }
}

//! Reads a form of several parts, as a session has written it, for who looks on: a recording, a test.

/// A part of a form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ReadPart<'a> {
    /// What the part is called.
    pub name: &'a str,
    /// Whether it is a file.
    pub is_file: bool,
    /// What is in it.
    pub content: &'a [u8],
}

/// The parts of a form that was written by [`Multipart`](crate::Multipart), in their order. `None` where it wasn't.
///
/// `media_type` is the request's `Content-Type`.
#[must_use]
pub fn read_multipart<'a>(media_type: &str, body: &'a [u8]) -> Option<Vec<ReadPart<'a>>> {
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=")?;
    let open = format!("--{boundary}\r\n");
    let next = format!("\r\n--{boundary}");
    let mut rest = body.strip_prefix(open.as_bytes())?;
    let mut parts = Vec::new();
    loop {
        let (head, after) = split(rest, b"\r\n\r\n")?;
        let (content, after) = split(after, next.as_bytes())?;
        let head = std::str::from_utf8(head).ok()?;
        let (_, named) = head.split_once("; name=\"")?;
        let (name, more) = named.split_once('"')?;
        parts.push(ReadPart {
            name,
            is_file: more.starts_with("; filename="),
            content,
        });
        if after == b"--\r\n" {
            return Some(parts);
        }
        rest = after.strip_prefix(b"\r\n")?;
    }
}

fn split<'a>(bytes: &'a [u8], at: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let found = bytes.windows(at.len()).position(|window| window == at)?;
    Some((&bytes[..found], &bytes[found + at.len()..]))
}

/// Shows how large it is: what is in it may be a customer's.
impl std::fmt::Debug for ReadPart<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ReadPart({}, {} bytes)", self.name, self.content.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FilePart, Multipart};

    #[test]
    fn what_is_written_is_read_whatever_is_in_it() {
        let mut form = Multipart::new();
        let odd = "\r\n--florin-\r\n\r\n--";
        form.json("document", &1)
            .file("file", FilePart::new("a\"b", odd));
        let (media_type, body) = form.body().unwrap();
        let parts = read_multipart(media_type.to_str().unwrap(), &body).unwrap();
        let read: Vec<_> = parts
            .iter()
            .map(|part| (part.name, part.is_file, part.content))
            .collect();
        assert_eq!(
            read,
            [
                ("document", false, &b"1"[..]),
                ("file", true, odd.as_bytes())
            ]
        );
    }

    #[test]
    fn what_is_no_form_or_cut_off_is_none() {
        let mut form = Multipart::new();
        form.json("document", &1);
        let (media_type, body) = form.body().unwrap();
        let media_type = media_type.to_str().unwrap();
        for length in 0..body.len() {
            assert_eq!(read_multipart(media_type, &body[..length]), None);
        }
        assert_eq!(read_multipart("application/json", &body), None);
    }
}

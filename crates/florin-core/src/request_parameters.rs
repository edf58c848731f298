//! The parameters of a request: in its path, its query and its headers.

use std::fmt::Display;

use http::header::{
    CONNECTION, CONTENT_LENGTH, COOKIE, HOST, HeaderName, HeaderValue, TE, TRANSFER_ENCODING,
    UPGRADE,
};
use serde::Serialize;

use crate::query::{self, escape};
use crate::style;
use crate::written::{Unwritable, Written};
use crate::{IdempotencyKey, PairStyle, Request, TextStyle};

/// Headers by which servers tell where a message goes and where the next one begins (RFC 9112, sections 3.2, 6 and 9). One of
/// a caller's own could hide a second request behind the first.
pub(crate) const FRAMING: [HeaderName; 6] = [
    HOST,
    CONTENT_LENGTH,
    TRANSFER_ENCODING,
    CONNECTION,
    TE,
    UPGRADE,
];

impl<'a> Request<'a> {
    /// Fills a placeholder of the path. The value is escaped; an empty one, `.` and `..` are refused.
    pub fn path<T: Display + ?Sized>(&mut self, name: &'a str, value: &T) -> &mut Self {
        self.filled(name, escape(&value.to_string()).to_string());
        self
    }

    /// Fills a placeholder of the path in one of the styles of OpenAPI. A value of which nothing is left is refused.
    pub fn path_styled<T: Serialize + ?Sized>(
        &mut self,
        name: &'a str,
        style: TextStyle,
        value: &T,
    ) -> &mut Self {
        match written(name, value, style, &style::escaped, &|json| {
            escape(json).to_string()
        }) {
            Ok(text) => {
                let text = text.unwrap_or_default();
                self.filled(name, text);
            }
            Err(error) => self.refuse(format!("path parameter {name} {error}")),
        }
        self
    }

    fn filled(&mut self, name: &'a str, text: String) {
        if matches!(text.as_str(), "" | "." | "..") {
            self.refuse(format!(
                "path parameter {name} is empty or a relative path segment; give it a value"
            ));
        }
        self.path.push((name, text));
    }

    /// Adds a query parameter. An absent value adds nothing, a list repeats the name, an object adds its fields.
    pub fn query<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        self.query_styled(name, PairStyle::Form, value)
    }

    /// Adds a query parameter in one of the styles of OpenAPI. An absent value, an empty list and an empty object add
    /// nothing.
    pub fn query_styled<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        style: PairStyle,
        value: &T,
    ) -> &mut Self {
        match query::styled(name, value, style) {
            Ok(pairs) => pairs.iter().for_each(|pair| pair.append(&mut self.query)),
            Err(error) => self.refuse(format!("query parameter {name} {error}")),
        }
        self
    }

    /// Adds a header. A value with line breaks or other control characters is refused, and so is a header that belongs to the
    /// connection: `Host`, `Content-Length`, `Transfer-Encoding`, `Connection`, `TE`, `Upgrade`.
    ///
    /// The header that carries the operation's idempotency key is set as by [`idempotency_key`](Self::idempotency_key).
    pub fn header<T: Display + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        let is_key = |known: &str| known.eq_ignore_ascii_case(name);
        if self.key_header().is_some_and(is_key) {
            match IdempotencyKey::new(value.to_string()) {
                Ok(key) => return self.idempotency_key(&key),
                Err(error) => self.refuse(error.to_string()),
            }
            return self;
        }
        match (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_str(&value.to_string()),
        ) {
            (Ok(name), _) if FRAMING.contains(&name) => self.refuse(format!(
                "header {name} says where a message goes or ends, which is the connection's to say; leave it out"
            )),
            (Ok(name), Ok(mut value)) => {
                value.set_sensitive(self.is_sensitive(&name));
                self.headers.push((name, value));
            }
            (Err(_), _) => self.refuse(format!("{name:?} can't be the name of a header")),
            (_, Err(_)) => self.refuse(format!(
                "header {name} holds characters that no header may hold"
            )),
        }
        self
    }

    /// Adds a cookie to the header `Cookie`. A value with characters that no cookie may hold is refused.
    pub fn cookie<T: Display + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        let text = value.to_string();
        let is_fit = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | ',' | ';' | '\\');
        if name.is_empty() || !name.chars().all(|c| is_fit(c) && c != '=') {
            self.refuse(format!("{name:?} can't be the name of a cookie"));
        } else if !text.chars().all(is_fit) {
            self.refuse(format!(
                "cookie {name} holds characters that no cookie may hold"
            ));
        } else {
            let known = self.headers.iter().position(|(known, _)| *known == COOKIE);
            let known = known.map(|at| self.headers.remove(at).1);
            let before = known.as_ref().and_then(|value| value.to_str().ok());
            let before = before
                .map(|before| format!("{before}; "))
                .unwrap_or_default();
            self.header(COOKIE.as_str(), &format!("{before}{name}={text}"));
        }
        self
    }

    /// Adds a header of a value that is a list or an object, or that is described as JSON. An absent value adds nothing.
    pub fn header_styled<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        style: TextStyle,
        value: &T,
    ) -> &mut Self {
        match written(name, value, style, &style::bare, &ascii) {
            Ok(Some(text)) => {
                self.header(name, &text);
            }
            Ok(None) => {}
            Err(error) => self.refuse(format!("header {name} {error}")),
        }
        self
    }
}

type Piece<'p> = &'p dyn Fn(&str) -> Result<String, Unwritable>;

fn written<T: Serialize + ?Sized>(
    name: &str,
    value: &T,
    style: TextStyle,
    piece: Piece<'_>,
    of_json: &dyn Fn(&str) -> String,
) -> Result<Option<String>, Unwritable> {
    let written = Written::of(value)?;
    match (style, &written) {
        (_, Written::Absent) => Ok(None),
        (TextStyle::Json, _) => Ok(Some(of_json(&query::json(value)?))),
        _ => style::text(name, written, style, piece),
    }
}

/// No header holds anything but ASCII, and JSON has escapes for the rest.
fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            text.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

//! What tells one request from another without keeping it.

use std::fmt;
use std::str::FromStr;

use ring::digest::{Context, SHA256};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use url::Url;

use crate::Operation;

/// The digest of a request's method, URL and body: the same for the same request, in each process and version.
///
/// SHA-256. The request can't be read out of it, but who can guess the whole request can check the guess, so keep it where
/// you keep records of payments. The token and the other headers are no part of it.
///
/// ```
/// use florin_core::Fingerprint;
///
/// let text = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
/// let fingerprint: Fingerprint = text.parse()?;
/// assert_eq!(fingerprint.to_string(), text);
/// # Ok::<(), florin_core::InvalidFingerprint>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// No method and no URL has a line break, so each request is written in one way.
    pub(crate) fn of(operation: &Operation, url: &Url, body: Option<&[u8]>) -> Self {
        let mut digest = Context::new(&SHA256);
        for line in [
            "florin request 1",
            operation.method().as_str(),
            url.as_str(),
        ] {
            digest.update(line.as_bytes());
            digest.update(b"\n");
        }
        digest.update(body.unwrap_or_default());
        let mut bytes = [0; 32];
        bytes.copy_from_slice(digest.finish().as_ref());
        Self(bytes)
    }
}

/// 64 hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = InvalidFingerprint;

    fn from_str(text: &str) -> Result<Self, InvalidFingerprint> {
        if text.len() != 64 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(InvalidFingerprint);
        }
        let mut bytes = [0; 32];
        for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let digits = str::from_utf8(digits).map_err(|_| InvalidFingerprint)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| InvalidFingerprint)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// A text that is no [`Fingerprint`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidFingerprint;

impl fmt::Display for InvalidFingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no fingerprint of a request; it has 64 hexadecimal digits")
    }
}

impl std::error::Error for InvalidFingerprint {}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    fn of(method: Method, url: &str, body: Option<&[u8]>) -> Fingerprint {
        let operation = Operation::custom(method, "/");
        Fingerprint::of(&operation, &url.parse().unwrap(), body)
    }

    #[test]
    fn it_is_the_same_in_each_process_and_version() {
        let url = "https://api.example.com/v1/payments?user_id=42";
        assert_eq!(
            of(Method::POST, url, Some(br#"{"amount":"1.00"}"#)).to_string(),
            "e8f373d8795f2d93a62a5d036c9ed4cd96e89e5cff612ff3cdc7e7b4b220f384"
        );
    }

    #[test]
    fn method_url_and_body_each_make_a_difference() {
        let url = "https://api.example.com/a?b=1";
        let it = of(Method::POST, url, Some(b"{}"));
        assert_eq!(it, of(Method::POST, url, Some(b"{}")));
        assert_ne!(it, of(Method::PUT, url, Some(b"{}")));
        assert_ne!(it, of(Method::POST, url, Some(b"[]")));
        assert_ne!(it, of(Method::POST, url, None));
        for other in [
            "https://api.example.com/a?b=2",
            "https://api.example.com/a",
            "https://api.example.org/a?b=1",
        ] {
            assert_ne!(it, of(Method::POST, other, Some(b"{}")));
        }
    }

    #[test]
    fn it_goes_through_text_and_json() {
        let it = of(Method::POST, "https://a.example/", None);
        assert_eq!(it.to_string().parse(), Ok(it));
        let json = serde_json::to_string(&it).unwrap();
        assert_eq!(json, format!("\"{it}\""));
        assert_eq!(serde_json::from_str::<Fingerprint>(&json).unwrap(), it);
        let short = "0".repeat(63);
        let signed = "+0".repeat(32);
        let wide = "é".repeat(32);
        for text in ["", &short, &signed, &wide] {
            assert_eq!(text.parse::<Fingerprint>(), Err(InvalidFingerprint));
        }
    }
}

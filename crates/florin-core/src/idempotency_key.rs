//! The key by which a provider tells a repeat from a new request.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Seam;

/// The most characters of a key. Providers that name a limit name this one.
const LONGEST: usize = 255;

/// The key by which a provider tells a repeat of a request from a new one: 1 to 255 visible ASCII characters, no blanks.
///
/// One key stands for one request, whatever becomes of it: another amount is another request, and so is another try after
/// a refusal. A session makes a key for each call that is given none, so a key of one's own is for what has to outlast the
/// call: write it down, send the request with it, and after a crash ask again with the same one.
///
/// ```
/// use florin_core::IdempotencyKey;
///
/// let key: IdempotencyKey = "invoice-4711".parse()?;
/// assert_eq!(key.as_str(), "invoice-4711");
/// assert!(IdempotencyKey::new("invoice 4711").is_err());
/// # Ok::<(), florin_core::InvalidKey>(())
/// ```
///
/// It is no secret, and shows itself. Errors and traces don't show it: a caller's own may be made of something that is
/// nobody's business. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdempotencyKey(Arc<str>);

impl IdempotencyKey {
    /// Takes a key of the caller's. It must be unique among all requests that are sent in the name of the same user.
    ///
    /// # Errors
    /// [`InvalidKey`] says which rule it breaks, and doesn't repeat it.
    pub fn new(key: impl Into<String>) -> Result<Self, InvalidKey> {
        let key = key.into();
        let problem = if key.is_empty() {
            "is empty"
        } else if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            "holds a blank or a character that isn't visible ASCII"
        } else if key.len() > LONGEST {
            "is longer than 255 characters"
        } else {
            return Ok(Self(key.into()));
        };
        Err(InvalidKey(problem))
    }

    /// Makes a new one: a UUID of version 4, from the operating system's chance, and from the seam's where that is simulated.
    ///
    /// # Errors
    /// Where the operating system gives no random bytes.
    pub fn random(seam: &Seam) -> Result<Self, NoChance> {
        let bytes = seam.unique().ok_or(NoChance)?;
        let mut bits = u128::from_be_bytes(bytes);
        // RFC 9562: version 4, and the variant of that standard.
        bits = bits & !(0xF << 76) | 0x4 << 76;
        bits = bits & !(0b11 << 62) | 0b10 << 62;
        let hex = format!("{bits:032x}");
        let parts = [
            &hex[..8],
            &hex[8..12],
            &hex[12..16],
            &hex[16..20],
            &hex[20..],
        ];
        Ok(Self(parts.join("-").into()))
    }

    /// The key as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Shows it: it is no secret.
impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IdempotencyKey").field(&self.0).finish()
    }
}

impl FromStr for IdempotencyKey {
    type Err = InvalidKey;

    fn from_str(key: &str) -> Result<Self, InvalidKey> {
        Self::new(key)
    }
}

impl TryFrom<&str> for IdempotencyKey {
    type Error = InvalidKey;

    fn try_from(key: &str) -> Result<Self, InvalidKey> {
        Self::new(key)
    }
}

impl TryFrom<String> for IdempotencyKey {
    type Error = InvalidKey;

    fn try_from(key: String) -> Result<Self, InvalidKey> {
        Self::new(key)
    }
}

impl TryFrom<&String> for IdempotencyKey {
    type Error = InvalidKey;

    fn try_from(key: &String) -> Result<Self, InvalidKey> {
        Self::new(key.as_str())
    }
}

impl From<&Self> for IdempotencyKey {
    fn from(key: &Self) -> Self {
        key.clone()
    }
}

impl Serialize for IdempotencyKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for IdempotencyKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// A text that can't be an idempotency key. `Display` says why and doesn't repeat it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidKey(&'static str);

impl fmt::Display for InvalidKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the idempotency key {}; give 1 to 255 visible ASCII characters without blanks",
            self.0
        )
    }
}

impl std::error::Error for InvalidKey {}

/// The operating system gave no random bytes, so no key could be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoChance;

impl fmt::Display for NoChance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "the operating system gives no random bytes for an idempotency key; give a key of your own",
        )
    }
}

impl std::error::Error for NoChance {}

#[cfg(test)]
mod tests {
    use super::*;

    fn seam(seed: u64) -> Seam {
        Seam::simulated("2026-01-01T00:00:00Z".parse().unwrap(), seed)
    }

    #[test]
    fn a_key_is_one_to_255_visible_ascii_characters() {
        let longest = "k".repeat(255);
        for key in ["k", "!~", "a-b_c:d/e=", longest.as_str()] {
            assert_eq!(IdempotencyKey::new(key).unwrap().as_str(), key);
            assert_eq!(key.parse::<IdempotencyKey>().unwrap().to_string(), key);
        }
    }

    #[test]
    fn what_can_be_no_key_is_refused_by_rule_and_not_repeated() {
        let too_long = "hunter2".repeat(40);
        for (key, rule) in [
            ("", "is empty"),
            ("hunter2 ", "blank"),
            ("hunter2\r\nX-Admin: 1", "blank"),
            ("hunter2\u{7f}", "visible ASCII"),
            ("hünter2", "visible ASCII"),
            (too_long.as_str(), "longer than 255"),
        ] {
            let said = IdempotencyKey::new(key).unwrap_err().to_string();
            assert!(said.contains(rule) && !said.contains("nter2"), "{said}");
            assert!(IdempotencyKey::try_from(key).is_err());
            assert!(IdempotencyKey::try_from(key.to_owned()).is_err());
            let json = serde_json::to_string(key).unwrap();
            let said = serde_json::from_str::<IdempotencyKey>(&json).unwrap_err();
            assert!(said.to_string().contains(rule), "{said}");
        }
    }

    #[test]
    fn a_key_goes_through_json_as_text() {
        let key = IdempotencyKey::new("k-1").unwrap();
        assert_eq!(serde_json::to_string(&key).unwrap(), r#""k-1""#);
        assert_eq!(
            serde_json::from_str::<IdempotencyKey>(r#""k-1""#).unwrap(),
            key
        );
    }

    #[tokio::test(start_paused = true)]
    async fn a_random_key_is_a_uuid_of_version_4() {
        for seam in [seam(1), Seam::real()] {
            for _ in 0..100 {
                let key = IdempotencyKey::random(&seam).unwrap();
                let lengths: Vec<_> = key.as_str().split('-').map(str::len).collect();
                assert_eq!(lengths, [8, 4, 4, 4, 12]);
                assert_eq!(&key.as_str()[14..15], "4");
                assert!(["8", "9", "a", "b"].contains(&&key.as_str()[19..20]));
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn random_keys_differ_and_repeat_where_chance_is_simulated() {
        let drawn = |seam: &Seam| IdempotencyKey::random(seam).unwrap();
        let (one, same, other) = (seam(1), seam(1), seam(2));
        assert_eq!(drawn(&one), drawn(&same));
        assert_ne!(drawn(&one), drawn(&other));
        let still = || Seam::without_chance("2026-01-01T00:00:00Z".parse().unwrap(), 0.0);
        assert_eq!(drawn(&still()), drawn(&still()));
        let real = Seam::real();
        for seam in [one, still(), real] {
            let keys: std::collections::BTreeSet<_> = (0..1000).map(|_| drawn(&seam)).collect();
            assert_eq!(keys.len(), 1000);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn drawing_a_key_changes_no_pause() {
        let (with, without) = (seam(1), seam(1));
        IdempotencyKey::random(&with).unwrap();
        assert_eq!(with.fraction(), without.fraction());
    }
}

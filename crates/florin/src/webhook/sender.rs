//! Who may send callbacks.

use std::fmt;
use std::sync::Arc;

use florin_core::http::header::{AUTHORIZATION, HeaderMap, HeaderName};
use florin_core::{ConfigError, Secret};
use subtle::Choice;

use super::header_set::HeaderSet;

/// Who may send callbacks: what the header `Authorization` of one has to be, or several headers of any name.
///
/// ```
/// use florin::webhook::Sender;
///
/// # fn main() -> Result<(), florin::core::ConfigError> {
/// // While the secret is being changed, both values count.
/// let sender = Sender::any_header_of(["Bearer the new secret", "Bearer the old secret"])?;
/// assert!(sender.accepts(Some(b"Bearer the old secret")));
/// assert!(!sender.accepts(Some(b"Bearer a guess")));
/// assert!(!sender.accepts(None));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Sender(Kind);

type Check = dyn Fn(&Presented<'_>) -> bool + Send + Sync;

#[derive(Clone)]
enum Kind {
    /// One of them is enough; of that one, every header counts.
    Headers(Vec<HeaderSet>),
    Verified(Arc<Check>),
    Anyone,
}

impl Sender {
    /// Whoever sends this value, scheme and all, as in `Basic bG9naW46c2VjcmV0`.
    ///
    /// # Errors
    /// [`ConfigError`] where no header could have the value: it is empty, has white space around it or holds control
    /// characters.
    pub fn header(value: impl Into<Secret>) -> Result<Self, ConfigError> {
        Self::any_header_of([value])
    }

    /// Whoever sends one of these values: for the time in which a secret is being changed.
    ///
    /// # Errors
    /// As [`header`](Self::header); and where there is no value at all.
    pub fn any_header_of(
        values: impl IntoIterator<Item = impl Into<Secret>>,
    ) -> Result<Self, ConfigError> {
        let values = values.into_iter().map(Into::into);
        let sets: Result<Vec<HeaderSet>, ConfigError> =
            values.map(HeaderSet::authorization).collect();
        match sets? {
            none if none.is_empty() => Err(ConfigError::new(
                "authorization header",
                "is missing; give at least one value, or say Sender::anyone",
            )),
            sets => Ok(Self(Kind::Headers(sets))),
        }
    }

    /// Whoever sends all of these headers, each with its value; upper and lower case of a name are one. For providers that
    /// take static headers with the registration of a callback.
    ///
    /// # Errors
    /// As [`header`](Self::header), for each value; where a name is none that a header can have, or is there twice; and
    /// where there is no header at all.
    pub fn headers(
        headers: impl IntoIterator<Item = (impl AsRef<str>, impl Into<Secret>)>,
    ) -> Result<Self, ConfigError> {
        Ok(Self(Kind::Headers(vec![HeaderSet::of(headers)?])))
    }

    /// Whoever this one or the other lets in: for the time in which headers are being changed.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self.0, other.0) {
            (Kind::Anyone, _) | (_, Kind::Anyone) => Self(Kind::Anyone),
            (Kind::Headers(mut these), Kind::Headers(those)) => {
                these.extend(those);
                Self(Kind::Headers(these))
            }
            (one, other) => {
                let (one, other) = (Self(one), Self(other));
                Self(Kind::Verified(Arc::new(move |presented| {
                    // Both are asked, whatever the first one says.
                    one.decide(presented) | other.decide(presented)
                })))
            }
        }
    }

    /// Whoever sends a header `Authorization` that `check` takes: a token that your own authorisation server has issued.
    ///
    /// A check that compares secrets should do so in constant time.
    pub fn verified_by(check: impl Fn(&[u8]) -> bool + Send + Sync + 'static) -> Self {
        Self(Kind::Verified(Arc::new(move |presented| {
            presented.get(&AUTHORIZATION).is_some_and(&check)
        })))
    }

    /// Anyone at all: something in front of the server has checked it, or the provider sends no header.
    ///
    /// A stranger who knows the address can then cause readings, at a bounded rate, and nothing else.
    #[must_use]
    pub const fn anyone() -> Self {
        Self(Kind::Anyone)
    }

    /// Whether a callback with this value of `Authorization` may come in; `None` where it has none. One that needs other
    /// headers doesn't: see [`accepts_request`](Self::accepts_request).
    ///
    /// How long a comparison takes doesn't tell how much of a value was right, or which one.
    #[must_use]
    pub fn accepts(&self, authorization: Option<&[u8]>) -> bool {
        self.decide(&Presented::Authorization(authorization))
    }

    /// Whether a callback with these headers may come in. A header that is there twice counts as missing, since nobody can
    /// tell which of the two is meant.
    ///
    /// All headers are compared, whatever the first ones are like, and the time it takes tells as little as with
    /// [`accepts`](Self::accepts).
    #[must_use]
    pub fn accepts_request(&self, headers: &HeaderMap) -> bool {
        self.decide(&Presented::Request(headers))
    }

    fn decide(&self, presented: &Presented<'_>) -> bool {
        match &self.0 {
            Kind::Anyone => true,
            Kind::Verified(check) => check(presented),
            Kind::Headers(sets) => sets
                .iter()
                .map(|set| set.matches(|name| presented.get(name)))
                .fold(Choice::from(0), |any, this| any | this)
                .into(),
        }
    }
}

/// What a callback brings to be recognised by.
enum Presented<'a> {
    Authorization(Option<&'a [u8]>),
    Request(&'a HeaderMap),
}

impl<'a> Presented<'a> {
    /// The value of a header that is there once.
    fn get(&self, name: &HeaderName) -> Option<&'a [u8]> {
        match self {
            Self::Authorization(value) => value.filter(|_| *name == AUTHORIZATION),
            Self::Request(headers) => {
                let mut values = headers.get_all(name).iter();
                match (values.next(), values.next()) {
                    (Some(value), None) => Some(value.as_bytes()),
                    _ => None,
                }
            }
        }
    }
}

/// Shows how it decides, and no value.
impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Headers(sets) => f.debug_list().entries(sets).finish(),
            Kind::Verified(_) => f.write_str("Verified"),
            Kind::Anyone => f.write_str("Anyone"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_very_value_is_accepted() {
        let sender = Sender::header("Bearer s3cret").unwrap();
        assert!(sender.accepts(Some(b"Bearer s3cret")));
        for wrong in [
            "",
            "B",
            "Bearer s3cre",
            "Bearer s3cret ",
            "Bearer s3cretB",
            "bearer s3cret",
            "Bearer s3creT",
            "Aearer s3cret",
            "Bearer s3cretBearer s3cret",
            "Basic czNjcmV0",
        ] {
            assert!(!sender.accepts(Some(wrong.as_bytes())), "{wrong:?}");
        }
        assert!(!sender.accepts(Some(&[0xff; 13])), "not text");
        assert!(!sender.accepts(None));
    }

    #[test]
    fn while_a_secret_is_changed_both_count_and_nothing_between() {
        let sender = Sender::any_header_of(["Bearer new", "Bearer older"]).unwrap();
        assert!(sender.accepts(Some(b"Bearer new")));
        assert!(sender.accepts(Some(b"Bearer older")));
        assert!(!sender.accepts(Some(b"Bearer newer")));
        assert!(!sender.accepts(Some(b"Bearer old")));
    }

    #[test]
    fn values_that_no_header_has_are_refused_and_not_shown() {
        for value in [
            "",
            " Bearer hunter2",
            "Bearer hunter2\n",
            "Bearer\u{7}hunter2",
        ] {
            let error = Sender::header(value).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
        }
        assert!(Sender::any_header_of(Vec::<String>::new()).is_err());
        assert!(Sender::any_header_of(["Bearer a", ""]).is_err());
        let shown = format!("{:?}", Sender::header("Bearer hunter2").unwrap());
        assert!(!shown.contains("hunter2"), "{shown}");
    }

    #[test]
    fn a_check_of_ones_own_decides_and_is_not_asked_about_nothing() {
        let sender = Sender::verified_by(|presented| presented.starts_with(b"Bearer "));
        assert!(sender.accepts(Some(b"Bearer any")));
        assert!(!sender.accepts(Some(b"Basic any")));
        assert!(!sender.accepts(None));
        assert!(Sender::anyone().accepts(None));
    }

    fn request(headers: &[(&'static str, &'static str)]) -> HeaderMap {
        let parsed = headers.iter().map(|(name, value)| {
            let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
            (name, value.parse().unwrap())
        });
        let mut map = HeaderMap::new();
        parsed.for_each(|(name, value)| {
            map.append(name, value);
        });
        map
    }

    #[test]
    fn of_several_headers_every_one_counts() {
        let sender = Sender::headers([("api-key", "first"), ("X-Partner", "second")]).unwrap();
        let accepts = |headers| sender.accepts_request(&request(headers));
        assert!(accepts(&[
            ("x-partner", "second"),
            ("Api-Key", "first"),
            ("x-more", "a")
        ]));
        assert!(!accepts(&[("api-key", "first")]));
        assert!(!accepts(&[("api-key", "first"), ("x-partner", "")]));
        assert!(!accepts(&[("api-key", "first"), ("x-partner", "first")]));
        assert!(!accepts(&[("api-key", "guess"), ("x-partner", "second")]));
        assert!(!accepts(&[("api-key", "second"), ("x-partner", "first")]));
        assert!(!accepts(&[]));
        assert!(
            !accepts(&[
                ("api-key", "first"),
                ("api-key", "first"),
                ("x-partner", "second")
            ]),
            "twice is not once"
        );
        assert!(
            !sender.accepts(Some(b"first")),
            "that isn't its header at all"
        );
    }

    #[test]
    fn while_headers_are_changed_one_whole_set_counts_and_no_mixture() {
        let old = Sender::headers([("a", "1"), ("b", "2")]).unwrap();
        let sender = old.or(Sender::headers([("a", "3"), ("b", "4")]).unwrap());
        let accepts = |headers| sender.accepts_request(&request(headers));
        assert!(accepts(&[("a", "1"), ("b", "2")]));
        assert!(accepts(&[("a", "3"), ("b", "4")]));
        assert!(!accepts(&[("a", "1"), ("b", "4")]));
        let sender = sender.or(Sender::verified_by(|presented| presented == b"Bearer x"));
        let accepts = |headers| sender.accepts_request(&request(headers));
        assert!(accepts(&[("authorization", "Bearer x")]));
        assert!(accepts(&[("a", "3"), ("b", "4")]));
        assert!(!accepts(&[("a", "3"), ("authorization", "Bearer y")]));
        assert!(
            sender
                .or(Sender::anyone())
                .accepts_request(&HeaderMap::new())
        );
    }

    #[test]
    fn headers_that_cannot_be_are_refused_by_name_and_not_shown() {
        for headers in [
            vec![("api key", "hunter2")],
            vec![("", "hunter2")],
            vec![("api-key", "hunter2 ")],
            vec![("api-key", "hunter2"), ("API-KEY", "hunter2")],
            vec![("api-key", "hunter2"), ("other", "")],
            vec![],
        ] {
            let error = Sender::headers(headers).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
        }
        let shown = format!("{:?}", Sender::headers([("api-key", "hunter2")]).unwrap());
        assert!(
            shown.contains("api-key") && !shown.contains("hunter2"),
            "{shown}"
        );
    }
}

//! Who may send callbacks.

use std::fmt;
use std::sync::Arc;

use florin_core::{ConfigError, Secret};
use subtle::{Choice, ConstantTimeEq};

/// Who may send callbacks: what the header `Authorization` of one has to be.
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

type Check = dyn Fn(&[u8]) -> bool + Send + Sync;

#[derive(Clone)]
enum Kind {
    Header(Vec<Secret>),
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
        let values: Vec<Secret> = values.into_iter().map(Into::into).collect();
        let refuse = |problem| Err(ConfigError::new("authorization header", problem));
        if values.is_empty() {
            return refuse("is missing; give at least one value, or say Sender::anyone");
        }
        for value in &values {
            let value = value.expose();
            if value.is_empty() {
                return refuse("is empty; give the whole value that the provider was told to send");
            }
            if value.trim() != value {
                return refuse("starts or ends with white space, which no header keeps");
            }
            if value.chars().any(char::is_control) {
                return refuse("holds control characters, which no header may hold");
            }
        }
        Ok(Self(Kind::Header(values)))
    }

    /// Whoever sends a header that `check` takes: a token that your own authorisation server has issued.
    ///
    /// A check that compares secrets should do so in constant time.
    pub fn verified_by(check: impl Fn(&[u8]) -> bool + Send + Sync + 'static) -> Self {
        Self(Kind::Verified(Arc::new(check)))
    }

    /// Anyone at all: something in front of the server has checked it, or the provider sends no header.
    ///
    /// A stranger who knows the address can then cause readings, at a bounded rate, and nothing else.
    #[must_use]
    pub const fn anyone() -> Self {
        Self(Kind::Anyone)
    }

    /// Whether a callback with this value of `Authorization` may come in; `None` where it has none.
    ///
    /// How long a comparison takes doesn't tell how much of a value was right, or which one.
    #[must_use]
    pub fn accepts(&self, authorization: Option<&[u8]>) -> bool {
        match (&self.0, authorization) {
            (Kind::Anyone, _) => true,
            (Kind::Verified(check), Some(presented)) => check(presented),
            (Kind::Header(values), Some(presented)) => values
                .iter()
                .map(|value| same(value.expose().as_bytes(), presented))
                .fold(Choice::from(0), |any, this| any | this)
                .into(),
            (Kind::Verified(_) | Kind::Header(_), None) => false,
        }
    }
}

/// Compares without stopping at the first difference. Goes through all that was presented, however long what is
/// expected is: a slice compared by `subtle` gives up at once where the lengths differ.
fn same(expected: &[u8], presented: &[u8]) -> Choice {
    let length = (expected.len() as u64).ct_eq(&(presented.len() as u64));
    presented
        .iter()
        .zip(expected.iter().cycle())
        .fold(length, |same, (ours, theirs)| same & ours.ct_eq(theirs))
}

/// Shows how it decides, and no value.
impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Header(values) => f.debug_tuple("Header").field(values).finish(),
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
}

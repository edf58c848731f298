//! What the provider sends the user back with.

use std::borrow::Cow;
use std::fmt;

use florin_core::{Secret, is_oauth_code};
use oauth2::url::form_urlencoded;

/// The provider's answer to an authorisation, as it stands in the query of the redirect.
///
/// It came by way of the user's browser, so anybody can have made it up. Give it to
/// [`PendingAuthorization::finish`](super::PendingAuthorization::finish), which looks at its state before anything else.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Redirect {
    /// The user granted access.
    Granted {
        /// What is exchanged for a token. Good once, and for minutes.
        code: Secret,
        /// Which authorisation it belongs to.
        state: Secret,
        /// Who says so (`iss`, RFC 9207), where the provider does.
        issuer: Option<String>,
    },
    /// The user or the provider refused.
    Refused {
        /// OAuth 2.0's code: `access_denied` where the user said no. `unknown` where it is none that a standard names.
        error: String,
        /// Which authorisation it belongs to.
        state: Secret,
        /// Who says so (`iss`, RFC 9207), where the provider does.
        issuer: Option<String>,
    },
}

impl Redirect {
    /// Reads it from what your web application got: the whole URL, path and query, or the query alone.
    ///
    /// ```
    /// use florin::oauth::Redirect;
    ///
    /// let redirect = Redirect::parse("/granted?error=access_denied&state=xyz")?;
    /// assert!(matches!(redirect, Redirect::Refused { error, .. } if error == "access_denied"));
    /// # Ok::<(), florin::oauth::RedirectError>(())
    /// ```
    ///
    /// # Errors
    /// [`RedirectError`] says what is missing, or stands there twice. It never shows a value.
    pub fn parse(url_or_query: &str) -> Result<Self, RedirectError> {
        let query = match url_or_query.split_once('?') {
            Some((before, query)) if is_before_query(before) => query,
            _ => url_or_query,
        };
        let query = query.split('#').next().unwrap_or_default();
        let state = one(query, "state")?.ok_or(RedirectError(
            "names no state, so it can't be told whose it is",
        ))?;
        let state = Secret::from(state.as_ref());
        let issuer = one(query, "iss")?.map(Cow::into_owned);
        match (one(query, "code")?, one(query, "error")?) {
            (Some(code), None) => Ok(Self::Granted {
                code: Secret::from(code.as_ref()),
                state,
                issuer,
            }),
            (None, Some(error)) => Ok(Self::Refused {
                error: if is_oauth_code(&error) {
                    error.into_owned()
                } else {
                    "unknown".to_owned()
                },
                state,
                issuer,
            }),
            (Some(_), Some(_)) => Err(RedirectError("names a code and an error at once")),
            (None, None) => Err(RedirectError("names neither a code nor an error")),
        }
    }

    /// Which authorisation it says that it belongs to.
    #[must_use]
    pub const fn state(&self) -> &Secret {
        match self {
            Self::Granted { state, .. } | Self::Refused { state, .. } => state,
        }
    }

    /// Who it says that it comes from.
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        match self {
            Self::Granted { issuer, .. } | Self::Refused { issuer, .. } => issuer.as_deref(),
        }
    }
}

/// Whether a question mark after this text begins a query. Within a query, it is a character like any other (RFC 3986,
/// section 3.4).
fn is_before_query(text: &str) -> bool {
    let is_in_query = |text: &str| text.contains(['=', '&']);
    let scheme = text.split_once("://").map(|(scheme, _)| scheme);
    !is_in_query(scheme.unwrap_or(text)) || text.starts_with('/')
}

/// The value of a parameter. Twice is refused: two readers could take different ones (RFC 6749, section 3.1).
fn one<'a>(query: &'a str, name: &'static str) -> Result<Option<Cow<'a, str>>, RedirectError> {
    let mut values = form_urlencoded::parse(query.as_bytes())
        .filter(|(known, _)| known == name)
        .map(|(_, value)| value);
    match (values.next(), values.next()) {
        (Some(_), Some(_)) => Err(RedirectError(
            "names its state, code, error or issuer more than once",
        )),
        (value, _) => Ok(value.filter(|value| !value.is_empty())),
    }
}

/// A redirect that isn't one of this flow. `Display` says what is wrong with it and shows nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RedirectError(&'static str);

impl fmt::Display for RedirectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the redirect {}", self.0)
    }
}

impl std::error::Error for RedirectError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn granted(text: &str) -> (String, String) {
        match Redirect::parse(text).unwrap() {
            Redirect::Granted { code, state, .. } => {
                (code.expose().to_owned(), state.expose().to_owned())
            }
            other => panic!("{other:?}"),
        }
    }

    fn refusal(text: &str) -> String {
        Redirect::parse(text).unwrap_err().to_string()
    }

    #[test]
    fn a_url_a_path_and_a_query_read_the_same() {
        for text in [
            "https://you.example/granted?code=a%2Fb&state=s",
            "/granted?state=s&code=a%2Fb",
            "code=a%2Fb&state=s#_=_",
            "?code=a%2Fb&state=s&session=9",
            "https://you.example/a=1&b/granted?code=a%2Fb&state=s",
            "/a=1/granted?code=a%2Fb&state=s",
            "you.app:granted?code=a%2Fb&state=s",
        ] {
            assert_eq!(granted(text), ("a/b".to_owned(), "s".to_owned()), "{text}");
        }
    }

    #[test]
    fn a_question_mark_within_a_query_belongs_to_its_value() {
        for text in [
            "code=a?b&state=S",
            "?code=a?b&state=S",
            "/granted?code=a?b&state=S",
            "https://you.example/granted?code=a?b&state=S",
        ] {
            assert_eq!(granted(text), ("a?b".to_owned(), "S".to_owned()), "{text}");
        }
        assert_eq!(
            granted("session=https://x?y&code=c&state=s"),
            ("c".to_owned(), "s".to_owned())
        );
        assert_eq!(
            granted("state=S?&code=c"),
            ("c".to_owned(), "S?".to_owned())
        );
    }

    #[test]
    fn a_refusal_names_its_code_and_no_free_text() {
        let read = |text: &str| match Redirect::parse(text).unwrap() {
            Redirect::Refused { error, .. } => error,
            other => panic!("{other:?}"),
        };
        assert_eq!(
            read("error=access_denied&error_description=Jane+said+no&state=s"),
            "access_denied"
        );
        assert_eq!(read("error=Jane+Doe+said+no&state=s"), "unknown");
        assert_eq!(read("error=janedoe_born&state=s"), "unknown");
    }

    #[test]
    fn what_is_missing_doubled_or_contradictory_is_refused() {
        assert!(refusal("code=a").contains("names no state"));
        assert!(refusal("code=a&state=").contains("names no state"));
        assert!(refusal("state=s").contains("neither"));
        assert!(refusal("state=s&code=").contains("neither"));
        assert!(refusal("state=s&code=a&code=b").contains("more than once"));
        assert!(refusal("state=s&state=t&code=a").contains("more than once"));
        assert!(refusal("state=s&code=a&error=access_denied").contains("at once"));
        assert!(refusal("").contains("names no state"));
    }

    #[test]
    fn debug_shows_neither_code_nor_state() {
        let shown = format!("{:?}", Redirect::parse("code=c0de&state=st4te").unwrap());
        assert!(
            !shown.contains("c0de") && !shown.contains("st4te"),
            "{shown}"
        );
    }
}

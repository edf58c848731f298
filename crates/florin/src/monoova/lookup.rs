//! What is given either by the provider's number or by a code or name, and never by both: of two that don't fit each other
//! the number wins without a word (documented).

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Lookup {
    Id(i64),
    Text(String),
}

impl Lookup {
    const fn as_id(&self) -> Option<i64> {
        match self {
            Self::Id(id) => Some(*id),
            Self::Text(_) => None,
        }
    }

    fn as_text(&self) -> Option<&str> {
        match self {
            Self::Id(_) => None,
            Self::Text(text) => Some(text),
        }
    }
}

/// A type of its own for each, so that a country's number isn't taken for a currency's.
macro_rules! lookup {
    (
        $(#[$doc:meta])* $name:ident, $what:literal,
        $(#[$text_doc:meta])* $text:ident, $as_text:ident, $word:literal
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name(Lookup);

        impl $name {
            /// By the provider's own number, as its lists tell it. Numbers differ between sandbox and production, as far as
            /// anybody knows.
            #[must_use]
            pub const fn id(id: i64) -> Self {
                Self(Lookup::Id(id))
            }

            $(#[$text_doc])*
            pub fn $text(text: impl Into<String>) -> Self {
                Self(Lookup::Text(text.into()))
            }

            /// The number, where it is given by that.
            #[must_use]
            pub const fn as_id(&self) -> Option<i64> {
                self.0.as_id()
            }

            #[doc = concat!("The ", $word, ", where it is given by that.")]
            #[must_use]
            pub fn $as_text(&self) -> Option<&str> {
                self.0.as_text()
            }

            /// Why it can't be sent.
            pub(super) fn problem(&self) -> Option<String> {
                let text = self.0.as_text()?;
                let problem = match text.trim() {
                    "" => concat!("the ", $word, " of a ", $what, " is empty; give one, or its id"),
                    trimmed if trimmed == text => return None,
                    _ => concat!(
                        "the ", $word, " of a ", $what, " has white space around it; give it without"
                    ),
                };
                Some(problem.to_owned())
            }
        }
    };
}

lookup! {
    /// A currency, by number or code.
    ///
    /// ```
    /// use florin::monoova::Currency;
    ///
    /// assert_eq!(Currency::code("AUD").as_id(), None);
    /// assert_eq!(Currency::id(10004).as_code(), None);
    /// ```
    Currency, "currency",
    /// By its three letters, such as `AUD`. Most are those of ISO 4217; `CNH` isn't (documented).
    code, as_code, "code"
}

lookup! {
    /// A country, by number or code.
    Country, "country",
    /// By its three letters of ISO 3166-1, such as `AUS` (documented). Two letters are another code, and nothing converts them.
    code, as_code, "code"
}

lookup! {
    /// Why a payment is made, by number or name, as [`Client::transaction_reasons`](super::Client::transaction_reasons) lists
    /// them.
    TransactionReason, "transaction reason",
    /// By its name, such as `Purchase of inventory`.
    name, as_name, "name"
}

lookup! {
    /// What a sub customer is, by number or name.
    AccountType, "account type",
    /// By its name: `individual` and `company` are documented.
    name, as_name, "name"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lookup_is_a_number_or_a_text_and_never_both() {
        let by_id = TransactionReason::id(10_451);
        assert_eq!((by_id.as_id(), by_id.as_name()), (Some(10_451), None));
        let by_name = TransactionReason::name("Purchase of inventory");
        assert_eq!(
            (by_name.as_id(), by_name.as_name()),
            (None, Some("Purchase of inventory"))
        );
    }

    #[test]
    fn an_empty_text_is_a_problem_that_is_named() {
        let problem = Country::code(" ").problem().unwrap();
        assert!(
            problem.contains("the code of a country is empty"),
            "{problem}"
        );
        assert!(Country::code("AUS").problem().is_none());
        assert!(Currency::id(10_004).problem().is_none());
        assert!(AccountType::name("").problem().is_some());
    }

    #[test]
    fn white_space_around_a_text_is_a_problem_that_is_named_and_within_it_none() {
        for text in [" usd", "usd ", "\tUSD\n"] {
            let problem = Currency::code(text).problem().unwrap();
            assert!(problem.contains("white space around it"), "{problem}");
        }
        let problem = TransactionReason::name("Other ").problem().unwrap();
        assert!(
            problem.contains("the name of a transaction reason"),
            "{problem}"
        );
        assert!(
            TransactionReason::name("Purchase of inventory")
                .problem()
                .is_none()
        );
    }
}

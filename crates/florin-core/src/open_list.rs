//! The traits of a text of which a spec lists values, and which may be another one.

/// Gives an enum, one variant for each value that a spec lists and one for any other text, what a text has: `as_str`,
/// `Display`, `FromStr`, `From<&str>`, `From<String>`, `Serialize` and `Deserialize`. A number or a boolean is read by its
/// text.
///
/// Each value may be followed by other spellings, which are read as it and not written. The crate that uses it needs
/// `serde`.
///
/// ```
/// #[derive(Clone, Debug, PartialEq)]
/// pub enum LoanStatus {
///     Open,
///     PaidBack,
///     Unknown(String),
/// }
///
/// florin_core::open_list!(LoanStatus { "open" => Open, "paid-back" | "PAID" => PaidBack } else Unknown);
///
/// assert_eq!(LoanStatus::from("PAID"), LoanStatus::PaidBack);
/// assert_eq!(LoanStatus::PaidBack.to_string(), "paid-back");
/// assert_eq!(LoanStatus::from("sold").as_str(), "sold");
/// ```
#[macro_export]
macro_rules! open_list {
    ($name:ident { $($value:literal $(| $also:literal)* => $variant:ident),* $(,)? } else $other:ident) => {
        impl $name {
            /// The value as it is on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$other(value) => value,
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $($value $(| $also)* => Self::$variant,)*
                    _ => Self::$other(::std::borrow::ToOwned::to_owned(value)),
                }
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                ::std::result::Result::Ok(Self::from(value))
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                $crate::open_text(deserializer).map(Self::from)
            }
        }
    };
}

#[cfg(test)]
#[allow(
    unreachable_pub,
    reason = "as in generated code, where all of it is public"
)]
mod tests {
    #[derive(Clone, Debug, PartialEq)]
    enum Status {
        Open,
        /// What an associated type could be taken for.
        Err,
        Unknown(String),
    }

    open_list!(Status { "OPEN" | "Open" | "o" => Open, "ERR" => Err } else Unknown);

    #[test]
    fn what_is_not_listed_is_written_as_it_was_read() {
        for text in ["\"OPEN\"", "\"ERR\"", "\"sold\"", "\"\""] {
            let read: Status = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
        }
        let read: Status = serde_json::from_str("7").unwrap();
        assert_eq!(read, Status::Unknown("7".to_owned()));
        serde_json::from_str::<Status>("[]").unwrap_err();
    }

    #[test]
    fn another_spelling_is_read_and_not_written() {
        for text in ["OPEN", "Open", "o"] {
            let read: Status = text.parse().unwrap();
            assert_eq!(read, Status::Open);
            assert_eq!(read.as_str(), "OPEN");
        }
        assert_eq!(Status::from("ERR".to_owned()), Status::Err);
    }

    #[test]
    fn it_is_padded_like_a_text() {
        assert_eq!(format!("{:>6}|", Status::Open), "  OPEN|");
    }
}

//! The traits of a text that is one of the values that a spec lists.

/// Gives an enum, one variant for each value that a spec lists, what a text has: `as_str`, `Display`, `FromStr`,
/// `TryFrom<&str>`, `TryFrom<String>`, `Serialize` and `Deserialize`. Another text is refused with the error that is named,
/// which is made of a `&'static str`.
///
/// The crate that uses it needs `serde`.
///
/// ```
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// pub enum Side {
///     Buy,
///     Sell,
/// }
///
/// florin_core::closed_list!(Side { "BUY" => Buy, "SELL" => Sell } else Box<dyn std::error::Error>);
///
/// assert_eq!("BUY".parse::<Side>().unwrap(), Side::Buy);
/// let refused = "HOLD".parse::<Side>().unwrap_err();
/// assert_eq!(refused.to_string(), "not one of the values of Side that the spec lists");
/// ```
#[macro_export]
macro_rules! closed_list {
    ($name:ident { $($value:literal => $variant:ident),* $(,)? } else $error:ty) => {
        impl $name {
            /// The value as it is on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
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

        impl ::std::str::FromStr for $name {
            type Err = $error;

            fn from_str(value: &str) -> ::std::result::Result<Self, $error> {
                match value {
                    $($value => ::std::result::Result::Ok(Self::$variant),)*
                    _ => ::std::result::Result::Err(::std::convert::From::from(::std::concat!(
                        "not one of the values of ",
                        ::std::stringify!($name),
                        " that the spec lists"
                    ))),
                }
            }
        }

        impl ::std::convert::TryFrom<&str> for $name {
            type Error = $error;

            fn try_from(value: &str) -> ::std::result::Result<Self, $error> {
                value.parse()
            }
        }

        impl ::std::convert::TryFrom<::std::string::String> for $name {
            type Error = $error;

            fn try_from(value: ::std::string::String) -> ::std::result::Result<Self, $error> {
                value.parse()
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                let value = <::std::string::String as ::serde::Deserialize>::deserialize(deserializer)?;
                value.parse().map_err(<D::Error as ::serde::de::Error>::custom)
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
    type Refused = Box<dyn std::error::Error>;

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Side {
        Buy,
        /// What an associated type could be taken for.
        Error,
        Err,
    }

    closed_list!(Side { "BUY" => Buy, "error" => Error, "err" => Err } else Refused);

    #[test]
    fn what_is_listed_is_written_as_it_was_read() {
        for text in ["\"BUY\"", "\"error\"", "\"err\""] {
            let read: Side = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
            assert_eq!(format!("\"{read}\""), text);
        }
        assert_eq!(Side::try_from("err".to_owned()).unwrap(), Side::Err);
        assert_eq!(Side::try_from("error").unwrap(), Side::Error);
        assert_eq!(Side::try_from("BUY").unwrap(), Side::Buy);
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["\"buy\"", "\"\"", "1", "null"] {
            serde_json::from_str::<Side>(text).unwrap_err();
        }
        let refused = serde_json::from_str::<Side>("\"HOLD\"").unwrap_err();
        assert!(
            refused
                .to_string()
                .contains("not one of the values of Side that the spec lists")
        );
    }
}

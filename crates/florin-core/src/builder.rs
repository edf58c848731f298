//! The builder of a generated type, in one line per field.
//!
//! Thousands of setters say the same of each field: it takes what becomes the field's type, keeps that or why it can't be
//! one, and tells so when the value is built. What they are made of stands in [`builder!`](crate::builder!), once.
//!
//! A field's word says what is there before it is set, and what its setter takes:
//!
//! | Word | Before it is set | Its setter takes |
//! | --- | --- | --- |
//! | `required` | a problem: no value was supplied | what becomes the value |
//! | `optional` | nothing | what becomes the value inside the `Option` |
//! | `nullable` | a problem: it has to be there, if only as `null` | what becomes the value inside the `Option` |
//! | `defaulted` | the empty value, as of a list | what becomes the value |
//!
//! With `_unseen` behind it, what can't be taken is not quoted: the field must not be shown.

/// Makes the builder of a type: called in a module beside the types, whose parent has the type itself and an
/// `error::ConversionError` that a `String` becomes.
///
/// ```
/// mod types {
///     #[derive(Debug)]
///     pub struct Loan {
///         pub id: String,
///         pub note: Option<String>,
///         pub lines: Vec<u8>,
///         pub term: u8,
///     }
///
///     pub mod builder {
///         florin_core::builder! {
///             Loan {
///                 required id: String,
///                 optional note: String,
///                 defaulted lines: Vec<u8>,
///                 required term: u8,
///             }
///         }
///     }
///
///     pub mod error {
///         #[derive(Debug)]
///         pub struct ConversionError(pub String);
///
///         impl From<String> for ConversionError {
///             fn from(why: String) -> Self {
///                 Self(why)
///             }
///         }
///     }
/// }
/// use types::Loan;
///
/// let loan: Loan = Loan::builder().id("l1").note("paid").term(12).try_into().unwrap();
/// assert_eq!((loan.id.as_str(), loan.note.as_deref(), loan.term), ("l1", Some("paid"), 12));
/// assert!(loan.lines.is_empty());
///
/// let why = Loan::try_from(Loan::builder().id("l2")).unwrap_err();
/// assert_eq!(why.0, "no value supplied for term");
/// ```
#[macro_export]
macro_rules! builder {
    ($name:ident { $($kind:ident $field:ident: $type:ty),* $(,)? }) => {
        #[doc = ::std::concat!(
            "Builds a [`", ::std::stringify!($name), "`](super::", ::std::stringify!($name), "), field by field."
        )]
        #[derive(Clone)]
        pub struct $name {
            $($field: ::std::result::Result<$crate::builder::$kind::Held<$type>, ::std::string::String>,)*
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(::std::stringify!($name)).finish_non_exhaustive()
            }
        }

        impl ::std::default::Default for $name {
            fn default() -> Self {
                Self {
                    $($field: $crate::builder::$kind::start(::std::stringify!($field)),)*
                }
            }
        }

        impl $name {
            $(
                #[doc = ::std::concat!(
                    "Sets [`", ::std::stringify!($field), "`](super::", ::std::stringify!($name), "::",
                    ::std::stringify!($field), ")."
                )]
                pub fn $field<T>(mut self, value: T) -> Self
                where
                    T: ::std::convert::TryInto<$type>,
                    T::Error: ::std::fmt::Display,
                {
                    self.$field = $crate::builder::$kind::set(value, ::std::stringify!($field));
                    self
                }
            )*
        }

        impl ::std::convert::TryFrom<$name> for super::$name {
            type Error = super::error::ConversionError;

            #[allow(unused_variables, reason = "a type need not have fields")]
            fn try_from(value: $name) -> ::std::result::Result<Self, super::error::ConversionError> {
                ::std::result::Result::Ok(Self {
                    $($field: value.$field?,)*
                })
            }
        }

        impl ::std::convert::From<super::$name> for $name {
            #[allow(unused_variables, reason = "a type need not have fields")]
            fn from(value: super::$name) -> Self {
                Self {
                    $($field: ::std::result::Result::Ok(value.$field),)*
                }
            }
        }

        impl super::$name {
            /// A builder of it, with nothing set yet.
            pub fn builder() -> $name {
                ::std::default::Default::default()
            }
        }
    };
}

/// A value that has to be there.
pub mod required {
    pub use super::Itself as Held;
    pub use super::missing as start;
    pub use crate::set::required as set;
}

/// A value that has to be there and must not be shown.
pub mod required_unseen {
    pub use super::Itself as Held;
    pub use super::missing as start;
    pub use crate::set::required_unseen as set;
}

/// A value that may be absent.
pub mod optional {
    pub use super::empty as start;

    pub use crate::set::optional as set;
    pub use std::option::Option as Held;
}

/// A value that may be absent and must not be shown.
pub mod optional_unseen {
    pub use super::empty as start;

    pub use crate::set::optional_unseen as set;
    pub use std::option::Option as Held;
}

/// A value that has to be there, if only as `null`.
pub mod nullable {
    pub use super::missing as start;

    pub use crate::set::optional as set;
    pub use std::option::Option as Held;
}

/// A value that has to be there, if only as `null`, and must not be shown.
pub mod nullable_unseen {
    pub use super::missing as start;

    pub use crate::set::optional_unseen as set;
    pub use std::option::Option as Held;
}

/// A value that is empty where none is supplied.
pub mod defaulted {
    pub use super::Itself as Held;
    pub use super::empty as start;
    pub use crate::set::required as set;
}

/// A value that is empty where none is supplied, and must not be shown.
pub mod defaulted_unseen {
    pub use super::Itself as Held;
    pub use super::empty as start;
    pub use crate::set::required_unseen as set;
}

/// What a builder holds of a field that is its value, whether it is set or not.
pub type Itself<T> = T;

/// What a builder holds at first of a field that has to be set.
///
/// # Errors
/// Always: which field it is.
pub fn missing<T>(field: &str) -> Result<T, String> {
    Err(format!("no value supplied for {field}"))
}

/// What a builder holds at first of a field that need not be set.
///
/// # Errors
/// Never.
pub fn empty<T: Default>(_field: &str) -> Result<T, String> {
    Ok(T::default())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    #[derive(Clone, Debug, PartialEq)]
    pub(crate) struct Loan {
        pub(crate) id: u8,
        pub(crate) pin: u8,
        pub(crate) note: Option<String>,
        pub(crate) code: Option<u8>,
        pub(crate) until: Option<u8>,
        pub(crate) hint: Option<u8>,
        pub(crate) lines: Vec<u8>,
        pub(crate) extra: BTreeMap<String, u8>,
    }

    #[derive(Debug)]
    pub(crate) struct Nothing {}

    #[allow(
        dead_code,
        unreachable_pub,
        reason = "as in generated code, where all of it is public"
    )]
    mod builder {
        crate::builder! {
            Loan {
                required id: u8,
                required_unseen pin: u8,
                optional note: String,
                optional_unseen code: u8,
                nullable until: u8,
                nullable_unseen hint: u8,
                defaulted lines: Vec<u8>,
                defaulted_unseen extra: std::collections::BTreeMap<String, u8>,
            }
        }
        crate::builder! { Nothing {} }
    }

    mod error {
        #[derive(Debug, PartialEq)]
        pub(crate) struct ConversionError(pub(crate) String);

        impl From<String> for ConversionError {
            fn from(why: String) -> Self {
                Self(why)
            }
        }
    }

    fn refused(builder: builder::Loan) -> String {
        Loan::try_from(builder).unwrap_err().0
    }

    #[test]
    fn what_has_to_be_supplied_is_named() {
        let loan = Loan::builder();
        assert_eq!(refused(loan.clone()), "no value supplied for id");
        let loan = loan.id(1_u8);
        assert_eq!(refused(loan.clone()), "no value supplied for pin");
        let loan = loan.pin(2_u8);
        assert_eq!(refused(loan.clone()), "no value supplied for until");
        let loan = loan.until(3_u8);
        assert_eq!(refused(loan.clone()), "no value supplied for hint");
        let loan = Loan::try_from(loan.hint(4_u8)).unwrap();
        assert_eq!(
            (loan.id, loan.pin, loan.until, loan.hint),
            (1, 2, Some(3), Some(4))
        );
        assert_eq!((&loan.note, loan.code), (&None, None));
        assert!(loan.lines.is_empty() && loan.extra.is_empty());
        assert!(Nothing::try_from(Nothing::builder()).is_ok());
    }

    #[test]
    fn what_must_not_be_shown_is_not_quoted() {
        struct Secretive;
        impl TryFrom<Secretive> for u8 {
            type Error = &'static str;
            fn try_from(_: Secretive) -> Result<Self, &'static str> {
                Err("canary")
            }
        }
        let shown = refused(Loan::builder().id(Secretive));
        assert_eq!(shown, "error converting supplied value for id: canary");
        let valid = || Loan::builder().id(1_u8).pin(2_u8).until(3_u8).hint(4_u8);
        for (loan, field) in [
            (valid().pin(Secretive), "pin"),
            (valid().code(Secretive), "code"),
            (valid().hint(Secretive), "hint"),
        ] {
            assert_eq!(
                refused(loan),
                format!("the supplied value does not fit {field}")
            );
        }
    }

    #[test]
    fn a_builder_starts_from_a_value_and_prints_its_name_alone() {
        let valid = Loan::builder().id(1_u8).pin(2_u8).until(3_u8).hint(4_u8);
        assert_eq!(format!("{valid:?}"), "Loan { .. }");
        let loan = Loan::try_from(valid).unwrap();
        let again = builder::Loan::from(loan.clone()).note("paid");
        let again = Loan::try_from(again).unwrap();
        assert_eq!(
            again,
            Loan {
                note: Some("paid".into()),
                ..loan
            }
        );
    }
}

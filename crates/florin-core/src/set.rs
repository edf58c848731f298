//! What a builder's setter takes, as the builder keeps it: the value, or why it isn't one.
//!
//! Generated builders take whatever becomes the type of a field, remember what does not, and report it when the value is
//! built. The turning stands here once, instead of in each setter of each generated type.
//!
//! ```
//! use florin_core::set;
//!
//! let limit: Result<u8, String> = set::required(300_i64, "limit");
//! assert!(limit.is_err_and(|problem| problem.starts_with("error converting supplied value for limit")));
//! let label: Result<Option<String>, String> = set::optional("rent", "label");
//! assert_eq!(label, Ok(Some("rent".to_owned())));
//! ```

use std::fmt::Display;

/// The value of a field that has to be there.
///
/// # Errors
/// Which field the value doesn't fit, and why.
pub fn required<T, V>(value: V, field: &str) -> Result<T, String>
where
    V: TryInto<T>,
    V::Error: Display,
{
    value
        .try_into()
        .map_err(|why| format!("error converting supplied value for {field}: {why}"))
}

/// The value of a field that may be absent.
///
/// # Errors
/// Which field the value doesn't fit, and why.
pub fn optional<T, V>(value: V, field: &str) -> Result<Option<T>, String>
where
    V: TryInto<T>,
    V::Error: Display,
{
    required(value, field).map(Some)
}

/// The value of a field that has to be there and must not be shown: the error doesn't quote it.
///
/// # Errors
/// Which field the value doesn't fit.
pub fn required_unseen<T, V: TryInto<T>>(value: V, field: &str) -> Result<T, String> {
    value
        .try_into()
        .map_err(|_| format!("the supplied value does not fit {field}"))
}

/// The value of a field that may be absent and must not be shown: the error doesn't quote it.
///
/// # Errors
/// Which field the value doesn't fit.
pub fn optional_unseen<T, V: TryInto<T>>(value: V, field: &str) -> Result<Option<T>, String> {
    required_unseen(value, field).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_not_be_shown_is_not_quoted() {
        struct Secretive(&'static str);
        impl TryFrom<Secretive> for u8 {
            type Error = String;
            fn try_from(value: Secretive) -> Result<Self, String> {
                Err(value.0.to_owned())
            }
        }
        let shown: Result<u8, _> = required(Secretive("canary"), "pin");
        assert!(shown.is_err_and(|problem| problem.contains("canary")));
        for unseen in [
            required_unseen::<u8, _>(Secretive("canary"), "pin").err(),
            optional_unseen::<u8, _>(Secretive("canary"), "pin").err(),
        ] {
            assert_eq!(
                unseen.as_deref(),
                Some("the supplied value does not fit pin")
            );
        }
    }
}

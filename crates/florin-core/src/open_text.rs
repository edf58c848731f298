//! Reading a text of which a spec lists values, and which may be another one.

use serde::de::{Deserialize, Deserializer, Error as _, Unexpected};

use crate::AsSent;

/// Reads a text; a number or a boolean is taken by its text.
///
/// Generated enums that keep a value which their spec doesn't list are made of what this reads.
///
/// # Errors
/// That of the deserializer, where there is none of the three.
pub fn open_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    AsSent::<String>::deserialize(deserializer)?
        .into_value()
        .ok_or_else(|| {
            D::Error::invalid_type(
                Unexpected::Other("no text"),
                &"a text, a number or a boolean",
            )
        })
}

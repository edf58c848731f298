//! A text that stands for something personal: mutations plant it, and no error may show it.
//!
//! It holds what no name of a field holds: names of fields are shown, and what looks like one may be.

/// What is planted.
pub const CANARY: &str = "J#ne D#e 4711#";

/// What is looked for: a part, since texts are cut.
const PART: &str = "J#ne";

/// Panics where a text shows the canary.
///
/// # Panics
/// Where it does.
#[track_caller]
pub fn assert_hidden(text: &str) {
    assert!(
        !text.contains(PART),
        "a value of the input is shown: {text}"
    );
}

//! What the tests of Tradevest share: a call of every operation, each with all that it can say.
//!
//! Whatever is personal or secret in it, out and back, holds [`MARK`], or is [`MARKED_DAY`] or [`MARKED_NUMBER`] where it must be a
//! day or a number.

pub mod access;
pub mod call;
pub mod entities;
pub mod id;
pub mod in_memory;
pub mod older;
pub mod roles;
pub mod tokens;
pub mod trading;
pub mod uploads;

use call::Call;

/// Survives every escaping that a URL, a form or JSON knows. In capitals where only those may stand.
pub const MARK: &str = "canary7f3a";

/// A personal day.
pub const MARKED_DAY: &str = "1987-06-05";

/// A personal number.
pub const MARKED_NUMBER: &str = "73912.44";

/// A call of every operation.
#[must_use]
pub fn calls() -> Vec<Call> {
    let single = vec![tokens::token(), uploads::upload()];
    [
        single,
        access::all(),
        older::all(),
        entities::all(),
        roles::all(),
        trading::all(),
    ]
    .concat()
}

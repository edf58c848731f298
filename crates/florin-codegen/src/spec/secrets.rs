//! A secret is wiped when it is dropped and shown by nobody.
//!
//! A string that is `x-sensitive: secret` becomes `florin_core::Secret`, by the same way as decimals. A parameter stays
//! text: it is turned into a piece of the URL or a header, which a `Secret` refuses; the operation says that it is not to
//! be shown.

use super::exact_decimals::replace;
use super::{Spec, Use, component, text, walk};
use crate::error::Error;

/// The format that stands for `florin_core::Secret`.
pub(crate) const FORMAT: &str = "x-florin-secret";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    spec.for_each_operation_schema(&mut |schema, place| {
        if place != Use::Parameter {
            return;
        }
        // Written out before the named schema changes.
        let secret = component(schema)
            .and_then(|name| named.schema(name))
            .filter(|s| s.get("x-sensitive").is_some());
        if let Some(plain) = secret {
            *schema = plain.clone();
        }
        walk(schema, &mut |s| drop(s.remove("x-sensitive")));
    });
    spec.for_each_schema(&mut |schema| {
        if text(schema, "x-sensitive") == Some("secret") && text(schema, "type") == Some("string") {
            replace(schema, FORMAT);
        }
    });
    Ok(())
}

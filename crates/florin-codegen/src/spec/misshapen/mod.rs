//! What has another shape than OpenAPI wants gets the one that it wants.
//!
//! Published documents hold `null` where a text or a list belongs, a number where a text belongs, one value where a list of
//! it belongs, and parts that are written where Swagger 2 had them. Every later pass, and progenitor, may count on the
//! shape. What can't change what is sent or read is put right in silence; anything else is told, once for all places where
//! the same is wrong. Parts that no code is made of (tags, examples, links, callbacks) go, with whatever is wrong in them.

mod content;
mod document;
mod kind;
mod operation;
mod parameter;
mod schema;

use serde_json::Value;

use super::Spec;
use super::told::Told;
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut told = Told::default();
    let mut out = Vec::new();
    if let Value::Object(root) = &mut spec.root {
        document::repair(root, &mut told, &mut out);
    }
    told.tell(spec);
    for (method, path, wrong) in out {
        spec.leave_out(method, &path, &wrong);
    }
    if let Some(Value::Object(paths)) = spec.root.get_mut("paths") {
        paths.retain(|path, _| path.starts_with('/') || path.starts_with("x-"));
    }
    Ok(())
}

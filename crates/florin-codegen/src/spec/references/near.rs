//! A reference that leads nowhere, and misses a component by its spelling alone, leads to that one.
//!
//! `#/definitions/Loan` is what Swagger 2 says, `Loan` what came before it; and in `#/components/schemas/A%20B`, some
//! spell a component that is called `A%20B`, and not `A B`.

use serde_json::Value;

use super::lead::lead;
use super::visit;
use crate::spec::place::{Fate, Kind};
use crate::spec::told::Told;
use crate::spec::{Spec, escape};

/// Runs it.
pub(super) fn run(spec: &mut Spec) {
    let document = spec.root.clone();
    let mut told = Told::default();
    visit(&mut spec.root, &mut |reference, kind, pointer| {
        if let Some(text) = reference.as_str()
            && let Some(name) = meant(&document, text, kind)
            && let Err(wrong) = lead(&document, text, kind)
        {
            let section = kind.section().unwrap_or_default();
            let said = format!("#/components/{section}/{}", escape(name));
            let wrong = format!("`$ref: {text}` {wrong}");
            told.at(
                pointer,
                wrong,
                format!("it is taken for the component `{name}`"),
            );
            *reference = said.replace('%', "%25").into();
        }
        Fate::Stays
    });
    told.tell(spec);
}

/// The component that is called so.
fn meant<'a>(document: &'a Value, reference: &str, kind: Kind) -> Option<&'a str> {
    let section = kind.section()?;
    let named = document.get("components")?.get(section)?.as_object()?;
    let is_section = |before: &str| match before.strip_prefix("#/components/") {
        Some(rest) => rest == section,
        None => before.starts_with("#/") && before.matches('/').count() == 1,
    };
    let name = match reference.rsplit_once('/') {
        Some((before, name)) if is_section(before) => name,
        None if !reference.contains('#') => reference,
        _ => return None,
    };
    named.get_key_value(name).map(|(name, _)| name.as_str())
}

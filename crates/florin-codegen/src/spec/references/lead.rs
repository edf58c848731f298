//! Where a reference leads to within the document.

use serde_json::Value;

use crate::spec::place::{Kind, Place};
use crate::spec::{escape, percent_decoded, unescape};

/// How many references a pointer may pass through, or follow upon each other. More is a ring.
const STEPS: usize = 32;

/// What a reference leads to.
#[derive(Clone)]
pub(super) struct Lead<'a> {
    /// The way to it from the root, through no reference.
    pub(super) pieces: Vec<String>,
    pub(super) place: Place,
    pub(super) value: &'a Value,
}

impl Lead<'_> {
    /// The name of the component that it is.
    pub(super) fn component(&self, kind: Kind) -> Option<&str> {
        match &self.pieces[..] {
            [components, section, name] => {
                (components == "components" && kind.section() == Some(section)).then_some(name)
            }
            _ => None,
        }
    }

    fn pointer(&self) -> String {
        let pieces = self
            .pieces
            .iter()
            .map(|piece| format!("/{}", escape(piece)));
        format!("#{}", pieces.collect::<String>())
    }
}

/// Follows a reference, which has to lead to such an object. Else the answer is what is wrong.
pub(super) fn lead<'a>(
    document: &'a Value,
    reference: &str,
    kind: Kind,
) -> Result<Lead<'a>, String> {
    let Some(pointer) = reference.strip_prefix('#') else {
        return Err(match reference.split_once("://") {
            Some(_) => "leads to another host, which is never asked".to_owned(),
            None => "leads to another file; it needs the files beside it: use `generate_file`"
                .to_owned(),
        });
    };
    let mut lead = at(document, pointer, 0).ok_or("leads nowhere")?;
    // What is only a reference to something else is that.
    for _ in 0..STEPS {
        let next = lead.value.as_object().filter(|object| object.len() == 1);
        match next.and_then(|object| object.get("$ref")?.as_str()) {
            Some(next) if lead.component(kind).is_none() => {
                let pointer = next.strip_prefix('#').ok_or("leads nowhere")?;
                lead = at(document, pointer, 0).ok_or("leads nowhere")?;
            }
            _ => break,
        }
    }
    let fits = match lead.place {
        Place::One(there) => there == kind,
        Place::Value => lead.value.is_object() || kind == Kind::Schema && lead.value.is_boolean(),
        Place::Named(_) | Place::List(_) => false,
    };
    match (fits, lead.place) {
        (true, _) => Ok(lead),
        (false, Place::One(there)) => Err(format!(
            "leads to {}, and {} belongs here",
            there.what(),
            kind.what()
        )),
        (false, _) => Err(format!(
            "doesn't lead to {}, which belongs here",
            kind.what()
        )),
    }
}

/// Whether what stands at the pointer is a reference that leads back there.
pub(super) fn is_ring(document: &Value, reference: &str, pointer: &str) -> bool {
    let mut reference = reference;
    for _ in 0..STEPS {
        let Some(lead) = reference
            .strip_prefix('#')
            .and_then(|pointer| at(document, pointer, 0))
        else {
            return false;
        };
        let Some(next) = lead.value.get("$ref").and_then(Value::as_str) else {
            return false;
        };
        if lead.pointer() == pointer {
            return true;
        }
        reference = next;
    }
    false
}

/// What a JSON pointer leads to. It may pass through what is a reference itself.
fn at<'a>(document: &'a Value, pointer: &str, steps: usize) -> Option<Lead<'a>> {
    let pointer = percent_decoded(pointer);
    let mut lead = Lead {
        pieces: Vec::new(),
        place: Place::One(Kind::Document),
        value: document,
    };
    for piece in pointer.strip_prefix('/')?.split('/').map(unescape) {
        if lead.value.get(&piece).is_none()
            && let Some(next) = lead.value.get("$ref").and_then(Value::as_str)
        {
            if steps == STEPS {
                return None;
            }
            lead = at(document, next.strip_prefix('#')?, steps + 1)?;
        }
        let value = match lead.value {
            Value::Array(items) => items.get(piece.parse::<usize>().ok()?)?,
            other => other.get(&piece)?,
        };
        lead.place = lead.place.inner(&piece).holding(value);
        lead.pieces.push(piece);
        lead.value = value;
    }
    Some(lead)
}

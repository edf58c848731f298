//! Where a reference of a file may lead: to a component of its own, or to one of `shared.yaml`.

use serde_json::Value;

use super::SHARED;
use crate::error::Error;
use crate::spec::{Spec, escape};

/// What a file may refer to.
pub(super) struct Files<'a> {
    /// The file itself, as it was read.
    pub(super) own: &'a Value,
    /// `None` in `shared.yaml` itself.
    pub(super) shared: Option<&'a Value>,
}

impl Files<'_> {
    /// Checks each reference, and takes the name of the file off it. Examples and values are not looked at: there it is
    /// only a key.
    pub(super) fn rewrite(&self, value: &mut Value, pointer: &mut String) -> Result<(), Error> {
        match value {
            Value::Object(object) => {
                if let Some(Value::String(reference)) = object.get_mut("$ref") {
                    *reference = self.within(reference, pointer)?;
                }
                let mapping = object
                    .get_mut("discriminator")
                    .and_then(|d| d.get_mut("mapping")?.as_object_mut());
                for reference in mapping.into_iter().flat_map(|m| m.values_mut()) {
                    // Else it is the bare name of a schema.
                    if let Value::String(text) = reference
                        && text.contains('/')
                    {
                        *text = self.within(text, &format!("{pointer}/discriminator/mapping"))?;
                    }
                }
                for (key, inner) in object {
                    if !matches!(
                        key.as_str(),
                        "example" | "examples" | "default" | "enum" | "mapping"
                    ) {
                        self.descend(inner, &escape(key), pointer)?;
                    }
                }
                Ok(())
            }
            Value::Array(items) => items
                .iter_mut()
                .enumerate()
                .try_for_each(|(i, inner)| self.descend(inner, &i.to_string(), pointer)),
            _ => Ok(()),
        }
    }

    fn descend(&self, inner: &mut Value, key: &str, pointer: &mut String) -> Result<(), Error> {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(key);
        self.rewrite(inner, pointer)?;
        pointer.truncate(length);
        Ok(())
    }

    /// The reference as it leads there in the one document.
    fn within(&self, reference: &str, pointer: &str) -> Result<String, Error> {
        let refuse = |wrong: &str, remedy: &str| {
            let wrong = format!("`$ref: {reference}` {wrong}");
            Err(Error::pointer(pointer, wrong, remedy))
        };
        let Some((file, inside)) = reference.split_once('#') else {
            return refuse(
                "leads to a whole file",
                "refer to one of its components, as in `shared.yaml#/components/schemas/Name`",
            );
        };
        let inside = format!("#{inside}");
        let target = match (file, self.shared) {
            ("", _) => self.own,
            (SHARED, Some(shared)) => shared,
            (SHARED, None) => {
                return refuse(
                    "names the file that it stands in",
                    "write the part from `#` on",
                );
            }
            _ if file.contains(['/', '\\']) => {
                return refuse(
                    "leads out of the folder",
                    "put what it means into `shared.yaml`, and refer to `shared.yaml#/components/…`",
                );
            }
            _ => {
                return refuse(
                    "leads to another domain's file, which may not be enabled",
                    "move what both need to `shared.yaml`, and refer to `shared.yaml#/components/…`",
                );
            }
        };
        if holds(target, &inside) {
            return Ok(inside);
        }
        match self.shared {
            Some(shared) if file.is_empty() && holds(shared, &inside) => refuse(
                "leads nowhere in this file",
                &format!("write `{SHARED}{inside}`, where it is"),
            ),
            _ => refuse("leads nowhere", "define it there, or correct the reference"),
        }
    }
}

fn holds(root: &Value, reference: &str) -> bool {
    Spec::lookup(root, reference).is_some()
}

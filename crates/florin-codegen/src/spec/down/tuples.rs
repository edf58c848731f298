//! `prefixItems`, and `items` as a list before it: what each place of a list holds.
//!
//! A Rust list has elements of one type. Where the places hold different kinds, an element is any of these. `contains` and
//! its limits are a check on the whole list, which no type makes.

use serde_json::{Value, json};

use super::any_of;
use super::places::each_schema;
use crate::error::Error;
use crate::spec::told::Told;
use crate::spec::{Object, Spec};

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut told = Told::default();
    each_schema(&mut spec.root, &mut |schema, pointer| {
        for word in ["contains", "minContains", "maxContains"] {
            if schema.remove(word).is_some() {
                let wrong = format!("`{word}` is a check on a whole list");
                told.at(pointer, wrong, "it isn't made");
            }
        }
        elements(schema);
    });
    told.tell(spec);
    Ok(())
}

fn elements(schema: &mut Object) {
    let mut kinds = Vec::new();
    if let Some(Value::Array(places)) = schema.remove("prefixItems") {
        kinds.extend(places);
    }
    match schema.remove("items") {
        Some(Value::Array(places)) => kinds.extend(places),
        Some(items) if kinds.is_empty() => drop(schema.insert("items".into(), items)),
        Some(items) => kinds.push(items),
        None => {}
    }
    for word in ["additionalItems", "unevaluatedItems"] {
        if let Some(further @ Value::Object(_)) = schema.remove(word)
            && !schema.contains_key("items")
        {
            kinds.push(further);
        }
    }
    if let Some(items) = any_of(kinds) {
        schema.insert("items".into(), items);
    }
    if schema.get("type") == Some(&"array".into()) {
        schema.entry("items").or_insert_with(|| json!({}));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::{made, made_of};
    use super::run;

    #[test]
    fn an_element_is_any_of_what_the_places_hold() {
        let (text, number) = (json!({ "type": "string" }), json!({ "type": "number" }));
        for (schema, items) in [
            (
                json!({ "prefixItems": [text, number] }),
                json!({ "anyOf": [text, number] }),
            ),
            (json!({ "prefixItems": [text, text] }), text.clone()),
            (
                json!({ "prefixItems": [text], "items": number }),
                json!({ "anyOf": [text, number] }),
            ),
            (
                json!({ "items": [text, number], "additionalItems": text }),
                json!({ "anyOf": [text, number] }),
            ),
            (json!({ "unevaluatedItems": text }), text.clone()),
            (
                json!({ "items": text, "unevaluatedItems": number }),
                text.clone(),
            ),
            (json!({ "type": "array" }), json!({})),
        ] {
            assert_eq!(made(run, &schema)["items"], items, "{schema}");
        }
    }

    #[test]
    fn a_check_on_the_whole_list_is_told_and_left_out() {
        let schema =
            json!({ "type": "array", "items": {}, "contains": { "const": 1 }, "minContains": 2 });
        let root = json!({ "components": { "schemas": { "A": schema } } });
        let (made, told) = made_of(run, &root);
        assert_eq!(
            made["components"]["schemas"]["A"],
            json!({ "type": "array", "items": {} })
        );
        assert_eq!(told.len(), 2);
    }
}

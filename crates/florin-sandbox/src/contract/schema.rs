//! OpenAPI 3.0 schemas as JSON Schema.
//!
//! A schema of OpenAPI 3.0 is one of JSON Schema draft 4 (down to the boolean `exclusiveMinimum`) with `nullable` and a
//! few words for tools added. `nullable` is rewritten; the other words mean nothing to a validator, but for two: where
//! `x-as-sent` stands, a provider may send something else than the schema says, so anything passes; where `x-open` stands,
//! the list of values is known to be incomplete, so others pass as well.

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

use super::Violation;

/// A schema, ready to check values.
pub(crate) struct Schema(Validator);

impl Schema {
    /// Compiles a schema of a spec. `components` are the spec's own, as [`components`] gives them.
    pub(crate) fn compile(schema: &Value, components: &Value) -> Result<Self, String> {
        // Draft 4 ignores what stands beside a $ref, so the schema goes one level down and the components beside it.
        let schema = convert(schema);
        let components = reached(&schema, components);
        let root = json!({ "allOf": [schema], "components": { "schemas": components } });
        jsonschema::options()
            .with_draft(Draft::Draft4)
            .should_validate_formats(true)
            .build(&root)
            .map(Self)
            .map_err(|error| error.to_string())
    }

    /// What is wrong with `value`. `place` says where it stands in the request.
    pub(crate) fn check(&self, place: &str, value: &Value) -> Vec<Violation> {
        self.0
            .iter_errors(value)
            .map(|error| {
                Violation::new(place, error.instance_path().to_string(), error.to_string())
            })
            .collect()
    }
}

/// The schemas of a spec's components, to be put beside one of its schemas.
pub(crate) fn components(document: &Value) -> Value {
    json!({ "schemas": convert_each(&document["components"]["schemas"]) })
}

/// The components that a schema speaks of, directly or through others. A large spec has hundreds, and a validator reads all
/// that it is given.
fn reached(schema: &Value, components: &Value) -> Map<String, Value> {
    let mut reached = Map::new();
    let mut left = vec![schema];
    while let Some(value) = left.pop() {
        match value {
            Value::Array(values) => left.extend(values),
            Value::Object(members) => {
                left.extend(members.values());
                let target = members.get("$ref").and_then(Value::as_str);
                let name = target
                    .and_then(|target| target.strip_prefix("#/components/schemas/"))
                    .and_then(|rest| rest.split('/').next());
                if let Some(name) = name
                    && !reached.contains_key(name)
                    && let Some(component) = components["schemas"].get(name)
                {
                    reached.insert(name.to_owned(), component.clone());
                    left.push(component);
                }
            }
            _ => {}
        }
    }
    reached
}

/// Rewrites a schema, or an array of them, from OpenAPI 3.0 to draft 4.
fn convert(schema: &Value) -> Value {
    match schema {
        Value::Array(schemas) => schemas.iter().map(convert).collect(),
        Value::Object(object) if object.get("x-as-sent") == Some(&Value::Bool(true)) => json!({}),
        Value::Object(object) => {
            let mut plain = Map::new();
            for (key, value) in object {
                let value = match key.as_str() {
                    "nullable" | "example" => continue,
                    "enum" if object.get("x-open") == Some(&Value::Bool(true)) => continue,
                    extension if extension.starts_with("x-") => continue,
                    "properties" => convert_each(value),
                    // These hold values, which are not schemas whatever they look like.
                    "enum" | "default" | "required" => value.clone(),
                    _ => convert(value),
                };
                plain.insert(key.clone(), value);
            }
            if object.get("nullable") == Some(&Value::Bool(true)) {
                json!({ "anyOf": [plain, { "type": "null" }] })
            } else {
                Value::Object(plain)
            }
        }
        other => other.clone(),
    }
}

/// Rewrites the schemas of a map, whose keys are names and mean nothing to a validator.
fn convert_each(schemas: &Value) -> Value {
    let schemas = schemas.as_object().into_iter().flatten();
    Value::Object(
        schemas
            .map(|(name, schema)| (name.clone(), convert(schema)))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(schema: &Value, value: &Value) -> Vec<Violation> {
        Schema::compile(schema, &json!({}))
            .unwrap()
            .check("body", value)
    }

    #[test]
    fn a_nullable_value_may_be_null_and_another_may_not() {
        assert_eq!(
            faults(
                &json!({"type": "string", "enum": ["a"], "nullable": true}),
                &Value::Null
            ),
            []
        );
        assert_eq!(faults(&json!({"type": "string"}), &Value::Null).len(), 1);
    }

    #[test]
    fn what_is_kept_as_it_was_sent_may_be_anything() {
        let schema =
            json!({"type": "object", "properties": {"a": {"type": "integer", "x-as-sent": true}}});
        assert_eq!(faults(&schema, &json!({"a": "12"})), []);
        assert_eq!(faults(&schema, &json!({"a": null})), []);
    }

    #[test]
    fn a_list_of_values_that_is_open_takes_others_of_the_same_type() {
        let schema = json!({"type": "string", "enum": ["a"], "x-open": true});
        assert_eq!(faults(&schema, &json!("b")), []);
        assert_eq!(faults(&schema, &json!(1)).len(), 1);
    }

    #[test]
    fn a_limit_may_be_exclusive_in_the_way_of_openapi_3_0() {
        let schema = json!({"type": "number", "minimum": 0, "exclusiveMinimum": true});
        assert_eq!(faults(&schema, &json!(0)).len(), 1);
        assert_eq!(faults(&schema, &json!(0.01)), []);
    }

    #[test]
    fn a_property_may_be_called_like_a_word_of_openapi() {
        let schema = json!({"type": "object", "properties": {"nullable": {"type": "boolean"}}});
        assert_eq!(faults(&schema, &json!({"nullable": 1})).len(), 1);
    }

    #[test]
    fn a_schema_takes_along_what_it_speaks_of_and_nothing_else() {
        let components = json!({ "schemas": {
            "A": { "properties": { "b": { "$ref": "#/components/schemas/B" } } },
            "B": { "type": "array", "items": { "$ref": "#/components/schemas/A" } },
            "C": { "type": "string" },
        }});
        let schema = json!({ "$ref": "#/components/schemas/A" });
        let names: Vec<_> = reached(&schema, &components).into_iter().collect();
        assert_eq!(names.len(), 2);
        let compiled = Schema::compile(&schema, &components).unwrap();
        assert_eq!(compiled.check("body", &json!({ "b": [{ "b": [] }] })), []);
        assert_eq!(
            compiled.check("body", &json!({ "b": [{ "b": 1 }] })).len(),
            1
        );
    }

    #[test]
    fn a_date_is_checked() {
        let schema = json!({"type": "string", "format": "date"});
        assert_eq!(faults(&schema, &json!("2026-02-30")).len(), 1);
        assert_eq!(faults(&schema, &json!("2026-02-28")), []);
    }

    #[test]
    fn a_violation_points_at_the_value() {
        let schema = json!({"type": "object", "properties": {"a": {"type": "array", "items": {"type": "string"}}}});
        let [fault] = &faults(&schema, &json!({"a": ["x", 1]}))[..] else {
            panic!("one fault")
        };
        assert_eq!(
            (fault.place.as_str(), fault.pointer.as_str()),
            ("body", "/a/1")
        );
    }
}

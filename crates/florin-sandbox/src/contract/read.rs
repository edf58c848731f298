//! Reads operations out of a spec.

use serde_json::Value;

use super::schema::Schema;
use super::{Operation, Parameter, Place, RequestBody};

impl Operation {
    pub(super) fn read<'a>(
        document: &'a Value,
        operation: &'a Value,
        shared: impl Iterator<Item = &'a Value>,
        components: &Value,
    ) -> Result<Self, String> {
        let mut parameters: Vec<Parameter> = Vec::new();
        for parameter in shared.chain(operation["parameters"].as_array().into_iter().flatten()) {
            let parameter = Parameter::read(resolve(document, parameter), components)?;
            parameters
                .retain(|known| (known.place, &known.name) != (parameter.place, &parameter.name));
            parameters.push(parameter);
        }
        let body = match operation.get("requestBody") {
            None => None,
            Some(body) => Some(RequestBody::read(resolve(document, body), components)?),
        };
        let of_status = |statuses: fn(&str) -> bool| {
            let responses = operation["responses"].as_object();
            let response = responses
                .into_iter()
                .flatten()
                .find(|(status, _)| statuses(status))?
                .1;
            let schema = &resolve(document, response)["content"]["application/json"]["schema"];
            (!schema.is_null()).then_some(schema)
        };
        let answer =
            |statuses| of_status(statuses).map(|schema| Schema::compile(schema, components));
        let success: fn(&str) -> bool = |status| status.starts_with('2');
        let may_be_empty = |schema: &Value| {
            schema["x-may-be-empty"] == true || resolve(document, schema)["x-may-be-empty"] == true
        };
        Ok(Self {
            id: operation["operationId"]
                .as_str()
                .ok_or("no operationId")?
                .to_owned(),
            public: operation["security"].as_array().is_some_and(Vec::is_empty),
            parameters,
            request_is_documented: operation["x-provenance"]["request"] != "undocumented",
            body,
            success: answer(success).transpose()?,
            may_be_empty: of_status(success).is_some_and(may_be_empty),
            error: answer(|status| status.starts_with('4')).transpose()?,
            any: None,
        })
    }
}

impl Parameter {
    fn read(parameter: &Value, components: &Value) -> Result<Self, String> {
        let name = parameter["name"]
            .as_str()
            .ok_or("a parameter without a name")?
            .to_owned();
        let place = match parameter["in"].as_str() {
            Some("path") => Place::Path,
            Some("query") => Place::Query,
            Some("header") => Place::Header,
            other => {
                return Err(format!(
                    "parameter {name} stands in {other:?}, which the sandbox does not read"
                ));
            }
        };
        Ok(Self {
            place,
            required: parameter["required"] == true,
            kind: parameter["schema"]["type"].as_str().map(str::to_owned),
            schema: Schema::compile(&parameter["schema"], components)?,
            name,
        })
    }
}

impl RequestBody {
    fn read(body: &Value, components: &Value) -> Result<Self, String> {
        let content = body["content"].as_object().into_iter().flatten();
        let content = content.map(|(media_type, content)| {
            let schema = Schema::compile(&content["schema"], components)?;
            Ok((media_type.to_ascii_lowercase(), schema))
        });
        Ok(Self {
            required: body["required"] == true,
            content: content.collect::<Result<_, String>>()?,
        })
    }
}

/// Follows a `$ref` inside the document; what has none is itself.
fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|target| target.strip_prefix('#'))
    {
        Some(pointer) => document.pointer(pointer).unwrap_or(&Value::Null),
        None => value,
    }
}

//! What a provider sends by itself stays a type.
//!
//! `webhooks` and `callbacks` are requests that the provider makes: the client has no method for them, and somebody who
//! takes them in needs the types of what is in them. A payload that is a component is one anyway; one that is written in
//! place becomes the component `<Webhook>Payload`, after the operation and the callback where it is one.

use heck::ToPascalCase;
use serde_json::{Map, Value, json};

use crate::error::Error;
use crate::spec::{METHODS, Object, Spec, component, text};

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let webhooks = spec
        .root
        .as_object_mut()
        .and_then(|root| root.remove("webhooks"));
    let mut items: Vec<(String, Value)> = webhooks
        .as_ref()
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(name, item)| (name.to_pascal_case(), item.clone()))
        .collect();
    let named = spec.clone();
    spec.for_each_operation(|operation| {
        let id = text(operation, "operationId")
            .unwrap_or_default()
            .to_pascal_case();
        if let Some(Value::Object(callbacks)) = operation.remove("callbacks") {
            for (name, callback) in callbacks {
                let callback = named.resolve(&callback).as_object().cloned();
                let name = format!("{id}{}", name.to_pascal_case());
                let found = callback.into_iter().flatten();
                items.extend(found.map(|(_, item)| (name.clone(), item)));
            }
        }
        Ok(())
    })?;
    if let Some(components) = spec
        .root
        .get_mut("components")
        .and_then(Value::as_object_mut)
    {
        components.remove("callbacks");
    }
    for (name, item) in items {
        let payloads = payloads(&named, named.resolve(&item));
        if !payloads.is_empty() {
            keep(spec, &name, payloads);
        }
    }
    Ok(())
}

/// The schemas of the bodies that are written in place, each with its method.
fn payloads<'a>(named: &'a Spec, item: &'a Value) -> Vec<(&'static str, &'a Value)> {
    let of = |method: &'static str| {
        let body = named.resolve(item.get(method)?.get("requestBody")?);
        let content = body.get("content")?.as_object()?;
        let json = content.iter().find(|(media, _)| media.contains("json"));
        let (_, media) = json.or_else(|| content.iter().next())?;
        let schema = media.get("schema")?;
        let says_something = schema.as_object().is_some_and(|schema| !schema.is_empty());
        (says_something && component(schema).is_none()).then_some((method, schema))
    };
    METHODS.into_iter().filter_map(of).collect()
}

fn keep(spec: &mut Spec, name: &str, payloads: Vec<(&str, &Value)>) {
    let is_one = payloads.len() == 1;
    let Some(root) = spec.root.as_object_mut() else {
        return;
    };
    let components = object(root, "components");
    let Some(schemas) = components.map(|components| object(components, "schemas")) else {
        return;
    };
    let Some(schemas) = schemas else { return };
    for (method, schema) in payloads {
        let method = if is_one {
            String::new()
        } else {
            method.to_pascal_case()
        };
        let wanted = format!("{name}{method}Payload");
        let more = (2..).map(|n| format!("{wanted}{n}"));
        let mut names = std::iter::once(wanted.clone()).chain(more);
        let is_free = |name: &String| schemas.get(name).is_none_or(|known| known == schema);
        if let Some(name) = names.find(is_free) {
            schemas.insert(name, schema.clone());
        }
    }
}

fn object<'a>(holder: &'a mut Object, key: &str) -> Option<&'a mut Map<String, Value>> {
    holder
        .entry(key)
        .or_insert_with(|| json!({}))
        .as_object_mut()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::made_of;
    use super::run;

    #[test]
    fn payloads_that_are_written_in_place_become_components() {
        let body = |schema| json!({ "requestBody": { "content": { "application/json": { "schema": schema } } } });
        let sent = json!({ "type": "object", "properties": { "id": { "type": "string" } } });
        let root = json!({
            "paths": { "/loans": { "post": {
                "operationId": "create_loan",
                "callbacks": { "onDecision": { "{$request.body#/url}": { "post": body(sent.clone()) } } },
            } } },
            "webhooks": {
                "loan.created": { "post": body(sent.clone()) },
                "loan.paid": { "post": body(json!({ "$ref": "#/components/schemas/Loan" })) },
                "both": { "post": body(sent.clone()), "put": body(sent.clone()) },
            },
        });
        let (made, _) = made_of(run, &root);
        assert_eq!(
            made["components"]["schemas"],
            json!({
                "LoanCreatedPayload": sent, "CreateLoanOnDecisionPayload": sent,
                "BothPostPayload": sent, "BothPutPayload": sent,
            })
        );
        assert_eq!(made.get("webhooks"), None);
        assert_eq!(made["paths"]["/loans"]["post"].get("callbacks"), None);
    }
}

//! The placeholders of a path and its path parameters are the same.
//!
//! Only what stands in both can be sent: a placeholder without a parameter would go out as it is written, and a parameter
//! without a placeholder would go nowhere. Where the two are spelled differently, the placeholder's spelling counts, which
//! nobody ever sees.

use serde_json::{Value, json};

use super::template::Template;
use super::told::Told;
use super::{METHODS, Object, Spec, escape, text};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut told = Told::default();
    let mut out = Vec::new();
    let paths = spec.root.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        if path.starts_with("x-") {
            continue;
        }
        let template = Template::of(path);
        for method in METHODS {
            let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) else {
                continue;
            };
            match &template {
                Some(template) => {
                    let pointer = format!("#/paths/{}/{method}", escape(path));
                    settle(operation, template, &pointer, &mut told);
                }
                None => out.push((method, path.clone())),
            }
        }
    }
    told.tell(spec);
    for (method, path) in out {
        let wrong = "the path has a brace without another, or one without a name";
        spec.leave_out(method, &path, wrong);
    }
    Ok(())
}

fn settle(operation: &mut Object, template: &Template, pointer: &str, told: &mut Told) {
    if template.fragment.is_some() {
        let wrong = "a `#` in the path begins what no request has";
        told.at(pointer, wrong, "what is behind it is not sent");
    }
    let slot = operation.entry("parameters").or_insert_with(|| json!([]));
    let Some(parameters) = slot.as_array_mut() else {
        return;
    };
    for parameter in parameters.iter_mut().filter_map(Value::as_object_mut) {
        let name = text(parameter, "name").unwrap_or_default();
        let open = template.open.iter().find(|(_, inside)| inside == name);
        if let Some((name, _)) = open.filter(|_| is_in_path(parameter)) {
            parameter.insert("name".into(), name.as_str().into());
            parameter.insert("in".into(), "query".into());
        }
    }
    let mut missing: Vec<_> = template.names().collect();
    missing.sort_unstable();
    missing.dedup();
    // Exactly, then but for the spelling, then because nothing else is left.
    let fits: [fn(&str, &str) -> bool; 3] =
        [|a, b| a == b, |a, b| spelled(a) == spelled(b), |_, _| true];
    let is_left = |at: &usize| parameters[*at].as_object().is_some_and(is_in_path);
    let mut left: Vec<_> = (0..parameters.len()).filter(is_left).collect();
    for (rank, is_fit) in fits.into_iter().enumerate() {
        if rank == 2 && (missing.len(), left.len()) != (1, 1) {
            break;
        }
        missing.retain(|wanted| {
            let found = left
                .iter()
                .position(|at| is_fit(wanted, name_of(&parameters[*at])));
            let Some(at) = found.map(|found| left.remove(found)) else {
                return true;
            };
            if rank > 0 {
                let name = name_of(&parameters[at]);
                let wrong = format!("the path has `{{{wanted}}}`, and its parameter is `{name}`");
                told.at(pointer, wrong, "the two are taken for the same");
            }
            if let Some(parameter) = parameters[at].as_object_mut() {
                parameter.insert("name".into(), (*wanted).into());
                parameter.insert("required".into(), true.into());
            }
            false
        });
    }
    left.sort_unstable();
    for at in left.into_iter().rev() {
        let parameter = parameters.remove(at);
        let wrong = format!(
            "the path parameter `{}` is not in the path",
            name_of(&parameter)
        );
        told.at(pointer, wrong, "it is left out");
    }
    for name in missing {
        let wrong = format!("the path has `{{{name}}}`, and no parameter is called so");
        told.at(pointer, wrong, "it takes a text");
        let schema = json!({ "type": "string" });
        parameters.push(json!({ "name": name, "in": "path", "required": true, "schema": schema }));
    }
}

fn is_in_path(parameter: &Object) -> bool {
    text(parameter, "in") == Some("path")
}

fn name_of(parameter: &Value) -> &str {
    parameter
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// The name without case and marks.
fn spelled(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

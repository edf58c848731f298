//! Labels of customers.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::kind::Kind;
use super::notices;
use super::objects::LabelChange;
use super::verdict::Reason;
use super::world::{Reply, World, accepted, ok};
use crate::contract::Checked;

/// How many a customer may have. Documented.
const MOST: usize = 16;

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    // The two generations call it differently.
    let label = [request.path("customerLabelName"), request.path("labelName")].concat();
    let change = match operation {
        "get_customer_labels" | "get_role_customer_labels" => {
            return Some(Ok(ok(&counted(world))));
        }
        "update_customer_label" | "update_role_customer_label" => LabelChange::Rename {
            from: label,
            to: request.body["name"].as_str().unwrap_or_default().to_owned(),
        },
        "delete_customer_label" | "delete_role_customer_label" => LabelChange::Delete(label),
        "add_label_to_customers" | "add_role_label_to_customers" => LabelChange::Assign {
            label,
            customers: texts(&request.body),
        },
        _ => return None,
    };
    world.change_labels(change);
    Some(Ok(accepted()))
}

fn texts(value: &Value) -> Vec<String> {
    let texts = value.as_array().into_iter().flatten();
    texts.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn counted(world: &World) -> Value {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for customer in world.objects.of(Kind::Customer) {
        for label in texts(&customer.data["labels"]) {
            *counts.entry(label).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .map(|(label, count)| json!({ "label": label, "customersCount": count }))
        .collect()
}

/// Changes labels, or tells why not.
pub(super) fn happen(world: &mut World, change: &LabelChange, refused: Option<Reason>) {
    let refused = refused.or_else(|| fault(world, change));
    if let Some(reason) = refused {
        let (event, payload) = notices::labels(&[], Some(&reason));
        return world.send(event, payload);
    }
    let mut updated = Vec::new();
    let customers: Vec<_> = world
        .objects
        .of(Kind::Customer)
        .map(|customer| customer.id.clone())
        .collect();
    for id in customers {
        let Some(index) = world.objects.find(Kind::Customer, &id) else {
            continue;
        };
        let before = texts(&world.objects.at(index).data["labels"]);
        let after = changed(&before, &id, change);
        if after != before {
            world.objects.at_mut(index).data["labels"] = after.into();
            updated.push(id);
        }
    }
    let (event, payload) = notices::labels(&updated, None);
    world.send(event, payload);
}

fn changed(labels: &[String], customer: &str, change: &LabelChange) -> Vec<String> {
    let mut labels = labels.to_vec();
    match change {
        LabelChange::Rename { from, to } => {
            for label in labels.iter_mut().filter(|label| *label == from) {
                label.clone_from(to);
            }
        }
        LabelChange::Delete(gone) => labels.retain(|label| label != gone),
        LabelChange::Assign { label, customers } => {
            if customers.iter().any(|known| known == customer) && !labels.contains(label) {
                labels.push(label.clone());
            }
        }
    }
    labels
}

/// All customers are changed or none.
fn fault(world: &World, change: &LabelChange) -> Option<Reason> {
    let LabelChange::Assign { label, customers } = change else {
        return None;
    };
    let unknown: Vec<_> = customers
        .iter()
        .filter(|id| world.objects.get(Kind::Customer, id).is_none())
        .map(String::as_str)
        .collect();
    if !unknown.is_empty() {
        let why = format!("no such customers: {}", unknown.join(", "));
        return Some(Reason::new("CUSTOMERS_NOT_FOUND_ERROR", why));
    }
    let full = |id: &&String| {
        let customer = world.objects.get(Kind::Customer, id);
        let labels = customer.map(|customer| texts(&customer.data["labels"]));
        labels.is_some_and(|labels| labels.len() >= MOST && !labels.contains(label))
    };
    let full: Vec<_> = customers.iter().filter(full).map(String::as_str).collect();
    (!full.is_empty()).then(|| {
        let why = format!("these have {MOST} labels already: {}", full.join(", "));
        Reason::new("CUSTOMER_LABELS_LIMIT_ERROR", why)
    })
}

//! The role of a customer, of both generations.

use serde_json::{Value, json};

use super::kind::Kind;
use super::objects::Object;
use super::world::{New, Reply, World, accepted, created, ok};
use super::{listing, problem, view};
use crate::contract::Checked;

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    let id = request.path("customerId");
    let body = &request.body;
    Some(match operation {
        "create_role_customer" => create(world, New::of(Kind::Customer, body)),
        "create_natural_person_customer" => {
            let new = New::of(Kind::Customer, body).without("naturalPersonId");
            let new = new.with("entityType", "NATURAL_PERSON");
            create(world, new.with("entityId", body["naturalPersonId"].clone()))
        }
        "create_legal_entity_customer" => company(world, body),
        "create_joint_person_customer" => joint(world, body),
        "get_customer" | "get_role_customer" => world.show(Kind::Customer, id),
        "get_legal_entity_customer" | "get_joint_person_customer" => {
            world.get(Kind::Customer, id).map(|customer| {
                let mut view = view::object(customer);
                if let Some(entity) = world.objects.any(customer.text("entityId")) {
                    let entity = world.objects.at(entity);
                    for (field, value) in entity.data.as_object().into_iter().flatten() {
                        view[field] = value.clone();
                    }
                }
                ok(&view)
            })
        }
        "get_customers" | "get_role_customers" => list(world, request),
        "update_role_customer" | "update_legal_entity_customer" => world
            .change(Kind::Customer, id, body.clone())
            .map(|()| accepted()),
        "create_customer_beneficial_owner" => owner(world, id, body),
        "get_customer_beneficial_owners" => {
            let all = world.objects.of(Kind::BeneficialOwner);
            let own = all.filter(|owner| owner.text("customerId") == id);
            Ok(ok(&own.map(view::object).collect()))
        }
        "get_customer_beneficial_owner" => world.show(Kind::BeneficialOwner, request.path("id")),
        "update_customer_beneficial_owner" => world
            .change(Kind::BeneficialOwner, request.path("id"), body.clone())
            .map(|()| accepted()),
        _ => return None,
    })
}

fn create(world: &mut World, new: New) -> Reply {
    let entity = new.data["entityId"].as_str().unwrap_or_default();
    let taken = world
        .objects
        .of(Kind::Customer)
        .any(|known| known.text("entityId") == entity && !failed(known));
    if taken {
        return Err(problem::conflict(format!("{entity} is a customer already")));
    }
    let id = world.create(new)?;
    Ok(created(Kind::Customer, &id))
}

fn failed(customer: &Object) -> bool {
    ["INVALID", "REJECTED", "INACTIVE"].contains(&customer.status.as_str())
}

/// The older generation makes the company along with its role, and both fail or neither.
fn company(world: &mut World, body: &Value) -> Reply {
    let id = world.create(of_entity(body, "LEGAL_ENTITY"))?;
    entity(world, &id, New::of(Kind::LegalEntity, body));
    Ok(created(Kind::Customer, &id))
}

fn joint(world: &mut World, body: &Value) -> Reply {
    if body["np1Id"].is_string() && body["np1Id"] == body["np2Id"] {
        return Err(problem::wrong("/np2Id", "must differ from np1Id"));
    }
    let id = world.create(of_entity(body, "JOINT_PERSON"))?;
    entity(world, &id, New::of(Kind::JointPerson, body));
    Ok(created(Kind::Customer, &id))
}

fn of_entity(body: &Value, entity_type: &str) -> New {
    let pick = |field: &str| body.get(field).cloned().unwrap_or(json!([]));
    let mut data = json!({
        "entityType": entity_type,
        "refAccounts": pick("refAccounts"),
        "labels": pick("labels"),
    });
    if let Some(external_id) = body.get("externalId") {
        data["externalId"] = external_id.clone();
    }
    let mut new = New::of(Kind::Customer, body);
    new.data = data;
    new
}

/// Adds the entity behind a customer, ready to be one.
fn entity(world: &mut World, customer: &str, new: New) {
    let new = new
        .without("refAccounts")
        .without("labels")
        .without("externalId");
    let index = world.add(new, None);
    let id = world.objects.at(index).id.clone();
    world.bring(index, "CREATED", None);
    if let Some(customer) = world.objects.any(customer) {
        world.objects.at_mut(customer).data["entityId"] = id.into();
    }
}

fn owner(world: &mut World, customer: &str, body: &Value) -> Reply {
    let new = New::of(Kind::BeneficialOwner, body).with("customerId", customer);
    let id = world.create(new.with("type", "REAL_UBO_25"))?;
    Ok(created(Kind::BeneficialOwner, &id))
}

fn list(world: &World, request: &Checked) -> Reply {
    let labels: Vec<_> = request
        .query
        .iter()
        .filter(|(name, _)| name == "labels")
        .collect();
    let is = |query: &str, value: &str| request.query(query).is_none_or(|wanted| wanted == value);
    let wanted = |customer: &&Object| {
        let own = customer.data["labels"].as_array();
        let has = |label: &str| own.is_some_and(|own| own.iter().any(|known| known == label));
        is("customerStatus", &customer.status)
            && is("customerType", customer.text("entityType"))
            && is("entityId", customer.text("entityId"))
            && labels.iter().all(|(_, label)| has(label))
    };
    let found = world.objects.of(Kind::Customer).filter(wanted);
    listing::page(world, request, found.map(view::object).collect())
}

//! Natural persons and joint persons, of both generations, and the search over everybody.

use http::StatusCode;
use serde_json::{Value, json};

use super::kind::Kind;
use super::objects::Object;
use super::world::{New, Reply, World, accepted, created, ok};
use super::{listing, problem, view};
use crate::contract::Checked;

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    let id = request.path("naturalPersonId");
    let body = &request.body;
    Some(match operation {
        "create_natural_person" | "create_entity_natural_person" => create(world, body),
        "get_natural_persons" | "get_entity_natural_persons" => list(world, request),
        "get_natural_person" => world
            .get(Kind::NaturalPerson, id)
            .map(|person| ok(&with_roles(world, person))),
        "get_entity_natural_person" => world.show(Kind::NaturalPerson, id),
        "update_natural_person" => change(world, id, body.clone()),
        "update_entity_natural_person" => {
            change(world, id, body["naturalPersonUpdateData"].clone())
        }
        "create_trading_profile_asset_type"
        | "update_trading_profile_asset_type"
        | "create_basic_profile_acknowledgement" => {
            let field = match request.path("assetType") {
                "" => "basicProfileAcknowledgement".to_owned(),
                kind => format!("tradingProfile{kind}"),
            };
            change(world, id, json!({ field: body }))
        }
        "create_joint_person" => joint(world, body),
        "get_joint_person" => world.show(Kind::JointPerson, request.path("id")),
        "get_entities" => search(world, request),
        "get_partner_details" | "get_partner_details_v2" => Ok(ok(&partner(world))),
        "create_natural_person_wizard" => world
            .create(New::of(Kind::Wizard, &json!({})))
            .map(|id| created(Kind::Wizard, &id)),
        "get_natural_person_wizards" => wizards(world, request),
        _ => return None,
    })
}

fn create(world: &mut World, body: &Value) -> Reply {
    let id = world.create(New::of(Kind::NaturalPerson, body))?;
    Ok(created(Kind::NaturalPerson, &id))
}

fn change(world: &mut World, id: &str, changes: Value) -> Reply {
    world.change(Kind::NaturalPerson, id, changes)?;
    Ok(accepted())
}

fn list(world: &World, request: &Checked) -> Reply {
    let wanted = |person: &&Object| {
        let status = request.query("naturalPersonStatus");
        let role = request.query("role");
        status.is_none_or(|status| status == person.status)
            && role.is_none_or(|role| {
                let roles = roles(world, &person.id);
                roles.iter().any(|known| known["roleName"] == role)
            })
    };
    let persons = world.objects.of(Kind::NaturalPerson).filter(wanted);
    let v1 = world.operation == "get_natural_persons";
    let views = persons.map(|person| match v1 {
        true => with_roles(world, person),
        false => view::object(person),
    });
    listing::page(world, request, views.collect())
}

/// The older generation shows what else somebody is.
fn with_roles(world: &World, person: &Object) -> Value {
    let mut view = view::object(person);
    view["roles"] = roles(world, &person.id).into();
    view
}

fn roles(world: &World, id: &str) -> Vec<Value> {
    let customers = world.objects.of(Kind::Customer);
    let customers = customers
        .filter(|customer| customer.text("entityId") == id)
        .map(|customer| {
            json!({
                "roleName": "CUSTOMER",
                "roleId": customer.id,
                "relatedCustomerId": customer.id,
            })
        });
    let proxies = world.objects.of(Kind::Proxy);
    let proxies = proxies
        .filter(|proxy| proxy.text("naturalPersonId") == id)
        .map(|proxy| json!({ "roleName": "PROXY", "roleId": proxy.id }));
    customers.chain(proxies).collect()
}

fn joint(world: &mut World, body: &Value) -> Reply {
    if body["np1Id"] == body["np2Id"] {
        return Err(problem::wrong("/np2Id", "must differ from np1Id"));
    }
    let id = world.create(New::of(Kind::JointPerson, body))?;
    Ok(created(Kind::JointPerson, &id))
}

const ENTITIES: [(Kind, &str); 5] = [
    (Kind::NaturalPerson, "NATURAL_PERSON"),
    (Kind::LegalEntity, "LEGAL_ENTITY"),
    (Kind::JointPerson, "JOINT_PERSON"),
    (Kind::BeneficialOwner, "BENEFICIAL_OWNER"),
    (Kind::LegalRepresentative, "LEGAL_REPRESENTATIVE"),
];

fn search(world: &World, request: &Checked) -> Reply {
    let mut found = Vec::new();
    for (kind, entity_type) in ENTITIES {
        for entity in world.objects.of(kind) {
            let name = name(entity);
            let roles = roles(world, &entity.id);
            let global_id = entity.text("globalId");
            let is = |query: &str, value: &str| {
                request.query(query).is_none_or(|wanted| wanted == value)
            };
            let text = request.query("searchText").is_none_or(|text| {
                name.to_lowercase().contains(&text.to_lowercase())
                    || text == entity.id
                    || text == global_id
            });
            let role = request
                .query("role")
                .is_none_or(|wanted| roles.iter().any(|role| role["roleName"] == wanted));
            if text
                && role
                && is("entityType", entity_type)
                && is("entityStatus", &entity.status)
                && is("globalId", global_id)
                && is("entityId", &entity.id)
            {
                found.push(json!({
                    "globalId": global_id,
                    "entityId": entity.id,
                    "entityName": name,
                    "entityType": entity_type,
                    "entityStatus": entity.status,
                    "roles": roles,
                }));
            }
        }
    }
    listing::page(world, request, found)
}

fn name(entity: &Object) -> String {
    match entity.text("legalName") {
        "" => format!("{} {}", entity.text("firstName"), entity.text("lastName")),
        name => name.to_owned(),
    }
}

fn wizards(world: &World, request: &Checked) -> Reply {
    let wanted = request.query("wizardStatus");
    let all = world.objects.of(Kind::Wizard);
    let open = all.filter(|wizard| wizard.status == "IN_PROGRESS").count();
    let all = world.objects.of(Kind::Wizard);
    let all = all.filter(|wizard| wanted.is_none_or(|status| status == wizard.status));
    let mut page = listing::paged(world, request, all.map(view::object).collect())?;
    page["openWizardCount"] = open.into();
    Ok(crate::provider::Answer::json(StatusCode::OK, &page))
}

fn partner(world: &World) -> Value {
    let since = view::time(world.since, 3);
    json!({
        "businessName": "Sandbox Partner GmbH",
        "globalId": "T99999999999",
        "address": address(),
        "contact": { "phone": "+4930000000", "email": "partner@example.com" },
        "createdOn": since,
        "modifiedOn": since,
        "activatedOn": since,
    })
}

/// Where made-up people and companies live.
pub(super) fn address() -> Value {
    json!({
        "street": "Musterstraße",
        "streetNumber": "1",
        "city": "Berlin",
        "zip": "10115",
        "country": "DE",
    })
}

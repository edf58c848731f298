//! Legal entities with their representatives and owners, and the search at a vendor of company data.

use http::StatusCode;
use serde_json::{Value, json};

use super::kind::Kind;
use super::objects::Object;
use super::world::{New, Reply, World, accepted, created, empty, ok};
use super::{listing, problem, view};
use crate::contract::Checked;

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    let id = request.path("id");
    let company = request.path("legalEntityId");
    let body = &request.body;
    Some(match operation {
        "create_entity_legal_entity" => {
            create(world, Kind::LegalEntity, New::of(Kind::LegalEntity, body))
        }
        "get_entity_legal_entity" => world.show(Kind::LegalEntity, company),
        "update_entity_legal_entity" => {
            let mut changes = body["legalEntityUpdate"].clone();
            if let Some(documents) = body.get("documentIds") {
                changes["documentIds"] = documents.clone();
            }
            change(world, Kind::LegalEntity, company, changes)
        }
        "create_legal_representative" => within(world, Kind::LegalRepresentative, company, body),
        "get_legal_representatives" => list(world, request, Kind::LegalRepresentative),
        "get_legal_representative" => world.show(Kind::LegalRepresentative, id),
        "update_legal_representative" => change(world, Kind::LegalRepresentative, id, body.clone()),
        "delete_legal_representative" => remove(world, id),
        "create_beneficial_owner" => within(world, Kind::BeneficialOwner, company, body),
        "get_beneficial_owners" => list(world, request, Kind::BeneficialOwner),
        "get_beneficial_owner" => {
            world.show(Kind::BeneficialOwner, request.path("beneficialOwnerId"))
        }
        "update_beneficial_owner" => {
            let id = request.path("beneficialOwnerId");
            change(world, Kind::BeneficialOwner, id, body.clone())
        }
        "search_vendor_legal_entities" | "search_entity_vendor_legal_entities" => {
            let name = request.query("companyName").unwrap_or("Muster GmbH");
            let country = request.query("country").unwrap_or("DE");
            let found = json!({ "legalName": name, "country": country, "vendorId": "V-1" });
            Ok(ok(&json!([found])))
        }
        "order_entity_vendor_legal_entity" => {
            let new = New::of(Kind::LegalEntitySearch, body);
            create(world, Kind::LegalEntitySearch, new)
        }
        "get_vendor_legal_entity" | "get_entity_vendor_legal_entity" => world
            .get(Kind::LegalEntitySearch, request.path("searchId"))
            .map(|search| ok(&searched(search))),
        _ => return None,
    })
}

fn create(world: &mut World, kind: Kind, new: New) -> Reply {
    let id = world.create(new)?;
    Ok(created(kind, &id))
}

/// Something that belongs to a company.
fn within(world: &mut World, kind: Kind, company: &str, body: &Value) -> Reply {
    let mut new = New::of(kind, body).with("legalEntityId", company);
    if kind == Kind::BeneficialOwner {
        let share = |field: &str| body[field].as_f64().unwrap_or_default();
        let holds = body["uboRelationship"]
            .as_str()
            .is_some_and(|how| how.ends_with("HOLDING_25"));
        if holds && share("share") < 25.0 && share("votingRights") < 25.0 {
            let why = "share or votingRights must be 25 or more for this relationship";
            return Err(problem::wrong("/share", why));
        }
        new = new.with("type", "REAL_UBO_25");
    }
    create(world, kind, new)
}

fn change(world: &mut World, kind: Kind, id: &str, changes: Value) -> Reply {
    world.change(kind, id, changes)?;
    Ok(accepted())
}

fn remove(world: &mut World, id: &str) -> Reply {
    let index = world.place(Kind::LegalRepresentative, id)?;
    world.objects.at_mut(index).purged = true;
    Ok(empty(StatusCode::ACCEPTED))
}

fn list(world: &World, request: &Checked, kind: Kind) -> Reply {
    let company = request.path("legalEntityId");
    let span = listing::span(request, "startDate", "endDate").map_err(problem::invalid)?;
    let status = request.query("legalRepresentativeStatus");
    let wanted = |object: &&Object| {
        object.text("legalEntityId") == company
            && status.is_none_or(|status| status == object.status)
            && span.holds(object.created_at)
    };
    let found = world.objects.of(kind).filter(wanted);
    listing::page(world, request, found.map(view::object).collect())
}

fn searched(search: &Object) -> Value {
    let mut view = json!({
        "search": {
            "searchId": search.id,
            "status": search.status,
            "documentTypes": search.data.get("documentTypes").cloned().unwrap_or(json!(["GENERAL"])),
        },
    });
    if !["PREPARING", "WAITING_FOR_DATA", "FAILED", "ERROR"].contains(&search.status.as_str()) {
        view["legalEntity"] = json!({
            "legalName": "Muster GmbH",
            "legalForm": "LIMITED_LIABILITY_COMPANY",
            "registerCountry": "DE",
            "registerNumber": "HRB 1",
        });
    }
    view
}

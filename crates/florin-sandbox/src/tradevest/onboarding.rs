//! Onboardings and offboardings of customers, proxies and beneficial owners, of both generations.

use http::StatusCode;
use serde_json::Value;

use super::kind::Kind;
use super::objects::Object;
use super::verdict::Reason;
use super::world::{New, Reply, World, created, empty, ok};
use super::{problem, view};
use crate::contract::Checked;

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    let on = request.path("onboardingId");
    let off = request.path("offboardingId");
    Some(match operation {
        "start_onboarding" | "start_role_onboarding" | "start_entity_onboarding" => {
            start(world, Kind::Onboarding, &request.body)
        }
        "get_onboarding" | "get_role_onboarding" => world.show(Kind::Onboarding, on),
        "get_onboardings" => list(world, request, Kind::Onboarding),
        "start_offboarding" | "start_role_offboarding" | "start_entity_offboarding" => {
            start(world, Kind::Offboarding, &request.body)
        }
        "get_offboarding" | "get_role_offboarding" | "get_entity_offboarding" => {
            world.show(Kind::Offboarding, off)
        }
        "get_offboardings" | "get_role_offboardings" | "get_entity_offboardings" => {
            list(world, request, Kind::Offboarding)
        }
        "cancel_role_offboarding" => cancel(world, off),
        _ => return None,
    })
}

/// What an onboarding is about. The generations name it differently.
pub(super) fn subject(process: &Object) -> Option<(Kind, &str)> {
    let (kind, id) = match process.text("roleType") {
        "" => (process.text("entityType"), process.text("entityId")),
        role => (role, process.text("roleId")),
    };
    let kind = match kind {
        "CUSTOMER" => Kind::Customer,
        "PROXY" => Kind::Proxy,
        "BENEFICIAL_OWNER" => Kind::BeneficialOwner,
        _ => return None,
    };
    Some((kind, id))
}

fn start(world: &mut World, kind: Kind, body: &Value) -> Reply {
    let new = New::of(kind, body);
    let id = ["roleId", "entityId"]
        .iter()
        .find_map(|field| body[*field].as_str())
        .unwrap_or_default();
    let known = [Kind::Customer, Kind::Proxy, Kind::BeneficialOwner];
    if !known
        .iter()
        .any(|known| world.objects.get(*known, id).is_some())
    {
        return Err(problem::missing("such role or entity", id));
    }
    let runs = world.objects.of(kind).any(|process| {
        let open = ["RECEIVED", "CREATED", "PENDING", "REVIEW"];
        open.contains(&process.status.as_str())
            && [process.text("roleId"), process.text("entityId")].contains(&id)
    });
    if runs {
        return Err(problem::conflict(format!("one is under way for {id}")));
    }
    let id = world.create(new)?;
    Ok(created(kind, &id))
}

fn list(world: &World, request: &Checked, kind: Kind) -> Reply {
    let id = request.query("entityId").or(request.query("roleId"));
    let id = id.unwrap_or_default();
    let of_id =
        |process: &&Object| [process.text("roleId"), process.text("entityId")].contains(&id);
    let found: Vec<_> = world
        .objects
        .of(kind)
        .filter(of_id)
        .map(view::object)
        .collect();
    if found.is_empty() && world.objects.any(id).is_none() {
        return Err(problem::missing("such role or entity", id));
    }
    Ok(ok(&Value::Array(found)))
}

/// Only an ordinary one can be cancelled, and only while it waits for its day. Otherwise nothing happens, and nobody is
/// told.
fn cancel(world: &mut World, id: &str) -> Reply {
    let index = world.place(Kind::Offboarding, id)?;
    let refused = world.verdict().is_some();
    let offboarding = world.objects.at(index);
    let waits = ["RECEIVED", "CREATED", "PENDING"].contains(&offboarding.status.as_str());
    if waits && !refused && offboarding.text("reason") == ORDINARY {
        world.bring(index, "CANCELED", None);
    }
    Ok(empty(StatusCode::ACCEPTED))
}

/// The offboarding that takes two months.
pub(super) const ORDINARY: &str = "CANCELLATION_BY_PARTNER_ORDINARY";

/// What is missing for an onboarding, in words.
pub(super) fn missing(world: &World, kind: Kind, id: &str) -> Vec<String> {
    let mut missing = Vec::new();
    let Some(role) = world.objects.get(kind, id) else {
        return vec![format!("the {}", kind.item())];
    };
    match (kind, role.text("entityType")) {
        (Kind::Customer, "NATURAL_PERSON") => {
            person(world, role.text("entityId"), true, &mut missing);
        }
        (Kind::Customer, "JOINT_PERSON") => {
            if let Some(joint) = world.objects.get(Kind::JointPerson, role.text("entityId")) {
                for field in ["np1Id", "np2Id"] {
                    person(world, joint.text(field), true, &mut missing);
                }
            }
        }
        (Kind::Customer, "LEGAL_ENTITY") => company(world, role.text("entityId"), &mut missing),
        (Kind::Proxy, _) => person(world, role.text("naturalPersonId"), false, &mut missing),
        _ => {}
    }
    missing
}

fn person(world: &World, id: &str, signs: bool, missing: &mut Vec<String>) {
    if !world.identified.contains(id) {
        missing.push(format!("an identification of {id}"));
    }
    let certified = world.objects.of(Kind::Document).any(|document| {
        document.text("resourceId") == id
            && ["IDENTIFICATION_CERTIFICATE", "BIRTH_CERTIFICATE"].contains(&document.text("type"))
            && !["INVALID", "REJECTED"].contains(&document.status.as_str())
    });
    if !certified {
        missing.push(format!("IDENTIFICATION_CERTIFICATE of {id}"));
    }
    if signs {
        signatures(world, &[id], missing);
    }
}

fn company(world: &World, id: &str, missing: &mut Vec<String>) {
    let represented = world
        .objects
        .of(Kind::LegalRepresentative)
        .any(|known| known.text("legalEntityId") == id);
    if !represented {
        missing.push("a legal representative".to_owned());
    }
    let signatories: Vec<_> = world
        .objects
        .of(Kind::Proxy)
        .filter(|proxy| proxy.text("entityId") == id && proxy.text("proxyType") == "SIGNATORY")
        .map(|proxy| proxy.text("naturalPersonId"))
        .collect();
    if signatories.is_empty() {
        missing.push("a SIGNATORY".to_owned());
    }
    for signatory in &signatories {
        person(world, signatory, false, missing);
    }
    signatures(world, &signatories, missing);
}

/// Both documents of the partner's have to be signed by one of them.
fn signatures(world: &World, persons: &[&str], missing: &mut Vec<String>) {
    for wanted in ["TERMS_AND_CONDITIONS", "DATA_PRIVACY_POLICY"] {
        let signed = world.signatures.iter().any(|signature| {
            let document = world
                .objects
                .get(Kind::PartnerDocument, &signature.partner_document);
            document.is_some_and(|document| document.text("type") == wanted)
                && persons.contains(&signature.natural_person.as_str())
        });
        if !signed {
            missing.push(format!("a signature under {wanted}"));
        }
    }
}

/// Brings everybody who takes part in an onboarding from one status to another.
pub(super) fn bring_all(world: &mut World, kind: Kind, id: &str, from: &[&str], to: &str) {
    let Some(role) = world.objects.get(kind, id) else {
        return;
    };
    let entity = role.text("entityId").to_owned();
    let mut persons = vec![role.text("naturalPersonId").to_owned(), entity.clone()];
    if let Some(joint) = world.objects.get(Kind::JointPerson, &entity) {
        persons.extend([
            joint.text("np1Id").to_owned(),
            joint.text("np2Id").to_owned(),
        ]);
    }
    world.bring_from(kind, id, from, to);
    if kind == Kind::BeneficialOwner {
        return;
    }
    if kind == Kind::Customer {
        for kind in [Kind::LegalEntity, Kind::JointPerson] {
            world.bring_from(kind, &entity, from, to);
        }
        for (part, field) in [
            (Kind::Proxy, "entityId"),
            (Kind::BeneficialOwner, "legalEntityId"),
            (Kind::LegalRepresentative, "legalEntityId"),
        ] {
            let parts = world.objects.of(part);
            let parts: Vec<_> = parts
                .filter(|object| object.text(field) == entity)
                .map(|object| (object.id.clone(), object.text("naturalPersonId").to_owned()))
                .collect();
            for (part_id, person) in parts {
                world.bring_from(part, &part_id, from, to);
                persons.push(person);
            }
        }
    }
    for person in &persons {
        world.bring_from(Kind::NaturalPerson, person, from, to);
    }
    let documents = world.objects.of(Kind::Document);
    let documents: Vec<_> = documents
        .filter(|document| {
            let of = document.text("resourceId");
            of == id || persons.iter().any(|person| person == of)
        })
        .map(|document| document.id.clone())
        .collect();
    let to = if to == "ACTIVE" { "APPROVED" } else { to };
    for document in documents {
        world.bring_from(Kind::Document, &document, from, to);
    }
}

/// The name of the reason for something that misses papers.
pub(super) fn incomplete(missing: &[String]) -> Reason {
    let why = format!("these are missing: {}", missing.join(", "));
    Reason::new("MISSING_DOCUMENT", why)
}

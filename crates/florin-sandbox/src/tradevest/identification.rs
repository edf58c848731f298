//! Who somebody is: told by the partner, or found out by an external verifier.

use serde_json::{Value, json};

use super::kind::Kind;
use super::world::{New, Reply, World, accepted, created};
use super::{listing, view};
use crate::contract::Checked;

/// Where a user would have been sent.
const VERIFIER: &str = "https://identification.sandbox.invalid/";

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    Some(match operation {
        "create_natural_person_identification" | "create_entity_identification" => {
            report(world, request.path("naturalPersonId"), &request.body)
        }
        "create_identification_verification" => world
            .create(New::of(Kind::IdentificationVerification, &request.body))
            .map(|id| created(Kind::IdentificationVerification, &id)),
        "get_identification_verification" => world.show(
            Kind::IdentificationVerification,
            request.path("identificationVerificationId"),
        ),
        "get_identification_verifications" => {
            let all = world.objects.of(Kind::IdentificationVerification);
            let all = all.map(view::object).collect();
            listing::page(world, request, all)
        }
        _ => return None,
    })
}

fn report(world: &mut World, id: &str, body: &Value) -> Reply {
    world.change(Kind::NaturalPerson, id, json!({ "identification": body }))?;
    Ok(accepted())
}

/// The address for the user is there as soon as the verification is pending.
pub(super) fn begun(world: &mut World, index: usize) {
    let verification = world.objects.at_mut(index);
    let url = format!("{VERIFIER}{}", verification.id);
    verification.data["identificationUrl"] = url.into();
}

/// A verification that was approved leaves a record and a document behind.
pub(super) fn approved(world: &mut World, index: usize) {
    let person = world.objects.at(index).text("naturalPersonId").to_owned();
    let record = world.identifiers.next();
    let document = json!({
        "name": "identification.pdf",
        "resourceType": "NATURAL_PERSON",
        "resourceId": person,
        "type": "IDENTIFICATION_CERTIFICATE",
        "size": 1,
    });
    let made = world.add(
        New {
            content: super::documents::PDF.into(),
            ..New::of(Kind::Document, &document)
        },
        None,
    );
    let document_id = world.objects.at(made).id.clone();
    world.bring(made, "CREATED", None);
    let verification = world.objects.at_mut(index);
    verification.data["documentId"] = document_id.into();
    verification.data["naturalPersonIdentificationId"] = record.into();
    world.identified.insert(person.clone());
    if let Some(person) = world.objects.find(Kind::NaturalPerson, &person) {
        world.update(person, &json!({}));
    }
}

/// Everything there is to say of the first identification that a person has.
pub(super) fn reported(world: &mut World, index: usize) {
    let person = world.objects.at(index).id.clone();
    world.identified.insert(person);
}

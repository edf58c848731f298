//! Documents: those of somebody, and those of the partner's that somebody signs.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use super::kind::Kind;
use super::objects::Object;
use super::options::FileBody;
use super::verdict::{Reason, Verdict};
use super::world::{New, Reply, Signature, World, accepted, created};
use super::{listing, problem, view};
use crate::contract::{Checked, Violation};
use crate::provider::Answer;

/// How large a file may be. The documentation says 6 MB; these are the smaller ones.
const LARGEST: usize = 6_000_000;

/// The smallest thing that calls itself a PDF.
pub(super) const PDF: &[u8] = b"%PDF-1.4\n%%EOF\n";

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    let id = request.path("documentId");
    Some(match operation {
        "upload_document_v2" => upload(world, request),
        "get_document" | "get_document_v2" => world.show(Kind::Document, id),
        "get_documents_v2" => list(world, request),
        "get_document_file_v2" => world.get(Kind::Document, id).map(|document| {
            let encoded = world.options.files == FileBody::Base64;
            file(&document.content, encoded)
        }),
        "sign_document_v2" => sign(world, &request.body),
        "get_partner_documents" => partner(world, request),
        "get_partner_document_file" => world.get(Kind::PartnerDocument, id).map(|document| {
            let encoded = world.options.files != FileBody::Binary;
            file(&document.content, encoded)
        }),
        _ => return None,
    })
}

fn upload(world: &mut World, request: &Checked) -> Reply {
    let mut violations = Vec::new();
    let mut wrong = |why: &str| violations.push(Violation::new("body", "/file", why));
    let content = match request.files.iter().find(|file| file.name == "file") {
        None => {
            wrong("is required");
            Bytes::new()
        }
        Some(file) => {
            if file.media_type != "application/pdf" {
                wrong("must be sent as application/pdf");
            }
            if !file.content.starts_with(b"%PDF") {
                wrong("is no PDF");
            }
            if file.content.len() > LARGEST {
                wrong("has more than 6 MB");
            }
            file.content.clone()
        }
    };
    let sent = &request.body["document"];
    if !violations.is_empty() {
        return Err(problem::invalid(violations));
    }
    let size = content.len().div_ceil(1000);
    let new = New::of(Kind::Document, sent).with("size", size);
    let id = world.create(New { content, ..new })?;
    Ok(created(Kind::Document, &id))
}

fn list(world: &World, request: &Checked) -> Reply {
    let span = listing::span(request, "startDate", "endDate").map_err(problem::invalid)?;
    let is = |query: &str, value: &str| request.query(query).is_none_or(|wanted| wanted == value);
    let wanted = |document: &&Object| {
        is("resourceType", document.text("resourceType"))
            && is("resourceId", document.text("resourceId"))
            && is("docType", document.text("type"))
            && span.holds(document.created_at)
            && request
                .query("searchText")
                .is_none_or(|text| document.text("name").contains(text))
    };
    let found = world.objects.of(Kind::Document).filter(wanted);
    listing::page(world, request, found.map(view::object).collect())
}

/// Where a document of each type may belong to. Second hand; what isn't in the table may belong to anybody.
pub(super) fn belongs(document_type: &str, resource_type: &str) -> bool {
    let allowed: &[&str] = match document_type {
        "CURRENT_REGISTRY_EXTRACT"
        | "CHRONOLOGICAL_REGISTRY_EXTRACT"
        | "SHAREHOLDER_LIST"
        | "PARTNERSHIP_AGREEMENT"
        | "TRANSPARENCY_REGISTER_EXTRACT"
        | "STATUTE"
        | "W_8BEN_E" => &["LEGAL_ENTITY"],
        "BUSINESS_REGISTRATION" | "NON_ASSESSMENT_CERTIFICATE" => {
            &["NATURAL_PERSON", "LEGAL_ENTITY"]
        }
        "IDENTIFICATION_CERTIFICATE" | "PROOF_OF_RESIDENCE" | "KYC" => {
            &["NATURAL_PERSON", "PARTNER_USER"]
        }
        "BIRTH_CERTIFICATE" | "DEATH_CERTIFICATE" | "TIN_NA_CONFIRMATION" => &["NATURAL_PERSON"],
        "SOURCE_OF_INCOME" | "SOURCE_OF_FUNDS" => &["CUSTOMER"],
        "PROOF_OF_CUSTODY"
        | "PROOF_OF_SINGLE_CUSTODY"
        | "INSOLVENCY_ORDER"
        | "INHERITANCE_LEGITIMATION" => &["PROXY"],
        _ => return true,
    };
    allowed.contains(&resource_type)
}

/// What somebody accepts is told as a change of the person, or as one that was refused.
fn sign(world: &mut World, body: &Value) -> Reply {
    let text = |field: &str| body[field].as_str().unwrap_or_default();
    let person = text("naturalPersonId");
    let changes = json!({ SIGNED: body });
    if world.objects.get(Kind::NaturalPerson, person).is_some() {
        world.change(Kind::NaturalPerson, person, changes)?;
        return Ok(accepted());
    }
    // There is nobody to change, which a webhook says as well.
    let reason = match world.verdict().and_then(Verdict::refusal) {
        Some(reason) => reason,
        None => Reason::new("NOT_FOUND_ERROR", "there is no such natural person"),
    };
    world.send(
        "NATURAL_PERSON_NOTIFICATION",
        json!({
            "naturalPersonId": person,
            "notificationType": "VALIDATION_ERROR",
            "validationError": reason.view(),
        }),
    );
    Ok(accepted())
}

/// The change of a person that is a signature.
pub(super) const SIGNED: &str = "signature";

/// Why a signature can't be.
pub(super) fn unsignable(world: &World, signature: &Value) -> Option<Reason> {
    let text = |field: &str| signature[field].as_str().unwrap_or_default();
    let refused = |why: &str| Some(Reason::new("DATA_NOT_FOUND_ERROR", why));
    let Some(document) = world
        .objects
        .get(Kind::PartnerDocument, text("partnerDocumentId"))
    else {
        return refused("there is no such document of the partner's");
    };
    if document.text("type") == "TERMS_AND_CONDITIONS" {
        let customer = text("customerId");
        if world.objects.get(Kind::Customer, customer).is_none() {
            return refused("terms and conditions are signed for a customer, and there is none");
        }
    }
    None
}

/// Notes a signature, also with the customer that it is for.
pub(super) fn signed(world: &mut World, person: usize, signature: &Value) {
    let text = |field: &str| signature[field].as_str().unwrap_or_default().to_owned();
    let document = world
        .objects
        .get(Kind::PartnerDocument, &text("partnerDocumentId"));
    let shown = document.map(|document| {
        let person = world.objects.at(person);
        json!({
            "partnerDocumentId": document.id,
            "name": document.text("name"),
            "documentType": document.text("type"),
            "version": document.data["version"],
            "naturalPersonId": person.id,
            "naturalPersonFullName":
                format!("{} {}", person.text("firstName"), person.text("lastName")),
            "createdOn": view::time(world.now, 6),
            "modifiedOn": view::time(world.now, 6),
        })
    });
    world.signatures.push(Signature {
        partner_document: text("partnerDocumentId"),
        natural_person: text("naturalPersonId"),
    });
    if let Some(customer) = world.objects.find(Kind::Customer, &text("customerId"))
        && let Some(shown) = shown
    {
        let customer = world.objects.at_mut(customer);
        match customer.data["signedDocumentsRelatedToCustomer"].as_array_mut() {
            Some(known) => known.push(shown),
            None => customer.data["signedDocumentsRelatedToCustomer"] = json!([shown]),
        }
    }
}

fn partner(world: &World, request: &Checked) -> Reply {
    let today = world.now.date_naive().to_string();
    let wanted = |document: &&Object| {
        let until = document.text("validUntil");
        let valid = until.is_empty() || until >= today.as_str();
        let kind = request.query("documentType");
        request
            .query("isValid")
            .is_none_or(|wanted| wanted == valid.to_string())
            && kind.is_none_or(|kind| kind == document.text("type"))
    };
    let found = world.objects.of(Kind::PartnerDocument).filter(wanted);
    let views = found.map(|document| {
        let mut view = view::object(document);
        if let Some(view) = view.as_object_mut() {
            view.remove("status");
        }
        view
    });
    listing::page(world, request, views.collect())
}

/// The documents of the partner's that there are from the start: one of each kind that is signed, and one that has run out.
pub(super) fn seed(world: &mut World) {
    let document = |name: &str, kind: &str, version: u32| {
        json!({
            "name": name,
            "type": kind,
            "version": version,
            "size": 136_948,
            "validFrom": "2026-01-01",
        })
    };
    let mut outdated = document("Terms and conditions, old", "TERMS_AND_CONDITIONS", 1);
    outdated["validFrom"] = "2024-01-01".into();
    outdated["validUntil"] = "2025-12-31".into();
    for document in [
        outdated,
        document("Terms and conditions", "TERMS_AND_CONDITIONS", 2),
        document("Data privacy policy", "DATA_PRIVACY_POLICY", 1),
    ] {
        world.add(
            New {
                content: PDF.into(),
                ..New::of(Kind::PartnerDocument, &document)
            },
            None,
        );
    }
}

/// A file, as it is or as text.
pub(super) fn file(content: &Bytes, encoded: bool) -> Answer {
    let (media_type, body) = match encoded {
        true => ("text/plain", STANDARD.encode(content).into()),
        false => ("application/pdf", content.clone()),
    };
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    Answer {
        status: StatusCode::OK,
        headers,
        body,
    }
}

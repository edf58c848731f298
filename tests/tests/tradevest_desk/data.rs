//! Made-up people, companies and papers.

use florin::tradevest::types;
use serde_json::{Value, json};

use super::read;

/// The smallest thing that calls itself a PDF.
pub(crate) const PDF: &[u8] = b"%PDF-1.4\n%%EOF\n";

pub(crate) fn address() -> Value {
    json!({"street": "Weg", "streetNumber": "1", "city": "Bonn", "zip": "53111", "country": "DE"})
}

pub(crate) fn person_json() -> Value {
    json!({
        "gender": "FEMALE", "firstName": "Jane", "lastName": "Roe", "birthDay": "1990-04-01", "birthPlace": "Bonn",
        "birthCountry": "DE", "nationalities": [{"countryCode": "DE"}], "taxDetails": [{"taxResidency": "DE"}],
        "isUsNationality": false, "mainAddress": address(),
    })
}

pub(crate) fn person() -> types::NaturalPersonData {
    read(&person_json())
}

pub(crate) fn person_under(external_id: &str) -> types::NaturalPersonData {
    let mut data = person_json();
    data["externalId"] = external_id.into();
    read(&data)
}

pub(crate) fn company_json() -> Value {
    json!({
        "legalName": "Muster GmbH", "legalForm": "LIMITED_LIABILITY_COMPANY",
        "naceSectors": [{"section": "C", "code": "26.40", "description": "Electronics"}],
        "registerCountry": "DE", "registerNumber": "HRB 1", "registerCourt": "Bonn", "foundedOn": "2001-01-01",
        "mainAddress": address(), "taxNumber": "1",
        "fatcaCrsDeclaration": {
            "isForeignTaxResidency": false, "isSanctionedCountries": false, "fatcaClassification": "ACTIVE_NFE",
            "activeNfeType": "LE_BY_INCOME_ASSETS",
        },
    })
}

pub(crate) fn company() -> types::CreateLegalEntityData {
    read(&company_json())
}

fn somebody() -> Value {
    json!({
        "firstName": "Max", "lastName": "Roe", "birthDay": "1970-01-01", "birthPlace": "Bonn", "birthCountry": "DE",
        "isUsNationality": false, "nationalities": ["DE"], "fatcaControllingPerson": false,
    })
}

pub(crate) fn representative() -> types::LegalRepresentativeData {
    let mut representative = somebody();
    representative["function"] = "MANAGING_DIRECTOR".into();
    representative["soleSignatureAuthorized"] = true.into();
    read(&representative)
}

pub(crate) fn owner() -> types::BeneficialOwnerData {
    let mut owner = somebody();
    owner["uboRelationship"] = "DIRECTLY_HOLDING_25".into();
    owner["share"] = json!(25.01);
    owner["votingRights"] = json!(10);
    read(&owner)
}

pub(crate) fn identification() -> types::IdentificationData {
    read(&json!({
        "externalVerifier": "ID_NOW", "identificationType": "VIDEO_IDENT", "identificationDate": "2026-10-01",
        "identificationDocumentType": "ID", "documentNumber": "L0", "documentCountry": "DE", "documentIssuer": "Bonn",
        "documentIssueDate": "2020-01-01", "documentExpiryDate": "2030-01-01",
    }))
}

/// A customer to be made of a person.
pub(crate) fn customer_of(person: &str) -> types::CustomerData {
    read(&json!({"entityId": person, "entityType": "NATURAL_PERSON"}))
}

/// What is said of a document of a person's.
pub(crate) fn certificate_of(person: &str) -> types::DocumentData {
    read(&json!({
        "name": "passport", "resourceType": "NATURAL_PERSON", "type": "IDENTIFICATION_CERTIFICATE", "resourceId": person,
    }))
}

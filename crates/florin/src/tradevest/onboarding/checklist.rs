//! Which documents an onboarding takes. All of it is known second hand.

use std::fmt;

use chrono::{Months, NaiveDate};
use florin_tradevest::types::{self, DocumentTypeEnum as Kind, LegalFormEnum as Form};

use super::person::{Identification, Person};
use super::state::{OnboardingState, Stage};
use super::step::{Party, Step};
use super::subject::Subject;

/// A document that an onboarding takes, and that isn't there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MissingDocument {
    /// Whose it is.
    pub of: Party,
    /// One of these types will do.
    pub any_of: Vec<types::DocumentTypeEnum>,
    /// Why it is needed.
    pub why: &'static str,
}

impl fmt::Display for MissingDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.any_of.iter().map(Kind::as_str).collect();
        write!(f, "{} of {}: {}", names.join(" or "), self.of, self.why)
    }
}

/// A registry extract, of whichever sort.
const REGISTRY: &[Kind] = &[
    Kind::CurrentRegistryExtract,
    Kind::ChronologicalRegistryExtract,
];
const SHAREHOLDERS: &[Kind] = &[Kind::ShareholderList];
const TRANSPARENCY: &[Kind] = &[Kind::TransparencyRegisterExtract];
const STATUTE: &[Kind] = &[Kind::Statute];
const PARTNERS: &[Kind] = &[Kind::PartnershipAgreement];

/// What is missing.
pub(super) fn missing(
    subject: &Subject,
    state: &OnboardingState,
    today: NaiveDate,
) -> Vec<MissingDocument> {
    let mut list = Vec::new();
    let mut want = |of: Party, any_of: &[Kind], why: &'static str| {
        let is_there = any_of.iter().any(|kind| {
            let uploaded = Step::UploadDocument {
                of,
                kind: kind.as_str().to_owned(),
                number: 0,
            };
            let was_uploaded = state
                .stage(&uploaded)
                .is_some_and(|stage| stage == Stage::Done);
            was_uploaded || subject.paper(of, kind.as_str(), 0).is_some()
        });
        if !is_there {
            let any_of = any_of.to_vec();
            list.push(MissingDocument { of, any_of, why });
        }
    };
    if let Subject::Company(company) = subject {
        for any_of in of_form(&company.data.legal_form) {
            want(
                Party::Company,
                any_of,
                "companies of this legal form hand it in",
            );
        }
    }
    for (number, person) in subject.persons().iter().enumerate() {
        let of = Party::Person(number);
        if matches!(person.identification, Identification::Own(_)) {
            if is_minor(person, today) {
                want(of, &[Kind::BirthCertificate], "it identifies a minor");
            } else {
                let certificate = &[Kind::IdentificationCertificate];
                want(of, certificate, "it proves your own identification");
            }
        }
        if person.data.main_address.country.as_str() != "DE" {
            let residence = &[Kind::ProofOfResidence];
            want(of, residence, "the main address isn't in Germany");
        }
        let lacks_number = |tax: &types::TaxDetailData| tax.no_tin_confirmation == Some(true);
        if person.data.tax_details.iter().any(lacks_number) {
            let confirmation = &[Kind::TinNaConfirmation];
            want(
                of,
                confirmation,
                "it is declared that there is no tax number",
            );
        }
    }
    list
}

/// What companies of a legal form hand in. Nothing is known of a form that isn't in the list.
fn of_form(form: &Form) -> &'static [&'static [Kind]] {
    match form {
        Form::LimitedLiabilityCompany => &[REGISTRY, SHAREHOLDERS],
        Form::PublicLimitedCompany | Form::LimitedPartnership => &[REGISTRY, TRANSPARENCY],
        Form::Foundation => &[REGISTRY, STATUTE],
        Form::Association => &[STATUTE],
        Form::RegisteredBusinessman => &[REGISTRY],
        // "All three", says what is known: that it is these three is inferred from the forms around them.
        Form::GeneralPartnership | Form::LimitedLiabilityCompanyAndLimitedPartnership => {
            &[REGISTRY, SHAREHOLDERS, TRANSPARENCY]
        }
        Form::Partnership => &[PARTNERS],
        _ => &[],
    }
}

/// Whether the person isn't eighteen yet. Who has no date that can be read is taken for an adult, and the provider checks.
pub(super) fn is_minor(person: &Person, today: NaiveDate) -> bool {
    let born: Option<NaiveDate> = person.data.birth_day.parse().ok();
    let of_age = born.and_then(|born| born.checked_add_months(Months::new(18 * 12)));
    of_age.is_some_and(|of_age| of_age > today)
}

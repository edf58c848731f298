//! What an onboarding is made of.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One step of an onboarding: one thing that is sent, and what is waited for after it.
///
/// Persons, representatives and owners are counted from 0, in the order in which they were handed in. A natural person who is
/// onboarded as the customer is number 0; of a company, these are its signatories.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Step {
    /// The natural person is made, and waited for until `CREATED`.
    CreatePerson {
        /// Which one.
        person: usize,
    },
    /// Your own identification of a person is reported. What comes of it can't be read.
    ReportIdentification {
        /// Of whom.
        person: usize,
    },
    /// An identification by Tradevest's verifier is started, and waited for until `APPROVED`.
    VerifyIdentification {
        /// Of whom.
        person: usize,
    },
    /// The legal entity is made, and waited for until `CREATED`.
    CreateCompany,
    /// A legal representative is added to it.
    CreateRepresentative {
        /// Which one.
        number: usize,
    },
    /// A beneficial owner is added to it.
    CreateOwner {
        /// Which one.
        number: usize,
    },
    /// A document is uploaded.
    UploadDocument {
        /// Whose it is.
        of: Party,
        /// Its type, in the provider's word.
        kind: String,
        /// Which one, among those of this party and type.
        number: usize,
    },
    /// The person or company is made a customer.
    CreateCustomer,
    /// A person is made a signatory of the company.
    CreateProxy {
        /// Which one.
        person: usize,
    },
    /// It is recorded that a person has accepted the terms and conditions, for the customer.
    SignTerms {
        /// Who.
        person: usize,
    },
    /// It is recorded that a person has accepted the privacy policy.
    SignPrivacyPolicy {
        /// Who.
        person: usize,
    },
    /// The onboarding is started, and waited for until `APPROVED`.
    StartOnboarding,
}

/// Whose something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Party {
    /// The company's.
    Company,
    /// That of a person, by number.
    Person(usize),
}

impl Step {
    /// Who takes part in it in person.
    pub(super) const fn person(&self) -> Option<usize> {
        match self {
            Self::CreatePerson { person }
            | Self::ReportIdentification { person }
            | Self::VerifyIdentification { person }
            | Self::CreateProxy { person }
            | Self::SignTerms { person }
            | Self::SignPrivacyPolicy { person }
            | Self::UploadDocument {
                of: Party::Person(person),
                ..
            } => Some(*person),
            _ => None,
        }
    }

    /// Whether something is made whose fate can be read.
    pub(super) const fn is_waited_for(&self) -> bool {
        !matches!(
            self,
            Self::ReportIdentification { .. }
                | Self::SignTerms { .. }
                | Self::SignPrivacyPolicy { .. }
        )
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CreatePerson { person } => write!(f, "the creation of person {person}"),
            Self::ReportIdentification { person } => {
                write!(f, "the report of the identification of person {person}")
            }
            Self::VerifyIdentification { person } => {
                write!(f, "the identification of person {person} by Tradevest")
            }
            Self::CreateCompany => f.write_str("the creation of the company"),
            Self::CreateRepresentative { number } => {
                write!(f, "the creation of legal representative {number}")
            }
            Self::CreateOwner { number } => write!(f, "the creation of beneficial owner {number}"),
            Self::UploadDocument { of, kind, number } => {
                write!(f, "the upload of {kind} {number} of {of}")
            }
            Self::CreateCustomer => f.write_str("the creation of the customer"),
            Self::CreateProxy { person } => {
                write!(f, "the creation of the proxy of person {person}")
            }
            Self::SignTerms { person } => {
                write!(f, "the signature of person {person} under the terms")
            }
            Self::SignPrivacyPolicy { person } => {
                write!(
                    f,
                    "the signature of person {person} under the privacy policy"
                )
            }
            Self::StartOnboarding => f.write_str("the onboarding itself"),
        }
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Company => f.write_str("the company"),
            Self::Person(person) => write!(f, "person {person}"),
        }
    }
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NextStep {
    /// This is sent.
    Send(Step),
    /// This may have been sent, by a process that is gone or an attempt that ended in doubt: it is found out, where it can be.
    FindOut(Step),
    /// This was taken in, and is waited for.
    Wait(Step),
    /// This failed, and goes on only once somebody decides: see [`Halt::Failed`](super::Halt::Failed).
    Failed(Step),
    /// Nothing: the customer is onboarded.
    Nothing,
}

//! A legal entity that is onboarded, with who stands behind it.

use std::fmt;

use florin_tradevest::types;

use super::person::{Paper, Person};

/// A legal entity that becomes a customer: all that is sent for it. It isn't stored anywhere; hand it in again to go on after a
/// restart, with its people and documents in the same order.
#[derive(Clone)]
#[must_use = "nothing happens until it is onboarded"]
pub struct Company {
    pub(super) data: types::CreateLegalEntityData,
    pub(super) representatives: Vec<types::LegalRepresentativeData>,
    pub(super) owners: Vec<types::BeneficialOwnerData>,
    pub(super) signatories: Vec<Person>,
    pub(super) papers: Vec<Paper>,
    pub(super) accounts: Vec<types::RefAccountData>,
    pub(super) labels: Vec<String>,
}

impl Company {
    /// A company. The `external_id` of the data is used where there is one. Where a vendor has delivered its data, its `search_id`
    /// links them.
    pub const fn new(data: types::CreateLegalEntityData) -> Self {
        Self {
            data,
            representatives: Vec::new(),
            owners: Vec::new(),
            signatories: Vec::new(),
            papers: Vec::new(),
            accounts: Vec::new(),
            labels: Vec::new(),
        }
    }

    /// Adds a legal representative. It takes at least one.
    pub fn representative(mut self, representative: types::LegalRepresentativeData) -> Self {
        self.representatives.push(representative);
        self
    }

    /// Adds a beneficial owner: whoever holds a quarter or more. Without any, the provider takes the representatives for
    /// (fictive) owners when the onboarding starts.
    pub fn owner(mut self, owner: types::BeneficialOwnerData) -> Self {
        self.owners.push(owner);
        self
    }

    /// Adds a person who signs for the company, alone. It takes at least one, and each has to be one of the legal
    /// representatives (second hand). The first one accepts the partner documents, others may.
    pub fn signatory(mut self, person: Person) -> Self {
        self.signatories.push(person);
        self
    }

    /// Adds a document of the company's.
    pub fn document(mut self, paper: Paper) -> Self {
        self.papers.push(paper);
        self
    }

    /// Adds a reference account of the customer's: what is paid out goes there.
    pub fn reference_account(mut self, account: types::RefAccountData) -> Self {
        self.accounts.push(account);
        self
    }

    /// Adds a label of the customer's.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.labels.push(label.into());
        self
    }
}

/// Shows nothing about it or its people.
impl fmt::Debug for Company {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Company")
            .field("representatives", &self.representatives.len())
            .field("owners", &self.owners.len())
            .field("signatories", &self.signatories)
            .field("papers", &self.papers)
            .finish_non_exhaustive()
    }
}

//! Who is onboarded, and by which steps.

use florin_tradevest::types;

use super::company::Company;
use super::person::{Identification, Paper, Person};
use super::state::Of;
use super::step::{Party, Step};

/// Who is onboarded: a natural person or a company.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Subject {
    /// A natural person.
    Person(Box<Person>),
    /// A legal entity.
    Company(Box<Company>),
}

impl From<Person> for Subject {
    fn from(person: Person) -> Self {
        Self::Person(Box::new(person))
    }
}

impl From<Company> for Subject {
    fn from(company: Company) -> Self {
        Self::Company(Box::new(company))
    }
}

impl Subject {
    pub(super) const fn of(&self) -> Of {
        match self {
            Self::Person(_) => Of::Person,
            Self::Company(_) => Of::Company,
        }
    }

    /// Everybody who takes part in person.
    pub(super) fn persons(&self) -> &[Person] {
        match self {
            Self::Person(person) => std::slice::from_ref(person),
            Self::Company(company) => &company.signatories,
        }
    }

    pub(super) fn papers(&self, party: Party) -> &[Paper] {
        match (self, party) {
            (Self::Company(company), Party::Company) => &company.papers,
            (_, Party::Person(person)) => self
                .persons()
                .get(person)
                .map_or(&[], |person| &person.papers),
            (Self::Person(_), Party::Company) => &[],
        }
    }

    pub(super) fn paper(&self, party: Party, kind: &str, number: usize) -> Option<&Paper> {
        let of_kind = |paper: &&Paper| paper.kind.as_str() == kind;
        self.papers(party).iter().filter(of_kind).nth(number)
    }

    pub(super) fn accounts(&self) -> (&[types::RefAccountData], &[String]) {
        match self {
            Self::Person(person) => (&person.accounts, &person.labels),
            Self::Company(company) => (&company.accounts, &company.labels),
        }
    }

    /// The steps, in order: that of the provider's guides.
    pub(super) fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        match self {
            Self::Person(_) => {
                self.introduce(0, &mut steps);
                steps.push(Step::CreateCustomer);
                sign(0, &mut steps);
            }
            Self::Company(company) => {
                steps.push(Step::CreateCompany);
                let representatives = 0..company.representatives.len();
                steps.extend(representatives.map(|number| Step::CreateRepresentative { number }));
                let owners = 0..company.owners.len();
                steps.extend(owners.map(|number| Step::CreateOwner { number }));
                steps.push(Step::CreateCustomer);
                self.upload(Party::Company, &mut steps);
                for (number, person) in company.signatories.iter().enumerate() {
                    self.introduce(number, &mut steps);
                    steps.push(Step::CreateProxy { person: number });
                    if number == 0 || person.accepted.is_some() {
                        sign(number, &mut steps);
                    }
                }
            }
        }
        steps.push(Step::StartOnboarding);
        steps
    }

    fn introduce(&self, number: usize, steps: &mut Vec<Step>) {
        steps.push(Step::CreatePerson { person: number });
        let person = self.persons().get(number);
        steps.push(match person.map(|person| &person.identification) {
            Some(Identification::ByTradevest { .. }) => {
                Step::VerifyIdentification { person: number }
            }
            _ => Step::ReportIdentification { person: number },
        });
        self.upload(Party::Person(number), steps);
    }

    fn upload(&self, of: Party, steps: &mut Vec<Step>) {
        let papers = self.papers(of);
        for (at, paper) in papers.iter().enumerate() {
            let of_kind = papers[..at].iter().filter(|other| other.kind == paper.kind);
            steps.push(Step::UploadDocument {
                of,
                kind: paper.kind.as_str().to_owned(),
                number: of_kind.count(),
            });
        }
    }
}

fn sign(person: usize, steps: &mut Vec<Step>) {
    steps.extend([
        Step::SignTerms { person },
        Step::SignPrivacyPolicy { person },
    ]);
}

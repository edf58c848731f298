//! On whose behalf payments are made.

use std::fmt;

use florin_monoova::types::{AddressInput, CreateSubCustomerRequest, SubCustomerInput};
use serde_json::Value;

use super::inputs::{self, Party};
use super::{AccountType, Country};

/// Somebody on whose behalf a payment is made: for [`Client::create_sub_customer`](super::Client::create_sub_customer), or
/// along with a payment.
///
/// What is required is documented, by labels: a person's names or a company's, the first line of the address, and the
/// country. How the fields are spelled and nested is inferred; if Monoova refuses them, [`field`](Self::field) takes others.
///
/// ```
/// use florin::monoova::{Country, NewSubCustomer};
///
/// let company = NewSubCustomer::company("Acme Pty Ltd", "1 Main Street", Country::code("AUS"))
///     .registration_number("123456789");
/// let person = NewSubCustomer::individual("Jane", "Doe", "1 Main Street", Country::id(10013));
/// # let _ = (company, person);
/// ```
#[derive(Clone)]
#[must_use = "it is sent by Client::create_sub_customer, or with a payment"]
pub struct NewSubCustomer {
    country: Country,
    account_type: AccountType,
    /// All that is neither of the two.
    rest: SubCustomerInput,
    problem: Option<String>,
}

impl NewSubCustomer {
    /// A person.
    pub fn individual(
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        address_line_1: impl Into<String>,
        country: Country,
    ) -> Self {
        let party = Party::individual(first_name, last_name);
        Self::of(party, address_line_1.into(), country)
    }

    /// A company.
    pub fn company(
        name: impl Into<String>,
        address_line_1: impl Into<String>,
        country: Country,
    ) -> Self {
        Self::of(Party::company(name), address_line_1.into(), country)
    }

    fn of(party: Party, address_line_1: String, country: Country) -> Self {
        let problem = party
            .problem()
            .or_else(|| inputs::is_missing("address_line_1", &address_line_1));
        Self {
            country,
            account_type: party.account_type,
            rest: SubCustomerInput {
                name: party.name,
                company_name: party.company_name,
                address: Some(AddressInput {
                    address_line_1: Some(address_line_1),
                    ..AddressInput::default()
                }),
                ..SubCustomerInput::default()
            },
            problem,
        }
    }

    /// The type of account, by its identifier or by another name than `individual` or `company`.
    pub fn account_type(mut self, account_type: AccountType) -> Self {
        self.account_type = account_type;
        self
    }

    /// The rest of the address. The first line stays the one that was given before, unless `address` has one.
    pub fn address(mut self, mut address: AddressInput) -> Self {
        if address.address_line_1.is_none() {
            let known = self.rest.address.take();
            address.address_line_1 = known.and_then(|known| known.address_line_1);
        }
        self.rest.address = Some(address);
        self
    }

    /// A company's registration number. A person may have one too, by a documented sample.
    pub fn registration_number(mut self, number: impl Into<String>) -> Self {
        self.rest.registration_number = Some(number.into());
        self
    }

    /// The e-mail address.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.rest.email = Some(email.into());
        self
    }

    /// The mobile number.
    pub fn mobile(mut self, mobile: impl Into<String>) -> Self {
        self.rest.mobile = Some(mobile.into());
        self
    }

    /// A field that this type doesn't know. One that it does know is refused when the sub customer is sent.
    pub fn field(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        let name = name.into();
        if inputs::is_field_of::<SubCustomerInput>(&name, |input| &input.extra) {
            self.problem.get_or_insert(inputs::known_field(&name));
        }
        self.rest.extra.insert(name, value.into());
        self
    }

    pub(super) fn body(&self) -> CreateSubCustomerRequest {
        CreateSubCustomerRequest {
            sub_customer: self.input(),
        }
    }

    /// As a part of a payment.
    pub(super) fn input(&self) -> SubCustomerInput {
        SubCustomerInput {
            country_id: self.country.as_id(),
            country_code: self.country.as_code().map(str::to_owned),
            account_type_id: self.account_type.as_id(),
            account_type_name: self.account_type.as_name().map(str::to_owned),
            ..self.rest.clone()
        }
    }

    /// Why it can't be sent.
    pub(super) fn problem(&self) -> Option<String> {
        let problem = self.problem.clone();
        problem
            .or_else(|| self.country.problem())
            .or_else(|| self.account_type.problem())
    }
}

/// Shows nothing of a person or company.
impl fmt::Debug for NewSubCustomer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewSubCustomer").finish_non_exhaustive()
    }
}

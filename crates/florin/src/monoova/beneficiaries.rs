//! Who can be paid.

use std::fmt;

use florin_monoova::types::{
    AddressInput, BankAccountInput, BeneficiaryInput, CreateBeneficiaryRequest,
};
use serde_json::Value;

use super::inputs::{self, Party};
use super::{AccountType, Country, Currency};

/// Somebody who is to be paid, for [`Client::create_beneficiary`](super::Client::create_beneficiary).
///
/// That it takes a country and a currency is documented. Whatever else it takes isn't: the names are inferred from those of
/// a sub customer and of a bank account, and [`field`](Self::field) adds what Monoova tells you of.
///
/// ```
/// use florin::monoova::{Country, Currency, NewBeneficiary, types};
///
/// let account = types::BankAccountInput::builder().account_name("J. Doe").account_number("12345678");
/// let beneficiary = NewBeneficiary::individual("Jane", "Doe", Country::code("USA"), Currency::code("USD"))
///     .bank_account(account.try_into()?)
///     .field("iban", "US00 0000");
/// assert!(!format!("{beneficiary:?}").contains("Jane"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
#[must_use = "it is sent by Client::create_beneficiary"]
pub struct NewBeneficiary {
    country: Country,
    currency: Currency,
    account_type: Option<AccountType>,
    /// All that is neither of the three.
    rest: BeneficiaryInput,
    problem: Option<String>,
}

impl NewBeneficiary {
    /// A beneficiary of whom only the documented is known: where, and in which currency. Add what is needed.
    pub fn new(country: Country, currency: Currency) -> Self {
        Self {
            country,
            currency,
            account_type: None,
            rest: BeneficiaryInput::default(),
            problem: None,
        }
    }

    /// A person. The type of account is `individual` (inferred), unless you say [another one](Self::account_type).
    pub fn individual(
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        country: Country,
        currency: Currency,
    ) -> Self {
        let party = Party::individual(first_name, last_name);
        Self::of(party, country, currency)
    }

    /// A company. The type of account is `company` (inferred), unless you say [another one](Self::account_type).
    pub fn company(name: impl Into<String>, country: Country, currency: Currency) -> Self {
        Self::of(Party::company(name), country, currency)
    }

    fn of(party: Party, country: Country, currency: Currency) -> Self {
        Self {
            problem: party.problem(),
            account_type: Some(party.account_type),
            rest: BeneficiaryInput {
                name: party.name,
                company_name: party.company_name,
                ..BeneficiaryInput::default()
            },
            ..Self::new(country, currency)
        }
    }

    /// The type of account, by its identifier or by another name.
    pub fn account_type(mut self, account_type: AccountType) -> Self {
        self.account_type = Some(account_type);
        self
    }

    /// Where the beneficiary lives or resides.
    pub fn address(mut self, address: AddressInput) -> Self {
        self.rest.address = Some(address);
        self
    }

    /// The account to pay into. Wrong details delay the screening (documented).
    pub fn bank_account(mut self, account: BankAccountInput) -> Self {
        self.rest.bank_account = Some(account);
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

    /// A field that this type doesn't know. One that it does know is refused when the beneficiary is sent.
    pub fn field(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        let name = name.into();
        if inputs::is_field_of::<BeneficiaryInput>(&name, |input| &input.extra) {
            self.problem.get_or_insert(inputs::known_field(&name));
        }
        self.rest.extra.insert(name, value.into());
        self
    }

    pub(super) fn body(&self) -> CreateBeneficiaryRequest {
        let account_type = self.account_type.as_ref();
        CreateBeneficiaryRequest {
            beneficiary: BeneficiaryInput {
                country_id: self.country.as_id(),
                country_code: self.country.as_code().map(str::to_owned),
                currency_id: self.currency.as_id(),
                currency_code: self.currency.as_code().map(str::to_owned),
                account_type_id: account_type.and_then(AccountType::as_id),
                account_type_name: account_type
                    .and_then(AccountType::as_name)
                    .map(str::to_owned),
                ..self.rest.clone()
            },
        }
    }

    /// Why it can't be sent.
    pub(super) fn problem(&self) -> Option<String> {
        let account_type = self.account_type.as_ref();
        let problem = self.problem.clone();
        problem
            .or_else(|| self.country.problem())
            .or_else(|| self.currency.problem())
            .or_else(|| account_type.and_then(AccountType::problem))
    }
}

/// Shows nothing of a person or company.
impl fmt::Debug for NewBeneficiary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewBeneficiary").finish_non_exhaustive()
    }
}

//! Which lists there are.

use florin_core::AsSent;
use florin_monoova::types;
use serde::Serialize;
use serde_json::Value;

use super::listing::Listing;
use super::page_answer::List;
use super::{Client, operations};

impl Client {
    /// Countries in which beneficiaries and customers can be, each with the currencies that a beneficiary there can be paid in.
    /// One that is missing has to be enabled by the provider's support first (documented).
    #[must_use]
    pub fn countries(&self) -> Listing<types::Country> {
        Listing::new::<types::CountryList>(self, &operations::LIST_COUNTRIES, key)
    }

    /// Currencies, each with whether it can be bought and sold.
    #[must_use]
    pub fn currencies(&self) -> Listing<types::Currency> {
        Listing::new::<types::CurrencyList>(self, &operations::LIST_CURRENCIES, key)
    }

    /// What a [`TransactionReason`](super::TransactionReason) can be. The path is a guess.
    #[must_use]
    pub fn transaction_reasons(&self) -> Listing<types::NamedRef> {
        let operation = &operations::LIST_TRANSACTION_REASONS;
        Listing::new::<types::TransactionReasonList>(self, operation, key)
    }

    /// Types of remuneration; what they are for is undocumented. The path is a guess.
    #[must_use]
    pub fn remuneration_types(&self) -> Listing<types::NamedRef> {
        let operation = &operations::LIST_REMUNERATION_TYPES;
        Listing::new::<types::RemunerationTypeList>(self, operation, key)
    }

    /// Who can be paid; of one currency with [`currency`](Listing::currency). A back office needs a user.
    #[must_use]
    pub fn beneficiaries(&self) -> Listing<types::Beneficiary> {
        Listing::new::<types::BeneficiaryList>(self, &operations::LIST_BENEFICIARIES, key)
    }

    /// On whose behalf payments can be made. A back office needs a user.
    #[must_use]
    pub fn sub_customers(&self) -> Listing<types::SubCustomer> {
        Listing::new::<types::SubCustomerList>(self, &operations::LIST_SUB_CUSTOMERS, key)
    }

    /// Transactions: where to look first whether one was made. The path is a guess, and in which order they come is
    /// undocumented. A back office needs a user.
    #[must_use]
    pub fn transactions(&self) -> Listing<types::Transaction> {
        Listing::new::<types::TransactionList>(self, &operations::LIST_TRANSACTIONS, key)
    }
}

/// What has an identifier, if it says it.
trait Identified: Serialize {
    fn id(&self) -> Option<&AsSent<i64>>;
}

/// What tells an item from every other: its identifier, as sent; all of it where it has none that could be one.
fn key<T: Identified>(item: &T) -> String {
    match item.id().filter(|id| tells_apart(id)) {
        Some(id) => id.text().to_owned(),
        None => serde_json::to_string(item).unwrap_or_default(),
    }
}

/// A number above zero, or a text that isn't empty.
fn tells_apart(id: &AsSent<i64>) -> bool {
    match id.value() {
        Some(number) => *number > 0,
        None => match id.json() {
            Value::String(text) => !text.trim().is_empty(),
            json => json.is_number(),
        },
    }
}

macro_rules! identified {
    ($($item:ident),*) => {$(
        impl Identified for types::$item {
            fn id(&self) -> Option<&AsSent<i64>> {
                self.id.as_ref()
            }
        }
    )*};
}

identified!(
    Country,
    Currency,
    NamedRef,
    Beneficiary,
    SubCustomer,
    Transaction
);

macro_rules! lists {
    ($($list:ident.$field:ident: $item:ident;)*) => {$(
        impl List for types::$list {
            type Item = types::$item;
            const FIELD: &'static str = stringify!($field);
        }
    )*};
}

lists! {
    CountryList.countries: Country;
    CurrencyList.currencies: Currency;
    TransactionReasonList.transaction_reasons: NamedRef;
    RemunerationTypeList.remuneration_types: NamedRef;
    BeneficiaryList.beneficiaries: Beneficiary;
    SubCustomerList.sub_customers: SubCustomer;
    TransactionList.transactions: Transaction;
}

//! Amounts: text in the API, exact decimals here.

use florin_core::{Decimal, DecimalError};
use florin_monetago::types::CurrencyAmount;

/// The amount as an exact decimal, in units of its currency. Thousands separators are understood: the registry's samples
/// send `1,850,600.00` and receive `145000.00`.
///
/// # Errors
/// [`DecimalError`] where the text isn't an amount. The text itself stays readable in [`CurrencyAmount::amount`].
pub fn amount(amount: &CurrencyAmount) -> Result<Decimal, DecimalError> {
    amount.amount.parse()
}

/// An amount for a request, written with plain digits. `currency` is the three-letter code.
///
/// That the registry takes plain digits is inferred: it sends them itself, and its samples of requests have separators.
/// To send those, write the text into [`CurrencyAmount::amount`].
pub fn currency_amount(currency: impl Into<String>, amount: impl Into<Decimal>) -> CurrencyAmount {
    CurrencyAmount {
        currency: currency.into(),
        amount: amount.into().to_string(),
    }
}

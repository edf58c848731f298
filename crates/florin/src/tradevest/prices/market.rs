//! What prices are asked for.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A crypto currency and the currency that it is priced in, such as BTC in EUR.
///
/// Compared as written: the documentation shows capitals, and nothing is known of other spellings. Prices that come under another
/// spelling than was subscribed to count as those of another market, and are [dropped](super::Counters::unwanted).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Market {
    #[serde(rename = "cryptoSymbol")]
    crypto_symbol: String,
    currency: String,
}

impl Market {
    /// `crypto_symbol` is what is priced (`BTC`), `currency` what it is priced in. EUR is the only one that is documented.
    #[must_use]
    pub fn new(crypto_symbol: impl Into<String>, currency: impl Into<String>) -> Self {
        Self {
            crypto_symbol: crypto_symbol.into(),
            currency: currency.into(),
        }
    }

    /// A market against EUR.
    #[must_use]
    pub fn eur(crypto_symbol: impl Into<String>) -> Self {
        Self::new(crypto_symbol, "EUR")
    }

    /// What is priced, such as `BTC`.
    #[must_use]
    pub fn crypto_symbol(&self) -> &str {
        &self.crypto_symbol
    }

    /// The currency of the prices, such as `EUR`.
    #[must_use]
    pub fn currency(&self) -> &str {
        &self.currency
    }
}

impl fmt::Display for Market {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.crypto_symbol, self.currency)
    }
}

/// The markets of one subscription.
///
/// ```
/// use florin::tradevest::prices::{Market, Markets};
///
/// let two = Markets::from([Market::eur("BTC"), Market::eur("ETH")]);
/// assert!(two.includes(&Market::eur("ETH")));
/// assert!(Markets::All.includes(&Market::eur("DOGE")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Markets {
    /// All markets that Tradevest has, against EUR (documented: a subscription that names none).
    All,
    /// These. None at all means that nothing is subscribed to and no connection is held: who takes the last market away isn't
    /// sent all of them.
    Only(BTreeSet<Market>),
}

impl Markets {
    /// Whether it is one of them.
    #[must_use]
    pub fn includes(&self, market: &Market) -> bool {
        match self {
            Self::All => true,
            Self::Only(markets) => markets.contains(market),
        }
    }

    pub(super) fn is_none(&self) -> bool {
        matches!(self, Self::Only(markets) if markets.is_empty())
    }
}

impl FromIterator<Market> for Markets {
    fn from_iter<I: IntoIterator<Item = Market>>(markets: I) -> Self {
        Self::Only(markets.into_iter().collect())
    }
}

impl From<Market> for Markets {
    fn from(market: Market) -> Self {
        [market].into()
    }
}

impl<const N: usize> From<[Market; N]> for Markets {
    fn from(markets: [Market; N]) -> Self {
        markets.into_iter().collect()
    }
}

impl From<Vec<Market>> for Markets {
    fn from(markets: Vec<Market>) -> Self {
        markets.into_iter().collect()
    }
}

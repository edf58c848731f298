//! What a notification can be about.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::event_table::{Row, TABLE};

/// What a notification is about, by the value that it is registered under. Each release of the provider may bring more:
/// those are [`Other`](Self::Other).
///
/// No notification says which type it is of, so the address that it is sent to has to.
///
/// ```
/// use florin::tradevest::EventType;
///
/// let event = EventType::from("CUSTOMER_NOTIFICATION");
/// assert_eq!(event, EventType::Customer);
/// assert_eq!(event.suggested_path(), "customer-notification");
/// assert_eq!(EventType::from_path("/hooks/x7f3/customer-notification"), Some(event));
/// assert_eq!(EventType::from("BRAND_NEW_NOTIFICATION").as_str(), "BRAND_NEW_NOTIFICATION");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EventType {
    /// A customer was accepted, has changed, or couldn't be created or changed. Its payload is documented.
    Customer,
    /// The same for a natural person. Its payload is documented.
    NaturalPerson,
    /// An identification by Tradevest took a step. Its payload is documented.
    IdentificationVerification,
    /// Labels of customers were set, or couldn't be. Its payload is documented; it names no single object.
    LabelsUpdate,
    /// A corporate action was announced or took a step. Its payload is documented.
    CorporateAction,
    /// A savings plan took a step. Its payload is documented in prose.
    SavingsPlans,
    /// A joint person. That there is a payload is documented, not what it holds; so it is with all that follow.
    JointPerson,
    /// An order of digital assets. Sent when it is placed, filled, settled, canceled, invalid, rejected or expired; not
    /// when a cancellation failed.
    DigitalAssetOrder,
    /// An order of securities. As for digital assets.
    TraditionalAssetOrder,
    /// An order of tokenized assets.
    TokenizedAssetOrder,
    /// A transfer of money: an outgoing one is pending, then processed or rejected; an incoming one is processed.
    Transfer,
    /// An onboarding.
    Onboarding,
    /// An offboarding.
    Offboarding,
    /// A proxy.
    Proxy,
    /// A beneficial owner.
    BeneficialOwner,
    /// A legal entity.
    LegalEntity,
    /// A legal representative.
    LegalRepresentative,
    /// The search for a company at a vendor.
    LegalEntitySearch,
    /// A document.
    Document,
    /// A document of the partner's, such as its terms.
    PartnerDocument,
    /// A product of a customer.
    CustomerProduct,
    /// A strategy.
    Strategy,
    /// A user of the partner.
    User,
    /// A tax exemption order.
    TaxExemptionOrder,
    /// The partner itself.
    Partner,
    /// Prices of real-estate tokens: the only type whose value doesn't end in `_NOTIFICATION`.
    RealEstateTokenPrices,
    /// One that wasn't known when this was written.
    Other(String),
}

impl EventType {
    /// The 26 that are known, the documented payloads first.
    pub const ALL: [Self; 26] = [
        Self::Customer,
        Self::NaturalPerson,
        Self::IdentificationVerification,
        Self::LabelsUpdate,
        Self::CorporateAction,
        Self::SavingsPlans,
        Self::JointPerson,
        Self::DigitalAssetOrder,
        Self::TraditionalAssetOrder,
        Self::TokenizedAssetOrder,
        Self::Transfer,
        Self::Onboarding,
        Self::Offboarding,
        Self::Proxy,
        Self::BeneficialOwner,
        Self::LegalEntity,
        Self::LegalRepresentative,
        Self::LegalEntitySearch,
        Self::Document,
        Self::PartnerDocument,
        Self::CustomerProduct,
        Self::Strategy,
        Self::User,
        Self::TaxExemptionOrder,
        Self::Partner,
        Self::RealEstateTokenPrices,
    ];

    /// The value that it is registered under.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Other(value) => value,
            known => known.row().map_or("", |(_, value, ..)| value),
        }
    }

    /// The last piece of the address that the provider's reference shows for it, without slashes; for those that the
    /// reference doesn't show, by the same rule. An example only: any address can be registered.
    #[must_use]
    pub fn suggested_path(&self) -> String {
        match self.row() {
            Some((_, _, path, _)) => (*path).to_owned(),
            None => self.as_str().to_ascii_lowercase().replace('_', "-"),
        }
    }

    /// The known type whose [suggested path](Self::suggested_path) is the last piece of `path`.
    #[must_use]
    pub fn from_path(path: &str) -> Option<Self> {
        let path = path.strip_suffix('/').unwrap_or(path);
        let last = path.rsplit('/').next()?;
        let row = TABLE.iter().find(|(_, _, known, _)| *known == last)?;
        Some(row.0.clone())
    }

    /// Whether its payload is documented.
    #[must_use]
    pub const fn is_documented(&self) -> bool {
        matches!(
            self,
            Self::Customer
                | Self::NaturalPerson
                | Self::IdentificationVerification
                | Self::LabelsUpdate
                | Self::CorporateAction
                | Self::SavingsPlans
        )
    }

    /// Under which names its object's identifier may stand, the most likely first.
    pub(super) fn id_members(&self) -> &'static [&'static str] {
        self.row().map_or(&[], |(.., members)| members)
    }

    fn row(&self) -> Option<&'static Row> {
        TABLE.iter().find(|(event, ..)| event == self)
    }
}

impl From<&str> for EventType {
    fn from(value: &str) -> Self {
        match TABLE.iter().find(|(_, known, ..)| *known == value) {
            Some((event, ..)) => event.clone(),
            None => Self::Other(value.to_owned()),
        }
    }
}

impl From<String> for EventType {
    fn from(value: String) -> Self {
        Self::from(value.as_str())
    }
}

impl FromStr for EventType {
    type Err = Infallible;

    fn from_str(value: &str) -> Result<Self, Infallible> {
        Ok(Self::from(value))
    }
}

/// The value that it is registered under.
impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for EventType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for EventType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn all_26_have_a_value_and_a_path_of_their_own_and_come_back() {
        let mut seen = HashSet::new();
        for event in EventType::ALL {
            assert!(seen.insert(event.as_str().to_owned()), "{event}");
            assert!(seen.insert(event.suggested_path()), "{event}");
            assert_eq!(EventType::from(event.as_str()), event);
            assert!(!matches!(event, EventType::Other(_)));
            let path = format!("/hooks/f3a/{}/", event.suggested_path());
            assert_eq!(EventType::from_path(&path), Some(event.clone()));
            let stored = serde_json::to_string(&event).unwrap();
            assert_eq!(serde_json::from_str::<EventType>(&stored).unwrap(), event);
        }
        assert_eq!(seen.len(), 52);
    }

    #[test]
    fn the_one_without_the_usual_ending_is_known() {
        let event = EventType::from("RE_TOKEN_PRICES");
        assert_eq!(event, EventType::RealEstateTokenPrices);
        assert_eq!(event.suggested_path(), "re-token-prices");
    }

    #[test]
    fn an_unknown_one_keeps_its_value() {
        let event = EventType::from("SOLAR_ECLIPSE_NOTIFICATION");
        assert_eq!(event.to_string(), "SOLAR_ECLIPSE_NOTIFICATION");
        assert_eq!(event.suggested_path(), "solar-eclipse-notification");
        assert_eq!(
            EventType::from_path("/x/solar-eclipse-notification"),
            None,
            "who doesn't know it can't expect it"
        );
        assert_eq!(EventType::from_path(""), None);
    }
}

//! Which change logs there are.

use florin_tradevest::operations;

use super::{ChangeLog, Client, LogPosition};

impl Client {
    /// What changed about entities, from a position on.
    #[cfg(feature = "tradevest-onboarding")]
    pub fn entities_changelog(&self, from: LogPosition) -> ChangeLog {
        ChangeLog::new(self, &operations::GET_ENTITIES_CHANGELOG, from)
    }

    /// What changed about digital assets, from a position on.
    #[cfg(feature = "tradevest-trading")]
    pub fn digital_changelog(&self, from: LogPosition) -> ChangeLog {
        ChangeLog::new(self, &operations::GET_DIGITAL_CHANGELOG, from)
    }

    /// What changed about customers of the older generation, from a position on.
    #[cfg(feature = "tradevest")]
    pub fn customers_changelog(&self, from: LogPosition) -> ChangeLog {
        ChangeLog::new(self, &operations::GET_CUSTOMERS_CHANGELOG, from)
    }
}

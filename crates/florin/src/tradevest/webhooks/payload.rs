//! What a notification holds, by its type.

use std::fmt;

use florin_tradevest::types;
use serde::de::DeserializeOwned;

use super::EventType;

/// What a notification holds. Members that its type doesn't name are kept: in `extra` of the payload, and in the
/// [raw text](super::Notification::raw).
///
/// `Debug` shows which one it is and nothing that it holds: any text of a provider's can say more than it should. That of the
/// [`Notification`](super::Notification) shows identifiers, and codes that are some.
#[derive(Clone)]
#[non_exhaustive]
pub enum Payload {
    /// Of [`EventType::Customer`].
    Customer(Box<types::CustomerNotification>),
    /// Of [`EventType::NaturalPerson`].
    NaturalPerson(Box<types::NaturalPersonNotification>),
    /// Of [`EventType::IdentificationVerification`].
    IdentificationVerification(Box<types::IdentificationVerificationNotification>),
    /// Of [`EventType::LabelsUpdate`].
    LabelsUpdate(Box<types::LabelsUpdateNotification>),
    /// Of [`EventType::CorporateAction`]. Its quantities come as text and its amounts as numbers. That its `eventId` is the
    /// corporate action of the REST operations is assumed.
    CorporateAction(Box<types::CorporateActionNotification>),
    /// Of [`EventType::SavingsPlans`].
    SavingsPlans(Box<types::SavingsPlansNotification>),
    /// Of a type whose payload is undocumented: what it is taken to have in common with the others, all of it optional.
    Undocumented(Box<types::UndocumentedNotification>),
    /// JSON that isn't what the type should have. It is let in all the same, since a notification that is turned away may
    /// not come again; [`raw`](super::Notification::raw) is all there is of it.
    Unfit,
}

impl Payload {
    /// From the text, not from parsed JSON: there, decimals would have gone through a float.
    pub(super) fn read(event: &EventType, raw: &str) -> Self {
        match event {
            EventType::Customer => read(raw, Self::Customer),
            EventType::NaturalPerson => read(raw, Self::NaturalPerson),
            EventType::IdentificationVerification => read(raw, Self::IdentificationVerification),
            EventType::LabelsUpdate => read(raw, Self::LabelsUpdate),
            EventType::CorporateAction => read(raw, Self::CorporateAction),
            EventType::SavingsPlans => read(raw, Self::SavingsPlans),
            _ => read(raw, Self::Undocumented),
        }
    }
}

fn read<T: DeserializeOwned>(raw: &str, payload: fn(Box<T>) -> Payload) -> Payload {
    match serde_json::from_str(raw) {
        Ok(read) => payload(Box::new(read)),
        Err(_) => Payload::Unfit,
    }
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Customer(_) => "Customer(..)",
            Self::NaturalPerson(_) => "NaturalPerson(..)",
            Self::IdentificationVerification(_) => "IdentificationVerification(..)",
            Self::LabelsUpdate(_) => "LabelsUpdate(..)",
            Self::CorporateAction(_) => "CorporateAction(..)",
            Self::SavingsPlans(_) => "SavingsPlans(..)",
            Self::Undocumented(_) => "Undocumented(..)",
            Self::Unfit => "Unfit",
        })
    }
}

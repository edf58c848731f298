//! The generated answers to creations, each with the identifier that it holds, and the bodies that hold an external id.

use florin_tradevest::types;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::ExternalId;
use super::create::Answer;

/// An identifier as an answer holds it: always, or perhaps.
trait Id {
    fn maybe(self) -> Option<String>;
}

impl Id for String {
    fn maybe(self) -> Option<String> {
        Some(self)
    }
}

impl Id for Option<String> {
    fn maybe(self) -> Option<String> {
        self
    }
}

macro_rules! answers {
    ($($feature:literal: $($answer:ident . $id:ident),+;)+) => {$($(
        #[cfg(feature = $feature)]
        impl Answer for types::$answer {
            fn id(self) -> Option<String> {
                self.$id.maybe()
            }
        }
    )+)+};
}

answers! {
    "tradevest-onboarding":
        CreateBeneficialOwnerResult.beneficial_owner_id,
        CreateCustomerResult.customer_id,
        CreateDocumentResult.document_id,
        CreateIdentificationVerificationResult.identification_verification_id,
        CreateJointPersonResult.joint_person_id,
        CreateLegalEntityResult.legal_entity_id,
        CreateLegalRepresentativeResult.legal_representative_id,
        CreateNaturalPersonResult.natural_person_id,
        CreateProxyResult.proxy_id,
        StartOnboardingResult.onboarding_id;
    "tradevest-trading":
        CreateCustomerProductResult.customer_product_id,
        CreateDigitalOrderResult.order_id,
        CreateOrderResult.order_id,
        CreateTransferResult.transfer_id;
    "tradevest":
        CreateTaxExemptionOrderResult.tax_exemption_order_id;
}

/// A body with a place for an external id.
pub(super) trait Identified: Clone + Serialize + Send + Sync + 'static {
    /// The one that the caller has put in.
    fn own(&self) -> Option<String>;

    /// Puts one in.
    fn put(&mut self, id: &ExternalId) -> Result<(), String>;
}

macro_rules! identified {
    ($($feature:literal: $($body:ident),+;)+) => {$($(
        #[cfg(feature = $feature)]
        impl Identified for types::$body {
            fn own(&self) -> Option<String> {
                text(&self.external_id)
            }

            fn put(&mut self, id: &ExternalId) -> Result<(), String> {
                self.external_id = as_field(id)?;
                Ok(())
            }
        }
    )+)+};
}

identified! {
    "tradevest-onboarding":
        CreateLegalEntityData,
        DocumentData,
        NaturalPersonData;
    "tradevest-trading":
        OrderData,
        QuoteOrderData,
        TradingMarketOrderData,
        TransferData,
        WawexMarketOrderData;
}

/// What a field of some text type holds, whether it is optional or not.
fn text<F: Serialize>(field: &F) -> Option<String> {
    match serde_json::to_value(field) {
        Ok(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// An external id in the type of such a field.
fn as_field<F: DeserializeOwned>(id: &ExternalId) -> Result<F, String> {
    serde_json::from_value(Value::String(id.as_str().to_owned()))
        .map_err(|_| "its external id isn't what the provider takes; see ExternalId".to_owned())
}

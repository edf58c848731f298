//! The generated pages as what a [`Listing`](super::Listing) reads.

use florin_tradevest::types;

use super::CursorPage;

macro_rules! cursor_pages {
    ($($feature:literal: $($page:ident of $item:ident),+;)+) => {$($(
        #[cfg(feature = $feature)]
        impl CursorPage for types::$page {
            type Item = types::$item;

            fn into_items(self) -> (Vec<types::$item>, Option<String>) {
                let cursor = self.pagination.and_then(|pagination| pagination.cursor);
                (self.data, cursor)
            }
        }
    )+)+};
}

cursor_pages! {
    "tradevest-onboarding":
        BeneficialOwners of BeneficialOwner,
        Customers of Customer,
        Documents of Document,
        EntitySummaries of EntitySummary,
        IdentificationVerifications of IdentificationVerification,
        LegalRepresentatives of LegalRepresentative,
        NaturalPersons of NaturalPerson,
        PartnerDocuments of PartnerDocument,
        Proxies of Proxy;
    "tradevest-trading":
        DigitalAssetsOrders of DigitalAssetsOrder;
    "tradevest":
        NaturalPersonWizards of NaturalPersonWizard,
        Strategies of Strategy,
        TaxExemptionOrders of TaxExemptionOrder,
        Users of User;
}

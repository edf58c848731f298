//! What kinds of objects there are, and what each calls its members.

/// A kind of object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Kind {
    /// A natural person.
    NaturalPerson,
    /// A legal entity.
    LegalEntity,
    /// Two natural persons as one customer.
    JointPerson,
    /// A legal representative of a legal entity.
    LegalRepresentative,
    /// A beneficial owner of a legal entity.
    BeneficialOwner,
    /// The role of a customer.
    Customer,
    /// The role of a proxy.
    Proxy,
    /// An onboarding, of either generation.
    Onboarding,
    /// An offboarding, of either generation.
    Offboarding,
    /// An onboarding of a user of the partner's panel.
    UserOnboarding,
    /// A document of somebody, of either generation.
    Document,
    /// A document of the partner's.
    PartnerDocument,
    /// A product that a customer has.
    CustomerProduct,
    /// An order for digital assets.
    DigitalOrder,
    /// An order for tokenized assets.
    TokenizedOrder,
    /// An order for securities.
    TradingOrder,
    /// A transfer of money, in or out.
    Transfer,
    /// A line of the transaction history.
    Transaction,
    /// An identification at an external verifier.
    IdentificationVerification,
    /// A search for a company at a vendor of data.
    LegalEntitySearch,
    /// A tax exemption order.
    TaxExemptionOrder,
    /// A strategy.
    Strategy,
    /// A user of the partner's panel.
    User,
    /// An instance of the onboarding wizard.
    Wizard,
    /// A corporate action.
    CorporateAction,
}

impl Kind {
    /// What its identifier is called.
    pub(super) const fn id_field(self) -> &'static str {
        match self {
            Self::NaturalPerson => "naturalPersonId",
            Self::LegalEntity => "legalEntityId",
            Self::JointPerson => "jointPersonId",
            Self::LegalRepresentative => "legalRepresentativeId",
            Self::BeneficialOwner => "beneficialOwnerId",
            Self::Customer => "customerId",
            Self::Proxy => "proxyId",
            Self::Onboarding | Self::UserOnboarding => "onboardingId",
            Self::Offboarding => "offboardingId",
            Self::Document | Self::PartnerDocument => "documentId",
            Self::CustomerProduct => "customerProductId",
            Self::DigitalOrder | Self::TokenizedOrder | Self::TradingOrder => "orderId",
            Self::Transfer => "transferId",
            Self::Transaction => "transactionId",
            Self::IdentificationVerification => "identificationVerificationId",
            Self::LegalEntitySearch => "searchId",
            Self::TaxExemptionOrder => "taxExemptionOrderId",
            Self::Strategy => "strategyId",
            Self::User => "userId",
            Self::Wizard => "wizardInstanceId",
            Self::CorporateAction => "corporateActionId",
        }
    }

    /// What its status is called where it is read.
    pub(super) const fn status_field(self) -> &'static str {
        match self {
            Self::NaturalPerson => "naturalPersonStatus",
            Self::LegalEntity => "legalEntityStatus",
            Self::Customer => "customerStatus",
            Self::Transfer => "transferStatus",
            Self::Transaction => "transactionStatus",
            Self::Wizard => "wizardStatus",
            _ => "status",
        }
    }

    /// The event that tells of it. Some are told of by none.
    pub(super) const fn event(self) -> Option<&'static str> {
        Some(match self {
            Self::NaturalPerson => "NATURAL_PERSON_NOTIFICATION",
            Self::LegalEntity => "LEGAL_ENTITY_NOTIFICATION",
            Self::JointPerson => "JOINT_PERSON_NOTIFICATION",
            Self::LegalRepresentative => "LEGAL_REPRESENTATIVE_NOTIFICATION",
            Self::BeneficialOwner => "BENEFICIAL_OWNER_NOTIFICATION",
            Self::Customer => "CUSTOMER_NOTIFICATION",
            Self::Proxy => "PROXY_NOTIFICATION",
            Self::Onboarding => "ONBOARDING_NOTIFICATION",
            Self::Offboarding => "OFFBOARDING_NOTIFICATION",
            Self::Document => "DOCUMENT_NOTIFICATION",
            Self::PartnerDocument => "PARTNER_DOCUMENT_NOTIFICATION",
            Self::CustomerProduct => "CUSTOMER_PRODUCT_NOTIFICATION",
            Self::DigitalOrder => "DIGITAL_ASSET_ORDER_NOTIFICATION",
            Self::TokenizedOrder => "TOKENIZED_ASSET_ORDER_NOTIFICATION",
            Self::TradingOrder => "TRADITIONAL_ASSET_ORDER_NOTIFICATION",
            Self::Transfer => "TRANSFER_NOTIFICATION",
            Self::IdentificationVerification => "IDENTIFICATION_VERIFICATION_NOTIFICATION",
            Self::LegalEntitySearch => "LEGAL_ENTITY_SEARCH_NOTIFICATION",
            Self::TaxExemptionOrder => "TAX_EXEMPTION_ORDER_NOTIFICATION",
            Self::Strategy => "STRATEGY_NOTIFICATION",
            Self::User => "USER_NOTIFICATION",
            Self::CorporateAction => "CORPORATE_ACTION_NOTIFICATION",
            Self::UserOnboarding | Self::Transaction | Self::Wizard => return None,
        })
    }

    /// The statuses that it takes by itself after the first one, where nothing is wrong.
    pub(super) const fn course(self) -> &'static [&'static str] {
        match self {
            Self::NaturalPerson
            | Self::LegalEntity
            | Self::JointPerson
            | Self::LegalRepresentative
            | Self::BeneficialOwner
            | Self::Customer
            | Self::Proxy
            | Self::Document => &["CREATED"],
            Self::Onboarding | Self::Offboarding | Self::UserOnboarding => {
                &["CREATED", "PENDING", "APPROVED"]
            }
            Self::CustomerProduct => &["PENDING", "ACTIVE"],
            Self::DigitalOrder | Self::TokenizedOrder | Self::TradingOrder => {
                &["PENDING", "FILLED", "SETTLED"]
            }
            Self::Transfer => &["PENDING", "PROCESSED"],
            // Somebody has to show a face first.
            Self::IdentificationVerification => &["PENDING"],
            Self::LegalEntitySearch => &[
                "WAITING_FOR_DATA",
                "READY_DATA",
                "WAITING_FOR_DOCUMENTS",
                "READY_DOCUMENTS",
                "COMPLETED",
            ],
            Self::TaxExemptionOrder | Self::Strategy | Self::User => &["ACTIVE"],
            Self::PartnerDocument | Self::Transaction | Self::Wizard | Self::CorporateAction => &[],
        }
    }

    /// The status that it begins with.
    pub(super) const fn first(self) -> &'static str {
        match self {
            Self::LegalEntitySearch => "PREPARING",
            Self::Wizard => "IN_PROGRESS",
            Self::Transaction => "COMPLETED",
            Self::CorporateAction => "ANNOUNCED",
            Self::PartnerDocument => "APPROVED",
            _ => "RECEIVED",
        }
    }

    /// Whether the platform knows it by a number of its own, across partners.
    pub(super) const fn has_global_id(self) -> bool {
        matches!(self, Self::NaturalPerson | Self::LegalEntity | Self::User)
    }

    /// What people call it.
    pub(super) fn item(self) -> String {
        let id = self.id_field();
        id.strip_suffix("Id").unwrap_or(id).to_owned()
    }

    /// What a changelog calls it.
    pub(super) const fn item_type(self) -> &'static str {
        match self {
            Self::NaturalPerson => "NATURAL_PERSON",
            Self::LegalEntity => "LEGAL_ENTITY",
            Self::JointPerson => "JOINT_PERSON",
            Self::LegalRepresentative => "LEGAL_REPRESENTATIVE",
            Self::BeneficialOwner => "BENEFICIAL_OWNER",
            Self::Customer => "CUSTOMER",
            Self::Proxy => "PROXY",
            Self::DigitalOrder => "Order",
            _ => "OTHER",
        }
    }
}

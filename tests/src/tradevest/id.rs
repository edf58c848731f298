//! Identifiers that requests name.

/// A beneficial owner.
pub const BENEFICIAL_OWNER: &str = "53ec8355-0153-5653-97c3-72a272547f85";
/// A corporate action.
pub const CORPORATE_ACTION: &str = "6a39e2a7-1084-5361-9bce-20f1d80bf1b0";
/// A customer.
pub const CUSTOMER: &str = "8f56e20f-f092-53cc-aee5-7c394976c822";
/// A customer product.
pub const CUSTOMER_PRODUCT: &str = "f1ab4f0b-faad-53bc-acb9-10d4cc234927";
/// A document.
pub const DOCUMENT: &str = "c1ea5ac6-f1fa-56a5-9e0b-d7762b07fe98";
/// An entity.
pub const ENTITY: &str = "1ee8356c-e69e-581c-ae22-85375de9ddb1";
/// An identification verification.
pub const IDENTIFICATION_VERIFICATION: &str = "b2dff179-4c2a-530e-808b-405c2f036ee1";
/// An item.
pub const ITEM: &str = "3611f0bc-20c7-57fc-969f-a16fa298e009";
/// A joint person.
pub const JOINT_PERSON: &str = "879425f8-6443-5d70-8363-906637cccfcc";
/// A legal entity.
pub const LEGAL_ENTITY: &str = "f56b6af5-e40e-5c0b-9caa-39340d2cc2cc";
/// A legal representative.
pub const LEGAL_REPRESENTATIVE: &str = "04b5dfdf-007d-595a-92cb-0ccda5d7bf93";
/// A natural person.
pub const NATURAL_PERSON: &str = "6f3ab7cf-8536-5180-84c2-905106017e97";
/// An offboarding.
pub const OFFBOARDING: &str = "21772848-b6ad-56a4-92dc-8fd821177272";
/// An onboarding.
pub const ONBOARDING: &str = "c236f4b6-7deb-5221-bd9a-ac72c7476a33";
/// An order.
pub const ORDER: &str = "8b536880-e6ef-5653-b9a9-249404ce2299";
/// A proxy.
pub const PROXY: &str = "000cff3f-2c83-59e9-a8c1-a5681ae1fd0b";
/// A resource.
pub const RESOURCE: &str = "5fe8d7d6-de3c-5974-a77c-fb60be3eb5c6";
/// A role.
pub const ROLE: &str = "a1b2f6b4-1445-55ec-9901-a6f4e500c66b";
/// A search.
pub const SEARCH: &str = "f45157cc-5ea8-533f-ba16-648b58f45586";
/// A tax exemption order.
pub const TAX_EXEMPTION_ORDER: &str = "110f0cbb-5ce5-592a-a5ed-20cb1edf94aa";
/// A transaction.
pub const TRANSACTION: &str = "f1e9092b-f20e-5c15-ba94-ab519cfebe33";
/// A transfer.
pub const TRANSFER: &str = "84a69208-77a5-5864-90b1-9bc24770a352";
/// A user.
pub const USER: &str = "f6bbadf9-f4d2-5020-b049-e6418f92cb34";
/// In whose name it is done.
pub const REQUESTOR: &str = "0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10";

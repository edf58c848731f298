//! The spec: one document for each domain.

use http::Method;

use super::options::Options;
use super::{CONNECT, OAUTH2, trading};
use crate::contract::{API, Contract, ContractError};

const NAME: &str = "tradevest";

/// A document of the spec, with its name.
macro_rules! document {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../../specs/tradevest/", $name)),
        )
    };
}

/// The first one says where the hosts are.
const DOCUMENTS: [(&str, &str); 20] = [
    document!("authorization.yaml"),
    document!("shared.yaml"),
    document!("corporate-actions.yaml"),
    document!("customers.yaml"),
    document!("digital-assets.yaml"),
    document!("documents.yaml"),
    document!("documents-v2.yaml"),
    document!("entities.yaml"),
    document!("onboardings.yaml"),
    document!("partner-documents.yaml"),
    document!("products.yaml"),
    document!("roles.yaml"),
    document!("strategies.yaml"),
    document!("taxes.yaml"),
    document!("tokenized-assets.yaml"),
    document!("trading.yaml"),
    document!("transactions.yaml"),
    document!("transfers.yaml"),
    document!("users.yaml"),
    document!("webhooks.yaml"),
];

/// The lists of values that are documented as complete, and can be sent. Of most others only the first value is known; a status
/// is whatever a test sets it to.
const COMPLETE: [&str; 8] = [
    "CustomerEntityTypeEnum",
    "CustomerProductStatusUpdate",
    "ProductCodeEnum",
    "ProductTypeEnum",
    "QuantityType",
    "TradeSideEnum",
    "TraditionalAssetOrderQuantityTypeEnum",
    "WawexTradeSideEnum",
];

/// Reads the spec, with what the options move and add.
pub(super) fn read(options: &Options) -> Result<Contract, ContractError> {
    let contract = Contract::read_several(NAME, &DOCUMENTS, &COMPLETE, &options.routes)?
        .with_alias(NAME, "get_token", OAUTH2)?
        .with_alias(NAME, "get_token", CONNECT)?;
    Ok(match &options.securities_order_path {
        Some(path) => contract.with_route(trading::PLACE, API, Method::POST, path.clone()),
        None => contract,
    })
}

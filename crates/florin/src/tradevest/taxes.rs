//! Exemption orders: creating and listing them.

use florin_tradevest::{operations, types};

use super::{Client, Create, Listing};

impl Client {
    /// Gives an entity a tax exemption order (*Freistellungsauftrag*). Sent at most once, see [`Create`].
    pub fn create_tax_exemption_order(
        &self,
        order: types::TaxExemptionOrderData,
    ) -> Create<types::TaxExemptionOrder> {
        self.create_once::<types::CreateTaxExemptionOrderResult, _>(
            &operations::CREATE_TAX_EXEMPTION_ORDER,
            "look for the order with Client::tax_exemption_orders and the filter entityId",
            order,
        )
    }

    /// All tax exemption orders. Filters are `taxExemptionOrderId`, `entityId` and `status`, see [`Listing::query`].
    #[must_use]
    pub fn tax_exemption_orders(&self) -> Listing<types::TaxExemptionOrder> {
        self.listing::<types::TaxExemptionOrders>(&operations::GET_TAX_EXEMPTION_ORDERS)
    }
}

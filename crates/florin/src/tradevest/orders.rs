//! Products, orders and transfers: creating and listing them.

use florin_core::Request;
use florin_tradevest::{operations, types};
use serde_json::{Value, json};

use super::found::{self, AnyPage};
use super::{Client, Create, Listing};

impl Client {
    /// Opens a product for a customer: an account, a wallet, a depository. Sent at most once, see [`Create`].
    pub fn create_product(
        &self,
        customer_id: impl Into<String>,
        product: types::CustomerProductData,
    ) -> Create<types::CustomerProduct> {
        let customer_id = customer_id.into();
        Create::plain::<types::CreateCustomerProductResult>(
            self,
            &operations::CREATE_CUSTOMER_PRODUCT,
            "look for the product with the operation get_customer_products",
            move |request: &mut Request<'_>| {
                request.path("customerId", &customer_id).json(&product);
            },
        )
    }

    /// Orders a digital asset at the market.
    ///
    /// The `external_id` of the data is kept where it isn't empty, and made where it is; see [`Create`]. After a 409 in doubt, the
    /// order is looked for in its wallet.
    pub fn create_digital_order(
        &self,
        order: types::OrderData,
    ) -> Create<types::DigitalAssetsOrder> {
        let asked = json!({
            "side": order.trade_side,
            "walletCustomerProductId": order.wallet_customer_product_id,
            "cashCustomerProductId": order.cash_customer_product_id,
            "marketOrderData": {
                "symbol": order.crypto_symbol,
                "quantityType": order.quantity_type,
                // One that has too many digits can't be written. It is refused before it is sent, so never compared.
                "quantity": serde_json::to_value(order.quantity).unwrap_or_default(),
            },
        });
        let wallet = order.wallet_customer_product_id.clone();
        self.create_identified::<_, types::CreateDigitalOrderResult, _>(
            &operations::CREATE_DIGITAL_MARKET_ORDER,
            LOOK_IN_THE_WALLET,
            order,
        )
        .found_by(in_wallet(wallet, asked))
    }

    /// Accepts a quote for a digital asset: places the order.
    ///
    /// The `external_id` of the data is kept where it isn't empty, and made where it is; see [`Create`]. After a 409 in doubt, the
    /// order is looked for in its wallet. What it is compared by is its two accounts: an order doesn't show its quote.
    pub fn accept_digital_quote(
        &self,
        order: types::QuoteOrderData,
    ) -> Create<types::DigitalAssetsOrder> {
        let asked = json!({
            "walletCustomerProductId": order.wallet_customer_product_id,
            "cashCustomerProductId": order.cash_customer_product_id,
        });
        let wallet = order.wallet_customer_product_id.clone();
        self.create_identified::<_, types::CreateDigitalOrderResult, _>(
            &operations::ACCEPT_DIGITAL_QUOTE,
            LOOK_IN_THE_WALLET,
            order,
        )
        .found_by(in_wallet(wallet, asked))
    }

    /// Orders a tokenized asset at the market.
    ///
    /// The `external_id` of the data is kept where it isn't empty, and made where it is; see [`Create`]. The provider has no way
    /// to look for such an order by it, so a 409 in doubt stays one.
    pub fn create_tokenized_order(
        &self,
        order: types::WawexMarketOrderData,
    ) -> Create<types::WawexOrder> {
        self.create_identified::<_, types::CreateDigitalOrderResult, _>(
            &operations::CREATE_WAWEX_MARKET_ORDER,
            "look at the positions of the product, or ask Tradevest, before you send it under another one",
            order,
        )
    }

    /// Pays out. To which account, and what the body holds besides, is undocumented; a pay-out goes to the customer's reference
    /// account (second hand).
    ///
    /// The `external_id` of the data is kept where it has one, and made where it hasn't; that it is taken is inferred, so a transfer
    /// is **sent once** and a failure in doubt is yours to look into. The provider has no way to look for a transfer by its
    /// external id. See [`Create`].
    pub fn create_transfer(&self, transfer: types::TransferData) -> Create<types::TransferDetails> {
        self.create_identified::<_, types::CreateTransferResult, _>(
            &operations::CREATE_TRANSFER,
            "look at the balance of the account, wait for its notification, or ask Tradevest, before you send it again",
            transfer,
        )
    }

    /// The digital orders of a wallet. Filters are `externalId`, `startCreatedOn` and `endCreatedOn`, see [`Listing::query`].
    #[must_use]
    pub fn digital_orders(
        &self,
        wallet_customer_product_id: impl Into<String>,
    ) -> Listing<types::DigitalAssetsOrder> {
        self.listing::<types::DigitalAssetsOrders>(&operations::GET_DIGITAL_ORDERS)
            .path("customerProductId", wallet_customer_product_id.into())
    }
}

const LOOK_IN_THE_WALLET: &str = "look for the order with Client::digital_orders";

/// Looks for an order among those of a wallet.
fn in_wallet(
    wallet: String,
    asked: Value,
) -> impl Fn(Client, super::ExternalId) -> super::create::Sending<Option<found::Found>> {
    move |client, id| {
        let list = client
            .listing::<AnyPage>(&operations::GET_DIGITAL_ORDERS)
            .path("customerProductId", &wallet)
            .query("externalId", &id);
        found::in_list(list, "orderId", id, asked.clone())
    }
}

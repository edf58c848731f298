//! The costs of an order before it is placed.

use std::fmt;

use florin_tradevest::types;

use crate::tradevest::{Client, Create, Error, SecuritiesOrder};

/// The costs of an intended order of securities, to be shown to the customer before it is placed. Made by [`Client::ex_ante`].
#[derive(Clone)]
pub struct ExAnte {
    client: Client,
    asked: types::ExAnteCostData,
    costs: types::ExAnteCostResult,
}

impl Client {
    /// Asks what an order of securities would cost. Nothing is ordered.
    ///
    /// ```no_run
    /// # async fn f(tradevest: florin::tradevest::Client, intended: florin::tradevest::types::ExAnteCostData)
    /// # -> Result<(), Box<dyn std::error::Error>> {
    /// let ex_ante = tradevest.ex_ante(intended).await?;
    /// println!("{:?}", ex_ante.costs().total); // show them, and ask
    /// let create = ex_ante.order("id of the depository", "id of the cash account");
    /// println!("about to order under {:?}", create.external_id());
    /// let order = create.await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As any call.
    pub async fn ex_ante(&self, intended: types::ExAnteCostData) -> Result<ExAnte, Error> {
        let request = self.api().get_ex_ante_cost().body(intended.clone());
        Ok(ExAnte {
            client: self.clone(),
            asked: intended,
            costs: request.send().await?.into_inner(),
        })
    }
}

impl ExAnte {
    /// The costs. Any part of them may be absent.
    #[must_use]
    pub const fn costs(&self) -> &types::ExAnteCostResult {
        &self.costs
    }

    /// The order that was asked about, at the market, with reference to these costs. Refused before it is sent as
    /// [`Client::create_securities_order`] is, and:
    ///
    /// - for a limit or stop order: only the body of an order at the market is documented, and that would be executed at any price.
    ///   Put the body together yourself, and give it to [`Client::create_securities_order`];
    /// - where the costs came without an identifier: the order couldn't refer to them.
    pub fn order(
        &self,
        depository_customer_product_id: impl Into<String>,
        cash_customer_product_id: impl Into<String>,
    ) -> Create<SecuritiesOrder> {
        let asked = self.asked.clone();
        let order = types::TradingMarketOrderData {
            cash_customer_product_id: cash_customer_product_id.into(),
            depository_customer_product_id: depository_customer_product_id.into(),
            ex_ante_id: self.costs.ex_ante_id.clone(),
            exchange_code: Some(asked.exchange_code),
            external_id: None,
            isin: Some(asked.isin),
            quantity: Some(asked.quantity),
            quantity_type: Some(asked.quantity_type),
            trade_side: Some(asked.trade_side),
            extra: serde_json::Map::new(),
        };
        let problem = self.problem().map(str::to_owned);
        self.client
            .create_securities_order(order)
            .refused_for(problem)
    }

    fn problem(&self) -> Option<&'static str> {
        // The provider's own sample has it in other letters than the list of values.
        if !self
            .asked
            .order_type
            .as_str()
            .eq_ignore_ascii_case(types::TraditionalAssetOrderTypeEnum::Market.as_str())
        {
            return Some(
                "it is no order at the market, and the body of another one isn't documented; put it together yourself for \
                 Client::create_securities_order",
            );
        }
        let id = self.costs.ex_ante_id.as_deref().unwrap_or_default();
        id.trim().is_empty().then_some(
            "the costs came without an identifier that the order could refer to; ask for them again",
        )
    }
}

/// Shows the costs' identifier and nothing of the order.
impl fmt::Debug for ExAnte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExAnte")
            .field("id", &self.costs.ex_ante_id)
            .finish_non_exhaustive()
    }
}

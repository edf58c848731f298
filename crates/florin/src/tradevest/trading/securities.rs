//! Orders of securities.

use florin_core::http::Method;
use florin_core::{Certainty, Operation, Provenance, Retry};
use florin_tradevest::types;

use crate::tradevest::{Client, Create, Created, Error, SecuritiesOrder, Submitted, requestor};

/// Placing an order: documented but for its path, so there is none until the client is given one.
///
/// That the provider recognises a repetition by the external id is inferred from other objects. It is about money, so it is sent
/// once.
pub(in crate::tradevest) static PLACE: Operation =
    Operation::new("create_trading_market_order", Method::POST, "")
        .retry(Retry::Never)
        .required_header(requestor::HEADER)
        .provenance(Provenance {
            path: Certainty::Undocumented,
            request: Some(Certainty::Inferred),
            response: Certainty::Documented,
        });

impl Client {
    /// Orders securities at the market. The costs have to be shown before: see [`ex_ante`](Self::ex_ante), which puts the body
    /// together.
    ///
    /// **Where it goes isn't documented**: without a path of yours ([`ClientBuilder::securities_order_path`]) it is refused before
    /// anything is sent. Nor is most of its body, see the type; what you know better goes into `extra`.
    ///
    /// The `external_id` of the data is kept where it has one, and made where it hasn't; see [`Create`]. Unlike other creations it
    /// is sent once, since that a repetition is recognised is inferred; an attempt that ended in doubt may be sent again by you.
    /// The provider has no way to look for such an order by it, so a 409 in doubt stays one. What becomes of the order is told by
    /// notifications alone: see [`Created::told`].
    ///
    /// [`ClientBuilder::securities_order_path`]: crate::tradevest::ClientBuilder::securities_order_path
    pub fn create_securities_order(
        &self,
        order: types::TradingMarketOrderData,
    ) -> Create<SecuritiesOrder> {
        let problem = (!self.places_securities()).then(|| {
            "where orders of securities are placed isn't documented; ask Tradevest for the path, and give it to \
             ClientBuilder::securities_order_path"
                .to_owned()
        });
        self.create_identified::<_, types::CreateOrderResult, _>(
            &PLACE,
            "look at the position of the depository and the balance of the account, or ask Tradevest, before you send it under \
             another one",
            order,
        )
        .refused_for(problem)
    }
}

impl Created<SecuritiesOrder> {
    /// Asks for a change of the order while it is open. Sent at most once. The answer promises nothing: a refusal is told by
    /// notification alone, to who [hears](Submitted::hear) it.
    ///
    /// # Errors
    /// As any call.
    pub async fn change(
        &self,
        change: types::TradingOrderUpdate,
    ) -> Result<Submitted<SecuritiesOrder>, Error> {
        let request = self.client().api().update_trading_order();
        let request = request.order_id(self.id()).body(change);
        self.submit(request.send()).await
    }

    /// Asks for the order to be canceled. The answer promises nothing: a success is told as `CANCELED`, and **a failure is told to
    /// nobody**. Wait for [`Goal::Canceled`](crate::tradevest::Goal::Canceled) with a deadline.
    ///
    /// # Errors
    /// As any call. A repetition after an attempt that ended in doubt may be refused where the first one was taken: go by what is
    /// told of the order.
    pub async fn cancel(&self) -> Result<Submitted<SecuritiesOrder>, Error> {
        let request = self.client().api().cancel_trading_order();
        let request = request.order_id(self.id());
        self.submit(request.send()).await
    }
}

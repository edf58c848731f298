//! Tradevest under a storm: orders at the market, under external ids.

use florin::core::Limits;
use florin::tradevest::{Client, Create, Credentials, Environment, ExternalId, types};
use florin_sandbox::{Received, Sandbox};
use serde_json::{Value, json};

use super::blow::Problem;
use super::house::{House, quick};
use super::subject::{Books, Doing, Doubt, Said, Subject, steered};

pub(super) struct Tradevest {
    house: House,
    cash: String,
    wallet: String,
    writes: usize,
    seed: u64,
}

impl Tradevest {
    pub(super) async fn open(writes: usize, seed: u64) -> Result<Self, Problem> {
        let house = House::build(Sandbox::builder()).await?;
        let tradevest = house.sandbox().tradevest();
        let customer = tradevest.plant_customer();
        let cash = tradevest.plant_product(&customer, "BALANCE_ACCOUNT");
        let wallet = tradevest.plant_product(&customer, "CURRENCY_WALLET");
        tradevest.deposit(&cash, "100000000000");
        Ok(Self {
            house,
            cash,
            wallet,
            writes,
            seed,
        })
    }

    /// Each order is for so many euros as its number is, by which it is found in the books.
    fn order(&self, client: &Client, write: usize, id: &str) -> Result<Order, String> {
        let order: types::OrderData = serde_json::from_value(json!({
            "cryptoSymbol": "BTC", "tradeSide": "BUY", "quantityType": "AMOUNT", "quantity": write + 1,
            "externalId": id,
            "walletCustomerProductId": self.wallet, "cashCustomerProductId": self.cash,
        }))
        .map_err(|error| error.to_string())?;
        Ok(client.create_digital_order(order))
    }
}

type Order = Create<types::DigitalAssetsOrder>;

impl Subject for Tradevest {
    type Client = Client;

    fn client(&self, limits: Limits) -> Result<Client, Problem> {
        let tradevest = self.house.sandbox().tradevest();
        let environment = Environment::Custom {
            api: tradevest.api_url(),
            auth: tradevest.auth_url(),
            prices: None,
        };
        let credentials = Credentials::new(tradevest.client_id(), tradevest.client_secret());
        let client = Client::builder()
            .environment(environment)
            .credentials(credentials)
            .requestor(tradevest.partner_person().parse()?)
            .limits(limits)
            .retry(quick()?);
        Ok(client.build()?)
    }

    fn write<'a>(&'a self, client: &'a Client, write: usize, round: u32) -> Doing<'a, Said> {
        Box::pin(async move {
            // Half of them are the caller's, the others are made by the client, and told by its error.
            let own = format!("storm-{}-{write}-{round}", self.seed);
            let is_own = write.is_multiple_of(2);
            let create = match self.order(client, write, if is_own { &own } else { "" }) {
                Ok(create) => create,
                Err(why) => {
                    return Said::Not {
                        why,
                        without_token: false,
                    };
                }
            };
            match create.await {
                Ok(order) => Said::Applied(order.id().to_owned()),
                Err(error) if is_own => Said::under(&own, &error),
                Err(error) => Said::by(&error),
            }
        })
    }

    fn find_out<'a>(
        &'a self,
        client: &'a Client,
        write: usize,
        doubt: &'a Doubt,
    ) -> Doing<'a, Result<Vec<String>, String>> {
        Box::pin(async move {
            let id = doubt.key.as_deref().ok_or("there is no id to look for")?;
            // Both ways that are documented: ask again, or look.
            if write % 4 < 2 {
                let create = self.order(client, write, "")?;
                let id = ExternalId::new(id).map_err(|error| error.to_string())?;
                let order = create.with_external_id(id).may_have_been_sent().await;
                let order = order.map_err(|error| format!("{error:#}"))?;
                return Ok(vec![order.id().to_owned()]);
            }
            let orders = client.digital_orders(&self.wallet).query("externalId", id);
            let orders = orders.all().await.map_err(|error| format!("{error:#}"))?;
            let ids = orders.into_iter().filter_map(|order| {
                let order = serde_json::to_value(order).ok()?;
                order["orderId"].as_str().map(str::to_owned)
            });
            Ok(ids.collect())
        })
    }

    fn books(&self) -> Books {
        let mut books = Books::of(self.writes);
        for order in self.house.sandbox().tradevest().orders() {
            books.enter(write_of(&order.request), order.id);
        }
        books
    }

    fn is_about(&self, request: &Received, write: usize) -> bool {
        let body = request.json().unwrap_or_default();
        write_of(&body) == Some(write)
            || request
                .query_pairs()
                .iter()
                .any(|(_, value)| value.starts_with(&format!("storm-{}-{write}-", self.seed)))
    }

    steered!(tradevest);
}

/// The write of an order, as it was sent.
fn write_of(order: &Value) -> Option<usize> {
    let euros = usize::try_from(order["quantity"].as_u64()?).ok()?;
    euros.checked_sub(1)
}

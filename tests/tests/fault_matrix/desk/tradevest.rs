//! A partner at Tradevest, with a customer who has money and a wallet.

use florin::tradevest::{Client, ClientBuilder, Credentials, Environment, types};
use florin_sandbox::Sandbox;
use florin_sandbox::tradevest::Tradevest;
use serde_json::json;

use crate::strike::Strike;

/// As the flows have it.
#[path = "../../tradevest_desk/receiver.rs"]
#[allow(dead_code, reason = "not everything is needed here")]
pub(crate) mod receiver;

pub(crate) struct Desk {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: Client,
    pub(crate) cash: String,
    wallet: String,
}

impl Desk {
    /// With a token.
    pub(crate) async fn open(strike: &Strike) -> Self {
        let desk = Self::without_token(strike).await;
        let mut customers = desk.client.customers().pages();
        customers.next().await.unwrap().unwrap();
        desk
    }

    pub(crate) async fn without_token(strike: &Strike) -> Self {
        let sandbox = Sandbox::builder()
            .clock(&strike.clock)
            .start()
            .await
            .unwrap();
        let tradevest = sandbox.tradevest();
        let client = Self::builder(strike, &sandbox, tradevest.prices_url());
        let client = client.build().unwrap();
        let customer = tradevest.plant_customer();
        let cash = tradevest.plant_product(&customer, "BALANCE_ACCOUNT");
        let wallet = tradevest.plant_product(&customer, "CURRENCY_WALLET");
        tradevest.deposit(&cash, "1000");
        Self {
            sandbox,
            client,
            cash,
            wallet,
        }
    }

    /// A client that takes prices from elsewhere.
    pub(crate) fn builder(strike: &Strike, sandbox: &Sandbox, prices: String) -> ClientBuilder {
        let tradevest = sandbox.tradevest();
        let environment = Environment::Custom {
            api: tradevest.api_url(),
            auth: tradevest.auth_url(),
            prices: Some(prices),
        };
        Client::builder()
            .environment(environment)
            .credentials(Credentials::new(
                tradevest.client_id(),
                tradevest.client_secret(),
            ))
            .requestor(tradevest.partner_person().parse().unwrap())
            .limits(strike.limits())
            .retry(strike.retry())
    }

    pub(crate) fn stand_in(&self) -> &Tradevest {
        self.sandbox.tradevest()
    }

    /// Buys bitcoins for so many euros.
    pub(crate) fn order(&self, euros: u32) -> types::OrderData {
        let order = json!({
            "cryptoSymbol": "BTC", "tradeSide": "BUY", "quantityType": "AMOUNT", "quantity": euros, "externalId": "",
            "walletCustomerProductId": self.wallet, "cashCustomerProductId": self.cash,
        });
        serde_json::from_str(&order.to_string()).unwrap()
    }
}

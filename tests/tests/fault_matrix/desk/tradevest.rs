//! A partner at Tradevest, with a customer who has money and a wallet.

use florin::tradevest::{Client, Credentials, Environment, types};
use florin_sandbox::Sandbox;
use florin_sandbox::tradevest::Tradevest;
use serde_json::json;

use crate::strike::Strike;

pub(crate) struct Desk {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: Client,
    pub(crate) cash: String,
    wallet: String,
}

impl Desk {
    pub(crate) async fn open(strike: &Strike) -> Self {
        let sandbox = Sandbox::builder()
            .clock(&strike.clock)
            .start()
            .await
            .unwrap();
        let tradevest = sandbox.tradevest();
        let environment = Environment::Custom {
            api: tradevest.api_url(),
            auth: tradevest.auth_url(),
            prices: Some(tradevest.prices_url()),
        };
        let builder = Client::builder()
            .environment(environment)
            .credentials(Credentials::new(
                tradevest.client_id(),
                tradevest.client_secret(),
            ))
            .requestor(tradevest.partner_person().parse().unwrap());
        let builder = builder.limits(strike.limits()).retry(strike.retry());
        let client = builder.build().unwrap();
        client.customers().pages().next().await.unwrap().unwrap();
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

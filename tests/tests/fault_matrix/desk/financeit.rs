//! A merchant at Financeit.

use florin::financeit::Client;
use florin_sandbox::Sandbox;
use florin_sandbox::financeit::{Financeit, User};
use florin_tests::financeit::office;

use crate::strike::Strike;

pub(crate) struct Desk {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: Client,
}

impl Desk {
    /// With a token.
    pub(crate) async fn open(strike: &Strike) -> Self {
        let desk = Self::without_token(strike).await;
        desk.client.loan_for_lead(1, None).await.unwrap();
        desk
    }

    pub(crate) async fn without_token(strike: &Strike) -> Self {
        let sandbox = Sandbox::builder()
            .clock(&strike.clock)
            .start()
            .await
            .unwrap();
        let builder = office::login(&sandbox, User::Merchant).unwrap();
        let builder = builder.limits(strike.limits()).retry(strike.retry());
        let client = builder.build().unwrap();
        Self { sandbox, client }
    }

    pub(crate) fn stand_in(&self) -> &Financeit {
        self.sandbox.financeit()
    }
}

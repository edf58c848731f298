//! A shop at Nemuru.

use florin::nemuru::{Client, types};
use florin_sandbox::Sandbox;
use florin_sandbox::nemuru::{Agent, Nemuru};
use florin_tests::nemuru::invitation::{LOAN, invitation};
use florin_tests::nemuru::shop;

use crate::strike::Strike;

/// As the flows have it.
#[path = "../../nemuru_flows/receiver.rs"]
pub(crate) mod receiver;

pub(crate) struct Desk {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: Client,
}

impl Desk {
    /// With a token.
    pub(crate) async fn open(strike: &Strike) -> Self {
        let desk = Self::without_token(strike).await;
        desk.client.agent().await.unwrap();
        desk
    }

    pub(crate) async fn without_token(strike: &Strike) -> Self {
        let sandbox = Sandbox::builder()
            .clock(&strike.clock)
            .start()
            .await
            .unwrap();
        let builder = shop::builder(&sandbox, Agent::First).unwrap();
        let builder = builder.limits(strike.limits()).retry(strike.retry());
        let client = builder.build().unwrap();
        Self { sandbox, client }
    }

    pub(crate) fn invitation(&self) -> types::CreateLoanRequest {
        invitation(&self.stand_in().credentials().agent_id, LOAN).unwrap()
    }

    pub(crate) fn stand_in(&self) -> &Nemuru {
        self.sandbox.nemuru()
    }
}

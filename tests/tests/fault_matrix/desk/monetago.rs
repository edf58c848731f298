//! A lender at MonetaGo.

use florin::monetago::Client;
use florin_sandbox::Sandbox;
use florin_sandbox::monetago::{Lender, MonetaGo};
use florin_tests::monetago::lender;

use crate::strike::Strike;

pub(crate) struct Desk {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: Client,
}

impl Desk {
    pub(crate) async fn open(strike: &Strike) -> Self {
        let sandbox = Sandbox::builder()
            .clock(&strike.clock)
            .start()
            .await
            .unwrap();
        let builder = lender::builder(&sandbox, Lender::First).unwrap();
        let builder = builder.limits(strike.limits()).retry(strike.retry());
        let client = builder.build().unwrap();
        client.document_matches().await.unwrap();
        Self { sandbox, client }
    }

    pub(crate) fn stand_in(&self) -> &MonetaGo {
        self.sandbox.monetago()
    }
}

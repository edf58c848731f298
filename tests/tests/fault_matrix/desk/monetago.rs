//! A lender at MonetaGo.

use florin::monetago::Client;
use florin_sandbox::Sandbox;
use florin_sandbox::monetago::{Lender, MonetaGo, Options};
use florin_tests::monetago::lender;

use crate::strike::Strike;

pub(crate) struct Desk {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: Client,
}

impl Desk {
    /// With a token.
    pub(crate) async fn open(strike: &Strike) -> Self {
        let desk = Self::without_token(strike).await;
        desk.client.document_matches().await.unwrap();
        desk
    }

    pub(crate) async fn without_token(strike: &Strike) -> Self {
        Self::with(strike, Options::default()).await
    }

    /// Without a token, and with a registry that behaves so.
    pub(crate) async fn with(strike: &Strike, options: Options) -> Self {
        let sandbox = Sandbox::builder()
            .clock(&strike.clock)
            .monetago(options)
            .start()
            .await
            .unwrap();
        let builder = lender::builder(&sandbox, Lender::First).unwrap();
        let builder = builder.limits(strike.limits()).retry(strike.retry());
        let client = builder.build().unwrap();
        Self { sandbox, client }
    }

    pub(crate) fn stand_in(&self) -> &MonetaGo {
        self.sandbox.monetago()
    }
}

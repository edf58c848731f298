//! The calls through `florin::monetago`, with a token that it fetches itself.

use florin::monetago::{Client, ClientCredentials, Environment, types};

use crate::{Caller, Failure, INVOICE, REGISTRATION};

pub(crate) struct Facade {
    monetago: Client,
    request: types::RegistrationRequest,
}

impl Facade {
    pub(crate) fn new(address: &str) -> Result<Self, Failure> {
        let monetago = Client::builder()
            .environment(Environment::Custom {
                api: format!("http://{address}/v1"),
                auth: format!("http://{address}"),
            })
            .credentials(ClientCredentials::new(
                "bench",
                "not a secret",
                "https://bench.invalid",
            ))
            .build()?;
        Ok(Self {
            monetago,
            request: serde_json::from_str(INVOICE)?,
        })
    }
}

impl Caller for Facade {
    async fn get_status(&self) -> Result<usize, Failure> {
        let status = self
            .monetago
            .api()
            .get_status()
            .request_identification(REGISTRATION)
            .send()
            .await?;
        Ok(status.0.as_array().map_or(0, Vec::len))
    }

    async fn register(&self) -> Result<usize, Failure> {
        let request = self.request.clone();
        Ok(self.monetago.register(&request).await?.id().len())
    }
}

//! The calls through the generated client alone, with a token that the caller has.

use florin_core::Session;
use florin_monetago::{Client, types};

use crate::{Caller, Failure, INVOICE, REGISTRATION, TOKEN};

pub(crate) struct Generated {
    monetago: Client,
    request: types::RegistrationRequest,
}

impl Generated {
    pub(crate) fn new(address: &str) -> Result<Self, Failure> {
        let session = Session::builder(format!("http://{address}/v1"))
            .bearer(TOKEN)
            .build()?;
        Ok(Self {
            monetago: Client::new(session),
            request: serde_json::from_str(INVOICE)?,
        })
    }
}

impl Caller for Generated {
    async fn get_status(&self) -> Result<usize, Failure> {
        let status = self
            .monetago
            .get_status()
            .request_identification(REGISTRATION)
            .send()
            .await?;
        Ok(status.0.as_array().map_or(0, Vec::len))
    }

    async fn register(&self) -> Result<usize, Failure> {
        let request = self.request.clone();
        let taken_in = self
            .monetago
            .register_transactions()
            .body(request)
            .send()
            .await?;
        Ok(taken_in.request_identification.len())
    }
}

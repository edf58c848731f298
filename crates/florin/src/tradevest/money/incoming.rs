//! Money that never came.

use florin_core::Error as CoreError;
use florin_tradevest::{operations, types};

use crate::tradevest::{Client, Environment, Error};

impl Client {
    /// Pretends that money came in to an account. **Not in production**: there it is refused before anything is sent.
    ///
    /// The answer names nothing. The transfer shows as a notification with an identifier of its own, and in the balance of the
    /// account. Each call is a transfer of its own, so it is sent at most once.
    ///
    /// # Errors
    /// As any call.
    pub async fn pretend_incoming_transfer(
        &self,
        transfer: types::TestIncomingTransferData,
    ) -> Result<(), Error> {
        let production = Environment::Production;
        let host = |url: &str| {
            let (_, rest) = url.split_once("://").unwrap_or_default();
            let host = rest.split(['/', ':']).next().unwrap_or_default();
            host.to_ascii_lowercase()
        };
        if host(self.api().session().base_url()) == host(production.api_url()) {
            return Err(CoreError::invalid_request(
                &operations::CREATE_TEST_INCOMING_TRANSFER,
                "the client is that of production, where no money can be made up; use one of a test environment",
            ));
        }
        let request = self.api().create_test_incoming_transfer().body(transfer);
        request.send().await?;
        Ok(())
    }
}

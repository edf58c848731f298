//! A Monoova client that speaks to a recorder.

use std::sync::Arc;

use florin_core::Seam;
use florin_core::chrono::DateTime;

use crate::monoova::{Client, ClientBuilder, Credentials, Environment, operations};

use super::Recorder;

impl Recorder {
    /// Settings of a Monoova client that sends to this recorder: the sandbox, made-up credentials of a back office, and a
    /// user. Change what your test needs otherwise, then `build`.
    ///
    /// Its time and chance are simulated, so that the idempotency keys that it makes are the same in each run.
    ///
    /// The token operation is answered from here on, unless you lay in an answer of your own. For a client that is
    /// [`authorized`](ClientBuilder::authorized), begin with `Client::builder()` and give it this recorder as
    /// [`transport`](ClientBuilder::transport).
    pub fn monoova(&self) -> ClientBuilder {
        let token = r#"{"access_token":"recorded","token_type":"Bearer","expires_in":86400}"#;
        self.answer_by_default(operations::CREATE_ACCESS_TOKEN.id(), token);
        // The first of January 2026.
        let start = DateTime::from_timestamp(1_767_225_600, 0).unwrap_or_default();
        Client::builder()
            .environment(Environment::Sandbox)
            .token_url("https://sand-api.monoova.com/global/oauth/token")
            .credentials(Credentials::back_office(
                "recorded-client",
                "recorded-secret",
            ))
            .user_id(42)
            .seam(Seam::simulated(start, 1))
            .transport(Arc::new(self.clone()))
    }
}

//! A Tradevest client that speaks to a recorder.

use std::sync::Arc;

use florin_core::Seam;
use florin_core::chrono::DateTime;

use crate::tradevest::{Client, ClientBuilder, Credentials, Environment, operations};

use super::Recorder;

impl Recorder {
    /// Settings of a Tradevest client that sends to this recorder: the test environment and made-up credentials. Nobody is its
    /// [requestor](ClientBuilder::requestor) unless you say so. Change what your test needs otherwise, then `build`.
    ///
    /// Its time and chance are simulated, so that the external ids that it makes are the same in each run. The token operation is
    /// answered from here on, unless you lay in an answer of your own.
    pub fn tradevest(&self) -> ClientBuilder {
        let token = r#"{"access_token":"recorded","token_type":"Bearer","expires_in":3600}"#;
        self.answer_by_default(operations::GET_TOKEN.id(), token);
        // The first of January 2026.
        let start = DateTime::from_timestamp(1_767_225_600, 0).unwrap_or_default();
        Client::builder()
            .environment(Environment::Test)
            .credentials(Credentials::new("recorded-client", "recorded-secret"))
            .seam(Seam::simulated(start, 1))
            .transport(Arc::new(self.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_sent_is_recorded_without_a_token_of_ones_own() {
        let recorder = Recorder::new();
        recorder.answer("get_webhooks", 200, "[]");
        let client = recorder.tradevest().build().unwrap();
        client.api().get_webhooks().send().await.unwrap();
        let [token, call] = recorder.requests().try_into().unwrap();
        assert!(!token.to_string().contains("recorded-secret"), "{token}");
        assert!(
            call.to_string()
                .starts_with("GET https://tvda-api.platform-test.tradevest.ai/webhooks\n"),
            "{call}"
        );
    }
}

//! A Monoova client that speaks to a recorder.

use std::sync::Arc;

use florin_core::Seam;
use florin_core::chrono::DateTime;

use crate::monoova::{Client, ClientBuilder, Credentials, Environment, operations};

use super::Recorder;

impl Recorder {
    /// Settings of a Monoova client that sends to this recorder: the sandbox, and where you say no other, made-up credentials
    /// of a back office and a user that it acts for. Change what your test needs otherwise, then `build`.
    ///
    /// For a client of one user, give it [`credentials`](ClientBuilder::credentials) of a website or what it is
    /// [`authorized`](ClientBuilder::authorized) with: the made-up user is a back office's only.
    ///
    /// Its time and chance are simulated, so that the idempotency keys that it makes are the same in each run. The token
    /// operation is answered from here on, unless you lay in an answer of your own.
    pub fn monoova(&self) -> ClientBuilder {
        let token = r#"{"access_token":"recorded","token_type":"Bearer","expires_in":86400}"#;
        self.answer_by_default(operations::CREATE_ACCESS_TOKEN.id(), token);
        // The first of January 2026.
        let start = DateTime::from_timestamp(1_767_225_600, 0).unwrap_or_default();
        Client::builder()
            .environment(Environment::Sandbox)
            .token_url("https://sand-api.monoova.com/global/oauth/token")
            .stand_in(
                Credentials::back_office("recorded-client", "recorded-secret"),
                42,
            )
            .seam(Seam::simulated(start, 1))
            .transport(Arc::new(self.clone()))
    }
}

#[cfg(test)]
mod tests {
    use florin_core::StaticToken;

    use super::*;
    use crate::monoova::Access;

    #[tokio::test]
    async fn a_recorded_client_may_be_a_websites_and_then_names_no_user() {
        let website = Credentials::client_website("app", "s3cret", "jane", "p4ss");
        let token = || StaticToken::new("t0ken");
        for (settings, user) in [
            (Recorder::new().monoova(), Some(42)),
            (Recorder::new().monoova().user_id(7), Some(7)),
            (Recorder::new().monoova().credentials(website), None),
            (
                Recorder::new()
                    .monoova()
                    .authorized(Access::ClientWebsite, token()),
                None,
            ),
            (
                Recorder::new()
                    .monoova()
                    .authorized(Access::BackOffice, token()),
                Some(42),
            ),
        ] {
            assert_eq!(settings.build().unwrap().user_id(), user);
        }
    }

    #[tokio::test]
    async fn what_a_website_sends_is_recorded() {
        let recorder = Recorder::new();
        recorder.answer("list_beneficiaries", 200, r#"{"beneficiaries":[]}"#);
        let website = Credentials::client_website("app", "s3cret", "jane", "p4ss");
        let client = recorder.monoova().credentials(website).build().unwrap();
        client.beneficiaries().page(1).await.unwrap();
        let sent = recorder.last().unwrap();
        assert!(sent.query.iter().all(|(name, _)| name != "user_id"));
    }
}

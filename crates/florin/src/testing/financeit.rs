//! A Financeit client that speaks to a recorder.

use std::sync::Arc;

use crate::financeit::{Account, ClientBuilder, Credentials, Environment, operations};

use super::Recorder;

impl Recorder {
    /// Settings of a Financeit client that sends to this recorder: Training, a made-up login, a merchant's account. Change
    /// what your test needs otherwise, then `build`.
    ///
    /// The token operation is answered from here on, unless you lay in an answer of your own. For a client that is
    /// [`authorized`](ClientBuilder::authorized), begin with `Client::builder()` and give it this recorder as
    /// [`transport`](ClientBuilder::transport).
    pub fn financeit(&self) -> ClientBuilder {
        let token = r#"{"access_token":"recorded","user_id":1,"user_type":"Partner"}"#;
        self.answer_by_default(operations::CREATE_USER_OAUTH_TOKEN.id(), token);
        crate::financeit::Client::builder()
            .environment(Environment::Training)
            .credentials(Credentials::login(
                "recorded-app",
                "recorded-secret",
                "recorded-login",
                "recorded-password",
            ))
            .account(Account::Merchant)
            .transport(Arc::new(self.clone()))
    }
}

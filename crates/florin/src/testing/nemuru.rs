//! A Nemuru client that speaks to a recorder.

use std::sync::Arc;

use crate::nemuru::{ClientBuilder, Credentials, Environment, operations};

use super::Recorder;

impl Recorder {
    /// Settings of a Nemuru client that sends to this recorder: stage, made-up credentials. Change what your test needs
    /// otherwise, then `build`.
    ///
    /// Login and refresh are answered from here on, unless you lay in answers of your own.
    pub fn nemuru(&self) -> ClientBuilder {
        let token = r#"{"access_token":"recorded","refresh_token":"recorded","expires_in":7200,"token_type":"Bearer"}"#;
        for operation in [&operations::LOGIN, &operations::REFRESH_TOKEN] {
            self.answer_by_default(operation.id(), token);
        }
        crate::nemuru::Client::builder()
            .environment(Environment::Stage)
            .credentials(Credentials::new(
                "recorded@example.com",
                "recorded-password",
            ))
            .transport(Arc::new(self.clone()))
    }
}

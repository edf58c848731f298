//! A MonetaGo client that speaks to a recorder.

use std::sync::Arc;

use crate::monetago::{ClientBuilder, ClientCredentials, Environment, operations};

use super::Recorder;

impl Recorder {
    /// Settings of a MonetaGo client that sends to this recorder: Customer Test, made-up credentials, the institution
    /// `EXMPSGSGXXX`. Change what your test needs otherwise, then `build`.
    ///
    /// The token operation is answered from here on, unless you lay in an answer of your own.
    pub fn monetago(&self) -> ClientBuilder {
        let token = r#"{"access_token":"recorded","expires_in":43200,"token_type":"Bearer"}"#;
        self.answer_by_default(operations::CREATE_ACCESS_TOKEN.id(), token);
        crate::monetago::Client::builder()
            .environment(Environment::CustomerTest)
            .credentials(ClientCredentials::new(
                "recorded-client",
                "recorded-secret",
                "recorded-audience",
            ))
            .institution("EXMPSGSGXXX")
            .transport(Arc::new(self.clone()))
    }
}

//! A stand-in that is made of a spec alone, by a plain client.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod access;
mod answers;
mod requests;

use florin_sandbox::Sandbox;
use florin_sandbox::plain::{Options, Plain, TOKEN};
use reqwest::{Client, Method, RequestBuilder, Response};

pub(crate) const TENANT: (&str, &str) = ("tenant", "4");

/// The sandbox with Harbour Pay, a client, and where it lives.
pub(crate) struct Harbour {
    sandbox: Sandbox,
    client: Client,
}

impl Harbour {
    pub(crate) async fn open() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let spec = Options::of_spec("harbour", include_str!("harbour.yaml"));
        let client = Client::builder().redirect(reqwest::redirect::Policy::none());
        Self {
            sandbox: Sandbox::builder().plain(spec).start().await.unwrap(),
            client: client.build().unwrap(),
        }
    }

    pub(crate) fn plain(&self) -> &Plain {
        self.sandbox.plain("harbour").unwrap()
    }

    /// A request by nobody.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.plain().api_url());
        self.client.request(method, url).header(TENANT.0, TENANT.1)
    }

    /// A request with a token.
    pub(crate) fn authorised(&self, method: Method, path: &str) -> RequestBuilder {
        self.request(method, path).bearer_auth(TOKEN)
    }

    /// The status of an answer, and what it says is wrong.
    pub(crate) async fn said(&self, request: RequestBuilder) -> (u16, String) {
        let response: Response = request.send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    }
}

#[tokio::test]
async fn what_is_no_spec_is_told_at_the_start() {
    for text in ["a: [", "{\"openapi\": \"3.0.0\"}"] {
        let spec = Options::of_spec("broken", text);
        let error = Sandbox::builder().plain(spec).start().await.unwrap_err();
        assert!(error.to_string().contains("the spec of broken"), "{error}");
    }
}

//! The flow from the URL to the grant and the tokens that come of it.

mod flow;
mod grant;
#[cfg(feature = "loopback")]
mod loopback;
#[cfg(feature = "monoova")]
mod own_tokens;

use chrono::{DateTime, Utc};
use florin_core::Seam;
use oauth2::url::Url;

use super::scripted::Scripted;
use super::{AuthorizationCodeFlow, AuthorizationCodeFlowBuilder, Grant, PendingAuthorization};

const TOKEN: &str = r#"{"access_token":"t0ken","token_type":"Bearer","expires_in":7200,"refresh_token":"r3fresh","scope":""}"#;

fn start() -> DateTime<Utc> {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

fn builder(network: &Scripted) -> AuthorizationCodeFlowBuilder {
    AuthorizationCodeFlow::builder()
        .client("app", "s3cret")
        .authorize_url("https://a.example/oauth/authorize?tenant=7")
        .token_url("https://b.example/oauth/token")
        .redirect_url("https://you.example/granted")
        .seam(Seam::simulated(start(), 1))
        .transport(network.transport())
}

fn flow(network: &Scripted) -> AuthorizationCodeFlow {
    builder(network).build().unwrap()
}

fn parameter(url: &str, name: &str) -> Option<String> {
    let url = Url::parse(url).unwrap();
    url.query_pairs()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.into_owned())
}

fn state(pending: &PendingAuthorization) -> String {
    parameter(pending.url(), "state").unwrap()
}

fn field(body: &str, name: &str) -> Option<String> {
    parameter(&format!("https://a.example/?{body}"), name)
}

async fn granted(network: &Scripted, answer: &str) -> Grant {
    let pending = flow(network).authorize_url();
    let state = state(&pending);
    network.answer(200, answer);
    pending.exchange("c0de", &state).await.unwrap()
}

//! A merchant's or broker's office: a plain HTTP client with a token.

use std::sync::Once;

use florin_sandbox::financeit::{Financeit, Options, User};
use florin_sandbox::{Clock, ManualClock, Sandbox};
use serde_json::{Value, json};

pub(crate) struct Office {
    pub(crate) http: reqwest::Client,
    pub(crate) api: String,
    pub(crate) token: String,
}

/// A sandbox on a clock that stands still, at 2026-11-02 08:00:00 UTC.
pub(crate) async fn sandbox(options: Options) -> (Sandbox, ManualClock) {
    let clock = Clock::manual();
    let sandbox = Sandbox::builder()
        .clock(&clock)
        .financeit(options)
        .start()
        .await
        .unwrap();
    (sandbox, clock)
}

pub(crate) fn client() -> reqwest::Client {
    static CRYPTOGRAPHY: Once = Once::new();
    CRYPTOGRAPHY.call_once(|| {
        rustls::crypto::ring::default_provider()
            .install_default()
            .unwrap()
    });
    reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .build()
        .unwrap()
}

pub(crate) fn login(financeit: &Financeit, user: User) -> Value {
    let known = match user {
        User::Merchant => financeit.merchant(),
        User::Broker => financeit.broker(),
    };
    json!({
        "app_id": known.app_id,
        "app_secret": known.app_secret,
        "login": known.login,
        "password": known.password,
    })
}

pub(crate) fn anonymous(financeit: &Financeit) -> Value {
    let known = financeit.merchant();
    json!({ "app_id": known.app_id, "app_secret": known.app_secret, "anonymous_user": true })
}

pub(crate) async fn token(
    http: &reqwest::Client,
    financeit: &Financeit,
    request: &Value,
) -> (u16, Value) {
    let url = format!("{}/accounts/create_user_oauth_token", financeit.api_url());
    answer(http.post(url).json(request)).await
}

impl Office {
    /// With a token by login and password.
    pub(crate) async fn open(sandbox: &Sandbox, user: User) -> Self {
        Self::with(sandbox, &login(sandbox.financeit(), user)).await
    }

    pub(crate) async fn anonymous(sandbox: &Sandbox) -> Self {
        Self::with(sandbox, &anonymous(sandbox.financeit())).await
    }

    async fn with(sandbox: &Sandbox, request: &Value) -> Self {
        let (financeit, http) = (sandbox.financeit(), client());
        let (status, answer) = token(&http, financeit, request).await;
        assert_eq!(status, 200, "{answer}");
        Self {
            http,
            api: financeit.api_url(),
            token: answer["access_token"].as_str().unwrap().to_owned(),
        }
    }

    /// With a token of the authorization code flow, of whoever the options say.
    pub(crate) async fn by_consent(sandbox: &Sandbox) -> Self {
        let (http, financeit) = (client(), sandbox.financeit());
        let code = crate::consent::code(&http, financeit).await;
        let (status, answer) = crate::consent::exchange(&http, financeit, &code).await;
        assert_eq!(status, 200, "{answer}");
        Self {
            http,
            api: financeit.api_url(),
            token: answer["access_token"].as_str().unwrap().to_owned(),
        }
    }

    pub(crate) fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        self.http
            .request(method, format!("{}{path}", self.api))
            .bearer_auth(&self.token)
    }

    pub(crate) async fn get(&self, path: &str) -> (u16, Value) {
        answer(self.request(reqwest::Method::GET, path)).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        answer(self.request(reqwest::Method::POST, path).json(body)).await
    }

    /// The identifiers in a list of loans.
    pub(crate) async fn listed(&self, query: &str) -> Vec<i64> {
        let (status, body) = self.get(&format!("/loans{query}")).await;
        assert_eq!(status, 200, "{body}");
        let loans = body.as_array().unwrap().iter();
        loans.map(|loan| loan["id"].as_i64().unwrap()).collect()
    }
}

/// The status, and the body as JSON: a text of its own where it is none, `null` where there is nothing.
pub(crate) async fn answer(request: reqwest::RequestBuilder) -> (u16, Value) {
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let body = answer.text().await.unwrap();
    let value = if body.is_empty() {
        Value::Null
    } else {
        serde_json::from_str(&body).unwrap_or(Value::String(body))
    };
    (status, value)
}

/// The one text of a refusal.
pub(crate) fn error(body: &Value) -> &str {
    let errors = body["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "{body}");
    errors[0].as_str().unwrap()
}

//! A dealing desk: a plain HTTP client with a token.

use std::sync::Once;

use florin_sandbox::monoova::{Credentials, Monoova, Options, User};
use florin_sandbox::{Clock, ManualClock, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};

pub(crate) struct Desk {
    pub(crate) http: reqwest::Client,
    pub(crate) api: String,
    pub(crate) token: String,
}

/// A sandbox on a clock that stands still, at 2026-11-02 08:00:00 UTC.
pub(crate) async fn sandbox(options: Options) -> (Sandbox, ManualClock) {
    let clock = Clock::manual();
    let sandbox = Sandbox::builder()
        .clock(&clock)
        .monoova(options)
        .start()
        .await
        .unwrap();
    (sandbox, clock)
}

/// A sandbox as it is by default, and a desk with the first user's token.
pub(crate) async fn desk() -> (Sandbox, ManualClock, Desk) {
    desk_with(Options::default()).await
}

pub(crate) async fn desk_with(options: Options) -> (Sandbox, ManualClock, Desk) {
    let (sandbox, clock) = sandbox(options).await;
    let desk = Desk::website(&sandbox, User::First).await;
    (sandbox, clock, desk)
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

/// The fields of a token request.
pub(crate) fn form(known: &Credentials) -> Vec<(&'static str, String)> {
    let mut form = vec![
        ("client_id", known.client_id.clone()),
        ("client_secret", known.client_secret.clone()),
        ("scope", known.scope.clone()),
    ];
    match (&known.username, &known.password) {
        (Some(username), Some(password)) => form.extend([
            ("grant_type", "password".to_owned()),
            ("username", username.clone()),
            ("password", password.clone()),
        ]),
        _ => form.push(("grant_type", "client_credentials".to_owned())),
    }
    form
}

pub(crate) async fn token(monoova: &Monoova, form: &[(&'static str, String)]) -> (u16, Value) {
    answer(client().post(monoova.token_url()).form(form)).await
}

pub(crate) async fn answer(request: reqwest::RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    let text = response.text().await.unwrap();
    (status, serde_json::from_str(&text).unwrap_or(text.into()))
}

impl Desk {
    pub(crate) async fn website(sandbox: &Sandbox, user: User) -> Self {
        Self::open(sandbox, &sandbox.monoova().client_website_of(user)).await
    }

    pub(crate) async fn office(sandbox: &Sandbox) -> Self {
        Self::open(sandbox, &sandbox.monoova().back_office()).await
    }

    async fn open(sandbox: &Sandbox, known: &Credentials) -> Self {
        let monoova = sandbox.monoova();
        let (status, given) = token(monoova, &form(known)).await;
        assert_eq!(status, 200, "{given}");
        Self {
            http: client(),
            api: monoova.api_url(),
            token: given["access_token"].as_str().unwrap().to_owned(),
        }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let url = format!("{}{path}", self.api);
        self.http.request(method, url).bearer_auth(&self.token)
    }

    pub(crate) async fn get(&self, path: &str) -> (u16, Value) {
        answer(self.request(Method::GET, path)).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        answer(self.request(Method::POST, path).json(body)).await
    }

    pub(crate) async fn patch(&self, path: &str, body: &Value) -> (u16, Value) {
        answer(self.request(Method::PATCH, path).json(body)).await
    }

    pub(crate) async fn put(&self, path: &str) -> (u16, Value) {
        answer(self.request(Method::PUT, path)).await
    }

    /// A new transaction under a key.
    pub(crate) fn keyed(&self, key: &str, order: &Value) -> reqwest::RequestBuilder {
        let request = self.request(Method::POST, "/transactions");
        request.header("idempotency-key", key).json(order)
    }

    /// A new transaction, by its id.
    pub(crate) async fn create(&self, order: &Value) -> i64 {
        let (status, body) = self.post("/transactions", order).await;
        assert_eq!(status, 200, "{body}");
        body["transaction"]["id"].as_i64().unwrap()
    }

    /// A transaction of 2,500 US dollars that is open.
    pub(crate) async fn open_deal(&self, monoova: &Monoova) -> i64 {
        let id = self.create(&order(monoova)).await;
        for step in ["confirm", "confirm_payments"] {
            let (status, body) = self.put(&format!("/transactions/{id}/{step}")).await;
            assert_eq!(status, 200, "{body}");
        }
        id
    }
}

/// 2,500 US dollars for Australian ones, all of it for the first user's beneficiary.
pub(crate) fn order(monoova: &Monoova) -> Value {
    json!({ "transaction": {
        "base_currency_code": "AUD",
        "counter_currency_code": "USD",
        "counter_currency_amount": "2500.00",
        "payments": [{ "beneficiary_id": payee(monoova), "amount": "2500.00" }],
    }})
}

/// The first user's beneficiary who is paid in US dollars.
pub(crate) fn payee(monoova: &Monoova) -> i64 {
    monoova.beneficiary(User::First, "USD").unwrap()
}

/// The keys of `errors`.
pub(crate) fn fields(body: &Value) -> Vec<String> {
    let errors = body["errors"].as_object();
    errors
        .unwrap_or_else(|| panic!("no errors by field: {body}"))
        .keys()
        .cloned()
        .collect()
}

/// All texts of `errors`.
pub(crate) fn texts(body: &Value) -> String {
    body["errors"].to_string()
}

//! A shop's till: a plain HTTP client with an agent's token.

use std::sync::Once;

use florin_sandbox::nemuru::{Agent, Nemuru, Options};
use florin_sandbox::{Clock, ManualClock, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};

pub(crate) const LOAN: &str = "0b6f2d51-6a0e-4a3e-9a53-1f0f6c1a7d20";
pub(crate) const OTHER_LOAN: &str = "7c1d9a44-3b52-4f0e-8a61-2e5b7c9d1f33";

pub(crate) struct Shop {
    pub(crate) http: reqwest::Client,
    pub(crate) api: String,
    pub(crate) token: String,
    pub(crate) agent_id: String,
}

/// A sandbox on a clock that stands still.
pub(crate) async fn sandbox(options: Options) -> (Sandbox, ManualClock) {
    let clock = Clock::manual();
    let sandbox = Sandbox::builder()
        .clock(&clock)
        .nemuru(options)
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
            .unwrap();
    });
    reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .build()
        .unwrap()
}

pub(crate) async fn login(nemuru: &Nemuru, agent: Agent) -> (u16, Value) {
    let known = nemuru.agent(agent);
    let request = json!({ "username": known.username, "password": known.password });
    let url = format!("{}/auth/login/", nemuru.api_url());
    answer(client().post(url).json(&request)).await
}

impl Shop {
    pub(crate) async fn open(sandbox: &Sandbox, agent: Agent) -> Self {
        let nemuru = sandbox.nemuru();
        let (_, answer) = login(nemuru, agent).await;
        Self {
            http: client(),
            api: nemuru.api_url(),
            token: answer["access_token"].as_str().unwrap().to_owned(),
            agent_id: nemuru.agent(agent).agent_id,
        }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http
            .request(method, format!("{}{path}", self.api))
            .bearer_auth(&self.token)
    }

    pub(crate) async fn get(&self, path: &str) -> (u16, Value) {
        answer(self.request(Method::GET, path)).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        answer(self.request(Method::POST, path).json(body)).await
    }

    pub(crate) async fn put(&self, path: &str, body: &Value) -> (u16, Value) {
        answer(self.request(Method::PUT, path).json(body)).await
    }

    /// What creates a loan of 3,200 euros over 24 months.
    pub(crate) fn invitation(&self, id: &str) -> Value {
        json!({
            "id": id,
            "agent_id": self.agent_id,
            "currency": "EUR",
            "term": 24,
            "principal": 3200,
            "program": "free_program",
            "borrower": {
                "email": "lucia.ejemplo@example.com",
                "first_name": "Lucía",
                "last_name": "Ejemplo",
                "phone_number": "+34600000000",
            },
            "asset_type": "education",
            "asset": { "description": "Curso de soldadura", "value": 3500 },
        })
    }

    pub(crate) async fn invite(&self, id: &str) {
        let (status, body) = self.post("/loan/", &self.invitation(id)).await;
        assert_eq!((status, &body), (201, &json!({})));
    }

    pub(crate) async fn operate(&self, id: &str, operation: &str) -> (u16, Value) {
        let body = json!({ "id": id, "op": operation });
        answer(self.request(Method::PATCH, "/loan/").json(&body)).await
    }

    pub(crate) async fn loan(&self, id: &str) -> Value {
        let (status, body) = self.get(&format!("/loan/{id}/")).await;
        assert_eq!(status, 200, "{body}");
        body["payload"].clone()
    }

    pub(crate) async fn status(&self, id: &str) -> String {
        self.loan(id).await["status"].as_str().unwrap().to_owned()
    }

    /// A webhook that posts to `target`.
    pub(crate) async fn subscribe(&self, target: &str, authentication: Option<Value>) {
        let mut body = json!({ "client": "callback", "event": "loan_steps", "target": target });
        if let Some(authentication) = authentication {
            body["notification_auth"] = authentication;
        }
        let (status, body) = self.post("/webhook/", &body).await;
        assert_eq!(status, 201, "{body}");
    }
}

/// Status and body; `null` for a body that is no JSON.
pub(crate) async fn answer(request: reqwest::RequestBuilder) -> (u16, Value) {
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let body = answer.bytes().await.unwrap();
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

/// The last part of an error's `exception`.
pub(crate) fn exception(body: &Value) -> &str {
    assert_eq!(body["status"], "ko", "{body}");
    assert!(body["error"].is_string(), "{body}");
    let path = body["exception"].as_str().unwrap();
    path.rsplit('\\').next().unwrap()
}

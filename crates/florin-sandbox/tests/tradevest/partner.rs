//! A partner's back end: a plain HTTP client with a token.

use std::sync::Once;
use std::time::Duration;

use florin_sandbox::tradevest::{Options, Tradevest};
use florin_sandbox::{Clock, ManualClock, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};

pub(crate) struct Partner {
    pub(crate) http: reqwest::Client,
    pub(crate) tradevest: Tradevest,
    pub(crate) token: String,
    pub(crate) clock: ManualClock,
    _sandbox: Sandbox,
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
        .retry(reqwest::retry::never())
        .build()
        .unwrap()
}

/// Status and body; `null` for a body that is no JSON.
pub(crate) async fn answer(request: reqwest::RequestBuilder) -> (u16, Value) {
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let body = answer.bytes().await.unwrap();
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

/// Asks for a token, with a form.
pub(crate) async fn token(
    tradevest: &Tradevest,
    path: &str,
    form: &[(&str, &str)],
) -> (u16, Value) {
    let url = format!("{}{path}", tradevest.auth_url());
    answer(client().post(url).form(form)).await
}

impl Partner {
    /// A sandbox on a clock that stands still, and a client of it.
    pub(crate) async fn open(options: Options) -> Self {
        let clock = Clock::manual();
        let sandbox = Sandbox::builder()
            .clock(&clock)
            .tradevest(options)
            .start()
            .await
            .unwrap();
        let tradevest = sandbox.tradevest().clone();
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", tradevest.client_id()),
            ("client_secret", tradevest.client_secret()),
        ];
        let (status, given) = token(&tradevest, "/oauth2/token", &form).await;
        assert_eq!(status, 200, "{given}");
        Self {
            http: client(),
            tradevest,
            token: given["access_token"].as_str().unwrap().to_owned(),
            clock,
            _sandbox: sandbox,
        }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http
            .request(method, format!("{}{path}", self.tradevest.api_url()))
            .bearer_auth(&self.token)
            .header("Requestor-ID", self.tradevest.partner_person())
    }

    pub(crate) async fn get(&self, path: &str) -> (u16, Value) {
        answer(self.request(Method::GET, path)).await
    }

    pub(crate) async fn send(&self, method: Method, path: &str, body: &Value) -> (u16, Value) {
        answer(self.request(method, path).json(body)).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        self.send(Method::POST, path, body).await
    }

    pub(crate) async fn patch(&self, path: &str, body: &Value) -> (u16, Value) {
        self.send(Method::PATCH, path, body).await
    }

    pub(crate) async fn delete(&self, path: &str) -> (u16, Value) {
        answer(self.request(Method::DELETE, path)).await
    }

    /// Creates something, and gives its identifier.
    pub(crate) async fn create(&self, path: &str, body: &Value) -> String {
        let (status, answer) = self.post(path, body).await;
        assert_eq!(status, 200, "{path}: {answer}");
        let mut ids = answer.as_object().unwrap().iter();
        let id = ids.find(|(name, _)| name.ends_with("Id")).unwrap().1;
        id.as_str().unwrap().to_owned()
    }

    /// Reads something that is there.
    pub(crate) async fn read(&self, path: &str) -> Value {
        let (status, answer) = self.get(path).await;
        assert_eq!(status, 200, "{path}: {answer}");
        answer
    }

    /// Lets everything happen that is under way.
    pub(crate) fn wait(&self) {
        self.clock.advance(Duration::from_secs(5));
    }

    pub(crate) fn status(&self, id: &str) -> String {
        self.tradevest.status(id).unwrap()
    }

    /// A customer with a cash account and a wallet: the three identifiers.
    pub(crate) fn trader(&self) -> [String; 3] {
        let customer = self.tradevest.plant_customer();
        let cash = self.tradevest.plant_product(&customer, "BALANCE_ACCOUNT");
        let wallet = self.tradevest.plant_product(&customer, "CURRENCY_WALLET");
        [customer, cash, wallet]
    }

    /// Everything there is to an order.
    pub(crate) fn order(&self, wallet: &str, cash: &str, external_id: &str) -> Value {
        json!({
            "cryptoSymbol": "BTC",
            "tradeSide": "BUY",
            "quantityType": "AMOUNT",
            "quantity": 100.5,
            "externalId": external_id,
            "walletCustomerProductId": wallet,
            "cashCustomerProductId": cash,
        })
    }
}

/// A natural person to be created.
pub(crate) fn person(external_id: &str) -> Value {
    json!({
        "gender": "FEMALE",
        "firstName": "Erika",
        "lastName": "Mustermann",
        "birthDay": "1984-08-12",
        "birthPlace": "Berlin",
        "birthCountry": "DE",
        "nationalities": [{ "countryCode": "DE" }],
        "taxDetails": [{ "taxResidency": "DE" }],
        "isUsNationality": false,
        "mainAddress": address(),
        "contact": { "phone": "+4930000000", "email": "erika@example.com" },
        "externalId": external_id,
    })
}

pub(crate) fn address() -> Value {
    json!({
        "street": "Musterstraße",
        "streetNumber": "1",
        "city": "Berlin",
        "zip": "10115",
        "country": "DE",
    })
}

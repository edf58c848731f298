//! A lender's desk: a plain HTTP client with that lender's token.

use std::sync::Once;

use florin_sandbox::monetago::{Lender, MonetaGo, Options};
use florin_sandbox::{Clock, ManualClock, Sandbox};
use serde_json::{Value, json};

pub(crate) struct Desk {
    pub(crate) http: reqwest::Client,
    pub(crate) api: String,
    pub(crate) token: String,
    pub(crate) institution: String,
}

/// A sandbox on a clock that stands still.
pub(crate) async fn sandbox(options: Options) -> (Sandbox, ManualClock) {
    let clock = Clock::manual();
    let sandbox = Sandbox::builder()
        .clock(&clock)
        .monetago(options)
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

pub(crate) async fn token(
    http: &reqwest::Client,
    monetago: &MonetaGo,
    lender: Lender,
) -> reqwest::Response {
    let known = monetago.lender(lender);
    let request = json!({
        "client_id": known.client_id,
        "client_secret": known.client_secret,
        "audience": known.audience,
        "grant_type": "client_credentials",
    });
    http.post(format!("{}/oauth/token", monetago.auth_url()))
        .json(&request)
        .send()
        .await
        .unwrap()
}

impl Desk {
    pub(crate) async fn open(sandbox: &Sandbox, lender: Lender) -> Self {
        let (monetago, http) = (sandbox.monetago(), client());
        let answer: Value = token(&http, monetago, lender).await.json().await.unwrap();
        let token = answer["access_token"].as_str().unwrap().to_owned();
        Self {
            http,
            api: monetago.api_url(),
            token,
            institution: monetago.lender(lender).institution,
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

    /// Registers one FVR with one invoice and gives the identifier of the registration.
    pub(crate) async fn register(&self, fvr: &Fvr<'_>) -> String {
        let (status, body) = self
            .post("/registrations", &fvr.registration(&self.institution))
            .await;
        assert_eq!(status, 200, "{body}");
        body["request_identification"].as_str().unwrap().to_owned()
    }

    /// Marks FVRs as financed, by one field of the selecting identifiers.
    pub(crate) async fn finance(&self, field: &str, value: &str) -> (u16, Value) {
        let body = json!({
            "submitting_financial_institution_identification": self.institution,
            "financing_batch": [{ field: value }],
        });
        self.post("/financings", &body).await
    }

    pub(crate) async fn cancel(&self, field: &str, value: &str) -> (u16, Value) {
        let body = json!({ "submitting_financial_institution_identification": self.institution, field: value });
        self.post("/cancellations", &body).await
    }

    /// The first FVR of a registration.
    pub(crate) async fn fvr(&self, registration: &str) -> Value {
        let (status, body) = self.get(&format!("/status/{registration}")).await;
        assert_eq!(status, 200, "{body}");
        body["batch_collection"][0]["financing_validation_request_details"][0].clone()
    }

    pub(crate) async fn status(&self, registration: &str) -> String {
        self.fvr(registration).await["financing_request_status"]
            .as_str()
            .unwrap()
            .to_owned()
    }
}

pub(crate) async fn answer(request: reqwest::RequestBuilder) -> (u16, Value) {
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

/// What differs between the registrations of these tests.
#[derive(Clone)]
pub(crate) struct Fvr<'a> {
    pub(crate) data_set: &'a str,
    pub(crate) service: &'a str,
    pub(crate) applicant: &'a str,
    pub(crate) invoice: &'a str,
    pub(crate) total: &'a str,
}

impl<'a> Fvr<'a> {
    pub(crate) fn new(data_set: &'a str, invoice: &'a str) -> Self {
        Self {
            data_set,
            service: "REGI",
            applicant: "Straits Cocoa Trading",
            invoice,
            total: "145,000.00",
        }
    }

    pub(crate) fn registration(&self, institution: &str) -> Value {
        json!({
            "pool_identification": format!("pool-of-{}", self.data_set),
            "submitting_financial_institution_identification": institution,
            "batch_collection": [{
                "submitter_batch_identification": format!("batch-of-{}", self.data_set),
                "data_set_validation_service": self.service,
                "financing_validation_request_details": [{
                    "submitter_data_set_identification": self.data_set,
                    "financing_applicant": { "name": self.applicant, "country_of_domicile": "SG" },
                    "financing_request_amount": { "currency": "SGD", "amount": "1,120,000.00" },
                    "referred_documents": [{
                        "submitter_document_reference": format!("{}-invoice", self.data_set),
                        "document_summary": {
                            "document_type": "CINV",
                            "issue_date": "2026-11-02",
                            "seller_identification": { "name": "Straits Cocoa Trading" },
                            "buyer_identification": { "name": "Confiserie du Lac" },
                            "invoice_number": self.invoice,
                            "total_invoice_amount": { "currency": "SGD", "amount": self.total },
                        },
                    }],
                }],
            }],
        })
    }
}

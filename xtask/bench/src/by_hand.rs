//! The calls as one would write them by hand with reqwest and serde.
//!
//! The HTTP client has the same settings as Florin's (TLS, no redirects, no hidden retries, connect time-out), so that what
//! differs is what stands around it. Nothing more is done than the call needs: no retry, no cap on what is read, no trace.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::ACCEPT;
use rustls_platform_verifier::BuilderVerifierExt;
use serde::{Deserialize, Serialize};

use crate::{Caller, Failure, INVOICE, REGISTRATION, TOKEN};

const TIMEOUT: Duration = Duration::from_secs(30);

#[derive(Clone, Deserialize, Serialize)]
struct Registration {
    pool_identification: String,
    submitting_financial_institution_identification: String,
    batch_collection: Vec<Batch>,
}

#[derive(Clone, Deserialize, Serialize)]
struct Batch {
    submitter_batch_identification: String,
    data_set_validation_service: Service,
    financing_validation_request_details: Vec<FinancingValidationRequest>,
}

#[derive(Clone, Deserialize, Serialize)]
enum Service {
    #[serde(rename = "REGI")]
    Register,
    #[serde(rename = "REFI")]
    RegisterAndFinance,
}

#[derive(Clone, Deserialize, Serialize)]
struct FinancingValidationRequest {
    submitter_data_set_identification: String,
    financing_applicant: Party,
    financing_request_amount: Amount,
    referred_documents: Vec<Document>,
}

#[derive(Clone, Deserialize, Serialize)]
struct Party {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    country_of_domicile: Option<String>,
}

#[derive(Clone, Deserialize, Serialize)]
struct Amount {
    currency: String,
    amount: String,
}

#[derive(Clone, Deserialize, Serialize)]
struct Document {
    submitter_document_reference: String,
    document_summary: Invoice,
}

#[derive(Clone, Deserialize, Serialize)]
struct Invoice {
    document_type: String,
    issue_date: String,
    seller_identification: Party,
    buyer_identification: Party,
    invoice_number: String,
    total_invoice_amount: Amount,
}

#[derive(Deserialize)]
struct TakenIn {
    request_identification: String,
}

pub(crate) struct ByHand {
    http: reqwest::Client,
    base_url: String,
    request: Registration,
}

impl ByHand {
    pub(crate) fn new(address: &str) -> Result<Self, Failure> {
        let tls = rustls::ClientConfig::builder_with_provider(Arc::new(
            rustls::crypto::ring::default_provider(),
        ))
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth();
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(Duration::from_secs(10))
            .user_agent("by-hand/0.1.0")
            .build()?;
        Ok(Self {
            http,
            base_url: format!("http://{address}/v1"),
            request: serde_json::from_str(INVOICE)?,
        })
    }
}

impl Caller for ByHand {
    async fn get_status(&self) -> Result<usize, Failure> {
        let status: serde_json::Value = self
            .http
            .get(format!("{}/status/{REGISTRATION}", self.base_url))
            .header(ACCEPT, "application/json")
            .bearer_auth(TOKEN)
            .timeout(TIMEOUT)
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?;
        Ok(status.as_array().map_or(0, Vec::len))
    }

    async fn register(&self) -> Result<usize, Failure> {
        let request = self.request.clone();
        let taken_in: TakenIn = self
            .http
            .post(format!("{}/registrations", self.base_url))
            .header(ACCEPT, "application/json")
            .bearer_auth(TOKEN)
            .timeout(TIMEOUT)
            .json(&request)
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?;
        Ok(taken_in.request_identification.len())
    }
}

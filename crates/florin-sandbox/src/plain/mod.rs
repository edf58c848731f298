//! A stand-in for any provider, made of its spec alone.
//!
//! It answers each operation with its first success: an example of the spec if it is true to its own schema, or else a value
//! that is made of the schema. What was sent is checked and changes nothing: there is no state.
//!
//! - Requests are held against the spec: parameters in all styles, cookies, bodies that are JSON, forms, several parts or texts. What is
//!   misshapen in the spec asks nothing.
//! - The security schemes of each operation are wanted, as it combines them. [`TOKEN`] is good where a bearer token is
//!   wanted, and so is what the token host gives for [`CLIENT_ID`] and [`CLIENT_SECRET`]; [`USERNAME`] and [`PASSWORD`]
//!   where it is `Authorization: Basic`, and [`API_KEY`] for every key.
//! - An operation is called by its `operationId`, and where that is missing or another one's already, by method and path as in
//!   `GET /loans/{id}`.
//! - All operations live on one host, also those that the spec has on another.
//! - Refusals are problem details (RFC 9457).

mod access;
mod answers;
mod known;
mod options;
mod stand_in;

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;

use http::Method;
use serde_json::Value;

pub use options::{Options, known};

use crate::clock::Clock;
use crate::contract::any::base_path;
use crate::contract::{API, Contract, ContractError};
use crate::provider::{Provider, Stage};
use crate::samples::pointed::resolved;
use crate::steer::steer;
use stand_in::StandIn;

/// A bearer token that is always good.
pub const TOKEN: &str = "sandbox-token";
/// The client id of the client credentials grant.
pub const CLIENT_ID: &str = "sandbox-client";
/// The secret that goes with it.
pub const CLIENT_SECRET: &str = "sandbox-client-secret";
/// The user of `Authorization: Basic`.
pub const USERNAME: &str = "sandbox-user";
/// The password that goes with it.
pub const PASSWORD: &str = "sandbox-password";
/// The value of every API key.
pub const API_KEY: &str = "sandbox-api-key";

/// The host that gives out tokens.
const AUTH: &str = "auth";

/// What its one request is called.
const GIVE_TOKEN: &str = "oauth2_token";

/// Where tokens are given out by a spec that doesn't say it.
const TOKEN_PATH: &str = "/oauth2/token";

/// A stand-in that is made of a spec. A handle, cheap to clone; it does not keep the server alive,
/// [`Sandbox`](crate::Sandbox) does.
#[derive(Clone)]
pub struct Plain {
    name: Arc<str>,
    stand_in: Arc<StandIn>,
    token_path: Arc<str>,
    api: SocketAddr,
    auth: SocketAddr,
}

steer!(Plain);

impl Plain {
    pub(crate) fn new(
        options: &Options,
        clock: Clock,
        api: SocketAddr,
        auth: SocketAddr,
    ) -> Result<Self, ContractError> {
        let document = Arc::new(read(options)?);
        let mut contract = Contract::any(&document);
        let paths = token_paths(&document);
        for path in &paths {
            contract = contract.with_route(GIVE_TOKEN, AUTH, Method::POST, path.clone());
        }
        let stage = Stage {
            clock,
            ..Stage::default()
        };
        let lifetime = options.token_lifetime;
        Ok(Self {
            name: options.name.as_str().into(),
            stand_in: Arc::new(StandIn::new(contract, document, stage, lifetime)),
            token_path: paths[0].as_str().into(),
            api,
            auth,
        })
    }

    /// The provider behind each of its hosts, by the host's name.
    pub(crate) fn hosts(&self) -> [(&'static str, Arc<dyn Provider>); 2] {
        [(API, self.stand_in.clone()), (AUTH, self.stand_in.clone())]
    }

    /// What it was called in its options.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Base URL of the API, as in `http://127.0.0.1:40001/v1`.
    #[must_use]
    pub fn api_url(&self) -> String {
        format!(
            "http://{}{}",
            self.api,
            self.stand_in.contract.base_path(API)
        )
    }

    /// Where a token is given for [`CLIENT_ID`] and [`CLIENT_SECRET`].
    #[must_use]
    pub fn token_url(&self) -> String {
        format!("http://{}{}", self.auth, self.token_path)
    }

    /// Makes every token that was given out invalid, as if its time had come. [`TOKEN`] stays good.
    pub fn expire_tokens(&self) {
        self.stand_in.state().tokens.expire_all();
    }

    /// How many tokens were given out.
    #[must_use]
    pub fn tokens_issued(&self) -> usize {
        self.stand_in.state().tokens.issued
    }
}

impl fmt::Debug for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plain")
            .field("name", &self.name())
            .field("api_url", &self.api_url())
            .finish_non_exhaustive()
    }
}

fn read(options: &Options) -> Result<Value, ContractError> {
    let failed = |message| ContractError::new(options.name.clone(), message);
    let text = options.document.as_str();
    let document: Value = if text.trim_start().starts_with('{') {
        serde_json::from_str(text).map_err(|error| failed(error.to_string()))?
    } else {
        serde_saphyr::from_str(text).map_err(|error| failed(error.to_string()))?
    };
    if document["paths"].is_object() {
        Ok(document)
    } else {
        Err(failed("it has no paths".to_owned()))
    }
}

/// The paths at which the flows of the spec have their tokens, that of the client credentials grant first.
fn token_paths(document: &Value) -> Vec<String> {
    let schemes = document["components"]["securitySchemes"].as_object();
    let flows = schemes.into_iter().flatten().flat_map(|(_, scheme)| {
        let flows = resolved(document, scheme)["flows"].as_object();
        flows.into_iter().flatten()
    });
    let mut stated: Vec<_> = flows
        .filter_map(|(flow, said)| Some((flow != "clientCredentials", said.get("tokenUrl")?)))
        .map(|(is_other, url)| (is_other, base_path(&serde_json::json!([{ "url": url }]))))
        .filter(|(_, path)| !path.is_empty())
        .collect();
    stated.sort();
    let mut paths: Vec<_> = stated.into_iter().map(|(_, path)| path).collect();
    paths.dedup();
    if paths.is_empty() {
        paths.push(TOKEN_PATH.to_owned());
    }
    paths
}

//! Any provider, operation by operation.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use serde_json::{Value, json};

use super::access::{Access, Tokens, credentials};
use super::{CLIENT_ID, CLIENT_SECRET, answers};
use crate::clock::later;
use crate::contract::any::operations;
use crate::contract::{Checked, Contract};
use crate::identifiers::Identifiers;
use crate::provider::{Answer, Caller, Outside, Provider, Refusal, Sent, Stage};

/// Everything behind the API.
pub(super) struct StandIn {
    pub(super) contract: Contract,
    pub(super) stage: Stage,
    token_lifetime: Duration,
    document: Arc<Value>,
    access: Access,
    /// What the document says of each operation, by what it is called here.
    operations: HashMap<String, Value>,
    state: Mutex<State>,
}

#[derive(Default)]
pub(super) struct State {
    pub(super) tokens: Tokens,
    identifiers: Identifiers,
    /// What was answered before, by operation and what was asked for.
    answers: HashMap<(String, HeaderValue), Answer>,
}

impl StandIn {
    pub(super) fn new(
        contract: Contract,
        document: Arc<Value>,
        stage: Stage,
        token_lifetime: Duration,
    ) -> Self {
        let all = operations(&document);
        let access = Access::read(&document, &all);
        let operations = all
            .iter()
            .map(|(id, place)| (id.clone(), place.operation.clone()));
        Self {
            contract,
            stage,
            token_lifetime,
            access,
            operations: operations.collect(),
            state: Mutex::default(),
            document,
        }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A token by the client credentials grant, RFC 6749.
    fn token(&self, request: &Outside<'_>) -> Answer {
        let fields: HashMap<_, _> = url::form_urlencoded::parse(request.body)
            .into_owned()
            .collect();
        let sent = |name: &str| fields.get(name).map(String::as_str);
        let refused = |status, error: &str| Answer::json(status, &json!({ "error": error }));
        if sent("grant_type") != Some("client_credentials") {
            return refused(StatusCode::BAD_REQUEST, "unsupported_grant_type");
        }
        let in_body =
            (sent("client_id"), sent("client_secret")) == (Some(CLIENT_ID), Some(CLIENT_SECRET));
        let wanted = STANDARD.encode(format!("{CLIENT_ID}:{CLIENT_SECRET}"));
        if !in_body && credentials(request.headers, "basic") != Some(wanted.as_str()) {
            return refused(StatusCode::UNAUTHORIZED, "invalid_client");
        }
        let mut state = self.state();
        let token = state.identifiers.next();
        let until = later(self.stage.clock.now(), self.token_lifetime);
        state.tokens.give(token.clone(), until);
        let mut answer = json!({
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": self.token_lifetime.as_secs(),
        });
        if let Some(scope) = sent("scope") {
            answer["scope"] = scope.into();
        }
        Answer::json(StatusCode::OK, &answer)
    }
}

impl Provider for StandIn {
    fn contract(&self) -> &Contract {
        &self.contract
    }

    fn stage(&self) -> &Stage {
        &self.stage
    }

    fn authorise(&self, sent: &Sent<'_>) -> Result<Caller, Refusal> {
        let state = self.state();
        let now = self.stage.clock.now();
        self.access
            .admit(sent.operation, sent.query, sent.headers, &state.tokens, now)
            .map(|()| Caller(0))
            .map_err(|why| Refusal::new(StatusCode::UNAUTHORIZED, why).with_challenge("Bearer"))
    }

    fn expire(&self, headers: &HeaderMap) {
        self.state().tokens.expire(headers);
    }

    fn perform(
        &self,
        operation: &str,
        _caller: Option<Caller>,
        request: &Checked,
    ) -> Result<Answer, Refusal> {
        let asked = request.headers.get(http::header::ACCEPT);
        let asked = asked.cloned().unwrap_or(HeaderValue::from_static("*/*"));
        let key = (operation.to_owned(), asked);
        if let Some(answer) = self.state().answers.get(&key) {
            return Ok(answer.clone());
        }
        let said = self.operations.get(operation).unwrap_or(&Value::Null);
        let answer = answers::answer(&self.document, said, &request.headers);
        let mut state = self.state();
        // A token that an operation of the spec itself gives out is as good as one of the token host.
        if let Ok(body) = serde_json::from_slice::<Value>(&answer.body)
            && let Some(token) = body["access_token"].as_str()
        {
            let until = later(self.stage.clock.now(), self.token_lifetime);
            state.tokens.give(token.to_owned(), until);
        }
        state.answers.insert(key, answer.clone());
        Ok(answer)
    }

    fn outside(&self, _route: &str, request: &Outside<'_>) -> Result<Answer, Refusal> {
        Ok(self.token(request))
    }

    /// As RFC 9457 has it. The error of the spec would have no place for what is wrong.
    fn refuse(&self, _host: &str, _path: &str, refusal: &Refusal) -> Answer {
        let errors = refusal.violations.iter().map(|violation| {
            json!({
                "place": violation.place,
                "pointer": violation.pointer,
                "detail": violation.message,
            })
        });
        let body = json!({
            "status": refusal.status.as_u16(),
            "title": refusal.status.canonical_reason().unwrap_or_default(),
            "detail": refusal.detail,
            "errors": errors.collect::<Value>(),
        });
        let mut headers = HeaderMap::new();
        let problem = HeaderValue::from_static("application/problem+json");
        headers.insert(CONTENT_TYPE, problem);
        if let Some(challenge) = refusal.challenge {
            let challenge = HeaderValue::from_static(challenge);
            headers.insert(http::header::WWW_AUTHENTICATE, challenge);
        }
        Answer {
            status: refusal.status,
            headers,
            body: Bytes::from(body.to_string()),
        }
    }
}

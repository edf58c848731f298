//! The webhooks: who wants to be told, where, and how a callback proves that it comes from here.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::agent::Agent;
use super::view;

/// How a callback authenticates itself.
#[derive(Clone, Debug)]
pub(super) enum Authentication {
    None,
    Header {
        authorization: String,
        content_type: String,
    },
    OAuth2 {
        url: String,
        client_id: String,
        client_secret: String,
        username: String,
        password: String,
    },
}

#[derive(Clone, Debug)]
pub(super) struct Webhook {
    pub(super) id: String,
    pub(super) agent: Agent,
    pub(super) client: String,
    pub(super) event: String,
    pub(super) target: String,
    pub(super) authentication: Authentication,
    pub(super) enabled: bool,
    pub(super) created_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
}

impl Webhook {
    /// From a request that has passed the spec.
    pub(super) fn new(id: String, agent: Agent, request: &Value, now: DateTime<Utc>) -> Self {
        let text = |field: &str| request[field].as_str().unwrap_or_default().to_owned();
        Self {
            id,
            agent,
            client: text("client"),
            event: text("event"),
            target: text("target"),
            authentication: Authentication::of(request),
            enabled: true,
            created_at: now,
            updated_at: now,
        }
    }

    /// Becomes what the request says. Its state stays.
    pub(super) fn replace(&mut self, request: &Value, now: DateTime<Utc>) {
        let new = Self::new(self.id.clone(), self.agent, request, now);
        *self = Self {
            enabled: self.enabled,
            created_at: self.created_at,
            ..new
        };
    }

    pub(super) fn view(&self, shows_target: bool) -> Value {
        let mut view = json!({
            "created_at": view::time(self.created_at),
            "updated_at": view::time(self.updated_at),
            "id": self.id,
            "client": self.client,
            "event": self.event,
            "state": if self.enabled { 1 } else { 2 },
        });
        if shows_target {
            view["target"] = self.target.as_str().into();
        }
        view
    }
}

impl Authentication {
    /// The name of the object that holds it is not documented, so its fields may also stand beside the others.
    fn of(request: &Value) -> Self {
        let given = request.get("notification_auth").unwrap_or(request);
        let text = |field: &str| given[field].as_str().map(str::to_owned);
        if let Some(authorization) = text("authorization_header") {
            return Self::Header {
                authorization,
                content_type: text("content_type").unwrap_or_else(|| "application/json".to_owned()),
            };
        }
        let oauth2 = || {
            Some(Self::OAuth2 {
                url: text("url")?,
                client_id: text("client_id")?,
                client_secret: text("client_secret")?,
                username: text("username")?,
                password: text("password")?,
            })
        };
        oauth2().unwrap_or(Self::None)
    }
}

//! The state as JSON, in the envelopes of the documentation.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::agent::Agent;
use super::loans::{Change, File, Loan};

/// When the agents joined, as far as the sandbox is concerned.
const AGENT_SINCE: &str = "2026-01-15T09:00:00+00:00";

/// A time as the service writes it: with a numeric offset and without fractions of a second.
pub(super) fn time(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%dT%H:%M:%S+00:00").to_string()
}

/// A single thing.
pub(super) fn single(payload: Value, urn: &str, id: &str) -> Value {
    let mut answer = json!({ "status": "ok", "identifier": format!("urn:nemuru:{urn}:{id}") });
    answer["payload"] = payload;
    answer
}

/// Several things.
pub(super) fn list(data: impl Iterator<Item = Value>) -> Value {
    json!({ "status": "ok", "data": data.collect::<Vec<_>>() })
}

pub(super) fn agent(agent: Agent) -> Value {
    json!({
        "created_at": AGENT_SINCE,
        "updated_at": AGENT_SINCE,
        "id": agent.id(),
        "name": agent.name(),
        "username": agent.username(),
        "allowed_asset_types": ["education", "home_improvement", "auto"],
    })
}

pub(super) fn loan(loan: &Loan) -> Value {
    let mut borrower = loan.request["borrower"].clone();
    borrower["expires_on"] = time(loan.expires_on()).into();
    json!({
        "created_at": time(loan.created_at),
        "updated_at": time(loan.changed_at),
        "id": loan.id,
        "status": loan.status,
        "loan_conditions": loan.conditions,
        "borrower": borrower,
        "asset": loan.request["asset"],
    })
}

/// The body of a callback.
pub(super) fn event(change: &Change) -> Value {
    json!({
        "id": change.loan_id,
        "event": "loan_steps",
        "step": change.step,
        "triggered_at": time(change.at),
    })
}

/// A file under the name and the path that the service gave it; its content does not come back.
pub(super) fn file(file: &File) -> Value {
    let ending = file
        .uploaded_name
        .rsplit_once('.')
        .map(|(_, ending)| ending);
    let path = format!("/{}/{}", file.kind, file.stored_name);
    json!({
        "name": file.stored_name,
        "type": file.kind,
        "data": ending.map_or(path.clone(), |ending| format!("{path}.{ending}")),
    })
}

//! Invitations, as the documentation shows them.

use florin::nemuru::types::CreateLoanRequest;
use serde_json::{Value, json};

/// The loan that most tests create.
pub const LOAN: &str = "e7c52ad3-0473-4fbc-bc36-7eb755b1c18d";

/// An invitation under `id` in the name of the agent, as JSON.
#[must_use]
pub fn json(agent_id: &str, id: &str) -> Value {
    json!({
        "id": id,
        "agent_id": agent_id,
        "currency": "EUR",
        "term": 30,
        "principal": 5000,
        "annual_interest": 0.091,
        "program": "free_program",
        "setup_fee": {"amount": 125, "type": "type_upfront"},
        "insurance": {"description": "seguro_vida", "is_financed": false},
        "borrower": {
            "email": "lucia.ejemplo@example.com",
            "first_name": "Lucía",
            "last_name": "Ejemplo",
            "phone_number": "+34600000001"
        },
        "asset_type": "education",
        "asset": {"description": "Máster en Data Science", "value": 9000}
    })
}

/// An invitation under `id` in the name of the agent.
///
/// # Errors
/// Never, unless the type has changed.
pub fn invitation(agent_id: &str, id: &str) -> Result<CreateLoanRequest, serde_json::Error> {
    serde_json::from_value(json(agent_id, id))
}

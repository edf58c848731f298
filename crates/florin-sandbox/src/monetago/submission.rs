//! Reads the FVRs out of a registration that has passed the spec and the rules.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::amount::with_plain_amounts;
use super::fvr::{Document, Fvr, Status, name};
use super::lender::Lender;
use super::registry::Registry;

/// Takes a registration into the registry and gives its identifier.
pub(super) fn register(
    registry: &mut Registry,
    lender: Lender,
    body: &Value,
    now: DateTime<Utc>,
) -> String {
    let mut body = with_plain_amounts(body);
    let request = registry.identifiers.next();
    let settles_at = registry.settles_at(now);
    let pool = body["pool_identification"].as_str().map(str::to_owned);
    let mut fvrs = Vec::new();
    for batch in body["batch_collection"]
        .as_array_mut()
        .into_iter()
        .flatten()
    {
        let id = registry.identifiers.next();
        for details in batch["financing_validation_request_details"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let documents = details["referred_documents"]
                .as_array()
                .into_iter()
                .flatten();
            fvrs.push(Fvr {
                lender,
                request: request.clone(),
                pool: pool.clone(),
                batch: id.clone(),
                submitter_batch: text(&batch["submitter_batch_identification"]),
                data_set: text(&details["submitter_data_set_identification"]),
                applicant: name(&details["financing_applicant"]),
                documents: documents.map(Document::read).collect(),
                details: details.clone(),
                finance_if_unique: batch["data_set_validation_service"] == "REFI",
                settles_at,
                settled: false,
                financed: false,
                cancelled: false,
                status: Status::Pending,
                errors: Vec::new(),
                matches: Vec::new(),
            });
        }
        batch["batch_identification"] = id.into();
    }
    registry.register(request.clone(), lender, body, fvrs);
    request
}

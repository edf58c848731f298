//! The registry's state as JSON. Fields of an FVR's result are documented; what stands around them is the sandbox's choice,
//! and [`Options`](super::Options) has others.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::lender::Lender;
use super::options::{ActivityContainer, ActivityOrder, Boundary, FvrContainer, Options};
use super::problem::timestamp;
use super::registry::{Match, Registry, Request};

/// The status of a registration, a set or a financing.
pub(super) fn status(registry: &Registry, options: &Options, id: &str, request: &Request) -> Value {
    match request {
        Request::Registration { body, fvrs, .. }
            if options.fvr_container == FvrContainer::Registration =>
        {
            mirror(registry, id, body, fvrs)
        }
        Request::Registration { fvrs, .. } | Request::Set { fvrs, .. } => {
            list(registry, options, fvrs)
        }
        // Undocumented. It holds no FVR, so whoever polls it instead of the registration waits in vain, as he should.
        Request::Financing { .. } => list(registry, options, &[]),
    }
}

/// FVRs in a row.
pub(super) fn list(registry: &Registry, options: &Options, fvrs: &[usize]) -> Value {
    let fvrs: Value = fvrs.iter().map(|index| fvr(registry, *index)).collect();
    match options.fvr_container {
        FvrContainer::Wrapped => json!({ "financing_validation_requests": fvrs }),
        FvrContainer::Registration | FvrContainer::Array => fvrs,
    }
}

/// The registration as it was submitted, with the results in their places.
fn mirror(registry: &Registry, id: &str, body: &Value, fvrs: &[usize]) -> Value {
    let mut mirrored = body.clone();
    mirrored["request_identification"] = id.into();
    let mut fvrs = fvrs.iter().copied();
    for batch in mirrored["batch_collection"]
        .as_array_mut()
        .into_iter()
        .flatten()
    {
        for details in batch["financing_validation_request_details"]
            .as_array_mut()
            .into_iter()
            .flatten()
        {
            if let Some(index) = fvrs.next() {
                *details = fvr(registry, index);
            }
        }
    }
    mirrored
}

/// One FVR: what was submitted, and what the service says of it.
fn fvr(registry: &Registry, index: usize) -> Value {
    let fvr = &registry.fvrs[index];
    let mut result = fvr.details.as_object().cloned().unwrap_or_default();
    name_records(registry, index, &mut result);
    result.insert(
        "financing_request_status".to_owned(),
        fvr.status.code().into(),
    );
    let report = fvr
        .matches
        .iter()
        .filter_map(|found| report_entry(registry, index, &registry.matches[*found]));
    let report: Value = if fvr.stands() {
        report.collect()
    } else {
        json!([])
    };
    result.insert("financing_request_duplicate_report".to_owned(), report);
    result.insert("errors".to_owned(), fvr.errors.clone().into());
    Value::Object(result)
}

fn name_records(registry: &Registry, index: usize, object: &mut Map<String, Value>) {
    let fvr = &registry.fvrs[index];
    object.insert(
        "request_identification".to_owned(),
        fvr.request.as_str().into(),
    );
    object.insert("batch_identification".to_owned(), fvr.batch.as_str().into());
    object.insert(
        "submitter_batch_identification".to_owned(),
        fvr.submitter_batch.as_str().into(),
    );
    object.insert(
        "submitter_data_set_identification".to_owned(),
        fvr.data_set.as_str().into(),
    );
    if let Some(pool) = &fvr.pool {
        object.insert("pool_identification".to_owned(), pool.as_str().into());
    }
}

/// The other side of a match, unless it is cancelled and counts no longer.
fn report_entry(registry: &Registry, index: usize, found: &Match) -> Option<Value> {
    let (fvr, other) = (&registry.fvrs[index], &registry.fvrs[found.other(index)]);
    if !other.stands() {
        return None;
    }
    let mut entry = summary(found);
    entry["matched_financing_request_status"] = other.status.code().into();
    entry["matched_financing_request_amount"] = other.details["financing_request_amount"].clone();
    if other.applicant == fvr.applicant {
        entry["proprietary_matching_details"] =
            json!({ "proprietary_description": "CRITICAL_RISK" });
    }
    Some(entry)
}

fn summary(found: &Match) -> Value {
    json!({
        "match_identification": found.id,
        "match_type": "EXCT",
        "matched_date_time": timestamp(found.found_at),
        "related_document_match_identifications": found.documents.iter().map(|(id, _)| id).collect::<Vec<_>>(),
    })
}

/// Whether the lender is a financier in a match that still counts.
fn concerns(registry: &Registry, lender: Lender, found: &Match) -> bool {
    let sides = found.fvrs.map(|index| &registry.fvrs[index]);
    sides.iter().all(|fvr| fvr.stands()) && sides.iter().any(|fvr| fvr.lender == lender)
}

/// The matches of a lender.
pub(super) fn document_matches(registry: &Registry, lender: Lender) -> Value {
    let matches = registry
        .matches
        .iter()
        .filter(|found| concerns(registry, lender, found));
    matches
        .map(|found| document_match(registry, lender, found, None))
        .collect()
}

/// A match by its own identifier, or by that of one of its pairs of documents.
pub(super) fn document_match_by_id(registry: &Registry, lender: Lender, id: &str) -> Option<Value> {
    let found = &registry.matches[*registry.by_match.get(id)?];
    let only = (found.id != id).then_some(id);
    concerns(registry, lender, found).then(|| document_match(registry, lender, found, only))
}

fn document_match(registry: &Registry, lender: Lender, found: &Match, only: Option<&str>) -> Value {
    let mut view = summary(found);
    let own = found
        .fvrs
        .iter()
        .map(|index| &registry.fvrs[*index])
        .filter(|fvr| fvr.lender == lender);
    view["submitter_data_set_identifications"] = own.map(|fvr| fvr.data_set.as_str()).collect();
    let documents = found
        .documents
        .iter()
        .filter(|(id, _)| only.is_none_or(|only| only == id));
    view["documents"] = documents
        .map(|(id, [first, _])| {
            let document = &registry.fvrs[found.fvrs[0]].documents[*first];
            let lines = document
                .lines
                .keys()
                .map(|field| json!({ "field": field, "match_type": "EXCT" }));
            json!({
                "document_match_identification": id,
                "document_type": document.kind,
                "lines": lines.collect::<Vec<_>>(),
            })
        })
        .collect();
    view
}

/// Which events to list.
#[derive(Debug, Default)]
pub(super) struct Window {
    pub(super) after: Option<DateTime<Utc>>,
    pub(super) before: Option<DateTime<Utc>>,
    pub(super) limit: Option<usize>,
    pub(super) offset: usize,
}

/// The events of a lender.
pub(super) fn activity(
    registry: &Registry,
    options: &Options,
    lender: Lender,
    window: &Window,
) -> Value {
    let start = window
        .after
        .map_or(0, |after| match options.activity_after {
            Boundary::Exclusive => registry.events.partition_point(|event| event.at <= after),
            Boundary::Inclusive => registry.events.partition_point(|event| event.at < after),
        });
    let until = |at: DateTime<Utc>| window.before.is_none_or(|before| at < before);
    let mut events: Vec<_> = registry.events[start..]
        .iter()
        .filter(|event| until(event.at) && registry.fvrs[event.fvr].lender == lender)
        .collect();
    if options.activity_order == ActivityOrder::NewestFirst {
        events.reverse();
    }
    let limit = window
        .limit
        .unwrap_or(options.activity_page)
        .min(options.activity_page);
    let page = events
        .into_iter()
        .skip(window.offset)
        .take(limit)
        .map(|event| {
            let mut view = Map::new();
            view.insert("timestamp".to_owned(), timestamp(event.at).into());
            if options.activity_has_ids {
                view.insert(
                    "activity_identification".to_owned(),
                    event.id.as_str().into(),
                );
            }
            if options.activity_names_records {
                name_records(registry, event.fvr, &mut view);
                view.insert(
                    "financing_request_status".to_owned(),
                    event.status.code().into(),
                );
            }
            Value::Object(view)
        });
    let page: Value = page.collect();
    match options.activity_container {
        ActivityContainer::Array => page,
        ActivityContainer::Wrapped => json!({ "activity": page }),
    }
}

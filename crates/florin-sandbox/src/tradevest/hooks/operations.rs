//! The operations on registrations.

use chrono::TimeDelta;
use http::StatusCode;
use serde_json::{Value, json};

use super::super::world::{Reply, World, empty, ok};
use super::super::{listing, problem, view};
use super::{EVENTS, registry};
use crate::contract::Checked;

/// How long what could not be delivered is kept. Documented.
const KEPT: TimeDelta = TimeDelta::days(30);

pub(in super::super) fn call(
    world: &mut World,
    operation: &str,
    request: &Checked,
) -> Option<Reply> {
    let event = request.path("eventType");
    Some(match operation {
        "get_webhooks" => {
            let all = world.registry.all().iter();
            Ok(ok(&all.map(registry::Registration::view).collect()))
        }
        "create_or_update_webhook" => register(world, &request.body),
        "get_webhook" => match world.registry.get(event) {
            Some(known) => Ok(ok(&known.view())),
            None => Err(problem::missing("webhook", event)),
        },
        "delete_webhook" => match world.registry.remove(event) {
            true => Ok(empty(StatusCode::OK)),
            false => Err(problem::missing("webhook", event)),
        },
        "get_missing_webhooks" => {
            let missing = EVENTS
                .iter()
                .filter(|(event, _)| world.registry.get(event).is_none());
            Ok(ok(&missing
                .map(|(event, _)| json!({ "eventType": event }))
                .collect()))
        }
        "get_undelivered_webhooks" => undelivered(world, request),
        _ => return None,
    })
}

fn register(world: &mut World, body: &Value) -> Reply {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let url = text(&body["url"]);
    if let Some(fault) = registry::fault(&url) {
        return Err(problem::invalid(vec![fault]));
    }
    let headers = body["headers"].as_array().into_iter().flatten();
    let headers = headers.map(|header| (text(&header["name"]), text(&header["value"])));
    let headers = headers.collect();
    world
        .registry
        .put(&text(&body["eventType"]), &url, headers, world.now);
    Ok(empty(StatusCode::OK))
}

/// The form of an entry is undocumented.
fn undelivered(world: &World, request: &Checked) -> Reply {
    let span = listing::span(request, "startDate", "endDate").map_err(problem::invalid)?;
    let kept = world.outbox.all().filter(|notification| {
        notification.undelivered
            && span.holds(notification.at)
            && notification.at + KEPT > world.now
    });
    let entries = kept.map(|notification| {
        json!({
            "eventType": notification.event_type,
            "url": notification.url,
            "payload": notification.body,
            "createdOn": view::time(notification.at, 9),
        })
    });
    listing::page(world, request, entries.collect())
}

//! The state as JSON.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Value;

use super::objects::Object;

/// How many digits the times of the object of this number have: 3, 6 or 9, all of which the documentation shows.
pub(super) const fn digits(number: usize) -> usize {
    [3, 6, 9][number % 3]
}

/// A time as the service writes it.
pub(super) fn time(time: DateTime<Utc>, digits: usize) -> String {
    let format = match digits {
        6 => SecondsFormat::Micros,
        9 => SecondsFormat::Nanos,
        _ => SecondsFormat::Millis,
    };
    time.to_rfc3339_opts(format, true)
}

/// An object as it is read. Why it failed is not there.
pub(super) fn object(object: &Object) -> Value {
    let mut view = match &object.data {
        Value::Object(_) => object.data.clone(),
        _ => Value::Object(serde_json::Map::new()),
    };
    view[object.kind.id_field()] = object.id.as_str().into();
    view[object.kind.status_field()] = object.status.as_str().into();
    view["createdOn"] = time(object.created_at, object.digits).into();
    view["modifiedOn"] = time(object.modified_at, object.digits).into();
    view
}

//! Looking for what may have been created, by its external id.

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use super::create::Sending;
use super::same::differences;
use super::{Client, CursorPage, Error, ExternalId, Listing};

/// Looks for what was created under this external id.
pub(super) type Lookup = dyn Fn(Client, ExternalId) -> Sending<Option<Found>> + Send + Sync;

/// An object that is there under the external id of a creation.
pub(super) struct Found {
    pub(super) id: String,
    /// The fields in which it isn't what was asked for.
    pub(super) differs: Vec<String>,
}

/// How long to wait before an object that is known by its external id, and isn't found, is looked for again.
const LOOK_AGAIN: [Duration; 3] = [
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
];

/// So many pages are looked through: with the usual page, ten thousand objects.
const PAGES: usize = 500;

/// A page of which nothing is known but that it is one.
#[derive(Deserialize)]
pub(super) struct AnyPage {
    #[serde(default)]
    data: Vec<Value>,
    #[serde(default)]
    pagination: Option<Value>,
}

impl CursorPage for AnyPage {
    type Item = Value;

    fn into_items(self) -> (Vec<Value>, Option<String>) {
        let cursor = self.pagination.as_ref().and_then(|page| page.get("cursor"));
        let cursor = cursor.and_then(Value::as_str).map(str::to_owned);
        (self.data, cursor)
    }
}

/// Looks until the object shows, or for a few seconds.
pub(super) async fn look_for(
    lookup: &Lookup,
    client: &Client,
    id: &ExternalId,
) -> Result<Option<Found>, Error> {
    for pause in LOOK_AGAIN {
        if let Some(found) = lookup(client.clone(), id.clone()).await? {
            return Ok(Some(found));
        }
        client.api().session().seam().sleep(pause).await;
    }
    lookup(client.clone(), id.clone()).await
}

/// Looks through a list for the object with this external id, and compares it with what was asked for. `member` is where its
/// identifier stands.
pub(super) fn in_list(
    list: Listing<Value>,
    member: &'static str,
    external_id: ExternalId,
    asked: Value,
) -> Sending<Option<Found>> {
    Box::pin(async move {
        let mut pages = list.pages();
        for _ in 0..PAGES {
            let Some(page) = pages.next().await.transpose()? else {
                break;
            };
            let found = page.items.iter().find_map(|object| {
                matches(object, &external_id).then(|| compared(object, member, &asked))?
            });
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    })
}

/// Whether the object is the one with this external id.
pub(super) fn matches(object: &Value, external_id: &ExternalId) -> bool {
    object.get("externalId").and_then(Value::as_str) == Some(external_id.as_str())
}

/// The object with what it differs in; `None` where it has no identifier.
pub(super) fn compared(object: &Value, member: &str, asked: &Value) -> Option<Found> {
    let id = object.get(member)?.as_str().filter(|id| !id.is_empty())?;
    Some(Found {
        id: id.to_owned(),
        differs: differences(asked, object),
    })
}

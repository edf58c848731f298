//! Notifications that couldn't be delivered when something happened.

use std::fmt;

use florin_core::chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Value;

use super::super::{Client, Error};
use super::UndeliveredEntry;
use super::undelivered_entry::entries;

/// How many entries a page has, which is what the provider gives unasked.
const PAGE: u64 = 20;

impl Client {
    /// The notifications that couldn't be delivered since `since`. The provider keeps them for 30 days. Ask after every
    /// outage, and now and then besides; [`Webhooks::recover`](super::Webhooks::recover) takes them in like all others, and
    /// tells those that you have had.
    ///
    /// What the provider answers is documented nowhere, so each entry comes as JSON, and with an event type and a payload if
    /// they can be found in it.
    ///
    /// ```no_run
    /// # async fn f(client: florin::tradevest::Client, webhooks: florin::tradevest::Webhooks, since: florin::core::chrono::DateTime<florin::core::chrono::Utc>) -> Result<(), florin::tradevest::Error> {
    /// let mut undelivered = client.undelivered_webhooks(since);
    /// while let Some(page) = undelivered.next_page().await? {
    ///     for entry in page {
    ///         match webhooks.recover(&entry) {
    ///             Some(notification) => { notification.object_id(); }
    ///             None => { entry.json(); }
    ///         }
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn undelivered_webhooks(&self, since: DateTime<Utc>) -> Undelivered {
        Undelivered {
            client: self.clone(),
            since,
            until: None,
            at: At::Page(None),
        }
    }
}

/// The pages of [`Client::undelivered_webhooks`].
#[must_use = "nothing is read until `next_page` is called"]
pub struct Undelivered {
    client: Client,
    since: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
    at: At,
}

enum At {
    /// The page behind this cursor, or the first one.
    Page(Option<String>),
    End,
}

impl Undelivered {
    /// Only what happened until then. That this can be asked for is inferred.
    pub fn until(mut self, until: DateTime<Utc>) -> Self {
        self.until = Some(until);
        self
    }

    /// The next page; `None` after the last one. A page may have no entries.
    ///
    /// # Errors
    /// As any call. Then the same page comes next.
    pub async fn next_page(&mut self) -> Result<Option<Vec<UndeliveredEntry>>, Error> {
        let At::Page(cursor) = &self.at else {
            return Ok(None);
        };
        let in_utc = |moment: DateTime<Utc>| moment.to_rfc3339_opts(SecondsFormat::Millis, true);
        let mut request = self.client.api().get_undelivered_webhooks();
        request = request.limit(PAGE).start_date(in_utc(self.since));
        if let Some(until) = self.until {
            request = request.end_date(in_utc(until));
        }
        if let Some(cursor) = cursor {
            request = request.cursor(cursor.clone());
        }
        let page: Value = request.send().await?.into_inner().into();
        let next = next_cursor(&page);
        // Who leads back to the same page leads nowhere.
        self.at = match next {
            Some(next) if Some(&next) != cursor.as_ref() => At::Page(Some(next)),
            _ => At::End,
        };
        Ok(Some(entries(page)))
    }
}

/// Where the other lists of the provider have it. The last page has none, or an empty one.
fn next_cursor(page: &Value) -> Option<String> {
    let pagination = page.get("pagination").unwrap_or(page);
    let cursor = pagination.get("cursor")?.as_str()?;
    (!cursor.is_empty()).then(|| cursor.to_owned())
}

impl fmt::Debug for Undelivered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Undelivered")
            .field("since", &self.since)
            .field("until", &self.until)
            .field("is_at_end", &matches!(self.at, At::End))
            .finish_non_exhaustive()
    }
}

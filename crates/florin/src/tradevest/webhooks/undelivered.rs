//! Notifications that couldn't be delivered when something happened.

use std::fmt;

use florin_core::chrono::{DateTime, SecondsFormat, Utc};
use florin_core::{Error as CoreError, Operation, Response};
use florin_tradevest::operations;
use serde_json::value::RawValue;

use super::super::walk::{GoesRound, Walk};
use super::super::{Client, Error};
use super::UndeliveredEntry;
use super::undelivered_entry::{entries, members};

/// How many entries a page has, which is what the provider gives unasked.
const PAGE: u32 = 20;

const OPERATION: &Operation = &operations::GET_UNDELIVERED_WEBHOOKS;

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
            walk: Walk::default(),
            goes_round: false,
        }
    }
}

/// The pages of [`Client::undelivered_webhooks`].
#[must_use = "nothing is read until `next_page` is called"]
pub struct Undelivered {
    client: Client,
    since: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
    walk: Walk,
    goes_round: bool,
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
    /// As any call; then the same page comes next. And where a page leads back to one that was read: that page is handed out,
    /// and from then on there is nothing but this error, since what else is undelivered can't be reached.
    pub async fn next_page(&mut self) -> Result<Option<Vec<UndeliveredEntry>>, Error> {
        if self.goes_round {
            return Err(CoreError::unusable_answer(
                OPERATION,
                "its pagination leads back to a page that was read already, so there may be more that can't be reached: ask \
                 again from another time",
            ));
        }
        let Some(cursor) = self.walk.next() else {
            return Ok(None);
        };
        let in_utc = |moment: DateTime<Utc>| moment.to_rfc3339_opts(SecondsFormat::Millis, true);
        let mut request = self.client.api().session().request(OPERATION);
        request
            .query("cursor", &cursor)
            .query("limit", &PAGE)
            .query("startDate", &in_utc(self.since))
            .query("endDate", &self.until.map(in_utc));
        // As text: parsed, amounts in it would have gone through a float.
        let page: Response<Box<RawValue>> = request.send_json().await?;
        let page = page.into_inner();
        self.goes_round = self.walk.step(next_cursor(&page)) == Err(GoesRound);
        Ok(Some(entries(&page)))
    }
}

/// Where the other lists of the provider have it. The last page has none, or an empty one.
fn next_cursor(page: &RawValue) -> Option<String> {
    let page = members(page)?;
    let cursor = match page.get("pagination") {
        Some(pagination) => *members(pagination)?.get("cursor")?,
        None => *page.get("cursor")?,
    };
    serde_json::from_str(cursor.get()).ok()
}

impl fmt::Debug for Undelivered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Undelivered")
            .field("since", &self.since)
            .field("until", &self.until)
            .field("is_at_end", &self.walk.next().is_none())
            .finish_non_exhaustive()
    }
}

//! Change logs, read on from a stored position.

use std::fmt;
use std::future::{Future, poll_fn};
use std::num::NonZeroU32;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use florin_core::{Error as CoreError, Operation, Response};
use florin_tradevest::types;
use futures_core::Stream;
use sha2::{Digest, Sha256};

use super::{Client, Error, LogPosition};

/// Entries on a page unless said (documented).
const USUAL: u32 = 20;

/// So many failures in a row, and the stream is over.
const FAILURES: u32 = 3;

type Reading = Pin<Box<dyn Future<Output = Result<types::Changelog, Error>> + Send>>;

/// A log of changes, oldest first, as a [`Stream`] of [`LogPage`]s.
///
/// Each page comes with the [`LogPosition`] after it. Store that once the page is dealt with: who starts again from it gets
/// nothing that came before, and loses nothing. Who crashed in between gets the page again. Entries are told apart by their
/// `entryId`, and those without one by all that they say.
///
/// It ends where the log does. With [`follow`](Self::follow) it waits there and asks again, without end.
///
/// An error is an item. The page that failed is asked for again when the stream is polled again; after three failures in a row,
/// and where nothing was sent, the stream ends. Where a cursor of old isn't taken any more, go on with
/// [`LogPosition::by_time`].
///
/// ```no_run
/// # #[cfg(feature = "tradevest-onboarding")]
/// # async fn f(tradevest: florin::tradevest::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use florin::tradevest::LogPosition;
///
/// let stored = std::fs::read("position.json").ok();
/// let position = stored.map_or(Ok(LogPosition::start()), |stored| serde_json::from_slice(&stored))?;
/// let mut log = tradevest.entities_changelog(position);
/// while let Some(page) = log.next().await {
///     let page = page?;
///     for entry in &page.entries {
///         println!("{:?} changed", entry.item_id);
///     }
///     std::fs::write("position.json", serde_json::to_vec(&page.position)?)?;
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a stream does nothing until it is polled"]
pub struct ChangeLog {
    client: Client,
    operation: &'static Operation,
    position: LogPosition,
    item_id: Option<String>,
    limit: NonZeroU32,
    follow: Option<Duration>,
    reading: Option<Reading>,
    /// The log was read to its end.
    at_end: bool,
    failures: u32,
    ended: bool,
}

/// What of a page of a change log is new.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LogPage {
    /// The changes, oldest first; at least one.
    pub entries: Vec<types::ChangelogEntry>,
    /// Where to read on.
    pub position: LogPosition,
}

impl ChangeLog {
    pub(super) fn new(client: &Client, operation: &'static Operation, from: LogPosition) -> Self {
        Self {
            client: client.clone(),
            operation,
            position: from,
            item_id: None,
            limit: NonZeroU32::MIN.saturating_add(USUAL - 1),
            follow: None,
            reading: None,
            at_end: false,
            failures: 0,
            ended: false,
        }
    }

    /// Reads the changes of one object only, by its identifier. A position belongs to the log of that object from here on.
    pub fn of_item(mut self, id: impl Into<String>) -> Self {
        self.item_id = Some(id.into());
        self
    }

    /// Entries on a page. 20 unless said, which is the provider's default (documented); it names no largest.
    pub const fn limit(mut self, entries: NonZeroU32) -> Self {
        self.limit = entries;
        self
    }

    /// Waits at the end of the log, and asks again after each such pause.
    pub const fn follow(mut self, pause: Duration) -> Self {
        self.follow = Some(pause);
        self
    }

    /// Where it has got to. That of a page that is still to be dealt with is in the page.
    #[must_use]
    pub const fn position(&self) -> &LogPosition {
        &self.position
    }

    /// The next page that has something new; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<LogPage, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    fn start(&self, pause: Option<Duration>) -> Reading {
        let (client, operation, limit) = (self.client.clone(), self.operation, self.limit.get());
        let (cursor, since) = (self.position.cursor.clone(), self.position.since.clone());
        let item_id = self.item_id.clone();
        Box::pin(async move {
            let session = client.api().session();
            if let Some(pause) = pause {
                session.seam().sleep(pause).await;
            }
            let mut request = session.request(operation);
            request
                .query("itemId", &item_id)
                .query("cursor", &cursor)
                .query("limit", &limit)
                .query("orderDirection", "ASC")
                .query("startDate", &since);
            let page: Response<types::Changelog> = request.send_json().await?;
            Ok(page.into_inner())
        })
    }

    /// What of a page is new. Moves on.
    fn take(&mut self, page: types::Changelog) -> Result<Vec<types::ChangelogEntry>, Error> {
        let next = page.pagination.and_then(|pagination| pagination.cursor);
        let next = next.filter(|cursor| !cursor.is_empty());
        if next.is_some() && next == self.position.cursor {
            self.ended = true;
            return Err(CoreError::unusable_answer(
                self.operation,
                "its pagination leads back to the page that was read, so the log would never end",
            ));
        }
        self.at_end = next.is_none();
        let ids: Vec<String> = page.data.iter().map(identity).collect();
        let latest = page
            .data
            .iter()
            .filter_map(|entry| entry.created_on.clone())
            .next_back();
        let mut new = Vec::new();
        for (entry, id) in page.data.into_iter().zip(&ids) {
            if !self.position.has_seen(id) {
                new.push(entry);
            }
        }
        self.position.advance(&ids, latest, next);
        Ok(new)
    }
}

/// What tells an entry from others.
fn identity(entry: &types::ChangelogEntry) -> String {
    match entry.entry_id.as_deref().filter(|id| !id.is_empty()) {
        Some(id) => id.to_owned(),
        None => {
            let digest = Sha256::digest(serde_json::to_vec(entry).unwrap_or_default());
            digest[..16]
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect()
        }
    }
}

impl Stream for ChangeLog {
    type Item = Result<LogPage, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if self.ended {
                return Poll::Ready(None);
            }
            let mut reading = match self.reading.take() {
                Some(reading) => reading,
                None if !self.at_end => self.start(None),
                None => match self.follow {
                    Some(pause) => self.start(Some(pause)),
                    None => {
                        self.ended = true;
                        return Poll::Ready(None);
                    }
                },
            };
            let Poll::Ready(read) = reading.as_mut().poll(cx) else {
                self.reading = Some(reading);
                return Poll::Pending;
            };
            match read.and_then(|page| self.take(page)) {
                Ok(entries) => {
                    self.failures = 0;
                    if !entries.is_empty() {
                        let position = self.position.clone();
                        return Poll::Ready(Some(Ok(LogPage { entries, position })));
                    }
                }
                Err(error) => {
                    self.failures += 1;
                    self.ended |= self.failures == FAILURES || error.is_invalid_request();
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }
}

impl fmt::Debug for ChangeLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChangeLog")
            .field("operation", &self.operation.id())
            .field("position", &self.position)
            .field("follow", &self.follow)
            .finish_non_exhaustive()
    }
}

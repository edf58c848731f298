//! Change logs, read on from a stored position.

use std::collections::HashSet;
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

use super::log_position::{Mark, OF_ONE_TIME};
use super::{Client, Error, LogPosition};

/// Entries on a page unless said (documented).
const USUAL: u32 = 20;

/// So many failures in a row, and the stream is over.
const FAILURES: u32 = 3;

/// So many pages in a row may bring nothing new before it slows down, besides those that hold what is remembered.
const IDLE: usize = 10;

/// How long it then waits before each page.
const SLOW: Duration = Duration::from_secs(1);

type Reading = Pin<Box<dyn Future<Output = Result<types::Changelog, Error>> + Send>>;

/// A log of changes, oldest first, as a [`Stream`] of [`LogPage`]s.
///
/// Each page comes with the [`LogPosition`] after it. Store that once the page is dealt with: who starts again from it gets
/// nothing that came before, and loses nothing. Who crashed in between gets the page again. Entries are told apart by their
/// `entryId`, and those without one by all that they say.
///
/// It ends where the log does. With [`follow`](Self::follow) it waits there and asks again, without end. Pages that bring
/// nothing new are passed over; after ten of them in a row, besides those that hold what was handed out before, each further
/// one is asked for after a second.
///
/// An error is an item. The page that failed is asked for again when the stream is polled again; after three failures in a row,
/// and where nothing was sent, the stream ends. So it does, with an error after what was new, where a cursor leads back to a
/// page that was read: such a log would never end. A cursor that leads to its own page is taken for the end of the log by who
/// follows it, and is that error to everybody else, who couldn't tell whether there is more. Where a cursor of old isn't taken any more, go on with
/// [`LogPosition::by_time`].
///
/// ```no_run
/// # #[cfg(feature = "tradevest-onboarding")]
/// # async fn f(tradevest: florin::tradevest::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use florin::StateFile;
/// use florin::tradevest::LogPosition;
///
/// let stored = StateFile::<LogPosition>::at("/var/lib/shop/entities.position");
/// let position = stored.read()?.unwrap_or_else(LogPosition::start); // a damaged file is an error, and not the start
/// let mut log = tradevest.entities_changelog(position);
/// while let Some(page) = log.next().await {
///     let page = page?;
///     for entry in &page.entries {
///         println!("{:?} changed", entry.item_id);
///     }
///     stored.write(&page.position)?; // once the page is dealt with
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
    /// Cursors that have led somewhere since the log was begun or at its end.
    used: HashSet<String>,
    /// Pages in a row that brought nothing new.
    idle: usize,
    /// The last item.
    trouble: Option<Error>,
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
        let trouble = from.would_repeat().then(|| {
            let message = format!(
                "the position goes by a time of which more than {OF_ONE_TIME} entries were handed out, more than are \
                 remembered, so they would all come again: begin at another time with LogPosition::since, and tell by \
                 entryId what you have had"
            );
            CoreError::invalid_request(operation, message)
        });
        Self {
            client: client.clone(),
            operation,
            used: from.cursor.iter().cloned().collect(),
            position: from,
            item_id: None,
            limit: NonZeroU32::MIN.saturating_add(USUAL - 1),
            follow: None,
            reading: None,
            at_end: false,
            idle: 0,
            trouble,
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
    fn take(&mut self, page: types::Changelog) -> Vec<types::ChangelogEntry> {
        let next = page.pagination.and_then(|pagination| pagination.cursor);
        let next = self.lead_on(next.filter(|cursor| !cursor.is_empty()));
        let marks: Vec<Mark> = page.data.iter().map(mark).collect();
        let mut new = Vec::new();
        for (entry, mark) in page.data.into_iter().zip(&marks) {
            if !self.position.has_seen(&mark.id) {
                new.push(entry);
            }
        }
        self.position.advance(marks, next);
        self.idle = if new.is_empty() { self.idle + 1 } else { 0 };
        new
    }

    /// The cursor, if it leads on.
    fn lead_on(&mut self, next: Option<String>) -> Option<String> {
        let stays = next == self.position.cursor && self.follow.is_some();
        let next = next.filter(|_| !stays);
        self.at_end = next.is_none();
        if self.at_end {
            // What is read again here is no going round, and who follows for long remembers no more than is needed.
            self.used.clear();
            self.used.extend(self.position.cursor.clone());
        }
        let next = next?;
        if self.used.insert(next.clone()) {
            return Some(next);
        }
        self.trouble = Some(CoreError::unusable_answer(
            self.operation,
            "its pagination leads back to a page that was read already, so the log would never end",
        ));
        None
    }

    /// How long to wait before the next page; `None` where there is none.
    fn pause(&self) -> Option<Option<Duration>> {
        if self.at_end {
            return self.follow.map(Some);
        }
        let limit = usize::try_from(self.limit.get()).unwrap_or(usize::MAX);
        let free = IDLE + self.position.remembered() / limit;
        Some((self.idle > free).then_some(SLOW))
    }
}

fn mark(entry: &types::ChangelogEntry) -> Mark {
    Mark {
        id: identity(entry),
        time: entry.created_on.clone(),
    }
}

/// What tells an entry from others, in 16 digits.
fn identity(entry: &types::ChangelogEntry) -> String {
    let digest = match entry.entry_id.as_deref().filter(|id| !id.is_empty()) {
        Some(id) => Sha256::digest(id),
        None => Sha256::digest(serde_json::to_vec(entry).unwrap_or_default()),
    };
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

impl Stream for ChangeLog {
    type Item = Result<LogPage, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if self.ended {
                return Poll::Ready(None);
            }
            if let Some(trouble) = self.trouble.take() {
                self.ended = true;
                return Poll::Ready(Some(Err(trouble)));
            }
            let mut reading = match (self.reading.take(), self.pause()) {
                (Some(reading), _) => reading,
                (None, Some(pause)) => self.start(pause),
                (None, None) => {
                    self.ended = true;
                    return Poll::Ready(None);
                }
            };
            let Poll::Ready(read) = reading.as_mut().poll(cx) else {
                self.reading = Some(reading);
                return Poll::Pending;
            };
            match read {
                Ok(page) => {
                    let entries = self.take(page);
                    self.failures = 0;
                    if !entries.is_empty() {
                        let position = self.position.clone();
                        return Poll::Ready(Some(Ok(LogPage { entries, position })));
                    }
                }
                Err(error) => {
                    self.failures += 1;
                    self.ended = self.failures == FAILURES || error.is_invalid_request();
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

//! The streams over a list.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::listing::Reading;
use super::walk::Walk;
use super::{Error, Listing, Page};

/// So many failures in a row, and the stream is over.
const FAILURES: u32 = 3;

/// The pages of a list, as a [`Stream`]. Made by [`Listing::pages`].
///
/// An error is an item. The page that failed is asked for again when the stream is polled again, so nothing is lost by going
/// on; after three failures in a row, and where nothing was sent, the stream ends.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<T> {
    listing: Listing<T>,
    walk: Walk,
    reading: Option<Reading<T>>,
    /// The first item and the last.
    refusal: Option<Error>,
    failures: u32,
    ended: bool,
}

impl<T: Send + 'static> Pages<T> {
    pub(super) fn new(listing: Listing<T>) -> Self {
        Self {
            walk: Walk::default(),
            reading: None,
            refusal: listing.refusal(),
            failures: 0,
            ended: false,
            listing,
        }
    }

    /// The next page; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<Page<T>, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl<T: Send + 'static> Stream for Pages<T> {
    type Item = Result<Page<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.ended {
            return Poll::Ready(None);
        }
        if let Some(error) = self.refusal.take() {
            self.ended = true;
            return Poll::Ready(Some(Err(error)));
        }
        let mut reading = match self.reading.take() {
            Some(reading) => reading,
            None => match self.walk.next() {
                Some(cursor) => self.listing.start(cursor.map(str::to_owned)),
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
        Poll::Ready(Some(match read {
            Ok((items, next)) => {
                self.failures = 0;
                let next = next.filter(|cursor| !cursor.is_empty());
                match self.walk.step(next.clone()) {
                    Ok(()) => Ok(Page { items, next }),
                    Err(_) => {
                        self.ended = true;
                        Err(self.listing.goes_round())
                    }
                }
            }
            Err(error) => {
                self.failures += 1;
                self.ended = self.failures == FAILURES || error.is_invalid_request();
                Err(error)
            }
        }))
    }
}

/// The items of a list, as a [`Stream`]. Made by [`Listing::items`]; errors are as those of [`Pages`].
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<T> {
    pages: Pages<T>,
    ahead: VecDeque<T>,
}

impl<T> Items<T> {
    pub(super) const fn new(pages: Pages<T>) -> Self {
        Self {
            pages,
            ahead: VecDeque::new(),
        }
    }
}

impl<T: Send + Unpin + 'static> Items<T> {
    /// The next item; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl<T: Send + Unpin + 'static> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.ahead.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(cx)) {
                Some(Ok(page)) => self.ahead = page.items.into(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("listing", &self.listing)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("ahead", &self.ahead.len())
            .finish_non_exhaustive()
    }
}

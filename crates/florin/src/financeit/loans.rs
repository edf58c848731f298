//! Loans, page by page or one by one.

use std::collections::VecDeque;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use florin_core::Error as CoreError;
use florin_financeit::types;
use futures_core::Stream;

use super::walk::{Walk, Window};
use super::{Client, Error, LoansQuery, operations};

/// So many failures in a row, and the walk is over.
const FAILURES: u32 = 3;

type Reading = Pin<Box<dyn Future<Output = Result<Vec<types::Loan>, Error>> + Send>>;

/// The pages of a list of loans, as a [`Stream`]. Made by [`Loans::pages`].
///
/// Each item holds what a page brought that none before it did: that may be fewer loans than a page has, or none. What is
/// promised and what isn't stands at [`Loans`].
#[must_use = "a stream does nothing until it is polled"]
pub struct LoanPages {
    client: Client,
    query: LoansQuery,
    walk: Walk,
    reading: Option<(Window, Reading)>,
    /// Refused before anything was sent: the first item and the last.
    refusal: Option<Error>,
    failures: u32,
    ended: bool,
}

impl LoanPages {
    pub(super) fn new(client: Client, query: LoansQuery, refusal: Option<Error>) -> Self {
        Self {
            walk: Walk::new(query.size()),
            client,
            query,
            reading: None,
            refusal,
            failures: 0,
            ended: false,
        }
    }

    /// The next page; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<Vec<types::Loan>, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    fn read(&self, window: Window) -> Reading {
        let (client, query) = (self.client.clone(), self.query);
        Box::pin(async move { client.loan_page(&query, window).await })
    }

    /// What of a page is new.
    fn take(&mut self, window: Window, loans: Vec<types::Loan>) -> Result<Vec<types::Loan>, Error> {
        let keys: Vec<String> = loans.iter().map(key).collect();
        let new = self.walk.take(window, &keys).map_err(|_| {
            CoreError::unusable_answer(
                &operations::LIST_LOANS,
                "page after page holds nothing new; the service seems to pass over the parameter page, so loans may be missing",
            )
        })?;
        let mut new = new.into_iter().peekable();
        let is_new = |(at, loan)| (new.next_if_eq(&at).is_some()).then_some(loan);
        Ok(loans.into_iter().enumerate().filter_map(is_new).collect())
    }
}

impl Stream for LoanPages {
    type Item = Result<Vec<types::Loan>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.ended {
            return Poll::Ready(None);
        }
        if let Some(error) = self.refusal.take() {
            self.ended = true;
            return Poll::Ready(Some(Err(error)));
        }
        let Some((window, mut reading)) = self
            .reading
            .take()
            .or_else(|| self.walk.next().map(|window| (window, self.read(window))))
        else {
            self.ended = true;
            return Poll::Ready(None);
        };
        let Poll::Ready(read) = reading.as_mut().poll(cx) else {
            self.reading = Some((window, reading));
            return Poll::Pending;
        };
        Poll::Ready(Some(match read {
            Ok(loans) => {
                self.failures = 0;
                self.take(window, loans)
            }
            Err(error) => {
                self.failures += 1;
                self.ended = self.failures == FAILURES;
                Err(error)
            }
        }))
    }
}

/// What tells a loan from every other: its identifier, as sent; all of it where it has none.
pub(super) fn key(loan: &types::Loan) -> String {
    match &loan.id {
        Some(id) => id.text().to_owned(),
        None => serde_json::to_string(loan).unwrap_or_default(),
    }
}

/// Loans, the most recent first, as a [`Stream`] over as many pages as there are. Made by [`Client::loans`].
///
/// # What is promised
///
/// The service numbers its pages and says neither how many there are nor what has changed since the last one. Under two
/// conditions — loans that stay in the list keep their order, and the service keeps to `page` and `limit` as documented:
///
/// - No loan is given twice.
/// - A loan that is in the list from the first page to the last is given, whatever comes in or leaves in between. To be sure
///   of that, each page overlaps the one before; after a page that doesn't, the walk goes back until one does. That takes
///   about a third more requests than pages without overlap, a tenth more with a [page size](LoansQuery::page_size) of 100.
///   With a page size below ten, or a service that gives fewer than ten at once, single pages can't overlap: there a loan
///   can be passed over when another one leaves the list meanwhile.
/// - The stream ends after a page that is empty, or shorter than one before it. A first page that is shorter than asked for
///   may be all there is, or all that the service gives at once, so one more request is made: it shows which, and pages of
///   that size are asked for from there on.
///
/// Loans are told apart by their identifiers. Of loans without one that are equal in everything, one is given.
///
/// # What isn't
///
/// - A loan that comes in, leaves, or changes its group of states meanwhile may be given or not. List again for those.
/// - A loan that is moved to another place of the list may be passed over. Whether "the most recent first" goes by when a
///   loan was made, or by when something last happened to it, is undocumented.
/// - Where the service gives pages of another size than asked for, each page is taken to begin where the last one ended, and
///   a loan may be passed over when another one leaves the list in that moment. A service that always gives the same page is
///   noticed: the stream ends with an error, or without one where that page holds fewer than 20 loans and so may be all.
///
/// # Errors
///
/// An error is an item. The page that failed is asked for again when the stream is polled again, so nothing is lost by going
/// on; after three failures in a row, or where nothing was sent because the token may not list loans, the stream ends.
#[must_use = "a stream does nothing until it is polled"]
pub struct Loans {
    pages: LoanPages,
    ahead: VecDeque<types::Loan>,
}

impl Loans {
    pub(super) const fn new(pages: LoanPages) -> Self {
        Self {
            pages,
            ahead: VecDeque::new(),
        }
    }

    /// The next loan; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<types::Loan, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Whole pages instead of single loans. Loans that were read and not yet given are left out, so call it first.
    pub fn pages(self) -> LoanPages {
        self.pages
    }
}

impl Stream for Loans {
    type Item = Result<types::Loan, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(loan) = self.ahead.pop_front() {
                return Poll::Ready(Some(Ok(loan)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(cx)) {
                Some(Ok(loans)) => self.ahead = loans.into(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl fmt::Debug for LoanPages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LoanPages")
            .field("query", &self.query)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Loans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loans")
            .field("ahead", &self.ahead.len())
            .finish_non_exhaustive()
    }
}

//! Lists, page by page or item by item.

use std::collections::VecDeque;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use florin_core::{AsSent, Error as CoreError, Operation};
use florin_monoova::types;
use futures_core::Stream;
use serde::de::DeserializeOwned;

use super::walk::{Numbers, Trouble, Walk};
use super::{Client, Currency, Error};

/// The most that a page holds (documented).
const LARGEST: u32 = 100;

/// So many failures in a row, and the stream is over.
const FAILURES: u32 = 3;

type Reading<T> = Pin<Box<dyn Future<Output = Result<Answer<T>, Error>> + Send>>;

/// A page as it came.
pub(super) struct Answer<T> {
    pub(super) items: Vec<T>,
    pub(super) pagination: Option<types::Pagination>,
}

/// A list at the provider. Nothing is sent until a page or an item is asked for.
///
/// ```no_run
/// # async fn f(monoova: florin::monoova::Client) -> Result<(), florin::monoova::Error> {
/// use florin::monoova::Currency;
///
/// let mut paid_in_dollars = monoova.beneficiaries().currency(Currency::code("USD")).items();
/// while let Some(beneficiary) = paid_in_dollars.next().await {
///     println!("{:?}", beneficiary?.id);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # What is promised
///
/// - The end is found by the provider's own numbers (`pagination`): the page after which, by its count and its size of a page,
///   nothing is left. An empty page is the end as well. A first page without those numbers is the whole list, since "most"
///   lists have pages (documented) and the others come at once.
/// - No item is given twice. They are told apart by their identifiers; those without one by all that they say.
/// - A stream comes to an end. A provider that answers with another page than was asked for, or whose pages bring nothing new
///   three times in a row, is an error that says so.
///
/// # What isn't
///
/// The provider numbers its pages, and in which order the items come is undocumented. So while a list is read and changes at
/// once, an item that moves to a page that was read already is passed over: that happens where one before it is taken away or
/// moved back. What is added in front moves items to later pages; they come again, and are left out. To be sure of a list that
/// changes, read it until two readings agree.
pub struct Listing<T> {
    client: Client,
    operation: &'static Operation,
    read: fn(Client, Ask) -> Reading<T>,
    key: fn(&T) -> String,
    page_size: u32,
    currency: Option<Currency>,
}

/// One page's request.
pub(super) struct Ask {
    operation: &'static Operation,
    page: u64,
    page_size: u32,
    currency: Option<Currency>,
}

/// A page of a list.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page<T> {
    /// What is on it. In a stream of pages: what none before it had.
    pub items: Vec<T>,
    /// The page that was asked for, from 1.
    pub number: u64,
    /// How many items the list has, where the provider says it.
    pub item_count: Option<u64>,
}

impl<T: Send + 'static> Listing<T> {
    /// A list whose answers are of type `L`.
    pub(super) fn new<L: DeserializeOwned + Into<Answer<T>> + Send + 'static>(
        client: &Client,
        operation: &'static Operation,
        key: fn(&T) -> String,
    ) -> Self {
        Self {
            client: client.clone(),
            operation,
            read: |client, ask| Box::pin(read::<L, T>(client, ask)),
            key,
            page_size: LARGEST,
            currency: None,
        }
    }

    /// Items on a page: 1 to 100 (documented). 100 unless said, which takes the fewest requests; the provider's own choice would
    /// be 20.
    ///
    /// Any other number is refused before anything is sent, as the first item of a stream.
    #[must_use]
    pub const fn page_size(mut self, items: u32) -> Self {
        self.page_size = items;
        self
    }

    /// Reads one page, counted from 1. What it holds of a list that has fewer pages is the provider's to say; nothing, as it
    /// seems.
    ///
    /// # Errors
    /// As any call. Page 0 and a [page size](Self::page_size) that isn't allowed are refused before anything is sent. An answer
    /// that says that it is another page is an error.
    pub async fn page(&self, number: u64) -> Result<Page<T>, Error> {
        if number == 0 {
            return Err(self.refused("page is zero; pages are counted from 1"));
        }
        if let Some(error) = self.refusal() {
            return Err(error);
        }
        let answer = (self.read)(self.client.clone(), self.ask(number)).await?;
        let numbers = answer.pagination.as_ref().map(numbers).unwrap_or_default();
        if let Some(came) = numbers.page.filter(|came| *came != number) {
            return Err(self.trouble(Trouble::OtherPage {
                asked: number,
                came,
            }));
        }
        Ok(Page {
            items: answer.items,
            number,
            item_count: numbers.item_count,
        })
    }

    /// All pages, one after the other, as a [`Stream`].
    pub fn pages(self) -> Pages<T> {
        Pages {
            walk: Walk::new(),
            reading: None,
            refusal: self.refusal(),
            failures: 0,
            ended: false,
            listing: self,
        }
    }

    /// All items, over as many pages as there are, as a [`Stream`].
    pub fn items(self) -> Items<T> {
        Items {
            pages: self.pages(),
            ahead: VecDeque::new(),
        }
    }

    fn ask(&self, page: u64) -> Ask {
        Ask {
            operation: self.operation,
            page,
            page_size: self.page_size,
            currency: self.currency.clone(),
        }
    }

    fn refusal(&self) -> Option<Error> {
        if !(1..=LARGEST).contains(&self.page_size) {
            return Some(self.refused("page_size is none of 1 to 100"));
        }
        let problem = self.currency.as_ref().and_then(Currency::problem)?;
        Some(self.refused(&problem))
    }

    fn refused(&self, problem: &str) -> Error {
        CoreError::invalid_request(self.operation, problem)
    }

    fn trouble(&self, trouble: Trouble) -> Error {
        let message = match trouble {
            Trouble::OtherPage { asked, came } => format!(
                "page {asked} was asked for and page {came} came; items may be missing, so read the list again"
            ),
            Trouble::NothingNew => {
                "page after page holds nothing new; the service seems to pass over the parameter page, so items may be missing"
                    .to_owned()
            }
        };
        CoreError::unusable_answer(self.operation, message)
    }
}

impl Listing<types::Beneficiary> {
    /// Only those who are paid in this currency. That a code can be given is documented, a number is inferred.
    #[must_use]
    pub fn currency(mut self, currency: Currency) -> Self {
        self.currency = Some(currency);
        self
    }
}

async fn read<L, T>(client: Client, ask: Ask) -> Result<Answer<T>, Error>
where
    L: DeserializeOwned + Into<Answer<T>>,
{
    let currency = ask.currency.as_ref();
    let answer = client
        .read::<L>(ask.operation, |request| {
            request
                .query("currency_code", &currency.and_then(Currency::as_code))
                .query("currency_id", &currency.and_then(Currency::as_id))
                .query("page", &ask.page)
                .query("page_size", &ask.page_size);
        })
        .await?;
    Ok(answer.into_inner().into())
}

/// What the server says, where it says it in numbers.
fn numbers(pagination: &types::Pagination) -> Numbers {
    let number = |field: &Option<AsSent<i64>>| {
        let number = *field.as_ref()?.value()?;
        u64::try_from(number).ok()
    };
    Numbers {
        item_count: number(&pagination.item_count),
        page: number(&pagination.page),
        page_size: number(&pagination.page_size),
    }
}

/// The pages of a list, as a [`Stream`]. Made by [`Listing::pages`], where it is said what is promised.
///
/// An error is an item. The page that failed is asked for again when the stream is polled again, so nothing is lost by going
/// on; after three failures in a row, and where nothing was sent, the stream ends.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<T> {
    listing: Listing<T>,
    walk: Walk,
    reading: Option<(u64, Reading<T>)>,
    /// The first item and the last.
    refusal: Option<Error>,
    failures: u32,
    ended: bool,
}

impl<T: Send + 'static> Pages<T> {
    /// The next page; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<Page<T>, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    fn read(&self, page: u64) -> Reading<T> {
        (self.listing.read)(self.listing.client.clone(), self.listing.ask(page))
    }

    /// What of a page is new.
    fn take(&mut self, number: u64, answer: Answer<T>) -> Result<Page<T>, Error> {
        let numbers = answer.pagination.as_ref().map(numbers);
        let keys: Vec<String> = answer.items.iter().map(self.listing.key).collect();
        let new = self.walk.take(number, numbers, &keys).map_err(|trouble| {
            self.ended = true;
            self.listing.trouble(trouble)
        })?;
        let mut new = new.into_iter().peekable();
        let is_new = |(at, item)| new.next_if_eq(&at).map(|_| item);
        Ok(Page {
            items: answer
                .items
                .into_iter()
                .enumerate()
                .filter_map(is_new)
                .collect(),
            number,
            item_count: numbers.and_then(|numbers| numbers.item_count),
        })
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
        let Some((page, mut reading)) = self
            .reading
            .take()
            .or_else(|| self.walk.next().map(|page| (page, self.read(page))))
        else {
            self.ended = true;
            return Poll::Ready(None);
        };
        let Poll::Ready(read) = reading.as_mut().poll(cx) else {
            self.reading = Some((page, reading));
            return Poll::Pending;
        };
        Poll::Ready(Some(match read {
            Ok(answer) => {
                self.failures = 0;
                self.take(page, answer)
            }
            Err(error) => {
                self.failures += 1;
                self.ended = self.failures == FAILURES || error.is_invalid_request();
                Err(error)
            }
        }))
    }
}

/// The items of a list, as a [`Stream`]. Made by [`Listing::items`], where it is said what is promised; errors are as those of
/// [`Pages`].
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<T> {
    pages: Pages<T>,
    ahead: VecDeque<T>,
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

impl<T> Clone for Listing<T> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            operation: self.operation,
            read: self.read,
            key: self.key,
            page_size: self.page_size,
            currency: self.currency.clone(),
        }
    }
}

impl<T> fmt::Debug for Listing<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listing")
            .field("operation", &self.operation.id())
            .field("page_size", &self.page_size)
            .field("currency", &self.currency)
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("listing", &self.listing)
            .field("next", &self.walk.next())
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

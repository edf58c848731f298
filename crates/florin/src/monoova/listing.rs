//! Lists, page by page or item by item.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use florin_core::{AsSent, Error as CoreError, Operation};
use florin_monoova::types;

use super::page_answer::{Answer, List, PageOf};
use super::pages::{Items, Pages};
use super::walk::{Numbers, Trouble};
use super::{Client, Currency, Error};

/// The most that a page holds (documented).
const LARGEST: u32 = 100;

/// A page under way.
pub(super) type Reading<T> = Pin<Box<dyn Future<Output = Result<Answer<T>, Error>> + Send>>;

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
///   nothing is left. An empty page is the end as well. "Most" lists have pages (documented): where nothing is said of them, a
///   page with fewer items than were asked for, or more, is the last; after one with just as many the next one is asked for,
///   and where that brings nothing new, there are no pages.
/// - No list ends well with fewer items than the provider counted. Where its other numbers say that it is over, it is read on
///   for as long as new items come; one that has grown meanwhile is read anew from the front, twice at most, and then as many
///   as it had at the start will do; and where that doesn't bring them all, the last thing in the stream is an error that says
///   how many of how many came. A list that has become shorter ends well.
/// - No item is given twice. They are told apart by their identifiers; those whose identifier is empty, zero or absent by all
///   that they say.
/// - A stream comes to an end. A provider that answers with another page than was asked for, or whose pages bring nothing new
///   three times in a row, is an error that says so.
///
/// # What isn't
///
/// The provider numbers its pages, and in which order the items come is undocumented. So while a list is read and changes at
/// once, an item that moves to a page that was read already is passed over: that happens where one before it is taken away or
/// moved back, and no count tells. What is added in front moves items to later pages; they come again, and are left out. To be
/// sure of a list that changes, read it until two readings agree.
pub struct Listing<T> {
    client: Client,
    operation: &'static Operation,
    read: fn(Client, Ask) -> Reading<T>,
    key: fn(&T) -> String,
    pub(super) page_size: u32,
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
    /// A list of the kind `L`.
    pub(super) fn new<L: List<Item = T> + 'static>(
        client: &Client,
        operation: &'static Operation,
        key: fn(&T) -> String,
    ) -> Self {
        Self {
            client: client.clone(),
            operation,
            read: |client, ask| Box::pin(read::<L>(client, ask)),
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
        let answer = self.start(number).await?;
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

    /// All pages, one after the other, as a [`Stream`](futures_core::Stream).
    pub fn pages(self) -> Pages<T> {
        Pages::new(self)
    }

    /// All items, over as many pages as there are, as a [`Stream`](futures_core::Stream).
    pub fn items(self) -> Items<T> {
        Items::new(self.pages())
    }

    /// Asks for a page.
    pub(super) fn start(&self, page: u64) -> Reading<T> {
        (self.read)(self.client.clone(), self.ask(page))
    }

    /// What tells an item from every other.
    pub(super) fn key(&self, item: &T) -> String {
        (self.key)(item)
    }

    fn ask(&self, page: u64) -> Ask {
        Ask {
            operation: self.operation,
            page,
            page_size: self.page_size,
            currency: self.currency.clone(),
        }
    }

    /// Why nothing can be asked for.
    pub(super) fn refusal(&self) -> Option<Error> {
        if !(1..=LARGEST).contains(&self.page_size) {
            return Some(self.refused("page_size is none of 1 to 100"));
        }
        let problem = self.currency.as_ref().and_then(Currency::problem)?;
        Some(self.refused(&problem))
    }

    fn refused(&self, problem: &str) -> Error {
        CoreError::invalid_request(self.operation, problem)
    }

    pub(super) fn trouble(&self, trouble: Trouble) -> Error {
        let message = match trouble {
            Trouble::OtherPage { asked, came } => format!(
                "page {asked} was asked for and page {came} came; items may be missing, so read the list again"
            ),
            Trouble::NothingNew => {
                "page after page holds nothing new; the service seems to pass over the parameter page, so items may be missing"
                    .to_owned()
            }
            Trouble::TooFew { came, count } => format!(
                "{came} of {count} items came and no more do; items may be missing, so read the list again, or with another \
                 page_size"
            ),
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

async fn read<L: List>(client: Client, ask: Ask) -> Result<Answer<L::Item>, Error> {
    let currency = ask.currency.as_ref();
    let answer = client
        .read::<PageOf<L>>(ask.operation, |request| {
            request
                .query("currency_code", &currency.and_then(Currency::as_code))
                .query("currency_id", &currency.and_then(Currency::as_id))
                .query("page", &ask.page)
                .query("page_size", &ask.page_size);
        })
        .await?;
    Ok(answer.into_inner().0)
}

/// What the server says, where it says it in numbers.
pub(super) fn numbers(pagination: &types::Pagination) -> Numbers {
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

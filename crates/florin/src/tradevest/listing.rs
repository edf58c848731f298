//! Lists, page by page or item by item.

use std::fmt;
use std::future::Future;
use std::num::NonZeroU32;
use std::pin::Pin;

use florin_core::{Error as CoreError, Operation, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::pages::{Items, Pages};
use super::{Client, Error};

/// Items on a page unless said (documented).
const USUAL: u32 = 20;

/// A page under way: what is on it, and the cursor of the next.
pub(super) type Reading<T> =
    Pin<Box<dyn Future<Output = Result<(Vec<T>, Option<String>), Error>> + Send>>;

/// A page of a list, as the provider answers it: `data` and `pagination`.
///
/// The generated pages are such; implement it for an answer of your own to read a list that no spec describes.
pub trait CursorPage: DeserializeOwned + Send + 'static {
    /// What the list is of.
    type Item: Send + 'static;

    /// What is on the page, and the cursor of the next page. None, or an empty one, is the end.
    fn into_items(self) -> (Vec<Self::Item>, Option<String>);
}

/// A list at the provider that comes in pages. Nothing is sent until a page or an item is asked for.
///
/// The pages follow each other by the cursor that each has for the next, up to the one that has none. In which order the items
/// come, and what happens to a list that changes while it is read, is undocumented.
///
/// A list without pages is a plain operation of [`Client::api`], which brings a `Vec`.
pub struct Listing<T> {
    pub(super) client: Client,
    pub(super) operation: &'static Operation,
    read: fn(Client, Ask) -> Reading<T>,
    path: Vec<(&'static str, String)>,
    query: Vec<(String, Value)>,
    limit: NonZeroU32,
    problem: Option<String>,
}

/// One page's request.
pub(super) struct Ask {
    operation: &'static Operation,
    path: Vec<(&'static str, String)>,
    query: Vec<(String, Value)>,
    limit: u32,
    cursor: Option<String>,
}

/// A page of a list.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// The cursor of the next page; `None` on the last one.
    pub next: Option<String>,
}

impl Client {
    /// A list that comes in pages, by its operation and the page that it answers with. For filters, see
    /// [`Listing::query`].
    ///
    /// ```no_run
    /// # async fn f(tradevest: florin::tradevest::Client) -> Result<(), florin::tradevest::Error> {
    /// # #[cfg(feature = "tradevest-onboarding")] {
    /// use florin::tradevest::{operations, types};
    ///
    /// let mut customers = tradevest
    ///     .listing::<types::Customers>(&operations::GET_ROLE_CUSTOMERS)
    ///     .query("customerStatus", "ACTIVE")
    ///     .items();
    /// while let Some(customer) = customers.next().await {
    ///     println!("{:?}", customer?.customer_id);
    /// }
    /// # }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn listing<P: CursorPage>(&self, operation: &'static Operation) -> Listing<P::Item> {
        Listing {
            client: self.clone(),
            operation,
            read: |client, ask| Box::pin(read::<P>(client, ask)),
            path: Vec::new(),
            query: Vec::new(),
            limit: NonZeroU32::MIN.saturating_add(USUAL - 1),
            problem: None,
        }
    }
}

impl<T: Send + 'static> Listing<T> {
    /// Fills a placeholder of the operation's path.
    #[must_use]
    pub fn path(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.path.push((name, value.to_string()));
        self
    }

    /// Adds a filter, by the name of the operation's query parameter. An absent value adds nothing, a list repeats the name.
    /// Not for `cursor` and `limit`, which are the listing's own.
    #[must_use]
    pub fn query(mut self, name: impl Into<String>, value: impl Serialize) -> Self {
        let name = name.into();
        if matches!(name.as_str(), "cursor" | "limit") {
            self.problem.get_or_insert_with(|| {
                format!("{name} is no filter; see Listing::limit and Listing::page")
            });
        }
        match serde_json::to_value(value) {
            Ok(value) => self.query.push((name, value)),
            Err(_) => {
                self.problem
                    .get_or_insert_with(|| format!("the filter {name} can't be written"));
            }
        }
        self
    }

    /// Items on a page. 20 unless said, which is the provider's default (documented); it names no largest.
    ///
    /// `limit` of a generated operation takes any number and sends it, also 0, which is the provider's to refuse.
    #[must_use]
    pub const fn limit(mut self, items: NonZeroU32) -> Self {
        self.limit = items;
        self
    }

    /// One page: the first one, or the one that a cursor leads to.
    ///
    /// # Errors
    /// As any call.
    pub async fn page(&self, cursor: Option<String>) -> Result<Page<T>, Error> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        let (items, next) = self.start(cursor).await?;
        Ok(Page {
            items,
            next: next.filter(|cursor| !cursor.is_empty()),
        })
    }

    /// All pages, as a stream.
    pub fn pages(self) -> Pages<T> {
        Pages::new(self)
    }

    /// All items, as a stream.
    pub fn items(self) -> Items<T> {
        Items::new(self.pages())
    }

    /// All items at once.
    ///
    /// # Errors
    /// That of the first page that can't be had; as any call.
    pub async fn all(self) -> Result<Vec<T>, Error> {
        let mut pages = self.pages();
        let mut items = Vec::new();
        while let Some(page) = pages.next().await {
            items.extend(page?.items);
        }
        Ok(items)
    }

    /// Why it can't be read at all.
    pub(super) fn refusal(&self) -> Option<Error> {
        let problem = self.problem.clone()?;
        Some(CoreError::invalid_request(self.operation, problem))
    }

    pub(super) fn start(&self, cursor: Option<String>) -> Reading<T> {
        let ask = Ask {
            operation: self.operation,
            path: self.path.clone(),
            query: self.query.clone(),
            limit: self.limit.get(),
            cursor,
        };
        (self.read)(self.client.clone(), ask)
    }

    pub(super) fn goes_round(&self) -> Error {
        CoreError::unusable_answer(
            self.operation,
            "its pagination leads back to a page that was read already, so the list would never end",
        )
    }
}

async fn read<P: CursorPage>(
    client: Client,
    ask: Ask,
) -> Result<(Vec<P::Item>, Option<String>), Error> {
    let mut request = client.api().session().request(ask.operation);
    for (name, value) in &ask.path {
        request.path(name, value);
    }
    for (name, value) in &ask.query {
        request.query(name, value);
    }
    request.query("cursor", &ask.cursor);
    request.query("limit", &ask.limit);
    let page: Response<P> = request.send_json().await?;
    Ok(page.into_inner().into_items())
}

/// Shows which list it is; filters may name persons.
impl<T> fmt::Debug for Listing<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listing")
            .field("operation", &self.operation.id())
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}

//! Where tokens are kept, so that processes can share them.

use std::collections::HashMap;
use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::Token;

/// Keeps tokens outside the process, or in it.
///
/// The cache looks here before it asks the provider, and saves a new token before anybody uses it: were the process to
/// die in between, a rotated refresh token would be lost. A store that fails costs sharing and nothing else: the cache
/// logs a warning and goes on with what it has.
///
/// # Turns
///
/// Processes that share a store draw different moments to renew early, so mostly one of them renews and the others find its
/// token here. For those that ask in the same moment there are turns: who has the turn asks the provider, the others look here
/// meanwhile. A turn lasts three seconds and is extended every second while the provider is asked, for as long as one request
/// may take ([`fetch_timeout`](crate::TokenCacheBuilder::fetch_timeout)); nobody waits longer than that. A turn saves requests and promises nothing: it ends by itself, so that nobody
/// waits for a process that died, and a store without turns lets everybody ask. Two that do ask at once get a token each,
/// and the later one stays; with a rotating refresh token one of the two is refused, looks here again and finds the other's
/// token. Where a provider revokes the whole family on reuse of a refresh token, let the store's [`load`](Self::load) wait
/// for a lock of its own.
///
/// # What is in it
///
/// Keep a token whole: serialise it, or keep its [`binding`](Token::binding) in a column too and give it back with
/// [`with_binding`](Token::with_binding). It says whose token it is, and one that doesn't say is taken by nobody.
///
/// A token is a credential. Encrypt it where the store is shared, and let it expire there with the token.
pub trait TokenStore: fmt::Debug + Send + Sync + 'static {
    /// The token last saved under `key`, expired or not: an expired one may hold a refresh token.
    ///
    /// # Errors
    /// Where the store can't be read. The cache goes on without.
    fn load<'a>(
        &'a self,
        key: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Token>, TokenStoreError>> + Send + 'a>>;

    /// Puts `token` in the place of what was kept under `key`.
    ///
    /// # Errors
    /// Where the store can't be written. The cache goes on without.
    fn save<'a>(
        &'a self,
        key: &'a str,
        token: &'a Token,
    ) -> Pin<Box<dyn Future<Output = Result<(), TokenStoreError>> + Send + 'a>>;

    /// Asks for the turn to get the next token for `key`, which ends after `at_most` by itself. `false`: another has it.
    ///
    /// A store that has no turns gives one to everybody.
    ///
    /// # Errors
    /// Where the store fails. The cache goes on as if it had the turn.
    fn take_turn<'a>(
        &'a self,
        _key: &'a str,
        _at_most: Duration,
    ) -> Pin<Box<dyn Future<Output = Result<bool, TokenStoreError>> + Send + 'a>> {
        Box::pin(std::future::ready(Ok(true)))
    }

    /// Has the turn that [`take_turn`](Self::take_turn) gave end in `at_most` from now, unless it has passed to another since.
    /// `false`: it has.
    ///
    /// A store that does nothing here lets others ask while a slow request is under way.
    ///
    /// # Errors
    /// Where the store fails. The turn then ends by itself, unless it is extended the next time.
    fn extend_turn<'a>(
        &'a self,
        _key: &'a str,
        _at_most: Duration,
    ) -> Pin<Box<dyn Future<Output = Result<bool, TokenStoreError>> + Send + 'a>> {
        Box::pin(std::future::ready(Ok(true)))
    }

    /// Ends the turn that [`take_turn`](Self::take_turn) gave, unless it has passed to another since.
    ///
    /// # Errors
    /// Where the store fails. The turn then ends by itself.
    fn end_turn<'a>(
        &'a self,
        _key: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<(), TokenStoreError>> + Send + 'a>> {
        Box::pin(std::future::ready(Ok(())))
    }
}

impl<S: TokenStore + ?Sized> TokenStore for Arc<S> {
    fn load<'a>(
        &'a self,
        key: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Token>, TokenStoreError>> + Send + 'a>> {
        (**self).load(key)
    }

    fn save<'a>(
        &'a self,
        key: &'a str,
        token: &'a Token,
    ) -> Pin<Box<dyn Future<Output = Result<(), TokenStoreError>> + Send + 'a>> {
        (**self).save(key, token)
    }

    fn take_turn<'a>(
        &'a self,
        key: &'a str,
        at_most: Duration,
    ) -> Pin<Box<dyn Future<Output = Result<bool, TokenStoreError>> + Send + 'a>> {
        (**self).take_turn(key, at_most)
    }

    fn extend_turn<'a>(
        &'a self,
        key: &'a str,
        at_most: Duration,
    ) -> Pin<Box<dyn Future<Output = Result<bool, TokenStoreError>> + Send + 'a>> {
        (**self).extend_turn(key, at_most)
    }

    fn end_turn<'a>(
        &'a self,
        key: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<(), TokenStoreError>> + Send + 'a>> {
        (**self).end_turn(key)
    }
}

/// Keeps tokens in this process. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore(Arc<Mutex<HashMap<String, Token>>>);

impl TokenStore for MemoryStore {
    fn load<'a>(
        &'a self,
        key: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Token>, TokenStoreError>> + Send + 'a>> {
        let token = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(key)
            .cloned();
        Box::pin(std::future::ready(Ok(token)))
    }

    fn save<'a>(
        &'a self,
        key: &'a str,
        token: &'a Token,
    ) -> Pin<Box<dyn Future<Output = Result<(), TokenStoreError>> + Send + 'a>> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key.to_owned(), token.clone());
        Box::pin(std::future::ready(Ok(())))
    }
}

/// A token store that can't be read or written. It ends up in a log line and never fails a call.
#[derive(Debug)]
pub struct TokenStoreError {
    message: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl TokenStoreError {
    /// `message` goes into a log: one line, without tokens or passwords.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }

    /// Adds the error behind this one.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl fmt::Display for TokenStoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for TokenStoreError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}

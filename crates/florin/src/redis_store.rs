//! Tokens in Redis, so that many processes use one.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::future::Future;
use std::hash::BuildHasher;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use florin_core::{ConfigError, Token, TokenStore, TokenStoreError};
use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{AsyncCommands, ExistenceCheck, SetExpiry, SetOptions};

/// How long a call waits for Redis before it goes on without.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long a token without a known expiry is kept.
const UNDATED: i64 = 24 * 3600;

/// How long a token that could still be refreshed is kept beyond its expiry.
const REFRESHABLE: i64 = 30 * 24 * 3600;

/// Ends a turn that is still ours, in one step: it may have ended by itself, and be another's by now.
const END_TURN: &str =
    "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/// Puts off the end of a turn that is still ours.
const EXTEND_TURN: &str = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0";

/// Takes over what has no end, in one step: by now it may be another's turn.
const TAKE_OVER: &str = "if redis.call('pttl', KEYS[1]) ~= -1 then return 0 end redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2]) return 1";

/// What Redis says of a key that doesn't expire.
const ENDLESS: i64 = -1;

/// Keeps tokens in Redis. Clones share a connection, which is made at the first use and made again when it breaks.
///
/// Of processes that need a token in the same moment one asks for it, and the others wait for it here, as long as one token
/// request may take at most. When Redis fails, each process goes on with a token of its own, and no call fails for it. A token is a credential and
/// is stored as it is: use a Redis that only your services reach, over TLS where it isn't on the same host.
///
/// ```no_run
/// # fn f() -> Result<(), florin::core::ConfigError> {
/// use florin::RedisStore;
///
/// let store = RedisStore::new("redis://127.0.0.1:6379/0", "florin:tokens:")?;
/// # let _ = store;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RedisStore {
    client: redis::Client,
    prefix: String,
    connection: Arc<OnceLock<ConnectionManager>>,
    /// Tells our turns from those of others.
    name: String,
}

impl RedisStore {
    /// `url` is Redis' own (`redis://`, `unix://`); `prefix` goes before each key. Connects to nothing yet.
    ///
    /// # Errors
    /// [`ConfigError`] where the URL can't be one. It never shows the URL, which may hold a password.
    pub fn new(url: &str, prefix: impl Into<String>) -> Result<Self, ConfigError> {
        let client = redis::Client::open(url).map_err(|_| {
            ConfigError::new(
                "redis url",
                "isn't one; it should look like redis://host:6379/0",
            )
        })?;
        Ok(Self {
            client,
            prefix: prefix.into(),
            connection: Arc::default(),
            // Seeded by the operating system, and no secret: it has to differ, and nothing else.
            name: format!("{:016x}", RandomState::new().hash_one(std::process::id())),
        })
    }

    /// The connection. Made here and not in `new`, because it needs a runtime to live on.
    fn connection(&self) -> Result<ConnectionManager, TokenStoreError> {
        if let Some(connection) = self.connection.get() {
            return Ok(connection.clone());
        }
        let config = ConnectionManagerConfig::new()
            .set_number_of_retries(1)
            .set_connection_timeout(Some(PATIENCE))
            .set_response_timeout(Some(PATIENCE));
        let made = self
            .client
            .get_connection_manager_lazy(config)
            .map_err(|error| failed(&error))?;
        Ok(self.connection.get_or_init(|| made).clone())
    }

    async fn read(&self, key: &str) -> Result<Option<Token>, TokenStoreError> {
        let stored: Option<String> = self
            .connection()?
            .get(format!("{}{key}", self.prefix))
            .await
            .map_err(|error| failed(&error))?;
        // What can't be read any more is as good as nothing: the next token replaces it.
        Ok(stored.and_then(|text| serde_json::from_str(&text).ok()))
    }

    async fn write(&self, key: &str, token: &Token) -> Result<(), TokenStoreError> {
        let text = serde_json::to_string(token)
            .map_err(|_| TokenStoreError::new("the token can't be written as JSON"))?;
        let kept = token
            .expires_at()
            .map_or(UNDATED, |at| (at - chrono::Utc::now()).num_seconds());
        let kept = if token.refresh().is_some() {
            kept.max(0) + REFRESHABLE
        } else {
            kept
        };
        let seconds = u64::try_from(kept).unwrap_or(0).max(1);
        self.connection()?
            .set_ex(format!("{}{key}", self.prefix), text, seconds)
            .await
            .map_err(|error| failed(&error))
    }

    async fn take(&self, key: &str, at_most: Duration) -> Result<bool, TokenStoreError> {
        let only_if_free = SetOptions::default()
            .conditional_set(ExistenceCheck::NX)
            .with_expiration(SetExpiry::PX(milliseconds(at_most)));
        let taken: Option<String> = self
            .connection()?
            .set_options(self.turn(key), &self.name, only_if_free)
            .await
            .map_err(|error| failed(&error))?;
        Ok(taken.is_some() || self.heal(key, at_most).await)
    }

    /// Takes over what stands in the place of a turn and never ends, where that can be told. A turn always ends, so that is
    /// none.
    async fn heal(&self, key: &str, at_most: Duration) -> bool {
        let Ok(mut connection) = self.connection() else {
            return false;
        };
        let place = self.turn(key);
        let left: Result<i64, _> = connection.pttl(&place).await;
        if left != Ok(ENDLESS) {
            return false;
        }
        let taken: Result<u64, _> = redis::cmd("EVAL")
            .arg(TAKE_OVER)
            .arg(1)
            .arg(&place)
            .arg(&self.name)
            .arg(milliseconds(at_most))
            .query_async(&mut connection)
            .await;
        let is_ours = taken == Ok(1);
        if is_ours {
            tracing::warn!("a turn in redis would never have ended; it is taken over");
        }
        is_ours
    }

    async fn extend(&self, key: &str, at_most: Duration) -> Result<bool, TokenStoreError> {
        let mut connection = self.connection()?;
        let extended: Result<u64, redis::RedisError> = redis::cmd("EVAL")
            .arg(EXTEND_TURN)
            .arg(1)
            .arg(self.turn(key))
            .arg(&self.name)
            .arg(milliseconds(at_most))
            .query_async(&mut connection)
            .await;
        match extended {
            // Where scripts aren't allowed.
            Err(error) if !error.is_io_error() => {
                let place = self.turn(key);
                let owner: Option<String> = connection
                    .get(&place)
                    .await
                    .map_err(|error| failed(&error))?;
                if owner.as_deref() != Some(&self.name) {
                    return Ok(false);
                }
                let milliseconds = i64::try_from(milliseconds(at_most)).unwrap_or(i64::MAX);
                connection
                    .pexpire(&place, milliseconds)
                    .await
                    .map_err(|error| failed(&error))
            }
            extended => extended
                .map(|count| count > 0)
                .map_err(|error| failed(&error)),
        }
    }

    async fn end(&self, key: &str) -> Result<(), TokenStoreError> {
        let mut connection = self.connection()?;
        let ended: Result<u64, redis::RedisError> = redis::cmd("EVAL")
            .arg(END_TURN)
            .arg(1)
            .arg(self.turn(key))
            .arg(&self.name)
            .query_async(&mut connection)
            .await;
        match ended {
            // Where scripts aren't allowed, it is done in two steps. At worst that ends a turn which another has just got, and
            // costs a request.
            Err(error) if !error.is_io_error() => {
                let place = self.turn(key);
                let owner: Option<String> = connection
                    .get(&place)
                    .await
                    .map_err(|error| failed(&error))?;
                if owner.as_deref() == Some(&self.name) {
                    let () = connection
                        .del(&place)
                        .await
                        .map_err(|error| failed(&error))?;
                }
                Ok(())
            }
            ended => ended.map(drop).map_err(|error| failed(&error)),
        }
    }

    fn turn(&self, key: &str) -> String {
        format!("{}{key} turn", self.prefix)
    }
}

impl TokenStore for RedisStore {
    fn load<'a>(
        &'a self,
        key: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Token>, TokenStoreError>> + Send + 'a>> {
        Box::pin(self.read(key))
    }

    fn save<'a>(
        &'a self,
        key: &'a str,
        token: &'a Token,
    ) -> Pin<Box<dyn Future<Output = Result<(), TokenStoreError>> + Send + 'a>> {
        Box::pin(self.write(key, token))
    }

    fn take_turn<'a>(
        &'a self,
        key: &'a str,
        at_most: Duration,
    ) -> Pin<Box<dyn Future<Output = Result<bool, TokenStoreError>> + Send + 'a>> {
        Box::pin(self.take(key, at_most))
    }

    fn extend_turn<'a>(
        &'a self,
        key: &'a str,
        at_most: Duration,
    ) -> Pin<Box<dyn Future<Output = Result<bool, TokenStoreError>> + Send + 'a>> {
        Box::pin(self.extend(key, at_most))
    }

    fn end_turn<'a>(
        &'a self,
        key: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<(), TokenStoreError>> + Send + 'a>> {
        Box::pin(self.end(key))
    }
}

/// No expiry of Redis' is zero.
fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX).max(1)
}

/// Redis' own messages may quote a command, so only the kind of failure is kept.
fn failed(error: &redis::RedisError) -> TokenStoreError {
    TokenStoreError::new(format!("redis failed: {:?}", error.kind()))
}

/// Shows the prefix; the URL may hold a password.
impl fmt::Debug for RedisStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisStore")
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_that_is_none_is_refused_without_showing_it() {
        let error = RedisStore::new("http://:hunter2@host", "p")
            .unwrap_err()
            .to_string();
        assert!(
            error.starts_with("redis url") && !error.contains("hunter2"),
            "{error}"
        );
        let store = RedisStore::new("redis://:hunter2@127.0.0.1/", "p").unwrap();
        assert!(!format!("{store:?}").contains("hunter2"));
    }
}

//! One token for everybody: a thousand tasks, several processes with one Redis, and strangers who share a store by mistake.
//!
//! What needs Redis is skipped, and said so, where `redis-server` isn't installed; with `FLORIN_REDIS=required`, as in CI, it
//! fails instead.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "what a test relies on fails the test, and a skipped one says so"
)]

mod falling;
mod garbage;
mod gate;
mod house;
mod process;
mod redis_server;
mod sharing;
mod storm;
mod strangers;

use std::time::Duration;

/// What a broken client never gets to, without a test that hangs.
async fn soon<T>(waiting: impl Future<Output = T>) -> T {
    let waited = tokio::time::timeout(Duration::from_secs(60), waiting).await;
    waited.unwrap_or_else(|_| panic!("it never happens"))
}

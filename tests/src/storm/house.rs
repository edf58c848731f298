//! Where the sandbox lives: on a thread of its own.
//!
//! It is another process in life, and no client should get to run only when it does. On one thread, requests are numbered in the
//! order in which they are written down, so that a report can say which of them was struck by what.

use std::time::Duration;

use florin::RetryPolicy;
use florin::core::{Backoff, ConfigError, Limits};
use florin_sandbox::{Sandbox, SandboxBuilder, Storm};
use tokio::runtime::{Builder, Runtime};

use super::blow::Problem;

/// A sandbox with its thread.
pub(super) struct House {
    sandbox: Sandbox,
    /// `None` once it is torn down.
    runtime: Option<Runtime>,
    /// What runs there while nobody calls.
    servants: usize,
}

/// Longer than anything hangs there.
const LONGEST: Duration = Duration::from_secs(30);

impl House {
    pub(super) async fn build(sandbox: SandboxBuilder) -> Result<Self, Problem> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let sandbox = runtime.spawn(sandbox.start()).await??;
        Ok(Self {
            sandbox,
            servants: runtime.metrics().num_alive_tasks(),
            runtime: Some(runtime),
        })
    }

    /// Until the last connection is over, once its clients are gone: what still hangs there, and was given up, has its effect by
    /// then or never.
    pub(super) async fn quiet(&self) {
        let Some(runtime) = &self.runtime else { return };
        let metrics = runtime.metrics();
        let quiet = async {
            while metrics.num_alive_tasks() > self.servants {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        // Where that never comes, the books are read as they are.
        let _ = tokio::time::timeout(LONGEST, quiet).await;
    }

    pub(super) const fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // Not by dropping it: that waits, and this may be dropped within another runtime.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// The pauses of a client that a test waits for; how often it tries is as users have it.
pub(super) fn quick() -> Result<RetryPolicy, ConfigError> {
    let backoff = Backoff::new(Duration::from_millis(1), Duration::from_millis(4))?;
    Ok(RetryPolicy::default().with_backoff(backoff))
}

/// Gives up half-way through a hang of the storm.
pub(super) fn limits() -> Limits {
    Limits::default().attempt(Storm::HANG / 2)
}

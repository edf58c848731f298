//! Waiting for something that a provider does in its own time.
//!
//! A [`Poller`] asks again until the answer is final. It is a future and a stream at once: `.await` it for the outcome,
//! or take it as a stream for every state on the way.
//!
//! ```no_run
//! # async fn f<P: florin::poll::Poll>(poller: florin::poll::Poller<P>) -> Result<P::Outcome, P::Error> {
//! use std::time::Duration;
//!
//! let outcome = poller.deadline(Duration::from_secs(300)).await?;
//! # Ok(outcome)
//! # }
//! ```

mod pace;
mod passing;
mod poller;
mod wake;
#[cfg(any(feature = "monetago", feature = "nemuru"))]
mod wake_list;

pub use pace::Pace;
#[cfg(any(feature = "monetago", feature = "tradevest-prices"))]
pub(crate) use pace::jittered;
pub use passing::may_pass;
pub use poller::{Poll, Poller, Progress, Reading};
pub use wake::Wake;
#[cfg(any(feature = "monetago", feature = "nemuru"))]
pub(crate) use wake_list::WakeList;

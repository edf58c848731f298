//! What was created, and what becomes of it.
//!
//! A command is answered before it is carried out. [`Created`] is what it is answered with; a [`Poller`](crate::poll::Poller)
//! follows it to a [`Goal`], by reading it and, where it is let [hear](crate::poll::Poller::hear) notifications, as soon as one
//! comes; [`Outcome`] is what it comes to. A change of something that is there is [`Submitted`], of which less can be known.

mod code;
mod course;
mod created;
mod following;
mod goal;
mod handle;
mod heard;
#[cfg(feature = "tradevest-onboarding")]
mod listed_things;
mod looking;
#[cfg(feature = "tradevest-onboarding")]
mod onboarding_things;
#[cfg(feature = "tradevest")]
mod other_things;
mod outcome;
mod reason;
mod status;
mod submitted;
mod telling;
#[cfg(test)]
mod tests;
mod thing;
mod told;
#[cfg(feature = "tradevest-trading")]
mod trading_things;

pub use created::Created;
pub use following::Following;
pub use goal::Goal;
pub use handle::{Handle, WrongKind};
pub use looking::{Change, Looking};
pub use outcome::Outcome;
pub use reason::{Reason, UpdateRefused};
pub use status::Status;
pub use submitted::{Reply, Submitted};
pub use telling::Telling;
pub use thing::{Readable, Thing};
#[cfg(feature = "tradevest-onboarding")]
pub use told::EntityOnboarding;
#[cfg(feature = "tradevest-trading")]
pub use told::SecuritiesOrder;

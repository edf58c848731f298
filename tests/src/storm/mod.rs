//! A storm over the clients: thousands of writes at once against a provider that fails at every turn, judged one by one.
//!
//! A [`Subject`](subject::Subject) is a provider with a kind of write. [`blow`](blow::blow) sends the writes through several
//! clients, each with a session and a token cache of its own, while the sandbox strikes a share of all requests. Then the weather
//! clears, each write that was left in doubt is looked into with nothing but what the client gave for that, and the
//! [judge] holds what was said of each write against the sandbox's own books.
//!
//! Who writes here does what the documentation of [`Effect`](florin::core::Effect) tells a caller to do: what is said not to have
//! been done is done anew, under another key; what may have been done is left alone until it is looked into. So a wrong word of a
//! client makes a second effect, or leaves none, and both are in the books.

pub mod blow;
pub mod careless;
mod financeit;
mod house;
pub mod judge;
mod monetago;
mod monoova;
mod nemuru;
pub mod program;
pub mod report;
mod stormed;
pub mod subject;
mod tradevest;

pub use blow::{Plan, Problem};
pub use careless::Manners;
pub use report::Report;
pub use stormed::Stormed;

//! The stand-in for Tradevest's Partner API: both generations of it, the token host, webhooks that are really delivered, and
//! the price socket.
//!
//! What the documentation says is played as it says. Where it is silent the stand-in takes the plainest reading, and
//! [`Options`] turns it to others. Choices that no option turns:
//!
//! - One natural person is there from the start, [`partner_person`](Tradevest::partner_person), and three documents of the
//!   partner's, one of which has run out.
//! - A command is checked in two steps: by the spec and for duplicates at once (400, 409), and for everything that takes data
//!   [`accept_after`](Options::accept_after) that. Only processes are checked for their subject at once (404), and only one of
//!   a kind runs for it (409).
//! - Both generations show the same people, customers, documents and processes.
//! - External identifiers are unique for each kind of object, and stay taken for good.
//! - A purged object answers 404. So does one of another kind.
//! - Every change of status is told, but for the first one; also `PENDING` of orders, which the documentation does not list.
//!   A refused update has the `notificationType` `VALIDATION_ERROR`. Updates of objects that failed are refused.
//! - Payloads that are not documented have the shape of those that are.
//! - Entities, roles and documents come to `CREATED` and go to `PENDING` and `ACTIVE` or `APPROVED` with their onboarding;
//!   nobody is reviewed unless a test says so. A rejected onboarding brings everybody back to `CREATED`.
//! - A user, a strategy and a tax exemption order become `ACTIVE`.
//! - Money moves when an order is `FILLED`, and can be withdrawn when a sale is `SETTLED`; a transfer moves it when it is
//!   `PROCESSED`. Nothing is held before. Trades are free of charge. BTC costs 50,000 euros, ETH 2,500, and everything else
//!   100.
//! - Which requestor may act for whom is not checked, only whether it is active, and that if an option says so.
//! - Error types other than the documented ones are the sandbox's own, and so is the form of undelivered notifications.
//! - 6 megabytes are 6,000,000 bytes.
//! - Lists of values that are not known to be complete take any value.
//! - Notifications go out one after the other, and a receiver may take 10 seconds. Only plain HTTP to loopback is really sent; others fail.

mod amount;
mod changelog;
mod companies;
mod customers;
mod documents;
mod effects;
mod handle;
mod hooks;
mod identification;
mod kind;
mod labels;
mod listing;
mod money;
mod notices;
mod objects;
mod onboarding;
mod options;
mod orders;
mod persons;
mod plans;
mod plant;
mod prices;
mod problem;
mod products;
mod proxies;
mod quotes;
mod rules;
mod spec;
mod stand_in;
mod steps;
mod tokens;
mod trading;
mod users;
mod verdict;
mod view;
mod world;

pub use handle::{Balance, ObjectState, Tradevest, UnknownObject};
pub use hooks::{Delivery, Notification, Registration, Webhooks};
pub use kind::Kind;
pub use options::{
    FileBody, Insufficient, LastCursor, Modification, Options, RequestorCheck, TokenPaths,
};
pub use prices::{PriceHandshake, PriceSocket, PriceSubscription, Quote};
pub use verdict::{Reason, Verdict};

/// The name of the token host in the spec.
const AUTH: &str = "auth";

/// Both documented paths of the token endpoint.
const OAUTH2: &str = "/oauth2/token";
const CONNECT: &str = "/connect/token";

/// What the newer path wants as a scope.
const SCOPE: &str = "tradevest.api";

/// The partner that the sandbox knows.
const CLIENT_ID: &str = "sandbox-partner";
const CLIENT_SECRET: &str = "sandbox-partner-secret";

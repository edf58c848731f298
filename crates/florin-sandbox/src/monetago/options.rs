//! How MonetaGo's stand-in behaves where its documentation leaves room.

use std::time::Duration;

/// How MonetaGo's stand-in behaves. The defaults are our reading of the documentation; where that is silent, a client should
/// get along with every other setting as well.
///
/// ```
/// use florin_sandbox::monetago::{Boundary, Options};
///
/// let options = Options { activity_after: Boundary::Inclusive, ..Options::default() };
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    /// Port of the API host on loopback; 0, the default, takes a free one.
    pub api_port: u16,
    /// Port of the token host on loopback; 0, the default, takes a free one.
    pub auth_port: u16,
    /// How long an access token is valid: 12 hours, as in the documentation's sample.
    pub token_lifetime: Duration,
    /// How long registrations, financings and cancellations take to have their effect. Zero by default: at once.
    pub settle_after: Duration,
    /// How a financing or cancellation that is not allowed shows. The documentation does not say.
    pub refusals: Refusals,
    /// What stands around the FVRs of a status or list. The documentation does not say.
    pub fvr_container: FvrContainer,
    /// The name of the identifier that a cancellation returns. The documentation has both.
    pub cancellation_key: CancellationKey,
    /// Whether the activity feed lists an event of exactly the time given as `after`. The documentation does not say.
    pub activity_after: Boundary,
    /// What stands around the events of the feed. The documentation does not say.
    pub activity_container: ActivityContainer,
    /// The order of the events. The documentation does not say.
    pub activity_order: ActivityOrder,
    /// Whether events name the records that changed. The documentation does not say; true by default.
    pub activity_names_records: bool,
    /// Whether events have an identifier of their own. The documentation does not say; true by default.
    pub activity_has_ids: bool,
    /// The most events in one answer of the feed, whatever `limit` asks for: 1000, which is the sample's limit.
    pub activity_page: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            api_port: 0,
            auth_port: 0,
            token_lifetime: Duration::from_secs(43_200),
            settle_after: Duration::ZERO,
            refusals: Refusals::default(),
            fvr_container: FvrContainer::default(),
            cancellation_key: CancellationKey::default(),
            activity_after: Boundary::default(),
            activity_container: ActivityContainer::default(),
            activity_order: ActivityOrder::default(),
            activity_names_records: true,
            activity_has_ids: true,
            activity_page: 1000,
        }
    }
}

/// How a financing or cancellation that is not allowed shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Refusals {
    /// The request succeeds, and the FVR gets an entry in its `errors`.
    #[default]
    InTheFvr,
    /// The request fails with 409 and changes nothing.
    AsHttpError,
}

/// What stands around FVRs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FvrContainer {
    /// A status mirrors the registration: batches, with their FVRs where the submitted details stood. Lists are arrays.
    #[default]
    Registration,
    /// An array of FVRs.
    Array,
    /// An object with the array in one of its fields.
    Wrapped,
}

/// The name of the identifier that a cancellation returns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CancellationKey {
    /// `cancellation_id`.
    #[default]
    Id,
    /// `cancellation_identification`.
    Identification,
}

/// Whether a limit belongs to the range that it limits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Boundary {
    /// It does not.
    #[default]
    Exclusive,
    /// It does.
    Inclusive,
}

/// What stands around the events of the feed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActivityContainer {
    /// Nothing: an array.
    #[default]
    Array,
    /// An object with the array in one of its fields.
    Wrapped,
}

/// The order of events in the feed; `offset` counts in the same order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActivityOrder {
    /// By time.
    #[default]
    OldestFirst,
    /// Against time.
    NewestFirst,
}

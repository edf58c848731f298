//! Settings that the builder of every client has: how patient it is, and what it stands on.

use std::sync::Arc;

use florin_core::{Limits, RetryPolicy, Seam, TokenStore, Transport};

use crate::poll::Pace;

/// What the setters of [`tuned!`] set.
pub(crate) struct Tuning {
    pub(crate) pace: Pace,
    pub(crate) limits: Limits,
    pub(crate) retry: RetryPolicy,
    pub(crate) seam: Seam,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) token_store: Option<Arc<dyn TokenStore>>,
}

impl Tuning {
    /// The defaults, with the pace that suits the provider.
    pub(crate) fn new(pace: Pace) -> Self {
        Self {
            pace,
            limits: Limits::default(),
            retry: RetryPolicy::default(),
            seam: Seam::default(),
            transport: None,
            token_store: None,
        }
    }
}

impl Default for Tuning {
    /// The pace of pollers everywhere.
    fn default() -> Self {
        Self::new(Pace::default())
    }
}

/// Gives a builder that holds a [`Tuning`] in its field `tuning` the setters of one. What a setter means for the provider is
/// said where the macro is called; what holds for all of them stands here.
macro_rules! tuned {
    (
        $builder:ident:
        $(#[$pace:meta])* pace,
        $(#[$limits:meta])* limits,
        $(#[$retry:meta])* retry,
        $(#[$token_store:meta])* token_store,
        $(#[$transport:meta])* transport $(,)?
    ) => {
        impl $builder {
            $(#[$pace])*
            pub const fn pace(mut self, pace: $crate::poll::Pace) -> Self {
                self.tuning.pace = pace;
                self
            }

            /// How long a call may take and how much it may read. One try at a token has 10 seconds, whatever is said here.
            $(#[$limits])*
            pub const fn limits(mut self, limits: ::florin_core::Limits) -> Self {
                self.tuning.limits = limits;
                self
            }

            $(#[$retry])*
            pub const fn retry(mut self, retry: ::florin_core::RetryPolicy) -> Self {
                self.tuning.retry = retry;
                self
            }

            /// Shares tokens with other processes through a store, such as `florin::RedisStore` behind the feature `redis`. In
            /// this process alone unless said.
            $(#[$token_store])*
            pub fn token_store(mut self, store: impl ::florin_core::TokenStore) -> Self {
                self.tuning.token_store = Some(::std::sync::Arc::new(store));
                self
            }

            /// Where time and chance come from: for tests.
            pub fn seam(mut self, seam: ::florin_core::Seam) -> Self {
                self.tuning.seam = seam;
                self
            }

            /// Sends through this instead of the network: for tests and recordings.
            ///
            /// Token requests go through it as well.
            $(#[$transport])*
            pub fn transport(
                mut self,
                transport: ::std::sync::Arc<dyn ::florin_core::Transport>,
            ) -> Self {
                self.tuning.transport = Some(transport);
                self
            }
        }
    };
}

pub(crate) use tuned;

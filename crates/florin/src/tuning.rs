//! Settings that the builder of every client has: how patient it is, and what it stands on.

use std::sync::Arc;

#[cfg(feature = "_tokens")]
use florin_core::TokenStore;
use florin_core::{Limits, RetryPolicy, Seam, Transport};

#[cfg(feature = "_polls")]
use crate::poll::Pace;

/// What the setters of [`tuned!`] set, and those of [`sent!`] and [`shared!`].
#[cfg_attr(not(feature = "_polls"), derive(Default))]
pub(crate) struct Tuning {
    #[cfg(feature = "_polls")]
    pub(crate) pace: Pace,
    pub(crate) limits: Limits,
    pub(crate) retry: RetryPolicy,
    pub(crate) seam: Seam,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    #[cfg(feature = "_tokens")]
    pub(crate) token_store: Option<Arc<dyn TokenStore>>,
}

#[cfg(feature = "_polls")]
impl Tuning {
    /// The defaults, with the pace that suits the provider.
    pub(crate) fn new(pace: Pace) -> Self {
        Self {
            pace,
            limits: Limits::default(),
            retry: RetryPolicy::default(),
            seam: Seam::default(),
            transport: None,
            #[cfg(feature = "_tokens")]
            token_store: None,
        }
    }
}

#[cfg(feature = "_polls")]
impl Default for Tuning {
    /// The pace of pollers everywhere.
    fn default() -> Self {
        Self::new(Pace::default())
    }
}

/// Gives a builder that holds a [`Tuning`] in its field `tuning` the setters of one. What a setter means for the provider is
/// said where the macro is called; what holds for all of them stands here.
///
/// For a provider with pollers, and tokens that are renewed. One that has no pollers takes the parts that it has:
/// [`sent!`], and [`shared!`] with tokens.
#[cfg(feature = "_polls")]
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
        }

        $crate::tuning::sent! {
            $builder:
            /// One try at a token has 10 seconds, whatever is said here.
            $(#[$limits])*
            limits,
            $(#[$retry])*
            retry,
            /// Token requests go through it as well.
            $(#[$transport])*
            transport,
        }

        $crate::tuning::shared! {
            $builder:
            $(#[$token_store])*
            token_store,
        }
    };
}

/// The setters of [`tuned!`] that a provider without tokens and pollers has too.
macro_rules! sent {
    (
        $builder:ident:
        $(#[$limits:meta])* limits,
        $(#[$retry:meta])* retry,
        $(#[$transport:meta])* transport $(,)?
    ) => {
        impl $builder {
            /// How long a call may take and how much it may read.
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

            /// Where time and chance come from: for tests.
            pub fn seam(mut self, seam: ::florin_core::Seam) -> Self {
                self.tuning.seam = seam;
                self
            }

            /// Sends through this instead of the network: for tests and recordings.
            ///
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

/// The setter of [`tuned!`] that a provider with tokens has.
#[cfg(feature = "_tokens")]
macro_rules! shared {
    ($builder:ident: $(#[$token_store:meta])* token_store $(,)?) => {
        impl $builder {
            /// Shares tokens with other processes through a store, such as `florin::RedisStore` behind the feature `redis`. In
            /// this process alone unless said.
            $(#[$token_store])*
            pub fn token_store(mut self, store: impl ::florin_core::TokenStore) -> Self {
                self.tuning.token_store = Some(::std::sync::Arc::new(store));
                self
            }
        }
    };
}

pub(crate) use sent;
#[cfg(feature = "_tokens")]
pub(crate) use shared;
#[cfg(feature = "_polls")]
pub(crate) use tuned;

//! What no documented operation reads: all that is known of it comes by notification.

use std::sync::Arc;

use florin_core::Operation;
use florin_core::http::Method;

use super::Status;
use super::course::{self, Course};
use super::thing::Described;
use crate::tradevest::{EventType, Notification};

/// A thing that is known by notifications alone.
pub trait ToldOnly: Described {
    /// What is waited for, where an error needs a name for that.
    fn notice() -> &'static Operation;

    /// The thing as a notification tells it.
    fn told(status: Option<Status>, notification: Arc<Notification>) -> Self;
}

macro_rules! told_things {
    ($(
        $(#[$about:meta])*
        $feature:literal $thing:ident = $kind:literal, told by $event:ident at $notice:literal, on $course:ident;
    )+) => {$(
        $(#[$about])*
        #[cfg(feature = $feature)]
        #[derive(Clone, Debug)]
        pub struct $thing {
            status: Option<Status>,
            notification: Arc<Notification>,
        }

        #[cfg(feature = $feature)]
        impl $thing {
            /// Where it is said to stand.
            #[must_use]
            pub const fn status(&self) -> Option<&Status> {
                self.status.as_ref()
            }

            /// The notification that says so, with all that it holds.
            #[must_use]
            pub fn notification(&self) -> &Notification {
                &self.notification
            }
        }

        #[cfg(feature = $feature)]
        impl Described for $thing {
            const KIND: &'static str = $kind;
            const EVENTS: &'static [EventType] = &[EventType::$event];

            fn course() -> &'static Course {
                &course::$course
            }

            fn status(&self) -> Option<Status> {
                self.status.clone()
            }
        }

        #[cfg(feature = $feature)]
        impl ToldOnly for $thing {
            fn notice() -> &'static Operation {
                static NOTICE: Operation = Operation::new($notice, Method::POST, "");
                &NOTICE
            }

            fn told(status: Option<Status>, notification: Arc<Notification>) -> Self {
                Self { status, notification }
            }
        }
    )+};
}

told_things! {
    /// An order of securities, as notifications tell it. No operation that reads one is documented, so there is
    /// [`Created::told`](super::Created::told) and nothing else: **it can't be polled**, and what is told can't be confirmed.
    "tradevest-trading" SecuritiesOrder = "securities-order",
        told by TraditionalAssetOrder at "traditional_asset_order_notification", on ORDER;
    /// The onboarding of a beneficial owner of a company that is a customer, as notifications tell it. No operation that reads one
    /// is documented; the owner itself can be read, and is `ACTIVE` in the end.
    "tradevest-onboarding" EntityOnboarding = "entity-onboarding",
        told by Onboarding at "onboarding_notification", on ONBOARDING;
}

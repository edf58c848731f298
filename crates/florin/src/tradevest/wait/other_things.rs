//! The partner's users, and the onboardings and offboardings of the older generation.

use florin_tradevest::{operations, types};

use super::thing::{Look, by_id, things};
use super::{Created, Status};
use crate::tradevest::EventType;
use crate::tradevest::create::Sending;

things! {
    // Of which type the notifications about it are is undocumented.
    UserOnboarding = "user-onboarding", told by [Onboarding, User], on ONBOARDING,
        read by GET_USER_ONBOARDING of "onboardingId",
        status |onboarding| Some(onboarding.status.as_ref()?.as_str());
    Onboarding = "onboarding", told by [Onboarding], on ONBOARDING,
        read by GET_ONBOARDING of "onboardingId",
        status |onboarding| Some(onboarding.status.as_ref()?.as_str());
    Offboarding = "offboarding", told by [Offboarding], on OFFBOARDING,
        read by GET_OFFBOARDING of "offboardingId",
        status |offboarding| Some(offboarding.status.as_ref()?.as_str());
}

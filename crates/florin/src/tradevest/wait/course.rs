//! Which statuses things pass through, and what they come to. The words and their order are the provider's, of which some are
//! documented and the rest known second hand.

use super::Goal;

/// The statuses of one kind of thing. `RECEIVED`, `INVALID` and `REJECTED` are everybody's.
#[derive(Debug)]
pub struct Course {
    /// The documented statuses on the way and at its good end, in order.
    pub(super) way: &'static [&'static str],
    /// Those after which nothing good follows.
    pub(super) ends: &'static [&'static str],
    goals: &'static [(Goal, Steps)],
}

/// What a goal means on a course.
#[derive(Debug)]
pub(super) struct Steps {
    pub(super) reached: &'static [&'static str],
    /// Statuses that are no failure by themselves, and make this goal unreachable.
    pub(super) missed: &'static [&'static str],
}

const fn at(reached: &'static [&'static str]) -> Steps {
    Steps {
        reached,
        missed: &[],
    }
}

impl Course {
    pub(super) fn steps_to(&self, goal: &Goal) -> Option<&'static Steps> {
        let found = self.goals.iter().find(|(known, _)| known == goal);
        found.map(|(_, steps)| steps)
    }

    /// Whether it goes on in words that nobody documented.
    pub(super) const fn is_untold(&self) -> bool {
        self.way.is_empty()
    }

    pub(super) fn is_after_the_first(&self, word: &str) -> bool {
        word != "RECEIVED" && self.way.contains(&word)
    }
}

/// Persons, companies, who stands behind them, customers, proxies.
#[cfg(feature = "tradevest-onboarding")]
pub(super) static ENTITY: Course = Course {
    way: &[
        "CREATED",
        "REVIEW",
        "PENDING",
        "ACTIVE",
        "SUSPENDED",
        "SUSPENDED_COMPLIANCE",
    ],
    ends: &["INACTIVE", "ARCHIVED", "DECEASED", "ESTATE"],
    goals: &[
        (Goal::Ready, at(&["CREATED", "PENDING", "ACTIVE"])),
        (Goal::Active, at(&["ACTIVE"])),
    ],
};

#[cfg(feature = "tradevest-onboarding")]
pub(super) static ONBOARDING: Course = Course {
    way: &["CREATED", "PENDING", "REVIEW", "APPROVED"],
    ends: &[],
    goals: &[(Goal::Approved, at(&["APPROVED"]))],
};

#[cfg(feature = "tradevest-onboarding")]
pub(super) static OFFBOARDING: Course = Course {
    way: &["CREATED", "PENDING", "REVIEW", "APPROVED"],
    ends: &["CANCELED"],
    goals: &[
        (Goal::Approved, at(&["APPROVED"])),
        (
            Goal::Canceled,
            Steps {
                reached: &["CANCELED"],
                missed: &["APPROVED"],
            },
        ),
    ],
};

#[cfg(feature = "tradevest-onboarding")]
pub(super) static DOCUMENT: Course = Course {
    way: &["CREATED", "PENDING", "APPROVED"],
    ends: &["ARCHIVED"],
    goals: &[
        (Goal::Ready, at(&["CREATED", "PENDING", "APPROVED"])),
        (Goal::Approved, at(&["APPROVED"])),
    ],
};

/// How an identification fails is undocumented.
#[cfg(feature = "tradevest-onboarding")]
pub(super) static IDENTIFICATION: Course = Course {
    way: &["PENDING", "APPROVED"],
    ends: &[],
    goals: &[
        (Goal::Ready, at(&["PENDING", "APPROVED"])),
        (Goal::Approved, at(&["APPROVED"])),
    ],
};

/// The search for a company at a vendor.
#[cfg(feature = "tradevest-onboarding")]
pub(super) static SEARCH: Course = Course {
    way: &[
        "PREPARING",
        "WAITING_FOR_DATA",
        "READY_DATA",
        "WAITING_FOR_DOCUMENTS",
        "READY_DOCUMENTS",
        "COMPLETED",
    ],
    ends: &["FAILED", "ERROR"],
    goals: &[(Goal::Completed, at(&["COMPLETED"]))],
};

#[cfg(feature = "tradevest-trading")]
pub(super) static PRODUCT: Course = Course {
    way: &["PENDING", "ACTIVE", "BLOCKED", "RESTRICTED", "INACTIVE"],
    ends: &["CLOSED"],
    goals: &[
        (Goal::Active, at(&["ACTIVE"])),
        (Goal::Closed, at(&["CLOSED"])),
    ],
};

/// Orders of every sort. Not each word is documented for each of them.
#[cfg(feature = "tradevest-trading")]
pub(super) static ORDER: Course = Course {
    way: &[
        "PENDING",
        "PLACED",
        "PARTIALLY_FILLED",
        "FILLED",
        "CORRECTED",
        "SETTLED",
    ],
    ends: &["CANCELED", "EXPIRED"],
    goals: &[
        (
            Goal::Filled,
            Steps {
                reached: &["FILLED", "SETTLED"],
                // It was executed, which is taken back: what follows is `CANCELED`.
                missed: &["CORRECTED"],
            },
        ),
        (Goal::Settled, at(&["SETTLED"])),
        (
            Goal::Canceled,
            Steps {
                reached: &["CANCELED"],
                missed: &["FILLED", "SETTLED"],
            },
        ),
    ],
};

#[cfg(feature = "tradevest-trading")]
pub(super) static TRANSFER: Course = Course {
    way: &["PENDING", "PROCESSED"],
    ends: &[],
    goals: &[(Goal::Processed, at(&["PROCESSED"]))],
};

/// Things of which no status after the first one is documented: tax exemption orders.
#[cfg(feature = "tradevest")]
pub(super) static UNTOLD: Course = Course {
    way: &[],
    ends: &[],
    goals: &[],
};

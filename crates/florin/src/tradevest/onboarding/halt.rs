//! Why an onboarding stops.

use florin_core::Secret;
use florin_tradevest::types;

use super::checklist::MissingDocument;
use super::state::Failure;
use super::step::Step;
use crate::tradevest::Reason;

/// Why an onboarding has stopped. Whatever it is, it goes on by [`run`](super::Onboarding::run) or
/// [`advance`](super::Onboarding::advance), in this process or another one, once that is seen to.
#[derive(Clone, Debug)]
#[non_exhaustive]
#[must_use = "only one of these means that the customer is onboarded"]
pub enum Halt {
    /// It is through. Customers begin without a product: open some.
    #[non_exhaustive]
    Onboarded {
        /// The customer.
        customer_id: String,
    },
    /// Documents are missing. Before anything is sent for who has none of it yet; hand them in and go on.
    NeedsDocuments(Vec<MissingDocument>),
    /// The person hasn't accepted the partner documents. Show these, then say [which were accepted](super::Person::accepted) and
    /// [take it up](crate::tradevest::Client::resume_onboarding) with that.
    #[non_exhaustive]
    NeedsAcceptance {
        /// Who has to.
        person: usize,
        /// The terms and privacy policies that are valid now.
        documents: Vec<types::PartnerDocument>,
    },
    /// A person has to be identified at this address. Send them there, and go on at any time: it is looked whether they have.
    #[non_exhaustive]
    WaitingForUser {
        /// Who has to.
        person: usize,
        /// Where to. It grants access: show it to that person alone.
        url: Secret,
    },
    /// Somebody at Tradevest reviews it, for which no time is known. Go on at any time: it is looked whether they have.
    #[non_exhaustive]
    Review {
        /// What is reviewed.
        step: Step,
    },
    /// It takes longer than it was waited. Go on at any time.
    #[non_exhaustive]
    TakesLonger {
        /// What is waited for.
        step: Step,
    },
    /// It failed. [`start_again`](super::Onboarding::start_again) leads on where it [can](Failure::can_start_again) help; where what
    /// was made has ended or is gone, [`repeat`](super::Onboarding::repeat) makes another one; and where the step makes something
    /// that has an identifier, [`done_with`](super::Onboarding::done_with) takes one that you name in its place.
    #[non_exhaustive]
    Failed {
        /// What did.
        step: Step,
        /// How, and whether [starting again](super::Onboarding::start_again) can help.
        failure: Failure,
        /// Why. Told by notifications alone, so `None` for who [hears](super::Onboarding::hear) none; and only at the time: it
        /// isn't stored, since it may be about a person.
        reason: Option<Reason>,
    },
    /// This may have been done by an attempt whose end nobody knows, and nothing that can be read tells for sure. Go on later, and it
    /// is looked for again, since a list may show it late. Or find out, by a notification, by reading the list yourself or from
    /// Tradevest, and say [`done_with`](super::Onboarding::done_with), [`done`](super::Onboarding::done) or
    /// [`repeat`](super::Onboarding::repeat). **It is never made a second time unasked**: only what has an external id is sent again
    /// by itself, and under that one alone.
    ///
    /// Also where the provider knows an external id already, and what is under that differs or doesn't show: it may show late, be
    /// somebody else's, or have turned `INVALID` and been removed, which uses the external id up. `done_with` takes what is there,
    /// and `repeat` makes it under another external id.
    #[non_exhaustive]
    InDoubt {
        /// What may have been done.
        step: Step,
        /// What is known of it: of a list, how many entries are like it; of an external id that is known already, whether something
        /// is found under it, and where that differs. No names.
        about: String,
    },
}

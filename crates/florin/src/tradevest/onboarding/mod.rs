//! Onboarding a customer, from the first data to `APPROVED`: a guided sequence over the generated operations.
//!
//! ```no_run
//! # async fn f(
//! #     tradevest: florin::tradevest::Client,
//! #     data: florin::tradevest::types::NaturalPersonData,
//! #     identification: florin::tradevest::types::IdentificationData,
//! #     certificate: Vec<u8>,
//! #     account: florin::tradevest::types::RefAccountData,
//! # ) -> Result<(), Box<dyn std::error::Error>> {
//! use florin::StateFile;
//! use florin::tradevest::onboarding::{Halt, Identification, OnboardingState, Paper, Person};
//! use florin::tradevest::types::DocumentTypeEnum;
//!
//! let certificate = Paper::new(DocumentTypeEnum::IdentificationCertificate, "identification", certificate);
//! let person = Person::new(data, Identification::own(identification))
//!     .document(certificate)
//!     .reference_account(account)
//!     .accepted("id of the terms", "id of the privacy policy");
//!
//! let stored = StateFile::<OnboardingState>::at("/var/lib/shop/onboarding-4711.json");
//! let mut onboarding = tradevest.onboard_person(person);
//! let halt = onboarding
//!     .run(|state| std::future::ready(stored.write(&state))) // before and after each thing that is sent
//!     .await?;
//! match halt {
//!     Halt::Onboarded { customer_id, .. } => println!("{customer_id} can have products now"),
//!     Halt::NeedsDocuments(missing) => missing.iter().for_each(|missing| println!("{missing}")),
//!     Halt::Failed { step, failure, .. } => println!("{step}: {failure:?}"),
//!     other => println!("later: {other:?}"),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # The steps
//!
//! | a person with your own identification | a person whom Tradevest identifies | a company |
//! | --- | --- | --- |
//! | the person | the person | the company, its representatives, its owners |
//! | the identification is reported | the user goes to an address | the customer |
//! | documents | documents, if any | its documents |
//! | the customer | the customer | each signatory: the person, identified, with documents; then the proxy |
//! | both signatures | both signatures | both signatures |
//! | the onboarding | the onboarding | the onboarding |
//!
//! What is made is waited for until it is ready for the next step. [`Onboarding::advance`] takes one step at a time,
//! [`Onboarding::next_step`] says which, and in between everything else of the client may be used. The guardians of a minor, as an
//! example, are proxies that you create before the last step.
//!
//! # Killed, and taken up again
//!
//! The [`OnboardingState`] is handed out before each thing that is sent, and holds the external id that it goes out under. So a process
//! that was killed sends the same person under the same external id, and there is one person.
//!
//! ```no_run
//! # async fn f(tradevest: florin::tradevest::Client, person: florin::tradevest::onboarding::Person)
//! # -> Result<(), Box<dyn std::error::Error>> {
//! use florin::StateFile;
//! use florin::tradevest::onboarding::{Halt, OnboardingState};
//!
//! let stored = StateFile::<OnboardingState>::at("/var/lib/shop/onboarding-4711.json");
//! let state = stored.read()?.ok_or("it was never begun")?; // identifiers alone; the person is handed in again
//! let mut onboarding = tradevest.resume_onboarding(person, state)?;
//! match onboarding.run(|state| std::future::ready(stored.write(&state))).await? {
//!     Halt::WaitingForUser { url, .. } => println!("go to {}", url.expose()),
//!     Halt::InDoubt { step, about, .. } => {
//!         println!("{step}: {about}");
//!         // Somebody has found out that nothing came of it:
//!         onboarding.repeat()?; // good for this once: a process that dies after it is in doubt again
//!     }
//!     _ => {}
//! }
//! # Ok(())
//! # }
//! ```
//!
//! | what may have been sent | what is done about it |
//! | --- | --- |
//! | person, company, document | sent again under its external id; in doubt where that is known, and something else or nothing is found under it |
//! | customer, proxy, representative, owner, identification by Tradevest | looked for in its list; in doubt unless the list shows one that is just like it |
//! | signature under the terms | looked for at the customer; [in doubt](Halt::InDoubt) where it isn't there |
//! | the onboarding | the customer is read; in doubt while that is still `CREATED` |
//! | report of an identification, signature under the privacy policy | in doubt: nothing that can be read shows it |
//!
//! **No list proves that something isn't there**, so none has anything sent again. The provider takes in first and works later,
//! nothing says how soon its lists show what was taken in, and those of representatives, owners and proxies are of inferred shape.
//! Customers and proxies have a documented 409, but the duplicates that it is documented for are those of an external id, which they
//! lack; so a repetition isn't known to be refused either. That has a price: where a process died *before* it sent a customer,
//! somebody has to say so.
//!
//! One in a list is taken for what was sent where it is the only one that is just like it: about the same entity or, for who stands
//! behind a company, with the same name and day of birth and nothing that contradicts; in a status of the beginning; and not created
//! before the step began (ten minutes are allowed for clocks that differ). A customer
//! or an identification that shows no time isn't taken. So a former customer isn't taken for the new one. Otherwise
//! [`Halt::InDoubt`] says how many are like it. Go on later, since it may show late; or name it with [`Onboarding::done_with`]; or, once
//! it is known that nothing came of it, [`Onboarding::repeat`].
//!
//! # What fails
//!
//! A customer whose onboarding was `REJECTED` for something that can be mended falls back to `CREATED`, and takes a **new**
//! onboarding: that is [`Failure::Rejected`], and [`Onboarding::start_again`]. What turned `INVALID` is made anew under another external
//! id; also where it was gone before anybody saw it, once you say [`Onboarding::repeat`]. What has ended or is gone, [`Onboarding::repeat`] makes anew, and [`Onboarding::done_with`] takes one that you name in its place.
//! Where the customer itself is over by the time of its onboarding, begin a new one, and name what is there.
//! Why something failed is told by notification alone: let the onboarding [hear](Onboarding::hear) the events
//! `NATURAL_PERSON_NOTIFICATION`, `CUSTOMER_NOTIFICATION`, `DOCUMENT_NOTIFICATION` and `ONBOARDING_NOTIFICATION` (documented); with
//! Tradevest's identification also `IDENTIFICATION_VERIFICATION_NOTIFICATION`; for a company also those of legal entities,
//! representatives, owners and proxies.
//!
//! # How sure this is
//!
//! The order of the steps stands in the provider's guides. Which [documents](Onboarding::missing_documents) it takes is known second
//! hand, so [that check can be left out](Onboarding::without_document_check). Of a company's legal form that isn't known, nothing is asked.

mod call;
mod checklist;
mod company;
mod decisions;
mod error;
mod halt;
mod likeness;
mod look;
mod person;
mod refusal;
mod sequence;
mod state;
mod step;
mod subject;
mod waiting;

pub use checklist::MissingDocument;
pub use company::Company;
pub use error::{CannotResume, NotNow, OnboardingError};
pub use halt::Halt;
pub use person::{Identification, Paper, Person};
pub use sequence::Onboarding;
pub use state::{Failure, OnboardingState};
pub use step::{NextStep, Party, Step};
pub use subject::Subject;

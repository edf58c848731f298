//! Creating a loan, once.

use std::time::Duration;

use florin_core::{Effect, Error as CoreError};
use florin_nemuru::{operations, types};
use serde_json::Value;

use super::same_loan::differences;
use super::{Client, Error, Loan, LoanHandle, check};

/// How long to wait before a loan that was just refused for being there, and isn't found, is looked for again.
const LOOK_AGAIN: [Duration; 3] = [
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
];

/// What makes a repetition safe here is no key.
const UNDER_THE_SAME_ID: &str = "the loan may be there, under the id in the request; call again with the same request, under the same id";

impl Client {
    /// Creates a loan: Nemuru invites the borrower by e-mail and SMS.
    ///
    /// The loan's `id` is yours to choose ([`new_loan_id`](super::new_loan_id)) and to store **before** this is called, as in a
    /// [`StateFile`](crate::StateFile).
    /// It is what makes this safe to repeat: a failure that leaves in doubt whether the loan was created is tried again
    /// under the same identifier, and a refusal because the identifier is taken (409) is looked into. The loan of that
    /// identifier is read and compared with the request: amounts and rates exactly, names without regard to case, telephone
    /// numbers with the country's code or without, and whatever the answer doesn't hold counts for neither side. If it is the same loan, that is success, see
    /// [`Loan::was_there`]: an earlier try of this call has created it, or one of a process that died before it could say
    /// so. Nobody is invited twice, and no loan is lost.
    ///
    /// Any 2xx counts as created that is answered with nothing, or with an object of whatever isn't a message, as documented. A page,
    /// a message, an error may come from something in between, which also says 200: then the loan is looked for and compared, and is
    /// only taken for created where it is found. [`Loan::read`] shows what is there.
    ///
    /// Before anything is sent the request is checked, see [`check::loan`].
    ///
    /// # Errors
    /// - [`is_invalid_request`](florin_core::Error::is_invalid_request) names the field; nothing was sent.
    /// - [`is_conflict`](florin_core::Error::is_conflict): the identifier is taken, and the message says what was found.
    ///   Either the loan was read and differs, then it names the fields; or it wasn't found or couldn't be read, so it may
    ///   well be this one. With [`Effect::Answered`](florin_core::Effect::Answered) this call has created nothing, that is
    ///   certain. With [`Effect::MaybeApplied`](florin_core::Effect::MaybeApplied) the loan wasn't read, or an earlier try of this
    ///   call was left in doubt: then the loan may be this call's even though it differs. In each case look at
    ///   `client.loan(id)` first; under another identifier the customer may be invited a second time.
    /// - Any other error with [`Effect::MaybeApplied`](florin_core::Effect::MaybeApplied): the loan may be there. Repeat
    ///   this call with the same request, at any time and from any process; or read `client.loan(id)`, where
    ///   [`is_not_found`](florin_core::Error::is_not_found) means that it isn't there yet.
    pub async fn create_loan(&self, request: &types::CreateLoanRequest) -> Result<Loan, Error> {
        let operation = &operations::CREATE_LOAN;
        if let Some(problem) = check::loan(request) {
            return Err(CoreError::invalid_request(operation, problem.to_string()));
        }
        // Not through the generated builder, which would want the request for itself.
        let mut call = self.api.session().request(operation);
        call.json(request);
        let was_there = match call.send_empty().await {
            Ok(answer) if is_nothing(answer.raw_body()) => false,
            Ok(_) => {
                let odd = "it says more than that the loan is created";
                let odd = CoreError::unusable_answer(operation, odd);
                self.make_sure(odd, request).await?;
                false
            }
            Err(error) if error.is_conflict() => {
                self.look_into(error, request).await?;
                true
            }
            Err(error) if error.is_decode() => {
                self.make_sure(error, request).await?;
                false
            }
            Err(error) => {
                return Err(match error.effect() {
                    Effect::MaybeApplied => error.with_note(UNDER_THE_SAME_ID),
                    Effect::NotSent | Effect::Answered => error,
                });
            }
        };
        Ok(Loan {
            client: self.clone(),
            handle: LoanHandle::new(&request.id),
            was_there,
        })
    }

    /// `Ok` where the loan that is there is the one that was asked for.
    async fn look_into(
        &self,
        conflict: Error,
        request: &types::CreateLoanRequest,
    ) -> Result<(), Error> {
        match self.look_for(&request.id).await {
            Ok(there) => match differences(request, &there).as_slice() {
                [] => Ok(()),
                fields => Err(conflict.with_note(format!(
                    "the loan that has this id differs in {}",
                    fields.join(", ")
                ))),
            },
            Err(error) if error.is_not_found() => Err(conflict.in_doubt().with_note(
                "the id is taken, and no loan of this id is found with these credentials; look again before you take another id",
            )),
            // The other error's own words hold no value either.
            Err(error) => Err(conflict.in_doubt().with_note(format!(
                "the id is taken, and the loan that has it can't be read to see whether it is the same ({error})"
            ))),
        }
    }

    /// `Ok` where the loan is there that a success was said of, by nobody knows whom.
    async fn make_sure(
        &self,
        unread: Error,
        request: &types::CreateLoanRequest,
    ) -> Result<(), Error> {
        let note = match self.look_for(&request.id).await {
            Ok(there) => match differences(request, &there).as_slice() {
                [] => return Ok(()),
                fields => format!("the loan that has this id differs in {}", fields.join(", ")),
            },
            Err(error) if error.is_not_found() => {
                "no loan of this id is found; call again with the same request, under the same id"
                    .to_owned()
            }
            // The other error's own words hold no value either.
            Err(error) => format!("whether the loan is there can't be read ({error})"),
        };
        Err(unread.in_doubt().with_note(note))
    }

    /// Reads a loan that has to be there, and may not show at once.
    async fn look_for(&self, id: &str) -> Result<types::Loan, Error> {
        for pause in LOOK_AGAIN {
            match self.read_loan(id).await {
                Err(error) if error.is_not_found() => {
                    self.api.session().seam().sleep(pause).await;
                }
                read => return read,
            }
        }
        self.read_loan(id).await
    }
}

/// Whether an answer says nothing against what its status says. A text is let be: what a creation is answered with is documented
/// to be of no account.
fn is_nothing(body: &[u8]) -> bool {
    match serde_json::from_slice(body) {
        Ok(Value::Object(fields)) => !fields.contains_key("message"),
        Ok(Value::Array(list)) => list.is_empty(),
        Ok(_) | Err(_) => true,
    }
}

//! The client: a merchant's verbs.

use florin_core::Error as CoreError;
use florin_nemuru::{operations, types};

use super::{ClientBuilder, Error, Loan, LoanHandle};
use crate::poll::{Pace, Poll, Poller};

/// A merchant's seller at Nemuru. Cheap to clone; clones share the token, the retry budget and the connections.
///
/// ```no_run
/// # async fn f(request: florin::nemuru::types::CreateLoanRequest) -> Result<(), Box<dyn std::error::Error>> {
/// use florin::nemuru::{Client, Credentials, Environment, Milestone, Outcome};
///
/// let nemuru = Client::builder()
///     .environment(Environment::Stage)
///     .credentials(Credentials::from_env()?)
///     .build()?;
///
/// let loan = nemuru.create_loan(&request).await?; // the customer is invited once, however often this is tried
/// match loan.poller_until(Milestone::FundsSent).await? {
///     Outcome::Succeeded(_) => println!("paid: hand over the goods"),
///     other => println!("{}: {}", other.word(), other.loan().status),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Client {
    pub(super) api: florin_nemuru::Client,
    pub(super) pace: Pace,
}

impl Client {
    /// Starts a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Every generated operation, on the same session: same token, retries, limits and traces.
    ///
    /// For what no spec describes, [`florin_core::Session::request`] sends an operation of your own.
    #[must_use]
    pub const fn api(&self) -> &florin_nemuru::Client {
        &self.api
    }

    /// The agent that the credentials belong to. Its `id` is needed to simulate and to create loans.
    ///
    /// # Errors
    /// As any call. On [`is_not_found`](florin_core::Error::is_not_found) the path may be another one, which
    /// [`ClientBuilder::path`] corrects: it is a guess.
    pub async fn agent(&self) -> Result<types::Agent, Error> {
        let answer = self.api.get_agent_profile().send().await?;
        Ok(answer.into_inner().payload)
    }

    /// A loan by its identifier. Sends nothing.
    pub fn loan(&self, id: impl Into<String>) -> Loan {
        self.resume(LoanHandle::new(id))
    }

    /// Takes a loan up again from its handle. Sends nothing.
    pub fn resume(&self, handle: LoanHandle) -> Loan {
        Loan {
            client: self.clone(),
            handle,
            was_there: false,
        }
    }

    pub(super) async fn read_loan(&self, id: &str) -> Result<types::Loan, Error> {
        let answer = self.api.get_loan().loan_id(id).send().await?;
        let loan = answer.into_inner().payload;
        if !loan.id.trim().eq_ignore_ascii_case(id.trim()) {
            return Err(CoreError::unusable_answer(
                &operations::GET_LOAN,
                "it is about another loan than the one that was asked for",
            ));
        }
        Ok(loan)
    }

    pub(super) fn poller<P: Poll>(&self, target: P) -> Poller<P> {
        Poller::new(target, self.api.session().seam().clone()).pace(self.pace)
    }
}

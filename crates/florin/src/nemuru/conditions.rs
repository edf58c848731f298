//! Simulating a loan.

use florin_core::{Decimal, Error as CoreError};
use florin_nemuru::{operations, types};

use super::check::is_currency;
use super::{Client, Error};

/// What a loan is simulated for.
///
/// ```
/// use florin::nemuru::ConditionsRequest;
///
/// let request = ConditionsRequest::new("9286898b-7bb7-4885-9a9b-94c4e880378b", "EUR", 30, 5000.into());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConditionsRequest {
    /// Whose prices count: the `id` of an [`Agent`](types::Agent).
    pub agent_id: String,
    /// Three letters, as in `EUR`.
    pub currency: String,
    /// In whole months.
    pub term: u32,
    /// What is to be financed, in major units of the currency.
    pub principal: Decimal,
}

impl ConditionsRequest {
    /// The agent, the currency, the term in whole months and the principal in major units. All are needed.
    pub fn new(
        agent_id: impl Into<String>,
        currency: impl Into<String>,
        term: u32,
        principal: Decimal,
    ) -> Self {
        Self {
            agent_id: agent_id.into(),
            currency: currency.into(),
            term,
            principal,
        }
    }
}

impl Client {
    /// Simulates a loan: one offer for each program that the agent has a price for. It creates nothing. No offer at all
    /// is an answer as well.
    ///
    /// Rates are fractions, as their type says. The totals come from the instalment before it was rounded: don't
    /// recompute them.
    ///
    /// # Errors
    /// As any call. An empty agent, a currency that isn't three letters, a term or principal that isn't positive are
    /// refused before they are sent.
    pub async fn conditions(
        &self,
        request: &ConditionsRequest,
    ) -> Result<Vec<types::LoanConditionsOffer>, Error> {
        let problem = if request.agent_id.trim().is_empty() {
            "agent_id is empty; Client::agent reads it"
        } else if !is_currency(&request.currency) {
            "currency isn't three letters, as in EUR"
        } else if request.term == 0 {
            "term is zero; give whole months"
        } else if request.principal <= Decimal::ZERO {
            "principal isn't positive"
        } else {
            let answer = self
                .api
                .get_loan_conditions()
                .agent_id(&request.agent_id)
                .currency(&request.currency)
                .term(i64::from(request.term))
                .principal(request.principal)
                .send()
                .await?;
            return Ok(answer.into_inner().data);
        };
        Err(CoreError::invalid_request(
            &operations::GET_LOAN_CONDITIONS,
            problem,
        ))
    }
}

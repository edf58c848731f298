//! Nemuru under a storm: loans, under identifiers of the caller's.

use std::collections::HashMap;

use florin::core::Limits;
use florin::nemuru::{Client, types};
use florin_sandbox::nemuru::Agent;
use florin_sandbox::{Received, Sandbox};
use serde_json::json;

use super::blow::Problem;
use super::house::{House, quick};
use super::subject::{Books, Doing, Doubt, Said, Subject, steered};
use crate::nemuru::{invitation, shop};

pub(super) struct Nemuru {
    house: House,
    agent: String,
    writes: usize,
}

impl Nemuru {
    pub(super) async fn open(writes: usize) -> Result<Self, Problem> {
        let house = House::build(Sandbox::builder()).await?;
        let agent = house.sandbox().nemuru().credentials().agent_id;
        Ok(Self {
            house,
            agent: agent.to_string(),
            writes,
        })
    }

    /// Each loan has a borrower of its own, by whom it is found in the books.
    fn request(&self, write: usize, id: &str) -> Result<types::CreateLoanRequest, String> {
        let mut request = invitation::json(&self.agent, id);
        request["borrower"]["email"] = json!(email(write));
        serde_json::from_value(request).map_err(|error| error.to_string())
    }
}

impl Subject for Nemuru {
    type Client = Client;

    fn client(&self, limits: Limits) -> Result<Client, Problem> {
        let builder = shop::builder(self.house.sandbox(), Agent::First)?;
        Ok(builder.limits(limits).retry(quick()?).build()?)
    }

    fn write<'a>(&'a self, client: &'a Client, write: usize, round: u32) -> Doing<'a, Said> {
        Box::pin(async move {
            let id = loan_id(write, round);
            let request = match self.request(write, &id) {
                Ok(request) => request,
                Err(why) => {
                    return Said::Not {
                        why,
                        without_token: false,
                    };
                }
            };
            match client.create_loan(&request).await {
                Ok(loan) => Said::Applied(loan.id().to_owned()),
                // The identifier is the caller's, so the error needs not name it.
                Err(error) => match Said::by(&error) {
                    Said::Doubt(doubt) => Said::Doubt(Doubt {
                        key: Some(id),
                        ..doubt
                    }),
                    said => said,
                },
            }
        })
    }

    fn find_out<'a>(
        &'a self,
        client: &'a Client,
        write: usize,
        doubt: &'a Doubt,
    ) -> Doing<'a, Result<Vec<String>, String>> {
        Box::pin(async move {
            let id = doubt.key.as_deref().ok_or("there is no id to look for")?;
            // Both ways that are documented: ask again, or look.
            if write.is_multiple_of(2) {
                let request = self.request(write, id)?;
                let loan = client.create_loan(&request).await;
                let loan = loan.map_err(|error| format!("{error:#}"))?;
                return Ok(vec![loan.id().to_owned()]);
            }
            match client.loan(id).read().await {
                Ok(loan) => Ok(vec![loan.id]),
                Err(error) if error.is_not_found() => Ok(Vec::new()),
                Err(error) => Err(format!("{error:#}")),
            }
        })
    }

    fn books(&self) -> Books {
        let writes: HashMap<_, _> = (0..self.writes)
            .map(|write| (email(write), write))
            .collect();
        let mut books = Books::of(self.writes);
        for loan in self.house.sandbox().nemuru().loans() {
            let whose = loan.request["borrower"]["email"].as_str();
            let write = whose.and_then(|whose| writes.get(whose)).copied();
            for _ in 0..loan.invitations {
                books.enter(write, loan.id.clone());
            }
        }
        books
    }

    fn is_about(&self, request: &Received, write: usize) -> bool {
        let body = String::from_utf8_lossy(&request.body);
        body.contains(&format!("\"{}\"", email(write)))
            || request.path.contains(&format!("{:012x}", write + 1))
    }

    steered!(nemuru);
}

fn email(write: usize) -> String {
    format!("borrower-{write}@example.com")
}

/// A UUID of its own for each time that a write is begun.
fn loan_id(write: usize, round: u32) -> String {
    format!("{round:08x}-0473-4fbc-bc36-{:012x}", write + 1)
}

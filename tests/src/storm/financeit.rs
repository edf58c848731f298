//! Financeit under a storm: invites, which no key protects and which are sent once.

use florin::core::Limits;
use florin::financeit::Client;
use florin_sandbox::financeit::User;
use florin_sandbox::{Received, Sandbox};

use super::blow::Problem;
use super::house::{House, quick};
use super::subject::{Books, Doing, Doubt, Said, Subject, steered};
use crate::financeit::{invite, office};

/// An invite has no identifier.
const SENT: &str = "the customer has the message";

pub(super) struct Financeit {
    house: House,
    writes: usize,
}

impl Financeit {
    pub(super) async fn open(writes: usize) -> Result<Self, Problem> {
        let house = House::build(Sandbox::builder()).await?;
        Ok(Self { house, writes })
    }
}

impl Subject for Financeit {
    type Client = Client;

    fn client(&self, limits: Limits) -> Result<Client, Problem> {
        let builder = office::login(self.house.sandbox(), User::Merchant)?;
        Ok(builder.limits(limits).retry(quick()?).build()?)
    }

    fn write<'a>(&'a self, client: &'a Client, write: usize, _round: u32) -> Doing<'a, Said> {
        Box::pin(async move {
            match client.invite(&invite::for_lead(lead(write))).await {
                Ok(_) => Said::Applied(SENT.to_owned()),
                Err(error) => {
                    let name = lead(write).to_string();
                    Said::found_by(&name, "Client::loan_for_lead", &error)
                }
            }
        })
    }

    /// By the lead: whoever has the message applies, and then there is a loan.
    fn find_out<'a>(
        &'a self,
        client: &'a Client,
        write: usize,
        _doubt: &'a Doubt,
    ) -> Doing<'a, Result<Vec<String>, String>> {
        Box::pin(async move {
            let lead = lead(write);
            let _ = self.house.sandbox().financeit().customer_applies(lead);
            let loan = client.loan_for_lead(lead, None).await;
            let loan = loan.map_err(|error| format!("{error:#}"))?;
            Ok(loan.map(|_| SENT.to_owned()).into_iter().collect())
        })
    }

    fn books(&self) -> Books {
        let mut books = Books::of(self.writes);
        for invite in self.house.sandbox().financeit().invites() {
            books.enter(invite.lead_id.and_then(write_of), SENT);
        }
        books
    }

    fn is_about(&self, request: &Received, write: usize) -> bool {
        let body = request.json().unwrap_or_default();
        let sent = body.pointer("/custom_params/lead_id");
        sent.and_then(serde_json::Value::as_i64) == Some(lead(write))
    }

    steered!(financeit);
}

/// The lead of a write.
fn lead(write: usize) -> i64 {
    i64::try_from(write).map_or(i64::MAX, |write| write + 1)
}

fn write_of(lead: i64) -> Option<usize> {
    usize::try_from(lead).ok()?.checked_sub(1)
}

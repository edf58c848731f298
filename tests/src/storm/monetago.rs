//! MonetaGo under a storm: registrations, which no key protects and which are sent once.

use std::collections::HashMap;

use florin::core::Limits;
use florin::monetago::Client;
use florin_sandbox::monetago::Lender;
use florin_sandbox::{Received, Sandbox};

use super::blow::Problem;
use super::house::{House, quick};
use super::subject::{Books, Doing, Doubt, Said, Subject, steered};
use crate::monetago::{invoice, lender};

pub(super) struct MonetaGo {
    house: House,
    writes: usize,
}

impl MonetaGo {
    pub(super) async fn open(writes: usize) -> Result<Self, Problem> {
        let house = House::build(Sandbox::builder()).await?;
        Ok(Self { house, writes })
    }
}

impl Subject for MonetaGo {
    type Client = Client;

    fn client(&self, limits: Limits) -> Result<Client, Problem> {
        let builder = lender::builder(self.house.sandbox(), Lender::First)?;
        Ok(builder.limits(limits).retry(quick()?).build()?)
    }

    fn write<'a>(&'a self, client: &'a Client, write: usize, _round: u32) -> Doing<'a, Said> {
        Box::pin(async move {
            let fvr = invoice::fvr(&data_set(write), &format!("invoice {write}"));
            let request = match invoice::registration_of("REGI", &[fvr]) {
                Ok(request) => request,
                Err(error) => {
                    return Said::Not {
                        why: error.to_string(),
                        without_token: false,
                    };
                }
            };
            match client.register(&request).await {
                Ok(registration) => Said::Applied(registration.id().to_owned()),
                Err(error) => Said::found_by(&data_set(write), "Client::find", &error),
            }
        })
    }

    /// By the lender's own identifier of the FVR, as the documentation of `register` says.
    fn find_out<'a>(
        &'a self,
        client: &'a Client,
        write: usize,
        _doubt: &'a Doubt,
    ) -> Doing<'a, Result<Vec<String>, String>> {
        Box::pin(async move {
            let found = client.find(&data_set(write)).await;
            let found = found.map_err(|error| format!("{error:#}"))?;
            let ids = found.iter().map(|fvr| fvr.registration_id());
            let ids = ids.map(|id| id.unwrap_or("without an identifier").to_owned());
            Ok(ids.collect())
        })
    }

    fn books(&self) -> Books {
        let writes: HashMap<_, _> = (0..self.writes)
            .map(|write| (data_set(write), write))
            .collect();
        let mut books = Books::of(self.writes);
        for fvr in self.house.sandbox().monetago().fvrs() {
            let write = writes.get(&fvr.submitter_data_set_identification).copied();
            books.enter(write, fvr.request_identification);
        }
        books
    }

    fn is_about(&self, request: &Received, write: usize) -> bool {
        let body = String::from_utf8_lossy(&request.body);
        body.contains(&format!("\"{}\"", data_set(write)))
    }

    steered!(monetago);
}

fn data_set(write: usize) -> String {
    format!("storm-{write}")
}

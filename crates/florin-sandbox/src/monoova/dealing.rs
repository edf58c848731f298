//! The operations on rates and transactions, and what else takes currencies in the query.

use http::StatusCode;
use serde_json::json;

use super::catalogue::Currency;
use super::deals::Around;
use super::either::Either;
use super::listing::Page;
use super::problem::{self, Faults};
use super::request::{id, ok, queried, user};
use super::stand_in::{StandIn, State};
use super::user::Identity;
use super::view;
use crate::contract::Checked;
use crate::provider::{Answer, Refusal};

impl StandIn {
    pub(super) fn transaction(
        &self,
        operation: &str,
        who: Identity,
        request: &Checked,
    ) -> Result<Answer, Refusal> {
        let (options, now) = (&self.options, self.stage.clock.now());
        let state = &mut *self.state();
        let mut around = Around {
            people: &mut state.people,
            rates: &state.rates,
            both: &mut state.both,
            options,
            now,
        };
        let (deals, body) = (&mut state.deals, &request.body);
        let id = match operation {
            "list_transactions" => {
                let owner = user(who, request)?;
                let own = deals.all.iter().filter(|deal| deal.owner == owner);
                let views = own.map(|deal| deal.view(around.people, options.amounts));
                let page = Page::of(request, options.pagination);
                return Ok(ok(&page.cut("transactions", views)));
            }
            "create_transaction" => {
                let owner = user(who, request)?;
                deals.create((who, owner), body, &mut around)?
            }
            _ => id(request),
        };
        match operation {
            "update_transaction" => deals.update(who, id, body, &mut around)?,
            "confirm_transaction" => deals.confirm(who, id, options, now)?,
            "confirm_transaction_payments" => deals.allocate(who, id, options, now)?,
            "create_transaction" | "get_transaction" => {}
            other => {
                let why = format!("the sandbox does not play {other}");
                return Err(Refusal::new(StatusCode::NOT_IMPLEMENTED, why));
            }
        }
        let view = deals.seen(who, id)?.view(around.people, options.amounts);
        Ok(self.one("transaction", view, operation))
    }

    pub(super) fn rate(&self, who: Identity, request: &Checked) -> Result<Answer, Refusal> {
        user(who, request)?;
        let now = self.stage.clock.now();
        let State { rates, both, .. } = &mut *self.state();
        let mut faults = Faults::default();
        let sent = queried(request);
        let mut either = Either {
            sent: &sent,
            at: String::new(),
            faults: &mut faults,
            both,
        };
        let base = either.currency("base_currency", true);
        let counter = either.currency("counter_currency", true);
        let pair = base.zip(counter);
        let rate = pair.and_then(|pair| rates.now(pair));
        if pair.is_some() && rate.is_none() {
            faults.in_query("counter_currency_code", "is the base currency");
        }
        faults.refuse()?;
        let (Some((base, counter)), Some(rate)) = (pair, rate) else {
            return Err(problem::unfit("rate", "cannot be told"));
        };
        let mut view = json!({
            "base_currency": base.reference(),
            "counter_currency": counter.reference(),
            "exchange_rate": rate.view(self.options.amounts),
            "updated_date": view::time(now),
        });
        if self.options.rate_ids {
            view["id"] = rates.give((base, counter), rate).into();
        }
        Ok(ok(&json!({ "rate": view })))
    }

    /// The one currency that a list is about.
    pub(super) fn filter(&self, request: &Checked) -> Result<Option<&'static Currency>, Refusal> {
        let State { both, .. } = &mut *self.state();
        let mut faults = Faults::default();
        let sent = queried(request);
        let mut either = Either {
            sent: &sent,
            at: String::new(),
            faults: &mut faults,
            both,
        };
        let currency = either.currency("currency", false);
        faults.refuse()?;
        Ok(currency)
    }
}

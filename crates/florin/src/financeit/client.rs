//! The client: a merchant's and a broker's verbs.

use chrono::NaiveDate;
use florin_core::{Effect, Error as CoreError, Operation, Request, Response, Seam};
use florin_financeit::types;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::account::Caller;
use super::walk::Window;
use super::{
    AccessLink, Calculation, ClientBuilder, Error, Loan, LoanPages, Loans, LoansQuery,
    PromoProgramsQuery, SubverticalsQuery, error_texts, invite, operations,
};
use crate::poll::{Pace, Poll, Poller};

/// A merchant or broker at Financeit. Cheap to clone; clones share the token, the retry budget and the connections.
///
/// ```no_run
/// # async fn f(invite: florin::financeit::types::DirectInviteRequest) -> Result<(), Box<dyn std::error::Error>> {
/// use florin::financeit::{Account, Calculation, Client, Credentials, Environment};
///
/// let financeit = Client::builder()
///     .environment(Environment::Training)
///     .credentials(Credentials::from_env()?)
///     .account(Account::Merchant)
///     .build()?;
///
/// let options = financeit.calculate(&Calculation::new(8_400)).await?;
/// println!("{} ways to pay", options.results.len());
///
/// financeit.invite(&invite).await?; // with a lead_id of your own in its custom_params
/// if let Some(loan) = financeit.loan_for_lead(90_017, None).await? {
///     println!("{}", loan.poller().await?.word());
/// }
/// # Ok(())
/// # }
/// ```
///
/// A call that finds its token refused is made once more with another one, also where it isn't repeated after other
/// failures: that a 401 means that the token is missing or invalid, and so that nothing was done, is documented.
#[derive(Clone, Debug)]
pub struct Client {
    pub(super) api: florin_financeit::Client,
    pub(super) caller: Caller,
    pub(super) pace: Pace,
}

impl Client {
    /// Starts a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Every generated operation, on the same session: same token, retries, limits and traces.
    ///
    /// It goes past what the methods of this client check: who may call what, which parameters are needed, and whether an
    /// answer of success names errors. A write whose token is refused isn't made again there either.
    ///
    /// For what no spec describes, [`florin_core::Session::request`] sends an operation of your own.
    #[must_use]
    pub const fn api(&self) -> &florin_financeit::Client {
        &self.api
    }

    /// Works out what a loan would cost, with a link to apply where the token belongs to a partner, or a broker names one.
    ///
    /// What an option holds is undocumented.
    ///
    /// # Errors
    /// As any call. Before anything is sent: an amount that isn't above zero, and what an anonymous token lacks.
    pub async fn calculate(
        &self,
        calculation: &Calculation,
    ) -> Result<types::CalculatorResponse, Error> {
        calculation.check(self.caller)?;
        let operation = &operations::CALCULATE_LOAN_OPTIONS;
        self.read(operation, |request| calculation.write(request))
            .await
    }

    /// Sends a customer a link to apply. Sent at most once: a second one is a second message.
    ///
    /// Give it a `lead_id` of your own in `custom_params`: [`loan_for_lead`](Self::loan_for_lead) finds the loan by it. What
    /// the answer holds is undocumented and may be nothing; that it holds a link is hearsay.
    ///
    /// A process that dies in here leaves nothing behind, so store the `lead_id` before you call this, and that it went out after.
    /// Who starts again and finds only the first can look for the loan, which is there once the customer has applied. Until then
    /// nothing shows whether the message went out: ask the customer or Financeit before you send another one.
    ///
    /// # Errors
    /// As any call. Before anything is sent: what the way of sending needs and isn't there or hasn't its form, an amortization
    /// that isn't whole months, a broker's invite without a partner.
    /// On [`Effect::MaybeApplied`](florin_core::Effect::MaybeApplied) the customer may have the message, and the error says where
    /// to look: a lead shows once the customer has applied, and not before.
    pub async fn invite(
        &self,
        invite: &types::DirectInviteRequest,
    ) -> Result<types::DirectInviteResponse, Error> {
        let operation = &operations::SEND_DIRECT_INVITE;
        self.caller.check(operation)?;
        invite::check(invite, self.caller)?;
        let call = self.api.send_direct_invite().body(invite.clone());
        let sent = call.send().await;
        let sent = sent.and_then(|answer| {
            if invite::is_something_else(&answer) {
                let message =
                    "the answer is a success and holds a message in the place of an invite";
                return Err(CoreError::unusable_answer(operation, message).with_answer(&answer));
            }
            without_errors(operation, answer)
        });
        sent.map_err(|error| match error.effect() {
            Effect::MaybeApplied => error.with_note(invite::where_to_look(invite)),
            Effect::NotSent | Effect::Answered => error,
        })
    }

    /// Loans, the most recent first, as a stream over all pages. Sends nothing until it is polled.
    ///
    /// A call that isn't allowed or can't work is the stream's first item, and its last.
    pub fn loans(&self, query: LoansQuery) -> Loans {
        let refusal = self
            .caller
            .check(&operations::LIST_LOANS)
            .and_then(|()| query.check())
            .err();
        Loans::new(LoanPages::new(self.clone(), query, refusal))
    }

    /// A loan of which the identifier is known. Sends nothing.
    pub fn loan(&self, id: i64) -> Loan {
        Loan::new(self.clone(), id)
    }

    /// The loan that came out of a lead: the `lead_id` of an invite or access link, which may be negative. `None` while
    /// there is none.
    ///
    /// A broker gives the partner that the lead belongs to.
    ///
    /// How the provider says that there is no loan yet is undocumented. A 404 or 410 whose body has the documented form of an
    /// error is taken for that, and so is a success without an identifier: an object without one or with an empty one, with
    /// errors in its place or without, `null`, or nothing at all (inferred). A 404 with any other body isn't: it comes from a path that doesn't exist, and this operation's path is a guess. Try it
    /// with a lead that has a loan before you rely on `None`, and see [`ClientBuilder::path`].
    ///
    /// # Errors
    /// As any call.
    pub async fn loan_for_lead(
        &self,
        lead_id: i64,
        partner_id: Option<i64>,
    ) -> Result<Option<Loan>, Error> {
        let operation = &operations::GET_LOAN_ID_BY_LEAD_ID;
        self.caller.check(operation)?;
        self.caller.check_partner(operation, partner_id)?;
        let answer: Result<Response<Option<types::LoanIdResponse>>, _> = self
            .fetch(operation, |request| {
                request
                    .query("lead_id", &lead_id)
                    .query("partner_id", &partner_id);
            })
            .await;
        let id = match answer {
            Ok(answer) => answer
                .into_inner()
                .and_then(|answer| answer.id)
                .filter(|id| !id.text().trim().is_empty()),
            Err(error) if error.is_not_found() && names_errors(&error) => None,
            Err(error) => return Err(error),
        };
        match id {
            None => Ok(None),
            Some(id) => match id.into_value() {
                Some(id) => Ok(Some(self.loan(id))),
                None => {
                    let message = "the answer's id isn't a whole number";
                    Err(CoreError::unusable_answer(operation, message))
                }
            },
        }
    }

    /// The partners below a broker, distributor, multi-location business or lender, all at once.
    ///
    /// # Errors
    /// As any call.
    pub async fn partners(&self) -> Result<Vec<types::Partner>, Error> {
        let partners = self.fetch(&operations::LIST_PARTNERS, |_| {}).await;
        partners.map(Response::into_inner)
    }

    /// One partner: its company and its contact.
    ///
    /// # Errors
    /// As any call; [`is_not_found`](florin_core::Error::is_not_found) where there is none (inferred).
    pub async fn partner(&self, id: i64) -> Result<types::Partner, Error> {
        self.read(&operations::GET_PARTNER, |request| {
            request.path("id", &id);
        })
        .await
    }

    /// The commission that a partner has earned, from and until these days where they are given, and what is outstanding.
    ///
    /// That the last day counts is inferred; whether the days bear on what is outstanding is undocumented.
    ///
    /// # Errors
    /// As any call; a first day after the last one is refused before it is sent.
    pub async fn commission_totals(
        &self,
        partner_id: i64,
        earned_from: Option<NaiveDate>,
        earned_until: Option<NaiveDate>,
    ) -> Result<types::CommissionTotals, Error> {
        let operation = &operations::GET_PARTNER_COMMISSION_TOTALS;
        if let (Some(from), Some(until)) = (earned_from, earned_until)
            && from > until
        {
            let message = "earned_start_date lies after earned_end_date";
            return Err(CoreError::invalid_request(operation, message));
        }
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        self.read(operation, |request| {
            request
                .path("id", &partner_id)
                .query("earned_end_date", &day(earned_until))
                .query("earned_start_date", &day(earned_from));
        })
        .await
    }

    /// The promo programs that are available. What a program holds is undocumented; it must hold its identifier and its
    /// amortization periods, since other operations refer to both.
    ///
    /// # Errors
    /// As any call. Before anything is sent: an anonymous token without a line of business, a broker's without a partner.
    pub async fn promo_programs(
        &self,
        query: &PromoProgramsQuery,
    ) -> Result<types::PromoProgramsResponse, Error> {
        query.check(self.caller)?;
        self.read(&operations::LIST_PROMO_PROGRAMS, |request| {
            query.write(request);
        })
        .await
    }

    /// The subverticals that are available, with their product types. What one holds is undocumented.
    ///
    /// # Errors
    /// As [`promo_programs`](Self::promo_programs).
    pub async fn subverticals(
        &self,
        query: &SubverticalsQuery,
    ) -> Result<types::SubverticalsResponse, Error> {
        query.check(self.caller)?;
        self.read(&operations::LIST_SUBVERTICALS, |request| {
            query.write(request);
        })
        .await
    }

    /// Makes a link that lets an employee into one loan. Sent at most once: a second call presumably makes a second link.
    ///
    /// The documentation speaks of an e-mail address and names no field for it; `extra` of the request is open for one.
    ///
    /// # Errors
    /// As any call.
    pub async fn loan_access_link(
        &self,
        request: &types::LoanAccessLinkRequest,
    ) -> Result<AccessLink, Error> {
        let operation = &operations::CREATE_LOAN_ACCESS_LINK;
        self.caller.check(operation)?;
        let call = self.api.create_loan_access_link().body(request.clone());
        access_link(operation, call.send().await?)
    }

    /// Makes a link behind which an employee of a partner makes a loan. Sent at most once: a second call presumably makes a
    /// second link.
    ///
    /// # Errors
    /// As any call. A broker's request without a partner is refused before it is sent.
    pub async fn partner_access_link(
        &self,
        request: &types::PartnerAccessLinkRequest,
    ) -> Result<AccessLink, Error> {
        let operation = &operations::CREATE_PARTNER_ACCESS_LINK;
        self.caller.check(operation)?;
        self.caller.check_partner(operation, request.partner_id)?;
        let call = self.api.create_partner_access_link().body(request.clone());
        access_link(operation, call.send().await?)
    }

    pub(super) async fn loan_page(
        &self,
        query: &LoansQuery,
        window: Window,
    ) -> Result<Vec<types::Loan>, Error> {
        let write = |request: &mut Request<'_>| query.write(window, request);
        let loans = self.fetch(&operations::LIST_LOANS, write).await;
        loans.map(Response::into_inner)
    }

    pub(super) fn poller<P: Poll>(&self, target: P) -> Poller<P> {
        Poller::new(target, self.seam().clone()).pace(self.pace)
    }

    pub(super) fn seam(&self) -> &Seam {
        self.api.session().seam()
    }

    /// Reads an object, and takes none that names errors.
    pub(super) async fn read<T: DeserializeOwned + Open>(
        &self,
        operation: &'static Operation,
        write: impl Fn(&mut Request<'_>),
    ) -> Result<T, Error> {
        without_errors(operation, self.fetch(operation, write).await?)
    }

    /// Reads anything.
    async fn fetch<T: DeserializeOwned>(
        &self,
        operation: &'static Operation,
        write: impl Fn(&mut Request<'_>),
    ) -> Result<Response<T>, Error> {
        self.caller.check(operation)?;
        let mut request = self.api.session().request(operation);
        write(&mut request);
        request.send_json().await
    }
}

/// An answer that keeps the fields that the spec doesn't name.
pub(super) trait Open {
    fn extra(&self) -> &Map<String, Value>;
}

macro_rules! open {
    ($($answer:ident),*) => {$(
        impl Open for types::$answer {
            fn extra(&self) -> &Map<String, Value> {
                &self.extra
            }
        }
    )*};
}

open!(
    CalculatorResponse,
    CommissionTotals,
    DirectInviteResponse,
    Loan,
    LoanIdResponse,
    Partner,
    PromoProgramsResponse,
    SubverticalsResponse
);

/// That a failed call answers with `errors` is documented; with which status isn't.
fn without_errors<T: Open>(operation: &Operation, answer: Response<T>) -> Result<T, Error> {
    if error_texts::are_in(answer.extra().get("errors")) {
        return Err(names_errors_of_success(operation, &answer));
    }
    Ok(answer.into_inner())
}

fn access_link(
    operation: &Operation,
    answer: Response<types::SingleAccessLinkResponse>,
) -> Result<AccessLink, Error> {
    if error_texts::are_in(answer.0.get("errors")) {
        return Err(names_errors_of_success(operation, &answer));
    }
    Ok(AccessLink(answer.into_inner().0))
}

fn names_errors_of_success<T>(operation: &Operation, answer: &Response<T>) -> Error {
    CoreError::unusable_answer(operation, "the answer is a success and names errors")
        .with_answer(answer)
}

/// Whether the body has the documented form of an error, as far as anything of it is documented.
pub(super) fn names_errors(error: &Error) -> bool {
    error.body().is_some_and(|body| body.errors.is_some())
}

//! Financeit's chapter: a contractor quotes a job, invites the customer, and waits until the loan is funded.

use std::fmt::Display;
use std::time::Duration;

use florin::Decimal;
use florin::financeit::types::{
    self, DirectInviteCustomParams, DirectInviteRequest, SendVia, VerticalName,
};
use florin::financeit::{
    Account, Calculation, Client, Credentials, Environment, Loan, LoansQuery, Outcome,
};
use florin::poll::{Pace, Progress};
use florin_sandbox::financeit::{Financeit, LoanState};
use serde_json::Value;

use super::end::End;
use super::page::Page;

/// The contractor's own number of the job, by which the loan is found.
const JOB: i64 = 4711;

/// What happens to the application, in turn.
const LIFE: [(LoanState, &str); 3] = [
    (
        LoanState::Pending,
        "The customer has steps to go: identity, documents, signature.",
    ),
    (
        LoanState::ReadyForFunding,
        "Everything is there. The lender gets ready to pay.",
    ),
    (LoanState::Disbursed, "The lender has paid the contractor."),
];

/// Plays it through and writes the transcript.
pub(super) async fn tell(lender: &Financeit, page: &mut Page<'_>) -> Result<(), End> {
    page.chapter("Financeit")?;
    page.line("What would a new roof cost a month?")?;
    page.line("")?;
    page.line(
        "A contractor in Canada quotes a job, sends the customer a link to apply, and waits for",
    )?;
    page.line(
        "the money. Loans are made by people, on the lender's pages; a program can only ask.",
    )?;

    page.heading("The contractor")?;
    let merchant = lender.merchant();
    let contractor = client(
        lender,
        Credentials::login(
            merchant.app_id,
            merchant.app_secret,
            merchant.login,
            merchant.password,
        ),
        Account::Merchant,
    )?;
    quote(page, &contractor).await?;
    let loan = invite(page, lender, &contractor).await?;

    page.heading("The customer and the lender")?;
    follow(page, lender, &loan).await?;

    page.heading("A broker, with the wrong kind of token")?;
    let broker = lender.broker();
    let broker = client(
        lender,
        Credentials::login(
            broker.app_id,
            broker.app_secret,
            broker.login,
            broker.password,
        ),
        Account::Broker,
    )?;
    refused(page, lender, &broker).await
}

fn client(lender: &Financeit, credentials: Credentials, account: Account) -> Result<Client, End> {
    let client = Client::builder()
        .environment(Environment::Custom {
            api: lender.api_url(),
        })
        .credentials(credentials)
        .account(account)
        .pace(
            Pace::default()
                .first(Duration::from_millis(100))
                .slowest(Duration::from_millis(100)),
        )
        .build()?;
    Ok(client)
}

async fn quote(page: &mut Page<'_>, contractor: &Client) -> Result<(), End> {
    page.step("Asks what CAD 12,500 would cost.")?;
    let calculation = Calculation::new(12_500).vertical(VerticalName::HomeImprovement);
    let answer = contractor.calculate(&calculation).await?;
    let options = answer.results;
    page.note(&format!(
        "{} ways to pay it back. The first one:",
        options.len()
    ))?;
    for (fact, value) in options
        .first()
        .map(|option| facts(&option.0))
        .unwrap_or_default()
    {
        page.note(&format!("  {fact:<18} {value}"))?;
    }
    page.note("(What such a way holds is documented nowhere, so it is shown as it came.)")?;
    Ok(())
}

/// Whatever is in it, in words.
fn facts(option: &Value) -> Vec<(String, String)> {
    let fields = option.as_object().into_iter().flatten();
    let words = fields.map(|(name, value)| {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        (name.replace('_', " "), value)
    });
    words.collect()
}

fn broken(problem: impl Display) -> End {
    End::Broken(format!("The invite can't be put together: {problem}"))
}

/// Invites, and finds the loan that comes of it.
async fn invite(page: &mut Page<'_>, lender: &Financeit, contractor: &Client) -> Result<Loan, End> {
    page.step(&format!(
        "Sends the customer a link to apply, under its own job number {JOB}."
    ))?;
    let custom_params = DirectInviteCustomParams::builder().lead_id(JOB);
    let invite: DirectInviteRequest = DirectInviteRequest::builder()
        .promo_program_id(0)
        .send_via(SendVia::Email)
        .email("customer@example.com".to_owned())
        .requested_amount(Decimal::from(12_500))
        .use_max_amortization(true)
        .custom_params(DirectInviteCustomParams::try_from(custom_params).map_err(broken)?)
        .try_into()
        .map_err(broken)?;
    contractor.invite(&invite).await?;
    page.note(&format!(
        "Messages sent to the customer: {}.",
        lender.invites().len()
    ))?;

    page.step("Looks for a loan under that number.")?;
    let before = contractor.loan_for_lead(JOB, None).await?;
    page.note(match before {
        None => "There is none yet: the customer hasn't applied.",
        Some(_) => "There is one already.",
    })?;
    lender.customer_applies(JOB);
    page.note("The customer applies.")?;
    let loan = contractor.loan_for_lead(JOB, None).await?;
    loan.ok_or_else(|| End::Broken("The loan can't be found by its lead.".to_owned()))
}

async fn follow(page: &mut Page<'_>, lender: &Financeit, loan: &Loan) -> Result<(), End> {
    page.step("The contractor waits until the loan is funded.")?;
    let mut poller = loan.poller();
    for (state, what) in LIFE {
        lender.move_loan(loan.id(), state);
        match poller.next().await {
            Some(Ok(Progress::Pending(now))) => {
                page.note(&format!("{what} ({})", describe(&now)))?;
            }
            Some(Ok(Progress::Done(outcome))) => {
                page.note(&format!("{what} ({})", describe(outcome.loan())))?;
                let meaning = match outcome {
                    Outcome::Funded(_) => "Start the job.",
                    _ => "There will be no loan.",
                };
                page.note(&format!("{}. {meaning}", outcome.word().to_uppercase()))?;
                return Ok(());
            }
            Some(Err(error)) => return Err(error.into()),
            None => break,
        }
    }
    Err(End::Broken(
        "The loan did not get where it was to.".to_owned(),
    ))
}

fn describe(loan: &types::Loan) -> String {
    let state = loan
        .state
        .as_ref()
        .map_or_else(|| "no state", |state| state.text());
    let asked = loan
        .requested_amount
        .as_ref()
        .map_or_else(|| "?", |amount| amount.text());
    format!("{state}, CAD {asked}")
}

/// A broker's login may not read loans. That is said before anything is sent.
async fn refused(page: &mut Page<'_>, lender: &Financeit, broker: &Client) -> Result<(), End> {
    page.step("Asks for its loans, logged in with a password.")?;
    let before = lender.received().len();
    let told = match broker.loans(LoansQuery::default()).next().await {
        Some(Err(error)) => error.to_string(),
        _ => return Err(End::Broken("The broker was not refused.".to_owned())),
    };
    page.note(&format!("The client says: {told}"))?;
    page.note(&format!(
        "Requests sent for that: {}.",
        lender.received().len() - before
    ))?;
    Ok(())
}

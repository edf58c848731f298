//! Financeit: a customer is invited once, applies, and the loan is followed until it is funded.
//!
//! Nothing shows an invite but the loan that comes of it. Until then a program that died over it can only say so.

use std::time::Duration;

use florin::financeit::{Account, Client, Credentials, Environment, Loan, Outcome};
use florin_sandbox::Sandbox;
use florin_sandbox::financeit::LoanState;
use florin_tests::financeit::invite::for_lead;

use super::child::{Disk, End, Told, Word, pace, retry};
use super::scene::Scene;
use super::story::{Books, Provider, Story, books};

pub(crate) struct Invitation;

const LEAD: i64 = 4711;
const INVITE: &str = "invite";
const LOANS: &str = "loans";

pub(crate) async fn program(disk: &Disk) -> Told {
    let client = Client::builder()
        .environment(Environment::from_env()?)
        .credentials(Credentials::from_env()?)
        .account(Account::Merchant)
        .pace(pace())
        .retry(retry())
        .build()?;
    let loan = match disk.load::<i64>("loan")? {
        Some(id) => client.loan(id),
        None => {
            if let Some(doubt) = invite(disk, &client).await? {
                return Ok(doubt);
            }
            let loan = applied_for(&client).await?;
            disk.save("loan", &loan.id())?;
            loan
        }
    };
    match loan.poller().await? {
        Outcome::Funded(_) => Ok(End::Finished),
        other => Err(other.word().into()),
    }
}

async fn invite(disk: &Disk, client: &Client) -> Result<Option<End>, Box<dyn std::error::Error>> {
    if disk.load::<bool>("invited")?.is_some() {
        return Ok(None);
    }
    let has_applied =
        disk.was_about_to(INVITE)? && client.loan_for_lead(LEAD, None).await?.is_some();
    if !has_applied && disk.word(INVITE) != Some(Word::Done) {
        if let Some(doubt) = disk.about_to(INVITE)? {
            return Ok(Some(doubt));
        }
        client.invite(&for_lead(LEAD)).await?;
    }
    disk.save("invited", &true)?;
    Ok(None)
}

async fn applied_for(client: &Client) -> Result<Loan, Box<dyn std::error::Error>> {
    loop {
        if let Some(loan) = client.loan_for_lead(LEAD, None).await? {
            return Ok(loan);
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

impl Story for Invitation {
    fn name(&self) -> &'static str {
        "financeit"
    }

    fn provider(&self) -> Provider {
        Provider::Financeit
    }

    fn hosts(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        vec![("FINANCEIT_API_URL", sandbox.financeit().api_url())]
    }

    fn settings(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        let known = sandbox.financeit().merchant();
        vec![
            ("FINANCEIT_APP_ID", known.app_id.to_string()),
            ("FINANCEIT_APP_SECRET", known.app_secret.to_string()),
            ("FINANCEIT_LOGIN", known.login.to_string()),
            ("FINANCEIT_PASSWORD", known.password.to_string()),
        ]
    }

    /// The customer applies, and is paid a little later.
    fn meanwhile(&self, sandbox: &Sandbox) {
        let financeit = sandbox.financeit();
        for loan in financeit.loans() {
            financeit.move_loan(loan.id, LoanState::Disbursed);
        }
        if !financeit.invites().is_empty() && financeit.loans().is_empty() {
            financeit.customer_applies(LEAD);
        }
    }

    fn books(&self, scene: &Scene) -> Books {
        let financeit = scene.sandbox.financeit();
        books([
            (INVITE, financeit.invites().len()),
            (LOANS, financeit.loans().len()),
        ])
    }

    fn wanted(&self, _: &Scene) -> Books {
        books([(INVITE, 1), (LOANS, 1)])
    }

    /// By the loan alone.
    fn shows(&self, _: &str, books: &Books) -> bool {
        books[LOANS] > 0
    }
}

//! Nemuru's chapter: a shop offers to pay by instalments, and a lost answer invites nobody twice.

use std::io;
use std::time::Duration;

use florin::Decimal;
use florin::core::Percent;
use florin::nemuru::types::{
    self, AssetInput, AssetType, BorrowerInput, CreateLoanRequest, FileType, LoanConditionsOffer,
    LoanProgram,
};
use florin::nemuru::{
    Client, ConditionsRequest, Credentials, Environment, Milestone, Outcome, UploadFile,
    new_loan_id,
};
use florin::poll::{Pace, Progress};
use florin_sandbox::Fault;
use florin_sandbox::nemuru::Nemuru;

use super::end::End;
use super::page::Page;

/// What the customer and the lenders do, and how the loan stands then.
const LIFE: [(&str, &str); 7] = [
    ("status_opened", "The customer opens the invitation."),
    ("status_kyc_set", "Accepts the terms and shows who she is."),
    ("status_income_set", "Shows what she earns."),
    (
        "status_analysing",
        "Is done. Several lenders look at the application.",
    ),
    ("status_lender_has_been_selected", "A lender takes it on."),
    ("status_contract_signed", "The customer signs."),
    (
        "status_active_trial",
        "The lender sends the money to the shop.",
    ),
];

/// Plays it through and writes the transcript.
pub(super) async fn tell(pos: &Nemuru, page: &mut Page<'_>) -> Result<(), End> {
    let shop = client(pos)?;
    page.chapter("Nemuru")?;
    page.line("May a customer pay by instalments?")?;
    page.line("")?;
    page.line(
        "A shop in Spain sells a bicycle. Nemuru invites the customer, finds a lender, and the",
    )?;
    page.line("shop gets its money at once. This is a stand-in again: nobody is really invited.")?;

    page.heading("The shop")?;
    let offer = offers(page, &shop).await?;
    let request = invitation(&shop, &offer).await?;
    let loan = invite(page, pos, &shop, &request).await?;

    page.heading("The customer and the lenders")?;
    follow(page, pos, &loan).await?;

    page.heading("The shop, later")?;
    page.step("Hands in both sides of the customer's identity document.")?;
    let files = [
        UploadFile::bytes("front.txt", FileType::DocumentIdFront, "the front, drawn"),
        UploadFile::bytes("back.txt", FileType::DocumentIdBack, "the back, drawn"),
    ];
    loan.upload(files)
        .await
        .map_err(|error| End::Broken(format!("The upload failed: {error}")))?;
    page.note(&format!(
        "Nemuru holds {} files.",
        loan.files().await?.len()
    ))?;
    page.line("\nOne purchase, one invitation, although an answer was lost on the way.")?;
    Ok(())
}

fn client(pos: &Nemuru) -> Result<Client, End> {
    let credentials = pos.credentials();
    let client = Client::builder()
        .environment(Environment::Custom {
            api: pos.api_url(),
            auth: None,
        })
        .credentials(Credentials::new(credentials.username, credentials.password))
        .pace(
            Pace::default()
                .first(Duration::from_millis(100))
                .slowest(Duration::from_millis(100)),
        )
        .build()?;
    Ok(client)
}

/// Asks what 1,200 euros over a year would cost, and takes the offer for which the customer pays interest.
async fn offers(page: &mut Page<'_>, shop: &Client) -> Result<LoanConditionsOffer, End> {
    page.step("Asks what EUR 1,200 over twelve months would cost.")?;
    let agent = shop.agent().await?;
    let wanted = ConditionsRequest::new(agent.id, "EUR", 12, Decimal::from(1200));
    let mut offers = shop.conditions(&wanted).await?;
    for offer in &offers {
        page.note(&describe(&offer.loan_conditions))?;
    }
    offers.retain(|offer| offer.loan_conditions.program == LoanProgram::FreeProgram);
    offers
        .pop()
        .ok_or_else(|| End::Broken("There is no offer with interest.".to_owned()))
}

fn describe(conditions: &types::LoanConditions) -> String {
    let percent = |fraction: Option<florin::core::Fraction>| {
        fraction.map_or_else(|| "?".to_owned(), |rate| Percent::from(rate).to_string())
    };
    let quota = conditions
        .user_defined_quota
        .map_or_else(|| "?".to_owned(), |quota| quota.to_string());
    let who = match conditions.program {
        LoanProgram::FreeProgram => format!(
            "the customer pays {} interest",
            percent(conditions.annual_interest)
        ),
        LoanProgram::ZeroProgram => format!(
            "the shop pays {} of the price",
            percent(conditions.merchant_discount_percentage)
        ),
        _ => "a program that this version doesn't know".to_owned(),
    };
    format!("EUR {quota} a month: {who}.")
}

async fn invitation(shop: &Client, offer: &LoanConditionsOffer) -> Result<CreateLoanRequest, End> {
    let conditions = &offer.loan_conditions;
    Ok(CreateLoanRequest {
        // The shop keeps it before anything is sent: whoever starts again tries the same.
        id: new_loan_id()?,
        agent_id: shop.agent().await?.id,
        currency: conditions.currency.clone(),
        term: 12,
        principal: conditions.principal,
        annual_interest: None,
        program: conditions.program.clone(),
        setup_fee: None,
        insurance: None,
        borrower: BorrowerInput {
            email: "lucia.ejemplo@example.com".to_owned(),
            first_name: "Lucía".to_owned(),
            last_name: "Ejemplo".to_owned(),
            phone_number: "+34600000000".to_owned(),
        },
        asset_type: AssetType::Other,
        asset: AssetInput {
            description: "Bicicleta de carga".to_owned(),
            value: Decimal::from(1500),
            details: serde_json::Map::new(),
        },
    })
}

/// Creates the loan while the network loses the first answer.
async fn invite(
    page: &mut Page<'_>,
    pos: &Nemuru,
    shop: &Client,
    request: &CreateLoanRequest,
) -> Result<florin::nemuru::Loan, End> {
    page.step("Invites the customer. The network loses the answer.")?;
    pos.misbehave(Fault::reset().after_effect().on("create_loan"))
        .map_err(|error| End::Broken(format!("The sandbox can't misbehave: {error}")))?;
    let loan = shop.create_loan(request).await?;
    page.note("The client sends it again under the same identifier, and is told that this one is")?;
    page.note("taken. It reads the loan, and finds that it is its own.")?;
    page.note(&format!(
        "Requests to create: {}. Invitations sent: {}.",
        pos.received_by("create_loan").len(),
        pos.invitations(loan.id()),
    ))?;
    Ok(loan)
}

/// Waits for the money while the customer and the lenders do their part.
async fn follow(page: &mut Page<'_>, pos: &Nemuru, loan: &florin::nemuru::Loan) -> Result<(), End> {
    page.step("The shop waits until the money is sent.")?;
    let mut poller = loan.poller_until(Milestone::FundsSent);
    for (status, what) in LIFE {
        pos.advance(loan.id(), status)
            .map_err(|error| End::Broken(error.to_string()))?;
        match poller.next().await {
            Some(Ok(Progress::Pending(now))) => note(page, &now, what)?,
            Some(Ok(Progress::Done(outcome))) => {
                note(page, outcome.loan(), what)?;
                return verdict(page, &outcome);
            }
            Some(Err(error)) => return Err(error.into()),
            None => break,
        }
    }
    Err(End::Broken(
        "The loan did not get where it was to.".to_owned(),
    ))
}

fn note(page: &mut Page<'_>, loan: &types::Loan, what: &str) -> io::Result<()> {
    page.note(&format!("{what} ({})", loan.status))
}

fn verdict(page: &mut Page<'_>, outcome: &Outcome) -> Result<(), End> {
    let meaning = match outcome {
        Outcome::Succeeded(_) => "Hand over the goods.",
        Outcome::Failed(_) => "There will be no loan.",
        Outcome::Unknown(_) => "A status that this version doesn't know. A person looks at it.",
    };
    page.note(&format!("{}. {meaning}", outcome.word().to_uppercase()))?;
    Ok(())
}

//! Nemuru: a customer is invited to a loan under an identifier that is stored first, a document is uploaded, and the loan is
//! followed until the money is sent.

use florin::nemuru::{
    Client, Credentials, Environment, Loan, LoanHandle, Milestone, Outcome, UploadFile,
    new_loan_id, types,
};
use florin_sandbox::Sandbox;
use florin_tests::nemuru::invitation::invitation;

use super::child::{Disk, End, Told, Word, pace, retry, setting};
use super::scene::Scene;
use super::story::{Books, Provider, Story, books};

pub(crate) struct Sale;

const AGENT: &str = "AGENT";
const UPLOAD: &str = "upload";

pub(crate) async fn program(disk: &Disk) -> Told {
    let client = Client::builder()
        .environment(Environment::from_env()?)
        .credentials(Credentials::from_env()?)
        .pace(pace())
        .retry(retry())
        .build()?;
    let loan = loan(disk, &client).await?;
    if let Some(doubt) = upload(disk, &loan).await? {
        return Ok(doubt);
    }
    match loan.poller_until(Milestone::FundsSent).await? {
        Outcome::Succeeded(_) => Ok(End::Finished),
        other => Err(other.word().into()),
    }
}

async fn loan(disk: &Disk, client: &Client) -> Result<Loan, Box<dyn std::error::Error>> {
    if let Some(handle) = disk.load::<LoanHandle>("loan")? {
        return Ok(client.resume(handle));
    }
    let id = match disk.load::<String>("loan id")? {
        Some(id) => id,
        None => {
            let id = new_loan_id()?;
            if !disk.is_careless() {
                disk.save("loan id", &id)?;
            }
            id
        }
    };
    let loan = client
        .create_loan(&invitation(&setting(AGENT), &id)?)
        .await?;
    disk.save("loan id", &id)?;
    disk.save("loan", loan.handle())?;
    Ok(loan)
}

/// Never sent again unasked, but looked for.
async fn upload(disk: &Disk, loan: &Loan) -> Result<Option<End>, Box<dyn std::error::Error>> {
    if disk.load::<bool>("uploaded")?.is_some() {
        return Ok(None);
    }
    let is_there = disk.was_about_to(UPLOAD)? && !loan.files().await?.is_empty();
    if !is_there && disk.word(UPLOAD) != Some(Word::Done) {
        if let Some(doubt) = disk.about_to(UPLOAD)? {
            return Ok(Some(doubt));
        }
        let kind = types::FileType::DocumentIdFront;
        let file = UploadFile::bytes("front.png", kind, vec![1; 3000]);
        loan.upload([file]).await?;
    }
    disk.save("uploaded", &true)?;
    Ok(None)
}

impl Story for Sale {
    fn name(&self) -> &'static str {
        "nemuru"
    }

    fn provider(&self) -> Provider {
        Provider::Nemuru
    }

    fn hosts(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        vec![("NEMURU_API_URL", sandbox.nemuru().api_url())]
    }

    fn settings(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        let known = sandbox.nemuru().credentials();
        vec![
            ("NEMURU_USERNAME", known.username.to_string()),
            ("NEMURU_PASSWORD", known.password.to_string()),
            (AGENT, known.agent_id.to_string()),
        ]
    }

    /// The money is sent, once the document is there.
    fn meanwhile(&self, sandbox: &Sandbox) {
        for loan in sandbox.nemuru().loans() {
            if loan.files > 0 && loan.status == "status_initial" {
                sandbox
                    .nemuru()
                    .advance(&loan.id, "status_active_trial")
                    .unwrap();
            }
        }
    }

    fn books(&self, scene: &Scene) -> Books {
        let loans = scene.sandbox.nemuru().loans();
        books([
            ("loans", loans.len()),
            (
                "invitations",
                loans.iter().map(|loan| loan.invitations).sum(),
            ),
            (UPLOAD, loans.iter().map(|loan| loan.files).sum()),
        ])
    }

    fn wanted(&self, _: &Scene) -> Books {
        books([("loans", 1), ("invitations", 1), (UPLOAD, 1)])
    }
}

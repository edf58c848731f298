//! MonetaGo: an invoice is registered once, waited for, and financed once. Neither is ever sent again unasked, and both can be
//! looked for.

use std::time::Duration;

use florin::monetago::{
    ChangeHandle, Client, ClientCredentials, Environment, Outcome, Registration, RegistrationHandle,
};
use florin_sandbox::Sandbox;
use florin_sandbox::monetago::Lender;
use florin_tests::monetago::invoice;

use super::child::{Disk, End, Told, pace, retry, setting};
use super::scene::Scene;
use super::story::{Books, Provider, Story, books};

pub(crate) struct Check;

const FVR: &str = "fvr-4711";
const INSTITUTION: &str = "INSTITUTION";
const REGISTER: &str = "register";
const FINANCE: &str = "finance";
/// What was registered may show late, so it is looked for more than once.
const LOOKS: u32 = 3;

pub(crate) fn client() -> Result<Client, Box<dyn std::error::Error>> {
    Ok(Client::builder()
        .environment(Environment::from_env()?)
        .credentials(ClientCredentials::from_env()?)
        .institution(setting(INSTITUTION))
        .pace(pace())
        .retry(retry())
        .build()?)
}

pub(crate) async fn program(disk: &Disk) -> Told {
    let client = client()?;
    let registration = match registered(disk, &client).await? {
        Ok(registration) => registration,
        Err(doubt) => return Ok(doubt),
    };
    let fvr = match registration.poller().await? {
        Outcome::Unique(fvr) => fvr,
        // By a program before this one.
        Outcome::Financed(_) => return Ok(End::Finished),
        other => return Err(other.word().into()),
    };
    let change = match disk.load::<ChangeHandle>("financing")? {
        Some(handle) => client.resume_change(handle),
        None => {
            if let Some(doubt) = disk.about_to(FINANCE)? {
                return Ok(doubt);
            }
            let change = client.finance(&fvr).await?;
            disk.save("financing", change.handle())?;
            change
        }
    };
    match change.poller().await? {
        Outcome::Financed(_) => Ok(End::Finished),
        other => Err(other.word().into()),
    }
}

async fn registered(
    disk: &Disk,
    client: &Client,
) -> Result<Result<Registration, End>, Box<dyn std::error::Error>> {
    if let Some(handle) = disk.load::<RegistrationHandle>("registration")? {
        return Ok(Ok(client.resume(handle)));
    }
    let looks = if disk.was_about_to(REGISTER)? {
        LOOKS
    } else {
        0
    };
    for _ in 0..looks {
        let found = client.find(FVR).await?;
        if let Some(id) = found.first().and_then(|fvr| fvr.registration_id()) {
            let mut handle = RegistrationHandle::new(id);
            handle.data_set_ids.push(FVR.to_owned());
            disk.save("registration", &handle)?;
            return Ok(Ok(client.resume(handle)));
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    if let Some(doubt) = disk.about_to(REGISTER)? {
        return Ok(Err(doubt));
    }
    let request = invoice::registration_of("REGI", &[invoice::fvr(FVR, "invoice-4711")])?;
    let registration = client.register(&request).await?;
    disk.save("registration", registration.handle())?;
    Ok(Ok(registration))
}

pub(crate) fn hosts(sandbox: &Sandbox) -> Vec<(&'static str, String)> {
    let monetago = sandbox.monetago();
    vec![
        ("MONETAGO_API_URL", monetago.api_url()),
        ("MONETAGO_AUTH_URL", monetago.auth_url()),
    ]
}

pub(crate) fn settings(sandbox: &Sandbox) -> Vec<(&'static str, String)> {
    let known = sandbox.monetago().lender(Lender::First);
    vec![
        ("MONETAGO_CLIENT_ID", known.client_id.to_string()),
        ("MONETAGO_CLIENT_SECRET", known.client_secret.to_string()),
        ("MONETAGO_AUDIENCE", known.audience.to_string()),
        (INSTITUTION, known.institution.to_string()),
    ]
}

impl Story for Check {
    fn name(&self) -> &'static str {
        "monetago"
    }

    fn provider(&self) -> Provider {
        Provider::MonetaGo
    }

    fn hosts(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        hosts(sandbox)
    }

    fn settings(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        settings(sandbox)
    }

    fn books(&self, scene: &Scene) -> Books {
        let monetago = scene.sandbox.monetago();
        let is_financed = monetago.fvr_status(Lender::First, FVR) == Some("FNCD");
        books([
            (REGISTER, monetago.registrations()),
            (FINANCE, monetago.financings()),
            ("financed", usize::from(is_financed)),
        ])
    }

    fn wanted(&self, _: &Scene) -> Books {
        books([(REGISTER, 1), (FINANCE, 1), ("financed", 1)])
    }
}

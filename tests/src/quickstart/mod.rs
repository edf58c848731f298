//! The quickstart: a chapter per provider, told so that a product manager can follow.
//!
//! It lives here, and not in the example, so that tests can read its transcript and see that a bad file sends nothing.

mod arguments;
mod end;
mod financeit;
mod monetago;
mod monoova;
mod nemuru;
mod page;
mod tradevest;

use std::ffi::OsString;
use std::io::Write;
use std::time::Duration;

use florin_sandbox::monetago::Options;
use florin_sandbox::{Sandbox, StartError};

use arguments::Arguments;
use end::End;
use page::Page;

/// It went as it should.
pub const DONE: u8 = 0;
/// The registry or the terminal let us down.
pub const FAILED: u8 = 1;
/// The command line or the file is wrong; nothing was sent.
pub const REFUSED: u8 = 2;

const USAGE: &str = "\
Usage: cargo run --example quickstart [-- --input FILE]

A chapter for each provider, played against stand-ins that run inside this
program: two lenders meet over one invoice (MonetaGo), a shop offers to pay by
instalments (Nemuru), a contractor invites a customer to apply (Financeit),
an importer pays an invoice abroad (Monoova), a broker's customer buys
bitcoin (Tradevest).

Options:
  --input FILE  Play the first chapter alone, with the registration that this
                JSON file holds; without it, all of them, the first with
                tests/examples/quickstart/registration.json
  -h, --help    Print this
";

/// The stand-ins that the quickstart plays with. MonetaGo's takes a second to compare documents.
///
/// # Errors
/// No port on loopback can be opened.
pub async fn stand_in() -> Result<Sandbox, StartError> {
    let options = Options {
        settle_after: Duration::from_secs(1),
        ..Options::default()
    };
    Sandbox::builder().monetago(options).start().await
}

/// Runs the quickstart: the transcript goes to `out`, what is wrong to `err`. Gives the exit code.
///
/// `start` is called once the input is known to be good, and not at all where it isn't.
pub async fn run<S>(
    arguments: impl IntoIterator<Item = OsString>,
    start: S,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8
where
    S: AsyncFnOnce() -> Result<Sandbox, StartError>,
{
    match attempt(arguments, start, out).await {
        Ok(()) => DONE,
        Err(end) => end.tell(out, err),
    }
}

async fn attempt<S>(
    arguments: impl IntoIterator<Item = OsString>,
    start: S,
    out: &mut dyn Write,
) -> Result<(), End>
where
    S: AsyncFnOnce() -> Result<Sandbox, StartError>,
{
    let asked = arguments::read(arguments).map_err(End::Usage)?;
    let input = match &asked {
        Arguments::Help => return Err(End::Help),
        Arguments::Sample => monetago::sample(),
        Arguments::File(path) => monetago::file(path),
    };
    let registration = input.map_err(|problem| End::Input(problem.to_string()))?;
    let sandbox = start()
        .await
        .map_err(|error| End::Broken(format!("The sandbox did not start: {error}")))?;
    let mut page = Page::new(out);
    let mut told = monetago::tell(&registration, sandbox.monetago(), &mut page).await;
    if told.is_ok() && asked == Arguments::Sample {
        told = others(&sandbox, &mut page).await;
    }
    sandbox.shutdown().await;
    told
}

/// The chapters that take no input.
async fn others(sandbox: &Sandbox, page: &mut Page<'_>) -> Result<(), End> {
    nemuru::tell(sandbox.nemuru(), page).await?;
    financeit::tell(sandbox.financeit(), page).await?;
    monoova::tell(sandbox.monoova(), page).await?;
    tradevest::tell(sandbox.tradevest(), page).await
}

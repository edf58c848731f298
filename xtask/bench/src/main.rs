//! The two sides of `cargo xtask bench call`.
//!
//! - `florin-bench serve` answers on loopback with fixed bytes, and prints its address.
//! - `florin-bench call CLIENT OPERATION ADDRESS CALLS` makes that many calls one after the other over one connection,
//!   after a first one that isn't timed, and prints how many nanoseconds they took.
//!
//! The two are processes of their own, so that what is counted in the client is the client's.

use std::process::ExitCode;
use std::time::Instant;

mod by_hand;
mod facade;
mod generated;
mod server;

/// The registration that every client sends.
const INVOICE: &str = include_str!("invoice.json");
/// What every client asks for the status of.
const REGISTRATION: &str = "6d2f0c9e-4d1b-4f57-9d0a-1f0e5f2b7c11";
/// The access token. As long as a signed one usually is.
const TOKEN: &str = include_str!("token.txt").trim_ascii();

type Failure = Box<dyn std::error::Error>;

/// A way of making the two calls.
trait Caller {
    /// Reads a registration; answers with how many FVRs it holds.
    async fn get_status(&self) -> Result<usize, Failure>;

    /// Registers an invoice; answers with the length of the identifier that comes back.
    ///
    /// The request is made for the call, as it is in life: a copy of one that was read at the start.
    async fn register(&self) -> Result<usize, Failure>;
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match *arguments.as_slice() {
        ["serve"] => server::serve(),
        ["call", client, operation, address, calls] => call(client, operation, address, calls),
        _ => Err(
            "say `serve`, or `call facade|generated|by-hand get-status|register ADDRESS CALLS`"
                .into(),
        ),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[allow(clippy::print_stderr, reason = "a binary tells its problem")]
            {
                eprintln!("florin-bench: {error}");
            }
            ExitCode::FAILURE
        }
    }
}

fn call(client: &str, operation: &str, address: &str, calls: &str) -> Result<(), Failure> {
    let calls = calls.parse()?;
    // One thread, so that instructions are those of the calls and not of threads that look for work.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        match client {
            "facade" => measure(&facade::Facade::new(address)?, operation, calls).await,
            "generated" => measure(&generated::Generated::new(address)?, operation, calls).await,
            "by-hand" => measure(&by_hand::ByHand::new(address)?, operation, calls).await,
            other => Err(format!("no client is called {other}").into()),
        }
    })
}

async fn measure(caller: &impl Caller, operation: &str, calls: u32) -> Result<(), Failure> {
    let expected = once(caller, operation).await?;
    let started = Instant::now();
    for _ in 0..calls {
        let got = once(caller, operation).await?;
        if got != expected {
            return Err(format!("the answer changed from {expected} to {got}").into());
        }
    }
    #[allow(
        clippy::print_stdout,
        reason = "the time is what the binary is run for"
    )]
    {
        println!("{}", started.elapsed().as_nanos());
    }
    Ok(())
}

async fn once(caller: &impl Caller, operation: &str) -> Result<usize, Failure> {
    match operation {
        "get-status" => caller.get_status().await,
        "register" => caller.register().await,
        other => Err(format!("no operation is called {other}").into()),
    }
}

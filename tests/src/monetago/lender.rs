//! Clients for the sandbox's lenders that wait for nothing longer than a test does.

use std::time::Duration;

use florin::RetryPolicy;
use florin::core::{Backoff, ConfigError};
use florin::monetago::{Client, ClientBuilder, ClientCredentials, Environment};
use florin::poll::Pace;
use florin_sandbox::Sandbox;
use florin_sandbox::monetago::Lender;

/// Asks every millisecond or so, for at most ten seconds: a test that gets there is broken.
#[must_use]
pub fn pace() -> Pace {
    Pace::default()
        .first(Duration::from_millis(1))
        .slowest(Duration::from_millis(5))
        .deadline(Duration::from_secs(10))
}

/// Where the sandbox is.
#[must_use]
pub fn environment(sandbox: &Sandbox) -> Environment {
    Environment::Custom {
        api: sandbox.monetago().api_url(),
        auth: sandbox.monetago().auth_url(),
    }
}

/// A client for one of the sandbox's lenders, in the making.
///
/// # Errors
/// Never, unless the retry policy has become impossible.
pub fn builder(sandbox: &Sandbox, lender: Lender) -> Result<ClientBuilder, ConfigError> {
    let known = sandbox.monetago().lender(lender);
    let quick = Backoff::new(Duration::from_millis(1), Duration::from_millis(2))?;
    Ok(Client::builder()
        .environment(environment(sandbox))
        .credentials(ClientCredentials::new(
            known.client_id,
            known.client_secret,
            known.audience,
        ))
        .institution(known.institution)
        .pace(pace())
        .retry(RetryPolicy::default().with_backoff(quick)))
}

/// A client for one of the sandbox's lenders.
///
/// # Errors
/// Where the client can't be built.
pub fn client(sandbox: &Sandbox, lender: Lender) -> Result<Client, ConfigError> {
    builder(sandbox, lender)?.build()
}

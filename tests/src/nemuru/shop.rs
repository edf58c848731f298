//! Clients for the sandbox's agents that wait for nothing longer than a test does.

use std::time::Duration;

use florin::RetryPolicy;
use florin::core::{Backoff, ConfigError};
use florin::nemuru::{Client, ClientBuilder, Credentials, Environment};
use florin::poll::Pace;
use florin_sandbox::Sandbox;
use florin_sandbox::nemuru::Agent;

/// Asks every millisecond or so, for at most ten seconds: a test that gets there is broken.
#[must_use]
pub fn pace() -> Pace {
    Pace::default()
        .first(Duration::from_millis(1))
        .slowest(Duration::from_millis(5))
        .deadline(Duration::from_secs(10))
}

/// Where the sandbox is: the login under the same base URL as the rest.
#[must_use]
pub fn environment(sandbox: &Sandbox) -> Environment {
    Environment::Custom {
        api: sandbox.nemuru().api_url(),
        auth: None,
    }
}

/// A client for one of the sandbox's agents, in the making.
///
/// # Errors
/// Never, unless the retry policy has become impossible.
pub fn builder(sandbox: &Sandbox, agent: Agent) -> Result<ClientBuilder, ConfigError> {
    let known = sandbox.nemuru().agent(agent);
    let quick = Backoff::new(Duration::from_millis(1), Duration::from_millis(2))?;
    Ok(Client::builder()
        .environment(environment(sandbox))
        .credentials(Credentials::new(known.username, known.password))
        .pace(pace())
        .retry(RetryPolicy::default().with_backoff(quick)))
}

/// A client for one of the sandbox's agents.
///
/// # Errors
/// Where the client can't be built.
pub fn client(sandbox: &Sandbox, agent: Agent) -> Result<Client, ConfigError> {
    builder(sandbox, agent)?.build()
}

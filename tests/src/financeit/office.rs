//! Clients for the sandbox's users that wait for nothing longer than a test does.

use std::error::Error;
use std::time::Duration;

use florin::RetryPolicy;
use florin::core::{Backoff, ConfigError};
use florin::financeit::{Account, Client, ClientBuilder, Credentials, Environment};
use florin::oauth::{AuthorizationCodeFlow, AuthorizationCodeFlowBuilder, Grant, Redirect};
use florin::poll::Pace;
use florin_sandbox::Sandbox;
use florin_sandbox::financeit::User;

use super::browser;

/// Where the sandbox sends a user back to. Nobody listens there: a test reads the address.
pub const BACK: &str = "https://shop.example.com/granted";

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
        api: sandbox.financeit().api_url(),
    }
}

/// A client for the sandbox, in the making and without an identity.
///
/// # Errors
/// Never, unless the retry policy has become impossible.
pub fn settings(sandbox: &Sandbox) -> Result<ClientBuilder, ConfigError> {
    let quick = Backoff::new(Duration::from_millis(1), Duration::from_millis(2))?;
    Ok(Client::builder()
        .environment(environment(sandbox))
        .pace(pace())
        .retry(RetryPolicy::default().with_backoff(quick)))
}

/// What kind of account a user of the sandbox has.
#[must_use]
pub const fn account(user: User) -> Account {
    match user {
        User::Merchant => Account::Merchant,
        User::Broker => Account::Broker,
    }
}

/// The login of one of the sandbox's users, as a client's.
#[must_use]
pub fn credentials(sandbox: &Sandbox, user: User) -> Credentials {
    let known = match user {
        User::Merchant => sandbox.financeit().merchant(),
        User::Broker => sandbox.financeit().broker(),
    };
    Credentials::login(known.app_id, known.app_secret, known.login, known.password)
}

/// A client by the login of one of the sandbox's users, in the making.
///
/// # Errors
/// As [`settings`].
pub fn login(sandbox: &Sandbox, user: User) -> Result<ClientBuilder, ConfigError> {
    let settings = settings(sandbox)?;
    Ok(settings
        .credentials(credentials(sandbox, user))
        .account(account(user)))
}

/// A client of nobody in particular, in the making.
///
/// # Errors
/// As [`settings`].
pub fn anonymous(sandbox: &Sandbox) -> Result<ClientBuilder, ConfigError> {
    let known = sandbox.financeit().merchant();
    Ok(settings(sandbox)?.credentials(Credentials::anonymous(known.app_id, known.app_secret)))
}

/// The authorization code flow of the sandbox, in the making: back to [`BACK`] unless changed.
pub fn flow(sandbox: &Sandbox) -> AuthorizationCodeFlowBuilder {
    let known = sandbox.financeit().merchant();
    AuthorizationCodeFlow::builder()
        .client(known.app_id, known.app_secret)
        .authorize_url(sandbox.financeit().authorize_url())
        .token_url(sandbox.financeit().token_url())
        .redirect_url(BACK)
}

/// What the sandbox's consenting user grants: the whole flow, from the first address to the token.
///
/// # Errors
/// Where the user is set to say no, or the sandbox misbehaves.
pub async fn grant(sandbox: &Sandbox) -> Result<Grant, Box<dyn Error>> {
    let pending = flow(sandbox).build()?.authorize_url();
    let back = browser::authorise(pending.url()).await?;
    Ok(pending.finish(Redirect::parse(&back)?).await?)
}

/// A client with such a grant, in the making. `user` is whom the sandbox was told to let consent: the broker unless said.
///
/// # Errors
/// As [`grant`] and [`settings`].
pub async fn authorized(sandbox: &Sandbox, user: User) -> Result<ClientBuilder, Box<dyn Error>> {
    let grant = grant(sandbox).await?;
    Ok(settings(sandbox)?.authorized(grant).account(account(user)))
}

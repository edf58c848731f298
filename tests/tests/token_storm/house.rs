//! Every way in which a client of ours comes by a token, behind one face: how to call, how to ask for a token, what arrived.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use florin::core::{Backoff, RetryPolicy, TokenStore, Transport};
use florin::{financeit, monetago, monoova, nemuru, tradevest};
use florin_sandbox::monetago::Lender;
use florin_sandbox::monoova::User;
use florin_sandbox::{Clock, Fault, ManualClock, Received, Sandbox};

/// Where tokens come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Client credentials, in JSON, with an audience.
    MonetaGo,
    /// A login, and refresh tokens that are good once.
    Nemuru,
    /// A token call of the provider's own.
    Financeit,
    /// Client credentials, in a form.
    MonoovaOffice,
    /// A password grant with refresh tokens.
    MonoovaWebsite,
    /// Client credentials, in a form, for a scope.
    Tradevest,
}

impl Source {
    pub(crate) const ALL: [Self; 6] = [
        Self::MonetaGo,
        Self::Nemuru,
        Self::Financeit,
        Self::MonoovaOffice,
        Self::MonoovaWebsite,
        Self::Tradevest,
    ];

    pub(crate) fn named(name: &str) -> Self {
        let found = Self::ALL.into_iter().find(|one| format!("{one:?}") == name);
        found.unwrap_or_else(|| panic!("no source of tokens is called {name}"))
    }

    /// The operations that a token is asked for with, in the order in which they are tried when one has expired.
    pub(crate) const fn token_calls(self) -> &'static [&'static str] {
        match self {
            Self::MonetaGo | Self::MonoovaOffice | Self::MonoovaWebsite => &["create_access_token"],
            Self::Nemuru => &["refresh_token", "login"],
            Self::Financeit => &["create_user_oauth_token"],
            Self::Tradevest => &["get_token"],
        }
    }
}

/// A provider's stand-in, on a clock that stands still.
pub(crate) struct House {
    pub(crate) source: Source,
    pub(crate) sandbox: Sandbox,
    pub(crate) clock: ManualClock,
}

/// All that a client needs to be told: URLs, credentials, and what to read. Fits on a line for another process.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Facts(Vec<String>);

pub(crate) type Call = Pin<Box<dyn Future<Output = Result<(), String>> + Send>>;

/// A client, as far as these tests need one: it reads something. Clones share the token.
#[derive(Clone)]
pub(crate) struct Caller(Arc<dyn Fn() -> Call + Send + Sync>);

impl Caller {
    pub(crate) fn call(&self) -> Call {
        (self.0)()
    }
}

macro_rules! at {
    ($house:expr, $handle:ident => $what:expr) => {
        match $house.source {
            Source::MonetaGo => {
                let $handle = $house.sandbox.monetago();
                $what
            }
            Source::Nemuru => {
                let $handle = $house.sandbox.nemuru();
                $what
            }
            Source::Financeit => {
                let $handle = $house.sandbox.financeit();
                $what
            }
            Source::MonoovaOffice | Source::MonoovaWebsite => {
                let $handle = $house.sandbox.monoova();
                $what
            }
            Source::Tradevest => {
                let $handle = $house.sandbox.tradevest();
                $what
            }
        }
    };
}

impl House {
    pub(crate) async fn open(source: Source) -> Self {
        let clock = Clock::manual();
        let builder = Sandbox::builder().clock(&clock);
        let builder = match source {
            Source::MonetaGo => builder.monetago(Default::default()),
            Source::Nemuru => builder.nemuru(Default::default()),
            Source::Financeit => builder.financeit(Default::default()),
            Source::MonoovaOffice | Source::MonoovaWebsite => builder.monoova(Default::default()),
            Source::Tradevest => builder.tradevest(Default::default()),
        };
        Self {
            source,
            sandbox: builder.start().await.unwrap(),
            clock,
        }
    }

    pub(crate) fn facts(&self) -> Facts {
        Facts(match self.source {
            Source::MonetaGo => {
                let monetago = self.sandbox.monetago();
                let known = monetago.lender(Lender::First);
                vec![
                    monetago.api_url(),
                    monetago.auth_url(),
                    known.client_id,
                    known.client_secret,
                    known.audience,
                ]
            }
            Source::Nemuru => {
                let known = self.sandbox.nemuru().credentials();
                vec![
                    self.sandbox.nemuru().api_url(),
                    known.username,
                    known.password,
                ]
            }
            Source::Financeit => {
                let known = self.sandbox.financeit().merchant();
                vec![
                    self.sandbox.financeit().api_url(),
                    known.app_id,
                    known.app_secret,
                    known.login,
                    known.password,
                ]
            }
            Source::MonoovaOffice | Source::MonoovaWebsite => {
                let monoova = self.sandbox.monoova();
                let known = match self.source {
                    Source::MonoovaOffice => monoova.back_office(),
                    _ => monoova.client_website(),
                };
                let payee = monoova.beneficiary(User::First, "USD").unwrap().to_string();
                let user = User::First.id().to_string();
                let name = known.username.unwrap_or_default();
                let password = known.password.unwrap_or_default();
                vec![
                    monoova.api_url(),
                    monoova.token_url(),
                    known.client_id,
                    known.client_secret,
                    name,
                    password,
                    user,
                    payee,
                ]
            }
            Source::Tradevest => {
                let tradevest = self.sandbox.tradevest();
                let (id, secret) = (
                    tradevest.client_id().to_owned(),
                    tradevest.client_secret().to_owned(),
                );
                vec![tradevest.api_url(), tradevest.auth_url(), id, secret]
            }
        })
    }

    pub(crate) fn misbehave(&self, fault: Fault) {
        at!(self, handle => handle.misbehave(fault).unwrap());
    }

    pub(crate) fn expire_tokens(&self) {
        at!(self, handle => handle.expire_tokens());
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        at!(self, handle => handle.received())
    }

    pub(crate) async fn wait_for_received(&self, count: usize) {
        super::soon(async { at!(self, handle => handle.wait_for_received(count).await) }).await;
    }

    /// The token calls so far.
    pub(crate) fn asked(&self) -> Vec<Received> {
        let calls = self.source.token_calls();
        let is_asking = |one: &Received| {
            one.operation
                .as_deref()
                .is_some_and(|name| calls.contains(&name))
        };
        self.received().into_iter().filter(is_asking).collect()
    }

    /// Those of them that were answered with a token.
    pub(crate) fn given(&self) -> usize {
        let is_given = |one: &&Received| one.answered.is_some_and(|status| status.is_success());
        self.asked().iter().filter(is_given).count()
    }

    /// Until so many token calls have arrived.
    pub(crate) async fn wait_for_asked(&self, count: usize) {
        super::soon(async {
            while self.asked().len() < count {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }

    /// Until all that arrived is answered, and that is so many requests.
    pub(crate) async fn wait_for_answered(&self, count: usize) {
        super::soon(async {
            while self
                .received()
                .iter()
                .filter(|one| one.answered.is_some())
                .count()
                < count
            {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }
}

impl Facts {
    pub(crate) fn caller(
        &self,
        source: Source,
        store: impl TokenStore,
        transport: Option<Arc<dyn Transport>>,
    ) -> Caller {
        let fact = |at: usize| self.0[at].clone();
        let backoff = Backoff::new(
            std::time::Duration::from_millis(1),
            std::time::Duration::from_millis(2),
        );
        let retry = RetryPolicy::default().with_backoff(backoff.unwrap());
        macro_rules! built {
            ($builder:expr) => {{
                let builder = $builder.retry(retry).token_store(store);
                match transport {
                    Some(transport) => builder.transport(transport).build().unwrap(),
                    None => builder.build().unwrap(),
                }
            }};
        }
        macro_rules! caller {
            ($client:ident => $call:expr) => {
                Caller(Arc::new(move || {
                    let $client = $client.clone();
                    Box::pin(
                        async move { $call.await.map(drop).map_err(|error| format!("{error:#}")) },
                    )
                }))
            };
        }
        match source {
            Source::MonetaGo => {
                let environment = monetago::Environment::Custom {
                    api: fact(0),
                    auth: fact(1),
                };
                let credentials = monetago::ClientCredentials::new(fact(2), fact(3), fact(4));
                let client = built!(
                    monetago::Client::builder()
                        .environment(environment)
                        .credentials(credentials)
                );
                caller!(client => client.document_matches())
            }
            Source::Nemuru => {
                let environment = nemuru::Environment::Custom {
                    api: fact(0),
                    auth: None,
                };
                let credentials = nemuru::Credentials::new(fact(1), fact(2));
                let client = built!(
                    nemuru::Client::builder()
                        .environment(environment)
                        .credentials(credentials)
                );
                caller!(client => client.agent())
            }
            Source::Financeit => {
                let environment = financeit::Environment::Custom { api: fact(0) };
                let credentials = financeit::Credentials::login(fact(1), fact(2), fact(3), fact(4));
                let builder = financeit::Client::builder()
                    .environment(environment)
                    .credentials(credentials);
                let client = built!(builder.account(financeit::Account::Merchant));
                caller!(client => client.loan_for_lead(1, None))
            }
            Source::MonoovaOffice | Source::MonoovaWebsite => {
                let environment = monoova::Environment::Custom { api: fact(0) };
                let credentials = match source {
                    Source::MonoovaOffice => monoova::Credentials::back_office(fact(2), fact(3)),
                    _ => monoova::Credentials::client_website(fact(2), fact(3), fact(4), fact(5)),
                };
                let builder = monoova::Client::builder()
                    .environment(environment)
                    .token_url(fact(1));
                let builder = match source {
                    Source::MonoovaOffice => builder.user_id(fact(6).parse().unwrap()),
                    _ => builder,
                };
                let client = built!(builder.credentials(credentials));
                let payee = fact(7).parse().unwrap();
                caller!(client => client.beneficiary(payee))
            }
            Source::Tradevest => {
                let environment = tradevest::Environment::Custom {
                    api: fact(0),
                    auth: fact(1),
                    prices: None,
                };
                let credentials = tradevest::Credentials::new(fact(2), fact(3));
                let client = built!(
                    tradevest::Client::builder()
                        .environment(environment)
                        .credentials(credentials)
                );
                caller!(client => client.api().get_webhooks().send())
            }
        }
    }

    pub(crate) fn line(&self) -> String {
        self.0.join("\n")
    }

    pub(crate) fn of_line(line: &str) -> Self {
        Self(line.split('\n').map(str::to_owned).collect())
    }
}

/// They hold credentials, though only those of a sandbox.
impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} facts", self.0.len())
    }
}

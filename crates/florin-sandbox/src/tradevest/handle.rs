//! What a test sees and steers.

use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::options::Options;
use super::stand_in::StandIn;
use super::{AUTH, CLIENT_ID, CLIENT_SECRET, CONNECT, OAUTH2, SPECS, prices};
use crate::clock::Clock;
use crate::contract::{API, Contract, ContractError};
use crate::provider::{Provider, Stage};
use crate::steer::steer;

/// The stand-in for Tradevest. A handle, cheap to clone; it does not keep the servers alive,
/// [`Sandbox`](crate::Sandbox) does.
#[derive(Clone)]
pub struct Tradevest {
    pub(super) stand_in: Arc<StandIn>,
    api: SocketAddr,
    auth: SocketAddr,
    prices: SocketAddr,
}

steer!(Tradevest);

impl Tradevest {
    /// The spec, read once per process.
    pub(crate) fn contract(_options: &Options) -> Result<Arc<Contract>, ContractError> {
        static CONTRACT: LazyLock<Result<Arc<Contract>, ContractError>> =
            LazyLock::new(|| read().map(Arc::new));
        CONTRACT.clone()
    }

    /// The handle, and what runs in the background until `stop` changes.
    pub(crate) fn start(
        contract: Arc<Contract>,
        clock: Clock,
        options: Options,
        [api, auth, prices]: [SocketAddr; 3],
        prices_listener: TcpListener,
        stop: &watch::Receiver<bool>,
    ) -> (Self, Vec<JoinHandle<()>>) {
        let stage = Stage {
            clock,
            ..Stage::default()
        };
        let stand_in = Arc::new(StandIn::new(contract, stage, options));
        let background = vec![prices::serve(
            prices_listener,
            stand_in.clone(),
            stop.clone(),
        )];
        let handle = Self {
            stand_in,
            api,
            auth,
            prices,
        };
        (handle, background)
    }

    /// The provider behind each of its hosts, by the host's name.
    pub(crate) fn hosts(&self) -> [(&'static str, Arc<dyn Provider>); 2] {
        [(API, self.stand_in.clone()), (AUTH, self.stand_in.clone())]
    }

    /// Base URL of the API, as in `http://127.0.0.1:40001`.
    #[must_use]
    pub fn api_url(&self) -> String {
        self.url(self.api, API)
    }

    /// Base URL of the token host. Tokens are given at `/connect/token` and `/oauth2/token` below it.
    #[must_use]
    pub fn auth_url(&self) -> String {
        self.url(self.auth, AUTH)
    }

    /// Base URL of the price socket, with the scheme `http`: a client upgrades from there.
    #[must_use]
    pub fn prices_url(&self) -> String {
        format!("http://{}", self.prices)
    }

    fn url(&self, address: SocketAddr, host: &str) -> String {
        format!("http://{address}{}", self.stand_in.contract.base_path(host))
    }

    /// The client id of the partner.
    #[must_use]
    pub const fn client_id(&self) -> &'static str {
        CLIENT_ID
    }

    /// The client secret of the partner.
    #[must_use]
    pub const fn client_secret(&self) -> &'static str {
        CLIENT_SECRET
    }

    /// Makes every token that was given out invalid, as if its time had come.
    pub fn expire_tokens(&self) {
        self.stand_in.state().tokens.expire_all();
    }

    /// How many tokens were given out.
    #[must_use]
    pub fn tokens_issued(&self) -> usize {
        self.stand_in.state().tokens.issued
    }
}

fn read() -> Result<Contract, ContractError> {
    let spec = "tradevest";
    Contract::read_several(spec, SPECS, &[])?
        .with_alias(spec, "get_token", OAUTH2)?
        .with_alias(spec, "get_token", CONNECT)
}

impl fmt::Debug for Tradevest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tradevest")
            .field("api_url", &self.api_url())
            .field("auth_url", &self.auth_url())
            .field("prices_url", &self.prices_url())
            .finish_non_exhaustive()
    }
}

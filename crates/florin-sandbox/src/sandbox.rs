//! Starting and stopping the stand-ins.

use std::fmt;
use std::io;
use std::net::SocketAddr;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::clock::Clock;
use crate::contract::ContractError;
use crate::financeit::{self, Financeit};
use crate::monetago::{self, MonetaGo};
use crate::monoova::{self, Monoova};
use crate::nemuru::{self, Nemuru};
use crate::plain::{self, Plain};
use crate::server;
use crate::service::Host;
use crate::tradevest::{self, Tradevest};

/// Stand-ins for finance providers, listening on loopback for as long as this lives.
#[derive(Debug)]
pub struct Sandbox {
    clock: Clock,
    financeit: Financeit,
    monetago: MonetaGo,
    monoova: Monoova,
    nemuru: Nemuru,
    plain: Vec<Plain>,
    tradevest: Tradevest,
    stop: watch::Sender<bool>,
    servers: Vec<JoinHandle<()>>,
}

impl Sandbox {
    /// Starts with the defaults of every provider, the real clock, and free ports.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::default()
    }

    /// The stand-in for Financeit.
    #[must_use]
    pub const fn financeit(&self) -> &Financeit {
        &self.financeit
    }

    /// The stand-in for MonetaGo.
    #[must_use]
    pub const fn monetago(&self) -> &MonetaGo {
        &self.monetago
    }

    /// The stand-in for Monoova.
    #[must_use]
    pub const fn monoova(&self) -> &Monoova {
        &self.monoova
    }

    /// The stand-in for Nemuru.
    #[must_use]
    pub const fn nemuru(&self) -> &Nemuru {
        &self.nemuru
    }

    /// A stand-in that is made of a spec alone, by its name; `None` if the sandbox was started without it.
    #[must_use]
    pub fn plain(&self, name: &str) -> Option<&Plain> {
        self.plain.iter().find(|plain| plain.name() == name)
    }

    /// The stand-in for Tradevest.
    #[must_use]
    pub const fn tradevest(&self) -> &Tradevest {
        &self.tradevest
    }

    /// The clock that the stand-ins live by.
    #[must_use]
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Stops listening, drops every connection, and waits until all of that is done. Dropping the sandbox does the same
    /// without the wait.
    pub async fn shutdown(mut self) {
        self.stop.send_replace(true);
        for server in self.servers.drain(..) {
            // The only error is a server that was stopped by the end of its runtime: stopped it is.
            let _ = server.await;
        }
    }
}

/// How a [`Sandbox`] is to be.
#[derive(Clone, Debug, Default)]
#[must_use = "nothing listens before start() is called"]
pub struct SandboxBuilder {
    clock: Clock,
    financeit: financeit::Options,
    monetago: monetago::Options,
    monoova: monoova::Options,
    nemuru: nemuru::Options,
    plain: Vec<plain::Options>,
    tradevest: tradevest::Options,
}

impl SandboxBuilder {
    /// The clock that the stand-ins live by: the real one by default, or a reference to a
    /// [`ManualClock`](crate::ManualClock).
    pub fn clock(mut self, clock: impl Into<Clock>) -> Self {
        self.clock = clock.into();
        self
    }

    /// How Financeit's stand-in behaves.
    pub fn financeit(mut self, options: financeit::Options) -> Self {
        self.financeit = options;
        self
    }

    /// How MonetaGo's stand-in behaves.
    pub fn monetago(mut self, options: monetago::Options) -> Self {
        self.monetago = options;
        self
    }

    /// How Monoova's stand-in behaves.
    pub fn monoova(mut self, options: monoova::Options) -> Self {
        self.monoova = options;
        self
    }

    /// How Nemuru's stand-in behaves.
    pub fn nemuru(mut self, options: nemuru::Options) -> Self {
        self.nemuru = options;
        self
    }

    /// One more stand-in, made of a spec alone.
    pub fn plain(mut self, options: plain::Options) -> Self {
        self.plain.push(options);
        self
    }

    /// How Tradevest's stand-in behaves.
    pub fn tradevest(mut self, options: tradevest::Options) -> Self {
        self.tradevest = options;
        self
    }

    /// Opens the ports and starts to serve.
    ///
    /// # Errors
    ///
    /// A port is taken, or a spec cannot be used: by a bug, or because of routes that were given and don't fit.
    pub async fn start(self) -> Result<Sandbox, StartError> {
        let (stop, stopped) = watch::channel(false);
        let mut servers = Vec::new();
        let mut serve = |listener, (name, provider)| {
            servers.push(server::serve(
                listener,
                Host { name, provider },
                stopped.clone(),
            ));
        };

        let (api, api_address) = listen(self.monetago.api_port).await?;
        let (auth, auth_address) = listen(self.monetago.auth_port).await?;
        let monetago = MonetaGo::new(
            MonetaGo::contract().map_err(StartError::Contract)?,
            self.clock.clone(),
            self.monetago,
            api_address,
            auth_address,
        );
        for (listener, host) in [api, auth].into_iter().zip(monetago.hosts()) {
            serve(listener, host);
        }

        let (listener, address) = listen(self.financeit.port).await?;
        let contract = Financeit::contract(&self.financeit).map_err(StartError::Contract)?;
        let financeit = Financeit::new(contract, self.clock.clone(), self.financeit, address);
        serve(listener, financeit.host());

        let (listener, address) = listen(self.monoova.port).await?;
        let contract = Monoova::contract(&self.monoova).map_err(StartError::Contract)?;
        let monoova = Monoova::new(contract, self.clock.clone(), self.monoova, address);
        serve(listener, monoova.host());

        let (api, api_address) = listen(self.nemuru.port).await?;
        let (auth, auth_address) = listen(self.nemuru.auth_port).await?;
        let (nemuru, background) = Nemuru::start(
            Nemuru::contract(&self.nemuru).map_err(StartError::Contract)?,
            self.clock.clone(),
            self.nemuru,
            api_address,
            auth_address,
            &stopped,
        );
        for (listener, host) in [api, auth].into_iter().zip(nemuru.hosts()) {
            serve(listener, host);
        }
        servers.extend(background);

        let (api, api_address) = listen(self.tradevest.port).await?;
        let (auth, auth_address) = listen(self.tradevest.auth_port).await?;
        let (prices, prices_address) = listen(self.tradevest.prices_port).await?;
        let (tradevest, background) = Tradevest::start(
            Tradevest::contract(&self.tradevest).map_err(StartError::Contract)?,
            self.clock.clone(),
            self.tradevest,
            [api_address, auth_address, prices_address],
            prices,
            &stopped,
        );
        for (listener, (name, provider)) in [api, auth].into_iter().zip(tradevest.hosts()) {
            servers.push(server::serve(
                listener,
                Host { name, provider },
                stopped.clone(),
            ));
        }
        servers.extend(background);

        let mut plain = Vec::new();
        for options in &self.plain {
            let (api, api_address) = listen(options.port).await?;
            let (auth, auth_address) = listen(options.auth_port).await?;
            let stand_in = Plain::new(options, self.clock.clone(), api_address, auth_address)
                .map_err(StartError::Contract)?;
            for (listener, (name, provider)) in [api, auth].into_iter().zip(stand_in.hosts()) {
                let host = Host { name, provider };
                servers.push(server::serve(listener, host, stopped.clone()));
            }
            plain.push(stand_in);
        }

        Ok(Sandbox {
            clock: self.clock,
            financeit,
            monetago,
            monoova,
            nemuru,
            plain,
            tradevest,
            stop,
            servers,
        })
    }
}

async fn listen(port: u16) -> Result<(TcpListener, SocketAddr), StartError> {
    server::listen(port)
        .await
        .map_err(|source| StartError::Listen { port, source })
}

/// Why a sandbox did not start.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// A port could not be opened.
    Listen {
        /// The port on 127.0.0.1 that was asked for.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// A spec cannot be used: by a bug, or because of routes that were given and don't fit.
    Contract(ContractError),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listen { port, .. } => write!(
                f,
                "port {port} on 127.0.0.1 cannot be opened; choose another one, or 0 for a free one"
            ),
            Self::Contract(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Listen { source, .. } => Some(source),
            Self::Contract(_) => None,
        }
    }
}

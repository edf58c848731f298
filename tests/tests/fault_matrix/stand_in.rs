//! The five stand-ins, as the matrix sees them: alike.

use florin_sandbox::financeit::Financeit;
use florin_sandbox::monetago::MonetaGo;
use florin_sandbox::monoova::Monoova;
use florin_sandbox::nemuru::Nemuru;
use florin_sandbox::tradevest::Tradevest;
use florin_sandbox::{Fault, Received};

/// The columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Provider {
    MonetaGo,
    Nemuru,
    Financeit,
    Monoova,
    Tradevest,
}

impl Provider {
    pub(crate) const ALL: [Self; 5] = [
        Self::MonetaGo,
        Self::Nemuru,
        Self::Financeit,
        Self::Monoova,
        Self::Tradevest,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::MonetaGo => "MonetaGo",
            Self::Nemuru => "Nemuru",
            Self::Financeit => "Financeit",
            Self::Monoova => "Monoova",
            Self::Tradevest => "Tradevest",
        }
    }
}

/// What every stand-in's handle can do.
pub(crate) trait StandIn: Sync {
    const PROVIDER: Provider;

    fn plan(&self, fault: Fault);
    fn received(&self) -> Vec<Received>;
    fn turned_away(&self) -> usize;
    fn forget_received(&self);
    /// Whatever was planned is over.
    fn behave(&self);
    fn refuse(&self) -> impl Future<Output = ()> + Send;
}

macro_rules! stand_in {
    ($($handle:ident),*) => {
        $(impl StandIn for $handle {
            const PROVIDER: Provider = Provider::$handle;

            fn plan(&self, fault: Fault) {
                self.misbehave(fault).unwrap();
            }

            fn received(&self) -> Vec<Received> {
                $handle::received(self)
            }

            fn turned_away(&self) -> usize {
                $handle::turned_away(self)
            }

            fn forget_received(&self) {
                self.clear_received();
            }

            fn behave(&self) {
                $handle::behave(self);
            }

            async fn refuse(&self) {
                self.refuse_connections().await;
            }
        })*
    };
}

stand_in!(MonetaGo, Nemuru, Financeit, Monoova, Tradevest);

//! The stand-in for MonetaGo Secure Financing: API host, token host, a registry, two lenders.
//!
//! What the documentation says is played as it says. Where it is silent the stand-in takes the plainest reading, and
//! [`Options`] turns it to others. Choices that no option turns:
//!
//! - Matching knows exact matches only (the code of a partial one is undocumented). Invoices match in seller, buyer, number,
//!   date and amount; other documents, whose fields are undocumented, when all their fields are equal. Parties are compared by
//!   name. A lender's own earlier registration counts like another lender's.
//! - `REFI` finances an FVR that turns out unique, and leaves a duplicate as it is.
//! - A cancelled FVR vanishes from the reports of others, and those are rated anew.
//! - `DFIN` may be cancelled.
//! - Identifiers that name nothing of the caller's are refused with 404.
//! - HTTP errors have the shape of the documented error inside an FVR.
//! - `GET /status` for the identifier of a financing answers with no FVR at all.

mod amount;
mod fvr;
mod lender;
mod matching;
mod options;
mod problem;
mod registry;
mod rules;
mod selection;
mod stand_in;
mod submission;
mod tokens;
mod view;

use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};

pub use lender::{Credentials, Lender};
pub use options::{
    ActivityContainer, ActivityOrder, Boundary, CancellationKey, FvrContainer, Options, Refusals,
};

use crate::clock::Clock;
use crate::contract::{API, Contract, ContractError};
use crate::provider::{Provider, Stage};
use crate::steer::steer;
use stand_in::StandIn;

/// The token host's name in the spec.
const AUTH: &str = "auth";

const SPEC: &str = include_str!("../../specs/monetago.yaml");

/// The stand-in for MonetaGo. A handle, cheap to clone; it does not keep the servers alive, [`Sandbox`](crate::Sandbox) does.
#[derive(Clone)]
pub struct MonetaGo {
    stand_in: Arc<StandIn>,
    api: SocketAddr,
    auth: SocketAddr,
}

steer!(MonetaGo);

/// An FVR as the registry has it, for a test to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FvrState {
    /// Who registered it.
    pub lender: Lender,
    /// The identifier of its registration.
    pub request_identification: String,
    /// The lender's own identifier of it.
    pub submitter_data_set_identification: String,
    /// Its `financing_request_status`, as in `REGU`.
    pub status: &'static str,
    /// How many entries its `errors` have.
    pub errors: usize,
}

impl MonetaGo {
    /// The spec, read once per process: a test starts a sandbox more often than that.
    pub(crate) fn contract() -> Result<Arc<Contract>, ContractError> {
        static CONTRACT: LazyLock<Result<Arc<Contract>, ContractError>> =
            LazyLock::new(|| Contract::read("monetago", SPEC).map(Arc::new));
        CONTRACT.clone()
    }

    pub(crate) fn new(
        contract: Arc<Contract>,
        clock: Clock,
        options: Options,
        api: SocketAddr,
        auth: SocketAddr,
    ) -> Self {
        let stage = Stage {
            clock,
            ..Stage::default()
        };
        Self {
            stand_in: Arc::new(StandIn::new(contract, stage, options)),
            api,
            auth,
        }
    }

    /// The provider behind each of its hosts, by the host's name.
    pub(crate) fn hosts(&self) -> [(&'static str, Arc<dyn Provider>); 2] {
        [(API, self.stand_in.clone()), (AUTH, self.stand_in.clone())]
    }

    /// Base URL of the API, as in `http://127.0.0.1:40001/v1`.
    #[must_use]
    pub fn api_url(&self) -> String {
        format!(
            "http://{}{}",
            self.api,
            self.stand_in.contract.base_path(API)
        )
    }

    /// Base URL of the token host, as in `http://127.0.0.1:40002`; the token operation is `POST /oauth/token` there.
    #[must_use]
    pub fn auth_url(&self) -> String {
        format!(
            "http://{}{}",
            self.auth,
            self.stand_in.contract.base_path(AUTH)
        )
    }

    /// The credentials of a lender.
    #[must_use]
    pub fn lender(&self, lender: Lender) -> Credentials {
        lender::credentials(lender)
    }

    /// Makes every token that was given out invalid, as if its time had come.
    pub fn expire_tokens(&self) {
        self.stand_in.state().tokens.expire_all();
    }

    /// How many tokens were given out.
    #[must_use]
    pub fn tokens_issued(&self) -> usize {
        self.stand_in.state().tokens.issued()
    }

    /// How many registrations took effect, or will.
    #[must_use]
    pub fn registrations(&self) -> usize {
        self.stand_in.state().registry.registrations
    }

    /// How many financings were taken in, whether they succeeded or not.
    #[must_use]
    pub fn financings(&self) -> usize {
        self.stand_in.state().registry.financings
    }

    /// How many cancellations were taken in, whether they succeeded or not.
    #[must_use]
    pub fn cancellations(&self) -> usize {
        self.stand_in.state().registry.cancellations.len()
    }

    /// Every FVR, in the order of registration.
    #[must_use]
    pub fn fvrs(&self) -> Vec<FvrState> {
        let state = self.stand_in.state();
        let fvrs = state.registry.fvrs.iter().map(|fvr| FvrState {
            lender: fvr.lender,
            request_identification: fvr.request.clone(),
            submitter_data_set_identification: fvr.data_set.clone(),
            status: fvr.status.code(),
            errors: fvr.errors.len(),
        });
        fvrs.collect()
    }

    /// The status of a lender's FVR by the lender's own identifier, the latest if there are several.
    #[must_use]
    pub fn fvr_status(&self, lender: Lender, data_set: &str) -> Option<&'static str> {
        let state = self.stand_in.state();
        let mut fvrs = state.registry.fvrs.iter().rev();
        fvrs.find(|fvr| fvr.lender == lender && fvr.data_set == data_set)
            .map(|fvr| fvr.status.code())
    }
}

impl fmt::Debug for MonetaGo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MonetaGo")
            .field("api_url", &self.api_url())
            .field("auth_url", &self.auth_url())
            .finish_non_exhaustive()
    }
}

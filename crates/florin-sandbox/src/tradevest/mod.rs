//! The stand-in for Tradevest's Partner API.

mod handle;
mod options;
mod prices;
mod problem;
mod stand_in;
mod tokens;

pub use handle::Tradevest;
pub use options::{Options, TokenPaths};

/// The name of the token host in the spec.
const AUTH: &str = "auth";

/// Both documented paths of the token endpoint.
const OAUTH2: &str = "/oauth2/token";
const CONNECT: &str = "/connect/token";

/// What the newer path wants as a scope.
const SCOPE: &str = "tradevest.api";

/// The partner that the sandbox knows.
const CLIENT_ID: &str = "sandbox-partner";
const CLIENT_SECRET: &str = "sandbox-partner-secret";

/// The spec's documents, by name. The first one says where the hosts are.
const SPECS: &[(&str, &str)] = &[(
    "authorization.yaml",
    include_str!("../../specs/tradevest/authorization.yaml"),
)];

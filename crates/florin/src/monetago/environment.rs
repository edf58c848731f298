//! Where MonetaGo lives.

/// One of MonetaGo's environments: an API host and a token host that belong together.
///
/// The two named ones are documented. The URLs are the ones that the provider prints, with its major version `v1`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Environment {
    /// Customer Test (UAT): everything works, no real client data. New major versions appear here first.
    CustomerTest,
    /// Production: real client data only. Credentials need MonetaGo's approval.
    Production,
    /// Somewhere else: a sandbox, a proxy, a recording. `https`, or `http` on loopback.
    Custom {
        /// What the paths of the API are appended to, such as `https://api.uat.securefinancing.com/v1`.
        api: String,
        /// What `/oauth/token` is appended to, such as `https://auth.uat.securefinancing.com`.
        auth: String,
    },
}

impl Environment {
    /// The base URL of the API.
    #[must_use]
    pub fn api_url(&self) -> &str {
        match self {
            Self::CustomerTest => "https://api.uat.securefinancing.com/v1",
            Self::Production => "https://api.securefinancing.com/v1",
            Self::Custom { api, .. } => api,
        }
    }

    /// The base URL of the token host.
    #[must_use]
    pub fn auth_url(&self) -> &str {
        match self {
            Self::CustomerTest => "https://auth.uat.securefinancing.com",
            Self::Production => "https://auth.securefinancing.com",
            Self::Custom { auth, .. } => auth,
        }
    }
}

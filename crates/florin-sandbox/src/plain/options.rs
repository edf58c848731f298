//! Which spec is played, and where.

use std::time::Duration;

use super::known::KNOWN;

/// A spec that is to be played as it is written.
#[derive(Clone, Debug)]
#[must_use = "nothing is played before a sandbox is started with it"]
pub struct Options {
    pub(super) name: String,
    pub(super) document: String,
    /// Port of the API host; 0 takes a free one.
    pub port: u16,
    /// Port of the token host; 0 takes a free one.
    pub auth_port: u16,
    /// How long an access token is valid that was given out.
    pub token_lifetime: Duration,
}

impl Options {
    /// A provider of this workspace that is played from its spec alone; `None` if there is none of that name.
    #[must_use]
    pub fn known(name: &str) -> Option<Self> {
        let (name, document) = KNOWN.iter().find(|(known, _)| *known == name)?;
        Some(Self::of_spec(name, document))
    }

    /// Any spec: OpenAPI 3.0 or 3.1 in one document, as YAML or JSON. The name is what the sandbox calls it.
    pub fn of_spec(name: &str, document: &str) -> Self {
        Self {
            name: name.to_owned(),
            document: document.to_owned(),
            port: 0,
            auth_port: 0,
            token_lifetime: Duration::from_hours(1),
        }
    }
}

/// The providers of this workspace that are played from their specs alone.
pub fn known() -> impl Iterator<Item = &'static str> {
    KNOWN.iter().map(|(name, _)| *name)
}

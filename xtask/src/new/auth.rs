//! How a provider wants to be told who sends a request, by the security schemes of its document.

/// The scheme that the facade is made for, and those that it isn't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Auth {
    /// What the facade sends.
    pub used: Scheme,
    /// The name that the document has for it; empty for none.
    pub name: String,
    /// What the document offers as well, each with why it isn't used: for the documentation.
    pub others: Vec<(String, String)>,
}

/// A way to say who sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Nothing is said.
    None,
    /// `Authorization: Bearer`, with a token that the user gets elsewhere.
    Bearer,
    /// `Authorization: Basic`.
    Basic,
    /// A key under a name of the provider's.
    Key {
        /// Where it stands.
        place: KeyPlace,
        /// Of the header, the query parameter or the cookie.
        name: String,
    },
    /// `Authorization: Bearer`, with tokens by the client credentials grant of OAuth 2.0.
    ClientCredentials {
        /// Where they are issued: absolute, or below the server; `None` where the document doesn't say it usably.
        token_url: Option<String>,
        /// All scopes of the flow.
        scopes: Vec<String>,
    },
}

/// Where an API key stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// In a header.
    Header,
    /// In the query of the URL.
    Query,
    /// In a cookie.
    Cookie,
}

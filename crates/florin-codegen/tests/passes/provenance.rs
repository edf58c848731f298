// Made by florin-codegen from provenance.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// What it is for.
///
/// # Not supported
///
/// Known of, and left out:
///
/// - **Close an account**: Its path is not documented.
///
/// Send such a request through the session, with its token, limits and errors: `client.session().request(&Operation::custom(Method::GET, "/path"))`; see
/// [`Operation::custom`](::florin_core::Operation::custom).
#[derive(Clone, Debug)]
pub struct Client {
    session: ::florin_core::Session,
}
impl Client {
    /// A client whose requests go through this session: its base URL, its token, its retries and limits.
    #[must_use]
    pub const fn new(session: ::florin_core::Session) -> Self {
        Self { session }
    }
    /// The session, for what the client has no method for.
    #[must_use]
    pub const fn session(&self) -> &::florin_core::Session {
        &self.session
    }
}
/// What the operations take and answer.
#[allow(
    clippy::derivable_impls,
    clippy::doc_markdown,
    clippy::enum_variant_names,
    clippy::infallible_try_from,
    clippy::large_enum_variant,
    clippy::result_large_err,
    clippy::struct_excessive_bools,
    non_camel_case_types,
    reason = "the shape is the spec's"
)]
pub mod types {
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
impl Client {
    /// Lists the accounts.
    ///
    /// Newest first. See `GET /accounts` in [the guide](https://example.com/guide).
    ///
    /// ```text
    /// {"status": "open"}
    /// ```
    ///
    /// Deprecated by the provider.
    ///
    /// Sends `GET /accounts`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `limit` (query, optional): How many. 1 to 100.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// Path documented, request inferred, response undocumented. Seen in a sample.
    pub fn list_accounts(&self) -> builder::ListAccounts<'_> {
        builder::ListAccounts::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /accounts`: Lists the accounts
    ///
    /// Deprecated by the provider.
    pub static LIST_ACCOUNTS: ::florin_core::Operation = ::florin_core::Operation::new(
            "list_accounts",
            ::florin_core::http::Method::GET,
            "/accounts",
        )
        .retry(::florin_core::Retry::Safe)
        .provenance(::florin_core::Provenance {
            path: ::florin_core::Certainty::Documented,
            request: Some(::florin_core::Certainty::Inferred),
            response: ::florin_core::Certainty::Undocumented,
        });
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&LIST_ACCOUNTS];
}
/// The requests, argument by argument.
#[allow(
    clippy::derivable_impls,
    clippy::doc_markdown,
    clippy::enum_variant_names,
    clippy::infallible_try_from,
    clippy::large_enum_variant,
    clippy::result_large_err,
    clippy::struct_excessive_bools,
    non_camel_case_types,
    reason = "the shape is the spec's"
)]
pub mod builder {
    #[allow(
        unused_imports,
        reason = "a client need not have an operation with types of its own"
    )]
    use super::types;
    use super::{Error, Response};
    /// A request of [`Client::list_accounts`](super::Client::list_accounts); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ListAccounts<'a> {
        client: &'a super::Client,
        limit: Result<Option<u64>, String>,
    }
    impl ::std::fmt::Debug for ListAccounts<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListAccounts").finish_non_exhaustive()
        }
    }
    impl<'a> ListAccounts<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client, limit: Ok(None) }
        }
        /// Sets `limit` (query, optional).
        ///
        /// How many. 1 to 100.
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u64` for limit failed".to_string());
            self
        }
        /// Sends the request: `GET /accounts`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, limit } = self;
            let operation = &super::operations::LIST_ACCOUNTS;
            let limit = limit
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("limit", &limit);
            request.send_empty().await
        }
    }
}

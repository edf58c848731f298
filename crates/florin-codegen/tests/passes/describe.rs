// Made by florin-codegen from describe.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
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
    /// See <https://example.com/docs>, the field \[amount\] and \<b>limits\</b>.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Transfer {
        /// Day of execution
        ///
        /// Format: `date`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub day: ::std::option::Option<::std::string::String>,
        /// 1 to 9. Taken as `5` when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub priority: ::std::option::Option<u64>,
        /// Yours.
        ///
        /// At most 35 characters. Pattern: `^[A-Z]+$`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reference: ::std::option::Option<TransferReference>,
    }
    /// Yours.
    ///
    /// At most 35 characters. Pattern: `^[A-Z]+$`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub struct TransferReference(::std::string::String);
    ::florin_core::limited_text! {
        TransferReference(..= 35) else error::ConversionError
    }
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
    /// Builders of the types, field by field.
    pub mod builder {
        ::florin_core::builder! {
            Transfer {
                optional day: ::std::string::String,
                optional priority: u64,
                optional reference: super::TransferReference,
            }
        }
    }
}
impl Client {
    /// The operation `send_transfer`.
    ///
    /// Sends `POST /sent`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Transfer`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_transfer(&self) -> builder::SendTransfer<'_> {
        builder::SendTransfer::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /sent`: send_transfer
    pub static SEND_TRANSFER: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_transfer",
            ::florin_core::http::Method::POST,
            "/sent",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&SEND_TRANSFER];
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
    /// A request of [`Client::send_transfer`](super::Client::send_transfer); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SendTransfer<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Transfer, String>,
    }
    impl ::std::fmt::Debug for SendTransfer<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendTransfer").finish_non_exhaustive()
        }
    }
    impl<'a> SendTransfer<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Transfer`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Transfer>,
            <V as std::convert::TryInto<types::Transfer>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Transfer` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Transfer) -> types::builder::Transfer,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /sent`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_TRANSFER;
            let body = body
                .and_then(|v| types::Transfer::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_empty().await
        }
    }
}

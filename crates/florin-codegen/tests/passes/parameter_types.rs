// Made by florin-codegen from parameter_types.yaml; not to be edited.

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
    /// The `Alias` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Alias(pub Filter);
    impl ::std::ops::Deref for Alias {
        type Target = Filter;
        fn deref(&self) -> &Filter {
            &self.0
        }
    }
    impl ::std::convert::From<Alias> for Filter {
        fn from(value: Alias) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<Filter> for Alias {
        fn from(value: Filter) -> Self {
            Self(value)
        }
    }
    /// The `Filter` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Filter {
        /// The `amount`; see [`FilterAmount`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<FilterAmount>,
        /// The `state`; see [`FilterStateItem`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub state: ::std::vec::Vec<FilterStateItem>,
    }
    /// The `FilterAmount` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct FilterAmount {
        /// The `gte`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub gte: ::std::option::Option<::florin_core::Decimal>,
    }
    /// The values of `FilterStateItem`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum FilterStateItem {
        /// `open`
        Open,
        /// `closed`
        Closed,
    }
    ::florin_core::closed_list! {
        FilterStateItem { "open" => Open, "closed" => Closed } else
        error::ConversionError
    }
    /// The `ListLoansPage` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ListLoansPage {
        /// The `after`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub after: ::std::option::Option<::std::string::String>,
        /// The `limit`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub limit: ::std::option::Option<i64>,
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
            Filter {
                optional amount: super::FilterAmount,
                defaulted state: ::std::vec::Vec<super::FilterStateItem>,
            }
        }
        ::florin_core::builder! {
            FilterAmount {
                optional gte: ::florin_core::Decimal,
            }
        }
        ::florin_core::builder! {
            ListLoansPage {
                optional after: ::std::string::String,
                optional limit: i64,
            }
        }
    }
}
impl Client {
    /// The operation `list_loans`.
    ///
    /// Sends `GET /loans`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `filter` (query, required)
    /// - `other` (query, optional)
    /// - `page` (query, optional)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn list_loans(&self) -> builder::ListLoans<'_> {
        builder::ListLoans::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /loans`: list_loans
    pub static LIST_LOANS: ::florin_core::Operation = ::florin_core::Operation::new(
            "list_loans",
            ::florin_core::http::Method::GET,
            "/loans",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&LIST_LOANS];
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
    /// A request of [`Client::list_loans`](super::Client::list_loans); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ListLoans<'a> {
        client: &'a super::Client,
        filter: Result<types::Filter, String>,
        other: Result<Option<types::Filter>, String>,
        page: Result<Option<types::ListLoansPage>, String>,
    }
    impl ::std::fmt::Debug for ListLoans<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListLoans").finish_non_exhaustive()
        }
    }
    impl<'a> ListLoans<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                filter: Err("the argument filter is missing".to_string()),
                other: Ok(None),
                page: Ok(None),
            }
        }
        /// Sets `filter` (query, required).
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Filter>,
        {
            self.filter = value
                .try_into()
                .map_err(|_| "conversion to `Filter` for filter failed".to_string());
            self
        }
        /// Sets `other` (query, optional).
        pub fn other<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Filter>,
        {
            self.other = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Filter` for other failed".to_string());
            self
        }
        /// Sets `page` (query, optional).
        pub fn page<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ListLoansPage>,
        {
            self.page = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `ListLoansPage` for page failed".to_string()
                });
            self
        }
        /// Sends the request: `GET /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, filter, other, page } = self;
            let operation = &super::operations::LIST_LOANS;
            let filter = filter
                .map_err(|message| Error::invalid_request(operation, message))?;
            let other = other
                .map_err(|message| Error::invalid_request(operation, message))?;
            let page = page
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request
                .query_styled("filter", ::florin_core::PairStyle::DeepObject, &filter);
            request.query_styled("other", ::florin_core::PairStyle::DeepObject, &other);
            request.query("page", &page);
            request.send_empty().await
        }
    }
}

// Made by florin-codegen from units.yaml; not to be edited.

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
    /// The `Apr` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Apr(pub ::florin_core::Percent);
    impl ::std::ops::Deref for Apr {
        type Target = ::florin_core::Percent;
        fn deref(&self) -> &::florin_core::Percent {
            &self.0
        }
    }
    impl ::std::convert::From<Apr> for ::florin_core::Percent {
        fn from(value: Apr) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::florin_core::Percent> for Apr {
        fn from(value: ::florin_core::Percent) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Apr {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    /// The `Offer` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Offer {
        /// The `amount`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<::florin_core::Decimal>,
        /// The `apr`; see [`Apr`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub apr: ::std::option::Option<Apr>,
        /// What the merchant pays.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub discount: ::std::option::Option<::florin_core::Fraction>,
        /// 0 to 1.
        pub interest: ::florin_core::Fraction,
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
            Offer {
                optional amount: ::florin_core::Decimal,
                optional apr: super::Apr,
                optional discount: ::florin_core::Fraction,
                required interest: ::florin_core::Fraction,
            }
        }
    }
}
impl Client {
    /// The operation `list_offers`.
    ///
    /// Sends `GET /offers`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `above` (query, optional)
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn list_offers(&self) -> builder::ListOffers<'_> {
        builder::ListOffers::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /offers`: list_offers
    pub static LIST_OFFERS: ::florin_core::Operation = ::florin_core::Operation::new(
            "list_offers",
            ::florin_core::http::Method::GET,
            "/offers",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&LIST_OFFERS];
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
    /// A request of [`Client::list_offers`](super::Client::list_offers); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ListOffers<'a> {
        client: &'a super::Client,
        above: Result<Option<::florin_core::Percent>, String>,
    }
    impl ::std::fmt::Debug for ListOffers<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListOffers").finish_non_exhaustive()
        }
    }
    impl<'a> ListOffers<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client, above: Ok(None) }
        }
        /// Sets `above` (query, optional).
        pub fn above<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::florin_core::Percent>,
        {
            self.above = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `::florin_core::Percent` for above failed".to_string()
                });
            self
        }
        /// Sends the request: `GET /offers`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Offer>, Error<::serde_json::Value>> {
            let Self { client, above } = self;
            let operation = &super::operations::LIST_OFFERS;
            let above = above
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("above", &above);
            request.send_json().await
        }
    }
}

// Made by florin-codegen from field_names.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Loans 1.
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
    /// The `CreateLoanBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct CreateLoanBody {
        /// The `loan_id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub loan_id: ::std::option::Option<::std::string::String>,
        /// `loanId` on the wire; see [`Id`].
        #[serde(rename = "loanId")]
        pub loan_id_camel: Id,
        /// `loan-id` on the wire.
        #[serde(rename = "loan-id")]
        pub loan_id_dash: ::std::string::String,
        /// `LOAN_ID` on the wire; see [`CreateLoanBodyLoanId`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "LOAN_ID")]
        pub loan_id_upper: ::std::option::Option<CreateLoanBodyLoanId>,
    }
    impl ::std::fmt::Debug for CreateLoanBody {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoanBody")
                .field("loan_id", &self.loan_id)
                .field("loan_id_camel", &self.loan_id_camel)
                .field("loan_id_dash", &::florin_core::Redacted)
                .field("loan_id_upper", &self.loan_id_upper)
                .finish()
        }
    }
    impl CreateLoanBody {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreateLoanBody {
            Default::default()
        }
    }
    /// The `CreateLoanBodyLoanId` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreateLoanBodyLoanId {
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        /// `@id` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "@id")]
        pub id_at: ::std::option::Option<::std::string::String>,
    }
    impl CreateLoanBodyLoanId {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreateLoanBodyLoanId {
            Default::default()
        }
    }
    /// The `Id` of the API.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct Id(pub ::std::string::String);
    impl ::std::ops::Deref for Id {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Id> for ::std::string::String {
        fn from(value: Id) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Id {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Id {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Id {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Loan {
        /// The `default`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub default: ::std::option::Option<::std::string::String>,
        /// `extra` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "extra")]
        pub extra_field: ::std::option::Option<::std::string::String>,
        /// `self` on the wire.
        #[serde(rename = "self", skip_serializing_if = "::std::option::Option::is_none")]
        pub self_: ::std::option::Option<::std::string::String>,
        /// The `type_`.
        pub type_: ::std::string::String,
        /// `type` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "type")]
        pub type_lower: ::std::option::Option<::std::string::String>,
        /// The `unsaid`.
        pub unsaid: ::serde_json::Value,
        /// `` on the wire.
        #[serde(rename = "", skip_serializing_if = "::std::option::Option::is_none")]
        pub x: ::std::option::Option<::std::string::String>,
        /// `$` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "$")]
        pub x_dollar: ::std::option::Option<::std::string::String>,
        /// The `новый`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub новый: ::std::option::Option<::std::string::String>,
        /// `Новый` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "Новый")]
        pub новый_mixed: ::std::option::Option<::std::string::String>,
        /// Fields that the spec does not name, as they are on the wire.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl Loan {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Loan {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`CreateLoanBody`](super::CreateLoanBody), field by field.
        #[derive(Clone)]
        pub struct CreateLoanBody {
            loan_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            loan_id_camel: ::std::result::Result<super::Id, ::std::string::String>,
            loan_id_dash: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            loan_id_upper: ::std::result::Result<
                ::std::option::Option<super::CreateLoanBodyLoanId>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for CreateLoanBody {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CreateLoanBody").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for CreateLoanBody {
            fn default() -> Self {
                Self {
                    loan_id: Ok(Default::default()),
                    loan_id_camel: Err(
                        "no value supplied for loan_id_camel".to_string(),
                    ),
                    loan_id_dash: Err("no value supplied for loan_id_dash".to_string()),
                    loan_id_upper: Ok(Default::default()),
                }
            }
        }
        impl CreateLoanBody {
            /// Sets [`loan_id`](super::CreateLoanBody::loan_id).
            pub fn loan_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.loan_id = ::florin_core::set::optional(value, "loan_id");
                self
            }
            /// Sets [`loan_id_camel`](super::CreateLoanBody::loan_id_camel).
            pub fn loan_id_camel<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Id>,
                T::Error: ::std::fmt::Display,
            {
                self.loan_id_camel = ::florin_core::set::required(
                    value,
                    "loan_id_camel",
                );
                self
            }
            /// Sets [`loan_id_dash`](super::CreateLoanBody::loan_id_dash).
            pub fn loan_id_dash<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.loan_id_dash = ::florin_core::set::required_unseen(
                    value,
                    "loan_id_dash",
                );
                self
            }
            /// Sets [`loan_id_upper`](super::CreateLoanBody::loan_id_upper).
            pub fn loan_id_upper<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::CreateLoanBodyLoanId>,
                T::Error: ::std::fmt::Display,
            {
                self.loan_id_upper = ::florin_core::set::optional(
                    value,
                    "loan_id_upper",
                );
                self
            }
        }
        impl ::std::convert::TryFrom<CreateLoanBody> for super::CreateLoanBody {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateLoanBody,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    loan_id: value.loan_id?,
                    loan_id_camel: value.loan_id_camel?,
                    loan_id_dash: value.loan_id_dash?,
                    loan_id_upper: value.loan_id_upper?,
                })
            }
        }
        impl ::std::convert::From<super::CreateLoanBody> for CreateLoanBody {
            fn from(value: super::CreateLoanBody) -> Self {
                Self {
                    loan_id: Ok(value.loan_id),
                    loan_id_camel: Ok(value.loan_id_camel),
                    loan_id_dash: Ok(value.loan_id_dash),
                    loan_id_upper: Ok(value.loan_id_upper),
                }
            }
        }
        /// Builds a [`CreateLoanBodyLoanId`](super::CreateLoanBodyLoanId), field by field.
        #[derive(Clone)]
        pub struct CreateLoanBodyLoanId {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for CreateLoanBodyLoanId {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CreateLoanBodyLoanId").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for CreateLoanBodyLoanId {
            fn default() -> Self {
                Self {
                    id: Ok(Default::default()),
                    id_at: Ok(Default::default()),
                }
            }
        }
        impl CreateLoanBodyLoanId {
            /// Sets [`id`](super::CreateLoanBodyLoanId::id).
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = ::florin_core::set::optional(value, "id");
                self
            }
            /// Sets [`id_at`](super::CreateLoanBodyLoanId::id_at).
            pub fn id_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id_at = ::florin_core::set::optional(value, "id_at");
                self
            }
        }
        impl ::std::convert::TryFrom<CreateLoanBodyLoanId>
        for super::CreateLoanBodyLoanId {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateLoanBodyLoanId,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    id: value.id?,
                    id_at: value.id_at?,
                })
            }
        }
        impl ::std::convert::From<super::CreateLoanBodyLoanId> for CreateLoanBodyLoanId {
            fn from(value: super::CreateLoanBodyLoanId) -> Self {
                Self {
                    id: Ok(value.id),
                    id_at: Ok(value.id_at),
                }
            }
        }
        /// Builds a [`Loan`](super::Loan), field by field.
        #[derive(Clone)]
        pub struct Loan {
            default: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra_field: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            self_: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
            type_lower: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            unsaid: ::std::result::Result<::serde_json::Value, ::std::string::String>,
            x: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            x_dollar: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            новый: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            новый_mixed: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Loan {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Loan").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Loan {
            fn default() -> Self {
                Self {
                    default: Ok(Default::default()),
                    extra_field: Ok(Default::default()),
                    self_: Ok(Default::default()),
                    type_: Err("no value supplied for type_".to_string()),
                    type_lower: Ok(Default::default()),
                    unsaid: Err("no value supplied for unsaid".to_string()),
                    x: Ok(Default::default()),
                    x_dollar: Ok(Default::default()),
                    новый: Ok(Default::default()),
                    новый_mixed: Ok(Default::default()),
                    extra: Ok(Default::default()),
                }
            }
        }
        impl Loan {
            /// Sets [`default`](super::Loan::default).
            pub fn default<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.default = ::florin_core::set::optional(value, "default");
                self
            }
            /// Sets [`extra_field`](super::Loan::extra_field).
            pub fn extra_field<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.extra_field = ::florin_core::set::optional(value, "extra_field");
                self
            }
            /// Sets [`self_`](super::Loan::self_).
            pub fn self_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.self_ = ::florin_core::set::optional(value, "self_");
                self
            }
            /// Sets [`type_`](super::Loan::type_).
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = ::florin_core::set::required(value, "type_");
                self
            }
            /// Sets [`type_lower`](super::Loan::type_lower).
            pub fn type_lower<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_lower = ::florin_core::set::optional(value, "type_lower");
                self
            }
            /// Sets [`unsaid`](super::Loan::unsaid).
            pub fn unsaid<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.unsaid = ::florin_core::set::required(value, "unsaid");
                self
            }
            /// Sets [`x`](super::Loan::x).
            pub fn x<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.x = ::florin_core::set::optional(value, "x");
                self
            }
            /// Sets [`x_dollar`](super::Loan::x_dollar).
            pub fn x_dollar<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.x_dollar = ::florin_core::set::optional(value, "x_dollar");
                self
            }
            /// Sets [`новый`](super::Loan::новый).
            pub fn новый<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.новый = ::florin_core::set::optional(value, "новый");
                self
            }
            /// Sets [`новый_mixed`](super::Loan::новый_mixed).
            pub fn новый_mixed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.новый_mixed = ::florin_core::set::optional(
                    value,
                    "новый_mixed",
                );
                self
            }
            /// Sets [`extra`](super::Loan::extra).
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = ::florin_core::set::required(value, "extra");
                self
            }
        }
        impl ::std::convert::TryFrom<Loan> for super::Loan {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Loan,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    default: value.default?,
                    extra_field: value.extra_field?,
                    self_: value.self_?,
                    type_: value.type_?,
                    type_lower: value.type_lower?,
                    unsaid: value.unsaid?,
                    x: value.x?,
                    x_dollar: value.x_dollar?,
                    новый: value.новый?,
                    новый_mixed: value.новый_mixed?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Loan> for Loan {
            fn from(value: super::Loan) -> Self {
                Self {
                    default: Ok(value.default),
                    extra_field: Ok(value.extra_field),
                    self_: Ok(value.self_),
                    type_: Ok(value.type_),
                    type_lower: Ok(value.type_lower),
                    unsaid: Ok(value.unsaid),
                    x: Ok(value.x),
                    x_dollar: Ok(value.x_dollar),
                    новый: Ok(value.новый),
                    новый_mixed: Ok(value.новый_mixed),
                    extra: Ok(value.extra),
                }
            }
        }
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
}
impl Client {
    /// The operation `createLoan`.
    ///
    /// Sends `POST /loans`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `200`: The loan.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan(&self) -> builder::CreateLoan<'_> {
        builder::CreateLoan::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /loans`: createLoan
    pub static CREATE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "createLoan",
            ::florin_core::http::Method::POST,
            "/loans",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/loan-id",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&CREATE_LOAN];
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
    /// A request of [`Client::create_loan`](super::Client::create_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateLoan<'a> {
        client: &'a super::Client,
        body: Result<types::builder::CreateLoanBody, String>,
    }
    impl ::std::fmt::Debug for CreateLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoan").finish_non_exhaustive()
        }
    }
    impl<'a> CreateLoan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CreateLoanBody>,
            <V as std::convert::TryInto<
                types::CreateLoanBody,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `CreateLoanBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::CreateLoanBody,
            ) -> types::builder::CreateLoanBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::CREATE_LOAN;
            let body = body
                .and_then(|v| {
                    types::CreateLoanBody::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
}

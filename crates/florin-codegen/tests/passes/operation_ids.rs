// Made by florin-codegen from operation_ids.yaml; not to be edited.

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
    /// The `SomeSchema` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct SomeSchema {
        /// The `amount`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<i64>,
        /// The `some`; see [`SomeSchema`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub some: ::std::option::Option<::std::boxed::Box<SomeSchema>>,
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
            SomeSchema {
                optional amount: i64,
                optional some: ::std::boxed::Box<super::SomeSchema>,
            }
        }
    }
}
impl Client {
    /// The operation `get_a_get_a`.
    ///
    /// The spec calls it `getA`.
    ///
    /// Sends `GET /a`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_a_get_a(&self) -> builder::GetAGetA<'_> {
        builder::GetAGetA::new(self)
    }
    /// The operation `get_a`.
    ///
    /// Sends `PUT /a`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_a(&self) -> builder::GetA<'_> {
        builder::GetA::new(self)
    }
    /// The operation `post_a`.
    ///
    /// Sends `POST /a`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn post_a(&self) -> builder::PostA<'_> {
        builder::PostA::new(self)
    }
    /// The operation `get_a_get_b`.
    ///
    /// Another one.
    ///
    /// The spec calls it `getA`.
    ///
    /// Sends `GET /b`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_a_get_b(&self) -> builder::GetAGetB<'_> {
        builder::GetAGetB::new(self)
    }
    /// The operation `get_a_1_put_b`.
    ///
    /// The spec calls it `get_a_1`.
    ///
    /// Sends `PUT /b`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_a_1_put_b(&self) -> builder::GetA1PutB<'_> {
        builder::GetA1PutB::new(self)
    }
    /// The operation `get_a1`.
    ///
    /// Sends `POST /b`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_a1(&self) -> builder::GetA1<'_> {
        builder::GetA1::new(self)
    }
    /// The operation `session_operation`.
    ///
    /// The spec calls it `session`.
    ///
    /// Sends `GET /own`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn session_operation(&self) -> builder::SessionOperation<'_> {
        builder::SessionOperation::new(self)
    }
    /// The operation `new_operation`.
    ///
    /// The spec calls it `new`.
    ///
    /// Sends `PUT /own`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn new_operation(&self) -> builder::NewOperation<'_> {
        builder::NewOperation::new(self)
    }
    /// The operation `result_operation`.
    ///
    /// The spec calls it `Result`.
    ///
    /// Sends `POST /own`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn result_operation(&self) -> builder::ResultOperation<'_> {
        builder::ResultOperation::new(self)
    }
    /// The operation `to_string_operation`.
    ///
    /// The spec calls it `to_string`.
    ///
    /// Sends `DELETE /own`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn to_string_operation(&self) -> builder::ToStringOperation<'_> {
        builder::ToStringOperation::new(self)
    }
    /// The operation `try_into_operation`.
    ///
    /// The spec calls it `try_into`.
    ///
    /// Sends `OPTIONS /own`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn try_into_operation(&self) -> builder::TryIntoOperation<'_> {
        builder::TryIntoOperation::new(self)
    }
    /// The operation `from_operation`.
    ///
    /// The spec calls it `from`.
    ///
    /// Sends `PATCH /own`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `to` (query, optional)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn from_operation(&self) -> builder::FromOperation<'_> {
        builder::FromOperation::new(self)
    }
    /// The operation `default`.
    ///
    /// Sends `GET /prelude`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `all` (query, optional)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn default(&self) -> builder::Default<'_> {
        builder::Default::new(self)
    }
    /// The operation `clone`.
    ///
    /// Sends `PUT /prelude`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `id` (query, required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn clone(&self) -> builder::Clone<'_> {
        builder::Clone::new(self)
    }
    /// The operation `send`.
    ///
    /// Sends `POST /prelude`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Some`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send(&self) -> builder::Send<'_> {
        builder::Send::new(self)
    }
    /// The operation `vec`.
    ///
    /// Sends `DELETE /prelude`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `ids` (query, optional)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn vec(&self) -> builder::Vec<'_> {
        builder::Vec::new(self)
    }
    /// The operation `client`.
    ///
    /// Sends `OPTIONS /prelude`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn client(&self) -> builder::Client<'_> {
        builder::Client::new(self)
    }
    /// The operation `box`.
    ///
    /// Sends `HEAD /prelude`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn box_(&self) -> builder::Box<'_> {
        builder::Box::new(self)
    }
    /// The operation `ok`.
    ///
    /// Sends `PATCH /prelude`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `x_a` (header, optional)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn ok(&self) -> builder::Ok<'_> {
        builder::Ok::new(self)
    }
    /// The operation `some`.
    ///
    /// Sends `GET /prelude2`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn some(&self) -> builder::Some<'_> {
        builder::Some::new(self)
    }
    /// The operation `operation`.
    ///
    /// Sends `PUT /prelude2`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn operation(&self) -> builder::Operation<'_> {
        builder::Operation::new(self)
    }
    /// The operation `copy`.
    ///
    /// Sends `POST /prelude2`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn copy(&self) -> builder::Copy<'_> {
        builder::Copy::new(self)
    }
    /// The operation `all`.
    ///
    /// Sends `DELETE /prelude2`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn all(&self) -> builder::All<'_> {
        builder::All::new(self)
    }
    /// The operation `self`.
    ///
    /// Sends `OPTIONS /prelude2`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn self_(&self) -> builder::Self_<'_> {
        builder::Self_::new(self)
    }
    /// The operation `drop`.
    ///
    /// Sends `HEAD /prelude2`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn drop(&self) -> builder::Drop<'_> {
        builder::Drop::new(self)
    }
    /// The operation `debug`.
    ///
    /// Sends `PATCH /prelude2`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn debug(&self) -> builder::Debug<'_> {
        builder::Debug::new(self)
    }
    /// The operation `get_v1_loans_by_loan_id_payments`.
    ///
    /// Sends `GET /v1/loans/{loan_id}/payments`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `loan_id` (path, required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_v1_loans_by_loan_id_payments(
        &self,
    ) -> builder::GetV1LoansByLoanIdPayments<'_> {
        builder::GetV1LoansByLoanIdPayments::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /a`: get_a_get_a
    pub static GET_A_GET_A: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_a_get_a",
            ::florin_core::http::Method::GET,
            "/a",
        )
        .retry(::florin_core::Retry::Safe);
    /// `PUT /a`: get_a
    pub static GET_A: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_a",
            ::florin_core::http::Method::PUT,
            "/a",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /a`: post_a
    pub static POST_A: ::florin_core::Operation = ::florin_core::Operation::new(
            "post_a",
            ::florin_core::http::Method::POST,
            "/a",
        )
        .retry(::florin_core::Retry::Never);
    /// `GET /b`: get_a_get_b
    pub static GET_A_GET_B: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_a_get_b",
            ::florin_core::http::Method::GET,
            "/b",
        )
        .retry(::florin_core::Retry::Safe);
    /// `PUT /b`: get_a_1_put_b
    pub static GET_A_1_PUT_B: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_a_1_put_b",
            ::florin_core::http::Method::PUT,
            "/b",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /b`: get_a1
    pub static GET_A1: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_a1",
            ::florin_core::http::Method::POST,
            "/b",
        )
        .retry(::florin_core::Retry::Never);
    /// `GET /own`: session_operation
    pub static SESSION_OPERATION: ::florin_core::Operation = ::florin_core::Operation::new(
            "session_operation",
            ::florin_core::http::Method::GET,
            "/own",
        )
        .retry(::florin_core::Retry::Safe);
    /// `PUT /own`: new_operation
    pub static NEW_OPERATION: ::florin_core::Operation = ::florin_core::Operation::new(
            "new_operation",
            ::florin_core::http::Method::PUT,
            "/own",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /own`: result_operation
    pub static RESULT_OPERATION: ::florin_core::Operation = ::florin_core::Operation::new(
            "result_operation",
            ::florin_core::http::Method::POST,
            "/own",
        )
        .retry(::florin_core::Retry::Never);
    /// `DELETE /own`: to_string_operation
    pub static TO_STRING_OPERATION: ::florin_core::Operation = ::florin_core::Operation::new(
            "to_string_operation",
            ::florin_core::http::Method::DELETE,
            "/own",
        )
        .retry(::florin_core::Retry::Never);
    /// `OPTIONS /own`: try_into_operation
    pub static TRY_INTO_OPERATION: ::florin_core::Operation = ::florin_core::Operation::new(
            "try_into_operation",
            ::florin_core::http::Method::OPTIONS,
            "/own",
        )
        .retry(::florin_core::Retry::Safe);
    /// `PATCH /own`: from_operation
    pub static FROM_OPERATION: ::florin_core::Operation = ::florin_core::Operation::new(
            "from_operation",
            ::florin_core::http::Method::PATCH,
            "/own",
        )
        .retry(::florin_core::Retry::Never);
    /// `GET /prelude`: default
    pub static DEFAULT: ::florin_core::Operation = ::florin_core::Operation::new(
            "default",
            ::florin_core::http::Method::GET,
            "/prelude",
        )
        .retry(::florin_core::Retry::Safe);
    /// `PUT /prelude`: clone
    pub static CLONE: ::florin_core::Operation = ::florin_core::Operation::new(
            "clone",
            ::florin_core::http::Method::PUT,
            "/prelude",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /prelude`: send
    pub static SEND: ::florin_core::Operation = ::florin_core::Operation::new(
            "send",
            ::florin_core::http::Method::POST,
            "/prelude",
        )
        .retry(::florin_core::Retry::Never);
    /// `DELETE /prelude`: vec
    pub static VEC: ::florin_core::Operation = ::florin_core::Operation::new(
            "vec",
            ::florin_core::http::Method::DELETE,
            "/prelude",
        )
        .retry(::florin_core::Retry::Never);
    /// `OPTIONS /prelude`: client
    pub static CLIENT: ::florin_core::Operation = ::florin_core::Operation::new(
            "client",
            ::florin_core::http::Method::OPTIONS,
            "/prelude",
        )
        .retry(::florin_core::Retry::Safe);
    /// `HEAD /prelude`: box
    pub static BOX_: ::florin_core::Operation = ::florin_core::Operation::new(
            "box",
            ::florin_core::http::Method::HEAD,
            "/prelude",
        )
        .retry(::florin_core::Retry::Safe);
    /// `PATCH /prelude`: ok
    pub static OK: ::florin_core::Operation = ::florin_core::Operation::new(
            "ok",
            ::florin_core::http::Method::PATCH,
            "/prelude",
        )
        .retry(::florin_core::Retry::Never);
    /// `GET /prelude2`: some
    pub static SOME: ::florin_core::Operation = ::florin_core::Operation::new(
            "some",
            ::florin_core::http::Method::GET,
            "/prelude2",
        )
        .retry(::florin_core::Retry::Safe);
    /// `PUT /prelude2`: operation
    pub static OPERATION: ::florin_core::Operation = ::florin_core::Operation::new(
            "operation",
            ::florin_core::http::Method::PUT,
            "/prelude2",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /prelude2`: copy
    pub static COPY: ::florin_core::Operation = ::florin_core::Operation::new(
            "copy",
            ::florin_core::http::Method::POST,
            "/prelude2",
        )
        .retry(::florin_core::Retry::Never);
    /// `DELETE /prelude2`: all
    pub static ALL_: ::florin_core::Operation = ::florin_core::Operation::new(
            "all",
            ::florin_core::http::Method::DELETE,
            "/prelude2",
        )
        .retry(::florin_core::Retry::Never);
    /// `OPTIONS /prelude2`: self
    pub static SELF_: ::florin_core::Operation = ::florin_core::Operation::new(
            "self",
            ::florin_core::http::Method::OPTIONS,
            "/prelude2",
        )
        .retry(::florin_core::Retry::Safe);
    /// `HEAD /prelude2`: drop
    pub static DROP: ::florin_core::Operation = ::florin_core::Operation::new(
            "drop",
            ::florin_core::http::Method::HEAD,
            "/prelude2",
        )
        .retry(::florin_core::Retry::Safe);
    /// `PATCH /prelude2`: debug
    pub static DEBUG: ::florin_core::Operation = ::florin_core::Operation::new(
            "debug",
            ::florin_core::http::Method::PATCH,
            "/prelude2",
        )
        .retry(::florin_core::Retry::Never);
    /// `GET /v1/loans/{loan_id}/payments`: get_v1_loans_by_loan_id_payments
    pub static GET_V1_LOANS_BY_LOAN_ID_PAYMENTS: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_v1_loans_by_loan_id_payments",
            ::florin_core::http::Method::GET,
            "/v1/loans/{loan_id}/payments",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &GET_A_GET_A,
        &GET_A,
        &POST_A,
        &GET_A_GET_B,
        &GET_A_1_PUT_B,
        &GET_A1,
        &SESSION_OPERATION,
        &NEW_OPERATION,
        &RESULT_OPERATION,
        &TO_STRING_OPERATION,
        &TRY_INTO_OPERATION,
        &FROM_OPERATION,
        &DEFAULT,
        &CLONE,
        &SEND,
        &VEC,
        &CLIENT,
        &BOX_,
        &OK,
        &SOME,
        &OPERATION,
        &COPY,
        &ALL_,
        &SELF_,
        &DROP,
        &DEBUG,
        &GET_V1_LOANS_BY_LOAN_ID_PAYMENTS,
    ];
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
    /// A request of [`Client::get_a_get_a`](super::Client::get_a_get_a); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetAGetA<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetAGetA<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetAGetA").finish_non_exhaustive()
        }
    }
    impl<'a> GetAGetA<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /a`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_A_GET_A;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::get_a`](super::Client::get_a); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetA<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetA<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetA").finish_non_exhaustive()
        }
    }
    impl<'a> GetA<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `PUT /a`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_A;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::post_a`](super::Client::post_a); does nothing until it is sent.
    #[derive(Clone)]
    pub struct PostA<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for PostA<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("PostA").finish_non_exhaustive()
        }
    }
    impl<'a> PostA<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /a`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::POST_A;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::get_a_get_b`](super::Client::get_a_get_b); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetAGetB<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetAGetB<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetAGetB").finish_non_exhaustive()
        }
    }
    impl<'a> GetAGetB<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /b`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_A_GET_B;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::get_a_1_put_b`](super::Client::get_a_1_put_b); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetA1PutB<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetA1PutB<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetA1PutB").finish_non_exhaustive()
        }
    }
    impl<'a> GetA1PutB<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `PUT /b`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_A_1_PUT_B;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::get_a1`](super::Client::get_a1); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetA1<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetA1<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetA1").finish_non_exhaustive()
        }
    }
    impl<'a> GetA1<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /b`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_A1;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::session_operation`](super::Client::session_operation); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SessionOperation<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for SessionOperation<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SessionOperation").finish_non_exhaustive()
        }
    }
    impl<'a> SessionOperation<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /own`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::SESSION_OPERATION;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::new_operation`](super::Client::new_operation); does nothing until it is sent.
    #[derive(Clone)]
    pub struct NewOperation<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for NewOperation<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("NewOperation").finish_non_exhaustive()
        }
    }
    impl<'a> NewOperation<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `PUT /own`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::NEW_OPERATION;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::result_operation`](super::Client::result_operation); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ResultOperation<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for ResultOperation<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ResultOperation").finish_non_exhaustive()
        }
    }
    impl<'a> ResultOperation<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /own`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::RESULT_OPERATION;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::to_string_operation`](super::Client::to_string_operation); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ToStringOperation<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for ToStringOperation<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ToStringOperation").finish_non_exhaustive()
        }
    }
    impl<'a> ToStringOperation<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `DELETE /own`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::TO_STRING_OPERATION;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::try_into_operation`](super::Client::try_into_operation); does nothing until it is sent.
    #[derive(Clone)]
    pub struct TryIntoOperation<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for TryIntoOperation<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("TryIntoOperation").finish_non_exhaustive()
        }
    }
    impl<'a> TryIntoOperation<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `OPTIONS /own`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::TRY_INTO_OPERATION;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::from_operation`](super::Client::from_operation); does nothing until it is sent.
    #[derive(Clone)]
    pub struct FromOperation<'a> {
        client: &'a super::Client,
        to: Result<Option<::std::string::String>, String>,
    }
    impl ::std::fmt::Debug for FromOperation<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("FromOperation").finish_non_exhaustive()
        }
    }
    impl<'a> FromOperation<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client, to: Ok(None) }
        }
        /// Sets `to` (query, optional).
        pub fn to<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.to = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for to failed".to_string());
            self
        }
        /// Sends the request: `PATCH /own`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, to } = self;
            let operation = &super::operations::FROM_OPERATION;
            let to = to.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("to", &to);
            request.send_empty().await
        }
    }
    /// A request of [`Client::default`](super::Client::default); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Default<'a> {
        client: &'a super::Client,
        all: Result<Option<::std::string::String>, String>,
    }
    impl ::std::fmt::Debug for Default<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Default").finish_non_exhaustive()
        }
    }
    impl<'a> Default<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client, all: Ok(None) }
        }
        /// Sets `all` (query, optional).
        pub fn all<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.all = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for all failed".to_string());
            self
        }
        /// Sends the request: `GET /prelude`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, all } = self;
            let operation = &super::operations::DEFAULT;
            let all = all.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("all", &all);
            request.send_empty().await
        }
    }
    /// A request of [`Client::clone`](super::Client::clone); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Clone<'a> {
        client: &'a super::Client,
        id: Result<i64, String>,
    }
    impl ::std::fmt::Debug for Clone<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Clone").finish_non_exhaustive()
        }
    }
    impl<'a> Clone<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
            }
        }
        /// Sets `id` (query, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for id failed".to_string());
            self
        }
        /// Sends the request: `PUT /prelude`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, id } = self;
            let operation = &super::operations::CLONE;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("id", &id);
            request.send_empty().await
        }
    }
    /// A request of [`Client::send`](super::Client::send); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Send<'a> {
        client: &'a super::Client,
        body: Result<types::builder::SomeSchema, String>,
    }
    impl ::std::fmt::Debug for Send<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Send").finish_non_exhaustive()
        }
    }
    impl<'a> Send<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Some`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SomeSchema>,
            <V as std::convert::TryInto<types::SomeSchema>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SomeSchema` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SomeSchema,
            ) -> types::builder::SomeSchema,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /prelude`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::SomeSchema>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND;
            let body = body
                .and_then(|v| types::SomeSchema::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
    /// A request of [`Client::vec`](super::Client::vec); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Vec<'a> {
        client: &'a super::Client,
        ids: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
    }
    impl ::std::fmt::Debug for Vec<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Vec").finish_non_exhaustive()
        }
    }
    impl<'a> Vec<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client, ids: Ok(None) }
        }
        /// Sets `ids` (query, optional).
        pub fn ids<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.ids = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Vec <String>` for ids failed".to_string());
            self
        }
        /// Sends the request: `DELETE /prelude`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, ids } = self;
            let operation = &super::operations::VEC;
            let ids = ids.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("ids", &ids);
            request.send_empty().await
        }
    }
    /// A request of [`Client::client`](super::Client::client); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Client<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Client<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Client").finish_non_exhaustive()
        }
    }
    impl<'a> Client<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `OPTIONS /prelude`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::CLIENT;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::box_`](super::Client::box_); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Box<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Box<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Box").finish_non_exhaustive()
        }
    }
    impl<'a> Box<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `HEAD /prelude`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::BOX_;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::ok`](super::Client::ok); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Ok<'a> {
        client: &'a super::Client,
        x_a: Result<Option<::std::string::String>, String>,
    }
    impl ::std::fmt::Debug for Ok<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Ok").finish_non_exhaustive()
        }
    }
    impl<'a> Ok<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client, x_a: Ok(None) }
        }
        /// Sets `x_a` (header, optional).
        pub fn x_a<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.x_a = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for x_a failed".to_string());
            self
        }
        /// Sends the request: `PATCH /prelude`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, x_a } = self;
            let operation = &super::operations::OK;
            let x_a = x_a.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            if let Some(value) = &x_a {
                request.header("X-A", value);
            }
            request.send_empty().await
        }
    }
    /// A request of [`Client::some`](super::Client::some); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Some<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Some<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Some").finish_non_exhaustive()
        }
    }
    impl<'a> Some<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /prelude2`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::SOME;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::operation`](super::Client::operation); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Operation<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Operation<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Operation").finish_non_exhaustive()
        }
    }
    impl<'a> Operation<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `PUT /prelude2`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::OPERATION;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::copy`](super::Client::copy); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Copy<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Copy<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Copy").finish_non_exhaustive()
        }
    }
    impl<'a> Copy<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /prelude2`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::COPY;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::all`](super::Client::all); does nothing until it is sent.
    #[derive(Clone)]
    pub struct All<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for All<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("All").finish_non_exhaustive()
        }
    }
    impl<'a> All<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `DELETE /prelude2`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::ALL_;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::self_`](super::Client::self_); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Self_<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Self_<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Self_").finish_non_exhaustive()
        }
    }
    impl<'a> Self_<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `OPTIONS /prelude2`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::SELF_;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::drop`](super::Client::drop); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Drop<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Drop<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Drop").finish_non_exhaustive()
        }
    }
    impl<'a> Drop<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `HEAD /prelude2`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::DROP;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::debug`](super::Client::debug); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Debug<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Debug<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Debug").finish_non_exhaustive()
        }
    }
    impl<'a> Debug<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `PATCH /prelude2`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::DEBUG;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::get_v1_loans_by_loan_id_payments`](super::Client::get_v1_loans_by_loan_id_payments); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetV1LoansByLoanIdPayments<'a> {
        client: &'a super::Client,
        loan_id: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for GetV1LoansByLoanIdPayments<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetV1LoansByLoanIdPayments").finish_non_exhaustive()
        }
    }
    impl<'a> GetV1LoansByLoanIdPayments<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                loan_id: Err("the argument loan_id is missing".to_string()),
            }
        }
        /// Sets `loan_id` (path, required).
        pub fn loan_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.loan_id = value
                .try_into()
                .map_err(|_| "conversion to `String` for loan_id failed".to_string());
            self
        }
        /// Sends the request: `GET /v1/loans/{loan_id}/payments`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, loan_id } = self;
            let operation = &super::operations::GET_V1_LOANS_BY_LOAN_ID_PAYMENTS;
            let loan_id = loan_id
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("loan_id", &loan_id);
            request.send_empty().await
        }
    }
}

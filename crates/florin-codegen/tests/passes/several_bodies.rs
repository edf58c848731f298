// Made by florin-codegen from several_bodies.yaml; not to be edited.

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
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Loan {
        /// The `amount`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<::florin_core::Decimal>,
        /// The `reference`.
        pub reference: ::std::string::String,
    }
    /// The `LoanV2` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default)]
    pub struct LoanV2 {
        /// The `note`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
    }
    impl ::std::fmt::Debug for LoanV2 {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("LoanV2").field("note", &::florin_core::Redacted).finish()
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
    /// Builders of the types, field by field.
    pub mod builder {
        ::florin_core::builder! {
            Loan {
                optional amount: ::florin_core::Decimal,
                required reference: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            LoanV2 {
                optional_unseen note: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// Create a loan.
    ///
    /// It is paid out at once.
    ///
    /// Sends `POST /loans/{id}`. A failed call is repeated where the body has a `reference`, by which the provider knows a repeat.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `body` (required): [`types::Loan`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan(&self) -> builder::CreateLoan<'_> {
        builder::CreateLoan::new(self)
    }
    /// Create a loan.
    ///
    /// As `create_loan`, with a body of `application/x-www-form-urlencoded`.
    ///
    /// It is paid out at once.
    ///
    /// Sends `POST /loans/{id}`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `body` (required): [`types::Loan`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan_as_form(&self) -> builder::CreateLoanAsForm<'_> {
        builder::CreateLoanAsForm::new(self)
    }
    /// Create a loan.
    ///
    /// As `create_loan`, with a body of `multipart/form-data`.
    ///
    /// It is paid out at once.
    ///
    /// Sends `POST /loans/{id}`. A failed call is repeated where the body has a `reference`, by which the provider knows a repeat.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `body` (required): [`types::Loan`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan_as_multipart(&self) -> builder::CreateLoanAsMultipart<'_> {
        builder::CreateLoanAsMultipart::new(self)
    }
    /// Create a loan.
    ///
    /// As `create_loan`, with a body of `application/pdf`.
    ///
    /// It is paid out at once.
    ///
    /// Sends `POST /loans/{id}`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `body` (required): `application/pdf`, as it is sent.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan_as_pdf(&self) -> builder::CreateLoanAsPdf<'_> {
        builder::CreateLoanAsPdf::new(self)
    }
    /// Create a loan.
    ///
    /// As `create_loan`, with a body of `text/plain`.
    ///
    /// It is paid out at once.
    ///
    /// Sends `POST /loans/{id}`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan_as_text(&self) -> builder::CreateLoanAsText<'_> {
        builder::CreateLoanAsText::new(self)
    }
    /// Create a loan.
    ///
    /// As `create_loan`, with a body of `application/vnd.loans.v2+json`.
    ///
    /// It is paid out at once.
    ///
    /// Sends `POST /loans/{id}`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `body` (required): [`types::LoanV2`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan_as_vnd_loans_v2_json(
        &self,
    ) -> builder::CreateLoanAsVndLoansV2Json<'_> {
        builder::CreateLoanAsVndLoansV2Json::new(self)
    }
    /// Create a loan.
    ///
    /// As `create_loan`, with a body of `application/xml`.
    ///
    /// It is paid out at once.
    ///
    /// Sends `POST /loans/{id}`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `body` (required): `application/xml`, as it is sent.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan_as_xml(&self) -> builder::CreateLoanAsXml<'_> {
        builder::CreateLoanAsXml::new(self)
    }
    /// The operation `send_nothing`.
    ///
    /// Sends `POST /nothing`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_nothing(&self) -> builder::SendNothing<'_> {
        builder::SendNothing::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /loans/{id}`: Create a loan
    pub static CREATE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "createLoan",
            ::florin_core::http::Method::POST,
            "/loans/{id}",
        )
        .retry(::florin_core::Retry::Keyed)
        .key_field("reference");
    /// `POST /loans/{id}`: Create a loan
    pub static CREATE_LOAN_AS_FORM: ::florin_core::Operation = ::florin_core::Operation::new(
            "createLoan_as_form",
            ::florin_core::http::Method::POST,
            "/loans/{id}",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /loans/{id}`: Create a loan
    pub static CREATE_LOAN_AS_MULTIPART: ::florin_core::Operation = ::florin_core::Operation::new(
            "createLoan_as_multipart",
            ::florin_core::http::Method::POST,
            "/loans/{id}",
        )
        .retry(::florin_core::Retry::Keyed)
        .key_field("reference");
    /// `POST /loans/{id}`: Create a loan
    pub static CREATE_LOAN_AS_PDF: ::florin_core::Operation = ::florin_core::Operation::new(
            "createLoan_as_pdf",
            ::florin_core::http::Method::POST,
            "/loans/{id}",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /loans/{id}`: Create a loan
    pub static CREATE_LOAN_AS_TEXT: ::florin_core::Operation = ::florin_core::Operation::new(
            "createLoan_as_text",
            ::florin_core::http::Method::POST,
            "/loans/{id}",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /loans/{id}`: Create a loan
    pub static CREATE_LOAN_AS_VND_LOANS_V2_JSON: ::florin_core::Operation = ::florin_core::Operation::new(
            "createLoan_as_vnd_loans_v2_json",
            ::florin_core::http::Method::POST,
            "/loans/{id}",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/note",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// `POST /loans/{id}`: Create a loan
    pub static CREATE_LOAN_AS_XML: ::florin_core::Operation = ::florin_core::Operation::new(
            "createLoan_as_xml",
            ::florin_core::http::Method::POST,
            "/loans/{id}",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /nothing`: send_nothing
    pub static SEND_NOTHING: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_nothing",
            ::florin_core::http::Method::POST,
            "/nothing",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &CREATE_LOAN,
        &CREATE_LOAN_AS_FORM,
        &CREATE_LOAN_AS_MULTIPART,
        &CREATE_LOAN_AS_PDF,
        &CREATE_LOAN_AS_TEXT,
        &CREATE_LOAN_AS_VND_LOANS_V2_JSON,
        &CREATE_LOAN_AS_XML,
        &SEND_NOTHING,
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
    /// A request of [`Client::create_loan`](super::Client::create_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateLoan<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body: Result<types::builder::Loan, String>,
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
                id: Err("the argument id is missing".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sets the body: [`types::Loan`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Loan>,
            <V as std::convert::TryInto<types::Loan>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Loan` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Loan) -> types::builder::Loan,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /loans/{id}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client, id, body } = self;
            let operation = &super::operations::CREATE_LOAN;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| types::Loan::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.json(&body);
            request.send_json().await
        }
    }
    /// A request of [`Client::create_loan_as_form`](super::Client::create_loan_as_form); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateLoanAsForm<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body: Result<types::builder::Loan, String>,
    }
    impl ::std::fmt::Debug for CreateLoanAsForm<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoanAsForm").finish_non_exhaustive()
        }
    }
    impl<'a> CreateLoanAsForm<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sets the body: [`types::Loan`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Loan>,
            <V as std::convert::TryInto<types::Loan>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Loan` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Loan) -> types::builder::Loan,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /loans/{id}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client, id, body } = self;
            let operation = &super::operations::CREATE_LOAN_AS_FORM;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| types::Loan::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.form(&body);
            request.send_json().await
        }
    }
    /// A request of [`Client::create_loan_as_multipart`](super::Client::create_loan_as_multipart); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateLoanAsMultipart<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body: Result<types::builder::Loan, String>,
    }
    impl ::std::fmt::Debug for CreateLoanAsMultipart<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoanAsMultipart").finish_non_exhaustive()
        }
    }
    impl<'a> CreateLoanAsMultipart<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sets the body: [`types::Loan`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Loan>,
            <V as std::convert::TryInto<types::Loan>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Loan` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Loan) -> types::builder::Loan,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /loans/{id}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client, id, body } = self;
            let operation = &super::operations::CREATE_LOAN_AS_MULTIPART;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| types::Loan::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.multipart_of(&[], &body);
            request.send_json().await
        }
    }
    /// A request of [`Client::create_loan_as_pdf`](super::Client::create_loan_as_pdf); does nothing until it is sent.
    pub struct CreateLoanAsPdf<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body: Result<::florin_core::Bytes, String>,
    }
    impl ::std::fmt::Debug for CreateLoanAsPdf<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoanAsPdf").finish_non_exhaustive()
        }
    }
    impl<'a> CreateLoanAsPdf<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sets the body. `application/pdf`, as it is sent.
        pub fn body<B>(mut self, value: B) -> Self
        where
            B: std::convert::TryInto<::florin_core::Bytes>,
        {
            self.body = value
                .try_into()
                .map_err(|_| "conversion to bytes for body failed".to_string());
            self
        }
        /// Sends the request: `POST /loans/{id}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client, id, body } = self;
            let operation = &super::operations::CREATE_LOAN_AS_PDF;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.bytes_as("application/pdf", body);
            request.send_json().await
        }
    }
    /// A request of [`Client::create_loan_as_text`](super::Client::create_loan_as_text); does nothing until it is sent.
    pub struct CreateLoanAsText<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for CreateLoanAsText<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoanAsText").finish_non_exhaustive()
        }
    }
    impl<'a> CreateLoanAsText<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sets the body.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.body = value
                .try_into()
                .map_err(|_| "conversion to `String` for body failed".to_string());
            self
        }
        /// Sends the request: `POST /loans/{id}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client, id, body } = self;
            let operation = &super::operations::CREATE_LOAN_AS_TEXT;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.text("text/plain", body);
            request.send_json().await
        }
    }
    /// A request of [`Client::create_loan_as_vnd_loans_v2_json`](super::Client::create_loan_as_vnd_loans_v2_json); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateLoanAsVndLoansV2Json<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body: Result<types::builder::LoanV2, String>,
    }
    impl ::std::fmt::Debug for CreateLoanAsVndLoansV2Json<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoanAsVndLoansV2Json").finish_non_exhaustive()
        }
    }
    impl<'a> CreateLoanAsVndLoansV2Json<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sets the body: [`types::LoanV2`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::LoanV2>,
            <V as std::convert::TryInto<types::LoanV2>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `LoanV2` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::LoanV2) -> types::builder::LoanV2,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /loans/{id}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client, id, body } = self;
            let operation = &super::operations::CREATE_LOAN_AS_VND_LOANS_V2_JSON;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| types::LoanV2::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.json_as("application/vnd.loans.v2+json", &body);
            request.send_json().await
        }
    }
    /// A request of [`Client::create_loan_as_xml`](super::Client::create_loan_as_xml); does nothing until it is sent.
    pub struct CreateLoanAsXml<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for CreateLoanAsXml<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoanAsXml").finish_non_exhaustive()
        }
    }
    impl<'a> CreateLoanAsXml<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sets the body. `application/xml`, as it is sent.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.body = value
                .try_into()
                .map_err(|_| "conversion to `String` for body failed".to_string());
            self
        }
        /// Sends the request: `POST /loans/{id}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client, id, body } = self;
            let operation = &super::operations::CREATE_LOAN_AS_XML;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.text("application/xml", body);
            request.send_json().await
        }
    }
    /// A request of [`Client::send_nothing`](super::Client::send_nothing); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SendNothing<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for SendNothing<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendNothing").finish_non_exhaustive()
        }
    }
    impl<'a> SendNothing<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /nothing`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::SEND_NOTHING;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
}

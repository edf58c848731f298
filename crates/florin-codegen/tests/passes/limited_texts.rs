// Made by florin-codegen from limited_texts.yaml; not to be edited.

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
    /// The values of `Kind`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum Kind {
        /// `home`
        Home,
        /// `car`
        Car,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        Kind { "home" => Home, "car" => Car } else Unknown
    }
    /// The `KindAlias` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct KindAlias(pub Kind);
    impl ::std::ops::Deref for KindAlias {
        type Target = Kind;
        fn deref(&self) -> &Kind {
            &self.0
        }
    }
    impl ::std::convert::From<KindAlias> for Kind {
        fn from(value: KindAlias) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<Kind> for KindAlias {
        fn from(value: Kind) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for KindAlias {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for KindAlias {
        type Err = <Kind as ::std::str::FromStr>::Err;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.parse()?))
        }
    }
    impl ::std::convert::TryFrom<&str> for KindAlias {
        type Error = <Kind as ::std::str::FromStr>::Err;
        fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<String> for KindAlias {
        type Error = <Kind as ::std::str::FromStr>::Err;
        fn try_from(value: String) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    /// The `Kinds` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Kinds(pub ::std::vec::Vec<Kind>);
    impl ::std::ops::Deref for Kinds {
        type Target = ::std::vec::Vec<Kind>;
        fn deref(&self) -> &::std::vec::Vec<Kind> {
            &self.0
        }
    }
    impl ::std::convert::From<Kinds> for ::std::vec::Vec<Kind> {
        fn from(value: Kinds) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::vec::Vec<Kind>> for Kinds {
        fn from(value: ::std::vec::Vec<Kind>) -> Self {
            Self(value)
        }
    }
    /// 2 to 9 characters.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub struct Label(::std::string::String);
    ::florin_core::limited_text! {
        Label(2..= 9) else error::ConversionError
    }
    /// The `LabelAlias` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct LabelAlias(pub Label);
    impl ::std::ops::Deref for LabelAlias {
        type Target = Label;
        fn deref(&self) -> &Label {
            &self.0
        }
    }
    impl ::std::convert::From<LabelAlias> for Label {
        fn from(value: LabelAlias) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<Label> for LabelAlias {
        fn from(value: Label) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for LabelAlias {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for LabelAlias {
        type Err = <Label as ::std::str::FromStr>::Err;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.parse()?))
        }
    }
    impl ::std::convert::TryFrom<&str> for LabelAlias {
        type Error = <Label as ::std::str::FromStr>::Err;
        fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<String> for LabelAlias {
        type Error = <Label as ::std::str::FromStr>::Err;
        fn try_from(value: String) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    /// The `Labels` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Labels(
        pub ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    );
    impl ::std::ops::Deref for Labels {
        type Target = ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >;
        fn deref(
            &self,
        ) -> &::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        > {
            &self.0
        }
    }
    impl ::std::convert::From<Labels>
    for ::std::collections::BTreeMap<::std::string::String, ::std::string::String> {
        fn from(value: Labels) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<
        ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    > for Labels {
        fn from(
            value: ::std::collections::BTreeMap<
                ::std::string::String,
                ::std::string::String,
            >,
        ) -> Self {
            Self(value)
        }
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct Loan {
        /// The `alias`; see [`LabelAlias`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub alias: ::std::option::Option<LabelAlias>,
        /// The `by_name`; see [`Label`].
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        pub by_name: ::std::collections::BTreeMap<::std::string::String, Label>,
        /// The `either`; see [`LoanEither`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub either: ::std::option::Option<LoanEither>,
        /// The `kind`; see [`KindAlias`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<KindAlias>,
        /// The `label`; see [`Label`].
        pub label: Label,
        /// The `labels`; see [`Label`].
        pub labels: ::std::vec::Vec<Label>,
        /// The `left_out`; see [`Kind`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub left_out: ::std::option::Option<Kind>,
        /// At most 4 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub secret: ::std::option::Option<LoanSecret>,
        /// The `types`; see [`Types`].
        pub types: Types,
    }
    impl ::std::fmt::Debug for Loan {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Loan")
                .field("alias", &self.alias)
                .field("by_name", &self.by_name)
                .field("either", &self.either)
                .field("kind", &self.kind)
                .field("label", &self.label)
                .field("labels", &self.labels)
                .field("left_out", &self.left_out)
                .field("secret", &::florin_core::Redacted)
                .field("types", &self.types)
                .finish()
        }
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum LoanEither {
        /// See [`Kind`].
        Kind(Kind),
        /// `Array`.
        Array(::std::vec::Vec<Label>),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for LoanEither {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Kind(field_0) => f.debug_tuple("Kind").field(field_0).finish(),
                Self::Array(field_0) => f.debug_tuple("Array").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for LoanEither {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::text(),
                ::florin_core::union::Alternative::list(),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::Kind),
                1usize => json.read().map(Self::Array),
                _ => None,
            }
        }
        fn unknown(json: ::florin_core::Json) -> Self {
            Self::Unknown(json)
        }
        fn is_unknown(&self) -> bool {
            matches!(self, Self::Unknown(_))
        }
    }
    impl<'de> ::serde::Deserialize<'de> for LoanEither {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for LoanEither {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::Kind(value) => value.serialize(serializer),
                Self::Array(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<Kind> for LoanEither {
        fn from(value: Kind) -> Self {
            Self::Kind(value)
        }
    }
    impl ::std::convert::From<::std::vec::Vec<Label>> for LoanEither {
        fn from(value: ::std::vec::Vec<Label>) -> Self {
            Self::Array(value)
        }
    }
    /// At most 4 characters.
    #[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub struct LoanSecret(::std::string::String);
    impl ::std::fmt::Debug for LoanSecret {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("LoanSecret").field(&::florin_core::Redacted).finish()
        }
    }
    ::florin_core::limited_text! {
        LoanSecret(..= 4) else error::ConversionError
    }
    /// The `SendLabelsBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SendLabelsBody {
        /// The `kind`; see [`Kind`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<Kind>,
        /// The `label`; see [`Label`].
        pub label: Label,
    }
    /// The `SetLabelsBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SetLabelsBody {
        /// The `kind`; see [`Kind`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<Kind>,
        /// The `label`; see [`Label`].
        pub label: Label,
    }
    /// The values of `State`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum State {
        /// `open`
        Open,
        /// `closed`
        Closed,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        State { "open" => Open, "closed" => Closed } else Unknown
    }
    /// Called like the module.
    ///
    /// At least 3 characters.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub struct Types(::std::string::String);
    ::florin_core::limited_text! {
        Types(3..) else error::ConversionError
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
                optional alias: super::LabelAlias,
                defaulted by_name: ::std::collections::BTreeMap<::std::string::String, super::Label>,
                optional either: super::LoanEither,
                optional kind: super::KindAlias,
                required label: super::Label,
                required labels: ::std::vec::Vec<super::Label>,
                optional left_out: super::Kind,
                optional_unseen secret: super::LoanSecret,
                required types: super::Types,
            }
        }
        ::florin_core::builder! {
            SendLabelsBody {
                optional kind: super::Kind,
                required label: super::Label,
            }
        }
        ::florin_core::builder! {
            SetLabelsBody {
                optional kind: super::Kind,
                required label: super::Label,
            }
        }
    }
}
impl Client {
    /// The operation `set_label`.
    ///
    /// Sends `PUT /labels`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Label`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn set_label(&self) -> builder::SetLabel<'_> {
        builder::SetLabel::new(self)
    }
    /// The operation `send_labels`.
    ///
    /// Sends `POST /labels`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_labels(&self) -> builder::SendLabels<'_> {
        builder::SendLabels::new(self)
    }
    /// The operation `set_labels`.
    ///
    /// Sends `PATCH /labels`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn set_labels(&self) -> builder::SetLabels<'_> {
        builder::SetLabels::new(self)
    }
    /// The operation `create_loan`.
    ///
    /// Sends `POST /loans/{kind}`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `kind` (path, required)
    /// - `label` (query, optional)
    /// - `kinds` (query, optional)
    /// - `x_label` (header, required)
    /// - `x_kind` (header, optional)
    /// - `body` (required): [`types::Loan`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
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
    /// `PUT /labels`: set_label
    pub static SET_LABEL: ::florin_core::Operation = ::florin_core::Operation::new(
            "set_label",
            ::florin_core::http::Method::PUT,
            "/labels",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /labels`: send_labels
    pub static SEND_LABELS: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_labels",
            ::florin_core::http::Method::POST,
            "/labels",
        )
        .retry(::florin_core::Retry::Never);
    /// `PATCH /labels`: set_labels
    pub static SET_LABELS: ::florin_core::Operation = ::florin_core::Operation::new(
            "set_labels",
            ::florin_core::http::Method::PATCH,
            "/labels",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /loans/{kind}`: create_loan
    pub static CREATE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_loan",
            ::florin_core::http::Method::POST,
            "/loans/{kind}",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/secret",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &SET_LABEL,
        &SEND_LABELS,
        &SET_LABELS,
        &CREATE_LOAN,
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
    /// A request of [`Client::set_label`](super::Client::set_label); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SetLabel<'a> {
        client: &'a super::Client,
        body: Result<types::Label, String>,
    }
    impl ::std::fmt::Debug for SetLabel<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SetLabel").finish_non_exhaustive()
        }
    }
    impl<'a> SetLabel<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets the body: [`types::Label`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Label>,
        {
            self.body = value
                .try_into()
                .map_err(|_| "conversion to `Label` for body failed".to_string());
            self
        }
        /// Sends the request: `PUT /labels`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::State>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SET_LABEL;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
    /// A request of [`Client::send_labels`](super::Client::send_labels); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SendLabels<'a> {
        client: &'a super::Client,
        body: Result<types::builder::SendLabelsBody, String>,
    }
    impl ::std::fmt::Debug for SendLabels<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendLabels").finish_non_exhaustive()
        }
    }
    impl<'a> SendLabels<'a> {
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
            V: std::convert::TryInto<types::SendLabelsBody>,
            <V as std::convert::TryInto<
                types::SendLabelsBody,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SendLabelsBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SendLabelsBody,
            ) -> types::builder::SendLabelsBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /labels`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_LABELS;
            let body = body
                .and_then(|v| {
                    types::SendLabelsBody::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.multipart_of(&[], &body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::set_labels`](super::Client::set_labels); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SetLabels<'a> {
        client: &'a super::Client,
        body: Result<types::builder::SetLabelsBody, String>,
    }
    impl ::std::fmt::Debug for SetLabels<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SetLabels").finish_non_exhaustive()
        }
    }
    impl<'a> SetLabels<'a> {
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
            V: std::convert::TryInto<types::SetLabelsBody>,
            <V as std::convert::TryInto<types::SetLabelsBody>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SetLabelsBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SetLabelsBody,
            ) -> types::builder::SetLabelsBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `PATCH /labels`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SET_LABELS;
            let body = body
                .and_then(|v| {
                    types::SetLabelsBody::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.form(&body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::create_loan`](super::Client::create_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateLoan<'a> {
        client: &'a super::Client,
        kind: Result<types::Kind, String>,
        kinds: Result<Option<::std::vec::Vec<types::Kind>>, String>,
        label: Result<Option<types::Label>, String>,
        x_kind: Result<Option<types::Kind>, String>,
        x_label: Result<::std::string::String, String>,
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
                kind: Err("the argument kind is missing".to_string()),
                kinds: Ok(None),
                label: Ok(None),
                x_kind: Ok(None),
                x_label: Err("the argument x_label is missing".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `kind` (path, required).
        pub fn kind<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Kind>,
        {
            self.kind = value
                .try_into()
                .map_err(|_| "conversion to `Kind` for kind failed".to_string());
            self
        }
        /// Sets `kinds` (query, optional).
        pub fn kinds<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<types::Kind>>,
        {
            self.kinds = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Vec<Kind>` for kinds failed".to_string());
            self
        }
        /// Sets `label` (query, optional).
        pub fn label<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Label>,
        {
            self.label = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Label` for label failed".to_string());
            self
        }
        /// Sets `x_kind` (header, optional).
        pub fn x_kind<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Kind>,
        {
            self.x_kind = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Kind` for x_kind failed".to_string());
            self
        }
        /// Sets `x_label` (header, required).
        pub fn x_label<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.x_label = value
                .try_into()
                .map_err(|_| "conversion to `String` for x_label failed".to_string());
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
        /// Sends the request: `POST /loans/{kind}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, kind, kinds, label, x_kind, x_label, body } = self;
            let operation = &super::operations::CREATE_LOAN;
            let kind = kind
                .map_err(|message| Error::invalid_request(operation, message))?;
            let kinds = kinds
                .map_err(|message| Error::invalid_request(operation, message))?;
            let label = label
                .map_err(|message| Error::invalid_request(operation, message))?;
            let x_kind = x_kind
                .map_err(|message| Error::invalid_request(operation, message))?;
            let x_label = x_label
                .map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| types::Loan::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("kind", &kind);
            request.query("kinds", &kinds);
            request.query("label", &label);
            if let Some(value) = &x_kind {
                request.header("X-Kind", value);
            }
            request.header("X-Label", &x_label);
            request.json(&body);
            request.send_empty().await
        }
    }
}

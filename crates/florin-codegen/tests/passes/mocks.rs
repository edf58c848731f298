// Made by florin-codegen from mocks.yaml; not to be edited.

#[allow(
    unused_imports,
    clippy::needless_pass_by_value,
    clippy::unnecessary_to_owned,
    clippy::unwrap_used,
    clippy::useless_format,
    reason = "mocks are for tests, and their patterns are the generator's own"
)]
pub mod operations {
    //! [`When`](::httpmock::When) and [`Then`](::httpmock::Then)
    //! wrappers for each operation. Each can be converted to
    //! its inner type with a call to `into_inner()`. This can
    //! be used to explicitly deviate from permitted values.

    use super::super::types;
    /// What a request of `DoIt` must have for the mock to answer it.
    pub struct DoItWhen(::httpmock::When);
    impl DoItWhen {
        /// Wraps the one of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(::regex::Regex::new("^/a\\.b/[^/]*$").unwrap()),
            )
        }
        /// The one of `httpmock`, to go beyond what the spec permits.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Wants this `id`.
        pub fn id(self, value: &str) -> Self {
            let re = ::regex::Regex::new(
                    &format!("^/a\\.b/{0}$", ::regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        /// Wants this `amount`.
        pub fn amount<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a ::florin_core::decimal_string::DecimalString>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("amount", value.to_string()))
            } else {
                Self(self.0.query_param_missing("amount"))
            }
        }
        /// Wants this `text`.
        pub fn text<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("text", value.to_string()))
            } else {
                Self(self.0.query_param_missing("text"))
            }
        }
        /// Wants this `idempotency_key`.
        pub fn idempotency_key<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a ::florin_core::IdempotencyKey>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.header("Idempotency-Key", value.to_string()))
            } else {
                Self(self.0.header_missing("Idempotency-Key"))
            }
        }
        /// Wants this `body`.
        pub fn body(self, value: &types::It) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    /// What the mock answers to `DoIt`.
    pub struct DoItThen(::httpmock::Then);
    impl DoItThen {
        /// Wraps the one of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// The one of `httpmock`, to go beyond what the spec permits.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Answers with the spec's `ok`.
        pub fn ok(self, value: &types::It) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Answers with the spec's `client_error`.
        pub fn client_error(self, status: u16, value: &::serde_json::Value) -> Self {
            assert_eq!(status / 100u16, 4u16);
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Answers with the spec's `server_error`.
        pub fn server_error(self, status: u16, value: &::serde_json::Value) -> Self {
            assert_eq!(status / 100u16, 5u16);
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// What a request of `Several` must have for the mock to answer it.
    pub struct SeveralWhen(::httpmock::When);
    impl SeveralWhen {
        /// Wraps the one of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(::regex::Regex::new("^/several$").unwrap()),
            )
        }
        /// The one of `httpmock`, to go beyond what the spec permits.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Wants this `accept`.
        pub fn accept<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.header("Accept", value.to_string()))
            } else {
                Self(self.0.header_missing("Accept"))
            }
        }
    }
    /// What the mock answers to `Several`.
    pub struct SeveralThen(::httpmock::Then);
    impl SeveralThen {
        /// Wraps the one of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// The one of `httpmock`, to go beyond what the spec permits.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Answers with the spec's `ok`.
        pub fn ok(self, value: &types::It) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Answers with the spec's `ok_csv`.
        pub fn ok_csv(self, media_type: &str, value: impl AsRef<[u8]>) -> Self {
            Self(self.0.status(200u16).header("content-type", media_type).body(value))
        }
        /// Answers with the spec's `accepted`.
        pub fn accepted(self, value: &::std::vec::Vec<types::It>) -> Self {
            Self(
                self
                    .0
                    .status(202u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Answers with the spec's `not_found`.
        pub fn not_found(self, value: &types::It) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Answers with the spec's `conflict`.
        pub fn conflict(self) -> Self {
            Self(self.0.status(409u16))
        }
        /// Answers with the spec's `server_error`.
        pub fn server_error(self, status: u16, value: &::std::string::String) -> Self {
            assert_eq!(status / 100u16, 5u16);
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/problem+json")
                    .json_body_obj(value),
            )
        }
        /// Answers with the spec's `default`.
        pub fn default(self, status: u16, value: &types::It) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    /// What a request of `Twice` must have for the mock to answer it.
    pub struct TwiceWhen(::httpmock::When);
    impl TwiceWhen {
        /// Wraps the one of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        ::regex::Regex::new("^/v1\\.0/Copies\\([^/]*\\)/[^/]*$").unwrap(),
                    ),
            )
        }
        /// The one of `httpmock`, to go beyond what the spec permits.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        /// Wants this `id`.
        pub fn id(self, value: &str) -> Self {
            let re = ::regex::Regex::new(
                    &format!(
                        "^/v1\\.0/Copies\\({0}\\)/{0}$", ::regex::escape(& value
                        .to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    /// What the mock answers to `Twice`.
    pub struct TwiceThen(::httpmock::Then);
    impl TwiceThen {
        /// Wraps the one of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        /// The one of `httpmock`, to go beyond what the spec permits.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        /// Answers with the spec's `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
        /// Answers with the spec's `client_error`.
        pub fn client_error(self, status: u16, value: &::serde_json::Value) -> Self {
            assert_eq!(status / 100u16, 4u16);
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        /// Answers with the spec's `server_error`.
        pub fn server_error(self, status: u16, value: &::serde_json::Value) -> Self {
            assert_eq!(status / 100u16, 5u16);
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
}
/// An extension trait for [`MockServer`](::httpmock::MockServer) that
/// adds a method for each operation. These are the equivalent of
/// type-checked [`mock()`](::httpmock::MockServer::mock) calls.
pub trait MockServerExt {
    /// Mocks `POST /a.b/{id}`.
    fn do_it<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DoItWhen, operations::DoItThen);
    /// Mocks `GET /several`.
    fn several<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::SeveralWhen, operations::SeveralThen);
    /// Mocks `GET /v1.0/Copies({id})/{id}?kind=fast`.
    fn twice<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::TwiceWhen, operations::TwiceThen);
}
impl MockServerExt for ::httpmock::MockServer {
    fn do_it<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DoItWhen, operations::DoItThen),
    {
        self.mock(|when, then| {
            config_fn(operations::DoItWhen::new(when), operations::DoItThen::new(then))
        })
    }
    fn several<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::SeveralWhen, operations::SeveralThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SeveralWhen::new(when),
                operations::SeveralThen::new(then),
            )
        })
    }
    fn twice<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::TwiceWhen, operations::TwiceThen),
    {
        self.mock(|when, then| {
            config_fn(operations::TwiceWhen::new(when), operations::TwiceThen::new(then))
        })
    }
}

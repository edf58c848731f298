//! A call of a generated operation with values that the spec makes, and all that comes of it.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::pin::Pin;

use florin::core::{Error, FilePart, IdempotencyKey, Response};
use florin_tradevest::types::{DocumentData, DocumentUpload};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::said;

/// Whether it succeeded.
type Sending = Pin<Box<dyn Future<Output = bool> + Send>>;

/// A call of one operation.
pub(crate) struct Call<C> {
    /// The `operationId`.
    pub(crate) operation: &'static str,
    /// Sends it, and says all that can be said of it.
    pub(crate) send: fn(C, Given) -> Sending,
}

/// What is sent.
#[derive(Clone)]
pub(crate) struct Given {
    /// By the names of the spec, without what tells its spelling from Rust's.
    pub(crate) parameters: BTreeMap<String, Value>,
    pub(crate) body: Option<Value>,
    /// Lets errors panic too.
    pub(crate) panics: bool,
}

/// A name in lower case, without dashes and the like.
pub(crate) fn bare(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.collect::<String>().to_ascii_lowercase()
}

impl Given {
    #[track_caller]
    pub(crate) fn parameter<T: DeserializeOwned>(&self, name: &str) -> T {
        let value = self.parameters.get(&bare(name));
        let value = value.unwrap_or_else(|| panic!("the spec has no parameter {name}"));
        serde_json::from_value(value.clone())
            .unwrap_or_else(|error| panic!("{name} can't be {value}: {error}"))
    }

    /// The body; shown as soon as it is there.
    #[track_caller]
    pub(crate) fn body<T: DeserializeOwned + Debug>(&self) -> T {
        let value = self.body.clone().unwrap_or_default();
        let body: T = serde_json::from_value(value.clone())
            .unwrap_or_else(|error| panic!("the body can't be {value}: {error}"));
        said::value("Debug of bodies", &body);
        body
    }
}

/// Says what came.
pub(crate) fn came<T: Debug, E: Debug + Send + Sync + 'static>(
    answer: Result<Response<T>, Error<E>>,
    panics: bool,
) -> bool {
    let succeeded = answer.is_ok();
    match answer {
        Ok(answer) => {
            said::value("Debug of answers", &answer);
            if panics {
                said::shown_in_a_panic(&answer);
            }
        }
        Err(error) => said::failed(error, panics),
    }
    succeeded
}

/// A key of the caller's, who made it of words of his own.
#[derive(Deserialize)]
pub(crate) struct Key(String);

impl TryFrom<Key> for IdempotencyKey {
    type Error = String;

    fn try_from(key: Key) -> Result<Self, String> {
        Self::new(key.0).map_err(|error| error.to_string())
    }
}

/// A form of a JSON part and a file.
#[derive(Clone, Deserialize)]
pub(crate) struct Upload {
    document: DocumentData,
    file: String,
}

impl Debug for Upload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        DocumentUpload::from(self.clone()).fmt(f)
    }
}

impl From<Upload> for DocumentUpload {
    fn from(upload: Upload) -> Self {
        let file = FilePart::new(format!("{}.pdf", upload.file), upload.file);
        Self {
            document: upload.document,
            file: file.media_type("application/pdf"),
        }
    }
}

/// `calls!(Client; operation(parameter: Type, …) sends Body; …)`: a row for each operation, with all its parameters.
macro_rules! calls {
    ($client:ty; $($operation:ident($($parameter:ident: $kind:ty),*) $(sends $body:ty)?;)+) => {
        /// Each operation, once.
        pub(crate) fn all() -> Vec<$crate::call::Call<$client>> {
            vec![$($crate::call::Call {
                operation: stringify!($operation),
                send: |client, given| Box::pin(async move {
                    let request = client.$operation()
                        $(.$parameter(given.parameter::<$kind>(stringify!($parameter))))*;
                    $(let request = request.body(given.body::<$body>());)?
                    $crate::said::handle("Debug of requests", &request);
                    $crate::call::came(request.send().await, given.panics)
                }),
            }),+]
        }
    };
}
pub(crate) use calls;

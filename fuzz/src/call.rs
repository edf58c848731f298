//! One call of one operation, answered from memory: the way that every answer takes in a client.
//!
//! `Session::request` and `send_json` are what a generated builder ends in; everything between the transport and the value
//! is the product's. Time stands still, so nothing waits.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use florin::core::http::StatusCode;
use florin::core::http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use florin::core::{
    Bytes, Effect, Error, Incoming, Operation, Outgoing, Request, Response, RetryPolicy, Seam,
    Session, Transport, TransportError,
};
use serde::Serialize;
use tokio::runtime::{Builder, Runtime};

/// An operation, and how to send it and read its answer.
pub struct Entry {
    /// What the spec says of it.
    pub operation: &'static Operation,
    /// Sends it.
    pub send: for<'a> fn(&'a Session) -> Sending<'a>,
}

/// A call on its way.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Seen> + 'a>>;

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.operation.id())
    }
}

/// What a caller sees of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It was read.
    Read {
        /// The answer, as `Debug` shows it.
        shown: String,
        /// As JSON, where it is written as such; why not, where it can't be.
        written: Option<Result<String, String>>,
    },
    /// It wasn't.
    Failed {
        /// Whatever an error says of itself: `Display`, `Debug`, `{:#}`, its sources.
        texts: Vec<String>,
        /// Whether a success couldn't be read.
        is_decode: bool,
        /// Where in it.
        field: Option<String>,
        /// What may have happened.
        effect: Effect,
        /// The provider's error, where it was read, as JSON.
        body: Option<Result<String, String>>,
    },
}

impl Seen {
    /// Of a success.
    pub fn read<T: fmt::Debug>(
        answer: &Response<T>,
        written: Option<Result<String, String>>,
    ) -> Self {
        Self::Read {
            shown: format!("{answer:?}"),
            written,
        }
    }

    /// Of a failure.
    pub fn failed<E>(error: &Error<E>, body: Option<Result<String, String>>) -> Self {
        let mut texts = vec![
            error.to_string(),
            format!("{error:#}"),
            format!("{error:?}"),
            format!("{error:#?}"),
        ];
        let mut source = std::error::Error::source(error);
        while let Some(cause) = source {
            texts.push(format!("{cause} {cause:?}"));
            source = cause.source();
        }
        Self::Failed {
            texts,
            is_decode: error.is_decode(),
            field: error.field().map(str::to_owned),
            effect: error.effect(),
            body,
        }
    }
}

/// Writes a value as JSON, where its type can be written: enums over several answers can't. By the method that fits first.
#[derive(Debug)]
pub struct Writer<T>(pub PhantomData<T>);

/// The way of types that can be written.
pub trait Written<T> {
    /// As JSON.
    fn written(&self, value: &T) -> Option<Result<String, String>>;
}

impl<T: Serialize> Written<T> for Writer<T> {
    fn written(&self, value: &T) -> Option<Result<String, String>> {
        Some(serde_json::to_string(value).map_err(|error| error.to_string()))
    }
}

impl<T> Written<T> for &Writer<T> {
    fn written(&self, _: &T) -> Option<Result<String, String>> {
        None
    }
}

/// An [`Entry`]: the operation, the type of its error, and how its success is read.
macro_rules! entry {
    ($operation:expr, $error:ty, json $answer:ty) => {
        entry!(@ $operation, $error, $answer, send_json::<$answer, $error>)
    };
    ($operation:expr, $error:ty, empty) => {
        entry!(@ $operation, $error, (), send_empty::<$error>)
    };
    ($operation:expr, $error:ty, file) => {
        entry!(@ $operation, $error, florin::core::FileContent, send_file::<$error>)
    };
    (@ $operation:expr, $error:ty, $answer:ty, $($send:tt)+) => {
        Entry {
            operation: &$operation,
            send: |session| Box::pin(async move {
                #[allow(unused_imports, reason = "one of the two ways is taken")]
                use $crate::call::{Written as _, Writer};
                match $crate::call::request(session, &$operation).$($send)+().await {
                    Ok(answer) => {
                        let written = (&Writer::<$answer>(std::marker::PhantomData)).written(&answer);
                        $crate::call::Seen::read(&answer, written)
                    }
                    Err(error) => {
                        let writer = Writer::<$error>(std::marker::PhantomData);
                        let body = error.body().and_then(|body| (&writer).written(body));
                        $crate::call::Seen::failed(&error, body)
                    }
                }
            }),
        }
    };
}
pub(crate) use entry;

/// A request with something in each place of its path.
pub fn request<'a>(session: &'a Session, operation: &'static Operation) -> Request<'a> {
    let mut request = session.request(operation);
    for piece in operation.template().split('{').skip(1) {
        if let Some((name, _)) = piece.split_once('}') {
            request.path(name, "1");
        }
    }
    request
}

/// An answer as it comes from the network.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Bytes,
}

impl Answer {
    /// One with this status, type and body; a type that no header can hold is left out.
    #[must_use]
    pub fn new(status: StatusCode, media_type: &[u8], body: impl Into<Bytes>) -> Self {
        let mut headers = HeaderMap::new();
        if let Ok(value) = HeaderValue::from_bytes(media_type) {
            headers.insert(CONTENT_TYPE, value);
        }
        Self {
            status,
            headers,
            body: body.into(),
        }
    }
}

/// Answers whatever is sent.
#[derive(Debug)]
pub struct Answering(pub Answer);

impl Transport for Answering {
    fn send<'a>(
        &'a self,
        _: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        let Answer {
            status,
            headers,
            body,
        } = self.0.clone();
        Box::pin(async move {
            Ok(Incoming {
                status,
                headers,
                body,
            })
        })
    }
}

/// A session that is answered so. Has to be made where [`on_paused_time`] runs.
///
/// # Panics
/// Never: its settings are right.
#[must_use]
pub fn session(answer: &Answer, retry: RetryPolicy) -> Session {
    let start =
        florin::core::chrono::DateTime::from_timestamp(1_793_000_000, 0).unwrap_or_default();
    let built = Session::builder("https://provider.example")
        .server("auth", "https://auth.example")
        .bearer("a token")
        .default_header("Requestor-ID", "4fca1ad5-0000-4000-8000-000000000001")
        .retry(retry)
        .seam(Seam::simulated(start, 1))
        .transport(Arc::new(Answering(answer.clone())))
        .build();
    built.unwrap_or_else(|error| panic!("{error}"))
}

/// Runs something while time stands still: what waits is done at once.
///
/// # Panics
/// Where there is no runtime to be had.
pub fn on_paused_time<T>(what: impl Future<Output = T>) -> T {
    thread_local! {
        static RUNTIME: Runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap_or_else(|error| panic!("{error}"));
    }
    RUNTIME.with(|runtime| runtime.block_on(what))
}

/// Sends an operation once, and sees what comes of the answer.
#[must_use]
pub fn seen(entry: &Entry, answer: &Answer) -> Seen {
    on_paused_time(async {
        let session = session(answer, RetryPolicy::never());
        (entry.send)(&session).await
    })
}

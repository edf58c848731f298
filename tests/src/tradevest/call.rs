//! A call of one operation: what is sent, what is answered, and the code that a user would send it with.

use std::fmt::Debug;
use std::pin::Pin;

use florin::core::Response;
use florin::tradevest::{Client, Error};

type Sending = Pin<Box<dyn Future<Output = Sent> + Send>>;

/// A call of one operation, with everything that it can say.
#[derive(Clone, Copy)]
pub struct Call {
    /// The `operationId`.
    pub operation: &'static str,
    /// The body, as JSON; of a form, the part that is JSON. Empty where there is none.
    pub body: &'static str,
    /// A good answer in the documented form. Empty where there is none.
    pub answer: &'static str,
    send: fn(Client, String) -> Sending,
}

/// What has come of a call.
#[derive(Debug)]
pub struct Sent {
    /// The typed body, as `Debug` shows it.
    pub request: String,
    /// The typed answer, as `Debug` shows it.
    pub answer: Result<String, Error>,
}

impl Call {
    pub(super) const fn new(
        operation: &'static str,
        body: &'static str,
        answer: &'static str,
        send: fn(Client, String) -> Sending,
    ) -> Self {
        Self {
            operation,
            body,
            answer,
            send,
        }
    }

    /// Sends it.
    pub async fn send(&self, client: &Client) -> Sent {
        (self.send)(client.clone(), self.body.to_owned()).await
    }
}

impl Sent {
    pub(super) fn new<T: Debug>(request: String, answer: Result<Response<T>, Error>) -> Self {
        let answer = answer.map(|answer| format!("{answer:?} {answer:#?}"));
        Self { request, answer }
    }
}

/// `call!(operation(parameter: value) sends types::Body => answer)`: the body is that of `fixtures/tradevest/requests`, and the
/// answer is one of a kind in `fixtures/tradevest`, a list or a page of it, an identifier, a file, or nothing.
macro_rules! call {
    ($operation:ident($($parameter:ident: $value:expr),*) => file) => {
        $crate::tradevest::call::Call::new(
            stringify!($operation),
            "",
            "%PDF canary7f3a",
            |client, _| Box::pin(async move {
                let request = client.api().$operation()$(.$parameter($value))*;
                $crate::tradevest::call::Sent::new(String::new(), request.send().await)
            }),
        )
    };
    ($operation:ident($($parameter:ident: $value:expr),*) $(sends $body:ty)? => $($answer:tt)+) => {
        $crate::tradevest::call::Call::new(
            stringify!($operation),
            call!(@body $operation $($body)?),
            call!(@answer $($answer)+),
            |client, body| Box::pin(async move {
                let request = client.api().$operation()$(.$parameter($value))*;
                call!(@send $operation request body $($body)?)
            }),
        )
    };
    (@body $operation:ident) => { "" };
    (@body $operation:ident $body:ty) => {
        include_str!(concat!("../../fixtures/tradevest/requests/", stringify!($operation), ".json"))
    };
    (@send $operation:ident $request:ident $text:ident) => {{
        drop($text);
        $crate::tradevest::call::Sent::new(String::new(), $request.send().await)
    }};
    (@send $operation:ident $request:ident $text:ident $body:ty) => {
        match serde_json::from_str::<$body>(&$text) {
            Ok(body) => {
                let shown = format!("{body:?} {body:#?}");
                $crate::tradevest::call::Sent::new(shown, $request.body(body).send().await)
            }
            Err(error) => unreachable!("requests/{}.json: {error}", stringify!($operation)),
        }
    };
    (@answer nothing) => { "" };
    (@answer one $name:literal) => {
        include_str!(concat!("../../fixtures/tradevest/", $name, ".json"))
    };
    (@answer list $name:literal) => { concat!("[", call!(@answer one $name), "]") };
    (@answer page $name:literal) => {
        concat!(
            "{\"data\": [", call!(@answer one $name), "], \"pagination\": {\"cursor\": \"\", \"limit\": 20}}"
        )
    };
    (@answer made $id:literal) => {
        concat!(
            "{\"", $id, "\": \"0c5a1d9e-7b3f-4e26-8a4d-91f6c2b7e305\", ",
            "\"createdOn\": \"2026-03-02T08:38:31.104169414Z\"}"
        )
    };
}
pub(super) use call;

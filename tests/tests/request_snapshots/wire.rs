//! What came over the wire, in the form of a recording.

use florin::core::{Operation, Outgoing, Transport};
use florin::testing::{Recorded, Recorder};
use florin_sandbox::Received;

/// What arrived at the sandbox, seen through a recorder, so that both sides of a comparison are shown alike.
///
/// `base_url` is that of the host it arrived at, and `operation` the client's own word on what was sent.
pub(crate) async fn as_recorded(
    received: &Received,
    operation: &Operation,
    base_url: &str,
) -> Recorded {
    assert_eq!(received.method, *operation.method());
    let origin: Vec<&str> = base_url.splitn(4, '/').take(3).collect();
    let query = received.query.iter().map(|query| format!("?{query}"));
    let url = format!(
        "{}{}{}",
        origin.join("/"),
        received.path,
        query.collect::<String>()
    );
    let mut headers = received.headers.clone();
    // What HTTP adds: where the request goes, and where it ends.
    assert!(headers.remove("host").is_some());
    headers.remove("content-length");
    // Of a file, no type is asked for.
    if headers.get("accept").is_some_and(|any| any == "*/*") {
        headers.remove("accept");
    }
    let outgoing = Outgoing {
        operation,
        url: url.parse().unwrap(),
        headers,
        body: (!received.body.is_empty()).then(|| received.body.clone()),
        response_bytes: 0,
        key_parameter: None,
    };
    let recorder = Recorder::new().with_personal_data();
    // It has no answer, and needs none.
    recorder.send(outgoing).await.unwrap_err();
    recorder.last().unwrap()
}

/// The client's own word on the operation that the sandbox recognised.
pub(crate) fn operation_of(received: &Received, all: &[&'static Operation]) -> &'static Operation {
    let id = received.operation.as_deref().unwrap();
    let mut all = all.iter();
    all.find(|operation| operation.id() == id).unwrap()
}

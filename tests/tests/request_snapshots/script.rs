//! What the operations are answered with, by the recorder and by the sandbox alike.

use florin::testing::{Recorded, Recorder};
use florin_sandbox::Fault;
use serde_json::Value;

/// An operation, and an answer to it: status and body, where `null` is no body.
pub(crate) type Answer = (&'static str, u16, Value);

/// Gives the answers to a recorder. Those to one operation come in turn, and the last one stays.
pub(crate) fn lay_in(recorder: &Recorder, answers: &[Answer]) {
    for (operation, status, body) in answers {
        recorder.answer(operation, *status, text(body));
    }
}

/// The same answers, for a sandbox.
pub(crate) fn faults(answers: &[Answer]) -> Vec<Fault> {
    let faults = answers
        .iter()
        .enumerate()
        .map(|(at, (operation, status, body))| {
            let fault = Fault::status(*status)
                .body("application/json", text(body))
                .on(operation);
            let mut later = answers[at + 1..].iter();
            if later.any(|(other, ..)| other == operation) {
                fault.times(1)
            } else {
                fault.always()
            }
        });
    faults.collect()
}

fn text(body: &Value) -> String {
    match body {
        Value::Null => String::new(),
        body => body.to_string(),
    }
}

/// The first request of `operation`: client code may have to send others before it, and more after it.
pub(crate) fn first(recorder: &Recorder, operation: &str) -> Recorded {
    let sent = recorder.requests_of(operation);
    sent.into_iter()
        .next()
        .unwrap_or_else(|| panic!("{operation} was not sent"))
}

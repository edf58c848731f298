//! Callbacks of Nemuru: who isn't the sender is turned away whatever is sent, and what is let in is an event.
//!
//! The first line is the header `Authorization`, or `-` for none; the body follows.

use florin::nemuru::Callbacks;
use florin::webhook::{Rejection, Sender};

use crate::canary;
use crate::parts::line;
use crate::time_limit::in_time;

/// What the provider was told to send.
const SECRET: &str = "Bearer s3cret-and-long";

/// Takes a callback in.
pub fn nemuru_callback(input: &[u8]) {
    let (header, body) = line(input);
    let presented = (header != b"-").then_some(header);
    let sender = Sender::header(SECRET).unwrap_or_else(|error| panic!("{error}"));
    let callbacks = Callbacks::builder(sender).remembered(4).build();
    let is_authentic = presented == Some(SECRET.as_bytes());
    match in_time(|| callbacks.receive(presented, body)) {
        Ok(callback) => {
            assert!(is_authentic, "a stranger is let in");
            assert!(!callback.loan_id().trim().is_empty(), "an event of no loan");
            assert!(!callback.is_repeat());
            let _ = (
                callback.triggered_at(),
                callback.step().as_str(),
                format!("{callback:?}"),
            );
            let again = callbacks.receive(presented, body);
            assert!(
                again.is_ok_and(|again| again.is_repeat()),
                "a repetition isn't known"
            );
            assert_eq!(
                callbacks.receive(None, body).err(),
                Some(Rejection::Unauthorized)
            );
        }
        Err(rejection) => {
            canary::assert_hidden(&format!("{rejection} {rejection:?}"));
            assert_eq!(
                rejection == Rejection::Unauthorized,
                !is_authentic,
                "{rejection}"
            );
        }
    }
}

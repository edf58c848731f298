//! Callbacks: what Nemuru posts when a loan takes a step.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
#[cfg(feature = "axum")]
use florin_core::http::HeaderMap;
use florin_nemuru::types;

use super::loan::Following;
use crate::poll::{Poller, Wake, WakeList};
use crate::webhook::{BODY_LIMIT, Members, Recent, Rejection, Sender, Text};

/// Takes callbacks in and wakes the pollers of the loans that they name. Cheap to clone; clones are one.
///
/// A callback is no proof: it carries no signature, and its sender may be anybody who has the header. So it changes
/// nothing by itself. The poller that it wakes reads the loan, and what that says counts. A callback that is late, repeated,
/// out of order or forged costs a reading, at a bounded rate.
///
/// ```no_run
/// # async fn f(nemuru: florin::nemuru::Client, loan: florin::nemuru::Loan) -> Result<(), Box<dyn std::error::Error>> {
/// use florin::nemuru::{Callbacks, Milestone};
/// use florin::webhook::Sender;
///
/// let callbacks = Callbacks::new(Sender::header("Bearer long and random")?);
///
/// // In the server, for each POST:
/// let (authorization, body) = (Some(b"Bearer long and random".as_slice()), br#"{"id": "a loan"}"#);
/// let status = match callbacks.receive(authorization, body) {
///     Ok(_) => 200, // with an empty body, at once
///     Err(rejection) => rejection.status().as_u16(),
/// };
///
/// // Wherever a loan is waited for:
/// let outcome = callbacks.attach(loan.poller_until(Milestone::FundsSent)).await?;
/// # Ok(())
/// # }
/// ```
///
/// With the feature `axum`, [`Callback`] is an extractor.
///
/// How often Nemuru tries, how long it waits and in what order it sends is documented nowhere. Answer 200 with an empty
/// body before you do anything else, and don't rely on a callback to come: a poller asks by itself once in a while.
#[derive(Clone)]
pub struct Callbacks(Arc<Receiving>);

struct Receiving {
    sender: Sender,
    body_limit: usize,
    recent: Recent,
    waiting: WakeList,
    breather: Duration,
    net: Duration,
}

/// Settings of [`Callbacks`]. All have defaults.
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct CallbacksBuilder {
    sender: Sender,
    body_limit: usize,
    remembered: usize,
    spread: Duration,
    breather: Duration,
    net: Duration,
}

impl Callbacks {
    /// Takes in what `sender` lets in, with the usual settings.
    #[must_use]
    pub fn new(sender: Sender) -> Self {
        Self::builder(sender).build()
    }

    /// For other settings.
    pub const fn builder(sender: Sender) -> CallbacksBuilder {
        CallbacksBuilder {
            sender,
            body_limit: BODY_LIMIT,
            remembered: 4096,
            spread: Duration::from_millis(100),
            breather: Duration::from_secs(2),
            net: Duration::from_secs(15 * 60),
        }
    }

    /// Takes in one callback: checks who sent it, reads it, and wakes who waits for its loan. It asks nobody and waits for
    /// nothing.
    ///
    /// `authorization` is the value of that header; where a request has it twice, give `None`.
    ///
    /// # Errors
    /// [`Rejection`] names the status to answer with.
    pub fn receive(
        &self,
        authorization: Option<&[u8]>,
        body: &[u8],
    ) -> Result<Callback, Rejection> {
        self.admit(authorization)?;
        if body.len() > self.body_limit() {
            return Err(Rejection::TooLarge(self.body_limit()));
        }
        self.take(body)
    }

    /// Lets a poller be woken by the callbacks for its loan.
    ///
    /// From then on it asks by itself only once in a while, see [`safety_net`](CallbacksBuilder::safety_net), and after
    /// callbacks, no more often than [`at_most_every`](CallbacksBuilder::at_most_every) says. Many pollers that are
    /// attached at once, after a restart say, make their first readings one after the other.
    pub fn attach(&self, poller: Poller<Following>) -> Poller<Following> {
        let wake = Wake::default();
        let name = name(poller.target().loan.id());
        let (place, turn) = self.0.waiting.enter(wake.clone(), vec![name]);
        poller
            .woken_by(wake)
            .safety_net(self.0.net)
            .at_most_every(self.0.breather)
            .not_before(turn)
            .holding((place, self.clone()))
    }

    /// How many pollers can be woken.
    #[must_use]
    pub fn attached(&self) -> usize {
        self.0.waiting.len()
    }

    /// Whether a callback with this header may come in at all: before its body is read.
    pub(super) fn admit(&self, authorization: Option<&[u8]>) -> Result<(), Rejection> {
        if self.0.sender.accepts(authorization) {
            Ok(())
        } else {
            Err(Rejection::Unauthorized)
        }
    }

    /// The same, for all headers of a request.
    #[cfg(feature = "axum")]
    pub(super) fn admit_request(&self, headers: &HeaderMap) -> Result<(), Rejection> {
        if self.0.sender.accepts_request(headers) {
            Ok(())
        } else {
            Err(Rejection::Unauthorized)
        }
    }

    pub(super) fn body_limit(&self) -> usize {
        self.0.body_limit
    }

    /// Reads a body that was let in.
    pub(super) fn take(&self, body: &[u8]) -> Result<Callback, Rejection> {
        let event = read(body).ok_or(Rejection::Unreadable)?;
        let id = name(&event.id);
        let key = (&id, event.step.as_str(), &event.triggered_at);
        let is_repeat = self.0.recent.is_repeat(&key);
        // Also where it is a repeat: a reading too many does no harm, and one too few might.
        self.0.waiting.wake_named(&[id]);
        Ok(Callback { event, is_repeat })
    }
}

impl CallbacksBuilder {
    /// Bytes of a body that are read. 64 KiB unless said.
    pub const fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// How many callbacks are remembered to tell a repeat. 4096 unless said, at a few bytes each.
    pub const fn remembered(mut self, callbacks: usize) -> Self {
        self.remembered = callbacks;
        self
    }

    /// The least pause between two readings of one loan, however many callbacks come for it. 2 seconds unless said.
    pub const fn at_most_every(mut self, pause: Duration) -> Self {
        self.breather = pause;
        self
    }

    /// How often a poller asks without being called. 15 minutes unless said.
    pub const fn safety_net(mut self, pause: Duration) -> Self {
        self.net = pause;
        self
    }

    /// The pause between the first readings of two pollers that are attached one after the other. 100 milliseconds unless
    /// said: ten requests a second.
    pub const fn spread(mut self, pause: Duration) -> Self {
        self.spread = pause;
        self
    }

    /// Ready to take callbacks in.
    #[must_use]
    pub fn build(self) -> Callbacks {
        Callbacks(Arc::new(Receiving {
            sender: self.sender,
            body_limit: self.body_limit,
            recent: Recent::new(self.remembered),
            waiting: WakeList::new(self.spread),
            breather: self.breather,
            net: self.net,
        }))
    }
}

/// A callback that was let in: somebody says that a loan has taken a step. Read the loan before you believe it.
#[derive(Clone, Debug)]
pub struct Callback {
    event: types::LoanStepEvent,
    is_repeat: bool,
}

impl Callback {
    /// The loan, as it was named. Nobody says that it is one of yours, or that it exists.
    #[must_use]
    pub fn loan_id(&self) -> &str {
        &self.event.id
    }

    /// The status that the loan is said to have reached. By now it may have another one.
    #[must_use]
    pub const fn step(&self) -> &types::LoanStatus {
        &self.event.step
    }

    /// When that is said to have happened, where it can be read. Order by this, never by arrival.
    #[must_use]
    pub fn triggered_at(&self) -> Option<DateTime<FixedOffset>> {
        DateTime::parse_from_rfc3339(self.event.triggered_at.as_deref()?.trim()).ok()
    }

    /// Whether a callback of the same loan, step and time came in lately. What it is about may still be undone on your
    /// side: a repeat often comes because the first one wasn't answered in time.
    #[must_use]
    pub const fn is_repeat(&self) -> bool {
        self.is_repeat
    }

    /// The event as it came.
    #[must_use]
    pub const fn event(&self) -> &types::LoanStepEvent {
        &self.event
    }
}

/// What is waited for under one name, however its identifier is spelled.
fn name(id: &str) -> String {
    id.trim().to_ascii_lowercase()
}

/// An event with an identifier and a step in it; the rest as far as it can be read. A number is the text that it came as.
fn read(body: &[u8]) -> Option<types::LoanStepEvent> {
    let Members(fields) = serde_json::from_slice(body).ok()?;
    let text = |wanted: &str| {
        // Where a name is there twice, the last one counts, as in most readers of JSON.
        let mut fields = fields.iter().rev();
        let (_, field) = fields.find(|(name, _)| name.0 == wanted.as_bytes())?;
        let json = field.get();
        match json.bytes().next()? {
            b'"' => Text::of(json)
                .map(|text| text.shown().into_owned())
                .filter(|text| !text.trim().is_empty()),
            b'-' | b'0'..=b'9' => Some(json.to_owned()),
            _ => None,
        }
    };
    Some(types::LoanStepEvent {
        id: text("id")?,
        step: text("step")?.into(),
        event: text("event").map(Into::into),
        triggered_at: text("triggered_at"),
    })
}

impl fmt::Debug for Callbacks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Callbacks")
            .field("sender", &self.0.sender)
            .field("attached", &self.attached())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: Option<&[u8]> = Some(b"Bearer s3cret");

    fn callbacks() -> Callbacks {
        Callbacks::builder(Sender::header("Bearer s3cret").unwrap())
            .body_limit(200)
            .build()
    }

    fn receive(body: &str) -> Result<Callback, Rejection> {
        callbacks().receive(HEADER, body.as_bytes())
    }

    #[test]
    fn the_documented_event_is_read() {
        let callback = receive(
            r#"{"id": "e7c52ad3-0473-4fbc-bc36-7eb755b1c18d", "event": "loan_steps", "step": "status_opened",
                "triggered_at": "2020-06-18T02:00:00+02:00"}"#,
        )
        .unwrap();
        assert_eq!(callback.loan_id(), "e7c52ad3-0473-4fbc-bc36-7eb755b1c18d");
        assert_eq!(*callback.step(), types::LoanStatus::StatusOpened);
        let midnight: DateTime<FixedOffset> = "2020-06-18T00:00:00Z".parse().unwrap();
        assert_eq!(callback.triggered_at(), Some(midnight));
        assert!(!callback.is_repeat());
    }

    #[test]
    fn what_is_odd_beside_loan_and_step_costs_nothing() {
        let callback = receive(
            r#"{"id": "a", "step": "status_new", "event": null, "triggered_at": 5, "more": []}"#,
        );
        let callback = callback.unwrap();
        assert_eq!(callback.step().as_str(), "status_new");
        assert_eq!(callback.triggered_at(), None);
        assert_eq!(callback.event().triggered_at.as_deref(), Some("5"));
    }

    #[test]
    fn an_odd_value_that_nobody_needs_costs_no_callback() {
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        for odd in ["1e999", &"9".repeat(400), r#""\ud800""#, &deep] {
            let body = format!(r#"{{"more": {odd}, "id": "a", "step": "status_new"}}"#);
            let callback = callbacks().take(body.as_bytes()).unwrap();
            assert_eq!(callback.loan_id(), "a");
            let body = format!(r#"{{"id": "a", "step": "status_new", "triggered_at": {odd}}}"#);
            let callback = callbacks().take(body.as_bytes()).unwrap();
            assert_eq!(callback.triggered_at(), None);
        }
    }

    #[test]
    fn a_number_that_names_a_loan_keeps_its_digits() {
        let id = "123456789012345678901234567890";
        let callback = receive(&format!(r#"{{"id": {id}, "step": "status_new"}}"#));
        assert_eq!(callback.unwrap().loan_id(), id);
    }

    #[test]
    fn what_names_no_loan_or_step_is_no_event() {
        for body in [
            "",
            "null",
            "[]",
            "x",
            "{}",
            r#"{"id": "a"}"#,
            r#"{"id": "", "step": "s"}"#,
            r#"{"id": {}, "step": "s"}"#,
        ] {
            assert_eq!(receive(body).unwrap_err(), Rejection::Unreadable, "{body}");
        }
    }

    #[test]
    fn strangers_and_floods_are_turned_away_before_anything_is_read() {
        let callbacks = callbacks();
        let turned_away = |header, body: &[u8]| callbacks.receive(header, body).unwrap_err();
        assert_eq!(turned_away(None, b"{}"), Rejection::Unauthorized);
        assert_eq!(
            turned_away(Some(b"Bearer guess"), b"{}"),
            Rejection::Unauthorized
        );
        assert_eq!(turned_away(None, &[b' '; 500]), Rejection::Unauthorized);
        assert_eq!(turned_away(HEADER, &[b' '; 201]), Rejection::TooLarge(200));
    }

    #[test]
    fn a_repeat_is_known_by_loan_step_and_time() {
        let callbacks = callbacks();
        let is_repeat = |id, step, at| {
            let body = format!(r#"{{"id": "{id}", "step": "{step}", "triggered_at": "{at}"}}"#);
            callbacks
                .receive(HEADER, body.as_bytes())
                .unwrap()
                .is_repeat()
        };
        assert!(!is_repeat("a", "status_opened", "1"));
        assert!(!is_repeat("a", "status_kyc_set", "1"));
        assert!(!is_repeat("a", "status_opened", "2"));
        assert!(!is_repeat("b", "status_opened", "1"));
        assert!(is_repeat("A", "status_opened", "1"));
    }
}

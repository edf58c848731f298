//! Misbehaviour on demand: what goes wrong, for which operation, how often, and on which side of the effect.

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::altered::{self, Altered};
use crate::contract::Contract;
use crate::storm::Sky;

/// Something that goes wrong.
///
/// A fault strikes once, at whatever request comes next, unless it is told otherwise: [`on`](Self::on) names an operation,
/// [`times`](Self::times), [`every`](Self::every) and [`always`](Self::always) say how often.
///
/// Every fault strikes *before the effect* unless it is moved [`after_effect`](Self::after_effect): before, the provider has
/// done nothing; after, it has done all that was asked and only its answer is lost or spoilt. To the client both look alike.
/// What is [`unread`](Self::unread) never came to the provider at all.
///
/// ```
/// # use std::time::Duration;
/// use florin_sandbox::Fault;
///
/// let overloaded = Fault::status(429).header("retry-after", "2").on("get_activity").times(3);
/// let lost_answer = Fault::reset().after_effect().on("register_transactions");
/// let slow = Fault::delay(Duration::from_secs(5)).always();
/// ```
#[derive(Clone, Debug)]
#[must_use = "a fault does nothing until a sandbox is told to misbehave"]
pub struct Fault {
    pub(crate) kind: Kind,
    pub(crate) side: Side,
    pub(crate) delay: Duration,
    operation: Option<String>,
    /// So many requests that it applies to are spared before the first is struck.
    spared: usize,
    schedule: Schedule,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// Only the delay.
    Delay,
    /// Another answer than the one due.
    Answer {
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    },
    /// The connection is closed.
    Close,
    /// The connection is reset.
    Reset,
    /// The token that the request brings is no longer valid.
    ExpiredToken,
    /// The true answer breaks off in the middle.
    Truncated,
    /// The true answer, in so many parts with a pause between.
    Slow { parts: usize, pause: Duration },
    /// An answer of so many bytes, whose length is told beforehand or not.
    Huge { bytes: usize, announced: bool },
    /// The true answer, made into another one.
    Altered(Altered),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// As soon as the head of the request is there.
    Unread,
    BeforeEffect,
    AfterEffect,
}

#[derive(Clone, Copy, Debug)]
enum Schedule {
    Next(usize),
    Every { nth: usize, seen: usize },
    Always,
}

impl Fault {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            side: Side::BeforeEffect,
            delay: Duration::ZERO,
            operation: None,
            spared: 0,
            schedule: Schedule::Next(1),
        }
    }

    /// Another answer than the one due: this status, no body. A number that is no HTTP status counts as 500.
    pub fn status(status: u16) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self::new(Kind::Answer {
            status,
            headers: HeaderMap::new(),
            body: Bytes::new(),
        })
    }

    /// A success whose body is no JSON, although its content type says so.
    pub fn garbage() -> Self {
        Self::status(200).body(
            "application/json",
            &b"\xff\xfe{\"request_identification\": <<<"[..],
        )
    }

    /// A redirect (307) to another place.
    pub fn redirect(location: &str) -> Self {
        Self::status(307).header("location", location)
    }

    /// The connection is closed without an answer, in an orderly way.
    pub fn close() -> Self {
        Self::new(Kind::Close)
    }

    /// The connection is reset without an answer.
    pub fn reset() -> Self {
        Self::new(Kind::Reset)
    }

    /// The true answer with the connection cut in the middle of its body. Always after the effect.
    pub fn truncated() -> Self {
        Self::new(Kind::Truncated).after_effect()
    }

    /// The true answer in ten parts, with a pause before each part but the first. Always after the effect.
    pub fn slow_body(pause: Duration) -> Self {
        Self::new(Kind::Slow { parts: 10, pause }).after_effect()
    }

    /// A success whose JSON body has about so many bytes. Always after the effect.
    pub fn huge_body(bytes: usize) -> Self {
        Self::new(Kind::Huge {
            bytes,
            announced: true,
        })
        .after_effect()
    }

    /// The true answer with another body, which `alter` makes of the true one. Always after the effect. Its headers stay, but for
    /// those that [`header`](Self::header) gives.
    pub fn altered(alter: impl Fn(&[u8]) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self::new(Kind::Altered(Altered::new(alter))).after_effect()
    }

    /// The true answer a byte at a time, with a pause before each byte but the first. Always after the effect.
    pub fn byte_by_byte(pause: Duration) -> Self {
        let parts = usize::MAX;
        Self::new(Kind::Slow { parts, pause }).after_effect()
    }

    /// The true status with a body of about a thousandth of `bytes`, which says of itself that it is gzip and becomes so many
    /// bytes when it is unpacked, whatever the client said that it takes. Always after the effect.
    pub fn gzip_bomb(bytes: usize) -> Self {
        Self::altered(move |_| altered::gzip_bomb(bytes)).header("content-encoding", "gzip")
    }

    /// A success with ten thousands of headers, more than any client should read.
    pub fn countless_headers() -> Self {
        let mut fault = Self::status(200);
        for number in 0..20_000 {
            fault = fault.header(&format!("x-{number}"), &"x".repeat(100));
        }
        fault
    }

    /// A success with a header whose line has so many bytes.
    pub fn long_header(bytes: usize) -> Self {
        Self::status(200).header("x-long", &"x".repeat(bytes))
    }

    /// The token that the request brings stops being valid, and the request is refused for that. Does nothing to a request
    /// that brings none.
    pub fn expired_token() -> Self {
        Self::new(Kind::ExpiredToken)
    }

    /// The true answer, late: the wait, on the sandbox's clock, comes before the effect.
    pub fn delay(delay: Duration) -> Self {
        Self::new(Kind::Delay).delayed(delay)
    }

    /// This fault, late: it strikes so long after the request has arrived, on the sandbox's clock.
    pub fn delayed(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Strikes when everything that was asked has been done.
    pub fn after_effect(mut self) -> Self {
        self.side = Side::AfterEffect;
        self
    }

    /// Strikes as soon as the head of the request is there, and before its body is read: the provider never came to know of it,
    /// and neither does `received()`; `turned_away()` counts it. For faults that need no true answer.
    pub fn unread(mut self) -> Self {
        self.side = Side::Unread;
        self
    }

    /// Doesn't tell the length of a [huge body](Self::huge_body) beforehand. Ignored by other faults.
    pub fn unannounced(mut self) -> Self {
        if let Kind::Huge { announced, .. } = &mut self.kind {
            *announced = false;
        }
        self
    }

    /// Adds a header to the answer of [`status`](Self::status) or [`altered`](Self::altered), in the place of one of that name.
    /// Ignored by other faults, and for what is no header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let headers = match &mut self.kind {
            Kind::Answer { headers, .. } => headers,
            Kind::Altered(altered) => &mut altered.headers,
            _ => return self,
        };
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value)) {
            headers.insert(name, value);
        }
        self
    }

    /// Gives the answer of [`status`](Self::status) a body. Ignored by other faults.
    pub fn body(mut self, content_type: &str, content: impl Into<Bytes>) -> Self {
        if let Kind::Answer { body, .. } = &mut self.kind {
            *body = content.into();
        }
        self.header("content-type", content_type)
    }

    /// Gives the answer of [`status`](Self::status) a JSON body. Ignored by other faults.
    pub fn json(self, content: &serde_json::Value) -> Self {
        self.body("application/json", content.to_string())
    }

    /// Strikes only at requests for this operation, by its `operationId` in the spec.
    pub fn on(mut self, operation: &str) -> Self {
        self.operation = Some(operation.to_owned());
        self
    }

    /// Strikes at the next `count` requests that it applies to. Once if this is never called.
    pub fn times(mut self, count: usize) -> Self {
        self.schedule = Schedule::Next(count);
        self
    }

    /// Spares the first `count` requests that it applies to.
    pub fn after(mut self, count: usize) -> Self {
        self.spared = count;
        self
    }

    /// Strikes at every `nth` request that it applies to, until it is cleared. 0 counts as 1.
    pub fn every(mut self, nth: usize) -> Self {
        self.schedule = Schedule::Every {
            nth: nth.max(1),
            seen: 0,
        };
        self
    }

    /// Strikes at every request that it applies to, until it is cleared.
    pub fn always(mut self) -> Self {
        self.schedule = Schedule::Always;
        self
    }

    pub(crate) fn operation(&self) -> Option<&str> {
        self.operation.as_deref()
    }

    fn strikes(&mut self, operation: Option<&str>) -> bool {
        if self.operation.is_some() && self.operation.as_deref() != operation {
            return false;
        }
        if self.spared > 0 {
            self.spared -= 1;
            return false;
        }
        match &mut self.schedule {
            Schedule::Always => true,
            Schedule::Next(left) => {
                let strikes = *left > 0;
                *left = left.saturating_sub(1);
                strikes
            }
            Schedule::Every { nth, seen } => {
                *seen = (*seen + 1) % *nth;
                *seen == 0
            }
        }
    }

    fn is_spent(&self) -> bool {
        matches!(self.schedule, Schedule::Next(0))
    }
}

/// A fault was planned for an operation that the provider's spec does not have, so it would never strike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownOperation {
    pub(crate) operation: String,
    pub(crate) known: Vec<String>,
}

impl fmt::Display for UnknownOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "no operation is called {:?}; known: {}",
            self.operation,
            self.known.join(", ")
        )
    }
}

impl std::error::Error for UnknownOperation {}

/// The faults that are planned. At one request strikes the first of them that applies, first of all one that needs no body, or
/// else what the storm has for it.
#[derive(Debug, Default)]
pub(crate) struct Plan(Mutex<Vec<Fault>>, pub(crate) Sky);

impl Plan {
    /// Adds a fault, unless it could never strike.
    pub(crate) fn plan(&self, contract: &Contract, fault: Fault) -> Result<(), UnknownOperation> {
        if let Some(operation) = fault.operation()
            && !contract.has(operation)
        {
            let known = contract.ids().map(str::to_owned).collect();
            return Err(UnknownOperation {
                operation: operation.to_owned(),
                known,
            });
        }
        self.add(fault);
        Ok(())
    }

    fn add(&self, fault: Fault) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(fault);
    }

    pub(crate) fn clear(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        self.1.end();
    }

    /// What strikes at a request of which only the head is there. Those that wait for its body leave it to the others.
    pub(crate) fn next_unread(&self, operation: Option<&str>) -> Option<Fault> {
        self.first(operation, |side| side == Side::Unread)
    }

    /// What strikes at a request that has been read.
    pub(crate) fn next(&self, operation: Option<&str>) -> Option<Fault> {
        self.first(operation, |side| side != Side::Unread)
            .or_else(|| self.1.next(operation))
    }

    fn first(&self, operation: Option<&str>, is_meant: impl Fn(Side) -> bool) -> Option<Fault> {
        let mut faults = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let struck = faults
            .iter_mut()
            .filter(|fault| is_meant(fault.side))
            .find_map(|fault| fault.strikes(operation).then(|| fault.clone()));
        faults.retain(|fault| !fault.is_spent());
        struck
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn struck(plan: &Plan, operation: &str, requests: usize) -> Vec<bool> {
        (0..requests)
            .map(|_| plan.next(Some(operation)).is_some())
            .collect()
    }

    #[test]
    fn a_fault_strikes_once_unless_told_otherwise() {
        let plan = Plan::default();
        plan.add(Fault::close());
        assert_eq!(struck(&plan, "any", 3), [true, false, false]);
    }

    #[test]
    fn a_fault_strikes_only_at_its_operation() {
        let plan = Plan::default();
        plan.add(Fault::close().on("one").times(2));
        assert_eq!(struck(&plan, "other", 2), [false, false]);
        assert_eq!(struck(&plan, "one", 3), [true, true, false]);
        assert!(plan.next(None).is_none());
    }

    #[test]
    fn a_fault_may_strike_at_every_third_request() {
        let plan = Plan::default();
        plan.add(Fault::close().every(3));
        assert_eq!(
            struck(&plan, "any", 7),
            [false, false, true, false, false, true, false]
        );
    }

    #[test]
    fn a_fault_may_spare_the_first_requests() {
        let plan = Plan::default();
        plan.add(Fault::close().on("one").after(2).times(2));
        assert_eq!(struck(&plan, "other", 2), [false, false]);
        assert_eq!(struck(&plan, "one", 5), [false, false, true, true, false]);
    }

    #[test]
    fn a_fault_that_always_strikes_ends_when_it_is_cleared() {
        let plan = Plan::default();
        plan.add(Fault::close().always());
        assert_eq!(struck(&plan, "any", 2), [true, true]);
        plan.clear();
        assert_eq!(struck(&plan, "any", 1), [false]);
    }

    #[test]
    fn the_first_fault_that_applies_goes_first() {
        let plan = Plan::default();
        plan.add(Fault::status(500));
        plan.add(Fault::status(502));
        let status = |fault: Fault| match fault.kind {
            Kind::Answer { status, .. } => status.as_u16(),
            _ => 0,
        };
        assert_eq!(plan.next(None).map(status), Some(500));
        assert_eq!(plan.next(None).map(status), Some(502));
        assert!(plan.next(None).is_none());
    }
}

//! A storm: faults of many kinds at a share of all requests, drawn from a seed.
//!
//! A list of faults proves what each of them does alone. What breaks clients is what nobody lists: an answer that is lost, then a
//! token that has expired, then a gateway's page in place of the look-up that was to clear up the first. A storm makes such
//! sequences by the thousand, and its seed makes them again.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::fault::Fault;

/// What a gateway says in a language of its own.
const PAGE: &str =
    "<html><head><title>Sorry</title></head><body><h1>Be back soon</h1></body></html>";

/// Faults at a share of all requests of a provider, whatever they are for: token calls, look-ups and polls too.
///
/// Twenty of a hundred requests are struck unless said otherwise, each by one of the [kinds](Self::kinds), all of them as likely.
///
/// ```
/// use std::time::Duration;
/// use florin_sandbox::{Fault, Storm};
///
/// let storm = Storm::new(7)
///     .percent(30)
///     .with("a week of patience", Fault::status(429).header("retry-after", "604800"))
///     .without("redirect");
/// assert!(storm.kinds().any(|kind| kind == "a week of patience"));
/// ```
///
/// # What can be had again
///
/// Whether the n-th request for an operation is struck, and by what, depends on the seed, the operation and n alone: not on
/// time, nor on what else is sent. So one client that does one thing after the other meets the same storm under the same seed.
/// Among several at once, the same numbers are struck by the same faults, but which client sends the n-th request is for the
/// scheduler to say.
///
/// # What it doesn't do
///
/// It never lies: no fault refuses (by a status from 400 to 498 other than 408) what has been done, and none claims in a
/// provider's own form that something was done that wasn't. No client could see through that. A page that says 200 in place of
/// an answer isn't such a lie, and is among the kinds.
#[derive(Clone, Debug)]
#[must_use = "a storm does nothing until a sandbox is told of it"]
pub struct Storm {
    seed: u64,
    percent: u8,
    kinds: Vec<(String, Fault)>,
}

impl Storm {
    /// A fault is a hang if it is that long: longer than a client waits that is built to be stormed.
    pub const HANG: Duration = Duration::from_millis(600);

    /// The storm of this seed, with all kinds that suit every provider.
    pub fn new(seed: u64) -> Self {
        let kinds = usual().into_iter();
        Self {
            seed,
            percent: 20,
            kinds: kinds
                .map(|(name, fault)| (name.to_owned(), fault))
                .collect(),
        }
    }

    /// So many of a hundred requests are struck. More than 100 counts as 100.
    pub fn percent(mut self, percent: u8) -> Self {
        self.percent = percent.min(100);
        self
    }

    /// One more kind. Where it is [for an operation](Fault::on), only that is struck by it; how often a fault is to strike is not
    /// asked, since the storm says that.
    pub fn with(mut self, name: &str, fault: Fault) -> Self {
        self.kinds.push((name.to_owned(), fault));
        self
    }

    /// Without the kinds of this name.
    pub fn without(mut self, name: &str) -> Self {
        self.kinds.retain(|(known, _)| known != name);
        self
    }

    /// What it may strike with, by name. Where the name ends in `, done`, all that was asked has been done by then.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.kinds.iter().map(|(name, _)| name.as_str())
    }

    /// What strikes the `nth` request for an operation, counted from 1.
    fn fault(&self, operation: Option<&str>, nth: u64) -> Option<&(String, Fault)> {
        let operation_bits = operation
            .unwrap_or_default()
            .bytes()
            .fold(0xCBF2_9CE4_8422_2325_u64, |bits, byte| {
                (bits ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
            });
        let drawn = mixed(mixed(self.seed ^ operation_bits).wrapping_add(nth));
        if drawn % 100 >= u64::from(self.percent) {
            return None;
        }
        let applies = |(_, fault): &&(String, Fault)| {
            fault.operation().is_none() || fault.operation() == operation
        };
        let count = self.kinds.iter().filter(applies).count() as u64;
        let chosen = mixed(drawn).checked_rem(count)?;
        let chosen = usize::try_from(chosen).unwrap_or_default();
        self.kinds.iter().filter(applies).nth(chosen)
    }
}

/// The mixer of SplitMix64: each bit of what goes in changes half of what comes out.
const fn mixed(bits: u64) -> u64 {
    let bits = bits.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// What may go wrong at every provider.
fn usual() -> Vec<(&'static str, Fault)> {
    let page = |status| Fault::status(status).body("text/html", PAGE);
    let wait = |text| page(429).header("retry-after", text);
    let elsewhere = "http://127.0.0.1:9/elsewhere";
    let see_other = Fault::status(303).header("location", elsewhere);
    let other_shape = serde_json::json!([{"unexpected": {"shape": true}}]);
    vec![
        // The connection.
        ("reset", Fault::reset()),
        ("reset, done", Fault::reset().after_effect()),
        ("close", Fault::close()),
        ("close, done", Fault::close().after_effect()),
        ("cut off, done", Fault::truncated()),
        // Time.
        ("late", Fault::delay(Duration::from_millis(20))),
        ("slow, done", Fault::slow_body(Duration::from_millis(2))),
        ("hangs", Fault::delay(Storm::HANG)),
        (
            "hangs, done",
            Fault::reset().after_effect().delayed(Storm::HANG),
        ),
        // Load.
        ("429", page(429)),
        ("429 for a second", wait("1")),
        ("429 for no time", wait("0")),
        ("429 until a date", wait("Wed, 21 Oct 2015 07:28:00 GMT")),
        ("429 for a day", wait("86400")),
        ("429 for nonsense", wait("soon")),
        // Servers that fail, and gateways before them.
        ("500", page(500)),
        ("500, done", page(500).after_effect()),
        ("502", page(502)),
        ("502, done", page(502).after_effect()),
        ("503", page(503)),
        ("503, done", page(503).after_effect()),
        ("503 for no time", page(503).header("retry-after", "0")),
        ("504", page(504)),
        ("504, done", page(504).after_effect()),
        ("408", page(408)),
        ("408, done", page(408).after_effect()),
        // Refusals, of somebody who has done nothing.
        ("expired token", Fault::expired_token()),
        ("401", page(401)),
        ("403", page(403)),
        ("404 of a gateway", page(404)),
        // What is no answer to the question.
        ("a page", page(200)),
        ("a page, done", page(200).after_effect()),
        ("garbage", Fault::garbage()),
        ("garbage, done", Fault::garbage().after_effect()),
        (
            "another shape, done",
            Fault::status(200).json(&other_shape).after_effect(),
        ),
        ("redirect", Fault::redirect(elsewhere)),
        ("redirect, done", see_other.after_effect()),
    ]
}

/// A fault that a storm has struck with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Struck {
    /// The operation that the request was for, as in [`Received::operation`](crate::Received::operation).
    pub operation: Option<String>,
    /// The how-manieth request for that operation it was since the storm began, counted from 1.
    pub nth: u64,
    /// The name of the fault.
    pub fault: String,
}

/// The storm over a stand-in, if there is one, and what it has struck so far.
#[derive(Debug, Default)]
pub(crate) struct Sky(Mutex<Weather>);

#[derive(Debug, Default)]
struct Weather {
    storm: Option<Storm>,
    /// How many requests there were for each operation.
    seen: HashMap<Option<String>, u64>,
    struck: Vec<Struck>,
}

impl Sky {
    /// Begins a storm, in place of one that there may be.
    pub(crate) fn begin(&self, storm: Storm) {
        let mut weather = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *weather = Weather {
            storm: Some(storm),
            ..Weather::default()
        };
    }

    /// Ends the storm. What it has struck is still told.
    pub(crate) fn end(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).storm = None;
    }

    /// What strikes the next request.
    pub(crate) fn next(&self, operation: Option<&str>) -> Option<Fault> {
        let mut weather = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Weather {
            storm,
            seen,
            struck,
        } = &mut *weather;
        let storm = storm.as_ref()?;
        let nth = seen.entry(operation.map(str::to_owned)).or_default();
        *nth += 1;
        let (name, fault) = storm.fault(operation, *nth)?;
        struck.push(Struck {
            operation: operation.map(str::to_owned),
            nth: *nth,
            fault: name.clone(),
        });
        Some(fault.clone())
    }

    pub(crate) fn struck(&self) -> Vec<Struck> {
        let weather = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        weather.struck.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn struck(seed: u64, operations: &[&str]) -> Vec<Struck> {
        let sky = Sky::default();
        sky.begin(Storm::new(seed));
        for operation in operations {
            let _ = sky.next(Some(operation));
        }
        sky.struck()
    }

    #[test]
    fn the_same_seed_strikes_the_same_and_another_one_otherwise() {
        let requests = ["pay"; 500];
        assert_eq!(struck(7, &requests), struck(7, &requests));
        assert_ne!(struck(7, &requests), struck(8, &requests));
    }

    #[test]
    fn what_strikes_an_operation_does_not_depend_on_what_else_is_sent() {
        let alone = struck(7, &["pay"; 200]);
        let mut mixed = struck(7, &["pay", "look"].repeat(200));
        mixed.retain(|struck| struck.operation.as_deref() == Some("pay"));
        assert_eq!(alone, mixed);
    }

    #[test]
    fn a_fifth_is_struck_and_every_kind_comes() {
        let all = struck(7, &["pay"; 20_000]);
        assert!((3_800..4_200).contains(&all.len()), "{}", all.len());
        for kind in Storm::new(7).kinds() {
            let count = all.iter().filter(|struck| struck.fault == kind).count();
            assert!((60..180).contains(&count), "{kind}: {count}");
        }
    }

    #[test]
    fn a_kind_for_one_operation_strikes_no_other() {
        let only = Fault::status(409).on("pay");
        let kinds: Vec<String> = Storm::new(7).kinds().map(str::to_owned).collect();
        let bare = kinds
            .iter()
            .fold(Storm::new(7), |storm, kind| storm.without(kind));
        let sky = Sky::default();
        sky.begin(bare.percent(100).with("at it", only));
        assert!(sky.next(Some("pay")).is_some());
        assert!(sky.next(Some("look")).is_none());
        assert!(sky.next(None).is_none());
    }

    #[test]
    fn after_its_end_it_strikes_nothing_and_tells_what_it_struck() {
        let sky = Sky::default();
        sky.begin(Storm::new(7).percent(100));
        assert!(sky.next(Some("pay")).is_some());
        sky.end();
        assert!(sky.next(Some("pay")).is_none());
        assert_eq!(sky.struck().len(), 1);
    }
}

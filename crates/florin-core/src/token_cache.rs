//! One token for any number of tasks.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, timeout};

use crate::token_cache_builder::{Settings, TokenCacheBuilder};
use crate::token_freshness::Freshness;
use crate::token_renewal::Renewal;
use crate::{Seam, Token, TokenError, TokenSource};

/// After a failed renewal, the token that is still valid is used for this long before the next try.
const RENEWAL_PAUSE: Duration = Duration::from_secs(10);

/// Without a valid token, callers share a failure for this long before the source is asked again.
const FAILURE_PAUSE: Duration = Duration::from_secs(1);

/// In the pause after a failure the store is looked into this often, for what another process has got.
const LOOK_PAUSE: Duration = Duration::from_secs(1);

/// And this often where it can't be read, which may cost each look some time.
const FAR_LOOK_PAUSE: Duration = Duration::from_secs(10);

/// A renewal shows itself every second. One that doesn't for twice this long isn't driven by any runtime. Twice, since who
/// looks may itself have stood still.
const SILENCE: Duration = Duration::from_secs(5);

/// The longest that a token endpoint can keep us from asking again.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// So many tokens may be invalidated in a row, and one more after every [`INVALIDATION_PAUSE`].
const INVALIDATIONS: u32 = 10;
const INVALIDATION_PAUSE: Duration = Duration::from_secs(10);

/// Hands out the current token, and has it renewed when need be. Cheap to clone; clones share the token.
///
/// - Any number of tasks that need a new token cause one request to the [`TokenSource`]. It runs in a task of its own, so
///   the others get their token also when the one that came first is cancelled.
/// - A token is renewed early, in the background, in the last tenth of its life and at most five minutes before its end.
///   When that fails, the valid token goes on being used.
/// - A request to the source has a time-out and is repeated a few times where that may help.
/// - Refused credentials are remembered for a while, and not sent again meanwhile; for longer each time. So is every other
///   failure that won't pass by itself.
/// - Tokens are shared with other processes through a [`TokenStore`](crate::TokenStore). A token that another process gets ends
///   the pause after a failure.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), florin_core::TokenError> {
/// use florin_core::{Seam, StaticToken, TokenCache};
///
/// let tokens = TokenCache::new(StaticToken::new("a token that you hold"), Seam::real());
/// assert_eq!(tokens.token().await?.access().expose(), "a token that you hold");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct TokenCache {
    inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) source: Box<dyn TokenSource>,
    pub(crate) settings: Settings,
    state: Mutex<State>,
}

struct State {
    held: Option<Held>,
    /// The token that the provider refused, until there is another.
    rejected: Option<Arc<Token>>,
    failure: Option<(TokenError, Instant)>,
    /// When the store may have something new, in the pause after that failure.
    next_look: Instant,
    /// Failures that won't pass by themselves, since the last token came.
    refusals: u32,
    flight: Option<watch::Receiver<Flight>>,
    /// Tells a renewal that ends late from the one that has begun since.
    flights: u64,
    invalidations: u32,
    counted: Instant,
}

/// A token in use.
#[derive(Clone)]
pub(crate) struct Held {
    pub(crate) token: Arc<Token>,
    pub(crate) freshness: Freshness,
}

/// A renewal, as those see it who wait for it.
#[derive(Clone)]
pub(crate) enum Flight {
    UnderWay,
    Landed(Outcome),
}

pub(crate) type Outcome = Result<Arc<Token>, TokenError>;

impl TokenCache {
    /// Keeps the tokens of `source` in this process, with the usual time-outs.
    #[must_use]
    pub fn new(source: impl TokenSource, seam: Seam) -> Self {
        Self::with(
            Box::new(source),
            Settings {
                seam,
                ..Settings::default()
            },
        )
    }

    /// For another store, and other time-outs.
    #[must_use]
    pub fn builder(source: impl TokenSource) -> TokenCacheBuilder {
        TokenCacheBuilder::new(Box::new(source))
    }

    pub(crate) fn with(source: Box<dyn TokenSource>, settings: Settings) -> Self {
        let state = State {
            held: None,
            rejected: None,
            failure: None,
            next_look: settings.seam.instant(),
            refusals: 0,
            flight: None,
            flights: 0,
            invalidations: 0,
            counted: settings.seam.instant(),
        };
        Self {
            inner: Arc::new(Inner {
                source,
                settings,
                state: Mutex::new(state),
            }),
        }
    }

    /// The current token. Waits only where there is no valid one.
    ///
    /// Must be called within a tokio runtime. Dropping the future is fine at any time; what it waited for goes on.
    ///
    /// # Errors
    /// Where no valid token is there and none can be had: the error of the source, maybe a remembered one.
    pub async fn token(&self) -> Result<Arc<Token>, TokenError> {
        // A renewal dies with the runtime that it was started on, or when the source panics, and stands still when nobody
        // drives that runtime: then start one here.
        for _ in 0..2 {
            let (number, flight) = match self.look() {
                Look::Token(token) => return Ok(token),
                Look::Failure(error) => return Err(error),
                Look::Flight(number, flight) => (number, flight),
            };
            if let Some(outcome) = landing(flight).await {
                return outcome;
            }
            self.inner.abandon(number);
        }
        Err(TokenError::transient(
            "the token source panicked, or nobody drives its runtime any more",
        ))
    }

    /// Gives up `used`, which the provider refused, if it is still the current token: another task may have replaced it.
    ///
    /// Returns whether [`token`](Self::token) is worth calling for another one. It isn't where tokens have been refused
    /// ten times in a row: then the tokens are not what is wrong, and the current one is kept for ten seconds.
    pub fn invalidate(&self, used: &Token) -> bool {
        let mut state = self.inner.state();
        if !state
            .held
            .as_ref()
            .is_some_and(|held| held.token.is_same(used))
        {
            return true;
        }
        let now = self.inner.settings.seam.instant();
        while state.invalidations > 0 && now.duration_since(state.counted) >= INVALIDATION_PAUSE {
            state.invalidations -= 1;
            state.counted += INVALIDATION_PAUSE;
        }
        if state.invalidations >= INVALIDATIONS {
            tracing::warn!("one token after another is refused; keeping this one for a while");
            return false;
        }
        if state.invalidations == 0 {
            state.counted = now;
        }
        state.invalidations += 1;
        state.rejected = state.held.take().map(|held| held.token);
        true
    }

    /// What to do for a caller, decided under the lock and without waiting.
    fn look(&self) -> Look {
        let now = self.inner.settings.seam.now();
        let mut state = self.inner.state();
        let valid = state
            .held
            .as_ref()
            .filter(|held| held.freshness.is_usable(now))
            .cloned();
        if let Some(held) = valid {
            if held.freshness.is_due(now)
                && state.flight.is_none()
                && self.inner.pausing(&state, RENEWAL_PAUSE).is_none()
            {
                // Nobody waits for this one. Where it can't even start, the caller still has a valid token.
                let _ = self.depart(&mut state, Errand::Renew);
            }
            return Look::Token(held.token);
        }
        if let Some(flight) = &state.flight {
            return Look::Flight(state.flights, flight.clone());
        }
        let errand = match self.inner.pausing(&state, FAILURE_PAUSE) {
            Some(error) if self.inner.settings.seam.instant() < state.next_look => {
                return Look::Failure(error);
            }
            Some(_) => Errand::Look,
            None => Errand::Renew,
        };
        match self.depart(&mut state, errand) {
            Ok(flight) => Look::Flight(state.flights, flight),
            Err(error) => Look::Failure(error),
        }
    }

    /// Starts a renewal in a task of its own.
    fn depart(
        &self,
        state: &mut State,
        errand: Errand,
    ) -> Result<watch::Receiver<Flight>, TokenError> {
        let runtime = tokio::runtime::Handle::try_current()
            .map_err(|_| TokenError::failed("there is no tokio runtime to ask for a token on"))?;
        let (landing, flight) = watch::channel(Flight::UnderWay);
        state.flights += 1;
        state.flight = Some(flight.clone());
        let replaced = state
            .held
            .as_ref()
            .map(|held| Arc::clone(&held.token))
            .or_else(|| state.rejected.clone());
        let renewal = Renewal::new(Arc::clone(&self.inner), state.flights, landing);
        match errand {
            Errand::Renew => runtime.spawn(renewal.run(replaced)),
            Errand::Look => runtime.spawn(renewal.look(replaced)),
        };
        Ok(flight)
    }
}

enum Look {
    Token(Arc<Token>),
    Failure(TokenError),
    /// And its number.
    Flight(u64, watch::Receiver<Flight>),
}

/// What a flight is for.
#[derive(Clone, Copy)]
enum Errand {
    Renew,
    /// To see whether another process has a token.
    Look,
}

/// How a renewal ended; `None` where it has died, or doesn't move.
async fn landing(mut flight: watch::Receiver<Flight>) -> Option<Outcome> {
    let mut silences = 0;
    loop {
        if let Flight::Landed(outcome) = &*flight.borrow_and_update() {
            return Some(outcome.clone());
        }
        match timeout(SILENCE, flight.changed()).await {
            Ok(Ok(())) => silences = 0,
            Ok(Err(_)) => return None,
            Err(_) if silences > 0 => {
                tracing::warn!("nobody drives the runtime of a token request; asking on this one");
                return None;
            }
            Err(_) => silences += 1,
        }
    }
}

impl Inner {
    /// Each change under the lock is complete before anything can panic, so a poisoned lock guards a sound state.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes in the outcome of renewal number `flight`.
    pub(crate) fn land(&self, flight: u64, outcome: Result<Held, TokenError>) -> Outcome {
        let mut state = self.state();
        state.clear(flight);
        match outcome {
            Ok(held) => {
                state.rejected = None;
                state.failure = None;
                state.refusals = 0;
                state.held = Some(held.clone());
                Ok(held.token)
            }
            Err(error) => {
                if !error.is_transient() {
                    state.refusals = state.refusals.saturating_add(1);
                }
                let now = self.settings.seam.instant();
                state.failure = Some((error.clone(), now));
                state.next_look = now + LOOK_PAUSE;
                let pause = self.pause(&state, &error, FAILURE_PAUSE);
                Err(error.paused(pause))
            }
        }
    }

    /// Takes in that flight number `flight` has found nothing in the store that would end the pause.
    pub(crate) fn go_on_pausing(&self, flight: u64, can_be_read: bool) -> Outcome {
        let mut state = self.state();
        state.clear(flight);
        let pause = if can_be_read {
            LOOK_PAUSE
        } else {
            FAR_LOOK_PAUSE
        };
        state.next_look = self.settings.seam.instant() + pause;
        let over = || state.failure.as_ref().map(|(error, _)| error.clone());
        let error = self.pausing(&state, FAILURE_PAUSE).or_else(over);
        Err(error.unwrap_or_else(|| TokenError::transient("there was none to be had, till now")))
    }

    /// The last failure, while it is too early to ask the source again.
    fn pausing(&self, state: &State, usual: Duration) -> Option<TokenError> {
        let (error, at) = state.failure.as_ref()?;
        let pause = self.pause(state, error, usual);
        let ago = self.settings.seam.instant().duration_since(*at);
        let left = pause.checked_sub(ago).filter(|left| !left.is_zero())?;
        Some(error.remembered(ago, left))
    }

    /// How long the source isn't asked after this failure, the last one of `state`.
    fn pause(&self, state: &State, error: &TokenError, usual: Duration) -> Duration {
        let asked = error.retry_after().unwrap_or_default().min(LONGEST_PAUSE);
        let Settings {
            refused_pause: first,
            longest_refused_pause: longest,
            ..
        } = self.settings;
        if error.is_transient() {
            return usual.max(asked);
        }
        let doublings = state.refusals.saturating_sub(1);
        let grown = first.saturating_mul(2_u32.saturating_pow(doublings));
        grown.min(longest.max(first)).max(asked)
    }

    /// Forgets renewal number `flight`, which ended without an outcome.
    pub(crate) fn abandon(&self, flight: u64) {
        self.state().clear(flight);
    }
}

impl State {
    fn clear(&mut self, flight: u64) {
        if self.flights == flight {
            self.flight = None;
        }
    }
}

impl fmt::Debug for TokenCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenCache")
            .field("source", &self.inner.source)
            .field("settings", &self.inner.settings)
            .finish_non_exhaustive()
    }
}

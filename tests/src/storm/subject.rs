//! What the storm has to know of a provider: how to write there, how to find out, and how to read its books.

use std::pin::Pin;

use florin::core::{Effect, Error, Limits};
use florin_sandbox::{Received, Storm, Struck};

use super::blow::Problem;

/// What a subject does, as a future that can be handed about.
pub type Doing<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a client says of one call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is done, and has this identifier.
    Applied(String),
    /// It may have been done.
    Doubt(Doubt),
    /// It was not done.
    Not {
        /// In the words of the error.
        why: String,
        /// Whether the session has no token, or a bad one. Who is in such a place waits, or starts the program again; a test has
        /// no time to wait.
        without_token: bool,
    },
}

/// That something may have been done, and what there is to find out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What it can be found by: the key or identifier that it went out under. Where there is no such thing, the caller's own name
    /// for it, if the error says where to look for that. `None` where the client says nothing.
    pub key: Option<String>,
    /// In the words of the error.
    pub why: String,
}

impl Said {
    /// What an error says.
    pub fn by<E>(error: &Error<E>) -> Self {
        let why = format!("{error:#}");
        match error.effect() {
            Effect::MaybeApplied => Self::Doubt(Doubt {
                key: error.idempotency_key().map(ToString::to_string),
                why,
            }),
            Effect::NotSent | Effect::Answered => Self::Not {
                without_token: error.is_auth() || error.token_error().is_some(),
                why,
            },
        }
    }

    /// What an error says of a call that no key goes with: it has to say where to look for the caller's own name for it.
    pub fn found_by<E>(name: &str, place: &str, error: &Error<E>) -> Self {
        match Self::by(error) {
            Self::Doubt(doubt) => Self::Doubt(Doubt {
                key: doubt.why.contains(place).then(|| name.to_owned()),
                ..doubt
            }),
            said => said,
        }
    }

    /// What an error says of a call that the caller gave this name: a doubt is one that is told under it.
    pub fn under<E>(name: &str, error: &Error<E>) -> Self {
        match Self::by(error) {
            Self::Doubt(doubt) => Self::Doubt(Doubt {
                key: doubt.key.filter(|key| key == name),
                ..doubt
            }),
            said => said,
        }
    }
}

/// The provider's own account: which effects each write has had, by their identifiers, and those that belong to none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books {
    /// In the order of the writes.
    pub effects: Vec<Vec<String>>,
    /// Nobody asked for these.
    pub strays: Vec<String>,
}

impl Books {
    /// Empty ones, for so many writes.
    #[must_use]
    pub fn of(writes: usize) -> Self {
        Self {
            effects: vec![Vec::new(); writes],
            strays: Vec::new(),
        }
    }

    /// Enters an effect of a write.
    pub fn enter(&mut self, write: Option<usize>, id: impl Into<String>) {
        match write.and_then(|write| self.effects.get_mut(write)) {
            Some(effects) => effects.push(id.into()),
            None => self.strays.push(id.into()),
        }
    }
}

/// A provider in a storm, with its sandbox.
pub trait Subject: Send + Sync + 'static {
    /// A client: a session, a token cache and a retry budget of its own; its clones share them.
    type Client: Clone + Send + Sync + 'static;

    /// A new one, as a process has that has just been started.
    ///
    /// # Errors
    /// Where the settings have become impossible.
    fn client(&self, limits: Limits) -> Result<Self::Client, Problem>;

    /// Makes a write. `round` counts from 0 how often it was said not to have been done before: each is a new one, under a new
    /// key, and all of them are meant to have one effect.
    fn write<'a>(&'a self, client: &'a Self::Client, write: usize, round: u32) -> Doing<'a, Said>;

    /// Finds out, in fair weather and with a client that knows nothing, what became of a write that was left in doubt: the
    /// identifiers of its effects, none where it had none and has none now.
    fn find_out<'a>(
        &'a self,
        client: &'a Self::Client,
        write: usize,
        doubt: &'a Doubt,
    ) -> Doing<'a, Result<Vec<String>, String>>;

    /// What the sandbox has in its books.
    fn books(&self) -> Books;

    /// Whether a request was made for this write.
    fn is_about(&self, request: &Received, write: usize) -> bool;

    /// The storm of this seed, with what may go wrong at this provider.
    fn storm(&self, seed: u64) -> Storm {
        Storm::new(seed)
    }

    /// Lets a storm loose.
    fn begin(&self, storm: Storm);

    /// Ends it.
    fn behave(&self);

    /// Until the sandbox has done all that it was asked, once the clients are gone.
    fn quiet(&self) -> Doing<'_, ()>;

    /// Every request, in the order of arrival.
    fn received(&self) -> Vec<Received>;

    /// What was struck.
    fn struck(&self) -> Vec<Struck>;
}

/// The methods of a [`Subject`] that the handles of all stand-ins have alike.
macro_rules! steered {
    ($provider:ident) => {
        fn begin(&self, storm: ::florin_sandbox::Storm) {
            self.house.sandbox().$provider().storm(storm);
        }

        fn behave(&self) {
            self.house.sandbox().$provider().behave();
        }

        fn quiet(&self) -> Doing<'_, ()> {
            Box::pin(self.house.quiet())
        }

        fn received(&self) -> Vec<::florin_sandbox::Received> {
            self.house.sandbox().$provider().received()
        }

        fn struck(&self) -> Vec<::florin_sandbox::Struck> {
            self.house.sandbox().$provider().struck()
        }
    };
}

pub(super) use steered;

//! The program that is killed, as far as all stories share it: what it stores, how it ends, and how fast it asks.

use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

use florin::core::Backoff;
use florin::poll::Pace;
use florin::{RetryPolicy, StateFile, StateFileError};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Which story it tells.
pub(crate) const STORY: &str = "FLORIN_CRASH_STORY";
/// The folder that it stores in.
pub(crate) const FOLDER: &str = "FLORIN_CRASH_FOLDER";
/// Stores after it sends instead of before.
pub(crate) const CARELESS: &str = "FLORIN_CRASH_CARELESS";
/// At which of its steps it waits to be killed.
pub(crate) const STEP: &str = "FLORIN_CRASH_STEP";

/// The file that says that it waits.
pub(crate) const HERE: &str = "here";
/// The file that says what it is in doubt about.
pub(crate) const DOUBT: &str = "doubt";

pub(crate) const FINISHED: i32 = 40;
pub(crate) const IN_DOUBT: i32 = 41;
pub(crate) const FAILED: i32 = 42;

/// How a program ends by itself.
pub(crate) enum End {
    Finished,
    /// This may have been done, and nothing can be found out: somebody has to look.
    Doubt(String),
}

pub(crate) type Told = Result<End, Box<dyn Error>>;

/// Not a test by itself: the program that tests start and kill.
#[test]
fn the_program_that_is_killed() {
    let (Ok(story), Ok(folder)) = (std::env::var(STORY), std::env::var(FOLDER)) else {
        return;
    };
    let number = |name: &str| std::env::var(name).ok()?.parse().ok();
    let disk = Disk {
        folder: folder.into(),
        is_careless: std::env::var_os(CARELESS).is_some(),
        steps: std::cell::Cell::new(number(STEP).unwrap_or(u32::MAX)),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let told = runtime.block_on(async {
        match &*story {
            "financeit" => super::financeit::program(&disk).await,
            "monetago" => super::monetago::program(&disk).await,
            "monetago feed" => super::monetago_feed::program(&disk).await,
            "monoova" => super::monoova::program(&disk).await,
            "nemuru" => super::nemuru::program(&disk).await,
            "tradevest changelog" => super::tradevest_changelog::program(&disk).await,
            "tradevest onboarding" => super::tradevest_onboarding::program(&disk).await,
            "tradevest order" => super::tradevest_order::program(&disk).await,
            other => panic!("there is no story {other}"),
        }
    });
    let code = match told {
        Ok(End::Finished) => FINISHED,
        Ok(End::Doubt(what)) => {
            std::fs::write(disk.path(DOUBT), what).unwrap();
            IN_DOUBT
        }
        Err(error) => {
            let mut source: Option<&dyn Error> = Some(&*error);
            while let Some(error) = source {
                eprintln!("{error}");
                source = error.source();
            }
            FAILED
        }
    };
    std::process::exit(code)
}

/// What somebody has found out about a thing in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// It was done.
    Done,
    /// It was not, and never will be: do it again.
    Again,
}

impl Word {
    pub(crate) fn file(self, what: &str) -> String {
        format!("{self:?} {what}")
    }
}

/// Where the program stores what the next one needs.
pub(crate) struct Disk {
    folder: PathBuf,
    is_careless: bool,
    steps: std::cell::Cell<u32>,
}

impl Disk {
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Whether it stores after it sends, which is wrong.
    pub(crate) fn is_careless(&self) -> bool {
        self.is_careless
    }

    pub(crate) fn load<T: DeserializeOwned>(
        &self,
        name: &str,
    ) -> Result<Option<T>, StateFileError> {
        StateFile::at(self.path(name)).read()
    }

    pub(crate) fn save<T: Serialize>(&self, name: &str, value: &T) -> Result<(), StateFileError> {
        self.step();
        StateFile::at(self.path(name)).write(value)?;
        self.step();
        Ok(())
    }

    /// Says that a thing that can't be sent twice is about to be sent.
    ///
    /// `Some` where it may have been sent before, and nobody has found out yet what came of it.
    pub(crate) fn about_to(&self, what: &str) -> Result<Option<End>, Box<dyn Error>> {
        if self.is_careless {
            return Ok(None);
        }
        let was_about_to = self.load::<bool>(what)?.is_some();
        // Taken away before it is sent once more: the next doubt is another one.
        if was_about_to && self.word(what) != Some(Word::Again) {
            return Ok(Some(End::Doubt(what.to_owned())));
        }
        self.save(what, &true)?;
        self.forget_word(what);
        self.step();
        Ok(None)
    }

    /// Whether it is known to be about to be sent, or to have been.
    pub(crate) fn was_about_to(&self, what: &str) -> Result<bool, StateFileError> {
        Ok(self.load::<bool>(what)?.is_some())
    }

    pub(crate) fn word(&self, what: &str) -> Option<Word> {
        [Word::Done, Word::Again]
            .into_iter()
            .find(|word| self.path(&word.file(what)).exists())
    }

    pub(crate) fn forget_word(&self, what: &str) {
        for word in [Word::Done, Word::Again] {
            let _ = std::fs::remove_file(self.path(&word.file(what)));
        }
    }

    /// A place where it may be told to die.
    pub(crate) fn step(&self) {
        let left = self.steps.get();
        self.steps.set(left.saturating_sub(1));
        if left == 0 {
            std::fs::write(self.path(HERE), "").unwrap();
            loop {
                std::thread::park();
            }
        }
    }
}

/// Asks every millisecond or so.
pub(crate) fn pace() -> Pace {
    Pace::default()
        .first(Duration::from_millis(1))
        .slowest(Duration::from_millis(5))
        .deadline(Duration::from_secs(60))
}

pub(crate) fn retry() -> RetryPolicy {
    let backoff = Backoff::new(Duration::from_millis(1), Duration::from_millis(2));
    RetryPolicy::default().with_backoff(backoff.unwrap())
}

/// A setting that the program is started with.
pub(crate) fn setting(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} isn't set"))
}

//! One story being told: a sandbox, a wire, a folder, and one process after the other.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use florin_sandbox::{Clock, Fault, ManualClock, Received, Sandbox};

use super::child::Word;
use super::life::{End, Kill};
use super::story::{Books, Provider, Story};
use super::wire::{Fate, Life, Wire};

/// For how long a request hangs, on a clock that stands still.
pub(crate) const HANGING: Duration = Duration::from_secs(1);

/// Does the same with whichever stand-in it is.
macro_rules! at {
    ($scene:expr, $handle:ident => $do:expr) => {
        match $scene.story.provider() {
            Provider::Financeit => {
                let $handle = $scene.sandbox.financeit();
                $do
            }
            Provider::MonetaGo => {
                let $handle = $scene.sandbox.monetago();
                $do
            }
            Provider::Monoova => {
                let $handle = $scene.sandbox.monoova();
                $do
            }
            Provider::Nemuru => {
                let $handle = $scene.sandbox.nemuru();
                $do
            }
            Provider::Tradevest => {
                let $handle = $scene.sandbox.tradevest();
                $do
            }
        }
    };
}

pub(crate) struct Scene {
    pub(crate) story: &'static dyn Story,
    pub(crate) sandbox: Sandbox,
    clock: ManualClock,
    pub(crate) wire: Wire,
    pub(crate) settings: Vec<(&'static str, String)>,
    folder: Folder,
    /// The processes so far, and after how many bytes of a later one what they left under way arrives.
    pub(crate) lives: RefCell<Vec<(Arc<Life>, u64)>>,
    pub(crate) is_careless: Cell<bool>,
    /// The request that was carried out and never answered.
    pub(crate) unanswered: Cell<Option<usize>>,
    /// How many programs were killed.
    pub(crate) kills: Cell<usize>,
    /// How many bytes have passed, over all lives.
    pub(crate) passed: Cell<u64>,
}

/// What it took.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) kills: usize,
    pub(crate) doubts: usize,
}

impl Scene {
    pub(crate) async fn open(story: &'static dyn Story) -> Self {
        let clock = Clock::manual();
        // Programs live by the time of the system.
        let behind = chrono::Utc::now() - clock.now();
        clock.advance(behind.to_std().unwrap_or_default());
        let builder = story.sandbox(Sandbox::builder().clock(&clock));
        let sandbox = builder.start().await.unwrap();
        let hosts = story.hosts(&sandbox);
        let wire = Wire::of(hosts.iter().map(|(_, url)| url.clone())).await;
        let mut settings = story.settings(&sandbox);
        settings.extend(
            hosts
                .into_iter()
                .map(|(name, url)| (name, wire.by_way(&url))),
        );
        Self {
            story,
            sandbox,
            clock,
            wire,
            settings,
            folder: Folder::new(),
            lives: RefCell::default(),
            is_careless: Cell::default(),
            unanswered: Cell::default(),
            kills: Cell::default(),
            passed: Cell::default(),
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder.0
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        at!(self, handle => handle.received())
    }

    pub(crate) async fn wait_for_received(&self, count: usize) {
        at!(self, handle => handle.wait_for_received(count).await);
    }

    pub(crate) fn misbehave(&self, fault: Fault) {
        at!(self, handle => handle.misbehave(fault).unwrap());
    }

    pub(crate) fn behave(&self) {
        at!(self, handle => handle.behave());
    }

    /// Lets everything arrive that ever was under way, and be answered.
    pub(crate) async fn settle(&self) {
        let lives = self.lives.take();
        lives.iter().for_each(|(life, _)| life.release());
        self.clock.advance(2 * HANGING);
        for (life, _) in &lives {
            let settled = tokio::time::timeout(Duration::from_secs(30), life.settled()).await;
            assert!(settled.is_ok(), "what was under way never arrives");
        }
    }

    /// Starts programs until one comes to its end, killed as `plan` says, and then judges. `plan` may end.
    pub(crate) async fn tell(
        &self,
        mut plan: impl FnMut() -> Option<(Kill, Fate, u64)>,
    ) -> Result<Tally, String> {
        let mut doubts = 0;
        loop {
            self.story.before(self).await;
            let before = self.story.books(self);
            let (kill, fate, arrives) = plan().unwrap_or((Kill::Never, Fate::Soon, 0));
            match self.live(kill, fate, arrives).await {
                End::Finished => break,
                End::Killed => self.behave(),
                End::Doubt(what) => {
                    doubts += 1;
                    self.find_out(&what, &before).await?;
                }
                End::Failed(why) => {
                    let books = self.story.books(self);
                    return Err(format!("a program failed, there is {books:?}: {why}"));
                }
            }
        }
        self.settle().await;
        let kills = self.kills.get();
        self.judge().await.map(|()| Tally { kills, doubts })
    }

    /// Somebody looks at the provider, once everything has arrived, and tells the next program.
    pub(crate) async fn find_out(&self, what: &str, before: &Books) -> Result<(), String> {
        if self.story.shows(what, before) {
            return Err(format!(
                "{what}: said to be in doubt, and it was there to be found"
            ));
        }
        self.settle().await;
        let books = self.story.books(self);
        let word = match self.story.done(what, &books) {
            0 => Word::Again,
            _ => Word::Done,
        };
        let told = self.story.tell(self, what);
        std::fs::write(self.folder().join(word.file(what)), told).unwrap();
        Ok(())
    }

    async fn judge(&self) -> Result<(), String> {
        let mut books = self.story.books(self);
        books.extend(self.story.kept(self).await);
        let wanted = self.story.wanted(self);
        if books == wanted {
            return Ok(());
        }
        Err(format!("wanted {wanted:?}, and there is {books:?}"))
    }
}

/// A folder that goes with the story.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let own = format!("florin-crash-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(own);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

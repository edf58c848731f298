//! Tradevest's change log: a book of entries, and the position stored after each page is in the book. A page whose position was
//! not stored comes again, and no other; nothing is missed. More happens between one process and the next.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use florin::tradevest::{ClientBuilder, LogPosition};
use florin_sandbox::Sandbox;
use florin_sandbox::tradevest::Kind;

use super::child::{Disk, End, Told, pace, retry};
use super::scene::Scene;
use super::story::{Books, Later, Provider, Story, books};
use super::tradevest_order::{hosts, settings};

pub(crate) struct Log;

const BOOK: &str = "book of entries";
const PAGE: u32 = 4;
/// Before no process more than these.
const MOST: usize = 30;

/// How often each entry was handed out.
type Entries = BTreeMap<String, usize>;

pub(crate) async fn program(disk: &Disk) -> Told {
    let client = ClientBuilder::from_env()?
        .pace(pace())
        .retry(retry())
        .build()?;
    let mut book = disk.load::<Entries>(BOOK)?.unwrap_or_default();
    let position = disk.load::<LogPosition>("position")?;
    let position = position.unwrap_or_else(LogPosition::start);
    let page = NonZeroU32::new(PAGE).ok_or("a page of nothing")?;
    let mut log = client.entities_changelog(position).limit(page);
    while let Some(page) = log.next().await {
        let page = page?;
        if disk.is_careless() {
            disk.save("position", &page.position)?;
        }
        for entry in page.entries {
            let id = entry.entry_id.ok_or("an entry without an identifier")?;
            *book.entry(id).or_default() += 1;
        }
        disk.save(BOOK, &book)?;
        disk.save("position", &page.position)?;
    }
    Ok(End::Finished)
}

impl Story for Log {
    fn name(&self) -> &'static str {
        "tradevest changelog"
    }

    fn provider(&self) -> Provider {
        Provider::Tradevest
    }

    fn hosts(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        hosts(sandbox)
    }

    fn settings(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        settings(sandbox)
    }

    fn before<'a>(&'a self, scene: &'a Scene) -> Later<'a, ()> {
        let tradevest = scene.sandbox.tradevest();
        let so_far = tradevest.objects(Kind::NaturalPerson).len();
        let more = if so_far <= 1 { 11 } else { 3 };
        for _ in so_far..MOST.min(so_far + more) {
            let _ = tradevest.plant_person();
        }
        Box::pin(async {})
    }

    fn books(&self, _: &Scene) -> Books {
        Books::new()
    }

    fn kept<'a>(&'a self, scene: &'a Scene) -> Later<'a, Books> {
        let book = std::fs::read(scene.folder().join(BOOK)).unwrap();
        let entries: Entries = serde_json::from_slice(&book).unwrap();
        let again: usize = entries.values().map(|times| times - 1).sum();
        let may_come_again = PAGE as usize * scene.kills.get();
        let too_often = again.saturating_sub(may_come_again);
        Box::pin(async move { books([("entries", entries.len()), ("too often", too_often)]) })
    }

    /// Each person is an entry.
    fn wanted(&self, scene: &Scene) -> Books {
        let people = scene.sandbox.tradevest().objects(Kind::NaturalPerson).len();
        books([("entries", people), ("too often", 0)])
    }
}

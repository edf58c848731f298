//! MonetaGo's activity feed: a book of events that is stored together with the checkpoint after each, as the documentation says,
//! so that each event is in it once. More happens between one process and the next.

use std::time::Duration;

use florin::monetago::Checkpoint;
use florin_sandbox::Sandbox;
use florin_sandbox::monetago::Lender;
use florin_tests::monetago::{invoice, lender};
use serde::{Deserialize, Serialize};

use super::child::{Disk, End, Told};
use super::monetago::{client, hosts, settings};
use super::scene::Scene;
use super::story::{Books, Later, Provider, Story, books};

pub(crate) struct Feed;

/// How many events there are, which a test knows and a user needn't.
const EVENTS: &str = "events there are";
const BOOK: &str = "book of events";
/// Before no process more than these.
const MOST: usize = 12;

#[derive(Default, Serialize, Deserialize)]
struct Book {
    checkpoint: Checkpoint,
    events: Vec<String>,
}

pub(crate) async fn program(disk: &Disk) -> Told {
    let there_are: usize = std::fs::read_to_string(disk.path(EVENTS))?.parse()?;
    let mut book = disk.load::<Book>(BOOK)?.unwrap_or_default();
    let mut feed = client()?
        .activity(book.checkpoint.clone())
        .interval(Duration::from_millis(1));
    while book.events.len() < there_are {
        let event = feed.next().await?;
        book.events.push(event.identity().to_owned());
        book.checkpoint = feed.checkpoint().clone();
        disk.save(BOOK, &book)?;
    }
    Ok(End::Finished)
}

/// How many events the registry lists.
async fn listed(scene: &Scene) -> usize {
    let client = lender::client(&scene.sandbox, Lender::First).unwrap();
    let answer = client
        .api()
        .get_activity()
        .send()
        .await
        .unwrap()
        .into_inner()
        .0;
    let list = answer.as_array().or_else(|| answer["activity"].as_array());
    list.unwrap_or_else(|| panic!("no list of events in {answer}"))
        .len()
}

impl Story for Feed {
    fn name(&self) -> &'static str {
        "monetago feed"
    }

    fn provider(&self) -> Provider {
        Provider::MonetaGo
    }

    fn hosts(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        hosts(sandbox)
    }

    fn settings(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        settings(sandbox)
    }

    fn before<'a>(&'a self, scene: &'a Scene) -> Later<'a, ()> {
        Box::pin(async {
            let client = lender::client(&scene.sandbox, Lender::First).unwrap();
            let so_far = scene.sandbox.monetago().fvrs().len();
            let more = if so_far == 0 { 4 } else { 2 };
            for number in so_far..MOST.min(so_far + more) {
                let fvr = invoice::fvr(&format!("fvr-{number}"), &format!("invoice-{number}"));
                let request = invoice::registration_of("REGI", &[fvr]).unwrap();
                let _ = client.register(&request).await.unwrap();
            }
            let listed = listed(scene).await;
            assert!(listed >= 4, "{listed}");
            std::fs::write(scene.folder().join(EVENTS), listed.to_string()).unwrap();
            scene.sandbox.monetago().clear_received();
        })
    }

    fn books(&self, _: &Scene) -> Books {
        Books::new()
    }

    fn kept<'a>(&'a self, scene: &'a Scene) -> Later<'a, Books> {
        Box::pin(async {
            let book = std::fs::read(scene.folder().join(BOOK)).unwrap();
            let mut events = serde_json::from_slice::<Book>(&book).unwrap().events;
            let had = events.len();
            events.sort();
            events.dedup();
            books([
                ("events", events.len()),
                ("had twice", had - events.len()),
                ("missed", listed(scene).await - events.len()),
            ])
        })
    }

    fn wanted(&self, scene: &Scene) -> Books {
        let there_are = std::fs::read_to_string(scene.folder().join(EVENTS)).unwrap();
        books([
            ("events", there_are.parse().unwrap()),
            ("had twice", 0),
            ("missed", 0),
        ])
    }
}

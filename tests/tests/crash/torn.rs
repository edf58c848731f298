//! What was stored is damaged, as no process leaves it: nothing that changes anything is sent then, and the file is named.

use std::collections::BTreeMap;
use std::path::PathBuf;

use tokio::task::{JoinSet, LocalSet};

use super::life::{End, Kill};
use super::scene::Scene;
use super::story::{ALL, Story};
use super::wire::Fate;

/// What programs have stored, and not what the test itself has put there.
fn stored(scene: &Scene) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = std::fs::read_dir(scene.folder()).unwrap();
    let files = files.map(|file| file.unwrap().path());
    files
        .filter(|path| !path.ends_with("stderr") && !path.ends_with("events there are"))
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect()
}

/// Requests that change something. Tokens and logins don't.
fn writes(scene: &Scene) -> usize {
    let is_login = |operation: Option<&str>| {
        operation.is_some_and(|operation| operation.contains("token") || operation == "login")
    };
    let received = scene.received().into_iter();
    received
        .filter(|sent| sent.method != "GET" && sent.host == "api")
        .filter(|sent| !is_login(sent.operation.as_deref()))
        .count()
}

/// Tears what was stored last. Whether the program that comes next needs it, and so names it.
async fn is_named(scene: &Scene, path: &PathBuf, whole: &[u8]) -> bool {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    // What is missing of a ledger's last line was never acknowledged, so only nothing at all is less than there has to be.
    let is_ledger = name.ends_with(".ledger");
    let lengths = if is_ledger {
        vec![0]
    } else {
        vec![0, whole.len() / 2, whole.len() - 1]
    };
    let mut is_named = true;
    for length in lengths {
        std::fs::write(path, &whole[..length]).unwrap();
        let before = writes(scene);
        match scene.live(Kill::Never, Fate::Soon, 0).await {
            End::Failed(said) => {
                assert!(
                    said.contains(&name),
                    "{}: {name}: {said}",
                    scene.story.name()
                );
                let says_what_to_do =
                    said.contains("what was done") || said.contains("what was sent");
                assert!(says_what_to_do, "{said}");
            }
            // What is done needs nothing any more.
            End::Finished => is_named = false,
            other => panic!(
                "{}: {name} of {length} bytes: {other:?}",
                scene.story.name()
            ),
        }
        assert_eq!(
            writes(scene),
            before,
            "{}: {name} of {length} bytes",
            scene.story.name()
        );
    }
    std::fs::write(path, whole).unwrap();
    is_named
}

/// Kills a program each time it has stored something.
async fn torn_at_each_step(story: &'static dyn Story) -> usize {
    let scene = Scene::open(story).await;
    let (mut known, mut named) = (BTreeMap::new(), 0);
    for _ in 0..40 {
        story.before(&scene).await;
        let books = story.books(&scene);
        match scene.live(Kill::Step(1), Fate::Soon, 0).await {
            End::Killed => {}
            End::Finished => break,
            End::Doubt(what) => scene.find_out(&what, &books).await.unwrap(),
            End::Failed(why) => panic!("{}: {why}", story.name()),
        }
        scene.settle().await;
        let there_is = stored(&scene);
        for (path, whole) in &there_is {
            if !whole.is_empty() && known.get(path) != Some(whole) && !path.ends_with("doubt") {
                named += usize::from(is_named(&scene, path, whole).await);
            }
        }
        known = there_is;
    }
    let told = scene.tell(|| None).await;
    told.unwrap_or_else(|why| panic!("{}: {why}", story.name()));
    named
}

#[tokio::test]
async fn a_file_that_is_empty_or_breaks_off_is_named_and_nothing_is_sent() {
    let all = async {
        let mut stories = JoinSet::new();
        for story in ALL {
            stories.spawn_local(async move { (story.name(), torn_at_each_step(story).await) });
        }
        while let Some(told) = stories.join_next().await {
            let (story, named) = told.unwrap();
            assert!(named > 0, "{story}");
        }
    };
    LocalSet::new().run_until(all).await;
}

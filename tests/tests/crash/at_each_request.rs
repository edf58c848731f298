//! Killed once at every request of a story, and at every step at which its program stores something.

use florin_sandbox::Fault;
use tokio::task::{JoinSet, LocalSet};

use super::life::Kill;
use super::scene::{HANGING, Scene, Tally};
use super::story::Story;
use super::wire::Fate;

/// What becomes of the request at which the program dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// It is never carried out.
    Before,
    /// It is carried out once all that came after it is.
    Afterwards,
    /// It was carried out, and the answer is lost.
    After,
}

async fn killed_at(story: &'static dyn Story, side: Side, request: usize) -> Result<Tally, String> {
    let scene = Scene::open(story).await;
    let (hanging, fate) = match side {
        Side::Before => (Fault::delay(HANGING), Fate::Lost),
        Side::Afterwards => (Fault::delay(HANGING), Fate::Late),
        Side::After => (Fault::delay(HANGING).after_effect(), Fate::Lost),
    };
    if side == Side::After {
        scene.unanswered.set(Some(request - 1));
    }
    let mut hanging = Some(hanging.every(request));
    scene
        .tell(|| {
            scene.misbehave(hanging.take()?);
            Some((Kill::AtRequest(request), fate, u64::MAX))
        })
        .await
}

/// At each request there is, one after the other.
async fn killed_on(story: &'static dyn Story, side: Side) -> Tally {
    let mut all = Tally::default();
    for request in 1.. {
        let tally = killed_at(story, side, request).await;
        let tally = tally.unwrap_or_else(|why| {
            panic!(
                "{}, killed at request {request}, {side:?}: {why}",
                story.name()
            )
        });
        if tally.kills == 0 {
            break;
        }
        all.kills += tally.kills;
        all.doubts += tally.doubts;
    }
    all
}

/// Before and after each thing that it stores, one after the other.
async fn killed_at_steps(story: &'static dyn Story) -> Tally {
    let mut all = Tally::default();
    for step in 0.. {
        let scene = Scene::open(story).await;
        let mut kill = Some(Kill::Step(step));
        let told = scene.tell(|| Some((kill.take()?, Fate::Lost, 0))).await;
        let tally =
            told.unwrap_or_else(|why| panic!("{}, killed at step {step}: {why}", story.name()));
        if tally.kills == 0 {
            break;
        }
        all.kills += tally.kills;
        all.doubts += tally.doubts;
    }
    all
}

async fn killed_at_each_request(story: &'static dyn Story) {
    // Who looks for something waits for seconds: the others go on meanwhile.
    let sides = LocalSet::new();
    let (mut kills, mut doubts) = (0, 0);
    let told = async {
        let mut told = JoinSet::new();
        for side in [Side::Before, Side::Afterwards, Side::After] {
            told.spawn_local(killed_on(story, side));
        }
        told.spawn_local(killed_at_steps(story));
        while let Some(all) = told.join_next().await {
            let all = all.unwrap();
            kills += all.kills;
            doubts += all.doubts;
        }
    };
    sides.run_until(told).await;
    eprintln!(
        "{}: killed {kills} times, in doubt {doubts} times",
        story.name()
    );
    assert!(kills > 12, "{kills}");
}

macro_rules! stories {
    ($($name:ident: $story:expr;)*) => {$(
        #[tokio::test]
        async fn $name() {
            killed_at_each_request(&$story).await;
        }
    )*};
}

stories! {
    monoova_pays_each_invoice_once: super::monoova::Invoices;
    nemuru_invites_once: super::nemuru::Sale;
    financeit_invites_once_or_says_that_it_doesnt_know: super::financeit::Invitation;
    monetago_registers_and_finances_once_or_says_that_it_doesnt_know: super::monetago::Check;
    monetago_has_each_event_once: super::monetago_feed::Feed;
    tradevest_orders_once: super::tradevest_order::Orders;
    tradevest_onboards_once_or_says_that_it_doesnt_know: super::tradevest_onboarding::Onboard;
    tradevest_misses_no_change: super::tradevest_changelog::Log;
}

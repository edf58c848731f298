//! Killed at random points, again and again, also while it recovers.
//!
//! `CRASH_RUNS` is how many stories are told of each kind, `CRASH_SEED` where chance begins, `CRASH_STORY` which kind alone. What
//! failed is told with the seed of the one story, which `CRASH_RUNS=1 CRASH_SEED=… CRASH_STORY=…` tells again, as far as that is
//! in bytes and steps, and not in time.

use std::time::{Duration, Instant};

use tokio::task::{JoinSet, LocalSet};

use super::chance::Chance;
use super::life::Kill;
use super::scene::{Scene, Tally};
use super::story::{ALL, Story};
use super::wire::Fate;

/// Stories of each kind, unless said.
const RUNS: u64 = 8;
/// Told at once: who looks for something waits for seconds.
const AT_ONCE: usize = 4;
/// A program is let alone after so many kills.
const MOST: u64 = 12;

fn number(name: &str) -> Option<u64> {
    Some(std::env::var(name).ok()?.parse().unwrap())
}

/// How much passes and happens where nobody is killed.
#[derive(Clone, Copy)]
struct Whole {
    bytes: u64,
    time: Duration,
}

async fn undisturbed(story: &'static dyn Story) -> Whole {
    let scene = Scene::open(story).await;
    let begun = Instant::now();
    let tally = scene.tell(|| None).await;
    tally.unwrap_or_else(|why| panic!("{}, undisturbed: {why}", story.name()));
    Whole {
        bytes: scene.passed.get(),
        time: begun.elapsed(),
    }
}

async fn told(story: &'static dyn Story, whole: Whole, seed: u64) -> (u64, Result<Tally, String>) {
    let scene = Scene::open(story).await;
    let mut chance = Chance::new(seed);
    let mut left = 1 + chance.below(MOST);
    let time = u64::try_from(whole.time.as_micros()).unwrap();
    let told = scene
        .tell(|| {
            left = left.checked_sub(1)?;
            let kill = match chance.below(8) {
                0 => Kill::Bytes(1 + chance.below(whole.bytes)),
                // Early: whoever goes on has less to do.
                1..4 => Kill::Bytes(1 + chance.below(1 + whole.bytes / 3)),
                4..7 => Kill::Step(u32::try_from(chance.below(8)).unwrap()),
                _ => Kill::After(Duration::from_micros(chance.below(1 + time))),
            };
            let fate = chance.one_of(&[Fate::Lost, Fate::Soon, Fate::Late]);
            Some((kill, fate, chance.below(whole.bytes)))
        })
        .await;
    (seed, told)
}

async fn killed_at_random(stories: &[&'static dyn Story]) {
    let runs = number("CRASH_RUNS").unwrap_or(RUNS);
    let first = number("CRASH_SEED").unwrap_or(0x4711);
    let only = std::env::var("CRASH_STORY").ok();
    let is_told =
        |story: &&&'static dyn Story| only.as_ref().is_none_or(|only| only == story.name());
    for story in stories.iter().filter(is_told) {
        let begun = Instant::now();
        let whole = undisturbed(*story).await;
        let mut all = Tally::default();
        let several = async {
            let (mut seeds, mut several) = (first..first + runs, JoinSet::new());
            loop {
                while several.len() < AT_ONCE
                    && let Some(seed) = seeds.next()
                {
                    several.spawn_local(told(*story, whole, seed));
                }
                let Some(told) = several.join_next().await else {
                    break;
                };
                match told.unwrap() {
                    (_, Ok(tally)) => {
                        all.kills += tally.kills;
                        all.doubts += tally.doubts;
                    }
                    (seed, Err(why)) => panic!("{}, CRASH_SEED={seed}: {why}", story.name()),
                }
            }
        };
        LocalSet::new().run_until(several).await;
        eprintln!(
            "{}: {runs} stories from CRASH_SEED={first}, killed {} times, in doubt {} times, {:.1} s",
            story.name(),
            all.kills,
            all.doubts,
            begun.elapsed().as_secs_f64()
        );
    }
}

#[tokio::test]
async fn one_effect_for_each_thing_however_often_it_is_killed() {
    let (even, _) = halves();
    killed_at_random(&even).await;
}

#[tokio::test]
async fn one_effect_for_each_other_thing_however_often_it_is_killed() {
    let (_, odd) = halves();
    killed_at_random(&odd).await;
}

/// Two tests have two processors.
fn halves() -> (Vec<&'static dyn Story>, Vec<&'static dyn Story>) {
    let (mut even, mut odd) = (Vec::new(), Vec::new());
    for (at, story) in ALL.into_iter().enumerate() {
        if at % 2 == 0 {
            even.push(story)
        } else {
            odd.push(story)
        }
    }
    (even, odd)
}

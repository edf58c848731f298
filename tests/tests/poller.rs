//! The poller on its own: what it asks, when it asks, and when it stops.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use florin::core::Seam;
use florin::poll::{Pace, Poll, Poller, Progress, Reading, Wake};
use tokio::time::Instant;

#[derive(Debug, PartialEq)]
enum Trouble {
    Passing,
    Lasting,
    OutOfTime(Duration),
}

/// Answers from a list, then goes on as the last entry says; keeps the seconds at which it was asked.
#[derive(Clone)]
struct Kettle {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    asked: Arc<Mutex<Vec<f64>>>,
    started: Instant,
    takes: Duration,
}

type Answer = Result<Progress<u32, &'static str>, fn() -> Trouble>;

const COLD: Answer = Ok(Progress::Pending(20));
const BOILS: Answer = Ok(Progress::Done("tea"));
const PASSING: Answer = Err(|| Trouble::Passing);
const LASTING: Answer = Err(|| Trouble::Lasting);

impl Kettle {
    fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self {
            answers: Arc::new(Mutex::new(answers.into_iter().collect())),
            asked: Arc::default(),
            started: Instant::now(),
            takes: Duration::ZERO,
        }
    }

    /// Without chance every pause is as long as it may be, to the millisecond.
    fn poller(&self) -> Poller<Self> {
        Poller::new(
            self.clone(),
            Seam::without_chance("2026-11-02T08:00:00Z".parse().unwrap(), 1.0),
        )
    }

    /// When it was asked, in whole seconds since it was made.
    fn asked(&self) -> Vec<u64> {
        self.asked
            .lock()
            .unwrap()
            .iter()
            .map(|seconds| seconds.round() as u64)
            .collect()
    }
}

impl Poll for Kettle {
    type State = u32;
    type Outcome = &'static str;
    type Error = Trouble;

    async fn read(&self) -> Reading<Self> {
        self.asked
            .lock()
            .unwrap()
            .push(self.started.elapsed().as_secs_f64());
        tokio::time::sleep(self.takes).await;
        let mut answers = self.answers.lock().unwrap();
        let answer = if answers.len() > 1 {
            answers.pop_front().unwrap()
        } else {
            answers[0].clone()
        };
        answer.map_err(|trouble| trouble())
    }

    fn is_transient(error: &Trouble) -> bool {
        *error == Trouble::Passing
    }

    fn out_of_time(&self, limit: Duration) -> Trouble {
        Trouble::OutOfTime(limit)
    }
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[tokio::test(start_paused = true)]
async fn awaiting_it_gives_the_outcome_after_growing_pauses() {
    let kettle = Kettle::new([COLD, COLD, COLD, COLD, COLD, COLD, COLD, BOILS]);
    assert_eq!(kettle.poller().await, Ok("tea"));
    assert_eq!(
        kettle.asked(),
        [1, 3, 7, 15, 31, 61, 91, 121],
        "doubled up to thirty seconds"
    );
}

#[tokio::test(start_paused = true)]
async fn as_a_stream_it_gives_every_state_and_ends_after_the_outcome() {
    let kettle = Kettle::new([COLD, COLD, BOILS]);
    let mut poller = kettle.poller();
    assert_eq!(poller.next().await, Some(Ok(Progress::Pending(20))));
    assert_eq!(poller.next().await, Some(Ok(Progress::Pending(20))));
    assert_eq!(poller.next().await, Some(Ok(Progress::Done("tea"))));
    assert_eq!(poller.next().await, None);
    assert_eq!(poller.next().await, None);
    assert_eq!(kettle.asked().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_stream_can_be_awaited_halfway() {
    let kettle = Kettle::new([COLD, COLD, BOILS]);
    let mut poller = kettle.poller();
    assert_eq!(poller.next().await, Some(Ok(Progress::Pending(20))));
    assert_eq!(poller.await, Ok("tea"));
    assert_eq!(
        kettle.asked(),
        [1, 3, 7],
        "the pauses go on where they were"
    );
}

#[tokio::test(start_paused = true)]
async fn giving_up_on_the_next_reading_loses_nothing() {
    let kettle = Kettle {
        takes: seconds(10),
        ..Kettle::new([COLD, BOILS])
    };
    let mut poller = kettle.poller();
    for _ in 0..5 {
        assert!(
            tokio::time::timeout(seconds(2), poller.next())
                .await
                .is_err()
        );
    }
    assert_eq!(poller.next().await, Some(Ok(Progress::Pending(20))));
    assert_eq!(
        kettle.asked(),
        [1],
        "the reading that was under way went on"
    );
}

#[tokio::test(start_paused = true)]
async fn jitter_spreads_a_pause_over_its_second_half() {
    let start = "2026-11-02T08:00:00Z".parse().unwrap();
    for (fraction, expected) in [(0.0, 0.5), (0.5, 0.75), (1.0, 1.0)] {
        let kettle = Kettle::new([BOILS]);
        Poller::new(kettle.clone(), Seam::without_chance(start, fraction))
            .await
            .unwrap();
        let asked = kettle.asked.lock().unwrap()[0];
        assert!((asked - expected).abs() < 0.002, "{asked}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_deadline_ends_it_during_a_pause() {
    let kettle = Kettle::new([COLD]);
    let error = kettle.poller().deadline(seconds(20)).await.unwrap_err();
    assert_eq!(error, Trouble::OutOfTime(seconds(20)));
    assert_eq!(kettle.started.elapsed().as_secs(), 20);
    assert_eq!(kettle.asked(), [1, 3, 7, 15]);
}

#[tokio::test(start_paused = true)]
async fn the_deadline_ends_it_during_a_reading() {
    let kettle = Kettle {
        takes: seconds(3600),
        ..Kettle::new([BOILS])
    };
    let error = kettle.poller().deadline(seconds(20)).await.unwrap_err();
    assert_eq!(error, Trouble::OutOfTime(seconds(20)));
    assert_eq!(kettle.started.elapsed().as_secs(), 20);
}

#[tokio::test(start_paused = true)]
async fn the_deadline_counts_from_the_first_poll() {
    let kettle = Kettle::new([BOILS]);
    let poller = kettle.poller().deadline(seconds(20));
    tokio::time::sleep(seconds(60)).await;
    assert_eq!(poller.await, Ok("tea"));
}

#[tokio::test(start_paused = true)]
async fn an_endless_deadline_and_an_endless_pause_are_no_overflow() {
    let wake = Wake::default();
    let pace = Pace::default()
        .first(Duration::MAX)
        .slowest(Duration::MAX)
        .deadline(Duration::MAX);
    let kettle = Kettle::new([BOILS]);
    let poller = kettle.poller().pace(pace).woken_by(wake.clone());
    wake.wake();
    assert_eq!(poller.await, Ok("tea"));
}

#[tokio::test(start_paused = true)]
async fn passing_trouble_is_tolerated_up_to_the_budget() {
    let kettle = Kettle::new([PASSING, PASSING, PASSING, PASSING, PASSING, BOILS]);
    assert_eq!(kettle.poller().await, Ok("tea"));
    assert_eq!(kettle.asked().len(), 6);

    let kettle = Kettle::new([PASSING]);
    assert_eq!(kettle.poller().await, Err(Trouble::Passing));
    assert_eq!(
        kettle.asked().len(),
        6,
        "five are tolerated, the sixth is not"
    );

    let kettle = Kettle::new([PASSING]);
    assert_eq!(
        kettle.poller().pace(Pace::default().errors(0)).await,
        Err(Trouble::Passing)
    );
    assert_eq!(kettle.asked().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_good_reading_renews_the_budget() {
    let bad_patch = || [PASSING, PASSING, PASSING, PASSING, PASSING, COLD];
    let kettle = Kettle::new(bad_patch().into_iter().chain(bad_patch()).chain([BOILS]));
    assert_eq!(kettle.poller().await, Ok("tea"));
}

#[tokio::test(start_paused = true)]
async fn lasting_trouble_ends_it_at_once() {
    let kettle = Kettle::new([COLD, LASTING, BOILS]);
    let mut poller = kettle.poller();
    assert_eq!(poller.next().await, Some(Ok(Progress::Pending(20))));
    assert_eq!(poller.next().await, Some(Err(Trouble::Lasting)));
    assert_eq!(poller.next().await, None, "and nothing follows");
    assert_eq!(kettle.asked().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_wake_ends_the_pause() {
    let kettle = Kettle::new([COLD, COLD, COLD, COLD, BOILS]);
    let wake = Wake::default();
    let poller = kettle.poller().woken_by(wake.clone());
    let waiting = tokio::spawn(poller.into_future());
    tokio::time::sleep(seconds(20)).await;
    wake.wake();
    assert_eq!(waiting.await.unwrap(), Ok("tea"));
    assert_eq!(kettle.asked(), [1, 3, 7, 15, 20]);
}

#[tokio::test(start_paused = true)]
async fn a_wake_during_a_reading_is_kept() {
    let kettle = Kettle {
        takes: seconds(5),
        ..Kettle::new([COLD, BOILS])
    };
    let wake = Wake::default();
    let waiting = tokio::spawn(kettle.poller().woken_by(wake.clone()).into_future());
    tokio::time::sleep(seconds(3)).await;
    wake.wake();
    assert_eq!(waiting.await.unwrap(), Ok("tea"));
    assert_eq!(
        kettle.asked(),
        [1, 6],
        "again as soon as the reading was done"
    );
}

#[tokio::test(start_paused = true)]
async fn with_a_safety_net_it_asks_once_then_hardly_ever_and_once_more_before_giving_up() {
    let kettle = Kettle::new([COLD]);
    let pace = Pace::default().deadline(seconds(3500));
    let poller = kettle
        .poller()
        .pace(pace)
        .woken_by(Wake::default())
        .safety_net(seconds(1000));
    assert!(matches!(poller.await, Err(Trouble::OutOfTime(_))));
    assert_eq!(kettle.asked(), [1, 1001, 2001, 3001, 3490]);
}

#[tokio::test(start_paused = true)]
async fn trouble_under_a_safety_net_is_tried_again_at_the_usual_pace() {
    let kettle = Kettle::new([COLD, PASSING, PASSING, BOILS]);
    let wake = Wake::default();
    let poller = kettle
        .poller()
        .woken_by(wake.clone())
        .safety_net(seconds(86_400));
    let waiting = tokio::spawn(poller.into_future());
    tokio::time::sleep(seconds(100)).await;
    wake.wake();
    assert_eq!(waiting.await.unwrap(), Ok("tea"));
    assert_eq!(kettle.asked(), [1, 100, 101, 103]);
}

#[tokio::test(start_paused = true)]
async fn without_anything_to_wake_it_a_safety_net_changes_nothing() {
    let kettle = Kettle::new([COLD, BOILS]);
    assert_eq!(kettle.poller().safety_net(seconds(1000)).await, Ok("tea"));
    assert_eq!(kettle.asked(), [1, 3]);
}

#[tokio::test(start_paused = true)]
async fn at_once_it_asks_without_a_pause() {
    let kettle = Kettle::new([COLD, BOILS]);
    assert_eq!(kettle.poller().at_once().await, Ok("tea"));
    assert_eq!(kettle.asked(), [0, 2]);
}

#[tokio::test(start_paused = true)]
async fn before_its_turn_it_doesnt_ask_and_its_deadline_doesnt_run() {
    let kettle = Kettle::new([COLD]);
    let turn = Instant::now() + seconds(600);
    let pace = Pace::default().deadline(seconds(10));
    let error = kettle
        .poller()
        .pace(pace)
        .at_once()
        .not_before(turn)
        .await
        .unwrap_err();
    assert_eq!(error, Trouble::OutOfTime(seconds(10)));
    assert_eq!(kettle.asked()[0], 600);
    assert_eq!(kettle.started.elapsed().as_secs(), 610);
}

#[tokio::test(start_paused = true)]
async fn being_woken_before_its_turn_does_not_make_it_read_before_its_turn() {
    let kettle = Kettle::new([COLD, BOILS]);
    let wake = Wake::default();
    wake.wake();
    let turn = Instant::now() + seconds(30);
    let poller = kettle.poller().woken_by(wake.clone()).not_before(turn);
    let ringing = async {
        for _ in 0..3 {
            tokio::time::sleep(seconds(5)).await;
            wake.wake();
        }
        std::future::pending::<()>().await;
    };
    tokio::select! {
        outcome = poller.into_future() => assert_eq!(outcome, Ok("tea")),
        () = ringing => unreachable!("it never ends"),
    }
    assert_eq!(kettle.asked()[0], 30);
}

#[tokio::test(start_paused = true)]
async fn a_turn_that_has_passed_changes_nothing() {
    let kettle = Kettle::new([BOILS]);
    let turn = Instant::now();
    tokio::time::sleep(seconds(60)).await;
    assert_eq!(kettle.poller().not_before(turn).await, Ok("tea"));
    assert_eq!(kettle.asked(), [61]);
}

#[tokio::test(start_paused = true)]
async fn dropping_it_lets_go_of_what_it_holds() {
    let held = Arc::new(());
    let poller = Kettle::new([COLD]).poller().holding(Arc::clone(&held));
    assert_eq!(Arc::strong_count(&held), 2);
    drop(poller);
    assert_eq!(Arc::strong_count(&held), 1);
}

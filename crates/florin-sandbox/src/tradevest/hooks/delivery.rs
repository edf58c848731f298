//! Sends what is to be sent, one after the other, and wakes whenever the clock has changed something.

use std::sync::Arc;
use std::time::Duration;

use http::header::{CONTENT_TYPE, HeaderValue};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::super::stand_in::StandIn;
use super::outbox::Delivery;
use crate::clock::later;
use crate::post;

/// How long a receiver may take, on the sandbox's clock. Undocumented.
const PATIENCE: Duration = Duration::from_secs(10);

/// Works in the background until `stop` changes.
pub(in super::super) fn run(
    stand_in: Arc<StandIn>,
    mut stop: watch::Receiver<bool>,
) -> JoinHandle<()> {
    tokio::spawn(async move {
        tokio::select! {
            _ = stop.changed() => {}
            () = work(&stand_in) => {}
        }
    })
}

async fn work(stand_in: &StandIn) {
    loop {
        while next(stand_in, false).await.is_some() {}
        let due = {
            let world = stand_in.look();
            let due = [world.objects.next_due(), world.outbox.next_due()];
            due.into_iter().flatten().min()
        };
        tokio::select! {
            () = stand_in.stirred.notified() => {}
            () = async {
                match due {
                    Some(due) => stand_in.stage.clock.wait_until(due).await,
                    None => std::future::pending().await,
                }
            } => {}
        }
    }
}

/// Delivers the next notification that may go out, or with `now` the next one whether held back or not.
pub(super) async fn next(stand_in: &StandIn, now: bool) -> Option<usize> {
    // One at a time: the order in which a receiver sees them is the order of the queue.
    let _turn = stand_in.delivering.lock().await;
    let number = {
        let mut world = stand_in.look();
        let time = (!now).then_some(world.now);
        world.outbox.take(time)
    }?;
    send(stand_in, number).await;
    Some(number)
}

/// Delivers one notification, whether it was delivered before or not.
pub(super) async fn one(stand_in: &StandIn, number: usize) -> Option<Delivery> {
    let _turn = stand_in.delivering.lock().await;
    stand_in.look().outbox.withdraw(number);
    send(stand_in, number).await
}

async fn send(stand_in: &StandIn, number: usize) -> Option<Delivery> {
    let (notification, mut headers) = stand_in.look().outbox.get(number).cloned()?;
    let url = notification.url?;
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let posted = post::post(&url, headers, notification.body.to_string());
    let clock = &stand_in.stage.clock;
    let delivery = tokio::select! {
        biased;
        answered = posted => match answered {
            Ok((status, _)) => Delivery::Answered(status),
            Err(why) => Delivery::Failed(why),
        },
        () = clock.wait_until(later(clock.now(), PATIENCE)) => {
            Delivery::Failed("the receiver takes too long".to_owned())
        }
    };
    let mut world = stand_in.look();
    let again = later(world.now, stand_in.options.retry_after);
    let attempts = stand_in.options.delivery_attempts;
    world.outbox.note(number, delivery.clone(), attempts, again);
    let count = world.outbox.delivered;
    drop(world);
    stand_in.delivered.send_replace(count);
    Some(delivery)
}

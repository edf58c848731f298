//! What goes on without anybody looking: the clock moves loans, and callbacks go out.

use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::{mpsc, watch};
use tokio::task::{JoinHandle, JoinSet};

use super::stand_in::StandIn;

/// Starts both. They end when `stop` changes or its sender is gone.
pub(super) fn start(
    stand_in: &Arc<StandIn>,
    outbox: mpsc::UnboundedReceiver<usize>,
    stop: &watch::Receiver<bool>,
) -> [JoinHandle<()>; 2] {
    let until = |mut stop: watch::Receiver<bool>, work: JoinSet<()>| async move {
        let mut work = work;
        tokio::select! {
            _ = stop.changed() => {}
            _ = work.join_next() => {}
        }
    };
    let mut ticking = JoinSet::new();
    ticking.spawn(tick(stand_in.clone()));
    let mut posting = JoinSet::new();
    posting.spawn(deliver(stand_in.clone(), outbox));
    [
        tokio::spawn(until(stop.clone(), ticking)),
        tokio::spawn(until(stop.clone(), posting)),
    ]
}

/// Looks at the state whenever the clock has changed something in it, so that webhooks hear of it in time.
async fn tick(stand_in: Arc<StandIn>) {
    loop {
        let due = stand_in.state().loans.next_due();
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

/// Delivers callbacks: to one target in order, to different ones side by side.
async fn deliver(stand_in: Arc<StandIn>, mut outbox: mpsc::UnboundedReceiver<usize>) {
    let mut queues: HashMap<String, mpsc::UnboundedSender<usize>> = HashMap::new();
    let mut targets = JoinSet::new();
    while let Some(number) = outbox.recv().await {
        let Some(letter) = stand_in.state().callbacks.letter(number) else {
            continue;
        };
        let queue = queues.entry(letter.target).or_insert_with(|| {
            let (queue, mut queued) = mpsc::unbounded_channel();
            let stand_in = stand_in.clone();
            targets.spawn(async move {
                while let Some(number) = queued.recv().await {
                    stand_in.deliver(number).await;
                }
            });
            queue
        });
        // The other end lives as long as the queue does.
        let _ = queue.send(number);
    }
}

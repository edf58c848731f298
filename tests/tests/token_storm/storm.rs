//! A thousand tasks whose token expires under them: the task that had it renewed is cancelled, and the token endpoint fails
//! twice before it works. One token comes of it, and no task notices.

use std::time::Duration;

use florin::core::MemoryStore;
use florin_sandbox::Fault;
use tokio::task::JoinSet;

use super::gate::Gate;
use super::house::{Caller, House, Source};
use super::soon;

/// Tasks whose request is at the provider while the token expires. Each holds a socket.
const UNDER_WAY: usize = 100;

/// Tasks that come while the token is being renewed.
const LATER: usize = 899;

fn send(tasks: &mut JoinSet<Result<(), String>>, caller: &Caller, count: usize) {
    for _ in 0..count {
        tasks.spawn(caller.call());
    }
}

async fn storm(source: Source) {
    let house = House::open(source).await;
    let gate = Gate::of(UNDER_WAY + 28);
    let caller = house
        .facts()
        .caller(source, MemoryStore::default(), Some(gate));
    caller.call().await.unwrap();
    assert_eq!(house.given(), 1, "{source:?}");
    let before = house.received().len();
    let call = house.received()[before - 1].operation.clone().unwrap();

    let late = Fault::delay(Duration::from_secs(1))
        .on(&call)
        .times(UNDER_WAY);
    house.misbehave(late);
    let mut tasks = JoinSet::new();
    send(&mut tasks, &caller, UNDER_WAY);
    house.wait_for_received(before + UNDER_WAY).await;
    house.expire_tokens();

    // The first two token calls fail, and the first of them only when the clock is turned.
    let [first, .., last] = [source.token_calls(), source.token_calls()].concat()[..] else {
        panic!()
    };
    house.misbehave(Fault::status(503).delayed(Duration::from_secs(2)).on(first));
    house.misbehave(Fault::status(503).on(last));
    let asked = house.asked().len();
    let starter = tokio::spawn(caller.call());
    house.wait_for_asked(asked + 1).await;
    starter.abort();
    assert!(starter.await.unwrap_err().is_cancelled());

    send(&mut tasks, &caller, LATER);
    house.clock.advance(Duration::from_secs(1));
    // Those under way, and the one that was cancelled.
    house.wait_for_answered(before + UNDER_WAY + 1).await;
    house.clock.advance(Duration::from_secs(1));

    let mut failed = Vec::new();
    while let Some(ended) = soon(tasks.join_next()).await {
        failed.extend(ended.unwrap().err());
    }
    assert!(
        failed.is_empty(),
        "{source:?}: {} tasks failed; {:?}",
        failed.len(),
        failed.first()
    );
    assert_eq!(
        house.given(),
        2,
        "{source:?}: one token after the storm, as before it"
    );
    let asked = house.asked();
    let refused = asked
        .iter()
        // One that was held for too long, on a slow machine, has no answer.
        .filter(|one| one.answered.is_none_or(|status| status == 503));
    assert_eq!(refused.count(), 2, "{source:?}");
    let tokens: std::collections::BTreeSet<_> = house
        .received()
        .iter()
        .filter(|one| one.operation.as_ref() == Some(&call))
        .map(|one| one.header("authorization").unwrap().to_owned())
        .collect();
    assert_eq!(tokens.len(), 2, "{source:?}: the old token and the new one");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_tasks_of_each_token_source_get_one_token_and_none_of_them_fails() {
    for source in Source::ALL {
        storm(source).await;
    }
}

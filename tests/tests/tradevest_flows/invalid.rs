//! What turns out invalid: told by asking, by a notification, before and after each other, and when it is gone.

use std::time::Duration;

use florin::core::Effect;
use florin::tradevest::{Created, EventType, Goal, Outcome, types};
use florin_sandbox::tradevest::{Reason, Verdict};

use super::desk::receiver::Receiver;
use super::desk::{Desk, HOUR, STEP, Waiting, data};

type Person = types::NaturalPerson;

const WHY: &str = "ALREADY_EXISTS_ERROR";

/// A person who will be found invalid, for a reason that names her.
async fn doomed(desk: &Desk) -> Created<Person> {
    let reason = Reason::new(WHY, "Jane Roe is known already");
    let operation = "create_entity_natural_person";
    desk.tradevest()
        .decide_next(operation, Verdict::Invalid(reason))
        .unwrap();
    let create = desk.client.create_natural_person(data::person());
    create.await.unwrap()
}

/// Looks at once, and again as soon as it is told something, and by itself not before the test is over.
fn hearing(person: &Created<Person>, receiver: &Receiver) -> Waiting<Outcome<Person>> {
    let poller = person.poller(Goal::Ready).hear(&receiver.webhooks);
    let poller = poller.safety_net(HOUR).at_most_every(Duration::ZERO);
    Waiting::on(poller.reason_within(HOUR).at_once())
}

fn check(outcome: &Outcome<Person>, is_there: bool) {
    let shown = format!("{outcome:?}");
    assert!(!shown.contains("Jane"), "{shown}");
    let Outcome::Invalid {
        object,
        reason,
        external_id,
        ..
    } = outcome
    else {
        panic!("{shown}")
    };
    assert_eq!(object.is_some(), is_there);
    let reason = reason.as_ref().unwrap();
    assert_eq!(reason.error_type(), Some(WHY));
    assert_eq!(reason.description(), Some("Jane Roe is known already"));
    assert!(external_id.is_some(), "it is burnt, so it is told");
}

#[tokio::test]
async fn who_only_asks_learns_that_it_is_invalid_and_not_why() {
    let desk = Desk::open().await;
    let person = doomed(&desk).await;
    desk.steps(1);
    let outcome = person.poller(Goal::Ready).await.unwrap();
    let Outcome::Invalid {
        object,
        reason,
        external_id,
        ..
    } = outcome
    else {
        panic!("{outcome:?}")
    };
    assert_eq!(reason, None);
    assert_eq!(external_id.as_ref(), person.external_id());
    assert_eq!(
        object.unwrap().natural_person_status.unwrap().as_str(),
        "INVALID"
    );
}

#[tokio::test]
async fn a_notification_that_comes_before_the_reading_brings_the_reason_along() {
    let desk = Desk::open().await;
    let receiver = Receiver::of(&desk).await;
    let person = doomed(&desk).await;
    let waiting = hearing(&person, &receiver);
    desk.answered("get_entity_natural_person", 1).await;
    assert!(!waiting.is_over());
    desk.clock.advance(STEP);
    check(&waiting.outcome().await, true);
    assert_eq!(
        desk.count("get_entity_natural_person"),
        2,
        "a notification alone proves nothing"
    );
}

#[tokio::test]
async fn a_notification_that_came_before_anybody_waited_counts_as_well() {
    let desk = Desk::open().await;
    let receiver = Receiver::of(&desk).await;
    let person = doomed(&desk).await;
    desk.clock.advance(STEP);
    desk.tradevest().webhooks().deliver_pending().await;
    assert_eq!(receiver.statuses(&EventType::NaturalPerson), ["INVALID"]);
    check(&hearing(&person, &receiver).outcome().await, true);
}

#[tokio::test]
async fn a_notification_that_comes_after_the_reading_is_waited_for() {
    let desk = Desk::open().await;
    let receiver = Receiver::of(&desk).await;
    desk.tradevest().webhooks().hold();
    let person = doomed(&desk).await;
    desk.clock.advance(STEP);
    let waiting = hearing(&person, &receiver);
    desk.answered("get_entity_natural_person", 1).await;
    // Long enough for who doesn't wait.
    for _ in 0..30 {
        person.read().await.unwrap();
    }
    assert!(
        !waiting.is_over(),
        "the failure is read, and its reason is yet to come"
    );
    let readings = desk.count("get_entity_natural_person");
    desk.tradevest().webhooks().release();
    desk.tradevest().webhooks().deliver_pending().await;
    check(&waiting.outcome().await, true);
    assert_eq!(desk.count("get_entity_natural_person"), readings);
}

#[tokio::test]
async fn a_reason_that_never_comes_is_not_waited_for_for_ever() {
    let desk = Desk::open().await;
    let receiver = Receiver::of(&desk).await;
    desk.tradevest().webhooks().lose_next(1);
    let person = doomed(&desk).await;
    desk.clock.advance(STEP);
    let poller = person.poller(Goal::Ready).hear(&receiver.webhooks);
    let outcome = poller
        .reason_within(Duration::from_millis(20))
        .at_once()
        .await
        .unwrap();
    assert!(
        matches!(outcome, Outcome::Invalid { reason: None, .. }),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn what_was_told_to_be_invalid_and_is_not_found_any_more_is_invalid() {
    let desk = Desk::open().await;
    let receiver = Receiver::of(&desk).await;
    let person = doomed(&desk).await;
    desk.clock.advance(STEP);
    desk.tradevest().webhooks().deliver_pending().await;
    desk.clock.advance(48 * HOUR);
    assert!(person.read().await.unwrap_err().is_not_found());
    check(&hearing(&person, &receiver).outcome().await, false);
}

#[tokio::test]
async fn what_was_read_and_is_not_found_any_more_was_invalid_without_a_reason() {
    let desk = Desk::open().await;
    let person = doomed(&desk).await;
    let waiting = Waiting::on(person.poller(Goal::Ready).at_once());
    desk.answered("get_entity_natural_person", 1).await;
    desk.clock.advance(49 * HOUR);
    let outcome = waiting.outcome().await;
    let Outcome::Invalid { reason, .. } = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(reason, None);
}

#[tokio::test]
async fn what_is_never_found_is_an_error_and_not_a_verdict() {
    let desk = Desk::open().await;
    let nobody = desk.client.known::<Person>(super::desk::PERSON);
    let error = nobody.poller(Goal::Ready).await.unwrap_err();
    assert!(error.is_not_found(), "{error:#}");
    assert_eq!(error.effect(), Effect::Answered);
    assert!(
        desk.count("get_entity_natural_person") > 1,
        "it may have been made just now"
    );
}

#[tokio::test]
async fn an_order_that_is_invalid_has_words_of_its_own_and_a_code_by_notification() {
    let desk = Desk::open().await;
    let receiver = Receiver::of(&desk).await;
    let mut trader = desk.trader();
    trader.wallet = super::desk::PERSON.to_owned();
    let order = desk
        .client
        .create_digital_order(trader.order("10", ""))
        .await
        .unwrap();
    desk.clock.advance(STEP);
    let told = order.poller(Goal::Filled).await.unwrap();
    let Outcome::Invalid {
        reason: Some(reason),
        ..
    } = &told
    else {
        panic!("{told:?}")
    };
    assert_eq!(reason.error_type(), None);
    desk.tradevest().webhooks().deliver_pending().await;
    let heard = order
        .poller(Goal::Filled)
        .hear(&receiver.webhooks)
        .at_once()
        .await
        .unwrap();
    assert_eq!(
        heard.reason().unwrap().error_type(),
        Some("DATA_NOT_FOUND_ERROR")
    );
}

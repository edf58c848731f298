//! What an answer is no answer to: orders that go on, operations that aren't there, changes that are refused in silence.

use std::time::Duration;

use florin::core::Effect;
use florin::tradevest::{Change, Goal, HasProblems as _, Outcome, Status, types};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::{Reason, Verdict};
use serde_json::json;

use super::desk::{Desk, Waiting, data, read};

#[tokio::test]
async fn rest_trap_25_an_executed_order_is_watched_until_it_is_settled_or_canceled_after_all() {
    for (end, is_reached) in [("SETTLED", true), ("CANCELED", false)] {
        let desk = Desk::open().await;
        let trader = desk.trader();
        let order = desk
            .client
            .create_digital_order(trader.order("10", ""))
            .await
            .unwrap();
        desk.steps(2);
        assert_eq!(desk.tradevest().status(order.id()).unwrap(), "FILLED");
        let waiting = Waiting::on(order.poller(Goal::Settled));
        desk.answered("get_digital_order", 2).await;
        desk.tradevest()
            .set_status(order.id(), "CORRECTED")
            .unwrap();
        desk.answered("get_digital_order", 5).await;
        assert!(!waiting.is_over());
        desk.tradevest().set_status(order.id(), end).unwrap();
        assert_eq!(waiting.outcome().await.reached().is_some(), is_reached);
    }
}

#[tokio::test]
async fn rest_trap_27_what_isnt_implemented_is_an_error_of_its_own_and_isnt_repeated() {
    let desk = Desk::open().await;
    let answer = Fault::status(501).json(&json!({
        "message": "not yet", "responseType": "NOT_IMPLEMENTED", "requestId": "r-1",
    }));
    for operation in ["create_entity_legal_entity", "get_legal_representatives"] {
        desk.misbehave(answer.clone().on(operation).always());
    }
    let created = desk.client.create_legal_entity(data::company()).await;
    let listed = desk
        .client
        .legal_representatives(super::desk::PERSON)
        .all()
        .await;
    for error in [
        created.map(drop).unwrap_err(),
        listed.map(drop).unwrap_err(),
    ] {
        assert!(error.is_not_implemented(), "{error:#}");
        assert_eq!(error.attempts(), 1);
        assert_eq!(error.problems().unwrap().request_id(), Some("r-1"));
    }
    let other = desk
        .client
        .known::<types::NaturalPerson>(super::desk::PERSON)
        .read()
        .await;
    assert!(!other.unwrap_err().is_not_implemented());
}

#[tokio::test]
async fn rest_trap_27_what_isnt_implemented_leaves_no_doubt() {
    let desk = Desk::open().await;
    let operation = "create_entity_legal_entity";
    desk.misbehave(Fault::status(501).on(operation).always());
    let error = desk
        .client
        .create_legal_entity(data::company())
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::Answered);
    assert!(
        !error.to_string().contains("may have been created"),
        "{error}"
    );
}

#[tokio::test]
async fn rest_trap_28_a_change_that_was_refused_looks_like_one_that_is_late_to_who_only_asks() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    let verdict = Verdict::Invalid(Reason::new("ANY", "any"));
    desk.tradevest()
        .decide_next("update_entity_natural_person", verdict)
        .unwrap();
    let person = desk.client.known::<types::NaturalPerson>(person);
    let body: types::NaturalPersonUpdateRequest =
        read(&json!({"naturalPersonUpdateData": {"profession": "baker"}}));
    let request = desk.client.api().update_entity_natural_person();
    let request = request.natural_person_id(person.id()).body(body);
    let submitted = person.submit(request.send()).await.unwrap();
    desk.steps(1);
    let is_made = |person: &types::NaturalPerson| person.profession.is_some();
    let looking = submitted.look_again_until(is_made);
    let change = looking.deadline(Duration::from_millis(50)).await.unwrap();
    assert!(matches!(change, Change::Unseen(_)), "{change:?}");
    // The types don't let it be taken for a success: what was submitted is no result.
    let read = person.read().await.unwrap();
    assert_eq!(read.natural_person_status.unwrap().as_str(), "ACTIVE");
}

#[tokio::test]
async fn events_trap_08_what_turned_invalid_vanishes_and_its_external_id_stays_burnt() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let verdict = Verdict::Invalid(Reason::new("ANY", "any"));
    desk.tradevest()
        .decide_next("create_digital_market_order", verdict)
        .unwrap();
    let order = desk
        .client
        .create_digital_order(trader.order("10", "o-1"))
        .await;
    let order = order.unwrap();
    let waiting = Waiting::on(order.poller(Goal::Filled).at_once());
    desk.answered("get_digital_order", 1).await;
    desk.clock.advance(49 * super::desk::HOUR);
    assert!(order.read().await.unwrap_err().is_not_found());
    let outcome = waiting.outcome().await;
    assert!(matches!(outcome, Outcome::Invalid { .. }), "{outcome:?}");
    let again = desk
        .client
        .create_digital_order(trader.order("10", "o-1"))
        .await;
    assert!(again.unwrap_err().is_conflict());
}

#[tokio::test]
async fn events_trap_09_who_only_asks_isnt_told_why_and_isnt_told_something_else() {
    let desk = Desk::open().await;
    let verdict = Verdict::Invalid(Reason::new("ALREADY_EXISTS_ERROR", "known"));
    desk.tradevest()
        .decide_next("create_entity_natural_person", verdict)
        .unwrap();
    let person = desk
        .client
        .create_natural_person(data::person())
        .await
        .unwrap();
    desk.steps(1);
    let outcome = person.poller(Goal::Ready).await.unwrap();
    assert!(
        matches!(outcome, Outcome::Invalid { reason: None, .. }),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn events_trap_16_canceled_is_read_in_both_spellings_and_written_in_one() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    let offboarding = desk.tradevest().plant(
        florin_sandbox::tradevest::Kind::Offboarding,
        "CANCELLED",
        &json!({"roleType": "CUSTOMER", "roleId": person, "reason": "CANCELLATION_BY_PARTNER_ORDINARY"}),
    );
    let role = types::RoleTypeEnum::Customer;
    let offboarding = desk.client.role_offboarding(offboarding, &role, &*person);
    let outcome = offboarding.poller(Goal::Approved).await.unwrap();
    let Outcome::Ended { status, .. } = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(status, Status::CANCELED);
    assert_eq!(status.as_str(), "CANCELED");
    let read = offboarding.poller(Goal::Canceled).await.unwrap();
    assert!(read.reached().is_some());
}

#[tokio::test]
async fn events_trap_19_an_order_goes_from_received_to_pending() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let order = desk
        .client
        .create_digital_order(trader.order("10", ""))
        .await
        .unwrap();
    assert_eq!(order.read().await.unwrap().status.as_str(), "RECEIVED");
    let waiting = Waiting::on(order.poller(Goal::Accepted));
    desk.answered("get_digital_order", 3).await;
    assert!(!waiting.is_over(), "received isn't accepted");
    desk.steps(1);
    let accepted = waiting.outcome().await.reached().unwrap();
    assert_eq!(accepted.status.as_str(), "PENDING");
}

#[tokio::test]
async fn events_trap_20_whoever_rejects_an_order_it_is_rejected() {
    for why in ["rejected by the system", "rejected by the exchange"] {
        let desk = Desk::open().await;
        let trader = desk.trader();
        let order = desk
            .client
            .create_digital_order(trader.order("10", ""))
            .await
            .unwrap();
        desk.tradevest()
            .fail(order.id(), "REJECTED", Reason::new("ANY", why))
            .unwrap();
        let outcome = order.poller(Goal::Filled).await.unwrap();
        assert!(matches!(outcome, Outcome::Rejected { .. }), "{outcome:?}");
        assert_eq!(outcome.reason().unwrap().description(), Some(why));
    }
}

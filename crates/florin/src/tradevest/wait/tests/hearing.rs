//! Following by reading and hearing.

use tokio::time::Instant;

use super::*;
use crate::poll::Pace;

#[tokio::test(start_paused = true)]
async fn a_notification_is_a_reason_to_read_at_once() {
    let network = orders(&["RECEIVED", "FILLED"]);
    let webhooks = webhooks();
    let poller = created_order(&network).poller(Goal::Filled).hear(&webhooks);
    let waiting = tokio::spawn(poller.into_future());
    tokio::time::sleep(seconds(100)).await;
    assert_eq!(
        calls(&network).len(),
        1,
        "it doesn't ask while it is not called"
    );
    let started = Instant::now();
    tell(&webhooks, &news("FILLED"));
    let outcome = waiting.await.unwrap().unwrap();
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");
    assert!(started.elapsed() < seconds(1), "{:?}", started.elapsed());
}

#[tokio::test(start_paused = true)]
async fn where_no_notification_comes_it_is_read_all_the_same() {
    let network = orders(&["RECEIVED", "FILLED"]);
    let webhooks = webhooks();
    let poller = created_order(&network).poller(Goal::Filled).hear(&webhooks);
    let started = Instant::now();
    let outcome = poller.await.unwrap();
    assert!(started.elapsed() < seconds(600), "{:?}", started.elapsed());
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");
    assert_eq!(
        webhooks.arrivals().watching(),
        0,
        "who is done waits no more"
    );
}

#[tokio::test(start_paused = true)]
async fn a_pace_that_is_set_after_hearing_says_how_often_it_asks() {
    let every = Pace::default().first(seconds(10)).slowest(seconds(10));
    for (pace_comes_last, readings) in [(true, 60), (false, 2)] {
        let network = orders(&["RECEIVED"]);
        let webhooks = webhooks();
        let poller = created_order(&network).poller(Goal::Filled);
        let poller = if pace_comes_last {
            poller.hear(&webhooks).pace(every)
        } else {
            poller.pace(every).hear(&webhooks)
        };
        let waiting = tokio::spawn(poller.into_future());
        tokio::time::sleep(seconds(302)).await;
        assert_eq!(calls(&network).len(), readings, "{pace_comes_last}");
        // It still hears, and waits for as long as who hears does.
        tokio::time::sleep(seconds(3600)).await;
        let before = calls(&network).len();
        tell(&webhooks, &news("PENDING"));
        tokio::time::sleep(seconds(1)).await;
        assert_eq!(calls(&network).len(), before + 1);
        waiting.abort();
    }
}

#[tokio::test(start_paused = true)]
async fn the_reason_of_invalid_is_taken_from_a_notification_that_came_before_anybody_listened() {
    let network = orders(&["INVALID"]);
    let webhooks = webhooks();
    tell(&webhooks, &invalid());
    let poller = created_order(&network).poller(Goal::Filled).hear(&webhooks);
    let outcome = poller.await.unwrap();
    let reason = outcome.reason().unwrap();
    assert_eq!(reason.error_type(), Some("DATA_NOT_FOUND_ERROR"));
    assert!(matches!(
        outcome,
        Outcome::Invalid {
            object: Some(_),
            ..
        }
    ));
}

#[tokio::test(start_paused = true)]
async fn a_reason_is_waited_for_once_the_failure_was_read_and_not_for_ever() {
    for (comes_after, expected) in [(20, Some("DATA_NOT_FOUND_ERROR")), (40, None)] {
        let network = orders(&["INVALID"]);
        let webhooks = webhooks();
        let poller = created_order(&network).poller(Goal::Filled).at_once();
        let waiting = tokio::spawn(poller.hear(&webhooks).into_future());
        tokio::time::sleep(seconds(comes_after)).await;
        tell(&webhooks, &invalid());
        let outcome = waiting.await.unwrap().unwrap();
        let told = outcome.reason().and_then(Reason::error_type);
        assert_eq!(told, expected);
        assert!(matches!(outcome, Outcome::Invalid { .. }));
        assert_eq!(calls(&network).len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn a_failure_that_was_read_is_told_at_the_deadline_with_or_without_a_reason() {
    let network = orders(&["INVALID"]);
    let webhooks = webhooks();
    let poller = created_order(&network).poller(Goal::Filled).hear(&webhooks);
    let started = Instant::now();
    let poller = poller.reason_within(seconds(3600)).deadline(seconds(60));
    let outcome = poller.await.unwrap();
    assert!(
        matches!(outcome, Outcome::Invalid { reason: None, .. }),
        "{outcome:?}"
    );
    assert_eq!(started.elapsed().as_secs(), 60);
}

#[tokio::test(start_paused = true)]
async fn what_was_said_to_be_invalid_and_is_not_found_is_invalid_with_its_reason() {
    let network = in_turn([missing()]);
    let webhooks = webhooks();
    tell(&webhooks, &invalid());
    let poller = created_order(&network).poller(Goal::Filled).hear(&webhooks);
    let outcome = poller.await.unwrap();
    assert!(matches!(outcome, Outcome::Invalid { object: None, .. }));
    assert!(outcome.reason().is_some());
    assert_eq!(calls(&network).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn what_is_said_counts_for_nothing_where_a_reading_says_otherwise() {
    let network = orders(&["PENDING", "FILLED", "SETTLED"]);
    let webhooks = webhooks();
    // Forged, or mistaken, or an error that the provider's samples show beside a success.
    tell(&webhooks, &invalid());
    tell(&webhooks, &news("REJECTED"));
    let mut beside = news("FILLED");
    beside["validationError"] = json!({"errorType": "ALREADY_EXISTS_ERROR"});
    tell(&webhooks, &beside);
    let poller = created_order(&network)
        .poller(Goal::Settled)
        .hear(&webhooks);
    let outcome = poller.await.unwrap();
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");
}

#[tokio::test(start_paused = true)]
async fn a_late_notification_of_an_earlier_status_undoes_nothing() {
    let network = orders(&["PENDING", "SETTLED"]);
    let webhooks = webhooks();
    let poller = created_order(&network)
        .poller(Goal::Settled)
        .hear(&webhooks);
    let waiting = tokio::spawn(poller.into_future());
    tokio::time::sleep(seconds(10)).await;
    for status in ["SETTLED", "PENDING", "RECEIVED"] {
        tell(&webhooks, &news(status));
    }
    let outcome = waiting.await.unwrap().unwrap();
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");
}

#[tokio::test(start_paused = true)]
async fn a_rejection_waits_for_its_notification_and_takes_it_without_a_reason_too() {
    for (error, expected) in [
        (json!({"errorType": "BALANCE"}), Some("BALANCE")),
        (json!(null), None),
    ] {
        let network = orders(&["REJECTED"]);
        let webhooks = webhooks();
        let poller = created_order(&network).poller(Goal::Filled).at_once();
        let waiting = tokio::spawn(poller.hear(&webhooks).into_future());
        tokio::time::sleep(seconds(5)).await;
        let mut rejected = news("REJECTED");
        rejected["validationError"] = error;
        let told = Instant::now();
        tell(&webhooks, &rejected);
        let outcome = waiting.await.unwrap().unwrap();
        assert!(told.elapsed() < seconds(1));
        assert!(matches!(outcome, Outcome::Rejected { .. }));
        assert_eq!(outcome.reason().and_then(Reason::error_type), expected);
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_without_a_status_is_the_reason_of_what_never_came_into_being_and_of_nothing_else()
 {
    let refusal = json!({"orderId": "o1", "validationError": {"errorType": "NO_SUCH_WALLET"}});
    for (status, expected) in [("INVALID", Some("NO_SUCH_WALLET")), ("REJECTED", None)] {
        let network = orders(&[status]);
        let webhooks = webhooks();
        tell(&webhooks, &refusal);
        let poller = created_order(&network).poller(Goal::Filled).hear(&webhooks);
        let outcome = poller.await.unwrap();
        assert_eq!(outcome.reason().and_then(Reason::error_type), expected);
    }
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_notifications_is_no_flood_of_requests() {
    let network = orders(&["PENDING"]);
    let webhooks = webhooks();
    let poller = created_order(&network).poller(Goal::Filled).hear(&webhooks);
    let waiting = tokio::spawn(poller.deadline(seconds(60)).into_future());
    for number in 0..600 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let mut news = news("PENDING");
        news["number"] = json!(number);
        tell(&webhooks, &news);
    }
    assert!(waiting.await.unwrap().is_err());
    assert!(
        (20..=32).contains(&calls(&network).len()),
        "{}",
        calls(&network).len()
    );
}

#[tokio::test(start_paused = true)]
async fn notifications_about_other_things_are_not_for_this_one() {
    let network = orders(&["INVALID"]);
    let webhooks = webhooks();
    let mut other = invalid();
    other["orderId"] = json!("o2");
    tell(&webhooks, &other);
    let poller = created_order(&network).poller(Goal::Filled).hear(&webhooks);
    assert_eq!(poller.await.unwrap().reason(), None);
}

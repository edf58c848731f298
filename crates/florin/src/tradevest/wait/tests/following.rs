//! Following by reading alone.

use super::*;
use crate::poll::Progress;

#[tokio::test(start_paused = true)]
async fn an_order_is_followed_to_its_goal_and_each_reading_is_told() {
    let network = orders(&["RECEIVED", "PENDING", "FILLED", "SETTLED"]);
    let mut poller = created_order(&network).poller(Goal::Settled);
    let mut on_the_way = Vec::new();
    let done = loop {
        match poller.next().await.unwrap().unwrap() {
            Progress::Pending(order) => on_the_way.push(order.status.to_string()),
            Progress::Done(outcome) => break outcome,
        }
    };
    // Filled is not the end for who waits for the settlement.
    assert_eq!(on_the_way, ["RECEIVED", "PENDING", "FILLED"]);
    let order = done.reached().unwrap();
    assert_eq!(order.status, types::OrderStatusEnum::Settled);
    let sent = calls(&network);
    assert!(
        sent.iter()
            .all(|sent| sent.operation == "get_digital_order")
    );
    assert!(
        sent[0].url.ends_with("/digital/orders/o1"),
        "{}",
        sent[0].url
    );
}

#[tokio::test(start_paused = true)]
async fn canceled_in_the_old_spelling_ends_an_order() {
    let network = orders(&["PENDING", "CANCELLED"]);
    let outcome = created_order(&network).poller(Goal::Filled).await.unwrap();
    let Outcome::Ended { status, .. } = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(status, Status::CANCELED);
}

#[tokio::test(start_paused = true)]
async fn invalid_is_told_with_the_external_id_that_is_used_up_and_no_reason() {
    let network = orders(&["RECEIVED", "INVALID"]);
    let outcome = created_order(&network).poller(Goal::Filled).await.unwrap();
    let Outcome::Invalid {
        object,
        reason,
        external_id,
    } = outcome
    else {
        panic!("{outcome:?}")
    };
    assert_eq!((object.unwrap().order_id.as_str(), reason), ("o1", None));
    assert_eq!(external_id, ExternalId::new("e1").ok());
    assert_eq!(
        calls(&network).len(),
        2,
        "who hears nothing waits for no reason"
    );
}

#[tokio::test(start_paused = true)]
async fn a_thing_s_own_words_are_a_reason() {
    let (_, mut refused) = order("REJECTED");
    refused["message"] = json!("Ana Kovač has too little money");
    let network = in_turn([(200, refused)]);
    let outcome = created_order(&network).poller(Goal::Filled).await.unwrap();
    let said = outcome.reason().unwrap().description();
    assert_eq!(said, Some("Ana Kovač has too little money"));
    assert!(!format!("{outcome:?}").contains("Ana"), "{outcome:?}");
    assert!(matches!(outcome, Outcome::Rejected { .. }));

    let transfer = json!({"transfer": {
        "transferId": "t1", "transferStatus": "REJECTED", "rejectReason": "too little money"
    }});
    let network = in_turn([(200, transfer)]);
    let transfer = client(&network).known::<types::TransferDetails>("t1");
    let outcome = transfer.poller(Goal::Processed).await.unwrap();
    let said = outcome.reason().unwrap().description();
    assert_eq!(said, Some("too little money"));
}

#[tokio::test(start_paused = true)]
async fn a_status_that_isn_t_documented_ends_nothing_unless_told_to() {
    let network = orders(&["PENDING", "SOLAR_ECLIPSE", "FILLED"]);
    let outcome = created_order(&network).poller(Goal::Filled).await.unwrap();
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");

    let network = orders(&["PENDING", "SOLAR_ECLIPSE", "FILLED"]);
    let poller = created_order(&network).poller(Goal::Filled).or_unknown();
    let Outcome::Ended { status, .. } = poller.await.unwrap() else {
        panic!("it was told to end")
    };
    assert_eq!(status.as_str(), "SOLAR_ECLIPSE");
}

#[tokio::test(start_paused = true)]
async fn who_runs_out_of_time_is_told_where_it_stood() {
    for (status, told) in [
        ("PENDING", "it was PENDING when it was last read"),
        ("SOLAR_ECLIPSE", "or_unknown ends there"),
        ("Ana Kovač", "[no word that the provider is known to use]"),
        ("REVIEW", "reviews it"),
    ] {
        let network = in_turn([(
            200,
            json!({"naturalPersonId": "p1", "naturalPersonStatus": status}),
        )]);
        let person = client(&network).known::<types::NaturalPerson>("p1");
        let poller = person.poller(Goal::Active).deadline(seconds(60));
        let error = poller.await.unwrap_err();
        let shown = error.to_string();
        assert!(shown.contains(told) && !shown.contains("ANA"), "{shown}");
        assert!(error.is_timeout());
    }
}

#[tokio::test(start_paused = true)]
async fn a_goal_that_it_never_comes_to_is_refused_before_anything_is_sent() {
    let network = orders(&["FILLED"]);
    for goal in [Goal::Processed, Goal::OneOf(Vec::new())] {
        let error = created_order(&network).poller(goal).await.unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
    }
    let blank = client(&network).known::<Order>(" ").read().await;
    assert!(blank.unwrap_err().is_invalid_request());
    assert!(network.sent().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_does_not_show_yet_is_looked_for_and_what_never_does_is_not_found() {
    let network = in_turn([missing(), missing(), order("PENDING"), order("FILLED")]);
    let outcome = created_order(&network).poller(Goal::Filled).await.unwrap();
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");

    let network = in_turn([missing()]);
    let error = created_order(&network)
        .poller(Goal::Filled)
        .await
        .unwrap_err();
    assert!(error.is_not_found(), "{error}");
    assert!(calls(&network).len() > 3);
}

#[tokio::test(start_paused = true)]
async fn what_vanishes_from_received_was_invalid_and_one_reading_alone_doesnt_tell() {
    let network = in_turn([order("RECEIVED"), missing()]);
    let outcome = created_order(&network).poller(Goal::Filled).await.unwrap();
    assert!(
        matches!(
            &outcome,
            Outcome::Invalid {
                object: None,
                external_id: Some(_),
                ..
            }
        ),
        "{outcome:?}"
    );

    let network = in_turn([
        order("RECEIVED"),
        missing(),
        order("PENDING"),
        missing(),
        order("FILLED"),
    ]);
    let outcome = created_order(&network).poller(Goal::Filled).await.unwrap();
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");

    let network = in_turn([order("PENDING"), missing()]);
    let outcome = created_order(&network).poller(Goal::Filled).await.unwrap();
    let Outcome::Gone { status } = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(status, Some(Status::PENDING));
}

#[tokio::test(start_paused = true)]
async fn failures_of_the_moment_are_tolerated_and_so_are_answers_in_other_words() {
    let network = in_turn([
        (503, json!("busy")),
        (0, json!(null)),
        (200, json!("maintenance")),
        order("FILLED"),
    ]);
    let outcome = created_order(&network).poller(Goal::Filled).await.unwrap();
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");

    let network = in_turn([(403, json!({}))]);
    let error = created_order(&network)
        .poller(Goal::Filled)
        .await
        .unwrap_err();
    assert!(error.is_auth() && calls(&network).len() == 1, "{error}");
}

#[tokio::test(start_paused = true)]
async fn an_identification_is_ready_once_it_says_where_to_go() {
    let verification = |more: Value| {
        let mut verification = json!({"identificationVerificationId": "v1", "status": "PENDING"});
        verification
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        (200, verification)
    };
    let network = in_turn([
        verification(json!({"status": "RECEIVED"})),
        verification(json!({})),
        verification(json!({"identificationUrl": "https://ident.example/x"})),
    ]);
    let requestor = "0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10".parse().unwrap();
    let tradevest = client(&network).for_requestor(requestor);
    let identification = tradevest.known::<types::IdentificationVerification>("v1");
    let ready = identification.poller(Goal::Ready).await.unwrap();
    let url = ready.reached().unwrap().identification_url.unwrap();
    assert_eq!(url.expose(), "https://ident.example/x");
    assert_eq!(calls(&network).len(), 3);
}

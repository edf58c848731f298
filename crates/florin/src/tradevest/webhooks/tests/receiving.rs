//! Who is let in.

use florin_core::http::HeaderMap;

use super::super::{EventType, Webhooks};
use super::{KEY, builder, customer, headers, take, webhooks};
use crate::webhook::{Rejection, Sender};

fn refusal(webhooks: &Webhooks, sent: &[(&str, &str)], body: &str) -> Rejection {
    webhooks
        .receive(EventType::Customer, &headers(sent), body.as_bytes())
        .unwrap_err()
}

#[test]
fn each_of_up_to_five_headers_has_to_be_right() {
    let all = [("a", "1"), ("b", "2"), ("c", "3"), ("d", "4"), ("e", "5")];
    let webhooks = Webhooks::builder().headers(all).build().unwrap();
    let body = customer("c1", "ACTIVE");
    let receive = |sent: &[(&str, &str)]| {
        webhooks.receive(EventType::Customer, &headers(sent), body.as_bytes())
    };
    assert!(receive(&all).is_ok());
    for at in 0..all.len() {
        let mut missing = all.to_vec();
        missing.remove(at);
        assert_eq!(receive(&missing).unwrap_err(), Rejection::Unauthorized);
        let mut wrong = all.to_vec();
        wrong[at].1 = "6";
        assert_eq!(receive(&wrong).unwrap_err(), Rejection::Unauthorized);
        let mut twice = all.to_vec();
        twice.push(all[at]);
        assert_eq!(receive(&twice).unwrap_err(), Rejection::Unauthorized);
    }
}

#[test]
fn strangers_and_floods_are_turned_away_before_anything_is_read() {
    let webhooks = builder().body_limit(100).build().unwrap();
    let long = " ".repeat(101);
    assert_eq!(refusal(&webhooks, &[], &long), Rejection::Unauthorized);
    assert_eq!(
        refusal(&webhooks, &[("api-key", "guess")], "{}"),
        Rejection::Unauthorized
    );
    assert_eq!(refusal(&webhooks, &[KEY], &long), Rejection::TooLarge(100));
    assert_eq!(refusal(&webhooks, &[KEY], "{"), Rejection::Unreadable);
}

#[test]
fn a_list_of_a_thousand_accounts_is_not_too_long() {
    let accounts = vec![
        serde_json::json!({"customerProductId": super::an_id('a'), "oldQuantity": "1", "newQuantity": "2"});
        1000
    ];
    let body = serde_json::json!({"eventId": super::an_id('b'), "accounts": accounts}).to_string();
    assert!(body.len() > crate::webhook::BODY_LIMIT);
    take(&webhooks(), EventType::CorporateAction, &body);
}

#[test]
fn event_types_may_have_headers_of_their_own() {
    let webhooks = builder()
        .headers_for(EventType::Transfer, [("x-money", "another value")])
        .build()
        .unwrap();
    let receive = |event, sent| webhooks.receive(event, &headers(&[sent]), b"{}");
    assert!(receive(EventType::Transfer, ("x-money", "another value")).is_ok());
    assert!(receive(EventType::Transfer, KEY).is_err());
    assert!(receive(EventType::Customer, KEY).is_ok());
    assert!(receive(EventType::Customer, ("x-money", "another value")).is_err());
    let only = Webhooks::builder().headers_for(EventType::User, [KEY]);
    let only = only.build().unwrap();
    let unexpected = only.receive(EventType::Customer, &headers(&[KEY]), b"{}");
    assert_eq!(unexpected.unwrap_err(), Rejection::UnknownEvent);
}

#[test]
fn while_headers_are_changed_the_old_ones_count_too() {
    let webhooks = builder()
        .previous_headers([("api-key", "the old value")])
        .headers_for(EventType::User, [("x-user", "its own")])
        .build()
        .unwrap();
    for event in [EventType::Customer, EventType::User] {
        let old = headers(&[("api-key", "the old value")]);
        assert!(webhooks.receive(event, &old, b"{}").is_ok());
    }
    assert!(
        webhooks
            .receive(EventType::Customer, &headers(&[KEY]), b"{}")
            .is_ok()
    );
    assert_eq!(
        refusal(&webhooks, &[("api-key", "none")], "{}"),
        Rejection::Unauthorized
    );
}

#[test]
fn nobody_is_let_in_by_forgetting_to_say_who() {
    assert!(Webhooks::builder().build().is_err());
    let none: [(&str, &str); 0] = [];
    assert!(Webhooks::builder().headers(none).build().is_err());
    assert!(
        builder()
            .headers_for(EventType::User, none)
            .build()
            .is_err()
    );
    let anyone = Webhooks::builder()
        .sender(Sender::anyone())
        .build()
        .unwrap();
    assert!(
        anyone
            .receive(EventType::User, &HeaderMap::new(), b"{}")
            .is_ok()
    );
}

#[test]
fn headers_that_cannot_be_registered_are_refused_and_not_shown() {
    let six = ["a", "b", "c", "d", "e", "f"].map(|name| (name, "hunter2"));
    let cases: [&[(&str, &str)]; 6] = [
        &six,
        &[("api key", "hunter2")],
        &[("Content-Type", "hunter2")],
        &[("api-key", "hünter2")],
        &[("api-key", "hunter2"), ("API-KEY", "hunter2")],
        &[("api-key", "hunter2 ")],
    ];
    for case in cases {
        let error = Webhooks::builder()
            .headers(case.iter().copied())
            .build()
            .unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(
            !shown.contains("hunter2") && !shown.contains("hünter2"),
            "{shown}"
        );
    }
    let shown = format!("{:?} {:?}", builder(), webhooks());
    assert!(!shown.contains(KEY.1), "{shown}");
}

#[test]
fn a_repetition_is_acknowledged_and_says_so() {
    let webhooks = webhooks();
    let one = customer("c1", "PENDING");
    assert!(!take(&webhooks, EventType::Customer, &one).is_repeat());
    assert!(take(&webhooks, EventType::Customer, &one).is_repeat());
    // The same time, and another state.
    assert!(!take(&webhooks, EventType::Customer, &customer("c1", "ACTIVE")).is_repeat());
    assert!(!take(&webhooks, EventType::User, &one).is_repeat());
    let spaced = one.replace(',', " ,\n");
    let repeat = take(&webhooks, EventType::Customer, &spaced);
    assert!(repeat.is_repeat() && repeat.modified_on().is_some());
    assert!(repeat.dedup_key().has_time());
    // What may be news has no time by which to pass it over.
    for labels in [false, true].map(|_| take(&webhooks, EventType::LabelsUpdate, "{}")) {
        assert!(labels.modified_on().is_none() && !labels.dedup_key().has_time());
    }
}

#[test]
fn an_address_stands_for_one_type() {
    let webhooks = builder()
        .path(EventType::Customer, "k1")
        .path(EventType::from("NEW_NOTIFICATION"), "new")
        .build()
        .unwrap();
    assert_eq!(webhooks.event_at("/x/k1"), Some(EventType::Customer));
    assert_eq!(webhooks.event_at("/x/k1/"), Some(EventType::Customer));
    assert_eq!(webhooks.event_at("/x/customer-notification"), None);
    assert_eq!(
        webhooks.event_at("/x/user-notification"),
        Some(EventType::User)
    );
    assert_eq!(
        webhooks.event_at("/new"),
        Some(EventType::from("NEW_NOTIFICATION"))
    );
    assert_eq!(webhooks.event_at("/"), None);
    let refused = |event, piece: &str| {
        let built = builder().path(event, piece).path(EventType::User, "u");
        built.build().is_err()
    };
    assert!(refused(EventType::Customer, "u"));
    assert!(refused(EventType::Customer, "transfer-notification"));
    assert!(refused(EventType::Customer, "a/b"));
    assert!(refused(EventType::Customer, ""));
    assert!(
        !refused(EventType::Customer, "user-notification"),
        "that one moved away"
    );
}

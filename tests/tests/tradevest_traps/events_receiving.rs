//! How notifications are told apart, let in, and asked for.

use florin::tradevest::{EventType, Meaning, Notification, Webhooks};
use florin_sandbox::tradevest::Delivery;
use serde_json::json;

use super::desk::Desk;
use super::desk::receiver::{HEADERS, Receiver, UNGUESSABLE, webhooks};

#[tokio::test]
async fn events_trap_07_each_type_has_an_address_of_its_own_and_repeats_are_known_by_what_they_say()
{
    let desk = Desk::open().await;
    let ear = Receiver::of(&desk).await;
    let registered = desk.tradevest().webhooks().registered();
    let mut urls: Vec<_> = registered.iter().map(|known| known.url.clone()).collect();
    urls.sort();
    urls.dedup();
    assert_eq!(urls.len(), 26);
    assert!(urls.iter().all(|url| url.contains(UNGUESSABLE)));
    // The same body at two addresses is two things, and at one address one of them.
    let body = json!({"naturalPersonId": super::desk::PERSON, "status": "CREATED"}).to_string();
    let hooks = desk.tradevest().webhooks();
    for (event, is_repeat) in [
        (EventType::NaturalPerson, false),
        (EventType::IdentificationVerification, false),
        (EventType::NaturalPerson, true),
    ] {
        let answer = hooks.forge(&ear.url(&event), &HEADERS, &body).await;
        assert_eq!(answer, Delivery::Answered(200));
        let told = ear.taken().pop().unwrap();
        assert_eq!((told.event_type(), told.is_repeat()), (&event, is_repeat));
    }
    let answer = hooks
        .forge(&ear.url(&EventType::Customer), &[], &body)
        .await;
    assert_eq!(answer, Delivery::Answered(401));
}

#[test]
fn events_trap_18_customer_rejected_is_no_type_and_a_rejected_customer_is_told_as_a_customer() {
    let named = EventType::from("customer.rejected");
    assert!(matches!(named, EventType::Other(_)));
    assert!(!EventType::ALL.contains(&named));
    let body = json!({"customerId": "c", "status": "REJECTED", "notificationType": "UPDATED", "modifiedOn": "2026-11-02T08:00:00Z"});
    let told = Notification::parse(EventType::Customer, body.to_string().as_bytes()).unwrap();
    assert_eq!(told.meaning(), Meaning::Rejected);
}

#[test]
fn events_trap_21_types_and_codes_that_nobody_has_listed_are_let_in() {
    let event = EventType::from("BRAND_NEW_NOTIFICATION");
    assert_eq!(event.as_str(), "BRAND_NEW_NOTIFICATION");
    let ear = webhooks();
    let headers = HEADERS.into_iter().map(|(name, value)| {
        let name: florin::core::http::HeaderName = name.parse().unwrap();
        (name, value.parse().unwrap())
    });
    let headers = headers.collect();
    let body = json!({
        "newId": super::desk::PERSON, "status": "ON_ICE", "notificationType": "FROZEN", "modifiedOn": "2026-11-02T08:00:00Z",
        "validationError": {"errorType": "NEW_ERROR"}, "more": [1],
    });
    let told = ear
        .receive(event, &headers, body.to_string().as_bytes())
        .unwrap();
    assert_eq!(told.meaning(), Meaning::Other);
    assert_eq!(
        (told.status(), told.notification_type()),
        (Some("ON_ICE"), Some("FROZEN"))
    );
    assert_eq!(told.object_id(), Some(super::desk::PERSON));
    assert_eq!(told.json()["more"], json!([1]));
    assert_eq!(
        told.validation_error().unwrap().error_type(),
        Some("NEW_ERROR")
    );
}

#[test]
fn events_trap_22_names_of_types_follow_no_rule() {
    let odd = EventType::RealEstateTokenPrices;
    assert_eq!(odd.as_str(), "RE_TOKEN_PRICES");
    assert_eq!(odd.suggested_path(), "re-token-prices");
    assert_eq!(EventType::from("RE_TOKEN_PRICES"), odd);
    let without = EventType::ALL
        .iter()
        .filter(|event| !event.as_str().ends_with("_NOTIFICATION"));
    assert_eq!(without.count(), 1);
    for event in EventType::ALL {
        assert_eq!(EventType::from(event.as_str()), event);
        assert_eq!(EventType::from_path(&event.suggested_path()), Some(event));
    }
}

#[test]
fn events_trap_25_two_states_of_one_time_are_two_notifications() {
    let at = |status: &str| {
        let body = json!({
            "identificationVerificationId": "v", "status": status, "notificationType": "UPDATED",
            "modifiedOn": "2026-03-10T12:00:00.123456789Z",
        });
        let event = EventType::IdentificationVerification;
        Notification::parse(event, body.to_string().as_bytes()).unwrap()
    };
    let (pending, approved) = (at("PENDING"), at("APPROVED"));
    assert_eq!(pending.modified_on(), approved.modified_on());
    assert_ne!(pending.dedup_key(), approved.dedup_key());
    assert_eq!(pending.dedup_key(), at("PENDING").dedup_key());
}

#[tokio::test]
async fn events_trap_29_a_registration_of_somebody_else_is_left_alone() {
    let desk = Desk::open().await;
    let first = Receiver::of(&desk).await;
    let second = Receiver::start(webhooks()).await;
    let wanted =
        second
            .webhooks
            .registration(&second.base, "a-piece-of-its-own", [EventType::Customer]);
    let wanted = wanted.unwrap();
    let registered = desk.client.register_webhooks(&wanted).await.unwrap();
    assert_eq!(registered.occupied, [EventType::Customer]);
    let there = desk
        .client
        .api()
        .get_webhook()
        .event_type("CUSTOMER_NOTIFICATION")
        .send()
        .await;
    assert_eq!(
        there.unwrap().into_inner().url,
        first.url(&EventType::Customer)
    );
    let registered = desk
        .client
        .register_webhooks(&wanted.replacing())
        .await
        .unwrap();
    assert_eq!(registered.written, [EventType::Customer]);
    let there = desk
        .client
        .api()
        .get_webhook()
        .event_type("CUSTOMER_NOTIFICATION")
        .send()
        .await;
    assert!(
        there
            .unwrap()
            .into_inner()
            .url
            .contains("a-piece-of-its-own")
    );
}

#[test]
fn events_trap_30_notifications_are_asked_for_by_https_alone() {
    let ear = webhooks();
    let registration = |base: &str| ear.registration(base, UNGUESSABLE, [EventType::Customer]);
    for base in [
        "http://client-api-address",
        "http://10.0.0.1/x",
        "ftp://partner.example",
        "partner.example",
    ] {
        let error = registration(base).unwrap_err();
        assert!(!error.to_string().contains(UNGUESSABLE), "{error}");
    }
    let wanted = registration("https://partner.example/hooks/").unwrap();
    let data: Vec<_> = wanted.data().collect();
    assert_eq!(
        data[0].url,
        format!("https://partner.example/hooks/{UNGUESSABLE}/customer-notification")
    );
    assert!(!format!("{wanted:?}").contains(UNGUESSABLE));
    let six = Webhooks::builder().headers((0..6).map(|number| (format!("h-{number}"), "x")));
    assert!(six.build().is_err(), "five headers at most");
}

//! What Tradevest calls back with, and what it says of prices: read by the facade.

use florin::core::Decimal;
use florin::tradevest::prices::{Market, Update};
use florin::tradevest::{
    Client, Credentials, Environment, EventType, Meaning, Notification, Payload, types,
};
use florin_sandbox::{Clock, Sandbox};
use serde_json::Value;

use super::{full, parse, written};

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../../fixtures/tradevest/", $name, ".json"))
    };
}

fn notification(event: EventType, body: &str) -> Notification {
    let read = Notification::parse(event, body.as_bytes()).unwrap();
    assert_eq!(read.raw(), body);
    assert!(
        !format!("{read:?} {:?}", read.payload())
            .to_lowercase()
            .contains("canary")
    );
    read
}

/// What the payload is written as.
fn payload(read: &Notification) -> Value {
    match read.payload() {
        Payload::Customer(it) => written(it),
        Payload::NaturalPerson(it) => written(it),
        Payload::IdentificationVerification(it) => written(it),
        Payload::LabelsUpdate(it) => written(it),
        Payload::CorporateAction(it) => written(it),
        Payload::SavingsPlans(it) => written(it),
        Payload::Undocumented(it) => written(it),
        other => panic!("{other:?}"),
    }
}

/// The provider's samples have the first of all values and an error besides: placeholders, which are no failure.
#[test]
fn trap_12_a_sample_with_an_error_beside_its_success_is_no_failure() {
    for (event, body) in [
        (EventType::Customer, fixture!("customer_notification")),
        (
            EventType::NaturalPerson,
            fixture!("natural_person_notification"),
        ),
        (
            EventType::IdentificationVerification,
            fixture!("identification_verification_notification"),
        ),
        (
            EventType::SavingsPlans,
            fixture!("savings_plans_notification"),
        ),
        (
            EventType::CorporateAction,
            fixture!("corporate_action_notification"),
        ),
    ] {
        let read = notification(event.clone(), body);
        assert!(
            read.validation_error().is_some() && read.refusal().is_none(),
            "{event}"
        );
        assert!(
            !read.meaning().is_failure(),
            "{event}: {:?}",
            read.meaning()
        );
        assert_eq!(full(payload(&read)), full(parse(body)), "{event}");
    }
}

#[test]
fn trap_11_a_refused_update_has_neither_status_nor_time() {
    for (event, body) in [
        (
            EventType::Customer,
            fixture!("customer_notification_refused"),
        ),
        (
            EventType::NaturalPerson,
            fixture!("natural_person_notification_refused"),
        ),
        (
            EventType::IdentificationVerification,
            fixture!("identification_verification_notification_refused"),
        ),
        (
            EventType::SavingsPlans,
            fixture!("savings_plans_notification_refused"),
        ),
    ] {
        let read = notification(event, body);
        assert_eq!(read.meaning(), Meaning::UpdateRefused);
        assert!(read.status().is_none() && read.modified_on().is_none());
        assert!(read.refusal().is_some() && read.object_id().is_some());
    }
    let labels = notification(
        EventType::LabelsUpdate,
        fixture!("labels_update_notification_refused"),
    );
    assert_eq!(
        (labels.meaning(), labels.object_id()),
        (Meaning::UpdateRefused, None)
    );
}

/// Labels have no status that could tell, so an error counts.
#[test]
fn an_error_beside_labels_is_a_refusal() {
    let body = fixture!("labels_update_notification");
    let labels = notification(EventType::LabelsUpdate, body);
    assert_eq!(labels.meaning(), Meaning::UpdateRefused);
    assert_eq!(payload(&labels), parse(body));
    let labels = notification(
        EventType::LabelsUpdate,
        r#"{"notificationType": "UPDATED", "updatedCustomers": ["c-1"]}"#,
    );
    assert_eq!(labels.meaning(), Meaning::Changed);
}

#[test]
fn what_was_done_has_no_error() {
    for (event, body) in [
        (
            EventType::Customer,
            fixture!("customer_notification_accepted"),
        ),
        (
            EventType::NaturalPerson,
            fixture!("natural_person_notification_accepted"),
        ),
        (
            EventType::IdentificationVerification,
            fixture!("identification_verification_notification_accepted"),
        ),
        (
            EventType::SavingsPlans,
            fixture!("savings_plans_notification_accepted"),
        ),
    ] {
        let read = notification(event, body);
        assert_eq!(read.meaning(), Meaning::Accepted, "{body}");
        assert!(read.validation_error().is_none() && read.modified_on().is_some());
    }
}

#[test]
fn trap_13_a_corporate_action_says_type_where_others_say_notification_type() {
    let body = fixture!("corporate_action_notification_offer");
    let read = notification(EventType::CorporateAction, body);
    assert_eq!(
        (read.notification_type(), read.status()),
        (Some("UPDATED"), Some("PENDING"))
    );
    assert_eq!(read.object_id(), parse(body)["eventId"].as_str());
    let Payload::CorporateAction(action) = read.payload() else {
        panic!("{read:?}");
    };
    assert_eq!(action.caev, Some(types::CorporateActionEventTypeEnum::Tend));
    assert_eq!(
        action.details.as_ref().unwrap().extra["options"][0]["number"],
        "001"
    );
}

#[test]
fn what_is_undocumented_has_what_the_others_have() {
    let body = fixture!("undocumented_notification_transfer");
    let read = notification(EventType::Transfer, body);
    assert_eq!(read.object_id(), parse(body)["transferId"].as_str());
    assert_eq!(
        (read.status(), read.meaning()),
        (Some("PROCESSED"), Meaning::Accepted)
    );
    assert_eq!(payload(&read), parse(body));
    let new = notification(
        EventType::from("BRAND_NEW_NOTIFICATION"),
        r#"{"brandNewId": "b-1", "more": [1]}"#,
    );
    assert_eq!(
        payload(&new),
        parse(r#"{"brandNewId": "b-1", "more": [1]}"#)
    );
}

#[test]
fn trap_24_a_time_has_three_six_or_nine_digits_or_none_and_an_offset() {
    for (time, nanoseconds) in [
        ("2026-03-02T08:38:31Z", 0),
        ("2026-03-02T08:38:31.104Z", 104_000_000),
        ("2026-03-02T08:38:31.104169Z", 104_169_000),
        ("2026-03-02T08:38:31.104169414Z", 104_169_414),
        ("2026-03-02T10:38:31.104169414+02:00", 104_169_414),
    ] {
        let body =
            format!(r#"{{"customerId": "c-1", "status": "ACTIVE", "modifiedOn": "{time}"}}"#);
        let found = notification(EventType::Customer, &body)
            .modified_on()
            .unwrap();
        assert_eq!(found.timestamp(), 1_772_440_711, "{time}");
        assert_eq!(found.timestamp_subsec_nanos(), nanoseconds, "{time}");
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[tokio::test]
async fn prices_are_text_with_every_digit_and_an_error_ends_a_connection() {
    let sandbox = Sandbox::builder()
        .clock(&Clock::manual())
        .start()
        .await
        .unwrap();
    let tradevest = sandbox.tradevest();
    let client = Client::builder()
        .environment(Environment::Custom {
            api: tradevest.api_url(),
            auth: tradevest.auth_url(),
            prices: Some(tradevest.prices_url()),
        })
        .credentials(Credentials::new(
            tradevest.client_id(),
            tradevest.client_secret(),
        ))
        .build()
        .unwrap();
    let mut prices = client.prices([Market::eur("BTC"), Market::eur("ETH")]);
    let socket = tradevest.prices();
    let say = async {
        socket.wait_for_subscriptions(1).await;
        socket.say(include_str!(
            "../../fixtures/tradevest/prices/heartbeat.json"
        ));
        socket.say(include_str!("../../fixtures/tradevest/prices/unknown.json"));
        socket.say(include_str!("../../fixtures/tradevest/prices/prices.json"));
    };
    let (first, ()) = tokio::join!(prices.next(), say);
    let second = prices.next().await;
    for (update, symbol) in [(first, "BTC"), (second, "ETH")] {
        let Some(Ok(Update::Price(price))) = update else {
            panic!("a price was due: {update:?}");
        };
        assert_eq!(price.market, Market::eur(symbol));
        let time = price.time.unwrap();
        assert_eq!(time.to_rfc3339(), "2026-03-02T10:38:31.104169414+02:00");
        assert_eq!(price.asks[0].price, decimal("91234.123456789012345678"));
        assert_eq!(price.bids[0].quantity, decimal("0.00000001"));
        assert!(price.raw.get().contains("somethingNew"));
    }
    socket.say(include_str!("../../fixtures/tradevest/prices/error.json"));
    let Some(Ok(Update::Gap(gap))) = prices.next().await else {
        panic!("a gap was due");
    };
    let told = gap.provider_error.as_ref().unwrap();
    assert_eq!(
        told.connection_id(),
        Some("5b0a9c7e-3d12-4f86-a5e4-c81f60d7b239")
    );
    assert_eq!(told.error(), Some("canary7f3a is no market"));
    assert!(!format!("{gap:?} {told} {}", gap.reason).contains("canary"));
}

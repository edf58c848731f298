//! Notifications: registered, taken in, turned away, waited for and recovered.

use std::time::Duration;

use florin::core::chrono::{DateTime, Utc};
use florin::core::http::HeaderMap;
use florin::tradevest::{EventType, Goal, Webhooks, types};
use florin_tests::tradevest::{MARK, id};
use serde_json::json;

use super::captured::Captured;
use super::marked::{client, good, refusals, saying};
use super::said::Said;

fn webhooks() -> Webhooks {
    let headers = [("api-key", MARK), ("x-partner", "a-partner")];
    Webhooks::builder()
        .headers(headers)
        .body_limit(20_000)
        .build()
        .unwrap()
}

fn headers(key: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert("api-key", key.parse().unwrap());
    headers.insert("x-partner", "a-partner".parse().unwrap());
    headers
}

/// Bodies in the documented form.
const DOCUMENTED: [&str; 7] = [
    include_str!("../../fixtures/tradevest/customer_notification_refused.json"),
    include_str!("../../fixtures/tradevest/natural_person_notification.json"),
    include_str!("../../fixtures/tradevest/identification_verification_notification.json"),
    include_str!("../../fixtures/tradevest/labels_update_notification_refused.json"),
    include_str!("../../fixtures/tradevest/corporate_action_notification.json"),
    include_str!("../../fixtures/tradevest/savings_plans_notification_refused.json"),
    include_str!("../../fixtures/tradevest/undocumented_notification.json"),
];

/// What may be posted to any address, the documented ones first.
fn bodies() -> Vec<String> {
    let sentence = format!("the {MARK} is unknown");
    let odd = [
        json!({
            "customerId": id::CUSTOMER, "status": sentence, "notificationType": sentence, "modifiedOn": sentence,
            "validationError": {"errorType": sentence, "description": MARK, "somethingNew": MARK}, "somethingNew": MARK,
        }),
        json!({"orderId": id::ORDER, "validationError": [MARK], "status": {MARK: MARK}}),
        json!({MARK: MARK}),
        json!([MARK]),
        json!(MARK),
    ];
    let mut bodies: Vec<_> = DOCUMENTED.iter().map(|body| (*body).to_owned()).collect();
    bodies.extend(odd.iter().map(ToString::to_string));
    bodies.extend(refusals().iter().map(ToString::to_string));
    bodies.extend([MARK.to_owned(), format!("{{\"{MARK}\""), MARK.repeat(3_000)]);
    bodies
}

#[tokio::test(start_paused = true)]
async fn no_notification_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let webhooks = webhooks();
    said.debug(&webhooks);
    let mut taken = 0;
    let events = EventType::ALL
        .into_iter()
        .chain([EventType::from("BRAND_NEW_NOTIFICATION")]);
    for event in events {
        let mut watcher = webhooks.arrivals().watch_all(event.clone());
        for (number, body) in bodies().into_iter().enumerate() {
            // In others, anything stands in fields that are nobody's business in the documented form.
            let is_documented = number < DOCUMENTED.len();
            for key in [MARK, "wrong"] {
                match webhooks.receive(event.clone(), &headers(key), body.as_bytes()) {
                    Ok(notification) => {
                        taken += 1;
                        said.debug(&notification);
                        if is_documented {
                            said.debug(notification.payload());
                        }
                        said.debug(&notification.dedup_key());
                        said.debug(&(notification.validation_error(), notification.meaning()));
                    }
                    Err(rejection) => said.other(&rejection),
                }
            }
        }
        while let Some(notification) = watcher.try_next() {
            said.debug(&notification);
        }
        said.debug(&(watcher, webhooks.arrivals()));
    }
    assert!(taken > 400, "{taken}");
    said.is_clean(&captured);
}

#[tokio::test(start_paused = true)]
async fn no_setting_of_a_receiver_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let webhooks = webhooks();
    for base in [
        format!("https://partner.example/{MARK}"),
        format!("http://{MARK}.example"),
        format!("https://partner.example/?key={MARK}"),
        MARK.to_owned(),
    ] {
        for piece in [
            format!("{MARK}-not-to-be-guessed"),
            MARK.to_owned(),
            format!("{MARK} "),
        ] {
            match webhooks.registration(&base, piece, EventType::ALL) {
                Ok(registration) => {
                    said.debug(&registration);
                    for data in registration.data() {
                        said.debug(data);
                    }
                    for provider in [
                        saying(|asked| good(&asked.operation)),
                        saying(|_| florin_tests::tradevest::in_memory::Says::Silence),
                    ] {
                        let client = client(&provider);
                        said.outcome(client.register_webhooks(&registration).await);
                    }
                }
                Err(error) => said.other(&error),
            }
        }
    }
    for headers in [
        vec![("api key", MARK)],
        vec![("api-key", "canary7f3a\n")],
        vec![("api-key", MARK); 6],
        vec![],
    ] {
        let builder = Webhooks::builder().headers(headers);
        said.debug(&builder);
        if let Err(error) = builder.build() {
            said.other(&error);
        }
    }
    let builder = Webhooks::builder()
        .headers([("api-key", MARK)])
        .headers_for(EventType::Customer, [("other", MARK)])
        .previous_headers([("api-key", format!("old {MARK}"))])
        .path(EventType::Customer, "two/pieces");
    said.debug(&builder);
    said.other(&builder.build().unwrap_err());
    said.is_clean(&captured);
}

/// The reason of a failure may hold anything: it is had on request alone.
#[tokio::test(start_paused = true)]
async fn no_reason_that_was_heard_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let webhooks = webhooks();
    let provider = saying(|asked| match asked.operation.as_str() {
        "get_entity_natural_person" => florin_tests::tradevest::in_memory::Says::No(
            404,
            json!({"message": MARK, "responseType": "NOT_FOUND", "requestId": "r"}),
        ),
        other => good(other),
    });
    let client = client(&provider);
    let person = client.known::<types::NaturalPerson>(id::NATURAL_PERSON);
    let body = json!({
        "naturalPersonId": id::NATURAL_PERSON, "status": "INVALID", "notificationType": "VALIDATION_ERROR",
        "modifiedOn": "2026-03-02T08:38:31.104Z",
        "validationError": {"errorType": "ALREADY_EXISTS_ERROR", "description": format!("{MARK} is known")},
    });
    webhooks
        .receive(
            EventType::NaturalPerson,
            &headers(MARK),
            body.to_string().as_bytes(),
        )
        .unwrap();
    let poller = person.poller(Goal::Accepted).hear(&webhooks);
    let poller = poller.deadline(Duration::from_secs(3600));
    said.debug(&poller);
    let outcome = said.outcome(poller.await).unwrap();
    let reason = outcome.reason().unwrap();
    assert!(reason.description().unwrap().contains(MARK), "it is there");
    said.debug(reason);

    let since = "2026-03-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap();
    let mut undelivered = client.undelivered_webhooks(since);
    let entries = undelivered.next_page().await.unwrap().unwrap();
    assert!(entries[0].json().to_string().contains(MARK));
    for entry in &entries {
        said.debug(entry);
        said.debug(&webhooks.recover(entry).unwrap());
    }
    said.is_clean(&captured);
}

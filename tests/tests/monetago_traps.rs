//! The traps of MonetaGo's documentation, one by one, each by its number in our notes on the provider.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use florin::Decimal;
use florin::core::{Effect, Retry};
use florin::monetago::types::{self, CancellationReason, FinancingRequestStatus};
use florin::monetago::{
    Checkpoint, Client, ClientCredentials, Environment, Fvr, Outcome, RegistrationHandle,
    Selection, amount, bic, currency_amount, operations,
};
use florin::poll::Progress;
use florin_sandbox::monetago::{CancellationKey, Lender, Options};
use florin_sandbox::{Fault, Sandbox};
use florin_tests::monetago::in_memory::{InMemory, Says};
use florin_tests::monetago::{invoice, lender};
use serde_json::{Value, json};

const SPEC: &str = include_str!("../../specs/monetago/openapi.yaml");

async fn sandbox() -> Sandbox {
    Sandbox::builder().start().await.unwrap()
}

fn first(sandbox: &Sandbox) -> Client {
    lender::client(sandbox, Lender::First).unwrap()
}

async fn registered(client: &Client, data_set: &str) -> Outcome {
    let request = invoice::registration_of("REGI", &[invoice::fvr(data_set, data_set)]).unwrap();
    client
        .register(&request)
        .await
        .unwrap()
        .poller()
        .await
        .unwrap()
}

/// A registry in memory whose status of any registration is what the cell holds.
fn answering(status: Value) -> (Arc<Mutex<Value>>, InMemory, Client) {
    let status = Arc::new(Mutex::new(status));
    let provider = InMemory::new({
        let status = Arc::clone(&status);
        move |asked| match asked.operation.as_str() {
            "get_status" | "search_financing_validation_requests" => {
                Says::Yes(status.lock().unwrap().clone())
            }
            "mark_as_financed" => Says::Yes(json!({"request_identification": "of-the-financing"})),
            "cancel_transactions" => Says::Yes(json!({"cancellation_id": "c"})),
            other => panic!("{other}"),
        }
    });
    let client = provider
        .builder(florin::core::Seam::real())
        .unwrap()
        .pace(lender::pace())
        .build()
        .unwrap();
    (status, provider, client)
}

fn fvr(status: &str) -> Value {
    json!([{"submitter_data_set_identification": "fvr-1", "financing_request_status": status}])
}

async fn read(client: &Client) -> Vec<Fvr> {
    client
        .resume(RegistrationHandle::new("r"))
        .read()
        .await
        .unwrap()
}

#[tokio::test]
async fn trap_01_the_token_travels_in_authorization_and_never_in_authentication() {
    let sandbox = sandbox().await;
    let _ = registered(&first(&sandbox), "fvr-1").await;
    let received = sandbox.monetago().received();
    let calls: Vec<_> = received
        .iter()
        .filter(|request| request.host == "api")
        .collect();
    assert!(!calls.is_empty());
    for request in calls {
        assert!(
            request
                .header("authorization")
                .unwrap()
                .starts_with("Bearer ")
        );
        assert!(!request.headers.contains_key("authentication"));
    }
}

#[tokio::test]
async fn trap_02_after_a_financing_the_registration_is_polled() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let outcome = registered(&client, "fvr-1").await;
    let change = client.finance(outcome.fvr()).await.unwrap();
    sandbox.monetago().clear_received();
    assert_eq!(change.poller().await.unwrap().word(), "financed");
    let registration = outcome.fvr().registration_id().unwrap();
    assert_ne!(change.id().unwrap(), registration);
    for request in sandbox.monetago().received() {
        assert_eq!(request.path, format!("/v1/status/{registration}"));
    }
}

#[test]
fn trap_03_amounts_are_text_with_or_without_thousands_separators_and_exact() {
    let read = |text: &str| {
        amount(&types::CurrencyAmount {
            currency: "SGD".into(),
            amount: text.into(),
        })
    };
    assert_eq!(
        read("1,850,600.00").unwrap(),
        "1850600.00".parse::<Decimal>().unwrap()
    );
    assert_eq!(read("145000.00").unwrap().to_string(), "145000.00");
    assert_eq!(
        read("0.10").unwrap().to_string(),
        "0.10",
        "no float in between"
    );
    assert!(read("12O").is_err());
    let written = currency_amount("SGD", "1,850,600.00".parse::<Decimal>().unwrap());
    assert_eq!(
        serde_json::to_value(written).unwrap(),
        json!({"currency": "SGD", "amount": "1850600.00"})
    );
    let raw = types::CurrencyAmount {
        currency: "SGD".into(),
        amount: "1,850,600.00".into(),
    };
    assert_eq!(
        serde_json::to_value(raw).unwrap()["amount"],
        "1,850,600.00",
        "what the caller writes is sent"
    );
}

#[test]
fn trap_04_the_status_of_an_error_is_text_and_its_texts_do_not_show() {
    let error = json!({"type": "t", "status": "404 NOT_FOUND", "detail": "{\"code\":\"FVR_NOT", "error": "host-17.internal"});
    let error: types::OperationError = serde_json::from_value(error).unwrap();
    assert_eq!(error.status.as_deref(), Some("404 NOT_FOUND"));
    let shown = format!("{error:?}");
    assert!(
        !shown.contains("FVR_NOT") && !shown.contains("host-17"),
        "{shown}"
    );
}

#[tokio::test]
async fn trap_05_identifiers_longer_than_35_characters_are_taken() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let uuid = "0b0e2a52-5d0f-4f6c-9a1e-6d2f1f0c7a11";
    assert_eq!(uuid.len(), 36);
    let outcome = registered(&client, uuid).await;
    let financed = client
        .finance(outcome.fvr())
        .await
        .unwrap()
        .poller()
        .await
        .unwrap();
    assert_eq!(
        (financed.word(), financed.fvr().data_set_id()),
        ("financed", Some(uuid))
    );
    let batch = Selection::Batches(vec!["not-a-uuid".into()]);
    assert!(
        client.finance_all(batch).await.unwrap_err().is_not_found(),
        "refused by the registry, not by us"
    );
}

#[tokio::test]
async fn trap_06_a_cancellation_is_read_at_the_singular_path_by_either_name() {
    assert_eq!(operations::CANCEL_TRANSACTIONS.template(), "/cancellations");
    assert_eq!(
        operations::GET_CANCELLATION_STATUS.template(),
        "/cancellation/{cancellation-identification}/status"
    );
    for cancellation_key in [CancellationKey::Id, CancellationKey::Identification] {
        let sandbox = Sandbox::builder()
            .monetago(Options {
                cancellation_key,
                ..Options::default()
            })
            .start()
            .await
            .unwrap();
        let client = first(&sandbox);
        let change = client
            .cancel(registered(&client, "fvr-1").await.fvr())
            .await
            .unwrap();
        client
            .cancellation_status(change.id().unwrap())
            .await
            .unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn trap_07_times_without_offset_are_read_and_times_with_z_are_sent() {
    let provider = InMemory::new(|asked| {
        let events = [
            json!({"timestamp": "2026-11-02T11:59:00", "n": 1}),
            json!({"timestamp": "2026-11-02T19:59:30+08:00", "n": 2}),
        ];
        Says::Yes(if asked.parameter("offset") == Some("0") {
            events.into_iter().collect()
        } else {
            json!([])
        })
    });
    let seam = florin::core::Seam::simulated("2026-11-02T12:00:00Z".parse().unwrap(), 7);
    let client = provider.builder(seam).unwrap().build().unwrap();
    let mut feed = client.activity(Checkpoint::default());
    assert_eq!(
        feed.next().await.unwrap().time().unwrap().to_rfc3339(),
        "2026-11-02T11:59:00+00:00"
    );
    assert_eq!(
        feed.next().await.unwrap().time().unwrap().to_rfc3339(),
        "2026-11-02T11:59:30+00:00"
    );
    assert!(
        tokio::time::timeout(Duration::from_secs(90), feed.next())
            .await
            .is_err()
    );
    assert_eq!(
        provider
            .asked("get_activity")
            .last()
            .unwrap()
            .parameter("after"),
        Some("2026-11-02T11:59:00.000Z")
    );

    let request = json!({"creation_date_time": "2026-11-02T16:30:00", "batch_collection": []});
    let request: types::RegistrationRequest = serde_json::from_value(request).unwrap();
    assert_eq!(
        request.creation_date_time.as_deref(),
        Some("2026-11-02T16:30:00")
    );
    let entry = json!({"match_identification": "m", "match_type": "EXCT", "matched_date_time": "2021-05-03T13:50:23"});
    let entry: types::DuplicateReportEntry = serde_json::from_value(entry).unwrap();
    assert_eq!(
        entry.matched_date_time.as_deref(),
        Some("2021-05-03T13:50:23")
    );
}

#[tokio::test]
async fn trap_08_an_error_is_recognised_however_its_path_is_spelt() {
    for path in [
        "/financings",
        "/financing",
        "/v1/financings",
        "financings/fvr-1",
    ] {
        let (status, _, client) = answering(fvr("REGU"));
        let change = client.finance(&read(&client).await[0]).await.unwrap();
        status.lock().unwrap()[0]["errors"] = json!([{"type": "t", "path": path}]);
        assert_eq!(change.poller().await.unwrap().word(), "failed", "{path}");
    }
    let (status, _, client) = answering(fvr("PNDG"));
    status.lock().unwrap()[0]["errors"] = json!([{"type": "t", "path": "/registration"}]);
    assert_eq!(
        client
            .resume(RegistrationHandle::new("r"))
            .poller()
            .await
            .unwrap()
            .word(),
        "failed"
    );
}

#[tokio::test]
async fn trap_09_a_post_is_never_repeated_when_it_may_have_been_carried_out() {
    for post in operations::ALL
        .iter()
        .filter(|operation| operation.method() == "POST" && operation.id() != "create_access_token")
    {
        assert_eq!(post.retry_class(), Retry::Never, "{}", post.id());
    }
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    sandbox
        .monetago()
        .misbehave(
            Fault::reset()
                .after_effect()
                .on("register_transactions")
                .always(),
        )
        .unwrap();
    let request = invoice::registration_of("REGI", &[invoice::fvr("fvr-1", "inv-1")]).unwrap();
    let error = client.register(&request).await.unwrap_err();
    assert_eq!(
        (error.effect(), error.attempts()),
        (Effect::MaybeApplied, 1)
    );
    assert_eq!(sandbox.monetago().registrations(), 1);
    assert_eq!(
        client.find("fvr-1").await.unwrap().len(),
        1,
        "found instead"
    );
}

#[tokio::test]
async fn trap_10_financing_and_cancelling_reach_one_fvr_unless_asked_otherwise() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let request =
        invoice::registration_of("REGI", &[invoice::fvr("a", "1"), invoice::fvr("b", "2")])
            .unwrap();
    let outcomes = client
        .register(&request)
        .await
        .unwrap()
        .poll_all()
        .await
        .unwrap();
    let _ = client
        .finance(outcomes[0].fvr())
        .await
        .unwrap()
        .poller()
        .await
        .unwrap();
    let status = |data_set| {
        sandbox
            .monetago()
            .fvr_status(Lender::First, data_set)
            .unwrap()
    };
    assert_eq!([status("a"), status("b")], ["FNCD", "REGU"]);
    let _ = client
        .cancel(outcomes[1].fvr())
        .await
        .unwrap()
        .poller()
        .await
        .unwrap();
    assert_eq!([status("a"), status("b")], ["FNCD", "CANC"]);
    let sent = sandbox.monetago().received_by("mark_as_financed")[0]
        .json()
        .unwrap();
    assert_eq!(
        sent["financing_batch"],
        json!([{"submitter_data_set_identification": "a"}])
    );
}

#[test]
fn trap_11_a_bic_is_sent_under_identifications_and_read_in_both_places() {
    let nested =
        json!({"name": "Straits Cocoa Trading", "identifications": {"any_bic": "EXMPSGSGXXX"}});
    let party: types::Party = serde_json::from_value(nested.clone()).unwrap();
    assert_eq!(bic(&party), Some("EXMPSGSGXXX"));
    assert_eq!(serde_json::to_value(&party).unwrap(), nested);
    let flat = json!({"name": "Straits Cocoa Trading", "any_bic": "EXMPSGSGXXX"});
    let party: types::Party = serde_json::from_value(flat).unwrap();
    assert_eq!(bic(&party), Some("EXMPSGSGXXX"));
    assert!(!format!("{party:?}").contains("EXMPSGSGXXX"));
}

#[tokio::test]
async fn trap_12_a_pool_is_optional() {
    let sandbox = sandbox().await;
    let request = invoice::registration_of("REGI", &[invoice::fvr("fvr-1", "inv-1")]).unwrap();
    assert_eq!(request.pool_identification, None);
    let _ = first(&sandbox).register(&request).await.unwrap();
    let sent = sandbox.monetago().received_by("register_transactions")[0]
        .json()
        .unwrap();
    assert!(
        sent.get("pool_identification").is_none(),
        "left out, and not null"
    );
}

#[test]
fn trap_13_the_two_meanings_of_dfin_are_two_types() {
    let status: FinancingRequestStatus = serde_json::from_value(json!("DFIN")).unwrap();
    let reason: CancellationReason = serde_json::from_value(json!("DFIN")).unwrap();
    assert_eq!(
        (status, reason),
        (FinancingRequestStatus::Dfin, CancellationReason::Dfin)
    );
    assert_ne!(
        std::any::TypeId::of::<FinancingRequestStatus>(),
        std::any::TypeId::of::<CancellationReason>()
    );
}

#[tokio::test]
async fn trap_14_either_kind_of_match_identifier_leads_to_the_documents() {
    let sandbox = sandbox().await;
    let _ = registered(&first(&sandbox), "same").await;
    let client = lender::client(&sandbox, Lender::Second).unwrap();
    let outcome = registered(&client, "same").await;
    let mut entry = outcome.fvr().matches()[0].clone();
    client.document_match(&entry).await.unwrap();
    entry.match_identification = "leads nowhere".into();
    client.document_match(&entry).await.unwrap();
}

#[tokio::test]
async fn trap_15_a_refusal_under_http_success_ends_the_wait_and_an_old_one_does_not() {
    let old = json!({"type": "t", "path": "/financings", "timestamp": "2024-10-24T03:06:17.437Z"});
    let (status, _, client) = answering(fvr("REGU"));
    status.lock().unwrap()[0]["errors"] = json!([old]);
    let change = client.finance(&read(&client).await[0]).await.unwrap();
    let mut poller = change.poller();
    assert!(
        matches!(poller.next().await, Some(Ok(Progress::Pending(_)))),
        "an old entry is no answer"
    );

    let mut new = old.clone();
    new["timestamp"] = "2026-11-02T08:00:00.000Z".into();
    status.lock().unwrap()[0]["errors"] =
        json!([old, {"type": "t", "path": "/cancellations"}, new]);
    let Outcome::Failed { errors, .. } = poller.await.unwrap() else {
        panic!("it did not fail")
    };
    assert_eq!(errors.len(), 1, "of the financing, and new");
    assert_eq!(
        errors[0].timestamp.as_deref(),
        Some("2026-11-02T08:00:00.000Z")
    );

    // Known across a restart as well.
    let handle = serde_json::to_string(change.handle()).unwrap();
    status.lock().unwrap()[0]["errors"] = json!([old]);
    let resumed = client.resume_change(serde_json::from_str(&handle).unwrap());
    assert!(matches!(
        resumed.poller().next().await,
        Some(Ok(Progress::Pending(_)))
    ));
}

#[tokio::test]
async fn trap_16_pending_is_no_outcome() {
    let (status, _, client) = answering(fvr("PNDG"));
    let mut poller = client.resume(RegistrationHandle::new("r")).poller();
    for _ in 0..3 {
        assert!(matches!(
            poller.next().await,
            Some(Ok(Progress::Pending(_)))
        ));
    }
    *status.lock().unwrap() = fvr("REGU");
    assert_eq!(poller.await.unwrap().word(), "unique");
    *status.lock().unwrap() = fvr("NEWS");
    let outcome = client
        .resume(RegistrationHandle::new("r"))
        .poller()
        .await
        .unwrap();
    assert!(
        matches!(&outcome, Outcome::Unknown { status, .. } if status == "NEWS"),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn trap_17_unique_may_have_matches_all_the_same() {
    let (status, _, client) = answering(fvr("REGU"));
    status.lock().unwrap()[0]["financing_request_duplicate_report"] = json!([{"match_identification": "m", "match_type": "PART", "matched_financing_request_status": "FNCD"}]);
    let Outcome::Unique(fvr) = client
        .resume(RegistrationHandle::new("r"))
        .poller()
        .await
        .unwrap()
    else {
        panic!()
    };
    assert_eq!(fvr.matches()[0].match_type, "PART");
}

#[tokio::test(start_paused = true)]
async fn trap_18_the_window_reaches_behind_the_last_event_and_repetitions_are_dropped() {
    let provider = InMemory::new(|asked| {
        let event = |n: u32| json!({"timestamp": "2026-11-02T11:00:00.000Z", "n": n});
        Says::Yes(if asked.parameter("offset") == Some("0") {
            json!([event(1), event(2)])
        } else {
            json!([])
        })
    });
    let seam = florin::core::Seam::simulated("2026-11-02T12:00:00Z".parse().unwrap(), 7);
    let client = provider.builder(seam).unwrap().build().unwrap();
    let mut feed = client.activity(Checkpoint::default());
    let _ = feed.next().await.unwrap();
    let after_one = feed.checkpoint().clone();
    let _ = feed.next().await.unwrap();
    assert!(
        tokio::time::timeout(Duration::from_secs(600), feed.next())
            .await
            .is_err(),
        "neither comes again"
    );
    let asked = provider.asked("get_activity");
    assert_eq!(
        (asked[0].parameter("after"), asked[0].parameter("limit")),
        (None, Some("1000"))
    );
    assert!(
        asked
            .iter()
            .all(|asked| asked.parameter("before").is_none())
    );
    assert!(asked.last().unwrap().parameter("after").unwrap() < "2026-11-02T11:00:00.000Z");
    let mut feed = client.activity(after_one);
    assert_eq!(
        feed.next().await.unwrap().json()["n"],
        2,
        "of two at one time the second is not lost"
    );
}

#[tokio::test]
async fn trap_19_hyphens_stay_in_the_template_and_values_are_escaped() {
    assert_eq!(
        operations::GET_STATUS.template(),
        "/status/{request-identification}"
    );
    assert_eq!(
        operations::GET_DOCUMENT_MATCH.template(),
        "/document-matches/{match-identification}"
    );
    let (_, provider, client) = answering(fvr("REGU"));
    client
        .api()
        .get_status()
        .request_identification("a/b c")
        .send()
        .await
        .unwrap();
    assert_eq!(provider.asked("get_status")[0].path, "/v1/status/a%2Fb%20c");
}

#[test]
fn trap_20_every_path_is_whole() {
    for operation in operations::ALL {
        assert!(
            operation.template().starts_with('/') && !operation.template().contains("environmnet")
        );
    }
    let get_status: Vec<_> = operations::ALL
        .iter()
        .filter(|operation| operation.template().starts_with("/status/"))
        .collect();
    assert_eq!(get_status.len(), 1);
}

#[tokio::test]
async fn trap_21_header_names_and_values_are_the_right_way_round() {
    let sandbox = sandbox().await;
    let _ = registered(&first(&sandbox), "fvr-1").await;
    for request in sandbox.monetago().received() {
        let sent: Vec<_> = request.headers.keys().map(|name| name.as_str()).collect();
        let known = [
            "accept",
            "accept-encoding",
            "authorization",
            "content-length",
            "content-type",
            "host",
            "user-agent",
        ];
        assert!(sent.iter().all(|name| known.contains(name)), "{sent:?}");
        if request.method == "POST" {
            assert_eq!(request.header("content-type"), Some("application/json"));
        }
    }
}

#[tokio::test]
async fn trap_22_nothing_of_the_sister_registry_is_mixed_in() {
    assert!(!SPEC.contains("X-Ccp") && !SPEC.contains("TFRREGISTER") && !SPEC.contains("apiKey"));
    let ids: Vec<_> = operations::ALL
        .iter()
        .map(|operation| operation.id().to_owned())
        .collect();
    assert_eq!(ids.len(), 11);
    assert!(
        !ids.iter()
            .any(|id| id.contains("metadata") || id.contains("extend")),
        "{ids:?}"
    );
    assert!(
        Environment::Production
            .api_url()
            .starts_with("https://api.securefinancing.com/")
    );
    assert!(!Environment::CustomerTest.api_url().contains("tfr"));
    let credentials = format!("{:?}", ClientCredentials::new("id", "secret", "audience"));
    assert!(!credentials.contains("api_key"));
}

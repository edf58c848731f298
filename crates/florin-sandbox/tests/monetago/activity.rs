//! The activity feed.

use std::time::Duration;

use florin_sandbox::monetago::{ActivityContainer, ActivityOrder, Boundary, Lender, Options};
use florin_sandbox::{ManualClock, Sandbox};
use serde_json::{Value, json};

use crate::desk::{Desk, Fvr, sandbox};

/// Three registrations, a second apart.
async fn three(options: Options) -> (Sandbox, ManualClock, Desk) {
    let (sandbox, clock) = sandbox(options).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    for (data_set, invoice) in [("f1", "i1"), ("f2", "i2"), ("f3", "i3")] {
        desk.register(&Fvr::new(data_set, invoice)).await;
        clock.advance(Duration::from_secs(1));
    }
    (sandbox, clock, desk)
}

async fn names(desk: &Desk, query: &str) -> Vec<String> {
    let (status, events) = desk.get(&format!("/activity{query}")).await;
    assert_eq!(status, 200, "{events}");
    let name = |event: &Value| {
        event["submitter_data_set_identification"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    events.as_array().unwrap().iter().map(name).collect()
}

#[tokio::test]
async fn events_come_in_the_order_of_time_and_name_what_changed() {
    let (_sandbox, _clock, desk) = three(Options::default()).await;
    assert_eq!(names(&desk, "").await, ["f1", "f2", "f3"]);
    let (_, events) = desk.get("/activity?limit=1").await;
    assert_eq!(events[0]["timestamp"], "2026-11-02T08:00:00.000Z");
    assert_eq!(events[0]["financing_request_status"], "REGU");
    assert_eq!(events[0]["pool_identification"], "pool-of-f1");
    for field in [
        "activity_identification",
        "request_identification",
        "batch_identification",
    ] {
        assert!(events[0][field].is_string(), "{field}");
    }
}

#[tokio::test]
async fn after_and_before_limit_the_window() {
    let (_sandbox, _clock, desk) = three(Options::default()).await;
    assert_eq!(
        names(&desk, "?after=2026-11-02T08:00:00.000Z").await,
        ["f2", "f3"]
    );
    assert_eq!(
        names(&desk, "?after=2026-11-02T09:00:01.000%2B01:00").await,
        ["f3"]
    );
    assert_eq!(
        names(&desk, "?before=2026-11-02T08:00:01.000Z").await,
        ["f1"]
    );
    assert_eq!(
        names(
            &desk,
            "?after=2026-11-02T08:00:00.500Z&before=2026-11-02T08:00:01.500Z"
        )
        .await,
        ["f2"]
    );
}

#[tokio::test]
async fn after_may_be_inclusive() {
    let (_sandbox, _clock, desk) = three(Options {
        activity_after: Boundary::Inclusive,
        ..Options::default()
    })
    .await;
    assert_eq!(
        names(&desk, "?after=2026-11-02T08:00:01.000Z").await,
        ["f2", "f3"]
    );
}

#[tokio::test]
async fn limit_and_offset_page() {
    let (_sandbox, _clock, desk) = three(Options::default()).await;
    assert_eq!(names(&desk, "?limit=2&offset=0").await, ["f1", "f2"]);
    assert_eq!(names(&desk, "?limit=2&offset=2").await, ["f3"]);
    assert_eq!(
        names(&desk, "?limit=2&offset=4").await,
        Vec::<String>::new()
    );
}

#[tokio::test]
async fn a_page_is_no_longer_than_the_provider_likes() {
    let (_sandbox, _clock, desk) = three(Options {
        activity_page: 2,
        ..Options::default()
    })
    .await;
    assert_eq!(names(&desk, "?limit=1000").await, ["f1", "f2"]);
    assert_eq!(names(&desk, "").await, ["f1", "f2"]);
}

#[tokio::test]
async fn events_may_come_newest_first() {
    let (_sandbox, _clock, desk) = three(Options {
        activity_order: ActivityOrder::NewestFirst,
        ..Options::default()
    })
    .await;
    assert_eq!(names(&desk, "?limit=2").await, ["f3", "f2"]);
}

#[tokio::test]
async fn events_may_stand_in_an_object_and_name_nothing() {
    let options = Options {
        activity_container: ActivityContainer::Wrapped,
        activity_names_records: false,
        activity_has_ids: false,
        ..Options::default()
    };
    let (_sandbox, _clock, desk) = three(options).await;
    let (_, body) = desk.get("/activity?limit=1").await;
    assert_eq!(
        body,
        json!({ "activity": [{ "timestamp": "2026-11-02T08:00:00.000Z" }] })
    );
}

#[tokio::test]
async fn what_another_lender_does_shows_when_it_changes_ones_own() {
    let (sandbox, clock, first) = three(Options::default()).await;
    let second = Desk::open(&sandbox, Lender::Second).await;
    let id = second.register(&Fvr::new("s1", "i2")).await;
    assert_eq!(
        names(&first, "?after=2026-11-02T08:00:02.500Z").await,
        ["f2"]
    );
    assert_eq!(names(&second, "").await, ["s1"]);
    clock.advance(Duration::from_secs(1));
    second.finance("request_identification", &id).await;
    let (_, events) = first.get("/activity?after=2026-11-02T08:00:03.500Z").await;
    assert_eq!(events[0]["financing_request_status"], "DFIN");
}

#[tokio::test]
async fn a_match_that_changes_no_status_is_an_event_too() {
    let (sandbox, _clock, first) = three(Options::default()).await;
    let second = Desk::open(&sandbox, Lender::Second).await;
    second
        .register(&Fvr {
            applicant: "Somebody Else",
            ..Fvr::new("s1", "i2")
        })
        .await;
    let (_, events) = first.get("/activity?after=2026-11-02T08:00:02.500Z").await;
    assert_eq!(events[0]["submitter_data_set_identification"], "f2");
    assert_eq!(events[0]["financing_request_status"], "REGU");
}

#[tokio::test]
async fn what_settles_unseen_has_the_time_at_which_it_settled() {
    let (sandbox, clock) = sandbox(Options {
        settle_after: Duration::from_secs(3),
        ..Options::default()
    })
    .await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    desk.register(&Fvr::new("f1", "i1")).await;
    assert_eq!(names(&desk, "").await, Vec::<String>::new());
    clock.advance(Duration::from_secs(60));
    let (_, events) = desk.get("/activity").await;
    assert_eq!(events[0]["timestamp"], "2026-11-02T08:00:03.000Z");
}

#[tokio::test]
async fn a_window_that_is_no_time_is_refused() {
    let (_sandbox, _clock, desk) = three(Options::default()).await;
    let (status, body) = desk.get("/activity?after=yesterday").await;
    assert_eq!(status, 400);
    assert_eq!(body["sub_errors"][0]["place"], "query after");
}

#[tokio::test]
async fn a_cancelled_fvr_hears_of_no_more_matches() {
    let (_sandbox, _clock, desk) = three(Options::default()).await;
    desk.cancel("submitter_data_set_identification", "f2").await;
    let since = "?after=2026-11-02T08:00:02.500Z";
    assert_eq!(names(&desk, since).await, ["f2"]);
    desk.register(&Fvr::new("f4", "i2")).await;
    assert_eq!(names(&desk, since).await, ["f2", "f4"]);
}

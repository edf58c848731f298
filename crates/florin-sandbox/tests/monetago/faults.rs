//! Misbehaviour, as it arrives on the wire.

use std::time::Duration;

use florin_sandbox::Fault;
use florin_sandbox::monetago::{Lender, Options};
use reqwest::Method;
use serde_json::json;

use crate::desk::{self, Desk, Fvr, answer, client, sandbox};

/// The innermost text of an error: what the network said.
fn innermost(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), innermost)
}

#[tokio::test]
async fn an_answer_can_be_replaced_with_any_other() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let overloaded = Fault::status(429)
        .header("retry-after", "2")
        .json(&json!({ "status": "429 TOO_MANY_REQUESTS" }));
    sandbox
        .monetago()
        .misbehave(overloaded.on("get_activity").times(2))
        .unwrap();
    assert_eq!(
        desk.get("/document-matches").await.0,
        200,
        "another operation is not concerned"
    );
    for _ in 0..2 {
        let answer = desk.request(Method::GET, "/activity").send().await.unwrap();
        assert_eq!(answer.status(), 429);
        assert_eq!(answer.headers()["retry-after"], "2");
        assert_eq!(
            answer.json::<serde_json::Value>().await.unwrap()["status"],
            "429 TOO_MANY_REQUESTS"
        );
    }
    assert_eq!(desk.get("/activity").await.0, 200);
}

#[tokio::test]
async fn a_gateway_answers_in_html() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    sandbox
        .monetago()
        .misbehave(Fault::status(502).body("text/html", "<h1>Bad gateway</h1>"))
        .unwrap();
    let answer = desk.request(Method::GET, "/activity").send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["content-type"]),
        (502, &"text/html".parse().unwrap())
    );
    assert_eq!(answer.text().await.unwrap(), "<h1>Bad gateway</h1>");
}

#[tokio::test]
async fn a_failure_before_the_effect_has_none_and_one_after_it_has() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let body = Fvr::new("f1", "i1").registration(&desk.institution);
    let faults = [
        Fault::status(503).json(&json!({})),
        Fault::close(),
        Fault::reset(),
    ];
    for (number, fault) in faults.into_iter().enumerate() {
        for (after, fault) in [(false, fault.clone()), (true, fault.after_effect())] {
            let before = sandbox.monetago().registrations();
            sandbox
                .monetago()
                .misbehave(fault.on("register_transactions"))
                .unwrap();
            let result = desk
                .request(Method::POST, "/registrations")
                .json(&body)
                .send()
                .await;
            assert_eq!(result.is_ok(), number == 0);
            let registered = sandbox.monetago().registrations() - before;
            assert_eq!(
                registered,
                usize::from(after),
                "fault {number}, after the effect: {after}"
            );
        }
    }
}

#[tokio::test]
async fn a_closed_connection_ends_without_an_answer() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    sandbox.monetago().misbehave(Fault::close()).unwrap();
    let error = desk
        .request(Method::GET, "/activity")
        .send()
        .await
        .unwrap_err();
    assert_eq!(
        innermost(&error),
        "connection closed before message completed"
    );
    assert_eq!(sandbox.monetago().received().last().unwrap().answered, None);
    assert_eq!(
        desk.get("/activity").await.0,
        200,
        "the next connection is fine"
    );
}

#[tokio::test]
async fn a_reset_connection_is_reset_on_the_wire() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    sandbox.monetago().misbehave(Fault::reset()).unwrap();
    let error = desk
        .request(Method::GET, "/activity")
        .send()
        .await
        .unwrap_err();
    assert!(
        innermost(&error).starts_with("Connection reset by peer"),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_body_can_break_off_in_the_middle() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let body = Fvr::new("f1", "i1").registration(&desk.institution);
    sandbox.monetago().misbehave(Fault::truncated()).unwrap();
    let mut answer = desk
        .request(Method::POST, "/registrations")
        .json(&body)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200);
    let announced = answer.content_length().unwrap();
    let first = answer.chunk().await.unwrap().unwrap();
    assert_eq!(first.len() as u64, announced / 2);
    answer.chunk().await.unwrap_err();
    assert_eq!(sandbox.monetago().registrations(), 1);
}

#[tokio::test]
async fn a_body_can_be_garbage() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    sandbox.monetago().misbehave(Fault::garbage()).unwrap();
    let answer = desk.request(Method::GET, "/activity").send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["content-type"]),
        (200, &"application/json".parse().unwrap())
    );
    answer.json::<serde_json::Value>().await.unwrap_err();
}

#[tokio::test]
async fn a_body_can_be_huge() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    sandbox
        .monetago()
        .misbehave(Fault::huge_body(5_000_001))
        .unwrap();
    let answer = desk.request(Method::GET, "/activity").send().await.unwrap();
    let text: String = answer.json().await.unwrap();
    assert_eq!(text.len(), 5_000_001);
}

#[tokio::test]
async fn a_body_can_come_slowly() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    desk.register(&Fvr::new("f1", "i1")).await;
    let (_, whole) = desk.get("/activity").await;
    let pause = Duration::from_secs(1);
    sandbox
        .monetago()
        .misbehave(Fault::slow_body(pause))
        .unwrap();
    let start = clock.now();
    let mut answer = desk.request(Method::GET, "/activity").send().await.unwrap();
    let (mut body, mut parts) = (Vec::new(), 0);
    loop {
        tokio::select! {
            biased;
            part = answer.chunk() => match part.unwrap() {
                Some(part) => body.extend(part),
                None => break,
            },
            // A pause starts when the part before it is on its way: turn the clock while there is nothing to read.
            () = tokio::task::yield_now() => {
                clock.advance(pause / 2);
                continue;
            }
        }
        parts += 1;
    }
    assert_eq!(parts, 10);
    assert!((clock.now() - start).to_std().unwrap() >= 9 * pause);
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(&body).unwrap(),
        whole
    );
}

#[tokio::test]
async fn an_answer_can_be_late_on_either_side_of_the_effect() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let monetago = sandbox.monetago();
    let desk = Desk::open(&sandbox, Lender::First).await;
    let delay = Duration::from_secs(30);
    for (after, fault) in [
        (false, Fault::delay(delay)),
        (true, Fault::delay(delay).after_effect()),
    ] {
        monetago.clear_received();
        let before = monetago.registrations();
        monetago.misbehave(fault).unwrap();
        let body = Fvr::new("f1", "i1").registration(&desk.institution);
        let request = desk
            .request(Method::POST, "/registrations")
            .json(&body)
            .send();
        let late = async {
            monetago.wait_for_received(1).await;
            assert_eq!(monetago.received()[0].answered, None);
            let registered = monetago.registrations() - before;
            clock.advance(delay);
            registered
        };
        let (answer, registered) = tokio::join!(request, late);
        assert_eq!(answer.unwrap().status(), 200);
        assert_eq!(registered, usize::from(after));
        assert_eq!(monetago.registrations() - before, 1);
    }
}

#[tokio::test]
async fn a_token_can_expire_at_the_very_request() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    sandbox
        .monetago()
        .misbehave(Fault::expired_token().on("get_activity"))
        .unwrap();
    let refused = desk.request(Method::GET, "/activity").send().await.unwrap();
    assert_eq!(
        refused.headers()["www-authenticate"],
        "Bearer error=\"invalid_token\""
    );
    assert_eq!(desk.get("/activity").await.0, 401, "it stays expired");
    let renewed = Desk::open(&sandbox, Lender::First).await;
    assert_eq!(renewed.get("/activity").await.0, 200);
}

#[tokio::test]
async fn an_answer_can_point_to_another_host() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    sandbox
        .monetago()
        .misbehave(Fault::redirect("http://127.0.0.1:9/v1/activity"))
        .unwrap();
    let answer = desk.request(Method::GET, "/activity").send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["location"]),
        (307, &"http://127.0.0.1:9/v1/activity".parse().unwrap())
    );
}

#[tokio::test]
async fn the_token_host_misbehaves_too() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    sandbox
        .monetago()
        .misbehave(Fault::status(503).on("create_access_token"))
        .unwrap();
    assert_eq!(
        desk::token(&client(), sandbox.monetago(), Lender::First)
            .await
            .status(),
        503
    );
    assert_eq!(
        desk::token(&client(), sandbox.monetago(), Lender::First)
            .await
            .status(),
        200
    );
}

#[tokio::test]
async fn a_fault_can_strike_every_second_time_until_it_is_cleared() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    sandbox
        .monetago()
        .misbehave(Fault::status(500).json(&json!({})).every(2))
        .unwrap();
    let mut statuses = Vec::new();
    for _ in 0..4 {
        statuses.push(desk.get("/activity").await.0);
    }
    assert_eq!(statuses, [200, 500, 200, 500]);
    sandbox.monetago().behave();
    for _ in 0..2 {
        assert_eq!(desk.get("/activity").await.0, 200);
    }
}

#[tokio::test]
async fn a_fault_for_an_operation_that_does_not_exist_is_refused() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let error = sandbox
        .monetago()
        .misbehave(Fault::close().on("get_statuses"))
        .unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("\"get_statuses\"") && text.contains(", get_status"),
        "{text}"
    );
}

#[tokio::test]
async fn a_sandbox_that_is_shut_down_or_dropped_is_gone() {
    let (sandbox, _clock) = desk::sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let port = |url: &str| {
        url.split(':')
            .nth(2)
            .unwrap()
            .split('/')
            .next()
            .unwrap()
            .parse::<u16>()
            .unwrap()
    };
    let (api, auth) = (
        port(&sandbox.monetago().api_url()),
        port(&sandbox.monetago().auth_url()),
    );
    sandbox.shutdown().await;
    desk.request(Method::GET, "/activity")
        .send()
        .await
        .unwrap_err();

    let options = Options {
        api_port: api,
        auth_port: auth,
        ..Options::default()
    };
    let (again, _clock) = desk::sandbox(options).await;
    assert_eq!(
        answer(desk.request(Method::GET, "/activity")).await.0,
        401,
        "the same ports, and none of the old state"
    );
    drop(again);
    // The server notices at the next turn of the runtime.
    while desk.request(Method::GET, "/activity").send().await.is_ok() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_request_can_be_cut_before_it_is_read() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let monetago = sandbox.monetago();
    monetago.clear_received();
    monetago.misbehave(Fault::reset().unread()).unwrap();
    desk.request(Method::GET, "/activity")
        .send()
        .await
        .unwrap_err();
    assert_eq!((monetago.received().len(), monetago.turned_away()), (0, 1));
    assert_eq!(desk.get("/activity").await.0, 200);
}

#[tokio::test]
async fn who_is_down_refuses_everybody_and_holds_no_connection() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    assert_eq!(desk.get("/activity").await.0, 200);
    sandbox.monetago().refuse_connections().await;
    let asked = desk.request(Method::GET, "/activity").send().await;
    assert!(asked.unwrap_err().is_connect());
}

#[tokio::test]
async fn a_true_answer_can_be_made_into_another_one() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let fault = Fault::altered(|body| [b"[", body, b"]"].concat());
    sandbox
        .monetago()
        .misbehave(fault.header("x-altered", "yes"))
        .unwrap();
    let answer = desk.request(Method::GET, "/activity").send().await.unwrap();
    assert_eq!(answer.headers()["x-altered"], "yes");
    let altered = answer.text().await.unwrap();
    let truly = desk.get("/activity").await.1;
    assert_eq!(altered, format!("[{truly}]"));
}

//! Callbacks: what they look like, how they prove themselves, and how a test meddles with them.

use florin_sandbox::nemuru::{Agent, Delivery, Nemuru, Options};
use serde_json::{Value, json};

use crate::receiver::Receiver;
use crate::shop::{LOAN, Shop, sandbox};

fn steps(nemuru: &Nemuru) -> Vec<String> {
    nemuru.callbacks().into_iter().map(|one| one.step).collect()
}

#[tokio::test]
async fn every_change_of_status_is_posted_to_the_target_in_order() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let nemuru = sandbox.nemuru();
    let shop = Shop::open(&sandbox, Agent::First).await;
    let receiver = Receiver::open(200).await;
    shop.subscribe(&format!("{}/steps?shop=7", receiver.url), None)
        .await;
    shop.invite(LOAN).await;
    nemuru.advance(LOAN, "status_opened").unwrap();
    shop.operate(LOAN, "cancelLoan").await;
    nemuru.wait_for_deliveries(3).await;

    let expected = ["status_initial", "status_opened", "status_cancelled"];
    assert_eq!(receiver.steps(), expected);
    assert_eq!(steps(nemuru), expected);
    let first = &receiver.arrived()[0];
    assert_eq!(first.path, "/steps?shop=7");
    assert_eq!(first.content_type, "application/json");
    assert_eq!(first.authorization, None);
    let documented = json!({
        "id": LOAN, "event": "loan_steps", "step": "status_initial", "triggered_at": "2026-11-02T08:00:00+00:00"
    });
    assert_eq!(first.json(), documented);
    assert_eq!(nemuru.callbacks()[0].deliveries, [Delivery::Answered(200)]);
    assert_eq!(nemuru.failed_deliveries(), 0);
}

#[tokio::test]
async fn a_callback_may_bring_a_header_that_the_shop_gave() {
    let header = json!({ "authorization_header": "Basic c2hvcDpzZWNyZXQ=", "content_type": "application/json" });
    let mut flat = json!({ "client": "callback", "event": "loan_steps" });
    flat.as_object_mut()
        .unwrap()
        .extend(header.as_object().unwrap().clone());
    for nested in [true, false] {
        let (sandbox, _clock) = sandbox(Options::default()).await;
        let shop = Shop::open(&sandbox, Agent::First).await;
        let receiver = Receiver::open(204).await;
        if nested {
            shop.subscribe(&receiver.url, Some(header.clone())).await;
        } else {
            let mut request = flat.clone();
            request["target"] = receiver.url.as_str().into();
            assert_eq!(shop.post("/webhook/", &request).await.0, 201);
        }
        shop.invite(LOAN).await;
        sandbox.nemuru().wait_for_deliveries(1).await;
        let authorization = receiver.arrived()[0].authorization.clone();
        assert_eq!(authorization.unwrap(), "Basic c2hvcDpzZWNyZXQ=");
    }
}

fn oauth2(receiver: &Receiver) -> Value {
    json!({
        "url": format!("{}/token", receiver.url), "client_id": "nemuru", "client_secret": "s&cret",
        "username": "nemuru-user", "password": "p",
    })
}

#[tokio::test]
async fn a_callback_may_bring_a_token_that_it_fetched_from_the_shop() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let receiver = Receiver::open(200).await;
    shop.subscribe(&receiver.url, Some(oauth2(&receiver))).await;
    shop.invite(LOAN).await;
    sandbox.nemuru().wait_for_deliveries(1).await;
    let [token, callback] = &receiver.arrived()[..] else {
        panic!("a token and a callback")
    };
    assert_eq!(token.path, "/token");
    assert_eq!(token.content_type, "application/x-www-form-urlencoded");
    assert_eq!(
        token.body,
        "grant_type=password&client_id=nemuru&client_secret=s%26cret&username=nemuru-user&password=p"
    );
    assert_eq!(
        callback.authorization.as_deref(),
        Some("Bearer receivers-own")
    );
}

#[tokio::test]
async fn without_a_token_nothing_is_posted() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let receiver = Receiver::open(401).await;
    shop.subscribe(&receiver.url, Some(oauth2(&receiver))).await;
    shop.invite(LOAN).await;
    sandbox.nemuru().wait_for_deliveries(1).await;
    assert_eq!(receiver.arrived().len(), 1);
    let Delivery::Failed(why) = &sandbox.nemuru().callbacks()[0].deliveries[0] else {
        panic!("it failed")
    };
    assert!(why.contains("answered 401"), "{why}");
}

#[tokio::test]
async fn a_failure_is_counted_and_not_repeated() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let nemuru = sandbox.nemuru();
    let shop = Shop::open(&sandbox, Agent::First).await;
    let receiver = Receiver::open(500).await;
    shop.subscribe(&receiver.url, None).await;
    shop.subscribe("http://127.0.0.1:1/nobody", None).await;
    shop.subscribe("https://shop.example/steps", None).await;
    shop.subscribe("http://192.0.2.1/steps", None).await;
    shop.invite(LOAN).await;
    nemuru.wait_for_deliveries(4).await;
    assert_eq!(nemuru.failed_deliveries(), 4);
    let came_of_it: Vec<_> = nemuru
        .callbacks()
        .into_iter()
        .map(|callback| callback.deliveries)
        .collect();
    assert_eq!(came_of_it[0], [Delivery::Answered(500)]);
    let why = |index: usize| match &came_of_it[index][..] {
        [Delivery::Failed(why)] => why.clone(),
        other => panic!("one failure, not {other:?}"),
    };
    assert!(why(1).contains("nobody listens"), "{}", why(1));
    assert!(why(2).contains("http alone"), "{}", why(2));
    assert!(why(3).contains("loopback alone"), "{}", why(3));
}

#[tokio::test]
async fn an_e_mail_is_noted_and_not_sent() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let request = json!({ "client": "email", "event": "loan_steps", "target": "till@example.com" });
    assert_eq!(shop.post("/webhook/", &request).await.0, 201);
    shop.invite(LOAN).await;
    sandbox.nemuru().wait_for_deliveries(1).await;
    let mail = &sandbox.nemuru().callbacks()[0];
    assert_eq!(
        (mail.client.as_str(), &mail.deliveries[..]),
        ("email", &[Delivery::Mailed][..])
    );
}

#[tokio::test]
async fn callbacks_can_be_late_repeated_and_out_of_order() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let nemuru = sandbox.nemuru();
    let shop = Shop::open(&sandbox, Agent::First).await;
    let receiver = Receiver::open(200).await;
    shop.subscribe(&receiver.url, None).await;
    nemuru.hold_callbacks();
    shop.invite(LOAN).await;
    nemuru.advance(LOAN, "status_opened").unwrap();
    nemuru.advance(LOAN, "status_denied").unwrap();
    assert_eq!(steps(nemuru).len(), 3);
    assert!(receiver.arrived().is_empty());

    assert_eq!(nemuru.deliver(2).await, Some(Delivery::Answered(200)));
    nemuru.release_callbacks();
    nemuru.wait_for_deliveries(3).await;
    assert_eq!(nemuru.deliver(0).await, Some(Delivery::Answered(200)));
    assert_eq!(nemuru.deliver(3).await, None);
    let arrived = [
        "status_denied",
        "status_initial",
        "status_opened",
        "status_initial",
    ];
    assert_eq!(receiver.steps(), arrived);
    let deliveries = |number: usize| nemuru.callbacks()[number].deliveries.len();
    assert_eq!([0, 1, 2].map(deliveries), [2, 1, 1]);

    nemuru.advance(LOAN, "status_ended").unwrap();
    nemuru.wait_for_deliveries(5).await;
    assert_eq!(receiver.steps().last().unwrap(), "status_ended");
}

#[tokio::test]
async fn a_callback_can_be_forged() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let nemuru = sandbox.nemuru();
    let receiver = Receiver::open(401).await;
    let body = json!({ "id": LOAN, "event": "loan_steps", "step": "status_active_trial" });
    let delivery = nemuru
        .forge_callback(&receiver.url, &body, Some("Basic Zm9yZ2Vk"))
        .await;
    assert_eq!(delivery, Delivery::Answered(401));
    let arrived = &receiver.arrived()[0];
    assert_eq!(arrived.authorization.as_deref(), Some("Basic Zm9yZ2Vk"));
    assert_eq!(arrived.json(), body);
    assert!(nemuru.callbacks().is_empty() && nemuru.loans().is_empty());
}

#[tokio::test]
async fn a_receiver_that_does_not_answer_keeps_nobody_else_waiting() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let nemuru = sandbox.nemuru();
    let shop = Shop::open(&sandbox, Agent::First).await;
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", silent.local_addr().unwrap());
    shop.subscribe(&url, None).await;
    let receiver = Receiver::open(200).await;
    shop.subscribe(&receiver.url, None).await;
    shop.invite(LOAN).await;
    nemuru.advance(LOAN, "status_opened").unwrap();
    nemuru.wait_for_deliveries(2).await;
    assert_eq!(receiver.steps(), ["status_initial", "status_opened"]);
    sandbox.shutdown().await;
}

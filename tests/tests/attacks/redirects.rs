//! Redirects: neither credentials nor a token nor a code follow one, whoever answers it and with whichever status.

use florin::core::http::HeaderMap;
use florin::core::{Limits, Upgrade, Upgrader};
use florin::oauth::{AuthorizationCodeFlow, Redirect};
use florin_sandbox::Fault;

use super::house::{House, Source};
use super::stranger::{Stranger, answer};

const STATUSES: [u16; 5] = [301, 302, 303, 307, 308];

#[tokio::test]
async fn credentials_never_follow_a_redirect_of_the_token_endpoint() {
    let stranger = Stranger::quiet().await;
    for source in Source::ALL {
        let house = House::open(source).await;
        for status in STATUSES {
            let elsewhere = format!("{}/token", stranger.url());
            for call in source.token_calls() {
                let fault = Fault::status(status).header("location", &elsewhere);
                house.misbehave(fault.on(call));
            }
            let asked = house.asked().len();
            let failed = super::caller(&house).call().await;
            assert!(failed.is_err(), "{source:?} {status}");
            assert!(house.asked().len() > asked, "{source:?} {status}");
            let answered = house.asked().pop().and_then(|one| one.answered);
            assert_eq!(
                answered.map(|status| status.as_u16()),
                Some(status),
                "{source:?}"
            );
        }
        // Those that asked for a token have asked for nothing else.
        assert_eq!(house.received().len(), house.asked().len(), "{source:?}");
    }
    assert!(stranger.is_untouched());
}

#[tokio::test]
async fn a_token_never_follows_a_redirect_of_the_api() {
    let stranger = Stranger::quiet().await;
    for source in Source::ALL {
        let house = House::open(source).await;
        let caller = super::caller(&house);
        caller.call().await.unwrap();
        let call = house
            .received()
            .pop()
            .and_then(|one| one.operation)
            .unwrap();
        for status in STATUSES {
            for elsewhere in [stranger.url(), stranger.url().replace("http:", "")] {
                house.misbehave(
                    Fault::status(status)
                        .header("location", &elsewhere)
                        .on(&call),
                );
                assert!(caller.call().await.is_err(), "{source:?} {status}");
            }
        }
        caller.call().await.unwrap();
    }
    assert!(stranger.is_untouched());
}

#[tokio::test]
async fn a_code_never_follows_a_redirect_of_the_token_endpoint() {
    let stranger = Stranger::quiet().await;
    for status in STATUSES {
        let elsewhere = format!("location: {}/token\r\n", stranger.url());
        let endpoint =
            Stranger::saying(move |_| answer(&format!("{status} Elsewhere"), &elsewhere, "")).await;
        let flow = AuthorizationCodeFlow::builder()
            .client("id", "s3cret")
            .authorize_url("https://provider.example/authorize")
            .token_url(format!("{}/token", endpoint.url()))
            .redirect_url("https://shop.example/granted")
            .build()
            .unwrap();
        let pending = flow.authorize_url();
        let state = super::authorization_code::parameter(pending.url(), "state").unwrap();
        let redirect = Redirect::parse(&format!("?code=c0de&state={state}")).unwrap();
        assert!(pending.finish(redirect).await.is_err(), "{status}");
        assert_eq!(endpoint.heard().len(), 1, "{status}");
    }
    assert!(stranger.is_untouched());
}

/// The price socket's stack.
#[tokio::test]
async fn a_token_never_follows_a_redirect_of_a_handshake() {
    let stranger = Stranger::quiet().await;
    for status in STATUSES {
        let elsewhere = format!("location: {}/websocket/prices\r\n", stranger.url());
        let host =
            Stranger::saying(move |_| answer(&format!("{status} Elsewhere"), &elsewhere, "")).await;
        let upgrader = Upgrader::new("prices", &host.url(), &Limits::default()).unwrap();
        let mut headers = HeaderMap::new();
        headers.insert("authorization", "Bearer a-token".parse().unwrap());
        let answered = upgrader
            .get("/websocket/prices", headers, 1 << 10)
            .await
            .unwrap();
        assert!(matches!(answered, Upgrade::Answered(answer) if answer.status == status));
        assert_eq!(host.heard().len(), 1);
    }
    assert!(stranger.is_untouched());
}

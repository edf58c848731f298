//! Notifications out of requests.

use axum_core::body::Body;
use axum_core::extract::FromRequest;
use axum_core::response::IntoResponse;
use florin_core::http::{Request, StatusCode};
use http_body_util::BodyExt;

use super::super::{EventType, TradevestCallback};
use super::{KEY, builder};
use crate::webhook::Rejection;

const PATH: &str = "/hooks/not-to-be-guessed-41c7/customer-notification";

async fn post(
    path: &str,
    headers: &[(&str, &str)],
    body: impl Into<Body>,
) -> Result<TradevestCallback, Rejection> {
    let webhooks = builder().body_limit(100).build().unwrap();
    let mut request = Request::post(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    TradevestCallback::from_request(request.body(body.into()).unwrap(), &webhooks).await
}

async fn status(path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> StatusCode {
    let rejection = post(path, headers, body).await.unwrap_err();
    let response = rejection.into_response();
    let status = response.status();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    assert!(body.is_empty(), "a rejection has no body");
    status
}

#[tokio::test]
async fn the_path_says_of_which_type_it_is() {
    let TradevestCallback(notification) =
        post(PATH, &[KEY], r#"{"customerId": "c1"}"#).await.unwrap();
    assert_eq!(*notification.event_type(), EventType::Customer);
    assert_eq!(notification.object_id(), Some("c1"));
    let slash = post(&format!("{PATH}/"), &[KEY], "{}").await.unwrap();
    assert_eq!(*slash.0.event_type(), EventType::Customer);
}

#[tokio::test]
async fn what_is_turned_away_says_why_by_its_status() {
    let long = " ".repeat(101);
    assert_eq!(status(PATH, &[], "{}").await, StatusCode::UNAUTHORIZED);
    assert_eq!(
        status(PATH, &[KEY, KEY], "{}").await,
        StatusCode::UNAUTHORIZED,
        "twice is not once"
    );
    assert_eq!(
        status(PATH, &[], long.clone()).await,
        StatusCode::UNAUTHORIZED,
        "a stranger's body isn't read"
    );
    assert_eq!(
        status("/hooks/elsewhere", &[KEY], "{}").await,
        StatusCode::NOT_FOUND
    );
    assert_eq!(status(PATH, &[KEY], "{").await, StatusCode::BAD_REQUEST);
    assert_eq!(
        status(PATH, &[KEY], long).await,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

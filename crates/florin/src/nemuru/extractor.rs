//! [`Callback`] as an extractor, for a server made with axum.

use axum_core::extract::{FromRef, FromRequest, Request};

use super::{Callback, Callbacks};
use crate::webhook::{Rejection, body_within};

/// Takes a callback in from a request; the server's state holds the [`Callbacks`].
///
/// Who isn't let in is turned away before the body is read. Rejections answer with their status and no body: 401, 400 or
/// 413. A handler that returns `()` answers 200 with an empty body, which is what Nemuru should get at once.
///
/// ```ignore
/// async fn step(callback: florin::nemuru::Callback) {
///     tracing::info!(loan = callback.loan_id(), step = %callback.step());
/// }
///
/// let server = axum::Router::new()
///     .route("/nemuru", axum::routing::post(step))
///     .with_state(callbacks);
/// ```
impl<S> FromRequest<S> for Callback
where
    Callbacks: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        let callbacks = Callbacks::from_ref(state);
        callbacks.admit_request(request.headers())?;
        let body = body_within(request.into_body(), callbacks.body_limit()).await?;
        callbacks.take(&body)
    }
}

#[cfg(test)]
mod tests {
    use axum_core::body::Body;
    use axum_core::response::IntoResponse;
    use florin_core::Bytes;
    use florin_core::http::{Request, StatusCode};
    use http_body_util::BodyExt;

    use super::*;
    use crate::webhook::Sender;

    const EVENT: &str = r#"{"id": "a", "step": "status_opened"}"#;

    async fn post(headers: &[&str], body: Body) -> Result<Callback, Rejection> {
        let sender = Sender::header("Bearer s3cret").unwrap();
        let callbacks = Callbacks::builder(sender).body_limit(100).build();
        let mut request = Request::post("/nemuru");
        for value in headers {
            request = request.header("authorization", *value);
        }
        Callback::from_request(request.body(body).unwrap(), &callbacks).await
    }

    async fn status(headers: &[&str], body: impl Into<Body>) -> StatusCode {
        let rejection = post(headers, body.into()).await.unwrap_err();
        let response = rejection.into_response();
        let status = response.status();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(body, Bytes::new(), "a rejection has no body");
        status
    }

    #[tokio::test]
    async fn an_event_with_the_right_header_comes_in() {
        let callback = post(&["Bearer s3cret"], EVENT.into()).await.unwrap();
        assert_eq!(callback.loan_id(), "a");
    }

    #[tokio::test]
    async fn what_is_turned_away_says_why_by_its_status() {
        assert_eq!(status(&[], EVENT).await, StatusCode::UNAUTHORIZED);
        assert_eq!(
            status(&["Bearer wrong"], EVENT).await,
            StatusCode::UNAUTHORIZED
        );
        assert_eq!(
            status(&["Bearer s3cret", "Bearer s3cret"], EVENT).await,
            StatusCode::UNAUTHORIZED,
            "twice is not once"
        );
        assert_eq!(
            status(&["Bearer s3cret"], "{}").await,
            StatusCode::BAD_REQUEST
        );
        assert_eq!(
            status(&["Bearer s3cret"], " ".repeat(101)).await,
            StatusCode::PAYLOAD_TOO_LARGE
        );
        assert_eq!(
            status(&[], " ".repeat(101)).await,
            StatusCode::UNAUTHORIZED,
            "a stranger's body isn't read"
        );
    }
}

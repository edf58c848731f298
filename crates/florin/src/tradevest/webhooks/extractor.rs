//! [`TradevestCallback`], an extractor for a server made with axum.

use std::sync::Arc;

use axum_core::extract::{FromRef, FromRequest, Request};

use super::{Notification, Webhooks};
use crate::webhook::{Rejection, body_within};

/// A notification, taken in from a request; the server's state holds the [`Webhooks`].
///
/// The last piece of the path says which event type it is of, so the route has to leave it there: see
/// [`Webhooks::event_at`].
///
/// Who isn't let in is turned away before the body is read. Rejections answer with their status and no body: 401, 404, 400
/// or 413. A handler that returns `()` answers 200 with an empty body, which is what the provider expects.
///
/// ```ignore
/// async fn notified(TradevestCallback(notification): TradevestCallback) {
///     tracing::info!(event = %notification.event_type(), object = notification.object_id());
/// }
///
/// // With a slash at its end an address is another one to axum, and 404 unless it is routed, too.
/// let server = axum::Router::new()
///     .route("/tradevest/not-to-be-guessed-41c7/{event}", axum::routing::post(notified))
///     .route("/tradevest/not-to-be-guessed-41c7/{event}/", axum::routing::post(notified))
///     .with_state(webhooks);
/// ```
#[derive(Clone, Debug)]
pub struct TradevestCallback(pub Arc<Notification>);

impl<S> FromRequest<S> for TradevestCallback
where
    Webhooks: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        let webhooks = Webhooks::from_ref(state);
        let event = webhooks.event_at(request.uri().path());
        let event = event.ok_or(Rejection::UnknownEvent)?;
        webhooks.admit(&event, request.headers())?;
        let body = body_within(request.into_body(), webhooks.body_limit()).await?;
        webhooks.take(event, &body).map(Self)
    }
}

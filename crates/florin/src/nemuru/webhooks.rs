//! Subscriptions to what happens to loans.

use std::time::Duration;

use florin_core::{Effect, Error as CoreError, Secret};
use florin_nemuru::{operations, types};
use serde_json::Map;

use super::check::is_email;
use super::{Client, Error};

/// How long to wait before a webhook that was just created, and isn't listed, is looked for again.
const LOOK_AGAIN: [Duration; 2] = [Duration::from_millis(500), Duration::from_secs(2)];

/// How callbacks authenticate themselves.
///
/// What is to be told is documented; that it goes into a field named `notification_auth` is inferred from two sister APIs.
/// Should Nemuru want it elsewhere, `extra` of the request takes any field.
#[derive(Clone, Debug)]
pub struct WebhookAuth(Option<types::WebhookAuth>);

impl WebhookAuth {
    /// With this value of the header `Authorization`, scheme and all, as in `Bearer …`. Make it long and random, and give
    /// the same to [`Sender::header`](crate::webhook::Sender::header).
    pub fn header(value: impl Into<Secret>) -> Self {
        let header = types::WebhookAuthHeader {
            authorization_header: value.into(),
            // A sister API refuses the object without it.
            content_type: "application/json".to_owned(),
        };
        Self(Some(header.into()))
    }

    /// With a token that Nemuru fetches from your authorisation server before it calls (OAuth 2.0). That it asks with the
    /// password grant is inferred from the fields: fill in all of them.
    #[must_use]
    pub fn oauth2(access: types::WebhookAuthOAuth2) -> Self {
        Self(Some(access.into()))
    }

    /// Not at all. Then anybody who knows the address can call it, and cause a reading.
    #[must_use]
    pub const fn none() -> Self {
        Self(None)
    }
}

/// A subscription that posts each new status of a loan to `url`.
///
/// ```
/// use florin::nemuru::{WebhookAuth, callback_webhook};
///
/// let request = callback_webhook(
///     "https://shop.example/nemuru",
///     WebhookAuth::header("Bearer long and random"),
/// );
/// ```
pub fn callback_webhook(url: impl Into<String>, auth: WebhookAuth) -> types::WebhookRequest {
    types::WebhookRequest {
        client: types::WebhookClient::Callback,
        event: types::WebhookEvent::LoanSteps,
        target: url.into(),
        notification_auth: auth.0,
        extra: Map::new(),
    }
}

/// A subscription that mails each new status of a loan to `address`.
pub fn email_webhook(address: impl Into<String>) -> types::WebhookRequest {
    types::WebhookRequest {
        client: types::WebhookClient::Email,
        event: types::WebhookEvent::LoanSteps,
        target: address.into(),
        notification_auth: None,
        extra: Map::new(),
    }
}

impl Client {
    /// Subscribes. Sent at most once: nothing says that a second subscription to the same target is refused. Prefer
    /// [`ensure_webhook`](Self::ensure_webhook), which looks first and brings the identifier.
    ///
    /// # Errors
    /// As any call. A target that doesn't fit its client (a URL with http or https for `callback`, an address for `email`)
    /// is refused before it is sent.
    pub async fn create_webhook(&self, request: &types::WebhookRequest) -> Result<(), Error> {
        check(request, &operations::CREATE_WEBHOOK)?;
        let sent = self.api.create_webhook().body(request.clone()).send();
        sent.await.map(|_| ())
    }

    /// The subscriptions of the user that the credentials belong to.
    ///
    /// # Errors
    /// As any call.
    pub async fn webhooks(&self) -> Result<Vec<types::Webhook>, Error> {
        Ok(self.api.list_webhooks().send().await?.into_inner().data)
    }

    /// One subscription by its identifier.
    ///
    /// # Errors
    /// As any call; [`is_not_found`](florin_core::Error::is_not_found) where there is none,
    /// [`is_decode`](florin_core::Error::is_decode) where the answer holds none or another one.
    pub async fn webhook(&self, id: &str) -> Result<types::Webhook, Error> {
        let answer = self.api.get_webhook().id(id).send().await?.into_inner();
        // The sample has a list of one, where other single reads have the thing itself.
        let webhooks = match answer.payload {
            types::WebhookPayload::Webhook(webhook) => vec![webhook],
            types::WebhookPayload::Array(webhooks) => webhooks,
            _ => Vec::new(),
        };
        let mut webhooks = webhooks.into_iter();
        let found = webhooks.find(|webhook| webhook.id.eq_ignore_ascii_case(id));
        found.ok_or_else(|| {
            CoreError::unusable_answer(
                &operations::GET_WEBHOOK,
                "it doesn't hold the webhook that was asked for",
            )
        })
    }

    /// Replaces a subscription by what `request` says, authentication and all. Repeating it changes nothing.
    ///
    /// # Errors
    /// As [`create_webhook`](Self::create_webhook).
    pub async fn update_webhook(
        &self,
        id: &str,
        request: &types::WebhookRequest,
    ) -> Result<(), Error> {
        check(request, &operations::UPDATE_WEBHOOK)?;
        let sent = self
            .api
            .update_webhook()
            .id(id)
            .body(request.clone())
            .send();
        sent.await.map(|_| ())
    }

    /// Sees to it that there is a subscription with this client, event and target, and brings it: an existing one, enabled
    /// or not, or a new one.
    ///
    /// How an existing one authenticates its callbacks is not to be seen; [`update_webhook`](Self::update_webhook) sets it.
    /// Two processes that call this at the same time may both find nothing and subscribe twice: call it once, on
    /// deployment.
    ///
    /// # Errors
    /// As [`create_webhook`](Self::create_webhook). Where a listed subscription doesn't say its target, which the
    /// documentation leaves open, it can't be told whether it is this one: then
    /// [`is_decode`](florin_core::Error::is_decode), and nothing was created.
    pub async fn ensure_webhook(
        &self,
        request: &types::WebhookRequest,
    ) -> Result<types::Webhook, Error> {
        check(request, &operations::CREATE_WEBHOOK)?;
        let before = self.webhooks().await?;
        if let Some(there) = before.iter().find(|webhook| is_same(webhook, request)) {
            return Ok(there.clone());
        }
        if before.iter().any(|webhook| may_be_same(webhook, request)) {
            return Err(CoreError::unusable_answer(
                &operations::LIST_WEBHOOKS,
                "a webhook of this client and event is listed without its target, so it can't be told whether it is this one; use create_webhook or update_webhook",
            ));
        }
        let doubt = match self.create_webhook(request).await {
            Ok(()) => None,
            Err(error) if error.effect() == Effect::MaybeApplied => Some(error),
            Err(error) => return Err(error),
        };
        let known: Vec<&str> = before.iter().map(|webhook| webhook.id.as_str()).collect();
        let found = self.look_for_webhook(request, &known).await;
        match (found, doubt) {
            (Ok(Some(webhook)), _) => Ok(webhook),
            // Whether it was created is more than whether it can be listed.
            (_, Some(error)) => Err(error),
            (Err(error), None) => Err(error.in_doubt().with_note(
                "the webhook was created, and the list that would tell its id can't be read",
            )),
            (Ok(None), None) => Err(CoreError::unusable_answer(
                &operations::CREATE_WEBHOOK,
                "the webhook was created, and the list doesn't show it; look again before you create it again",
            )),
        }
    }

    /// The webhook that was just created, by its target or by being the only new one without any.
    async fn look_for_webhook(
        &self,
        request: &types::WebhookRequest,
        known: &[&str],
    ) -> Result<Option<types::Webhook>, Error> {
        for pause in [Duration::ZERO].into_iter().chain(LOOK_AGAIN) {
            self.api.session().seam().sleep(pause).await;
            let mut now = self.webhooks().await?;
            if let Some(at) = now.iter().position(|webhook| is_same(webhook, request)) {
                return Ok(Some(now.swap_remove(at)));
            }
            now.retain(|webhook| {
                may_be_same(webhook, request) && !known.contains(&webhook.id.as_str())
            });
            if let [webhook] = now.as_slice() {
                return Ok(Some(webhook.clone()));
            }
        }
        Ok(None)
    }
}

/// Whether it is the subscription that `request` asks for.
fn is_same(webhook: &types::Webhook, request: &types::WebhookRequest) -> bool {
    let target = webhook.target.as_deref().map(str::trim);
    is_like(webhook, request) && target == Some(request.target.trim())
}

/// Whether it may be: it doesn't say where it sends to.
fn may_be_same(webhook: &types::Webhook, request: &types::WebhookRequest) -> bool {
    is_like(webhook, request) && webhook.target.is_none()
}

/// What isn't said is no difference.
fn is_like(webhook: &types::Webhook, request: &types::WebhookRequest) -> bool {
    let client = webhook.client.as_ref();
    let event = webhook.event.as_ref();
    client.is_none_or(|client| *client == request.client)
        && event.is_none_or(|event| *event == request.event)
}

fn check(request: &types::WebhookRequest, operation: &florin_core::Operation) -> Result<(), Error> {
    let target = request.target.trim();
    let problem = match request.client {
        _ if target.is_empty() => "target is empty; give a URL or an e-mail address",
        types::WebhookClient::Callback if !is_http(target) => {
            "target isn't a URL with https:// or http://, which the client callback needs"
        }
        types::WebhookClient::Email if !is_email(target) => {
            "target isn't an e-mail address, which the client email needs"
        }
        _ => match &request.notification_auth {
            Some(types::WebhookAuth::Header(header))
                if header.authorization_header.expose().trim().is_empty() =>
            {
                "notification_auth.authorization_header is empty; anybody could send that"
            }
            _ => return Ok(()),
        },
    };
    Err(CoreError::invalid_request(operation, problem))
}

/// Whether something can be posted there.
fn is_http(target: &str) -> bool {
    let (scheme, rest) = target.split_once("://").unwrap_or_default();
    let is_known = ["https", "http"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    // The host comes before all of these.
    is_known && !rest.is_empty() && !rest.starts_with(['/', '?', '#', ':'])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn listed(target: Option<&str>) -> types::Webhook {
        let webhook =
            json!({"id": "w", "client": "callback", "event": "loan_steps", "target": target});
        serde_json::from_value(webhook).unwrap()
    }

    #[test]
    fn a_subscription_is_the_same_by_client_event_and_target() {
        let request = callback_webhook("https://shop.example/nemuru", WebhookAuth::none());
        assert!(is_same(
            &listed(Some("https://shop.example/nemuru")),
            &request
        ));
        assert!(!is_same(
            &listed(Some("https://shop.example/other")),
            &request
        ));
        assert!(!is_same(&listed(None), &request) && may_be_same(&listed(None), &request));
        assert!(!is_same(
            &listed(Some("ana@example.com")),
            &email_webhook("ana@example.com")
        ));
    }

    #[test]
    fn a_target_that_does_not_fit_its_client_is_refused() {
        let refused =
            |request: &types::WebhookRequest| check(request, &operations::CREATE_WEBHOOK).is_err();
        assert!(refused(&callback_webhook(
            "ana@example.com",
            WebhookAuth::none()
        )));
        for target in [
            " ",
            "shop.example/nemuru",
            "ftp://shop.example/nemuru",
            "file:///nemuru",
            "https://",
            "http:// ",
            "https:///nemuru",
        ] {
            let request = callback_webhook(target, WebhookAuth::none());
            assert!(refused(&request), "{target}");
        }
        for target in ["http://127.0.0.1:8080", "HTTPS://shop.example/nemuru?a=b"] {
            let request = callback_webhook(target, WebhookAuth::none());
            assert!(!refused(&request), "{target}");
        }
        for target in ["ana", "@", "ana@", "@example.com", ""] {
            assert!(refused(&email_webhook(target)), "{target}");
        }
        assert!(refused(&email_webhook("https://shop.example")));
        assert!(refused(&callback_webhook(
            "https://shop.example",
            WebhookAuth::header(" ")
        )));
        assert!(!refused(&callback_webhook(
            "https://shop.example",
            WebhookAuth::header("Bearer x")
        )));
        assert!(!refused(&email_webhook("ana@example.com")));
    }

    #[test]
    fn the_header_variant_always_says_its_content_type_and_shows_no_secret() {
        let request = callback_webhook(
            "https://shop.example",
            WebhookAuth::header("Bearer hunter2"),
        );
        assert_eq!(
            serde_json::to_value(&request).unwrap(),
            json!({
                "client": "callback", "event": "loan_steps", "target": "https://shop.example",
                "notification_auth": {"authorization_header": "Bearer hunter2", "content_type": "application/json"}
            })
        );
        let auth = WebhookAuth::header("Bearer hunter2");
        assert!(!format!("{request:?} {auth:?}").contains("hunter2"));
    }
}

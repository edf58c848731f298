//! A partner's server for notifications, made with axum, on a port of its own.

use std::future::IntoFuture;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{FromRef, State};
use axum::routing::post;
use florin::tradevest::{EventType, Notification, TradevestCallback, Webhooks};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::Desk;

pub(crate) const HEADERS: [(&str, &str); 2] =
    [("api-key", "a-long-and-random-value"), ("x-second", "too")];

/// The piece of the addresses that nobody guesses.
pub(crate) const UNGUESSABLE: &str = "not-to-be-guessed-41c7";

/// The server. It ends when this is dropped.
pub(crate) struct Receiver {
    pub(crate) webhooks: Webhooks,
    /// What the addresses begin with.
    pub(crate) base: String,
    taken: Arc<Mutex<Vec<Arc<Notification>>>>,
    server: JoinHandle<()>,
}

#[derive(Clone)]
struct Shop {
    webhooks: Webhooks,
    taken: Arc<Mutex<Vec<Arc<Notification>>>>,
}

impl FromRef<Shop> for Webhooks {
    fn from_ref(shop: &Shop) -> Self {
        shop.webhooks.clone()
    }
}

async fn notified(State(shop): State<Shop>, TradevestCallback(notification): TradevestCallback) {
    shop.taken.lock().unwrap().push(notification);
}

impl Receiver {
    /// A server that is registered for every event type.
    pub(crate) async fn of(desk: &Desk) -> Self {
        let receiver = Self::start(webhooks()).await;
        receiver.register(desk, EventType::ALL).await;
        receiver
    }

    pub(crate) async fn start(webhooks: Webhooks) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let taken: Arc<Mutex<Vec<Arc<Notification>>>> = Arc::default();
        let shop = Shop {
            webhooks: webhooks.clone(),
            taken: Arc::clone(&taken),
        };
        let path = format!("/tradevest/{UNGUESSABLE}/{{event}}");
        let router = Router::new().route(&path, post(notified)).with_state(shop);
        let serving = axum::serve(listener, router).into_future();
        let server = tokio::spawn(async move { serving.await.unwrap() });
        Self {
            webhooks,
            base: format!("http://{address}/tradevest"),
            taken,
            server,
        }
    }

    pub(crate) async fn register(&self, desk: &Desk, events: impl IntoIterator<Item = EventType>) {
        let wanted = self.webhooks.registration(&self.base, UNGUESSABLE, events);
        let registered = desk.client.register_webhooks(&wanted.unwrap()).await;
        assert!(registered.unwrap().occupied.is_empty());
    }

    /// The address of an event type.
    pub(crate) fn url(&self, event: &EventType) -> String {
        format!("{}/{UNGUESSABLE}/{}", self.base, event.suggested_path())
    }

    /// What was let in, in the order of arrival.
    pub(crate) fn taken(&self) -> Vec<Arc<Notification>> {
        self.taken.lock().unwrap().clone()
    }

    /// The statuses of what was let in of one type.
    pub(crate) fn statuses(&self, event: &EventType) -> Vec<String> {
        let taken = self.taken().into_iter();
        taken
            .filter(|notification| notification.event_type() == event)
            .map(|notification| notification.status().unwrap_or("none").to_owned())
            .collect()
    }
}

pub(crate) fn webhooks() -> Webhooks {
    Webhooks::builder().headers(HEADERS).build().unwrap()
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.server.abort();
    }
}

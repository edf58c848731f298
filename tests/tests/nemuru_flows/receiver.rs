//! A shop's server for callbacks, made with axum, on a port of its own.

use std::future::IntoFuture;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{FromRef, State};
use axum::routing::post;
use florin::nemuru::{Callback, Callbacks};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The server. It ends when this is dropped.
pub(crate) struct Receiver {
    pub(crate) callbacks: Callbacks,
    /// Where to post to.
    pub(crate) url: String,
    taken: Arc<Mutex<Vec<Callback>>>,
    server: JoinHandle<()>,
}

#[derive(Clone)]
struct Shop {
    callbacks: Callbacks,
    taken: Arc<Mutex<Vec<Callback>>>,
}

impl FromRef<Shop> for Callbacks {
    fn from_ref(shop: &Shop) -> Self {
        shop.callbacks.clone()
    }
}

async fn step(State(shop): State<Shop>, callback: Callback) {
    shop.taken.lock().unwrap().push(callback);
}

impl Receiver {
    pub(crate) async fn start(callbacks: Callbacks) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let taken: Arc<Mutex<Vec<Callback>>> = Arc::default();
        let shop = Shop {
            callbacks: callbacks.clone(),
            taken: Arc::clone(&taken),
        };
        let router = Router::new().route("/steps", post(step)).with_state(shop);
        let serving = axum::serve(listener, router).into_future();
        let server = tokio::spawn(async move { serving.await.unwrap() });
        Self {
            callbacks,
            url: format!("http://{address}/steps"),
            taken,
            server,
        }
    }

    /// The callbacks that were let in, in the order of arrival.
    pub(crate) fn taken(&self) -> Vec<Callback> {
        self.taken.lock().unwrap().clone()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.server.abort();
    }
}

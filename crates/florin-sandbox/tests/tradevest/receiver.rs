//! A partner's own server: what notifications are posted to.

use std::sync::{Arc, Mutex};

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::HeaderMap;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpListener;

/// One request, as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Arrived {
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

/// Listens on loopback as long as the test runs.
pub(crate) struct Receiver {
    pub(crate) url: String,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    status: Arc<Mutex<u16>>,
}

impl Receiver {
    /// Answers every request with `status`.
    pub(crate) async fn open(status: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let arrived = Arc::new(Mutex::new(Vec::new()));
        let status = Arc::new(Mutex::new(status));
        let (kept, answers) = (arrived.clone(), status.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (kept, answers) = (kept.clone(), answers.clone());
                let service =
                    service_fn(move |request| take(request, kept.clone(), answers.clone()));
                let serving = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
                tokio::spawn(serving);
            }
        });
        Self {
            url,
            arrived,
            status,
        }
    }

    pub(crate) fn answers(&self, status: u16) {
        *self.status.lock().unwrap() = status;
    }

    pub(crate) fn arrived(&self) -> Vec<Arrived> {
        self.arrived.lock().unwrap().clone()
    }

    /// The statuses that came to a path, in the order of arrival.
    pub(crate) fn statuses(&self, path: &str) -> Vec<String> {
        let arrived = self.arrived();
        let of_path = arrived.iter().filter(|one| one.path == path);
        of_path
            .map(|one| one.body["status"].as_str().unwrap_or("none").to_owned())
            .collect()
    }
}

async fn take(
    request: Request<Incoming>,
    kept: Arc<Mutex<Vec<Arrived>>>,
    answers: Arc<Mutex<u16>>,
) -> Result<Response<Full<Bytes>>, hyper::Error> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await?.to_bytes();
    kept.lock().unwrap().push(Arrived {
        path: parts.uri.path().to_owned(),
        headers: parts.headers,
        body: serde_json::from_slice(&body).unwrap(),
    });
    let status = *answers.lock().unwrap();
    let answer = Response::builder().status(status);
    Ok(answer.body(Full::default()).unwrap())
}

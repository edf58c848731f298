//! A shop's own server: what callbacks are posted to.

use std::sync::{Arc, Mutex};

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// One request, as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Arrived {
    pub(crate) path: String,
    pub(crate) authorization: Option<String>,
    pub(crate) content_type: String,
    pub(crate) body: Bytes,
}

impl Arrived {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// Listens on loopback as long as the test runs.
pub(crate) struct Receiver {
    pub(crate) url: String,
    arrived: Arc<Mutex<Vec<Arrived>>>,
}

impl Receiver {
    /// Answers every request with `status`, and those to `/token` with a token.
    pub(crate) async fn open(status: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let arrived = Arc::new(Mutex::new(Vec::new()));
        let kept = arrived.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let kept = kept.clone();
                let service = service_fn(move |request| take(request, kept.clone(), status));
                let serving = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
                tokio::spawn(serving);
            }
        });
        Self { url, arrived }
    }

    pub(crate) fn arrived(&self) -> Vec<Arrived> {
        self.arrived.lock().unwrap().clone()
    }

    /// The steps of the callbacks, in the order of arrival.
    pub(crate) fn steps(&self) -> Vec<String> {
        let arrived = self.arrived();
        let steps = arrived.iter().map(|one| one.json()["step"].clone());
        steps
            .map(|step| step.as_str().unwrap().to_owned())
            .collect()
    }
}

async fn take(
    request: Request<Incoming>,
    kept: Arc<Mutex<Vec<Arrived>>>,
    status: u16,
) -> Result<Response<Full<Bytes>>, hyper::Error> {
    let (parts, body) = request.into_parts();
    let header = |name: &str| {
        let value = parts.headers.get(name)?;
        Some(value.to_str().unwrap().to_owned())
    };
    let arrived = Arrived {
        path: parts.uri.path_and_query().unwrap().to_string(),
        authorization: header("authorization"),
        content_type: header("content-type").unwrap_or_default(),
        body: body.collect().await?.to_bytes(),
    };
    let is_token = arrived.path == "/token";
    kept.lock().unwrap().push(arrived);
    let (status, body) = match is_token && status == 200 {
        true => (
            200,
            json!({ "access_token": "receivers-own", "token_type": "Bearer" }).to_string(),
        ),
        false => (status, String::new()),
    };
    let answer = Response::builder().status(status);
    Ok(answer.body(Full::new(Bytes::from(body))).unwrap())
}

//! Listens, and hands each connection from HTTP to the socket's own protocol.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use http::{Response, StatusCode};
use http_body_util::Full;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio_websockets::ServerBuilder;

use super::super::stand_in::StandIn;
use super::{handshake, session};
use crate::server::hold;

/// Serves the socket until `stop` changes or its sender is gone, then drops all its connections.
pub(in crate::tradevest) fn serve(
    listener: TcpListener,
    stand_in: Arc<StandIn>,
    mut stop: watch::Receiver<bool>,
) -> JoinHandle<()> {
    let mut door = stand_in.stage.doors.open();
    tokio::spawn(async move {
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                _ = stop.changed() => return,
                () = door.shuts() => break,
                accepted = listener.accept() => match accepted {
                    Ok((stream, _)) => { connections.spawn(converse(stream, stand_in.clone())); }
                    Err(_) => tokio::task::yield_now().await,
                },
                Some(_) = connections.join_next() => {}
            }
        }
        drop(connections);
        let _held = hold(listener);
        drop(door);
        let _ = stop.changed().await;
    })
}

async fn converse(stream: TcpStream, stand_in: Arc<StandIn>) {
    let upgrade: Mutex<Option<OnUpgrade>> = Mutex::default();
    let service = service_fn(|mut request| {
        let answer = handshake::answer(&stand_in, &request);
        if answer.status == StatusCode::SWITCHING_PROTOCOLS {
            let mut upgrade = upgrade.lock().unwrap_or_else(PoisonError::into_inner);
            *upgrade = Some(hyper::upgrade::on(&mut request));
        }
        let mut response = Response::new(Full::new(answer.body));
        *response.status_mut() = answer.status;
        *response.headers_mut() = answer.headers;
        async { Ok::<_, Infallible>(response) }
    });
    // An error here is a peer that went away.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades()
        .await;
    let upgrade = upgrade.into_inner().unwrap_or_else(PoisonError::into_inner);
    let Some(upgrade) = upgrade else {
        return;
    };
    if let Ok(upgraded) = upgrade.await {
        let socket = ServerBuilder::new().serve(TokioIo::new(upgraded));
        session::play(socket, &stand_in.prices, &stand_in.stage.clock).await;
    }
}

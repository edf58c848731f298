//! Listens on loopback and hands requests to a [`Host`].

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use crate::service::Host;
use crate::wire::{Ending, Wire};

/// Takes a port on loopback; 0 takes a free one.
pub(crate) async fn listen(port: u16) -> io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

/// Serves a host until `stop` changes or its sender is gone, then drops all its connections.
pub(crate) fn serve(
    listener: TcpListener,
    host: Host,
    mut stop: watch::Receiver<bool>,
) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                _ = stop.changed() => return,
                accepted = listener.accept() => match accepted {
                    Ok((stream, _)) => { connections.spawn(converse(stream, host.clone())); }
                    // Out of file descriptors, or a peer that was gone before we looked: give the others a turn.
                    Err(_) => tokio::task::yield_now().await,
                },
                Some(_) = connections.join_next() => {}
            }
        }
    })
}

async fn converse(stream: TcpStream, host: Host) {
    let ending = Ending::default();
    let wire = TokioIo::new(Wire::new(stream, ending.clone()));
    let service = service_fn(move |request| {
        let (host, ending) = (host.clone(), ending.clone());
        async move { host.answer(request, ending).await }
    });
    // An error here is a peer that went away, or a cut of ours. Either way the connection is over.
    let _ = http1::Builder::new().serve_connection(wire, service).await;
}

//! Listens on loopback and hands requests to a [`Host`].

use std::future::poll_fn;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::task::Poll;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
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

/// Serves a host until `stop` changes or its sender is gone, then drops all its connections. Where the provider shuts its
/// doors, the connections end in order and nobody listens any more.
pub(crate) fn serve(
    listener: TcpListener,
    host: Host,
    mut stop: watch::Receiver<bool>,
) -> JoinHandle<()> {
    let mut door = host.provider.stage().doors.open();
    tokio::spawn(async move {
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                _ = stop.changed() => return,
                () = door.shuts() => break,
                accepted = listener.accept() => match accepted {
                    Ok((stream, _)) => {
                        connections.spawn(converse(stream, host.clone(), door.watch()));
                    }
                    // Out of file descriptors, or a peer that was gone before we looked: give the others a turn.
                    Err(_) => tokio::task::yield_now().await,
                },
                Some(_) = connections.join_next() => {}
            }
        }
        let held = hold(listener);
        let is_over = tokio::select! {
            _ = stop.changed() => true,
            () = async { while connections.join_next().await.is_some() {} } => false,
        };
        drop(door);
        if !is_over {
            let _ = stop.changed().await;
        }
        drop(held);
    })
}

/// Nobody listens at the port any more, and nobody else gets it: another sandbox that took it would be taken for this one.
pub(crate) fn hold(listener: TcpListener) -> Option<TcpSocket> {
    let address = listener.local_addr().ok()?;
    drop(listener);
    let socket = TcpSocket::new_v4().ok()?;
    socket.set_reuseaddr(true).ok()?;
    socket.bind(address).ok()?;
    Some(socket)
}

async fn converse(stream: TcpStream, host: Host, mut shut: watch::Receiver<bool>) {
    let ending = Ending::default();
    let wire = TokioIo::new(Wire::new(stream, ending.clone()));
    let service = service_fn(move |request| {
        let (host, ending) = (host.clone(), ending.clone());
        Box::pin(async move { host.answer(request, ending).await })
    });
    let mut connection = http1::Builder::new().serve_connection(wire, service);
    tokio::select! {
        // An error here is a peer that went away, or a cut of ours. Either way the connection is over.
        _ = &mut connection => return,
        _ = shut.wait_for(|shut| *shut) => {}
    }
    // One that nothing is being asked on ends in order, and a client that sees it go sends nothing on it. Any other is cut.
    Pin::new(&mut connection).graceful_shutdown();
    let is_idle = poll_fn(|cx| Poll::Ready(connection.poll_without_shutdown(cx).is_ready())).await;
    if is_idle {
        connection.into_parts().io.into_inner().part().await;
    }
}

//! The price socket.

use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::stand_in::StandIn;

/// Serves the socket until `stop` changes.
pub(super) fn serve(
    listener: TcpListener,
    stand_in: Arc<StandIn>,
    mut stop: watch::Receiver<bool>,
) -> JoinHandle<()> {
    tokio::spawn(async move {
        let _served = (listener, stand_in);
        // The only error is a sandbox that is gone: stopped it is.
        let _ = stop.changed().await;
    })
}

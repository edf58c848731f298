//! A provider that is down: nobody listens at its hosts any more, and nobody is connected.

use std::time::Duration;

use tokio::sync::watch;

/// How long a client may take to notice that its connections were closed.
const NOTICE: Duration = Duration::from_secs(10);

/// The doors of a provider's hosts, which are closed together.
#[derive(Debug, Default)]
pub(crate) struct Doors {
    shut: watch::Sender<bool>,
    open: watch::Sender<usize>,
}

impl Doors {
    /// One more host, which lets somebody in until it is told otherwise and says so by dropping what it gets.
    pub(crate) fn open(self: &std::sync::Arc<Self>) -> Door {
        self.open.send_modify(|open| *open += 1);
        Door {
            shut: self.shut.subscribe(),
            all: self.clone(),
        }
    }

    /// Closes all of them, and waits until nobody is connected.
    pub(crate) async fn shut(&self) {
        self.shut.send_replace(true);
        let mut open = self.open.subscribe();
        // The sender lives as long as this does. Who doesn't notice for so long isn't waited for.
        let _ = tokio::time::timeout(NOTICE, open.wait_for(|open| *open == 0)).await;
    }
}

/// The door of one host.
#[derive(Debug)]
pub(crate) struct Door {
    shut: watch::Receiver<bool>,
    all: std::sync::Arc<Doors>,
}

impl Door {
    /// Until it is shut.
    pub(crate) async fn shuts(&mut self) {
        // It is shut as well when nobody is left who could shut it.
        let _ = self.shut.wait_for(|shut| *shut).await;
    }

    /// For one of the connections.
    pub(crate) fn watch(&self) -> watch::Receiver<bool> {
        self.shut.clone()
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.all.open.send_modify(|open| *open -= 1);
    }
}

//! Being told that it is worth asking again.

use std::fmt;
use std::sync::Arc;

use tokio::sync::Notify;

/// Wakes one poller before its pause is over. Clones wake the same poller; a wake that comes early is kept.
#[derive(Clone, Default)]
pub struct Wake {
    notify: Arc<Notify>,
}

impl Wake {
    /// Wakes the poller, now or as soon as it waits.
    pub fn wake(&self) {
        self.notify.notify_one();
    }

    pub(crate) async fn woken(&self) {
        self.notify.notified().await;
    }
}

impl fmt::Debug for Wake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wake")
    }
}

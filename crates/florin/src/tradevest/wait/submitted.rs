//! A change that was sent, and of which nothing is known.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use florin_core::Response;
use tokio::time::{Instant, timeout};

use super::looking::Looking;
use super::{Created, Readable, Reason, Thing, UpdateRefused};
use crate::poll::Poller;
use crate::tradevest::{Error, Meaning, Notification, Webhooks};

/// How long a change is looked for.
const LOOK: Duration = Duration::from_secs(120);

impl<T: Thing> Created<T> {
    /// Sends a change of it with a generated operation (an update, a signature, a cancellation), and remembers when, so that what
    /// is told afterwards can be told from what was told before.
    ///
    /// ```no_run
    /// # #[cfg(feature = "tradevest-trading")]
    /// # async fn f(product: florin::tradevest::Created<florin::tradevest::types::CustomerProduct>, webhooks: florin::tradevest::Webhooks)
    /// # -> Result<(), florin::tradevest::Error> {
    /// use florin::tradevest::{Change, types};
    ///
    /// let closing = types::CustomerProductUpdate::builder().status(types::CustomerProductStatusUpdate::Closed);
    /// let api = product.client().api();
    /// let request = api.update_customer_product().customer_product_id(product.id()).body(closing);
    /// let submitted = product.submit(request.send()).await?;
    ///
    /// let closed = |product: &types::CustomerProduct| product.status == Some(types::CustomerProductStatus::Closed);
    /// match submitted.look_again_until(closed).hear(&webhooks).await? {
    ///     Change::Seen(_) => println!("closed"),
    ///     Change::Refused { refusal, .. } => println!("{refusal}"),
    ///     Change::Unseen(_) => println!("late, or refused: nobody can tell"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// That of the operation.
    pub async fn submit<A>(
        &self,
        sending: impl Future<Output = Result<Response<A>, Error>>,
    ) -> Result<Submitted<T>, Error> {
        let since = self.client().api().session().seam().instant();
        sending.await?;
        Ok(Submitted {
            thing: self.clone(),
            since,
        })
    }
}

/// A change was taken in (202). **That promises nothing**: whether it is made is decided afterwards.
///
/// - **Made**: a later reading shows it, after an unknown time, unless the thing goes through a review first.
/// - **Refused**: the thing stays as it was. No reading ever shows that; a notification without a status tells it, to who hears
///   notifications. A *cancellation* that fails isn't told to anybody at all.
///
/// So a change that doesn't show is late or refused, and who only polls can't know which: every wait here is bounded.
pub struct Submitted<T> {
    thing: Created<T>,
    since: Instant,
}

/// What was told after a change was sent.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Reply {
    /// Something is new about the thing: read it to see what.
    News(Arc<Notification>),
    /// A change was refused.
    Refused(UpdateRefused),
    /// Nothing was told in time. That says nothing: see [`Submitted`].
    Silence,
}

impl<T: Thing> Submitted<T> {
    /// What is changed.
    #[must_use]
    pub const fn thing(&self) -> &Created<T> {
        &self.thing
    }

    /// Waits for what is told about the thing from the sending on. Where several changes of it are under way, which of them it is
    /// about can't be told.
    pub async fn hear(&self, webhooks: &Webhooks, limit: Duration) -> Reply {
        let arrivals = webhooks.arrivals();
        let watch = |event: &crate::tradevest::EventType| {
            arrivals.watch_since(event.clone(), self.thing.id(), self.since)
        };
        let mut watchers: Vec<_> = T::EVENTS.iter().map(watch).collect();
        let told = first(&mut watchers);
        match timeout(limit, told).await {
            Err(_) => Reply::Silence,
            Ok(notification) if notification.meaning() == Meaning::UpdateRefused => {
                Reply::Refused(UpdateRefused {
                    reason: notification.refusal().map(Reason::from),
                })
            }
            Ok(notification) => Reply::News(notification),
        }
    }
}

/// The first notification that any of them gets.
async fn first(watchers: &mut [crate::tradevest::Watcher]) -> Arc<Notification> {
    let mut waiting: Vec<_> = watchers
        .iter_mut()
        .map(|watcher| Box::pin(watcher.next()))
        .collect();
    std::future::poll_fn(|cx| {
        let ready = waiting
            .iter_mut()
            .find_map(|next| match next.as_mut().poll(cx) {
                std::task::Poll::Ready(notification) => Some(notification),
                std::task::Poll::Pending => None,
            });
        ready.map_or(std::task::Poll::Pending, std::task::Poll::Ready)
    })
    .await
}

impl<T: Readable> Submitted<T> {
    /// Reads the thing until `is_made` says that the change shows, for two minutes unless a [deadline](Poller::deadline) says
    /// otherwise. Let it [hear](Poller::hear) notifications as well to learn of a refusal.
    pub fn look_again_until(
        self,
        is_made: impl Fn(&T) -> bool + Send + Sync + 'static,
    ) -> Poller<Looking<T>> {
        let client = self.thing.client().clone();
        let looking = Looking::new(self.thing, self.since, Box::new(is_made));
        client.poller(looking).deadline(LOOK)
    }
}

impl<T> Clone for Submitted<T> {
    fn clone(&self) -> Self {
        Self {
            thing: self.thing.clone(),
            since: self.since,
        }
    }
}

impl<T> fmt::Debug for Submitted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Submitted")
            .field("thing", &self.thing)
            .finish_non_exhaustive()
    }
}

//! Something that is done for as long as something else takes.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// Does `work` to its end, and `meanwhile` beside it; what is left of that is dropped then.
pub(crate) async fn beside<T>(
    work: impl Future<Output = T>,
    meanwhile: impl Future<Output = ()>,
) -> T {
    let (mut work, mut meanwhile) = (pin!(work), pin!(meanwhile));
    let mut is_over = false;
    poll_fn(|context| {
        if let Poll::Ready(done) = work.as_mut().poll(context) {
            return Poll::Ready(done);
        }
        is_over = is_over || meanwhile.as_mut().poll(context).is_ready();
        Poll::Pending
    })
    .await
}

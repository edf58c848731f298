//! Answer bodies that go out in pieces: whole, slowly, without end, or cut off on the way.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};

use crate::clock::{Clock, later};

/// The connection ends here. Handed to hyper as the service's or the body's error, it closes the connection at once.
#[derive(Debug)]
pub(crate) struct Cut;

impl std::fmt::Display for Cut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the connection is cut on purpose")
    }
}

impl std::error::Error for Cut {}

impl From<Infallible> for Cut {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// One step in sending a body.
pub(crate) enum Piece {
    /// These bytes.
    Data(Bytes),
    /// These bytes, so many times over.
    Repeat(Bytes, usize),
    /// Nothing, for so long.
    Pause(Duration),
    /// What was sent so far goes out to the wire before the next step.
    Flush,
    /// Nothing; nobody is told beforehand how long the body is.
    Unannounced,
    /// The connection ends.
    Cut,
}

/// A body made of [`Piece`]s.
pub(crate) struct Pieces {
    left: VecDeque<Piece>,
    clock: Clock,
    pause: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
}

impl Pieces {
    pub(crate) fn new(clock: Clock, pieces: impl IntoIterator<Item = Piece>) -> Self {
        Self {
            left: pieces.into_iter().collect(),
            clock,
            pause: None,
        }
    }

    pub(crate) fn whole(clock: Clock, body: Bytes) -> Self {
        Self::new(clock, (!body.is_empty()).then_some(Piece::Data(body)))
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = Cut;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Cut>>> {
        let this = self.get_mut();
        loop {
            if let Some(pause) = &mut this.pause {
                ready!(pause.as_mut().poll(context));
                this.pause = None;
            }
            match this.left.pop_front() {
                None => return Poll::Ready(None),
                Some(Piece::Data(bytes)) => return Poll::Ready(Some(Ok(Frame::data(bytes)))),
                Some(Piece::Repeat(_, 0) | Piece::Unannounced) => {}
                Some(Piece::Repeat(bytes, times)) => {
                    this.left
                        .push_front(Piece::Repeat(bytes.clone(), times - 1));
                    return Poll::Ready(Some(Ok(Frame::data(bytes))));
                }
                Some(Piece::Pause(duration)) => {
                    let clock = this.clock.clone();
                    let end = later(clock.now(), duration);
                    this.pause = Some(Box::pin(async move { clock.wait_until(end).await }));
                }
                Some(Piece::Flush) => {
                    // hyper writes its buffer out whenever a body has nothing to give for the moment.
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Some(Piece::Cut) => return Poll::Ready(Some(Err(Cut))),
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.left.is_empty() && self.pause.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        let mut size = 0;
        for piece in &self.left {
            match piece {
                Piece::Data(bytes) => size += bytes.len() as u64,
                Piece::Repeat(bytes, times) => size += bytes.len() as u64 * *times as u64,
                Piece::Pause(_) | Piece::Flush => {}
                Piece::Cut | Piece::Unannounced => return SizeHint::default(),
            }
        }
        SizeHint::with_exact(size)
    }
}

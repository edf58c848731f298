//! A server that answers as it is told.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use florin_core::http::{HeaderMap, StatusCode};
use florin_core::{Bytes, Incoming, Phase, Token, TokenError, TokenSource, TransportError};
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::super::socket::{Link, Pending, Socket};
use super::super::{Reason, Refusal};

/// Plays its answers one after the other, and cannot be reached when there are no more.
#[derive(Clone, Debug, Default)]
pub(super) struct Server(Arc<Mutex<Play>>);

#[derive(Debug, Default)]
struct Play {
    answers: VecDeque<Answer>,
    attempts: Vec<Attempt>,
    sent: Vec<String>,
    closed: usize,
}

#[derive(Debug)]
enum Answer {
    Open(mpsc::UnboundedReceiver<Result<Bytes, Reason>>),
    Refuse(u16, &'static str),
    Unreachable,
    Hang,
}

/// How somebody tried to connect.
#[derive(Clone, Debug)]
pub(super) struct Attempt {
    pub(super) path: String,
    pub(super) token: Option<String>,
    pub(super) at: Instant,
}

/// The server's end of a connection. Dropping it closes it.
pub(super) struct Line(mpsc::UnboundedSender<Result<Bytes, Reason>>);

impl Line {
    pub(super) fn say(&self, message: impl Into<String>) {
        let _ = self.0.send(Ok(message.into().into()));
    }

    pub(super) fn fail(&self, reason: Reason) {
        let _ = self.0.send(Err(reason));
    }

    /// Whether nobody listens any more.
    pub(super) fn is_cut(&self) -> bool {
        self.0.is_closed()
    }
}

impl Server {
    fn play(&self) -> MutexGuard<'_, Play> {
        self.0.lock().unwrap()
    }

    fn then(&self, answer: Answer) {
        self.play().answers.push_back(answer);
    }

    /// Takes the next connection.
    pub(super) fn opens(&self) -> Line {
        let (line, heard) = mpsc::unbounded_channel();
        self.then(Answer::Open(heard));
        Line(line)
    }

    pub(super) fn refuses(&self, status: u16, body: &'static str) {
        self.then(Answer::Refuse(status, body));
    }

    pub(super) fn is_unreachable(&self, times: usize) {
        (0..times).for_each(|_| self.then(Answer::Unreachable));
    }

    pub(super) fn hangs(&self) {
        self.then(Answer::Hang);
    }

    pub(super) fn attempts(&self) -> Vec<Attempt> {
        self.play().attempts.clone()
    }

    /// The times between the attempts.
    pub(super) fn pauses(&self) -> Vec<Duration> {
        let attempts = self.attempts();
        attempts
            .windows(2)
            .map(|pair| pair[1].at - pair[0].at)
            .collect()
    }

    pub(super) fn sent(&self) -> Vec<String> {
        self.play().sent.clone()
    }

    /// How many connections were closed in an orderly way.
    pub(super) fn closed(&self) -> usize {
        self.play().closed
    }
}

impl Link for Server {
    fn open<'a>(&'a self, path: &'a str, token: Option<&'a Token>) -> Pending<'a, Box<dyn Socket>> {
        let mut play = self.play();
        play.attempts.push(Attempt {
            path: path.to_owned(),
            token: token.map(|token| token.access().expose().to_owned()),
            at: Instant::now(),
        });
        let answer = play.answers.pop_front().unwrap_or(Answer::Unreachable);
        drop(play);
        Box::pin(async move {
            match answer {
                Answer::Open(heard) => Ok(Box::new(Connection {
                    heard,
                    server: self.clone(),
                }) as Box<dyn Socket>),
                Answer::Refuse(status, body) => Err(Reason::Refused(Refusal::read(&Incoming {
                    status: StatusCode::from_u16(status).unwrap(),
                    headers: HeaderMap::new(),
                    body: Bytes::from_static(body.as_bytes()),
                }))),
                Answer::Unreachable => Err(Reason::Unreachable(Arc::new(TransportError::new(
                    Phase::NotSent,
                    "could not connect",
                )))),
                Answer::Hang => std::future::pending().await,
            }
        })
    }
}

struct Connection {
    heard: mpsc::UnboundedReceiver<Result<Bytes, Reason>>,
    server: Server,
}

impl Socket for Connection {
    fn send(&mut self, text: String) -> Pending<'_, ()> {
        self.server.play().sent.push(text);
        Box::pin(async { Ok(()) })
    }

    fn next(&mut self) -> Pending<'_, Bytes> {
        Box::pin(async {
            self.heard
                .recv()
                .await
                .unwrap_or(Err(Reason::Closed { code: Some(1001) }))
        })
    }

    fn close(&mut self) -> Pending<'_, ()> {
        self.server.play().closed += 1;
        Box::pin(async { Ok(()) })
    }
}

/// Hands out `token 1`, then `token 2`, and so on; or fails.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub(super) asked: Mutex<u32>,
    pub(super) fails_with: Option<TokenError>,
}

impl TokenSource for Tokens {
    fn fetch(
        &self,
        _previous: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        Box::pin(async {
            if let Some(error) = &self.fails_with {
                return Err(error.clone());
            }
            let mut asked = self.asked.lock().unwrap();
            *asked += 1;
            Ok(Token::new(format!("token {asked}")))
        })
    }
}

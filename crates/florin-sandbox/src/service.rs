//! The way of a request: record, plan a fault, authorise, check against the spec, perform, answer.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming;

use crate::body::{Cut, Piece, Pieces};
use crate::clock::later;
use crate::contract::{Lookup, Operation};
use crate::fault::{Fault, Kind, Side};
use crate::provider::{Answer, Outside, Provider, Refusal, Sent, Wait};
use crate::received::{Entry, Received};
use crate::wire::Ending;

/// More than any request that makes sense; what is larger is refused before it fills the memory.
const LARGEST_REQUEST: usize = 64 * 1024 * 1024;

/// The largest piece of a huge body that is held at a time.
const CHUNK: usize = 64 * 1024;

/// One host of a provider's stand-in.
#[derive(Clone)]
pub(crate) struct Host {
    pub(crate) name: &'static str,
    pub(crate) provider: Arc<dyn Provider>,
}

/// What to send, and how.
enum Outcome {
    Whole(Answer),
    Spoilt(Answer, Kind),
    Cut,
}

impl Host {
    /// Answers one request, or cuts its connection.
    pub(crate) async fn answer(
        &self,
        request: Request<Incoming>,
        ending: Ending,
    ) -> Result<Response<Pieces>, Cut> {
        let stage = self.provider.stage();
        let (parts, body) = request.into_parts();
        let path = parts.uri.path();
        let found = self
            .provider
            .contract()
            .lookup(self.name, &parts.method, path);
        let operation = match &found {
            Lookup::Operation(operation, _) => Some(operation.id.as_str()),
            Lookup::Outside(route) => Some(*route),
            _ => None,
        };
        if let Some(fault) = stage.faults.next_unread(operation) {
            stage.turned_away.fetch_add(1, Ordering::Relaxed);
            stage
                .clock
                .wait_until(later(stage.clock.now(), fault.delay))
                .await;
            return self.send(strike(None, fault.kind, &ending), None);
        }
        let body = Limited::new(body, LARGEST_REQUEST)
            .collect()
            .await
            .ok()
            .map(|body| body.to_bytes());
        // Before anyone can see that the request is here, and turn the clock.
        let arrived = stage.clock.now();
        let entry = stage.received.add(Received {
            operation: operation.map(str::to_owned),
            host: self.name,
            method: parts.method.clone(),
            path: path.to_owned(),
            query: parts.uri.query().map(str::to_owned),
            headers: parts.headers.clone(),
            body: body.clone().unwrap_or_default(),
            answered: None,
        });
        let fault = stage.faults.next(operation);

        let mut wait = None;
        let due = |fault: &Option<Fault>| {
            let base = self.provider.contract().base_path(self.name);
            let within = path.strip_prefix(base).unwrap_or(path);
            let answer = match (found, body) {
                (_, None) => Err(Refusal::new(
                    StatusCode::PAYLOAD_TOO_LARGE,
                    "the request did not arrive whole, or is too large",
                )),
                (Lookup::NotFound, _) => Err(Refusal::new(
                    StatusCode::NOT_FOUND,
                    format!("there is nothing at {path}"),
                )),
                (Lookup::MethodNotAllowed, _) => {
                    let detail = format!("{path} does not take {}", parts.method);
                    Err(Refusal::new(StatusCode::METHOD_NOT_ALLOWED, detail))
                }
                (Lookup::Outside(route), Some(body)) => {
                    let request = Outside {
                        query: parts.uri.query(),
                        headers: &parts.headers,
                        body: &body,
                    };
                    self.provider.outside(route, &request)
                }
                (Lookup::Operation(operation, in_path), Some(body)) => {
                    if let Some(Fault {
                        kind: Kind::ExpiredToken,
                        ..
                    }) = fault
                    {
                        self.provider.expire(&parts.headers);
                    }
                    let sent = Sent {
                        operation: &operation.id,
                        caller: None,
                        path: within,
                        query: parts.uri.query(),
                        headers: &parts.headers,
                        body: &body,
                    };
                    self.take(operation, in_path, sent, &mut wait)
                }
            };
            answer.unwrap_or_else(|refusal| self.provider.refuse(self.name, within, &refusal))
        };

        let outcome = match fault {
            None => {
                let answer = due(&None);
                finish(wait).await;
                Outcome::Whole(answer)
            }
            // One that should have come before the request was read comes late from a storm.
            Some(fault) if fault.side != Side::AfterEffect => {
                stage.clock.wait_until(later(arrived, fault.delay)).await;
                match fault.kind {
                    Kind::Delay | Kind::ExpiredToken => {
                        let answer = due(&Some(fault));
                        finish(wait).await;
                        Outcome::Whole(answer)
                    }
                    kind => strike(None, kind, &ending),
                }
            }
            // What is lost after the effect is lost at once, however long the provider would have taken.
            Some(fault) => {
                let answer = due(&Some(fault.clone()));
                stage.clock.wait_until(later(arrived, fault.delay)).await;
                strike(Some(answer), fault.kind, &ending)
            }
        };
        self.send(outcome, Some(entry))
    }

    /// Lets somebody in, and has a request carried out unless it repeats another one.
    fn take(
        &self,
        operation: &Operation,
        in_path: Vec<(String, String)>,
        mut sent: Sent<'_>,
        wait: &mut Option<Wait>,
    ) -> Result<Answer, Refusal> {
        if !operation.public {
            sent.caller = Some(self.provider.authorise(&sent)?);
        }
        if let Some(answer) = self.provider.repeated(&sent) {
            return Ok(answer);
        }
        let answer = self
            .perform(operation, in_path, &sent)
            .unwrap_or_else(|refusal| self.provider.refuse(self.name, sent.path, &refusal));
        *wait = self.provider.answered(&sent, &answer);
        Ok(answer)
    }

    fn perform(
        &self,
        operation: &Operation,
        path: Vec<(String, String)>,
        sent: &Sent<'_>,
    ) -> Result<Answer, Refusal> {
        let mut request = operation
            .check(path, sent.query, sent.headers, sent.body)
            .map_err(|(status, violations)| Refusal::violations(status, violations))?;
        sent.path.clone_into(&mut request.route);
        let answer = self
            .provider
            .perform(&operation.id, sent.caller, &request)?;
        let wrong = operation.check_answer(answer.status, &answer.body);
        if wrong.is_empty() {
            Ok(answer)
        } else {
            let refusal = Refusal::violations(StatusCode::INTERNAL_SERVER_ERROR, wrong);
            Err(Refusal {
                detail: format!("the sandbox broke the spec itself: {}", refusal.detail),
                ..refusal
            })
        }
    }

    fn send(&self, outcome: Outcome, entry: Option<Entry>) -> Result<Response<Pieces>, Cut> {
        let stage = self.provider.stage();
        let clock = stage.clock.clone();
        let (answer, pieces, length) = match outcome {
            Outcome::Cut => return Err(Cut),
            Outcome::Whole(answer) => {
                let pieces = Pieces::whole(clock, answer.body.clone());
                (answer, pieces, None)
            }
            Outcome::Spoilt(answer, kind) => {
                let (pieces, length) = spoil(&answer.body, &kind);
                (answer, Pieces::new(clock, pieces), length)
            }
        };
        if let Some(entry) = entry {
            stage.received.answered(entry, answer.status);
        }
        let mut response = Response::new(pieces);
        *response.status_mut() = answer.status;
        *response.headers_mut() = answer.headers;
        if let Some(length) = length {
            response
                .headers_mut()
                .insert(CONTENT_LENGTH, HeaderValue::from(length));
        }
        Ok(response)
    }
}

/// Waits for what the provider wants to be waited for.
async fn finish(wait: Option<Wait>) {
    if let Some(wait) = wait {
        wait.await;
    }
}

/// What becomes of a request when a fault strikes; `due` is the true answer, once there is one.
fn strike(due: Option<Answer>, kind: Kind, ending: &Ending) -> Outcome {
    match (kind, due) {
        (Kind::Close, _) => Outcome::Cut,
        (Kind::Reset, _) => {
            ending.reset();
            Outcome::Cut
        }
        (
            Kind::Answer {
                status,
                headers,
                body,
            },
            _,
        ) => Outcome::Whole(Answer {
            status,
            headers,
            body,
        }),
        (kind @ Kind::Huge { .. }, _) => {
            let mut headers = HeaderMap::new();
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            Outcome::Spoilt(
                Answer {
                    status: StatusCode::OK,
                    headers,
                    body: Bytes::new(),
                },
                kind,
            )
        }
        (kind @ (Kind::Truncated | Kind::Slow { .. }), Some(answer)) => {
            Outcome::Spoilt(answer, kind)
        }
        (Kind::Delay | Kind::ExpiredToken, Some(answer)) => Outcome::Whole(answer),
        (Kind::Altered(altered), Some(answer)) => Outcome::Whole(altered.of(answer)),
        // These have no answer to work on before the effect, and their constructors put them after it.
        (
            Kind::Truncated
            | Kind::Slow { .. }
            | Kind::Delay
            | Kind::ExpiredToken
            | Kind::Altered(_),
            None,
        ) => Outcome::Cut,
    }
}

/// The pieces of a spoilt body, and the length to announce where it is not theirs.
fn spoil(body: &Bytes, kind: &Kind) -> (Vec<Piece>, Option<usize>) {
    match *kind {
        Kind::Truncated => {
            let half = body.slice(..body.len() / 2);
            (
                vec![Piece::Data(half), Piece::Flush, Piece::Cut],
                Some(body.len()),
            )
        }
        Kind::Slow { parts, pause } => {
            let size = body.len().div_ceil(parts).max(1);
            let parts = (0..body.len())
                .step_by(size)
                .map(|from| (from, body.slice(from..body.len().min(from + size))));
            let pieces = parts.flat_map(|(from, part)| {
                let pause = if from == 0 { Duration::ZERO } else { pause };
                [Piece::Pause(pause), Piece::Data(part), Piece::Flush]
            });
            (pieces.collect(), None)
        }
        Kind::Huge { bytes, announced } => {
            let chunk = Bytes::from(vec![b'x'; CHUNK]);
            let rest = chunk.slice(..bytes % CHUNK);
            let quote = Bytes::from_static(b"\"");
            let all = [
                Piece::Data(quote.clone()),
                Piece::Repeat(chunk, bytes / CHUNK),
                Piece::Repeat(rest, 1),
            ];
            let mut all: Vec<Piece> = all.into_iter().chain([Piece::Data(quote)]).collect();
            if !announced {
                all.push(Piece::Unannounced);
            }
            (all, None)
        }
        _ => (vec![Piece::Data(body.clone())], None),
    }
}

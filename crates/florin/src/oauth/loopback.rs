//! Listens on this machine for the redirect of one authorisation: for programs without a web server of their own.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::error::Error as StdError;
use std::fmt;
use std::future::{Future, poll_fn, ready};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;

use florin_core::Bytes;
use florin_core::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use florin_core::http::{Method, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

use super::pending::State;
use super::{ExchangeError, Grant, PendingAuthorization, Redirect};

/// How long the user has, unless said.
const LIMIT: Duration = Duration::from_secs(300);

/// How long a connection may take to say what it wants. Browsers open some in advance and never use them.
const HEADERS: Duration = Duration::from_secs(10);

/// So many connections are served at once. One more takes the place of the oldest that hasn't asked for anything yet.
const CONNECTIONS: usize = 32;

const THANKS: &str = "Access is granted. You can close this page.\n";
const REFUSED: &str = "Access was not granted. You can close this page.\n";
const NOT_OURS: &str = "This is not the answer that is waited for.\n";
const NOTHING: &str = "There is nothing here.\n";

/// A small HTTP server on 127.0.0.1 that waits for the redirect of one authorisation, and closes its port then.
///
/// It takes the redirect that bears the right state and answers it with a plain page. Whatever else comes in, such as a
/// browser's search for an icon, another path or another state, is answered and changes nothing.
///
/// It serves 32 connections at once and gives each ten seconds to ask for something. When there are more, the oldest that
/// hasn't asked yet is hung up on, so connections that say nothing don't shut the redirect out.
///
/// ```no_run
/// # async fn f(open_browser: impl Fn(&str)) -> Result<(), Box<dyn std::error::Error>> {
/// use florin::oauth::{AuthorizationCodeFlow, Loopback};
///
/// let loopback = Loopback::bind(0, "/granted").await?;
/// let flow = AuthorizationCodeFlow::builder()
///     .client("app id", "app secret")
///     .authorize_url("https://provider.example/oauth/authorize")
///     .token_url("https://provider.example/oauth/token")
///     .redirect_url(loopback.redirect_url())
///     .build()?;
///
/// let pending = flow.authorize_url();
/// open_browser(pending.url());
/// let grant = loopback.grant(pending).await?;
/// # let _ = grant;
/// # Ok(())
/// # }
/// ```
#[must_use = "it listens only while it is waited for"]
pub struct Loopback {
    listener: TcpListener,
    redirect_url: String,
    path: String,
    limit: Duration,
}

impl Loopback {
    /// Binds 127.0.0.1 at `port`, or at any free port for 0. `path` is where the redirect goes, such as `/granted`.
    ///
    /// A port of the system's choice needs a provider that takes any port on loopback, as RFC 8252 says that it should. For
    /// one that doesn't, register a fixed one there and bind it here.
    ///
    /// # Errors
    /// Where the port can't be bound, or `path` isn't one: it starts with `/` and has neither query nor fragment.
    pub async fn bind(port: u16, path: &str) -> io::Result<Self> {
        let is_path = path.starts_with('/')
            && path
                .bytes()
                .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#'));
        if !is_path {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "the path of the redirect must start with / and hold neither query nor fragment",
            ));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        Ok(Self {
            listener,
            redirect_url: format!("http://{address}{path}"),
            path: path.to_owned(),
            limit: LIMIT,
        })
    }

    /// How long to wait for the user. Five minutes unless said.
    pub const fn limit(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// The redirect URL to give to the flow, with the port that was bound.
    #[must_use]
    pub fn redirect_url(&self) -> &str {
        &self.redirect_url
    }

    /// Waits for the redirect and exchanges its code.
    ///
    /// # Errors
    /// [`LoopbackError`]: no redirect came in time, the port can't be listened on, or what
    /// [`PendingAuthorization::finish`] says.
    pub async fn grant(self, pending: PendingAuthorization) -> Result<Grant, LoopbackError> {
        let redirect = self.redirect(&pending).await?;
        pending
            .finish(redirect)
            .await
            .map_err(LoopbackError::Exchange)
    }

    /// Waits for the redirect alone. Dropping the future closes the port.
    ///
    /// # Errors
    /// [`LoopbackError::TimedOut`] and [`LoopbackError::Io`].
    pub async fn redirect(self, pending: &PendingAuthorization) -> Result<Redirect, LoopbackError> {
        let seam = pending.seam().clone();
        let limit = self.limit;
        let mut listening = std::pin::pin!(self.listen(pending));
        let mut time_out = std::pin::pin!(seam.sleep(limit));
        poll_fn(|cx| match listening.as_mut().poll(cx) {
            Poll::Ready(outcome) => Poll::Ready(outcome.map_err(LoopbackError::Io)),
            Poll::Pending => time_out
                .as_mut()
                .poll(cx)
                .map(|()| Err(LoopbackError::TimedOut(limit))),
        })
        .await
    }

    async fn listen(self, pending: &PendingAuthorization) -> io::Result<Redirect> {
        let desk = Arc::new(Desk {
            path: self.path,
            state: pending.state().clone(),
        });
        // Dropped with this future, and every connection with it.
        let mut connections = JoinSet::new();
        let mut open = VecDeque::new();
        loop {
            open.retain(Connection::is_open);
            let is_full = open.len() >= CONNECTIONS && !open.iter().any(Connection::is_idle);
            let event = poll_fn(|cx| {
                if let Poll::Ready(Some(ended)) = connections.poll_join_next(cx) {
                    return Poll::Ready(Event::Ended(ended.ok().flatten()));
                }
                if is_full {
                    // Each of them is being answered, and ends by that.
                    return Poll::Pending;
                }
                self.listener.poll_accept(cx).map(Event::Came)
            })
            .await;
            match event {
                Event::Came(Ok((stream, _))) => {
                    if open.len() >= CONNECTIONS
                        && let Some(oldest) = open.iter().position(Connection::is_idle)
                        && let Some(oldest) = open.remove(oldest)
                    {
                        oldest.task.abort();
                    }
                    let has_asked = Arc::new(AtomicBool::new(false));
                    let task = serve(stream, Arc::clone(&desk), Arc::clone(&has_asked));
                    let task = connections.spawn(task);
                    open.push_back(Connection { task, has_asked });
                }
                // Somebody hung up before we got there.
                Event::Came(Err(error)) if error.kind() == io::ErrorKind::ConnectionAborted => {}
                Event::Came(Err(error)) => return Err(error),
                Event::Ended(Some(redirect)) => return Ok(redirect),
                Event::Ended(None) => {}
            }
        }
    }
}

/// What can happen while listening.
enum Event {
    Came(io::Result<(TcpStream, SocketAddr)>),
    /// A connection ended, its page sent. With the redirect, if that is what came in on it.
    Ended(Option<Redirect>),
}

/// One of those that are served.
struct Connection {
    task: AbortHandle,
    /// Set once its request is there.
    has_asked: Arc<AtomicBool>,
}

impl Connection {
    fn is_open(&self) -> bool {
        !self.task.is_finished()
    }

    fn is_idle(&self) -> bool {
        !self.has_asked.load(Ordering::Relaxed)
    }
}

/// What a request is held against.
struct Desk {
    path: String,
    state: State,
}

impl Desk {
    /// The page for a request, and the redirect, if it is the one.
    fn answer(&self, request: &Request<Incoming>) -> (Page, Option<Redirect>) {
        if request.uri().path() != self.path {
            return (Page::new(StatusCode::NOT_FOUND, NOTHING), None);
        }
        if request.method() != Method::GET {
            return (Page::new(StatusCode::METHOD_NOT_ALLOWED, NOT_OURS), None);
        }
        let redirect = request.uri().query().map(Redirect::parse);
        let redirect = match redirect {
            Some(Ok(redirect)) if self.state.is(redirect.state().expose()) => redirect,
            _ => return (Page::new(StatusCode::BAD_REQUEST, NOT_OURS), None),
        };
        let text = match redirect {
            Redirect::Granted { .. } => THANKS,
            Redirect::Refused { .. } => REFUSED,
        };
        (Page::new(StatusCode::OK, text), Some(redirect))
    }
}

/// What the user sees.
struct Page {
    status: StatusCode,
    text: &'static str,
}

impl Page {
    const fn new(status: StatusCode, text: &'static str) -> Self {
        Self { status, text }
    }

    fn response(&self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(Bytes::from_static(self.text.as_bytes())));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        let plain = HeaderValue::from_static("text/plain; charset=utf-8");
        headers.insert(CONTENT_TYPE, plain);
        // The code stands in the address of this page: it shall go nowhere from here.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        if self.status == StatusCode::METHOD_NOT_ALLOWED {
            headers.insert(ALLOW, HeaderValue::from_static("GET"));
        }
        response
    }
}

/// Serves one request on a connection, and brings the redirect once the page is sent.
async fn serve(stream: TcpStream, desk: Arc<Desk>, has_asked: Arc<AtomicBool>) -> Option<Redirect> {
    let taken = Mutex::new(None);
    let service = service_fn(|request| {
        has_asked.store(true, Ordering::Relaxed);
        let (page, redirect) = desk.answer(&request);
        if redirect.is_some() {
            *taken.lock().unwrap_or_else(PoisonError::into_inner) = redirect;
        }
        ready(Ok::<_, Infallible>(page.response()))
    });
    // How the connection ends makes no difference to what came in on it.
    let _ = http1::Builder::new()
        .keep_alive(false)
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS)
        .serve_connection(TokioIo::new(stream), service)
        .await;
    taken.into_inner().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Loopback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loopback")
            .field("redirect_url", &self.redirect_url)
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}

/// No grant came of listening.
#[derive(Debug)]
#[non_exhaustive]
pub enum LoopbackError {
    /// The user didn't come back within this time.
    TimedOut(Duration),
    /// The port can't be listened on any more.
    Io(io::Error),
    /// The redirect came, and no token of it.
    Exchange(ExchangeError),
}

impl fmt::Display for LoopbackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TimedOut(limit) => write!(f, "the user didn't come back within {limit:?}"),
            Self::Io(error) => write!(f, "the redirect can't be listened for: {error}"),
            Self::Exchange(error) => fmt::Display::fmt(error, f),
        }
    }
}

impl StdError for LoopbackError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::TimedOut(_) => None,
            Self::Io(error) => error.source(),
            Self::Exchange(error) => error.source(),
        }
    }
}

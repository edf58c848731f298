//! Code of a caller's own that fails or panics while a client holds secrets: a source of tokens, a transport, a store.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use florin::RetryPolicy;
use florin::core::http::{HeaderMap, Method, StatusCode};
use florin::core::{
    Bytes, Incoming, Operation, Outgoing, Phase, Seam, Secret, Session, Token, TokenCache,
    TokenError, TokenSource, TokenStore, TokenStoreError, Transport, TransportError,
};

use super::canary::{MARKED, PLAIN};
use super::{said, sieve};

static PAY: Operation = Operation::new("pay", Method::POST, "/pay");

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Nothing does.
    Well,
    /// It panics, and says nothing.
    Panics,
    /// It fails.
    Fails,
    /// It gives something that can't be used.
    Useless,
}

const WAYS: [Way; 4] = [Way::Well, Way::Panics, Way::Fails, Way::Useless];

#[derive(Debug)]
struct Source(Way);

impl TokenSource for Source {
    fn fetch(
        &self,
        previous: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        said::handle("Debug of tokens", &previous);
        let token = Token::new(MARKED.text).with_refresh(MARKED.text);
        said::handle("Debug of tokens", &token);
        Box::pin(async move {
            match self.0 {
                Way::Well => Ok(token),
                Way::Panics => panic!("a source of tokens"),
                Way::Fails => Err(TokenError::refused("the login is refused")),
                Way::Useless => Ok(Token::new(format!("{}\n", MARKED.text))),
            }
        })
    }
}

#[derive(Debug)]
struct Store(Way);

impl TokenStore for Store {
    fn load<'a>(
        &'a self,
        key: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Token>, TokenStoreError>> + Send + 'a>> {
        sieve::never("keys of stored tokens", key);
        Box::pin(async move {
            match self.0 {
                Way::Well => Ok(None),
                Way::Panics => panic!("a store of tokens"),
                Way::Fails => Err(TokenStoreError::new("the store is away")),
                Way::Useless => Ok(Some(Token::new(format!("{}\n", MARKED.text)))),
            }
        })
    }

    fn save<'a>(
        &'a self,
        key: &'a str,
        _: &'a Token,
    ) -> Pin<Box<dyn Future<Output = Result<(), TokenStoreError>> + Send + 'a>> {
        sieve::never("keys of stored tokens", key);
        Box::pin(async move {
            match self.0 {
                Way::Well => Ok(()),
                _ => Err(TokenStoreError::new("the store is away")),
            }
        })
    }
}

#[derive(Debug)]
struct Wire(Way);

impl Transport for Wire {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        // What a transport prints of a request in passing.
        said::handle("Debug of what is sent", &request);
        let answer = Incoming {
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            body: Bytes::from(format!("[\"{}\"]", MARKED.text)),
        };
        said::handle("Debug of what is answered", &answer);
        Box::pin(async move {
            match self.0 {
                Way::Well => Ok(answer),
                Way::Panics => panic!("a transport"),
                Way::Fails => Err(TransportError::new(Phase::Sent, "lost")),
                Way::Useless => Ok(Incoming {
                    status: StatusCode::UNAUTHORIZED,
                    ..answer
                }),
            }
        })
    }
}

/// Every way of each with every way of the others.
pub(crate) async fn everything() {
    said::handle("Debug of secrets", &Secret::from(MARKED.text));
    for source in WAYS {
        for store in WAYS {
            for wire in WAYS {
                sieve::doing(&format!(
                    "source {source:?}, store {store:?}, transport {wire:?}"
                ));
                let seam = Seam::real();
                let tokens = TokenCache::builder(Source(source))
                    .seam(seam.clone())
                    .retry(RetryPolicy::never())
                    .store("a-key", Store(store))
                    .build()
                    .unwrap();
                said::handle("Debug of tokens", &tokens);
                let builder = Session::builder("https://api.example.com")
                    .tokens(tokens)
                    .seam(seam)
                    .retry(RetryPolicy::never())
                    .transport(Arc::new(Wire(wire)));
                let session = builder.build().unwrap();
                for _ in 0..2 {
                    // In a task of its own, since it may panic.
                    let session = session.clone();
                    let task = tokio::spawn(async move {
                        let mut request = session.request(&PAY);
                        request.query("name", PLAIN.text).json(&[MARKED.text]);
                        request.send_json::<Vec<i64>, Vec<i64>>().await
                    });
                    match task.await {
                        Ok(Ok(_)) => {}
                        Ok(Err(error)) => said::failed(error, true),
                        Err(panicked) => said::error(&panicked),
                    }
                }
            }
        }
    }
}

//! Two processes, one token: the Redis store against a real server on a free port.
//!
//! Skipped, and said so, where `redis-server` isn't installed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "what a test relies on fails the test"
)]
#![cfg(feature = "redis")]

use std::future::Future;
use std::net::TcpListener;
use std::pin::Pin;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use florin::RedisStore;
use florin::core::{Seam, Token, TokenCache, TokenError, TokenSource, TokenStore};

/// A Redis that dies with the test.
struct Redis {
    server: Child,
    url: String,
}

impl Redis {
    /// `None` where Redis isn't installed.
    async fn start() -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let server = Command::new("redis-server")
            .args([
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--port",
                &port.to_string(),
            ])
            .stdout(Stdio::null())
            .spawn();
        let Ok(server) = server else {
            eprintln!("skipped: redis-server is not installed");
            return None;
        };
        let redis = Self {
            server,
            url: format!("redis://127.0.0.1:{port}/"),
        };
        for _ in 0..500 {
            if redis.store().load("nothing").await.is_ok() {
                return Some(redis);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("redis-server didn't come up on port {port}");
    }

    fn store(&self) -> RedisStore {
        RedisStore::new(&self.url, "florin-test:").unwrap()
    }

    fn kill(&mut self) {
        self.server.kill().unwrap();
        self.server.wait().unwrap();
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Counts the tokens that it gives.
#[derive(Clone, Debug, Default)]
struct Provider(Arc<AtomicUsize>);

impl TokenSource for Provider {
    fn fetch(
        &self,
        _: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        let number = self.0.fetch_add(1, Ordering::SeqCst) + 1;
        let token = Token::new(format!("token {number}"))
            .with_lifetime(chrono::Utc::now(), Duration::from_secs(3600));
        Box::pin(std::future::ready(Ok(token)))
    }
}

/// As another process would have it: a connection of its own.
fn process(redis: &Redis, provider: &Provider) -> TokenCache {
    TokenCache::builder(provider.clone())
        .store("lender", redis.store())
        .seam(Seam::real())
        .build()
        .unwrap()
}

#[tokio::test]
async fn two_processes_use_one_token() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let provider = Provider::default();
    let first = process(&redis, &provider).token().await.unwrap();
    let second = process(&redis, &provider).token().await.unwrap();
    assert_eq!(first.access().expose(), second.access().expose());
    assert_eq!(provider.0.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_redis_that_dies_costs_sharing_and_no_call() {
    let Some(mut redis) = Redis::start().await else {
        return;
    };
    let provider = Provider::default();
    let running = process(&redis, &provider);
    running.token().await.unwrap();
    redis.kill();
    running.token().await.unwrap();
    process(&redis, &provider).token().await.unwrap();
    assert_eq!(
        provider.0.load(Ordering::SeqCst),
        2,
        "the new process gets a token of its own"
    );
}

#[tokio::test]
async fn a_url_that_is_none_is_refused_without_showing_it() {
    let error = RedisStore::new("http://:hunter2@host", "p")
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("redis url") && !error.contains("hunter2"),
        "{error}"
    );
    let store = RedisStore::new("redis://:hunter2@127.0.0.1/", "p").unwrap();
    assert!(!format!("{store:?}").contains("hunter2"));
}

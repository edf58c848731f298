//! Addresses with canaries in them, hosts that can't be reached, a proxy that wants a password, and settings that are refused.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use florin::RetryPolicy;
use florin::core::http::Method;
use florin::core::{Operation, Session};
use florin::oauth::AuthorizationCodeFlow;

use super::canary::MARKED;
use super::{said, sieve};

static PAY: Operation =
    Operation::new("pay", Method::POST, "/pay/{id}").key_header("Idempotency-Key");

/// A proxy that refuses, in its own words. Its port; it lives as long as the process.
pub(crate) fn proxy() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let text = MARKED.text;
        for (number, stream) in listener.incoming().enumerate() {
            let mut stream = stream.unwrap();
            let mut head = [0; 4096];
            let _ = stream.read(&mut head);
            let answer = match number % 3 {
                0 => format!(
                    "HTTP/1.1 407 {text}\r\nproxy-authenticate: Basic realm=\"{text}\"\r\ncontent-length: 24\r\n\r\n{text}"
                ),
                1 => format!("HTTP/1.1 502 {text}\r\n\r\n{text}"),
                _ => format!("{text}\r\n\r\n"),
            };
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    port
}

/// A call with canaries in its path, query, headers and body.
async fn call(session: &Session) {
    said::handle("Debug of clients", &session.clone());
    let text = MARKED.text;
    let mut request = session.request(&PAY);
    request
        .path("id", &format!("{text}/../{text}"))
        .query("name", &text)
        .header("X-Customer", text)
        .header("Idempotency-Key", text)
        .json(&[text]);
    said::handle("Debug of requests", &request);
    let error = request
        .send_json::<serde_json::Value, serde_json::Value>()
        .await;
    said::failed(error.unwrap_err(), true);
}

/// All of it.
pub(crate) async fn everything() {
    let text = MARKED.text;
    let nobody = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    for url in [
        // Nobody is there.
        format!("http://{nobody}"),
        // TLS with who speaks none.
        format!("https://127.0.0.1:{}", proxy()),
        // Through the proxy, a few times.
        "https://api.example.invalid".to_owned(),
        "https://api.example.invalid/v1".to_owned(),
        "https://api.example.invalid/v2".to_owned(),
    ] {
        sieve::doing(&format!("a call to {url}"));
        let builder = Session::builder(url).bearer(text).header("X-Api-Key", text);
        let session = builder.retry(RetryPolicy::never()).build().unwrap();
        call(&session).await;
        let session = Session::builder(session.base_url())
            .api_key_query("key", text)
            .retry(RetryPolicy::never());
        said::handle("Debug of clients", &session);
        call(&session.build().unwrap()).await;
    }
    refused_settings(text);
}

/// Settings that no client can be made of.
fn refused_settings(text: &str) {
    let urls = [
        format!("https://{text}:{text}@example.com"),
        format!("https://example.com/?key={text}"),
        format!("https://example.com/#{text}"),
        format!("http://example.com/{text}"),
        format!("ftp://{text}"),
        format!("https://{text} {text}"),
        format!("https://[{text}]"),
        text.to_owned(),
        String::new(),
    ];
    for url in &urls {
        sieve::doing(&format!("a setting, {} characters", url.len()));
        let builder = Session::builder(url).anonymous();
        refused(builder.build());
        let builder = Session::builder("https://example.com")
            .server("auth", url)
            .anonymous();
        refused(builder.build());
        let custom = || url.clone();
        refused(
            florin::financeit::Client::builder()
                .environment(florin::financeit::Environment::Custom { api: custom() })
                .credentials(florin::financeit::Credentials::login(
                    text, text, text, text,
                ))
                .account(florin::financeit::Account::Merchant)
                .build(),
        );
        refused(
            florin::monoova::Client::builder()
                .environment(florin::monoova::Environment::Sandbox)
                .token_url(custom())
                .credentials(florin::monoova::Credentials::back_office(text, text))
                .user_id(1)
                .build(),
        );
        refused(
            florin::nemuru::Client::builder()
                .environment(florin::nemuru::Environment::Custom {
                    api: custom(),
                    auth: Some(custom()),
                })
                .credentials(florin::nemuru::Credentials::new(text, text))
                .path("list_files", custom())
                .build(),
        );
        refused(
            florin::monetago::Client::builder()
                .environment(florin::monetago::Environment::Custom {
                    api: custom(),
                    auth: custom(),
                })
                .credentials(florin::monetago::ClientCredentials::new(text, text, text))
                .institution(text)
                .build(),
        );
        let flow = AuthorizationCodeFlow::builder()
            .client(text, text)
            .authorize_url(custom())
            .token_url(custom())
            .redirect_url(custom());
        said::handle("Debug of clients", &flow);
        refused(flow.build());
    }
    for name in ["X Api Key", "X-Api-Key"] {
        let value = format!("{text}\r\n{text}");
        let builder = Session::builder("https://example.com").anonymous();
        refused(builder.header(name, value.as_str()).build());
        let builder = Session::builder("https://example.com");
        refused(builder.api_key_header(name, value.as_str()).build());
    }
    refused(Session::builder("https://example.com").bearer("").build());
    refused(Session::builder("https://example.com").build());
}

#[track_caller]
fn refused<T>(built: Result<T, florin::core::ConfigError>) {
    if let Err(error) = built {
        said::error(&error);
        said::panicking(|| Err::<(), _>(error).unwrap());
    }
}

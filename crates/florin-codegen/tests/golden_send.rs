//! What generated operations send: some of the golden code, at work on a transport that keeps what it is given.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

// Not `#[path]`: rustfmt would follow it, and the golden code is to stay as it came out.
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod arguments {
    include!("passes/arguments.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod parameter_places {
    include!("passes/parameter_places.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod placeholders {
    include!("passes/placeholders.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod server_names {
    include!("passes/server_names.rs");
}

use std::pin::Pin;
use std::sync::{Arc, Mutex};

use florin_core::http::{HeaderMap, StatusCode};
use florin_core::{Bytes, Incoming, Outgoing, Session, Transport, TransportError};

/// Keeps the URL, the headers and the body, and answers with nothing.
#[derive(Debug, Default)]
struct Seen(Mutex<Vec<(String, HeaderMap, Vec<u8>)>>);

impl Transport for Seen {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        let body = request.body.unwrap_or_default().to_vec();
        let sent = (request.url.to_string(), request.headers, body);
        self.0.lock().unwrap().push(sent);
        Box::pin(async {
            Ok(Incoming {
                status: StatusCode::NO_CONTENT,
                headers: HeaderMap::new(),
                body: Bytes::new(),
            })
        })
    }
}

impl Seen {
    fn last(&self) -> (String, HeaderMap, Vec<u8>) {
        self.0.lock().unwrap().pop().unwrap()
    }
}

fn session() -> (Arc<Seen>, Session) {
    let seen = Arc::new(Seen::default());
    let transport: Arc<dyn Transport> = seen.clone();
    let session = Session::builder("https://api.example.com")
        .bearer("token")
        .transport(transport)
        .build();
    (seen, session.unwrap())
}

#[tokio::test(start_paused = true)]
async fn arguments_that_had_to_be_told_apart_are_sent_under_their_own_names() {
    let (seen, session) = session();
    let client = arguments::Client::new(session);
    let request = client.change();
    let request = request.id("1").body_in_path("2").new_in_path("3");
    let request = request.page_size_in_path("4").page_size("5");
    let request = request
        .id_in_query(6)
        .id_in_query_2("7")
        .id_in_header("8".to_owned());
    let request = request
        .id_in_cookie("9")
        .send_in_query(true)
        .client("10".to_owned());
    let request = request
        .body_map_in_query("11".to_owned())
        .value("12".to_owned());
    let change = arguments::types::Change::builder().amount(13);
    request.body(change).send().await.unwrap();
    let (url, headers, body) = seen.last();
    assert_eq!(
        url,
        "https://api.example.com/loans/1/2/3/4/5?body_map=11&client=10&id=6&Id=7&send=true"
    );
    assert_eq!(
        (&headers["id"], &headers["value"]),
        (&"8".parse().unwrap(), &"12".parse().unwrap())
    );
    assert_eq!(headers["cookie"], "ID=9");
    assert_eq!(body, br#"{"amount":13}"#);
}

#[tokio::test(start_paused = true)]
async fn cookies_go_out_in_one_header_and_a_value_that_none_may_hold_is_refused() {
    let (seen, session) = session();
    let client = parameter_places::Client::new(session);
    client
        .list_loans()
        .sid("a1")
        .page(2)
        .size(3)
        .send()
        .await
        .unwrap();
    let (url, headers, _) = seen.last();
    assert_eq!(url, "https://api.example.com/loans?size=3");
    assert_eq!(headers["cookie"], "page=2; sid=a1");
    let refused = client.list_loans().sid("a;b=c").size(3).send().await;
    assert!(refused.unwrap_err().is_invalid_request());
    client
        .log_in()
        .body(parameter_places::types::LogInBody::builder().user("jo"))
        .send()
        .await
        .unwrap();
    assert_eq!(seen.last().2, b"user=jo");
}

#[tokio::test(start_paused = true)]
async fn a_path_that_is_more_than_a_path_is_sent_as_what_it_is() {
    let (seen, session) = session();
    let client = placeholders::Client::new(session);
    client.list_open().by("a b").send().await.unwrap();
    let url = seen.last().0;
    assert_eq!(url, "https://api.example.com/loans?status=open&by=a%20b");
    client.confirm().send().await.unwrap();
    assert_eq!(seen.last().0, "https://api.example.com/pay");
    client.get_loan().id(7).send().await.unwrap();
    assert_eq!(seen.last().0, "https://api.example.com/loans(7)");
    client.get_pair().id("7").send().await.unwrap();
    assert_eq!(seen.last().0, "https://api.example.com/pairs/7/7");
    client
        .get_term()
        .loan_id("1")
        .term("2")
        .send()
        .await
        .unwrap();
    assert_eq!(
        seen.last().0,
        "https://api.example.com/loans/1/terms/2.json"
    );
}

#[tokio::test(start_paused = true)]
async fn a_host_that_the_session_has_no_address_for_is_refused_and_silence_of_the_spec_is_no_leave_to_omit_the_token()
 {
    let (seen, session) = session();
    let client = server_names::Client::new(session);
    let refused = client.list_files().send().await.unwrap_err();
    assert!(refused.is_invalid_request());
    assert!(
        refused.to_string().contains("\"files_example_com_v2\""),
        "{refused}"
    );
    client.add_file().send().await.unwrap();
    let (url, headers, _) = seen.last();
    assert_eq!(url, "https://api.example.com/files");
    assert_eq!(headers["authorization"], "Bearer token");
    assert!(server_names::operations::TOKEN.is_public());
    assert!(server_names::operations::BETA.is_public());
}

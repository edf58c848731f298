//! What generated builders send: some of the golden code, at work, and the bytes that it would put on the wire.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod form_parts {
    include!("passes/form_parts.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod media_ranges {
    include!("passes/media_ranges.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod parameter_types {
    include!("passes/parameter_types.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod parameters {
    include!("passes/parameters.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod passwords {
    include!("passes/passwords.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod request_bodies {
    include!("passes/request_bodies.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod sent_nulls {
    include!("passes/sent_nulls.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod session_headers {
    include!("passes/session_headers.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod several_bodies {
    include!("passes/several_bodies.rs");
}

use std::pin::Pin;
use std::sync::{Arc, Mutex};

use florin_core::http::{HeaderMap, StatusCode};
use florin_core::{
    Bytes, Error, FilePart, Incoming, Multipart, Outgoing, Response, Session, Transport,
    TransportError,
};

/// What would have been sent.
#[derive(Clone, Debug, Default)]
struct Sent {
    method: String,
    /// From the path on.
    target: String,
    headers: HeaderMap,
    body: String,
}

impl Sent {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    fn media_type(&self) -> &str {
        self.header("content-type").unwrap()
    }

    /// The parts of a form, each its head and its content.
    fn parts(&self) -> Vec<(String, String)> {
        let boundary = self.media_type().split("boundary=").nth(1).unwrap();
        self.body
            .split(&format!("--{boundary}"))
            .filter_map(|part| part.strip_prefix("\r\n")?.split_once("\r\n\r\n"))
            .map(|(head, content)| {
                let head = head
                    .replace("Content-Disposition: form-data; name=", "")
                    .replace("\r\nContent-Type: ", " ");
                (head, content.strip_suffix("\r\n").unwrap().to_owned())
            })
            .collect()
    }
}

#[derive(Debug, Default)]
struct Wire(Mutex<Option<Sent>>);

impl Transport for Wire {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        let query = request.url.query().map(|query| format!("?{query}"));
        let body = request.body.unwrap_or_default();
        *self.0.lock().unwrap() = Some(Sent {
            method: request.operation.method().to_string(),
            target: format!("{}{}", request.url.path(), query.unwrap_or_default()),
            headers: request.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        });
        Box::pin(std::future::ready(Ok(Incoming {
            status: StatusCode::NO_CONTENT,
            headers: HeaderMap::new(),
            body: Bytes::new(),
        })))
    }
}

fn session() -> (Session, Arc<Wire>) {
    let wire = Arc::new(Wire::default());
    let session = Session::builder("https://api.example.com")
        .anonymous()
        .transport(wire.clone())
        .build();
    (session.unwrap(), wire)
}

/// What it sends, or the words of the refusal.
fn sent<T, E: std::fmt::Debug>(
    wire: &Wire,
    sending: impl Future<Output = Result<Response<T>, Error<E>>>,
) -> Result<Sent, String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build();
    let answer = runtime.unwrap().block_on(sending);
    // Whether the answer is understood is of no matter here.
    match (wire.0.lock().unwrap().take(), answer) {
        (Some(sent), _) => Ok(sent),
        (None, Err(error)) => Err(error.to_string()),
        (None, Ok(_)) => panic!("answered without a request"),
    }
}

fn brackets(text: &str) -> String {
    text.replace("%5B", "[").replace("%5D", "]")
}

#[test]
fn each_parameter_goes_out_in_its_style() {
    use parameters::types::{Filter, Range, State};
    let (session, wire) = session();
    let client = parameters::Client::new(session);
    let range = || Range {
        from: Some(1),
        to: Some(2),
    };
    let filter = || Filter {
        range: Some(range()),
        names: vec!["a&b=c".to_owned(), "ñ".to_owned()],
        any: vec![range()],
    };
    let request = client
        .get_quote()
        .pair(["EUR/..", "U,D"].map(str::to_owned).to_vec())
        .code("a;b")
        .label(vec![1, 2])
        .matrix(range())
        .x_ids(["a", "b"].map(str::to_owned).to_vec())
        .x_range(range())
        .x_meta(range())
        .filter(filter())
        .deep(filter())
        .nested(filter())
        .expand(["x", "y"].map(str::to_owned).to_vec())
        .comma(vec![State::Open, State::Closed])
        .repeated(vec![State::Open, State::Closed])
        .pipe(["a", "b&c"].map(str::to_owned).to_vec())
        .space(vec![1, 2])
        .range(range())
        .single("")
        .bare("#")
        .map([("a b".to_owned(), "c".to_owned())])
        .size(5);
    let sent = sent(&wire, request.send()).unwrap();
    let (path, query) = sent.target.split_once('?').unwrap();
    assert_eq!(path, "/quotes/EUR%2F..,U%2CD/a%3Bb.1.2;matrix=from,1,to,2");
    let mut query: Vec<_> = query.split('&').map(brackets).collect();
    query.sort();
    assert_eq!(
        query,
        [
            "bare=%23",
            "comma=open,closed",
            "deep[any][0][from]=1",
            "deep[any][0][to]=2",
            "deep[names][]=%C3%B1",
            "deep[names][]=a%26b%3Dc",
            "deep[range][from]=1",
            "deep[range][to]=2",
            "expand[]=x",
            "expand[]=y",
            "filter=%7B%22any%22%3A[%7B%22from%22%3A1%2C%22to%22%3A2%7D]%2C%22names%22%3A[%22a%26b%3Dc%22%2C%22%C3%B1%22]%2C%22range%22%3A%7B%22from%22%3A1%2C%22to%22%3A2%7D%7D",
            "from=1",
            "map[a%20b]=c",
            "nested[any][0][from]=1",
            "nested[any][0][to]=2",
            "nested[names][]=%C3%B1",
            "nested[names][]=a%26b%3Dc",
            "nested[range][from]=1",
            "nested[range][to]=2",
            "pipe=a%7Cb%26c",
            "repeated=closed",
            "repeated=open",
            "single=",
            "size=5",
            "space=1%202",
            "to=2",
        ]
    );
    assert_eq!(sent.header("X-Ids"), Some("a,b"));
    assert_eq!(sent.header("X-Range"), Some("from=1,to=2"));
    assert_eq!(sent.header("X-Meta"), Some(r#"{"from":1,"to":2}"#));
    assert_eq!(sent.header("X-Kind"), None);
}

#[test]
fn what_is_absent_or_empty_is_not_sent_and_a_path_is_never_empty() {
    use parameters::types::{Filter, Range};
    let (session, wire) = session();
    let client = parameters::Client::new(session);
    let request = || {
        client
            .get_quote()
            .code("a")
            .label(vec![1])
            .matrix(Range {
                from: Some(1),
                to: None,
            })
            .x_ids(Vec::<String>::new())
            .size(5)
            .deep(Filter::default())
            .comma(Vec::new())
            .pipe(Vec::<String>::new())
    };
    let sending = request().pair(vec!["x".to_owned()]).send();
    let plain = sent(&wire, sending).unwrap();
    assert_eq!(plain.target, "/quotes/x/a.1;matrix=from,1?size=5");
    assert_eq!(plain.header("X-Ids"), None);
    for pair in [vec![], vec![String::new()], vec!["..".to_owned()]] {
        let refusal = sent(&wire, request().pair(pair).send()).unwrap_err();
        assert!(
            refusal.contains("path parameter pair is empty"),
            "{refusal}"
        );
    }
    let split = vec!["secret|1".to_owned(), "b".to_owned()];
    let sending = request().pair(vec!["x".to_owned()]).pipe(split).send();
    let refusal = sent(&wire, sending).unwrap_err();
    assert!(refusal.contains("query parameter pipe"), "{refusal}");
    assert!(!refusal.contains("secret"), "{refusal}");
}

#[test]
fn a_parameter_that_is_an_object_is_built_like_one() {
    use parameter_types::types::{Filter, FilterAmount};
    let (session, wire) = session();
    let client = parameter_types::Client::new(session);
    let filter = Filter::builder().amount(FilterAmount {
        gte: Some("12.50".parse().unwrap()),
    });
    let sent = sent(&wire, client.list_loans().filter(filter).send()).unwrap();
    assert_eq!(brackets(&sent.target), "/loans?filter[amount][gte]=12.5");
}

#[test]
fn a_password_is_sent_and_shown_by_nobody() {
    let (session, wire) = session();
    let client = passwords::Client::new(session);
    let body = passwords::types::LogInBody {
        name: Some("ada".to_owned()),
        password: "pass-word".parse().unwrap(),
    };
    assert!(!format!("{body:?}").contains("pass-word"));
    let request = client.log_in().code("c-o-d-e").pin("p-i-n").body(body);
    let shown = format!("{request:?}");
    assert!(
        ["c-o-d-e", "p-i-n", "pass-word"]
            .iter()
            .all(|secret| !shown.contains(secret))
    );
    let sent = sent(&wire, request.send()).unwrap();
    assert_eq!(sent.target, "/logins/c-o-d-e?pin=p-i-n");
    assert_eq!(sent.body, "name=ada&password=pass-word");
    let json = r#"{"token":"t-o-k","old":"o-l-d","shown":"s-h-n","codes":["c-o-d"]}"#;
    let session: passwords::types::Session = serde_json::from_str(json).unwrap();
    let shown = format!("{session:?}");
    assert!(
        ["t-o-k", "o-l-d", "s-h-n", "c-o-d"]
            .iter()
            .all(|secret| !shown.contains(secret))
    );
    let token: passwords::types::GetTokenResponse = serde_json::from_str(r#""t-o-k""#).unwrap();
    assert!(!format!("{token:?}").contains("t-o-k"));
}

#[test]
fn what_is_required_is_sent_if_only_as_null() {
    use sent_nulls::types::Loan;
    let loan: Loan = serde_json::from_str(r#"{"id":"1","note":null}"#).unwrap();
    let (session, wire) = session();
    let client = sent_nulls::Client::new(session);
    let request = client.replace_loan().body(loan);
    let sent = sent(&wire, request.send()).unwrap();
    assert_eq!(
        sent.body,
        r#"{"end-date":null,"id":"1","note":null,"owner":null,"state":null,"tags":[],"terms":null,"unit":null}"#
    );
}

#[test]
fn the_caller_says_what_a_body_of_a_range_is() {
    let (session, wire) = session();
    let client = media_ranges::Client::new(session);
    let request = || client.send_picture().body("PNG");
    let plain = sent(&wire, request().send()).unwrap();
    assert_eq!(plain.media_type(), "application/octet-stream");
    let png = request().content_type_in_header("image/png");
    assert_eq!(sent(&wire, png.send()).unwrap().media_type(), "image/png");
    let text = client.send_text().content_type("text/csv").body("a,b");
    assert_eq!(sent(&wire, text.send()).unwrap().media_type(), "text/csv");
    let plain = sent(&wire, client.send_text().body("a").send()).unwrap();
    assert_eq!(plain.media_type(), "text/plain");
}

#[test]
fn a_form_has_each_field_in_its_style() {
    use request_bodies::types::{Form, Item, Note};
    let (session, wire) = session();
    let client = request_bodies::Client::new(session);
    let item = || Item {
        price: Some("p&1".to_owned()),
        taxes: vec!["t".to_owned()],
    };
    let note = || Note {
        text: Some("ñ +".to_owned()),
    };
    let body = Form::builder()
        .amount("1.50".parse::<florin_core::Decimal>().unwrap())
        .metadata([("a".to_owned(), "b".to_owned())])
        .items(vec![item(), item()])
        .nested(vec![item()])
        .note(note())
        .ids(vec!["1".to_owned(), "2".to_owned()])
        .piped(vec!["1".to_owned(), "2".to_owned()])
        .tags(vec!["1".to_owned(), "2".to_owned()])
        .json(note());
    let form = sent(&wire, client.send_form().body(body).send()).unwrap();
    assert_eq!(form.media_type(), "application/x-www-form-urlencoded");
    let mut fields: Vec<_> = form.body.split('&').map(brackets).collect();
    fields.sort();
    assert_eq!(
        fields,
        [
            "amount=1.5",
            "ids=1%2C2",
            "items[0][price]=p%261",
            "items[0][taxes][]=t",
            "items[1][price]=p%261",
            "items[1][taxes][]=t",
            "json=%7B%22text%22%3A%22%C3%B1+%2B%22%7D",
            "metadata[a]=b",
            "nested=%7B%22price%22%3A%22p%261%22%2C%22taxes%22%3A[%22t%22]%7D",
            "note=%7B%22text%22%3A%22%C3%B1+%2B%22%7D",
            "piped=1%7C2",
            "tags=1",
            "tags=2",
        ]
    );
    let plain = client.send_plain_form().body(note());
    assert_eq!(sent(&wire, plain.send()).unwrap().body, "text=%C3%B1+%2B");
}

#[test]
fn texts_bytes_and_json_go_out_as_what_they_are() {
    let (session, wire) = session();
    let client = request_bodies::Client::new(session);
    let text = sent(&wire, client.send_token().body("e.y.J").send()).unwrap();
    assert_eq!(
        (text.media_type(), &*text.body),
        ("application/jwt", "e.y.J")
    );
    let xml = sent(&wire, client.send_xml().body("<n>ñ</n>").send()).unwrap();
    let xml_type = "application/xml; charset=utf-8";
    assert_eq!((xml.media_type(), &*xml.body), (xml_type, "<n>ñ</n>"));
    let picture = client.send_picture().body(b"\x89PNG".as_slice());
    let picture = sent(&wire, picture.send()).unwrap();
    assert_eq!(
        (picture.media_type(), &*picture.method),
        ("image/png", "PUT")
    );
    let note = request_bodies::types::Note {
        text: Some("t".to_owned()),
    };
    let patch = sent(&wire, client.send_vendor().body(note).send()).unwrap();
    let patch_type = "application/merge-patch+json; charset=utf-8";
    assert_eq!(
        (patch.media_type(), &*patch.body),
        (patch_type, r#"{"text":"t"}"#)
    );
    let untold = client.send_untold().body(serde_json::json!([1]));
    let untold = sent(&wire, untold.send()).unwrap();
    assert_eq!(
        (untold.media_type(), &*untold.method),
        ("application/json", "DELETE")
    );
    assert_eq!(untold.body, "[1]");
}

#[test]
fn an_operation_of_several_media_types_goes_to_the_same_place_with_each() {
    use several_bodies::operations::{CREATE_LOAN, CREATE_LOAN_AS_XML};
    let (session, wire) = session();
    let client = several_bodies::Client::new(session);
    let loan = || several_bodies::types::Loan::builder().reference("r-1");
    let json = sent(&wire, client.create_loan().id("1").body(loan()).send()).unwrap();
    assert_eq!(
        (&*json.target, json.media_type()),
        ("/loans/1", "application/json")
    );
    let xml = client.create_loan_as_xml().id("1").body("<loan/>");
    let xml = sent(&wire, xml.send()).unwrap();
    assert_eq!(
        (&*xml.target, xml.media_type()),
        ("/loans/1", "application/xml")
    );
    assert_eq!(CREATE_LOAN.template(), CREATE_LOAN_AS_XML.template());
    assert_eq!(CREATE_LOAN.idempotency_field(), Some("reference"));
    assert_eq!(CREATE_LOAN_AS_XML.idempotency_field(), None);
    let form = client.create_loan_as_form().id("1").body(loan());
    assert_eq!(sent(&wire, form.send()).unwrap().body, "reference=r-1");
    let parts = client.create_loan_as_multipart().id("1").body(loan());
    let parts = sent(&wire, parts.send()).unwrap().parts();
    let text = "\"reference\" text/plain; charset=utf-8";
    assert_eq!(parts, [(text.to_owned(), "r-1".to_owned())]);
    let none = sent(&wire, client.send_nothing().send()).unwrap();
    assert_eq!((none.header("content-type"), &*none.body), (None, ""));
}

#[test]
fn a_form_of_several_parts_has_each_field_as_what_it_is() {
    use form_parts::types::{DocumentData, UploadEverythingBody, UploadEverythingBodyState};
    let (session, wire) = session();
    let client = form_parts::Client::new(session);
    let data = |name: &str| DocumentData {
        external_id: None,
        name: Some(name.to_owned()),
    };
    let body = UploadEverythingBody::builder()
        .title("ñ\r\n--x")
        .picture(FilePart::new("a\"b.png", "PNG"))
        .files(vec![
            FilePart::new("1.pdf", "one").media_type("application/pdf"),
            FilePart::new("2.bin", "two"),
        ])
        .tags(vec!["a".to_owned(), "b".to_owned()])
        .rows(vec![data("r")])
        .documents(vec![data("d"), data("e")])
        .note(data("n"))
        .amount("1.50".parse::<florin_core::Decimal>().unwrap())
        .urgent(true)
        .state(UploadEverythingBodyState::Open)
        .day("2026-01-02".to_owned());
    let request = client.upload_everything().body(body);
    assert!(!format!("{request:?}").contains("PNG"));
    let sent_form = sent(&wire, request.send()).unwrap();
    let text = "text/plain; charset=utf-8";
    let expected = [
        (format!("\"amount\" {text}"), "1.5"),
        (format!("\"day\" {text}"), "2026-01-02"),
        (
            "\"documents\" application/json".to_owned(),
            r#"{"name":"d"}"#,
        ),
        (
            "\"documents\" application/json".to_owned(),
            r#"{"name":"e"}"#,
        ),
        (
            "\"files\"; filename=\"1.pdf\" application/pdf".to_owned(),
            "one",
        ),
        (
            "\"files\"; filename=\"2.bin\" application/octet-stream".to_owned(),
            "two",
        ),
        ("\"note\" application/json".to_owned(), r#"{"name":"n"}"#),
        (
            "\"picture\"; filename=\"a%22b.png\" application/octet-stream".to_owned(),
            "PNG",
        ),
        ("\"rows\" application/json".to_owned(), r#"[{"name":"r"}]"#),
        (format!("\"state\" {text}"), "open"),
        (format!("\"tags\" {text}"), "a"),
        (format!("\"tags\" {text}"), "b"),
        ("\"title\" text/markdown".to_owned(), "ñ\r\n--x"),
        (format!("\"urgent\" {text}"), "true"),
    ];
    let expected = expected.map(|(head, content)| (head, content.to_owned()));
    assert_eq!(sent_form.parts(), expected);

    let mut any = Multipart::new();
    any.text("a", "b").file("f", FilePart::new("f.txt", "c"));
    let request = client.upload_anything().body(any);
    let any = sent(&wire, request.send()).unwrap();
    assert_eq!(any.parts().len(), 2);
    assert!(
        any.media_type()
            .starts_with("multipart/form-data; boundary=")
    );
}

#[test]
fn a_form_is_known_by_its_field() {
    use form_parts::types::{DocumentData, DocumentUpload};
    let (session, wire) = session();
    let client = form_parts::Client::new(session);
    let upload = DocumentUpload {
        document: DocumentData {
            external_id: Some("e-1".to_owned()),
            name: None,
        },
        file: FilePart::new("f.pdf", "%PDF"),
    };
    let sent = sent(&wire, client.upload_document().body(upload).send()).unwrap();
    let heads: Vec<_> = sent.parts().into_iter().map(|(head, _)| head).collect();
    assert_eq!(
        heads,
        [
            "\"document\" application/json",
            "\"file\"; filename=\"f.pdf\" application/octet-stream"
        ]
    );
}

#[test]
fn nobody_has_to_give_a_header_that_the_session_sets() {
    let (session, wire) = session();
    let client = session_headers::Client::new(session);
    let body = session_headers::types::CreateLoanBody { note: None };
    let request = client.create_loan().x_channel("web").body(body);
    let plain = sent(&wire, request.send()).unwrap();
    assert_eq!(plain.header("accept"), Some("application/json"));
    assert_eq!(plain.media_type(), "application/json");
    let file = client.upload_file().body(b"x".as_slice());
    let file = sent(&wire, file.content_type("image/gif").send()).unwrap();
    assert_eq!(file.media_type(), "image/gif");
}

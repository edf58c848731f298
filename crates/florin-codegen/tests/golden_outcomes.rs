//! What generated clients make of answers of several types: golden code at work, against a provider that says what the
//! test has it say.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

// Not `#[path]`: rustfmt would follow it, and the golden code is to stay as it came out.
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod accept {
    include!("passes/accept.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod outcomes {
    include!("passes/outcomes.rs");
}
#[allow(dead_code, unused_imports, unreachable_pub, reason = "golden code")]
mod unify_responses {
    include!("passes/unify_responses.rs");
}

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use florin_core::http::{HeaderMap, HeaderValue, StatusCode, header};
use florin_core::{
    Effect, Error, Incoming, Outgoing, Response, Session, Transport, TransportError,
};
use outcomes::types::{ContractErrorOutcome, ContractSuccess, CreateLoanError, CreateLoanSuccess};

/// A word that must not be shown.
const SECRET: &str = "hunter2";

/// Gives every request the same answer, and keeps what it accepts.
#[derive(Debug)]
struct Provider {
    status: u16,
    media: &'static str,
    body: &'static str,
    accepted: Mutex<Vec<String>>,
}

impl Transport for Provider {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        let accept = request.headers.get_all(header::ACCEPT).iter();
        let accept = accept.map(|value| value.to_str().unwrap().to_owned());
        self.accepted.lock().unwrap().extend(accept);
        let mut headers = HeaderMap::new();
        if !self.media.is_empty() {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media));
        }
        headers.insert(header::LOCATION, HeaderValue::from_static("/login"));
        let answer = Incoming {
            status: StatusCode::from_u16(self.status).unwrap(),
            headers,
            body: florin_core::Bytes::from_static(self.body.as_bytes()),
        };
        Box::pin(async move { Ok(answer) })
    }
}

fn provider(status: u16, media: &'static str, body: &'static str) -> Arc<Provider> {
    Arc::new(Provider {
        status,
        media,
        body,
        accepted: Mutex::default(),
    })
}

fn session(provider: &Arc<Provider>) -> Session {
    let transport: Arc<dyn Transport> = provider.clone();
    let session = Session::builder("https://api.example.com").transport(transport);
    session.anonymous().build().unwrap()
}

type Created = Result<Response<CreateLoanSuccess>, Error<CreateLoanError>>;

async fn create(status: u16, media: &'static str, body: &'static str) -> Created {
    let client = outcomes::Client::new(session(&provider(status, media, body)));
    client.create_loan().send().await
}

/// How the provider refuses, as it is shown.
async fn refusal(status: u16, media: &'static str, body: &'static str) -> String {
    let error = create(status, media, body).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), status);
    assert_eq!(error.raw_body().unwrap(), body);
    let refusal = error.body().unwrap();
    assert_eq!(refusal.status().as_u16(), status);
    assert_eq!(refusal.to_string(), refusal.status().to_string());
    format!("{refusal:?}")
}

const JSON: &str = "application/json; charset=utf-8";
const PROBLEM: &str = r#"{"title":"no"}"#;
const FAULTS: &str = r#"{"faults":["no"]}"#;

#[tokio::test]
async fn each_success_is_the_variant_of_its_status() {
    let loan = r#"{"id":"7"}"#;
    for (status, body, shown) in [
        (200, loan, "Ok(Loan"),
        (201, loan, "Created(Loan"),
        (202, r#"{"ticket":"t"}"#, "Accepted(Ticket"),
        (204, "", "NoContent"),
        (206, r#"[{"id":"7"}]"#, "PartialContent([Loan"),
        // What isn't listed, and what isn't as it is listed.
        (203, loan, "Other(203, [10 bytes])"),
        (200, "", "Other(200, [0 bytes])"),
        (200, r#"{"ticket":"t"}"#, "Other(200, [14 bytes])"),
        (201, r#"{"id":"#, "Other(201, [6 bytes])"),
    ] {
        let answer = create(status, JSON, body).await.unwrap();
        let said = format!("{:?}", *answer);
        assert!(said.starts_with(shown), "{status}: {said}");
        assert_eq!(answer.status(), (*answer).status());
        assert_eq!(answer.raw_body(), body);
    }
}

#[tokio::test]
async fn each_error_is_the_variant_of_its_status() {
    for (status, media, body, shown) in [
        (400, JSON, FAULTS, "BadRequest(Faults"),
        (
            400,
            "application/problem+json",
            PROBLEM,
            "BadRequestProblemJson(Problem",
        ),
        (404, JSON, PROBLEM, "NotFound(Problem"),
        // Nobody minds what media type it says, if it is one.
        (404, "text/plain", PROBLEM, "NotFound(Problem"),
        (404, "", PROBLEM, "NotFound(Problem"),
        (409, "", "", "Conflict"),
        (409, JSON, PROBLEM, "Conflict"),
        (422, JSON, r#"{"rule":"r"}"#, "UnprocessableEntity("),
        (460, JSON, r#""hunter2""#, "Status460([redacted])"),
        (418, JSON, PROBLEM, "ClientError(418, Problem"),
        (503, JSON, FAULTS, "Default(503, Faults"),
        (502, "text/html", "<p>", "BadGateway([3 bytes])"),
        // Listed in another form, so not what another key lists.
        (502, JSON, FAULTS, "Other(502, [17 bytes])"),
        (400, JSON, PROBLEM, "Other(400, [14 bytes])"),
        (404, JSON, FAULTS, "Other(404, [17 bytes])"),
        (404, "text/html", "<p>hunter2", "Other(404, [10 bytes])"),
        (404, JSON, "", "Other(404, [0 bytes])"),
        (500, "text/html", "<p>hunter2", "Other(500, [10 bytes])"),
    ] {
        let shown_now = refusal(status, media, body).await;
        assert!(shown_now.starts_with(shown), "{status}: {shown_now}");
    }
}

#[tokio::test]
async fn what_is_not_listed_is_kept_as_it_came_and_not_shown() {
    let error = create(500, "text/html", "<p>hunter2</p>")
        .await
        .unwrap_err();
    for said in [
        format!("{error} {error:#} {error:?}"),
        format!("{:?} {}", error.body().unwrap(), error.body().unwrap()),
    ] {
        assert!(!said.contains(SECRET), "{said}");
    }
    let Some(CreateLoanError::Other(StatusCode::INTERNAL_SERVER_ERROR, raw)) = error.into_body()
    else {
        panic!("it is something else")
    };
    assert_eq!(raw.text(), Some("<p>hunter2</p>"));
    assert_eq!(raw.media_type(), Some("text/html"));
    let answer = create(203, JSON, r#"{"word":"hunter2"}"#).await.unwrap();
    assert!(!format!("{answer:?}").contains(SECRET));
    let CreateLoanSuccess::Other(_, raw) = answer.into_inner() else {
        panic!("it is something else")
    };
    assert_eq!(raw.json::<serde_json::Value>().unwrap()["word"], SECRET);
}

#[tokio::test]
async fn what_a_failure_may_have_done_is_what_its_status_says() {
    for (status, effect) in [
        (404, Effect::Answered),
        (409, Effect::Answered),
        (503, Effect::MaybeApplied),
        (408, Effect::MaybeApplied),
    ] {
        let error = create(status, JSON, PROBLEM).await.unwrap_err();
        assert_eq!((error.effect(), error.attempts()), (effect, 1));
    }
}

async fn contract(
    status: u16,
    media: &'static str,
    body: &'static str,
) -> Result<Response<ContractSuccess>, Error<ContractErrorOutcome>> {
    let client = outcomes::Client::new(session(&provider(status, media, body)));
    client.contract().id("7").send().await
}

#[tokio::test]
async fn a_file_beside_json_is_known_by_its_media_type() {
    for (status, media, body, shown) in [
        (200, JSON, r#"{"id":"7"}"#, "Ok(Loan"),
        (200, "Application/PDF", "%PDF", "OkPdf([4 bytes])"),
        (200, "text/csv", "a;b", "Other(200, [3 bytes])"),
        (202, "", "", "Accepted"),
        (
            206,
            "text/csv; charset=utf-8",
            "a;b",
            "Success(206, [3 bytes])",
        ),
        (
            206,
            "application/octet-stream",
            "a;b",
            "Success(206, [3 bytes])",
        ),
        (206, JSON, "{}", "Other(206, [2 bytes])"),
    ] {
        let answer = contract(status, media, body).await.unwrap();
        let said = format!("{:?}", *answer);
        assert!(said.starts_with(shown), "{status}: {said}");
    }
    let answer = contract(200, "application/pdf", "%PDF").await.unwrap();
    let ContractSuccess::OkPdf(file) = answer.into_inner() else {
        panic!("it is no file")
    };
    assert_eq!(file.text(), Some("%PDF"));
    assert_eq!(file.media_type(), Some("application/pdf"));
    let error = contract(401, JSON, r#""hunter2""#).await.unwrap_err();
    let shown = format!("{:?}", error.body().unwrap());
    assert_eq!(shown, "Unauthorized(Person([redacted]))");
}

#[tokio::test]
async fn json_is_asked_for_first_unless_the_caller_says_otherwise() {
    let provider = provider(200, JSON, "{}");
    let client = accept::Client::new(session(&provider));
    client.plan().id("7").send().await.unwrap();
    client
        .plan()
        .id("7")
        .accept("application/pdf")
        .send()
        .await
        .unwrap();
    client.statement().send().await.unwrap();
    let one = unify_responses::Client::new(session(&provider));
    one.any_media().send().await.unwrap();
    assert_eq!(
        *provider.accepted.lock().unwrap(),
        [
            "application/json, application/pdf;q=0.9, text/csv;q=0.9",
            "application/pdf",
            "application/json, application/pdf;q=0.9",
            "application/json",
        ]
    );
}

#[tokio::test]
async fn a_redirect_is_a_success_where_it_is_the_only_one() {
    let client = |status| {
        let provider = provider(status, "text/html", "<p>");
        unify_responses::Client::new(session(&provider))
    };
    let answer = client(302).redirect().send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::FOUND);
    assert_eq!(answer.headers()[header::LOCATION], "/login");
    let error = client(302).the_same_twice().send().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FOUND));
}

#[tokio::test]
async fn one_type_stays_that_type() {
    let client =
        |status, media, body| unify_responses::Client::new(session(&provider(status, media, body)));
    let nothing = client(204, "", "").with_and_without_body().send().await;
    assert!(nothing.unwrap().into_inner().is_none());
    let nothing = client(204, "", "").any_json().send().await.unwrap();
    assert!(nothing.is_null());
    let html = client(400, "text/html", "<p>");
    let error = html.with_and_without_body().send().await.unwrap_err();
    assert!(error.body().is_none());
    assert_eq!(error.raw_body().unwrap(), "<p>");
    let picture = client(200, "image/png", "png");
    let file = picture.bytes_called_json().send().await.unwrap();
    assert_eq!(file.media_type(), Some("image/png"));
}

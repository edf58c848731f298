//! What an error says: the kind to branch on, the fields that are wrong, and nothing that must not be shown.

use florin::core::Effect;
use florin::nemuru::{ErrorDetails, Exception};
use florin_sandbox::Fault;
use florin_sandbox::nemuru::{Options, UnauthorisedBody};
use florin_tests::nemuru::invitation::LOAN;
use serde_json::json;

use super::{asked, first, invited, sandbox, sandbox_with};

#[tokio::test]
async fn the_documented_exceptions_are_branched_on() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let error = client.loan(LOAN).read().await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.exception(), Some(Exception::LoanNotFoundById));
    assert_eq!(
        error.body().unwrap().exception.as_deref(),
        Some(r"Nemuru\Module\Financial\Domain\Loan\Exception\LoanNotFoundByIdException")
    );
    let error = client.loan("no-uuid").read().await.unwrap_err();
    assert_eq!(error.exception(), Some(Exception::SchemaValidator));
}

#[tokio::test]
async fn an_exception_that_nobody_knows_is_kept_as_it_came() {
    let sandbox = sandbox().await;
    let path = r"Nemuru\Module\Risk\Domain\Exception\CreditFrozenException";
    let body = json!({"status": "ko", "exception": path, "error": "frozen"});
    sandbox
        .nemuru()
        .misbehave(Fault::status(409).json(&body).on("get_loan"))
        .unwrap();
    let error = first(&sandbox).loan(LOAN).read().await.unwrap_err();
    let exception = error.exception().unwrap();
    assert_eq!(exception, Exception::Unknown(path.to_owned()));
    assert_eq!(exception.name(), "CreditFrozenException");
    assert!(error.is_conflict());
}

#[tokio::test]
async fn fields_that_are_wrong_are_read_by_json_pointer() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let body = json!({
        "status": "ko",
        "exception": r"Nemuru\SharedKernel\Domain\Exception\SchemaValidatorException",
        "error": "2 errors",
        "schema_errors": {
            "/borrower/email": "lucia.ejemplo@example.com is no address",
            "/term": ["The number must be at least 3", "and odd"]
        }
    });
    nemuru
        .misbehave(Fault::status(400).json(&body).on("create_loan"))
        .unwrap();
    let error = first(&sandbox)
        .create_loan(&asked(nemuru))
        .await
        .unwrap_err();
    let wrong = error.schema_errors();
    assert_eq!(wrong.len(), 2);
    assert_eq!(
        wrong.at("/borrower/email").as_deref(),
        Some("lucia.ejemplo@example.com is no address")
    );
    assert!(wrong.at("/term").unwrap().contains("and odd"));
    assert_eq!(wrong.at("/borrower"), None);
    let pointers: Vec<_> = wrong
        .iter()
        .map(|(pointer, _)| pointer.to_owned())
        .collect();
    assert_eq!(pointers, ["/borrower/email", "/term"]);
    let shown = format!("{error:#} {error:?} {wrong:?} {:?}", error.body());
    assert!(
        !shown.contains("lucia") && shown.contains("/borrower/email"),
        "{shown}"
    );
}

#[tokio::test]
async fn a_page_of_a_proxy_is_an_error_with_its_status_and_nothing_of_the_page() {
    for status in [502, 504] {
        let sandbox = sandbox().await;
        let page = "<html><h1>s3cret gateway</h1></html>";
        sandbox
            .nemuru()
            .misbehave(
                Fault::status(status)
                    .body("text/html", page)
                    .on("get_loan")
                    .always(),
            )
            .unwrap();
        let error = first(&sandbox).loan(LOAN).read().await.unwrap_err();
        assert_eq!(error.status().unwrap(), status);
        assert!(error.is_transient() && error.body().is_none());
        assert_eq!(error.exception(), None);
        assert!(error.schema_errors().is_empty() && error.provider_message().is_none());
        assert_eq!(
            &error.raw_body().unwrap()[..],
            page.as_bytes(),
            "whoever wants it has it"
        );
        assert!(
            !format!("{error:#} {error:?}").contains("s3cret"),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn a_refused_token_is_told_whatever_stands_in_the_body() {
    for unauthorised in [
        UnauthorisedBody::Documented,
        UnauthorisedBody::OAuth,
        UnauthorisedBody::Empty,
        UnauthorisedBody::Html,
    ] {
        let sandbox = sandbox_with(Options {
            unauthorised,
            ..Options::default()
        })
        .await;
        let nemuru = sandbox.nemuru();
        nemuru
            .misbehave(Fault::expired_token().on("get_loan").always())
            .unwrap();
        let error = first(&sandbox).loan(LOAN).read().await.unwrap_err();
        assert!(error.is_auth(), "{unauthorised:?}: {error}");
        assert_eq!(error.status().unwrap(), 401);
        let is_documented = unauthorised == UnauthorisedBody::Documented;
        assert_eq!(error.exception().is_some(), is_documented);
        assert_eq!(nemuru.received_by("get_loan").len(), 2);
        // And none of them is in the way of a new token.
        nemuru.behave();
        nemuru.expire_tokens();
        first(&sandbox).agent().await.unwrap();
    }
}

#[tokio::test]
async fn each_documented_status_is_what_it_says() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let loan = invited(&sandbox).await;
    type Is = fn(&florin::nemuru::Error) -> bool;
    let cases: [(u16, Is); 8] = [
        (400, |error| !error.is_transient() && !error.is_auth()),
        (403, florin::nemuru::Error::is_auth),
        (404, florin::nemuru::Error::is_not_found),
        (409, florin::nemuru::Error::is_conflict),
        (410, |error| !error.is_transient()),
        (429, florin::nemuru::Error::is_rate_limited),
        (500, florin::nemuru::Error::is_transient),
        (502, florin::nemuru::Error::is_transient),
    ];
    for (status, is) in cases {
        nemuru
            .misbehave(Fault::status(status).on("get_loan").always())
            .unwrap();
        let error = loan.read().await.unwrap_err();
        assert!(is(&error), "{status}: {error}");
        // A read applies nothing, so there is nothing to be in doubt about.
        assert_eq!(error.effect(), Effect::Answered, "{error}");
        assert!(error.to_string().contains("get_loan"), "{error}");
        nemuru.behave();
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_told() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    nemuru
        .misbehave(
            Fault::redirect("http://127.0.0.1:1/elsewhere")
                .on("create_loan")
                .always(),
        )
        .unwrap();
    let error = first(&sandbox)
        .create_loan(&asked(nemuru))
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap(), 307);
    assert_eq!(nemuru.received_by("create_loan").len(), 1);
    assert_eq!(nemuru.invitations(LOAN), 0);
}

#[tokio::test]
async fn a_loan_that_can_not_be_read_names_the_field_and_no_value() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    for (body, field) in [
        (
            json!({"status": "ok", "payload": {"id": LOAN, "status": "status_initial", "borrower": "s3cret"}}),
            "payload.borrower",
        ),
        (json!({"status": "ok", "payload": {"id": LOAN}}), "payload"),
        (json!({"status": "ok", "data": []}), ""),
    ] {
        nemuru
            .misbehave(Fault::status(200).json(&body).on("get_loan"))
            .unwrap();
        let error = first(&sandbox).loan(LOAN).read().await.unwrap_err();
        assert!(error.is_decode(), "{error}");
        assert!(error.field().unwrap_or_default().contains(field), "{error}");
        assert!(!format!("{error:#} {error:?}").contains("s3cret"));
    }
}

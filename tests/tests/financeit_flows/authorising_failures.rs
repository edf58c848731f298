//! Authorisations that are forged, repeated, denied, too old or lost: what is refused, by whom, and what is sent.

use std::error::Error as _;
use std::time::Duration;

use florin::oauth::{
    AuthorizationCodeFlow, ExchangeError, PendingAuthorization, PendingHandle, Redirect,
};
use florin_sandbox::financeit::{Consent, Options};
use florin_sandbox::{Fault, Sandbox};
use florin_tests::financeit::{browser, office};
use serde_json::Value;

use super::{count, misbehave, sandbox, sandbox_with, timed};

struct Begun {
    flow: AuthorizationCodeFlow,
    stored: Value,
    back: String,
}

impl Begun {
    /// An authorisation that the user has answered.
    async fn at(sandbox: &Sandbox) -> Self {
        Self::by(office::flow(sandbox).build().unwrap()).await
    }

    async fn by(flow: AuthorizationCodeFlow) -> Self {
        let pending = flow.authorize_url();
        let back = browser::authorise(pending.url()).await.unwrap();
        Self {
            flow,
            stored: serde_json::to_value(pending.into_handle()).unwrap(),
            back,
        }
    }

    /// A copy of the authorisation, as it was stored.
    fn pending(&self) -> PendingAuthorization {
        self.flow.resume(handle(&self.stored))
    }

    fn redirect(&self) -> Redirect {
        Redirect::parse(&self.back).unwrap()
    }

    async fn finish(&self) -> Result<(), ExchangeError> {
        self.pending().finish(self.redirect()).await.map(|_| ())
    }
}

fn handle(stored: &Value) -> PendingHandle {
    serde_json::from_value(stored.clone()).unwrap()
}

/// Whether the token endpoint didn't take the code, for which nobody's credentials are to blame.
fn code_not_taken(outcome: Result<(), ExchangeError>) {
    match outcome {
        Err(ExchangeError::Token(error)) => {
            let told = error.to_string();
            assert!(!error.is_refused() && !error.is_transient(), "{told}");
            assert!(
                told.contains("invalid_grant") && told.contains("authorisation again"),
                "{told}"
            );
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_wrong_state_is_refused_without_a_request_and_does_no_harm() {
    let sandbox = sandbox().await;
    let begun = Begun::at(&sandbox).await;
    let state = begun.stored["state"].as_str().unwrap();
    let forged = [
        "x".to_owned(),
        format!("{state}x"),
        state[..state.len() - 1].to_owned(),
        state.to_uppercase(),
        format!(" {state}"),
    ];
    for forged in forged {
        let query = format!("code=a-code&state={forged}");
        let redirect = Redirect::parse(&query).unwrap();
        assert!(!begun.pending().is_answered_by(&redirect));
        let outcome = begun.pending().finish(redirect).await;
        assert!(
            matches!(outcome, Err(ExchangeError::WrongState)),
            "{outcome:?}"
        );
    }
    let outcome = begun.pending().exchange("a-code", "").await;
    assert!(matches!(outcome, Err(ExchangeError::WrongState)));
    assert_eq!(count(&sandbox, "exchange_code"), 0);
    // Whoever forged it hasn't spoilt the real one.
    begun.finish().await.unwrap();
}

#[tokio::test]
async fn the_redirect_of_one_user_does_not_finish_the_authorisation_of_another() {
    let sandbox = sandbox().await;
    let (one, other) = (Begun::at(&sandbox).await, Begun::at(&sandbox).await);
    let outcome = one.pending().finish(other.redirect()).await;
    assert!(matches!(outcome, Err(ExchangeError::WrongState)));
    assert_eq!(count(&sandbox, "exchange_code"), 0);
}

#[tokio::test]
async fn a_redirect_without_a_state_or_with_two_is_none() {
    for query in [
        "code=c",
        "code=c&state=",
        "state=s",
        "code=c&state=s&state=s",
        "code=c&code=d&state=s",
        "code=c&error=access_denied&state=s",
        "",
    ] {
        let error = Redirect::parse(query).unwrap_err();
        assert!(error.to_string().starts_with("the redirect "), "{error}");
    }
}

#[tokio::test]
async fn a_redirect_that_comes_twice_is_exchanged_once_by_the_same_flow() {
    let sandbox = sandbox().await;
    let begun = Begun::at(&sandbox).await;
    begun.finish().await.unwrap();
    let again = begun.finish().await;
    assert!(
        matches!(again, Err(ExchangeError::AlreadyExchanged)),
        "{again:?}"
    );
    let clone = begun.flow.clone().resume(handle(&begun.stored));
    let again = clone.finish(begun.redirect()).await;
    assert!(
        matches!(again, Err(ExchangeError::AlreadyExchanged)),
        "{again:?}"
    );
    assert_eq!(count(&sandbox, "exchange_code"), 1);
    assert_eq!(sandbox.financeit().tokens_issued(), 1);
}

#[tokio::test]
async fn of_many_that_finish_at_once_one_gets_the_token() {
    let sandbox = sandbox().await;
    let begun = Begun::at(&sandbox).await;
    let all: Vec<_> = (0..20)
        .map(|_| tokio::spawn(begun.pending().finish(begun.redirect())))
        .collect();
    let mut granted = 0;
    for one in all {
        match one.await.unwrap() {
            Ok(_) => granted += 1,
            Err(ExchangeError::AlreadyExchanged) => {}
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!((granted, count(&sandbox, "exchange_code")), (1, 1));
}

#[tokio::test]
async fn a_redirect_that_comes_to_another_process_again_is_refused_by_the_provider() {
    let sandbox = sandbox().await;
    let begun = Begun::at(&sandbox).await;
    begun.finish().await.unwrap();
    let elsewhere = office::flow(&sandbox).build().unwrap();
    let pending = elsewhere.resume(handle(&begun.stored));
    code_not_taken(pending.finish(begun.redirect()).await.map(|_| ()));
    assert_eq!(sandbox.financeit().tokens_issued(), 1);
}

#[tokio::test]
async fn a_user_who_says_no_is_told_from_everything_else() {
    let sandbox = sandbox_with(Options {
        consent: Consent::Denied,
        ..Options::default()
    })
    .await;
    let begun = Begun::at(&sandbox).await;
    let denied = begun.finish().await;
    assert!(matches!(denied, Err(ExchangeError::Denied)), "{denied:?}");
    // A denial that somebody made up denies nothing.
    let forged = Redirect::parse("error=access_denied&state=forged").unwrap();
    let outcome = begun.pending().finish(forged).await;
    assert!(matches!(outcome, Err(ExchangeError::WrongState)));
    let state = begun.stored["state"].as_str().unwrap();
    let other = Redirect::parse(&format!("error=invalid_scope&state={state}")).unwrap();
    match begun.pending().finish(other).await {
        Err(ExchangeError::Refused(code)) => assert_eq!(code, "invalid_scope"),
        other => panic!("{other:?}"),
    }
    assert_eq!(count(&sandbox, "exchange_code"), 0);
    assert_eq!(sandbox.financeit().codes_issued(), 0);
}

#[tokio::test]
async fn an_authorisation_that_lay_too_long_is_refused_without_a_request() {
    let sandbox = sandbox().await;
    for (minutes, is_taken) in [(61, false), (59, true)] {
        let mut begun = Begun::at(&sandbox).await;
        let at = chrono::Utc::now() - chrono::TimeDelta::minutes(minutes);
        begun.stored["begun_at"] = at.to_rfc3339().into();
        let outcome = begun.finish().await;
        assert_eq!(outcome.is_ok(), is_taken);
        if let Err(error) = outcome {
            assert!(matches!(error, ExchangeError::Expired), "{error}");
            assert_eq!(count(&sandbox, "exchange_code"), 0);
        }
    }
    let flow = office::flow(&sandbox).lifetime(Duration::from_secs(300));
    let mut begun = Begun::by(flow.build().unwrap()).await;
    let at = chrono::Utc::now() - chrono::TimeDelta::minutes(6);
    begun.stored["begun_at"] = at.to_rfc3339().into();
    assert!(matches!(begun.finish().await, Err(ExchangeError::Expired)));
}

#[tokio::test]
async fn a_code_that_is_too_old_for_the_provider_is_refused_by_it() {
    let (sandbox, clock) = timed(Options::default()).await;
    let begun = Begun::at(&sandbox).await;
    clock.advance(Duration::from_secs(601));
    code_not_taken(begun.finish().await);
}

#[tokio::test]
async fn a_verifier_that_belongs_to_another_challenge_is_refused_by_the_provider() {
    let sandbox = sandbox().await;
    let (mut one, other) = (Begun::at(&sandbox).await, Begun::at(&sandbox).await);
    one.stored["verifier"] = other.stored["verifier"].clone();
    code_not_taken(one.finish().await);
    assert_eq!(sandbox.financeit().tokens_issued(), 0);
}

#[tokio::test]
async fn an_application_with_the_wrong_secret_is_refused_and_shows_nothing() {
    let sandbox = sandbox().await;
    let known = sandbox.financeit().merchant();
    let flow = office::flow(&sandbox).client(known.app_id, "hunter2");
    let begun = Begun::by(flow.build().unwrap()).await;
    let error = begun.finish().await.unwrap_err();
    assert!(
        matches!(&error, ExchangeError::Token(error) if error.is_refused()),
        "{error}"
    );
    let told = format!("{error} {error:?} {:?}", error.source());
    assert!(
        told.contains("invalid_client") && !told.contains("hunter2"),
        "{told}"
    );
}

#[tokio::test]
async fn an_exchange_whose_answer_is_lost_is_not_repeated() {
    for fault in [
        Fault::reset(),
        Fault::close(),
        Fault::status(502),
        Fault::truncated(),
    ] {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let begun = Begun::at(&sandbox).await;
        misbehave(&sandbox, fault.after_effect().on("exchange_code"));
        let error = begun.finish().await.unwrap_err();
        assert!(matches!(error, ExchangeError::Token(_)), "{told} {error}");
        assert_eq!(count(&sandbox, "exchange_code"), 1, "{told}");
        let again = begun.finish().await;
        assert!(
            matches!(again, Err(ExchangeError::AlreadyExchanged)),
            "{told} {again:?}"
        );
    }
}

#[tokio::test]
async fn an_exchange_that_never_left_may_be_tried_again() {
    let sandbox = sandbox().await;
    let nowhere = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}/token", listener.local_addr().unwrap())
    };
    let flow = office::flow(&sandbox).token_url(nowhere).build().unwrap();
    let begun = Begun::by(flow).await;
    for _ in 0..2 {
        match begun.finish().await {
            Err(ExchangeError::Token(error)) => assert!(error.is_transient(), "{error}"),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_redirect_of_the_token_endpoint_is_not_followed() {
    let sandbox = sandbox().await;
    let begun = Begun::at(&sandbox).await;
    let elsewhere = format!("{}x", sandbox.financeit().token_url());
    misbehave(&sandbox, Fault::redirect(&elsewhere).on("exchange_code"));
    assert!(begun.finish().await.is_err());
    let received = sandbox.financeit().received();
    assert!(
        !received
            .iter()
            .any(|request| request.path.ends_with("tokenx"))
    );
}

//! Financing, and being refused.

use std::time::Duration;

use florin::core::Effect;
use florin::monetago::types::FinancingRequestStatus;
use florin::monetago::{Outcome, Selection};
use florin_sandbox::monetago::{Lender, Options, Refusals};
use florin_sandbox::{Clock, Fault, Sandbox};
use florin_tests::monetago::invoice;

use super::{checked, financed, first, sandbox, sandbox_with, second, unique};

#[tokio::test]
async fn checked_and_then_financed() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let fvr = unique(&client, "fvr-1", "inv-1").await;
    let change = client.finance(&fvr).await.unwrap();
    assert_eq!(Some(change.registration_id()), fvr.registration_id());
    let outcome = change.poller().await.unwrap();
    assert!(matches!(outcome, Outcome::Financed(_)), "{outcome:?}");
    assert_eq!(
        sandbox.monetago().fvr_status(Lender::First, "fvr-1"),
        Some("FNCD")
    );
    assert_eq!(sandbox.monetago().financings(), 1);
}

#[tokio::test]
async fn a_refusal_as_an_entry_in_the_fvr_ends_the_wait() {
    let clock = Clock::manual();
    let settle_after = Duration::from_secs(3);
    let options = Options {
        settle_after,
        ..Options::default()
    };
    let sandbox = Sandbox::builder()
        .clock(&clock)
        .monetago(options)
        .start()
        .await
        .unwrap();
    let client = first(&sandbox);
    let registration = client
        .register(&super::check("fvr-1", "inv-1"))
        .await
        .unwrap();
    let pending = registration.read().await.unwrap().remove(0);
    // Too early: the registry takes it in, and refuses it later.
    let change = client.finance(&pending).await.unwrap();
    clock.advance(settle_after);
    let Outcome::Failed { fvr, errors } = change.poller().await.unwrap() else {
        panic!("it did not fail")
    };
    assert_eq!(*fvr.status(), FinancingRequestStatus::Regu);
    assert_eq!(errors[0].path.as_deref(), Some("/financings"));

    // The old entry stays, and the next financing isn't taken for failed.
    let change = client.finance(&fvr).await.unwrap();
    clock.advance(settle_after);
    let outcome = change.poller().await.unwrap();
    assert!(matches!(outcome, Outcome::Financed(_)), "{outcome:?}");
    assert_eq!(outcome.fvr().errors().len(), 1);
}

#[tokio::test]
async fn financing_what_another_lender_was_quicker_to_finance_does_not_succeed() {
    let sandbox = sandbox().await;
    let (one, other) = (first(&sandbox), second(&sandbox));
    let mine = unique(&one, "fvr-1", "inv-1").await;
    let Outcome::Duplicate(theirs) = checked(&other, "fvr-2", "inv-1").await else {
        panic!("not a duplicate")
    };
    let _ = other
        .finance(&theirs)
        .await
        .unwrap()
        .poller()
        .await
        .unwrap();
    let outcome = one.finance(&mine).await.unwrap().poller().await.unwrap();
    // Which of the two a reading shows first is a matter of moments.
    assert!(
        matches!(
            outcome,
            Outcome::DuplicateFinanced(_) | Outcome::Failed { .. }
        ),
        "{outcome:?}"
    );
    assert_eq!(
        sandbox.monetago().fvr_status(Lender::First, "fvr-1"),
        Some("DFIN")
    );
}

#[tokio::test]
async fn financing_what_is_cancelled_ends_as_cancelled() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let fvr = unique(&client, "fvr-1", "inv-1").await;
    let _ = client.cancel(&fvr).await.unwrap().poller().await.unwrap();
    let outcome = client.finance(&fvr).await.unwrap().poller().await.unwrap();
    assert!(matches!(outcome, Outcome::Cancelled(_)), "{outcome:?}");
}

#[tokio::test]
async fn a_refusal_as_an_http_error_comes_from_the_call_itself() {
    let sandbox = sandbox_with(Options {
        refusals: Refusals::AsHttpError,
        ..Options::default()
    })
    .await;
    let (one, other) = (first(&sandbox), second(&sandbox));
    let _ = financed(&one, "fvr-1", "inv-1").await;
    let Outcome::DuplicateFinanced(theirs) = checked(&other, "fvr-2", "inv-1").await else {
        panic!("not DFIN")
    };
    let error = other.finance(&theirs).await.unwrap_err();
    assert!(error.is_conflict(), "{error}");
    assert_eq!(error.effect(), Effect::Answered);
    assert_eq!(
        error.body().unwrap().status.as_deref(),
        Some("409 CONFLICT")
    );
    assert_eq!(sandbox.monetago().financings(), 1);
}

#[tokio::test]
async fn financing_a_pool_reaches_all_of_it() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let mut request =
        invoice::registration_of("REGI", &[invoice::fvr("a", "1"), invoice::fvr("b", "2")])
            .unwrap();
    request.pool_identification = Some("november".parse().unwrap());
    let registration = client.register(&request).await.unwrap();
    let _ = registration.poll_all().await.unwrap();
    let id = client
        .finance_all(Selection::Pools(vec!["november".into()]))
        .await
        .unwrap();
    assert_ne!(id, registration.id());
    // There is nothing to poll on a wide financing; the registration shows it.
    let financed = async || {
        registration
            .poll_all()
            .await
            .unwrap()
            .iter()
            .all(|outcome| outcome.word() == "financed")
    };
    while !financed().await {}
    assert_eq!(
        sandbox.monetago().fvr_status(Lender::First, "b"),
        Some("FNCD")
    );
}

#[tokio::test]
async fn an_empty_selection_is_not_sent() {
    let sandbox = sandbox().await;
    let error = first(&sandbox)
        .finance_all(Selection::Fvrs(Vec::new()))
        .await
        .unwrap_err();
    assert!(
        error.is_invalid_request() && error.to_string().contains("names no FVR"),
        "{error}"
    );
    assert!(sandbox.monetago().received().is_empty());
}

#[tokio::test]
async fn without_an_institution_nothing_is_financed() {
    let sandbox = sandbox().await;
    let known = sandbox.monetago().lender(Lender::First);
    let client = florin::monetago::Client::builder()
        .environment(florin_tests::monetago::lender::environment(&sandbox))
        .credentials(florin::monetago::ClientCredentials::new(
            known.client_id,
            known.client_secret,
            known.audience,
        ))
        .pace(florin_tests::monetago::lender::pace())
        .build()
        .unwrap();
    let fvr = unique(&client, "fvr-1", "inv-1").await;
    sandbox.monetago().clear_received();
    let error = client.finance(&fvr).await.unwrap_err();
    assert!(
        error.is_invalid_request() && error.to_string().contains("give the client an institution"),
        "{error}"
    );
    assert!(sandbox.monetago().received().is_empty());
}

#[tokio::test]
async fn readings_that_fail_for_a_moment_do_not_end_the_wait() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let registration = client
        .register(&super::check("fvr-1", "inv-1"))
        .await
        .unwrap();
    for status in [503, 502, 429] {
        sandbox
            .monetago()
            .misbehave(Fault::status(status).on("get_status"))
            .unwrap();
    }
    sandbox
        .monetago()
        .misbehave(Fault::reset().on("get_status").times(2))
        .unwrap();
    assert_eq!(registration.poller().await.unwrap().word(), "unique");
}

#[tokio::test]
async fn an_answer_that_isnt_the_registrys_own_ends_the_wait_only_if_it_stays() {
    let sandbox = sandbox().await;
    let registration = first(&sandbox)
        .register(&super::check("fvr-1", "inv-1"))
        .await
        .unwrap();
    let answer_with = |fault: Fault| sandbox.monetago().misbehave(fault.on("get_status"));
    answer_with(Fault::garbage()).unwrap();
    answer_with(Fault::redirect("https://login.example/")).unwrap();
    assert_eq!(registration.poller().await.unwrap().word(), "unique");
    answer_with(Fault::garbage().always()).unwrap();
    assert!(registration.poller().await.unwrap_err().is_decode());
}

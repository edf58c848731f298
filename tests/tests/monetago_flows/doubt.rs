//! Calls whose answer is lost: what the caller is told, and how it finds out.

use florin::core::Effect;
use florin::monetago::Outcome;
use florin_sandbox::{Fault, Sandbox};

use super::{check, first, sandbox, unique};

fn struck(sandbox: &Sandbox, fault: Fault) {
    sandbox.monetago().misbehave(fault).unwrap();
}

#[tokio::test]
async fn a_registration_whose_answer_is_lost_is_found_and_not_repeated() {
    for fault in [
        Fault::reset(),
        Fault::close(),
        Fault::truncated(),
        Fault::status(502),
        Fault::status(504),
    ] {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let client = first(&sandbox);
        let _ = unique(&client, "fvr-0", "inv-0").await;
        sandbox.monetago().clear_received();
        struck(&sandbox, fault.after_effect().on("register_transactions"));
        let error = client.register(&check("fvr-1", "inv-1")).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied, "{told}");
        assert!(!error.is_retryable(), "{told}");
        let said = error.to_string();
        assert!(said.contains("look with Client::find"), "{said}");
        assert_eq!(sandbox.monetago().registrations(), 2, "{told}");
        assert_eq!(
            sandbox
                .monetago()
                .received_by("register_transactions")
                .len(),
            1,
            "{told}"
        );

        let found = client.find("fvr-1").await.unwrap();
        let [fvr] = &found[..] else {
            panic!("{} found", found.len())
        };
        // What was found is as good as what was registered.
        while client.read(fvr).await.unwrap().status().as_str() == "PNDG" {}
        let outcome = client.finance(fvr).await.unwrap().poller().await.unwrap();
        assert!(
            matches!(outcome, Outcome::Financed(_)),
            "{told}: {outcome:?}"
        );
    }
}

#[tokio::test]
async fn a_registration_that_was_lost_on_the_way_there_is_not_found() {
    for fault in [Fault::reset(), Fault::close()] {
        let sandbox = sandbox().await;
        let client = first(&sandbox);
        struck(&sandbox, fault.on("register_transactions"));
        let error = client.register(&check("fvr-1", "inv-1")).await.unwrap_err();
        assert_eq!(
            error.effect(),
            Effect::MaybeApplied,
            "from here both look alike"
        );
        assert!(client.find("fvr-1").await.unwrap().is_empty());
        let _ = client.register(&check("fvr-1", "inv-1")).await.unwrap();
        assert_eq!(sandbox.monetago().registrations(), 1);
    }
}

#[tokio::test]
async fn a_registration_whose_answer_makes_no_sense_was_answered_and_is_found() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    struck(
        &sandbox,
        Fault::garbage().after_effect().on("register_transactions"),
    );
    let error = client.register(&check("fvr-1", "inv-1")).await.unwrap_err();
    assert!(error.is_decode());
    assert!(!error.is_retryable());
    assert_eq!(client.find("fvr-1").await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_registration_that_never_left_says_so() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    // A token is had while the host is there.
    let _ = client.find("anything").await.unwrap();
    sandbox.shutdown().await;
    let error = client.register(&check("fvr-1", "inv-1")).await.unwrap_err();
    assert_eq!(error.effect(), Effect::NotSent, "{error:#}");
    assert!(error.is_connect());
}

#[tokio::test]
async fn a_financing_whose_answer_is_lost_shows_on_the_fvr() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let fvr = unique(&client, "fvr-1", "inv-1").await;
    struck(
        &sandbox,
        Fault::reset().after_effect().on("mark_as_financed"),
    );
    let error = client.finance(&fvr).await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert_eq!(sandbox.monetago().financings(), 1, "it was sent once");
    while client.read(&fvr).await.unwrap().status().as_str() != "FNCD" {}
}

#[tokio::test]
async fn a_post_that_is_turned_away_for_load_is_left_to_the_caller() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    struck(
        &sandbox,
        Fault::status(429)
            .header("retry-after", "7")
            .on("register_transactions"),
    );
    let error = client.register(&check("fvr-1", "inv-1")).await.unwrap_err();
    assert!(error.is_rate_limited() && error.is_retryable());
    assert_eq!(error.retry_after(), Some(std::time::Duration::from_secs(7)));
    assert_eq!(
        sandbox
            .monetago()
            .received_by("register_transactions")
            .len(),
        1
    );
}

#[tokio::test]
async fn reads_are_repeated() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    struck(
        &sandbox,
        Fault::reset()
            .on("search_financing_validation_requests")
            .times(2),
    );
    assert!(client.find("fvr-1").await.unwrap().is_empty());
    assert_eq!(
        sandbox
            .monetago()
            .received_by("search_financing_validation_requests")
            .len(),
        3
    );
}

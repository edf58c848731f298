//! Registering, and what comes of it.

use florin::monetago::Outcome;
use florin::monetago::types::{DataSetValidationService, FinancingRequestStatus};
use florin::poll::Progress;
use florin_sandbox::monetago::{FvrContainer, Lender, Options};
use florin_tests::monetago::invoice;

use super::{check, checked, financed, first, sandbox, sandbox_with, second};

#[tokio::test]
async fn a_document_that_nobody_else_has_is_unique() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let registration = client.register(&check("fvr-1", "inv-1")).await.unwrap();
    let outcome = registration.poller().await.unwrap();
    assert!(matches!(outcome, Outcome::Unique(_)), "{outcome:?}");
    assert_eq!(outcome.word(), "unique");
    assert_eq!(outcome.fvr().data_set_id(), Some("fvr-1"));
    assert_eq!(outcome.fvr().registration_id(), Some(registration.id()));
    assert_eq!(sandbox.monetago().registrations(), 1);
}

#[tokio::test]
async fn the_lenders_institution_is_filled_in_and_one_that_is_given_stays() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let mut request = check("fvr-1", "inv-1");
    let _ = client.register(&request).await.unwrap();
    request.submitting_financial_institution_identification = Some("OTHRSGSGXXX".parse().unwrap());
    let _ = client.register(&request).await.unwrap();
    let sent: Vec<_> = sandbox
        .monetago()
        .received_by("register_transactions")
        .iter()
        .map(|r| r.json().unwrap())
        .collect();
    assert_eq!(
        sent[0]["submitting_financial_institution_identification"],
        "FRSTSGSGXXX"
    );
    assert_eq!(
        sent[1]["submitting_financial_institution_identification"],
        "OTHRSGSGXXX"
    );
}

#[tokio::test]
async fn on_the_way_the_fvr_can_be_seen_pending() {
    let clock = florin_sandbox::Clock::manual();
    let options = Options {
        settle_after: std::time::Duration::from_secs(3),
        ..Options::default()
    };
    let sandbox = florin_sandbox::Sandbox::builder()
        .clock(&clock)
        .monetago(options)
        .start()
        .await
        .unwrap();
    let registration = first(&sandbox)
        .register(&check("fvr-1", "inv-1"))
        .await
        .unwrap();
    let mut poller = registration.poller();
    let Some(Ok(Progress::Pending(fvrs))) = poller.next().await else {
        panic!("it settled before its time")
    };
    assert_eq!(*fvrs[0].status(), FinancingRequestStatus::Pndg);
    clock.advance(std::time::Duration::from_secs(3));
    assert_eq!(poller.await.unwrap().word(), "unique");
}

#[tokio::test]
async fn registered_and_financed_in_one_step() {
    let sandbox = sandbox().await;
    let request = invoice::registration_of("REFI", &[invoice::fvr("fvr-1", "inv-1")]).unwrap();
    assert_eq!(
        request.batch_collection[0].data_set_validation_service,
        DataSetValidationService::Refi
    );
    let outcome = first(&sandbox)
        .register(&request)
        .await
        .unwrap()
        .poller()
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Financed(_)), "{outcome:?}");
    assert_eq!(
        sandbox.monetago().fvr_status(Lender::First, "fvr-1"),
        Some("FNCD")
    );
}

#[tokio::test]
async fn in_one_step_a_duplicate_is_not_financed() {
    let sandbox = sandbox().await;
    let _ = checked(&first(&sandbox), "fvr-1", "inv-1").await;
    let request = invoice::registration_of("REFI", &[invoice::fvr("fvr-2", "inv-1")]).unwrap();
    let outcome = second(&sandbox)
        .register(&request)
        .await
        .unwrap()
        .poller()
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Duplicate(_)), "{outcome:?}");
}

#[tokio::test]
async fn a_second_lenders_document_makes_duplicates_of_both_and_financing_decides() {
    let sandbox = sandbox().await;
    let (one, other) = (first(&sandbox), second(&sandbox));
    let registration = one.register(&check("fvr-1", "inv-1")).await.unwrap();
    let Outcome::Unique(mine) = registration.poller().await.unwrap() else {
        panic!("not unique")
    };

    let Outcome::Duplicate(theirs) = checked(&other, "fvr-2", "inv-1").await else {
        panic!("not a duplicate")
    };
    assert_eq!(theirs.matches().len(), 1);
    assert_eq!(
        theirs.matches()[0].matched_financing_request_status,
        Some(FinancingRequestStatus::Redu)
    );
    let mine = one.read(&mine).await.unwrap();
    assert_eq!(
        *mine.status(),
        FinancingRequestStatus::Redu,
        "the first lender's becomes one as well"
    );

    let financed = one.finance(&mine).await.unwrap().poller().await.unwrap();
    assert!(matches!(financed, Outcome::Financed(_)), "{financed:?}");
    let theirs = other.read(&theirs).await.unwrap();
    assert_eq!(*theirs.status(), FinancingRequestStatus::Dfin);
    assert_eq!(
        theirs.matches()[0].matched_financing_request_status,
        Some(FinancingRequestStatus::Fncd)
    );
}

#[tokio::test]
async fn what_was_financed_elsewhere_is_told_at_once() {
    let sandbox = sandbox().await;
    let _ = financed(&first(&sandbox), "fvr-1", "inv-1").await;
    let outcome = checked(&second(&sandbox), "fvr-2", "inv-1").await;
    assert!(
        matches!(outcome, Outcome::DuplicateFinanced(_)),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn several_fvrs_have_an_outcome_each() {
    for fvr_container in [
        FvrContainer::Registration,
        FvrContainer::Array,
        FvrContainer::Wrapped,
    ] {
        let sandbox = sandbox_with(Options {
            fvr_container,
            ..Options::default()
        })
        .await;
        let _ = financed(&first(&sandbox), "fvr-0", "inv-b").await;
        let fvrs = [
            invoice::fvr("fvr-a", "inv-a"),
            invoice::fvr("fvr-b", "inv-b"),
            invoice::fvr("fvr-c", "inv-c"),
        ];
        let request = invoice::registration_of("REGI", &fvrs).unwrap();
        let registration = second(&sandbox).register(&request).await.unwrap();
        assert_eq!(
            registration.handle().data_set_ids,
            ["fvr-a", "fvr-b", "fvr-c"]
        );
        let outcomes = registration.poll_all().await.unwrap();
        let told: Vec<_> = outcomes
            .iter()
            .map(|outcome| (outcome.fvr().data_set_id(), outcome.word()))
            .collect();
        let expected = [
            (Some("fvr-a"), "unique"),
            (Some("fvr-b"), "duplicate financed"),
            (Some("fvr-c"), "unique"),
        ];
        assert_eq!(told, expected, "{fvr_container:?}");
    }
}

#[tokio::test]
async fn several_fvrs_have_no_single_outcome_and_nobody_is_asked_for_it() {
    let sandbox = sandbox().await;
    let request =
        invoice::registration_of("REGI", &[invoice::fvr("a", "1"), invoice::fvr("b", "2")])
            .unwrap();
    let registration = first(&sandbox).register(&request).await.unwrap();
    let error = registration.poller().await.unwrap_err();
    assert!(error.is_invalid_request());
    assert!(
        error.to_string().contains("holds 2 FVRs") && error.to_string().contains("poll_all"),
        "{error}"
    );
    assert!(sandbox.monetago().received_by("get_status").is_empty());
}

#[tokio::test]
async fn a_request_that_breaks_a_documented_rule_is_not_sent() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let fvr = "batch_collection[0].financing_validation_request_details[0]";
    let break_it = |change: fn(&mut serde_json::Value)| {
        let mut broken = invoice::fvr("fvr-1", "inv-1");
        change(&mut broken);
        invoice::registration_of("REGI", &[broken]).unwrap()
    };
    let two_invoices = |fvr: &mut serde_json::Value| {
        let invoice = fvr["referred_documents"][0].clone();
        fvr["referred_documents"]
            .as_array_mut()
            .unwrap()
            .push(invoice);
    };
    let cases = [
        (
            break_it(|fvr| fvr["financing_request_amount"]["amount"] = "12O".into()),
            ".financing_request_amount.amount",
        ),
        (
            break_it(|fvr| fvr["financing_request_amount"]["currency"] = "".into()),
            ".financing_request_amount.currency",
        ),
        (
            break_it(|fvr| fvr["referred_documents"] = serde_json::json!([])),
            ".referred_documents",
        ),
        (
            break_it(|fvr| fvr["submitter_data_set_identification"] = "".into()),
            ".submitter_data_set_identification",
        ),
        (
            break_it(two_invoices),
            ".referred_documents[1].document_summary.document_type",
        ),
    ];
    for (request, field) in cases {
        let error = client.register(&request).await.unwrap_err();
        assert!(error.is_invalid_request());
        assert!(
            error.to_string().contains(&format!("{fvr}{field} ")),
            "{error}"
        );
        assert!(
            !error.to_string().contains("12O"),
            "no value is shown: {error}"
        );
    }
    let empty = invoice::registration_of("REGI", &[]).unwrap();
    let error = client.register(&empty).await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("financing_validation_request_details is empty"),
        "{error}"
    );
    assert!(
        sandbox.monetago().received().is_empty(),
        "not even a token was asked for"
    );
}

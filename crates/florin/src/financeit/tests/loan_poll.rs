//! The poller on one loan.

use std::time::Duration;

use florin_core::Effect;
use serde_json::json;

use super::super::*;
use super::*;
use crate::poll::Progress;

/// A loan that answers these bodies in turn, the last one for ever, and is in the list of `listed`, if any.
fn loan(bodies: &[serde_json::Value], listed: Option<&'static str>) -> Scripted {
    let bodies: Vec<String> = bodies.iter().map(ToString::to_string).collect();
    let reading = std::sync::atomic::AtomicUsize::new(0);
    Scripted::answering(move |sent| {
        if sent.operation == "get_loan" {
            let at = reading.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            return (200, bodies[at.min(bodies.len() - 1)].clone());
        }
        match parameter(sent, "state") {
            state if state.as_deref() == listed => (200, r#"[{"id":5},{"id":"7"}]"#.to_owned()),
            _ => (200, "[]".to_owned()),
        }
    })
}

async fn word(network: &Scripted) -> &'static str {
    authorized(network).loan(7).poller().await.unwrap().word()
}

fn lists(network: &Scripted) -> Vec<String> {
    let sent = network.sent();
    sent.iter()
        .filter(|sent| sent.operation == "list_loans")
        .filter_map(|sent| parameter(sent, "state"))
        .collect()
}

#[tokio::test(start_paused = true)]
async fn a_funded_loan_is_done_whatever_its_state_says() {
    for funded in [json!(true), json!("true")] {
        let network = loan(
            &[json!({"id": 7, "funded": funded, "state": "declined", "expiry_date": "2025-10-5"})],
            None,
        );
        assert_eq!(word(&network).await, "funded");
        assert!(lists(&network).is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn words_of_the_documentation_are_taken_in_any_spelling() {
    for (state, expected) in [
        ("declined", "declined"),
        (" Declined ", "declined"),
        ("ABORTED", "aborted"),
        ("Expired", "expired"),
    ] {
        let network = loan(&[json!({"id": 7, "funded": false, "state": state})], None);
        assert_eq!(word(&network).await, expected);
        assert!(lists(&network).is_empty(), "{state}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_loan_goes_on_until_something_becomes_of_it() {
    let network = loan(
        &[
            json!({"id": 7, "state": "pending", "funded": false}),
            json!({"id": 7, "state": "Ready for funding", "funded": false}),
            json!({"id": 7, "state": "Ready for funding", "funded": true}),
        ],
        None,
    );
    let mut poller = authorized(&network).loan(7).poller();
    let began = tokio::time::Instant::now();
    assert!(matches!(
        poller.next().await,
        Some(Ok(Progress::Pending(_)))
    ));
    assert!(
        began.elapsed().is_zero(),
        "the first reading is made at once"
    );
    assert!(matches!(
        poller.next().await,
        Some(Ok(Progress::Pending(_)))
    ));
    assert!(
        began.elapsed() > Duration::from_secs(20),
        "and then there is no hurry"
    );
    assert!(matches!(
        poller.next().await,
        Some(Ok(Progress::Done(Outcome::Funded(_))))
    ));
    assert!(lists(&network).is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_state_in_other_words_is_looked_up_in_the_lists_one_at_a_time() {
    for (listed, expected, readings) in [("declined", "declined", 1), ("aborted", "aborted", 2)] {
        let network = loan(
            &[json!({"id": 7, "state": "Car", "funded": false, "partner_id": "632"})],
            Some(listed),
        );
        assert_eq!(word(&network).await, expected);
        assert_eq!(lists(&network).len(), readings);
        let sent = network.sent();
        let list = sent
            .iter()
            .find(|sent| sent.operation == "list_loans")
            .unwrap();
        assert_eq!(parameter(list, "partner").as_deref(), Some("632"));
    }
}

#[tokio::test(start_paused = true)]
async fn further_pages_of_a_list_are_looked_at_in_later_readings() {
    let network = Scripted::answering(|sent| {
        if sent.operation == "get_loan" {
            return (200, r#"{"id":7,"state":null,"funded":false}"#.to_owned());
        }
        let number = |name| parameter(sent, name).unwrap().parse::<u64>().unwrap();
        let page = match (parameter(sent, "state").as_deref(), number("page")) {
            (Some("declined"), page @ 1..=2) => (page * 1000..page * 1000 + 100).collect(),
            (Some("declined"), 3) => vec![7],
            _ => vec![],
        };
        let page: Vec<_> = page.into_iter().map(|id| json!({"id": id})).collect();
        (200, json!(page).to_string())
    });
    assert_eq!(word(&network).await, "declined");
    assert_eq!(
        lists(&network),
        ["declined", "aborted", "declined", "aborted", "declined"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_loan_expires_a_day_after_its_date_unless_it_is_about_to_be_paid() {
    let with = |state: &str, expiry: &str| json!({"id": 7, "state": state, "expiry_date": expiry});
    // It is the tenth. The eighth is over in every time zone, the ninth may not be.
    assert_eq!(
        word(&loan(&[with("pending", "2026-03-8")], None)).await,
        "expired"
    );
    assert_eq!(
        word(&loan(&[with("Car", "2026-03-08")], None)).await,
        "expired"
    );
    let still_going = [
        with("pending", "2026-03-09"),
        json!({"id": 7, "funded": true}),
    ];
    assert_eq!(word(&loan(&still_going, None)).await, "funded");
    let ready = [
        with("ready_for_funding", "2025-01-01"),
        json!({"id": 7, "funded": true}),
    ];
    assert_eq!(word(&loan(&ready, None)).await, "funded");
    // A loan that went otherwise long ago is not taken for expired before the lists are known.
    let old = [with("Car", "2025-10-5")];
    assert_eq!(word(&loan(&old, Some("aborted"))).await, "aborted");
}

#[tokio::test(start_paused = true)]
async fn a_decline_can_be_waited_out() {
    for state in ["declined", "Car"] {
        let network = loan(
            &[
                json!({"id": 7, "state": state, "funded": false}),
                json!({"id": 7, "state": "pending", "funded": false}),
                json!({"id": 7, "funded": true}),
            ],
            Some("declined"),
        );
        let loan = authorized(&network).loan(7).past_declines();
        assert_eq!(loan.poller().await.unwrap().word(), "funded");
        assert!(!lists(&network).contains(&"declined".to_owned()));
    }
}

#[tokio::test(start_paused = true)]
async fn without_lists_only_the_loan_is_asked_for() {
    let network = loan(
        &[
            json!({"id": 7, "state": "Car", "funded": false}),
            json!({"id": 7, "state": "Car", "funded": false, "expiry_date": "2026-03-01"}),
        ],
        Some("declined"),
    );
    let loan = authorized(&network).loan(7).without_lists();
    assert_eq!(loan.poller().await.unwrap().word(), "expired");
    assert!(lists(&network).is_empty());
}

#[tokio::test(start_paused = true)]
async fn lists_that_cannot_be_had_are_done_without() {
    let network = Scripted::answering(|sent| match sent.operation.as_str() {
        "get_loan" => (
            200,
            r#"{"id":7,"state":"Car","expiry_date":"2026-03-01"}"#.to_owned(),
        ),
        _ => (404, "<html>".to_owned()),
    });
    assert_eq!(word(&network).await, "expired");
    assert_eq!(lists(&network).len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_word_for_paid_out_is_success_unless_the_flag_says_no() {
    for state in [
        "disbursed",
        "Disbursed or closed",
        "disbursed_or_closed",
        "CLOSED",
        "Funded",
    ] {
        for funded in [json!(null), json!("perhaps")] {
            let loan = loan(
                &[json!({"id": 7, "state": state, "funded": funded, "expiry_date": "2025-10-5"})],
                None,
            );
            assert_eq!(word(&loan).await, "funded", "{state}");
            assert!(lists(&loan).is_empty());
        }
        let denied = json!({"id": 7, "state": state, "funded": false, "expiry_date": "2025-10-5"});
        let network = loan(&[denied], Some("disbursed_or_closed"));
        let error = authorized(&network).loan(7).poller().await.unwrap_err();
        assert!(error.is_timeout(), "{state}: {error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_loan_that_may_be_disbursed_is_still_going() {
    let network = loan(
        &[
            json!({"id": 7, "state": "pending_or_disbursed", "expiry_date": "2025-10-5"}),
            json!({"id": 7, "state": "pending_or_disbursed", "funded": true}),
        ],
        None,
    );
    assert_eq!(word(&network).await, "funded");
}

#[tokio::test(start_paused = true)]
async fn other_words_for_an_abort_are_taken() {
    for state in ["cancelled", "Canceled", "withdrawn"] {
        let network = loan(&[json!({"id": 7, "state": state})], None);
        assert_eq!(word(&network).await, "aborted");
    }
}

#[tokio::test(start_paused = true)]
async fn a_loan_is_not_expired_before_it_was_looked_for_among_those_paid_out() {
    for state in [json!("Car"), json!(null)] {
        for funded in [json!(null), json!("perhaps")] {
            let old =
                json!({"id": 7, "state": state, "funded": funded, "expiry_date": "2025-10-5"});
            let network = loan(&[old], Some("disbursed_or_closed"));
            assert_eq!(word(&network).await, "funded", "{state} {funded}");
        }
    }
    let denied = json!({"id": 7, "state": "Car", "funded": false, "expiry_date": "2025-10-5"});
    let network = loan(std::slice::from_ref(&denied), Some("disbursed_or_closed"));
    let error = authorized(&network).loan(7).poller().await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_eq!(word(&loan(&[denied], None)).await, "expired");
}

#[tokio::test(start_paused = true)]
async fn a_list_that_is_cut_into_small_pages_is_read_to_its_end() {
    // 40 are listed, the loan is the last of them, and no page has more than 15.
    let network = Scripted::answering(|sent| {
        if sent.operation == "get_loan" {
            let loan = json!({"id": 7, "state": "Car", "expiry_date": "2025-10-5"});
            return (200, loan.to_string());
        }
        let number = |name| parameter(sent, name).unwrap().parse::<usize>().unwrap();
        let limit = number("limit").min(15);
        let ids = (100..139).chain([7]).skip((number("page") - 1) * limit);
        let page: Vec<_> = match parameter(sent, "state").as_deref() {
            Some("disbursed_or_closed") => ids.take(limit).map(|id| json!({"id": id})).collect(),
            _ => vec![],
        };
        (200, json!(page).to_string())
    });
    assert_eq!(word(&network).await, "funded");
}

#[tokio::test(start_paused = true)]
async fn a_page_of_maintenance_does_not_end_the_wait() {
    for odd in [
        (200, "<html>We'll be back</html>"),
        (200, ""),
        (200, "[]"),
        (404, "<html>"),
        (404, ""),
    ] {
        let network = loan(&[json!({"id": 7, "funded": true})], None);
        for _ in 0..5 {
            network.answer(odd.0, odd.1);
        }
        assert_eq!(word(&network).await, "funded", "{odd:?}");
        let network = loan(&[json!({"id": 7, "funded": true})], None);
        for _ in 0..6 {
            network.answer(odd.0, odd.1);
        }
        let error = authorized(&network).loan(7).poller().await.unwrap_err();
        assert!(error.is_decode() || error.is_not_found(), "{error}");
        assert_eq!(network.sent().len(), 6);
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_provider_says_in_its_own_words_ends_the_wait() {
    for (status, body) in [
        (404, r#"{"errors":["no such loan"]}"#),
        (200, r#"{"errors":["no such loan"]}"#),
        (200, r#"{"id":8}"#),
    ] {
        let network = Scripted::default();
        network.answer(status, body);
        let error = authorized(&network).loan(7).poller().await.unwrap_err();
        assert_eq!(network.sent().len(), 1, "{status} {body}: {error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_of_maintenance_instead_of_a_list_is_passed_over() {
    let network = loan(
        &[json!({"id": 7, "state": "Car", "expiry_date": "2026-03-01"})],
        Some("aborted"),
    );
    let reading = r#"{"id":7,"state":"Car","expiry_date":"2026-03-01"}"#;
    for list in ["<html>", "<html>", "[]", "<html>", "<html>"] {
        network.answer(200, reading).answer(200, list);
    }
    assert_eq!(word(&network).await, "aborted");
}

#[tokio::test(start_paused = true)]
async fn waiting_ends_with_a_deadline_and_nothing_in_doubt() {
    let network = loan(&[json!({"id": 7, "state": "pending"})], None);
    let poller = authorized(&network).loan(7).poller();
    let error = poller
        .deadline(Duration::from_secs(3600))
        .await
        .unwrap_err();
    assert!(
        error.is_timeout() && error.effect() == Effect::Answered,
        "{error}"
    );
    assert!(network.sent().len() < 20, "{}", network.sent().len());
}

//! What the clock does to loans.

use std::time::Duration;

use florin_sandbox::nemuru::{Agent, Course, Options};

use crate::receiver::Receiver;
use crate::shop::{LOAN, Shop, sandbox};

const STEP: Duration = Duration::from_secs(10);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn course(course: Course) -> Options {
    Options {
        course,
        step_after: STEP,
        ..Options::default()
    }
}

#[tokio::test]
async fn a_loan_goes_its_course_step_by_step() {
    let (sandbox, clock) = sandbox(course(Course::ToFunds)).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    clock.advance(STEP - Duration::from_millis(1));
    assert_eq!(shop.status(LOAN).await, "status_initial");
    clock.advance(Duration::from_millis(1));
    assert_eq!(shop.status(LOAN).await, "status_opened");
    clock.advance(STEP * 4);
    assert_eq!(shop.status(LOAN).await, "status_risk_set");
    clock.advance(STEP * 6);
    assert_eq!(shop.status(LOAN).await, "status_active_trial");
    clock.advance(STEP * 100);
    assert_eq!(shop.status(LOAN).await, "status_active_trial");
}

#[tokio::test]
async fn courses_end_where_they_say() {
    for (way, end) in [
        (Course::ByHand, "status_initial"),
        (Course::ToAnalysis, "status_analysing"),
        (Course::ToFunds, "status_active_trial"),
        (Course::ToDenial, "status_denied"),
        (Course::ToWithdrawal, "status_desisted"),
    ] {
        let (sandbox, clock) = sandbox(course(way)).await;
        let shop = Shop::open(&sandbox, Agent::First).await;
        shop.invite(LOAN).await;
        clock.advance(STEP * 100);
        assert_eq!(shop.status(LOAN).await, end, "{way:?}");
    }
}

#[tokio::test]
async fn an_operation_takes_a_loan_off_its_course() {
    let (sandbox, clock) = sandbox(course(Course::ToFunds)).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    clock.advance(STEP);
    assert_eq!(shop.operate(LOAN, "cancelLoan").await.0, 204);
    clock.advance(STEP * 100);
    assert_eq!(shop.status(LOAN).await, "status_cancelled");
}

#[tokio::test]
async fn an_invitation_runs_out_after_thirty_days() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    clock.advance(DAY * 29);
    sandbox.nemuru().advance(LOAN, "status_opened").unwrap();
    clock.advance(DAY - Duration::from_millis(1));
    assert_eq!(shop.status(LOAN).await, "status_opened");
    clock.advance(Duration::from_millis(1));
    let loan = shop.loan(LOAN).await;
    assert_eq!(loan["status"], "status_expired");
    assert_eq!(loan["updated_at"], "2026-12-02T08:00:00+00:00");
}

#[tokio::test]
async fn what_the_lenders_have_in_hand_does_not_run_out() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    sandbox.nemuru().advance(LOAN, "status_analysing").unwrap();
    clock.advance(DAY * 100);
    let status = sandbox.nemuru().loan_status(LOAN);
    assert_eq!(status.unwrap(), "status_analysing");
}

#[tokio::test]
async fn a_paid_loan_is_active_after_fourteen_days() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    sandbox
        .nemuru()
        .advance(LOAN, "status_active_trial")
        .unwrap();
    clock.advance(DAY * 14 - Duration::from_millis(1));
    assert_eq!(shop.status(LOAN).await, "status_active_trial");
    clock.advance(Duration::from_millis(1));
    assert_eq!(shop.status(LOAN).await, "status_active");
}

#[tokio::test]
async fn webhooks_hear_of_the_clocks_doings_although_nobody_looks() {
    let (sandbox, clock) = sandbox(course(Course::ToDenial)).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let receiver = Receiver::open(200).await;
    shop.subscribe(&receiver.url, None).await;
    shop.invite(LOAN).await;
    // A delivery looks at the state as well; from here on nobody does but the clock's own watch.
    sandbox.nemuru().wait_for_deliveries(1).await;
    clock.advance(STEP * 7);
    sandbox.nemuru().wait_for_deliveries(8).await;
    let steps = receiver.steps();
    assert_eq!(steps.first().unwrap(), "status_initial");
    assert_eq!(steps.last().unwrap(), "status_denied");
    assert_eq!(steps.len(), 8);
    let third = &receiver.arrived()[2].json()["triggered_at"];
    assert_eq!(third, "2026-11-02T08:00:20+00:00");
}

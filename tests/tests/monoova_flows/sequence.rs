//! The whole way of a deal against the sandbox: rate, quote, confirmation, allocation, settlement.

use std::time::Duration;

use florin::core::Effect;
use florin::monoova::{Currency, DealHandle, RateQuery, Status, Until};
use florin::poll::Progress;
use florin_sandbox::monoova::{Options, User};

use super::desk::{client, count, office, order_at, settings, state, timed, timed_with, website};

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn from_the_rate_to_the_settled_deal_step_by_step() {
    let (sandbox, clock) = timed_with(Options {
        settle_after: Some(HOUR),
        ..Options::default()
    })
    .await;
    let monoova = sandbox.monoova();
    let client = client(&sandbox);
    let pair = RateQuery::new(Currency::code("AUD"), Currency::code("USD"));
    let rate = client.rate(&pair).await.unwrap();
    let known = monoova.rate("AUD", "USD").unwrap();
    assert_eq!(rate.exchange_rate.value().unwrap().to_string(), known);

    let deal = client
        .create_transaction(&order_at(&sandbox, "2500.00"))
        .await
        .unwrap();
    assert_eq!(state(deal.transaction().unwrap()), Status::Created);
    assert_eq!(monoova.transactions()[0].confirmations, 0);
    let deal = deal.confirm().await.unwrap();
    assert_eq!(state(deal.transaction().unwrap()), Status::PendingPayment);
    let deal = deal.allocate().await.unwrap();
    assert_eq!(state(deal.transaction().unwrap()), Status::Open);
    assert!(deal.transaction().unwrap().receipt_account.is_some());

    let mut poller = deal
        .poller(Until::reached(Status::PartiallySettled).or_unknown())
        .at_once();
    let first = poller.next().await.unwrap().unwrap();
    assert!(matches!(first, Progress::Pending(read) if state(&read) == Status::Open));
    clock.advance(HOUR);
    let read = poller.await.unwrap();
    assert_eq!(state(&read), Status::PartiallySettled);
    clock.advance(HOUR);
    let end = deal.poller(Until::any_of(["settled"]).or_unknown());
    assert!(state(&end.await.unwrap()).is_unknown());

    let record = &monoova.transactions()[0];
    assert_eq!((record.confirmations, record.payments.len()), (1, 1));
    assert_eq!(record.counter_amount, "2500.00");
    assert_eq!(record.user, User::First);
    assert_eq!((monoova.strangers(), monoova.both_given()), (0, 0));
}

#[tokio::test]
async fn states_that_change_in_the_background_are_followed() {
    let (sandbox, clock) = timed_with(Options {
        confirm_after: HOUR,
        allocate_after: HOUR,
        ..Options::default()
    })
    .await;
    let deal = client(&sandbox)
        .create_transaction(&order_at(&sandbox, "100.00"))
        .await
        .unwrap();
    let deal = deal.confirm().await.unwrap();
    assert_eq!(
        state(deal.transaction().unwrap()),
        Status::Created,
        "not yet, and the answer says so"
    );
    let wait = deal.poller(Until::reached(Status::PendingPayment));
    let (read, ()) = tokio::join!(wait, async { clock.advance(HOUR) });
    assert_eq!(state(&read.unwrap()), Status::PendingPayment);
    let deal = deal.allocate().await.unwrap();
    clock.advance(HOUR);
    let read = deal.poller(Until::reached(Status::Open)).await.unwrap();
    assert_eq!(state(&read), Status::Open);
    let id = deal.id();
    assert!(sandbox.monoova().pay_in(id, "1.00"));
    let until = Until::reached(Status::PartiallySettled);
    let read = deal.poller(until).await.unwrap();
    assert_eq!(state(&read), Status::PartiallySettled);
    assert_eq!(sandbox.monoova().transaction(id).unwrap().paid_in, "1.00");
}

#[tokio::test]
async fn a_state_that_nobody_documented_is_handed_on_in_the_provider_s_words() {
    let (sandbox, _clock) = timed().await;
    let deal = client(&sandbox)
        .create_transaction(&order_at(&sandbox, "100.00"))
        .await
        .unwrap();
    let until = || Until::reached(Status::Open);
    for word in ["cancelled", "Awaiting Compliance", "expired"] {
        assert!(sandbox.monoova().set_status(deal.id(), word));
        let read = deal.poller(until().or_unknown()).await.unwrap();
        assert_eq!(state(&read).to_string(), word);
        let limit = Duration::from_millis(50);
        let error = deal.poller(until()).deadline(limit).await.unwrap_err();
        assert!(error.is_timeout(), "{error:#}");
        assert_eq!(error.effect(), Effect::Answered);
    }
}

#[tokio::test]
async fn a_deal_is_taken_up_elsewhere_from_its_stored_handle() {
    let (sandbox, _clock) = timed().await;
    let stored = {
        let second = office(&sandbox)
            .build()
            .unwrap()
            .for_user(User::Second.id());
        let order = super::desk::order_of(&sandbox, User::Second, "100.00");
        let deal = second.unwrap().create_transaction(&order).await.unwrap();
        serde_json::to_string(&deal.handle()).unwrap()
    };
    assert!(!stored.contains("secret"), "{stored}");
    let handle: DealHandle = serde_json::from_str(&stored).unwrap();
    // Another process, whose own user is another one.
    let deal = client(&sandbox).resume(handle);
    assert!(deal.transaction().is_none());
    assert_eq!(state(&deal.read().await.unwrap()), Status::Created);
    let deal = deal.confirm().await.unwrap();
    assert_eq!(state(deal.transaction().unwrap()), Status::PendingPayment);
    let record = &sandbox.monoova().transactions()[0];
    assert_eq!((record.user, record.confirmations), (User::Second, 1));
}

#[tokio::test]
async fn a_website_does_the_same_for_its_one_user_and_sees_no_other_s() {
    let (sandbox, _clock) = timed().await;
    let own = website(&sandbox).build().unwrap();
    let order = order_at(&sandbox, "100.00");
    let deal = own.create_transaction(&order).await.unwrap();
    let _ = deal.confirm().await.unwrap().allocate().await.unwrap();
    let other = office(&sandbox)
        .build()
        .unwrap()
        .for_user(User::Second.id());
    let order = super::desk::order_of(&sandbox, User::Second, "100.00");
    let others = other.unwrap().create_transaction(&order).await.unwrap();
    let error = own.deal(others.id()).read().await.unwrap_err();
    assert!(error.is_not_found() || error.is_auth(), "{error:#}");
    let mut seen = own.transactions().items();
    let first = seen.next().await.unwrap().unwrap();
    assert_eq!(first.id.unwrap().into_value(), Some(deal.id()));
    assert!(seen.next().await.is_none());
}

#[tokio::test]
async fn nothing_is_confirmed_unless_it_is_said() {
    let (sandbox, clock) = timed_with(Options {
        settle_after: Some(HOUR),
        ..Options::default()
    })
    .await;
    let client = client(&sandbox);
    let order = order_at(&sandbox, "100.00");
    let deal = client.create_transaction(&order).reference("4711");
    assert!(deal.await.is_err(), "there is no ledger");
    let deal = client.create_transaction(&order).await.unwrap();
    let payments = super::desk::payments_of(&sandbox, User::First, &["60.00", "40.00"]);
    let updated = deal.update(payments).await.unwrap();
    updated.read().await.unwrap();
    let _ = client.resume(deal.handle()).read().await.unwrap();
    let limit = Duration::from_millis(50);
    let poller = deal.poller(Until::reached(Status::Open)).deadline(limit);
    poller.await.unwrap_err();
    // Allocation before confirmation is the provider's to refuse, and confirms nothing.
    let _ = deal.allocate().await;
    clock.advance(2 * HOUR);
    let mut list = client.transactions().items();
    while let Some(item) = list.next().await {
        item.unwrap();
    }
    drop(deal.confirm());
    assert_eq!(count(&sandbox, "confirm_transaction"), 0);
    assert_eq!(sandbox.monoova().transactions()[0].confirmations, 0);
}

#[tokio::test]
async fn payments_are_changed_while_it_is_a_quote_and_after_the_confirmation() {
    let (sandbox, _clock) = timed().await;
    let client = client(&sandbox);
    let order = order_at(&sandbox, "100.00");
    let deal = client.create_transaction(&order).await.unwrap();
    let all = || super::desk::payments_of(&sandbox, User::First, &["60.00", "40.00"]);
    let deal = deal.update(all()).await.unwrap();
    let amounts = |at: i64| -> Vec<String> {
        let record = sandbox.monoova().transaction(at).unwrap();
        record
            .payments
            .into_iter()
            .map(|payment| payment.amount)
            .collect()
    };
    assert_eq!(amounts(deal.id()), ["60.00", "40.00"]);
    assert_eq!(deal.transaction().unwrap().payments.len(), 2);
    let more = super::desk::payments_of(&sandbox, User::First, &["60.00", "41.00"]);
    let error = deal.update(more).await.unwrap_err();
    assert!(error.is_invalid_request(), "more than is bought: {error}");
    let deal = deal.confirm().await.unwrap();
    let part = super::desk::payments_of(&sandbox, User::First, &["60.00"]);
    let deal = deal.update(part).await.unwrap();
    let error = deal.allocate().await.unwrap_err();
    assert_eq!(
        error.effect(),
        Effect::Answered,
        "not all is covered: {error:#}"
    );
    let deal = deal.update(all()).await.unwrap().allocate().await.unwrap();
    assert_eq!(state(deal.transaction().unwrap()), Status::Open);
}

#[tokio::test]
async fn a_quote_that_has_run_out_can_not_be_confirmed_and_binds_nobody() {
    let lifetime = Duration::from_secs(600);
    let (sandbox, clock) = timed_with(Options {
        quote_lifetime: lifetime,
        ..Options::default()
    })
    .await;
    let client = settings(&sandbox).build().unwrap();
    let order = order_at(&sandbox, "100.00");
    let late = client.create_transaction(&order).await.unwrap();
    clock.advance(lifetime);
    let error = late.confirm().await.unwrap_err();
    assert_eq!(error.effect(), Effect::Answered, "{error:#}");
    assert_eq!(error.status().unwrap().as_u16(), 422);
    assert!(error.body().is_some());
    assert_eq!(
        sandbox
            .monoova()
            .transaction(late.id())
            .unwrap()
            .confirmations,
        0
    );
    let read = late.read().await.unwrap();
    assert_ne!(state(&read), Status::PendingPayment);
    // In time it can.
    let in_time = client.create_transaction(&order).await.unwrap();
    clock.advance(lifetime - Duration::from_secs(1));
    let _ = in_time.confirm().await.unwrap();
}

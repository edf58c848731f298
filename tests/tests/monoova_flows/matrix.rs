//! The same business under every way in which the provider might be built, where its documentation leaves room.

use std::time::Duration;

use florin::core::Effect;
use florin::monoova::{Currency, HasProblems as _, Language, Status, Until};
use florin_sandbox::monoova::{Amounts, Envelope, ErrorLanguage, Options, Separator, User};

use super::desk::{client, office, order_at, state, timed_with, website};

/// The settings that a client has to get along with.
fn all() -> Vec<Options> {
    let mut all = Vec::new();
    for envelope in [Envelope::AsShown, Envelope::Wrapped, Envelope::Bare] {
        for amounts in [Amounts::Text, Amounts::Separated, Amounts::Numbers] {
            for flag in [true, false] {
                all.push(Options {
                    envelope,
                    amounts,
                    pagination: flag,
                    rate_ids: !flag,
                    lifetime_in_answer: flag,
                    refresh_tokens: flag,
                    ..Options::default()
                });
            }
        }
    }
    all
}

#[tokio::test]
async fn a_deal_goes_its_way_in_every_form_of_answer() {
    for options in all() {
        let shown = format!("{options:?}");
        let (sandbox, _clock) = timed_with(options).await;
        for client in [client(&sandbox), website(&sandbox).build().unwrap()] {
            let order = order_at(&sandbox, "1234567.50");
            let deal = client.create_transaction(&order).await;
            let deal = deal.unwrap_or_else(|error| panic!("{shown} {error:#}"));
            let paid = super::desk::payments_of(&sandbox, User::First, &["1234567.50"]);
            let deal = deal.update(paid).await.unwrap();
            let deal = deal.confirm().await.unwrap().allocate().await.unwrap();
            let read = deal.poller(Until::reached(Status::Open)).await.unwrap();
            assert_eq!(state(&read), Status::Open, "{shown}");
            let bought = read.counter_currency_amount.unwrap();
            let exact: florin::core::Decimal = "1234567.50".parse().unwrap();
            assert_eq!(bought.value(), Some(&exact), "{shown}");
        }
        assert_eq!(sandbox.monoova().transactions().len(), 2);
        assert_eq!(sandbox.monoova().both_given(), 0);
    }
}

#[tokio::test]
async fn lists_are_whole_with_pages_and_without() {
    for pagination in [true, false] {
        let (sandbox, _clock) = timed_with(Options {
            pagination,
            ..Options::default()
        })
        .await;
        let client = client(&sandbox);
        let mut found = Vec::new();
        let mut list = client.beneficiaries().page_size(3).items();
        while let Some(item) = list.next().await {
            found.push(item.unwrap().id.unwrap().into_value().unwrap());
        }
        found.sort_unstable();
        let mut known = sandbox.monoova().beneficiary_ids(User::First);
        known.sort_unstable();
        assert_eq!(found, known, "with pages: {pagination}");
        let mut dollars = client
            .beneficiaries()
            .currency(Currency::code("USD"))
            .items();
        let mut names = Vec::new();
        while let Some(item) = dollars.next().await {
            names.push(item.unwrap().id.unwrap().into_value().unwrap());
        }
        for held in [
            sandbox.monoova().hold_funds(User::First, "USD").unwrap(),
            sandbox.monoova().beneficiary(User::First, "USD").unwrap(),
        ] {
            assert!(names.contains(&held));
        }
        assert!(names.len() < known.len());
    }
}

#[tokio::test]
async fn a_refusal_is_one_in_every_language() {
    for (errors, language) in [
        (ErrorLanguage::ByField, Language::Records),
        (ErrorLanguage::Coded, Language::Codes),
        (ErrorLanguage::Html, Language::Text),
    ] {
        for separator in [Separator::FullStop, Separator::Underscore] {
            let (sandbox, _clock) = timed_with(Options {
                errors,
                separator,
                ..Options::default()
            })
            .await;
            let client = client(&sandbox);
            let stranger = super::order("100.00");
            let error = client.create_transaction(&stranger).await.unwrap_err();
            assert_eq!(error.status().unwrap().as_u16(), 422, "{error:#}");
            assert_eq!(error.effect(), Effect::Answered);
            let problems = error.problems().unwrap();
            assert_eq!(problems.language(), language);
            if language == Language::Records {
                assert!(problems.starting_with("transaction").count() > 0);
            }
            let error = client.deal(1).read().await.unwrap_err();
            assert!(error.is_not_found(), "{error:#}");
            assert_eq!(error.problems().unwrap().language(), language);
        }
    }
}

#[tokio::test]
async fn a_day_of_keys_and_tokens_on_the_provider_s_clock() {
    let day = Duration::from_secs(24 * 3600);
    let (sandbox, clock) = timed_with(Options::default()).await;
    let key = || "kept-for-a-day".parse().unwrap();
    let order = order_at(&sandbox, "100.00");
    // Each with a memory of its own, as processes have.
    let call = async || client(&sandbox).create_transaction(&order).key(key()).await;
    let first = call().await.unwrap().id();
    clock.advance(day - Duration::from_secs(1));
    assert_eq!(call().await.unwrap().id(), first);
    assert_eq!(sandbox.monoova().transactions().len(), 1);
    // What the client's own memory and the ledger are there to prevent.
    clock.advance(Duration::from_secs(1));
    assert_ne!(call().await.unwrap().id(), first);
    assert_eq!(sandbox.monoova().transactions().len(), 2);
}

#[tokio::test]
async fn keys_of_two_users_are_two_keys() {
    let (sandbox, _clock) = timed_with(Options::default()).await;
    let key = || "the-same".parse().unwrap();
    let one = website(&sandbox).build().unwrap();
    let known = sandbox.monoova().client_website_of(User::Second);
    let credentials = florin::monoova::Credentials::client_website(
        known.client_id,
        known.client_secret,
        known.username.unwrap(),
        known.password.unwrap(),
    );
    let two = website(&sandbox).credentials(credentials).build().unwrap();
    let first = super::desk::order_of(&sandbox, User::First, "100.00");
    let second = super::desk::order_of(&sandbox, User::Second, "100.00");
    let first = one.create_transaction(&first).key(key()).await.unwrap();
    let second = two.create_transaction(&second).key(key()).await.unwrap();
    assert_ne!(first.id(), second.id());
    let made = sandbox.monoova().transactions();
    assert_eq!((made[0].user, made[1].user), (User::First, User::Second));
}

#[tokio::test]
async fn a_back_office_that_names_nobody_leaves_no_trace_at_the_provider() {
    let (sandbox, _clock) = timed_with(Options::default()).await;
    let nobody = office(&sandbox).build().unwrap();
    let order = order_at(&sandbox, "100.00");
    nobody.create_transaction(&order).await.unwrap_err();
    nobody.api().list_beneficiaries().send().await.unwrap_err();
    nobody
        .transactions()
        .items()
        .next()
        .await
        .unwrap()
        .unwrap_err();
    assert!(sandbox.monoova().received().is_empty());
    assert_eq!(sandbox.monoova().tokens_issued(), 0);
}

//! The judge can fail: a program that stores after it sends, instead of before, is found out.

use super::life::Kill;
use super::scene::{HANGING, Scene};
use super::story::Story;
use super::wire::Fate;

use florin_sandbox::Fault;

/// What the judge says of a careless program that is killed once its request was carried out.
async fn found_out(story: &'static dyn Story, operation: &str, at: usize) -> String {
    let scene = Scene::open(story).await;
    scene.is_careless.set(true);
    scene.misbehave(Fault::delay(HANGING).after_effect().on(operation));
    let mut lives = 0;
    let told = scene.tell(|| {
        lives += 1;
        (lives == 1).then_some((Kill::AtRequest(at), Fate::Lost, 0))
    });
    told.await.unwrap_err()
}

#[tokio::test]
async fn a_program_that_stores_after_it_sends_is_found_out() {
    // The token comes before each.
    for (story, operation, at, doubled) in [
        (
            &super::monoova::Invoices as &dyn Story,
            "create_transaction",
            2,
            "\"100.00 created\": 2",
        ),
        (
            &super::tradevest_order::Orders,
            "create_digital_market_order",
            2,
            "\"at 100: SETTLED\": 2",
        ),
        (&super::nemuru::Sale, "create_loan", 2, "\"loans\": 2"),
        (
            &super::monetago::Check,
            "register_transactions",
            2,
            "\"register\": 2",
        ),
        (
            &super::financeit::Invitation,
            "send_direct_invite",
            2,
            "\"invite\": 2",
        ),
    ] {
        let said = found_out(story, operation, at).await;
        // The registry notices a second one by itself; the shop's customer doesn't.
        let there_is = said.split_once("there is").map(|(_, there_is)| there_is);
        assert!(
            there_is.is_some_and(|there_is| there_is.contains(doubled)),
            "{}: {said}",
            story.name()
        );
    }
}

#[tokio::test]
async fn a_reader_that_stores_its_position_before_it_has_dealt_with_the_page_is_found_out() {
    let scene = Scene::open(&super::tradevest_changelog::Log).await;
    scene.is_careless.set(true);
    let mut lives = 0;
    let told = scene.tell(|| {
        lives += 1;
        // Between the position and the book.
        (lives == 1).then_some((Kill::Step(2), Fate::Lost, 0))
    });
    let said = told.await.unwrap_err();
    assert!(said.contains("\"entries\": "), "{said}");
}

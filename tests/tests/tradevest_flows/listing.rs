//! Lists: pages by cursor with either kind of end, trouble on the way, and those that have no pages.

use std::num::NonZeroU32;

use florin::tradevest::{operations, types};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::{LastCursor, Options};
use florin_tests::in_memory::Says;
use serde_json::{Value, json};

use super::desk::{Desk, acting_of, data, provider, read};

fn ten() -> NonZeroU32 {
    NonZeroU32::new(10).unwrap()
}

#[tokio::test]
async fn every_item_comes_once_whichever_way_the_last_page_says_so() {
    for last_cursor in [LastCursor::Empty, LastCursor::Absent] {
        let desk = Desk::open_with(Options {
            last_cursor,
            ..Options::default()
        })
        .await;
        let mut planted: Vec<String> = (0..45).map(|_| desk.tradevest().plant_person()).collect();
        planted.insert(0, desk.tradevest().partner_person());
        let mut people = desk.client.natural_persons().items();
        let mut ids = Vec::new();
        while let Some(person) = people.next().await {
            ids.push(person.unwrap().natural_person_id);
        }
        assert_eq!(ids, planted, "{last_cursor:?}");
        assert_eq!(desk.count("get_entity_natural_persons"), 3);
        let sent = desk.received("get_entity_natural_persons");
        assert_eq!(
            sent[0].query_pairs(),
            [("limit".to_owned(), "20".to_owned())]
        );
        assert_eq!(sent[1].query_pairs().len(), 2, "and the cursor");
    }
}

#[tokio::test]
async fn the_last_page_has_no_next_and_an_empty_list_is_one_page() {
    for last_cursor in [LastCursor::Empty, LastCursor::Absent] {
        let desk = Desk::open_with(Options {
            last_cursor,
            ..Options::default()
        })
        .await;
        let empty = desk.client.customers().page(None).await.unwrap();
        assert!(empty.items.is_empty() && empty.next.is_none());
        assert!(desk.client.customers().all().await.unwrap().is_empty());
        for _ in 0..10 {
            let _ = desk.tradevest().plant_customer();
        }
        let list = desk.client.customers().limit(ten());
        let full = list.page(None).await.unwrap();
        assert_eq!(
            (full.items.len(), full.next),
            (10, None),
            "exactly full, and the last one"
        );
        let _ = desk.tradevest().plant_customer();
        let first = list.page(None).await.unwrap();
        let second = list.page(first.next).await.unwrap();
        assert_eq!((second.items.len(), second.next), (1, None));
    }
}

#[tokio::test]
async fn a_list_that_grows_while_it_is_read_is_read_to_its_new_end() {
    let desk = Desk::open().await;
    for _ in 0..15 {
        let _ = desk.tradevest().plant_customer();
    }
    let mut pages = desk.client.customers().limit(ten()).pages();
    let first = pages.next().await.unwrap().unwrap();
    for _ in 0..10 {
        let _ = desk.tradevest().plant_customer();
    }
    let mut all = first.items.len();
    while let Some(page) = pages.next().await {
        all += page.unwrap().items.len();
    }
    assert_eq!(all, 25);
}

#[tokio::test]
async fn a_list_that_shrinks_while_it_is_read_still_ends() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let mut orders = Vec::new();
    for _ in 0..15 {
        let create = desk.client.create_digital_order(trader.order("1", ""));
        orders.push(create.await.unwrap().id().to_owned());
    }
    let mut pages = desk
        .client
        .digital_orders(&*trader.wallet)
        .limit(ten())
        .pages();
    assert_eq!(pages.next().await.unwrap().unwrap().items.len(), 10);
    for order in &orders {
        desk.tradevest().set_status(order, "INVALID").unwrap();
    }
    desk.clock.advance(49 * super::desk::HOUR);
    let mut left = 0;
    while let Some(page) = pages.next().await {
        left += page.unwrap().items.len();
    }
    assert_eq!(left, 0);
}

#[tokio::test]
async fn a_page_that_fails_is_asked_for_again_and_nothing_is_lost() {
    let desk = Desk::open().await;
    for _ in 0..25 {
        let _ = desk.tradevest().plant_customer();
    }
    let mut items = desk.client.customers().limit(ten()).items();
    let (mut found, mut errors) = (0, 0);
    desk.misbehave(Fault::status(400).on("get_role_customers").every(2));
    while let Some(item) = items.next().await {
        match item {
            Ok(_) => found += 1,
            Err(_) => errors += 1,
        }
        assert!(errors < 10);
    }
    assert_eq!(found, 25);
    assert!(errors > 0);
}

#[tokio::test]
async fn filters_go_along_with_every_page() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    for number in 0..25 {
        let mut data = json!({
            "name": format!("paper {number}"), "resourceType": "NATURAL_PERSON", "type": "OTHER", "resourceId": person,
        });
        data["description"] = "one of many".into();
        let upload = desk.client.upload_document(read(&data), data::PDF);
        upload.await.unwrap();
    }
    let list = desk
        .client
        .documents(types::DocumentResourceTypeEnum::NaturalPerson, &*person);
    let all = list
        .query("docType", "OTHER")
        .limit(ten())
        .all()
        .await
        .unwrap();
    assert_eq!(all.len(), 25);
    let sent = desk.received("get_documents_v2");
    assert_eq!(sent.len(), 3);
    for request in &sent {
        let query = request.query_pairs();
        for (name, value) in [
            ("docType", "OTHER"),
            ("resourceId", &*person),
            ("limit", "10"),
        ] {
            assert!(
                query.contains(&(name.to_owned(), value.to_owned())),
                "{query:?}"
            );
        }
    }
    let wrong = desk
        .client
        .customers()
        .query("cursor", "x")
        .all()
        .await
        .unwrap_err();
    assert!(wrong.is_invalid_request());
}

#[tokio::test]
async fn lists_without_pages_are_read_at_once() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    let api = desk.client.api();
    let products = api
        .get_customer_products()
        .customer_id(&*trader.customer)
        .send()
        .await;
    let products: Vec<types::CustomerProduct> = products.unwrap().into_inner();
    assert_eq!(products.len(), 2);
    let fees: Vec<types::PartnerFee> = api.get_product_fees().send().await.unwrap().into_inner();
    assert!(!fees.is_empty());
    let labels: Vec<types::CustomerLabel> = api
        .get_role_customer_labels()
        .send()
        .await
        .unwrap()
        .into_inner();
    assert!(labels.is_empty());
    let webhooks: Vec<types::Webhook> = api.get_webhooks().send().await.unwrap().into_inner();
    assert!(webhooks.is_empty());
    let definitions = api
        .get_product_definitions()
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(
        definitions.data.len(),
        4,
        "a list in an object, and without a cursor"
    );
    for request in desk.tradevest().received() {
        let query = request.query.as_deref().unwrap_or_default();
        assert!(
            !query.contains("limit") && !query.contains("cursor"),
            "{request:?}"
        );
    }
}

/// A list whose pages are these, whatever is asked for.
fn pages(pages: Vec<Value>) -> florin_tests::in_memory::InMemory {
    let next = std::sync::atomic::AtomicUsize::new(0);
    provider(move |_| {
        let at = next.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        Says::Yes(pages[at.min(pages.len() - 1)].clone())
    })
}

#[tokio::test(start_paused = true)]
async fn a_cursor_that_leads_back_is_an_error_and_no_endless_list() {
    let page = |cursor| json!({"data": [{"customerId": "c"}], "pagination": {"cursor": cursor, "limit": 20}});
    let provider = pages(vec![page("a"), page("b"), page("a")]);
    let error = acting_of(&provider).customers().all().await.unwrap_err();
    assert!(error.is_decode(), "{error:#}");
    assert!(error.to_string().contains("never end"), "{error}");
    assert!(provider.asked("get_role_customers").len() <= 4);
}

#[tokio::test(start_paused = true)]
async fn an_empty_page_in_the_middle_and_a_missing_pagination_are_survived() {
    let provider = pages(vec![
        json!({"data": [{"customerId": "c-1"}], "pagination": {"cursor": "a"}}),
        json!({"data": [], "pagination": {"cursor": "b"}}),
        json!({"data": [{"customerId": "c-2"}], "pagination": null}),
    ]);
    let all = acting_of(&provider).customers().all().await.unwrap();
    let ids: Vec<_> = all
        .iter()
        .map(|customer| customer.customer_id.as_str())
        .collect();
    assert_eq!(ids, ["c-1", "c-2"]);
    let asked = provider.asked("get_role_customers");
    let cursors: Vec<_> = asked
        .iter()
        .map(|asked| asked.parameter("cursor"))
        .collect();
    assert_eq!(cursors, [None, Some("a"), Some("b")]);
}

#[tokio::test]
async fn a_list_that_has_no_verb_is_read_by_its_operation_and_its_page() {
    let desk = Desk::open().await;
    let list = desk.client.listing::<types::Users>(&operations::GET_USERS);
    assert!(
        list.query("userStatus", "ACTIVE")
            .all()
            .await
            .unwrap()
            .is_empty()
    );
    let query = desk.last("get_users").query_pairs();
    assert!(query.contains(&("userStatus".to_owned(), "ACTIVE".to_owned())));
}

//! Lists as streams: page after page by the provider's numbers, or the whole at once where there are none.

use florin::monoova::{Currency, types};
use florin_tests::in_memory::{Asked, InMemory, Says};
use serde_json::{Value, json};

use super::client;

/// A page of `count` currencies with the identifiers from 1 on, as big as is asked for.
pub(crate) fn page(asked: &Asked, count: i64) -> Value {
    let number = |name: &str| asked.parameter(name).unwrap().parse::<i64>().unwrap();
    let (page, size) = (number("page"), number("page_size"));
    let from = (page - 1).saturating_mul(size).min(count);
    json!({
        "currencies": currencies(from + 1..=(from + size).min(count)),
        "pagination": {"item_count": count, "page": page, "page_size": size},
    })
}

pub(crate) fn currencies(ids: impl IntoIterator<Item = i64>) -> Value {
    let currency = |id| json!({"id": id, "name": "x", "currency_code": "XXX", "can": ["sell"]});
    ids.into_iter().map(currency).collect()
}

pub(crate) fn id(currency: types::Currency) -> i64 {
    currency.id.unwrap().into_value().unwrap()
}

pub(crate) async fn ids(provider: &InMemory, page_size: u32) -> Vec<i64> {
    let mut items = client(provider).currencies().page_size(page_size).items();
    let mut found = Vec::new();
    while let Some(item) = items.next().await {
        found.push(id(item.unwrap()));
    }
    found
}

fn asked(provider: &InMemory) -> Vec<(String, String)> {
    let asked = provider.asked("list_currencies");
    let text = |asked: &Asked, name: &str| asked.parameter(name).unwrap().to_owned();
    asked
        .iter()
        .map(|asked| (text(asked, "page"), text(asked, "page_size")))
        .collect()
}

#[tokio::test(start_paused = true)]
async fn every_item_comes_once_and_no_page_too_many_is_asked_for() {
    for (count, size, pages) in [
        (0, 20, 1),
        (1, 20, 1),
        (20, 20, 1),
        (21, 20, 2),
        (40, 20, 2),
        (7, 1, 7),
        (100, 100, 1),
        (101, 100, 2),
        (250, 100, 3),
    ] {
        let provider = InMemory::new(move |asked| Says::Yes(page(asked, count)));
        let found = ids(&provider, size).await;
        assert_eq!(found, (1..=count).collect::<Vec<_>>(), "{count} by {size}");
        let expected: Vec<_> = (1..=pages)
            .map(|page: usize| (page.to_string(), size.to_string()))
            .collect();
        assert_eq!(asked(&provider), expected, "{count} by {size}");
    }
}

#[tokio::test(start_paused = true)]
async fn as_many_as_are_allowed_are_asked_for_unless_said() {
    let provider = InMemory::new(|asked| Says::Yes(page(asked, 3)));
    let mut items = client(&provider).currencies().items();
    while let Some(item) = items.next().await {
        item.unwrap();
    }
    assert_eq!(asked(&provider), [("1".to_owned(), "100".to_owned())]);
}

#[tokio::test(start_paused = true)]
async fn a_list_without_numbers_is_the_whole_list() {
    for pagination in [None, Some(Value::Null)] {
        let provider = InMemory::new(move |_| {
            let mut list = json!({"currencies": currencies(1..=150)});
            if let Some(pagination) = &pagination {
                list["pagination"] = pagination.clone();
            }
            Says::Yes(list)
        });
        assert_eq!(ids(&provider, 100).await.len(), 150);
        assert_eq!(provider.asked("list_currencies").len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_size_is_one_of_1_to_100_or_nothing_is_sent() {
    let provider = InMemory::new(|asked| Says::Yes(page(asked, 3)));
    let client = client(&provider);
    for size in [0, 101, 1000, u32::MAX] {
        let list = client.currencies().page_size(size);
        let error = list.page(1).await.unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        assert!(error.to_string().contains("1 to 100"), "{error}");
        let mut pages = list.clone().pages();
        assert!(
            pages
                .next()
                .await
                .unwrap()
                .unwrap_err()
                .is_invalid_request()
        );
        assert!(pages.next().await.is_none());
        let mut items = list.items();
        assert!(
            items
                .next()
                .await
                .unwrap()
                .unwrap_err()
                .is_invalid_request()
        );
        assert!(items.next().await.is_none());
    }
    assert!(
        client
            .currencies()
            .page(0)
            .await
            .unwrap_err()
            .is_invalid_request()
    );
    assert!(provider.asked("list_currencies").is_empty());
    for size in [1, 100] {
        client.currencies().page_size(size).page(1).await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn single_pages_are_read_with_their_count() {
    let provider = InMemory::new(|asked| Says::Yes(page(asked, 45)));
    let list = client(&provider).currencies().page_size(20);
    let third = list.page(3).await.unwrap();
    assert_eq!(
        (third.number, third.item_count, third.items.len()),
        (3, Some(45), 5)
    );
    assert!(list.page(4).await.unwrap().items.is_empty());
    let mut pages = list.pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().items.len());
    }
    assert_eq!(sizes, [20, 20, 5]);
}

#[tokio::test(start_paused = true)]
async fn every_list_is_read_under_its_own_name() {
    let provider = InMemory::new(|asked| {
        let name = asked.operation.strip_prefix("list_").unwrap();
        Says::Yes(json!({name: [{"id": 1}, {"id": 2}]}))
    });
    let client = client(&provider);
    let lengths = [
        client.countries().page(1).await.unwrap().items.len(),
        client.currencies().page(1).await.unwrap().items.len(),
        client
            .transaction_reasons()
            .page(1)
            .await
            .unwrap()
            .items
            .len(),
        client
            .remuneration_types()
            .page(1)
            .await
            .unwrap()
            .items
            .len(),
        client.beneficiaries().page(1).await.unwrap().items.len(),
        client.sub_customers().page(1).await.unwrap().items.len(),
        client.transactions().page(1).await.unwrap().items.len(),
    ];
    assert_eq!(lengths, [2; 7]);
}

#[tokio::test(start_paused = true)]
async fn beneficiaries_are_those_of_a_currency_on_every_page() {
    let provider = InMemory::new(|asked| {
        let page: i64 = asked.parameter("page").unwrap().parse().unwrap();
        let pagination = json!({"item_count": 2, "page": page, "page_size": 1});
        Says::Yes(json!({"beneficiaries": [{"id": page}], "pagination": pagination}))
    });
    let client = client(&provider);
    for (currency, name, value) in [
        (Currency::code("CNH"), "currency_code", "CNH"),
        (Currency::id(10_221), "currency_id", "10221"),
    ] {
        let before = provider.asked("list_beneficiaries").len();
        let mut found = client
            .beneficiaries()
            .currency(currency)
            .page_size(1)
            .items();
        while let Some(item) = found.next().await {
            item.unwrap();
        }
        let asked = provider.asked("list_beneficiaries").split_off(before);
        assert_eq!(asked.len(), 2);
        for asked in asked {
            assert_eq!(asked.parameter(name), Some(value));
            let currencies = asked
                .query
                .iter()
                .filter(|(name, _)| name.starts_with("currency"));
            assert_eq!(currencies.count(), 1);
        }
    }
    let nobody = client.beneficiaries().currency(Currency::code(" "));
    assert!(nobody.page(1).await.unwrap_err().is_invalid_request());
}

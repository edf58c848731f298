//! Lists over the network: what is asked for, and what comes of what is answered.

use std::sync::Mutex;

use super::super::*;
use super::*;

/// Currencies 1 to `count`, in pages as asked for. Identifiers and numbers come as numbers and as text.
fn currencies(count: u64) -> Scripted {
    with_tokens(move |sent| {
        let number = |name| parameter(sent, name).unwrap().parse::<u64>().unwrap();
        let (page, size) = (number("page"), number("page_size"));
        let from = (page - 1) * size;
        let currency = |id: u64| match id % 2 {
            0 => json!({"id": id, "name": "?", "currency_code": "XXX", "can": ["buy"]}),
            _ => json!({"id": id.to_string(), "currency_code": "XXX"}),
        };
        let items: Vec<_> = (from..(from + size).min(count).max(from))
            .map(|at| currency(at + 1))
            .collect();
        let pagination = json!({"item_count": count.to_string(), "page": page, "page_size": size});
        let body = json!({"currencies": items, "pagination": pagination});
        (200, body.to_string())
    })
}

async fn ids(mut items: Items<types::Currency>) -> Vec<i64> {
    let mut ids = Vec::new();
    while let Some(item) = items.next().await {
        ids.push(item.unwrap().id.unwrap().into_value().unwrap());
    }
    ids
}

#[tokio::test(start_paused = true)]
async fn items_are_given_over_all_pages_and_then_no_more() {
    for count in [0, 1, 100, 101, 250] {
        let network = currencies(count);
        let found = ids(client(&network).currencies().items()).await;
        assert_eq!(found, (1..=count as i64).collect::<Vec<_>>());
        assert_eq!(calls(&network).len() as u64, count.div_ceil(100).max(1));
    }
}

#[tokio::test(start_paused = true)]
async fn pages_are_asked_for_by_number_and_size() {
    let network = currencies(5);
    let mut pages = client(&network).currencies().page_size(2).pages();
    let mut numbers = Vec::new();
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        assert_eq!(page.item_count, Some(5));
        numbers.push((page.number, page.items.len()));
    }
    assert_eq!(numbers, [(1, 2), (2, 2), (3, 1)]);
    let asked: Vec<_> = calls(&network)
        .iter()
        .map(|sent| (parameter(sent, "page"), parameter(sent, "page_size")))
        .collect();
    let two = Some("2".to_owned());
    for (at, asked) in asked.iter().enumerate() {
        assert_eq!(*asked, (Some((at + 1).to_string()), two.clone()));
    }
    assert_eq!(asked.len(), 3);
}

#[tokio::test(start_paused = true)]
async fn one_page_can_be_read_by_its_number() {
    let network = currencies(5);
    let list = client(&network).currencies().page_size(2);
    let page = list.page(3).await.unwrap();
    assert_eq!((page.number, page.items.len()), (3, 1));
    let beyond = list.page(4).await.unwrap();
    assert_eq!((beyond.items.len(), beyond.item_count), (0, Some(5)));
    assert_eq!(calls(&network).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_page_or_size_that_there_can_t_be_is_refused_before_anything_is_sent() {
    let network = currencies(5);
    let client = client(&network);
    for size in [0, 101] {
        let mut items = client.currencies().page_size(size).items();
        let error = items.next().await.unwrap().unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        assert!(error.to_string().contains("page_size"), "{error}");
        assert!(items.next().await.is_none());
        assert!(client.currencies().page_size(size).page(1).await.is_err());
    }
    let error = client.currencies().page(0).await.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    let nobody = client.beneficiaries().currency(Currency::code(" "));
    assert!(nobody.page(1).await.unwrap_err().is_invalid_request());
    assert!(nobody.pages().next().await.unwrap().is_err());
    assert!(network.sent().is_empty(), "not even for a token");
    for size in [1, 100] {
        assert_eq!(
            ids(client.currencies().page_size(size).items()).await.len(),
            5
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_list_without_pagination_is_whole() {
    let body = r#"{"sub_customers":[{"id":1},{"id":2},{"id":2},{"name":{}},{"name":{}}]}"#;
    let network = answering(200, body);
    let mut pages = client(&network).sub_customers().page_size(2).pages();
    let page = pages.next().await.unwrap().unwrap();
    assert_eq!(
        (page.items.len(), page.item_count),
        (3, None),
        "none is given twice"
    );
    assert!(pages.next().await.is_none());
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn beneficiaries_are_asked_for_by_one_of_code_and_number() {
    let network = answering(200, r#"{"beneficiaries":[]}"#);
    let client = client(&network);
    for currency in [Currency::code("USD"), Currency::id(10_001)] {
        client
            .beneficiaries()
            .currency(currency)
            .page(1)
            .await
            .unwrap();
    }
    client.beneficiaries().page(1).await.unwrap();
    let asked: Vec<_> = calls(&network)
        .iter()
        .map(|sent| {
            (
                parameter(sent, "currency_code"),
                parameter(sent, "currency_id"),
            )
        })
        .collect();
    let (usd, number) = (Some("USD".to_owned()), Some("10001".to_owned()));
    assert_eq!(asked, [(usd, None), (None, number), (None, None)]);
}

#[tokio::test(start_paused = true)]
async fn each_list_has_its_operation_and_its_user_where_one_belongs() {
    let body = json!({
        "countries": [{"id": 1}], "currencies": [{"id": 1}], "transaction_reasons": [{"id": 1}],
        "remuneration_types": [{"id": 1}], "beneficiaries": [{"id": 1}], "sub_customers": [{"id": 1}],
        "transactions": [{"id": 1}],
    })
    .to_string();
    let network = with_tokens(move |_| (200, body.clone()));
    let client = client(&network);
    assert_eq!(client.countries().page(1).await.unwrap().items.len(), 1);
    assert_eq!(client.currencies().page(1).await.unwrap().items.len(), 1);
    assert_eq!(
        client
            .transaction_reasons()
            .page(1)
            .await
            .unwrap()
            .items
            .len(),
        1
    );
    assert_eq!(
        client
            .remuneration_types()
            .page(1)
            .await
            .unwrap()
            .items
            .len(),
        1
    );
    assert_eq!(client.beneficiaries().page(1).await.unwrap().items.len(), 1);
    assert_eq!(client.sub_customers().page(1).await.unwrap().items.len(), 1);
    assert_eq!(client.transactions().page(1).await.unwrap().items.len(), 1);
    let asked: Vec<_> = calls(&network)
        .into_iter()
        .map(|sent| (parameter(&sent, "user_id").is_some(), sent.operation))
        .collect();
    let operations = [
        (false, "list_countries"),
        (false, "list_currencies"),
        (false, "list_transaction_reasons"),
        (false, "list_remuneration_types"),
        (true, "list_beneficiaries"),
        (true, "list_sub_customers"),
        (true, "list_transactions"),
    ];
    assert_eq!(asked, operations.map(|(user, id)| (user, id.to_owned())));
}

#[tokio::test(start_paused = true)]
async fn another_page_than_was_asked_for_is_an_error_and_the_end() {
    let body = r#"{"currencies":[{"id":1}],"pagination":{"item_count":9,"page":1,"page_size":1}}"#;
    let network = answering(200, body);
    let mut items = client(&network).currencies().page_size(1).items();
    items.next().await.unwrap().unwrap();
    let error = items.next().await.unwrap().unwrap_err();
    let said = error.to_string();
    assert!(
        said.contains("page 2 was asked for and page 1 came"),
        "{said}"
    );
    assert!(items.next().await.is_none());
    assert!(client(&network).currencies().page(2).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn a_server_that_passes_over_the_page_is_an_error_that_says_so() {
    let body = r#"{"currencies":[{"id":1}],"pagination":{"item_count":9,"page_size":1}}"#;
    let network = answering(200, body);
    let mut pages = client(&network).currencies().page_size(1).pages();
    let mut last = None;
    while let Some(page) = pages.next().await {
        last = Some(page);
    }
    let error = last.unwrap().unwrap_err();
    assert!(error.to_string().contains("nothing new"), "{error}");
    assert_eq!(calls(&network).len(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_list_that_ends_early_by_the_providers_own_count_says_how_many_of_how_many_came() {
    let network = in_turn(&[
        (
            200,
            r#"{"currencies":[{"id":1}],"pagination":{"item_count":3,"page":1,"page_size":1}}"#,
        ),
        (
            200,
            r#"{"currencies":[],"pagination":{"item_count":3,"page":2,"page_size":1}}"#,
        ),
    ]);
    let mut items = client(&network).currencies().page_size(1).items();
    items.next().await.unwrap().unwrap();
    let error = items.next().await.unwrap().unwrap_err();
    let said = error.to_string();
    assert!(
        said.contains("1 of 3 items came") && said.contains("may be missing"),
        "{said}"
    );
    assert!(items.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn items_are_told_apart_by_all_they_say_where_the_identifier_is_none() {
    let network = answering(
        200,
        r#"{"currencies":[{"id":"","name":"a"},{"id":"","name":"b"},{"id":0,"name":"a"},{"id":0,"name":"b"},
            {"id":"0","name":"a"},{"id":-1,"name":"a"},{"id":-1,"name":"b"},{"id":{},"name":"a"},{"id":{},"name":"b"},
            {"id":"","name":"a"},{"id":"x","name":"a"},{"id":"x","name":"b"},{"id":5,"name":"a"},{"id":"5","name":"b"}]}"#,
    );
    let mut items = client(&network).currencies().items();
    let mut given = 0;
    while let Some(item) = items.next().await {
        item.unwrap();
        given += 1;
    }
    // One of the empty, one of x and one of 5 came before.
    assert_eq!(given, 11);
}

#[tokio::test(start_paused = true)]
async fn a_page_that_failed_is_asked_for_again_and_after_three_failures_it_ends() {
    let failing = Mutex::new([false, true, true, false, true, true, true].into_iter());
    let network = with_tokens(move |sent| {
        if failing.lock().unwrap().next().unwrap() {
            return (503, "down".to_owned());
        }
        let page = parameter(sent, "page").unwrap();
        let body = json!({
            "currencies": [{"id": page}],
            "pagination": {"item_count": 9, "page": page, "page_size": 1},
        });
        (200, body.to_string())
    });
    let mut items = client(&network).currencies().page_size(1).items();
    let mut outcomes = Vec::new();
    while let Some(item) = items.next().await {
        outcomes.push(item.map(|item| item.id.unwrap().text().to_owned()).ok());
    }
    let page = |number: &str| Some(number.to_owned());
    assert_eq!(
        outcomes,
        [page("1"), None, None, page("2"), None, None, None]
    );
}

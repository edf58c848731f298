//! Lists of a provider that counts oddly, repeats itself or fails in the middle: nothing is given twice, nothing is lost
//! without a word, and every stream comes to an end.

use std::time::Duration;

use florin_tests::in_memory::{Asked, InMemory, Says};
use serde_json::json;

use super::client;
use super::listing::{currencies, id, ids, page};

fn number(asked: &Asked, name: &str) -> i64 {
    asked.parameter(name).unwrap().parse().unwrap()
}

/// What a stream gives: the identifiers, and the errors in words.
async fn all(provider: &InMemory, size: u32) -> (Vec<i64>, Vec<String>) {
    let mut items = client(provider).currencies().page_size(size).items();
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => found.push(id(item)),
            Err(error) => errors.push(error.to_string()),
        }
        assert!(found.len() + errors.len() < 10_000, "no end");
    }
    (found, errors)
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_gives_one_page_for_ever_is_noticed() {
    for says_page in [true, false] {
        let provider = InMemory::new(move |asked| {
            let mut pagination = json!({"item_count": 1000, "page_size": 20});
            if says_page {
                pagination["page"] = number(asked, "page").into();
            }
            Says::Yes(json!({"currencies": currencies(1..=20), "pagination": pagination}))
        });
        let (found, errors) = all(&provider, 20).await;
        assert_eq!(found, (1..=20).collect::<Vec<_>>());
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(errors[0].contains("nothing new"), "{errors:?}");
        assert!(provider.asked("list_currencies").len() <= 5);
    }
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_answers_another_page_than_was_asked_for_is_noticed() {
    let provider = InMemory::new(|_| {
        let pagination = json!({"item_count": 1000, "page": 1, "page_size": 20});
        Says::Yes(json!({"currencies": currencies(1..=20), "pagination": pagination}))
    });
    let (found, errors) = all(&provider, 20).await;
    assert_eq!(found.len(), 20);
    assert_eq!(errors.len(), 1);
    assert!(
        errors[0].contains("page 2 was asked for and page 1 came"),
        "{errors:?}"
    );
    let error = client(&provider).currencies().page(3).await.unwrap_err();
    assert!(error.is_decode(), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_provider_with_a_page_size_of_its_own_gives_everything() {
    for own in [1, 10, 30] {
        let provider = InMemory::new(move |asked| {
            let page = number(asked, "page");
            let from = ((page - 1) * own).min(45);
            let pagination = json!({"item_count": 45, "page": page, "page_size": own});
            let items = currencies(from + 1..=(from + own).min(45));
            Says::Yes(json!({"currencies": items, "pagination": pagination}))
        });
        assert_eq!(
            ids(&provider, 100).await,
            (1..=45).collect::<Vec<_>>(),
            "{own}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_has_pages_and_says_nothing_of_them_gives_everything() {
    for count in [0, 19, 20, 21, 45, 60] {
        let provider = InMemory::new(move |asked| {
            let mut answer = page(asked, count);
            answer.as_object_mut().unwrap().remove("pagination");
            Says::Yes(answer)
        });
        assert_eq!(ids(&provider, 20).await, (1..=count).collect::<Vec<_>>());
        let asked = provider.asked("list_currencies").len();
        assert_eq!(i64::try_from(asked).unwrap(), count / 20 + 1, "{count}");
    }
    // One that has none gives all of it again, which is no trouble.
    let list = || json!({"currencies": currencies(1..=20)});
    let provider = InMemory::new(move |_| Says::Yes(list()));
    let (found, errors) = all(&provider, 20).await;
    assert_eq!((found.len(), errors.len()), (20, 0));
    assert_eq!(provider.asked("list_currencies").len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_count_that_lies_loses_nothing_that_comes_and_ends() {
    // Too many: the empty page is the end, and whether anything is missing can't be told from a wrong count.
    let provider = InMemory::new(|asked| {
        let mut answer = page(asked, 45);
        answer["pagination"]["item_count"] = 1_000_000.into();
        Says::Yes(answer)
    });
    let (found, errors) = all(&provider, 20).await;
    assert_eq!((found.len(), errors.len()), (45, 1));
    assert!(errors[0].contains("45 of 1000000"), "{errors:?}");
    // Numbers that are none.
    for odd in [json!("many"), json!(-5), json!(null)] {
        let provider = InMemory::new(move |asked| {
            let mut answer = page(asked, 45);
            answer["pagination"]["item_count"] = odd.clone();
            answer["pagination"]["page_size"] = odd.clone();
            Says::Yes(answer)
        });
        let (found, errors) = all(&provider, 20).await;
        assert_eq!((found.len(), errors.len()), (45, 0));
    }
    // As text.
    let provider = InMemory::new(|asked| {
        let mut answer = page(asked, 45);
        for name in ["item_count", "page", "page_size"] {
            let text = answer["pagination"][name].to_string();
            answer["pagination"][name] = text.into();
        }
        Says::Yes(answer)
    });
    assert_eq!(ids(&provider, 20).await.len(), 45);
    assert_eq!(provider.asked("list_currencies").len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_list_that_shrinks_to_fewer_pages_ends_without_an_error() {
    let provider = InMemory::new(|asked| {
        let answer = match number(asked, "page") {
            1 => json!({"currencies": currencies(1..=20),
                "pagination": {"item_count": 40, "page": 1, "page_size": 20}}),
            // The second page is gone, and the last one that there is comes.
            _ => json!({"currencies": currencies(1..=18),
                "pagination": {"item_count": 18, "page": 1, "page_size": 20}}),
        };
        Says::Yes(answer)
    });
    let (found, errors) = all(&provider, 20).await;
    assert_eq!((found.len(), errors.len()), (20, 0));
}

#[tokio::test(start_paused = true)]
async fn what_is_added_in_front_while_a_list_is_read_gives_nothing_twice() {
    let provider = InMemory::new(|asked| {
        // The second page holds the last three of the first one again.
        let (page, count, ids) = match number(asked, "page") {
            1 => (1, 30, 1..=20),
            page => (page, 33, 18..=30),
        };
        let pagination = json!({"item_count": count, "page": page, "page_size": 20});
        Says::Yes(json!({"currencies": currencies(ids), "pagination": pagination}))
    });
    assert_eq!(ids(&provider, 20).await, (1..=30).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn a_page_that_fails_is_asked_for_again_and_nothing_is_lost() {
    for failure in [
        Says::No(400, json!({})),
        Says::Text(200, "<html>"),
        Says::No(403, json!({})),
    ] {
        let failed = std::sync::Once::new();
        let provider = InMemory::new(move |asked| {
            let mut answer = Says::Yes(page(asked, 45));
            if number(asked, "page") == 2 {
                failed.call_once(|| answer = failure.clone());
            }
            answer
        });
        let (found, errors) = all(&provider, 20).await;
        assert_eq!(found, (1..=45).collect::<Vec<_>>());
        assert_eq!(errors.len(), 1, "{errors:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn failures_of_a_moment_do_not_show() {
    let failed = std::sync::atomic::AtomicUsize::new(0);
    let provider = InMemory::new(move |asked| {
        match failed.fetch_add(1, std::sync::atomic::Ordering::SeqCst) {
            1 => Says::Silence,
            2 => Says::Text(503, "<html>"),
            _ => Says::Yes(page(asked, 45)),
        }
    });
    let (found, errors) = all(&provider, 20).await;
    assert_eq!((found.len(), errors.len()), (45, 0));
}

#[tokio::test(start_paused = true)]
async fn three_failures_in_a_row_end_it() {
    let provider = InMemory::new(|_| Says::No(400, json!({})));
    let (found, errors) = all(&provider, 20).await;
    assert_eq!((found.len(), errors.len()), (0, 3));
    assert_eq!(provider.asked("list_currencies").len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_reading_that_is_given_up_midway_is_taken_up_where_it_was() {
    let provider = InMemory::new(|asked| Says::Yes(page(asked, 45)));
    let mut items = client(&provider).currencies().page_size(20).items();
    let mut found = Vec::new();
    loop {
        // Each page takes a millisecond, and patience less: the reading is dropped and taken up again.
        let patience = Duration::from_micros(300);
        match tokio::time::timeout(patience, items.next()).await {
            Err(_) => {}
            Ok(Some(item)) => found.push(id(item.unwrap())),
            Ok(None) => break,
        }
    }
    assert_eq!(found, (1..=45).collect::<Vec<_>>());
    assert_eq!(provider.asked("list_currencies").len(), 3, "no page twice");
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_is_dropped_asks_for_nothing_more() {
    let provider = InMemory::new(|asked| Says::Yes(page(asked, 450)));
    let mut items = client(&provider).currencies().page_size(20).items();
    for _ in 0..20 {
        items.next().await.unwrap().unwrap();
    }
    drop(items);
    tokio::time::advance(Duration::from_secs(3600)).await;
    assert_eq!(provider.asked("list_currencies").len(), 1);
}

//! Tokens: which are asked for and how, how long they are used, and what happens when they are refused.

use std::time::Duration;

use florin::core::{Effect, MemoryStore};
use florin::monoova::Credentials;
use florin_tests::in_memory::{Asked, InMemory, Says};
use serde_json::{Value, json};

use super::{TOKEN_CALL, client, keys, office, order, settings, transaction, website};

/// The fields of a form whose values need no escapes.
fn form(asked: &Asked) -> Vec<(&str, &str)> {
    assert_eq!(
        asked.headers["content-type"],
        "application/x-www-form-urlencoded"
    );
    let mut fields: Vec<_> = asked
        .text
        .split('&')
        .map(|field| field.split_once('=').unwrap())
        .collect();
    fields.sort_unstable();
    fields
}

/// A provider that answers tokens `t1`, `t2`… with `more` in the answer, and countries to anybody.
fn issuing(more: Value) -> InMemory {
    let issued = std::sync::atomic::AtomicUsize::new(0);
    InMemory::with_tokens(move |asked| match asked.operation.as_str() {
        TOKEN_CALL => {
            let count = issued.fetch_add(1, std::sync::atomic::Ordering::SeqCst) + 1;
            let mut answer = json!({"access_token": format!("t{count}"), "token_type": "Bearer"});
            answer
                .as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
            Says::Yes(answer)
        }
        _ => Says::Yes(json!({"countries": []})),
    })
}

async fn call(client: &florin::monoova::Client) {
    client.countries().page(1).await.unwrap();
}

fn authorizations(provider: &InMemory) -> Vec<String> {
    let asked = provider.asked("list_countries");
    let header = |asked: &Asked| asked.headers["authorization"].to_str().unwrap().to_owned();
    asked.iter().map(header).collect()
}

#[tokio::test(start_paused = true)]
async fn a_back_office_asks_with_its_application_and_scope_alone() {
    let provider = issuing(json!({}));
    call(&client(&provider)).await;
    let asked = &provider.asked(TOKEN_CALL)[0];
    assert_eq!(asked.method, "POST");
    assert_eq!(asked.path, "/global/oauth/token");
    assert!(asked.query.is_empty());
    assert!(!asked.headers.contains_key("authorization"));
    assert!(!asked.headers.contains_key("idempotency-key"));
    assert_eq!(
        form(asked),
        [
            ("client_id", "app"),
            ("client_secret", "s3cret"),
            ("grant_type", "client_credentials"),
            ("scope", "back_office"),
        ]
    );
    assert_eq!(authorizations(&provider), ["Bearer t1"]);
}

#[tokio::test(start_paused = true)]
async fn a_users_website_asks_with_the_password_and_its_own_scope() {
    let provider = issuing(json!({}));
    call(&website(&provider).build().unwrap()).await;
    assert_eq!(
        form(&provider.asked(TOKEN_CALL)[0]),
        [
            ("client_id", "app"),
            ("client_secret", "s3cret"),
            ("grant_type", "password"),
            ("password", "p4ssword"),
            ("scope", "client_website"),
            ("username", "jane"),
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn a_scope_goes_out_as_it_is_spelled() {
    let provider = issuing(json!({}));
    let credentials = Credentials::back_office("app", "s3cret").scope("back-office");
    let client = settings(&provider).credentials(credentials);
    call(&client.build().unwrap()).await;
    let asked = &provider.asked(TOKEN_CALL)[0];
    assert!(form(asked).contains(&("scope", "back-office")));
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token_renews_and_the_password_stands_in_where_it_is_refused() {
    for is_taken in [true, false] {
        let provider = InMemory::with_tokens(move |asked| match asked.operation.as_str() {
            TOKEN_CALL if asked.text.contains("refresh_token") && !is_taken => {
                Says::No(400, json!({"error": "invalid_grant"}))
            }
            TOKEN_CALL => Says::Yes(json!({
                "access_token": "t", "token_type": "Bearer", "expires_in": 3600, "refresh_token": "r"
            })),
            _ => Says::Yes(json!({"countries": []})),
        });
        let client = website(&provider).build().unwrap();
        call(&client).await;
        tokio::time::advance(Duration::from_secs(3600)).await;
        call(&client).await;
        let asked = provider.asked(TOKEN_CALL);
        let grants: Vec<&str> = asked
            .iter()
            .flat_map(form)
            .filter_map(|(name, value)| (name == "grant_type").then_some(value))
            .collect();
        let expected: &[&str] = match is_taken {
            true => &["password", "refresh_token"],
            false => &["password", "refresh_token", "password"],
        };
        assert_eq!(grants, expected);
        assert!(!asked[1].text.contains("p4ssword"));
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_lasts_as_long_as_it_says_and_a_day_where_it_says_nothing() {
    let hour = Duration::from_secs(3600);
    for (more, still, gone) in [
        (json!({}), 20 * hour, 4 * hour),
        (json!({"expires_in": null}), 20 * hour, 4 * hour),
        (json!({"expires_in": 7200}), hour, hour),
        (json!({"expires_in": 7 * 86_400}), 150 * hour, 18 * hour),
    ] {
        let provider = issuing(more.clone());
        let client = client(&provider);
        call(&client).await;
        tokio::time::advance(still).await;
        call(&client).await;
        tokio::time::advance(gone).await;
        call(&client).await;
        let used = authorizations(&provider);
        assert_eq!(used[0], used[1], "{more}");
        assert_eq!(used[2], "Bearer t2", "{more}");
    }
}

#[tokio::test(start_paused = true)]
async fn how_the_kind_of_token_is_spelled_makes_no_difference() {
    for kind in ["bearer", "BEARER"] {
        let provider = issuing(json!({"token_type": kind}));
        call(&client(&provider)).await;
        assert_eq!(authorizations(&provider), ["Bearer t1"]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_write_whose_token_is_refused_goes_out_again_under_the_same_key() {
    let provider = InMemory::new(move |asked| {
        static REFUSED: std::sync::Once = std::sync::Once::new();
        let mut answer = Says::Yes(transaction(7, "created"));
        if asked.operation == "create_transaction" {
            REFUSED.call_once(|| answer = Says::No(401, json!({})));
        }
        answer
    });
    let client = client(&provider);
    let deal = client.create_transaction(&order("1.00")).await.unwrap();
    assert_eq!(deal.id(), 7);
    let keys = keys(&provider, "create_transaction");
    assert_eq!((keys.len(), &keys[0]), (2, &keys[1]));
    assert_eq!(provider.asked(TOKEN_CALL).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_401_for_good_is_asked_for_twice_and_not_more() {
    let provider = InMemory::new(|_| Says::No(401, json!({})));
    let client = client(&provider);
    let error = client.create_transaction(&order("1.00")).await.unwrap_err();
    assert!(error.is_auth() && !error.is_transient(), "{error:#}");
    assert_eq!(error.effect(), Effect::Answered);
    assert_eq!(provider.asked("create_transaction").len(), 2);
    assert_eq!(provider.asked(TOKEN_CALL).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_403_is_an_answer_and_asks_for_no_other_token() {
    let provider = InMemory::new(|_| Says::No(403, json!({})));
    let error = client(&provider).deal(7).read().await.unwrap_err();
    assert!(error.is_auth(), "{error:#}");
    assert_eq!(provider.asked("get_transaction").len(), 1);
    assert_eq!(provider.asked(TOKEN_CALL).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn credentials_that_are_refused_are_not_tried_again_and_again() {
    for (status, body) in [
        (
            401,
            json!({"error": "invalid_client", "error_description": "s3cret"}),
        ),
        (400, json!({"error": "invalid_grant"})),
        (400, json!({"error": "invalid_scope"})),
    ] {
        let provider = InMemory::with_tokens(move |_| Says::No(status, body.clone()));
        for client in [client(&provider), website(&provider).build().unwrap()] {
            let before = provider.asked(TOKEN_CALL).len();
            for _ in 0..10 {
                let error = client.create_transaction(&order("1.00")).await.unwrap_err();
                assert!(error.is_auth() && !error.is_transient(), "{error:#}");
                assert_eq!(error.effect(), Effect::NotSent);
                let told = format!("{error:#} {error:?}");
                for hidden in ["s3cret", "p4ssword", "jane"] {
                    assert!(!told.contains(hidden), "{told}");
                }
            }
            assert_eq!(provider.asked(TOKEN_CALL).len() - before, 1, "{status}");
        }
        assert!(provider.asked("create_transaction").is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn two_users_of_one_store_have_tokens_of_their_own_and_one_user_one() {
    let provider = issuing(json!({}));
    let store = MemoryStore::default();
    let user = |name: &str| {
        let credentials = Credentials::client_website("app", "s3cret", name, "p4ssword");
        let builder = settings(&provider).credentials(credentials);
        builder.token_store(store.clone()).build().unwrap()
    };
    call(&user("jane")).await;
    call(&user("jane")).await;
    call(&user("john")).await;
    let clerk = office(&provider).token_store(store.clone());
    call(&clerk.build().unwrap()).await;
    let used = authorizations(&provider);
    assert_eq!(used, ["Bearer t1", "Bearer t1", "Bearer t2", "Bearer t3"]);
}

//! What can't work is refused when the client is built.

use florin_core::{ConfigError, MemoryStore, StaticToken};

use super::*;
use crate::monoova::Access;

fn refusal(builder: ClientBuilder) -> ConfigError {
    let error = builder.build().unwrap_err();
    assert!(!error.to_string().contains("s3cret"), "{error}");
    error
}

#[test]
fn what_is_missing_is_named_with_what_to_do() {
    let network = Scripted::default();
    assert_eq!(refusal(Client::builder()).setting(), "environment");
    let sandbox = || Client::builder().environment(Environment::Sandbox);
    assert_eq!(refusal(sandbox()).setting(), "credentials");
    let credentials = || Credentials::back_office("app", "s3cret");
    let error = refusal(sandbox().credentials(credentials()));
    assert_eq!(error.setting(), "token_url");
    assert!(error.to_string().contains("guessed_token_url"), "{error}");
    let both = office(&network).authorized(Access::BackOffice, StaticToken::new("t"));
    assert_eq!(refusal(both).setting(), "credentials");
    let empty = builder(&network).credentials(Credentials::back_office("app", " "));
    assert_eq!(refusal(empty).setting(), "credentials.client_secret");
    let elsewhere = sandbox().authorized(Access::BackOffice, StaticToken::new("t"));
    elsewhere.build().unwrap();
}

#[test]
fn addresses_that_cannot_work_are_refused_under_the_users_own_names() {
    let network = Scripted::default();
    for url in [
        "http://auth.example/token",
        "auth",
        "https://a.example/t?x=1",
    ] {
        assert_eq!(
            refusal(office(&network).token_url(url)).setting(),
            "token_url"
        );
    }
    let api = |api: &str| {
        let api = api.to_owned();
        office(&network).environment(Environment::Custom { api })
    };
    assert_eq!(
        refusal(api("http://a.example")).setting(),
        "environment.api"
    );
    api("http://127.0.0.1:9/v1").build().unwrap();
    for environment in [Environment::Sandbox, Environment::Production] {
        let guess = environment.guessed_token_url().unwrap().to_owned();
        let client = office(&network).environment(environment).token_url(guess);
        client.build().unwrap();
    }
}

#[test]
fn paths_are_corrected_by_name_but_for_the_tokens() {
    let network = Scripted::default();
    let good = office(&network).path("confirm_transaction", "POST /deals/{id}/accept");
    good.build().unwrap();
    let unknown = office(&network).path("confirm", "/x");
    assert_eq!(refusal(unknown).setting(), "path confirm");
    let lacking = office(&network).path("confirm_transaction", "/x");
    assert_eq!(refusal(lacking).setting(), "path confirm_transaction");
    let error = refusal(office(&network).path("create_access_token", "/token"));
    assert!(error.to_string().contains("token_url"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn what_is_moved_to_a_post_carries_a_key_and_a_write_is_not_moved_to_a_get() {
    let network = answering(200, "{}");
    let moved = office(&network).user_id(42).path("get_rate", "POST /rates");
    let client = moved.build().unwrap();
    // What is sent, and not what comes of it.
    let _ = client.api().get_rate().send().await;
    let sent = calls(&network).remove(0);
    assert_eq!(sent.method, "POST");
    assert!(sent.key.is_some());
    let hidden = office(&network).path("confirm_transaction", "GET /deals/{id}/accept");
    let error = refusal(hidden);
    assert_eq!(error.setting(), "path confirm_transaction");
    assert!(error.to_string().contains("changes something"), "{error}");
}

#[test]
fn a_path_does_not_say_whose_money_it_is() {
    let network = Scripted::default();
    for client in [office(&network), office(&network).user_id(42)] {
        let error = refusal(client.path("list_transactions", "/transactions?user_id=5"));
        assert!(error.to_string().contains("user_id"), "{error}");
    }
}

#[test]
fn a_static_token_cannot_be_shared() {
    let network = Scripted::default();
    let client = Client::builder()
        .environment(Environment::Sandbox)
        .authorized(Access::BackOffice, StaticToken::new("t"))
        .transport(network.transport())
        .token_store(MemoryStore::default());
    assert_eq!(refusal(client).setting(), "token_store");
}

#[test]
fn debug_shows_neither_secrets_nor_users() {
    let network = Scripted::default();
    let user = Credentials::client_website("app", "s3cret", "jane", "p4ss");
    let builder = builder(&network).credentials(user);
    let shown = format!("{builder:?}");
    let shown = format!("{shown} {:?}", builder.build().unwrap());
    for hidden in ["s3cret", "jane", "p4ss"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
    let client = client(&network);
    let shown = format!(
        "{:?} {:?} {:?}",
        beneficiary(),
        client
            .create_beneficiary(&beneficiary())
            .reference("c4nary"),
        client.create_transaction(&order("1.00")),
    );
    for hidden in ["Jane", "Doe", "c4nary"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
}

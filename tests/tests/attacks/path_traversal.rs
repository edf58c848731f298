//! Path traversal: whatever stands in a path parameter is one segment of the one route, or isn't sent at all.

use florin::core::{Error, Operation, Response, RetryPolicy, Session};
use florin::{monetago, nemuru, tradevest};

use super::stranger::{Stranger, decoded, target, tokens};

/// What is tried in every path parameter.
fn values() -> Vec<String> {
    let mut values: Vec<String> = [
        "",
        ".",
        "..",
        "...",
        "../x",
        "../../admin",
        "..\\x",
        "\\",
        "/",
        "//evil.example/",
        "a/b",
        "a/../b",
        "./",
        "/..",
        "%2f",
        "%2e",
        "%2e%2e",
        "%2E%2e/",
        "..%2f..%2f",
        "%252e%252e%252f",
        "%",
        "%zz",
        "%00",
        "a?b=c",
        "?",
        "a#b",
        "#",
        "a;b=c",
        "..;",
        ";",
        "&",
        "=",
        "+",
        "*",
        "'",
        "\"",
        "<x>",
        "{id}",
        "{}",
        "|",
        "@evil.example",
        "http://evil.example/",
        ":80",
        " ",
        "a b",
        "\t",
        "\0",
        "a\0b",
        "\r\n",
        "a\r\nx-evil: 1",
        "\n",
        "\u{7f}",
        "é",
        "．．",
        "。。",
        "‥",
        "a∕b",
        "a／b",
        "\u{202e}",
        "\u{feff}..",
        "🏦",
    ]
    .map(str::to_owned)
    .to_vec();
    values.push("../".repeat(1000));
    values.push("a".repeat(8000));
    values
}

fn placeholders(template: &'static str) -> Vec<&'static str> {
    let pieces = template.split('{').skip(1);
    pieces
        .map(|piece| piece.split('}').next().unwrap())
        .collect()
}

/// `path`, as it was sent, is `route` with `value` as the one segment that stands for `place`, and nothing that a server
/// could take for more.
fn is_one_segment(path: &str, route: &str, place: &str, value: &str) {
    let (sent, wanted): (Vec<_>, Vec<_>) = (path.split('/').collect(), route.split('/').collect());
    assert_eq!(sent.len(), wanted.len(), "{path} is no {route}");
    for (sent, wanted) in sent.iter().zip(wanted) {
        assert!(*sent != "." && *sent != "..", "{path}");
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
        assert!(sent.bytes().all(is_plain), "{path}");
        match wanted.split_once(place) {
            Some((before, after)) => {
                let filled = sent
                    .strip_prefix(before)
                    .and_then(|rest| rest.strip_suffix(after));
                assert_eq!(decoded(filled.unwrap()), value.as_bytes(), "{path}");
            }
            None => assert_eq!(*sent, wanted, "{path}"),
        }
    }
}

/// An error says which parameter it was, and not what stood in it.
fn names_it_and_shows_nothing(error: &str, name: &str, value: &str) {
    assert!(error.contains(name), "{error}");
    assert!(value.len() < 4 || !error.contains(value), "{error}");
}

async fn every_operation(operations: &[&'static Operation]) -> usize {
    let stranger = Stranger::quiet().await;
    let mut builder = Session::builder(stranger.url())
        .bearer("a-token")
        .retry(RetryPolicy::never())
        .default_header("Requestor-ID", "0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10");
    for name in operations
        .iter()
        .filter_map(|operation| operation.server_name())
    {
        builder = builder.server(name, stranger.url());
    }
    let session = builder.build().unwrap();
    let values = values();
    let mut tried = 0;
    for operation in operations {
        let template = operation.template();
        let names = placeholders(template);
        for tampered in &names {
            for value in &values {
                let mut request = session.request(operation);
                for name in &names {
                    request.path(
                        name,
                        if name == tampered {
                            value.as_str()
                        } else {
                            "fine"
                        },
                    );
                }
                let outcome: Result<Response<()>, Error> = request.send_empty().await;
                let error = outcome.unwrap_err();
                let heard = stranger.heard();
                let case = format!(
                    "{} {tampered} {:?}",
                    operation.id(),
                    value.get(..20).unwrap_or(value)
                );
                if error.is_invalid_request() {
                    assert!(heard.is_empty(), "{case}");
                    names_it_and_shows_nothing(&format!("{error:#}"), tampered, value);
                } else {
                    assert_eq!(heard.len(), 1, "{case}: {error}");
                    let route = names
                        .iter()
                        .filter(|name| *name != tampered)
                        .fold(template.to_owned(), |route, name| {
                            route.replace(&format!("{{{name}}}"), "fine")
                        });
                    is_one_segment(target(&heard[0]), &route, &format!("{{{tampered}}}"), value);
                }
                tried += 1;
            }
        }
    }
    tried
}

#[tokio::test]
async fn a_path_parameter_of_any_operation_of_any_provider_stays_one_segment() {
    let mut tried = 0;
    for operations in [
        florin_monetago::operations::ALL,
        florin_nemuru::operations::ALL,
        florin_financeit::operations::ALL,
        florin_monoova::operations::ALL,
        florin_tradevest::operations::ALL,
    ] {
        let here = every_operation(operations).await;
        assert!(here > 0);
        tried += here;
    }
    println!("{tried} path parameters tried");
}

/// What came of a call with a value in its path: whether it was refused, and the error.
type Outcome = (bool, String);

fn outcome<T>(result: Result<T, Error<impl Sized + std::fmt::Debug>>) -> Outcome {
    match result {
        Ok(_) => (false, String::new()),
        Err(error) => (error.is_invalid_request(), error.to_string()),
    }
}

async fn call(
    clients: &(monetago::Client, nemuru::Client, tradevest::Client),
    which: usize,
    value: &str,
) -> Outcome {
    let (monetago, nemuru, tradevest) = clients;
    match which {
        0 => outcome(
            monetago
                .api()
                .get_status()
                .request_identification(value)
                .send()
                .await,
        ),
        1 => outcome(
            monetago
                .api()
                .get_document_match()
                .match_identification(value)
                .send()
                .await,
        ),
        2 => outcome(nemuru.loan(value).read().await),
        3 => outcome(nemuru.webhook(value).await),
        4 => outcome(
            tradevest
                .api()
                .get_entity_natural_person()
                .natural_person_id(value)
                .send()
                .await,
        ),
        _ => outcome(tradevest.api().get_joint_person().id(value).send().await),
    }
}

#[tokio::test]
async fn nor_does_a_verb_or_a_builder_of_a_client_let_one_out() {
    let stranger = Stranger::saying(tokens).await;
    let at = || stranger.url();
    let monetago = monetago::Client::builder()
        .environment(monetago::Environment::Custom {
            api: at(),
            auth: at(),
        })
        .credentials(monetago::ClientCredentials::new("id", "s3cret", "audience"));
    let nemuru = nemuru::Client::builder()
        .environment(nemuru::Environment::Custom {
            api: at(),
            auth: None,
        })
        .credentials(nemuru::Credentials::new("user", "s3cret"));
    let tradevest = tradevest::Client::builder()
        .environment(tradevest::Environment::Custom {
            api: at(),
            auth: at(),
            prices: None,
        })
        .credentials(tradevest::Credentials::new("id", "s3cret"))
        .requestor("0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10".parse().unwrap());
    let clients = (
        monetago.build().unwrap(),
        nemuru.build().unwrap(),
        tradevest.build().unwrap(),
    );
    let is_call = |request: &String| !request.starts_with("POST");
    for which in 0..6 {
        const FINE: &str = "0d2f4a6e-0000-4a53-9d5d-6f0a7d1f6f10";
        call(&clients, which, FINE).await;
        let heard: Vec<String> = stranger.heard().into_iter().filter(is_call).collect();
        let route = target(&heard[0]).to_owned();
        for value in values() {
            let (is_refused, error) = call(&clients, which, &value).await;
            let heard: Vec<String> = stranger.heard().into_iter().filter(is_call).collect();
            if is_refused {
                assert!(heard.is_empty(), "{which} {error}");
                assert!(value.len() < 4 || !error.contains(&value), "{error}");
            } else {
                assert_eq!(heard.len(), 1, "{which} {error}");
                is_one_segment(target(&heard[0]), &route, FINE, &value);
            }
        }
    }
}

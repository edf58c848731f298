//! Header injection: no value that a caller, a provider or a file brings ends a line of a request, adds a header to it, a
//! parameter to its query or a field to its body.

use florin::core::{Error, IdempotencyKey, Response, RetryPolicy, Session};
use florin::{monetago, monoova, tradevest};
use florin_sandbox::Fault;
use serde_json::{Value, json};

use super::house::{House, Source};
use super::stranger::{Stranger, pairs, target, tokens};

/// What would be a line of its own, or is no text of a header.
const EVIL: [&str; 9] = [
    "a\r\nx-evil: 1",
    "a\nx-evil: 1",
    "a\rx-evil: 1",
    "a\0x-evil",
    "a\r\n\r\nGET /x-evil HTTP/1.1\r\n\r\n",
    "\u{7f}x-evil",
    "\r\n x-evil",
    "x-evil\u{1b}[2J",
    "a\u{b}x-evil",
];

fn session(stranger: &Stranger) -> Session {
    let builder = Session::builder(stranger.url())
        .bearer("a-token")
        .retry(RetryPolicy::never());
    builder.build().unwrap()
}

fn is_refused<T: std::fmt::Debug, E: std::fmt::Debug>(
    outcome: Result<Response<T>, Error<E>>,
    stranger: &Stranger,
) -> String {
    let error = outcome.unwrap_err();
    let shown = format!("{error:#} {error:?}");
    assert!(stranger.is_untouched(), "it was sent: {shown}");
    assert!(!shown.contains("x-evil"), "{shown}");
    error.to_string()
}

#[tokio::test]
async fn a_header_parameter_with_control_characters_is_not_sent() {
    let stranger = Stranger::quiet().await;
    let session = session(&stranger);
    for value in EVIL {
        let mut request = session.request(&florin_tradevest::operations::GET_WEBHOOKS);
        request.header("Requestor-ID", value);
        let outcome: Result<Response<()>, Error> = request.send_empty().await;
        let told = is_refused(outcome, &stranger);
        assert!(told.contains("Requestor-ID"), "{told}");
    }
}

/// Cut down to a byte each, or read as Latin-1, some of these would end a line. They are sent as what they are in UTF-8, of
/// which no byte does.
#[tokio::test]
async fn a_header_parameter_beyond_ascii_is_one_line_of_utf_8() {
    let stranger = Stranger::quiet().await;
    let session = session(&stranger);
    for value in [
        "é",
        "a\u{2028}x-evil: 1",
        "a\u{560d}\u{560a}x-evil: 1",
        "a\u{10d}\u{10a}x-evil: 1",
    ] {
        let mut request = session.request(&florin_tradevest::operations::GET_WEBHOOKS);
        request.header("Requestor-ID", value);
        let _: Result<Response<()>, Error> = request.send_empty().await;
        let heard = stranger.heard();
        let line = format!("requestor-id: {value}");
        let lines = heard[0]
            .split("\r\n")
            .filter(|known| known.to_lowercase().contains("requestor-id"));
        assert_eq!(lines.collect::<Vec<_>>(), [line], "{value:?}");
        assert!(!heard[0].contains("\nx-evil"), "{value:?}");
    }
}

#[tokio::test]
async fn a_requestor_that_is_no_uuid_is_not_sent_by_any_way_of_naming_one() {
    let stranger = Stranger::saying(tokens).await;
    let at = || stranger.url();
    let client = tradevest::Client::builder()
        .environment(tradevest::Environment::Custom {
            api: at(),
            auth: at(),
            prices: None,
        })
        .credentials(tradevest::Credentials::new("id", "s3cret"))
        .build()
        .unwrap();
    for value in EVIL {
        assert!(value.parse::<tradevest::RequestorId>().is_err());
        let call = client
            .api()
            .get_joint_person()
            .id("fine")
            .requestor_id(value);
        is_refused(call.send().await, &stranger);
    }
}

#[tokio::test]
async fn an_idempotency_key_is_one_word_of_ascii() {
    let stranger = Stranger::quiet().await;
    let session = session(&stranger);
    for value in EVIL.into_iter().chain(["", " ", "a b x-evil", "é x-evil"]) {
        let error = IdempotencyKey::new(value).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("x-evil"), "{error}");
        let mut request = session.request(&florin_monoova::operations::CREATE_TRANSACTION);
        request.header("Idempotency-Key", value).json(&json!({}));
        let outcome: Result<Response<()>, Error> = request.send_empty().await;
        is_refused(outcome, &stranger);
    }
}

#[tokio::test]
async fn a_session_is_not_built_with_such_a_header_and_sends_no_such_token() {
    let stranger = Stranger::quiet().await;
    for value in EVIL {
        let builder = || Session::builder(stranger.url());
        for built in [
            builder().anonymous().header("x-partner", value).build(),
            builder()
                .anonymous()
                .default_header("Requestor-ID", value)
                .build(),
            builder().api_key_header("x-api-key", value).build(),
            builder().api_key_cookie("key", value).build(),
        ] {
            let error = built.unwrap_err();
            assert!(!format!("{error} {error:?}").contains("x-evil"), "{error}");
        }
        for session in [
            builder().bearer(value),
            builder().authorization("Basic", value),
            builder().authorization(value, "fine"),
        ] {
            let session = session.build().unwrap();
            let request = session.request(&florin_tradevest::operations::GET_WEBHOOKS);
            let outcome: Result<Response<()>, Error> = request.send_empty().await;
            is_refused(outcome, &stranger);
        }
    }
}

#[tokio::test]
async fn what_a_token_endpoint_gives_for_a_token_adds_no_header() {
    for source in Source::ALL {
        let house = House::open(source).await;
        for (token, kind) in [
            ("a\r\nx-evil: 1", "Bearer"),
            ("a\0x-evil", "Bearer"),
            ("a", "Bearer\r\nx-evil: 1\r\n"),
        ] {
            for call in source.token_calls() {
                let given = json!({"access_token": token, "token_type": kind, "expires_in": 3600});
                house.misbehave(Fault::status(200).json(&given).on(call).times(9));
            }
            let before = house.asked().len();
            let failed = super::caller(&house).call().await;
            // Financeit's token call names no type, so the odd one isn't read.
            let is_unread = source == Source::Financeit && kind != "Bearer";
            assert!(failed.is_err() || is_unread, "{source:?}");
            assert!(!format!("{failed:?}").contains("x-evil"), "{failed:?}");
            assert!(house.asked().len() > before);
            // What can't be sent as it is isn't sent as something else.
            let calls = house.received().len() - house.asked().len();
            assert!(calls == 0 || is_unread, "{source:?}: {token:?} {kind:?}");
        }
        for sent in house.received() {
            assert!(sent.headers.get("x-evil").is_none(), "{source:?}");
        }
    }
}

#[tokio::test]
async fn what_stands_in_a_query_is_one_value_of_one_parameter() {
    let stranger = Stranger::quiet().await;
    let session = session(&stranger);
    for value in EVIL.into_iter().chain([
        "a&b=x-evil",
        "a=b",
        "a#x-evil",
        "a?b",
        "a+b c",
        "%0d%0ax-evil",
        "é",
        "a;b",
    ]) {
        let mut request = session.request(&florin_tradevest::operations::GET_WEBHOOKS);
        request.query("q", value);
        let _: Result<Response<()>, Error> = request.send_empty().await;
        let heard = stranger.heard();
        let line = heard[0].split("\r\n").next().unwrap();
        assert_eq!(line.split(' ').count(), 3, "{line}");
        assert!(
            !heard[0].to_lowercase().contains("\r\nx-evil"),
            "{}",
            heard[0]
        );
        let (_, query) = target(&heard[0]).split_once('?').unwrap();
        assert_eq!(pairs(query), [("q".to_owned(), value.to_owned())]);
    }
}

fn body(request: &str) -> &str {
    request.split_once("\r\n\r\n").unwrap().1
}

fn fields(request: &str) -> Vec<(String, String)> {
    pairs(body(request))
}

/// Credentials come out of files and consoles. In a form they add no field, in JSON no member.
#[tokio::test]
async fn credentials_stay_in_their_fields() {
    let stranger = Stranger::saying(tokens).await;
    let at = || stranger.url();
    let evil = "s3cret&scope=back_office&grant_type=password=\"},{+%26";

    let environment = tradevest::Environment::Custom {
        api: at(),
        auth: at(),
        prices: None,
    };
    let credentials = tradevest::Credentials::new("id", evil);
    let client = tradevest::Client::builder()
        .environment(environment)
        .credentials(credentials);
    let _ = client.build().unwrap().api().get_webhooks().send().await;
    let asked = stranger
        .heard()
        .into_iter()
        .find(|request| request.starts_with("POST"))
        .unwrap();
    let fields_of = |name: &str, fields: &[(String, String)]| -> Vec<String> {
        fields
            .iter()
            .filter(|(known, _)| known == name)
            .map(|(_, value)| value.clone())
            .collect()
    };
    let sent = fields(&asked);
    assert_eq!(fields_of("client_secret", &sent), [evil]);
    assert_eq!(fields_of("grant_type", &sent), ["client_credentials"]);
    assert!(!fields_of("scope", &sent).contains(&"back_office".to_owned()));

    let credentials = monoova::Credentials::client_website("id", evil, evil, evil);
    let client = monoova::Client::builder()
        .environment(monoova::Environment::Custom { api: at() })
        .token_url(format!("{}/token", at()))
        .credentials(credentials);
    let _ = client.build().unwrap().beneficiary(1).await;
    let asked = stranger
        .heard()
        .into_iter()
        .find(|request| request.starts_with("POST"))
        .unwrap();
    let sent = fields(&asked);
    for name in ["client_secret", "username", "password"] {
        assert_eq!(fields_of(name, &sent), [evil], "{name}");
    }
    assert_eq!(fields_of("grant_type", &sent), ["password"]);

    let credentials = monetago::ClientCredentials::new("id", evil, "audience");
    let environment = monetago::Environment::Custom {
        api: at(),
        auth: at(),
    };
    let client = monetago::Client::builder()
        .environment(environment)
        .credentials(credentials);
    let _ = client.build().unwrap().document_matches().await;
    let asked = stranger
        .heard()
        .into_iter()
        .find(|request| request.starts_with("POST"))
        .unwrap();
    let sent: Value = serde_json::from_str(body(&asked)).unwrap();
    let expected = json!({"client_id": "id", "client_secret": evil, "audience": "audience", "grant_type": "client_credentials"});
    assert_eq!(sent, expected);
}

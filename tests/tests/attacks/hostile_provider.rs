//! A provider that turns hostile, or is taken over: whatever addresses it names, of its own choice or another provider's
//! token URL, credentials and tokens stay where the client was told to send them.

use florin_sandbox::Fault;
use serde_json::{Value, json};

use super::house::{Caller, House, Source};
use super::stranger::Stranger;

/// An address wherever some standard or some API has one.
fn addresses(url: &str) -> Value {
    json!({
        "next": url, "next_page": url, "nextCursor": url, "href": url, "url": url, "location": url, "self": url,
        "links": {"next": url, "self": {"href": url}}, "_links": {"next": {"href": url}},
        "pagination": {"next": url, "next_page": url, "next_url": url},
        "download_url": url, "upload_url": url, "callback_url": url, "redirect": url,
        "token_endpoint": url, "token_url": url, "refresh_url": url, "refresh_endpoint": url, "introspection_endpoint": url,
        "iss": url, "issuer": url, "authorization_server": url, "authorization_endpoint": url, "jwks_uri": url,
        "api_url": url, "base_url": url, "api_domain": url, "instance_url": url, "scope": url, "id": url, "data": [],
    })
}

fn with_addresses(fault: Fault, url: &str) -> Fault {
    let challenge = format!(
        "Bearer realm=\"{url}\", error=\"invalid_token\", authorization_uri=\"{url}\", resource_metadata=\"{url}\", scope=\"{url}\""
    );
    fault
        .header("www-authenticate", &challenge)
        .header("location", url)
        .header("content-location", url)
        .header("link", &format!("<{url}>; rel=\"next\""))
        .header("refresh", &format!("0; url={url}"))
        .header(
            "alt-svc",
            &format!("h2=\"{}\"", url.trim_start_matches("http://")),
        )
        .header("set-cookie", "session=1; Domain=example.com")
}

struct Scene {
    house: House,
    caller: Caller,
    /// The operation that the caller calls.
    call: String,
    /// Another provider, whose token URL is named.
    other: House,
    stranger: Stranger,
}

impl Scene {
    async fn of(source: Source) -> Self {
        let house = House::open(source).await;
        let caller = super::caller(&house);
        caller.call().await.unwrap();
        let call = house
            .received()
            .pop()
            .and_then(|one| one.operation)
            .unwrap();
        let other = House::open(if source == Source::Tradevest {
            Source::MonetaGo
        } else {
            Source::Tradevest
        })
        .await;
        Self {
            house,
            caller,
            call,
            other,
            stranger: Stranger::quiet().await,
        }
    }

    fn urls(&self) -> [String; 2] {
        let token_url = match self.other.source {
            Source::Tradevest => format!(
                "{}/connect/token",
                self.other.sandbox.tradevest().auth_url()
            ),
            _ => format!("{}/oauth/token", self.other.sandbox.monetago().auth_url()),
        };
        [format!("{}/token", self.stranger.url()), token_url]
    }

    fn all_stayed(&self) {
        assert!(self.stranger.is_untouched(), "{:?}", self.house.source);
        assert!(self.other.received().is_empty(), "{:?}", self.house.source);
    }
}

#[tokio::test]
async fn a_challenge_that_names_another_token_url_is_answered_at_our_own() {
    for source in Source::ALL {
        let scene = Scene::of(source).await;
        for url in scene.urls() {
            let given = scene.house.given();
            scene
                .house
                .misbehave(with_addresses(Fault::status(401), &url).on(&scene.call));
            scene.caller.call().await.unwrap();
            assert_eq!(
                scene.house.given(),
                given + 1,
                "{source:?}: a new token, from where the first one was"
            );
        }
        scene.all_stayed();
    }
}

#[tokio::test]
async fn a_token_answer_that_names_another_token_url_changes_nothing_about_the_next_one() {
    for source in Source::ALL {
        let scene = Scene::of(source).await;
        for url in scene.urls() {
            let mut given = addresses(&url);
            given["access_token"] = json!("made-up");
            given["refresh_token"] = json!("made-up");
            given["token_type"] = json!("Bearer");
            given["expires_in"] = json!(3600);
            let first = *source.token_calls().first().unwrap();
            let fault = with_addresses(Fault::status(200).json(&given), &url);
            scene.house.misbehave(fault.on(first));
            scene.house.expire_tokens();
            // The made-up token is refused, and whoever is asked next is who was asked first.
            let _ = scene.caller.call().await;
            scene
                .caller
                .call()
                .await
                .unwrap_or_else(|error| panic!("{source:?}: {error}"));
        }
        scene.all_stayed();
    }
}

#[tokio::test]
async fn answers_full_of_addresses_lead_nowhere() {
    for source in Source::ALL {
        let scene = Scene::of(source).await;
        for url in scene.urls() {
            for status in [
                200, 201, 202, 204, 300, 304, 400, 403, 404, 409, 429, 500, 503,
            ] {
                let mut fault = with_addresses(Fault::status(status), &url);
                if status != 204 && status != 304 {
                    fault = fault.json(&addresses(&url));
                }
                scene.house.misbehave(fault.on(&scene.call));
                // Whether that is an answer is the client's to say, and the fault is over if it asks again.
                let _ = scene.caller.call().await;
            }
        }
        scene.caller.call().await.unwrap();
        scene.all_stayed();
    }
}

//! The authorization code flow: states that are replayed, foreign or forged, codes that are injected, and two providers mixed
//! up.

use florin::oauth::{AuthorizationCodeFlow, ExchangeError, PendingHandle, Redirect};
use florin_sandbox::Sandbox;
use florin_sandbox::financeit::Options;
use florin_tests::financeit::{browser, office};

use super::stranger::{Stranger, pairs, tokens};

/// A parameter of a URL's query.
pub(crate) fn parameter(url: &str, name: &str) -> Option<String> {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    pairs(query)
        .into_iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value)
}

async fn sandbox() -> Sandbox {
    Sandbox::builder()
        .financeit(Options::default())
        .start()
        .await
        .unwrap()
}

fn exchanges(sandbox: &Sandbox) -> usize {
    sandbox.financeit().received_by("exchange_code").len()
}

/// An authorisation that the user has answered: what was stored, and the redirect.
struct Answered {
    stored: serde_json::Value,
    back: String,
}

impl Answered {
    async fn by(flow: &AuthorizationCodeFlow) -> Self {
        let pending = flow.authorize_url();
        let back = browser::authorise(pending.url()).await.unwrap();
        Self {
            stored: serde_json::to_value(pending.into_handle()).unwrap(),
            back,
        }
    }

    async fn finish(
        &self,
        flow: &AuthorizationCodeFlow,
        redirect: &str,
    ) -> Result<(), ExchangeError> {
        let handle: PendingHandle = serde_json::from_value(self.stored.clone()).unwrap();
        let pending = flow.resume(handle);
        pending
            .finish(Redirect::parse(redirect).unwrap())
            .await
            .map(drop)
    }

    fn code(&self) -> String {
        parameter(&self.back, "code").unwrap()
    }

    fn state(&self) -> String {
        parameter(&self.back, "state").unwrap()
    }
}

#[tokio::test]
async fn a_state_that_is_replayed_is_exchanged_once_whatever_code_comes_with_it() {
    let sandbox = sandbox().await;
    let flow = office::flow(&sandbox).build().unwrap();
    let answered = Answered::by(&flow).await;
    answered.finish(&flow, &answered.back).await.unwrap();
    let other = Answered::by(&flow).await;
    let replays = [
        answered.back.clone(),
        format!("?code={}&state={}", other.code(), answered.state()),
    ];
    for redirect in replays {
        let outcome = answered.finish(&flow, &redirect).await;
        assert!(
            matches!(outcome, Err(ExchangeError::AlreadyExchanged)),
            "{outcome:?}"
        );
    }
    assert_eq!(exchanges(&sandbox), 1);
}

#[tokio::test]
async fn a_redirect_of_another_session_a_foreign_error_and_a_guess_are_refused_and_do_no_harm() {
    let sandbox = sandbox().await;
    let flow = office::flow(&sandbox).build().unwrap();
    let (ours, theirs) = (Answered::by(&flow).await, Answered::by(&flow).await);
    let state = ours.state();
    for redirect in [
        theirs.back.clone(),
        format!("?code={}&state={}", ours.code(), theirs.state()),
        format!("?error=access_denied&state={}", theirs.state()),
        format!("?code={}&state={}x", ours.code(), state),
        format!("?code={}&state={}", ours.code(), &state[..state.len() - 1]),
        format!("?code={}&state={}", ours.code(), state.to_uppercase() + "."),
        format!("?code={}&state=%00{}", ours.code(), state),
    ] {
        let outcome = ours.finish(&flow, &redirect).await;
        assert!(
            matches!(outcome, Err(ExchangeError::WrongState)),
            "{redirect}: {outcome:?}"
        );
    }
    assert_eq!(exchanges(&sandbox), 0);
    ours.finish(&flow, &ours.back).await.unwrap();
}

#[tokio::test]
async fn a_redirect_that_says_something_twice_says_nothing() {
    for redirect in [
        "?code=a&code=b&state=s",
        "?code=a&state=s&state=t",
        "?code=a&state=s&state=s",
        "?code=a&state=s&error=access_denied",
        "?error=a&error=b&state=s",
        "?code=a&state=s&iss=https%3A%2F%2Fa.example&iss=https%3A%2F%2Fb.example",
        "?c%6fde=a&code=b&state=s",
    ] {
        assert!(Redirect::parse(redirect).is_err(), "{redirect}");
    }
}

/// The attacker has authorised himself, and brings his code under the victim's state: then the victim would work on the
/// attacker's account.
#[tokio::test]
async fn an_injected_code_does_not_fit_the_challenge_of_our_own_authorisation() {
    let sandbox = sandbox().await;
    let flow = office::flow(&sandbox).build().unwrap();
    let (victim, attacker) = (Answered::by(&flow).await, Answered::by(&flow).await);
    let injected = format!("?code={}&state={}", attacker.code(), victim.state());
    let outcome = victim.finish(&flow, &injected).await;
    assert!(
        matches!(&outcome, Err(ExchangeError::Token(error)) if error.to_string().contains("invalid_grant")),
        "{outcome:?}"
    );
    assert_eq!(sandbox.financeit().tokens_issued(), 0);
}

#[tokio::test]
async fn every_authorisation_asks_for_proof_of_its_own_by_sha_256() {
    let sandbox = sandbox().await;
    let flow = office::flow(&sandbox).build().unwrap();
    let (one, two) = (flow.authorize_url(), flow.authorize_url());
    for pending in [&one, &two] {
        assert_eq!(
            parameter(pending.url(), "code_challenge_method").as_deref(),
            Some("S256")
        );
    }
    for name in ["code_challenge", "state"] {
        let (one, two) = (
            parameter(one.url(), name).unwrap(),
            parameter(two.url(), name).unwrap(),
        );
        assert!(one != two && one.len() >= 22, "{name}: at least 128 bits");
    }
}

fn flow_at(token_host: &Stranger, issuer: Option<&str>) -> AuthorizationCodeFlow {
    let builder = AuthorizationCodeFlow::builder()
        .client("id", "s3cret")
        .authorize_url("https://provider.example/authorize")
        .token_url(format!("{}/token", token_host.url()))
        .redirect_url("https://shop.example/granted");
    match issuer {
        Some(issuer) => builder.issuer(issuer).build().unwrap(),
        None => builder.build().unwrap(),
    }
}

/// A hostile provider passes the user on to an honest one, with the state of its own authorisation, so that the honest one's
/// code would be brought to the hostile one's token endpoint.
#[tokio::test]
async fn two_providers_that_are_mixed_up_are_told_apart_by_their_issuers() {
    let (honest, hostile) = ("https://honest.example", "https://hostile.example");
    let token_host = Stranger::saying(tokens).await;
    let flow = flow_at(&token_host, Some(hostile));
    let iss = |issuer: &str| format!("&iss={}", issuer.replace(':', "%3A").replace('/', "%2F"));
    for named in [
        iss(honest),
        String::new(),
        "&iss=".to_owned(),
        iss("https://hostile.example/"),
        iss("https://HOSTILE.example"),
        iss("http://hostile.example"),
    ] {
        for word in ["code=c0de", "error=access_denied"] {
            let pending = flow.authorize_url();
            let state = parameter(pending.url(), "state").unwrap();
            let redirect = Redirect::parse(&format!("?{word}&state={state}{named}")).unwrap();
            let outcome = pending.finish(redirect).await.map(drop);
            assert!(
                matches!(outcome, Err(ExchangeError::WrongIssuer)),
                "{named}: {outcome:?}"
            );
        }
    }
    let pending = flow.authorize_url();
    let state = parameter(pending.url(), "state").unwrap();
    let outcome = pending.exchange("c0de", &state).await.map(drop);
    assert!(
        matches!(outcome, Err(ExchangeError::WrongIssuer)),
        "a code alone doesn't say whose it is: {outcome:?}"
    );
    assert!(token_host.is_untouched());

    let pending = flow.authorize_url();
    let state = parameter(pending.url(), "state").unwrap();
    let redirect = Redirect::parse(&format!("?code=c0de&state={state}{}", iss(hostile))).unwrap();
    let _ = pending.finish(redirect).await.unwrap();
    assert_eq!(token_host.heard().len(), 1);
    // A flow that knows no issuer takes a redirect that names one.
    let pending = flow_at(&token_host, None).authorize_url();
    let state = parameter(pending.url(), "state").unwrap();
    let redirect = Redirect::parse(&format!("?code=c0de&state={state}{}", iss(honest))).unwrap();
    let _ = pending.finish(redirect).await.unwrap();
}

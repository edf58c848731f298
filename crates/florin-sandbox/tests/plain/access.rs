//! Who may call is as the spec says.

use florin_sandbox::Fault;
use florin_sandbox::plain::{API_KEY, CLIENT_ID, CLIENT_SECRET, PASSWORD, USERNAME};
use reqwest::{Client, Method};
use serde_json::Value;

use super::Harbour;

async fn token(harbour: &Harbour, secret: &str) -> (u16, Value) {
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", CLIENT_ID),
        ("client_secret", secret),
    ];
    let request = Client::new().post(harbour.plain().token_url()).form(&form);
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test]
async fn either_of_two_schemes_does() {
    let harbour = Harbour::open().await;
    let get = |query: &str| harbour.request(Method::GET, &format!("/payments{query}"));
    assert_eq!(harbour.said(get("")).await.0, 401);
    assert_eq!(harbour.said(get("?api_key=other")).await.0, 401);
    assert_eq!(
        harbour.said(get(&format!("?api_key={API_KEY}"))).await.0,
        200
    );
    let (status, given) = token(&harbour, CLIENT_SECRET).await;
    assert_eq!((status, harbour.plain().tokens_issued()), (200, 1));
    let given = given["access_token"].as_str().unwrap().to_owned();
    assert_eq!(harbour.said(get("").bearer_auth(&given)).await.0, 200);
    harbour.plain().misbehave(Fault::expired_token()).unwrap();
    assert_eq!(harbour.said(get("").bearer_auth(&given)).await.0, 401);
    assert_eq!(harbour.said(get("").bearer_auth(&given)).await.0, 401);
    assert_eq!(token(&harbour, "wrong").await.0, 401);
    assert!(harbour.plain().token_url().ends_with("/oauth/token"));
}

#[tokio::test]
async fn two_schemes_together_are_both_wanted() {
    let harbour = Harbour::open().await;
    let path = "/payments/6f1c2d3e-4a5b-4c6d-8e7f-000000000001.pdf/;rows=1";
    let get = || harbour.request(Method::GET, path);
    let cookie = format!("pass={API_KEY}");
    assert_eq!(harbour.said(get().header("cookie", &cookie)).await.0, 401);
    let user = || get().basic_auth(USERNAME, Some(PASSWORD));
    assert_eq!(harbour.said(user()).await.0, 401);
    assert_eq!(harbour.said(user().header("cookie", &cookie)).await.0, 302);
}

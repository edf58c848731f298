//! Clients of different providers, users and environments that share a store which can't tell keys apart: no token of one
//! is sent by another.

use std::pin::Pin;

use florin::core::{MemoryStore, Token, TokenStore, TokenStoreError};
use florin::monetago::ClientCredentials;
use florin_sandbox::Received;
use florin_sandbox::monetago::Lender;
use florin_tests::monetago::lender;

use super::house::{House, Source};

/// One place for all keys: a file of a fixed name, a table without the column, a prefix that cuts off.
#[derive(Clone, Debug, Default)]
pub(crate) struct OneSlot(MemoryStore);

type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, TokenStoreError>> + Send + 'a>>;

impl TokenStore for OneSlot {
    fn load<'a>(&'a self, _: &'a str) -> Answer<'a, Option<Token>> {
        self.0.load("token")
    }

    fn save<'a>(&'a self, _: &'a str, token: &'a Token) -> Answer<'a, ()> {
        self.0.save("token", token)
    }
}

fn refused(received: &[Received]) -> usize {
    let is_refused = |one: &&Received| {
        one.answered
            .is_some_and(|status| status == 401 || status == 403)
    };
    received.iter().filter(is_refused).count()
}

#[tokio::test]
async fn no_provider_is_sent_the_token_of_another_whatever_the_store_mixes_up() {
    let store = OneSlot::default();
    let mut houses = Vec::new();
    for source in Source::ALL {
        houses.push(House::open(source).await);
    }
    for _ in 0..2 {
        for house in &houses {
            let caller = house.facts().caller(house.source, store.clone(), None);
            caller.call().await.unwrap();
        }
    }
    for house in &houses {
        assert_eq!(
            refused(&house.received()),
            0,
            "{:?} was sent a stranger's token",
            house.source
        );
        for call in house.asked() {
            // Nor is a stranger's refresh token traded in.
            let body = String::from_utf8_lossy(&call.body).into_owned();
            assert!(!body.contains("refresh"), "{:?}: {body}", house.source);
        }
    }
}

#[tokio::test]
async fn two_lenders_of_one_provider_send_their_own_tokens() {
    let store = OneSlot::default();
    let house = House::open(Source::MonetaGo).await;
    let mut used = Vec::new();
    for who in [Lender::First, Lender::Second, Lender::First] {
        let builder = lender::builder(&house.sandbox, who).unwrap();
        let client = builder.token_store(store.clone()).build().unwrap();
        client.document_matches().await.unwrap();
        let sent = house.received().pop().unwrap();
        used.push(sent.header("authorization").unwrap().to_owned());
    }
    assert_ne!(used[0], used[1]);
    assert_ne!(used[1], used[2]);
}

#[tokio::test]
async fn a_token_for_another_audience_is_not_used() {
    let store = MemoryStore::default();
    let house = House::open(Source::MonetaGo).await;
    let known = house.sandbox.monetago().lender(Lender::First);
    let client = |audience: &str| {
        let builder = lender::builder(&house.sandbox, Lender::First).unwrap();
        let credentials =
            ClientCredentials::new(&known.client_id, known.client_secret.as_str(), audience);
        builder
            .credentials(credentials)
            .token_store(store.clone())
            .build()
            .unwrap()
    };
    client(&known.audience).document_matches().await.unwrap();
    let other = client("https://another.example/").document_matches().await;
    assert!(
        other.is_err(),
        "the sandbox gives no token for that, and ours is for something else"
    );
    assert_eq!(house.asked().len(), 2);
}

//! Every call there is, with the mark in it wherever a caller can put one, and all that comes of it.

use std::time::Duration;

use florin::core::IdempotencyKey;
use florin::monoova::{Client, Currency, Error, Items, Listing, RateQuery, Status, Until};

use super::marked;
use super::said::{MARK, REFERENCE, Said};

async fn list<T: Send + Unpin + std::fmt::Debug + 'static>(
    said: &mut Said,
    list: impl Fn() -> Listing<T>,
) {
    said.debug(&list());
    said.outcome(list().page(1).await);
    said.debug(&list().pages());
    let mut items: Items<T> = list().items();
    for _ in 0..2 {
        if let Some(next) = items.next().await {
            said.outcome(next);
        }
    }
    said.debug(&items);
}

/// All of it.
pub(crate) async fn everything(said: &mut Said, client: &Client) {
    said.debug(client);
    list(said, || client.countries()).await;
    list(said, || client.currencies()).await;
    list(said, || client.transaction_reasons()).await;
    list(said, || client.remuneration_types()).await;
    list(said, || client.beneficiaries()).await;
    list(said, || client.sub_customers()).await;
    list(said, || client.transactions()).await;
    said.outcome(client.held_funds(Currency::code("USD")).await);
    let pair = RateQuery::new(Currency::code("AUD"), Currency::code("USD"));
    said.debug(&pair);
    said.outcome(client.rate(&pair).await);
    said.outcome(client.beneficiary(9).await);
    said.outcome(client.sub_customer(9).await);

    let beneficiary = marked::beneficiary();
    said.debug(&beneficiary);
    said.outcome(client.create_beneficiary(&beneficiary).await);
    let broken = beneficiary.field("email", MARK);
    said.outcome(client.create_beneficiary(&broken).await);
    for sub_customer in marked::sub_customers() {
        said.debug(&sub_customer);
        said.outcome(client.create_sub_customer(&sub_customer).await);
        let broken = sub_customer.field("name", MARK);
        said.outcome(client.create_sub_customer(&broken).await);
    }
    let order = marked::order();
    said.debug(&order);
    for order in marked::unsendable() {
        said.debug(&order);
        let refused = client.create_transaction(&order).await;
        assert!(refused.as_ref().is_err_and(Error::is_invalid_request));
        said.outcome(refused);
    }
    said.outcome(client.create_transaction(&order).await);
    let referenced = || client.create_transaction(&order).reference(REFERENCE);
    said.debug(&referenced());
    said.outcome(referenced().await);
    said.outcome(referenced().await);
    // Another request under the same reference, and a key besides.
    let other = client.create_beneficiary(&marked::beneficiary());
    said.outcome(other.reference(REFERENCE).await);
    let key = IdempotencyKey::new("a-key-of-my-own").unwrap();
    said.outcome(referenced().key(key).await);

    let deal = client.deal(7);
    said.debug(&(&deal, deal.handle()));
    said.outcome(deal.read().await);
    said.outcome(deal.update([marked::payment()]).await);
    said.outcome(deal.confirm().await);
    said.outcome(deal.allocate().reference(REFERENCE).await);
    let until = Until::reached(Status::PartiallySettled);
    let poller = deal.poller(until).deadline(Duration::from_secs(1));
    said.debug(&poller);
    said.outcome(poller.await);
}

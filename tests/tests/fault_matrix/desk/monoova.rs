//! A back office at Monoova that acts for the first user.

use florin::monoova::{Amount, Client, Credentials, Currency, Environment, Order, Payment};
use florin_sandbox::Sandbox;
use florin_sandbox::monoova::{Monoova, User};

use crate::strike::Strike;

pub(crate) struct Desk {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: Client,
}

impl Desk {
    /// With a token.
    pub(crate) async fn open(strike: &Strike) -> Self {
        let desk = Self::without_token(strike).await;
        desk.client
            .countries()
            .pages()
            .next()
            .await
            .unwrap()
            .unwrap();
        desk
    }

    pub(crate) async fn without_token(strike: &Strike) -> Self {
        let sandbox = Sandbox::builder()
            .clock(&strike.clock)
            .start()
            .await
            .unwrap();
        let known = sandbox.monoova().back_office();
        let api = sandbox.monoova().api_url();
        let builder = Client::builder()
            .environment(Environment::Custom { api })
            .token_url(sandbox.monoova().token_url())
            .credentials(Credentials::back_office(
                known.client_id,
                known.client_secret,
            ))
            .user_id(User::First.id());
        let builder = builder.limits(strike.limits()).retry(strike.retry());
        let client = builder.build().unwrap();
        Self { sandbox, client }
    }

    pub(crate) fn stand_in(&self) -> &Monoova {
        self.sandbox.monoova()
    }

    /// Buys so many US dollars and pays them all to somebody whom the user knows.
    pub(crate) fn order(&self, amount: &str) -> Order {
        let beneficiary = self.stand_in().beneficiary(User::First, "USD").unwrap();
        let amount = amount.parse().unwrap();
        let (sell, buy) = (Currency::code("AUD"), Currency::code("USD"));
        Order::new(sell, buy, Amount::Buy(amount)).payment(Payment::new(beneficiary, amount))
    }
}

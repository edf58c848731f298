//! Paying out.

use florin_core::Decimal;
use florin_tradevest::types;

use crate::tradevest::{Client, Create};

impl Client {
    /// Pays out of a cash account: by SEPA, in euros with two decimals at most, to the customer's reference account (second hand).
    ///
    /// ```no_run
    /// # async fn f(tradevest: florin::tradevest::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use florin::tradevest::{Goal, Outcome};
    ///
    /// let pay_out = tradevest.pay_out("id of the cash account", "125.50".parse()?, "March");
    /// println!("about to pay out under {:?}", pay_out.external_id()); // write it down
    /// let transfer = pay_out.await?;
    /// match transfer.poller(Goal::Processed).await? {
    ///     Outcome::Reached(_) => println!("paid"),
    ///     Outcome::Rejected { reason, .. } => println!("refused: {reason:?}"),
    ///     other => println!("{other:?}"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// It is a [`create_transfer`](Self::create_transfer), whose body is a guess: give that one another body where Tradevest has
    /// told you better. An amount of nothing or less, or with more decimals, is refused before anything is sent, and so are an empty
    /// account, and a reference that is empty or has more than 140 characters.
    ///
    /// What can be paid out is the account's `withdrawableBalance`. **It is sent once.** That an external id keeps a transfer from
    /// being made twice is documented, and in which field it stands isn't. So look at the account's balance and its notifications
    /// after a failure in doubt, and send it again only once you know that nothing came of it.
    pub fn pay_out(
        &self,
        customer_product_id: impl Into<String>,
        amount: Decimal,
        reference: impl Into<String>,
    ) -> Create<types::TransferDetails> {
        let reference = reference.into();
        let is_nothing = reference.trim().is_empty();
        let (reference, is_too_long) = match reference.parse() {
            Ok(reference) => (Some(reference), false),
            Err(_) => (None, true),
        };
        let problem = if amount <= Decimal::ZERO {
            Some("the amount isn't more than nothing")
        } else if amount.as_rust_decimal().normalize().scale() > 2 {
            Some("the amount has more than two decimals; round it yourself")
        } else if is_nothing {
            Some("the reference is empty; say what it is for")
        } else if is_too_long {
            Some("the reference has more than 140 characters; shorten it")
        } else {
            None
        };
        let transfer = types::TransferData {
            amount: Some(amount),
            customer_product_id: Some(customer_product_id.into()),
            reference,
            ..types::TransferData::default()
        };
        self.create_transfer(transfer)
            .refused_for(problem.map(str::to_owned))
    }
}

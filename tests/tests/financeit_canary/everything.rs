//! Every call there is, with the mark in it wherever a caller can put one, and all that comes of it.

use std::time::Duration;

use florin::financeit::types::{
    DirectInviteCustomParams, DirectInviteRequest, LoanAccessLinkRequest, PartnerAccessLinkRequest,
};
use florin::financeit::{Calculation, Client, LoansQuery};
use florin_tests::financeit::invite;
use serde_json::json;

use super::said::{MARK, Said};

pub(crate) fn marked_invite() -> DirectInviteRequest {
    DirectInviteRequest {
        email: Some(format!("{MARK}@example.com")),
        first_name: Some(MARK.into()),
        last_name: Some(MARK.into()),
        message: Some(MARK.try_into().unwrap()),
        custom_params: Some(DirectInviteCustomParams {
            lead_id: Some(1),
            redirect_url: Some(format!("https://shop.example/{MARK}").try_into().unwrap()),
            extra: [("name".to_owned(), json!(MARK))].into_iter().collect(),
        }),
        ..invite::by_email()
    }
}

fn marked_link() -> PartnerAccessLinkRequest {
    let fields = || [("name".to_owned(), json!(MARK))].into_iter().collect();
    PartnerAccessLinkRequest {
        lead_id: 1,
        partner_id: Some(1),
        email: Some(MARK.into()),
        custom_params: fields(),
        borrower: fields(),
        contacts: vec![fields()],
    }
}

/// All of it.
pub(crate) async fn everything(said: &mut Said, client: &Client) {
    said.debug(client);
    let message = marked_invite();
    said.debug(&message);
    said.outcome(client.invite(&message).await);
    for broken in [MARK.to_owned(), format!("{MARK}@a@b")] {
        let mut message = marked_invite();
        message.email = Some(broken.clone());
        said.outcome(client.invite(&message).await);
        message = marked_invite();
        message.mobile_number = Some(broken);
        said.outcome(client.invite(&message).await);
    }
    said.outcome(client.calculate(&Calculation::new(1)).await);
    said.outcome(client.promo_programs(&Default::default()).await.map(|_| ()));
    said.outcome(client.subverticals(&Default::default()).await.map(|_| ()));
    let loan = client.loan(7);
    said.debug(&loan);
    said.outcome(loan.read().await);
    let poller = loan.poller().deadline(Duration::from_secs(1));
    said.debug(&poller);
    said.outcome(poller.await);
    said.outcome(client.loan_for_lead(1, None).await);
    let mut loans = client.loans(LoansQuery::default());
    said.debug(&loans);
    for _ in 0..3 {
        if let Some(next) = loans.next().await {
            said.outcome(next);
        }
    }
    said.outcome(client.partners().await);
    said.outcome(client.partner(7).await);
    said.outcome(client.commission_totals(7, None, None).await);
    let mut link = LoanAccessLinkRequest::builder()
        .loan_id(7)
        .try_into()
        .unwrap();
    let LoanAccessLinkRequest { extra, .. } = &mut link;
    extra.insert("email".to_owned(), json!(MARK));
    said.debug(&link);
    said.outcome(client.loan_access_link(&link).await);
    let link = marked_link();
    said.debug(&link);
    said.outcome(client.partner_access_link(&link).await);
}

//! Invites, as small as they can be.

use florin::financeit::types::{DirectInviteCustomParams, DirectInviteRequest, SendVia};

/// An invite that says how it goes out, and nothing else.
#[must_use]
pub const fn bare(send_via: SendVia) -> DirectInviteRequest {
    DirectInviteRequest {
        amortization: None,
        custom_params: None,
        email: None,
        first_name: None,
        language: None,
        last_name: None,
        message: None,
        mobile_number: None,
        partner_id: None,
        payment_frequency: None,
        promo_program_id: 0,
        requested_amount: None,
        send_via,
        use_max_amortization: None,
        vertical_name: None,
    }
}

/// An invite by e-mail with what that needs.
#[must_use]
pub fn by_email() -> DirectInviteRequest {
    DirectInviteRequest {
        email: Some("robin.exemple@example.com".to_owned()),
        ..bare(SendVia::Email)
    }
}

/// The same, with a lead that the loan is found by.
#[must_use]
pub fn for_lead(lead_id: i64) -> DirectInviteRequest {
    DirectInviteRequest {
        custom_params: Some(DirectInviteCustomParams {
            lead_id: Some(lead_id),
            ..DirectInviteCustomParams::default()
        }),
        ..by_email()
    }
}

//! Financeit: each generated operation with all its parameters.

use florin::core::Decimal;
use florin_financeit::{Client, types};

use crate::call::calls;

calls! {
    Client;
    create_user_oauth_token() sends types::CreateUserOauthTokenRequest;
    calculate_loan_options(
        amortization: i64, fee_paid_by: types::FeePaidBy, insurance: types::YesNo, partner_id: i64,
        payment_frequency: types::PaymentFrequency, promo_program_id: i64, region_code: types::RegionCode,
        requested_amount: Decimal, vertical_name: types::VerticalName, work_site_quebec: types::YesNo
    );
    send_direct_invite() sends types::DirectInviteRequest;
    list_loans(
        end: String, limit: u64, page: u64, partner: i64, start: String, state: types::LoanStateFilter
    );
    get_loan_id_by_lead_id(lead_id: i64, partner_id: i64);
    get_loan(id: i64);
    list_partners();
    get_partner(id: i64);
    get_partner_commission_totals(id: i64, earned_end_date: String, earned_start_date: String);
    list_promo_programs(loan_id: i64, partner_id: i64, vertical_name: types::VerticalName);
    create_loan_access_link() sends types::LoanAccessLinkRequest;
    create_partner_access_link() sends types::PartnerAccessLinkRequest;
    list_subverticals(partner_id: i64, vertical_name: types::VerticalName);
}

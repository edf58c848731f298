//! Nemuru: each generated operation with all its parameters.

use florin::core::Decimal;
use florin_nemuru::{Client, types};

use crate::call::calls;

calls! {
    Client;
    get_agent_profile();
    login() sends types::LoginRequest;
    refresh_token() sends types::RefreshTokenRequest;
    create_loan() sends types::CreateLoanRequest;
    perform_loan_operation() sends types::LoanOperationRequest;
    get_loan_conditions(agent_id: String, currency: String, principal: Decimal, term: i64);
    get_loan(loan_id: String);
    list_files(loan_id: String);
    upload_files(loan_id: String) sends types::UploadFilesRequest;
    list_webhooks();
    create_webhook() sends types::WebhookRequest;
    get_webhook(id: String);
    update_webhook(id: String) sends types::WebhookRequest;
}

//! Monoova: each generated operation with all its parameters.

use florin::core::decimal_string::DecimalString;
use florin_monoova::{Client, types};

use crate::call::{Key, calls};

calls! {
    Client;
    list_beneficiaries(currency_code: String, currency_id: i64, page: u64, page_size: u64, user_id: i64);
    create_beneficiary(user_id: i64, idempotency_key: Key) sends types::CreateBeneficiaryRequest;
    get_beneficiary(id: i64);
    list_countries(page: u64, page_size: u64);
    list_currencies(page: u64, page_size: u64);
    create_access_token() sends types::TokenRequest;
    get_rate(
        base_currency_amount: DecimalString, base_currency_code: String, base_currency_id: i64,
        counter_currency_amount: DecimalString, counter_currency_code: String, counter_currency_id: i64,
        user_id: i64
    );
    list_remuneration_types(page: u64, page_size: u64);
    list_sub_customers(page: u64, page_size: u64, user_id: i64);
    create_sub_customer(user_id: i64, idempotency_key: Key) sends types::CreateSubCustomerRequest;
    get_sub_customer(id: i64);
    list_transaction_reasons(page: u64, page_size: u64);
    list_transactions(page: u64, page_size: u64, user_id: i64);
    create_transaction(user_id: i64, idempotency_key: Key) sends types::CreateTransactionRequest;
    get_transaction(id: i64);
    update_transaction(id: i64, idempotency_key: Key) sends types::UpdateTransactionRequest;
    confirm_transaction(id: i64, idempotency_key: Key);
    confirm_transaction_payments(id: i64, idempotency_key: Key);
}

//! Products, orders of all kinds, strategies and money.

use florin::tradevest::types;

use super::call::{Call, call};
use super::id;

/// Each of them, once.
#[must_use]
pub fn all() -> Vec<Call> {
    vec![
        call!(get_product_definitions() => one "product_definitions"),
        call!(get_product_fees(product_code: "WALLET") => list "partner_fee"),
        call!(get_customer_products(
            customer_id: id::CUSTOMER, product_type: "CASH", product_code: "WALLET", status: "RECEIVED",
            iban: "DE00CANARY7F3A00000001"
        ) => list "customer_product"),
        call!(create_customer_product(
            customer_id: id::CUSTOMER
        ) sends types::CustomerProductData => made "customerProductId"),
        call!(get_customer_product(customer_product_id: id::CUSTOMER_PRODUCT) => one "customer_product"),
        call!(update_customer_product(
            customer_product_id: id::CUSTOMER_PRODUCT
        ) sends types::CustomerProductUpdate => nothing),
        call!(get_ex_ante_cost() sends types::ExAnteCostData => one "ex_ante_cost_result"),
        call!(update_trading_order(
            order_id: id::ORDER
        ) sends types::TradingOrderUpdate => one "modification_result"),
        call!(cancel_trading_order(order_id: id::ORDER) => one "modification_result"),
        call!(accept_digital_quote() sends types::QuoteOrderData => made "orderId"),
        call!(create_digital_market_order() sends types::OrderData => made "orderId"),
        call!(get_digital_orders(
            customer_product_id: id::CUSTOMER_PRODUCT, cursor: "c-2", limit: 50_u64,
            external_id: "own 4711", start_created_on: "2026-03-01T00:00:00Z",
            end_created_on: "2026-04-01T00:00:00Z"
        ) => page "digital_assets_order"),
        call!(get_digital_order(order_id: id::ORDER) => one "digital_assets_order"),
        call!(get_digital_order_receipt(order_id: id::ORDER) => file),
        call!(get_digital_changelog(
            item_id: id::ITEM, changelog_item_type: "CUSTOMER", cursor: "c-2", limit: 50_u64,
            order_direction: "ASC", start_date: "2026-03-01T00:00:00Z", end_date: "2026-04-01T00:00:00Z"
        ) => page "changelog_entry"),
        call!(create_wawex_market_order() sends types::WawexMarketOrderData => made "orderId"),
        call!(get_wawex_order(id: id::ORDER) => one "wawex_order"),
        call!(create_corporate_action_instruction(
            corporate_action_id: id::CORPORATE_ACTION
        ) sends types::CorporateActionInstructionData => one "corporate_action_instruction_result"),
        call!(get_strategies(cursor: "c-2", limit: 50_u64) => page "strategy"),
        call!(create_strategy() sends types::StrategyData => made "strategyId"),
        call!(get_strategy_by_customer_product(customer_product_id: id::CUSTOMER_PRODUCT) => one "strategy"),
        call!(get_transaction(transaction_id: id::TRANSACTION) => one "transaction_traditional"),
        call!(create_transfer() sends types::TransferData => made "transferId"),
        call!(get_transfer(transfer_id: id::TRANSFER) => one "transfer_details"),
        call!(create_test_incoming_transfer() sends types::TestIncomingTransferData => nothing),
    ]
}

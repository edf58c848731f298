//! Answers that come in an envelope or without one, read in one place.

use florin_core::{AsSent, Error as CoreError, Operation, Response};
use florin_monoova::types;

use super::Error;

/// The transaction of an answer: the one in the envelope, else the answer itself.
///
/// # Errors
/// Where it is neither: an answer without an identifier. A write may have been carried out then.
pub(super) fn transaction(
    operation: &'static Operation,
    answer: &Response<types::TransactionResponse>,
) -> Result<types::Transaction, Error> {
    let found = match &answer.transaction {
        Some(transaction) => transaction.clone(),
        None => bare_transaction(answer),
    };
    match identifier(found.id.as_ref()) {
        Some(_) => Ok(found),
        None => Err(unusable(operation, answer, "transaction")),
    }
}

/// The beneficiary of an answer: the one in the envelope, else the answer itself.
///
/// # Errors
/// As [`transaction`].
pub(super) fn beneficiary(
    operation: &'static Operation,
    answer: &Response<types::BeneficiaryResponse>,
) -> Result<types::Beneficiary, Error> {
    let found = match &answer.beneficiary {
        Some(beneficiary) => beneficiary.clone(),
        None => bare_beneficiary(answer),
    };
    match identifier(found.id.as_ref()) {
        Some(_) => Ok(found),
        None => Err(unusable(operation, answer, "beneficiary")),
    }
}

/// The identifier of something, where it is one.
pub(super) fn identifier(id: Option<&AsSent<i64>>) -> Option<i64> {
    id.and_then(AsSent::value).copied()
}

fn unusable<T>(operation: &Operation, answer: &Response<T>, what: &str) -> Error {
    let message = format!(
        "it holds no {what} with an identifier, neither under {what} nor as the answer itself"
    );
    CoreError::unusable_answer(operation, message).with_answer(answer)
}

fn bare_transaction(answer: &types::TransactionResponse) -> types::Transaction {
    let answer = answer.clone();
    types::Transaction {
        base_currency: answer.base_currency,
        base_currency_amount: answer.base_currency_amount,
        counter_currency: answer.counter_currency,
        counter_currency_amount: answer.counter_currency_amount,
        created_date: answer.created_date,
        exchange_rate: answer.exchange_rate,
        fees: answer.fees,
        id: answer.id,
        payments: answer.payments,
        receipt_account: answer.receipt_account,
        receipt_amount: answer.receipt_amount,
        status: answer.status,
        status_label: answer.status_label,
        updated_date: answer.updated_date,
        value_date: answer.value_date,
        extra: answer.extra,
    }
}

fn bare_beneficiary(answer: &types::BeneficiaryResponse) -> types::Beneficiary {
    let answer = answer.clone();
    types::Beneficiary {
        bank_account: answer.bank_account,
        country: answer.country,
        created_date: answer.created_date,
        currency: answer.currency,
        id: answer.id,
        name: answer.name,
        status: answer.status,
        status_label: answer.status_label,
        updated_date: answer.updated_date,
        extra: answer.extra,
    }
}

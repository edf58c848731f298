//! Transfers in and out, and the transaction history.

use serde_json::{Value, json};

use super::amount::Amount;
use super::kind::Kind;
use super::objects::Event;
use super::orders::Trade;
use super::verdict::Verdict;
use super::world::{New, Reply, World, accepted, created, ok};
use super::{problem, products, view};
use crate::contract::Checked;

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    Some(match operation {
        "create_transfer" => pay_out(world, &request.body),
        "get_transfer" => world
            .get(Kind::Transfer, request.path("transferId"))
            .map(|transfer| ok(&json!({ "transfer": view::object(transfer) }))),
        "create_test_incoming_transfer" => pay_in(world, &request.body),
        "get_transaction" => world.show(Kind::Transaction, request.path("transactionId")),
        _ => return None,
    })
}

fn pay_out(world: &mut World, body: &Value) -> Reply {
    if !body["customerProductId"].is_string() {
        return Err(problem::wrong("/customerProductId", "is required"));
    }
    match Amount::of(&body["amount"]) {
        Some(amount) if amount.cents() == amount => {}
        Some(_) => {
            return Err(problem::wrong(
                "/amount",
                "has more than two digits behind the point",
            ));
        }
        None => return Err(problem::wrong("/amount", "is required")),
    }
    let mut new = New::of(Kind::Transfer, body).with("direction", "OUTGOING");
    let product = body["customerProductId"].as_str().unwrap_or_default();
    if let Some(product) = world.objects.get(Kind::CustomerProduct, product) {
        new = new.with("customerId", product.text("customerId"));
    }
    let id = world.create(new)?;
    Ok(created(Kind::Transfer, &id))
}

/// Money that arrives is there at once: the transfer appears as `PROCESSED`, under an identifier that only a webhook tells.
fn pay_in(world: &mut World, body: &Value) -> Reply {
    let id = body["customerProductId"].as_str().unwrap_or_default();
    let product = world.get(Kind::CustomerProduct, id)?;
    if product.data.get("accountData").is_none() {
        return Err(problem::wrong("/customerProductId", "is no cash product"));
    }
    let new = New::of(Kind::Transfer, body)
        .with("direction", "INCOMING")
        .with("customerId", product.text("customerId"));
    let verdict = world.verdict();
    let index = world.add(new, None);
    let transfer = world.objects.at_mut(index);
    let (course, ending) = Verdict::course(verdict, &["PROCESSED"]);
    transfer.decided = ending.is_some() || course.len() != 1;
    (transfer.course, transfer.ending) = (course, ending);
    let epoch = transfer.epoch;
    let after = world.options.accept_after;
    world.schedule(after, Event::Step { index, epoch });
    Ok(accepted())
}

/// Moves the money of a transfer that is done.
pub(super) fn move_money(world: &mut World, index: usize) {
    let transfer = world.objects.at(index);
    if transfer.status != "PROCESSED" {
        return;
    }
    let amount = Amount::of(&transfer.data["amount"]).unwrap_or_default();
    let amount = match transfer.text("direction") {
        "INCOMING" => amount,
        _ => Amount::ZERO.minus(amount),
    };
    let product = transfer.text("customerProductId").to_owned();
    products::book(world, &product, amount, amount);
    history(world, index, amount);
}

fn history(world: &mut World, index: usize, amount: Amount) {
    let transfer = world.objects.at(index);
    let mut detail = json!({
        "transferId": transfer.id,
        "counterpartyName": "Erika Mustermann",
        "customerProductId": transfer.data["customerProductId"],
        "amount": amount.json(),
    });
    if let Some(reference) = transfer.data.get("reference") {
        detail["referenceMessage"] = reference.clone();
    }
    let customer = transfer.data["customerId"].clone();
    line(world, "CASH", &customer, "cashTransaction", &detail);
}

/// Writes a trade into the history.
pub(super) fn traded(world: &mut World, index: usize, trade: &Trade) {
    let order = world.objects.at(index);
    let customer = world
        .objects
        .get(Kind::CustomerProduct, order.text("cashCustomerProductId"))
        .map(|product| product.data["customerId"].clone())
        .unwrap_or_default();
    let side = if trade.buys { "BUY" } else { "SELL" };
    let mut detail = json!({
        "orderId": order.id,
        "cashCustomerProductId": order.data["cashCustomerProductId"],
        "tradeSide": side,
        "quantity": trade.units.json(),
        "currency": "EUR",
    });
    if let Some(external_id) = &order.external_id {
        detail["externalId"] = external_id.as_str().into();
    }
    let member = if order.kind == Kind::TradingOrder {
        detail["depositoryCustomerProductId"] = order.data["depositoryCustomerProductId"].clone();
        detail["isin"] = trade.symbol.as_str().into();
        detail["orderStatus"] = order.status.as_str().into();
        detail["partialExecutions"] = json!([{
            "executionId": world.identifiers.next(),
            "executionPrice": trade.price.json(),
            "executionQuantity": trade.units.json(),
            // Negative in the sample.
            "amount": Amount::ZERO.minus(trade.amount).json(),
        }]);
        "traditionalTradingTransaction"
    } else {
        detail["walletCustomerProductId"] = order.data["walletCustomerProductId"].clone();
        detail["cryptoSymbol"] = trade.symbol.as_str().into();
        detail["price"] = trade.price.json();
        detail["amount"] = trade.amount.json();
        "digitalTradingTransaction"
    };
    line(world, "TRADE", &customer, member, &detail);
}

/// The lines of an order were corrected.
pub(super) fn corrected(world: &mut World, order: &str) {
    let lines: Vec<_> = world
        .objects
        .of(Kind::Transaction)
        .filter(|line| {
            ["digitalTradingTransaction", "traditionalTradingTransaction"]
                .iter()
                .any(|member| line.data[*member]["orderId"] == order)
        })
        .map(|line| line.id.clone())
        .collect();
    for id in lines {
        world.bring_from(Kind::Transaction, &id, &["COMPLETED"], "MODIFIED");
    }
}

fn line(world: &mut World, kind: &str, customer: &Value, member: &str, detail: &Value) {
    let today = world.now.date_naive().to_string();
    let data = json!({
        "transactionType": kind,
        "customerId": customer,
        "bookingDate": today,
        "valueDate": today,
        member: detail,
    });
    world.add(New::of(Kind::Transaction, &data), None);
}

//! Orders for securities: what they cost, and how they are changed. How one is placed is undocumented; a test plants them,
//! or names a path. Corporate actions are answered here, too.

use http::StatusCode;
use serde_json::{Value, json};

use super::amount::Amount;
use super::kind::Kind;
use super::objects::Event;
use super::options::Modification;
use super::verdict::Verdict;
use super::world::{New, Reply, World, empty, ok};
use super::{problem, quotes, view};
use crate::contract::Checked;

/// What faults and the log call the placing of an order at a path of the test's.
pub(super) const PLACE: &str = "create_trading_order";

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    let id = request.path("orderId");
    Some(match operation {
        "get_ex_ante_cost" => ex_ante(world, &request.body),
        PLACE => place(world, &request.body),
        "update_trading_order" => {
            let known = world.change(Kind::TradingOrder, id, request.body.clone());
            known.map(|()| modified(world))
        }
        "cancel_trading_order" => cancel(world, id),
        "create_corporate_action_instruction" => {
            let id = request.path("corporateActionId");
            let body = json!({ "instructions": [request.body] });
            let known = world.change(Kind::CorporateAction, id, body);
            known.map(|()| empty(StatusCode::ACCEPTED))
        }
        _ => return None,
    })
}

/// An order for securities, whatever else it says.
pub(super) fn place(world: &mut World, body: &Value) -> Reply {
    if !body.is_object() {
        return Err(problem::wrong("", "is no object"));
    }
    let mut new = New::of(Kind::TradingOrder, body);
    for (field, value) in [("orderType", "MARKET"), ("quantityType", "UNIT")] {
        if new.data.get(field).is_none() {
            new = new.with(field, value);
        }
    }
    let id = world.create(new)?;
    let order = world.get(Kind::TradingOrder, &id)?;
    Ok(ok(&json!({
        "orderId": id,
        "createdOn": view::time(order.created_at, order.digits),
    })))
}

fn cancel(world: &mut World, id: &str) -> Reply {
    let index = world.place(Kind::TradingOrder, id)?;
    // A cancellation that fails is silent.
    if world.verdict().and_then(Verdict::refusal).is_none() {
        world.schedule(world.options.accept_after, Event::Cancel { index });
    }
    Ok(modified(world))
}

fn modified(world: &mut World) -> crate::provider::Answer {
    match world.options.modification {
        Modification::Accepted => empty(StatusCode::ACCEPTED),
        Modification::Identified => {
            let id = world.identifiers.next();
            ok(&json!({ "modificationId": id }))
        }
    }
}

fn ex_ante(world: &mut World, body: &Value) -> Reply {
    let text = |field: &str| body[field].as_str().unwrap_or_default();
    let kind = text("orderType").to_uppercase();
    if kind != "MARKET" && !body["price"].is_number() {
        let why = format!("is required for {kind}");
        return Err(problem::wrong("/price", &why));
    }
    let price = Amount::of(&body["price"]).unwrap_or_else(|| quotes::price(text("isin")));
    let quantity = Amount::of(&body["quantity"]).unwrap_or_default();
    let gross = quantity.times(price).cents();
    let percent = |share: i64| Amount::whole(share).over(Amount::whole(100));
    let part = |share: i64| gross.times(percent(share).over(Amount::whole(100))).cents();
    let fee = |share: i64| {
        json!({
            "currency": "EUR",
            "feeAmount": part(share).json(),
            "percent": percent(share).json(),
        })
    };
    let cost = |category: &str, kind: &str, share: i64, currency: &str| {
        json!({
            "category": category,
            "type": kind,
            "value": part(share).json(),
            "percent": percent(share).json(),
            "currency": currency,
        })
    };
    let number = world.identifiers.next();
    Ok(ok(&json!({
        // The sample has no UUID here.
        "exAnteId": format!("exante-{}", &number[..8]),
        "createdOn": view::time(world.now, 9),
        "asset": { "isin": body["isin"], "type": "ETF", "name": "Fund of the sandbox" },
        "order": {
            "quantity": body["quantity"],
            "tradeSide": body["tradeSide"],
            "exchangeCode": body["exchangeCode"],
            "grossAmount": gross.json(),
            "pricePerUnit": price.json(),
            "currency": "EUR",
        },
        "costs": [
            // One of them is in lower case in the sample.
            cost("PURCHASE", "TRANSACTION", 10, "eur"),
            cost("HOLDING", "PRODUCT", 20, "EUR"),
            cost("SALE", "TRANSACTION", 10, "EUR"),
        ],
        "total": {
            "productCosts": { "ter": part(20).json(), "percent": percent(20).json() },
            "transactionFees": fee(20),
            "grants": { "currency": "EUR", "grantsAmount": 0, "percent": 0 },
        },
        "timeline": {
            "year1": fee(30),
            "fromYear2": { "ter": part(20).json(), "percent": percent(20).json() },
            "yearOfSale": fee(30),
        },
        "metaInfo": {
            "disclaimer": "Made up by the sandbox.",
            "explanation": "Costs of the sandbox are not those of anybody.",
        },
    })))
}

//! Orders for digital and for tokenized assets.

use serde_json::{Value, json};

use super::amount::Amount;
use super::documents::{self, PDF};
use super::kind::Kind;
use super::objects::Object;
use super::world::{New, Reply, World, ok};
use super::{listing, problem, quotes, view};
use crate::contract::Checked;

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    let id = request.path("orderId");
    Some(match operation {
        "create_digital_market_order" => market(world, &request.body),
        "accept_digital_quote" => quoted(world, &request.body),
        "get_digital_order" => world.show(Kind::DigitalOrder, id),
        "get_digital_orders" => list(world, request),
        "get_digital_order_receipt" => receipt(world, id),
        "create_wawex_market_order" => tokenized(world, &request.body),
        "get_wawex_order" => world.show(Kind::TokenizedOrder, request.path("id")),
        _ => return None,
    })
}

fn market(world: &mut World, body: &Value) -> Reply {
    cents(body)?;
    let data = json!({
        "externalId": body["externalId"],
        "side": body["tradeSide"],
        "orderType": "MARKET",
        "walletCustomerProductId": body["walletCustomerProductId"],
        "cashCustomerProductId": body["cashCustomerProductId"],
        "marketOrderData": {
            "symbol": body["cryptoSymbol"],
            "assetType": "CRYPTOCURRENCY",
            "quantityType": body["quantityType"],
            "quantity": body["quantity"],
        },
    });
    place(world, Kind::DigitalOrder, body, data)
}

/// A quote is looked up afterwards, like everything that takes data.
fn quoted(world: &mut World, body: &Value) -> Reply {
    let quote = body["quoteId"].as_str().unwrap_or_default();
    let quote = world.quotes.0.get(quote).cloned();
    let mut data = json!({
        "externalId": body["externalId"],
        "side": "BUY",
        "orderType": "QUOTE",
        "quoteId": body["quoteId"],
        "walletCustomerProductId": body["walletCustomerProductId"],
        "cashCustomerProductId": body["cashCustomerProductId"],
    });
    if let Some(quote) = quote {
        data["side"] = quote.side.into();
        data["marketOrderData"] = json!({
            "symbol": quote.symbol,
            "assetType": "CRYPTOCURRENCY",
            "quantityType": "UNIT",
            "quantity": quote.quantity.json(),
        });
    }
    place(world, Kind::DigitalOrder, body, data)
}

fn tokenized(world: &mut World, body: &Value) -> Reply {
    cents(body)?;
    let data = json!({
        "externalId": body["externalId"],
        "side": body["side"],
        "walletCustomerProductId": body["walletCustomerProductId"],
        "cashCustomerProductId": body["cashCustomerProductId"],
        "marketOrderData": {
            "symbol": body["symbol"],
            "quantityType": body["quantityType"],
            "quantity": body["quantity"],
        },
    });
    place(world, Kind::TokenizedOrder, body, data)
}

/// An amount has two digits behind the point at most.
fn cents(body: &Value) -> Result<(), crate::provider::Refusal> {
    let quantity = Amount::of(&body["quantity"]).unwrap_or_default();
    if body["quantityType"] == "AMOUNT" && quantity.cents() != quantity {
        let why = "is an amount, and no multiple of 0.01";
        return Err(problem::wrong("/quantity", why));
    }
    Ok(())
}

fn place(world: &mut World, kind: Kind, body: &Value, data: Value) -> Reply {
    let mut new = New::of(kind, body);
    new.data = data;
    let id = world.create(new)?;
    let order = world.get(kind, &id)?;
    Ok(ok(&json!({
        "orderId": id,
        "createdOn": view::time(order.created_at, order.digits),
    })))
}

fn list(world: &World, request: &Checked) -> Reply {
    let wallet = request.path("customerProductId");
    let span =
        listing::span(request, "startCreatedOn", "endCreatedOn").map_err(problem::invalid)?;
    let wanted = |order: &&Object| {
        order.text("walletCustomerProductId") == wallet
            && span.holds(order.created_at)
            && request
                .query("externalId")
                .is_none_or(|wanted| order.external_id.as_deref() == Some(wanted))
    };
    let found = world.objects.of(Kind::DigitalOrder).filter(wanted);
    listing::page(world, request, found.map(view::object).collect())
}

fn receipt(world: &World, id: &str) -> Reply {
    let order = world.get(Kind::DigitalOrder, id)?;
    if order.data.get("executionData").is_none() {
        return Err(problem::missing("receipt of the order", id));
    }
    let encoded = world.options.files == super::options::FileBody::Base64;
    Ok(documents::file(&PDF.into(), encoded))
}

/// What an order buys or sells, at which price, and for how much.
#[derive(Clone, Debug)]
pub(super) struct Trade {
    pub(super) symbol: String,
    pub(super) buys: bool,
    pub(super) units: Amount,
    pub(super) price: Amount,
    pub(super) amount: Amount,
}

/// The trade that an order of any kind comes to.
pub(super) fn trade(world: &World, order: &Object) -> Trade {
    let (asked, symbol, side) = match order.kind {
        Kind::TradingOrder => (&order.data, order.text("isin"), order.text("tradeSide")),
        _ => {
            let asked = &order.data["marketOrderData"];
            let symbol = asked["symbol"].as_str().unwrap_or_default();
            (asked, symbol, order.text("side"))
        }
    };
    let quote = world.quotes.0.get(order.text("quoteId"));
    let price = quote.map_or_else(|| quotes::price(symbol), |quote| quote.price);
    let quantity = Amount::of(&asked["quantity"]).unwrap_or_default();
    let (units, amount) = match asked["quantityType"].as_str() {
        Some("AMOUNT") => (quantity.over(price), quantity),
        _ => (quantity, quantity.times(price).cents()),
    };
    Trade {
        symbol: symbol.to_owned(),
        buys: side.eq_ignore_ascii_case("BUY"),
        units,
        price,
        amount,
    }
}

/// Where a product keeps what an order of a kind trades, and how that is called.
pub(super) const fn shelf(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::TradingOrder => ("traditionalAssets", "isin"),
        Kind::TokenizedOrder => ("tokenizedAssets", "symbol"),
        _ => ("cryptoAssets", "cryptoSymbol"),
    }
}

/// The product that holds what an order trades.
pub(super) fn holder(order: &Object) -> &str {
    match order.kind {
        Kind::TradingOrder => order.text("depositoryCustomerProductId"),
        _ => order.text("walletCustomerProductId"),
    }
}

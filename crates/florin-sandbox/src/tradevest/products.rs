//! Products: what there are, what they cost, and those of customers with their money and positions.

use serde_json::{Value, json};

use super::amount::Amount;
use super::kind::Kind;
use super::objects::Object;
use super::view;
use super::world::{New, Reply, World, accepted, created, ok};
use crate::contract::Checked;

/// Code and type of each product.
const PRODUCTS: [(&str, &str); 4] = [
    ("WALLET", "WALLET"),
    ("BALANCE_ACCOUNT", "CASH"),
    ("DEPOSITORY_ACCOUNT", "DEPOSITORY"),
    ("CURRENCY_WALLET", "WALLET"),
];

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    let id = request.path("customerProductId");
    Some(match operation {
        "get_product_definitions" => {
            let all = PRODUCTS.map(|(code, kind)| {
                json!({
                    "name": code.to_lowercase().replace('_', " "),
                    "productType": kind,
                    "productCode": code,
                    "description": format!("A product of the sandbox ({code})"),
                    "isActive": true,
                })
            });
            Ok(ok(&json!({ "data": all })))
        }
        "get_product_fees" => Ok(ok(&fees(world, request))),
        "create_customer_product" => open(world, request),
        "get_customer_products" => Ok(ok(&list(world, request))),
        "get_customer_product" => world.show(Kind::CustomerProduct, id),
        "update_customer_product" => world
            .change(Kind::CustomerProduct, id, request.body.clone())
            .map(|()| accepted()),
        _ => return None,
    })
}

fn fees(world: &World, request: &Checked) -> Value {
    let wanted = |code: &str| {
        request
            .query("productCode")
            .is_none_or(|known| known == code)
    };
    let fees = PRODUCTS
        .iter()
        .zip(1_u32..)
        .filter(|((code, _), _)| wanted(code));
    let since = view::time(world.since, 3);
    let fees = fees.map(|((code, _), number)| {
        json!({
            "partnerFeeId": format!("00000000-0000-4000-8000-{number:012}"),
            "productCode": code,
            "partnerFeeCategory": "ACCOUNT",
            "partnerFeeStatus": "ACTIVE",
            "partnerFeeCurrency": "EUR",
            "partnerFeeType": "FIXED",
            "partnerFeeTrigger": "EVENT_BASED",
            "partnerFeeFrequency": "MONTHLY",
            "partnerFeeCollection": "MONTHLY",
            "partnerFeeTriggerEvent": "IDENTIFICATION",
            "partnerFixedFeeAmount": 1.5,
            "validFrom": "2026-01-01",
            "createdOn": since,
            "modifiedOn": since,
        })
    });
    fees.collect()
}

fn open(world: &mut World, request: &Checked) -> Reply {
    let customer = request.path("customerId");
    let new = new(world, customer, &request.body);
    let id = world.create(new)?;
    Ok(created(Kind::CustomerProduct, &id))
}

/// A product with nothing in it.
pub(super) fn new(world: &World, customer: &str, body: &Value) -> New {
    let code = body["productCode"].as_str().unwrap_or_default();
    let found = PRODUCTS.iter().find(|(known, _)| *known == code);
    let kind = found.map_or("WALLET", |(_, kind)| kind);
    let mut new = New::of(Kind::CustomerProduct, body)
        .with("customerId", customer)
        .with("productType", kind)
        .with("currency", "EUR")
        .with("proxyIds", json!([]));
    match kind {
        "CASH" => {
            let account = json!({
                "iban": iban(world.objects.len()),
                "bic": "SANDDEFFXXX",
                "availableBalance": 0,
                "withdrawableBalance": 0,
                "modifiedOn": view::time(world.now, 3),
            });
            new = new.with("accountData", account);
        }
        "WALLET" => {
            new = new
                .with("cryptoAssets", json!([]))
                .with("tokenizedAssets", json!([]));
        }
        _ => new = new.with("traditionalAssets", json!([])),
    }
    new
}

/// A German one with the right check digits.
fn iban(number: usize) -> String {
    let account = format!("99999999{number:010}");
    // DE is 1314, and the check digits count as 00.
    let rest = format!("{account}131400")
        .bytes()
        .fold(0_u32, |rest, digit| {
            (rest * 10 + u32::from(digit - b'0')) % 97
        });
    format!("DE{:02}{account}", 98 - rest)
}

fn list(world: &World, request: &Checked) -> Value {
    let customer = request.path("customerId");
    let is = |query: &str, value: &str| request.query(query).is_none_or(|wanted| wanted == value);
    let wanted = |product: &&Object| {
        let iban = product.data["accountData"]["iban"].as_str();
        product.text("customerId") == customer
            && is("productType", product.text("productType"))
            && is("productCode", product.text("productCode"))
            && is("status", &product.status)
            && is("iban", iban.unwrap_or_default())
    };
    let found = world.objects.of(Kind::CustomerProduct).filter(wanted);
    found.map(view::object).collect()
}

/// The money that can be traded with, and that which can be withdrawn.
pub(super) fn balances(product: &Object) -> (Amount, Amount) {
    let account = &product.data["accountData"];
    let read = |field: &str| Amount::of(&account[field]).unwrap_or_default();
    (read("availableBalance"), read("withdrawableBalance"))
}

/// Books money on a cash product: for trading, and for withdrawal.
pub(super) fn book(world: &mut World, id: &str, available: Amount, withdrawable: Amount) {
    let now = view::time(world.now, 3);
    if let Some(index) = world.objects.find(Kind::CustomerProduct, id) {
        let product = world.objects.at_mut(index);
        let (known_available, known_withdrawable) = balances(product);
        let account = &mut product.data["accountData"];
        account["availableBalance"] = known_available.plus(available).json();
        account["withdrawableBalance"] = known_withdrawable.plus(withdrawable).json();
        account["modifiedOn"] = now.into();
    }
}

/// How much of something a product holds: `positions` as in `cryptoAssets`, `name` as in `cryptoSymbol`.
pub(super) fn position(product: &Object, positions: &str, name: &str, what: &str) -> Amount {
    let held = product.data[positions].as_array().into_iter().flatten();
    held.filter(|position| position[name] == what)
        .find_map(|position| Amount::of(&position["quantity"]))
        .unwrap_or_default()
}

/// Adds to what a product holds.
pub(super) fn hold(
    world: &mut World,
    id: &str,
    (positions, name): (&str, &str),
    what: &str,
    quantity: Amount,
) {
    let now = view::time(world.now, 3);
    let Some(index) = world.objects.find(Kind::CustomerProduct, id) else {
        return;
    };
    let product = world.objects.at_mut(index);
    let total = position(product, positions, name, what).plus(quantity);
    let Some(held) = product.data[positions].as_array_mut() else {
        return;
    };
    held.retain(|position| position[name] != what);
    if total != Amount::ZERO {
        held.push(json!({
            name: what,
            "quantity": total.json(),
            "availableQuantity": total.json(),
            "modifiedOn": now,
        }));
    }
}

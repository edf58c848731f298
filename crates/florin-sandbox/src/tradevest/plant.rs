//! What a test puts there without asking the API.

use std::time::Duration;

use serde_json::{Value, json};

use super::amount::Amount;
use super::kind::Kind;
use super::quotes::Quote;
use super::world::{New, World};
use super::{orders, persons, products};
use crate::clock::later;

/// A natural person who has been onboarded.
pub(super) fn person(world: &mut World) -> String {
    let id = active(
        world,
        New::of(
            Kind::NaturalPerson,
            &json!({
                "gender": "FEMALE",
                "firstName": "Erika",
                "lastName": "Mustermann",
                "birthDay": "1984-08-12",
                "birthPlace": "Berlin",
                "birthCountry": "DE",
                "nationalities": [{ "countryCode": "DE" }],
                "taxDetails": [{ "taxResidency": "DE" }],
                "isUsNationality": false,
                "mainAddress": persons::address(),
                "contact": { "phone": "+4930000000", "email": "erika@example.com" },
            }),
        ),
    );
    world.identified.insert(id.clone());
    id
}

/// A natural person who is a customer.
pub(super) fn customer(world: &mut World) -> String {
    let person = person(world);
    let data = json!({
        "entityId": person,
        "entityType": "NATURAL_PERSON",
        "refAccounts": [],
        "labels": [],
    });
    active(world, New::of(Kind::Customer, &data))
}

/// An open product of a customer's.
pub(super) fn product(world: &mut World, customer: &str, code: &str) -> String {
    let new = products::new(world, customer, &json!({ "productCode": code }));
    active(world, new)
}

/// Adds an object that has come to be long ago: nobody is told.
fn active(world: &mut World, new: New) -> String {
    let index = world.add(new, None);
    let object = world.objects.at_mut(index);
    object.status = "ACTIVE".to_owned();
    object.id.clone()
}

/// An object in a status, with nothing due to happen to it.
pub(super) fn object(world: &mut World, kind: Kind, status: &str, data: &Value) -> String {
    let external_id = data["externalId"].as_str().map(str::to_owned);
    let index = world.add(New::of(kind, data), external_id);
    let object = world.objects.at_mut(index);
    object.status = status.to_owned();
    object.id.clone()
}

/// Puts money on a cash product, which can be withdrawn at once.
pub(super) fn deposit(world: &mut World, product: &str, amount: &str) {
    let amount = Amount::of(&amount.into()).unwrap_or_default();
    products::book(world, product, amount, amount);
}

/// Puts something into a wallet or a depository.
pub(super) fn position(world: &mut World, product: &str, what: &str, quantity: &str) {
    let quantity = Amount::of(&quantity.into()).unwrap_or_default();
    let Some(found) = world.objects.get(Kind::CustomerProduct, product) else {
        return;
    };
    let kind = match found.text("productType") {
        "DEPOSITORY" => Kind::TradingOrder,
        _ => Kind::DigitalOrder,
    };
    products::hold(world, product, orders::shelf(kind), what, quantity);
}

/// A quote that is good for a while.
pub(super) fn quote(
    world: &mut World,
    symbol: &str,
    side: &str,
    quantity: &str,
    price: &str,
    good_for: Duration,
) -> String {
    let id = world.identifiers.next();
    let amount = |text: &str| Amount::of(&text.into()).unwrap_or_default();
    let quote = Quote {
        symbol: symbol.to_owned(),
        side: side.to_owned(),
        quantity: amount(quantity),
        price: amount(price),
        until: later(world.now, good_for),
    };
    world.quotes.0.insert(id.clone(), quote);
    id
}

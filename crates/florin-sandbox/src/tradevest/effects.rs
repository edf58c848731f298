//! What follows from a change of status.

use std::time::Duration;

use serde_json::json;

use super::amount::Amount;
use super::kind::Kind;
use super::onboarding::{self, ORDINARY, bring_all};
use super::world::{New, World};
use super::{identification, money, orders, products, view};

/// How long an ordinary offboarding waits: two months, documented as such.
const ORDINARY_WAIT: Duration = Duration::from_secs(61 * 24 * 60 * 60);

/// How long an object stays at its status, where that is longer than others stay.
pub(super) fn pause(world: &World, index: usize) -> Option<Duration> {
    let object = world.objects.at(index);
    let waits = object.kind == Kind::Offboarding
        && object.status == "PENDING"
        && object.text("reason") == ORDINARY;
    waits.then_some(ORDINARY_WAIT)
}

/// Does what the new status of an object brings about.
pub(super) fn after(world: &mut World, index: usize) {
    let object = world.objects.at(index);
    let status = object.status.clone();
    match (object.kind, status.as_str()) {
        (Kind::DigitalOrder | Kind::TokenizedOrder | Kind::TradingOrder, status) => {
            order(world, index, status);
        }
        (Kind::Transfer, _) => money::move_money(world, index),
        (Kind::Onboarding, status) => onboarding(world, index, status),
        (Kind::Offboarding, "APPROVED") => {
            if let Some((kind, id)) = subject(world, index) {
                let from = ["ACTIVE", "ESTATE", "SUSPENDED", "SUSPENDED_COMPLIANCE"];
                bring_all(world, kind, &id, &from, "INACTIVE");
            }
        }
        (Kind::IdentificationVerification, "PENDING") => identification::begun(world, index),
        (Kind::IdentificationVerification, "APPROVED") => identification::approved(world, index),
        (Kind::CustomerProduct, "ACTIVE") => {
            let now = view::time(world.now, 6);
            let product = world.objects.at_mut(index);
            if product.data.get("openedOn").is_none() {
                product.data["openedOn"] = now.into();
            }
        }
        _ => {}
    }
}

fn subject(world: &World, index: usize) -> Option<(Kind, String)> {
    let (kind, id) = onboarding::subject(world.objects.at(index))?;
    Some((kind, id.to_owned()))
}

/// Money and positions move when an order is filled; what was sold can be withdrawn when it is settled.
fn order(world: &mut World, index: usize, status: &str) {
    let order = world.objects.at(index);
    let executed = order.data.get("executionData").is_some();
    let trade = orders::trade(world, order);
    let id = order.id.clone();
    let money = order.text("cashCustomerProductId").to_owned();
    let holder = orders::holder(order).to_owned();
    let shelf = orders::shelf(order.kind);
    let minus = |amount: Amount| Amount::ZERO.minus(amount);
    match status {
        "FILLED" if !executed => {
            if trade.buys {
                products::book(world, &money, minus(trade.amount), minus(trade.amount));
                products::hold(world, &holder, shelf, &trade.symbol, trade.units);
            } else {
                products::book(world, &money, trade.amount, Amount::ZERO);
                products::hold(world, &holder, shelf, &trade.symbol, minus(trade.units));
            }
            world.objects.at_mut(index).data["executionData"] = json!({
                "quantity": trade.units.json(),
                "executionPrice": trade.price.json(),
                "executionAmount": trade.amount.json(),
            });
            money::traded(world, index, &trade);
        }
        "SETTLED" if !trade.buys => products::book(world, &money, Amount::ZERO, trade.amount),
        "CORRECTED" => money::corrected(world, &id),
        _ => {}
    }
}

fn onboarding(world: &mut World, index: usize, status: &str) {
    let Some((kind, id)) = subject(world, index) else {
        return;
    };
    match status {
        "PENDING" => {
            fictive_owners(world, kind, &id);
            bring_all(world, kind, &id, &["CREATED"], "PENDING");
        }
        "REVIEW" => bring_all(world, kind, &id, &["PENDING"], "REVIEW"),
        "APPROVED" => {
            account_holders(world, kind, &id);
            bring_all(world, kind, &id, &["PENDING", "REVIEW"], "ACTIVE");
        }
        // What misses something can be mended, and onboarded anew.
        "REJECTED" => bring_all(world, kind, &id, &["PENDING", "REVIEW"], "CREATED"),
        _ => {}
    }
}

/// A company without owners has its representatives for it. Second hand.
fn fictive_owners(world: &mut World, kind: Kind, id: &str) {
    let Some(customer) = world.objects.get(Kind::Customer, id) else {
        return;
    };
    if kind != Kind::Customer || customer.text("entityType") != "LEGAL_ENTITY" {
        return;
    }
    let company = customer.text("entityId").to_owned();
    let of = |kind: Kind| {
        let parts = world.objects.of(kind);
        parts.filter(|part| part.text("legalEntityId") == company)
    };
    if of(Kind::BeneficialOwner).next().is_some() {
        return;
    }
    let owners: Vec<_> = of(Kind::LegalRepresentative)
        .map(|representative| representative.data.clone())
        .collect();
    for owner in owners {
        let new = New::of(Kind::BeneficialOwner, &owner).with("type", "FICTIVE_UBO");
        let index = world.add(new, None);
        world.bring(index, "PENDING", None);
    }
}

/// The two of a joint person hold the account together, from the moment on that it is theirs. Second hand.
fn account_holders(world: &mut World, kind: Kind, id: &str) {
    let Some(customer) = world.objects.get(Kind::Customer, id) else {
        return;
    };
    let entity = customer.text("entityId").to_owned();
    let Some(joint) = world.objects.get(Kind::JointPerson, &entity) else {
        return;
    };
    if kind != Kind::Customer {
        return;
    }
    let persons = [
        joint.text("np1Id").to_owned(),
        joint.text("np2Id").to_owned(),
    ];
    for person in persons {
        let proxy = json!({
            "proxyType": "JOINT_ACCOUNT_HOLDER",
            "naturalPersonId": person,
            "entityId": entity,
            "entityType": "JOINT_PERSON",
            "validityType": "UNLIMITED",
        });
        let index = world.add(New::of(Kind::Proxy, &proxy), None);
        world.bring(index, "ACTIVE", None);
    }
}

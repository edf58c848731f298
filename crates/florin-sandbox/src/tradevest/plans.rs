//! Tax exemption orders and strategies.

use serde_json::{Value, json};

use super::amount::Amount;
use super::kind::Kind;
use super::objects::Object;
use super::world::{New, Reply, World, accepted, created, ok};
use super::{listing, problem, view};
use crate::contract::Checked;

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    let body = &request.body;
    Some(match operation {
        "create_tax_exemption_order" => exempt(world, body),
        "update_tax_exemption_order" => {
            let id = request.path("taxExemptionOrderId");
            ends(body).and_then(|()| {
                world.change(Kind::TaxExemptionOrder, id, body.clone())?;
                Ok(accepted())
            })
        }
        "get_tax_exemption_orders" => {
            let is = |query: &str, value: &str| {
                request.query(query).is_none_or(|wanted| wanted == value)
            };
            let wanted = |order: &&Object| {
                is("taxExemptionOrderId", &order.id)
                    && is("entityId", order.text("entityId"))
                    && is("status", &order.status)
            };
            let found = world.objects.of(Kind::TaxExemptionOrder).filter(wanted);
            let found = found.map(view::object).collect();
            listing::page(world, request, found)
        }
        "create_strategy" => {
            let new = New::of(Kind::Strategy, body)
                .with("subscribersCount", 0)
                .with("subscribers", json!([]));
            world.create(new).map(|id| created(Kind::Strategy, &id))
        }
        "get_strategies" => {
            let all = world.objects.of(Kind::Strategy);
            let all = all.map(view::object).collect();
            listing::page(world, request, all)
        }
        "get_strategy_by_customer_product" => strategy(world, request.path("customerProductId")),
        _ => return None,
    })
}

fn exempt(world: &mut World, body: &Value) -> Reply {
    if Amount::of(&body["fsaAmount"]).is_none_or(|amount| amount <= Amount::ZERO) {
        return Err(problem::wrong("/fsaAmount", "must be more than 0"));
    }
    ends(body)?;
    let id = world.create(New::of(Kind::TaxExemptionOrder, body))?;
    Ok(created(Kind::TaxExemptionOrder, &id))
}

/// It ends with a year.
fn ends(body: &Value) -> Result<(), crate::provider::Refusal> {
    match body["fsaValidUntil"].as_str() {
        Some(day) if !day.ends_with("-12-31") => {
            Err(problem::wrong("/fsaValidUntil", "must be a 31 December"))
        }
        _ => Ok(()),
    }
}

fn strategy(world: &World, product: &str) -> Reply {
    let subscribed = |strategy: &&Object| {
        let subscribers = strategy.data["subscribers"].as_array();
        subscribers.into_iter().flatten().any(|subscriber| {
            ["depositAccount", "settlementAccount"]
                .iter()
                .any(|account| subscriber[*account]["customerProductId"] == product)
        })
    };
    let found = world.objects.of(Kind::Strategy).find(subscribed);
    found
        .map(|strategy| ok(&view::object(strategy)))
        .ok_or_else(|| problem::missing("strategy of the product", product))
}

//! The role of a proxy.

use serde_json::Value;

use super::kind::Kind;
use super::world::{New, Reply, World, accepted, created};
use super::{listing, problem, view};
use crate::contract::Checked;

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    Some(match operation {
        "create_proxy" => create(world, &request.body),
        "get_proxies" => {
            let all = world.objects.of(Kind::Proxy);
            let all = all.map(view::object).collect();
            listing::page(world, request, all)
        }
        "update_proxy" => world
            .change(Kind::Proxy, request.path("proxyId"), request.body.clone())
            .map(|()| accepted()),
        _ => return None,
    })
}

/// How long each type of proxy may be valid. Second hand.
fn validities(proxy_type: &str) -> Option<&'static [&'static str]> {
    Some(match proxy_type {
        "GUARDIAN" => &["UNTIL_LEGAL_AGE"],
        "SIGNATORY" | "LIQUIDATOR" | "JOINT_ACCOUNT_HOLDER" => &["UNLIMITED"],
        "GENERAL_POWER_OF_ATTORNEY" => &["UNLIMITED", "IN_CASE_OF_DEATH", "UNTIL_CASE_OF_DEATH"],
        "INFORMATION_PROXY" => &["UNLIMITED", "UNTIL_CASE_OF_DEATH"],
        _ => return None,
    })
}

fn create(world: &mut World, body: &Value) -> Reply {
    let text = |field: &str| body[field].as_str().unwrap_or_default();
    if text("naturalPersonId") == text("entityId") {
        return Err(problem::wrong(
            "/entityId",
            "must differ from naturalPersonId",
        ));
    }
    let proxy_type = text("proxyType");
    if proxy_type == "JOINT_ACCOUNT_HOLDER" {
        let why = "is made by the platform alone";
        return Err(problem::wrong("/proxyType", why));
    }
    if let Some(validities) = validities(proxy_type)
        && !validities.contains(&text("validityType"))
    {
        let why = format!("for {proxy_type} this is {}", validities.join(" or "));
        return Err(problem::wrong("/validityType", &why));
    }
    for (of, field) in [("SIGNATORY", "scopeType"), ("GUARDIAN", "custodyType")] {
        if proxy_type == of && !body[field].is_string() {
            let why = format!("is required for {of}");
            return Err(problem::wrong(&format!("/{field}"), &why));
        }
    }
    let same = |proxy: &&super::objects::Object| {
        ["naturalPersonId", "entityId", "proxyType"]
            .iter()
            .all(|field| proxy.data[*field] == body[*field])
            && !["INVALID", "REJECTED", "INACTIVE"].contains(&proxy.status.as_str())
    };
    if world.objects.of(Kind::Proxy).any(|proxy| same(&proxy)) {
        return Err(problem::conflict("there is such a proxy already"));
    }
    let id = world.create(New::of(Kind::Proxy, body))?;
    Ok(created(Kind::Proxy, &id))
}

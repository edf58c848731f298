//! What makes a command fail after it was taken, as far as no test has said so: references that lead nowhere, things that
//! are not active, money that isn't there.

use serde_json::Value;

use super::amount::Amount;
use super::kind::Kind;
use super::objects::Object;
use super::onboarding::{self, ORDINARY};
use super::options::Insufficient;
use super::verdict::Reason;
use super::world::World;
use super::{documents, orders, products};

/// Where something can be used.
const USABLE: [&str; 2] = ["CREATED", "ACTIVE"];

/// Why an object that was just received becomes `INVALID`.
pub(super) fn invalid(world: &World, index: usize) -> Option<Reason> {
    let object = world.objects.at(index);
    let needs = |kind: Kind, field: &str, statuses: &[&str]| {
        usable(world, kind, object.text(field), statuses)
    };
    let reason = match object.kind {
        Kind::Customer => needs(entity_kind(object.text("entityType")), "entityId", &USABLE),
        Kind::Proxy => needs(Kind::NaturalPerson, "naturalPersonId", &USABLE).or_else(|| {
            let kind = entity_kind(object.text("entityType"));
            needs(kind, "entityId", &USABLE)
        }),
        Kind::JointPerson => needs(Kind::NaturalPerson, "np1Id", &USABLE)
            .or_else(|| needs(Kind::NaturalPerson, "np2Id", &USABLE)),
        Kind::BeneficialOwner if object.data.get("customerId").is_some() => {
            needs(Kind::Customer, "customerId", &USABLE)
        }
        Kind::LegalRepresentative | Kind::BeneficialOwner => {
            needs(Kind::LegalEntity, "legalEntityId", &USABLE)
        }
        Kind::IdentificationVerification => needs(Kind::NaturalPerson, "naturalPersonId", &USABLE),
        Kind::Document => document(world, object),
        Kind::CustomerProduct => needs(Kind::Customer, "customerId", &["ACTIVE"]),
        Kind::DigitalOrder | Kind::TokenizedOrder | Kind::TradingOrder => order(world, object),
        Kind::Transfer => cash(world, object.text("customerProductId")),
        Kind::TaxExemptionOrder => {
            needs(entity_kind(object.text("entityType")), "entityId", &USABLE)
        }
        Kind::UserOnboarding => needs(Kind::User, "userId", &["ACTIVE"]),
        Kind::Offboarding => offboarding(world, object),
        _ => None,
    };
    let money = world.options.insufficient == Insufficient::Invalid;
    reason.or_else(|| insufficient(world, object).filter(|_| money))
}

/// Why an object is `REJECTED` in place of the status that comes next.
pub(super) fn rejected(world: &World, index: usize, next: &str) -> Option<Reason> {
    let object = world.objects.at(index);
    match (object.kind, next) {
        (Kind::Onboarding, "PENDING") => {
            let (kind, id) = onboarding::subject(object)?;
            usable(world, kind, id, &["CREATED"])
        }
        (Kind::Onboarding, "APPROVED") if world.options.onboarding_needs_papers => {
            let (kind, id) = onboarding::subject(object)?;
            let missing = onboarding::missing(world, kind, id);
            (!missing.is_empty()).then(|| onboarding::incomplete(&missing))
        }
        (_, "FILLED" | "PROCESSED") => insufficient(world, object),
        _ => None,
    }
}

/// Why an update is refused.
pub(super) fn refused(world: &World, index: usize, changes: &Value) -> Option<Reason> {
    let object = world.objects.at(index);
    if ["INVALID", "REJECTED"].contains(&object.status.as_str()) {
        return Some(wrong_status(object));
    }
    if let Some(signature) = changes.get(documents::SIGNED) {
        return documents::unsignable(world, signature);
    }
    match object.kind {
        Kind::CustomerProduct if changes["status"] == "CLOSED" => {
            let (available, _) = products::balances(object);
            (available != Amount::ZERO).then(|| {
                let why = "there is money on the product";
                Reason::new("CUSTOMER_PRODUCT_NOT_EMPTY_ERROR", why)
            })
        }
        Kind::Proxy if changes.get("proxyType").is_some() && object.status != "CREATED" => {
            Some(wrong_status(object))
        }
        Kind::TradingOrder => {
            let open = ["RECEIVED", "PENDING", "PLACED"].contains(&object.status.as_str());
            (!open).then(|| wrong_status(object))
        }
        _ => None,
    }
}

fn wrong_status(object: &Object) -> Reason {
    let why = format!("the {} is {}", object.kind.item(), object.status);
    Reason::new("INVALID_STATUS_ERROR", why)
}

/// Why something can't be referred to.
fn usable(world: &World, kind: Kind, id: &str, statuses: &[&str]) -> Option<Reason> {
    match world.objects.get(kind, id) {
        None => {
            let why = format!("there is no {} {id}", kind.item());
            Some(Reason::new("DATA_NOT_FOUND_ERROR", why))
        }
        Some(found) if statuses.contains(&found.status.as_str()) => None,
        Some(found) => Some(wrong_status(found)),
    }
}

fn entity_kind(name: &str) -> Kind {
    match name {
        "LEGAL_ENTITY" => Kind::LegalEntity,
        "JOINT_PERSON" => Kind::JointPerson,
        "BENEFICIAL_OWNER" => Kind::BeneficialOwner,
        "LEGAL_REPRESENTATIVE" => Kind::LegalRepresentative,
        _ => Kind::NaturalPerson,
    }
}

fn document(world: &World, object: &Object) -> Option<Reason> {
    let (owner, kind) = (object.text("resourceType"), object.text("type"));
    if !documents::belongs(kind, owner) {
        let why = format!("{kind} does not belong to a {owner}");
        return Some(Reason::new("DOCUMENT_TYPE_ERROR", why));
    }
    let owner = match owner {
        "CUSTOMER" => Kind::Customer,
        "PROXY" => Kind::Proxy,
        "PARTNER_USER" => Kind::User,
        entity => entity_kind(entity),
    };
    match world.objects.get(owner, object.text("resourceId")) {
        Some(_) => None,
        None => usable(world, owner, object.text("resourceId"), &[]),
    }
}

fn cash(world: &World, id: &str) -> Option<Reason> {
    usable(world, Kind::CustomerProduct, id, &["ACTIVE"]).or_else(|| {
        let product = world.objects.get(Kind::CustomerProduct, id)?;
        (product.text("productType") != "CASH").then(|| {
            let why = format!("the product {id} holds no money");
            Reason::new("CUSTOMER_PRODUCT_TYPE_ERROR", why)
        })
    })
}

fn order(world: &World, order: &Object) -> Option<Reason> {
    let money = order.text("cashCustomerProductId");
    let holder = orders::holder(order);
    let (shelf, _) = orders::shelf(order.kind);
    let unfit =
        cash(world, money).or_else(|| usable(world, Kind::CustomerProduct, holder, &["ACTIVE"]));
    if unfit.is_some() {
        return unfit;
    }
    let money = world.objects.get(Kind::CustomerProduct, money)?;
    let holder = world.objects.get(Kind::CustomerProduct, holder)?;
    if holder.data.get(shelf).is_none() {
        let why = format!("the product {} holds nothing of the kind", holder.id);
        return Some(Reason::new("CUSTOMER_PRODUCT_TYPE_ERROR", why));
    }
    if money.text("customerId") != holder.text("customerId") {
        let why = "the two products belong to different customers";
        return Some(Reason::new("CUSTOMER_PRODUCT_MISMATCH_ERROR", why));
    }
    if order.data.get("quoteId").is_some() {
        let quote = world.quotes.0.get(order.text("quoteId"));
        return match quote {
            None => Some(Reason::new(
                "DATA_NOT_FOUND_ERROR",
                "there is no such quote",
            )),
            Some(quote) if quote.until < order.created_at => Some(Reason::new(
                "QUOTE_EXPIRED_ERROR",
                "the quote is no longer good",
            )),
            Some(_) => None,
        };
    }
    None
}

/// Money or a position that isn't there.
fn insufficient(world: &World, object: &Object) -> Option<Reason> {
    let product = |id: &str| world.objects.get(Kind::CustomerProduct, id);
    let short = match object.kind {
        Kind::Transfer if object.text("direction") == "OUTGOING" => {
            let (_, withdrawable) = products::balances(product(object.text("customerProductId"))?);
            let amount = Amount::of(&object.data["amount"]).unwrap_or_default();
            (withdrawable < amount).then_some("balance")
        }
        Kind::DigitalOrder | Kind::TokenizedOrder | Kind::TradingOrder => {
            let trade = orders::trade(world, object);
            if trade.buys {
                let (available, _) =
                    products::balances(product(object.text("cashCustomerProductId"))?);
                (available < trade.amount).then_some("balance")
            } else {
                let (shelf, name) = orders::shelf(object.kind);
                let holder = product(orders::holder(object))?;
                let held = products::position(holder, shelf, name, &trade.symbol);
                (held < trade.units).then_some("position")
            }
        }
        _ => None,
    };
    short.map(|what| {
        let why = format!("the {what} is not sufficient");
        Reason::new("INSUFFICIENT_BALANCE_ERROR", why)
    })
}

/// Whom each reason fits, and whether anything is still open.
fn offboarding(world: &World, object: &Object) -> Option<Reason> {
    let (kind, id) = onboarding::subject(object)?;
    let unfit = usable(
        world,
        kind,
        id,
        &["ACTIVE", "ESTATE", "SUSPENDED", "SUSPENDED_COMPLIANCE"],
    );
    if unfit.is_some() {
        return unfit;
    }
    let role = world.objects.get(kind, id)?;
    let entity = role.text("entityType");
    let fits = match object.text("reason") {
        ORDINARY => kind == Kind::Customer,
        "CUSTOMER_REQUEST_IMMEDIATE" | "CANCELLATION_BY_PARTNER_IMMEDIATE" => {
            kind != Kind::BeneficialOwner
        }
        "DEATH_IMMEDIATE" => {
            kind == Kind::Proxy || (kind == Kind::Customer && entity == "NATURAL_PERSON")
        }
        "DISSOLUTION_IMMEDIATE" | "INSOLVENCY_IMMEDIATE" => entity == "LEGAL_ENTITY",
        "COMPANY_STRUCTURE_CHANGES_IMMEDIATE" => {
            kind == Kind::BeneficialOwner
                || (kind == Kind::Customer && entity == "LEGAL_ENTITY")
                || role.text("proxyType") == "SIGNATORY"
        }
        _ => true,
    };
    if !fits {
        let why = "this reason does not fit whom it is given for";
        return Some(Reason::new("OFFBOARDING_REASON_ERROR", why));
    }
    let open = world
        .objects
        .of(Kind::CustomerProduct)
        .any(|product| product.text("customerId") == id && product.status == "ACTIVE");
    open.then(|| {
        Reason::new(
            "OPEN_PRODUCTS_ERROR",
            "products of the customer are not closed",
        )
    })
}

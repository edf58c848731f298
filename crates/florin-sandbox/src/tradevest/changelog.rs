//! What has changed, in order: three changelogs over one record.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::kind::Kind;
use super::objects::Object;
use super::world::{Reply, World};
use super::{listing, problem, view};
use crate::contract::Checked;
use crate::identifiers::Identifiers;

#[derive(Debug)]
struct Entry {
    kind: Kind,
    item: String,
    at: DateTime<Utc>,
    view: Value,
}

/// Every change so far.
#[derive(Debug, Default)]
pub(super) struct Changelog(Vec<Entry>);

impl Changelog {
    pub(super) fn created(&mut self, identifiers: &mut Identifiers, object: &Object) {
        let change = json!({ "type": "ADD", "path": "", "value": view::object(object) });
        self.changed(identifiers, object, object.created_at, &[change]);
    }

    pub(super) fn changed(
        &mut self,
        identifiers: &mut Identifiers,
        object: &Object,
        at: DateTime<Utc>,
        changes: &[Value],
    ) {
        if domain(object.kind).is_empty() {
            return;
        }
        let view = json!({
            "itemType": object.kind.item_type(),
            "entryId": identifiers.next(),
            "itemId": object.id,
            "createdOn": view::time(at, object.digits),
            "changes": changes,
            "source": "PARTNER_SYSTEM",
        });
        self.0.push(Entry {
            kind: object.kind,
            item: object.id.clone(),
            at,
            view,
        });
    }
}

/// The operations that show changes of a kind.
fn domain(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Customer => &["get_customers_changelog"],
        Kind::NaturalPerson => &["get_customers_changelog", "get_entities_changelog"],
        Kind::LegalEntity
        | Kind::JointPerson
        | Kind::LegalRepresentative
        | Kind::BeneficialOwner => &["get_entities_changelog"],
        Kind::DigitalOrder => &["get_digital_changelog"],
        _ => &[],
    }
}

/// Answers the three of them.
pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    match operation {
        "get_customers_changelog" | "get_entities_changelog" | "get_digital_changelog" => {
            Some(list(world, operation, request))
        }
        _ => None,
    }
}

fn list(world: &World, operation: &str, request: &Checked) -> Reply {
    let span = listing::span(request, "startDate", "endDate").map_err(problem::invalid)?;
    let wanted = |entry: &&Entry| {
        let item = request.query("itemId").is_none_or(|id| id == entry.item);
        let kind = request
            .query("ChangelogItemType")
            .is_none_or(|kind| kind == entry.kind.item_type());
        item && kind && span.holds(entry.at) && domain(entry.kind).contains(&operation)
    };
    let mut entries: Vec<_> = world
        .changelog
        .0
        .iter()
        .filter(wanted)
        .map(|entry| entry.view.clone())
        .collect();
    if request.query("orderDirection") == Some("DESC") {
        entries.reverse();
    }
    listing::page(world, request, entries)
}

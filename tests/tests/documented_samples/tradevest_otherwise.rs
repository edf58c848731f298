//! What Tradevest may answer beside its samples: values that nobody knows yet, members that nobody knows yet, and samples
//! without what may be missing. Each is tried at every place of every sample.

use std::cell::RefCell;
use std::collections::BTreeSet;

use florin::tradevest::types;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::tradevest::{Sample, answers};
use super::tradevest_shapes::{Holds, Place, places};
use super::{full, parse, read, written};

/// What holds no more than its members: the token, and what comes back as it was sent. What is unknown in them is read over.
const CLOSED: [&str; 4] = [
    "Header",
    "StrategyAsset",
    "StrategyCashWeight",
    "TokenResponse",
];

/// Every sample with `change` made to it at each place that it is made for, and why.
fn each_changed(
    change: impl Fn(&Place, &mut Value) -> bool,
    check: impl Fn(&Sample, &Place, &Value),
) -> usize {
    let mut changes = 0;
    for sample in answers() {
        let whole = parse(sample.text);
        for place in places(sample.schema, &whole) {
            let mut changed = whole.clone();
            if change(&place, changed.pointer_mut(&place.at).unwrap()) {
                check(&sample, &place, &changed);
                changes += 1;
            }
        }
    }
    changes
}

#[test]
fn a_value_that_nobody_knows_is_kept_wherever_one_is_chosen() {
    let change = |place: &Place, value: &mut Value| {
        *value = json!("SOMETHING_NEW_7");
        matches!(place.holds, Holds::Choice)
    };
    let count = each_changed(change, |sample, place, changed| {
        sample.read_whole(&changed.to_string(), &place.at);
    });
    assert!(count > 150, "{count}");
}

#[test]
fn a_member_that_nobody_knows_is_kept_in_every_object() {
    let change = |place: &Place, value: &mut Value| {
        let Holds::Object { .. } = place.holds else {
            return false;
        };
        value["somethingNew"] = json!({"since": [3, "x", null, 0.5]});
        true
    };
    let count = each_changed(change, |sample, place, changed| {
        let text = changed.to_string();
        if CLOSED.contains(&place.schema.as_str()) {
            sample.read(&text);
        } else {
            sample.read_whole(&text, &place.at);
        }
    });
    assert!(count > 200, "{count}");
}

/// Parts with nothing personal in them. What is new in these is shown.
const OPEN: [&str; 28] = [
    "CorporateActionDates",
    "CorporateActionDetails",
    "CorporateActionMetadata",
    "CreateOrderResult",
    "CustomerLabel",
    "DigitalMarketOrder",
    "ExAnteAsset",
    "ExAnteCost",
    "ExAnteCostResult",
    "ExAnteFee",
    "ExAnteGrants",
    "ExAnteMetaInfo",
    "ExAnteOrder",
    "ExAnteProductCosts",
    "ExAnteTimeline",
    "ExAnteTotal",
    "Exchange",
    "IbanSepaData",
    "MissingWebhook",
    "ModificationResult",
    "Pagination",
    "PartnerFee",
    "PartnerProductDefinition",
    "PartnerProductDefinitions",
    "Strategy",
    "StrategyAccount",
    "Validation",
    "WawexMarketOrder",
];

#[test]
fn a_member_that_nobody_knows_is_not_shown_where_anything_is_personal() {
    let change = |place: &Place, value: &mut Value| {
        let Holds::Object { .. } = place.holds else {
            return false;
        };
        value["somethingNew"] = json!("plumage");
        true
    };
    let showing = RefCell::new(BTreeSet::new());
    each_changed(change, |sample, place, changed| {
        if sample.read(&changed.to_string()).shown.contains("plumage") {
            showing.borrow_mut().insert(place.schema.clone());
        }
    });
    let showing = showing.into_inner();
    assert!(showing.iter().eq(&OPEN), "{showing:#?}");
}

/// One after the other, without it and with a null for it.
#[test]
fn whatever_is_not_marked_as_required_may_be_missing_or_null() {
    let mut count = 0;
    for sample in answers() {
        let whole = parse(sample.text);
        for place in places(sample.schema, &whole) {
            let Holds::Object { optional, .. } = &place.holds else {
                continue;
            };
            for member in optional {
                let mut without = whole.clone();
                let object = without.pointer_mut(&place.at).unwrap();
                object.as_object_mut().unwrap().remove(member);
                sample.read_whole(&without.to_string(), member);
                without.pointer_mut(&place.at).unwrap()[member] = Value::Null;
                sample.read_whole(&without.to_string(), member);
                count += 1;
            }
            let mut bare = whole.clone();
            let object = bare.pointer_mut(&place.at).unwrap();
            let object = object.as_object_mut().unwrap();
            object.retain(|member, _| !optional.contains(member));
            sample.read_whole(&bare.to_string(), "with what is required alone");
        }
    }
    assert!(count > 800, "{count}");
}

/// As in a page: with a place in the list and without.
fn page_of<T: DeserializeOwned + Serialize>(item: &str) {
    let item = parse(item);
    for pagination in [
        json!({"cursor": "", "limit": 20}),
        json!({"cursor": "c-2", "limit": 20, "total": 40}),
        json!({"cursor": null}),
        json!({}),
        json!(null),
    ] {
        let page = json!({"data": [item, item], "pagination": pagination, "somethingNew": 7});
        let found: T = read(&page.to_string());
        assert_eq!(written(&found)["data"].as_array().unwrap().len(), 2);
    }
    for empty in [
        r#"{"data": []}"#,
        r#"{"data": null, "pagination": {"cursor": ""}}"#,
    ] {
        read::<T>(empty);
    }
}

macro_rules! pages {
    ($($page:ident of $item:literal,)+) => {
        $(page_of::<types::$page>(include_str!(concat!("../../fixtures/tradevest/", $item, ".json")));)+
    };
}

#[test]
fn a_page_is_read_with_and_without_its_place_in_the_list() {
    pages! {
        Users of "user",
        Customers of "customer",
        NaturalPersons of "natural_person",
        Changelog of "changelog_entry_order",
        DigitalAssetsOrders of "digital_assets_order",
        Documents of "document",
        EntitySummaries of "entity_summary",
        IdentificationVerifications of "identification_verification",
        LegalRepresentatives of "legal_representative",
        BeneficialOwners of "beneficial_owner",
        PartnerDocuments of "partner_document",
        Proxies of "proxy",
        Strategies of "strategy",
        TaxExemptionOrders of "tax_exemption_order",
        Exchanges of "exchange",
    }
}

/// The other way round: the tests above would notice what is lost.
#[test]
fn what_is_lost_is_noticed() {
    let lost = full(json!({"status": "NEW", "more": 1}));
    assert_ne!(lost, full(json!({"status": "NEW"})));
    let closed: types::Header = serde_json::from_value(json!({"name": "a", "more": 1})).unwrap();
    assert_eq!(written(&closed), json!({"name": "a"}));
}

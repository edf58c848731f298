//! What a rule finds and a person has excused: `[excused.<rule>]` in `provider.toml`, with the reason.
//!
//! An excuse is for one place. One that excuses nothing any more is a finding itself: it would hide the next mistake there.

use super::finding::{Finding, Found};
use super::rules::RULES;
use crate::provider::Provider;

/// The name under which excuses themselves are found wanting.
const RULE: &str = "excused";

/// Takes the excused findings away, and tells of excuses that are none.
#[must_use]
pub(super) fn apply(provider: &Provider, findings: Vec<Finding>) -> Vec<Finding> {
    let excused = &provider.settings.excused;
    let is_excused = |finding: &Finding| {
        let places = excused.get(&finding.rule);
        places.is_some_and(|places| places.contains_key(&finding.place))
    };
    let mut idle = Vec::new();
    for (rule, places) in excused {
        let is_rule = RULES.iter().any(|known| known.name == rule);
        for (place, reason) in places {
            let here = format!("[excused.{rule}] \"{place}\"");
            let applies = |f: &Finding| f.rule == *rule && f.place == *place;
            let found = if !is_rule {
                let known: Vec<_> = RULES.iter().map(|known| known.name).collect();
                let known = format!("the rules are {}", known.join(", "));
                Found::at(here, "there is no such rule", known)
            } else if reason.trim().is_empty() {
                Found::at(
                    here,
                    "it has no reason",
                    "say why the rule doesn't hold there",
                )
            } else if !findings.iter().any(applies) {
                Found::at(here, "it excuses nothing", "remove it")
            } else {
                continue;
            };
            idle.push(Finding::of(&provider.name, RULE, found));
        }
    }
    let mut left: Vec<_> = findings.into_iter().filter(|f| !is_excused(f)).collect();
    left.append(&mut idle);
    left
}

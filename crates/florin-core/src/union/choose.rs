//! Which of its alternatives a value is.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::alternative::{Alternative, Alternatives, Rest, kind};
use super::json::{Held, Json};
use super::{Union, effort};

/// Reads the value as the alternative that it is.
pub(super) fn choose<U: Union>(json: &Json<'_>) -> U {
    let known = if effort::is_shallow() {
        known(json)
    } else {
        None
    };
    known.unwrap_or_else(|| U::unknown(json.kept()))
}

fn known<U: Union>(json: &Json<'_>) -> Option<U> {
    let Alternatives { all, tag, any } = U::ALTERNATIVES;
    let kind = json.kind();
    let mut places: Vec<_> = (0..all.len())
        .filter(|place| all[*place].is_of(kind))
        .collect();
    // A single one needs no telling apart.
    let look = kind == kind::OBJECT && (tag.is_some() || places.len() > 1);
    let fields = if look { json.fields() } else { Vec::new() };
    if look {
        match tag.and_then(|tag| scalar(&fields, tag)) {
            Some(value) => places.retain(|place| all[*place].tags.contains(&value)),
            None => {
                places.retain(|place| may_be(&all[*place], &fields));
                // Stable: what is alike stays in the order of the spec.
                places.sort_by_key(|place| Reverse(fit(&all[*place], &fields)));
            }
        }
    } else if kind == kind::TEXT && places.len() > 1 {
        let text = json.string().unwrap_or_default();
        places.sort_by_key(|place| rank_of_text(&all[*place], &text));
    }

    let mut places = places.into_iter();
    let mut is_again = false;
    let mut read = |place: usize| -> Option<U> {
        if std::mem::replace(&mut is_again, true) && !effort::again(json) {
            return None;
        }
        U::read_as(place, json)
    };
    let (place, first) = places.find_map(|place| Some((place, read(place)?)))?;
    if !any || fields.is_empty() || all[place].rest == Rest::Kept {
        return Some(first);
    }
    let mut untold: Vec<_> = fields.iter().map(|(name, _)| name).collect();
    untold.retain(|name| !all[place].knows(name));
    let mut parts = vec![first];
    for place in places {
        let adds = |name: &Cow<'_, str>| all[place].knows(name) || all[place].rest == Rest::Kept;
        if untold.iter().any(|name| adds(name))
            && let Some(part) = read(place)
        {
            untold.retain(|name| !adds(name));
            parts.push(part);
        }
    }
    // What the spec knows as a field of another is no news of the provider's, to be passed over.
    untold.retain(|name| all.iter().any(|other| other.knows(name)));
    if !untold.is_empty() {
        parts.push(U::unknown(json.kept_fields(&untold)));
    }
    match parts.len() {
        1 => parts.pop(),
        _ => U::several(parts),
    }
}

fn held<'a>(fields: &'a [(Cow<'_, str>, Held<'_>)], name: &str) -> Option<&'a Held<'a>> {
    let found = fields.iter().rev().find(|(known, _)| known == name);
    found.map(|(_, held)| held)
}

fn scalar<'a>(fields: &'a [(Cow<'_, str>, Held<'_>)], name: &str) -> Option<&'a str> {
    match held(fields, name)? {
        Held::Scalar(text) => Some(text),
        Held::Null | Held::More => None,
    }
}

fn may_be(alternative: &Alternative, fields: &[(Cow<'_, str>, Held<'_>)]) -> bool {
    let fixed = alternative.fixed.iter();
    let mut single = fixed.filter_map(|(name, values)| match values {
        [value] => Some((name, value)),
        _ => None,
    });
    let is_closed = alternative.rest == Rest::Refused;
    alternative
        .required()
        .all(|name| held(fields, name).is_some())
        && single.all(|(name, value)| scalar(fields, name).is_none_or(|held| held == *value))
        && (!is_closed || fields.iter().all(|(name, _)| alternative.knows(name)))
}

/// How many fields have a value that is listed for them, and how many are known.
fn fit(alternative: &Alternative, fields: &[(Cow<'_, str>, Held<'_>)]) -> (usize, usize) {
    let fixed = alternative.fixed.iter();
    let listed = fixed
        .filter(|(name, values)| scalar(fields, name).is_some_and(|held| values.contains(&held)));
    let known = fields.iter().filter(|(name, _)| alternative.knows(name));
    (listed.count(), known.count())
}

/// What lists the text comes first, and what lists others last.
fn rank_of_text(alternative: &Alternative, text: &str) -> u8 {
    match alternative.texts {
        [] => 1,
        texts if texts.contains(&text) => 0,
        _ => 2,
    }
}

//! The fields of a struct.

use super::sides::Sides;
use super::{Changes, quoted};
use crate::surface::{Field, Type};

/// Compares them; `owner` is the type as it is now, `place` its place.
pub(super) fn compare(
    old: &[Field],
    new: &[Field],
    owner: &Type,
    place: &str,
    changes: &mut Changes,
) {
    let mut sides = Sides::by(old, new, |field| &field.name);
    let at = |name: &str| format!("{place}.{name}");
    let had_others = old.iter().any(|field| field.wire.is_none());
    for (was, is) in sides.renamed(|a, b| a.wire.is_some() && a.wire == b.wire) {
        changes.breaks(
            at(&was.name),
            "field-renamed",
            format!("is called {} now", quoted(&is.name)),
        );
        changed(was, is, owner, &at(&is.name), changes);
    }
    for gone in sides.gone {
        changes.breaks(at(&gone.name), "field-gone", "is gone");
    }
    for new in sides.new {
        let among = match (had_others, &new.wire) {
            (true, Some(_)) => "; it was among the other fields, if it came",
            _ => "",
        };
        // What is neither sent nor read comes from the provider by itself.
        let unread = match new.required && (owner.read || !owner.sent) {
            true => "; an answer without it, or one that was stored before, isn't read",
            false => "",
        };
        if new.required && owner.sent {
            let what = format!(
                "is new and has to be set: a builder without it makes no {}{among}{unread}",
                quoted(&owner.name)
            );
            changes.turns(at(&new.name), "field-required", what);
        } else {
            changes.adds(
                at(&new.name),
                "field-new",
                format!("is new, {}{among}{unread}", quoted(&new.ty)),
            );
        }
    }
    for (was, is) in sides.both {
        changed(was, is, owner, &at(&is.name), changes);
    }
}

fn changed(was: &Field, is: &Field, owner: &Type, at: &str, changes: &mut Changes) {
    let inside = |ty: &str| {
        let inner = ty
            .strip_prefix("Option<")
            .and_then(|ty| ty.strip_suffix('>'));
        inner.map(str::to_owned)
    };
    if inside(&is.ty).as_deref() == Some(&*was.ty) {
        let may = match owner.sent && !owner.read {
            true => "need not have a value any more",
            false => "may be absent or `null`",
        };
        let what = format!(
            "{may}: it is {} instead of {}",
            quoted(&is.ty),
            quoted(&was.ty)
        );
        changes.breaks(at, "field-optional", what);
    } else if inside(&was.ty).as_deref() == Some(&*is.ty) {
        let what = format!(
            "has to have a value: it is {} instead of {}",
            quoted(&is.ty),
            quoted(&was.ty)
        );
        changes.breaks(at, "field-required", what);
    } else if was.ty != is.ty {
        let what = format!("is {} instead of {}", quoted(&is.ty), quoted(&was.ty));
        changes.breaks(at, "field-type", what);
    } else if (was.required, was.nullable) != (is.required, is.nullable) {
        if is.required {
            let what = match owner.sent {
                true => "has to be set: a builder without it makes no value",
                false => "has to be there: an answer without it is refused",
            };
            changes.turns(at, "field-required", what);
        } else {
            changes.adds(at, "field-optional", "need not be set any more");
        }
    }
    if was.wire != is.wire {
        let name = |field: &Field| {
            field
                .wire
                .as_deref()
                .map_or_else(|| "all other fields".to_owned(), quoted)
        };
        let what = format!("is {} on the wire instead of {}", name(is), name(was));
        changes.turns(at, "field-wire", what);
    }
    match (was.sensitive, is.sensitive) {
        (true, false) => changes.turns(
            at,
            "shown",
            "isn't hidden any more: `Debug`, traces and recordings show it",
        ),
        (false, true) => changes.adds(at, "hidden", "is hidden"),
        _ => {}
    }
    changes.words(at, &was.doc, &is.doc);
}

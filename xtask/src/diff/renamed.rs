//! Types that only have another name.
//!
//! A schema that is called otherwise renames its type, and those of what is written inside of it. Without this, each field
//! that has one of them would be told as another one.

use std::collections::BTreeMap;

use super::{Changes, quoted};
use crate::surface::{Kind, Surface, Type};

/// Tells which types are called otherwise; the old surface, with the new names.
pub(super) fn types(old: &Surface, new: &Surface, changes: &mut Changes) -> Surface {
    let mut old = old.clone();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    // Inner types first: what is made of them is the same once they are.
    while let Some((was, is)) = next(&old, new) {
        rename(&mut old, &was, &is);
        names.insert(was, is);
    }
    for (was, is) in names {
        let what = format!("is called {} now", quoted(&format!("types::{is}")));
        changes.breaks(format!("types::{was}"), "type-renamed", what);
    }
    old
}

/// A type that is gone and one that is new, which are the same and the only ones that are.
fn next(old: &Surface, new: &Surface) -> Option<(String, String)> {
    let gone: Vec<_> = old
        .types
        .iter()
        .filter(|ty| new.ty(&ty.name).is_none())
        .collect();
    let fresh: Vec<_> = new
        .types
        .iter()
        .filter(|ty| old.ty(&ty.name).is_none())
        .collect();
    gone.iter().find_map(|was| {
        let mut found = fresh.iter().filter(|is| is_same(was, is));
        let (is, None) = (found.next()?, found.next()) else {
            return None;
        };
        let rivals = gone.iter().filter(|other| is_same(other, is)).count();
        (rivals == 1).then(|| (was.name.clone(), is.name.clone()))
    })
}

/// What two types have to share to be worth a closer look, since there may be thousands.
fn names(ty: &Type) -> Vec<&str> {
    match &ty.kind {
        Kind::Struct { fields } => fields.iter().map(|field| &*field.name).collect(),
        Kind::List { values, .. } => values.iter().map(|value| &*value.name).collect(),
        Kind::Choice { alternatives, .. } => alternatives.iter().map(|one| &*one.name).collect(),
        Kind::Wrapper { .. } | Kind::Text { .. } => Vec::new(),
    }
}

fn is_same(was: &Type, is: &Type) -> bool {
    if (was.sensitive, was.sent, was.read) != (is.sensitive, is.sent, is.read)
        || names(was) != names(is)
    {
        return false;
    }
    let mut renamed = was.clone();
    replace(&mut renamed, &was.name, &is.name);
    renamed.name.clone_from(&is.name);
    let shape = |ty: &Type| (ty.kind.clone(), ty.sensitive, ty.sent, ty.read);
    let mut told = is.clone();
    without_doc(&mut renamed.kind);
    without_doc(&mut told.kind);
    shape(&renamed) == shape(&told)
}

fn without_doc(kind: &mut Kind) {
    match kind {
        Kind::Struct { fields } => fields.iter_mut().for_each(|field| field.doc.clear()),
        Kind::List { values, .. } => values.iter_mut().for_each(|value| value.doc.clear()),
        Kind::Choice { alternatives, .. } => alternatives.iter_mut().for_each(|a| a.doc.clear()),
        Kind::Wrapper { .. } | Kind::Text { .. } => {}
    }
}

fn rename(surface: &mut Surface, was: &str, is: &str) {
    for ty in &mut surface.types {
        if ty.name == was {
            is.clone_into(&mut ty.name);
        }
        replace(ty, was, is);
    }
    for operation in &mut surface.operations {
        swap(&mut operation.success, was, is);
        swap(&mut operation.error, was, is);
        operation
            .parameters
            .iter_mut()
            .for_each(|parameter| swap(&mut parameter.ty, was, is));
        operation
            .body
            .iter_mut()
            .for_each(|body| swap(&mut body.ty, was, is));
    }
}

fn replace(ty: &mut Type, was: &str, is: &str) {
    match &mut ty.kind {
        Kind::Struct { fields } => fields
            .iter_mut()
            .for_each(|field| swap(&mut field.ty, was, is)),
        Kind::Wrapper { inner } => swap(inner, was, is),
        Kind::Choice { alternatives, .. } => {
            let held = alternatives
                .iter_mut()
                .flat_map(|alternative| &mut alternative.holds);
            held.for_each(|held| swap(held, was, is));
        }
        Kind::Text { .. } | Kind::List { .. } => {}
    }
    let traits = std::mem::take(&mut ty.traits).into_iter();
    ty.traits = traits
        .map(|mut name| {
            swap(&mut name, was, is);
            name
        })
        .collect();
}

/// `types::Loan` becomes `types::Credit`, and `types::LoanState` stays.
fn swap(spelled: &mut String, was: &str, is: &str) {
    let (from, to) = (format!("types::{was}"), format!("types::{is}"));
    let mut swapped = String::new();
    let mut rest = spelled.as_str();
    while let Some(at) = rest.find(&from) {
        let (before, behind) = rest.split_at(at);
        let behind = behind.strip_prefix(&*from).unwrap_or(behind);
        let is_longer = behind.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        swapped.push_str(before);
        swapped.push_str(if is_longer { &from } else { &to });
        rest = behind;
    }
    swapped.push_str(rest);
    *spelled = swapped;
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_type_whose_name_goes_on_is_another_one() {
        let mut spelled = "BTreeMap<types::Loan, Option<types::LoanState>>".to_owned();
        super::swap(&mut spelled, "Loan", "Credit");
        assert_eq!(spelled, "BTreeMap<types::Credit, Option<types::LoanState>>");
    }
}

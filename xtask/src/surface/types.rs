//! The module `types`: structs and their builders, lists, texts, choices.
//!
//! What a type is, is told by the macro or the trait that makes it so: `open_list!`, `limited_text!`, `builder!`, `Union`.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::{Fields, ImplItem, Item, ItemEnum, ItemImpl, ItemStruct, Visibility};

use super::model::{Alternative, Field, Kind, Type};
use super::spelled::Names;
use super::syntax::{doc, has, last, module, unknown};
use super::{choice, list, said_by_macro, told};
use crate::answer::Problem;

/// All types, by name.
pub(super) fn read(file: &syn::File) -> Result<Vec<Type>, Problem> {
    let items = module(&file.items, "types");
    let names: Names = items.iter().filter_map(name_of).collect();
    let builders = said_by_macro::builders(module(items, "builder"))?;
    let mut types = BTreeMap::new();
    for item in items {
        if let Some(new) = declared(item, &names, &builders)? {
            types.insert(new.name.clone(), new);
        }
    }
    for item in items {
        match item {
            Item::Impl(item) => implemented(item, &names, &mut types)?,
            Item::Macro(item) => {
                let (name, listed) = list::read(&item.mac)?;
                let found = types.get_mut(&name);
                let found = found.ok_or_else(|| unknown(&format!("no type `{name}`")))?;
                list::put(found, listed);
            }
            // Declared above, or private.
            _ => {}
        }
    }
    Ok(types.into_values().collect())
}

fn name_of(item: &Item) -> Option<String> {
    match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        _ => None,
    }
}

fn declared(
    item: &Item,
    names: &Names,
    builders: &said_by_macro::Builders,
) -> Result<Option<Type>, Problem> {
    let (name, kind, attributes) = match item {
        Item::Struct(item) => (&item.ident, of_struct(item, names, builders)?, &item.attrs),
        Item::Enum(item) => (&item.ident, of_enum(item, names), &item.attrs),
        Item::Impl(_) | Item::Macro(_) | Item::Mod(_) => return Ok(None),
        Item::Fn(item) if matches!(item.vis, Visibility::Inherited) => return Ok(None),
        other => {
            let what = other.to_token_stream().to_string();
            return Err(unknown(&format!("this in its types: {what}")));
        }
    };
    let mut traits = BTreeSet::new();
    for attribute in attributes.iter().filter(|a| a.path().is_ident("derive")) {
        // What isn't understood isn't a derive.
        drop(attribute.parse_nested_meta(|meta| {
            traits.insert(last(&meta.path));
            Ok(())
        }));
    }
    Ok(Some(Type {
        name: name.to_string(),
        kind,
        sent: false,
        read: false,
        sensitive: false,
        traits,
        functions: BTreeSet::new(),
        doc: told::of_item(&doc(attributes)),
    }))
}

fn of_struct(
    item: &ItemStruct,
    names: &Names,
    builders: &said_by_macro::Builders,
) -> Result<Kind, Problem> {
    let name = item.ident.to_string();
    let fields = match &item.fields {
        Fields::Named(fields) => &fields.named,
        Fields::Unnamed(fields) => {
            let inner = fields.unnamed.first().map(|field| names.inside(&field.ty));
            let inner = inner.ok_or_else(|| unknown(&format!("`{name}`, around nothing")))?;
            return Ok(Kind::Wrapper { inner });
        }
        Fields::Unit => return Err(unknown(&format!("`{name}`, which holds nothing"))),
    };
    let builder = builders.get(&name);
    let builder = builder.ok_or_else(|| unknown(&format!("no builder of `{name}`")))?;
    let mut read = Vec::new();
    for field in fields {
        let ident = field
            .ident
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        let start = builder.get(&ident);
        let start = start.ok_or_else(|| unknown(&format!("no setter of `{ident}` in `{name}`")))?;
        read.push(Field {
            wire: said_by_macro::wire(&field.attrs, &ident),
            ty: names.inside(&field.ty),
            required: start.required,
            nullable: start.nullable,
            sensitive: start.unseen,
            doc: told::of_item(&doc(&field.attrs)),
            name: ident,
        });
    }
    read.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Kind::Struct { fields: read })
}

fn of_enum(item: &ItemEnum, names: &Names) -> Kind {
    let alternatives = item.variants.iter().map(|variant| Alternative {
        name: variant.ident.to_string(),
        holds: variant
            .fields
            .iter()
            .map(|field| names.inside(&field.ty))
            .collect(),
        when: String::new(),
        sensitive: false,
        doc: told::of_item(&doc(&variant.attrs)),
    });
    let mut alternatives: Vec<_> = alternatives.collect();
    alternatives.sort_by(|a, b| a.name.cmp(&b.name));
    Kind::Choice {
        alternatives,
        tag: None,
        exhaustive: !item
            .attrs
            .iter()
            .any(|a| a.path().is_ident("non_exhaustive")),
    }
}

/// A type by its name, as it stands in its module.
fn own<'a>(types: &'a mut BTreeMap<String, Type>, spelled: &str) -> Option<&'a mut Type> {
    types.get_mut(spelled.strip_prefix("types::")?)
}

fn implemented(
    item: &ItemImpl,
    names: &Names,
    types: &mut BTreeMap<String, Type>,
) -> Result<(), Problem> {
    let this = names.inside(&item.self_ty);
    let Some((path, _)) = &item.trait_ else {
        let found = own(types, &this).ok_or_else(|| unknown(&format!("functions of `{this}`")))?;
        let functions = item.items.iter().filter_map(|item| match item {
            ImplItem::Fn(f) if matches!(f.vis, Visibility::Public(_)) => Some(names.inside(&f.sig)),
            _ => None,
        });
        found.functions.extend(functions);
        return Ok(());
    };
    let spelled = spelled_trait(&names.inside(path), item, names);
    // `impl From<Alias> for Loan`: it's the alias that comes and goes.
    let from = spelled
        .strip_prefix("From<")
        .and_then(|t| t.strip_suffix('>'));
    if let Some(alias) = from.and_then(|from| own(types, from))
        && matches!(&alias.kind, Kind::Wrapper { inner } if *inner == this)
    {
        alias.traits.insert(format!("Into<{this}>"));
        return Ok(());
    }
    match own(types, &this) {
        Some(found) => {
            match &*last(path) {
                "Debug" => hidden(found, item),
                "Union" => choice::put(found, item)?,
                "FromAnswer" => choice::answers(found, item),
                _ => {}
            }
            found.traits.insert(spelled);
        }
        // `impl From<Loan> for String`.
        None => {
            let from = spelled
                .strip_prefix("From<")
                .and_then(|t| t.strip_suffix('>'));
            let found = from.and_then(|from| own(types, from));
            let found = found.ok_or_else(|| unknown(&format!("`{spelled}` for `{this}`")))?;
            found.traits.insert(format!("Into<{this}>"));
        }
    }
    Ok(())
}

fn spelled_trait(path: &str, item: &ItemImpl, names: &Names) -> String {
    let (path, arguments) = match path.split_once('<') {
        Some((path, arguments)) => (path, format!("<{arguments}")),
        None => (path, String::new()),
    };
    let name = path.rsplit("::").next().unwrap_or(path);
    let target = item.items.iter().find_map(|inner| match inner {
        ImplItem::Type(ty) if ty.ident == "Target" => Some(names.inside(&ty.ty)),
        _ => None,
    });
    match (name, target) {
        // Its lifetime says nothing.
        ("Deserialize", _) => name.to_owned(),
        (_, Some(target)) => format!("{name}<{target}>"),
        (_, None) => format!("{name}{arguments}"),
    }
}

/// What `Debug` leaves out: all of a wrapper, or what some alternatives hold. Of fields, their builder says it.
fn hidden(found: &mut Type, item: &ItemImpl) {
    match &mut found.kind {
        Kind::Choice { alternatives, .. } => choice::hidden(alternatives, item),
        Kind::Struct { .. } => {}
        _ => found.sensitive = has(item.to_token_stream(), "Redacted"),
    }
}

//! The Rust name of a name in a spec, by the rules of progenitor and typify.
//!
//! Both are needed before they run: to find two names of the spec that would become one, and to find the item that
//! stands for an operation afterwards. The two differ in one thing only: what they put before a leading digit.

use heck::{ToPascalCase, ToSnakeCase};
use unicode_ident::{is_xid_continue, is_xid_start};

use crate::signs;

/// A variant that stands for a value: as typify makes it, but for what has no letter.
pub(crate) fn of_variant(value: &str) -> String {
    of_type(signs::spelled_out(value).as_deref().unwrap_or(value))
}

/// A type that typify makes of a schema.
pub(crate) fn of_type(name: &str) -> String {
    fit(
        spelled(name, "Plus1", "Minus1", |n| n.to_pascal_case()),
        "X",
    )
}

/// A field that typify makes of a property.
pub(crate) fn of_field(name: &str) -> String {
    fit(spelled(name, "plus1", "minus1", |n| n.to_snake_case()), "x")
}

/// A method that progenitor makes of an operation id, or an argument that it makes of a parameter.
pub(crate) fn of_method(name: &str) -> String {
    fit(spelled(name, "plus1", "minus1", |n| n.to_snake_case()), "_")
}

/// The builder that progenitor makes of an operation id.
pub(crate) fn of_builder(operation_id: &str) -> String {
    fit(
        spelled(&of_method(operation_id), "Plus1", "Minus1", |n| {
            n.to_pascal_case()
        }),
        "_",
    )
}

/// The constant that holds what the spec says of an operation.
pub(crate) fn of_constant(operation_id: &str) -> String {
    let name = of_method(operation_id).to_uppercase();
    // The list of all operations is called so.
    if name == "ALL" {
        "ALL_".to_owned()
    } else {
        name
    }
}

fn spelled(name: &str, plus: &str, minus: &str, case: fn(&str) -> String) -> String {
    match name {
        "+1" => plus.to_owned(),
        "-1" => minus.to_owned(),
        _ => case(
            &name
                .replace('\'', "")
                .replace(|c: char| !is_xid_continue(c), "-"),
        ),
    }
}

fn fit(name: String, before_digit: &str) -> String {
    let name = match name.chars().next() {
        None => before_digit.replace('_', "x"),
        Some(first) if is_xid_start(first) => name,
        Some(_) => format!("{before_digit}{name}"),
    };
    if typify::accept_as_ident(&name) {
        name
    } else {
        format!("{name}_")
    }
}

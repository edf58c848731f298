//! progenitor, fenced in: what it refuses and where it panics gives way, see [`blame`].

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TypeImpl};
use schemars::schema::{InstanceType, SchemaObject};
use serde::Deserialize;
use serde_json::Value;

use crate::blame;
use crate::error::Error;
use crate::rust::{pieces, texts_in_types};
use crate::rust_name;
use crate::spec::{
    Spec, as_sent, exact_decimals, form_parts, idempotency_key, parameter_types, secrets, units,
};
use crate::texts::{self, Text};

/// What progenitor makes of a spec.
pub(crate) struct Output {
    pub(crate) client: syn::File,
    pub(crate) httpmock: Option<syn::File>,
    /// What it was told that exists already.
    pub(crate) texts: Vec<Text>,
}

/// As often something may be found that has to give way. Each time, all is found that fails by itself.
const ROUNDS: usize = 8;

/// Runs progenitor. What it can't take becomes any JSON or is left out, and is told.
pub(crate) fn run(spec: &mut Spec, httpmock: bool) -> Result<Output, Error> {
    let mut said = String::new();
    for _ in 0..ROUNDS {
        match attempt(&spec.root, httpmock) {
            Ok(mut output) => {
                texts_in_types::shorten(&mut output.client)?;
                return Ok(output);
            }
            Err(message) => said = message,
        }
        let is_taken = |root: &Value| attempt(root, httpmock).map(drop);
        if !blame::mend(spec, &is_taken) {
            break;
        }
    }
    let wrong = format!("the generator can't take it: {said}");
    Err(Error::file(wrong, "look at what was changed last"))
}

fn settings(named: &[String], texts: &[Text]) -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    settings.with_interface(InterfaceStyle::Builder);
    // Maps that iterate in one order write the same request each time.
    settings.with_map_type("::std::collections::BTreeMap");
    let both = &[TypeImpl::Display, TypeImpl::FromStr][..];
    let shown = &[TypeImpl::Display][..];
    let mut types = vec![
        (
            exact_decimals::FORMAT,
            "::florin_core::Decimal".to_owned(),
            both,
        ),
        (
            exact_decimals::TEXT,
            "::florin_core::decimal_string::DecimalString".to_owned(),
            both,
        ),
        (
            idempotency_key::FORMAT,
            "::florin_core::IdempotencyKey".to_owned(),
            both,
        ),
        (
            form_parts::FORMAT,
            "::florin_core::FilePart".to_owned(),
            &[],
        ),
        (form_parts::ANY, "::florin_core::Multipart".to_owned(), &[]),
        (
            secrets::FORMAT,
            "::florin_core::Secret".to_owned(),
            &[TypeImpl::FromStr],
        ),
    ];
    // No text says its unit, so none is taken for a rate.
    types.extend(units::FORMATS.map(|(format, path)| (format, path.to_owned(), shown)));
    types.extend(as_sent::FORMATS.map(|(format, read)| {
        let path = format!("::florin_core::AsSent<{read}>");
        (format, path, shown)
    }));
    let mut types: Vec<_> = types
        .into_iter()
        .map(|(format, path, impls)| (format.to_owned(), path, impls))
        .collect();
    // Types of the spec, where progenitor must not see that they are objects.
    types.extend(named.iter().map(|name| {
        let path = format!("types::{}", rust_name::of_type(name));
        (format!("{}{name}", parameter_types::FORMAT), path, &[][..])
    }));
    for (format, path, impls) in types {
        let schema = SchemaObject {
            instance_type: Some(InstanceType::String.into()),
            format: Some(format),
            ..SchemaObject::default()
        };
        settings.with_conversion(schema, path, impls.iter().copied());
    }
    for text in texts {
        let path = format!("types::{}", text.name);
        settings.with_replacement(&text.name, path, both.iter().copied());
    }
    settings
}

fn attempt(root: &Value, httpmock: bool) -> Result<Output, String> {
    quietly(|| {
        let spec = openapiv3::OpenAPI::deserialize(root).map_err(|e| e.to_string())?;
        let named = parameter_types::named(root);
        let texts = texts::of(root);
        let client = Generator::new(&settings(&named, &texts))
            .generate_tokens(&spec)
            .map_err(|e| e.to_string())?;
        let httpmock = match httpmock {
            true => Some(
                Generator::new(&settings(&named, &texts))
                    .httpmock(&spec, "crate")
                    .map_err(|e| e.to_string())?,
            ),
            false => None,
        };
        drop(spec);
        Ok(Output {
            client: pieces::file(client)?,
            httpmock: httpmock
                .map(syn::parse2)
                .transpose()
                .map_err(|e| format!("what came out is not Rust: {e}"))?,
            texts,
        })
    })
}

/// Turns a panic into its message, and keeps it off the screen.
fn quietly<T>(f: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    thread_local!(static QUIET: Cell<bool> = const { Cell::new(false) });
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                loud(info);
            }
        }));
    });
    QUIET.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(f));
    QUIET.set(false);
    result.unwrap_or_else(|payload| {
        let text = payload.downcast_ref::<String>().cloned();
        Err(text
            .or_else(|| payload.downcast_ref::<&str>().map(|s| (*s).to_owned()))
            .unwrap_or_default())
    })
}

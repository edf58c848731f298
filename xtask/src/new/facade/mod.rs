//! The module of a provider in the crate `florin`: a skeleton that works, for a developer to go on from.

mod builder;
mod credentials;
mod environment;
mod testing;

use std::path::{Path, PathBuf};

use super::plan::{Change, KeyPlace, NewProvider, Scheme};
use super::requests;
use super::template::{filled, formatted};
use crate::answer::Problem;

/// The files of the module, and of its recorder.
///
/// # Errors
/// The code can't be formatted.
pub(super) fn changes(provider: &NewProvider, root: &Path) -> Result<Vec<Change>, Problem> {
    let module = PathBuf::from("crates/florin/src").join(&provider.name);
    let mut files = vec![
        (module.join("mod.rs"), module_text(provider)),
        (module.join("builder.rs"), builder::text(provider)),
        (module.join("client.rs"), client_text(provider)),
        (module.join("environment.rs"), environment::text(provider)),
    ];
    if provider.auth.used != Scheme::None {
        files.push((module.join("credentials.rs"), credentials::text(provider)));
    }
    let recorder = format!("crates/florin/src/testing/{}.rs", provider.name);
    files.push((PathBuf::from(recorder), testing::text(provider)));
    files
        .into_iter()
        .map(|(path, code)| {
            let text = formatted(root, &code)?;
            Ok(Change::Create { path, text })
        })
        .collect()
}

/// The internal features of `florin` that the module stands on, beside `_paths`, and the libraries.
pub(super) fn features(provider: &NewProvider) -> Vec<&'static str> {
    match provider.auth.used {
        Scheme::ClientCredentials { .. } => {
            vec![
                "_client-credentials",
                "_form",
                "_paths",
                "_token-url",
                "_tokens",
            ]
        }
        Scheme::Basic => vec!["_paths", "dep:base64"],
        _ => vec!["_paths"],
    }
}

fn has_token_url(provider: &NewProvider) -> bool {
    matches!(provider.auth.used, Scheme::ClientCredentials { .. })
}

/// The first named environment, as code.
fn some_environment(provider: &NewProvider) -> Option<String> {
    let first = provider.servers.first()?;
    Some(format!("Environment::{}", first.variant))
}

fn module_text(provider: &NewProvider) -> String {
    let has_credentials = provider.auth.used != Scheme::None;
    let of_env = "Environment::from_env()?".to_owned();
    let error = match single_error(provider) {
        Some(error) => {
            format!("\n/// The error of every call.\npub type Error = florin_core::Error<{error}>;")
        }
        None => String::new(),
    };
    filled(
        include_str!("../templates/mod.rs.tmpl"),
        &[
            ("title", &provider.title),
            ("name", &provider.name),
            ("library", &provider.library()),
            (
                "example_imports",
                if has_credentials {
                    "Client, Credentials, Environment"
                } else {
                    "Client, Environment"
                },
            ),
            (
                "example_environment",
                &some_environment(provider).unwrap_or(of_env),
            ),
            (
                "example_credentials",
                if has_credentials {
                    "//!     .credentials(Credentials::from_env()?)\n"
                } else {
                    ""
                },
            ),
            ("who_sends", &who_sends(provider)),
            (
                "mod_credentials",
                if has_credentials {
                    "mod credentials;\n"
                } else {
                    ""
                },
            ),
            (
                "use_credentials",
                if has_credentials {
                    "pub use credentials::Credentials;\n"
                } else {
                    ""
                },
            ),
            (
                "use_token",
                if has_token_url(provider) {
                    "#[cfg(feature = \"testing\")]\npub(crate) use builder::TOKEN;\n"
                } else {
                    ""
                },
            ),
            ("error", &error),
        ],
    )
}

/// What the document says of it, and what is made of that.
fn who_sends(provider: &NewProvider) -> String {
    let auth = &provider.auth;
    let name = if auth.name.is_empty() {
        String::new()
    } else {
        format!(", as the document says under `{}`", auth.name)
    };
    let used = match &auth.used {
        Scheme::None => {
            "The document asks for nothing that could be sent, so nothing says who sends."
                .to_owned()
        }
        Scheme::Bearer => format!(
            "Each request has a bearer token{name}. Where you get it is between you and the provider, and it isn't renewed."
        ),
        Scheme::Basic => format!("Each request has a user name and a password (`Basic`){name}."),
        Scheme::Key { place, name: key } => {
            let place = match place {
                KeyPlace::Header => "header",
                KeyPlace::Query => "query parameter",
                KeyPlace::Cookie => "cookie",
            };
            format!("Each request has a key in the {place} `{key}`{name}.")
        }
        Scheme::ClientCredentials { .. } => format!(
            "Each request has a token by the client credentials grant of OAuth 2.0{name}. It is asked for with the first call, and \
             renewed before its lifetime is over, and once where a call answers 401."
        ),
    };
    let mut lines = format!("//! {used}\n");
    if !auth.others.is_empty() {
        lines.push_str(
            "//!\n//! What the document offers as well, and why this client has it not:\n//!\n",
        );
        for (name, why) in &auth.others {
            lines.push_str(&format!("//! - `{name}`: {why}.\n"));
        }
    }
    for sentence in requests::refused(provider) {
        lines.push_str(&format!("//!\n//! {sentence}.\n"));
    }
    lines
}

/// The type of the errors' bodies, where all operations have the same: then an alias says it.
fn single_error(provider: &NewProvider) -> Option<String> {
    let operations = &provider.surface.operations;
    let first = operations.first()?;
    let is_same = operations.iter().all(|one| one.error == first.error);
    let is_ours = first.error.starts_with("types::");
    (is_same && is_ours).then(|| first.error.clone())
}

fn client_text(provider: &NewProvider) -> String {
    let (whom, shared, same) = match provider.auth.used {
        Scheme::None => ("for anybody", "", ""),
        Scheme::Bearer | Scheme::ClientCredentials { .. } => {
            ("with a token", "the token, ", "token, ")
        }
        Scheme::Basic | Scheme::Key { .. } => {
            ("with credentials", "the credentials, ", "credentials, ")
        }
    };
    let refused: String = requests::refused(provider)
        .iter()
        .map(|sentence| format!("    /// {sentence}.\n    ///\n"))
        .collect();
    filled(
        include_str!("../templates/client.rs.tmpl"),
        &[
            ("title", &provider.title),
            ("library", &provider.library()),
            ("as_whom", whom),
            ("refused", &refused),
            ("shared", shared),
            ("same", same),
        ],
    )
}

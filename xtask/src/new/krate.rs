//! The crate of a provider: generated, and the few lines that have it generated.

use std::path::{Path, PathBuf};

use super::plan::{Change, KeyPlace, NewProvider, Scheme};
use super::template::{filled, formatted};
use crate::answer::Problem;

/// The files of the crate.
///
/// # Errors
/// The code can't be formatted.
pub(super) fn changes(provider: &NewProvider, root: &Path) -> Result<Vec<Change>, Problem> {
    let folder = PathBuf::from("crates").join(provider.package());
    let (package, title) = (provider.package(), provider.title.as_str());
    let values = [("package", package.as_str()), ("title", title)];
    let create = |file: &str, text: String| Change::Create {
        path: folder.join(file),
        text,
    };
    let link = |file: &str, to: String| Change::Link {
        path: folder.join(file),
        to: to.into(),
    };
    Ok(vec![
        create(
            "Cargo.toml",
            filled(include_str!("templates/crate.toml.tmpl"), &values),
        ),
        create("README.md", readme(provider)),
        create(
            "build.rs",
            formatted(root, include_str!("templates/build.rs.tmpl"))?,
        ),
        create(
            "src/lib.rs",
            formatted(root, include_str!("templates/lib.rs.tmpl"))?,
        ),
        link("LICENSE-APACHE", "../../LICENSE-APACHE".to_owned()),
        link("LICENSE-MIT", "../../LICENSE-MIT".to_owned()),
        link(
            "openapi.yaml",
            format!("../../specs/{}/openapi.yaml", provider.name),
        ),
    ])
}

fn readme(provider: &NewProvider) -> String {
    let url = provider.servers.first();
    let url = url.map_or("https://api.example.com", |server| server.url.as_str());
    let (argument, identify) = match &provider.auth.used {
        Scheme::None => ("", ".anonymous()".to_owned()),
        Scheme::Bearer | Scheme::ClientCredentials { .. } => {
            ("token: String", ".bearer(token)".to_owned())
        }
        Scheme::Basic => (
            "encoded: String",
            ".authorization(\"Basic\", encoded)".to_owned(),
        ),
        Scheme::Key { place, name } => {
            let way = match place {
                KeyPlace::Header => "header",
                KeyPlace::Query => "query",
                KeyPlace::Cookie => "cookie",
            };
            ("key: String", format!(".api_key_{way}({name:?}, key)"))
        }
    };
    let facade = match provider.auth.used {
        Scheme::None => {
            "the provider's servers by name, paths that can be corrected, and a recorder for tests"
        }
        Scheme::ClientCredentials { .. } => {
            "tokens that are asked for and renewed, credentials from the environment, paths that can be corrected, and a recorder for tests"
        }
        _ => {
            "credentials from the environment, paths that can be corrected, and a recorder for tests"
        }
    };
    // One that needs nothing, so that the example can stand as it is.
    let simple = provider.surface.operations.iter().find(|operation| {
        let needs = operation.parameters.iter().any(|one| one.required)
            || operation.body.as_ref().is_some_and(|body| body.required);
        !needs && operation.client_header.is_none()
    });
    let call = match simple {
        Some(operation) => format!(
            "let answer = client.{}().send().await?;\nprintln!(\"{{}}\", answer.status());",
            operation.method
        ),
        None => "println!(\"{client:?}\");".to_owned(),
    };
    let start = if simple.is_some() { "async fn" } else { "fn" };
    let signature =
        format!("{start} example({argument}) -> Result<(), Box<dyn std::error::Error>>");
    filled(
        include_str!("templates/README.md.tmpl"),
        &[
            ("package", &provider.package()),
            ("title", &provider.title),
            ("name", &provider.name),
            ("library", &provider.library()),
            ("facade", facade),
            ("signature", &signature),
            ("sample", url),
            ("identify", &identify),
            ("call", &call),
        ],
    )
}

//! The build script of a provider crate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::{Error, Source, generate};

/// Makes the client of a provider crate: the whole of its `build.rs`.
///
/// ```no_run
/// fn main() -> std::process::ExitCode {
///     florin_codegen::build("openapi.yaml")
/// }
/// ```
///
/// Reads `spec`, a path in the crate's folder, and writes `client.rs` into `OUT_DIR`; with the crate's feature `httpmock`
/// also `httpmock.rs`. The script runs again when the spec changes (the file itself, where `spec` is a link to it), and
/// for nothing else. Nothing is written unless all of it could be made.
///
/// # Errors
/// What is wrong with the spec becomes one `cargo::error` message, and the build fails.
#[must_use]
#[allow(
    clippy::print_stdout,
    reason = "standard output is how a build script speaks to Cargo"
)]
pub fn build(spec: &str) -> ExitCode {
    println!("cargo::rerun-if-changed={spec}");
    match run(spec) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            println!("cargo::error={message}");
            ExitCode::FAILURE
        }
    }
}

#[allow(
    clippy::print_stdout,
    reason = "standard output is how a build script speaks to Cargo"
)]
fn run(spec: &str) -> Result<(), String> {
    let folder = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    let link = folder.join(spec);
    let file = fs::canonicalize(&link)
        .map_err(|e| format!("{}: {e}; put the spec there", link.display()))?;
    println!("cargo::rerun-if-changed={}", file.display());
    let name = shown(&folder, &file);
    let text = fs::read(&file).map_err(|e| format!("{name}: {e}; see that it can be read"))?;
    let text = String::from_utf8(text)
        .map_err(|_| format!("{name}: this is not UTF-8 text; save it as UTF-8"))?;
    let httpmock = std::env::var_os("CARGO_FEATURE_HTTPMOCK").is_some();
    let made = generate(&Source {
        name: &name,
        text: &text,
        httpmock,
    })
    .map_err(|e: Error| e.to_string())?;

    let write = |name: &str, code: &str| {
        let path = out.join(name);
        fs::write(&path, code).map_err(|e| {
            format!(
                "{}: {e}; see that the target folder can be written",
                path.display()
            )
        })
    };
    if let Some(mocks) = &made.httpmock {
        write("httpmock.rs", mocks)?;
    }
    write("client.rs", &made.client)
}

fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("{name} is not set; call this from a build script"))
}

/// The file's path as somebody in the repository would write it: from the first folder that it shares with the crate.
fn shown(folder: &Path, file: &Path) -> String {
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let shared = folder
        .ancestors()
        .find(|ancestor| file.starts_with(ancestor));
    let short = shared
        .filter(|shared| shared.parent().is_some())
        .and_then(|shared| file.strip_prefix(shared).ok());
    short.unwrap_or(file).display().to_string()
}

//! The build script of a provider crate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::domains::SHARED;
use crate::{Domain, Error, Finding, Generated, files, generate_domains};

/// The domain without which there is no client.
const ALWAYS: &str = "authorization";

/// Makes the client of a provider crate: the whole of its `build.rs`.
///
/// ```no_run
/// fn main() -> std::process::ExitCode {
///     florin_codegen::build("openapi.yaml")
/// }
/// ```
///
/// Reads `spec`, a path in the crate's folder, and the files that it refers to, see [`generate_file`](crate::generate_file),
/// and writes `client.rs` into `OUT_DIR`; with the crate's feature `httpmock` also `httpmock.rs`. The script runs again when
/// one of these files changes (the file itself, where `spec` is a link to it), and for nothing else. Nothing is written
/// unless all of it could be made.
///
/// # Errors
/// What is wrong with the spec becomes one `cargo::error` message, and the build fails.
#[must_use]
pub fn build(spec: &str) -> ExitCode {
    ended(one(spec))
}

/// Makes the client of a provider crate whose spec is a folder with one file per domain: the whole of its `build.rs`.
///
/// ```no_run
/// fn main() -> std::process::ExitCode {
///     florin_codegen::build_domains("specs")
/// }
/// ```
///
/// `folder` is a path in the crate's folder. `shared.yaml` in it is what the others may refer to, `authorization.yaml` is
/// always in the client, and every other `<domain>.yaml` is with the crate's feature of its name. All of them are read
/// with any set of features, see [`generate_domains`]; the script runs again when one of them changes, comes or goes. What
/// is written is what [`build`] writes.
///
/// # Errors
/// What is wrong with the files becomes one `cargo::error` message, and the build fails.
#[must_use]
pub fn build_domains(folder: &str) -> ExitCode {
    ended(all(folder))
}

#[allow(
    clippy::print_stdout,
    reason = "standard output is how a build script speaks to Cargo"
)]
fn ended(outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            println!("cargo::error={message}");
            ExitCode::FAILURE
        }
    }
}

/// Lets Cargo run the script again when this changes.
#[allow(
    clippy::print_stdout,
    reason = "standard output is how a build script speaks to Cargo"
)]
fn watch(path: &str) {
    println!("cargo::rerun-if-changed={path}");
}

/// Names what could not be taken as it is written.
#[allow(
    clippy::print_stdout,
    reason = "standard output is how a build script speaks to Cargo"
)]
fn tell(findings: &[Finding]) {
    for finding in findings {
        println!("cargo::warning={finding}");
    }
}

fn one(spec: &str) -> Result<(), String> {
    watch(spec);
    let folder = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let path = folder.join(spec);
    let file = fs::canonicalize(&path)
        .map_err(|e| format!("{}: {e}; put the spec there", path.display()))?;
    let (read, made) = files::made(&file, &shown(&folder, &file), feature("httpmock"));
    for file in read {
        watch(&file.display().to_string());
    }
    write(made)
}

fn all(specs: &str) -> Result<(), String> {
    watch(specs);
    let folder = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let specs = folder.join(specs);
    let unreadable = |e: std::io::Error| format!("{}: {e}; put the specs there", specs.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&specs).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let domain = path.file_stem().and_then(|stem| stem.to_str());
        let is_spec = path.extension().is_some_and(|e| e == "yaml");
        let Some(domain) = domain.filter(|_| is_spec) else {
            continue;
        };
        let enabled = domain == ALWAYS || feature(domain);
        watch(&path.display().to_string());
        let (name, text) = read(&folder, &path)?;
        files.push((name, text, enabled));
    }
    // In the order of their names, so that of two broken files the same one is told each time.
    files.sort();
    let shared = files
        .iter()
        .find_map(|(name, ..)| name.strip_suffix(SHARED));
    let name = shared.map_or_else(
        || specs.display().to_string(),
        |folder| folder.trim_end_matches(['/', '\\']).to_owned(),
    );
    let domains: Vec<_> = files
        .iter()
        .map(|(name, text, enabled)| Domain {
            name,
            text,
            enabled: *enabled,
        })
        .collect();
    write(generate_domains(&name, &domains, feature("httpmock")))
}

/// What to call a file, and its text. Cargo is told of the file itself, where `path` is a link to it.
fn read(folder: &Path, path: &Path) -> Result<(String, String), String> {
    let file = fs::canonicalize(path)
        .map_err(|e| format!("{}: {e}; put the spec there", path.display()))?;
    watch(&file.display().to_string());
    let name = shown(folder, &file);
    let text = fs::read(&file).map_err(|e| format!("{name}: {e}; see that it can be read"))?;
    let text = String::from_utf8(text)
        .map_err(|_| format!("{name}: this is not UTF-8 text; save it as UTF-8"))?;
    Ok((name, text))
}

fn write(made: Result<Generated, Error>) -> Result<(), String> {
    let made = made.map_err(|e| e.to_string())?;
    tell(&made.findings);
    let out = PathBuf::from(variable("OUT_DIR")?);
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

/// Whether the crate is built with this feature.
fn feature(name: &str) -> bool {
    let name = name.to_uppercase().replace('-', "_");
    std::env::var_os(format!("CARGO_FEATURE_{name}")).is_some()
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

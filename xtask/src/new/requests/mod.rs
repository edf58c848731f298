//! Tests of a new provider: every operation sent by its generated client, to a recorder and to the sandbox.
//!
//! They stand in a folder of their own, `tests/tests/<name>_requests`, which Cargo finds by itself, in files of a size that a
//! person reads. Values are made of the spec. What the recorder was sent is kept as `tests/tests/snapshots/<name>/<operation>.snap`;
//! [`record`] writes these, since only the client knows what it sends.

mod document;
mod main_file;
mod record;
mod sent;
mod values;

use std::path::Path;

pub(super) use main_file::refused;
pub use record::{folder, forget, record, snapshot_name};

use super::plan::{Change, NewProvider};
use super::template::formatted;
use crate::answer::Problem;

/// Lines of operations in one file, about.
const LINES: usize = 260;

/// The tests, but for their snapshots.
///
/// # Errors
/// The client can't be read, or rustfmt isn't there.
pub fn changes(provider: &NewProvider, root: &Path) -> Result<Vec<Change>, Problem> {
    let surface = &provider.surface;
    let mut files: Vec<(usize, Vec<sent::Sent>)> = Vec::new();
    let here = surface
        .operations
        .iter()
        .filter(|operation| operation.server.is_none());
    for operation in here {
        let sent = sent::operation(provider, operation);
        let lines = sent.code.lines().count() + 2;
        match files.last_mut() {
            Some((known, all)) if *known + lines <= LINES => {
                *known += lines;
                all.push(sent);
            }
            _ => files.push((lines, vec![sent])),
        }
    }
    let test = format!("tests/tests/{}_requests", provider.name);
    let create = |file: &str, code: String| -> Result<Change, Problem> {
        Ok(Change::Create {
            path: format!("{test}/{file}.rs").into(),
            text: formatted(root, &code)?,
        })
    };
    let mut sent = files.iter().flat_map(|(_, all)| all);
    let has_samples = sent.any(|sent| sent.code.contains(sent::SAMPLE));
    let main = main_file::text(provider, files.len(), has_samples);
    let mut changes = vec![create("main", main)?];
    for (at, (_, operations)) in files.iter().enumerate() {
        changes.push(create(&module(at), sent::file(provider, operations))?);
    }
    Ok(changes)
}

/// The module of the operations that stand in a file.
fn module(at: usize) -> String {
    format!("operations_{}", at + 1)
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::new::plan::{Auth, Scheme};

    fn provider(spec: &str) -> NewProvider {
        let place = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/specs")
            .join(spec);
        let document = florin_codegen::bundle_file(&place).unwrap().value;
        let source = florin_codegen::Source {
            name: spec,
            text: &document.to_string(),
            httpmock: false,
        };
        let made = florin_codegen::generate(&source).unwrap();
        NewProvider {
            surface: crate::surface::Surface::of(&made).unwrap(),
            name: "lender".to_owned(),
            type_name: "Lender".to_owned(),
            title: "Lender".to_owned(),
            env: "LENDER".to_owned(),
            made,
            auth: Auth {
                used: Scheme::Bearer,
                name: "bearer".to_owned(),
                others: Vec::new(),
            },
            servers: Vec::new(),
            document,
        }
    }

    fn files(spec: &str) -> Vec<(String, String)> {
        let changes = changes(&provider(spec), Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let files = changes.into_iter().map(|change| match change {
            Change::Create { path, text } => (path.display().to_string(), text),
            other => panic!("{other:?}"),
        });
        files.collect()
    }

    #[test]
    fn each_operation_is_sent_with_values_that_its_spec_accepts() {
        let files = files("small.yaml");
        let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
        let folder = "tests/tests/lender_requests";
        assert_eq!(
            names,
            [
                format!("{folder}/main.rs"),
                format!("{folder}/operations_1.rs")
            ]
        );
        let sent = &files[1].1;
        assert!(
            sent.contains("\"create_loan\" => Box::pin(create_loan(client)).await"),
            "{sent}"
        );
        assert!(sent.contains(r#""currency":"AAA""#), "{sent}");
    }

    #[test]
    fn no_file_is_huge() {
        for (name, text) in files("nasty.yaml") {
            assert!(text.lines().count() < 350, "{name}");
        }
    }
}

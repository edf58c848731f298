//! Specs that are split over files: one client of all that belongs together, and nothing from outside the folder.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

use std::path::{Path, PathBuf};

use florin_codegen::{Generated, Source, generate, generate_file};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/files")
        .join(name)
}

/// The code and the findings, without the head and without the path that the tests lie in.
fn made(file: &Path) -> (String, Vec<String>) {
    let made = generate_file(file, false).unwrap_or_else(|e| panic!("{e}"));
    told(&made, file)
}

fn told(made: &Generated, file: &Path) -> (String, Vec<String>) {
    let code = made.client.split_once('\n').unwrap().1.to_owned();
    let folder = format!("{}/", file.parent().unwrap().display());
    let findings = made.findings.iter();
    let findings = findings.map(|finding| finding.to_string().replace(&folder, ""));
    (code, findings.collect())
}

#[test]
fn what_comes_out_of_several_files_is_what_comes_out_of_one() {
    let (split, findings) = made(&folder("loans/openapi.yaml"));
    assert_eq!(findings, [""; 0]);
    let (one, findings) = made(&folder("loans/one.yaml"));
    assert_eq!(findings, [""; 0]);
    if split != one {
        let differing = split.lines().zip(one.lines()).find(|(a, b)| a != b);
        panic!("{differing:?}");
    }
}

#[test]
fn of_several_with_one_name_each_has_its_own() {
    let (code, findings) = made(&folder("clash/openapi.yaml"));
    assert_eq!(findings, [""; 0]);
    for (field, of) in [
        ("a", "Loan"),
        ("b", "LoanB"),
        ("c", "LoanC"),
        ("note", "Note"),
    ] {
        let line = format!("pub {field}: ::std::option::Option<{of}>");
        assert!(code.contains(&line), "{line}\n{code}");
        let fields = format!("pub struct {of} {{");
        assert_eq!(
            code.matches(&fields).count(),
            1,
            "one type: {fields}\n{code}"
        );
    }
}

#[test]
fn nothing_is_opened_out_of_the_folder() {
    let scratch = std::env::temp_dir().join(format!("florin-codegen-files-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&scratch);
    copy(&folder("escape"), &scratch);
    let spec = scratch.join("spec");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(scratch.join("secret.yaml"), spec.join("link.yaml")).unwrap();
        std::os::unix::fs::symlink(&scratch, spec.join("linked")).unwrap();
        // The folder is that of the file itself.
        std::os::unix::fs::symlink(spec.join("openapi.yaml"), scratch.join("openapi.yaml"))
            .unwrap();
    }
    let (code, findings) = made(&spec.join("openapi.yaml"));
    #[cfg(unix)]
    {
        let (by_link, _) = made(&scratch.join("openapi.yaml"));
        assert!(by_link == code);
    }
    std::fs::remove_dir_all(&scratch).unwrap();
    let expected = folder("escape.txt");
    let findings = findings.join("\n") + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&expected, &findings).unwrap();
    }
    assert_eq!(findings, std::fs::read_to_string(&expected).unwrap());
    assert!(
        !code.contains("pub secret") && !code.contains("get_secret"),
        "{code}"
    );
    assert!(code.contains("pub fine: ::std::option::Option<Fine>") && code.contains("pub last:"));
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy(&path, &to),
            false => drop(std::fs::copy(&path, &to).unwrap()),
        }
    }
}

#[test]
fn what_leads_only_to_itself_ends() {
    let (_, findings) = made(&folder("ring/openapi.yaml"));
    assert_eq!(
        findings,
        [
            "openapi.yaml: #/paths/~1a/get/responses/200/content/application~1json/schema: `$ref: a.yaml` refers to itself \
             and to nothing else; it is any JSON"
        ]
    );
    let error = generate_file(&folder("endless/openapi.yaml"), false).unwrap_err();
    let error = error.to_string();
    assert!(
        error.contains("`$ref: a.yaml` is more than 16 references inside of each other"),
        "{error}"
    );
}

#[test]
fn a_text_alone_has_no_files_beside_it() {
    let path = folder("loans/openapi.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let made = generate(&Source {
        name: "openapi.yaml",
        text: &text,
        httpmock: false,
    });
    let (_, findings) = told(&made.unwrap(), &path);
    assert_eq!(
        findings,
        [
            "openapi.yaml: #/paths/~1loans~1{id}: `$ref: paths/loan.yaml` leads to another file; it needs the files beside \
             it: use `generate_file`; the path is left out",
            "openapi.yaml: #/components/parameters/Page/schema: `$ref: common.json#/components/schemas/Count` leads to \
             another file; it needs the files beside it: use `generate_file`; it is any JSON",
            "openapi.yaml: #/components/schemas/Borrower: `$ref: schemas/person.yaml` leads to another file; it needs the \
             files beside it: use `generate_file`; it is any JSON",
        ]
    );
}

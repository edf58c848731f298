//! A user's code against the client of the spec as it was, and against those of the changed ones: what is classed as breaking
//! builds fails, and everything else builds.
//!
//! Each client is a program of its own, since a compiler that stops at the first fault of one would tell nothing of the others.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::changes::{ALL, Class, Mutation};
use super::{client, lender};

/// The folder of the crate that is written.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff-mutations");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(folder.join("src/bin")).unwrap();
    folder
}

/// Writes a program of a user with this client.
fn write(folder: &Path, name: &str, spec: &Value) {
    let inside = folder.join("src/bin").join(name);
    std::fs::create_dir_all(&inside).unwrap();
    std::fs::write(inside.join("client.rs"), client(name, spec).client).unwrap();
    let user = include_str!("user.rs");
    let root = format!(
        "#![allow(dead_code, clippy::all, reason = \"what counts is that it builds\")]\nmod client;\n{}",
        user.replace("//! ", "// ")
    );
    std::fs::write(inside.join("main.rs"), root).unwrap();
}

/// Those that change code, and not what is told alone.
fn tried() -> impl Iterator<Item = (usize, &'static Mutation)> {
    let all = ALL.iter().enumerate();
    all.filter(|(_, mutation)| !matches!(mutation.class, Class::Tells | Class::Nothing))
}

#[test]
fn what_breaks_a_build_is_what_is_told_to_break_it() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(1)
        .unwrap();
    let folder = folder();
    std::fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let core = workspace.join("crates/florin-core");
    let manifest = format!(
        "[package]\nname = \"users\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\nflorin-core = {{ path = {core:?} }}\n"
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).unwrap();

    let spec = lender();
    write(&folder, "unchanged", &spec);
    for (at, mutation) in tried() {
        write(&folder, &format!("m{at}"), &mutation.of(&spec));
    }
    let output = Command::new(env!("CARGO"))
        .args([
            "check",
            "--bins",
            "--offline",
            "--keep-going",
            "--message-format",
            "json",
        ])
        .current_dir(&folder)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("scratch-target"),
        )
        // What Cargo tells this test is not meant for another Cargo.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .unwrap();
    let (mut built, mut failed) = (BTreeSet::new(), std::collections::BTreeMap::new());
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        let name = message["target"]["name"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        match message["reason"].as_str() {
            Some("compiler-artifact") => {
                built.insert(name);
            }
            Some("compiler-message") if message["message"]["level"] == "error" => {
                let text = message["message"]["rendered"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned();
                failed.entry(name).or_insert(text);
            }
            _ => {}
        }
    }
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        built.contains("unchanged"),
        "{:?}\n{said}",
        failed.get("unchanged")
    );
    let mut wrong = Vec::new();
    for (at, mutation) in tried() {
        let name = format!("m{at}");
        match (mutation.class, failed.get(&name)) {
            (Class::Breaks, None) => wrong.push(format!("{}: it builds", mutation.name)),
            (Class::Breaks, Some(_)) => {}
            (_, Some(error)) => {
                wrong.push(format!("{}: it builds no more\n{error}", mutation.name))
            }
            (_, None) => assert!(built.contains(&name), "{}: {said}", mutation.name),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

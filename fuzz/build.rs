//! Makes the table of all operations, each with the types that it is answered in, out of what a user of a client sees.
//!
//! `specs/<provider>/surface.txt` is made of the generated client, and `cargo xtask check` holds it to that. So an operation
//! that is new is fuzzed without anybody thinking of it, in the types that its generated builder reads.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const PROVIDERS: [&str; 5] = ["financeit", "monetago", "monoova", "nemuru", "tradevest"];

fn main() -> io::Result<()> {
    let specs = Path::new("../specs");
    let mut code = String::new();
    for provider in PROVIDERS {
        let path = specs.join(provider).join("surface.txt");
        println!("cargo::rerun-if-changed={}", path.display());
        code.push_str(&table(provider, &fs::read_to_string(path)?));
    }
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    fs::write(out.join("operations.rs"), code)
}

/// A module with the entries of one provider.
fn table(provider: &str, surface: &str) -> String {
    let mut code = format!(
        "/// Those of {provider}.\npub mod {provider} {{\n    use florin::{provider}::{{operations, types}};\n\n    \
         use crate::call::{{Entry, entry}};\n\n    /// All of them, as the surface lists them.\n    \
         pub static ALL: &[Entry] = &[\n"
    );
    for block in surface.split("\n\n") {
        let Some(head) = block.trim_start().strip_prefix("fn ") else {
            continue;
        };
        let name = head.split(':').next().unwrap_or_default();
        let said = |word: &str| {
            let line = block.lines().find_map(|line| line.strip_prefix(word));
            line.unwrap_or_default().trim_end_matches(", or nothing")
        };
        let (answer, error) = (said("    answer "), said("    error "));
        let how = match answer {
            "()" => "empty".to_owned(),
            "florin_core::FileContent" => "file".to_owned(),
            answer => format!("json {answer}"),
        };
        let constant = name.to_ascii_uppercase();
        // Writing into a text can't fail.
        let _ = writeln!(
            code,
            "        entry!(operations::{constant}, {error}, {how}),"
        );
    }
    code + "    ];\n}\n"
}

//! What making a client costs, and what was made: florin-codegen beside progenitor alone, over one spec.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use serde_json::Value;
use xtask::large_spec;

use super::processor::time_of_children;
use super::room::{Room, run_in};
use super::table::Table;
use crate::command::{run, tell};

/// One of the two, and what its code stands on.
struct Contender {
    name: &'static str,
    argument: &'static str,
    dependencies: &'static str,
}

const CONTENDERS: [Contender; 2] = [
    Contender {
        name: "florin-codegen",
        argument: "florin",
        dependencies: r#"florin-core = { path = "{workspace}/crates/florin-core" }"#,
    },
    Contender {
        name: "progenitor 0.15.1, builder style",
        argument: "progenitor",
        dependencies: r#"progenitor-client = "=0.15.1"
bytes = "1"
chrono = { version = "0.4", default-features = false, features = ["serde"] }
futures-core = "0.3"
regress = "0.12"
reqwest = { version = "0.13", default-features = false, features = ["json", "query", "stream"] }
uuid = { version = "1", features = ["serde"] }"#,
    },
];

/// What one of them took, and made.
#[derive(Clone, Default)]
struct Cost {
    generating: Duration,
    kilobytes: u64,
    checking: Duration,
    code: String,
}

/// Measures over the spec, or over one of ours that is as large as the largest.
pub(crate) fn measure(spec: Option<&Path>, rounds: u32) -> Result<String, String> {
    let room = Room::new("codegen")?;
    let spec = match spec {
        Some(spec) => spec.to_owned(),
        None => {
            let path = room.path().join("large-lender.json");
            let text = large_spec::document().to_string();
            fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
            path
        }
    };
    let (operations, schemas, bytes) = size(&spec)?;
    let mut costs = Vec::new();
    for contender in &CONTENDERS {
        costs.push(cost(&room, contender, &spec, rounds)?);
    }
    let mut table = Table::new(&[
        "made by",
        "generating",
        "memory",
        "lines",
        "lines of code",
        "code per operation",
        "code per type",
        "`cargo check`",
    ]);
    for (contender, cost) in CONTENDERS.iter().zip(&costs) {
        let Cost { code, .. } = cost;
        let (in_types, in_operations) = shares(code)?;
        let types = in_types.1.max(1);
        table.row([
            contender.name.to_owned(),
            format!("{:.1} s", cost.generating.as_secs_f64()),
            format!("{} MB", cost.kilobytes / 1024),
            code.lines().count().to_string(),
            code.lines()
                .filter(|line| is_code(line))
                .count()
                .to_string(),
            format!("{} lines", in_operations / operations.max(1)),
            format!("{} lines", in_types.0 / types),
            format!("{:.1} s", cost.checking.as_secs_f64()),
        ]);
    }
    Ok(format!(
        "{}\n{operations} operations, {schemas} schemas, {:.1} MB. Generators unoptimised, as build scripts are. `cargo check` \
         of the one crate, processor time; best of {rounds}. Code is without comments and attributes of documentation.\n",
        table.to_markdown(),
        bytes as f64 / 1e6,
    ))
}

fn size(spec: &Path) -> Result<(usize, usize, u64), String> {
    let text = fs::read_to_string(spec).map_err(|e| format!("{}: {e}", spec.display()))?;
    let root: Value = serde_json::from_str(&text)
        .map_err(|e| format!("{}: {e}; give a spec in JSON", spec.display()))?;
    let methods = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    ];
    let items = root["paths"]
        .as_object()
        .into_iter()
        .flat_map(|paths| paths.values());
    let operations = items
        .filter_map(Value::as_object)
        .flat_map(|item| item.keys())
        .filter(|key| methods.contains(&key.as_str()))
        .count();
    let schemas = root["components"]["schemas"]
        .as_object()
        .map_or(0, |s| s.len());
    Ok((operations, schemas, text.len() as u64))
}

fn cost(room: &Room, contender: &Contender, spec: &Path, rounds: u32) -> Result<Cost, String> {
    let package = room.package(
        contender.argument,
        contender.dependencies,
        "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"",
        ("lib.rs", ""),
    )?;
    let library = package.join("src/lib.rs");
    let mut best = Cost::default();
    for round in 0..rounds {
        let (took, kilobytes) = generated(contender, spec, &library)?;
        if round == 0 || took < best.generating {
            best.generating = took;
        }
        best.kilobytes = best.kilobytes.max(kilobytes);
        tell(&format!("{}: generated in {took:.1?}", contender.name));
    }
    best.code = fs::read_to_string(&library).map_err(|e| format!("{}: {e}", library.display()))?;
    tell(&format!("{}: checking what it stands on", contender.name));
    run_in(&package, &["check"])?;
    for round in 0..rounds {
        touch(&library)?;
        let before = time_of_children();
        run_in(&package, &["check", "--offline"])?;
        let took = before
            .zip(time_of_children())
            .map(|(before, after)| after.saturating_sub(before))
            .unwrap_or_default();
        if round == 0 || took < best.checking {
            best.checking = took;
        }
        tell(&format!("{}: checked in {took:.1?}", contender.name));
    }
    Ok(best)
}

fn generated(
    contender: &Contender,
    spec: &Path,
    code: &PathBuf,
) -> Result<(Duration, u64), String> {
    let own = std::env::current_exe().map_err(|e| format!("this program can't be found: {e}"))?;
    let mut command = Command::new(own);
    command
        .args(["bench", "generate", contender.argument])
        .arg(spec)
        .arg(code);
    let said = run(&mut command)?.stdout;
    let mut numbers = said
        .split_whitespace()
        .map(|n| n.parse::<u64>().unwrap_or_default());
    let (Some(took), Some(kilobytes)) = (numbers.next(), numbers.next()) else {
        return Err(format!("a generation told {said:?} instead of two numbers"));
    };
    Ok((Duration::from_millis(took), kilobytes))
}

/// Cargo checks again what is newer than its last check.
fn touch(file: &Path) -> Result<(), String> {
    let changed = fs::File::options().append(true).open(file);
    changed
        .and_then(|file| file.set_modified(SystemTime::now()))
        .map_err(|e| format!("{}: {e}", file.display()))
}

fn is_code(line: &str) -> bool {
    let line = line.trim_start();
    !line.is_empty() && !line.starts_with("//")
}

/// Lines of code in `types`, how many types are there, and lines of code in all the rest.
fn shares(code: &str) -> Result<((usize, usize), usize), String> {
    let file = syn::parse_file(code).map_err(|e| format!("the code can't be read again: {e}"))?;
    let types = file.items.iter().find_map(|item| match item {
        syn::Item::Mod(module) if module.ident == "types" => Some(module),
        _ => None,
    });
    let all = code.lines().filter(|line| is_code(line)).count();
    let Some(types) = types else {
        return Ok(((0, 0), all));
    };
    let inner = types
        .content
        .as_ref()
        .map_or(&[][..], |(_, items)| &items[..]);
    let count = inner
        .iter()
        .filter(|item| matches!(item, syn::Item::Struct(_) | syn::Item::Enum(_)))
        .count();
    let alone = syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![syn::Item::Mod(types.clone())],
    };
    let printed = prettyplease::unparse(&alone);
    let lines = printed.lines().filter(|line| is_code(line)).count();
    Ok(((lines, count), all.saturating_sub(lines)))
}

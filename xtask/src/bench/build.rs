//! How long a fresh binary takes to build, and how many crates come with it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::table::Table;
use crate::command::{cargo, run, tell};

/// A crate and what a fresh binary needs to make one call with it.
struct Contender {
    name: &'static str,
    /// The `[dependencies]` of the binary; `{workspace}` stands for the root of this workspace.
    dependencies: &'static str,
    main: &'static str,
}

/// Each with rustls on ring where it offers that, in its smallest form that makes a call.
const CONTENDERS: [Contender; 3] = [
    Contender {
        name: "florin 0.1.0, `monetago`",
        dependencies: r#"florin = { path = "{workspace}/crates/florin", features = ["monetago"] }"#,
        main: include_str!("../../fresh/florin.rs"),
    },
    Contender {
        name: "async-stripe 1.0.0-rc.10, rustls on ring, with async-stripe-core `balance`",
        dependencies: r#"async-stripe = { version = "=1.0.0-rc.10", default-features = false, features = ["rustls-tls-webpki-roots", "rustls-ring"] }
async-stripe-core = { version = "=1.0.0-rc.10", features = ["balance"] }"#,
        main: include_str!("../../fresh/async_stripe.rs"),
    },
    Contender {
        name: "octocrab 0.54.9, default",
        dependencies: r#"octocrab = "=0.54.9""#,
        main: include_str!("../../fresh/octocrab.rs"),
    },
];

/// What one build took.
#[derive(Clone, Copy)]
struct Cost {
    wall: Duration,
    /// Of all its processes together, where the system tells.
    processor: Option<Duration>,
}

pub(crate) fn measure(rounds: u32) -> Result<String, String> {
    let room = Room::new()?;
    let mut crates = Vec::new();
    for (index, contender) in CONTENDERS.iter().enumerate() {
        let package = room.package(index, contender)?;
        tell(&format!("fetching what {} needs", contender.name));
        run_in(&package, &["fetch"])?;
        let tree = run_in(
            &package,
            &["tree", "--offline", "--edges", "normal", "--prefix", "none"],
        )?;
        crates.push(count(&tree));
    }
    let mut costs = vec![Vec::new(); CONTENDERS.len()];
    for round in 1..=rounds {
        for (index, contender) in CONTENDERS.iter().enumerate() {
            let cost = build(&room.folder(index))?;
            tell(&format!(
                "round {round} of {rounds}: {}: {}",
                contender.name,
                seconds(cost.wall)
            ));
            costs[index].push(cost);
        }
    }
    let mut table = Table::new(&[
        "fresh binary",
        "cold `cargo build`",
        "processor time",
        "crates",
    ]);
    for ((contender, costs), crates) in CONTENDERS.iter().zip(&costs).zip(crates) {
        let wall = costs.iter().map(|cost| cost.wall).min().unwrap_or_default();
        let processor = costs.iter().filter_map(|cost| cost.processor).min();
        let processor = processor.map_or_else(|| "?".to_owned(), seconds);
        table.row([
            contender.name.to_owned(),
            seconds(wall),
            processor,
            crates.to_string(),
        ]);
    }
    let rustc = run(std::process::Command::new("rustc").arg("--version"))?.stdout;
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    Ok(format!(
        "{}\nBest of {rounds} rounds, {cores} cores, {}.\n",
        table.to_markdown(),
        rustc.trim()
    ))
}

/// Crates in the tree, without the binary itself.
fn count(tree: &str) -> usize {
    let mut lines: Vec<&str> = tree
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .collect();
    lines.sort_unstable();
    lines.dedup();
    lines.len().saturating_sub(1)
}

fn build(package: &Path) -> Result<Cost, String> {
    let target = package.join("target");
    match fs::remove_dir_all(&target) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(at(&target)(&error));
        }
        _ => {}
    }
    let before = processor_time_of_children();
    let started = Instant::now();
    run_in(package, &["build", "--offline"])?;
    let wall = started.elapsed();
    let processor = before
        .zip(processor_time_of_children())
        .map(|(before, after)| after.saturating_sub(before));
    Ok(Cost { wall, processor })
}

/// Runs cargo in a package as its user would, with nothing of this workspace's settings.
fn run_in(package: &Path, arguments: &[&str]) -> Result<String, String> {
    let mut command = cargo();
    command.current_dir(package).args(arguments);
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        let ours = [
            "CARGO_TARGET",
            "CARGO_BUILD",
            "CARGO_PROFILE",
            "CARGO_INCREMENTAL",
            "CARGO_ENCODED",
            "RUSTFLAGS",
        ];
        if ours.iter().any(|ours| name.starts_with(ours)) {
            command.env_remove(name.as_ref());
        }
    }
    run(&mut command).map(|output| output.stdout)
}

/// Linux keeps it in `/proc/self/stat`, in hundredths of a second; elsewhere it would take unsafe code.
fn processor_time_of_children() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program stands in parentheses and may hold anything; the 13th and 14th word after it are meant.
    let (_, words) = stat.rsplit_once(')')?;
    let mut words = words.split_whitespace().skip(13);
    let user: u64 = words.next()?.parse().ok()?;
    let system: u64 = words.next()?.parse().ok()?;
    Some(Duration::from_millis((user + system) * 10))
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

/// A folder for the fresh packages, outside this workspace; gone when the measuring ends.
struct Room {
    path: PathBuf,
}

impl Room {
    fn new() -> Result<Self, String> {
        let path = std::env::temp_dir().join(format!("florin-bench-build-{}", std::process::id()));
        fs::create_dir_all(&path).map_err(|error| at(&path)(&error))?;
        Ok(Self { path })
    }

    fn folder(&self, index: usize) -> PathBuf {
        self.path.join(format!("fresh-{index}"))
    }

    fn package(&self, index: usize, contender: &Contender) -> Result<PathBuf, String> {
        let folder = self.folder(index);
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let workspace = workspace
            .canonicalize()
            .map_err(|error| at(&workspace)(&error))?;
        let dependencies = contender
            .dependencies
            .replace("{workspace}", &workspace.to_string_lossy());
        let manifest = format!(
            "[package]\nname = \"fresh-{index}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
             [dependencies]\n{dependencies}\ntokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n\n\
             [workspace]\n",
        );
        let source = folder.join("src");
        fs::create_dir_all(&source).map_err(|error| at(&source)(&error))?;
        for (path, text) in [
            (folder.join("Cargo.toml"), manifest.as_str()),
            (source.join("main.rs"), contender.main),
        ] {
            fs::write(&path, text).map_err(|error| at(&path)(&error))?;
        }
        Ok(folder)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.path) {
            tell(&format!(
                "{} could not be removed: {error}",
                self.path.display()
            ));
        }
    }
}

fn at(path: &Path) -> impl Fn(&std::io::Error) -> String + '_ {
    move |error| format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_that_occurs_twice_counts_once_and_the_binary_not_at_all() {
        assert_eq!(
            count("fresh v0.0.0 (/tmp/fresh)\na v1.0.0\nb v1.0.0\na v1.0.0 (*)\n"),
            2
        );
    }

    #[test]
    fn two_versions_of_a_crate_count_twice() {
        assert_eq!(count("fresh v0.0.0\na v1.0.0\na v2.0.0\n"), 2);
    }
}

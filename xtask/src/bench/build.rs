//! How long a fresh binary takes to build, and how many crates come with it.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::processor::time_of_children;
use super::room::{Room, at, run_in};
use super::table::Table;
use crate::command::{run, tell};

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

/// Under all of them.
const TOKIO: &str = r#"tokio = { version = "1", features = ["macros", "rt-multi-thread"] }"#;

/// What one build took.
#[derive(Clone, Copy)]
struct Cost {
    wall: Duration,
    /// Of all its processes together, where the system tells.
    processor: Option<Duration>,
}

pub(crate) fn measure(rounds: u32) -> Result<String, String> {
    let room = Room::new("build")?;
    let mut crates = Vec::new();
    for (index, contender) in CONTENDERS.iter().enumerate() {
        let package = room.package(
            &index.to_string(),
            contender.dependencies,
            TOKIO,
            ("main.rs", contender.main),
        )?;
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
            let cost = build(&room.folder(&index.to_string()))?;
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
    let before = time_of_children();
    let started = Instant::now();
    run_in(package, &["build", "--offline"])?;
    let wall = started.elapsed();
    let processor = before
        .zip(time_of_children())
        .map(|(before, after)| after.saturating_sub(before));
    Ok(Cost { wall, processor })
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
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

//! The short run: each kept input, and some thousands that are made of them, the same ones each time.
//!
//! - `FUZZ_SEED` (0 unless said): another seed makes other inputs.
//! - `FUZZ_RUNS` (1 unless said): so many times as many inputs. Build with `--release` where it is large.
//! - `FUZZ_INPUT`: a file, by its whole path or from the workspace's root; `replay` gives it to the target that `FUZZ_TARGET` names, or its folder.
//!
//! Where something is found, the input is made smaller, and the message says in which file it is and how to keep it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "what a test relies on fails the test, and counts are printed"
)]

mod corpus;
mod found;
mod seeds;

use std::path::{Path, PathBuf};
use std::time::Instant;

use florin_fuzz::mutate::{Chance, mutated};
use florin_fuzz::parts::number;
use florin_fuzz::{ALL, Target};

/// A number from the environment.
fn setting(name: &str, usual: u64) -> u64 {
    match std::env::var(name) {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{name} is no number")),
        Err(_) => usual,
    }
}

fn target(name: &str) -> Target {
    let found = ALL.into_iter().find(|target| target.name == name);
    found.unwrap_or_else(|| panic!("there is no target {name:?}"))
}

fn short_run(name: &str) {
    let target = target(name);
    let kept = corpus::of(name);
    assert!(!kept.is_empty(), "corpus/{name} is empty");
    let started = Instant::now();
    for (path, input) in &kept {
        if let Err(said) = found::tried(target, input) {
            panic!("{}: {said}", path.display());
        }
    }
    let seed = setting("FUZZ_SEED", 0);
    let runs = u64::from(target.runs) * setting("FUZZ_RUNS", 1);
    let mut chance = Chance::of(seed ^ u64::from(number(name.as_bytes())));
    for _ in 0..runs {
        let input = &kept[chance.below(kept.len())].1;
        let other = &kept[chance.below(kept.len())].1;
        let made = mutated(input, other, &mut chance);
        if let Err(said) = found::tried(target, &made) {
            found::told(target, &made, seed, &said);
        }
    }
    eprintln!(
        "{name}: {} kept and {runs} made inputs of seed {seed}, {} ms",
        kept.len(),
        started.elapsed().as_millis()
    );
}

/// A test for each target, so that they run side by side.
macro_rules! tests {
    ($($name:ident)+) => {
        $(#[test]
        fn $name() {
            short_run(stringify!($name));
        })+

        #[test]
        fn every_target_has_a_short_run() {
            let tests = [$(stringify!($name)),+];
            assert_eq!(ALL.map(|target| target.name).as_slice(), tests);
        }
    };
}

tests! {
    dates
    decimal
    financeit_answer
    monetago_answer
    monoova_answer
    nemuru_answer
    nemuru_callback
    overlay
    retry_after
    spec_generate
    spec_load
    token_answer
    tradevest_answer
    tradevest_webhook
}

#[test]
fn both_runs_have_the_same_targets() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("libfuzzer");
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    for name in ALL.map(|target| target.name) {
        let program =
            std::fs::read_to_string(folder.join(format!("fuzz_targets/{name}.rs"))).unwrap();
        assert!(
            program.contains(&format!("targets::{name}")),
            "{name} runs another one"
        );
        assert!(
            manifest.contains(&format!("name = \"{name}\"")),
            "{name} is no program"
        );
    }
    let programs = std::fs::read_dir(folder.join("fuzz_targets")).unwrap();
    assert_eq!(programs.count(), ALL.len(), "a program of no target");
    assert_eq!(manifest.matches("[[bin]]").count(), ALL.len());
}

#[test]
fn the_corpus_is_of_targets_that_there_are_and_is_small() {
    let mut bytes = 0;
    for folder in corpus::folders() {
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        bytes += corpus::of(target(&name).name)
            .iter()
            .map(|(_, input)| input.len())
            .sum::<usize>();
    }
    assert!(
        bytes < 2 << 20,
        "{bytes} bytes are kept; minimise the corpus"
    );
}

/// A path as it is meant: from the workspace's root, since cargo runs this in the package's folder.
fn from_root(path: PathBuf) -> PathBuf {
    if path.is_relative() && !path.exists() {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
    } else {
        path
    }
}

#[test]
fn an_input_is_found_from_the_root_and_by_its_whole_path() {
    let kept = corpus::folders().into_iter().next().unwrap();
    assert!(kept.is_absolute() && from_root(kept.clone()) == kept);
    assert!(from_root("fuzz/README.md".into()).is_file());
    assert!(from_root("README.md".into()).is_file());
}

/// `FUZZ_INPUT=<file> cargo test -p florin-fuzz --test short_run replay -- --nocapture`
#[test]
fn replay() {
    let Some(path) = std::env::var_os("FUZZ_INPUT")
        .map(PathBuf::from)
        .map(from_root)
    else {
        return;
    };
    let input = std::fs::read(&path).unwrap();
    let name = std::env::var("FUZZ_TARGET").unwrap_or_else(|_| {
        let folder = path.parent().and_then(Path::file_name).unwrap();
        folder.to_str().unwrap().to_owned()
    });
    (target(&name).run)(&input);
}

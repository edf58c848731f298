//! One generation, in a process of its own: what it takes in time and memory is told on standard output.

use std::fs;
use std::path::Path;
use std::time::Instant;

use clap::ValueEnum;
use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle};

/// Who makes the code.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Maker {
    Florin,
    Progenitor,
}

/// Makes the code of a client, writes it down, and answers with milliseconds and with the largest memory in kilobytes.
pub(crate) fn run(maker: Maker, spec: &Path, code: &Path) -> Result<String, String> {
    let text = fs::read_to_string(spec).map_err(|e| format!("{}: {e}", spec.display()))?;
    let started = Instant::now();
    let made = match maker {
        Maker::Florin => florin(spec, &text)?,
        Maker::Progenitor => progenitor(&text)?,
    };
    let took = started.elapsed().as_millis();
    fs::write(code, made).map_err(|e| format!("{}: {e}", code.display()))?;
    let memory = peak_memory().map_or_else(|| "?".to_owned(), |kilobytes| kilobytes.to_string());
    Ok(format!("{took} {memory}\n"))
}

fn florin(spec: &Path, text: &str) -> Result<String, String> {
    let name = spec.display().to_string();
    let source = florin_codegen::Source {
        name: &name,
        text,
        httpmock: false,
    };
    let made = florin_codegen::generate(&source).map_err(|e| e.to_string())?;
    Ok(made.client)
}

/// As its documentation has it, with the same interface style as ours.
fn progenitor(text: &str) -> Result<String, String> {
    let spec: openapiv3::OpenAPI = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let mut settings = GenerationSettings::new();
    settings.with_interface(InterfaceStyle::Builder);
    let tokens = Generator::new(&settings)
        .generate_tokens(&spec)
        .map_err(|e| e.to_string())?;
    let file = syn::parse2(tokens).map_err(|e| e.to_string())?;
    Ok(prettyplease::unparse(&file))
}

/// Linux keeps it in `/proc/self/status`.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

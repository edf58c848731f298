//! Thousands of writes at once against providers that fail at every turn: `cargo run --release -p florin-tests --example storm`.

use std::io::{stderr, stdout};
use std::process::ExitCode;

use florin_tests::storm::program;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1);
    let code = program::run(arguments, &mut stdout(), &mut stderr()).await;
    ExitCode::from(code)
}

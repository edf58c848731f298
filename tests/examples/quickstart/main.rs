//! A chapter for each provider, in one process and without a network: `cargo run --example quickstart`.

use std::io::{stderr, stdout};
use std::process::ExitCode;

use florin_tests::quickstart;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1);
    let code = quickstart::run(
        arguments,
        quickstart::stand_in,
        &mut stdout(),
        &mut stderr(),
    )
    .await;
    ExitCode::from(code)
}

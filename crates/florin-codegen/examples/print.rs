//! Prints the code that a spec becomes: `cargo run -p florin-codegen --example print -- specs/<provider>/openapi.yaml`.
//! With `--httpmock` behind it, the mocks instead.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "that is what it is for"
)]

use std::process::ExitCode;

use florin_codegen::{Source, generate};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(name) = arguments.next() else {
        eprintln!("give the path of a spec");
        return ExitCode::from(2);
    };
    let httpmock = arguments
        .next()
        .is_some_and(|argument| argument == "--httpmock");
    let made = std::fs::read_to_string(&name)
        .map_err(|error| format!("{name}: {error}"))
        .and_then(|text| {
            generate(&Source {
                name: &name,
                text: &text,
                httpmock,
            })
            .map_err(|error| error.to_string())
        });
    match made {
        Ok(made) => {
            println!("{}", made.httpmock.unwrap_or(made.client));
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

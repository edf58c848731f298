//! Runs other programs, and says what they said when they fail.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

/// Tells the person at the terminal, beside what the errand answers.
#[allow(
    clippy::print_stderr,
    reason = "progress and problems go to the terminal, the answer alone to stdout"
)]
pub fn tell(text: &str) {
    eprintln!("xtask: {text}");
}

/// Prints what a verb answers. A reader that went away (a closed pipe) is no problem of ours.
pub fn print(text: &str) {
    let _ = io::stdout().lock().write_all(text.as_bytes());
}

/// The cargo on the path. Not that of the variable `CARGO`, which may be another toolchain's when errands nest.
pub fn cargo() -> Command {
    Command::new("cargo")
}

/// What a program wrote.
pub struct Output {
    /// On standard output.
    pub stdout: String,
    /// On standard error.
    pub stderr: String,
}

/// Runs a program to its end without a terminal.
///
/// # Errors
/// It can't be started or fails; the message has what it said.
pub fn run(command: &mut Command) -> Result<Output, String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| not_started(command, &error))?;
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() {
        return Ok(Output { stdout, stderr });
    }
    Err(format!(
        "{} ended with {}:\n{stdout}{stderr}",
        shown(command),
        output.status
    ))
}

/// The message for a program that could not be started.
pub fn not_started(command: &Command, error: &io::Error) -> String {
    format!("{} could not be started: {error}", shown(command))
}

fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

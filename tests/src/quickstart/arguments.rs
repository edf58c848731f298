//! The command line: one option.

use std::ffi::OsString;
use std::path::PathBuf;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Arguments {
    /// Nothing but help.
    Help,
    /// The sample.
    Sample,
    /// A file of the caller's.
    File(PathBuf),
}

/// Reads the arguments after the program's name; the error says what is wrong with them.
pub(super) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, String> {
    let mut asked = Arguments::Sample;
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let text = argument.to_string_lossy();
        let file = match text.as_ref() {
            "-h" | "--help" => return Ok(Arguments::Help),
            "--input" => arguments.next(),
            other => match other.strip_prefix("--input=") {
                Some(file) => Some(file.into()),
                None => return Err(format!("{text} is no option of the quickstart.")),
            },
        };
        let Some(file) = file.filter(|file| !file.is_empty()) else {
            return Err("--input wants the name of a file.".to_owned());
        };
        if asked != Arguments::Sample {
            return Err("--input is there twice; the quickstart takes one file.".to_owned());
        }
        asked = Arguments::File(file.into());
    }
    Ok(asked)
}

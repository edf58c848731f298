//! Instructions of a process, counted by valgrind.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use crate::command::run;

/// Whether they can be counted here.
pub(crate) fn can_be_counted() -> bool {
    run(Command::new("valgrind").arg("--version")).is_ok()
}

/// Counts what a program executes from its start to its end, the system's part left out.
pub(crate) fn count<I: IntoIterator<Item: AsRef<OsStr>>>(
    binary: &Path,
    arguments: I,
) -> Result<u64, String> {
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(binary)
        .args(arguments);
    let said = run(&mut command)?.stderr;
    collected(&said).ok_or_else(|| format!("valgrind named no count:\n{said}"))
}

fn collected(said: &str) -> Option<u64> {
    said.lines()
        .find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_found_in_what_callgrind_says() {
        let said = "==7== Events    : Ir\n==7== Collected : 1502345\n==7== \n==7== I   refs:      1,502,345\n";
        assert_eq!(collected(said), Some(1_502_345));
    }

    #[test]
    fn no_count_is_not_zero() {
        assert_eq!(collected("==7== Events    : Ir\n"), None);
    }
}

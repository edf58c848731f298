//! What a call costs on top of the network: instructions, and calls per second.

use std::path::PathBuf;
use std::process::Command;

use super::instructions;
use super::server::Server;
use super::table::Table;
use crate::command::{cargo, run, tell};

const OPERATIONS: [(&str, &str); 2] = [
    ("get-status", "GET a status of 1.0 kB"),
    ("register", "POST an invoice of 0.8 kB"),
];
/// The first is what the others are compared with.
const CLIENTS: [(&str, &str); 3] = [
    ("by-hand", "by hand, reqwest and serde"),
    ("generated", "generated client"),
    ("facade", "facade"),
];

pub(crate) fn measure(counted: u32, timed: u32, rounds: u32) -> Result<String, String> {
    let binary = built()?;
    let server = Server::start(&binary)?;
    let bench = Bench { binary, server };
    let counting = instructions::can_be_counted();
    if !counting {
        tell("valgrind isn't here, so no instructions are counted");
    }
    let mut table = Table::new(&[
        "call",
        "instructions",
        "by hand = 100 %",
        "calls per second",
        "by hand = 100 %",
    ]);
    for (operation, what) in OPERATIONS {
        let speeds = bench.speeds(operation, timed, rounds)?;
        let mut costs = Vec::new();
        for (client, _) in CLIENTS {
            tell(&format!("{operation}, {client}: counting"));
            costs.push(if counting {
                Some(bench.instructions(client, operation, counted)?)
            } else {
                None
            });
        }
        for (index, (_, name)) in CLIENTS.iter().enumerate() {
            table.row([
                format!("{what}, {name}"),
                costs[index].map_or_else(|| "?".to_owned(), |cost| format!("{cost:.0}")),
                costs[index]
                    .zip(costs[0])
                    .map_or_else(|| "?".to_owned(), |(cost, base)| percent(cost / base)),
                format!("{:.0}", speeds[index]),
                percent(speeds[index] / speeds[0]),
            ]);
        }
    }
    Ok(format!(
        "{}\nOne connection on loopback, one call at a time, release build. Instructions: callgrind, of the client alone, \
         {counted} calls. Calls per second: best of {rounds} runs of {timed} calls.\n",
        table.to_markdown()
    ))
}

/// Builds the measured binary and answers with where it is.
fn built() -> Result<PathBuf, String> {
    let mut command = cargo();
    command.args([
        "build",
        "--release",
        "--locked",
        "--package",
        "florin-bench",
        "--message-format",
        "json",
    ]);
    let messages = run(&mut command)?.stdout;
    executable(&messages).ok_or_else(|| "cargo named no executable for florin-bench".to_owned())
}

/// Finds the executable in cargo's messages, of which it is a field that nothing else uses.
fn executable(messages: &str) -> Option<PathBuf> {
    let (_, rest) = messages.split_once(r#""executable":""#)?;
    let (path, _) = rest.split_once('"')?;
    Some(PathBuf::from(path.replace(r"\\", r"\")))
}

struct Bench {
    binary: PathBuf,
    server: Server,
}

impl Bench {
    /// Calls per second of every client: the best of the rounds, the clients taking turns. What else the machine does can only slow a round down.
    fn speeds(&self, operation: &str, timed: u32, rounds: u32) -> Result<Vec<f64>, String> {
        let mut speeds = vec![Vec::new(); CLIENTS.len()];
        for round in 1..=rounds {
            tell(&format!("{operation}: round {round} of {rounds}"));
            for (index, (client, _)) in CLIENTS.iter().enumerate() {
                let printed =
                    run(Command::new(&self.binary).args(self.arguments(client, operation, timed)))?
                        .stdout;
                let nanoseconds: f64 = printed
                    .trim()
                    .parse()
                    .map_err(|_| format!("florin-bench printed no time: {printed}"))?;
                speeds[index].push(f64::from(timed) * 1e9 / nanoseconds);
            }
        }
        Ok(speeds.into_iter().map(best).collect())
    }

    /// Instructions of one call: what twice as many calls cost more, so that start and end don't count.
    fn instructions(&self, client: &str, operation: &str, calls: u32) -> Result<f64, String> {
        let count =
            |calls| instructions::count(&self.binary, self.arguments(client, operation, calls));
        let (once, twice) = (count(calls)?, count(calls * 2)?);
        Ok(twice.saturating_sub(once) as f64 / f64::from(calls))
    }

    fn arguments(&self, client: &str, operation: &str, calls: u32) -> [String; 5] {
        [
            "call",
            client,
            operation,
            self.server.address(),
            &calls.to_string(),
        ]
        .map(str::to_owned)
    }
}

fn best(values: Vec<f64>) -> f64 {
    values.into_iter().fold(f64::NAN, f64::max)
}

fn percent(ratio: f64) -> String {
    format!("{:.1} %", ratio * 100.0)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_executable_is_found_among_other_messages() {
        let messages = "{\"reason\":\"compiler-artifact\",\"executable\":null}\n{\"executable\":\"/t/florin-bench\",\"fresh\":true}\n";
        assert_eq!(
            executable(messages).as_deref(),
            Some(Path::new("/t/florin-bench"))
        );
    }

    #[test]
    fn slow_rounds_do_not_count() {
        assert_eq!(best(vec![3.0, 900.0, 1.0]), 900.0);
    }
}

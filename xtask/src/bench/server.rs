//! The server that the measured calls go to: a process of its own, ended with this value.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::command::not_started;

pub(crate) struct Server {
    process: Child,
    address: String,
}

impl Server {
    pub(crate) fn start(binary: &Path) -> Result<Self, String> {
        let mut command = Command::new(binary);
        command
            .arg("serve")
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        let process = command
            .spawn()
            .map_err(|error| not_started(&command, &error))?;
        let mut server = Self {
            process,
            address: String::new(),
        };
        let Some(stdout) = server.process.stdout.take() else {
            return Err("the server's output can't be read".to_owned());
        };
        let mut line = String::new();
        BufReader::new(stdout)
            .read_line(&mut line)
            .map_err(|error| format!("the server said no address: {error}"))?;
        server.address = line.trim().to_owned();
        if server.address.is_empty() {
            return Err("the server ended before it said its address".to_owned());
        }
        Ok(server)
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

//! The program: what it prints, and how it ends.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// Free ports for all of them, MonetaGo's API first.
const FREE_PORTS: [&str; 16] = [
    "--port",
    "0",
    "--auth-port",
    "0",
    "--nemuru-port",
    "0",
    "--financeit-port",
    "0",
    "--monoova-port",
    "0",
    "--tradevest-port",
    "0",
    "--tradevest-auth-port",
    "0",
    "--tradevest-prices-port",
    "0",
];

fn sandbox(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_florin-sandbox"))
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill")
        .args(["-s", name, &child.id().to_string()])
        .status()
        .unwrap();
    assert!(sent.success());
}

#[test]
fn it_prints_what_a_client_needs_and_ends_cleanly_on_a_signal() {
    for name in ["INT", "TERM"] {
        let mut child = sandbox(&FREE_PORTS);
        let mut lines = BufReader::new(child.stdout.take().unwrap())
            .lines()
            .map(Result::unwrap);
        let greeting: Vec<_> = lines
            .by_ref()
            .take_while(|line| !line.starts_with("# Ready"))
            .collect();
        let value = |variable: &str| {
            let prefix = format!("export {variable}=");
            greeting
                .iter()
                .find_map(|line| line.strip_prefix(&prefix))
                .unwrap()
                .to_owned()
        };
        assert!(value("MONETAGO_API_URL").starts_with("http://127.0.0.1:"));
        assert!(value("MONETAGO_API_URL").ends_with("/v1"));
        assert!(value("MONETAGO_AUTH_URL").starts_with("http://127.0.0.1:"));
        for variable in [
            "MONETAGO_CLIENT_ID",
            "MONETAGO_CLIENT_SECRET",
            "MONETAGO_AUDIENCE",
        ] {
            assert!(!value(variable).is_empty());
        }
        assert!(value("NEMURU_API_URL").starts_with("http://127.0.0.1:"));
        assert!(value("NEMURU_API_URL").ends_with("/api/v2"));
        for variable in ["USERNAME", "PASSWORD"] {
            assert!(!value(&format!("NEMURU_{variable}")).is_empty());
        }
        assert!(value("FINANCEIT_API_URL").starts_with("http://127.0.0.1:"));
        assert!(value("FINANCEIT_API_URL").ends_with("/en/api/v3"));
        for variable in ["APP_ID", "APP_SECRET", "LOGIN", "PASSWORD"] {
            assert!(!value(&format!("FINANCEIT_{variable}")).is_empty());
        }
        assert!(value("MONOOVA_API_URL").starts_with("http://127.0.0.1:"));
        assert!(value("MONOOVA_API_URL").ends_with("/global/v1"));
        assert!(value("MONOOVA_TOKEN_URL").ends_with("/global/oauth/token"));
        for variable in ["CLIENT_ID", "CLIENT_SECRET"] {
            assert!(!value(&format!("MONOOVA_{variable}")).is_empty());
        }
        // With a user's name there, `Credentials::from_env` would make another token of it.
        let of_user = |line: &&String| line.starts_with("export MONOOVA_USERNAME");
        assert_eq!(greeting.iter().filter(of_user).count(), 0);
        for variable in ["API_URL", "AUTH_URL", "PRICES_URL"] {
            let url = value(&format!("TRADEVEST_{variable}"));
            assert!(url.starts_with("http://127.0.0.1:"));
        }
        for variable in ["CLIENT_ID", "CLIENT_SECRET", "REQUESTOR_ID"] {
            assert!(!value(&format!("TRADEVEST_{variable}")).is_empty());
        }
        let second = greeting
            .iter()
            .filter(|line| line.starts_with("# export MONETAGO_CLIENT_"))
            .count();
        assert_eq!(second, 2);

        signal(&child, name);
        assert_eq!(lines.last().as_deref(), Some("# stopped"));
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let mut arguments = FREE_PORTS;
    arguments[1] = &port;
    let output = sandbox(&arguments).wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains(&format!("port {port} on 127.0.0.1 cannot be opened")),
        "{said}"
    );
}

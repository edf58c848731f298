//! Debian's `redis-server` on a free port, and what a test does to it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use florin::RedisStore;
use florin::core::TokenStore as _;

/// A Redis that dies with the test.
pub(crate) struct Redis {
    server: Child,
    port: u16,
}

impl Redis {
    /// `None` where Redis isn't installed and nobody insists on it.
    pub(crate) async fn start() -> Option<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        match spawn(port) {
            Ok(server) => {
                let redis = Self { server, port };
                redis.wait().await;
                Some(redis)
            }
            Err(error) if std::env::var("FLORIN_REDIS").is_ok_and(|said| said == "required") => {
                panic!("redis-server is required here, and can't be started: {error}")
            }
            Err(_) => {
                eprintln!("skipped: redis-server is not installed (apt-get install redis-server)");
                None
            }
        }
    }

    async fn wait(&self) {
        super::soon(async {
            while self.store().load("nothing").await.is_err() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        })
        .await;
    }

    pub(crate) fn url(&self) -> String {
        format!("redis://127.0.0.1:{}/", self.port)
    }

    /// As another process would have it: a connection of its own.
    pub(crate) fn store(&self) -> RedisStore {
        RedisStore::new(&self.url(), "florin-test:").unwrap()
    }

    /// SIGKILL.
    pub(crate) fn kill(&mut self) {
        self.server.kill().unwrap();
        self.server.wait().unwrap();
    }

    /// An empty one comes up in the place of one that was killed.
    pub(crate) async fn come_back(&mut self) {
        self.server = spawn(self.port).unwrap();
        self.wait().await;
    }

    /// SIGSTOP: its sockets take what comes, and nobody answers.
    pub(crate) fn hang(&self) {
        self.signal("-STOP");
    }

    pub(crate) fn go_on(&self) {
        self.signal("-CONT");
    }

    fn signal(&self, which: &str) {
        let pid = self.server.id().to_string();
        let status = Command::new("kill").args([which, &pid]).status().unwrap();
        assert!(status.success());
    }

    /// What it answers to a command, in its own protocol.
    pub(crate) fn say(&self, command: &[&[u8]]) -> Vec<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(10)))
            .unwrap();
        let mut bytes = format!("*{}\r\n", command.len()).into_bytes();
        for part in command {
            bytes.extend(format!("${}\r\n", part.len()).bytes());
            bytes.extend_from_slice(part);
            bytes.extend(b"\r\n");
        }
        stream.write_all(&bytes).unwrap();
        answer(&mut BufReader::new(stream))
    }

    /// The keys of tokens: not those of turns.
    pub(crate) fn token_keys(&self) -> Vec<String> {
        let keys = self.say(&[b"KEYS", b"florin-test:*"]);
        keys.into_iter()
            .filter(|key| !key.ends_with(" turn"))
            .collect()
    }

    /// How often somebody asked for a turn or saved a token.
    pub(crate) fn sets(&self) -> usize {
        let told = self.say(&[b"INFO", b"commandstats"]).join("\n");
        let line = told
            .lines()
            .find_map(|line| line.strip_prefix("cmdstat_set:calls="));
        let count = line.and_then(|rest| rest.split(',').next());
        count.map_or(0, |count| count.parse().unwrap())
    }
}

fn answer(reader: &mut BufReader<TcpStream>) -> Vec<String> {
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    let (kind, rest) = line.trim_end().split_at(1);
    match kind {
        "*" => (0..rest.parse().unwrap())
            .flat_map(|_: usize| answer(reader))
            .collect(),
        "$" => {
            let length: i64 = rest.parse().unwrap();
            let Ok(length) = usize::try_from(length) else {
                return Vec::new();
            };
            let mut text = vec![0; length + 2];
            reader.read_exact(&mut text).unwrap();
            text.truncate(length);
            vec![String::from_utf8_lossy(&text).into_owned()]
        }
        "-" => panic!("redis refuses: {rest}"),
        _ => vec![rest.to_owned()],
    }
}

fn spawn(port: u16) -> std::io::Result<Child> {
    Command::new("redis-server")
        .args(["--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        .args(["--port", &port.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
}

impl Drop for Redis {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

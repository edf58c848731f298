//! Another process with a client: this program once more, which calls when it is told to and says what came of it.

use std::io::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use florin::RedisStore;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use super::house::{Facts, House, Source};
use super::redis_server::Redis;
use super::soon;

const SOURCE: &str = "FLORIN_TEST_SOURCE";
const FACTS: &str = "FLORIN_TEST_FACTS";
const REDIS: &str = "FLORIN_TEST_REDIS";

/// What the lines of the other process begin with; the test harness writes some of its own.
const SAYS: &str = "the other process: ";

/// Not a test by itself: the process that tests start.
#[tokio::test]
async fn the_other_process() {
    let (Ok(source), Ok(facts), Ok(redis)) = (
        std::env::var(SOURCE),
        std::env::var(FACTS),
        std::env::var(REDIS),
    ) else {
        return;
    };
    let store = RedisStore::new(&redis, "florin-test:").unwrap();
    let caller = Facts::of_line(&facts).caller(Source::named(&source), store, None);
    say("is ready");
    let mut told = BufReader::new(tokio::io::stdin()).lines();
    while let Ok(Some(_)) = told.next_line().await {
        match caller.call().await {
            Ok(()) => say("done"),
            Err(error) => say(&format!("failed: {}", error.replace('\n', " "))),
        }
    }
}

/// Past the harness, which keeps what is printed to itself.
fn say(what: &str) {
    let mut out = std::io::stdout();
    out.write_all(format!("\n{SAYS}{what}\n").as_bytes())
        .unwrap();
    out.flush().unwrap();
}

/// Dies with the test.
pub(crate) struct Process {
    child: Child,
    tell: ChildStdin,
    says: Lines<BufReader<ChildStdout>>,
}

impl Process {
    pub(crate) async fn start(house: &House, redis: &Redis) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "process::the_other_process"])
            .env(SOURCE, format!("{:?}", house.source))
            .env(FACTS, house.facts().line())
            .env(REDIS, redis.url())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let tell = child.stdin.take().unwrap();
        let says = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut process = Self { child, tell, says };
        assert_eq!(process.hear().await, "is ready");
        process
    }

    pub(crate) async fn tell(&mut self) {
        self.tell.write_all(b"call\n").await.unwrap();
        self.tell.flush().await.unwrap();
    }

    pub(crate) async fn hear(&mut self) -> String {
        soon(async {
            loop {
                let line = self.says.next_line().await.unwrap();
                let line = line.unwrap_or_else(|| panic!("the other process is gone"));
                if let Some(said) = line.strip_prefix(SAYS) {
                    return said.to_owned();
                }
            }
        })
        .await
    }

    /// A call that has to succeed, and how long it took.
    pub(crate) async fn call(&mut self) -> Duration {
        let begun = Instant::now();
        self.tell().await;
        assert_eq!(self.hear().await, "done");
        begun.elapsed()
    }

    /// SIGKILL.
    pub(crate) async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }
}

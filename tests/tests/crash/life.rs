//! One process: started, watched, and killed when its time has come.

use std::fs::File;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::child::{CARELESS, DOUBT, FAILED, FINISHED, FOLDER, HERE, IN_DOUBT, STEP, STORY};
use super::scene::Scene;
use super::wire::Fate;

/// When a process is killed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kill {
    Never,
    /// When so many bytes have passed the wire, either way.
    Bytes(u64),
    /// At this step of its own, before or after it stores something.
    Step(u32),
    /// After this time.
    After(Duration),
    /// When so many requests have arrived, the last of which hangs.
    AtRequest(usize),
}

/// How a process ended.
#[derive(Debug)]
pub(crate) enum End {
    Killed,
    Finished,
    Doubt(String),
    Failed(String),
}

/// Longer than any takes, on a machine that does much else.
const HUNG: Duration = Duration::from_secs(60);

/// Dies with this, by SIGKILL.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Scene {
    /// Starts a program, and stays with it until it ends or is killed. What it leaves under way has the `fate`; what is late
    /// arrives when so many bytes of a later one have passed.
    pub(crate) async fn live(&self, kill: Kill, fate: Fate, arrives: u64) -> End {
        let bytes = match kill {
            Kill::Bytes(bytes) => Some(bytes),
            _ => None,
        };
        let life = self.wire.begin(bytes, fate);
        let mut process = self.start(kill);
        let begun = Instant::now();
        let here = self.folder().join(HERE);
        let requests = match kill {
            Kill::AtRequest(count) => count,
            _ => usize::MAX,
        };
        let end = loop {
            if let Some(status) = process.0.try_wait().unwrap() {
                break self.ended(status);
            }
            let dies = match kill {
                Kill::Never | Kill::AtRequest(_) => false,
                Kill::Bytes(_) => life.is_cut(),
                Kill::Step(_) => here.exists(),
                Kill::After(time) => begun.elapsed() >= time,
            };
            if dies {
                break End::Killed;
            }
            assert!(
                begun.elapsed() < HUNG,
                "{}: {}",
                self.story.name(),
                self.said()
            );
            for (earlier, bytes) in &*self.lives.borrow() {
                if life.passed() >= *bytes {
                    earlier.release();
                }
            }
            self.story.meanwhile(&self.sandbox);
            tokio::select! {
                () = self.wait_for_received(requests) => break End::Killed,
                () = tokio::time::sleep(Duration::from_millis(1)) => {}
            }
        };
        drop(process);
        if matches!(end, End::Killed) {
            self.kills.set(self.kills.get() + 1);
        }
        let _ = std::fs::remove_file(here);
        self.passed.set(self.passed.get() + life.passed());
        self.lives.borrow_mut().push((life, arrives));
        end
    }

    fn start(&self, kill: Kill) -> Process {
        let mut program = Command::new(std::env::current_exe().unwrap());
        program
            .args([
                "--exact",
                "child::the_program_that_is_killed",
                "--nocapture",
            ])
            // Nothing of the environment of whoever runs the tests.
            .env_clear()
            .env(STORY, self.story.name())
            .env(FOLDER, self.folder())
            .envs(self.settings.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(self.folder().join("stderr")).unwrap());
        if let Kill::Step(step) = kill {
            program.env(STEP, step.to_string());
        }
        if self.is_careless.get() {
            program.env(CARELESS, "1");
        }
        Process(program.spawn().unwrap())
    }

    fn said(&self) -> String {
        std::fs::read_to_string(self.folder().join("stderr")).unwrap_or_default()
    }

    fn ended(&self, status: ExitStatus) -> End {
        match status.code() {
            Some(FINISHED) => End::Finished,
            Some(IN_DOUBT) => {
                let doubt = self.folder().join(DOUBT);
                End::Doubt(std::fs::read_to_string(doubt).unwrap())
            }
            Some(FAILED) => End::Failed(self.said()),
            code => panic!("{} ended with {code:?}: {}", self.story.name(), self.said()),
        }
    }
}

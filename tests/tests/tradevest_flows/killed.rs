//! A process that is killed between a request and its answer, and the next one that goes on from the file.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use florin::tradevest::onboarding::{Halt, Identification, OnboardingState, Person};
use florin::tradevest::{ClientBuilder, types};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::Kind;

use super::desk::{Desk, data, soon};
use super::onboarding::{at_once, nobodys, paper, set_clock, to_accept};

const FILE: &str = "FLORIN_TEST_STATE";
const TERMS: &str = "FLORIN_TEST_TERMS";
const PRIVACY: &str = "FLORIN_TEST_PRIVACY";

fn jane(terms: &str, privacy: &str) -> Person {
    // Without an external id of hers: the one that is made is all in the state.
    let identification = Identification::own(data::identification());
    Person::new(data::person(), identification)
        .document(paper(types::DocumentTypeEnum::IdentificationCertificate))
        .accepted(terms, privacy)
}

/// Not a test by itself: the process that a test starts and kills. It onboards one person.
#[tokio::test]
async fn the_process_that_is_killed() {
    let (Ok(file), Ok(terms), Ok(privacy)) = (
        std::env::var(FILE),
        std::env::var(TERMS),
        std::env::var(PRIVACY),
    ) else {
        return;
    };
    let client = ClientBuilder::from_env().unwrap().build().unwrap();
    let mut onboarding = client.onboard_person(jane(&terms, &privacy));
    let _ = onboarding
        .run(|state: OnboardingState| {
            let stored = serde_json::to_vec(&state).unwrap();
            let written = std::fs::write(&file, stored);
            async move { written }
        })
        .await;
}

/// Kills the process when the test is over, whichever way.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A file that is gone when the test is over.
struct File(PathBuf);

impl File {
    fn new(name: &str) -> Self {
        let name = format!("florin-{}-{name}.json", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn start(desk: &Desk, file: &Path, terms: &str, privacy: &str) -> Killed {
    let tradevest = desk.tradevest();
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::the_process_that_is_killed"])
        .env(FILE, file)
        .env(TERMS, terms)
        .env(PRIVACY, privacy)
        .env("TRADEVEST_API_URL", tradevest.api_url())
        .env("TRADEVEST_AUTH_URL", tradevest.auth_url())
        .env("TRADEVEST_CLIENT_ID", tradevest.client_id())
        .env("TRADEVEST_CLIENT_SECRET", tradevest.client_secret())
        .env_remove("TRADEVEST_ENVIRONMENT")
        .env_remove("TRADEVEST_REQUESTOR_ID")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    Killed(child.unwrap())
}

#[tokio::test]
async fn what_a_killed_process_had_sent_is_done_once_by_the_next() {
    for (operation, kind) in [
        ("create_entity_natural_person", Kind::NaturalPerson),
        ("upload_document_v2", Kind::Document),
        ("create_role_customer", Kind::Customer),
        ("start_role_onboarding", Kind::Onboarding),
    ] {
        let desk = Desk::open_with(at_once()).await;
        set_clock(&desk);
        let (terms, privacy) = to_accept(&desk).await;
        let file = File::new(operation);
        // It is done, and the answer is still out when the process dies: the clock stands still.
        let held = Fault::delay(super::desk::HOUR).after_effect().on(operation);
        desk.misbehave(held);
        let before = desk.tradevest().objects(kind).len();
        let child = start(&desk, &file.0, &terms, &privacy);
        soon(async {
            while desk.tradevest().objects(kind).len() == before {
                tokio::task::yield_now().await;
            }
        })
        .await;
        drop(child);

        let stored = std::fs::read(&file.0).unwrap();
        let state: OnboardingState = serde_json::from_slice(&stored).unwrap();
        let resumed = nobodys(&desk).resume_onboarding(jane(&terms, &privacy), state);
        let mut onboarding = resumed.unwrap();
        let halt = soon(onboarding.run(|_| async { Ok::<(), std::io::Error>(()) })).await;
        let halt = halt.unwrap();
        assert!(
            matches!(halt, Halt::Onboarded { .. }),
            "{operation}: {halt:?}"
        );
        assert_eq!(
            desk.tradevest().objects(kind).len(),
            before + 1,
            "{operation}"
        );
        let people = desk.tradevest().objects(Kind::NaturalPerson);
        let active = people
            .iter()
            .filter(|person| person.status == "ACTIVE")
            .count();
        assert_eq!((people.len(), active), (2, 2), "{operation}");
    }
}

//! Tradevest: a person is onboarded, the state stored before each thing that is sent. What has no external id and can't be found
//! is in doubt, and goes on when somebody has looked.

use std::io;

use florin::tradevest::ClientBuilder;
use florin::tradevest::onboarding::{Halt, Identification, OnboardingState, Person, Step};
use florin::tradevest::types::DocumentTypeEnum;
use florin_sandbox::tradevest::Kind;
use florin_sandbox::{Sandbox, SandboxBuilder};

use super::child::{Disk, End, Told, Word, pace, retry, setting};
use super::desk::data;
use super::scene::Scene;
use super::story::{Books, Provider, Story, books};
use super::tradevest_order::{at_once, hosts, settings};

pub(crate) struct Onboard;

const TERMS: &str = "TERMS";
const PRIVACY: &str = "PRIVACY";
const STATE: &str = "onboarding";

fn jane() -> Person {
    let identification = Identification::own(data::identification());
    let kind = DocumentTypeEnum::IdentificationCertificate;
    // Without an external id of hers: the one that is made is all in the state.
    Person::new(data::person(), identification)
        .document(florin::tradevest::onboarding::Paper::new(
            kind,
            "scan",
            data::PDF,
        ))
        .accepted(setting(TERMS), setting(PRIVACY))
}

/// What a step is called in the books.
fn name(step: &Step) -> &'static str {
    match step {
        Step::CreatePerson { .. } => "create_entity_natural_person",
        Step::ReportIdentification { .. } => "identify",
        Step::UploadDocument { .. } => "upload_document_v2",
        Step::CreateCustomer => "create_role_customer",
        Step::SignTerms { .. } => "sign terms",
        Step::SignPrivacyPolicy { .. } => "sign privacy policy",
        Step::StartOnboarding => "start_role_onboarding",
        _ => "no step of a person's",
    }
}

pub(crate) async fn program(disk: &Disk) -> Told {
    let client = ClientBuilder::from_env()?
        .pace(pace())
        .retry(retry())
        .build()?;
    let mut onboarding = match disk.load::<OnboardingState>(STATE)? {
        Some(state) => client.resume_onboarding(jane(), state)?,
        None => client.onboard_person(jane()),
    };
    loop {
        let save = |state: OnboardingState| {
            let saved = disk.save(STATE, &state).map_err(io::Error::other);
            async move { saved }
        };
        let step = match onboarding.run(save).await? {
            Halt::Onboarded { .. } => return Ok(End::Finished),
            Halt::InDoubt { step, .. } => step,
            other => return Err(format!("{other:?}").into()),
        };
        let what = name(&step);
        match disk.word(what) {
            None => return Ok(End::Doubt(what.to_owned())),
            Some(Word::Again) => onboarding.repeat()?,
            Some(Word::Done) => {
                let id = std::fs::read_to_string(disk.path(&Word::Done.file(what)))?;
                match id.as_str() {
                    "" => onboarding.done()?,
                    id => onboarding.done_with(id)?,
                }
            }
        }
        // Good for this doubt and no later one, so it is gone before anything is sent.
        disk.forget_word(what);
        disk.save(STATE, onboarding.state())?;
    }
}

impl Story for Onboard {
    fn name(&self) -> &'static str {
        "tradevest onboarding"
    }

    fn provider(&self) -> Provider {
        Provider::Tradevest
    }

    fn sandbox(&self, builder: SandboxBuilder) -> SandboxBuilder {
        at_once(builder)
    }

    fn hosts(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        hosts(sandbox)
    }

    fn settings(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        let documents = sandbox.tradevest().objects(Kind::PartnerDocument);
        let of = |kind: &str| {
            let is_it = |document: &&florin_sandbox::tradevest::ObjectState| {
                document.shown["type"] == kind && document.shown["validUntil"].is_null()
            };
            let found = documents.iter().find(is_it);
            found.unwrap_or_else(|| panic!("{documents:?}")).id.clone()
        };
        let mut settings = settings(sandbox);
        // People act for themselves.
        settings.retain(|(name, _)| *name != "TRADEVEST_REQUESTOR_ID");
        settings.push((TERMS, of("TERMS_AND_CONDITIONS")));
        settings.push((PRIVACY, of("DATA_PRIVACY_POLICY")));
        settings
    }

    /// Whatever was carried out, by its operation; an answer that never left was one all the same.
    fn books(&self, scene: &Scene) -> Books {
        let mut found = Books::new();
        let privacy = scene.settings.iter().find(|(name, _)| *name == PRIVACY);
        let privacy = privacy.unwrap().1.as_bytes();
        for (number, sent) in scene.received().into_iter().enumerate() {
            let was_answered = sent.answered.is_some_and(|status| status.is_success());
            let was_done = was_answered || scene.unanswered.get() == Some(number);
            if sent.method == "GET" || sent.host != "api" || !was_done {
                continue;
            }
            let operation = sent.operation.unwrap_or_default();
            let is_of = |id: &[u8]| sent.body.windows(id.len()).any(|part| part == id);
            let what = match &*operation {
                sign if sign.contains("sign") && is_of(privacy) => "sign privacy policy",
                sign if sign.contains("sign") => "sign terms",
                identify if identify.contains("identif") => "identify",
                other => other,
            };
            *found.entry(what.to_owned()).or_default() += 1;
        }
        let tradevest = scene.sandbox.tradevest();
        let mut count =
            |what: &str, kind| found.insert(what.to_owned(), tradevest.objects(kind).len());
        count("people", Kind::NaturalPerson);
        count("documents", Kind::Document);
        count("customers", Kind::Customer);
        count("onboardings", Kind::Onboarding);
        found
    }

    fn wanted(&self, _: &Scene) -> Books {
        books([
            // One is there from the start.
            ("people", 2),
            ("documents", 1),
            ("customers", 1),
            ("onboardings", 1),
            ("create_entity_natural_person", 1),
            ("identify", 1),
            ("upload_document_v2", 1),
            ("create_role_customer", 1),
            ("sign terms", 1),
            ("sign privacy policy", 1),
            ("start_role_onboarding", 1),
        ])
    }

    /// Nothing that can be read shows a report or a signature under the privacy policy.
    fn shows(&self, what: &str, books: &Books) -> bool {
        !["identify", "sign privacy policy"].contains(&what) && self.done(what, books) > 0
    }

    fn tell(&self, scene: &Scene, what: &str) -> String {
        let customers = scene.sandbox.tradevest().objects(Kind::Customer);
        match (what, customers.first()) {
            ("create_role_customer", Some(customer)) => customer.id.clone(),
            _ => String::new(),
        }
    }
}

//! Stops at which somebody has to do something.

use super::*;

fn verified() -> Person {
    let by_tradevest = Identification::ByTradevest {
        redirect_url: Some("https://partner.example/back".to_owned()),
    };
    Person::new(natural_person(Some("jane-1")), by_tradevest).accepted("terms-1", "privacy-1")
}

#[tokio::test(start_paused = true)]
async fn who_is_identified_by_tradevest_is_sent_to_an_address_and_waited_for() {
    let (provider, disk) = (Provider::new(), Disk::default());
    provider.bring("verification", "PENDING");
    let mut onboarding = nobodys(&provider).onboard_person(verified());
    for _ in 0..2 {
        let halt = run(&mut onboarding, &disk).await;
        assert!(!format!("{halt:?}").contains("s3cret"), "{halt:?}");
        let Halt::WaitingForUser { person, url, .. } = halt else {
            panic!("{halt:?}")
        };
        assert_eq!(person, 0);
        assert_eq!(url.expose(), "https://ident.example/s3cret-place");
    }
    assert!(!disk.all().concat().contains("s3cret"));
    provider.bring("verification", "APPROVED");
    let mut onboarding = nobodys(&provider)
        .resume_onboarding(verified(), disk.last())
        .unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    assert_eq!(
        provider.writes(),
        [
            "create_entity_natural_person",
            "create_identification_verification",
            "create_role_customer",
            "sign_document_v2",
            "sign_document_v2",
            "start_role_onboarding",
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn missing_documents_are_told_before_anything_is_sent() {
    let (provider, disk) = (Provider::new(), Disk::default());
    let mut data = serde_json::to_value(natural_person(None)).unwrap();
    data["mainAddress"]["country"] = json!("AT");
    data["birthDay"] = json!("2008-03-11");
    data["taxDetails"] = json!([{"taxResidency": "AT", "noTinConfirmation": true}]);
    let child = Person::new(read(data), report());
    let mut onboarding = nobodys(&provider).onboard_person(child.clone());
    let Halt::NeedsDocuments(missing) = run(&mut onboarding, &disk).await else {
        panic!("they are missing")
    };
    let missing: Vec<_> = missing.iter().map(ToString::to_string).collect();
    assert_eq!(
        missing,
        [
            "BIRTH_CERTIFICATE of person 0: it identifies a minor",
            "PROOF_OF_RESIDENCE of person 0: the main address isn't in Germany",
            "TIN_NA_CONFIRMATION of person 0: it is declared that there is no tax number",
        ]
    );
    assert!(provider.network.sent().is_empty());

    let whole = child
        .document(paper(types::DocumentTypeEnum::BirthCertificate))
        .document(paper(types::DocumentTypeEnum::ProofOfResidence))
        .document(paper(types::DocumentTypeEnum::TinNaConfirmation));
    let onboarding = nobodys(&provider).onboard_person(whole);
    assert_eq!(onboarding.missing_documents(), []);
}

#[tokio::test(start_paused = true)]
async fn who_turns_eighteen_today_is_an_adult_and_a_minor_isnt_identified_by_tradevest() {
    let provider = Provider::new();
    for (born, is_minor) in [("2008-03-10", false), ("2008-03-11", true)] {
        let mut data = serde_json::to_value(natural_person(None)).unwrap();
        data["birthDay"] = json!(born);
        let by_tradevest = Identification::ByTradevest { redirect_url: None };
        let mut onboarding =
            nobodys(&provider).onboard_person(Person::new(read(data), by_tradevest));
        let before = provider.writes().len();
        let run = onboarding
            .advance(|_| async { Ok::<(), Infallible>(()) })
            .await;
        assert_eq!(run.is_err(), is_minor, "{born}: {run:?}");
        assert_eq!(provider.writes().len() == before, is_minor);
    }
}

#[tokio::test(start_paused = true)]
async fn documents_that_are_there_already_needn_t_be_handed_in_again() {
    let (provider, disk) = (Provider::new(), Disk::default());
    provider.bring("customer", "REVIEW");
    let halt = run(&mut nobodys(&provider).onboard_person(jane()), &disk).await;
    let Halt::Review { step, .. } = halt else {
        panic!("{halt:?}")
    };
    assert_eq!(step, Step::CreateCustomer);
    provider.bring("customer", "CREATED");
    let paperless =
        Person::new(natural_person(Some("jane-1")), report()).accepted("terms-1", "privacy-1");
    let mut onboarding = nobodys(&provider)
        .resume_onboarding(paperless.clone(), disk.last())
        .unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");

    let unchecked = nobodys(&Provider::new()).onboard_person(paperless);
    let halt = run(&mut unchecked.without_document_check(), &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
}

#[tokio::test(start_paused = true)]
async fn what_wasnt_accepted_is_shown_and_isnt_signed() {
    let (provider, disk) = (Provider::new(), Disk::default());
    let undecided = Person::new(natural_person(Some("jane-1")), report())
        .document(paper(types::DocumentTypeEnum::IdentificationCertificate));
    let halt = run(&mut nobodys(&provider).onboard_person(undecided), &disk).await;
    let Halt::NeedsAcceptance { documents, .. } = halt else {
        panic!("{halt:?}")
    };
    let ids: Vec<_> = documents
        .iter()
        .map(|document| &*document.document_id)
        .collect();
    assert_eq!(ids, ["terms-1", "privacy-1"]);
    assert!(
        provider
            .last("get_partner_documents")
            .url
            .contains("isValid=true")
    );
    assert_eq!(provider.count("signature"), 0);
    let mut onboarding = nobodys(&provider)
        .resume_onboarding(jane(), disk.last())
        .unwrap();
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_is_over_too_soon_is_no_error() {
    let (provider, disk) = (Provider::new(), Disk::default());
    provider.bring("onboarding", "PENDING");
    let onboarding = nobodys(&provider).onboard_person(jane());
    let mut onboarding = onboarding.patience(std::time::Duration::from_secs(20));
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::TakesLonger { .. }), "{halt:?}");
    provider.bring("onboarding", "APPROVED");
    let halt = run(&mut onboarding, &disk).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
}

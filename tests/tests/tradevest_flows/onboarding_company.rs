//! Onboarding companies, with who stands behind them.

use florin::tradevest::onboarding::{Company, Halt};
use florin::tradevest::{Client, types};
use florin_sandbox::tradevest::Kind;

use super::desk::{Desk, data};
use super::onboarding::{Disk, at_once, jane, nobodys, paper, run, set_clock, writes};

pub(crate) async fn company(desk: &Desk) -> Company {
    Company::new(data::company())
        .representative(data::representative())
        .owner(data::owner())
        .document(paper(types::DocumentTypeEnum::CurrentRegistryExtract))
        .document(paper(types::DocumentTypeEnum::ShareholderList))
        .signatory(jane(desk).await)
}

fn partner(desk: &Desk) -> Client {
    desk.client.clone()
}

#[tokio::test]
async fn a_company_is_onboarded_with_its_people_and_papers() {
    let desk = Desk::open_with(at_once()).await;
    let disk = Disk::default();
    let mut onboarding = partner(&desk).onboard_company(company(&desk).await);
    let halt = run(&mut onboarding, &disk).await;
    let Halt::Onboarded { customer_id, .. } = halt else {
        panic!("{halt:?}")
    };
    assert_eq!(
        writes(&desk),
        [
            "create_entity_legal_entity",
            "create_legal_representative",
            "create_beneficial_owner",
            "create_role_customer",
            "upload_document_v2",
            "upload_document_v2",
            "create_entity_natural_person",
            "create_entity_identification",
            "upload_document_v2",
            "create_proxy",
            "sign_document_v2",
            "sign_document_v2",
            "start_role_onboarding",
        ]
    );
    let tradevest = desk.tradevest();
    assert_eq!(tradevest.status(&customer_id).unwrap(), "ACTIVE");
    for kind in [
        Kind::LegalEntity,
        Kind::LegalRepresentative,
        Kind::BeneficialOwner,
        Kind::Proxy,
    ] {
        let objects = tradevest.objects(kind);
        assert_eq!(objects.len(), 1, "{kind:?}");
        assert_eq!(objects[0].status, "ACTIVE", "{kind:?}");
    }
    // Of the company in the partner's name, of the signatory in her own.
    let person = onboarding.state().person_id(0).unwrap();
    let named = |operation: &str, at: usize| {
        let sent = &desk.received(operation)[at];
        sent.header("requestor-id").unwrap().to_owned()
    };
    let partner = tradevest.partner_person();
    assert_eq!(named("create_proxy", 0), partner);
    assert_eq!(named("upload_document_v2", 0), partner);
    assert_eq!(named("upload_document_v2", 2), person);
    assert_eq!(named("sign_document_v2", 0), person);
    let proxy = &tradevest.objects(Kind::Proxy)[0].request;
    assert_eq!(proxy["proxyType"], "SIGNATORY");
    assert_eq!(
        (&proxy["validityType"], &proxy["scopeType"]),
        (&"UNLIMITED".into(), &"INDIVIDUAL".into())
    );
    assert!(!disk.all().concat().contains("Muster"));
}

#[tokio::test]
async fn a_company_without_owners_gets_fictive_ones() {
    let desk = Desk::open_with(at_once()).await;
    let ownerless = Company::new(data::company())
        .representative(data::representative())
        .document(paper(types::DocumentTypeEnum::ChronologicalRegistryExtract))
        .document(paper(types::DocumentTypeEnum::ShareholderList))
        .signatory(jane(&desk).await);
    let mut onboarding = partner(&desk).onboard_company(ownerless);
    let halt = run(&mut onboarding, &Disk::default()).await;
    assert!(matches!(halt, Halt::Onboarded { .. }), "{halt:?}");
    let owners = desk.tradevest().objects(Kind::BeneficialOwner);
    assert_eq!(owners[0].shown["type"], "FICTIVE_UBO");
    assert_eq!(desk.count("create_beneficial_owner"), 0);
}

#[tokio::test]
async fn a_company_that_can_t_be_onboarded_is_refused_before_anything_is_sent() {
    let desk = Desk::open_with(at_once()).await;
    let jane = jane(&desk).await;
    desk.tradevest().clear_received();
    let bare = || {
        Company::new(data::company())
            .document(paper(types::DocumentTypeEnum::CurrentRegistryExtract))
            .document(paper(types::DocumentTypeEnum::ShareholderList))
    };
    let whole = bare()
        .representative(data::representative())
        .signatory(jane.clone());
    for (client, company, said) in [
        (
            partner(&desk),
            bare().signatory(jane),
            "Company::representative",
        ),
        (
            partner(&desk),
            bare().representative(data::representative()),
            "Company::signatory",
        ),
        (nobodys(&desk), whole, "Onboarding::requestor"),
    ] {
        let disk = Disk::default();
        let mut onboarding = client.onboard_company(company);
        let error = onboarding.run(|state| disk.save(state)).await.unwrap_err();
        assert!(error.to_string().contains(said), "{error}");
        assert!(disk.all().is_empty());
    }
    assert!(desk.tradevest().received().is_empty());
}

#[tokio::test]
async fn papers_by_legal_form_are_told_before_anything_is_sent() {
    let desk = Desk::open_with(at_once()).await;
    let paperless = Company::new(data::company())
        .representative(data::representative())
        .signatory(jane(&desk).await);
    let mut onboarding = partner(&desk).onboard_company(paperless);
    let Halt::NeedsDocuments(missing) = run(&mut onboarding, &Disk::default()).await else {
        panic!("a registry extract is missing")
    };
    let missing: Vec<_> = missing.iter().map(ToString::to_string).collect();
    assert!(
        missing[0].starts_with(
            "CURRENT_REGISTRY_EXTRACT or CHRONOLOGICAL_REGISTRY_EXTRACT of the company"
        )
    );
    assert!(missing[1].starts_with("SHAREHOLDER_LIST of the company"));
    assert!(writes(&desk).is_empty());
}

#[tokio::test]
async fn a_lost_answer_about_a_representative_is_looked_for_and_nobody_comes_twice() {
    for (operation, kind) in [
        ("create_legal_representative", Kind::LegalRepresentative),
        ("create_beneficial_owner", Kind::BeneficialOwner),
        ("create_proxy", Kind::Proxy),
        ("create_role_customer", Kind::Customer),
    ] {
        let desk = Desk::open_with(at_once()).await;
        set_clock(&desk);
        let disk = Disk::default();
        let lost = florin_sandbox::Fault::reset().after_effect().on(operation);
        desk.misbehave(lost);
        let mut onboarding = partner(&desk).onboard_company(company(&desk).await);
        let error = onboarding.run(|state| disk.save(state)).await;
        assert!(error.is_err(), "{operation}");
        let resumed = partner(&desk).resume_onboarding(company(&desk).await, disk.last());
        let mut onboarding = resumed.unwrap();
        let halt = run(&mut onboarding, &disk).await;
        assert!(
            matches!(halt, Halt::Onboarded { .. }),
            "{operation}: {halt:?}"
        );
        assert_eq!(desk.tradevest().objects(kind).len(), 1, "{operation}");
        assert_eq!(desk.count(operation), 1, "{operation}");
    }
}

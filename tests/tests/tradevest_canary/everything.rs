//! Every call there is, with the mark in it wherever a caller can put one, and all that comes of it.

use std::fmt::Debug;
use std::time::Duration;

use florin::core::chrono::{DateTime, Utc};
use florin::poll::Poller;
use florin::tradevest::{Client, Create, Created, Goal, Listing, LogPosition, Readable, types};
use florin_tests::tradevest::{MARK, calls, id};

use super::marked::request;
use super::said::Said;

const SOON: Duration = Duration::from_secs(1);

/// Every generated operation.
pub(crate) async fn operations(said: &mut Said, client: &Client) {
    said.debug(client);
    said.debug(client.api());
    for call in calls() {
        said.sent(call.send(client).await);
    }
}

/// Creates, and follows what was created.
async fn create<T: Readable + Debug>(said: &mut Said, create: Create<T>) -> Option<Created<T>> {
    said.debug(&create);
    let created = said.outcome(create.send().await)?;
    said.outcome(create.may_have_been_sent().await);
    said.debug(&created.handle());
    said.outcome(created.read().await);
    let poller: Poller<_> = created.poller(Goal::Accepted).deadline(SOON);
    said.debug(&poller);
    said.outcome(poller.await);
    let never = created.poller(Goal::one_of([MARK])).deadline(SOON);
    said.outcome(never.or_unknown().await);
    Some(created)
}

async fn list<T: Send + Unpin + Debug + 'static>(said: &mut Said, list: impl Fn() -> Listing<T>) {
    said.debug(&list());
    said.outcome(list().page(None).await);
    said.debug(&list().pages());
    let mut items = list().items();
    if let Some(item) = items.next().await {
        said.outcome(item);
    }
    said.debug(&items);
    said.outcome(
        list()
            .query("searchText", MARK)
            .query("limit", MARK)
            .all()
            .await,
    );
}

/// Every verb of the facade that creates a person, a company or a role.
pub(crate) async fn people(said: &mut Said, client: &Client) {
    let person = create(
        said,
        client.create_natural_person(request!("create_entity_natural_person")),
    )
    .await;
    create(
        said,
        client.create_legal_entity(request!("create_entity_legal_entity")),
    )
    .await;
    let representative: types::LegalRepresentativeData = request!("create_legal_representative");
    create(
        said,
        client.create_legal_representative(id::LEGAL_ENTITY, representative),
    )
    .await;
    let owner: types::BeneficialOwnerData = request!("create_beneficial_owner");
    create(
        said,
        client.create_beneficial_owner(id::LEGAL_ENTITY, owner),
    )
    .await;
    create(
        said,
        client.create_joint_person(request!("create_joint_person")),
    )
    .await;
    create(
        said,
        client.verify_identification(request!("create_identification_verification")),
    )
    .await;
    create(
        said,
        client.create_customer(request!("create_role_customer")),
    )
    .await;
    create(said, client.create_proxy(request!("create_proxy"))).await;
    create(
        said,
        client.start_onboarding(request!("start_role_onboarding")),
    )
    .await;
    create(
        said,
        client.create_tax_exemption_order(request!("create_tax_exemption_order")),
    )
    .await;
    let document: types::DocumentData = request!("upload_document_v2");
    create(
        said,
        client.upload_document(document.clone(), format!("%PDF {MARK}")),
    )
    .await;
    let no_pdf = client.upload_document(document, MARK).await;
    assert!(
        no_pdf
            .as_ref()
            .is_err_and(florin::tradevest::Error::is_invalid_request)
    );
    said.outcome(no_pdf);
    if let Some(person) = person {
        change(said, &person).await;
    }
}

/// A change that is looked for.
async fn change(said: &mut Said, person: &Created<types::NaturalPerson>) {
    let request = person.client().api().update_entity_natural_person();
    let body: types::NaturalPersonUpdateRequest = request!("update_entity_natural_person");
    let request = request.natural_person_id(id::NATURAL_PERSON).body(body);
    said.debug(&request);
    let Some(submitted) = said.outcome(person.submit(request.send()).await) else {
        return;
    };
    let looking = submitted.look_again_until(|_| false).deadline(SOON);
    said.debug(&looking);
    said.outcome(looking.await);
}

/// Every verb of the facade for products, orders and money, and every list.
pub(crate) async fn business(said: &mut Said, client: &Client) {
    create(
        said,
        client.create_product(id::CUSTOMER, request!("create_customer_product")),
    )
    .await;
    create(
        said,
        client.create_digital_order(request!("create_digital_market_order")),
    )
    .await;
    create(
        said,
        client.accept_digital_quote(request!("accept_digital_quote")),
    )
    .await;
    create(
        said,
        client.create_tokenized_order(request!("create_wawex_market_order")),
    )
    .await;
    create(said, client.create_transfer(request!("create_transfer"))).await;
    let mut broken: types::OrderData = request!("create_digital_market_order");
    broken.external_id = format!("{MARK}\n");
    said.outcome(client.create_digital_order(broken).await);

    list(said, || client.natural_persons()).await;
    list(said, || client.legal_representatives(id::LEGAL_ENTITY)).await;
    list(said, || client.beneficial_owners(id::LEGAL_ENTITY)).await;
    list(said, || client.identification_verifications()).await;
    list(said, || {
        client.documents(types::DocumentResourceTypeEnum::Customer, id::CUSTOMER)
    })
    .await;
    list(said, || client.partner_documents()).await;
    list(said, || client.customers()).await;
    list(said, || client.proxies()).await;
    list(said, || client.tax_exemption_orders()).await;
    list(said, || client.digital_orders(id::CUSTOMER_PRODUCT)).await;
    for mut log in [
        client.entities_changelog(LogPosition::start()),
        client.digital_changelog(LogPosition::start()),
        client.customers_changelog(LogPosition::start()),
    ] {
        said.debug(&log);
        if let Some(page) = log.next().await {
            said.outcome(page);
        }
        said.debug(&log);
    }
    let since = "2026-03-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap();
    let mut undelivered = client.undelivered_webhooks(since);
    said.outcome(undelivered.next_page().await);
    said.debug(&undelivered);
    said.outcome(client.missing_webhooks().await);
}

//! Onboardings, costs, orders of securities and pay-outs.

use std::convert::Infallible;
use std::time::Duration;

use florin::RetryPolicy;
use florin::tradevest::onboarding::{Company, Identification, Onboarding, Paper, Person};
use florin::tradevest::{Client, types};
use florin_tests::tradevest::in_memory::{InMemory, Says};
use florin_tests::tradevest::{MARK, id};
use serde_json::json;

use super::captured::Captured;
use super::marked::{good, refusals, request, saying, secret};
use super::said::Said;

fn paper() -> Paper {
    Paper::new(
        types::DocumentTypeEnum::IdentificationCertificate,
        MARK,
        format!("%PDF {MARK}"),
    )
}

fn account() -> types::RefAccountData {
    let customer: types::CustomerData = request!("create_role_customer");
    customer.ref_accounts.into_iter().next().unwrap()
}

fn people() -> [Person; 2] {
    let own = Identification::own(request!("create_entity_identification"));
    let tradevest = Identification::ByTradevest {
        redirect_url: Some(format!("https://partner.example/{MARK}")),
    };
    [own, tradevest].map(|identification| {
        Person::new(request!("create_entity_natural_person"), identification)
            .document(paper())
            .reference_account(account())
            .label("gold")
            .accepted("terms-1", "policy-1")
    })
}

fn company(signatory: Person) -> Company {
    Company::new(request!("create_entity_legal_entity"))
        .representative(request!("create_legal_representative"))
        .owner(request!("create_beneficial_owner"))
        .signatory(signatory)
        .document(paper())
        .reference_account(account())
}

/// As far as it goes. What is stored on the way is searched as well.
async fn run(said: &mut Said, onboarding: Onboarding) {
    let onboarding = onboarding.patience(Duration::from_secs(1));
    for mut onboarding in [onboarding.clone(), onboarding.without_document_check()] {
        said.debug(&onboarding);
        said.debug(&(onboarding.steps(), onboarding.missing_documents()));
        // Whoever stops it is asked to go on, a few times.
        for _ in 0..3 {
            let mut stored = Vec::new();
            let halt = onboarding.run(|state| {
                stored.push(serde_json::to_string(&state).unwrap());
                std::future::ready(Ok::<(), Infallible>(()))
            });
            match halt.await {
                Ok(halt) => said.debug(&halt),
                Err(error) => said.other(&error),
            }
            said.0.extend(stored);
            said.debug(&(onboarding.state(), onboarding.next_step()));
            if let Err(not_now) = onboarding.repeat() {
                said.other(&not_now);
            }
        }
    }
}

async fn everything(said: &mut Said, client: &Client) {
    for person in people() {
        said.debug(&person);
        run(said, client.onboard_person(person.clone())).await;
        let company = company(person);
        said.debug(&company);
        run(said, client.onboard_company(company)).await;
    }
    said.outcome(
        client
            .pay_out(id::CUSTOMER_PRODUCT, "1.50".parse().unwrap(), MARK)
            .await,
    );
    said.outcome(
        client
            .pay_out(id::CUSTOMER_PRODUCT, "0".parse().unwrap(), MARK)
            .await,
    );
    let long = MARK.repeat(20);
    said.outcome(
        client
            .pay_out(id::CUSTOMER_PRODUCT, "1.50".parse().unwrap(), long)
            .await,
    );
    let pretended = client.pretend_incoming_transfer(request!("create_test_incoming_transfer"));
    said.outcome(pretended.await);
    let mut wanted: types::ExAnteCostData = request!("get_ex_ante_cost");
    wanted.order_type = types::TraditionalAssetOrderTypeEnum::Market;
    if let Some(costs) = said.outcome(client.ex_ante(wanted).await) {
        let order = costs.order(id::CUSTOMER_PRODUCT, id::CUSTOMER_PRODUCT);
        said.debug(&order);
        if let Some(order) = said.outcome(order.await) {
            said.outcome(order.change(request!("update_trading_order")).await);
            said.outcome(order.cancel().await);
        }
    }
}

fn client(provider: &InMemory) -> Client {
    let builder = secret(provider.tradevest()).retry(RetryPolicy::never());
    builder.build().unwrap()
}

#[tokio::test(start_paused = true)]
async fn no_onboarding_and_no_flow_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    everything(&mut said, &client(&saying(|asked| good(&asked.operation)))).await;
    everything(&mut said, &client(&saying(|_| Says::Silence))).await;
    for body in refusals() {
        for status in [200, 400, 409, 500] {
            let body = body.clone();
            let provider = saying(move |_| Says::No(status, body.clone()));
            everything(&mut said, &client(&provider)).await;
        }
    }
    said.is_clean(&captured);
}

/// The person is created, and every state after that is refused, with a reason in the provider's words.
#[tokio::test(start_paused = true)]
async fn no_onboarding_that_stops_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for status in [
        "RECEIVED",
        "CREATED",
        "REVIEW",
        "REJECTED",
        "INVALID",
        "SOMETHING_NEW",
    ] {
        let provider = saying(move |asked| match asked.operation.as_str() {
            "get_entity_natural_person" => Says::Yes(json!({
                "naturalPersonId": id::NATURAL_PERSON, "naturalPersonStatus": status, "firstName": MARK, "more": MARK,
            })),
            "get_role_onboarding" => Says::Yes(
                json!({"onboardingId": id::ONBOARDING, "status": status, "message": MARK}),
            ),
            other => good(other),
        });
        everything(&mut said, &client(&provider)).await;
    }
    said.is_clean(&captured);
}

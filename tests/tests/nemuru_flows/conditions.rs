//! Simulating: what is sent, what comes back, and in which unit.

use florin::core::{Decimal, Effect, Fraction, Percent};
use florin::nemuru::types::{LoanConditions, LoanProgram};
use florin::nemuru::{ConditionsRequest, ErrorDetails};
use florin_sandbox::nemuru::Agent;
use florin_tests::in_memory::{InMemory, Says};
use serde_json::json;

use super::{first, sandbox, second};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn fraction(text: &str) -> Option<Fraction> {
    Some(Fraction::new(decimal(text)))
}

#[tokio::test]
async fn there_is_an_offer_for_each_program_and_the_numbers_are_those_of_the_documentation() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let agent = client.agent().await.unwrap();
    let request = ConditionsRequest::new(agent.id, "EUR", 30, decimal("5000"));
    let offers = client.conditions(&request).await.unwrap();
    let of = |program: LoanProgram| -> &LoanConditions {
        offers
            .iter()
            .map(|offer| &offer.loan_conditions)
            .find(|conditions| conditions.program == program)
            .unwrap()
    };
    let free = of(LoanProgram::FreeProgram);
    assert_eq!(free.annual_interest, fraction("0.091"));
    assert_eq!(free.tae, fraction("0.095"));
    assert_eq!(free.merchant_discount_percentage, fraction("0"));
    assert_eq!(free.user_defined_quota, Some(decimal("186.97")));
    assert_eq!(free.total_interest_paid, Some(decimal("609.15")));
    assert_eq!(free.total_amount_paid, Some(decimal("5609.15")));
    assert_eq!(
        (free.term, free.number_of_payments),
        (decimal("30"), Some(decimal("30")))
    );
    let zero = of(LoanProgram::ZeroProgram);
    assert_eq!(zero.merchant_discount_percentage, fraction("0.099"));
    assert_eq!(zero.annual_interest, fraction("0"));
    assert_eq!(offers.len(), 2);
    assert!(sandbox.nemuru().loans().is_empty(), "nothing is created");
}

#[tokio::test]
async fn the_query_is_the_documented_one_with_the_amount_as_it_is() {
    let sandbox = sandbox().await;
    let agent_id = sandbox.nemuru().credentials().agent_id;
    let request = ConditionsRequest::new(&agent_id, "EUR", 12, decimal("4999.90"));
    first(&sandbox).conditions(&request).await.unwrap();
    let asked = &sandbox.nemuru().received_by("get_loan_conditions")[0];
    assert_eq!(asked.path, "/api/v2/loan/conditions/");
    let mut query = asked.query_pairs();
    query.sort();
    let [agent, currency, principal, term] = &query[..] else {
        panic!("{query:?}")
    };
    assert_eq!(agent, &("agent_id".to_owned(), agent_id));
    assert_eq!(currency, &("currency".to_owned(), "EUR".to_owned()));
    assert_eq!(principal.0, "principal");
    assert_eq!(decimal(&principal.1), decimal("4999.9"));
    assert_eq!(term, &("term".to_owned(), "12".to_owned()));
}

#[tokio::test]
async fn no_price_is_no_offer_and_no_error() {
    let sandbox = sandbox().await;
    let agent_id = sandbox.nemuru().credentials().agent_id;
    let request = ConditionsRequest::new(agent_id, "EUR", 121, decimal("5000"));
    assert!(
        first(&sandbox)
            .conditions(&request)
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn what_can_not_be_simulated_is_not_sent() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let agent_id = sandbox.nemuru().credentials().agent_id;
    for (request, field) in [
        (
            ConditionsRequest::new(" ", "EUR", 30, decimal("1")),
            "agent_id",
        ),
        (
            ConditionsRequest::new(&agent_id, "euro", 30, decimal("1")),
            "currency",
        ),
        (
            ConditionsRequest::new(&agent_id, "EUR", 0, decimal("1")),
            "term",
        ),
        (
            ConditionsRequest::new(&agent_id, "EUR", 30, decimal("0")),
            "principal",
        ),
        (
            ConditionsRequest::new(&agent_id, "EUR", 30, decimal("-1")),
            "principal",
        ),
    ] {
        let error = client.conditions(&request).await.unwrap_err();
        assert!(error.is_invalid_request() && error.effect() == Effect::NotSent);
        assert!(error.to_string().contains(field), "{error}");
    }
    assert!(sandbox.nemuru().received().is_empty());
}

#[tokio::test]
async fn another_agents_prices_and_those_of_nobody_are_refused() {
    let sandbox = sandbox().await;
    let others = sandbox.nemuru().agent(Agent::First).agent_id;
    let request = ConditionsRequest::new(others, "EUR", 30, decimal("5000"));
    let error = second(&sandbox).conditions(&request).await.unwrap_err();
    assert!(error.is_auth(), "{error}");
    let nobody = ConditionsRequest::new(
        "9286898b-7bb7-4885-9a9b-94c4e880378b",
        "EUR",
        30,
        decimal("5000"),
    );
    let error = second(&sandbox).conditions(&nobody).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
    assert_eq!(
        error.exception().unwrap().name(),
        "AgentNotFoundByIdException"
    );
}

#[test]
fn a_rate_and_a_percentage_are_two_types_that_turn_into_each_other_exactly() {
    let rate = Fraction::new(decimal("0.091"));
    assert_eq!(rate.to_percent(), Percent::new(decimal("9.1")));
    assert_eq!(rate.to_percent().to_fraction(), rate);
    assert_eq!(Percent::from(rate).to_string(), "9.1 %");
    assert_eq!(rate.to_string(), "0.091");
    assert_ne!(
        std::any::TypeId::of::<Fraction>(),
        std::any::TypeId::of::<Percent>()
    );
    assert_eq!(serde_json::to_value(rate).unwrap(), json!(0.091));
}

#[tokio::test]
async fn offers_are_read_to_the_last_digit_and_with_what_is_missing_or_new() {
    let provider = InMemory::new(|_| {
        Says::Text(
            200,
            r#"{"status": "ok", "data": [
                {"loan_conditions": {"currency": "EUR", "program": "new_program", "principal": 0.1,
                 "term": 30.0, "tae": 0.12345678901234567, "surprise": [1]}, "extra": true}
            ]}"#,
        )
    });
    let client = provider.nemuru().build().unwrap();
    let request = ConditionsRequest::new("a", "EUR", 30, decimal("5000"));
    let offers = client.conditions(&request).await.unwrap();
    let conditions = &offers[0].loan_conditions;
    assert_eq!(conditions.program.as_str(), "new_program");
    assert_eq!(conditions.tae, fraction("0.12345678901234567"));
    assert_eq!(conditions.principal.to_string(), "0.1");
    assert_eq!(conditions.term, decimal("30"));
    assert_eq!(conditions.annual_interest, None);
}

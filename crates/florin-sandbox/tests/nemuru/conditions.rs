//! Simulated loans and the agent's profile.

use florin_sandbox::nemuru::{Agent, Options};
use serde_json::{Value, json};

use crate::shop::{Shop, exception, sandbox};

async fn simulate(shop: &Shop, agent_id: &str, term: &str, principal: &str) -> (u16, Value) {
    let query = format!("agent_id={agent_id}&currency=EUR&term={term}&principal={principal}");
    shop.get(&format!("/loan/conditions/?{query}")).await
}

#[tokio::test]
async fn the_documented_simulation_gives_the_documented_offers() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let (status, body) = simulate(&shop, &shop.agent_id, "30", "5000").await;
    assert_eq!((status, &body["status"]), (200, &json!("ok")));
    let [zero, free] = &body["data"].as_array().unwrap()[..] else {
        panic!("two offers")
    };
    assert_eq!(zero["created_at"], "2026-11-02T08:00:00+00:00");
    assert_eq!(zero["loan_conditions"]["program"], "zero_program");
    assert_eq!(zero["loan_conditions"]["user_defined_quota"], 166.67);
    assert_eq!(
        zero["loan_conditions"]["merchant_discount_percentage"],
        0.099
    );
    assert_eq!(free["loan_conditions"]["user_defined_quota"], 186.97);
    assert_eq!(free["loan_conditions"]["total_amount_paid"], 5609.15);
    assert_eq!(free["loan_conditions"]["tae"], 0.095);
    assert!(sandbox.nemuru().loans().is_empty());
}

#[tokio::test]
async fn cents_are_counted() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let (_, body) = simulate(&shop, &shop.agent_id, "3", "100.01").await;
    let zero = &body["data"][0]["loan_conditions"];
    assert_eq!(zero["principal"], 100.01);
    assert_eq!(zero["user_defined_quota"], 33.34);
}

#[tokio::test]
async fn there_may_be_no_offer_at_all() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let (status, body) = simulate(&shop, &shop.agent_id, "121", "5000").await;
    assert_eq!((status, &body["data"]), (200, &json!([])));
}

#[tokio::test]
async fn an_agent_simulates_for_itself() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let other = sandbox.nemuru().agent(Agent::Second).agent_id;
    let (status, body) = simulate(&shop, &other, "30", "5000").await;
    assert_eq!((status, exception(&body)), (403, "ForbiddenException"));
    let nobody = "00000000-0000-4000-8000-000000000000";
    let (status, body) = simulate(&shop, nobody, "30", "5000").await;
    assert_eq!(
        (status, exception(&body)),
        (404, "AgentNotFoundByIdException")
    );
}

#[tokio::test]
async fn what_is_wrong_with_a_simulation_is_told_by_parameter() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let (status, body) = simulate(&shop, "me", "0", "-1").await;
    assert_eq!(
        (status, exception(&body)),
        (400, "SchemaValidatorException")
    );
    let wrong: Vec<_> = body["schema_errors"].as_object().unwrap().keys().collect();
    assert_eq!(wrong, ["/agent_id", "/principal", "/term"]);
    let (status, body) = simulate(&shop, &shop.agent_id, "2.5", "5000").await;
    assert_eq!(status, 400);
    assert!(body["schema_errors"]["/term"].is_string(), "{body}");
    let (status, body) = shop.get("/loan/conditions/?currency=EUR").await;
    assert_eq!(status, 400);
    assert_eq!(body["schema_errors"].as_object().unwrap().len(), 3);
}

#[tokio::test]
async fn the_profile_is_that_of_the_token() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    for agent in Agent::ALL {
        let shop = Shop::open(&sandbox, agent).await;
        let (status, body) = shop.get("/agent/profile/").await;
        assert_eq!(
            (status, &body["payload"]["id"]),
            (200, &json!(shop.agent_id))
        );
        let urn = format!("urn:nemuru:api_gateway:external:v2:agent:{}", shop.agent_id);
        assert_eq!(body["identifier"], urn);
    }
}

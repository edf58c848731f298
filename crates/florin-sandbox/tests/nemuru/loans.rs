//! Creating and reading loans.

use florin_sandbox::Fault;
use florin_sandbox::nemuru::{Agent, Options};
use serde_json::json;

use crate::shop::{LOAN, OTHER_LOAN, Shop, exception, sandbox};

#[tokio::test]
async fn a_loan_is_created_under_the_callers_id_and_read_back() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    let (status, body) = shop.get(&format!("/loan/{LOAN}/")).await;
    assert_eq!((status, &body["status"]), (200, &json!("ok")));
    let urn = format!("urn:nemuru:api_gateway:external:v2:loan:{LOAN}");
    assert_eq!(body["identifier"], urn);
    let loan = &body["payload"];
    assert_eq!(loan["id"], LOAN);
    assert_eq!(loan["status"], "status_initial");
    assert_eq!(loan["created_at"], "2026-11-02T08:00:00+00:00");
    assert_eq!(loan["borrower"]["first_name"], "Lucía");
    assert_eq!(loan["borrower"]["expires_on"], "2026-12-02T08:00:00+00:00");
    assert_eq!(loan["asset"]["value"], 3500);
    assert_eq!(loan["loan_conditions"]["number_of_payments"], 24);
    assert_eq!(loan["loan_conditions"]["annual_interest"], 0.091);
}

#[tokio::test]
async fn an_agreed_rate_is_taken_and_a_fee_reads_as_zero() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let mut invitation = shop.invitation(LOAN);
    invitation["annual_interest"] = json!(0.05);
    invitation["setup_fee"] = json!({ "amount": 125, "type": "type_upfront" });
    assert_eq!(shop.post("/loan/", &invitation).await.0, 201);
    let conditions = shop.loan(LOAN).await["loan_conditions"].clone();
    assert_eq!(conditions["annual_interest"], 0.05);
    assert_eq!(conditions["setup_fee"], 0);
}

#[tokio::test]
async fn an_id_is_good_for_one_loan_and_one_invitation() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let first = Shop::open(&sandbox, Agent::First).await;
    first.invite(LOAN).await;
    let second = Shop::open(&sandbox, Agent::Second).await;
    for shop in [&first, &second] {
        let (status, body) = shop.post("/loan/", &shop.invitation(LOAN)).await;
        assert_eq!(
            (status, exception(&body)),
            (409, "LoanAlreadyExistsByIdException")
        );
    }
    assert_eq!(sandbox.nemuru().invitations(LOAN), 1);
    assert_eq!(sandbox.nemuru().invitations(OTHER_LOAN), 0);
    assert_eq!(sandbox.nemuru().loans().len(), 1);
}

#[tokio::test]
async fn a_creation_whose_answer_is_lost_has_invited_all_the_same() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let fault = Fault::reset().after_effect().on("create_loan");
    sandbox.nemuru().misbehave(fault).unwrap();
    let lost = shop.request(reqwest::Method::POST, "/loan/");
    assert!(lost.json(&shop.invitation(LOAN)).send().await.is_err());
    assert_eq!(sandbox.nemuru().invitations(LOAN), 1);
    assert_eq!(shop.post("/loan/", &shop.invitation(LOAN)).await.0, 409);
}

#[tokio::test]
async fn what_is_wrong_is_told_by_pointer() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let cases = [
        ("/id", json!("loan-1"), "/id"),
        ("/agent_id", json!("me"), "/agent_id"),
        ("/currency", json!("Euro"), "/currency"),
        ("/term", json!(0), "/term"),
        ("/term", json!(2.5), "/term"),
        ("/principal", json!("3200"), "/principal"),
        ("/principal", json!(0), "/principal"),
        ("/principal", json!(3500.01), "/principal"),
        ("/program", json!("half_program"), "/program"),
        ("/borrower/email", json!("nowhere"), "/borrower/email"),
        ("/asset", json!({ "value": 3500 }), "/asset"),
    ];
    for (pointer, value, told) in cases {
        let mut invitation = shop.invitation(LOAN);
        *invitation.pointer_mut(pointer).unwrap() = value.clone();
        let (status, body) = shop.post("/loan/", &invitation).await;
        assert_eq!(status, 400, "{pointer} {value}");
        assert_eq!(exception(&body), "SchemaValidatorException");
        let errors = body["schema_errors"].as_object().unwrap();
        let pointers: Vec<_> = errors.keys().collect();
        assert_eq!(pointers, [told], "{pointer} {value}");
        assert!(errors[told].is_string());
    }
    let (status, body) = shop.post("/loan/", &json!({ "id": LOAN })).await;
    assert_eq!(status, 400);
    assert!(body["schema_errors"]["/"].is_string(), "{body}");
    assert!(sandbox.nemuru().loans().is_empty());
}

#[tokio::test]
async fn an_asset_may_be_of_a_type_that_is_not_listed() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let mut invitation = shop.invitation(LOAN);
    invitation["asset_type"] = json!("boat");
    invitation["asset"]["details"] = json!({ "length": 7.5 });
    assert_eq!(shop.post("/loan/", &invitation).await.0, 201);
    assert_eq!(shop.loan(LOAN).await["asset"]["details"]["length"], 7.5);
    let kept = sandbox.nemuru().loan(LOAN).unwrap();
    assert_eq!(kept.request["asset_type"], "boat");
}

#[tokio::test]
async fn an_agent_invites_in_its_own_name() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let mut invitation = shop.invitation(LOAN);
    invitation["agent_id"] = json!(sandbox.nemuru().agent(Agent::Second).agent_id);
    let (status, body) = shop.post("/loan/", &invitation).await;
    assert_eq!((status, exception(&body)), (403, "ForbiddenException"));
}

#[tokio::test]
async fn a_loan_that_is_not_the_agents_does_not_exist() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let first = Shop::open(&sandbox, Agent::First).await;
    first.invite(LOAN).await;
    let second = Shop::open(&sandbox, Agent::Second).await;
    let (status, body) = second.get(&format!("/loan/{LOAN}/")).await;
    assert_eq!(status, 404);
    assert_eq!(
        body["exception"],
        r"Nemuru\Module\Financial\Domain\Loan\Exception\LoanNotFoundByIdException"
    );
    assert_eq!(body["error"], format!(r"\Loan\ with id \{LOAN}\ not found"));
    assert_eq!(body.get("schema_errors"), None);
    assert_eq!(second.operate(LOAN, "cancelLoan").await.0, 404);
    assert_eq!(second.get(&format!("/loan/{LOAN}/file/")).await.0, 404);
}

#[tokio::test]
async fn an_id_that_is_no_uuid_is_not_looked_for() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let (status, body) = shop.get("/loan/loan-1/").await;
    assert_eq!(
        (status, exception(&body)),
        (400, "SchemaValidatorException")
    );
    assert!(body["schema_errors"]["/loanId"].is_string());
}

//! The sandbox takes the samples, and answers as they do.

use florin::core::chrono::{TimeZone as _, Utc};
use florin::core::{AsSent, Decimal};
use florin::nemuru::types::{
    CreateLoanRequest, LoanOperationRequest, LoanStatus, UploadFilesRequest, WebhookRequest,
};
use florin::nemuru::{ConditionsRequest, new_loan_id};
use florin::{financeit, nemuru};
use florin_sandbox::Sandbox;
use florin_sandbox::financeit::{Dialect, NewLoan, Options};
use serde_json::{Value, json};

use super::nemuru::{
    AGENT, CONDITIONS, CREATE_LOAN, FILES, LOAN, OPERATION, UPLOAD, WEBHOOK_REQUEST, WEBHOOKS,
};
use super::{full, parse, written};

/// The fields that a value has, deep down, without those of lists' items.
fn fields(value: &Value) -> Value {
    match value {
        Value::Object(object) => object
            .iter()
            .map(|(name, value)| (name.clone(), fields(value)))
            .collect(),
        _ => Value::Null,
    }
}

#[tokio::test]
async fn nemuru_takes_the_sampled_requests_and_answers_as_the_samples_do() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let stand_in = sandbox.nemuru();
    let known = stand_in.credentials();
    let client = nemuru::Client::builder()
        .environment(nemuru::Environment::Custom {
            api: stand_in.api_url(),
            auth: None,
        })
        .credentials(nemuru::Credentials::new(known.username, known.password))
        .build()
        .unwrap();

    let agent = written(&client.agent().await.unwrap());
    assert_eq!(fields(&agent), fields(&parse(AGENT)["payload"]));

    let mut request: CreateLoanRequest = serde_json::from_str(CREATE_LOAN).unwrap();
    request.id = new_loan_id().unwrap();
    request.agent_id = known.agent_id;
    let loan = client.create_loan(&request).await.unwrap();
    let shown = written(&loan.read().await.unwrap());
    let sampled = &parse(LOAN)["payload"];
    for part in ["loan_conditions", "borrower"] {
        assert_eq!(fields(&shown[part]), fields(&sampled[part]), "{part}");
    }
    assert_eq!(shown["borrower"]["last_name"], "Peñacanary");
    assert_eq!(shown["asset"], written(&request.asset));

    let offers = ConditionsRequest::new(&request.agent_id, "EUR", 18, request.principal);
    for offer in client.conditions(&offers).await.unwrap() {
        assert_eq!(
            fields(&written(&offer)),
            fields(&parse(CONDITIONS)["data"][0])
        );
    }

    let webhook: WebhookRequest = serde_json::from_str(WEBHOOK_REQUEST).unwrap();
    client.create_webhook(&webhook).await.unwrap();
    let webhook = client.webhooks().await.unwrap().remove(0);
    let mut sampled = parse(WEBHOOKS)["data"][0].clone();
    // Lost in the documentation's sample.
    sampled["target"] = json!(webhook.target);
    assert_eq!(fields(&written(&webhook)), fields(&sampled));
    let single = client.webhook(&webhook.id).await.unwrap();
    assert_eq!(written(&single), written(&webhook));

    let files: UploadFilesRequest = serde_json::from_str(UPLOAD).unwrap();
    let upload = client.api().upload_files().loan_id(loan.id()).body(files);
    upload.send().await.unwrap();
    assert_eq!(stand_in.files(loan.id())[0].content, b"CANARY".as_slice());
    let file = written(&loan.files().await.unwrap()[0]);
    assert_eq!(fields(&file), fields(&parse(FILES)["data"][0]));

    let cancel: LoanOperationRequest = serde_json::from_str(OPERATION).unwrap();
    loan.perform(cancel.op).await.unwrap();
    let status = loan.read().await.unwrap().status;
    assert_eq!(status, LoanStatus::StatusCancelled);
}

async fn lender(dialect: Dialect) -> (Sandbox, financeit::Client, i64) {
    let options = Options {
        dialect,
        ..Options::default()
    };
    let sandbox = Sandbox::builder().financeit(options).start().await.unwrap();
    let stand_in = sandbox.financeit();
    let created_at = Utc.with_ymd_and_hms(2026, 5, 9, 3, 7, 1).unwrap();
    let id = stand_in.add_loan(&NewLoan {
        lead_id: Some(-7),
        created_at: Some(created_at),
        ..NewLoan::default()
    });
    let known = stand_in.merchant();
    let credentials =
        financeit::Credentials::login(known.app_id, known.app_secret, known.login, known.password);
    let client = financeit::Client::builder()
        .environment(financeit::Environment::Custom {
            api: stand_in.api_url(),
        })
        .credentials(credentials)
        .account(financeit::Account::Merchant)
        .build()
        .unwrap();
    (sandbox, client, id)
}

/// What kind of JSON each field is that says something.
fn kinds(loan: Value) -> Vec<(String, &'static str)> {
    let Value::Object(fields) = full(loan) else {
        panic!("a loan is an object")
    };
    let kinds = fields.into_iter().map(|(name, value)| {
        let kind = match value {
            Value::String(_) => "text",
            Value::Number(_) => "number",
            Value::Bool(_) => "boolean",
            _ => "other",
        };
        (name, kind)
    });
    kinds.collect()
}

#[tokio::test]
async fn financeit_spells_a_loan_as_the_sample_does() {
    let (_sandbox, financeit, id) = lender(Dialect::AsSampled).await;
    let loan = financeit.loan(id).read().await.unwrap();
    let sampled = kinds(parse(super::financeit::LOAN));
    for field in kinds(written(&loan)) {
        assert!(sampled.contains(&field), "{field:?} in {sampled:?}");
    }
}

#[tokio::test]
async fn a_loan_reads_the_same_in_every_dialect_and_writes_back_its_own() {
    let (mut values, mut spellings) = (Vec::new(), Vec::new());
    for dialect in [Dialect::AsSampled, Dialect::Plain, Dialect::Swapped] {
        let (_sandbox, financeit, id) = lender(dialect).await;
        let found = financeit.loan_for_lead(-7, None).await.unwrap().unwrap();
        assert_eq!(found.id(), id);
        let loan = found.read().await.unwrap();
        let integer = |sent: Option<AsSent<i64>>| sent.unwrap().into_value().unwrap();
        let amount = |sent: Option<AsSent<Decimal>>| sent.unwrap().into_value().unwrap();
        let day = |sent: Option<AsSent<_>>| sent.unwrap().into_value().unwrap();
        let spelled = written(&loan);
        assert_eq!(spelled["rate"], loan.rate.as_ref().unwrap().json());
        spellings.push(spelled);
        values.push((
            [loan.id, loan.partner_id, loan.amortization, loan.lead_id].map(integer),
            [loan.requested_amount, loan.max_amount, loan.credit_limit].map(amount),
            [loan.first_payment_date, loan.expiry_date].map(day),
            loan.rate.unwrap().into_value().unwrap(),
            loan.created_at.unwrap().into_value().unwrap(),
            loan.funded.unwrap().into_value().unwrap(),
        ));
    }
    assert_eq!((&values[0], &values[0]), (&values[1], &values[2]));
    assert!(spellings[0] != spellings[1] && spellings[1] != spellings[2]);
}

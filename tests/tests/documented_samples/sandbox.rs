//! The sandbox takes the samples, and answers as they do.

use florin::core::chrono::{TimeZone as _, Utc};
use florin::core::{AsSent, Decimal};
use florin::nemuru::types::{
    CreateLoanRequest, LoanOperationRequest, LoanStatus, UploadFilesRequest, WebhookRequest,
};
use florin::nemuru::{ConditionsRequest, new_loan_id};
use florin::{financeit, monoova, nemuru};
use florin_sandbox::Sandbox;
use florin_sandbox::financeit::{Dialect, NewLoan, Options};
use florin_sandbox::monoova::{Amounts, Envelope, Options as MonoovaOptions, User};
use florin_tests::monoova::order;
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

/// A back office that acts for the sandbox's first user, and a payment to a beneficiary of that one.
fn office(sandbox: &Sandbox) -> (monoova::Client, monoova::Order) {
    let stand_in = sandbox.monoova();
    let known = stand_in.back_office();
    let client = monoova::Client::builder()
        .environment(monoova::Environment::Custom {
            api: stand_in.api_url(),
        })
        .token_url(stand_in.token_url())
        .credentials(monoova::Credentials::back_office(
            known.client_id,
            known.client_secret,
        ))
        .user_id(User::First.id())
        .build()
        .unwrap();
    let beneficiary = stand_in.beneficiary(User::First, "CNH").unwrap();
    let amount = order::amount("47203.00");
    let payment = monoova::Payment::new(beneficiary, amount).reference("canary");
    let order = monoova::Order::new(
        monoova::Currency::code("AUD"),
        monoova::Currency::code("CNH"),
        monoova::Amount::Buy(amount),
    );
    (client, order.payment(payment))
}

/// Every field that the sample has is there, and none that it hasn't, but for what the documentation leaves open.
#[tokio::test]
async fn monoova_answers_as_the_samples_do() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let (client, order) = office(&sandbox);
    let deal = client.create_transaction(&order).await.unwrap();
    let deal = deal.confirm().await.unwrap();
    let transaction = written(deal.transaction().unwrap());
    let sampled = parse(super::monoova::TRANSACTION);
    for part in ["/", "/base_currency", "/receipt_account"] {
        let part = part.trim_end_matches('/');
        let (found, sampled) = (transaction.pointer(part), sampled.pointer(part));
        let names = |value: Option<&Value>| -> Vec<String> {
            let names = value.unwrap().as_object().unwrap().keys();
            names.cloned().collect()
        };
        assert_eq!(names(found), names(sampled), "{part}");
    }
    assert_eq!(transaction["counter_currency_amount"], "47203.00");

    let pair = monoova::RateQuery::new(
        monoova::Currency::code("AUD"),
        monoova::Currency::code("CNH"),
    );
    let rate = written(&client.rate(&pair).await.unwrap());
    let sampled = &parse(super::monoova::RATE)["rate"];
    assert_eq!(fields(&rate), fields(sampled));

    let person = monoova::NewSubCustomer::individual(
        "Canary",
        "Canarini",
        "8 Canary Lane",
        monoova::Country::code("AUS"),
    );
    let made = client.create_sub_customer(&person).await.unwrap();
    let sampled = &parse(super::monoova::SUB_CUSTOMER)["sub_customer"];
    let known = fields(sampled);
    for name in written(&made).as_object().unwrap().keys() {
        assert!(known.get(name).is_some(), "{name} in {known}");
    }
    assert!(made.extra.is_empty());
}

#[tokio::test]
async fn a_transaction_reads_the_same_in_every_dialect_and_writes_back_its_own() {
    let (mut values, mut spellings) = (Vec::new(), Vec::new());
    for (amounts, envelope) in [
        (Amounts::Text, Envelope::AsShown),
        (Amounts::Separated, Envelope::Wrapped),
        (Amounts::Numbers, Envelope::Bare),
    ] {
        let options = MonoovaOptions {
            amounts,
            envelope,
            ..MonoovaOptions::default()
        };
        let sandbox = Sandbox::builder().monoova(options).start().await.unwrap();
        let (client, order) = office(&sandbox);
        let deal = client.create_transaction(&order).await.unwrap();
        let found = deal.read().await.unwrap();
        spellings.push(written(&found.counter_currency_amount).to_string());
        let amount = |sent: Option<AsSent<Decimal>>| sent.unwrap().into_value().unwrap();
        values.push((
            [
                found.base_currency_amount,
                found.counter_currency_amount,
                found.exchange_rate,
                found.receipt_amount,
            ]
            .map(amount),
            deal.id(),
        ));
    }
    assert_eq!((&values[0], &values[0]), (&values[1], &values[2]));
    assert_eq!(spellings[..2], ["\"47203.00\"", "\"47,203.00\""]);
    assert!(!spellings[2].contains('"'), "{}", spellings[2]);
}

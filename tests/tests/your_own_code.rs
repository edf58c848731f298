//! How users snapshot what their own code sends. The README shows this test.
#![allow(clippy::unwrap_used, reason = "what a test relies on fails the test")]

use florin::monetago::{Client, Error, Selection};
use florin::testing::Recorder;

/// Code of yours: it takes a client and knows nothing of tests.
async fn pay_out(monetago: &Client, invoice: &str) -> Result<String, Error> {
    let selection = Selection::fvr(format!("invoice-{invoice}"));
    monetago.finance_all(selection).await
}

#[tokio::test]
async fn a_payout_finances_one_invoice() {
    let recorder = Recorder::new();
    recorder.answer(
        "mark_as_financed",
        200,
        r#"{"request_identification": "r-1"}"#,
    );
    let monetago = recorder.monetago().build().unwrap();

    pay_out(&monetago, "0881").await.unwrap();

    insta::assert_snapshot!(recorder.last().unwrap(), @r#"
    POST https://api.uat.securefinancing.com/v1/financings
    accept: application/json
    authorization: Bearer [secret]
    content-type: application/json
    user-agent: florin/[version]

    {
      "financing_batch": [
        {
          "submitter_data_set_identification": "invoice-0881"
        }
      ],
      "submitting_financial_institution_identification": "EXMPSGSGXXX"
    }
    "#);
}

/// Code of yours that pays abroad.
async fn pay_abroad(
    monoova: &florin::monoova::Client,
    invoice: &str,
) -> Result<florin::monoova::Deal, florin::monoova::Error> {
    let order = florin_tests::monoova::order::order();
    let quote = monoova.create_transaction(&order);
    let deal = quote.reference(format!("{invoice} create")).await?;
    deal.confirm().reference(format!("{invoice} confirm")).await
}

/// The keys that a recorder's client makes are the same in each run, so they can stand in a snapshot.
#[tokio::test]
async fn an_invoice_is_paid_abroad_under_two_keys() {
    let recorder = Recorder::new();
    recorder.answer("create_transaction", 200, r#"{"transaction": {"id": 7}}"#);
    recorder.answer("confirm_transaction", 200, r#"{"id": 7}"#);
    let ledger = florin::ledger::MemoryLedger::default();
    let monoova = recorder.monoova().ledger(ledger).build().unwrap();

    let deal = pay_abroad(&monoova, "0881").await.unwrap();
    assert_eq!(deal.id(), 7);

    insta::assert_snapshot!(recorder.last().unwrap(), @r#"
    PUT https://sand-api.monoova.com/global/v1/transactions/7/confirm
    accept: application/json
    authorization: Bearer [secret]
    idempotency-key: ba569499-15dc-49e9-90d5-127a96e8d90d
    user-agent: florin/[version]
    "#);
}

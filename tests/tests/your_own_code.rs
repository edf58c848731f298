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

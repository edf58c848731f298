//! Where bought funds stay.

use super::*;

async fn found(answer: &'static str) -> Result<Option<i64>, crate::monoova::Error> {
    let network = answering(200, answer);
    let client = client(&network);
    let found = client.held_funds(Currency::code("USD")).await?;
    assert_eq!(
        parameter(&calls(&network)[0], "currency_code").as_deref(),
        Some("USD")
    );
    Ok(found.and_then(|found| found.id?.into_value()))
}

#[tokio::test(start_paused = true)]
async fn the_beneficiary_that_keeps_funds_is_found_by_its_name_wherever_that_stands() {
    for answer in [
        r#"{"beneficiaries":[{"id":1,"name":"Jane"},{"id":2,"name":"Hold Funds on Account"}]}"#,
        r#"{"beneficiaries":[{"id":2,"name":{"first_name":"","last_name":"Hold Funds  On Account "}}]}"#,
        r#"{"beneficiaries":[{"id":2,"name":null,"company_name":"hold funds on account"}]}"#,
        r#"{"beneficiaries":[{"id":2,"name":"Hold Funds on Account","currency":{"currency_code":"usd"}},
            {"id":3,"name":"Hold Funds on Account","currency":{"currency_code":"AUD"}}]}"#,
        r#"{"beneficiaries":[{"id":3,"name":"Hold Funds on Account","currency":"AUD"},
            {"id":2,"name":"Hold Funds on Account","currency":"USD"}]}"#,
    ] {
        assert_eq!(found(answer).await.unwrap(), Some(2), "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn nobody_else_is_taken_for_it_and_of_two_none_is_chosen() {
    for answer in [
        r#"{"beneficiaries":[]}"#,
        r#"{"beneficiaries":[{"id":1,"name":"Hold Funds on Account Ltd"},{"id":2}]}"#,
        r#"{"beneficiaries":[{"id":2,"name":"Hold Funds on Account","currency":{"currency_code":"AUD"}}]}"#,
        r#"{"beneficiaries":[{"id":2,"name":"Hold Funds on Account","currency":"AUD"}]}"#,
    ] {
        assert_eq!(found(answer).await.unwrap(), None, "{answer}");
    }
    let two = r#"{"beneficiaries":[{"id":1,"name":"Hold Funds on Account"},{"id":2,"name":"Hold Funds on Account"}]}"#;
    assert!(found(two).await.unwrap_err().is_decode());
}

//! Calculator, promo programs and subverticals: what goes out, byte by byte, and what of the answer can be used.

use florin::Decimal;
use florin::financeit::types::{FeePaidBy, PaymentFrequency, RegionCode, VerticalName};
use florin::financeit::{Calculation, PromoProgramsQuery, SubverticalsQuery};
use florin_sandbox::financeit::NewLoan;
use florin_tests::financeit::in_memory::{Says, provider};
use serde_json::json;

use super::{anonymous, broker, merchant, sandbox};

#[tokio::test]
async fn a_merchant_gets_options_and_a_link() {
    let sandbox = sandbox().await;
    let answer = merchant(&sandbox)
        .calculate(&Calculation::new(8_400).promo_program(0).amortization(36))
        .await
        .unwrap();
    assert_eq!(answer.results.len(), 1);
    assert_eq!(answer.results[0]["amortization"], 36);
    let link = answer.application_link.as_ref().unwrap();
    assert!(link.value().unwrap().starts_with("https://"));
    assert!(
        !format!("{answer:?}").contains(link.text()),
        "whoever has the link gets in"
    );
}

#[tokio::test]
async fn a_broker_gets_a_link_only_for_a_partner() {
    let sandbox = sandbox().await;
    let client = broker(&sandbox);
    let quote = Calculation::new(8_400);
    let without = client.calculate(&quote).await.unwrap();
    assert!(!without.results.is_empty() && without.application_link.is_none());
    let partner = sandbox.financeit().broker_partners()[0];
    let with = client.calculate(&quote.partner(partner)).await.unwrap();
    assert!(with.application_link.is_some());
}

#[tokio::test]
async fn lines_of_business_with_spaces_go_out_percent_encoded() {
    let sandbox = sandbox().await;
    let client = anonymous(&sandbox);
    for (vertical, sent) in [
        (VerticalName::HomeImprovement, "Home%20Improvement"),
        (VerticalName::RecreationalVehicle, "Recreational%20Vehicle"),
        (VerticalName::Retail, "Retail"),
    ] {
        sandbox.financeit().clear_received();
        client
            .calculate(&Calculation::new(5000).vertical(vertical))
            .await
            .unwrap();
        client
            .promo_programs(&PromoProgramsQuery::default().vertical(vertical))
            .await
            .unwrap();
        client
            .subverticals(&SubverticalsQuery::default().vertical(vertical))
            .await
            .unwrap();
        let queries: Vec<String> = sandbox
            .financeit()
            .received()
            .iter()
            .filter_map(|request| request.query.clone())
            .collect();
        let parameter = format!("vertical_name={sent}");
        assert_eq!(
            queries,
            [
                format!("requested_amount=5000&{parameter}"),
                parameter.clone(),
                parameter
            ]
        );
    }
}

#[tokio::test]
async fn every_parameter_of_the_calculator_goes_out_as_documented() {
    let sandbox = sandbox().await;
    let partner = sandbox.financeit().broker_partners()[1];
    let quote = Calculation::new("10000.50".parse::<Decimal>().unwrap())
        .vertical(VerticalName::RecreationalVehicle)
        .region(RegionCode::Qc)
        .payment_frequency(PaymentFrequency::F)
        .fee_paid_by(FeePaidBy::Partner)
        .insurance(true)
        .promo_program(0)
        .amortization(36)
        .partner(partner)
        .work_site_quebec(false);
    broker(&sandbox).calculate(&quote).await.unwrap();
    let request = &sandbox.financeit().received_by("calculate_loan_options")[0];
    assert_eq!(request.path, "/en/api/v3/calculator/calculate");
    assert_eq!(
        request.query.as_deref().unwrap(),
        format!(
            "amortization=36&fee_paid_by=partner&insurance=yes&partner_id={partner}&payment_frequency=f\
             &promo_program_id=0&region_code=QC&requested_amount=10000.5&vertical_name=Recreational%20Vehicle\
             &work_site_quebec=no"
        )
    );
}

#[tokio::test(start_paused = true)]
async fn amounts_go_out_exactly_and_without_separators() {
    let provider = provider(|_| Says::Yes(json!({"results": null, "application_link": null})));
    let client = provider.merchant().build().unwrap();
    for (amount, sent) in [
        ("0.1", "0.1"),
        ("1234567.89", "1234567.89"),
        ("50000", "50000"),
        ("99999999.99", "99999999.99"),
    ] {
        let quote = Calculation::new(amount.parse::<Decimal>().unwrap());
        assert!(client.calculate(&quote).await.unwrap().results.is_empty());
        let asked = provider.asked("calculate_loan_options");
        assert_eq!(
            asked.last().unwrap().parameter("requested_amount"),
            Some(sent)
        );
    }
}

#[tokio::test]
async fn programs_and_subverticals_are_whatever_they_are() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    let programs = client
        .promo_programs(&PromoProgramsQuery::default())
        .await
        .unwrap();
    assert_eq!(programs.promo_programs.len(), 3);
    assert_eq!(programs.promo_programs[0]["id"], 0);
    let loan = sandbox.financeit().add_loan(&NewLoan {
        amortization: 24,
        ..NewLoan::default()
    });
    let for_loan = client
        .promo_programs(&PromoProgramsQuery::default().loan(loan))
        .await
        .unwrap();
    assert!(for_loan.promo_programs.len() < 3);
    let sent = &sandbox.financeit().received_by("list_promo_programs")[1];
    assert_eq!(
        sent.query.as_deref(),
        Some(format!("loan_id={loan}").as_str())
    );
    let subverticals = client
        .subverticals(&SubverticalsQuery::default())
        .await
        .unwrap();
    assert_eq!(subverticals.subverticals.len(), 2);
    assert!(subverticals.subverticals[0]["product_types"].is_array());
}

#[tokio::test(start_paused = true)]
async fn undocumented_contents_are_kept_in_any_form() {
    let body = json!({
        "results": ["text", 12, null, {"payment": "53.14"}, [1]],
        "application_link": 7,
        "notes": {"more": true},
    });
    let provider = provider({
        let body = body.clone();
        move |_| Says::Yes(body.clone())
    });
    let client = provider.merchant().build().unwrap();
    let answer = client.calculate(&Calculation::new(1)).await.unwrap();
    assert_eq!(serde_json::to_value(&answer).unwrap(), body);
    assert_eq!(answer.results[3]["payment"], "53.14");
    assert_eq!(answer.application_link.unwrap().text(), "7");
    assert_eq!(answer.extra["notes"]["more"], true);
}

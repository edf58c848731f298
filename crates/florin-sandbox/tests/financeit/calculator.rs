//! The calculator, promo programs and subverticals: who has to say what, and what comes out.

use florin_sandbox::financeit::{Dialect, Options, User};
use serde_json::{Value, json};

use crate::office::{Office, error, sandbox};

fn plain() -> Options {
    Options {
        dialect: Dialect::Plain,
        ..Options::default()
    }
}

async fn results(office: &Office, query: &str) -> Vec<Value> {
    let path = format!("/calculator/calculate?requested_amount=10000{query}");
    let (status, body) = office.get(&path).await;
    assert_eq!(status, 200, "{body}");
    body["results"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_payment_is_that_of_an_annuity() {
    let (sandbox, _clock) = sandbox(plain()).await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let query = "&promo_program_id=12&amortization=12";
    let [option] = &results(&office, query).await[..] else {
        panic!("one option")
    };
    assert_eq!(
        option["payment_amount"], 833.33,
        "12 payments without interest"
    );
    let [option] = &results(&office, "&amortization=36").await[..] else {
        panic!("one option")
    };
    // 10,000 at 12.99 % over 36 months, by the usual formula.
    assert_eq!(option["payment_amount"], 336.89);
    assert_eq!(option["number_of_payments"], 36);
}

#[tokio::test]
async fn frequency_fee_protection_and_quebec_count() {
    let (sandbox, _clock) = sandbox(plain()).await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let first = async |query: &str| results(&office, query).await.remove(0);
    let option = first("&amortization=36&payment_frequency=w").await;
    assert_eq!(option["number_of_payments"], 156);
    let option = first("&amortization=36&payment_frequency=f").await;
    assert_eq!(option["number_of_payments"], 78);
    // The merchant's account has the partner pay the fee.
    assert_eq!(first("").await["principal_amount"], 10_000.0);
    assert_eq!(
        first("&fee_paid_by=borrower").await["principal_amount"],
        10_099.0
    );
    assert_eq!(first("&insurance=yes").await["principal_amount"], 10_400.0);
    assert_eq!(first("&work_site_quebec=yes").await["interest_rate"], 12.49);
    assert_eq!(first("&region_code=QC").await["interest_rate"], 12.49);
}

#[tokio::test]
async fn without_an_amortization_the_longest_comes_first() {
    let (sandbox, _clock) = sandbox(plain()).await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let all = results(&office, "").await;
    let months: Vec<_> = all
        .iter()
        .map(|o| o["amortization"].as_i64().unwrap())
        .collect();
    assert_eq!(months, [180, 120, 60, 36]);
    for (query, wanted) in [
        ("&amortization=37", "37 months"),
        ("&promo_program_id=9", "program 9"),
    ] {
        let path = format!("/calculator/calculate?requested_amount=10000{query}");
        let (status, body) = office.get(&path).await;
        assert_eq!(status, 422);
        assert!(error(&body).contains(wanted), "{body}");
    }
    let (status, _) = office.get("/calculator/calculate?requested_amount=0").await;
    assert_eq!(status, 422);
}

#[tokio::test]
async fn there_is_a_link_where_the_documentation_says_so_and_nowhere_else() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let partner = sandbox.financeit().broker_partners()[0];
    let link = async |office: &Office, query: &str| {
        let path = format!("/calculator/calculate?requested_amount=900{query}");
        office.get(&path).await.1.get("application_link").cloned()
    };
    let merchant = Office::open(&sandbox, User::Merchant).await;
    let (one, other) = (
        link(&merchant, "").await.unwrap(),
        link(&merchant, "").await.unwrap(),
    );
    assert!(
        one.as_str()
            .unwrap()
            .starts_with("https://financeit.invalid/s/")
    );
    assert_ne!(one, other);
    for broker in [
        Office::open(&sandbox, User::Broker).await,
        Office::by_consent(&sandbox).await,
    ] {
        assert_eq!(link(&broker, "").await, None);
        assert!(
            link(&broker, &format!("&partner_id={partner}"))
                .await
                .is_some()
        );
    }
    let anonymous = Office::anonymous(&sandbox).await;
    assert_eq!(link(&anonymous, "&vertical_name=Retail").await, None);
}

#[tokio::test]
async fn an_anonymous_token_has_to_say_more() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let office = Office::anonymous(&sandbox).await;
    let calculate = "/calculator/calculate?requested_amount=900";
    for path in ["/promo_programs", "/subverticals", calculate] {
        let (status, body) = office.get(path).await;
        assert_eq!(status, 422, "{path}");
        assert!(error(&body).contains("vertical_name"), "{body}");
        let mark = if path.contains('?') { '&' } else { '?' };
        let (status, _) = office
            .get(&format!("{path}{mark}vertical_name=Marine"))
            .await;
        assert_eq!(status, 200, "{path}");
    }
    let insured = format!("{calculate}&vertical_name=Marine&insurance=yes");
    let (status, body) = office.get(&insured).await;
    assert_eq!(status, 422);
    assert!(error(&body).contains("region_code"), "{body}");
    assert_eq!(
        office.get(&format!("{insured}&region_code=BC")).await.0,
        200
    );
}

#[tokio::test]
async fn a_partner_with_several_lines_of_business_has_to_name_one() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let office = Office::open(&sandbox, User::Broker).await;
    let several = sandbox.financeit().broker_partners()[1];
    let path = format!("/promo_programs?partner_id={several}");
    assert_eq!(office.get(&path).await.0, 422);
    // Percent-encoded or as forms do it: the space is read either way.
    for space in ["%20", "+"] {
        let named = format!("{path}&vertical_name=Recreational{space}Vehicle");
        assert_eq!(office.get(&named).await.0, 200);
    }
    let other = format!("{path}&vertical_name=Retail");
    assert_eq!(
        office.get(&other).await.0,
        422,
        "the partner is not in that line"
    );
    assert_eq!(
        office.get("/promo_programs").await.0,
        422,
        "a broker names a partner"
    );
}

#[tokio::test]
async fn programs_and_subverticals_come_in_their_documented_containers() {
    let (sandbox, _clock) = sandbox(plain()).await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let (_, body) = office.get("/promo_programs").await;
    let programs = body["promo_programs"].as_array().unwrap();
    assert_eq!((programs.len(), &programs[0]["id"]), (3, &json!(0)));
    let loan = sandbox
        .financeit()
        .add_loan(&florin_sandbox::financeit::NewLoan {
            amortization: 24,
            ..Default::default()
        });
    let (_, body) = office.get(&format!("/promo_programs?loan_id={loan}")).await;
    assert_eq!(
        body["promo_programs"].as_array().unwrap().len(),
        2,
        "{body}"
    );
    assert_eq!(office.get("/promo_programs?loan_id=1").await.0, 404);
    let (_, body) = office.get("/subverticals").await;
    assert!(body["subverticals"][0]["product_types"].is_array());
}

//! What beneficiaries and sub customers are sent as.

use serde_json::{Value, json};

use super::*;
use crate::monoova::{AccountType, NewSubCustomer, types};

fn sent(network: &Scripted) -> Value {
    serde_json::from_str(&calls(network).pop().unwrap().body).unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_sub_customer_is_a_person_or_a_company_by_number_or_code() {
    let network = answering(200, r#"{"sub_customer":{"id":5}}"#);
    let client = client(&network);
    let person = NewSubCustomer::individual("Jane", "Doe", "1 Main St", Country::code("AUS"));
    client.create_sub_customer(&person).await.unwrap();
    assert_eq!(
        sent(&network),
        json!({"sub_customer": {
            "account_type_name": "individual", "country_code": "AUS",
            "name": {"first_name": "Jane", "last_name": "Doe"},
            "address": {"address_line_1": "1 Main St"}
        }})
    );
    let address: types::AddressInput = types::AddressInput::builder()
        .city("Sydney".to_owned())
        .try_into()
        .unwrap();
    let company = NewSubCustomer::company("Acme", "1 Main St", Country::id(10_013))
        .registration_number("007")
        .account_type(AccountType::id(10_000))
        .address(address)
        .field("industry", "shoes");
    client.create_sub_customer(&company).await.unwrap();
    assert_eq!(
        sent(&network),
        json!({"sub_customer": {
            "account_type_id": 10_000, "country_id": 10_013,
            "company_name": "Acme", "registration_number": "007",
            "address": {"address_line_1": "1 Main St", "city": "Sydney"},
            "industry": "shoes"
        }})
    );
}

#[tokio::test(start_paused = true)]
async fn a_beneficiary_is_read_with_its_envelope_or_without() {
    for answer in [
        r#"{"beneficiary":{"id":9,"iban":"x"}}"#,
        r#"{"id":9,"iban":"x"}"#,
    ] {
        let network = answering(200, answer);
        let added = client(&network)
            .create_beneficiary(&beneficiary().field("iban", "x"))
            .await
            .unwrap();
        assert_eq!(added.extra.get("iban"), Some(&json!("x")));
        assert_eq!(sent(&network)["beneficiary"]["iban"], "x");
        assert_eq!(sent(&network)["beneficiary"]["currency_code"], "USD");
    }
}

#[tokio::test(start_paused = true)]
async fn a_field_that_the_type_has_and_an_empty_name_are_refused_before_they_are_sent() {
    let network = answering(200, "{}");
    let client = client(&network);
    for (beneficiary, named) in [
        (beneficiary().field("country_id", 7), "country_id"),
        (beneficiary().field("bank_account", "x"), "bank_account"),
        (beneficiary().field("name", json!({})), "name"),
        (
            NewBeneficiary::new(Country::code(""), Currency::id(1)),
            "country",
        ),
        (
            NewBeneficiary::company(" ", Country::id(1), Currency::id(1)),
            "company_name",
        ),
    ] {
        let error = client.create_beneficiary(&beneficiary).await.unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        assert!(error.to_string().contains(named), "{error}");
    }
    for (sub_customer, named) in [
        (
            NewSubCustomer::individual("Jane", "", "1 Main St", Country::id(1)),
            "last_name",
        ),
        (
            NewSubCustomer::company("Acme", "", Country::id(1)),
            "address_line_1",
        ),
        (
            NewSubCustomer::company("Acme", "1 Main St", Country::id(1)).field("email", "x"),
            "email",
        ),
    ] {
        let error = client.create_sub_customer(&sub_customer).await.unwrap_err();
        assert!(error.to_string().contains(named), "{error}");
    }
    assert!(network.sent().is_empty());
}

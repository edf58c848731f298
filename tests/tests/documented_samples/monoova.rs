//! Monoova's documented samples, in values of our own.

use florin::core::chrono::{NaiveDate, TimeZone as _, Utc};
use florin::core::{AsSent, Decimal};
use florin::monoova::types::{
    BeneficiaryList, CountryList, CreateBeneficiaryRequest, CreateSubCustomerRequest,
    CreateTransactionRequest, CurrencyList, ErrorResponse, RateResponse, RemunerationTypeList,
    SubCustomerResponse, TokenRequest, TokenResponse, Transaction, TransactionReasonList,
    TransactionResponse, UpdateTransactionRequest,
};
use florin::monoova::{Client, Currency, HasProblems, Language, Listing, RateQuery, Status};
use florin::testing::Recorder;
use serde_json::json;

use super::{assert_hushed, parse, read, written};

const TOKEN_REQUEST: &str = include_str!("../../fixtures/monoova/token_request.json");
const TOKEN: &str = include_str!("../../fixtures/monoova/token.json");
const COUNTRIES: &str = include_str!("../../fixtures/monoova/countries.json");
const CURRENCIES: &str = include_str!("../../fixtures/monoova/currencies.json");
const REASONS: &str = include_str!("../../fixtures/monoova/transaction_reasons.json");
const REMUNERATION: &str = include_str!("../../fixtures/monoova/remuneration_types.json");
pub(super) const RATE: &str = include_str!("../../fixtures/monoova/rate.json");
pub(super) const BENEFICIARIES: &str = include_str!("../../fixtures/monoova/beneficiaries.json");
const CREATE_BENEFICIARY: &str = include_str!("../../fixtures/monoova/create_beneficiary.json");
pub(super) const SUB_CUSTOMER: &str = include_str!("../../fixtures/monoova/sub_customer.json");
const CREATE_SUB_CUSTOMER: &str = include_str!("../../fixtures/monoova/create_sub_customer.json");
const CREATE_TRANSACTION: &str = include_str!("../../fixtures/monoova/create_transaction.json");
const UPDATE_TRANSACTION: &str = include_str!("../../fixtures/monoova/update_transaction.json");
pub(super) const TRANSACTION: &str = include_str!("../../fixtures/monoova/transaction.json");
pub(super) const ERRORS: &str = include_str!("../../fixtures/monoova/errors.json");

pub(super) const DEAL: i64 = 51_842;

pub(super) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A client that finds `answer` for `operation`.
pub(super) fn answering(operation: &str, status: u16, answer: &str) -> Client {
    let recorder = Recorder::new();
    recorder.answer(operation, status, answer.to_owned());
    recorder.monoova().build().unwrap()
}

pub(super) fn id(sent: Option<&AsSent<i64>>) -> i64 {
    *sent.unwrap().value().unwrap()
}

/// All of a list, where each item can be had.
pub(super) async fn all<T: Send + Unpin + 'static>(list: Listing<T>) -> Vec<T> {
    let mut items = list.items();
    let mut found = Vec::new();
    while let Some(item) = items.next().await {
        found.push(item.unwrap());
    }
    found
}

#[test]
fn requests_are_written_back_as_they_were_read() {
    let token: TokenRequest = read(TOKEN_REQUEST);
    assert_hushed(&token, TOKEN_REQUEST);
    let beneficiary: CreateBeneficiaryRequest = read(CREATE_BENEFICIARY);
    assert_hushed(&beneficiary, CREATE_BENEFICIARY);
    let beneficiary = beneficiary.beneficiary;
    assert_eq!(
        beneficiary.extra["nickname"], "canary",
        "what is undocumented goes along"
    );
    let account = beneficiary.bank_account.unwrap();
    assert_eq!(account.extra["swift"], "CANARYXX");
    let sub_customer: CreateSubCustomerRequest = read(CREATE_SUB_CUSTOMER);
    assert_hushed(&sub_customer, CREATE_SUB_CUSTOMER);
    assert_eq!(sub_customer.sub_customer.extra["trading_name"], "canary");
    let order: CreateTransactionRequest = read(CREATE_TRANSACTION);
    assert_hushed(&order, CREATE_TRANSACTION);
    assert_eq!(order.transaction.payments.len(), 2);
    let bare: UpdateTransactionRequest = read(UPDATE_TRANSACTION);
    assert_eq!(bare.transaction.payments[0].payment_reference, None);
}

/// The samples show amounts as numbers, as text, and as text with separators. One form goes out.
#[test]
fn trap_3_amounts_go_out_as_text_with_plain_digits_however_they_were_given() {
    for sampled in [json!("1,234.56"), json!("1234.56"), json!(1234.56)] {
        let order = json!({"transaction": {
            "base_currency_code": "AUD",
            "counter_currency_code": "USD",
            "base_currency_amount": sampled,
            "payments": [{"beneficiary_id": 20_481, "amount": sampled}],
        }});
        let order: CreateTransactionRequest = serde_json::from_str(&order.to_string()).unwrap();
        let sent = &written(&order)["transaction"];
        assert_eq!(sent["base_currency_amount"], "1234.56", "{sampled}");
        assert_eq!(sent["payments"][0]["amount"], "1234.56", "{sampled}");
        assert!(sent.get("counter_currency_amount").is_none());
        assert!(sent.get("exchange_rate").is_none(), "trap 11");
        assert!(sent.get("rate_id").is_none(), "trap 10");
    }
}

#[tokio::test]
async fn a_token_is_read_whole_and_not_shown() {
    let token: TokenResponse = read(TOKEN);
    assert_hushed(&token, TOKEN);
    assert_eq!(token.expires_in.unwrap().value(), Some(&86_400));
    let recorder = Recorder::new();
    recorder.answer("create_access_token", 200, TOKEN);
    recorder.answer("list_currencies", 200, CURRENCIES);
    let monoova = recorder.monoova().build().unwrap();
    all(monoova.currencies()).await;
    let sent = recorder.last().unwrap();
    assert_eq!(sent.header("authorization"), Some("Bearer [secret]"));
}

#[tokio::test]
async fn trap_4_what_a_country_can_is_an_object_and_what_a_currency_can_is_a_list() {
    let countries: CountryList = read(COUNTRIES);
    let found = all(answering("list_countries", 200, COUNTRIES).countries()).await;
    assert_eq!(written(&found), written(&countries.countries));
    let china = &found[1];
    assert!(china.extra.is_empty(), "every field has a place of its own");
    let code = china.country_code.as_ref().unwrap();
    assert_eq!(code.text(), "CHN", "trap 6: three letters");
    let can = china.can.as_ref().unwrap();
    let can = [&can.create_beneficiaries, &can.create_customers];
    assert_eq!(
        can.map(|can| can.as_ref().unwrap().value().copied()),
        [Some(true), Some(false)]
    );
    let usual = china.default_currency.as_ref().unwrap();
    let usual = usual.currency_code.as_ref().unwrap();
    assert_eq!(usual.text(), "CNH", "trap 5: no code of ISO 4217");
    assert_eq!(found[0].available_currencies.len(), 2);

    let currencies: CurrencyList = read(CURRENCIES);
    let found = all(answering("list_currencies", 200, CURRENCIES).currencies()).await;
    assert_eq!(written(&found), written(&currencies.currencies));
    let can: Vec<_> = found[0].can.iter().map(AsSent::text).collect();
    assert_eq!(can, ["sell", "buy"]);
    assert!(found.iter().all(|currency| currency.extra.is_empty()));
}

#[tokio::test]
async fn reasons_and_types_have_a_number_and_a_name() {
    let reasons: TransactionReasonList = read(REASONS);
    assert!(reasons.pagination.is_none(), "a list may come at once");
    let monoova = answering("list_transaction_reasons", 200, REASONS);
    let found = all(monoova.transaction_reasons()).await;
    assert_eq!(written(&found), written(&reasons.transaction_reasons));
    assert_eq!(id(found[0].id.as_ref()), 10_851);
    let types: RemunerationTypeList = read(REMUNERATION);
    let monoova = answering("list_remuneration_types", 200, REMUNERATION);
    let found = all(monoova.remuneration_types()).await;
    assert_eq!(written(&found), written(&types.remuneration_types));
}

#[tokio::test]
async fn a_rate_is_read_exactly_and_has_no_identifier() {
    let sample: RateResponse = read(RATE);
    let query = RateQuery::new(Currency::code("AUD"), Currency::code("CNH"));
    let found = answering("get_rate", 200, RATE).rate(&query).await.unwrap();
    assert_eq!(written(&found), written(&sample.rate));
    assert_eq!(found.exchange_rate.value(), Some(&decimal("4.712")));
    assert_eq!(
        found.exchange_rate.text(),
        "4.7120",
        "with the zero that was sent"
    );
    let taken = Utc.with_ymd_and_hms(2026, 6, 29, 23, 15, 40).unwrap();
    assert_eq!(found.updated_date.unwrap().value(), Some(&taken));
    assert!(found.id.is_none() && found.extra.is_empty(), "trap 10");
}

#[tokio::test]
async fn a_beneficiary_has_a_name_of_any_form_and_one_holds_funds() {
    let sample: BeneficiaryList = read(BENEFICIARIES);
    assert_hushed(&sample, BENEFICIARIES);
    let monoova = answering("list_beneficiaries", 200, BENEFICIARIES);
    let currency = Currency::code("CNH");
    let found = all(monoova.beneficiaries().currency(currency.clone())).await;
    assert_eq!(written(&found), written(&sample.beneficiaries));
    assert_eq!(found[0].name, Some(json!("Hold Funds on Account")));
    assert_eq!(found[1].name.as_ref().unwrap()["last_name"], "Canarini");
    assert!(found.iter().all(|found| found.extra.is_empty()));
    let holds = monoova.held_funds(currency).await.unwrap().unwrap();
    assert_eq!(id(holds.id.as_ref()), 20_001);
}

#[tokio::test]
async fn trap_19_a_person_has_a_company_and_a_suburb_but_no_city() {
    let sample: SubCustomerResponse = read(SUB_CUSTOMER);
    assert_hushed(&sample, SUB_CUSTOMER);
    assert!(!format!("{sample:?}").contains("0011223344"));
    let monoova = answering("get_sub_customer", 200, SUB_CUSTOMER);
    let found = monoova.sub_customer(30_055).await.unwrap();
    assert_eq!(written(&found), written(&sample.sub_customer));
    assert!(found.extra.is_empty(), "every field has a place of its own");
    let kind = found.account_type.as_ref().unwrap().name.as_ref().unwrap();
    assert_eq!(kind.text(), "individual");
    assert_eq!(
        found.company_name.as_ref().unwrap().text(),
        "Canary Imports"
    );
    let number = found.registration_number.as_ref().unwrap();
    assert_eq!(number.text(), "0011223344", "no digit is lost");
    let address = found.address.as_ref().unwrap();
    assert!(address.city.is_none() && address.suburb.is_some());
    assert_eq!(address.postcode.as_ref().unwrap().text(), "0853");
    let name = found.name.as_ref().unwrap();
    assert_eq!(name.middle_name.as_ref().unwrap().text(), "");
    let changed = Utc.with_ymd_and_hms(2026, 7, 3, 8, 1, 2).unwrap();
    assert_eq!(found.updated_date.unwrap().value(), Some(&changed));

    let list = json!({"sub_customers": [parse(SUB_CUSTOMER)["sub_customer"], {"id": "30056"}]});
    let monoova = answering("list_sub_customers", 200, &list.to_string());
    let found = all(monoova.sub_customers()).await;
    let ids: Vec<_> = found.iter().map(|found| id(found.id.as_ref())).collect();
    assert_eq!(ids, [30_055, 30_056]);
}

#[tokio::test]
async fn trap_2_a_transaction_is_the_same_in_its_envelope_and_bare() {
    let bare: TransactionResponse = read(TRANSACTION);
    assert_hushed(&bare, TRANSACTION);
    assert!(bare.transaction.is_none());
    let transaction: Transaction = read(TRANSACTION);
    let wrapped = json!({"transaction": parse(TRANSACTION)}).to_string();
    read::<TransactionResponse>(&wrapped);
    for answer in [TRANSACTION, &wrapped] {
        let monoova = answering("get_transaction", 200, answer);
        let found = monoova.deal(DEAL).read().await.unwrap();
        assert_eq!(written(&found), written(&transaction));
        assert_hushed(&found, TRANSACTION);
        assert!(found.extra.is_empty(), "every field has a place of its own");
    }
}

#[tokio::test]
async fn a_transaction_is_read_to_its_last_field() {
    let monoova = answering("get_transaction", 200, TRANSACTION);
    let found = monoova.deal(DEAL).read().await.unwrap();
    assert_eq!(Status::of(&found), Some(Status::PendingPayment));
    assert_eq!(id(found.id.as_ref()), DEAL);
    for (amount, value) in [
        (&found.base_currency_amount, "1530.58"),
        (&found.counter_currency_amount, "2500.1"),
        (&found.exchange_rate, "4.712"),
        (&found.fees, "15"),
        (&found.receipt_amount, "1545.58"),
        (&found.payments[0].amount, "2500.1"),
        (&found.payments[0].fee, "15"),
    ] {
        let amount = amount.as_ref().unwrap();
        assert_eq!(amount.value(), Some(&decimal(value)), "trap 3");
    }
    let text = found.base_currency_amount.as_ref().unwrap().text();
    assert_eq!(text, "1,530.58", "as it came");
    let day = NaiveDate::from_ymd_opt(2026, 7, 2);
    assert_eq!(found.value_date.unwrap().value(), day.as_ref());
    let second = Utc.with_ymd_and_hms(2026, 6, 29, 23, 15, 40).unwrap();
    assert_eq!(found.created_date.unwrap().value(), Some(&second));
    let account = found.receipt_account.unwrap();
    assert_eq!(account.receipt_text.unwrap().text(), "canary 51842");
    let account = account.bank_account.unwrap();
    assert_eq!(account.account_number.unwrap().text(), "canary-0012");
    assert_eq!(
        account.extra["swift_code"], "CANARYXX",
        "the sample is cut off here"
    );
    let payment = &found.payments[0];
    assert_eq!(payment.beneficiary.as_ref().unwrap()["id"], 20_481);
    assert_eq!(payment.extra["tracking"], "canary");
}

#[tokio::test]
async fn a_page_says_where_it_stands() {
    let list = json!({
        "transactions": [parse(TRANSACTION)],
        "pagination": {"item_count": 123, "page": 1, "page_size": 1},
    });
    let monoova = answering("list_transactions", 200, &list.to_string());
    let mut pages = monoova.transactions().page_size(1).pages();
    let page = pages.next().await.unwrap().unwrap();
    assert_eq!((page.number, page.item_count), (1, Some(123)));
    assert_eq!(written(&page.items), json!([parse(TRANSACTION)]));
}

#[tokio::test]
async fn trap_17_an_error_names_texts_by_record_and_field_and_shows_none_by_itself() {
    let body: ErrorResponse = read(ERRORS);
    assert_hushed(&body, ERRORS);
    let monoova = answering("get_transaction", 422, ERRORS);
    let error = monoova.deal(DEAL).read().await.unwrap_err();
    assert_eq!(written(error.body().unwrap()), parse(ERRORS));
    let problems = error.problems().unwrap();
    assert_eq!(problems.language(), Language::Records);
    assert_eq!(problems.iter().count(), 4);
    let of_record: Vec<_> = problems.for_key("transaction").collect();
    assert_eq!(of_record, ["the canary has too little credit"]);
    assert_eq!(problems.starting_with("transaction").count(), 4);
    assert_eq!(problems.starting_with("transaction.counter").count(), 2);
    assert_hushed(&(&error, &problems, format!("{error:#}")), ERRORS);
}

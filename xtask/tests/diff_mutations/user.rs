//! What a user of the lender's client has written: values made by builders, an arm for the rest where there may be one, and all
//! that is there used once.

use crate::client::florin_core::Error;
use crate::client::{Client, Session, types};

type Failure = Box<dyn std::error::Error>;

pub async fn lists(client: &Client) -> Result<Option<String>, Failure> {
    let state: types::State = "open".parse()?;
    let list = client
        .list_loans()
        .state(state)
        .limit(10_u64)
        .x_branch("north")
        .send()
        .await?;
    for loan in &list.loans {
        let id: &str = &loan.id;
        let amount: &types::Money = &loan.amount;
        println!("{id}: {} {}", amount.amount, amount.currency);
        println!("{:?} {:?}", loan.iban.as_deref().map(str::len), loan.opened_on.as_deref());
        match &loan.state {
            types::State::Open => println!("open"),
            types::State::Paid => println!("paid"),
            types::State::Unknown(other) => println!("{other}"),
            _ => {}
        }
        match &loan.debtor {
            Some(types::Debtor::Person(person)) => println!("{}", person.name),
            Some(types::Debtor::Company(company)) => println!("{}", company.register),
            Some(_) | None => {}
        }
    }
    Ok(list.into_inner().next)
}

pub async fn applies(client: &Client) -> Result<types::Loan, Failure> {
    let money = types::Money::builder().amount(1200_u32).currency("EUR");
    let money = types::Money::try_from(money)?;
    let applicant = types::Applicant {
        country: Some("NO".to_owned()),
        ..types::Applicant::default()
    };
    let mut applicant = types::Applicant::builder()
        .name("Kari")
        .country(applicant.country.unwrap_or_default());
    applicant = applicant.pin(crate::client::florin_core::Secret::from("0000"));
    let text: String = types::Label::try_from("first")?.into();
    let purpose = types::Purpose::Car;
    // It is `Copy`.
    let (same, other) = (purpose, purpose);
    println!("{text} {same} {other} {}", types::Purpose::Home.as_str());
    let loan = types::NewLoan::builder()
        .amount(money)
        .purpose(purpose)
        .label("first")
        .applicant(types::Applicant::try_from(applicant)?)
        .tags(vec!["web".to_owned()]);
    let key = crate::client::florin_core::IdempotencyKey::try_from("k-1")?;
    let sent = client
        .create_loan()
        .idempotency_key(key)
        .body_map(|body| body.label("second"))
        .body(types::NewLoan::try_from(loan)?)
        .send()
        .await;
    match sent {
        Ok(loan) => Ok(loan.into_inner()),
        Err(error) => Err(refused(error)),
    }
}

/// What is sent may be looked into, too.
pub fn looks_into(loan: &types::NewLoan) -> (usize, bool, types::Purpose) {
    let label: Option<&types::Label> = loan.label.as_ref();
    (loan.tags.len(), label.is_some(), loan.purpose)
}

fn refused(error: Error<types::CreateLoanError>) -> Failure {
    match error.body() {
        Some(types::CreateLoanError::Conflict(loan)) => loan.id.clone().into(),
        Some(types::CreateLoanError::UnprocessableEntity(problem)) => problem.title.clone().unwrap_or_default().into(),
        Some(types::CreateLoanError::Other(status, _)) => status.to_string().into(),
        Some(other) => other.to_string().into(),
        None => error.into(),
    }
}

pub async fn reads(client: &Client) -> Result<types::Loan, Option<types::Problem>> {
    let found = client.get_loan().loan_id("l1").send().await;
    found.map(|loan| loan.into_inner()).map_err(Error::into_body)
}

pub async fn pays_out(client: &Client) -> Result<(), Failure> {
    let transfer = types::ByTransfer::try_from(types::ByTransfer::builder().iban("NO93"))?;
    let payout = types::Payout::from(transfer);
    match &payout {
        types::Payout::ByTransfer(transfer) => println!("{}", transfer.iban),
        types::Payout::ByCheque(cheque) => println!("{}", cheque.address),
        _ => {}
    }
    client.create_payout().loan_id("l1").body(payout).send().await?;
    Ok(())
}

pub async fn looks_up(client: &Client) -> Result<i64, Failure> {
    let rates = client.get_rates().send().await?;
    let months: Vec<i64> = rates.iter().map(|rate| rate.months).collect();
    Ok(months.into_iter().sum())
}

pub fn hears(notice: &types::Notice) -> usize {
    notice.loan.len()
}

pub fn starts(session: Session) -> Client {
    Client::new(session)
}

fn main() {}

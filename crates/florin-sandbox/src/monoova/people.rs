//! Beneficiaries and sub customers.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::catalogue::{ACCOUNT_TYPES, CURRENCIES, Country, Currency};
use super::either::Either;
use super::problem::Faults;
use super::user::User;
use super::view;
use crate::provider::Refusal;

/// What the beneficiary of each currency is called that is made beforehand. Documented.
const HOLD_FUNDS: &str = "Hold Funds on Account";

/// Somebody who can be paid.
#[derive(Debug)]
pub(super) struct Beneficiary {
    pub(super) id: i64,
    pub(super) owner: User,
    pub(super) currency: &'static Currency,
    /// Keeps what was bought; paying it costs nothing.
    pub(super) holds: bool,
    country: Option<&'static Country>,
    name: Value,
    /// What was sent beyond that.
    rest: Map<String, Value>,
    created: DateTime<Utc>,
}

/// Somebody on whose behalf a payment is made.
#[derive(Debug)]
pub(super) struct SubCustomer {
    pub(super) id: i64,
    pub(super) owner: User,
    view: Value,
}

#[derive(Debug)]
pub(super) struct People {
    pub(super) beneficiaries: Vec<Beneficiary>,
    pub(super) sub_customers: Vec<SubCustomer>,
    next_beneficiary: i64,
    next_sub_customer: i64,
}

impl People {
    /// For each user and currency the beneficiary that holds funds, and another one.
    pub(super) fn new(now: DateTime<Utc>) -> Self {
        let mut people = Self {
            beneficiaries: Vec::new(),
            sub_customers: Vec::new(),
            next_beneficiary: 20_001,
            next_sub_customer: 30_001,
        };
        for owner in User::ALL {
            for currency in &CURRENCIES {
                people.insert(owner, currency, None, HOLD_FUNDS.into(), Map::new(), now);
                let name = format!("{} Supplies", currency.code);
                people.insert(owner, currency, None, name.into(), Map::new(), now);
            }
        }
        for beneficiary in people.beneficiaries.iter_mut().step_by(2) {
            beneficiary.holds = true;
        }
        people
    }

    fn insert(
        &mut self,
        owner: User,
        currency: &'static Currency,
        country: Option<&'static Country>,
        name: Value,
        rest: Map<String, Value>,
        created: DateTime<Utc>,
    ) -> &Beneficiary {
        let id = self.next_beneficiary;
        self.next_beneficiary += 1;
        let at = self.beneficiaries.len();
        self.beneficiaries.push(Beneficiary {
            id,
            owner,
            currency,
            holds: false,
            country,
            name,
            rest,
            created,
        });
        &self.beneficiaries[at]
    }

    pub(super) fn beneficiary(&self, id: i64) -> Option<&Beneficiary> {
        self.beneficiaries.iter().find(|known| known.id == id)
    }

    pub(super) fn sub_customer(&self, id: i64) -> Option<&SubCustomer> {
        self.sub_customers.iter().find(|known| known.id == id)
    }

    pub(super) fn add_beneficiary(
        &mut self,
        owner: User,
        body: &Value,
        both: &mut usize,
        now: DateTime<Utc>,
    ) -> Result<&Beneficiary, Refusal> {
        let sent = &body["beneficiary"];
        let mut faults = Faults::default();
        let mut either = Either {
            sent,
            at: "/beneficiary".to_owned(),
            faults: &mut faults,
            both,
        };
        let country = either.country();
        let currency = either.currency("currency", true);
        either.named("account_type", false, &ACCOUNT_TYPES);
        if country.is_some_and(|country| !country.beneficiaries) {
            faults.add("/beneficiary/country_code", "can have no beneficiaries");
        }
        if let (Some(country), Some(currency)) = (country, currency)
            && !country.currencies.contains(&currency.code)
        {
            faults.add("/beneficiary/currency_code", "is not paid in that country");
        }
        let name = match (&sent["company_name"], &sent["name"]) {
            (Value::Null, Value::Null) => {
                faults.add("/beneficiary/company_name", "is required, or a name");
                Value::Null
            }
            (Value::Null, name) => name.clone(),
            (company, _) => company.clone(),
        };
        faults.refuse()?;
        let Some(currency) = currency else {
            return Err(super::problem::unfit("beneficiary", "has no currency"));
        };
        let mut rest = sent.as_object().cloned().unwrap_or_default();
        rest.retain(|field, _| field == "bank_account");
        Ok(self.insert(owner, currency, country, name, rest, now))
    }

    /// Makes a sub customer of what stands at `at` of a request. What is wrong goes to the faults, and then there is none.
    pub(super) fn add_sub_customer(
        &mut self,
        owner: User,
        (sent, at): (&Value, &str),
        faults: &mut Faults,
        both: &mut usize,
        now: DateTime<Utc>,
    ) -> Option<&SubCustomer> {
        let mut wrong = Faults::default();
        let mut either = Either {
            sent,
            at: at.to_owned(),
            faults: &mut wrong,
            both,
        };
        let kind = either.named("account_type", true, &ACCOUNT_TYPES);
        let country = either.country();
        let person = kind.is_some_and(|kind| kind.name == "individual");
        let required: &[&str] = if person {
            &["/name/first_name", "/name/last_name"]
        } else {
            &["/company_name"]
        };
        for field in required.iter().chain(&["/address/address_line_1"]) {
            let blank = |value: &Value| value.as_str().is_none_or(str::is_empty);
            if sent.pointer(field).is_none_or(blank) {
                wrong.add(format!("{at}{field}"), "is required");
            }
        }
        let (Some(kind), Some(country), true) = (kind, country, wrong.is_empty()) else {
            faults.take(wrong);
            return None;
        };
        let id = self.next_sub_customer;
        self.next_sub_customer += 1;
        let mut address = json!({ "country_code": country.code });
        for line in [
            "address_line_1",
            "address_line_2",
            "suburb",
            "city",
            "province",
            "postcode",
        ] {
            address[line] = sent["address"][line].clone();
        }
        let part = |name: &str| sent["name"][name].clone();
        let view = json!({
            "id": id,
            "status": "active",
            "gender": null,
            "birth_date": null,
            "company_name": sent["company_name"],
            "registration_number": sent["registration_number"],
            "account_type": kind.view(),
            "name": {
                "first_name": part("first_name"),
                "middle_name": part("middle_name"),
                "last_name": part("last_name"),
            },
            "country": country.reference(),
            "address": address,
            "created_date": view::time(now),
            "updated_date": view::time(now),
        });
        let at = self.sub_customers.len();
        self.sub_customers.push(SubCustomer { id, owner, view });
        self.sub_customers.get(at)
    }
}

impl Beneficiary {
    pub(super) fn view(&self) -> Value {
        let mut view = json!({
            "id": self.id,
            "status": "active",
            "status_label": "Active",
            "name": self.name,
            "currency": self.currency.reference(),
            "created_date": view::time(self.created),
            "updated_date": view::time(self.created),
        });
        if let Some(country) = self.country {
            view["country"] = country.reference();
        }
        for (field, value) in &self.rest {
            view[field] = value.clone();
        }
        view
    }

    /// As a payment shows it.
    pub(super) fn reference(&self) -> Value {
        json!({ "id": self.id, "name": self.name })
    }
}

impl SubCustomer {
    pub(super) fn view(&self) -> Value {
        self.view.clone()
    }
}

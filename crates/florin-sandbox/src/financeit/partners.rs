//! The partners: one that is the merchant, three that are the broker's. All of them are invented.

use http::StatusCode;
use serde_json::{Value, json};

use super::options::Dialect;
use super::user::User;
use crate::provider::Refusal;

/// A partner, as far as the sandbox makes a difference between them.
#[derive(Debug)]
pub(super) struct Partner {
    pub(super) id: i64,
    pub(super) owner: User,
    pub(super) verticals: &'static [&'static str],
    /// Who pays the fee where nobody says otherwise.
    pub(super) fee_paid_by: &'static str,
    login: &'static str,
    firm: &'static str,
    city: &'static str,
    province: &'static str,
}

pub(super) static PARTNERS: [Partner; 4] = [
    Partner {
        id: 5101,
        owner: User::Merchant,
        verticals: &["Home Improvement"],
        fee_paid_by: "partner",
        login: "sandbox.merchant",
        firm: "Tamarack Roofing",
        city: "Guelph",
        province: "ON",
    },
    Partner {
        id: 5201,
        owner: User::Broker,
        verticals: &["Home Improvement"],
        fee_paid_by: "borrower",
        login: "sandbox.windows",
        firm: "Fundy Windows",
        city: "Saint John",
        province: "NB",
    },
    Partner {
        id: 5202,
        owner: User::Broker,
        verticals: &["Marine", "Recreational Vehicle"],
        fee_paid_by: "borrower",
        login: "sandbox.boats",
        firm: "Okanagan Boats and Trailers",
        city: "Kelowna",
        province: "BC",
    },
    Partner {
        id: 5203,
        owner: User::Broker,
        verticals: &["Retail"],
        fee_paid_by: "partner",
        login: "sandbox.meubles",
        firm: "Meubles du Fleuve",
        city: "Rimouski",
        province: "QC",
    },
];

/// The partners of a user.
pub(super) fn of(user: User) -> impl Iterator<Item = &'static Partner> {
    PARTNERS.iter().filter(move |partner| partner.owner == user)
}

/// A partner of a user, by its id.
pub(super) fn find(user: User, id: i64) -> Result<&'static Partner, Refusal> {
    of(user).find(|partner| partner.id == id).ok_or_else(|| {
        let detail = format!("You have no partner {id}");
        Refusal::new(StatusCode::NOT_FOUND, detail)
    })
}

/// For whom a call is made: a merchant's own partner, or the one that a broker names and has to name.
pub(super) fn for_call(user: User, named: Option<i64>) -> Result<&'static Partner, Refusal> {
    match (named, of(user).next()) {
        (Some(id), _) => find(user, id),
        (None, Some(own)) if user == User::Merchant => Ok(own),
        _ => Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "partner_id is required for a broker",
        )),
    }
}

impl Partner {
    /// The line of business of a call: the one that is named, or the only one there is.
    pub(super) fn vertical(&self, named: Option<&str>) -> Result<&'static str, Refusal> {
        let refused = |detail: String| Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, detail));
        match (named, self.verticals) {
            (None, [only]) => Ok(only),
            (None, _) => refused("vertical_name is required for a partner with several".into()),
            (Some(named), verticals) => match verticals.iter().find(|known| **known == named) {
                Some(known) => Ok(known),
                None => refused(format!("partner {} is not in {named}", self.id)),
            },
        }
    }

    /// As the service shows it.
    pub(super) fn view(&self, dialect: Dialect) -> Value {
        json!({
            "id": dialect.digits(self.id),
            "login": self.login,
            "email": format!("{}@example.com", self.login),
            "firm_name": self.firm,
            "state": "approved",
            "verticals": self.verticals,
            "organization_type": "corporation",
            "firm_address": "40 Wharf St.",
            "firm_address_2": "",
            "firm_city": self.city,
            "firm_postal_code": "K1K1K1",
            "firm_number_years_in_business": dialect.digits(12),
            "firm_annual_sales_volume": "1M_to_5M",
            "address": "7 Juniper Crt.",
            "address_2": null,
            "unit_number": dialect.digits(31),
            "city": self.city,
            "province": self.province,
            "contact_first_name": "Robin",
            "contact_last_name": "Tremblay",
            "contact_position": "owner",
            "contact_date_of_birth_year": dialect.digits(1974),
            "contact_date_of_birth_month": dialect.digits(3),
            "contact_date_of_birth_day": dialect.digits(8),
            "contact_region_id": dialect.digits(6),
            "contact_postal_code": "K2K2K2",
            "referral_uuid": "7F3B1C",
            "work_phone_1i": dialect.digits(519),
            "work_phone_2i": dialect.digits(555),
            "work_phone_3i": dialect.digits(142),
            "work_phone_4i": dialect.digits(21),
            "home_phone_1i": dialect.digits(519),
            "home_phone_2i": dialect.digits(555),
            "home_phone_3i": dialect.digits(177),
            "home_phone_4i": "",
            "firm_current_percent_financed": dialect.digits(0),
        })
    }
}

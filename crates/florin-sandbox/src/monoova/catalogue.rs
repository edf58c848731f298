//! What requests refer to by identifier, code or name. Some of it is in the documentation's samples, the rest is invented.

use serde_json::{Value, json};

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Currency {
    pub(super) id: i64,
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    /// What one Australian dollar costs in it.
    pub(super) of_aud: &'static str,
}

#[derive(Debug)]
pub(super) struct Country {
    pub(super) id: i64,
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) beneficiaries: bool,
    customers: bool,
    /// The first one is the default.
    pub(super) currencies: &'static [&'static str],
}

/// Something with an identifier and a name.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) id: i64,
    pub(super) name: &'static str,
}

const fn currency(
    id: i64,
    code: &'static str,
    name: &'static str,
    of_aud: &'static str,
) -> Currency {
    Currency {
        id,
        code,
        name,
        of_aud,
    }
}

pub(super) static CURRENCIES: [Currency; 5] = [
    currency(10_001, "USD", "US Dollar", "0.6605"),
    currency(10_002, "EUR", "Euro", "0.6087"),
    currency(10_004, "AUD", "Australian Dollar", "1"),
    currency(10_032, "HKD", "Hong Kong Dollar", "5.1482"),
    currency(10_221, "CNH", "Chinese Yuan Offshore", "4.7203"),
];

const fn country(
    id: i64,
    code: &'static str,
    name: &'static str,
    can: [bool; 2],
    currencies: &'static [&'static str],
) -> Country {
    Country {
        id,
        code,
        name,
        beneficiaries: can[0],
        customers: can[1],
        currencies,
    }
}

pub(super) static COUNTRIES: [Country; 6] = [
    country(10_013, "AUS", "Australia", [true, true], &["AUD"]),
    country(10_044, "CHN", "China", [true, false], &["CNH"]),
    country(10_057, "DEU", "Germany", [true, true], &["EUR"]),
    country(
        10_096,
        "HKG",
        "Hong Kong",
        [true, true],
        &["HKD", "CNH", "USD"],
    ),
    country(10_201, "SMR", "San Marino", [false, true], &["EUR"]),
    country(10_226, "USA", "United States", [true, true], &["USD"]),
];

pub(super) static REASONS: [Named; 3] = [
    Named {
        id: 10_451,
        name: "Purchase of inventory",
    },
    Named {
        id: 10_452,
        name: "Wages",
    },
    Named {
        id: 10_453,
        name: "Other",
    },
];

pub(super) static REMUNERATION_TYPES: [Named; 2] = [
    Named {
        id: 10_901,
        name: "Margin",
    },
    Named {
        id: 10_902,
        name: "Fixed fee",
    },
];

pub(super) static ACCOUNT_TYPES: [Named; 2] = [
    Named {
        id: 10_000,
        name: "company",
    },
    Named {
        id: 10_001,
        name: "individual",
    },
];

impl Currency {
    pub(super) fn by_id(id: i64) -> Option<&'static Self> {
        CURRENCIES.iter().find(|known| known.id == id)
    }

    pub(super) fn by_code(code: &str) -> Option<&'static Self> {
        CURRENCIES.iter().find(|known| known.code == code)
    }

    pub(super) fn reference(&self) -> Value {
        json!({ "id": self.id, "name": self.name, "currency_code": self.code })
    }

    pub(super) fn view(&self) -> Value {
        let mut view = self.reference();
        view["can"] = json!(["sell", "buy"]);
        view
    }
}

impl Country {
    pub(super) fn by_id(id: i64) -> Option<&'static Self> {
        COUNTRIES.iter().find(|known| known.id == id)
    }

    pub(super) fn by_code(code: &str) -> Option<&'static Self> {
        COUNTRIES.iter().find(|known| known.code == code)
    }

    pub(super) fn reference(&self) -> Value {
        json!({ "id": self.id, "name": self.name, "country_code": self.code })
    }

    pub(super) fn view(&self) -> Value {
        let available: Vec<_> = self
            .currencies
            .iter()
            .filter_map(|code| Currency::by_code(code))
            .map(Currency::reference)
            .collect();
        let mut view = self.reference();
        view["can"] = json!({
            "create_beneficiaries": self.beneficiaries,
            "create_customers": self.customers,
        });
        view["default_currency"] = available.first().cloned().unwrap_or_default();
        view["available_currencies"] = available.into();
        view
    }
}

impl Named {
    pub(super) fn find(all: &'static [Self], id: i64) -> Option<&'static Self> {
        all.iter().find(|known| known.id == id)
    }

    pub(super) fn called(all: &'static [Self], name: &str) -> Option<&'static Self> {
        all.iter().find(|known| known.name == name)
    }

    pub(super) fn view(&self) -> Value {
        json!({ "id": self.id, "name": self.name })
    }
}

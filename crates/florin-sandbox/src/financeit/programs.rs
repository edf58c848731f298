//! Promo programs, and the subverticals of each line of business. The documentation shows neither: names, fields, rates and
//! months are invented.

use http::StatusCode;
use serde_json::{Value, json};

use super::options::Dialect;
use crate::provider::Refusal;

/// A promo program.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) id: i64,
    name: &'static str,
    /// In hundredths of a percent per year.
    pub(super) rate: i64,
    /// In months, the longest first.
    pub(super) amortizations: &'static [i64],
}

/// 0 is the free program: that much is documented.
pub(super) static PROGRAMS: [Program; 3] = [
    Program {
        id: 0,
        name: "Free program",
        rate: 1299,
        amortizations: &[180, 120, 60, 36],
    },
    Program {
        id: 11,
        name: "Reduced rate",
        rate: 799,
        amortizations: &[60, 36, 24],
    },
    Program {
        id: 12,
        name: "Equal payments",
        rate: 0,
        amortizations: &[24, 12],
    },
];

/// The program of a call: the one that is named, or the free one.
pub(super) fn find(id: Option<i64>) -> Result<&'static Program, Refusal> {
    let id = id.unwrap_or(0);
    let found = PROGRAMS.iter().find(|program| program.id == id);
    found.ok_or_else(|| refused(format!("There is no promo program {id}")))
}

impl Program {
    /// The amortizations of a call: the one that is named, or all of them.
    pub(super) fn offered(&self, named: Option<i64>) -> Result<Vec<i64>, Refusal> {
        match named {
            None => Ok(self.amortizations.to_vec()),
            Some(months) if self.amortizations.contains(&months) => Ok(vec![months]),
            Some(months) => Err(refused(format!(
                "Promo program {} has no amortization of {months} months",
                self.id
            ))),
        }
    }

    pub(super) fn longest(&self) -> i64 {
        self.amortizations.first().copied().unwrap_or_default()
    }

    pub(super) fn view(&self, dialect: Dialect) -> Value {
        let amortizations = self.amortizations.iter().rev();
        json!({
            "id": dialect.integer(self.id),
            "name": self.name,
            "interest_rate": dialect.rate(self.rate),
            "amortizations": amortizations.map(|months| dialect.integer(*months)).collect::<Vec<_>>(),
        })
    }
}

/// The programs of a call: those that offer the amortization of a loan, or all of them.
pub(super) fn list(dialect: Dialect, amortization: Option<i64>) -> Value {
    let fits = |program: &&Program| {
        amortization.is_none_or(|months| program.amortizations.contains(&months))
    };
    let programs: Vec<_> = PROGRAMS
        .iter()
        .filter(fits)
        .map(|program| program.view(dialect))
        .collect();
    json!({ "promo_programs": programs })
}

/// The subverticals of a line of business.
pub(super) fn subverticals(vertical: &str, dialect: Dialect) -> Value {
    let known: &[(i64, &str, &[&str])] = match vertical {
        "Home Improvement" => &[
            (31, "Roofing", &["Shingles", "Metal"]),
            (32, "Windows and doors", &["Windows", "Doors"]),
        ],
        "Retail" => &[(41, "Furniture", &["Beds", "Sofas"])],
        "Power" => &[(51, "Generators", &["Standby", "Portable"])],
        "Marine" => &[(61, "Boats", &["Sail", "Motor"])],
        _ => &[(71, "Trailers", &["Folding", "Fifth wheel"])],
    };
    let subverticals: Vec<_> = known
        .iter()
        .map(|(id, name, types)| {
            json!({ "id": dialect.integer(*id), "name": name, "product_types": types })
        })
        .collect();
    json!({ "subverticals": subverticals })
}

fn refused(detail: String) -> Refusal {
    Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
}

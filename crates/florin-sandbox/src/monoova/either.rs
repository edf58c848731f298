//! Things that a request gives by identifier or by code: where it has both, the identifier wins without a word.

use serde_json::Value;

use super::catalogue::{Country, Currency, Named};
use super::problem::Faults;

/// Looks things up in one object of a request, and notes what is wrong with it.
pub(super) struct Either<'a> {
    pub(super) sent: &'a Value,
    /// JSON pointer to the object.
    pub(super) at: String,
    pub(super) faults: &'a mut Faults,
    /// How many times a request had both.
    pub(super) both: &'a mut usize,
}

impl Either<'_> {
    /// What is meant by `{name}_id` or `{name}_{other}`; `None` where that is nothing, which is noted where it is required or
    /// unknown.
    fn find<T>(
        &mut self,
        [name, other]: [&str; 2],
        required: bool,
        by_id: impl Fn(i64) -> Option<T>,
        by_text: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let (id_field, text_field) = (format!("{name}_id"), format!("{name}_{other}"));
        let (id, text) = (
            self.sent[&id_field].as_i64(),
            self.sent[&text_field].as_str(),
        );
        if id.is_some() && text.is_some() {
            *self.both += 1;
        }
        let (found, field) = match (id, text) {
            (Some(id), _) => (by_id(id), id_field),
            (None, Some(text)) => (by_text(text), text_field),
            (None, None) => {
                if required {
                    let why = format!("is required, or {text_field} in its place");
                    self.faults.add(format!("{}/{id_field}", self.at), why);
                }
                return None;
            }
        };
        if found.is_none() {
            self.faults
                .add(format!("{}/{field}", self.at), "is unknown");
        }
        found
    }

    pub(super) fn currency(&mut self, name: &str, required: bool) -> Option<&'static Currency> {
        self.find([name, "code"], required, Currency::by_id, Currency::by_code)
    }

    pub(super) fn country(&mut self) -> Option<&'static Country> {
        self.find(["country", "code"], true, Country::by_id, Country::by_code)
    }

    pub(super) fn named(
        &mut self,
        name: &str,
        required: bool,
        all: &'static [Named],
    ) -> Option<&'static Named> {
        self.find(
            [name, "name"],
            required,
            |id| Named::find(all, id),
            |text| Named::called(all, text),
        )
    }
}

//! `sensitive`: whatever is called like a secret or like personal data is marked as that (`x-sensitive`).
//!
//! What isn't marked is shown by `{:?}`, in traces and in recordings. A field is marked by itself, by what it refers to, or by the
//! object that it is written out in; that is how [`florin_codegen`] takes it, too.
//!
//! Names can't say it all, so a field whose name is marked nearly everywhere else in the spec is found as well. A person has to
//! think of the rest.

mod fields;
mod names;

use std::collections::BTreeMap;

use crate::check::finding::Found;
use crate::check::subject::Subject;
use fields::Field;
use names::Kind;

/// So many fields of a name have to be marked before another one of that name is thought to be forgotten.
const MANY: usize = 3;

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    // What several documents share is there once.
    let fields = subject.documents.iter().flat_map(fields::of);
    let fields: BTreeMap<_, _> = fields.map(|field| (field.place.clone(), field)).collect();
    problems(&fields.into_values().collect::<Vec<_>>())
}

fn problems(fields: &[Field]) -> Vec<Found> {
    let mut marked: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for field in fields {
        let (is, is_not) = marked.entry(&field.name).or_default();
        *(if field.marked.is_some() { is } else { is_not }) += 1;
    }
    let is_mostly_marked = |name: &str| {
        let (is, is_not) = marked.get(name).copied().unwrap_or_default();
        is >= MANY && is > 2 * is_not
    };
    let found = fields.iter().filter_map(|field| {
        problem(field).or_else(|| {
            let forgotten = field.marked.is_none() && is_mostly_marked(&field.name);
            forgotten.then(|| {
                let (is, _) = marked[field.name.as_str()];
                Found::at(
                    &field.place,
                    format!("it isn't marked, and {is} others of its name are"),
                    "write `x-sensitive` there as at the others, or excuse it",
                )
            })
        })
    });
    found.collect()
}

fn problem(field: &Field) -> Option<Found> {
    let wanted = field.called.or_else(|| names::kind(&field.name))?;
    let (wrong, remedy) = match (wanted, field.marked) {
        (Kind::Secret, None) => (
            "by its name it is a secret, and it isn't marked",
            "write `x-sensitive: secret` there, or excuse it",
        ),
        (Kind::Secret, Some(Kind::Personal)) => (
            "by its name it is a secret, and it is marked as personal",
            "write `x-sensitive: secret` there, or excuse it",
        ),
        (Kind::Personal, None) => (
            "by its name it is personal, and it isn't marked",
            "write `x-sensitive: pii` there, or excuse it",
        ),
        (_, Some(_)) => return None,
    };
    Some(Found::at(&field.place, wrong, remedy))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::subject::Document;

    fn found(spec: &str) -> Vec<String> {
        let value = serde_saphyr::from_str(spec).unwrap();
        let document = Document {
            name: "openapi".into(),
            by_hand: true,
            value,
        };
        let found = problems(&fields::of(&document));
        found.into_iter().map(|found| found.place).collect()
    }

    #[test]
    fn what_is_called_like_personal_data_is_marked_somewhere() {
        let spec = r"
components:
  schemas:
    Loan:
      properties:
        email: {type: string}
        marked_email: {type: string, x-sensitive: pii}
        contact: {$ref: '#/components/schemas/Phone'}
        backup_phone: {$ref: '#/components/schemas/Phone'}
        owner:
          x-sensitive: pii
          properties:
            iban: {type: string}
        others:
          type: array
          items:
            properties:
              lastName: {type: string}
        has_email: {type: boolean}
        email_kind: {type: string}
    Phone: {type: string, x-sensitive: pii}
    Hidden:
      x-sensitive: pii
      properties:
        iban: {type: string}
";
        assert_eq!(found(spec), ["Loan.email", "Loan.others[].lastName"]);
    }

    #[test]
    fn a_secret_is_marked_as_one() {
        let spec = r"
components:
  schemas:
    Token:
      properties:
        access_token: {type: string, x-sensitive: pii}
        refresh_token: {type: string, x-sensitive: secret}
        token_type: {type: string}
        clientSecret: {type: string}
";
        assert_eq!(found(spec), ["Token.access_token", "Token.clientSecret"]);
    }

    #[test]
    fn parameters_and_bodies_and_answers_are_looked_at() {
        let spec = r"
paths:
  /loans/{iban}:
    parameters:
      - {name: iban, in: path, schema: {type: string}}
    post:
      operationId: add_loan
      parameters:
        - {name: X-Api-Key, in: header, schema: {type: string}}
        - {name: email, in: query, x-sensitive: pii, schema: {type: string}}
      requestBody:
        content:
          application/json:
            schema: {properties: {phone: {type: string}}}
      responses:
        '200':
          content:
            application/json:
              schema: {type: array, items: {properties: {password: {type: string}}}}
";
        assert_eq!(
            found(spec),
            [
                "add_loan path iban",
                "add_loan header X-Api-Key",
                "add_loan body.phone",
                "add_loan 200[].password"
            ]
        );
    }

    #[test]
    fn the_name_of_a_person_is_personal_and_that_of_a_product_is_not() {
        let spec = r"
components:
  schemas:
    Customer: {properties: {name: {type: string}}}
    Product: {properties: {name: {type: string}}}
";
        assert_eq!(found(spec), ["Customer.name"]);
    }

    #[test]
    fn what_is_marked_nearly_everywhere_else_is_forgotten_here() {
        let spec = r"
components:
  schemas:
    A: {properties: {labels: {type: string, x-sensitive: pii}, note: {type: string}}}
    B: {properties: {labels: {type: string, x-sensitive: pii}, note: {type: string}}}
    C: {properties: {labels: {type: string, x-sensitive: pii}, note: {type: string, x-sensitive: pii}}}
    D: {properties: {labels: {type: string}}}
";
        assert_eq!(found(spec), ["D.labels"]);
    }
}

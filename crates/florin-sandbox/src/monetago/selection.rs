//! The four kinds of identifier by which financings, cancellations and sets name FVRs.

use serde_json::Value;

/// A kind of identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Request,
    Pool,
    Batch,
    DataSet,
}

pub(super) const KINDS: [Kind; 4] = [Kind::Request, Kind::Pool, Kind::Batch, Kind::DataSet];

impl Kind {
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Request => "request_identification",
            Self::Pool => "pool_identification",
            Self::Batch => "batch_identification",
            Self::DataSet => "submitter_data_set_identification",
        }
    }
}

/// One identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Selector {
    pub(super) kind: Kind,
    pub(super) value: String,
}

/// The identifiers that a body holds, by kind, however deep they stand. A field may hold one or an array of them.
pub(super) fn selectors(body: &Value) -> Vec<Selector> {
    KINDS
        .into_iter()
        .flat_map(|kind| of_kind(kind, body))
        .collect()
}

fn of_kind(kind: Kind, body: &Value) -> Vec<Selector> {
    let selector = |value: &Value| {
        value.as_str().map(|value| Selector {
            kind,
            value: value.to_owned(),
        })
    };
    match body {
        Value::Array(items) => items.iter().flat_map(|item| of_kind(kind, item)).collect(),
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| match value {
                Value::Array(values) if name == kind.field() => {
                    values.iter().filter_map(selector).collect()
                }
                value if name == kind.field() => selector(value).into_iter().collect(),
                value => of_kind(kind, value),
            })
            .collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn identifiers_are_found_wherever_they_stand() {
        let flat = selectors(&json!({"pool_identification": "p"}));
        assert_eq!(
            flat,
            [Selector {
                kind: Kind::Pool,
                value: "p".into()
            }]
        );
        let nested = selectors(
            &json!({"batch": [{"batch_identification": "a"}, {"batch_identification": ["b", "c"]}]}),
        );
        assert_eq!(
            nested
                .iter()
                .map(|selector| selector.value.as_str())
                .collect::<Vec<_>>(),
            ["a", "b", "c"]
        );
    }
}

//! The parts of answers that are documented, although the answers as a whole are not.

use florin_sandbox::monetago::{FvrContainer, Lender, Options};
use serde_json::{Value, json};

use crate::desk::{Desk, Fvr, sandbox};

/// Every object in `value`, however deep, that has the field by which an FVR is told.
fn fvrs(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().flat_map(fvrs).collect(),
        Value::Object(fields) if fields.contains_key("financing_request_status") => vec![value],
        Value::Object(fields) => fields.values().flat_map(fvrs).collect(),
        _ => Vec::new(),
    }
}

#[tokio::test]
async fn an_fvr_is_as_documented_in_every_container() {
    let spec: Value = serde_saphyr::from_str(include_str!("../../specs/monetago.yaml")).unwrap();
    // The specs' own words (`nullable`, `x-…`) do not occur in these schemas in a way that matters to a validator.
    let schema = json!({
        "allOf": [{ "$ref": "#/components/schemas/FvrResult" }],
        "components": spec["components"],
    });
    let documented = jsonschema::options()
        .with_draft(jsonschema::Draft::Draft4)
        .build(&schema)
        .unwrap();

    for fvr_container in [
        FvrContainer::Registration,
        FvrContainer::Array,
        FvrContainer::Wrapped,
    ] {
        let (sandbox, _clock) = sandbox(Options {
            fvr_container,
            ..Options::default()
        })
        .await;
        let (first, second) = (
            Desk::open(&sandbox, Lender::First).await,
            Desk::open(&sandbox, Lender::Second).await,
        );
        let financed = first.register(&Fvr::new("f1", "i1")).await;
        first.finance("request_identification", &financed).await;
        let refused = second.register(&Fvr::new("s1", "i1")).await;
        second.finance("request_identification", &refused).await;

        for path in [
            format!("/status/{refused}"),
            "/financing-validation-requests".to_owned(),
        ] {
            let (_, body) = second.get(&path).await;
            let [fvr] = fvrs(&body)[..] else {
                panic!("one FVR in {body}")
            };
            let wrong: Vec<_> = documented
                .iter_errors(fvr)
                .map(|error| error.to_string())
                .collect();
            assert!(wrong.is_empty(), "{wrong:?}");
            assert_eq!(
                fvr["financing_request_duplicate_report"]
                    .as_array()
                    .unwrap()
                    .len(),
                1
            );
            assert_eq!(fvr["errors"].as_array().unwrap().len(), 1);
        }
    }
}

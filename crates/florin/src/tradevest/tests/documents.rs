//! Uploads: what is refused, what is sent, and what is looked for.

use florin_core::Effect;

use super::*;
use crate::tradevest::{DOCUMENT_LIMIT, types};

const PDF: &[u8] = b"%PDF-1.7 c4nary";

fn paper(external_id: Option<&str>) -> types::DocumentData {
    let mut data = json!({
        "name": "Identity card", "resourceType": "NATURAL_PERSON", "type": "IDENTIFICATION_CERTIFICATE", "resourceId": "n-1"
    });
    if let Some(id) = external_id {
        data["externalId"] = json!(id);
    }
    serde_json::from_value(data).unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_document_goes_out_with_its_external_id_and_its_file() {
    let network = in_turn(&[(503, ""), (200, r#"{"documentId": "d-1"}"#)]);
    let create = client(&network).upload_document(paper(None), PDF);
    let id = create.external_id().unwrap().to_string();
    assert_eq!(create.await.unwrap().id(), "d-1");
    let sent = calls(&network);
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[0].body, sent[1].body, "the same bytes again");
    for part in [&id, "Identity card", "%PDF-1.7 c4nary", "application/pdf"] {
        assert!(sent[0].body.contains(part), "{part}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_no_pdf_or_too_large_is_refused_before_anything_is_sent() {
    let network = in_turn(&[(200, r#"{"documentId": "d-1"}"#)]);
    let mut largest = PDF.to_vec();
    largest.resize(DOCUMENT_LIMIT, b' ');
    let mut too_large = largest.clone();
    too_large.push(b' ');
    for (file, said) in [
        (Vec::new(), "isn't a PDF"),
        (b"c4nary".to_vec(), "isn't a PDF"),
        (too_large, "at most 6 MB"),
    ] {
        let error = client(&network)
            .upload_document(paper(None), file)
            .await
            .unwrap_err();
        assert!(error.is_invalid_request());
        let text = format!("{error:#} {error:?}");
        assert!(text.contains(said) && !text.contains("c4nary"), "{text}");
    }
    assert!(network.sent().is_empty());
    client(&network)
        .upload_document(paper(None), largest)
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_document_that_is_there_is_found_among_those_of_its_resource() {
    let answered = |name: &'static str| {
        let sent = AtomicUsize::new(0);
        with_tokens(move |call| {
            if call.method == "GET" {
                let there =
                    json!({"documentId": "d-2", "externalId": "doc 1", "name": name, "size": 3});
                return (200, json!({"data": [there]}).to_string());
            }
            match sent.fetch_add(1, Ordering::SeqCst) {
                0 => (503, String::new()),
                _ => (409, "{}".to_owned()),
            }
        })
    };
    let network = answered("Identity card");
    let created = client(&network)
        .upload_document(paper(Some("doc 1")), PDF)
        .await
        .unwrap();
    assert!(created.was_there() && created.id() == "d-2");
    let looked = calls(&network).pop().unwrap().url;
    assert!(
        looked.ends_with("/v2/documents?resourceType=NATURAL_PERSON&resourceId=n-1&limit=20"),
        "{looked}"
    );
    let error = client(&answered("Passport"))
        .upload_document(paper(Some("doc 1")), PDF)
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(error.to_string().contains("differs in name"), "{error}");
}

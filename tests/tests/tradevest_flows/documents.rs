//! Papers: what is checked before they leave, how they go over the wire, and how they come back.

use florin::core::Effect;
use florin::tradevest::{DOCUMENT_LIMIT, Goal, Outcome, types};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::{FileBody, Kind, Options, Verdict};
use serde_json::{Value, json};

use super::desk::{Desk, data, read};

#[tokio::test]
async fn what_is_no_pdf_or_too_large_is_refused_before_anything_is_sent() {
    let desk = Desk::open().await;
    let too_large = [data::PDF, &vec![b' '; DOCUMENT_LIMIT]].concat();
    for (file, said) in [
        (b"GIF89a".to_vec(), "%PDF"),
        (Vec::new(), "%PDF"),
        (b" %PDF-1.4".to_vec(), "%PDF"),
        (too_large, "6 MB"),
    ] {
        let upload = desk
            .client
            .upload_document(data::certificate_of("n-1"), file);
        let error = upload.await.unwrap_err();
        assert!(error.is_invalid_request());
        assert_eq!(error.effect(), Effect::NotSent);
        assert!(error.to_string().contains(said), "{error}");
    }
    assert!(desk.tradevest().received().is_empty());
}

/// The parts of a form: their headers, and their bodies.
fn parts(body: &[u8], boundary: &str) -> Vec<(String, Vec<u8>)> {
    let text: Vec<u8> = body.to_vec();
    let mark = format!("--{boundary}");
    let mut parts = Vec::new();
    let mut rest = text.as_slice();
    while let Some(at) = find(rest, mark.as_bytes()) {
        rest = &rest[at + mark.len()..];
        let end = find(rest, mark.as_bytes()).unwrap_or(rest.len());
        let part = &rest[..end];
        if let Some(split) = find(part, b"\r\n\r\n") {
            let headers = String::from_utf8(part[2..split].to_vec()).unwrap();
            parts.push((headers, part[split + 4..part.len() - 2].to_vec()));
        }
    }
    parts
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len())
        .position(|window| window == wanted)
}

#[tokio::test]
async fn a_document_goes_over_the_wire_as_a_form_of_two_parts_of_an_exact_length() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    // With what could be taken for the end of the part.
    let file = [data::PDF, b"\r\n--boundary--\r\n\x00\xff\r\n"].concat();
    let mut document = data::certificate_of(&person);
    document.description = Some("Paß, \"beide\" Seiten".parse().unwrap());
    let upload = desk.client.upload_document(document, file.clone());
    let id = upload.external_id().unwrap().clone();
    let document = upload.await.unwrap();

    let sent = desk.last("upload_document_v2");
    let kind = sent.header("content-type").unwrap();
    let boundary = kind.strip_prefix("multipart/form-data; boundary=").unwrap();
    let boundary = boundary.trim_matches('"');
    let length: usize = sent.header("content-length").unwrap().parse().unwrap();
    assert_eq!(length, sent.body.len());
    assert!(sent.header("transfer-encoding").is_none());
    let parts = parts(&sent.body, boundary);
    assert_eq!(parts.len(), 2);
    let (headers, json) = &parts[0];
    assert!(
        headers.contains("name=\"document\"") && headers.contains("application/json"),
        "{headers}"
    );
    let json: Value = serde_json::from_slice(json).unwrap();
    assert_eq!(json["externalId"], id.as_str());
    assert_eq!(json["description"], "Paß, \"beide\" Seiten");
    assert_eq!(json["resourceId"], *person);
    let (headers, content) = &parts[1];
    for part in [
        "name=\"file\"",
        "filename=\"document.pdf\"",
        "application/pdf",
    ] {
        assert!(headers.contains(part), "{headers}");
    }
    assert_eq!(content, &file);

    let back = desk
        .client
        .api()
        .get_document_file_v2()
        .document_id(document.id());
    assert_eq!(back.send().await.unwrap().into_inner()[..], file[..]);
    let read = document.read().await.unwrap();
    assert_eq!(read.external_id.as_deref(), Some(id.as_str()));
}

#[tokio::test]
async fn six_megabytes_go_through() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    let file = [data::PDF, &vec![b'x'; 6_000_000 - data::PDF.len()]].concat();
    let upload = desk
        .client
        .upload_document(data::certificate_of(&person), file);
    let document = upload.await.unwrap();
    assert_eq!(
        desk.tradevest().object(document.id()).unwrap().shown["size"],
        6000
    );
    // One that is within our limit and beyond the provider's is the provider's to refuse.
    let larger = [data::PDF, &vec![b'x'; 6_000_000]].concat();
    let error = desk
        .client
        .upload_document(data::certificate_of(&person), larger)
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap(), 400);
    assert_eq!(error.effect(), Effect::Answered);
}

#[tokio::test]
async fn repeated_attempts_send_the_same_bytes_and_make_one_document() {
    for fault in [
        Fault::status(503).after_effect(),
        Fault::reset().after_effect(),
        Fault::status(500),
    ] {
        let told = format!("{fault:?}");
        let desk = Desk::open().await;
        let person = desk.tradevest().plant_person();
        desk.misbehave(fault.on("upload_document_v2"));
        let upload = desk
            .client
            .upload_document(data::certificate_of(&person), data::PDF);
        let document = upload
            .await
            .unwrap_or_else(|error| panic!("{told}: {error:#}"));
        let sent = desk.received("upload_document_v2");
        assert_eq!(sent.len(), 2, "{told}");
        assert_eq!(sent[0].body, sent[1].body, "{told}");
        assert_eq!(
            sent[0].header("content-type"),
            sent[1].header("content-type")
        );
        let made = desk.tradevest().objects(Kind::Document);
        assert_eq!(
            (made.len(), made[0].id.as_str()),
            (1, document.id()),
            "{told}"
        );
    }
}

#[tokio::test]
async fn a_document_of_the_wrong_owner_is_taken_and_turns_out_invalid() {
    let desk = Desk::open().await;
    let customer = desk.tradevest().plant_customer();
    let data: types::DocumentData = read(&json!({
        "name": "passport", "resourceType": "CUSTOMER", "type": "IDENTIFICATION_CERTIFICATE", "resourceId": customer,
    }));
    let document = desk.client.upload_document(data, data::PDF).await.unwrap();
    desk.steps(1);
    let outcome = document.poller(Goal::Ready).await.unwrap();
    assert!(matches!(outcome, Outcome::Invalid { .. }), "{outcome:?}");
}

#[tokio::test]
async fn a_document_is_followed_until_it_is_approved_or_rejected() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    for (end, is_reached) in [("APPROVED", true), ("REJECTED", false)] {
        let verdict = Verdict::through(&["CREATED", "PENDING", end]);
        desk.tradevest()
            .decide_next("upload_document_v2", verdict)
            .unwrap();
        let upload = desk
            .client
            .upload_document(data::certificate_of(&person), data::PDF);
        let document = upload.await.unwrap();
        desk.steps(3);
        let outcome = document.poller(Goal::Approved).await.unwrap();
        assert_eq!(outcome.reached().is_some(), is_reached);
    }
}

#[tokio::test]
async fn files_come_as_they_come() {
    for (files, is_text) in [
        (FileBody::AsDocumented, true),
        (FileBody::Binary, false),
        (FileBody::Base64, true),
    ] {
        let desk = Desk::open_with(Options {
            files,
            ..Options::default()
        })
        .await;
        let list = desk.client.partner_documents().all().await.unwrap();
        let request = desk.client.api().get_partner_document_file();
        let file = request
            .document_id(&*list[0].document_id)
            .send()
            .await
            .unwrap()
            .into_inner();
        assert_eq!(file.starts_with(b"%PDF"), !is_text, "{files:?}");
        assert_eq!(
            file.starts_with(b"JVBERi0"),
            is_text,
            "Base64 of the same, to be decoded by the caller"
        );
    }
}

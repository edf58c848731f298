//! Documents: uploads, signatures and files.

use florin_sandbox::tradevest::{FileBody, Kind, Options};
use reqwest::Method;
use serde_json::{Value, json};

use crate::partner::{Partner, answer};

const PATH: &str = "/v2/documents";

/// A body of two parts, as a careful client writes it.
pub(crate) fn upload(document: &Value, media_type: &str, file: &[u8]) -> (String, Vec<u8>) {
    let mut body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"document\"\r\n\
         Content-Type: application/json\r\n\r\n{document}\r\n\
         --edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\
         Content-Type: {media_type}\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    ("multipart/form-data; boundary=edge".to_owned(), body)
}

pub(crate) async fn post(
    partner: &Partner,
    document: &Value,
    media_type: &str,
    file: &[u8],
) -> (u16, Value) {
    let (content_type, body) = upload(document, media_type, file);
    let request = partner.request(Method::POST, PATH);
    answer(request.header("content-type", content_type).body(body)).await
}

fn certificate(person: &str, external_id: &str) -> Value {
    json!({
        "name": "passport.pdf",
        "resourceType": "NATURAL_PERSON",
        "resourceId": person,
        "type": "IDENTIFICATION_CERTIFICATE",
        "externalId": external_id,
    })
}

#[tokio::test]
async fn a_pdf_is_uploaded_and_read_back_to_the_byte() {
    let partner = Partner::open(Options::default()).await;
    let person = partner.tradevest.plant_person();
    let pdf = b"%PDF-1.7\r\n\x00\xff--edge not quite\r\n%%EOF";
    let (status, created) = post(
        &partner,
        &certificate(&person, "d-1"),
        "application/pdf",
        pdf,
    )
    .await;
    assert_eq!(status, 200, "{created}");
    let id = created["documentId"].as_str().unwrap();
    partner.wait();
    for path in [PATH, "/documents"] {
        let read = partner.read(&format!("{path}/{id}")).await;
        assert_eq!(read["status"], "CREATED");
        assert_eq!(read["externalId"], "d-1");
    }
    let file = partner.request(Method::GET, &format!("{PATH}/{id}/file"));
    let file = file.send().await.unwrap().bytes().await.unwrap();
    assert_eq!(&file[..], pdf);
    let query = format!("{PATH}?resourceType=NATURAL_PERSON&resourceId={person}&limit=20");
    let found = partner.read(&query).await;
    assert_eq!(found["data"].as_array().unwrap().len(), 1);
    let again = post(
        &partner,
        &certificate(&person, "d-1"),
        "application/pdf",
        pdf,
    )
    .await;
    assert_eq!(again.0, 409);
}

#[tokio::test]
async fn what_is_no_small_pdf_is_refused() {
    let partner = Partner::open(Options::default()).await;
    let person = partner.tradevest.plant_person();
    let document = certificate(&person, "d-1");
    let mut large = b"%PDF".to_vec();
    large.resize(6_000_001, b' ');
    for (media_type, file) in [
        ("application/pdf", &b"hello"[..]),
        ("image/png", b"%PDF"),
        ("application/pdf", &large),
    ] {
        let (status, refused) = post(&partner, &document, media_type, file).await;
        assert_eq!(status, 400);
        assert_eq!(refused["errorDetails"][0]["field"], "file", "{refused}");
    }
    large.truncate(6_000_000);
    assert_eq!(
        post(&partner, &document, "application/pdf", &large).await.0,
        200
    );
    let json = partner
        .send(Method::POST, PATH, &json!({ "document": document }))
        .await;
    assert_eq!(json.0, 415);
}

#[tokio::test]
async fn a_document_of_the_wrong_kind_of_owner_is_invalid() {
    let partner = Partner::open(Options::default()).await;
    let person = partner.tradevest.plant_person();
    let mut document = certificate(&person, "d-1");
    document["type"] = "SHAREHOLDER_LIST".into();
    let (_, created) = post(&partner, &document, "application/pdf", b"%PDF").await;
    partner.wait();
    assert_eq!(
        partner.status(created["documentId"].as_str().unwrap()),
        "INVALID"
    );
}

#[tokio::test]
async fn documents_of_the_partner_are_listed_and_signed() {
    let partner = Partner::open(Options::default()).await;
    let valid = partner
        .read("/partner-documents?isValid=true&limit=20")
        .await;
    assert_eq!(valid["data"].as_array().unwrap().len(), 2);
    let terms = "/partner-documents?documentType=TERMS_AND_CONDITIONS&limit=20";
    let terms = partner.read(terms).await["data"].clone();
    assert_eq!(
        terms.as_array().unwrap().len(),
        2,
        "one of them has run out"
    );
    let terms = terms[1]["documentId"].as_str().unwrap();

    let [customer, ..] = partner.trader();
    let person = partner.tradevest.object(&customer).unwrap().shown["entityId"].clone();
    let mut signature = json!({ "partnerDocumentId": terms, "naturalPersonId": person });
    let sign = format!("{PATH}/sign");
    partner.tradevest.webhooks().hold();
    // Terms are signed for a customer.
    assert_eq!(partner.post(&sign, &signature).await.0, 202);
    partner.wait();
    let told = partner.tradevest.webhooks().notifications();
    assert_eq!(
        told[0].body["validationError"]["errorType"],
        "DATA_NOT_FOUND_ERROR"
    );
    assert!(told[0].body.get("status").is_none());
    signature["customerId"] = customer.clone().into();
    assert_eq!(partner.post(&sign, &signature).await.0, 202);
    partner.wait();
    let read = partner.read(&format!("/roles/customers/{customer}")).await;
    let signed = &read["signedDocumentsRelatedToCustomer"][0];
    assert_eq!(signed["documentType"], "TERMS_AND_CONDITIONS");
    assert_eq!(signed["naturalPersonFullName"], "Erika Mustermann");
}

#[tokio::test]
async fn a_file_of_the_partner_comes_as_text_or_as_it_is() {
    for (files, starts) in [
        (FileBody::AsDocumented, "JVBERi0"),
        (FileBody::Base64, "JVBERi0"),
        (FileBody::Binary, "%PDF"),
    ] {
        let options = Options {
            files,
            ..Options::default()
        };
        let partner = Partner::open(options).await;
        let document = &partner.tradevest.objects(Kind::PartnerDocument)[0];
        let path = format!("/partner-documents/{}/file", document.id);
        let file = partner.request(Method::POST, &path).send().await.unwrap();
        assert!(file.text().await.unwrap().starts_with(starts));
    }
}

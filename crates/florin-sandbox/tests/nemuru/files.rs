//! Uploading and listing files.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use florin_sandbox::nemuru::{Agent, Options, Oversize};
use serde_json::{Value, json};

use crate::shop::{LOAN, OTHER_LOAN, Shop, exception, sandbox};

fn upload(name: &str, kind: &str, content: &[u8]) -> Value {
    json!({ "name": name, "type": kind, "data": STANDARD.encode(content) })
}

#[tokio::test]
async fn files_are_kept_and_listed_under_other_names() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    let path = format!("/loan/{LOAN}/file/");
    let files = json!({ "files": [
        upload("front.jpeg", "document_id_front", b"hello world!"),
        upload("payslip", "payslip", b""),
    ]});
    assert_eq!(shop.post(&path, &files).await, (201, json!({})));

    let kept = sandbox.nemuru().files(LOAN);
    assert_eq!(kept[0].uploaded_name, "front.jpeg");
    assert_eq!(&kept[0].content[..], b"hello world!");
    let (status, body) = shop.get(&path).await;
    assert_eq!((status, &body["status"]), (200, &json!("ok")));
    let name = &kept[0].stored_name;
    let listed = json!({
        "name": name, "type": "document_id_front", "data": format!("/document_id_front/{name}.jpeg")
    });
    assert_eq!(body["data"][0], listed);
    let name = &kept[1].stored_name;
    assert_eq!(body["data"][1]["data"], format!("/payslip/{name}"));
}

#[tokio::test]
async fn what_is_wrong_with_an_upload_is_told_by_pointer() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.invite(LOAN).await;
    let path = format!("/loan/{LOAN}/file/");
    let broken = json!({ "name": "a", "type": "document_id_back", "data": "no base64" });
    let whole = upload("b", "document_id_back", b"b");
    for (files, pointer) in [
        (json!([]), "/files"),
        (json!([whole, broken]), "/files/1/data"),
        (json!([{ "name": "a" }]), "/files/0"),
    ] {
        let (status, body) = shop.post(&path, &json!({ "files": files })).await;
        assert_eq!(
            (status, exception(&body)),
            (400, "SchemaValidatorException")
        );
        assert!(body["schema_errors"][pointer].is_string(), "{body}");
    }
    assert!(sandbox.nemuru().files(LOAN).is_empty());
}

#[tokio::test]
async fn files_belong_to_a_loan_that_exists() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let files = json!({ "files": [upload("a", "document_id_back", b"a")] });
    let path = format!("/loan/{OTHER_LOAN}/file/");
    let (status, body) = shop.post(&path, &files).await;
    assert_eq!(
        (status, exception(&body)),
        (404, "LoanNotFoundByIdException")
    );
    assert_eq!(shop.get(&path).await.0, 404);
}

#[tokio::test]
async fn a_request_may_have_twenty_megabytes_and_not_a_byte_more() {
    for (oversize, refused) in [(Oversize::TooLarge, 413), (Oversize::BadRequest, 400)] {
        let (sandbox, _clock) = sandbox(Options {
            oversize,
            ..Options::default()
        })
        .await;
        let shop = Shop::open(&sandbox, Agent::First).await;
        shop.invite(LOAN).await;
        let path = format!("/loan/{LOAN}/file/");
        let files = json!({ "files": [upload("a", "document_id_back", &vec![7; 14_999_900])] });
        let mut body = files.to_string();
        // Spaces at the end are part of the request and not of its meaning.
        body.push_str(&" ".repeat(20_000_000 - body.len()));
        let send = async |body: String| {
            let request = shop.request(reqwest::Method::POST, &path);
            let request = request.header("content-type", "application/json");
            crate::shop::answer(request.body(body)).await
        };
        assert_eq!(send(body.clone()).await.0, 201);
        let (status, answer) = send(body + " ").await;
        assert_eq!(
            (status, exception(&answer)),
            (refused, "RequestTooLargeException")
        );
        assert_eq!(answer.get("schema_errors"), None);
        assert_eq!(sandbox.nemuru().files(LOAN).len(), 1);
    }
}

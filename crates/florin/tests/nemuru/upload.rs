//! Uploads: what is checked, how files are spread, and what is told when it goes wrong.

use florin::core::Effect;
use florin::nemuru::{FileFate, REQUEST_LIMIT, UploadError, UploadFile, types::FileType};
use serde_json::{Value, json};

use crate::scripted::{LOAN, Scripted, Step, answer};

fn file(megabytes: usize) -> UploadFile {
    UploadFile::bytes(
        "a.jpeg",
        FileType::DocumentIdFront,
        vec![megabytes as u8; megabytes * 1_000_000],
    )
}

async fn upload(script: &Scripted, files: Vec<UploadFile>) -> Result<(), UploadError> {
    let loan = script.client().loan(LOAN);
    tokio::spawn(async move { loan.upload(files).await })
        .await
        .unwrap()
}

/// The first byte of each file, by request.
fn requests(script: &Scripted) -> Vec<Vec<u8>> {
    use base64_first_byte as first;
    let sent = script.sent("upload_files");
    sent.iter()
        .map(|sent| {
            assert!(sent.body.len() as u64 <= REQUEST_LIMIT);
            let files = sent.json();
            files["files"]
                .as_array()
                .unwrap()
                .iter()
                .map(first)
                .collect()
        })
        .collect()
}

fn base64_first_byte(file: &Value) -> u8 {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = file["data"].as_str().unwrap().as_bytes();
    let digit = |at: usize| {
        ALPHABET
            .iter()
            .position(|known| *known == digits[at])
            .unwrap()
    };
    (digit(0) << 2 | digit(1) >> 4) as u8
}

#[tokio::test]
async fn one_file_is_sent_as_json() {
    let script = Scripted::new();
    script.on("upload_files", [answer(201, "{}")]);
    let file = UploadFile::bytes("dni.jpeg", FileType::DocumentIdBack, "hello world!");
    upload(&script, vec![file]).await.unwrap();
    let sent = &script.sent("upload_files")[0];
    assert_eq!(sent.content_type.as_deref(), Some("application/json"));
    assert!(
        sent.url.ends_with(&format!("/loan/{LOAN}/file/")),
        "{}",
        sent.url
    );
    assert_eq!(
        sent.json(),
        json!({"files": [{"name": "dni.jpeg", "type": "document_id_back", "data": "aGVsbG8gd29ybGQh"}]})
    );
}

#[tokio::test]
async fn files_are_spread_over_as_few_requests_as_fit() {
    let script = Scripted::new();
    script.on("upload_files", [answer(201, "{}")]);
    // 14.9 million bytes fit; first fit with the largest first would need three.
    let files = [7, 6, 6, 4, 3, 2].into_iter().map(file).collect();
    upload(&script, files).await.unwrap();
    assert_eq!(requests(&script), [vec![7, 4, 3], vec![6, 6, 2]]);
}

#[tokio::test]
async fn everything_is_checked_before_anything_is_sent() {
    for (bad, expected) in [
        (file(15), "files[1] (document_id_front) has 15000000 bytes"),
        (
            UploadFile::path("/no/such/file.jpeg", "payslip"),
            "files[1] (payslip) can't be read",
        ),
        (UploadFile::bytes("", "payslip", "x"), "has no name"),
        (UploadFile::bytes("ana.jpeg", "payslip", ""), "is empty"),
    ] {
        let script = Scripted::new();
        let error = upload(&script, vec![file(1), bad]).await.unwrap_err();
        assert!(error.error().is_invalid_request());
        let shown = format!("{error} {error:?}");
        assert!(
            shown.contains(expected) && !shown.contains("ana"),
            "{shown}"
        );
        assert_eq!(error.fates(), [FileFate::NotSent; 2]);
        assert!(
            script.order().is_empty(),
            "nothing was sent, not even a login"
        );
    }
    let error = upload(&Scripted::new(), vec![]).await.unwrap_err();
    assert!(error.error().is_invalid_request());
}

#[tokio::test(start_paused = true)]
async fn a_failure_tells_what_became_of_each_file_and_nothing_is_repeated() {
    for (step, fate, effect) in [
        (Step::Lost, FileFate::InDoubt, Effect::MaybeApplied),
        (answer(500, "{}"), FileFate::InDoubt, Effect::MaybeApplied),
        (answer(413, ""), FileFate::Refused, Effect::Answered),
    ] {
        let script = Scripted::new();
        script.on("upload_files", [answer(201, "{}"), step]);
        let error = upload(&script, vec![file(10), file(11), file(12)])
            .await
            .unwrap_err();
        assert_eq!(error.fates(), [FileFate::Arrived, fate, FileFate::NotSent]);
        assert_eq!(error.files(fate).collect::<Vec<_>>(), [1]);
        assert_eq!(error.error().effect(), effect);
        assert_eq!(script.count("upload_files"), 2);
        let shown = error.to_string();
        assert!(shown.contains("of 3 files 1 arrived"), "{shown}");
    }
}

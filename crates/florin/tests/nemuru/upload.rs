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

/// Whoever hands the error on alone must not be told that nothing happened.
#[tokio::test(start_paused = true)]
async fn once_a_file_has_arrived_or_is_in_doubt_the_error_alone_is_in_doubt_and_counts_them() {
    let large = || vec![file(10), file(11), file(12)];
    for (step, told) in [
        (Step::Unreachable, "of 3 files 1 arrived, 0 are in doubt"),
        (answer(413, ""), "of 3 files 1 arrived, 0 are in doubt"),
        (answer(429, ""), "of 3 files 1 arrived, 0 are in doubt"),
        (Step::Lost, "of 3 files 1 arrived, 1 are in doubt"),
    ] {
        let script = Scripted::new();
        script.on("upload_files", [answer(201, "{}"), step.clone()]);
        let error = upload(&script, large()).await.unwrap_err();
        let alone = error.into_error();
        assert_eq!(alone.effect(), Effect::MaybeApplied, "{step:?}: {alone}");
        assert!(!alone.is_retryable(), "{step:?}: {alone}");
        assert!(alone.to_string().contains(told), "{step:?}: {alone}");
    }
    for (step, effect) in [
        (Step::Unreachable, Effect::NotSent),
        (answer(413, ""), Effect::Answered),
    ] {
        let script = Scripted::new();
        script.on("upload_files", [step]);
        let alone = upload(&script, large()).await.unwrap_err().into_error();
        assert_eq!(alone.effect(), effect, "none has arrived: {alone}");
    }
}

/// The second file goes with the second request, and is gone by then.
#[tokio::test(start_paused = true)]
async fn a_file_that_vanishes_after_others_have_arrived_leaves_the_error_alone_in_doubt() {
    let path = std::env::temp_dir().join(format!("florin-vanishing-{}", std::process::id()));
    std::fs::write(&path, vec![2; 12_000_000]).unwrap();
    let script = Scripted::new();
    let vanishes = path.clone();
    script.on("upload_files", [answer(201, "{}")]);
    script.when("upload_files", move || {
        let _ = std::fs::remove_file(&vanishes);
    });
    let files = vec![file(12), UploadFile::path(&path, "payslip")];
    let error = upload(&script, files).await.unwrap_err();
    assert_eq!(error.fates(), [FileFate::Arrived, FileFate::NotSent]);
    let shown = format!("{error} {error:?}");
    assert!(shown.contains("files[1] can't be read any more"), "{shown}");
    assert!(!shown.contains("os error"), "{shown}");
    let alone = error.into_error();
    assert_eq!(alone.effect(), Effect::MaybeApplied, "{alone}");
    assert!(
        alone.to_string().contains("of 2 files 1 arrived"),
        "{alone}"
    );
}

/// Its own words may hold a path, a name or a piece of the file.
#[tokio::test(start_paused = true)]
async fn of_a_readers_own_error_only_the_kind_is_shown() {
    struct Broken;

    impl tokio::io::AsyncRead for Broken {
        fn poll_read(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
            _: &mut tokio::io::ReadBuf<'_>,
        ) -> std::task::Poll<std::io::Result<()>> {
            let kind = std::io::ErrorKind::ConnectionReset;
            std::task::Poll::Ready(Err(std::io::Error::new(kind, "canary broke")))
        }
    }

    let file = UploadFile::reader("a.jpeg", "payslip", Broken);
    let error = upload(&Scripted::new(), vec![file]).await.unwrap_err();
    let shown = format!("{error} {error:?} {:#}", error.error());
    assert!(shown.contains("can't be read: connection reset"), "{shown}");
    assert!(!shown.contains("canary"), "{shown}");
}

//! Files for a loan: wherever they come from, over as few requests as fit, and what became of each.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use florin::core::Effect;
use florin::nemuru::types::FileType;
use florin::nemuru::{ErrorDetails, FileFate, Loan, REQUEST_LIMIT, UploadFile};
use florin_sandbox::nemuru::{FileState, Nemuru};
use florin_sandbox::{Fault, Sandbox};
use florin_tests::nemuru::invitation::LOAN;
use serde_json::json;
use tokio::io::{AsyncRead, ReadBuf};

use super::{first, invited, sandbox, second};

/// A loan to upload for, and nothing received yet.
async fn ready() -> (Sandbox, Loan) {
    let sandbox = sandbox().await;
    let loan = invited(&sandbox).await;
    sandbox.nemuru().clear_received();
    (sandbox, loan)
}

/// A file whose bytes tell it from others.
fn file(number: u8, bytes: usize) -> UploadFile {
    UploadFile::bytes(
        format!("{number}.jpeg"),
        FileType::DocumentIdFront,
        vec![number; bytes],
    )
}

fn uploads(nemuru: &Nemuru) -> usize {
    nemuru.received_by("upload_files").len()
}

/// The first byte of each file that is there.
fn there(nemuru: &Nemuru) -> Vec<u8> {
    nemuru
        .files(LOAN)
        .iter()
        .map(|file| file.content[0])
        .collect()
}

/// Gives a little at a time, and then ends or breaks.
struct Drip {
    left: usize,
    breaks: bool,
}

impl AsyncRead for Drip {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.left == 0 && self.breaks {
            return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()));
        }
        let piece = self.left.min(7001).min(buffer.remaining());
        buffer.put_slice(&vec![42; piece]);
        self.left -= piece;
        cx.waker().wake_by_ref();
        Poll::Ready(Ok(()))
    }
}

#[tokio::test]
async fn bytes_a_path_and_a_reader_arrive_as_they_are() {
    let (sandbox, loan) = ready().await;
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("nemuru-upload-{}.pdf", std::process::id()));
    std::fs::write(&path, b"%PDF-1.7 \xff\x00").unwrap();
    let files = [
        UploadFile::bytes(
            "dni \"frente\".jpeg",
            FileType::DocumentIdFront,
            vec![0xff, 0xd8, 0],
        ),
        UploadFile::path(&path, FileType::DocumentIdBack),
        UploadFile::path(&path, "payslip").named("nómina.pdf"),
        UploadFile::reader(
            "drip.bin",
            "other",
            Drip {
                left: 300_001,
                breaks: false,
            },
        ),
    ];
    loan.upload(files).await.unwrap();
    std::fs::remove_file(&path).unwrap();
    let files = sandbox.nemuru().files(LOAN);
    let seen: Vec<_> = files
        .iter()
        .map(|file| {
            (
                file.uploaded_name.as_str(),
                file.kind.as_str(),
                file.content.len(),
            )
        })
        .collect();
    let own_name = path.file_name().unwrap().to_str().unwrap();
    assert_eq!(
        seen,
        [
            ("dni \"frente\".jpeg", "document_id_front", 3),
            (own_name, "document_id_back", 11),
            ("nómina.pdf", "payslip", 11),
            ("drip.bin", "other", 300_001),
        ]
    );
    assert_eq!(&files[0].content[..], [0xff, 0xd8, 0]);
    assert_eq!(&files[2].content[..], b"%PDF-1.7 \xff\x00");
    assert!(files[3].content.iter().all(|byte| *byte == 42));
    assert_eq!(uploads(sandbox.nemuru()), 1);
    let sent = &sandbox.nemuru().received_by("upload_files")[0];
    assert_eq!(sent.path, format!("/api/v2/loan/{LOAN}/file/"));
    assert_eq!(sent.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn what_is_sent_is_the_documented_sample() {
    let (sandbox, loan) = ready().await;
    let front = UploadFile::bytes(
        "dni-front-borrower.jpeg",
        FileType::DocumentIdFront,
        "hello world!",
    );
    loan.upload([front]).await.unwrap();
    assert_eq!(
        sandbox.nemuru().received_by("upload_files")[0]
            .json()
            .unwrap(),
        json!({"files": [
            {"name": "dni-front-borrower.jpeg", "type": "document_id_front", "data": "aGVsbG8gd29ybGQh"}
        ]})
    );
}

/// A name and a size with which the request has exactly as many bytes as it may.
fn just_fitting() -> (String, usize) {
    let around = json!({"files": [{"name": "", "type": "document_id_front", "data": ""}]});
    let room = usize::try_from(REQUEST_LIMIT).unwrap() - around.to_string().len();
    let name = "n".repeat(4 + room % 4);
    let bytes = (room - name.len()) / 4 * 3;
    (name, bytes)
}

#[tokio::test]
async fn a_request_of_exactly_the_limit_goes_out() {
    let (sandbox, loan) = ready().await;
    let (name, bytes) = just_fitting();
    let file = UploadFile::bytes(name, FileType::DocumentIdFront, vec![1; bytes]);
    loan.upload([file]).await.unwrap();
    let sent = &sandbox.nemuru().received_by("upload_files")[0];
    assert_eq!(sent.body.len() as u64, REQUEST_LIMIT);
    assert_eq!(sandbox.nemuru().files(LOAN)[0].content.len(), bytes);
}

#[tokio::test]
async fn one_byte_over_the_limit_is_refused_and_nothing_is_sent() {
    let (sandbox, loan) = ready().await;
    let (name, bytes) = just_fitting();
    let kind = FileType::DocumentIdFront;
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("nemuru-large-{}", std::process::id()));
    std::fs::File::create(&path)
        .unwrap()
        .set_len(bytes as u64 + 1)
        .unwrap();
    let too_large = [
        UploadFile::bytes(name.clone(), kind.clone(), vec![1; bytes + 1]),
        UploadFile::bytes(format!("{name}n"), kind.clone(), vec![1; bytes]),
        UploadFile::path(&path, kind.clone()).named(name.clone()),
        UploadFile::reader(
            name,
            kind,
            Drip {
                left: bytes + 1,
                breaks: false,
            },
        ),
    ];
    for large in too_large {
        let told = format!("{large:?}");
        let error = loan
            .upload([file(1, 10), large, file(2, 10)])
            .await
            .unwrap_err();
        assert!(error.error().is_invalid_request(), "{told}: {error}");
        assert_eq!(error.error().effect(), Effect::NotSent);
        assert_eq!(error.fates(), [FileFate::NotSent; 3]);
        assert!(error.to_string().contains("files[1]"), "{error}");
    }
    std::fs::remove_file(&path).unwrap();
    assert!(sandbox.nemuru().received().is_empty());
    assert!(sandbox.nemuru().files(LOAN).is_empty());
}

#[tokio::test]
async fn files_travel_over_as_few_requests_as_they_fit_in() {
    let (sandbox, loan) = ready().await;
    // Two requests of just under 15 million bytes; largest first into whatever fits would need three.
    let sizes = [7, 6, 6, 4, 3, 2].map(|millions| millions * 1_000_000_usize);
    let files = sizes
        .iter()
        .zip(1..)
        .map(|(bytes, number)| file(number, *bytes));
    loan.upload(files.collect::<Vec<_>>()).await.unwrap();
    let nemuru = sandbox.nemuru();
    assert_eq!(uploads(nemuru), 2);
    let mut arrived: Vec<_> = nemuru
        .files(LOAN)
        .iter()
        .map(|file| (file.content[0], file.content.len()))
        .collect();
    arrived.sort_unstable();
    let expected: Vec<_> = (1..).zip(sizes).collect();
    assert_eq!(arrived, expected, "each once and whole");
    for request in nemuru.received_by("upload_files") {
        assert!(request.body.len() as u64 <= REQUEST_LIMIT);
    }
}

#[tokio::test]
async fn a_hundred_small_files_are_one_request_in_their_order() {
    let (sandbox, loan) = ready().await;
    loan.upload((0..100).map(|number| file(number, 1000)))
        .await
        .unwrap();
    assert_eq!(uploads(sandbox.nemuru()), 1);
    assert_eq!(there(sandbox.nemuru()), (0..100).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_failure_tells_of_each_file_what_became_of_it_and_nothing_is_sent_twice() {
    for (fault, fate, is_there) in [
        (Fault::reset(), FileFate::InDoubt, false),
        (Fault::reset().after_effect(), FileFate::InDoubt, true),
        (
            Fault::status(502)
                .body("text/html", "<html>")
                .after_effect(),
            FileFate::InDoubt,
            true,
        ),
        (Fault::status(504), FileFate::InDoubt, false),
        (
            Fault::status(200).json(&json!({"error": "invalid"})),
            FileFate::InDoubt,
            false,
        ),
        (Fault::status(413), FileFate::Refused, false),
        (Fault::status(400), FileFate::Refused, false),
    ] {
        let told = format!("{fault:?}");
        let (sandbox, loan) = ready().await;
        let nemuru = sandbox.nemuru();
        nemuru.misbehave(fault.on("upload_files").every(2)).unwrap();
        // No two of them fit a request, so that each goes alone.
        let error = loan
            .upload([1, 2, 3].map(|number| file(number, 8_000_000)))
            .await
            .unwrap_err();
        assert_eq!(
            error.fates(),
            [FileFate::Arrived, fate, FileFate::NotSent],
            "{told}"
        );
        assert_eq!(error.files(FileFate::Arrived).collect::<Vec<_>>(), [0]);
        assert_eq!(error.files(fate).collect::<Vec<_>>(), [1]);
        assert_eq!(error.files(FileFate::NotSent).collect::<Vec<_>>(), [2]);
        let effect = if fate == FileFate::InDoubt {
            Effect::MaybeApplied
        } else {
            Effect::Answered
        };
        assert_eq!(
            (error.error().effect(), error.error().attempts()),
            (effect, 1),
            "{told}"
        );
        assert_eq!(uploads(nemuru), 2, "{told}");
        let expected: &[u8] = if is_there { &[1, 2] } else { &[1] };
        assert_eq!(there(nemuru), expected, "{told}");
    }
}

#[tokio::test]
async fn what_is_in_doubt_shows_in_the_list_and_the_rest_is_sent_after_it() {
    let (sandbox, loan) = ready().await;
    let nemuru = sandbox.nemuru();
    nemuru
        .misbehave(Fault::close().after_effect().on("upload_files"))
        .unwrap();
    let error = loan.upload([file(1, 10), file(2, 10)]).await.unwrap_err();
    assert_eq!(error.fates(), [FileFate::InDoubt; 2]);
    assert_eq!(loan.files().await.unwrap().len(), 2, "they did arrive");
    loan.upload([file(3, 10)]).await.unwrap();
    assert_eq!(there(nemuru), [1, 2, 3]);
}

#[tokio::test]
async fn what_can_not_be_read_is_told_by_its_place_and_nothing_is_sent() {
    let (sandbox, loan) = ready().await;
    let kind = || FileType::DocumentIdBack;
    for (bad, expected) in [
        (
            UploadFile::path("/no/such/lucia.jpeg", kind()),
            "can't be read",
        ),
        (
            UploadFile::path(env!("CARGO_TARGET_TMPDIR"), kind()).named("lucia"),
            "isn't a file",
        ),
        (
            UploadFile::reader(
                "lucia",
                kind(),
                Drip {
                    left: 10_000,
                    breaks: true,
                },
            ),
            "can't be read",
        ),
        (
            UploadFile::reader(
                "lucia",
                kind(),
                Drip {
                    left: 0,
                    breaks: false,
                },
            ),
            "is empty",
        ),
        (UploadFile::bytes("lucia", kind(), ""), "is empty"),
        (UploadFile::bytes(" ", kind(), "lucia"), "has no name"),
        (UploadFile::bytes("lucia", "", "lucia"), "has no type"),
    ] {
        let error = loan.upload([file(1, 10), bad]).await.unwrap_err();
        let shown = format!("{error} {error:?} {:#}", error.error());
        assert!(
            shown.contains("files[1]") && shown.contains(expected),
            "{shown}"
        );
        assert!(!shown.contains("lucia"), "{shown}");
        assert_eq!(error.fates(), [FileFate::NotSent; 2]);
    }
    let nothing = loan.upload([]).await.unwrap_err();
    assert!(nothing.error().is_invalid_request());
    assert!(sandbox.nemuru().received().is_empty());
}

#[tokio::test]
async fn the_list_names_what_is_there_as_nemuru_calls_it() {
    let (sandbox, loan) = ready().await;
    assert!(loan.files().await.unwrap().is_empty());
    loan.upload([
        UploadFile::bytes("front.jpeg", FileType::DocumentIdFront, "a"),
        UploadFile::bytes("payslip.pdf", "payslip", "b"),
    ])
    .await
    .unwrap();
    let listed = loan.files().await.unwrap();
    let stored = sandbox.nemuru().files(LOAN);
    for (
        record,
        FileState {
            stored_name, kind, ..
        },
    ) in listed.iter().zip(&stored)
    {
        assert_eq!(record.name.as_deref(), Some(stored_name.as_str()));
        assert_eq!(record.type_.as_ref().unwrap().as_str(), kind);
        let path = record.data.as_deref().unwrap();
        assert!(
            path.starts_with(&format!("/{kind}/{stored_name}.")),
            "{path}"
        );
    }
    assert_eq!(listed.len(), 2);
}

#[tokio::test]
async fn a_loan_that_is_not_there_or_another_agents_takes_no_files() {
    let (sandbox, _) = ready().await;
    for loan in [
        second(&sandbox).loan(LOAN),
        first(&sandbox).loan("00000000-0000-4000-8000-000000000000"),
    ] {
        let error = loan.upload([file(1, 10)]).await.unwrap_err();
        assert_eq!(error.fates(), [FileFate::Refused]);
        assert!(error.error().is_not_found());
        assert!(error.error().exception().is_some());
        assert!(loan.files().await.unwrap_err().is_not_found());
        assert!(error.into_error().is_not_found());
    }
}

#[tokio::test]
async fn a_token_that_ran_out_costs_no_file() {
    let (sandbox, loan) = ready().await;
    loan.read().await.unwrap();
    sandbox.nemuru().expire_tokens();
    loan.upload([file(1, 10)]).await.unwrap();
    assert_eq!(there(sandbox.nemuru()), [1]);
}

//! The body of an upload: JSON of a known length, into which the contents are encoded as they are read.

use std::fs::File;
use std::io::{self, Read, Write};

use base64::engine::general_purpose::STANDARD;
use base64::write::EncoderWriter;
use florin_core::Bytes;

use super::measured::{AFTER, BEFORE, BETWEEN, CLOSE, Content, Measured};
use super::unreadable::Unreadable;

/// How many bytes the body of these files has.
fn length(files: &[Measured]) -> u64 {
    let files_alone: u64 = files.iter().map(Measured::size).sum();
    let commas = files.len().saturating_sub(1) * BETWEEN.len();
    files_alone + (BEFORE.len() + commas + AFTER.len()) as u64
}

/// Writes the body. `Err` says which of the files can't be read any more, by its place among these.
pub(super) fn write(files: Vec<Measured>) -> Result<Bytes, (usize, Unreadable)> {
    let expected = usize::try_from(length(&files))
        .map_err(|_| (0, Unreadable::Because("it is larger than memory")))?;
    let mut body = Vec::with_capacity(expected);
    body.extend_from_slice(BEFORE.as_bytes());
    for (at, file) in files.into_iter().enumerate() {
        if at > 0 {
            body.extend_from_slice(BETWEEN.as_bytes());
        }
        body.extend_from_slice(file.head.as_bytes());
        encode(file.content, file.length, &mut body).map_err(|error| (at, error))?;
        body.extend_from_slice(CLOSE.as_bytes());
    }
    body.extend_from_slice(AFTER.as_bytes());
    Ok(body.into())
}

fn encode(content: Content, length: u64, body: &mut Vec<u8>) -> Result<(), Unreadable> {
    let mut encoder = EncoderWriter::new(body, &STANDARD);
    match content {
        Content::Bytes(bytes) => encoder.write_all(&bytes)?,
        Content::Pieces(pieces) => {
            for piece in pieces {
                encoder.write_all(&piece)?;
            }
        }
        Content::Path(path) => {
            let mut file = File::open(path)?;
            let copied = io::copy(&mut (&mut file).take(length), &mut encoder)?;
            if copied != length || file.read(&mut [0])? > 0 {
                return Err(Unreadable::Because("its size has changed meanwhile"));
            }
        }
    }
    encoder.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use florin_nemuru::types::{FileType, FileUpload, UploadFilesRequest};

    use super::super::UploadFile;
    use super::super::measured::measure;
    use super::*;

    async fn measured(files: Vec<UploadFile>) -> Vec<Measured> {
        let mut all = Vec::new();
        for file in files {
            all.push(measure(file).await.unwrap());
        }
        all
    }

    fn expected(files: &[(&str, &str, &str)]) -> serde_json::Value {
        let files = files.iter().map(|(name, file_type, data)| FileUpload {
            name: (*name).to_owned(),
            type_: FileType::from(*file_type),
            data: (*data).to_owned(),
        });
        serde_json::to_value(UploadFilesRequest {
            files: files.collect(),
        })
        .unwrap()
    }

    #[tokio::test]
    async fn the_body_is_what_the_generated_types_would_have_written_and_as_long_as_foretold() {
        let folder = std::env::temp_dir().join(format!("florin-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("dni \"ñ\\\n.jpeg");
        std::fs::write(&path, b"hello worl").unwrap();
        let files = measured(vec![
            UploadFile::bytes(
                "quo\"te\\ \u{1f600}\u{1}.jpeg",
                "document_id_front",
                "hello world!",
            ),
            UploadFile::path(&path, "a \"new\" type"),
            UploadFile::reader("r", "document_id_back", b"hello wor".as_slice()),
        ])
        .await;
        let length = length(&files);
        let body = write(files).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();

        assert_eq!(body.len() as u64, length);
        assert_eq!(
            serde_json::from_slice::<serde_json::Value>(&body).unwrap(),
            expected(&[
                (
                    "quo\"te\\ \u{1f600}\u{1}.jpeg",
                    "document_id_front",
                    "aGVsbG8gd29ybGQh"
                ),
                ("dni \"ñ\\\n.jpeg", "a \"new\" type", "aGVsbG8gd29ybA=="),
                ("r", "document_id_back", "aGVsbG8gd29y"),
            ])
        );
    }

    #[tokio::test]
    async fn a_file_that_changes_after_it_was_measured_is_not_sent() {
        let path = std::env::temp_dir().join(format!("florin-changing-{}", std::process::id()));
        for now in ["shorter", "longer than before", ""] {
            std::fs::write(&path, "as measured").unwrap();
            let files = measured(vec![
                UploadFile::bytes("a", "t", "x"),
                UploadFile::path(&path, "t"),
            ])
            .await;
            std::fs::write(&path, now).unwrap();
            let (at, error) = write(files).unwrap_err();
            assert_eq!(at, 1);
            assert!(error.to_string().contains("has changed"), "{error}");
        }
        std::fs::remove_file(&path).unwrap();
    }
}

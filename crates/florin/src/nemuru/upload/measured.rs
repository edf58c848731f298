//! Files whose sizes are known, and what they weigh in a request.

use std::future::poll_fn;
use std::io;
use std::path::PathBuf;
use std::pin::Pin;
use std::task::ready;

use florin_core::Bytes;
use florin_nemuru::types::FileType;
use tokio::io::{AsyncRead, ReadBuf};

use super::file::Source;
use super::unreadable::Unreadable;
use super::{REQUEST_LIMIT, UploadFile};

/// Around the files of a request.
pub(super) const BEFORE: &str = r#"{"files":["#;
pub(super) const BETWEEN: &str = ",";
pub(super) const AFTER: &str = "]}";
/// After the content of a file.
pub(super) const CLOSE: &str = r#""}"#;

/// What a reader's content is held in. A multiple of three, so that no piece of it is encoded with a rest.
const CHUNK: usize = 192 << 10;

/// A file that is there, can be read, and fits a request.
pub(super) struct Measured {
    /// Its JSON up to the content.
    pub(super) head: String,
    pub(super) content: Content,
    /// Bytes of the content.
    pub(super) length: u64,
}

pub(super) enum Content {
    Bytes(Bytes),
    Path(PathBuf),
    /// What a reader gave, in pieces that are let go one by one while they are encoded.
    Pieces(Vec<Vec<u8>>),
}

impl Measured {
    /// Bytes that it takes in the body of a request.
    pub(super) fn size(&self) -> u64 {
        size(&self.head, self.length)
    }
}

fn size(head: &str, length: u64) -> u64 {
    (head.len() + CLOSE.len()) as u64 + encoded(length)
}

/// Bytes of Base64 for so many bytes.
fn encoded(length: u64) -> u64 {
    length.div_ceil(3).saturating_mul(4)
}

/// Bytes that a request has room for, beside what surrounds its files.
pub(super) const fn room() -> u64 {
    REQUEST_LIMIT - (BEFORE.len() + AFTER.len()) as u64
}

/// Finds out how large a file is, and whether it can go. `Err` says what is wrong with it, without its name or content.
pub(super) async fn measure(file: UploadFile) -> Result<Measured, String> {
    if file.name.trim().is_empty() {
        return Err("has no name; give it one, with its ending".to_owned());
    }
    if file.file_type.as_str().trim().is_empty() {
        return Err("has no type; say what it shows".to_owned());
    }
    let head = head(&file.name, &file.file_type);
    let most = room()
        .saturating_sub(size(&head, 0))
        .saturating_div(4)
        .saturating_mul(3);
    let unreadable = |problem: Unreadable| format!("can't be read: {problem}");
    let (content, length) = match file.source {
        Source::Bytes(bytes) => {
            let length = bytes.len() as u64;
            (Content::Bytes(bytes), length)
        }
        Source::Path(path) => {
            let (path, length) = on_disk(path).await.map_err(unreadable)?;
            (Content::Path(path), length)
        }
        Source::Reader(reader) => {
            let (pieces, length) = read(reader, most).await.map_err(unreadable)?;
            if length > most {
                return Err(format!(
                    "has more than the {most} bytes that fit a request of {REQUEST_LIMIT} once they are encoded"
                ));
            }
            (Content::Pieces(pieces), length)
        }
    };
    match length {
        0 => Err("is empty".to_owned()),
        _ if length > most => Err(format!(
            "has {length} bytes; at most {most} fit a request of {REQUEST_LIMIT} once they are encoded"
        )),
        _ => Ok(Measured {
            head,
            content,
            length,
        }),
    }
}

fn head(name: &str, file_type: &FileType) -> String {
    let name = serde_json::Value::from(name);
    let file_type = serde_json::Value::from(file_type.as_str());
    format!(r#"{{"name":{name},"type":{file_type},"data":""#)
}

async fn on_disk(path: PathBuf) -> Result<(PathBuf, u64), Unreadable> {
    let look = move || {
        // Before it is opened: to open a pipe is to wait for its writer.
        if !std::fs::metadata(&path)?.is_file() {
            return Err(Unreadable::Because("it isn't a file"));
        }
        let length = std::fs::File::open(&path)?.metadata()?.len();
        Ok((path, length))
    };
    let looked = tokio::task::spawn_blocking(look).await;
    looked.map_err(io::Error::from)?
}

/// Reads to the end, or until there is more than `most`.
async fn read(
    mut reader: Pin<Box<dyn AsyncRead + Send>>,
    most: u64,
) -> Result<(Vec<Vec<u8>>, u64), Unreadable> {
    let mut pieces = Vec::new();
    let mut length = 0;
    loop {
        let mut piece = vec![0; CHUNK];
        let filled = fill(&mut reader, &mut piece).await?;
        piece.truncate(filled);
        length += filled as u64;
        let is_last = filled < CHUNK;
        pieces.push(piece);
        if is_last || length > most {
            return Ok((pieces, length));
        }
    }
}

/// Reads until `piece` is full or there is no more, and says how much there was.
async fn fill(reader: &mut Pin<Box<dyn AsyncRead + Send>>, piece: &mut [u8]) -> io::Result<usize> {
    let mut buffer = ReadBuf::new(piece);
    poll_fn(|cx| {
        while buffer.remaining() > 0 {
            let before = buffer.filled().len();
            ready!(reader.as_mut().poll_read(cx, &mut buffer))?;
            if buffer.filled().len() == before {
                break;
            }
        }
        std::task::Poll::Ready(Ok(buffer.filled().len()))
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    const LARGEST: usize = 14_999_949;

    fn bytes(length: usize) -> UploadFile {
        UploadFile::bytes("a.jpeg", FileType::DocumentIdFront, vec![7; length])
    }

    #[tokio::test]
    async fn the_largest_file_that_fits_is_taken_and_one_byte_more_is_not() {
        let fits = measure(bytes(LARGEST)).await.unwrap();
        assert!(fits.size() <= room() && fits.size() + 4 > room());
        let problem = measure(bytes(LARGEST + 1)).await.err().unwrap();
        assert!(
            problem.contains("14999950 bytes") && problem.contains("14999949 fit"),
            "{problem}"
        );
    }

    #[tokio::test]
    async fn a_reader_is_read_to_its_end_and_no_further_than_fits() {
        let content: &'static [u8] = Box::leak(vec![9; CHUNK * 2 + 5].into_boxed_slice());
        let file = UploadFile::reader("a", FileType::DocumentIdBack, content);
        assert_eq!(measure(file).await.unwrap().length, content.len() as u64);

        let endless = UploadFile::reader("a", FileType::DocumentIdBack, Endless);
        let problem = measure(endless).await.err().unwrap();
        assert!(problem.contains("has more than"), "{problem}");
    }

    struct Endless;

    impl AsyncRead for Endless {
        fn poll_read(
            self: Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
            buffer: &mut ReadBuf<'_>,
        ) -> std::task::Poll<io::Result<()>> {
            // A little at a time, as a network gives it.
            buffer.put_slice(&[1; 999][..buffer.remaining().min(999)]);
            std::task::Poll::Ready(Ok(()))
        }
    }

    #[tokio::test]
    async fn what_is_not_there_or_not_a_file_or_empty_is_told_without_its_name() {
        let cases = [
            (UploadFile::path("/no/such/ana.jpeg", "t"), "can't be read"),
            (UploadFile::path("/", "t").named("ana"), "it isn't a file"),
            (UploadFile::path("/", "t"), "has no name"),
            (UploadFile::bytes("ana", "t", ""), "is empty"),
            (UploadFile::bytes("ana", " ", "x"), "has no type"),
        ];
        for (file, expected) in cases {
            let problem = measure(file).await.err().unwrap();
            assert!(problem.contains(expected), "{problem}");
            assert!(!problem.contains("ana"), "{problem}");
        }
    }
}

//! What an upload holds in memory: less than three times the file, wherever the file comes from.
//!
//! A binary of its own, because the allocator that keeps count is everybody's.
#![cfg(feature = "nemuru")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::{Context, Poll};

use florin::nemuru::{Client, Credentials, Environment, Loan, UploadFile, types::FileType};
use peak_alloc::PeakAlloc;
use tokio::io::{AsyncRead, ReadBuf};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// As large as fits a request, to the nearest hundred bytes.
const FILE: usize = 14_999_900;

/// A provider that reads through a small buffer, throws everything away, and tells how much there was.
fn provider() -> (String, Receiver<usize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (told, lengths) = channel();
    std::thread::spawn(move || {
        for connection in listener.incoming() {
            let told = told.clone();
            std::thread::spawn(move || serve(&connection.unwrap(), &told));
        }
    });
    (url, lengths)
}

fn serve(connection: &TcpStream, told: &Sender<usize>) {
    let mut reader = BufReader::with_capacity(16 << 10, connection);
    loop {
        let mut request = String::new();
        let mut length = 0;
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            if request.is_empty() {
                request.clone_from(&line);
            }
            if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let read = std::io::copy(&mut (&mut reader).take(length), &mut std::io::sink()).unwrap();
        let (status, body) = if request.contains("/auth/login/") {
            ("200 OK", r#"{"access_token": "t", "expires_in": 7200}"#)
        } else {
            told.send(usize::try_from(read).unwrap()).unwrap();
            ("201 Created", "{}")
        };
        let head = format!(
            "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        let mut connection = connection;
        connection.write_all(head.as_bytes()).unwrap();
    }
}

/// A file that nobody holds: its bytes are made as they are read.
struct Made {
    left: usize,
}

impl AsyncRead for Made {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        let some = self.left.min(buffer.remaining()).min(8 << 10);
        buffer.put_slice(&[7; 8 << 10][..some]);
        self.left -= some;
        Poll::Ready(Ok(()))
    }
}

struct OnDisk(PathBuf);

impl OnDisk {
    fn new(bytes: usize) -> Self {
        let path = std::env::temp_dir().join(format!("florin-memory-{}", std::process::id()));
        let mut file = std::fs::File::create(&path).unwrap();
        std::io::copy(&mut std::io::repeat(7).take(bytes as u64), &mut file).unwrap();
        Self(path)
    }
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// How many times the file is in memory at the worst moment, the file that is handed in included.
async fn times(loan: &Loan, lengths: &Receiver<usize>, file: impl FnOnce() -> UploadFile) -> f64 {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    loan.upload([file()]).await.unwrap();
    let peak = MEMORY.peak_usage() - before;
    let sent = lengths.recv().unwrap();
    assert!(sent > FILE * 4 / 3, "{sent} bytes were sent");
    peak as f64 / FILE as f64
}

#[tokio::test]
async fn a_file_of_fifteen_megabytes_takes_less_than_three_times_its_size() {
    let (url, lengths) = provider();
    let client = Client::builder()
        .environment(Environment::Custom {
            api: url,
            auth: None,
        })
        .credentials(Credentials::new("tienda@example.com", "a password"))
        .build()
        .unwrap();
    let loan = client.loan("e7c52ad3-0473-4fbc-bc36-7eb755b1c18d");
    let disk = OnDisk::new(FILE);
    // Token, connection and whatever is made once.
    let small = UploadFile::bytes("a", FileType::DocumentIdFront, "small");
    loan.upload([small]).await.unwrap();
    lengths.recv().unwrap();

    let front = || FileType::DocumentIdFront;
    let bytes = || UploadFile::bytes("a.jpeg", front(), vec![7; FILE]);
    let path = || UploadFile::path(&disk.0, front());
    let reader = || UploadFile::reader("a.jpeg", front(), Made { left: FILE });
    // The original and its Base64: 1 + 4/3. From a disk, its Base64 alone.
    let from_bytes = times(&loan, &lengths, bytes).await;
    assert!(from_bytes < 2.5, "from bytes: {from_bytes} times");
    let from_path = times(&loan, &lengths, path).await;
    assert!(from_path < 1.5, "from a path: {from_path} times");
    let from_reader = times(&loan, &lengths, reader).await;
    assert!(from_reader < 2.5, "from a reader: {from_reader} times");
}

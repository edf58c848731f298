//! A user's browser, as far as an authorisation needs one: it opens a page and says where that sends it.

use std::io;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// What a page answers.
#[derive(Clone, Debug)]
pub struct Page {
    /// The status.
    pub status: u16,
    /// Where the browser is sent, if anywhere.
    pub location: Option<String>,
    /// What the user sees.
    pub text: String,
}

/// Opens a page at an `http` URL on this machine. Goes where it is sent only when told to.
///
/// # Errors
/// Where the page can't be had, or what comes isn't HTTP.
pub async fn open(url: &str) -> io::Result<Page> {
    let odd = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    let rest = url
        .strip_prefix("http://")
        .ok_or_else(|| odd("this browser opens http:// only"))?;
    let at = rest.find('/').unwrap_or(rest.len());
    let (host, target) = rest.split_at(at);
    let mut stream = TcpStream::connect(host).await?;
    let request = format!("GET {target} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    let (head, text) = answer
        .split_once("\r\n\r\n")
        .ok_or_else(|| odd("the answer has no head"))?;
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .ok_or_else(|| odd("the answer has no status"))?;
    let location = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("location")
            .then(|| value.trim().to_owned())
    });
    Ok(Page {
        status,
        location,
        text: text.to_owned(),
    })
}

/// Opens the provider's page for an authorisation, answers as the sandbox is set to, and says where the user is sent back.
///
/// # Errors
/// Where the page can't be had, or sends the user nowhere.
pub async fn authorise(url: &str) -> io::Result<String> {
    open(url)
        .await?
        .location
        .ok_or_else(|| io::Error::other("the page sends the user nowhere"))
}

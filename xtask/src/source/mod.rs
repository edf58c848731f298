//! Where a spec comes from: a file, or an address on the web, with whatever it refers to in its folder and below.
//!
//! All of it ends in one [`Document`]: JSON, in which nothing leads out of it any more, and the marks by which it is known
//! again. Who wants one that somebody named on the command line asks [`given`].

mod address;
mod beside;
mod disk;
mod gather;
pub(crate) mod openapi;
mod reach;
mod redirect;
mod web;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::Utc;
use serde_json::Value;

pub use self::address::{Address, Named};
pub(crate) use self::beside::each as each_reference;
use self::gather::Gather;
pub use self::reach::{Lookup, is_public};
use self::web::Reply;
pub use self::web::{Limits, Marks, Web};
use crate::answer::Problem;
use crate::command::tell;

/// A spec that came.
#[derive(Clone, Debug)]
pub struct Document {
    /// All of it in one, OpenAPI 3.0 or 3.1.
    pub value: Value,
    /// By what it is known again.
    pub stamp: Stamp,
    /// What is taken in another way than it is written, one line each.
    pub findings: Vec<String>,
}

/// By what a spec that came is known again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The day on which it came, as in `2026-11-22`.
    pub read_on: String,
    /// Of what came, in hexadecimal digits.
    pub sha256: String,
    /// The server's marks. Of several files there are none, since those of the first say nothing of the others.
    pub marks: Marks,
}

/// A spec, or that there is no newer one.
#[derive(Clone, Debug)]
pub enum Fetched {
    /// It came.
    Came(Document),
    /// The server says that it is what the marks stand for.
    Unchanged,
}

/// Where a spec is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// On the disk.
    File(PathBuf),
    /// On the web.
    Web(Address),
}

impl Origin {
    /// Reads a FILE or URL from the command line.
    ///
    /// # Errors
    /// It is an address that is never asked.
    pub fn given(text: &str) -> Result<Self, Problem> {
        if Address::is_meant(text) {
            return Address::read(text, Named::OnTheCommandLine, "--from").map(Self::Web);
        }
        Ok(Self::File(text.into()))
    }

    /// The name of its file.
    #[must_use]
    pub fn file_name(&self) -> String {
        match self {
            Self::File(path) => path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            Self::Web(address) => address::file_name(&address.url),
        }
    }

    /// Whether it is this address.
    #[must_use]
    pub fn is(&self, url: &str) -> bool {
        let other = Address::read(url, Named::OnTheCommandLine, "");
        matches!((self, other), (Self::Web(address), Ok(other)) if address.url == other.url)
    }
}

/// The spec that somebody named on the command line: a FILE or URL, OpenAPI 3.0 or 3.1, in one file or several.
///
/// # Errors
/// It can't be had, or is no such spec: what is wrong, and what to do.
pub fn given(from: &str) -> Result<Document, Problem> {
    let origin = Origin::given(from)?;
    match fetch(&Web::default(), &origin, &Marks::default(), &[])? {
        Fetched::Came(document) => Ok(document),
        Fetched::Unchanged => Err(Problem::new(
            from,
            "it is said to be unchanged",
            "try again",
        )),
    }
}

/// Gets a spec. `marks` are those of the last time, if it was had before; `beside` are documents that it may refer to and
/// that stay what they are (`shared`).
///
/// # Errors
/// It can't be had whole, or is none: what is wrong, and what to do.
pub fn fetch(
    web: &Web,
    origin: &Origin,
    marks: &Marks,
    beside: &[String],
) -> Result<Fetched, Problem> {
    match origin {
        Origin::File(path) => {
            let place = path.display().to_string();
            let gather = disk::gather(path, web.limits, beside)?;
            document(&gather, &place, Marks::default(), beside).map(Fetched::Came)
        }
        Origin::Web(address) => {
            tell(&format!("fetching {address}"));
            let fetched = web::wait(web, address, from_web(web, address, marks, beside))?;
            let Some((gather, marks)) = fetched else {
                return Ok(Fetched::Unchanged);
            };
            document(&gather, &address.to_string(), marks, beside).map(Fetched::Came)
        }
    }
}

/// Fetches a document and what it refers to; `None` if it is unchanged.
async fn from_web(
    web: &Web,
    address: &Address,
    marks: &Marks,
    beside: &[String],
) -> Result<Option<(Gather, Marks)>, Problem> {
    let client = web.client(address.named)?;
    let missing = |place: &str| {
        Problem::new(
            place,
            "there is nothing (404)",
            "look whether the address is right",
        )
    };
    let body = match web
        .ask(&client, &address.url, marks, web.limits.bytes)
        .await?
    {
        Reply::Came(body) => body,
        Reply::Unchanged => return Ok(None),
        Reply::Missing => return Err(missing(&address.to_string())),
    };
    let root = body.url;
    openapi::look(&address::shown(&root), &body.bytes)?;
    let mut gather = Gather::new(address::file_name(&root), body.bytes, beside);
    let mut asked = 0_usize;
    while let Some(path) = gather.next() {
        asked += 1;
        if asked == 1 {
            tell(&format!("fetching what {address} refers to"));
        }
        if asked > web.limits.files {
            let wrong = format!("it refers to more than {} files", web.limits.files);
            return Err(Problem::new(
                address,
                wrong,
                "download them and give the file with --from",
            ));
        }
        let Some(url) = address::below(&root, &path) else {
            continue;
        };
        let left = web.limits.bytes.saturating_sub(gather.bytes());
        // What isn't there is told once all are one file: it may be meant for nobody, as in an example.
        if let Reply::Came(body) = web.ask(&client, &url, &Marks::default(), left).await? {
            gather.put(path, body.bytes);
        }
    }
    let marks = if gather.files.len() == 1 {
        body.marks
    } else {
        Marks::default()
    };
    Ok(Some((gather, marks)))
}

/// Makes one document of files. `place` is what to call the first.
fn document(
    gather: &Gather,
    place: &str,
    marks: Marks,
    beside: &[String],
) -> Result<Document, Problem> {
    let root = gather
        .files
        .get(&gather.root)
        .map_or(&[][..], Vec::as_slice);
    openapi::look(place, root)?;
    let broken = |e: std::io::Error| {
        Problem::new(
            "the folder for temporary files",
            e,
            "see that it can be written",
        )
    };
    let folder = tempfile::tempdir().map_err(broken)?;
    for (path, bytes) in &gather.files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap_or(folder.path())).map_err(broken)?;
        fs::write(&file, bytes).map_err(broken)?;
    }
    let file = folder.path().join(&gather.root);
    let said = |text: &str| {
        let name = file.display().to_string();
        let inside = format!("{}/", folder.path().display());
        text.replace(&name, place).replace(&inside, "")
    };
    let unreadable = |e: florin_codegen::Error| Problem::from(said(&e.to_string()));
    let mut findings = Vec::new();
    if !beside.is_empty() {
        let text = str::from_utf8(root).unwrap_or_default();
        let mut read = florin_codegen::read_text(place, text)?;
        findings.extend(read.findings.iter().map(ToString::to_string));
        beside::hide(&mut read.value, &gather.root, beside);
        fs::write(&file, read.value.to_string()).map_err(broken)?;
    }
    let mut bundled = florin_codegen::bundle_file(&file).map_err(unreadable)?;
    beside::show(&mut bundled.value);
    openapi::check(place, &bundled.value)?;
    findings.extend(
        bundled
            .findings
            .iter()
            .map(|finding| said(&finding.to_string())),
    );
    Ok(Document {
        findings,
        stamp: Stamp {
            read_on: Utc::now().date_naive().to_string(),
            sha256: gather.sha256(),
            marks,
        },
        value: bundled.value,
    })
}

/// The file of a document in a folder, in whichever of the forms it is there.
///
/// # Errors
/// It is there in several, and nobody says which is meant.
pub fn in_folder(folder: &Path, document: &str) -> Result<Option<PathBuf>, Problem> {
    let forms = ["yaml", "yml", "json"];
    let files = forms.map(|form| folder.join(format!("{document}.{form}")));
    let mut there = files.into_iter().filter(|file| file.is_file());
    let found = there.next();
    if let (Some(first), Some(second)) = (&found, there.next()) {
        let wrong = format!("it is there twice, as {} too", second.display());
        return Err(Problem::new(
            first.display(),
            wrong,
            "leave the one that is meant",
        ));
    }
    Ok(found)
}

//! Of which operations the request is kept: the files of `tests/tests/snapshots/<provider>`.
//!
//! That what is in them is really sent is what the tests in `tests/tests/request_snapshots` see to; insta writes a file under the
//! name of the operation that was sent, as the client itself names it. A file that is empty, cut off or another operation's keeps
//! nothing, so the head that insta writes and the line of the request are looked at.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The snapshots of a provider.
#[derive(Clone, Debug, Default)]
pub struct Snapshots(BTreeMap<String, Result<Request, &'static str>>);

/// The request line of a snapshot.
#[derive(Clone, Debug)]
struct Request {
    method: String,
    url: String,
}

impl Snapshots {
    /// Of a provider; none where it has no folder.
    #[must_use]
    pub fn of(root: &Path, provider: &str) -> Self {
        let folder = root.join("tests/tests/snapshots").join(provider);
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let files = entries.filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let name = name.strip_suffix(".snap")?.to_owned();
            let text = fs::read_to_string(entry.path());
            let kept = text.map_or(Err("can't be read as a text"), |text| request(&text));
            Some((name, kept))
        });
        Self(files.collect())
    }

    /// Whether there is one of an operation, whatever is in it.
    #[must_use]
    pub fn has(&self, operation: &str) -> bool {
        self.0.contains_key(&Self::name(operation))
    }

    /// Whether one keeps the request of an operation of this method and path.
    #[must_use]
    pub fn keeps(&self, operation: &str, method: &str, path: &str) -> bool {
        self.has(operation) && self.wrong(operation, method, path).is_none()
    }

    /// Why the one of an operation of this method and path isn't what it should be; `None` where it is, or where there is none.
    #[must_use]
    pub fn wrong(&self, operation: &str, method: &str, path: &str) -> Option<String> {
        let request = match self.0.get(&Self::name(operation))? {
            Ok(request) => request,
            Err(why) => return Some((*why).to_owned()),
        };
        if !request.method.eq_ignore_ascii_case(method) {
            let method = method.to_uppercase();
            let sent = &request.method;
            return Some(format!("is of a {sent}, and the operation is a {method}"));
        }
        (!fits(&request.url, path)).then(|| format!("is of {}, which isn't {path}", request.url))
    }

    /// What the snapshot of an operation is called: as the operation, which insta keeps out of other folders.
    #[must_use]
    pub fn name(operation: &str) -> String {
        operation.replace(['/', '\\'], "__")
    }

    /// All of them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// The request below the head of a snapshot.
fn request(text: &str) -> Result<Request, &'static str> {
    if text.trim().is_empty() {
        return Err("is empty");
    }
    let mut lines = text.lines();
    if lines.next() != Some("---") || !lines.any(|line| line == "---") {
        return Err("has no head as insta writes it");
    }
    let line = lines.next().and_then(|line| line.split_once(' '));
    match line {
        Some((method, url)) if url.contains("://") => Ok(Request {
            method: method.to_owned(),
            url: url.to_owned(),
        }),
        _ => Err("has no request below its head"),
    }
}

/// Whether a URL ends as a path with placeholders says; a server may have a path of its own before it.
fn fits(url: &str, template: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    let template = held_open(template);
    // A part of a URL that is no path is shown elsewhere, or isn't sent.
    let alone = template.split(['?', '#']).next().unwrap_or_default();
    ends_as(path, &template) || ends_as(path, alone)
}

/// What stands for a placeholder.
const OPEN: char = '\0';

fn held_open(template: &str) -> String {
    let mut pieces = template.split('{');
    let mut held = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        held.push(OPEN);
        held.push_str(piece.split_once('}').map_or("", |(_, rest)| rest));
    }
    held
}

fn ends_as(path: &str, template: &str) -> bool {
    let template = template.strip_prefix('/').unwrap_or(template);
    let mut there = path.rsplit('/');
    let mut wanted = template.rsplit('/');
    wanted.all(|wanted| {
        let sent = there.next();
        sent.is_some_and(|sent| is_like(&decoded(sent), &decoded(wanted)))
    })
}

/// Whether a text is another one with something in its open places.
fn is_like(text: &str, wanted: &str) -> bool {
    let Some((start, open)) = wanted.split_once(OPEN) else {
        return text == wanted;
    };
    let (between, end) = open.rsplit_once(OPEN).unwrap_or(("", open));
    let inner = text.strip_prefix(start).and_then(|t| t.strip_suffix(end));
    let mut rest = inner;
    for piece in between.split(OPEN) {
        rest = rest.and_then(|rest| Some(rest.split_once(piece)?.1));
    }
    // An empty piece is found anywhere.
    rest.is_some()
}

/// Without percent-encoding, which either side may have.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = behind
            .get(..2)
            .and_then(|two| std::str::from_utf8(two).ok());
        let byte = code.and_then(|two| u8::from_str_radix(two, 16).ok());
        match (first, byte) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_url_fits_the_path_that_it_is_made_of() {
        for (url, template, is) in [
            ("https://a.example/v1/loans/7", "/loans/{id}", true),
            ("https://a.example/loans/[personal]", "/loans/{id}", true),
            ("https://a.example/loans/a%2Fb", "/loans/{id}", true),
            ("https://a.example/l%C3%B6we", "/löwe", true),
            ("https://a.example/a-1.b.json", "/{x}-{y}.{z}.json", true),
            ("https://a.example/", "/", true),
            ("https://a.example/pay", "/pay?kind=a", true),
            ("https://a.example/loans/7/files", "/loans/{id}", false),
            ("https://a.example/7", "/loans/{id}", false),
            ("https://a.example/loans/7.xml", "/loans/{id}.json", false),
        ] {
            assert_eq!(fits(url, template), is, "{url} {template}");
        }
    }
}

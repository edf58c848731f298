//! The folder of the root document, out of which no file is opened.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use serde_json::Value;

use super::{limits, tagged};
use crate::error::Error;
use crate::finding::Finding;
use crate::spec::read::{self, Document};

/// A file that has been read.
pub(super) struct Opened {
    /// What it is called in messages.
    pub(super) name: String,
    /// Its path from the folder on, with slashes.
    pub(super) path: String,
    /// Its content, with each reference tagged.
    pub(super) value: Rc<Value>,
}

/// The files of a spec, the root document first.
pub(super) struct Folder {
    /// Without links.
    root: PathBuf,
    /// What the names of files start with in messages.
    prefix: String,
    pub(super) files: Vec<Opened>,
    known: BTreeMap<PathBuf, Result<usize, String>>,
    bytes: u64,
    /// What was told in reading.
    pub(super) findings: Vec<Finding>,
}

impl Folder {
    /// Reads the root document. An error comes with what has been read.
    pub(super) fn of(path: &Path, name: &str) -> Result<Self, (Vec<PathBuf>, Error)> {
        let broken = |e: std::io::Error| Error::file(e.to_string(), "put the spec there");
        let path = fs::canonicalize(path).map_err(|e| (Vec::new(), broken(e)))?;
        let root = path.parent().unwrap_or(&path).to_owned();
        let prefix = name
            .rsplit_once(['/', '\\'])
            .map_or("", |(_, file)| name.strip_suffix(file).unwrap_or_default());
        let mut folder = Self {
            root,
            prefix: prefix.to_owned(),
            files: Vec::new(),
            known: BTreeMap::new(),
            bytes: 0,
            findings: Vec::new(),
        };
        folder
            .root_document(&path, name)
            .map_err(|error| (vec![path], error))?;
        Ok(folder)
    }

    fn root_document(&mut self, path: &Path, name: &str) -> Result<(), Error> {
        let text = self
            .text(path)?
            .map_err(|wrong| Error::file(wrong, "save it as UTF-8 text that can be read"))?;
        let document = read::read(&text)?;
        self.put(path, name.to_owned(), document);
        Ok(())
    }

    /// The paths of all files that were read.
    pub(super) fn read(&self) -> Vec<PathBuf> {
        self.known.keys().cloned().collect()
    }

    /// The file that a path leads to from another file, or why it isn't opened.
    pub(super) fn open(&mut self, from: usize, path: &str) -> Result<Result<usize, String>, Error> {
        let path = path.replace('\\', "/");
        let Some(path) = self.within(from, &path) else {
            let wrong = "leads out of the folder of the spec, and is not opened";
            return Ok(Err(wrong.to_owned()));
        };
        let Ok(path) = fs::canonicalize(path) else {
            return Ok(Err("leads to a file that isn't there".to_owned()));
        };
        if !path.starts_with(&self.root) {
            let wrong = "leads out of the folder of the spec by a link, and is not opened";
            return Ok(Err(wrong.to_owned()));
        }
        if let Some(known) = self.known.get(&path) {
            return Ok(known.clone());
        }
        let text = self.text(&path)?;
        let short = slashed(path.strip_prefix(&self.root).unwrap_or(&path));
        let name = format!("{}{short}", self.prefix);
        let document = text.and_then(|text| {
            let document = read::read(&text);
            document.map_err(|e| e.in_file(&short).to_string())
        });
        let outcome = match document {
            Ok(document) => return Ok(Ok(self.put(&path, name, document))),
            Err(wrong) => Err(format!("leads to a file that can't be taken ({wrong})")),
        };
        self.known.insert(path, outcome.clone());
        Ok(outcome)
    }

    /// Where a path leads to if no link is in it; `None` out of the folder.
    fn within(&self, from: usize, path: &str) -> Option<PathBuf> {
        if path.starts_with('/') || path.contains(['\0', ':']) {
            return None;
        }
        let from = Path::new(&self.files.get(from)?.path);
        let mut within = PathBuf::new();
        for part in from.parent()?.join(path).components() {
            match part {
                Component::Normal(name) => within.push(name),
                Component::CurDir => {}
                Component::ParentDir if within.pop() => {}
                _ => return None,
            }
        }
        Some(self.root.join(within))
    }

    /// What is in a file, or why it can't be read.
    fn text(&mut self, path: &Path) -> Result<Result<String, String>, Error> {
        if self.known.len() == limits::FILES {
            let wrong = format!("the spec refers to more than {} files", limits::FILES);
            return Err(limits::exceeded(wrong));
        }
        // What is no file may never end, or never begin.
        if !path.is_file() {
            return Ok(Err("it is no file".to_owned()));
        }
        let left = limits::BYTES - self.bytes;
        let mut bytes = Vec::new();
        let read = File::open(path).and_then(|file| file.take(left + 1).read_to_end(&mut bytes));
        self.bytes += bytes.len() as u64;
        if self.bytes > limits::BYTES {
            let wrong = format!(
                "the files of the spec have more than {} bytes",
                limits::BYTES
            );
            return Err(limits::exceeded(wrong));
        }
        Ok(match read {
            Ok(_) => String::from_utf8(bytes).map_err(|_| "this is not UTF-8 text".to_owned()),
            Err(error) => Err(error.to_string()),
        })
    }

    fn put(&mut self, path: &Path, name: String, document: Document) -> usize {
        let Document {
            mut value,
            findings,
        } = document;
        let id = self.files.len();
        tagged::tag(&mut value, id);
        let told = findings.into_iter().map(|finding| finding.in_file(&name));
        self.findings.extend(told);
        let short = path.strip_prefix(&self.root).unwrap_or(path);
        self.files.push(Opened {
            name,
            path: slashed(short),
            value: Rc::new(value),
        });
        self.known.insert(path.to_owned(), Ok(id));
        id
    }
}

fn slashed(path: &Path) -> String {
    let parts = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

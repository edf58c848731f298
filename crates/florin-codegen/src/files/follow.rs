//! Where a reference leads to, through files and through other references.

use std::rc::Rc;

use serde_json::Value;

use super::folder::Folder;
use super::{limits, tagged};
use crate::error::Error;
use crate::spec::{escape, percent_decoded, unescape};

/// A place in a file: the pieces of its pointer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) file: usize,
    pub(super) pieces: Vec<String>,
}

impl Spot {
    pub(super) fn pointer(&self) -> String {
        let pieces = self
            .pieces
            .iter()
            .map(|piece| format!("/{}", escape(piece)));
        format!("#{}", pieces.collect::<String>())
    }

    /// What stands there.
    pub(super) fn value<'a>(&self, root: &'a Value) -> Option<&'a Value> {
        let mut value = root;
        for piece in &self.pieces {
            value = inner(value, piece)?;
        }
        Some(value)
    }
}

fn inner<'a>(value: &'a Value, piece: &str) -> Option<&'a Value> {
    match value {
        Value::Array(items) => items.get(piece.parse::<usize>().ok()?),
        other => other.get(piece),
    }
}

/// What a reference is followed with.
pub(super) struct Follow<'a> {
    pub(super) folder: &'a mut Folder,
    /// What of other files stands in the root document: as it was there, and where it is.
    pub(super) spliced: Vec<(Spot, Vec<String>)>,
}

type Found = Result<Result<Spot, String>, Error>;

/// A tagged reference that leads nowhere, and what is wrong with it.
pub(super) struct Astray {
    pub(super) reference: String,
    pub(super) wrong: String,
}

impl Follow<'_> {
    pub(super) fn root(&self, file: usize) -> Rc<Value> {
        self.folder
            .files
            .get(file)
            .map_or_else(Rc::default, |file| Rc::clone(&file.value))
    }

    /// The place that a tagged reference leads to; where that is only a reference out of the root document, the end of it.
    pub(super) fn spot(&mut self, reference: &str) -> Result<Result<Spot, Astray>, Error> {
        let start = reference;
        let mut reference = reference.to_owned();
        let mut first: Option<Spot> = None;
        for _ in 0..limits::STEPS {
            let spot = match (self.step(&reference, 0)?, &first) {
                (Ok(spot), _) => spot,
                // It is told where it stands.
                (Err(_), Some(first)) if first.file == 0 => return Ok(Ok(first.clone())),
                (Err(wrong), _) => return Ok(Err(Astray { reference, wrong })),
            };
            let root = self.root(spot.file);
            let first = first.get_or_insert_with(|| spot.clone());
            let value = spot.value(&root).and_then(Value::as_object);
            let next = value.filter(|object| object.len() == 1);
            let Some(next) = next.and_then(|object| object.get("$ref")?.as_str()) else {
                // The root document keeps its own references as they are.
                let is_at_home = first.file == 0 && spot.file == 0;
                return Ok(Ok(if is_at_home { first.clone() } else { spot }));
            };
            next.clone_into(&mut reference);
        }
        Ok(match first {
            Some(first) if first.file == 0 => Ok(first),
            _ => Err(Astray {
                reference: start.to_owned(),
                wrong: "refers to itself and to nothing else".to_owned(),
            }),
        })
    }

    /// The place that a tagged reference names.
    pub(super) fn step(&mut self, reference: &str, steps: usize) -> Found {
        let Some((from, text)) = tagged::origin(reference) else {
            return Ok(Err("leads nowhere".to_owned()));
        };
        let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
        let file = match path {
            "" => from,
            _ => match self.file(from, path)? {
                Ok(file) => file,
                Err(wrong) => return Ok(Err(wrong)),
            },
        };
        let fragment = percent_decoded(fragment);
        let pieces = match fragment.strip_prefix('/') {
            Some(pieces) => pieces.split('/').map(unescape).collect(),
            None if fragment.is_empty() => Vec::new(),
            None => return Ok(Err("leads nowhere".to_owned())),
        };
        let mut found = self.at(file, &pieces, steps)?;
        // A file that was cut out of a document may refer to the rest of that as if it were still there.
        if found.is_none() && file != 0 && pieces.first().is_some_and(|p| p == "components") {
            found = self.at(0, &pieces, steps)?;
        }
        Ok(found.ok_or_else(|| "leads nowhere".to_owned()))
    }

    fn file(&mut self, from: usize, path: &str) -> Result<Result<usize, String>, Error> {
        let scheme = path.split_once(':').map(|(scheme, _)| scheme);
        match scheme {
            Some("http" | "https") => {
                let wrong = "leads to another host, which is never asked";
                Ok(Err(wrong.to_owned()))
            }
            _ if path.starts_with("//") => {
                let wrong = "leads to another host, which is never asked";
                Ok(Err(wrong.to_owned()))
            }
            Some(scheme) if !scheme.contains('/') => {
                let wrong = "is no path within the folder of the spec, and is not opened";
                Ok(Err(wrong.to_owned()))
            }
            _ => {
                let path = path.split('?').next().unwrap_or_default();
                self.folder.open(from, &percent_decoded(path))
            }
        }
    }

    /// Goes down into a file, through what are references themselves.
    fn at(&mut self, file: usize, pieces: &[String], steps: usize) -> Result<Option<Spot>, Error> {
        let mut spot = Spot {
            file,
            pieces: Vec::new(),
        };
        for piece in pieces {
            let root = self.root(spot.file);
            let Some(value) = spot.value(&root) else {
                return Ok(None);
            };
            if inner(value, piece).is_none() {
                let Some(next) = value.get("$ref").and_then(Value::as_str) else {
                    return Ok(None);
                };
                if steps == limits::STEPS {
                    return Ok(None);
                }
                let next = next.to_owned();
                match self.step(&next, steps + 1)? {
                    Ok(next) => spot = next,
                    Err(_) => return Ok(None),
                }
            }
            spot.pieces.push(piece.clone());
        }
        let root = self.root(spot.file);
        Ok(spot.value(&root).is_some().then(|| self.at_home(spot)))
    }

    /// The place in the root document, where what is there has been put into it.
    fn at_home(&self, spot: Spot) -> Spot {
        let home = self.spliced.iter().find_map(|(there, here)| {
            let rest = spot.pieces.strip_prefix(&there.pieces[..])?;
            (there.file == spot.file).then(|| [here, rest].concat())
        });
        match home {
            Some(pieces) => Spot { file: 0, pieces },
            None => spot,
        }
    }
}

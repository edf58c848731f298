//! One document of all files.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use serde_json::{Map, Value, json};

use super::folder::Folder;
use super::follow::{Astray, Follow, Spot};
use super::splice::{Splice, nodes};
use super::{limits, names, tagged};
use crate::error::{Error, Place as Told};
use crate::finding::Finding;
use crate::spec::place::{Fate, Kind, Place, each_reference, more};
use crate::spec::read::Document;
use crate::spec::{escape, unescape};

/// What becomes a component.
pub(super) struct Target {
    pub(super) kind: Kind,
    pub(super) spot: Spot,
    /// What the root document calls it.
    pub(super) aliases: BTreeSet<String>,
    value: Value,
}

/// A reference that leads nowhere, told once for all of its places.
struct Lost {
    wrong: String,
    first: Told,
    places: usize,
}

struct Bundle<'a> {
    follow: Follow<'a>,
    targets: Vec<Target>,
    known: BTreeMap<(Kind, Spot), usize>,
    /// What hasn't been looked into.
    open: VecDeque<usize>,
    copied: usize,
    /// By file, text and what it was needed for.
    lost: BTreeMap<(usize, String, &'static str), Lost>,
}

/// Makes one document of the root document and of what it leads to.
pub(super) fn bundle(folder: &mut Folder) -> Result<Document, Error> {
    let mut bundle = Bundle {
        follow: Follow {
            folder,
            spliced: Vec::new(),
        },
        targets: Vec::new(),
        known: BTreeMap::new(),
        open: VecDeque::new(),
        copied: 0,
        lost: BTreeMap::new(),
    };
    let document = Place::One(Kind::Document);
    let here = Spot {
        file: 0,
        pieces: Vec::new(),
    };
    let mut root = bundle.follow.root(0).as_ref().clone();
    bundle.splice(&mut root, document, &here)?;
    // From here on, a reference leads into what the root document has become.
    if let Some(file) = bundle.follow.folder.files.first_mut() {
        file.value = Rc::new(root.clone());
    }
    bundle.references(&mut root, document, &here)?;
    while let Some(at) = bundle.open.pop_front() {
        bundle.target(at)?;
    }
    let names = names::names(&root, &bundle.targets, bundle.follow.folder);
    let reference =
        |(section, name): &(String, String)| format!("#/components/{section}/{}", escape(name));
    let references: Vec<_> = names.iter().map(reference).collect();
    let findings = bundle.findings();
    for (target, (section, name)) in bundle.targets.into_iter().zip(names) {
        put(&mut root, section, name, target.value);
    }
    tagged::untag(&mut root, &references);
    Ok(Document {
        value: root,
        findings,
    })
}

impl Bundle<'_> {
    /// Copies into a value what has no name. It stands here.
    fn splice(&mut self, value: &mut Value, place: Place, here: &Spot) -> Result<(), Error> {
        let mut splice = Splice {
            follow: &mut self.follow,
            copied: &mut self.copied,
            lost: Vec::new(),
            is_root: here.file == 0,
        };
        splice.run(value, place, &mut here.pieces.clone(), 0)?;
        for (reference, pointer, wrong) in splice.lost {
            self.lose(
                &reference,
                here.file,
                Some(&pointer),
                &wrong,
                "it is left out",
            );
        }
        Ok(())
    }

    /// Looks into what becomes a component.
    fn target(&mut self, at: usize) -> Result<(), Error> {
        let Some(target) = self.targets.get(at) else {
            return Ok(());
        };
        let (spot, place) = (target.spot.clone(), Place::One(target.kind));
        let root = self.follow.root(spot.file);
        let mut value = spot.value(&root).cloned().unwrap_or_default();
        self.copied += nodes(&value);
        if self.copied > limits::VALUES {
            let wrong = format!("the files have more than {} values", limits::VALUES);
            return Err(limits::exceeded(wrong));
        }
        self.splice(&mut value, place, &spot)?;
        self.references(&mut value, place, &spot)?;
        if let Some(target) = self.targets.get_mut(at) {
            target.value = value;
        }
        Ok(())
    }

    /// Lets all references of a value lead into the one document.
    fn references(&mut self, value: &mut Value, place: Place, here: &Spot) -> Result<(), Error> {
        let mut broken = None;
        let mut known: BTreeMap<(Kind, String), Result<Value, Astray>> = BTreeMap::new();
        let mut decide = |reference: &mut Value, kind: Kind, pointer: &str| {
            let Some(text) = reference.as_str().map(str::to_owned) else {
                return Fate::Stays;
            };
            let key = (kind, text.clone());
            if !known.contains_key(&key) {
                match self.within(&text, kind) {
                    Ok(found) => drop(known.insert(key.clone(), found)),
                    Err(error) => broken = Some(error),
                }
            }
            match known.get(&key) {
                Some(Ok(new)) => {
                    *reference = new.clone();
                    if here.file == 0 {
                        self.alias(&text, kind, pointer);
                    }
                    Fate::Stays
                }
                Some(Err(Astray { reference, wrong })) => {
                    // Of another reference that this one leads to, the place isn't known.
                    let pointer = (*reference == text).then_some(pointer);
                    self.lose(reference, here.file, pointer, wrong, kind.lost());
                    Fate::Lost
                }
                None => Fate::Stays,
            }
        };
        each_reference(value, place, &mut here.pointer(), &mut decide);
        broken.map_or(Ok(()), Err)
    }

    /// What a tagged reference is in the one document, or what is wrong with it.
    fn within(&mut self, reference: &str, kind: Kind) -> Result<Result<Value, Astray>, Error> {
        let Some((from, text)) = tagged::origin(reference) else {
            return Ok(Ok(reference.into()));
        };
        // What the root document has wrong within itself is told by the pass `references`.
        let is_own = from == 0 && text.starts_with('#');
        let spot = match self.follow.spot(reference)? {
            Ok(spot) => spot,
            Err(_) if is_own => return Ok(Ok(text.into())),
            Err(astray) => return Ok(Err(astray)),
        };
        if spot.file == 0 {
            let within = if is_own { text.into() } else { spot.pointer() };
            return Ok(Ok(within.into()));
        }
        let root = self.follow.root(spot.file);
        let fits = spot
            .value(&root)
            .is_some_and(|value| value.is_object() || kind == Kind::Schema && value.is_boolean());
        if !fits {
            let wrong = format!("doesn't lead to {}, which belongs here", kind.what());
            let reference = reference.to_owned();
            return Ok(Err(Astray { reference, wrong }));
        }
        let key = (kind, spot.clone());
        let at = *self.known.entry(key).or_insert_with(|| {
            self.targets.push(Target {
                kind,
                spot,
                aliases: BTreeSet::new(),
                value: Value::Null,
            });
            self.open.push_back(self.targets.len() - 1);
            self.targets.len() - 1
        });
        Ok(Ok(tagged::to_target(at)))
    }

    /// Remembers the name that the root document gives to what is in another file.
    fn alias(&mut self, reference: &str, kind: Kind, pointer: &str) {
        let pieces: Vec<_> = pointer.split('/').skip(1).map(unescape).collect();
        let [components, section, name] = &pieces[..] else {
            return;
        };
        if components != "components" || kind.section() != Some(section) {
            return;
        }
        let root = self.follow.root(0);
        let slot = root.pointer(pointer.trim_start_matches('#'));
        let is_all = slot
            .and_then(Value::as_object)
            .is_some_and(|slot| slot.len() == 1);
        if let (true, Ok(Ok(spot))) = (is_all, self.follow.spot(reference))
            && let Some(at) = self.known.get(&(kind, spot))
            && let Some(target) = self.targets.get_mut(*at)
        {
            target.aliases.insert(name.clone());
        }
    }

    fn lose(
        &mut self,
        reference: &str,
        here: usize,
        pointer: Option<&str>,
        wrong: &str,
        how: &'static str,
    ) {
        let (from, text) = tagged::origin(reference).unwrap_or((here, reference));
        // What has been copied has its place in another file.
        let pointer = pointer.filter(|_| from == here);
        let first = pointer.map_or(Told::File, |pointer| Told::Pointer(pointer.to_owned()));
        let lost = self.lost.entry((from, text.to_owned(), how));
        let lost = lost.or_insert(Lost {
            wrong: wrong.to_owned(),
            first,
            places: 0,
        });
        lost.places += 1;
    }

    fn findings(&mut self) -> Vec<Finding> {
        let mut findings = std::mem::take(&mut self.follow.folder.findings);
        for ((from, text, how), lost) in std::mem::take(&mut self.lost) {
            let Lost {
                wrong,
                first,
                places,
            } = lost;
            let wrong = format!("`$ref: {text}` {wrong}{}", more(places));
            let file = self.follow.folder.files.get(from);
            let name = file.map_or("", |file| file.name.as_str());
            findings.push(Finding::taken(first, wrong, how).in_file(name));
        }
        findings
    }
}

fn put(root: &mut Value, section: String, name: String, value: Value) {
    let Some(root) = root.as_object_mut() else {
        return;
    };
    let components = root.entry("components").or_insert_with(|| json!({}));
    if !components.is_object() {
        *components = Map::new().into();
    }
    let Some(components) = components.as_object_mut() else {
        return;
    };
    let named = components.entry(section).or_insert_with(|| json!({}));
    if !named.is_object() {
        *named = Map::new().into();
    }
    if let Some(named) = named.as_object_mut() {
        named.insert(name, value);
    }
}

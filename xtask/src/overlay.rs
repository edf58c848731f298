//! Our corrections to an upstream document: an overlay by the OpenAPI Overlay Specification 1.0, read and applied.
//!
//! Targets are JSONPath by RFC 9535 (serde_json_path). The format itself is so small that it is read here: roas-overlay, the
//! library of the format, passes over words that it doesn't know, so that a misspelt `upate` does nothing, and says neither
//! which action it is by its description nor where a target stopped matching. It also removes list entries in the order in
//! which a query names them, turned round, so that `$.tags[2,0]` and `$.tags[0,0]` remove the wrong ones. Our tests hold
//! both against each other where it is right.
//!
//! Where the specification leaves something open, or lets a mistake pass, we are strict, since an overlay is written by
//! hand and a correction that isn't applied is a client that is wrong:
//!
//! - A target that matches nothing is an error.
//! - What is merged must be of the same kind on both sides: an object into an object, a list behind a list, a single value
//!   in place of one. To make a list of a text, an action removes the text and the next one writes the list.
//! - A list is not put into a list of other things as an entry, which is what 1.0 would make of it.
//! - A node that a target names twice is changed once.
//! - Single values can be removed, as in version 1.1: there is no other way to take one back.

mod change;
mod missed;
pub(crate) mod moved;
mod read;
pub(crate) mod target;
#[cfg(test)]
mod tests;
mod unfit;

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::answer::Problem;
use target::Target;
use unfit::Unfit;

/// An overlay that has been read: its targets are JSONPath, and each of its actions says what to do.
#[derive(Clone, Debug)]
pub struct Overlay {
    /// What to call it in messages.
    name: String,
    actions: Vec<Action>,
}

/// One correction.
#[derive(Clone, Debug)]
struct Action {
    /// Counted from 1.
    number: usize,
    description: Option<String>,
    target: Target,
    change: Change,
}

/// What is done to each node that a target matches.
#[derive(Clone, Debug)]
enum Change {
    /// Merged into an object, or appended to a list.
    Update(Value),
    /// Taken out of what it is in.
    Remove,
}

impl Overlay {
    /// Reads an overlay, YAML or JSON.
    ///
    /// # Errors
    /// The file can't be read, or is no overlay of version 1.0: which action, what is wrong, and what to do.
    pub fn read(path: &Path) -> Result<Self, Problem> {
        let name = path.display().to_string();
        let text = fs::read_to_string(path)
            .map_err(|e| Problem::new(&name, e, "see that it can be read"))?;
        Self::parse(&name, &text)
    }

    /// Reads an overlay of its text; `name` is what messages call it.
    ///
    /// # Errors
    /// As [`Overlay::read`].
    pub fn parse(name: &str, text: &str) -> Result<Self, Problem> {
        let says_nothing = |line: &str| line.is_empty() || line.starts_with('#') || line == "---";
        if text
            .trim_start_matches('\u{feff}')
            .lines()
            .map(str::trim)
            .all(says_nothing)
        {
            let remedy = "list what is to be corrected in an overlay, which starts with `overlay: 1.0.0`, or remove the file";
            return Err(Problem::new(name, "it is empty", remedy));
        }
        let document = florin_codegen::read_text(name, text)?;
        if let Some(finding) = document.findings.first() {
            // A key that is given twice, a second document: in a text of our own, a mistake.
            return Err(Problem::from(finding.to_string()));
        }
        let actions = read::actions(&document.value).map_err(|mistake| {
            Problem::new(in_file(name, &mistake.place), mistake.wrong, mistake.remedy)
        })?;
        Ok(Self {
            name: name.to_owned(),
            actions,
        })
    }

    /// How many actions it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.actions.len()
    }

    /// Whether it has no actions. None is so: an overlay without actions isn't read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.actions.is_empty()
    }

    /// Applies all actions, each to what the one before it has left.
    ///
    /// # Errors
    /// Actions match nothing, or don't fit what they match: which actions, and where each stopped. All are told, since what
    /// comes behind one that doesn't apply is tried on what the others make.
    pub fn apply(&self, document: &Value) -> Result<Value, Problem> {
        self.apply_or(document, &|_| Vec::new())
    }

    /// As [`Overlay::apply`]; `now` knows where that which an action is for may be by now.
    pub(crate) fn apply_or(
        &self,
        document: &Value,
        now: &dyn Fn(&Target) -> Vec<String>,
    ) -> Result<Value, Problem> {
        let mut document = document.clone();
        let mut unfit = Vec::new();
        for action in &self.actions {
            if let Err((wrong, remedy)) = action.apply(&mut document) {
                unfit.push(Unfit {
                    action,
                    wrong,
                    remedy,
                    now: Vec::new(),
                });
            }
        }
        if unfit.is_empty() {
            return Ok(document);
        }
        for unfit in &mut unfit {
            unfit.now = now(&unfit.action.target);
        }
        Err(unfit::told(&self.name, &unfit))
    }

    /// The last action behind which a document is no longer what it has to be: what to call it.
    pub(crate) fn spoiler(
        &self,
        document: &Value,
        is_whole: &dyn Fn(&Value) -> bool,
    ) -> Option<String> {
        let mut document = document.clone();
        let mut spoiler = None;
        let mut was_whole = is_whole(&document);
        for action in &self.actions {
            action.apply(&mut document).ok()?;
            let is_whole = is_whole(&document);
            if was_whole && !is_whole {
                spoiler = Some(in_file(&self.name, &action.place()));
            }
            was_whole = is_whole;
        }
        spoiler.filter(|_| !was_whole)
    }

    /// What to call it in messages.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Action {
    fn apply(&self, document: &mut Value) -> Result<(), change::Misfit> {
        let located = self.target.locate(document);
        if located.is_empty() {
            return Err(missed::told(&self.target, document));
        }
        match &self.change {
            Change::Update(update) => change::update(document, &located, update),
            Change::Remove => change::remove(document, &located),
        }
    }

    /// Which one it is, for a person who has the file open.
    fn place(&self) -> String {
        let target = self.target.text();
        let of = format!("action {} (`{target}`)", self.number);
        match &self.description {
            Some(description) => {
                let description = description.split_whitespace().collect::<Vec<_>>();
                format!("{of}, \"{}\"", description.join(" "))
            }
            None => of,
        }
    }
}

fn in_file(name: &str, place: &str) -> String {
    match place {
        "" => name.to_owned(),
        _ => format!("{name}: {place}"),
    }
}

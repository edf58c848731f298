//! An overlay after upstream has renamed things: its actions name what they are for where it is now. The file is kept as it
//! is but for the targets that changed, with its comments; where it is written in a way that this can't be done in, it is
//! written anew.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Overlay;
use super::target::Target;
use crate::answer::Problem;
use crate::yaml;

/// What became of an overlay.
pub(crate) struct Recarried {
    /// The text of the file; `None` where no action is left.
    pub(crate) text: Option<String>,
    /// A line for each action that has another target.
    pub(crate) moved: Vec<String>,
    /// A line for each action whose target is nowhere.
    pub(crate) lost: Vec<String>,
}

impl Overlay {
    /// Brings the actions that match nothing in a document to where that which they are for is now. `text` is what the overlay
    /// was read of.
    ///
    /// # Errors
    /// The text is no overlay.
    pub(crate) fn recarried(
        &self,
        text: &str,
        document: &Value,
        now: &dyn Fn(&Target) -> Vec<String>,
    ) -> Result<Recarried, Problem> {
        let mut document = document.clone();
        let mut targets = BTreeMap::new();
        let (mut moved, mut lost) = (Vec::new(), Vec::new());
        for action in &self.actions {
            if !action.target.locate(&document).is_empty() {
                // What doesn't fit is told when the overlay is applied.
                let _ = action.apply(&mut document);
                continue;
            }
            let new: Vec<_> = now(&action.target);
            let parsed: Vec<_> = new
                .iter()
                .filter_map(|new| Target::parse(new).ok())
                .collect();
            for target in &parsed {
                let action = super::Action {
                    target: target.clone(),
                    ..action.clone()
                };
                let _ = action.apply(&mut document);
            }
            let place = super::in_file(&self.name, &action.place());
            if new.is_empty() {
                lost.push(format!("{place}: what it is for is nowhere upstream"));
            } else {
                moved.push(format!("{place}: now `{}`", new.join("` and `")));
            }
            targets.insert(action.number - 1, new);
        }
        let mut whole = florin_codegen::read_text(&self.name, text)?.value;
        let Some(Value::Array(actions)) = whole.get_mut("actions") else {
            return Ok(Recarried {
                text: None,
                moved,
                lost,
            });
        };
        let mut after = Vec::new();
        for (at, action) in actions.iter().enumerate() {
            let Some(targets) = targets.get(&at) else {
                after.push(action.clone());
                continue;
            };
            for target in targets {
                let mut action = action.clone();
                if let Some(old) = action.get_mut("target") {
                    *old = target.as_str().into();
                }
                after.push(action);
            }
        }
        if after.is_empty() {
            return Ok(Recarried {
                text: None,
                moved,
                lost,
            });
        }
        *actions = after;
        let is_it = |text: &String| {
            florin_codegen::read_text(&self.name, text).is_ok_and(|read| read.value == whole)
        };
        let text = match edited(text, self.actions.len(), &targets).filter(is_it) {
            Some(text) => text,
            None => {
                let head = text.lines().take_while(|line| line.starts_with('#'));
                let head: String = head.map(|line| format!("{line}\n")).collect();
                head + &yaml::write(&whole)?
            }
        };
        Ok(Recarried {
            text: Some(text),
            moved,
            lost,
        })
    }
}

/// The text with other targets, if each action starts with `- ` on a line of its own, and each target stands on one. What is
/// said above an action goes with it. Whether it has become what it should is for the caller to see.
fn edited(text: &str, count: usize, targets: &BTreeMap<usize, Vec<String>>) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let head = lines
        .iter()
        .position(|line| line.trim_end() == "actions:")?
        + 1;
    let depth = |line: &str| line.len() - line.trim_start().len();
    let dash = lines
        .iter()
        .skip(head)
        .find(|line| line.trim_start().starts_with("- "))?;
    let is_start = |line: &str| line.trim_start().starts_with("- ") && depth(line) == depth(dash);
    let starts: Vec<_> = (head..lines.len())
        .filter(|at| lines.get(*at).is_some_and(|line| is_start(line)))
        .collect();
    if starts.len() != count {
        return None;
    }
    // From what is said above an action up to what is said above the next.
    let from = |start: usize| {
        let said = |at: &usize| {
            let line = lines.get(*at).map(|line| line.trim());
            line.is_some_and(|line| line.starts_with('#'))
        };
        (head..start).rev().take_while(said).last().unwrap_or(start)
    };
    let first = from(*starts.first()?);
    let mut made: Vec<String> = lines
        .get(..first)?
        .iter()
        .map(ToString::to_string)
        .collect();
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(lines.len(), |next| from(*next));
        let block = lines.get(from(*start)..end)?;
        match targets.get(&at) {
            None => made.extend(block.iter().map(ToString::to_string)),
            Some(targets) => {
                for target in targets {
                    made.extend(retargeted(block, target)?);
                }
            }
        }
    }
    Some(made.join("\n") + "\n")
}

/// An action's lines with another target.
fn retargeted(block: &[&str], target: &str) -> Option<Vec<String>> {
    let is_target = |line: &&str| {
        let line = line.trim_start();
        let line = line.strip_prefix("- ").unwrap_or(line).trim_start();
        line.starts_with("target:")
    };
    let at = block.iter().position(is_target)?;
    let mut lines: Vec<String> = block.iter().map(ToString::to_string).collect();
    let line = lines.get_mut(at)?;
    let (before, after) = line.split_once("target:")?;
    let comment = after
        .find(" #")
        .and_then(|at| after.get(at..))
        .unwrap_or_default();
    // As a text of JSON, which is one of YAML.
    *line = format!("{before}target: {}{comment}", Value::from(target));
    Some(lines)
}

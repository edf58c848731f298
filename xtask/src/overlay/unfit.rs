//! Actions that don't apply, all of them in one message: whoever corrects an overlay after upstream has renamed things does it
//! once, and not once for each action.

use super::{Action, in_file};
use crate::answer::Problem;

/// How many are told one by one.
const TOLD: usize = 50;

/// An action that doesn't apply.
pub(super) struct Unfit<'a> {
    pub(super) action: &'a Action,
    pub(super) wrong: String,
    pub(super) remedy: &'static str,
    /// Where that which it is for is now.
    pub(super) now: Vec<String>,
}

/// What to say of them, a line for each, in the overlay of this name.
pub(super) fn told(name: &str, unfit: &[Unfit<'_>]) -> Problem {
    let mut lines: Vec<_> = unfit
        .iter()
        .take(TOLD)
        .map(|unfit| {
            let place = in_file(name, &unfit.action.place());
            let remedy = match unfit.now.as_slice() {
                [] => unfit.remedy.to_owned(),
                now => format!(
                    "the same is at `{}` now: correct the target, or let --recarry do it",
                    now.join("` and `")
                ),
            };
            Problem::new(place, &unfit.wrong, &remedy).to_string()
        })
        .collect();
    let more = unfit.len().saturating_sub(TOLD);
    if more > 0 {
        let wrong = format!("{more} more actions don't apply");
        lines.push(Problem::new(name, wrong, "correct those above first").to_string());
    }
    lines.join("\n").into()
}

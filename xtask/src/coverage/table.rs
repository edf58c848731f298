//! The tables that `coverage` prints: sums of every provider, and a row for each of its operations.

use std::fmt::Write as _;

use serde::Serialize;

use super::operations::Covered;

/// How many operations of a provider are what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sums {
    /// All of them.
    pub operations: usize,
    /// Whose path is documented.
    pub documented: usize,
    /// Whose path is inferred.
    pub inferred: usize,
    /// Whose path is a guess: undocumented, or nothing is said.
    pub guessed: usize,
    /// Which the facade uses.
    pub facade: usize,
    /// Whose request is kept.
    pub snapshot: usize,
    /// Which the sandbox plays.
    pub sandbox: usize,
    /// Of which a documented answer is decoded.
    pub sample: usize,
    /// Whose answers hold something.
    pub answering: usize,
}

impl Sums {
    /// Of these operations.
    #[must_use]
    pub fn of(operations: &[Covered]) -> Self {
        let count = |is: &dyn Fn(&Covered) -> bool| operations.iter().filter(|o| is(o)).count();
        let documented = count(&|o| o.path == "documented");
        let inferred = count(&|o| o.path == "inferred");
        Self {
            operations: operations.len(),
            documented,
            inferred,
            guessed: operations.len() - documented - inferred,
            facade: count(&|o| o.facade),
            snapshot: count(&|o| o.snapshot),
            sandbox: count(&|o| o.sandbox),
            sample: count(&|o| o.sample == Some(true)),
            answering: count(&|o| o.sample.is_some()),
        }
    }
}

/// The tables of these providers, in Markdown.
#[must_use]
pub(super) fn markdown(providers: &[(String, Vec<Covered>)]) -> String {
    let mut text = String::from(
        "| provider | operations | path documented | inferred | guessed | facade | snapshot | sandbox | sample decoded |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for (name, operations) in providers {
        let s = Sums::of(operations);
        let _ = writeln!(
            text,
            "| {name} | {} | {} | {} | {} | {} | {} | {} | {} of {} |",
            s.operations,
            s.documented,
            s.inferred,
            s.guessed,
            s.facade,
            s.snapshot,
            s.sandbox,
            s.sample,
            s.answering
        );
    }
    for (name, operations) in providers {
        let _ = write!(
            text,
            "\n## {name}\n\n\
             | operation | path | request | answer | facade | snapshot | sandbox | sample decoded |\n\
             | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        );
        for operation in operations {
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {} | {} | {} | {} | {} |",
                operation.operation,
                operation.path,
                operation.request,
                operation.response,
                yes(Some(operation.facade)),
                yes(Some(operation.snapshot)),
                yes(Some(operation.sandbox)),
                yes(operation.sample),
            );
        }
    }
    text
}

/// In a table, `no` has to be seen among many `yes`.
const fn yes(is: Option<bool>) -> &'static str {
    match is {
        Some(true) => "yes",
        Some(false) => "**no**",
        None => "nothing to decode",
    }
}

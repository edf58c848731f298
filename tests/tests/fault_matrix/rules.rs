//! What holds for every cell, whatever the table says.

use florin::Effect;

use super::cell::{Cell, Told};
use super::subject::Class;

/// What is wrong with a cell.
pub(crate) fn broken(class: Class, cell: &Cell) -> Vec<String> {
    let mut wrong = cell.wrong.clone();
    if matches!(cell.told, Told::Nothing) {
        wrong.push("it hangs".to_owned());
    }
    match (class, cell.done) {
        (Class::Write, Some(done)) => wrong.extend(written(cell, done)),
        (Class::Write, None) => wrong.push("nobody counted the effects of a write".to_owned()),
        (Class::Read, _) => wrong.extend(read(cell)),
        (Class::Other, _) => {}
    }
    wrong
}

fn written(cell: &Cell, done: usize) -> Vec<String> {
    let mut wrong = Vec::new();
    if done > 1 {
        wrong.push(format!("it was done {done} times"));
    }
    match &cell.told {
        Told::Success(_) if done != 1 => {
            wrong.push(format!("success is told, and it was done {done} times"));
        }
        Told::Failure(failure) if done > 0 => {
            if failure.effect != Effect::MaybeApplied {
                wrong.push(format!("it was done, and {} is told", failure.effect));
            }
            if failure.is_retryable {
                wrong.push("it was done, and it is said to be harmless to repeat".to_owned());
            }
        }
        Told::Other(_) => wrong.push("a write is a call".to_owned()),
        _ => {}
    }
    wrong
}

fn read(cell: &Cell) -> Option<String> {
    match &cell.told {
        Told::Failure(failure) if failure.effect == Effect::MaybeApplied => {
            Some("a read leaves doubt".to_owned())
        }
        _ => None,
    }
}

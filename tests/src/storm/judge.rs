//! Holds what was said of a write against the provider's books.

use std::fmt;

use florin_sandbox::{Received, Struck};

use super::subject::Doubt;

/// What was said of a write in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It is done, and has this identifier.
    Applied(String),
    /// It may have been done.
    Doubt(Doubt),
    /// It was not done, however often it was begun; in the words of the last error.
    Not(String),
    /// Nothing: the call never ended, or took its task with it.
    Stuck,
}

/// A write with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its number.
    pub write: usize,
    /// What was said of it.
    pub told: Told,
    /// Where it was left in doubt: what was found out, once the weather was fair.
    pub found: Option<Result<Vec<String>, String>>,
    /// Its effects when the storm was over.
    pub before: Vec<String>,
    /// Its effects after doubts were looked into.
    pub after: Vec<String>,
}

/// All that there is to judge by.
pub struct Trial {
    /// The writes.
    pub cases: Vec<Case>,
    /// Effects that nobody asked for.
    pub strays: Vec<String>,
    /// The requests that were made in the storm, in the order of arrival.
    pub requests: Vec<Received>,
    /// Those of them that were struck.
    pub struck: Vec<Struck>,
}

/// What a write comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Done once, and said so.
    Applied,
    /// Said to be in doubt; it was done, once, and that could be found out.
    MaybeDone,
    /// Said to be in doubt; it wasn't done, and that could be found out, or it was done then, once.
    MaybeNotDone,
    /// Not done, and said so.
    NotDone,
    /// Done more than once.
    Doubled,
    /// Said to be done, and wasn't.
    Lost,
    /// Said to be what it wasn't, or left in a doubt that couldn't be cleared up.
    Misreported(&'static str),
}

impl Verdict {
    /// Whether this must not be.
    #[must_use]
    pub const fn is_wrong(&self) -> bool {
        matches!(self, Self::Doubled | Self::Lost | Self::Misreported(_))
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Applied => f.write_str("done once, and said so"),
            Self::MaybeDone => f.write_str("in doubt, and done once"),
            Self::MaybeNotDone => f.write_str("in doubt, and not done"),
            Self::NotDone => f.write_str("not done, and said so"),
            Self::Doubled => f.write_str("DOUBLED"),
            Self::Lost => f.write_str("LOST"),
            Self::Misreported(why) => write!(f, "MISREPORTED ({why})"),
        }
    }
}

/// Judges a write.
#[must_use]
pub fn verdict(case: &Case) -> Verdict {
    if case.before.len() > 1 || case.after.len() > 1 {
        return Verdict::Doubled;
    }
    match &case.told {
        Told::Applied(_) if case.before.is_empty() => Verdict::Lost,
        Told::Applied(id) if case.before.first() != Some(id) => {
            Verdict::Misreported("it has another identifier")
        }
        Told::Applied(_) => Verdict::Applied,
        Told::Doubt(doubt) if doubt.key.is_none() => {
            Verdict::Misreported("in doubt, without a word on what to find out by")
        }
        Told::Doubt(_) => match &case.found {
            Some(Ok(found)) if *found == case.after => match case.before.is_empty() {
                true => Verdict::MaybeNotDone,
                false => Verdict::MaybeDone,
            },
            Some(Ok(_)) => Verdict::Misreported("what was found out isn't so"),
            Some(Err(_)) | None => Verdict::Misreported("in doubt for good"),
        },
        Told::Not(_) if case.before.is_empty() => Verdict::NotDone,
        Told::Not(_) => Verdict::Misreported("said not to be done, and done"),
        Told::Stuck => Verdict::Misreported("the call never ended"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(told: Told, before: &[&str], after: &[&str]) -> Case {
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        Case {
            write: 0,
            told,
            found: None,
            before: owned(before),
            after: owned(after),
        }
    }

    fn applied() -> Told {
        Told::Applied("7".to_owned())
    }

    fn doubt(key: Option<&str>) -> Told {
        Told::Doubt(Doubt {
            key: key.map(str::to_owned),
            why: String::new(),
        })
    }

    fn found(case: Case, ids: &[&str]) -> Case {
        let ids = ids.iter().map(|id| (*id).to_owned()).collect();
        Case {
            found: Some(Ok(ids)),
            ..case
        }
    }

    #[test]
    fn what_is_true_is_no_offence() {
        assert_eq!(verdict(&case(applied(), &["7"], &["7"])), Verdict::Applied);
        let not = Told::Not(String::new());
        assert_eq!(verdict(&case(not, &[], &[])), Verdict::NotDone);
        let done = found(case(doubt(Some("k")), &["7"], &["7"]), &["7"]);
        assert_eq!(verdict(&done), Verdict::MaybeDone);
        let then = found(case(doubt(Some("k")), &[], &["7"]), &["7"]);
        assert_eq!(verdict(&then), Verdict::MaybeNotDone);
        let never = found(case(doubt(Some("k")), &[], &[]), &[]);
        assert_eq!(verdict(&never), Verdict::MaybeNotDone);
    }

    #[test]
    fn what_is_not_true_is_one() {
        assert_eq!(
            verdict(&case(applied(), &["7", "8"], &["7", "8"])),
            Verdict::Doubled
        );
        assert_eq!(verdict(&case(applied(), &[], &[])), Verdict::Lost);
        let misreported = [
            case(applied(), &["8"], &["8"]),
            case(Told::Not(String::new()), &["7"], &["7"]),
            case(Told::Stuck, &["7"], &["7"]),
            found(case(doubt(None), &["7"], &["7"]), &["7"]),
            case(doubt(Some("k")), &["7"], &["7"]),
            found(case(doubt(Some("k")), &["7"], &["7"]), &[]),
        ];
        for case in misreported {
            assert!(
                matches!(verdict(&case), Verdict::Misreported(_)),
                "{case:?}"
            );
        }
        let twice = found(case(doubt(Some("k")), &["7"], &["7", "8"]), &["8"]);
        assert_eq!(verdict(&twice), Verdict::Doubled);
    }
}

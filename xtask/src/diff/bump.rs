//! Which version follows from what changed, by semantic versioning as cargo reads it.

use serde::Serialize;

use super::Changes;

/// Which part of a version goes up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bump {
    /// Nothing changed.
    #[default]
    None,
    /// Documentation.
    Patch,
    /// Something new.
    Minor,
    /// Something breaks.
    Major,
}

impl Changes {
    /// The bump that follows.
    #[must_use]
    pub fn bump(&self) -> Bump {
        match (
            self.breaking.is_empty(),
            self.additive.is_empty(),
            self.documentation.is_empty(),
        ) {
            (false, ..) => Bump::Major,
            (true, false, _) => Bump::Minor,
            (true, true, false) => Bump::Patch,
            (true, true, true) => Bump::None,
        }
    }
}

impl Bump {
    /// The version that follows a given one; `None` if that is none.
    ///
    /// Before 1.0, cargo takes the first part that isn't zero for the major one: after 0.1.4, what breaks makes 0.2.0 and all
    /// else 0.1.5; after 0.0.4, what changes at all makes 0.0.5.
    #[must_use]
    pub fn after(self, version: &str) -> Option<String> {
        let release = version.split(['-', '+']).next()?;
        let parts: Vec<u64> = release
            .split('.')
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?;
        let &[major, minor, patch] = parts.as_slice() else {
            return None;
        };
        let (major, minor, patch) = match (self, major, minor) {
            (Self::None, ..) => return Some(version.to_owned()),
            (Self::Major, 0, 0) => (0, 0, patch + 1),
            (Self::Major, 0, _) => (0, minor + 1, 0),
            (Self::Major, ..) => (major + 1, 0, 0),
            (Self::Minor, 0, _) | (Self::Patch, ..) => (major, minor, patch + 1),
            (Self::Minor, ..) => (major, minor + 1, 0),
        };
        Some(format!("{major}.{minor}.{patch}"))
    }

    /// As it is said: `major`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_follows_by_the_rules_of_cargo() {
        for (bump, version, expected) in [
            (Bump::Major, "1.4.2", "2.0.0"),
            (Bump::Minor, "1.4.2", "1.5.0"),
            (Bump::Patch, "1.4.2", "1.4.3"),
            (Bump::None, "1.4.2", "1.4.2"),
            (Bump::Major, "0.4.2", "0.5.0"),
            (Bump::Minor, "0.4.2", "0.4.3"),
            (Bump::Patch, "0.4.2", "0.4.3"),
            (Bump::Major, "0.0.2", "0.0.3"),
            (Bump::Minor, "0.0.2", "0.0.3"),
        ] {
            assert_eq!(
                bump.after(version).as_deref(),
                Some(expected),
                "{bump:?} {version}"
            );
        }
        assert_eq!(Bump::Major.after("1.4"), None);
        assert_eq!(Bump::Major.after("one"), None);
    }
}

//! What is on one side alone, and what is on both, by name.

/// Two lists side by side.
pub(super) struct Sides<'a, T> {
    /// In the old one alone.
    pub(super) gone: Vec<&'a T>,
    /// In the new one alone.
    pub(super) new: Vec<&'a T>,
    /// In both.
    pub(super) both: Vec<(&'a T, &'a T)>,
}

impl<'a, T> Sides<'a, T> {
    /// Puts them side by side; `name` is the same on both sides of a pair.
    pub(super) fn by(old: &'a [T], new: &'a [T], name: impl Fn(&T) -> &str) -> Self {
        let find = |among: &'a [T], wanted: &T| among.iter().find(|one| name(one) == name(wanted));
        Self {
            gone: old.iter().filter(|one| find(new, one).is_none()).collect(),
            new: new.iter().filter(|one| find(old, one).is_none()).collect(),
            both: old
                .iter()
                .filter_map(|one| Some((one, find(new, one)?)))
                .collect(),
        }
    }

    /// Takes what is gone and what is new for the same under another name, where `is_same` says it of these two alone.
    pub(super) fn renamed(&mut self, is_same: impl Fn(&T, &T) -> bool) -> Vec<(&'a T, &'a T)> {
        let mut pairs = Vec::new();
        for &old in &self.gone {
            let mut found = self.new.iter().filter(|new| is_same(old, new));
            if let (Some(&new), None) = (found.next(), found.next())
                && self.gone.iter().filter(|rival| is_same(rival, new)).count() == 1
            {
                pairs.push((old, new));
            }
        }
        self.gone
            .retain(|one| !pairs.iter().any(|(old, _)| std::ptr::eq(*old, *one)));
        self.new
            .retain(|one| !pairs.iter().any(|(_, new)| std::ptr::eq(*new, *one)));
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_one_of_two_is_renamed_to_neither() {
        let old = [
            "a1".to_owned(),
            "b1".to_owned(),
            "c1".to_owned(),
            "same".to_owned(),
        ];
        let new = [
            "x1".to_owned(),
            "b2".to_owned(),
            "b3".to_owned(),
            "a4".to_owned(),
            "same".to_owned(),
        ];
        let mut sides = Sides::by(&old, &new, |name| name);
        assert_eq!(sides.both.len(), 1);
        let pairs = sides.renamed(|a, b| a.chars().next() == b.chars().next());
        assert_eq!(pairs, [(&old[0], &new[3])]);
        assert_eq!(sides.gone, [&old[1], &old[2]]);
        assert_eq!(sides.new, [&new[0], &new[1], &new[2]]);
    }
}

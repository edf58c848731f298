//! The documents as the crate is built from them now, beside those that come: what an overlay was for is found in these, and
//! where it is in those is told with an action that no longer matches.

use std::cell::OnceCell;

use super::combined::{Documents, combined};
use super::corrected::kept;
use super::renewed::as_it_is;
use crate::carry::Moved;
use crate::overlay::target::Target;
use crate::provider::Provider;

/// Made only when it is asked for.
pub(super) struct Before<'a> {
    provider: &'a Provider,
    upstream: &'a Documents,
    moved: OnceCell<Moved>,
}

impl<'a> Before<'a> {
    /// What a provider has, for what upstream has now.
    pub(super) fn of(provider: &'a Provider, upstream: &'a Documents) -> Self {
        Self {
            provider,
            upstream,
            moved: OnceCell::new(),
        }
    }

    /// The targets in a document that name now what this one named: in what was corrected, or, if the correction took it
    /// away, in what upstream had.
    pub(super) fn now(&self, document: &str, target: &Target) -> Vec<String> {
        let Some(upstream) = self.upstream.get(document) else {
            return Vec::new();
        };
        let moved = self.moved.get_or_init(|| self.moved());
        let here = as_it_is(self.provider, document).ok();
        let was = kept(self.provider, document).ok().flatten();
        let mut before = [here, was].into_iter().flatten();
        let targets = before.find_map(|before| {
            Some(moved.targets(target, &before, upstream)).filter(|all| !all.is_empty())
        });
        targets.unwrap_or_default()
    }

    fn moved(&self) -> Moved {
        let documents = self.provider.documents.iter();
        let read =
            documents.filter_map(|name| Some((name.clone(), as_it_is(self.provider, name).ok()?)));
        Moved::between(&combined(&read.collect()), &combined(self.upstream))
    }
}

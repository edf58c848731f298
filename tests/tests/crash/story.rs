//! What every story has: a program, a provider, and books in which what is wanted and what there is are compared.

use std::collections::BTreeMap;
use std::pin::Pin;

use florin_sandbox::{Sandbox, SandboxBuilder};

use super::scene::Scene;

/// How often each thing was done.
pub(crate) type Books = BTreeMap<String, usize>;

pub(crate) type Later<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Whose stand-in a story is played against.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Provider {
    Financeit,
    MonetaGo,
    Monoova,
    Nemuru,
    Tradevest,
}

pub(crate) trait Story: Sync {
    /// What its program is started by.
    fn name(&self) -> &'static str;

    fn provider(&self) -> Provider;

    fn sandbox(&self, builder: SandboxBuilder) -> SandboxBuilder {
        builder
    }

    /// The variables that name the provider's hosts.
    fn hosts(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)>;

    /// The other variables that the program is started with. Asked for once, and may put something into the sandbox first.
    fn settings(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)>;

    /// What others do, every millisecond while a program is at work.
    fn meanwhile(&self, _sandbox: &Sandbox) {}

    /// What others do before a program is started.
    fn before<'a>(&'a self, _scene: &'a Scene) -> Later<'a, ()> {
        Box::pin(async {})
    }

    /// What the provider has done.
    fn books(&self, scene: &Scene) -> Books;

    /// What the programs have stored, once all is over.
    fn kept<'a>(&'a self, _scene: &'a Scene) -> Later<'a, Books> {
        Box::pin(async { Books::new() })
    }

    /// Both as they have to be in the end.
    fn wanted(&self, scene: &Scene) -> Books;

    /// How often the provider has done what a program is in doubt about.
    fn done(&self, what: &str, books: &Books) -> usize {
        books.get(what).copied().unwrap_or_default()
    }

    /// Whether a program that starts when the books are these can find out that it was done.
    fn shows(&self, what: &str, books: &Books) -> bool {
        self.done(what, books) > 0
    }

    /// The identifier of what came of it, for a program that is told of it.
    fn tell(&self, _scene: &Scene, _what: &str) -> String {
        String::new()
    }
}

/// All of them.
pub(crate) const ALL: [&dyn Story; 8] = [
    &super::monoova::Invoices,
    &super::tradevest_order::Orders,
    &super::tradevest_onboarding::Onboard,
    &super::tradevest_changelog::Log,
    &super::nemuru::Sale,
    &super::monetago::Check,
    &super::monetago_feed::Feed,
    &super::financeit::Invitation,
];

pub(crate) fn books<const N: usize>(entries: [(&str, usize); N]) -> Books {
    let entries = entries.into_iter();
    entries
        .map(|(what, count)| (what.to_owned(), count))
        .collect()
}

//! Who the sandbox knows: two users, and an application that acts for both.

use crate::provider::Caller;

/// A user of the platform, each with an account of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum User {
    /// The one that examples are about.
    First,
    /// Another one, whose objects the first one doesn't see.
    Second,
}

/// What a token is asked for with. These open the sandbox and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// `client_id` of the token request.
    pub client_id: String,
    /// `client_secret` of the token request.
    pub client_secret: String,
    /// `scope` of the token request.
    pub scope: String,
    /// `username` of the token request; `None` for the back office.
    pub username: Option<String>,
    /// `password` of the token request; `None` for the back office.
    pub password: Option<String>,
}

pub(super) const BACK_OFFICE: &str = "back_office";
pub(super) const CLIENT_WEBSITE: &str = "client_website";

impl User {
    /// Both.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    /// The number that `user_id` takes.
    #[must_use]
    pub const fn id(self) -> i64 {
        match self {
            Self::First => 40_101,
            Self::Second => 40_102,
        }
    }

    pub(super) fn by_id(id: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|user| user.id() == id)
    }

    pub(super) fn credentials(self) -> Credentials {
        let name = match self {
            Self::First => "first",
            Self::Second => "second",
        };
        Credentials {
            client_id: "sandbox-website".to_owned(),
            client_secret: "sandbox-website-secret".to_owned(),
            scope: CLIENT_WEBSITE.to_owned(),
            username: Some(format!("{name}@sandbox.invalid")),
            password: Some(format!("sandbox-{name}-password")),
        }
    }
}

/// Whose token it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Identity {
    BackOffice,
    Website(User),
}

impl Identity {
    const ALL: [Self; 3] = [
        Self::BackOffice,
        Self::Website(User::First),
        Self::Website(User::Second),
    ];

    pub(super) fn caller(self) -> Caller {
        let index = Self::ALL.iter().position(|known| *known == self);
        Caller(index.unwrap_or_default())
    }

    pub(super) fn of(caller: Caller) -> Option<Self> {
        Self::ALL.get(caller.0).copied()
    }

    /// Whether it may see what belongs to a user.
    pub(super) fn sees(self, user: User) -> bool {
        match self {
            Self::BackOffice => true,
            Self::Website(own) => own == user,
        }
    }
}

/// What the application of the back office asks for a token with.
pub(super) fn back_office() -> Credentials {
    Credentials {
        client_id: "sandbox-back-office".to_owned(),
        client_secret: "sandbox-back-office-secret".to_owned(),
        scope: BACK_OFFICE.to_owned(),
        username: None,
        password: None,
    }
}
